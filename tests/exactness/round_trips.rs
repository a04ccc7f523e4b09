//! What goes out comes in again as it was.

use crate::config;
use crate::peers::ours;
use crate::random_books::{entries, write};
use acceptance::Desk;
use proptest::prelude::*;

/// A table of everything, its transactions numbered from the first: their numbers are each ledger's own.
fn numbered(table: &str) -> String {
    let mut seen: Vec<&str> = Vec::new();
    let mut numbered = String::new();
    for line in table.split_inclusive('\n') {
        let (number, rest) = line.split_once(',').unwrap();
        if seen.last() != Some(&number) {
            seen.push(number);
        }
        numbered.push_str(&format!("{},{rest}", seen.len()));
    }
    numbered
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn a_table_of_everything_makes_the_same_books(entries in entries()) {
        let books = write(&entries);
        let all = books.coffer(["export"]).answer();
        let other = Desk::with_ledger();
        other.write("all.csv", &all);
        let count = entries.len();
        let said = other.coffer(["import", "all.csv"]).answer();
        prop_assert_eq!(said, format!("all.csv: {count} new, 0 duplicate, 0 updated, 0 unreadable\n"));
        let again = other.coffer(["export"]).answer();
        prop_assert_eq!(numbered(&again), numbered(&all));
        prop_assert_eq!(ours(&other), ours(&books));
        let said = other.coffer(["import", "all.csv"]).answer();
        prop_assert_eq!(said, format!("all.csv: 0 new, {count} duplicate, 0 updated, 0 unreadable\n"));
        prop_assert_eq!(other.coffer(["check"]).answer(), "everything adds up\n");
    }
}

/// A row of a statement.
#[derive(Debug, Clone)]
struct Row {
    day: u16,
    text: String,
    cents: i32,
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    // Long enough to be no bank's word for a balance or a total.
    let text = prop_oneof![
        "[A-Z]{5,9} [A-Za-z0-9]{1,9}",
        "[ก-ฮ]{5,12}",
        "[=+@\\-]?[A-Za-z\"',;| €é]{2,16}[a-z]{5}",
    ];
    let cents = prop_oneof![1_i32..100_000_000, -100_000_000_i32..0];
    let row = (0_u16..300, text, cents).prop_map(|(day, text, cents)| Row { day, text, cents });
    prop::collection::vec(row, 3..40)
}

fn statement(rows: &[Row]) -> String {
    let mut text = String::from("Date,Description,Amount\n");
    for Row { day, text: words, cents } in rows {
        let (month, day) = (1 + day / 28, 1 + day % 28);
        let (sign, size) = (if *cents < 0 { "-" } else { "" }, cents.unsigned_abs());
        let words = words.replace('"', "\"\"");
        text.push_str(&format!(
            "2025-{month:02}-{day:02},\"{words}\",{sign}{}.{:02}\n",
            size / 100,
            size % 100
        ));
    }
    text
}

fn bank() -> Desk {
    let desk = Desk::with_ledger();
    desk.coffer(["account", "add", "Assets:Bank", "--kind", "checking", "--currency", "USD"]).answer();
    desk
}

fn import(desk: &Desk, name: &str, bytes: &str) -> String {
    desk.write(name, bytes);
    let said = desk.coffer(["import", name, "--account", "Assets:Bank"]).answer();
    said.trim_start_matches(name).to_owned()
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn a_statement_that_was_imported_exported_and_imported_is_the_same_rows(rows in rows()) {
        let count = rows.len();
        let all_new = format!(": {count} new, 0 duplicate, 0 updated, 0 unreadable\n");
        let none_new = format!(": 0 new, {count} duplicate, 0 updated, 0 unreadable\n");
        let (first, second) = (bank(), bank());
        prop_assert_eq!(&import(&first, "bank.csv", &statement(&rows)), &all_new);
        let export = |desk: &Desk| desk.coffer(["export", "--account", "Assets:Bank"]).answer();
        let out = export(&first);
        prop_assert_eq!(&import(&first, "own.csv", &out), &none_new);
        prop_assert_eq!(&import(&second, "own.csv", &out), &all_new);
        prop_assert_eq!(&export(&second), &out);
        prop_assert_eq!(&import(&second, "bank.csv", &statement(&rows)), &none_new);
    }
}
