//! Reads statement files and prints what came out of each, a line per file, tab-separated.
#![allow(clippy::print_stdout)]

use exchange::{BalanceProof, Document, csv};
use rust_decimal::Decimal;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("path\tformat\trows\tunreadable\tleft_out\tfirst\tlast\tsum\tcurrency\tproof\tstatements");
    let mut code = ExitCode::SUCCESS;
    for path in std::env::args().skip(1) {
        match std::fs::read(&path) {
            Ok(bytes) => println!("{path}\t{}", line(&bytes)),
            Err(error) => {
                println!("{path}\terror\t{error}");
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

fn line(bytes: &[u8]) -> String {
    match csv::detect(bytes).and_then(|detection| csv::read(bytes, &detection.reading)) {
        Ok(document) => summary(&document),
        Err(error) => format!("refused\t{error}"),
    }
}

fn summary(document: &Document) -> String {
    let drafts = || document.statements.iter().flat_map(|statement| &statement.drafts);
    let sum = drafts().fold(Decimal::ZERO, |sum, draft| sum.saturating_add(draft.amount));
    let day = |day: Option<ledger::Day>| day.map_or("-".to_owned(), |day| day.to_string());
    let mut currencies: Vec<&str> = drafts().filter_map(|draft| draft.commodity.as_deref()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let proof = document.statements.iter().map(|statement| match statement.proof {
        BalanceProof::None => "none".to_owned(),
        BalanceProof::Proven { steps } => format!("proven:{steps}"),
        BalanceProof::Broken { line } => format!("broken:{line}"),
    });
    [
        format!("{:?}", document.format).to_lowercase(),
        drafts().count().to_string(),
        document.statements.iter().map(|statement| statement.unreadable.len()).sum::<usize>().to_string(),
        document.statements.iter().map(|statement| statement.left_out.len()).sum::<usize>().to_string(),
        day(drafts().map(|draft| draft.day).min()),
        day(drafts().map(|draft| draft.day).max()),
        sum.normalize().to_string(),
        currencies.join(","),
        proof.collect::<Vec<_>>().join(","),
        document.statements.len().to_string(),
    ]
    .join("\t")
}
