//! A budget of ten years: what each of its months costs, at 10 k and at 1 M.

use crate::Outcome;
use crate::books::Books;
use crate::measure::{cost, median};
use crate::table::{ms, row, say, verdict};
use std::process::Command;

const RUNS: usize = 15;
/// How much 1 M may cost of what 10 k costs.
const GROWTH: f64 = 1.5;

struct Question {
    name: &'static str,
    arguments: &'static [&'static str],
}

const QUESTIONS: &[Question] = &[
    Question { name: "a budget's first month", arguments: &["budget", "show", "--month", "2017-01"] },
    Question { name: "one in the middle", arguments: &["budget", "show", "--month", "2021-06"] },
    Question { name: "the newest", arguments: &["budget", "show", "--month", "2026-10"] },
    Question {
        name: "a year side by side",
        arguments: &["budget", "show", "--month", "2026-01", "--count", "12"],
    },
    Question { name: "filling its targets, told", arguments: &["budget", "fill", "--dry-run"] },
    Question {
        name: "assigning an amount",
        arguments: &["budget", "move", "0.01", "--to", "Expenses:Travel:Flights", "--month", "2026-05"],
    },
];

/// Makes a budget in each of the books and prints what its months cost.
pub fn run(books: &[Books]) -> Outcome {
    let heads = ["CPU of a whole process", "10 k", "100 k", "1 M", "1 M / 10 k"];
    row(&heads.map(str::to_owned));
    let mut cells = vec!["making a budget of ten years".to_owned()];
    for books in books {
        cells.push(ms(cost(books.command()?.args(["budget", "create", "Household"]))?.cpu));
        for category in ["Expenses:Travel:Flights", "Expenses:Travel:Hotels"] {
            cost(books.command()?.args(["budget", "target", category, "--average", "12"]))?;
        }
    }
    row(&cells);
    for question in QUESTIONS {
        let mut costs = Vec::new();
        for books in books {
            // The program and its paths are known by now.
            books.command()?;
            let asked = median(RUNS, || {
                let mut command = books.command().unwrap_or_else(|_| Command::new("false"));
                command.args(question.arguments);
                command
            })?;
            costs.push(asked.cpu);
        }
        let mut cells = vec![question.name.to_owned()];
        cells.extend(costs.iter().map(|cpu| ms(*cpu)));
        if let (Some(first), Some(last)) = (costs.first(), costs.last()) {
            cells.push(verdict(last / first, GROWTH, false));
        }
        row(&cells);
    }
    say("");
    Ok(())
}
