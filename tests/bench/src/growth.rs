//! What a question costs as the books grow over the same ten years.

use crate::Outcome;
use crate::books::Books;
use crate::measure::{cost, median};
use crate::table::{ms, row, verdict};
use std::process::Command;

const RUNS: usize = 15;
/// How much 1 M may cost of what 10 k costs.
const GROWTH: f64 = 1.5;

/// A command that is asked of each of the books.
pub struct Question {
    pub name: &'static str,
    pub arguments: &'static [&'static str],
    /// What is done before each time it is asked, without being measured.
    pub before: &'static [&'static str],
}

impl Question {
    pub const fn new(name: &'static str, arguments: &'static [&'static str]) -> Self {
        Self { name, arguments, before: &[] }
    }

    pub const fn after(self, before: &'static [&'static str]) -> Self {
        Self { before, ..self }
    }
}

/// The heads of a table of questions.
pub fn heads() {
    row(&["CPU of a whole process", "10 k", "100 k", "1 M", "1 M / 10 k"].map(str::to_owned));
}

/// Asks each question of each of the books and prints what it cost.
pub fn ask(books: &[Books], questions: &[Question]) -> Outcome {
    for question in questions {
        let mut costs = Vec::new();
        for books in books {
            // The program and its paths are known by now.
            books.command()?;
            let mut failed = Ok(());
            let asked = median(RUNS, || {
                let command = |arguments: &[&str]| {
                    let mut command = books.command().unwrap_or_else(|_| Command::new("false"));
                    command.args(arguments);
                    command
                };
                if !question.before.is_empty() && failed.is_ok() {
                    failed = cost(&mut command(question.before)).map(drop);
                }
                command(question.arguments)
            })?;
            failed?;
            costs.push(asked.cpu);
        }
        let mut cells = vec![question.name.to_owned()];
        cells.extend(costs.iter().map(|cpu| ms(*cpu)));
        if let (Some(first), Some(last)) = (costs.first(), costs.last()) {
            cells.push(verdict(last / first, GROWTH, false));
        }
        row(&cells);
    }
    Ok(())
}
