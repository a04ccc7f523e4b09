//! The books that are asked: the same seed, at three sizes, over the same ten years.

use crate::Outcome;
use crate::measure::cost;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A sample ledger and its export.
pub struct Books {
    pub ledger: PathBuf,
    pub key: PathBuf,
    pub journal: PathBuf,
}

/// The program that is measured: the release build beside this one.
pub fn coffer() -> Outcome<PathBuf> {
    let path = std::env::current_exe()?.with_file_name("coffer");
    if path.exists() {
        Ok(path)
    } else {
        Err(format!("build it first: {} is missing", path.display()).into())
    }
}

impl Books {
    /// Makes the ledger of this size; its journal too where peers are asked.
    pub fn make(folder: &Path, transactions: u32, journal: bool) -> Outcome<Self> {
        let path = |ending: &str| folder.join(format!("{transactions}.{ending}"));
        let books = Self { ledger: path("coffer"), key: path("key"), journal: path("journal") };
        let count = transactions.to_string();
        cost(books.command()?.args(["sample", "--seed", "7", "--transactions", &count]))?;
        if journal {
            cost(books.command()?.args(["export", "--format", "hledger", "--output"]).arg(&books.journal))?;
        }
        Ok(books)
    }

    /// A command on this ledger.
    pub fn command(&self) -> Outcome<Command> {
        let mut command = Command::new(coffer()?);
        command.arg("--ledger").arg(&self.ledger).arg("--key-file").arg(&self.key).arg("--json");
        Ok(command)
    }

    /// The answer of a command.
    pub fn ask(&self, arguments: &[&str]) -> Outcome<Value> {
        let output = self.command()?.args(arguments).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// The asset or liability with the most postings, and how many those are.
    pub fn busiest(&self) -> Outcome<(String, u64)> {
        let accounts = self.ask(&["accounts"])?;
        let accounts = accounts.as_array().ok_or("accounts is no list")?;
        let holding = |account: &&Value| matches!(account["side"].as_str(), Some("asset" | "liability"));
        let busiest = accounts.iter().filter(holding).max_by_key(|account| account["postings"].as_u64());
        let busiest = busiest.ok_or("there is no account")?;
        Ok((
            busiest["path"].as_str().unwrap_or_default().to_owned(),
            busiest["postings"].as_u64().unwrap_or_default(),
        ))
    }
}
