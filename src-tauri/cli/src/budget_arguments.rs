//! `coffer budget` on the command line.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Subcommand)]
pub enum BudgetCommand {
    /// List the budgets
    #[command(after_help = "Examples:\n  coffer budget list --json")]
    List,
    /// Make a budget
    #[command(after_help = "\
Examples:
  coffer budget create Household
  coffer budget create Trip --currency EUR --every days --length 14 --since 2026-11-06 --account Assets:Wallet
  coffer budget create Firm --method tracking --every quarter")]
    Create(Create),
    /// Show periods of a budget, every envelope in each
    #[command(after_help = "\
Examples:
  coffer budget show --month 2025-03
  coffer budget show --month 2025-01 --count 12 --json
  coffer budget show --month 2025-01 --columns quarter --count 4")]
    Show {
        #[command(flatten)]
        at: At,
        /// How many columns
        #[arg(long, default_value_t = 1)]
        count: u32,
        /// What a column is
        #[arg(long, value_enum, default_value_t = Columns::Period)]
        columns: Columns,
        /// Hidden envelopes too
        #[arg(long)]
        all: bool,
    },
    /// Let an envelope (or a card) have an amount in a period
    #[command(after_help = "Examples:\n  coffer budget assign Expenses:Food 400 --month 2025-03")]
    Assign {
        /// The category
        category: String,
        /// How much it has in all
        #[arg(allow_negative_numbers = true)]
        amount: String,
        #[command(flatten)]
        at: At,
    },
    /// Move money from one envelope to another
    #[command(after_help = "\
Without --from or --to it comes from, or goes to, the money that is still to be assigned.

Examples:
  coffer budget move 20 --from Expenses:Fun --to Expenses:Food --month 2025-03")]
    Move {
        /// How much
        amount: String,
        /// The category that it leaves
        #[arg(long, value_name = "CATEGORY", required_unless_present = "to")]
        from: Option<String>,
        /// The category that it goes to
        #[arg(long, value_name = "CATEGORY")]
        to: Option<String>,
        #[command(flatten)]
        at: At,
    },
    /// Hold money back for the next period
    #[command(after_help = "Examples:\n  coffer budget hold 500 --month 2025-03")]
    Hold {
        /// How much in all
        amount: String,
        #[command(flatten)]
        at: At,
    },
    /// Give envelopes what their targets ask for
    #[command(
        after_help = "Examples:\n  coffer budget fill --month 2025-03 --dry-run\n  coffer budget fill --month 2025-03"
    )]
    Fill {
        #[command(flatten)]
        at: At,
        /// Only say what it would do, and why
        #[arg(long)]
        dry_run: bool,
    },
    /// Say what an envelope should get
    #[command(after_help = "\
Examples:
  coffer budget target Expenses:Food --refill 400
  coffer budget target Expenses:Travel --by-date 1200 --by 2026-06-30
  coffer budget target Expenses:Gifts --percent 5
  coffer budget target Expenses:Food --clear")]
    Target(Target),
    /// Say how an envelope behaves, or which group it is shown in
    #[command(
        after_help = "Examples:\n  coffer budget envelope Expenses:Fun --keeps-surplus false --group Wishes"
    )]
    Envelope {
        /// The category
        category: String,
        /// Whether what was not spent stays in it
        #[arg(long, value_name = "true|false")]
        keeps_surplus: Option<bool>,
        /// Whether what was spent too much stays in it
        #[arg(long, value_name = "true|false")]
        keeps_debt: Option<bool>,
        /// The group that it is shown in; blank for that of the account above
        #[arg(long)]
        group: Option<String>,
        /// Its place among all envelopes: the first are filled first
        #[arg(long)]
        position: Option<u32>,
        /// Whether it is shown only on demand
        #[arg(long, value_name = "true|false")]
        hidden: Option<bool>,
        #[command(flatten)]
        which: Which,
    },
    /// Put envelopes first, in this order; the first are also the first to be filled
    #[command(
        after_help = "Examples:\n  coffer budget order Expenses:Rent Expenses:Food\n  coffer budget order Expenses:Fun Expenses:Gifts --group Wishes"
    )]
    Order {
        /// The categories
        #[arg(required = true, value_name = "CATEGORY")]
        categories: Vec<String>,
        /// The group that they are shown in; each stays in its own when left out
        #[arg(long)]
        group: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// The moves and transactions behind envelopes, or behind the money to be assigned
    #[command(after_help = "\
Examples:
  coffer budget why Expenses:Food --month 2025-03
  coffer budget why --month 2025-03
  coffer budget why Expenses:Food Expenses:Fun --month 2025-03 --columns quarter")]
    Why {
        /// The categories, or cards; the money to be assigned when left out
        #[arg(value_name = "CATEGORY")]
        categories: Vec<String>,
        #[command(flatten)]
        at: At,
        /// What the column is
        #[arg(long, value_enum, default_value_t = Columns::Period)]
        columns: Columns,
    },
    /// Let every envelope have what it had in the period before, or in another
    #[command(
        after_help = "Examples:\n  coffer budget repeat --month 2025-04\n  coffer budget repeat --month 2025-04 --from 2024-04"
    )]
    Repeat {
        #[command(flatten)]
        at: At,
        /// The period to take it from
        #[arg(long, value_name = "PERIOD")]
        from: Option<String>,
    },
    /// Keep what envelopes got under a name, and assign it again
    #[command(
        subcommand,
        after_help = "Examples:\n  coffer budget template save Usual --month 2025-03\n  coffer budget template apply Usual --month 2025-04"
    )]
    Template(TemplateCommand),
    /// Make a budget like another
    #[command(after_help = "Examples:\n  coffer budget copy \"Next try\" --budget Household --plan")]
    Copy {
        /// The name of the new one
        name: String,
        /// Copy everything that was assigned too
        #[arg(long)]
        plan: bool,
        #[command(flatten)]
        which: Which,
    },
    /// Change a budget
    #[command(
        after_help = "Examples:\n  coffer budget edit --budget Household --name Home\n  coffer budget edit --budget Trip --archived true"
    )]
    Edit {
        #[command(flatten)]
        which: Which,
        /// Its new name
        #[arg(long)]
        name: Option<String>,
        /// How it works
        #[arg(long, value_enum)]
        method: Option<Method>,
        /// A day of its first period
        #[arg(long, value_name = "DATE")]
        since: Option<String>,
        /// Its accounts
        #[arg(long = "account", value_name = "ACCOUNT")]
        accounts: Vec<String>,
        /// Whether it is put away
        #[arg(long, value_name = "true|false")]
        archived: Option<bool>,
    },
    /// Remove a budget with everything that was planned in it
    #[command(after_help = "Examples:\n  coffer budget remove --budget Trip")]
    Remove {
        #[command(flatten)]
        which: Which,
    },
    /// What was done to a budget, newest first
    #[command(after_help = "Examples:\n  coffer budget history --limit 50")]
    History {
        #[command(flatten)]
        which: Which,
        /// How many entries
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
}

#[derive(Subcommand)]
pub enum TemplateCommand {
    /// List them
    #[command(after_help = "Examples:\n  coffer budget template list")]
    List {
        #[command(flatten)]
        which: Which,
    },
    /// Keep what envelopes got in a period
    #[command(after_help = "Examples:\n  coffer budget template save Usual --month 2025-03")]
    Save {
        /// Its name
        name: String,
        #[command(flatten)]
        at: At,
    },
    /// Let envelopes have what it says
    #[command(after_help = "Examples:\n  coffer budget template apply Usual --month 2025-04")]
    Apply {
        /// Its name
        name: String,
        #[command(flatten)]
        at: At,
    },
    /// Forget it
    #[command(after_help = "Examples:\n  coffer budget template remove Usual")]
    Remove {
        /// Its name
        name: String,
        #[command(flatten)]
        which: Which,
    },
}

/// Which budget.
#[derive(Args)]
pub struct Which {
    /// The budget's name; the first that is not put away when left out
    #[arg(long, value_name = "NAME")]
    pub budget: Option<String>,
}

/// Which period of which budget.
#[derive(Args)]
pub struct At {
    #[command(flatten)]
    pub which: Which,
    /// The period: any day in it, or a month as 2025-03; today's when left out
    #[arg(long, visible_alias = "period", value_name = "PERIOD")]
    pub month: Option<String>,
}

#[derive(Args)]
pub struct Create {
    /// Its name
    pub name: String,
    /// Its currency; the ledger's own when left out
    #[arg(long)]
    pub currency: Option<String>,
    /// How it works
    #[arg(long, value_enum, default_value_t = Method::Envelope)]
    pub method: Method,
    /// How long its periods are
    #[arg(long, value_enum, default_value_t = Every::Month)]
    pub every: Every,
    /// The day that months begin on (1 to 28), or the weekday that weeks begin on (mon)
    #[arg(long)]
    pub starts: Option<String>,
    /// How many days a period has, with --every days; they begin on --since
    #[arg(long, required_if_eq("every", "days"))]
    pub length: Option<u16>,
    /// A day of its first period; the first with a transaction when left out
    #[arg(long, value_name = "DATE", required_if_eq("every", "days"))]
    pub since: Option<String>,
    /// An account whose money it plans, with all below it (may be repeated); every everyday account when left out
    #[arg(long = "account", value_name = "ACCOUNT")]
    pub accounts: Vec<String>,
}

#[derive(Args)]
#[group(id = "kind", required = true, multiple = false, args = ["set_aside", "refill", "by_date", "percent", "average", "scheduled", "clear"])]
pub struct Target {
    /// The category, or a card
    pub category: String,
    /// This amount in each period
    #[arg(long, value_name = "AMOUNT")]
    pub set_aside: Option<String>,
    /// As much as brings it to this amount
    #[arg(long, value_name = "AMOUNT")]
    pub refill: Option<String>,
    /// This amount by the day of --by, in equal parts
    #[arg(long, value_name = "AMOUNT", requires = "by")]
    pub by_date: Option<String>,
    /// The day that it is wanted
    #[arg(long, value_name = "DATE")]
    pub by: Option<String>,
    /// Wanted again after so many months
    #[arg(long, value_name = "MONTHS")]
    pub again: Option<u16>,
    /// This part of the period's new money, in hundredths
    #[arg(long)]
    pub percent: Option<String>,
    /// What was spent on average in so many periods before
    #[arg(long, value_name = "PERIODS")]
    pub average: Option<u8>,
    /// What is scheduled from it
    #[arg(long)]
    pub scheduled: bool,
    /// Nothing: take the target away
    #[arg(long)]
    pub clear: bool,
    #[command(flatten)]
    pub which: Which,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// Money that exists is put into envelopes
    Envelope,
    /// What was planned beside what was
    Tracking,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Every {
    /// A week
    Week,
    /// A month
    Month,
    /// A quarter
    Quarter,
    /// A year
    Year,
    /// As many days as --length says
    Days,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Columns {
    /// One period
    Period,
    /// The periods that begin in a month
    Month,
    /// The periods that begin in a quarter
    Quarter,
    /// The periods that begin in a year
    Year,
}

impl From<Method> for api::BudgetMethod {
    fn from(method: Method) -> Self {
        match method {
            Method::Envelope => Self::Envelope,
            Method::Tracking => Self::Tracking,
        }
    }
}

impl From<Columns> for api::BudgetColumns {
    fn from(columns: Columns) -> Self {
        match columns {
            Columns::Period => Self::Period,
            Columns::Month => Self::Month,
            Columns::Quarter => Self::Quarter,
            Columns::Year => Self::Year,
        }
    }
}
