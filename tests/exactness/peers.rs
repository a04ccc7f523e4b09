//! What other programs compute from the journals that we write.

use crate::config;
use crate::random_books::{entries, write};
use acceptance::Desk;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::process::Output;

/// Quantities, by account and commodity, without those of nothing.
pub type Balances = BTreeMap<(String, String), Decimal>;

/// A number as one program or another writes it: `12.50`, `9.7E-17`.
fn number(text: &str) -> Decimal {
    let number = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text));
    number.unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn collect(rows: impl Iterator<Item = (String, String, String)>) -> Balances {
    let rows = rows.map(|(account, commodity, quantity)| ((account, commodity), number(&quantity)));
    rows.filter(|(_, quantity)| !quantity.is_zero()).collect()
}

/// What our own program says.
pub fn ours(desk: &Desk) -> Balances {
    let answer = desk.coffer(["balance", "--json"]).json();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let rows = answer.as_array().unwrap().iter();
    collect(rows.map(|row| (text(&row["account"]), text(&row["commodity"]), text(&row["quantity"]))))
}

fn run(desk: &Desk, program: &str, arguments: &[&str]) -> String {
    let output = desk.program(program).args(arguments).output();
    let Output { status, stdout, stderr } =
        output.unwrap_or_else(|error| panic!("{program}: {error}; `.ci/packages test` installs it"));
    let complaint = String::from_utf8_lossy(&stderr);
    assert!(status.success() && complaint.is_empty(), "{program} {arguments:?}: {complaint}");
    String::from_utf8(stdout).unwrap()
}

/// The fields of a table without line breaks in them.
fn fields(line: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    let record = reader.records().next().unwrap().unwrap();
    record.iter().map(|field| field.trim().to_owned()).collect()
}

fn three(line: &str) -> (String, String, String) {
    let [account, commodity, quantity] = fields(line).try_into().unwrap();
    (account, commodity, quantity)
}

/// The text whose unusual bytes are written as `%3B`.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first == b'%' {
            let digits = std::str::from_utf8(&tail[..2]).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &tail[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn of_hledger(desk: &Desk) -> Balances {
    desk.coffer(["export", "--format", "hledger", "--output", "books.journal"]).answer();
    run(desk, "hledger", &["-f", "books.journal", "check"]);
    let ask = ["-f", "books.journal", "balance", "-N", "--flat", "--layout=bare", "-O", "csv"];
    let table = run(desk, "hledger", &ask);
    let rows = table.lines().skip(1).map(three);
    collect(rows.map(|(account, commodity, quantity)| (unescaped(&account), unescaped(&commodity), quantity)))
}

/// The names that had to change for beancount, which the journal tells.
fn originals(journal: &str) -> BTreeMap<String, String> {
    let mut named = BTreeMap::new();
    let mut current = String::new();
    for line in journal.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        if let [_, "open" | "commodity", name] = words[..] {
            current = name.to_owned();
        }
        let (account, commodity) = (line.strip_prefix("  name: \""), line.strip_prefix("  code: \""));
        let original = if current.contains(':') { account } else { commodity };
        if let Some(original) = original {
            named.insert(current.clone(), original.trim_end_matches('"').to_owned());
        }
    }
    named
}

fn of_beancount(desk: &Desk) -> Balances {
    desk.coffer(["export", "--format", "beancount", "--output", "books.beancount"]).answer();
    run(desk, "bean-check", &["books.beancount"]);
    // As texts: numbers are shown with as many digits as most of them have.
    let question = "SELECT account, currency, str(sum(number)) GROUP BY account, currency";
    let table = run(desk, "bean-query", &["-f", "csv", "books.beancount", question]);
    let journal = std::fs::read_to_string(desk.path("books.beancount")).unwrap();
    let originals = originals(&journal);
    let original = |name: String| originals.get(&name).cloned().unwrap_or(name);
    let rows = table.lines().skip(1).map(three);
    collect(rows.map(|(account, commodity, quantity)| {
        let quantity = quantity.trim_start_matches("Decimal('").trim_end_matches("')");
        (original(account), original(commodity), quantity.to_owned())
    }))
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn other_programs_compute_our_balances_from_our_journals(entries in entries()) {
        let desk = write(&entries);
        let ours = ours(&desk);
        prop_assert_eq!(&of_hledger(&desk), &ours);
        prop_assert_eq!(&of_beancount(&desk), &ours);
        prop_assert_eq!(desk.coffer(["check"]).answer(), "everything adds up\n");
    }
}
