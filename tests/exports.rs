//! What leaves the books for a spreadsheet is never run by it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use acceptance::{Desk, KEY_FILE, LEDGER, Run};

/// Texts that a spreadsheet would run as they are, or once somebody has edited the cell.
const TRAPS: [&str; 9] = [
    "=1+1",
    "+SUM(A1)",
    "-2+3|cmd",
    "@SUM(A1)",
    "=HYPERLINK(\"a\",\"b\")",
    "\t=1+2",
    "'=1+3",
    " =1+4",
    "＝1＋1",
];

/// The cells of a table that a spreadsheet takes for a formula.
fn formulas(table: &str) -> Vec<String> {
    let text = table.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let cells: Vec<String> = reader
        .records()
        .flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(cells.len() > 6, "{table}");
    let run = |cell: &String| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    // A negative amount is what it says.
    let amount = |cell: &String| {
        cell.strip_prefix('-').is_some_and(|rest| rest.parse::<rust_decimal::Decimal>().is_ok())
    };
    cells.into_iter().filter(run).filter(|cell| !amount(cell)).collect()
}

/// A ledger with each of the texts wherever a person or a bank may write one.
fn trapped() -> Desk {
    let desk = Desk::with_ledger();
    desk.coffer(["account", "add", "Assets:Bank", "--kind", "checking", "--currency", "USD"]).answer();
    let mut statement = String::from("Date,Description,Payee,Amount\n");
    for trap in TRAPS {
        let quoted = trap.replace('"', "\"\"");
        statement.push_str(&format!("2026-11-02,\"{quoted}\",\"{quoted}\",-3.20\n"));
        let category = format!("Expenses:{}", trap.trim());
        desk.coffer(["account", "add", &category]).answer();
        let options = ["--from", "Assets:Bank", "--to", &category, &format!("--note={trap}")];
        let mut add = desk.bare_coffer();
        add.args(["add", "--ledger", LEDGER, "--key-file", KEY_FILE]).args(options);
        Run::from(add.args(["--", "2026-03-11", trap, "1.00"]).output().unwrap()).answer();
    }
    desk.write("bank.csv", statement);
    let said = desk.coffer(["import", "bank.csv", "--account", "Assets:Bank"]).answer();
    assert!(said.contains("9 new"), "{said}");
    desk
}

#[test]
fn no_cell_of_any_table_is_run_as_a_formula() {
    let desk = trapped();
    let period = ["--from", "2026-01-01", "--to", "2026-12-31", "--csv"];
    let mut tables =
        vec![desk.coffer(["export"]).answer(), desk.coffer(["export", "--account", "Assets:Bank"]).answer()];
    for kind in ["income", "balance", "networth", "cashflow", "category", "payee"] {
        tables.push(desk.coffer([&["report", kind][..], &period].concat()).answer());
    }
    for table in tables {
        assert_eq!(formulas(&table), Vec::<String>::new(), "{table}");
    }
}

#[test]
fn what_was_kept_from_being_run_comes_back_as_it_was() {
    let desk = trapped();
    let all = desk.coffer(["export"]).answer();
    let other = Desk::with_ledger();
    other.write("all.csv", &all);
    other.coffer(["import", "all.csv"]).answer();
    let register = |desk: &Desk| {
        let rows = desk.coffer(["register", "Assets:Bank", "--limit", "100", "--json"]).json();
        let words =
            |row: &serde_json::Value| [row["payee"].clone(), row["description"].clone(), row["note"].clone()];
        rows["rows"].as_array().unwrap().iter().map(words).collect::<Vec<_>>()
    };
    assert_eq!(register(&other), register(&desk));
}
