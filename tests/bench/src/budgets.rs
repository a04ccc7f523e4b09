//! A budget of ten years: what each of its months costs, at 10 k and at 1 M.

use crate::Outcome;
use crate::books::Books;
use crate::growth::{Question, ask, heads};
use crate::measure::cost;
use crate::table::{ms, row, say};

const QUESTIONS: &[Question] = &[
    Question::new("a budget's first month", &["budget", "show", "--month", "2017-01"]),
    Question::new("one in the middle", &["budget", "show", "--month", "2021-06"]),
    Question::new("the newest", &["budget", "show", "--month", "2026-10"]),
    Question::new("a year side by side", &["budget", "show", "--month", "2026-01", "--count", "12"]),
    Question::new("filling its targets, told", &["budget", "fill", "--dry-run"]),
    Question::new(
        "assigning an amount",
        &["budget", "move", "0.01", "--to", "Expenses:Travel:Flights", "--month", "2026-05"],
    ),
];

/// Makes a budget in each of the books and prints what its months cost.
pub fn run(books: &[Books]) -> Outcome {
    heads();
    let mut cells = vec!["making a budget of ten years".to_owned()];
    for books in books {
        cells.push(ms(cost(books.command()?.args(["budget", "create", "Household"]))?.cpu));
        for category in ["Expenses:Travel:Flights", "Expenses:Travel:Hotels"] {
            cost(books.command()?.args(["budget", "target", category, "--average", "12"]))?;
        }
    }
    row(&cells);
    ask(books, QUESTIONS)?;
    say("");
    Ok(())
}
