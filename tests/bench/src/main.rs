//! `make bench`: whole processes, CPU time, medians, and ratios against peers and limits measured in the same run.
//!
//! Nothing here gates a test: a machine that is busy with something else tells lies.

mod bare;
mod books;
mod budgets;
mod growth;
mod import;
mod measure;
mod plans;
mod questions;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.first().map(String::as_str) {
        // The bare program runs as a process of its own, so that it is measured like everything else.
        Some("bare") => bare::run(&arguments[1..]),
        Some("questions") => with_folder(questions::run),
        Some("import") => with_folder(import::run),
        None => with_folder(|folder| questions::run(folder).and_then(|()| import::run(folder))),
        Some(other) => Err(format!("there is no part “{other}”: questions, import").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            table::say(&format!("bench: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Whatever goes wrong ends the run.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn with_folder(run: impl FnOnce(&std::path::Path) -> Outcome) -> Outcome {
    let folder = tempfile::Builder::new().prefix("coffer-bench").tempdir()?;
    run(folder.path())
}
