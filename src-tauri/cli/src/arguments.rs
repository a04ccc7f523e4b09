//! The command line.

use crate::accounts::AccountCommand;
use crate::budget::BudgetCommand;
use crate::plan_arguments::{Forecast, GoalCommand, Insight};
use crate::schedule::{BillsCommand, HolidaysCommand, ScheduleCommand};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Keep your money in an encrypted double-entry ledger.
#[derive(Parser)]
#[command(
    name = "coffer",
    version,
    arg_required_else_help = true,
    after_help = "\
Examples:
  coffer init --ledger ~/books.coffer --currency USD
  coffer account add Assets:Bank:Checking --kind checking --currency USD --ledger ~/books.coffer
  coffer import statement.csv --account Assets:Bank:Checking --ledger ~/books.coffer
  COFFER_LEDGER=~/books.coffer coffer balance"
)]
pub struct Arguments {
    #[command(flatten)]
    pub ledger: LedgerArguments,
    #[command(subcommand)]
    pub command: Command,
}

/// Which ledger, and with which key.
#[derive(Args)]
pub struct LedgerArguments {
    /// The ledger file
    #[arg(long, global = true, value_name = "PATH", env = "COFFER_LEDGER")]
    pub ledger: Option<PathBuf>,
    /// Take the raw key from this file, which only you may read (mode 0600), instead of the keychain
    #[arg(long, global = true, value_name = "PATH", conflicts_with = "passphrase_file")]
    pub key_file: Option<PathBuf>,
    /// Take the recovery phrase (or app password) from this file; deliberately slow
    #[arg(long, global = true, value_name = "PATH")]
    pub passphrase_file: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Seconds to wait while another process has the ledger open
    #[arg(long, global = true, value_name = "SECONDS", default_value_t = 10)]
    pub wait: u64,
}

#[derive(Subcommand)]
pub enum Command {
    /// Create a ledger and show its recovery phrase, once
    #[command(after_help = "\
Examples:
  coffer init --ledger ~/books.coffer --currency THB --language thai
  coffer init --ledger books.coffer --key-file books.key     # makes the key file; overwrites nothing")]
    Init {
        /// The currency that totals are shown in
        #[arg(long, default_value = "USD")]
        currency: String,
        /// The language of the first accounts and categories
        #[arg(long, value_enum, default_value_t = Language::English)]
        language: Language,
        /// Make no categories
        #[arg(long)]
        bare: bool,
    },
    /// Add and change accounts
    #[command(
        subcommand,
        after_help = "Examples:\n  coffer account add Assets:Cash --kind cash --currency THB\n  coffer account rename Assets:Cash Purse"
    )]
    Account(AccountCommand),
    /// List accounts with what they hold
    #[command(
        after_help = "Examples:\n  coffer accounts --ledger books.coffer\n  coffer accounts --all --json"
    )]
    Accounts {
        /// Closed accounts too
        #[arg(long)]
        all: bool,
    },
    /// Plan what money is for
    #[command(
        subcommand,
        after_help = "Examples:\n  coffer budget create Household\n  coffer budget assign Expenses:Food 400 --month 2025-03\n  coffer budget show --month 2025-03"
    )]
    Budget(BudgetCommand),
    /// What comes again: bills, income, transfers
    #[command(
        subcommand,
        after_help = "Examples:\n  coffer schedule list\n  coffer schedule add \"Hillside Flats\" -650 --account Assets:Bank --to Expenses:Rent --start 2026-12-01 --rule FREQ=MONTHLY"
    )]
    Schedule(ScheduleCommand),
    /// Bills and subscriptions, found in what was paid
    #[command(
        after_help = "Examples:\n  coffer bills\n  coffer bills --json\n  coffer bills confirm 12.31.1.204"
    )]
    Bills {
        #[command(subcommand)]
        command: Option<BillsCommand>,
    },
    /// Public holidays, which shift what comes again
    #[command(
        subcommand,
        after_help = "Examples:\n  coffer holidays list TH --year 2026\n  coffer holidays set TH 2026-06-01 \"Special holiday\""
    )]
    Holidays(HolidaysCommand),
    /// What accounts will hold, and what if
    #[command(after_help = "\
Examples:
  coffer forecast
  coffer forecast --days 365 --json
  coffer forecast --days 730 --step month --without \"Acme Ltd\" --from 2027-01-01
  coffer forecast --loan 20000 --account Assets:Bank --rate 6 --months 48 --keep \"A car\"
  coffer forecast --without \"Acme Ltd\" --cost 80 --pay -900 --every month --account Assets:Bank --worth EUR=105 --keep Abroad
  coffer forecast --scenarios")]
    Forecast(Box<Forecast>),
    /// What to save for, and debts to pay off
    #[command(
        subcommand,
        after_help = "Examples:\n  coffer goal add \"The sea\" --target 1200 --by 2027-06-30 --in Assets:Bank:Savings\n  coffer goal list"
    )]
    Goal(GoalCommand),
    /// What may be spent today, and what is worth knowing
    #[command(after_help = "Examples:\n  coffer insight\n  coffer insight --month 2026-10 --json")]
    Insight(Insight),
    /// Enter a transaction
    #[command(after_help = "\
Examples:
  coffer add 2026-11-22 \"Green Grocer\" 42.50 --from Assets:Cash --to Expenses:Food:Groceries
  coffer add 2026-11-22 Exchange 100 --from Assets:Dollars --to Assets:Baht --received 3500")]
    Add {
        /// The day, as 2026-11-22
        date: String,
        /// Who was paid, or paid
        payee: String,
        /// How much left `--from`, in its currency
        #[arg(allow_hyphen_values = true)]
        amount: String,
        /// The account that the money leaves
        #[arg(long, value_name = "ACCOUNT")]
        from: String,
        /// The account or category that it goes to
        #[arg(long, value_name = "ACCOUNT")]
        to: String,
        /// How much arrived, where `--to` is in another currency
        #[arg(long, value_name = "AMOUNT")]
        received: Option<String>,
        /// A note
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Import statements: CSV of any bank, OFX, QFX, QIF
    #[command(after_help = "\
Importing a file twice, or one that overlaps another, adds nothing. All files together are one step to
undo: when one of them fails, none is imported.

Examples:
  coffer import november.csv --account Assets:Bank:Checking --ledger books.coffer
  coffer import *.ofx --account Assets:Bank:Checking --json")]
    Import {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The account that they are statements of
        ///
        /// A file that names its accounts, and a table made by `coffer export --format csv`, needs none.
        #[arg(long, value_name = "ACCOUNT")]
        account: Option<String>,
        /// Start an empty account with the balance that the file states before its first row
        #[arg(long)]
        opening: bool,
    },
    /// What every account holds, without the accounts below it
    #[command(after_help = "Examples:\n  coffer balance\n  coffer balance Assets --at 2025-12-31 --json")]
    Balance {
        /// Only this account and those below it
        account: Option<String>,
        /// At the end of this day
        #[arg(long, value_name = "DATE")]
        at: Option<String>,
    },
    /// The newest rows of an account with its running balance, or of all accounts
    #[command(after_help = "\
Examples:
  coffer register Assets:Bank:Checking --limit 20
  coffer register Assets:Bank:Checking --offset 50000 --json
  coffer register --from 2026-01-01 --to 2026-01-31 --category Expenses:Food")]
    Register {
        /// The account
        account: Option<String>,
        /// How many rows
        #[arg(long, default_value_t = 50, value_name = "ROWS")]
        limit: u32,
        /// How many of the newest rows to skip
        #[arg(long, default_value_t = 0, value_name = "ROWS")]
        offset: u32,
        /// Only from this day on
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
        /// Only up to this day
        #[arg(long, value_name = "DATE")]
        to: Option<String>,
        /// Only with this category or those below it
        #[arg(long, value_name = "ACCOUNT")]
        category: Option<String>,
        /// Only what contains this text
        #[arg(long)]
        text: Option<String>,
        /// Only what nobody has sorted yet
        #[arg(long)]
        unsorted: bool,
    },
    /// What the books say of a period
    #[command(after_help = "\
Kinds: income (income statement), balance (balance sheet), networth, cashflow, category, payee

Examples:
  coffer report income --from 2026-01-01 --to 2026-12-31 --by month
  coffer report networth --from 2017-01-01 --to 2026-12-31 --by month --json
  coffer report balance --to 2026-10-31 --compare year
  coffer report category --csv > spending.csv")]
    Report {
        /// Which report
        #[arg(value_enum)]
        kind: ReportKind,
        /// The first day; the first of the year when left out
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
        /// The last day; today when left out
        #[arg(long, value_name = "DATE")]
        to: Option<String>,
        /// A column for each of these
        #[arg(long, value_enum, default_value_t = By::Whole)]
        by: By,
        /// Compare with the period before, or the same a year before
        #[arg(long, value_enum)]
        compare: Option<Compare>,
        /// The language of its words
        #[arg(long, value_enum, default_value_t = Language::English)]
        language: Language,
        /// Answer as a table for spreadsheets
        #[arg(long, conflicts_with = "json")]
        csv: bool,
    },
    /// Transactions that contain a text, in any script
    #[command(after_help = "Examples:\n  coffer search \"garden\"\n  coffer search กาแฟ --limit 5 --json")]
    Search {
        /// The text
        text: String,
        /// How many of the newest to show
        #[arg(long, default_value_t = 20, value_name = "ROWS")]
        limit: u32,
    },
    /// Write the books out: everything, or the rows of one account
    #[command(after_help = "\
Examples:
  coffer export --format csv --output books.csv       # `coffer import books.csv` reads it back without loss
  coffer export --format hledger --output books.journal
  coffer export --format beancount > books.beancount
  coffer export --account Assets:Bank:Checking --output checking.csv")]
    Export {
        /// csv, hledger or beancount
        #[arg(long, value_enum, default_value_t = Format::Csv)]
        format: Format,
        /// Only the rows of this account, with its running balance, as CSV
        #[arg(long, value_name = "ACCOUNT")]
        account: Option<String>,
        /// Write to this file, which must not exist, instead of standard output
        #[arg(long, value_name = "PATH")]
        output: Option<PathBuf>,
    },
    /// Recompute everything that is derived, and name each difference
    #[command(after_help = "Examples:\n  coffer check --ledger books.coffer")]
    Check,
    /// Take the last action back
    #[command(
        after_help = "Examples:\n  coffer undo\n  coffer undo --entry 42     # an earlier one, whatever was done since"
    )]
    Undo {
        /// Take back this entry of the history instead of the last
        #[arg(long, value_name = "NUMBER")]
        entry: Option<u32>,
    },
    /// Make the last action that was taken back again
    #[command(after_help = "Examples:\n  coffer redo")]
    Redo,
    /// What was done, newest first
    #[command(after_help = "Examples:\n  coffer history --limit 100 --json")]
    History {
        /// How many entries
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Make a verified backup, or list the backups
    #[command(after_help = "Examples:\n  coffer backup\n  coffer backup --list")]
    Backup {
        /// List them instead
        #[arg(long)]
        list: bool,
    },
    /// Put a backup in the place of the ledger; what was there is kept beside the backups
    #[command(
        after_help = "Examples:\n  coffer restore                 # the newest\n  coffer restore books.coffer-backups/2026-11-22T101500.000-bulk-42.coffer"
    )]
    Restore {
        /// The backup; the newest when left out
        backup: Option<PathBuf>,
    },
    /// Give the ledger a new recovery phrase and show it, once
    #[command(after_help = "\
The new phrase is shown before it counts. The one before opens nothing from then on but the backups made
until now. The key is replaced in the keychain, or in the file that --key-file names.

Examples:
  coffer phrase --renew --ledger books.coffer
  coffer phrase --renew --ledger books.coffer --key-file books.key")]
    Phrase {
        /// Make a new one; what the old one was, nobody can show
        #[arg(long, required = true)]
        renew: bool,
    },
    /// Fill an empty ledger with made-up books
    #[command(after_help = "\
Without --transactions: two years of a person and a small firm, as the window shows them.
With it: that many over the last ten years. The same seed gives the same books.

Examples:
  coffer sample --ledger sample.coffer --key-file sample.key
  coffer sample --transactions 100000 --seed 7 --ledger big.coffer --key-file big.key")]
    Sample {
        /// Exactly this many transactions, over ten years
        #[arg(long, value_name = "N")]
        transactions: Option<u32>,
        /// Which of the many possible books
        #[arg(long, value_name = "S")]
        seed: Option<u64>,
        /// The language of accounts and notes
        #[arg(long, value_enum, default_value_t = Language::English)]
        language: Language,
    },
    /// Set the price of a commodity on a day
    #[command(
        after_help = "Examples:\n  coffer price USD THB 35.20 --date 2026-11-22\n  coffer price BTC USD --date 2026-11-22 --remove"
    )]
    Price {
        /// What is priced
        commodity: String,
        /// What the price is in
        quote: String,
        /// Whole units of the quote for one whole unit
        #[arg(required_unless_present = "remove", allow_negative_numbers = true)]
        rate: Option<String>,
        /// The day it holds from
        #[arg(long)]
        date: String,
        /// Remove the price of that day
        #[arg(long)]
        remove: bool,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English
    English,
    /// Thai
    Thai,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportKind {
    /// Income and expenses
    Income,
    /// What is owned and owed
    Balance,
    /// Net worth over time
    Networth,
    /// What came in, went out and was saved
    Cashflow,
    /// Spending by category
    Category,
    /// Spending by payee
    Payee,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// One column for all
    Whole,
    /// A column a day
    Day,
    /// A column a week
    Week,
    /// A column a month
    Month,
    /// A column a quarter
    Quarter,
    /// A column a year
    Year,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Compare {
    /// The period before, of the same length
    Previous,
    /// The same period a year before
    Year,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table with a row for each posting
    Csv,
    /// A journal for hledger
    Hledger,
    /// A ledger for beancount
    Beancount,
}

impl From<Format> for api::ExportFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Csv => Self::Csv,
            Format::Hledger => Self::Hledger,
            Format::Beancount => Self::Beancount,
        }
    }
}

impl From<Language> for api::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::English => Self::English,
            Language::Thai => Self::Thai,
        }
    }
}
