//! Statements, looked at before they are committed.

use crate::desk::{Desk, session};
use api::{
    Choice, ErrorCode, FileReading, ImportRow, Language, NamedFile, Other, Outcome, Progress, TargetInput,
};
use exchange::csv::Frame;

const JANUARY: &str = "Date,Text,Amount,Balance\n2026-01-05,Blue Door Coffee,-4.50,95.50\n2026-01-07,Market Hall,-20.00,75.50\n2026-01-09,Salary,1000.00,1075.50\n";
const OVERLAP: &str = "Date,Text,Amount,Balance\n2026-01-09,Salary,1000.00,1075.50\n2026-01-12,Market Hall,-30.00,1045.50\n2026-01-13,soon,oops,1045.50\n";

impl Desk {
    async fn rows(&self, import: u32, file: u32, only: Option<Outcome>) -> Vec<ImportRow> {
        self.books.import_rows(import, file, 0, only, 0, 100).await.unwrap().rows
    }

    async fn counts(&self, import: u32, file: usize) -> (u32, u32, u32, u32) {
        let view = self.books.import_view(import).await.unwrap();
        let found = &view.files[file].statements[0];
        (found.new, found.duplicate, found.skipped, found.unreadable)
    }

    async fn category(&self, path: &str) -> u32 {
        self.books.accounts().await.unwrap().into_iter().find(|account| account.path == path).unwrap().id
    }
}

fn file(name: &str, text: &str) -> NamedFile {
    NamedFile { name: name.into(), bytes: text.as_bytes().to_vec() }
}

#[tokio::test]
async fn an_overlapping_file_dropped_together_with_the_first_shows_what_it_repeats() {
    let desk = Desk::with_categories().await;
    let import = desk.books.import_open(vec![file("january.csv", JANUARY)]).await.unwrap();
    desk.books.import_add(import, vec![file("february.csv", OVERLAP)]).await.unwrap();
    assert_eq!(desk.counts(import, 0).await, (3, 0, 0, 0));
    assert_eq!(
        desk.counts(import, 1).await,
        (1, 1, 0, 1),
        "the second goes to the same new account as the first"
    );
    let known = desk.rows(import, 1, Some(Outcome::Duplicate)).await;
    let earlier = known[0].earlier.clone().unwrap();
    assert_eq!((earlier.file.as_str(), earlier.line, known[0].twin.is_none()), ("january.csv", 4, true));

    let result = desk.books.import_commit(import, &Progress::default()).await.unwrap();
    assert_eq!((result.new, result.duplicate, result.unreadable.len()), (4, 1, 1));
    assert_eq!((result.accounts.len(), result.account_ids.len()), (1, 1));
    assert_eq!(result.entries.len(), 1, "several files are one step");
    desk.books.undo(&Progress::default()).await.unwrap();
    assert!(desk.books.accounts().await.unwrap().iter().all(|account| account.balances.is_empty()));
}

#[tokio::test]
async fn a_layout_remembers_the_account_that_its_first_import_made() {
    let desk = Desk::with_categories().await;
    let import = desk.books.import_open(vec![file("january.csv", JANUARY)]).await.unwrap();
    let made = desk.books.import_commit(import, &Progress::default()).await.unwrap().account_ids[0];
    let next = desk.books.import_open(vec![file("february.csv", OVERLAP)]).await.unwrap();
    let view = desk.books.import_view(next).await.unwrap();
    assert!(view.files[0].remembered);
    assert_eq!(view.files[0].statements[0].account, Some(made));
    assert_eq!(desk.counts(next, 0).await, (1, 1, 0, 1));
    let known = desk.rows(next, 0, Some(Outcome::Duplicate)).await;
    assert_eq!(known[0].twin.as_ref().unwrap().account, made, "the twin is seen from the same account");
}

#[tokio::test]
async fn a_file_that_names_no_account_waits_for_a_person_when_there_are_accounts() {
    let desk = Desk::with_categories().await;
    let account = desk.account("Assets:Everyday", "checking").await;
    let import = desk.books.import_open(vec![file("january.csv", JANUARY)]).await.unwrap();
    let view = desk.books.import_view(import).await.unwrap();
    let statement = &view.files[0].statements[0];
    assert_eq!((statement.account, statement.new_account.clone()), (None, None));
    let refused = desk.books.import_commit(import, &Progress::default()).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Invalid);
    desk.books.import_target(import, 0, 0, Some(account), None).await.unwrap();
    // An account that is gone by the time of the next look is let go of.
    desk.books.undo(&Progress::default()).await.unwrap();
    desk.books.import_plan(import).await.unwrap();
    assert_eq!(desk.books.import_view(import).await.unwrap().files[0].statements[0].account, None);
}

#[tokio::test]
async fn what_is_chosen_for_a_row_adds_up_until_it_is_taken_back() {
    let desk = Desk::with_categories().await;
    let import = desk.books.import_open(vec![file("january.csv", JANUARY)]).await.unwrap();
    let coffee = desk.category("Expenses:Food:Coffee").await;
    let choose = async |places: &[u32], choice: Option<Choice>| {
        desk.books.import_choose(import, 0, 0, places, choice.as_ref()).await.unwrap();
    };
    choose(&[0], Some(Choice { category: Some(coffee), ..Choice::default() })).await;
    choose(&[0], Some(Choice { payee: Some("Blue Door".into()), ..Choice::default() })).await;
    let row = &desk.rows(import, 0, None).await[0];
    assert_eq!((row.payee.as_str(), row.chosen), ("Blue Door", true));
    assert_eq!(serde_json::to_value(&row.category).unwrap()["account"], coffee);
    choose(
        &desk.books.import_places(import, 0, 0, Some(Outcome::New), 1, 9).await.unwrap(),
        Some(Choice { take: Some(false), ..Choice::default() }),
    )
    .await;
    assert_eq!(desk.counts(import, 0).await, (1, 0, 2, 0));
    choose(&[0, 1, 2], None).await;
    assert_eq!(desk.counts(import, 0).await, (3, 0, 0, 0));
    assert!(!desk.rows(import, 0, None).await[0].chosen);
}

#[tokio::test]
async fn a_rule_made_from_a_row_sorts_the_rows_like_it_at_once() {
    let desk = Desk::with_categories().await;
    let text = "Date,Text,Amount\n2026-01-05,POS 0123 BLUE DOOR 11/01,-4.50\n2026-01-06,POS 0999 BLUE DOOR 12/01,-3.50\n";
    let import = desk.books.import_open(vec![file("january.csv", text)]).await.unwrap();
    let coffee = desk.category("Expenses:Food:Coffee").await;
    let rule = desk.books.import_rule(import, 0, 0, 0, coffee).await.unwrap();
    desk.books.rule_save(&rule).await.unwrap();
    desk.books.import_plan(import).await.unwrap();
    for row in desk.rows(import, 0, None).await {
        assert_eq!(serde_json::to_value(&row.sorting).unwrap()["by"], "rule", "line {}", row.line);
    }
}

#[tokio::test]
async fn a_file_is_shown_in_its_own_words_beside_what_is_read_of_it() {
    let desk = Desk::with_categories().await;
    let import = desk.books.import_open(vec![file("overlap.csv", OVERLAP)]).await.unwrap();
    let sample = desk.books.import_sample(import, 0).await.unwrap();
    assert_eq!(sample.header[0].cells, ["Date", "Text", "Amount", "Balance"]);
    let read: Vec<_> = sample.rows.iter().map(|row| serde_json::to_value(&row.read).unwrap()).collect();
    assert_eq!((read[0]["is"].as_str(), read[0]["amount"].as_str()), (Some("movement"), Some("1000.00")));
    assert_eq!(
        (read[2]["is"].as_str(), read[2]["row"]["column"].as_str()),
        (Some("unreadable"), Some("Amount"))
    );
    let others = desk.books.import_others(import, 0, 0, Other::Unreadable, 0, 10).await.unwrap();
    assert_eq!((others.total, others.rows[0].text.as_str()), (1, "2026-01-13,soon,oops,1045.50"));
}

#[tokio::test]
async fn a_person_says_how_a_file_is_cut_and_the_account_stays() {
    let desk = Desk::with_categories().await;
    let text = "When|Who|How much\n2026-01-05|Coffee, black|-4.50\n2026-01-06|Tea|-3.00\n";
    let import = desk.books.import_open(vec![file("odd.csv", text)]).await.unwrap();
    let target = TargetInput { path: "Assets:Purse".into(), kind: "cash".into(), currency: None };
    desk.books.import_target(import, 0, 0, None, Some(&target)).await.unwrap();
    let frame = Frame { delimiter: Some('|'), first_line: Some(2), header_rows: Some(0), ..Frame::default() };
    desk.books.import_detect(import, 0, &frame).await.unwrap();
    let view = desk.books.import_view(import).await.unwrap();
    let FileReading::Csv { reading } = &view.files[0].reading else { panic!("not delimited") };
    assert_eq!((reading.header_rows, reading.columns.len()), (0, 3));
    assert_eq!(view.files[0].statements[0].new_account, Some(target));
    assert_eq!(desk.counts(import, 0).await, (2, 0, 0, 0));
    let nonsense = Frame { encoding: Some("nonsense".into()), ..Frame::default() };
    assert_eq!(desk.books.import_detect(import, 0, &nonsense).await.unwrap_err().code, ErrorCode::Invalid);
    desk.books.import_remove(import, 0).await.unwrap();
    assert!(desk.books.import_view(import).await.unwrap().files.is_empty());
}

/// An OFX file of statements: the account's number, and days of January with what was spent on each.
fn ofx(statements: &[(&str, &[(u32, &str)])]) -> NamedFile {
    let mut text = String::from("OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1>");
    for (number, rows) in statements {
        text += "<STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>";
        text += number;
        text += "<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>";
        for (day, amount) in *rows {
            text += &format!(
                "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>202601{day:02}<TRNAMT>{amount}<NAME>Metro</STMTTRN>"
            );
        }
        text += "</BANKTRANLIST></STMTRS></STMTTRNRS>";
    }
    file("statements.ofx", &(text + "</BANKMSGSRSV1></OFX>"))
}

#[tokio::test]
async fn statements_of_one_file_share_the_rows_of_one_account_and_never_those_of_two() {
    let ticket = [(5, "-2.00"), (5, "-2.00"), (6, "-2.00")];
    let later = [(6, "-2.00"), (7, "-3.00")];
    // Of each file, the statements and how many rows are new.
    let files = |number: &'static str| [("1111", &ticket[..]), (number, &later[..])];
    for (second, first_time) in [("1111", 4), ("2222", 5)] {
        let desk = Desk::with_categories().await;
        let metro = desk.account("Assets:Metro", "checking").await;
        let both = files(second);
        for (statements, new) in [(&both[1..], 2), (&both[..], first_time - 2), (&both[..], 0)] {
            let import = desk.books.import_open(vec![ofx(statements)]).await.unwrap();
            for statement in (0..).take(statements.len()) {
                desk.books.import_target(import, 0, statement, Some(metro), None).await.unwrap();
            }
            let result = desk.books.import_commit(import, &Progress::default()).await.unwrap();
            assert_eq!(result.new, new, "{second} {}", statements.len());
        }
    }
}

#[tokio::test]
async fn a_new_account_starts_with_what_the_balances_lead_back_to() {
    let desk = Desk::with_categories().await;
    let import = desk.books.import_open(vec![file("january.csv", JANUARY)]).await.unwrap();
    // The commodity is as new as the account.
    let target =
        TargetInput { path: "Assets:Purse".into(), kind: "cash".into(), currency: Some("BHD".into()) };
    desk.books.import_target(import, 0, 0, None, Some(&target)).await.unwrap();
    let view = desk.books.import_view(import).await.unwrap();
    let opening = view.files[0].statements[0].opening.clone().unwrap();
    assert_eq!((opening.amount.as_str(), opening.commodity.as_str()), ("100.000", "BHD"));
    desk.books.import_commit(import, &Progress::default()).await.unwrap();
    let accounts = desk.books.accounts().await.unwrap();
    let made = accounts.iter().find(|account| account.path == "Assets:Purse").unwrap();
    assert_eq!(made.balances[0].amount, "1075.500");
}

#[tokio::test]
async fn what_is_remembered_of_a_header_gives_way_to_dates_and_numbers_that_say_otherwise() {
    let desk = Desk::with_categories().await;
    let dated = |rows: &str| format!("Date,Text,Amount\n{rows}");
    for (name, rows, first) in [
        ("ours.csv", "13/02/2026,Tea,-5.00\n14/02/2026,Bun,-3.00\n", ("2026-02-13", "-5.00")),
        ("american.csv", "02/03/2026,Tea,-6.00\n02/14/2026,Bun,-7.00\n", ("2026-02-03", "-6.00")),
        (
            "european.csv",
            "15.02.2026,Tea,\"-1.234,56\"\n16.02.2026,Bun,\"-0,50\"\n",
            ("2026-02-15", "-1234.56"),
        ),
        ("ours again.csv", "03/02/2026,Tea,-8.00\n28/02/2026,Bun,-9.00\n", ("2026-02-03", "-8.00")),
    ] {
        let import = desk.books.import_open(vec![file(name, &dated(rows))]).await.unwrap();
        assert_eq!(desk.counts(import, 0).await, (2, 0, 0, 0), "{name}");
        let row = desk.rows(import, 0, None).await.remove(0);
        assert_eq!((row.date.as_str(), row.amount.amount.as_str()), first, "{name}");
        desk.books.import_commit(import, &Progress::default()).await.unwrap();
    }
}

#[tokio::test]
async fn files_imported_at_once_are_one_step_and_learn_from_each_other() {
    let desk = Desk::with_categories().await;
    let account = desk.account("Assets:Everyday", "checking").await;
    let dated = |rows: &str| file("rows.csv", &format!("Date,Text,Amount\n{rows}"));
    let files = vec![
        dated("13/02/2026,Tea,-5.00\n14/02/2026,Bun,-3.00\n"),
        // These days alone could be March and April of an American file.
        dated("03/02/2026,Tea,-8.00\n04/02/2026,Bun,-9.00\n"),
    ];
    let result = desk.books.import(files, Some(account), false, &Progress::default()).await.unwrap();
    assert_eq!((result.new, result.files.len(), result.entries.len()), (4, 2, 1));
    let rows = desk.books.register(account, 0, 9).await.unwrap().rows;
    assert!(rows.iter().all(|row| row.date.starts_with("2026-02")), "{rows:?}");
    desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(desk.books.register(account, 0, 9).await.unwrap().total, 0);
}

#[tokio::test]
async fn an_import_of_known_rows_alone_leaves_nothing_to_undo() {
    let desk = Desk::with_categories().await;
    let account = desk.account("Assets:Everyday", "checking").await;
    let text = "Date,Text,Amount\n2026-01-05,Tea,-4.50\n2026-01-07,Bun,-20.00\n";
    desk.books.import(vec![file("a.csv", text)], Some(account), false, &Progress::default()).await.unwrap();
    let before = desk.books.version().await.unwrap();
    for (name, other) in [
        ("the same rows", text.to_owned()),
        ("the same rows below other headings", text.replace("Text", "Description")),
    ] {
        let again = vec![file("b.csv", &other)];
        let result = desk.books.import(again, Some(account), false, &Progress::default()).await.unwrap();
        assert_eq!((result.new, result.duplicate, result.entries.len()), (0, 2, 0), "{name}");
        assert_eq!(desk.books.version().await.unwrap(), before, "{name}");
    }
}

#[tokio::test]
async fn what_is_dropped_and_is_no_file_is_refused_by_its_name() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    session.ledger_sample(Language::English).await.unwrap();
    let folder = home.path().join("Statements");
    std::fs::create_dir(&folder).unwrap();
    session.allow(&folder);
    let asked = serde_json::json!({ "paths": [folder] });
    let refused = api::commands::dispatch(&session, "import_paths", asked).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::File);
    assert!(refused.message.contains("“Statements” cannot be read: it is not a file"), "{refused}");
    session.close().await;
}
