use super::*;
use crate::journal::Books;
use crate::{FileError, Reason};
use ledger::*;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "a",
        "ก่า",
        " ",
        "=",
        "+",
        "-",
        "@",
        "'",
        "\t",
        "\r",
        "\n",
        "\"",
        ",",
        "\\",
        ";",
        "＝",
        "1",
        "proposal 1/2 ",
        "\u{feff}",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..5).prop_map(|pieces| pieces.concat())
}

fn word() -> impl Strategy<Value = String> {
    text().prop_map(|text| text + "x")
}

fn name() -> impl Strategy<Value = String> {
    word().prop_map(|name| {
        name.chars().filter(|letter| !letter.is_control()).collect::<String>().trim().to_owned()
    })
}

fn origin() -> impl Strategy<Value = Option<Origin>> {
    let origin = (any::<i64>(), any::<u32>(), any::<i64>(), prop::option::of(word()));
    prop::option::of(origin.prop_map(|(batch, line, fingerprint, external_id)| Origin {
        batch: BatchId(batch),
        line,
        fingerprint,
        external_id,
    }))
}

fn posting() -> impl Strategy<Value = SheetPosting> {
    let account = (prop::sample::select(AccountKind::ALL), prop::collection::vec(name(), 0..3));
    let kinds =
        vec![CommodityKind::Currency, CommodityKind::Coin, CommodityKind::Security, CommodityKind::Custom];
    let commodity = (word(), text(), prop::sample::select(kinds), 0..=18_u8);
    let statuses = vec![Status::Pending, Status::Cleared, Status::Reconciled];
    (account, commodity, prop::sample::select(statuses), -(1_i128 << 95)..1 << 95, text(), origin()).prop_map(
        |(
            (kind, names),
            (commodity, commodity_name, commodity_kind, decimals),
            status,
            units,
            memo,
            origin,
        )| {
            let root = kind.account_type().root_name().to_owned();
            let path = [root].into_iter().chain(names).collect::<Vec<_>>().join(":");
            SheetPosting {
                account: AccountPath::parse(&path).unwrap(),
                kind,
                status,
                commodity,
                commodity_name,
                commodity_kind,
                scale: Scale::new(decimals).unwrap(),
                quantity: Quantity::new(units).unwrap(),
                memo,
                origin,
            }
        },
    )
}

fn sorting() -> impl Strategy<Value = Sorting> {
    prop_oneof![
        Just(Sorting::Nobody),
        Just(Sorting::Person),
        Just(Sorting::File),
        any::<i64>().prop_map(|rule| Sorting::Rule { rule: RuleId(rule) }),
        (text(), any::<u32>(), any::<u32>()).prop_map(|(because, like, of)| Sorting::Proposal {
            because,
            like,
            of
        }),
    ]
}

/// Day, texts (payee, description, note, tags), sorting and legs.
type Row = (i32, (Option<String>, String, String, Vec<String>), Sorting, Vec<SheetPosting>);

fn transactions() -> impl Strategy<Value = Vec<SheetTransaction>> {
    let days = Day::MIN.number()..=Day::MAX.number();
    let texts = (prop::option::of(word()), text(), text(), prop::collection::vec(word(), 0..3));
    let transaction = (days, texts, sorting(), prop::collection::vec(posting(), 1..4));
    prop::collection::vec(transaction, 0..6).prop_map(|rows| {
        let build = |(number, (day, (payee, description, note, tags), sorting, postings)): (u32, Row)| {
            let day = Day::from_number(i64::from(day)).unwrap();
            SheetTransaction { number, day, payee, description, note, tags, sorting, postings }
        };
        (1..).zip(rows).map(build).collect()
    })
}

fn no_books(accounts: &AccountTree) -> Books<'_> {
    Books { accounts, commodities: &[], payees: &[], tags: &[], prices: &[], first_day: Day::MIN }
}

fn write(transactions: &[SheetTransaction], mark: bool) -> Vec<u8> {
    let tree = AccountTree::default();
    let mut writer = EverythingWriter::new(Vec::new(), mark, &no_books(&tree)).unwrap();
    transactions.iter().for_each(|transaction| writer.row(transaction).unwrap());
    writer.finish().unwrap()
}

#[test]
fn cells_that_would_run_as_formulas_are_text_and_numbers_stay_numbers() {
    let mut sheet = SheetWriter::new(Vec::new(), true).unwrap();
    sheet.row(["=1+1", "@x", "-5", "'=a", "plain", "a,\"b\""].map(Cell::from)).unwrap();
    let day = Day::from_number(0).unwrap();
    sheet
        .row([
            Cell::Number("-5.00".parse().unwrap()),
            Cell::Count(-7),
            Cell::Day(day),
            Cell::Empty,
            "\t=".into(),
            "".into(),
        ])
        .unwrap();
    let written = String::from_utf8(sheet.finish().unwrap()).unwrap();
    let expected = "\u{feff}'=1+1,'@x,'-5,''=a,plain,\"a,\"\"b\"\"\"\r\n-5.00,-7,1970-01-01,,'\t=,\r\n";
    assert_eq!(written, expected);
}

#[test]
fn a_book_is_told_with_every_name_and_read_back() {
    let account = |id: i64, parent: Option<i64>, name: &str, kind| Account {
        id: AccountId(id),
        parent: parent.map(AccountId),
        name: name.into(),
        kind,
        commodity: None,
        number: String::new(),
        note: String::new(),
        closed: false,
    };
    let tree = AccountTree::new([
        account(1, None, "สินทรัพย์", AccountKind::Asset),
        account(2, Some(1), "Purse", AccountKind::Cash),
        account(3, None, "Expenses", AccountKind::Expense),
    ]);
    let commodities = [Commodity {
        id: CommodityId(1),
        code: "THB".into(),
        name: "Thai Baht".into(),
        kind: CommodityKind::Currency,
        scale: Scale::new(2).unwrap(),
        symbol: None,
    }];
    let payees = [Payee { id: PayeeId(4), name: "River Café".into() }];
    let tags = [Tag { id: TagId(5), name: "trip, 2026".into() }];
    let amount = |units| Amount::new(Quantity::new(units).unwrap(), CommodityId(1));
    let legs = vec![Posting::new(AccountId(2), amount(-6000)), Posting::new(AccountId(3), amount(6000))];
    let mut transaction =
        Transaction::new(TransactionId::new("2026-01-31".parse().unwrap(), 9), legs).unwrap();
    (transaction.payee, transaction.tags) = (Some(PayeeId(4)), vec![TagId(5)]);
    transaction.sorting = Sorting::Person;
    let books = Books { commodities: &commodities, payees: &payees, tags: &tags, ..no_books(&tree) };
    let mut writer = EverythingWriter::new(Vec::new(), false, &books).unwrap();
    writer.transaction(&transaction).unwrap();
    let written = writer.finish().unwrap();
    let reading = read_everything(&written).unwrap();
    let (line, read) = &reading.transactions[0];
    assert_eq!(
        (*line, read.payee.as_deref(), read.tags.as_slice()),
        (2, Some("River Café"), &["trip, 2026".to_owned()][..])
    );
    let posting = &read.postings[0];
    assert_eq!((posting.account.to_string().as_str(), posting.kind), ("Assets:Purse", AccountKind::Cash));
    assert_eq!((posting.quantity.units(), posting.commodity_name.as_str()), (-6000, "Thai Baht"));
    assert!(is_everything(&written) && !is_everything(b"date,amount\n"));
}

#[test]
fn rows_that_cannot_be_read_are_named_with_their_transaction_left_out() {
    let header = "transaction,date,payee,description,note,tags,sorted_by,account,kind,status,commodity,commodity_name,commodity_kind,decimals,amount,memo,batch,line,fingerprint,bank_id";
    let row = |number: &str, date: &str, account: &str, kind: &str, amount: &str| {
        format!("{number},{date},,,,,,{account},{kind},cleared,THB,,currency,2,{amount},,,,,")
    };
    let rows = [
        row("1", "2026-01-31", "Assets:Purse", "cash", "-5"),
        row("1", "2026-01-31", "Expenses:Food", "expense", "5.001"),
        row("2", "31.1.2026", "Assets:Purse", "cash", "-5"),
        row("3", "2026-01-31", "Purse", "cash", "-5"),
        row("4", "2026-01-31", "Assets:Purse", "card", "-5"),
        row("5", "2026-01-31", "Assets:Purse", "cash", "=5"),
        row("x", "2026-01-31", "Assets:Purse", "cash", "5"),
        row("6", "2026-01-31", "Assets:Purse", "cash", "-5"),
        row("7", "2026-01-31", "Assets:Purse", "cash", "-1"),
        row("6", "2026-01-30", "Expenses:Food", "expense", "5"),
        row("7", "2026-01-31", "Expenses:Food", "expense", "1"),
    ];
    let reading = read_everything([header, &rows.join("\n")].join("\n").as_bytes()).unwrap();
    let unknown = |field: &str, text: &str| Reason::UnknownValue { field: field.into(), text: text.into() };
    let date = Reason::NotADate { text: "31.1.2026".into(), format: "YYYY-MM-DD".into() };
    let found: Vec<_> = reading.unreadable.iter().map(|row| (row.line, row.reason.clone())).collect();
    let expected = [
        (3, Reason::TooManyDigits { text: "5.001".into() }),
        (4, date),
        (5, unknown("account", "Purse")),
        (6, unknown("kind", "card")),
        (7, Reason::NotAnAmount { text: "=5".into() }),
        (8, unknown("transaction", "x")),
        (11, Reason::Contradicts { text: "2026-01-30".into() }),
    ];
    assert_eq!(found, expected);
    let numbers: Vec<(u32, u32, usize)> =
        reading.transactions.iter().map(|(line, read)| (*line, read.number, read.postings.len())).collect();
    assert_eq!(numbers, [(10, 7, 2)]);
    assert_eq!(read_everything(b""), Err(FileError::Empty));
    let missing = read_everything(b"transaction,date\n1,2026-01-31\n");
    assert_eq!(missing, Err(FileError::ColumnNotFound { missing: "payee".into() }));
}

proptest! {
    #[test]
    fn a_guarded_text_starts_no_formula_and_comes_back(text in text()) {
        let guarded = guarded(&text);
        prop_assert!(!guarded.starts_with(starts_formula));
        prop_assert_eq!(unguarded(&guarded), text.as_str());
    }

    #[test]
    fn everything_written_is_read_back_and_written_alike(transactions in transactions(), mark: bool) {
        let written = write(&transactions, mark);
        let reading = read_everything(&written).unwrap();
        prop_assert_eq!(reading.unreadable, vec![]);
        let read: Vec<SheetTransaction> = reading.transactions.into_iter().map(|(_, read)| read).collect();
        prop_assert_eq!(&read, &transactions);
        prop_assert_eq!(write(&read, mark), written);
    }
}
