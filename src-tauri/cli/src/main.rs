//! `coffer`: everything that the window does, for scripts, servers and benchmarks.

mod accounts;
mod arguments;
mod budget;
mod budget_arguments;
mod commands;
mod failure;
mod forecast;
mod goal;
mod import;
mod insight;
mod ledger_file;
mod output;
mod phrase;
mod plan_arguments;
mod report;
mod schedule;
mod schedule_arguments;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    api::harden();
    let arguments = arguments::Arguments::parse();
    // One thread is enough for one command, and starts faster than several.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let answer = match runtime {
        Ok(runtime) => runtime.block_on(commands::run(arguments)),
        Err(error) => Err(failure::Failure::runtime(&error)),
    };
    match answer {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.print();
            ExitCode::FAILURE
        }
    }
}
