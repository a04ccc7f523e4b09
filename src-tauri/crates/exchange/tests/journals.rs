//! Random books, written as journals, have the same balances in the programs that read them.
//!
//! Needs `hledger`, `ledger`, `bean-check` and `bean-query`: on Debian, `apt-get install hledger ledger beancount`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where it fails")]

use exchange::journal::{BeancountWriter, Books, HledgerWriter};
use ledger::{
    Account, AccountId, AccountTree, AccountType, Amount, Commodity, CommodityId, CommodityKind, Day, Payee,
    PayeeId, Posting, Price, Quantity, Scale, Status, Tag, TagId, Transaction, TransactionId,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const DECIMALS: [u8; 5] = [0, 2, 3, 8, 18];

/// Everything that a journal says.
#[derive(Debug, Clone)]
struct Book {
    accounts: Vec<Account>,
    commodities: Vec<Commodity>,
    payees: Vec<Payee>,
    tags: Vec<Tag>,
    prices: Vec<Price>,
    transactions: Vec<Transaction>,
}

/// Text that formats stumble over.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "B",
        "ก่า",
        "é",
        " ",
        "  ",
        "\t",
        "\n",
        "\"",
        "'",
        "\\",
        "|",
        ";",
        ":",
        "::",
        "%",
        "#",
        "*",
        "!",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "=",
        "@",
        "<",
        ">",
        ",",
        "-",
        "+",
        "0",
        "9",
        "1/2",
        "2020-99-99",
        "[1/99]",
        "date:",
        "date:99",
        "&",
        "$",
        "~",
        "^",
        "\u{a0}",
        "\u{3000}",
        "\u{7}",
        "P",
        "USD",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..6).prop_map(|pieces| pieces.concat())
}

/// Names of accounts, each once.
fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 6..10).prop_map(|names| {
        let mut kept: Vec<String> = Vec::new();
        for name in names {
            let name: String = name.replace(':', ".").chars().filter(|letter| !letter.is_control()).collect();
            let name = name.trim().to_owned();
            if !name.is_empty() && !kept.contains(&name) {
                kept.push(name);
            }
        }
        kept
    })
}

fn codes() -> impl Strategy<Value = Vec<String>> {
    let code = prop_oneof!["[A-Z]{3}", "[A-Z0-9'._-]{2,6}", "[a-z\"%;$ ก-ง0-9]{1,5}"];
    prop::collection::vec(code, DECIMALS.len()).prop_map(|codes| {
        // The place in the list keeps two codes apart.
        codes.into_iter().enumerate().map(|(place, code)| format!("{}{place}", code.trim())).collect()
    })
}

fn account(id: i64, parent: Option<i64>, name: &str, account_type: AccountType) -> Account {
    Account {
        id: AccountId(id),
        parent: parent.map(AccountId),
        name: name.to_owned(),
        kind: account_type.generic_kind(),
        commodity: None,
        number: String::new(),
        note: String::new(),
        closed: false,
    }
}

/// The five roots, and the names below them or below one another.
fn accounts(names: &[String]) -> Vec<Account> {
    let roots = (1..).zip(AccountType::ALL).map(|(id, kind)| account(id, None, kind.root_name(), kind));
    let mut accounts: Vec<Account> = roots.collect();
    for (place, name) in names.iter().enumerate() {
        let parent = if place % 3 == 2 { accounts.len() - 1 } else { place % 5 };
        let (parent, kind) = (accounts[parent].id.0, accounts[parent].account_type());
        let id = i64::try_from(accounts.len()).unwrap() + 1;
        accounts.push(account(id, Some(parent), name, kind));
    }
    accounts
}

/// A leg before balancing: account, commodity, units, status, memo.
type Leg = (usize, usize, i128, u8, String);

fn leg() -> impl Strategy<Value = Leg> {
    let units = prop_oneof![Just(0_i128), -99_999..99_999_i128, -10_i128.pow(24)..10_i128.pow(24)];
    (0..100_usize, 0..DECIMALS.len(), units, 0..3_u8, text())
}

fn book() -> impl Strategy<Value = Book> {
    let transaction = (
        prop_oneof![-9000..25_000_i64, -200_000..376_000_i64],
        prop::collection::vec(leg(), 1..4),
        text(),
        text(),
        0..4_usize,
    );
    let prices =
        prop::collection::vec((0..DECIMALS.len(), -9000..25_000_i64, 1..10_i64.pow(17), 0..12_u32), 0..4);
    let lists = (prop::collection::vec(text(), 3), prop::collection::vec(text(), 3));
    (names(), codes(), prop::collection::vec(transaction, 1..25), prices, lists).prop_map(
        |(names, codes, rows, prices, (payees, tags))| {
            let accounts = accounts(&names);
            let transactions =
                (1_u32..).zip(rows).map(|(serial, row)| transaction_of(serial, row, &accounts)).collect();
            let number = |place: usize| i64::try_from(place).unwrap() + 1;
            let price = |(commodity, day, mantissa, scale): (usize, i64, i64, u32)| Price {
                commodity: CommodityId(number(commodity)),
                quote: CommodityId(number((commodity + 1) % DECIMALS.len())),
                day: Day::from_number(day).unwrap(),
                rate: Decimal::new(mantissa, scale),
            };
            let commodity = |(place, code): (usize, String)| Commodity {
                id: CommodityId(number(place)),
                name: format!("name of {code}"),
                code,
                kind: CommodityKind::Custom,
                scale: Scale::new(DECIMALS[place]).unwrap(),
                symbol: None,
            };
            Book {
                commodities: codes.into_iter().enumerate().map(commodity).collect(),
                payees: (1..).zip(payees).map(|(id, name)| Payee { id: PayeeId(id), name }).collect(),
                // A tag is a word at least.
                tags: (1..)
                    .zip(tags)
                    .map(|(id, name)| Tag { id: TagId(id), name: format!("t{name}") })
                    .collect(),
                prices: prices.into_iter().map(price).collect(),
                accounts,
                transactions,
            }
        },
    )
}

fn transaction_of(
    serial: u32,
    (day, legs, description, note, payee): (i64, Vec<Leg>, String, String, usize),
    accounts: &[Account],
) -> Transaction {
    let mut postings = Vec::new();
    for (account, commodity, units, status, memo) in legs {
        let commodity = CommodityId(i64::try_from(commodity).unwrap() + 1);
        let amount = Amount::new(Quantity::new(units).unwrap(), commodity);
        let pick = |account: usize| accounts[account % accounts.len()].id;
        let status = Status::from_number(status.into()).unwrap();
        postings.push(Posting { status, memo, ..Posting::new(pick(account), amount) });
        postings.push(Posting::new(pick(account / 2 + 1), amount.negated()));
    }
    let id = TransactionId::new(Day::from_number(day).unwrap(), serial);
    let payee = i64::try_from(payee).ok().filter(|payee| *payee > 0).map(PayeeId);
    let mut transaction = Transaction::new(id, postings).unwrap();
    transaction.tags = payee.map(|payee| TagId(payee.0)).into_iter().collect();
    (transaction.payee, transaction.description, transaction.note) = (payee, description, note);
    transaction
}

/// Sums that are not zero, by the names that a journal gives account and commodity.
type Balances = BTreeMap<(String, String), Decimal>;

impl Book {
    fn tree(&self) -> AccountTree {
        AccountTree::new(self.accounts.iter().cloned())
    }

    fn books<'a>(&'a self, accounts: &'a AccountTree) -> Books<'a> {
        let days =
            self.transactions.iter().map(Transaction::day).chain(self.prices.iter().map(|price| price.day));
        let Self { commodities, payees, tags, prices, .. } = self;
        Books { accounts, commodities, payees, tags, prices, first_day: days.min().unwrap() }
    }

    fn balances(
        &self,
        accounts: &BTreeMap<AccountId, String>,
        commodities: &BTreeMap<CommodityId, String>,
    ) -> Balances {
        let mut sums: BTreeMap<(AccountId, CommodityId), Vec<Quantity>> = BTreeMap::new();
        for posting in self.transactions.iter().flat_map(Transaction::postings) {
            sums.entry((posting.account, posting.amount.commodity))
                .or_default()
                .push(posting.amount.quantity);
        }
        let mut balances = Balances::new();
        for ((account, commodity), quantities) in sums {
            let scale = self.commodities.iter().find(|known| known.id == commodity).unwrap().scale;
            let sum = Quantity::sum(quantities).unwrap().to_decimal(scale).normalize();
            if !sum.is_zero() {
                balances.insert((accounts[&account].clone(), commodities[&commodity].clone()), sum);
            }
        }
        balances
    }
}

/// Runs a program; its output, or what it complained about.
fn run(program: &str, arguments: &[&str]) -> Result<String, TestCaseError> {
    let output =
        Command::new(program).args(arguments).env("LC_ALL", "C.UTF-8").output().unwrap_or_else(|error| {
            panic!("{program}: {error}; install it: apt-get install hledger ledger beancount")
        });
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if !output.status.success() {
        return Err(TestCaseError::fail(format!(
            "{program} {arguments:?}: {}{}",
            words(&output.stderr),
            words(&output.stdout)
        )));
    }
    Ok(words(&output.stdout))
}

/// A file that is deleted when the test is done with it.
struct Journal(PathBuf);

impl Journal {
    fn new(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("exchange-{}-{name}", std::process::id()));
        std::fs::write(&path, content).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        Path::to_str(&self.0).unwrap()
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap();
    }
}

/// The rest of each line that starts with one of the words, up to a comment.
fn after<'a>(journal: &'a str, word: &'a str) -> impl Iterator<Item = String> + 'a {
    journal.lines().filter_map(move |line| Some(line.strip_prefix(word)?.split("  ;").next()?.to_owned()))
}

/// The balances in a table of account, commodity and sum, without a line of headers.
fn table(csv: &str) -> Balances {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(true).trim(csv::Trim::All).from_reader(csv.as_bytes());
    let mut balances = Balances::new();
    for record in reader.records().map(Result::unwrap) {
        let number = record[2].trim_start_matches("Decimal('").trim_end_matches("')");
        let sum = Decimal::from_scientific(number).or_else(|_| number.parse()).unwrap().normalize();
        if !sum.is_zero() {
            balances.insert((record[0].to_owned(), record[1].to_owned()), sum);
        }
    }
    balances
}

proptest! {
    // Each case starts five programs.
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hledger_and_ledger_accept_our_journal_and_hledger_finds_our_balances(book in book()) {
        let tree = book.tree();
        let mut writer = HledgerWriter::new(Vec::new(), &book.books(&tree)).unwrap();
        book.transactions.iter().for_each(|transaction| writer.transaction(transaction).unwrap());
        let written = String::from_utf8(writer.finish().unwrap()).unwrap();
        let file = Journal::new("books.journal", written.as_bytes());
        run("hledger", &["-f", file.path(), "check", "-s"])?;
        run("ledger", &["--args-only", "-f", file.path(), "balance"])?;
        let accounts = tree.walk().into_iter().map(|account| account.id).zip(after(&written, "account ")).collect();
        let unquoted = |code: String| code.trim_matches('"').to_owned();
        let commodities = book.commodities.iter().map(|known| known.id).zip(after(&written, "commodity ").map(unquoted)).collect();
        let found = run("hledger", &["-f", file.path(), "balance", "--flat", "--no-total", "--layout=bare", "-O", "csv"])?;
        prop_assert_eq!(table(&found), book.balances(&accounts, &commodities));
    }

    #[test]
    fn beancount_accepts_our_ledger_and_finds_our_balances(book in book()) {
        let tree = book.tree();
        let mut writer = BeancountWriter::new(Vec::new(), &book.books(&tree)).unwrap();
        book.transactions.iter().for_each(|transaction| writer.transaction(transaction).unwrap());
        let written = String::from_utf8(writer.finish().unwrap()).unwrap();
        let file = Journal::new("books.beancount", written.as_bytes());
        run("bean-check", &[file.path()])?;
        let of = |kind: &'static str| {
            let lines = written.lines().filter_map(move |line| line.get(11..)?.strip_prefix(kind).map(str::to_owned));
            lines.collect::<Vec<_>>()
        };
        // Roots come last, and only those with postings.
        let (below, roots): (Vec<&Account>, Vec<&Account>) = tree.walk().into_iter().partition(|account| account.parent.is_some());
        let opened = of("open ");
        let mut accounts: BTreeMap<AccountId, String> = below.iter().map(|account| account.id).zip(opened.clone()).collect();
        for name in &opened[below.len()..] {
            let root = roots.iter().find(|root| name.starts_with(&format!("{}:", root.name))).unwrap();
            accounts.insert(root.id, name.clone());
        }
        let commodities = book.commodities.iter().map(|known| known.id).zip(of("commodity ")).collect();
        // As text, for bean-query rounds numbers to the precision that most of them have.
        let query = "SELECT account, currency, str(sum(number)) GROUP BY account, currency";
        let found = run("bean-query", &["-f", "csv", file.path(), query])?;
        prop_assert_eq!(table(&found), book.balances(&accounts, &commodities));
    }
}
