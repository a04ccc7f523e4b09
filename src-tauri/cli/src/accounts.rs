//! `coffer account` and `coffer accounts`.

use crate::commands::{say, text};
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use api::{AccountChange, AccountInput, AccountView, Books, EntryView, Id, OpeningInput};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum AccountCommand {
    /// Add an account, with every group above it
    #[command(after_help = "\
Examples:
  coffer account add Assets:Bank:Checking --kind checking --currency USD
  coffer account add Liabilities:Card --kind card --currency THB --opening -1500 --date 2026-01-01")]
    Add {
        /// Its full name: Assets:Bank:Checking
        #[arg(value_name = "NAME")]
        path: String,
        /// checking, savings, cash, wallet, brokerage, receivable, card, loan, payable, expense, income, ...
        #[arg(long)]
        kind: Option<String>,
        /// The code of its currency, coin or security
        #[arg(long)]
        currency: Option<String>,
        /// Its number at the bank, by which statements find it
        #[arg(long, default_value = "")]
        number: String,
        /// What it holds before its first transaction here
        #[arg(long, requires = "date", allow_hyphen_values = true)]
        opening: Option<String>,
        /// The day from which the opening balance is known
        #[arg(long)]
        date: Option<String>,
    },
    /// Rename an account
    #[command(after_help = "Examples:\n  coffer account rename Assets:Bank:Checking Everyday")]
    Rename {
        /// Its full name
        #[arg(value_name = "NAME")]
        path: String,
        /// Its new own name, the last part of its path
        new: String,
    },
    /// Close an account: it takes no new transactions and leaves the lists
    #[command(after_help = "Examples:\n  coffer account close Assets:Bank:Checking")]
    Close {
        /// Its full name
        #[arg(value_name = "NAME")]
        path: String,
    },
    /// Reopen a closed account
    #[command(after_help = "Examples:\n  coffer account reopen Assets:Bank:Checking")]
    Reopen {
        /// Its full name
        #[arg(value_name = "NAME")]
        path: String,
    },
    /// Move every posting to another account and remove this one
    #[command(
        after_help = "Examples:\n  coffer account merge Expenses:Food:Coffee Expenses:Food:Restaurants"
    )]
    Merge {
        /// Its full name
        #[arg(value_name = "NAME")]
        path: String,
        /// The account that takes its postings
        into: String,
    },
    /// Set what an account should hold at least; without an amount it does not matter again
    #[command(
        after_help = "Examples:\n  coffer account floor Assets:Bank:Checking 500\n  coffer account floor Assets:Bank:Checking"
    )]
    Floor {
        /// Its full name
        #[arg(value_name = "NAME")]
        path: String,
        /// How much
        #[arg(allow_hyphen_values = true)]
        amount: Option<String>,
        /// In which currency, where the account is in none of its own
        #[arg(long)]
        currency: Option<String>,
    },
    /// Remove an account without postings
    #[command(after_help = "Examples:\n  coffer account remove Assets:Bank:Checking")]
    Remove {
        /// Its full name
        #[arg(value_name = "NAME")]
        path: String,
    },
}

pub async fn run(books: &Books, command: AccountCommand, as_json: bool) -> Result<(), Failure> {
    let done = match command {
        AccountCommand::Add { path, kind, currency, number, opening, date } => {
            let opening = opening.zip(date).map(|(amount, date)| OpeningInput { date, amount });
            let made = books.account_add(&AccountInput { path, kind, currency, opening, number }).await?;
            return if as_json { json(&made) } else { line(&format!("added {}", made.path)) };
        }
        AccountCommand::Rename { path, new } => {
            let change = AccountChange { name: Some(new), ..AccountChange::default() };
            books.account_edit(find(books, &path).await?, &change).await?
        }
        AccountCommand::Close { path } => close(books, &path, true).await?,
        AccountCommand::Reopen { path } => close(books, &path, false).await?,
        AccountCommand::Merge { path, into } => {
            books.account_merge(find(books, &path).await?, find(books, &into).await?).await?
        }
        AccountCommand::Floor { path, amount, currency } => {
            books.account_floor_set(find(books, &path).await?, currency, amount).await?
        }
        AccountCommand::Remove { path } => books.account_remove(find(books, &path).await?).await?,
    };
    say(done.as_ref(), as_json)
}

async fn close(books: &Books, path: &str, closed: bool) -> Result<Option<EntryView>, Failure> {
    let change = AccountChange { closed: Some(closed), ..AccountChange::default() };
    Ok(books.account_edit(find(books, path).await?, &change).await?)
}

/// The account at a path.
pub async fn find_view(books: &Books, path: &str) -> Result<AccountView, Failure> {
    let wanted = path.split(':').map(api::composed).collect::<Vec<_>>().join(":");
    let found = books.accounts().await?.into_iter().find(|account| account.path == wanted);
    found.ok_or_else(|| {
        Failure::Usage(format!(
            "there is no account “{path}”; `coffer accounts` lists them, `coffer account add` makes one"
        ))
    })
}

pub async fn find(books: &Books, path: &str) -> Result<Id, Failure> {
    Ok(find_view(books, path).await?.id)
}

/// Accounts with what they hold.
pub async fn list(books: &Books, all: bool, as_json: bool) -> Result<(), Failure> {
    let accounts: Vec<AccountView> =
        books.accounts().await?.into_iter().filter(|account| all || !account.closed).collect();
    if as_json {
        return json(&accounts);
    }
    let rows: Vec<Vec<String>> = accounts
        .iter()
        .map(|account| {
            let held: Vec<String> = account.balances.iter().map(text).collect();
            vec![account.path.clone(), account.kind.clone(), held.join(", ")]
        })
        .collect();
    table(&[Side::Left, Side::Left, Side::Left], &rows)
}
