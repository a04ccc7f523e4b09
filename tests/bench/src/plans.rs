//! What comes again, what accounts will hold, and what is worth knowing: at 10 k and at 1 M.

use crate::Outcome;
use crate::books::Books;
use crate::growth::{Question, ask, heads};
use crate::measure::cost;
use crate::table::{ms, row, say};

const BANK: &str = "Assets:Bank:Ratchaphruek Checking";
/// A transaction with somebody who sends a bill.
const PAID: &[&str] = &[
    "add",
    "2026-11-20",
    "Tunemango",
    "129",
    "--from",
    BANK,
    "--to",
    "Expenses:Subscriptions:Streaming & Music",
];
/// What comes again, by schedule.
const SCHEDULES: [(&str, &str, &str, &str); 3] = [
    ("Hillside Storage", "-900", "Expenses:Housing:Rent", "FREQ=MONTHLY"),
    ("Corner Dojo", "-450", "Expenses:Health:Fitness", "FREQ=MONTHLY;BYDAY=2TU"),
    ("Green Box", "-320", "Expenses:Food:Groceries", "FREQ=WEEKLY"),
];

const QUESTIONS: &[Question] = &[
    Question::new("bills and subscriptions", &["bills"]),
    Question::new("the same after one was paid", &["bills"]).after(PAID),
    Question::new("schedules", &["schedule", "list"]),
    Question::new(
        "what they bring in two months",
        &["schedule", "list", "--from", "2026-11-01", "--to", "2026-12-31"],
    ),
    Question::new("a forecast of a year", &["forecast", "--days", "365"]),
    Question::new("the same after one was paid", &["forecast", "--days", "365"]).after(PAID),
    Question::new("what may be spent today", &["insight"]),
    Question::new("a month in review", &["insight", "--month", "2026-10"]),
    Question::new("goals", &["goal", "list"]),
];

/// Adds schedules and a goal to each of the books and prints what their screens cost.
pub fn run(books: &[Books]) -> Outcome {
    heads();
    let mut cells = vec!["bills, the first time".to_owned()];
    for books in books {
        cells.push(ms(cost(books.command()?.arg("bills"))?.cpu));
        for (payee, amount, category, rule) in SCHEDULES {
            let scheduled = ["schedule", "add", payee, amount, "--account", BANK, "--to", category];
            cost(books.command()?.args(scheduled).args(["--start", "2026-11-01", "--rule", rule]))?;
        }
        let goal = ["goal", "add", "A boat", "--target", "90000", "--by", "2028-12-31", "--in", BANK];
        cost(books.command()?.args(goal))?;
    }
    row(&cells);
    ask(books, QUESTIONS)?;
    say("");
    Ok(())
}
