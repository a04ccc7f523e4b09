//! Whole files, as programs of made-up people would write them.

use super::*;
use crate::{AccountHint, Draft, DraftSplit, Reason, StatementDraft, Warning};
use ledger::AccountKind;
use proptest::prelude::*;

fn statements(text: &str) -> Vec<StatementDraft> {
    let reading = detect(text.as_bytes()).unwrap().reading;
    read(text.as_bytes(), &reading).unwrap().statements
}

fn one(text: &str) -> StatementDraft {
    let mut found = statements(text);
    assert_eq!(found.len(), 1, "{text}");
    found.remove(0)
}

/// `day amount description` of each row.
fn rows(statement: &StatementDraft) -> Vec<String> {
    let row = |draft: &Draft| format!("{} {} {}", draft.day, draft.amount, draft.description);
    statement.drafts.iter().map(row).collect()
}

#[test]
fn a_bank_file_without_a_last_caret_is_read() {
    let statement =
        one("!Type:Bank\nD1/ 5'26\nT-1,000.00\nN1044\nPRiver  Caf\u{e9}\nMlunch\n^\nD1/15'26\nT+5\nPRiver");
    assert_eq!(rows(&statement), ["2026-01-05 -1000.00 River Café lunch 1044", "2026-01-15 5 River"]);
    let draft = &statement.drafts[0];
    assert_eq!((draft.line, draft.payee.as_deref(), draft.pending), (2, Some("River Café"), false));
    assert_eq!(
        statement.account,
        AccountHint { kind: Some(AccountKind::Checking), ..AccountHint::default() }
    );
}

#[test]
fn several_accounts_keep_their_rows_and_a_repeated_one_is_joined() {
    let found = statements(
        "!Option:AutoSwitch\n!Account\nNListed only\nTCash\n^\n!Clear:AutoSwitch\n!Type:Cat\nNFood\nE\n^\n\
         !Account\nNMain\nTBank\n^\n!Type:Bank\nD13/1/2026\nT1\n^\n!Account\nNCard\nTCCard\n^\n!Type:CCard\n\
         D14/1/2026\nT2\n^\n!Account\nNMain\nTBank\n^\n!Type:Bank\nD15/1/2026\nT3\n^^\n!Type:Memorized\nKP\nT9\n^\n\
         !Type:Oddity\nNx\n^\n!Type:Oth L\nD16/1/2026\nT4\n^",
    );
    let accounts: Vec<_> = found
        .iter()
        .map(|each| (each.account.name.as_deref(), each.account.kind, rows(each).len()))
        .collect();
    // The last section names no account and belongs to the one before it.
    assert_eq!(
        accounts,
        [(Some("Main"), Some(AccountKind::Checking), 3), (Some("Card"), Some(AccountKind::Card), 1)]
    );
    let skipped = Warning::Repaired { line: 39, what: "the section !Type:Oddity was left out".into() };
    assert_eq!(found[0].warnings, [skipped]);
}

#[test]
fn categories_transfers_classes_and_notes_are_told_apart() {
    let statement = one(
        "!Type:Bank\nD1/13/26\nT-5\nPShop\nMmine\nLFood:Lunch/Trip\n^\nD1/14/26\nT-6\nPBank\nL[Savings]/Trip\n^\n\
         D1/15/26\nT-7\nL--Split--\n^\n",
    );
    let found: Vec<_> = statement
        .drafts
        .iter()
        .map(|draft| {
            (draft.category.as_deref(), draft.transfer.as_deref(), draft.tags.len(), draft.note.as_str())
        })
        .collect();
    let expected =
        [(Some("Food:Lunch"), None, 1, "mine"), (None, Some("Savings"), 1, ""), (None, None, 0, "")];
    assert_eq!(found, expected);
    assert_eq!(statement.drafts[0].description, "Shop");
}

#[test]
fn splits_sum_to_the_row_or_the_row_is_refused() {
    let statement = one(
        "!Type:Bank\nD1/13/26\nT-10.00\nSFood\nEbread\n$-4.00\nS[Savings]\n$-6\n^\nD1/13/26\nT-3\nSFood\nEall\n$-3\n^\n\
         D1/13/26\nT-3\nSFood\n$-2\n^\nD1/13/26\nT-3\nSFood\n%100\n^\n",
    );
    let splits: Vec<_> = statement.drafts[0]
        .splits
        .iter()
        .map(|split| {
            let DraftSplit { amount, category, transfer, note } = split;
            (amount.to_string(), category.as_deref(), transfer.as_deref(), note.as_str())
        })
        .collect();
    assert_eq!(
        splits,
        [("-4.00".into(), Some("Food"), None, "bread"), ("-6".into(), None, Some("Savings"), "")]
    );
    let whole = &statement.drafts[1];
    assert_eq!(
        (whole.splits.len(), whole.category.as_deref(), whole.note.as_str()),
        (0, Some("Food"), "all")
    );
    let reasons: Vec<_> = statement.unreadable.iter().map(|row| (row.line, row.reason.clone())).collect();
    let differ = Reason::SplitsDiffer { parts: (-2).into(), amount: (-3).into() };
    assert_eq!(reasons, [(16, differ), (21, Reason::NoAmount)]);
}

#[test]
fn a_missing_cleared_mark_means_pending_where_other_rows_have_one() {
    let marked = one("!Type:Bank\nD1/13/26\nT1\nC*\n^\nD1/14/26\nT2\nCX\n^\nD1/15/26\nT3\nC\n^");
    let plain = one("!Type:Bank\nD1/13/26\nT1\n^");
    let pending =
        |statement: &StatementDraft| statement.drafts.iter().map(|draft| draft.pending).collect::<Vec<_>>();
    assert_eq!((pending(&marked), pending(&plain)), (vec![false, false, true], vec![false]));
}

#[test]
fn the_opening_balance_names_the_account() {
    let statement = one("!Type:Cash\nD1/13/26\nT100\nPOpening Balance\nL[Purse]\n^\nD1/14/26\nT-5\nPShop\n^");
    assert_eq!((statement.account.name.as_deref(), &statement.drafts[0].transfer), (Some("Purse"), &None));
    assert_eq!(rows(&statement).len(), 2);
}

#[test]
fn investment_rows_are_movements_of_cash() {
    let row = |fields: &str| format!("D8/25/93\n{}\n^\n", fields.replace(' ', "\n"));
    let text = [
        "NShrsIn Yibm4 Q88.81 T1,000.00",
        "NBuy YFund Q2 I50 T100.00",
        "NSell YFund Q1 T60",
        "NDiv YFund T1.50",
        "NBuyX YFund Q9 T100.00 L[Checking] $100.00",
        "NDivX YFund T4 L[Checking]",
        "NXIn T70 L[Checking]",
        "NReinvDiv YFund T3",
        "NMiscExp T2",
        "NTeleport T1",
        "NCash T-8",
    ]
    .map(row)
    .concat();
    let statement = one(&format!("!Account\nNTrees\nTInvst\n^\n!Type:Invst\n{text}"));
    let amounts: Vec<String> =
        statement.drafts.iter().map(|draft| draft.amount.normalize().to_string()).collect();
    assert_eq!(amounts, ["0", "-100", "60", "1.5", "0", "0", "70", "0", "-2", "-8"]);
    assert_eq!(statement.drafts[1].description, "Buy 2 Fund @ 50");
    let moved: Vec<_> =
        statement.drafts[4].splits.iter().map(|split| (split.amount, split.transfer.clone())).collect();
    assert_eq!(moved, [((-100).into(), None), (100.into(), Some("Checking".into()))]);
    assert_eq!(statement.drafts[6].transfer.as_deref(), Some("Checking"));
    let unknown = Reason::UnknownValue { field: "N".into(), text: "Teleport".into() };
    assert_eq!(statement.unreadable[0].reason, unknown);
    assert_eq!(statement.account.kind, Some(AccountKind::Brokerage));
}

#[test]
fn encoding_date_order_and_decimal_mark_are_found_and_can_be_overridden() {
    let text = "!Type:Bank\nD03.02.2026\nT-1.234,50\nPกาแฟดอยสูง ชั้นสอง\n^\nD04.02.2026\nT-3,5\nPกาแฟดอยสูง\n";
    let bytes = encoding_rs::WINDOWS_874.encode(text).0.into_owned();
    let detection = detect(&bytes).unwrap();
    let reading =
        QifReading { encoding: "windows-874".into(), date_order: DateOrder::DayMonthYear, decimal_mark: ',' };
    assert_eq!(detection, QifDetection { reading: reading.clone(), date_order_proved: false });
    let found = read(&bytes, &reading).unwrap().statements.remove(0);
    assert_eq!(rows(&found), ["2026-02-03 -1234.50 กาแฟดอยสูง ชั้นสอง", "2026-02-04 -3.5 กาแฟดอยสูง"]);
    let other = QifReading { date_order: DateOrder::MonthDayYear, ..reading };
    assert_eq!(read(&bytes, &other).unwrap().statements[0].drafts[0].day.to_string(), "2026-03-02");
}

#[test]
fn rows_that_cannot_be_read_are_named() {
    let statement = one("D1/13/26\nT1\n^\nD31/31/26\nT1\n^\nT1\n^\nD1/13/26\nTmuch\n^\nD1/13/26\n^");
    let reasons: Vec<_> = statement
        .unreadable
        .iter()
        .map(|row| (row.line, row.column.as_deref().unwrap_or_default(), row.reason.clone()))
        .collect();
    let date = Reason::NotADate { text: "31/31/26".into(), format: "MM/DD/YYYY".into() };
    assert_eq!(
        reasons,
        [
            (4, "D", date),
            (7, "D", Reason::NoDate),
            (9, "T", Reason::NotAnAmount { text: "much".into() }),
            (12, "T", Reason::NoAmount),
        ]
    );
    assert_eq!(rows(&statement), ["2026-01-13 1 "]);
}

#[test]
fn files_without_transactions_are_refused() {
    let refused = |what: &str| FileError::NotAStatement { what: what.into() };
    for (text, expected) in [
        ("", FileError::Empty),
        ("!Type:Cat\nNFood\n^", refused("a QIF file of lists without any transaction")),
        ("!Type:Class\nDnot a date\n^", refused("a QIF file of lists without any transaction")),
        ("hello\nworld", refused("no QIF section or record in it")),
    ] {
        assert_eq!(detect(text.as_bytes()), Err(expected), "{text}");
    }
}

proptest! {
    #[test]
    fn no_input_makes_the_reader_panic(
        lines in proptest::collection::vec(
            prop_oneof![
                proptest::sample::select(vec![
                    "!Type:Bank", "!Type:Invst", "!Account", "!Clear:AutoSwitch", "^", "^^", "D1/ 5'05", "D31.12.2026", "T-1,5",
                    "SFood", "Enote", "$-1,5", "L[A]/b", "L]", "[", "NBuyX", "CX", "POpening Balance", "\r", "!", "Tก", "ก",
                ]).prop_map(str::to_owned),
                ".{0,6}",
            ],
            0..40,
        )
    ) {
        let text = lines.join("\n");
        if let Ok(detection) = detect(text.as_bytes()) {
            let document = read(text.as_bytes(), &detection.reading).unwrap();
            prop_assert!(!document.statements.is_empty());
        }
    }
}
