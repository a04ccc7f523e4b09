//! The arguments of `coffer forecast`, `coffer goal` and `coffer insight`.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Args)]
pub struct Forecast {
    /// How many days after today, up to 1827
    #[arg(long, default_value_t = 365, value_name = "DAYS")]
    pub days: u32,
    /// How far apart the days told are
    #[arg(long, value_enum, default_value_t = Step::Day)]
    pub step: Step,
    /// With this kept scenario
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// Without what this payee brings or takes regularly
    #[arg(long, value_name = "PAYEE")]
    pub without: Vec<String>,
    /// With all that is spent at so many percent of what it was
    #[arg(long, value_name = "PERCENT")]
    pub cost: Option<u32>,
    /// With a loan of so much, in the currency of `--account`
    #[arg(long, value_name = "AMOUNT", requires_all = ["account", "months"])]
    pub loan: Option<String>,
    /// The account that the loan or the payment comes to and goes from
    #[arg(long, value_name = "ACCOUNT")]
    pub account: Option<String>,
    /// With a payment of so much, in the currency of `--account`; below zero where it leaves
    #[arg(long, value_name = "AMOUNT", requires = "account", allow_negative_numbers = true)]
    pub pay: Option<String>,
    /// How often that payment comes
    #[arg(long, value_enum, default_value_t = Pace::Once, requires = "pay")]
    pub every: Pace,
    /// With what this payee brings or takes at so many percent of what it was
    #[arg(long, value_name = "PAYEE=PERCENT")]
    pub change: Vec<String>,
    /// With a currency worth so many percent of what it is today
    #[arg(long, value_name = "CODE=PERCENT")]
    pub worth: Vec<String>,
    /// In how many months the loan is paid back
    #[arg(long, value_name = "MONTHS", requires = "loan")]
    pub months: Option<u16>,
    /// Percent of interest a year on the loan
    #[arg(long, value_name = "PERCENT", default_value = "0", requires = "loan")]
    pub rate: String,
    /// The day from which life is different; tomorrow when left out
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Keep what is different as a scenario of this name
    #[arg(long, value_name = "NAME")]
    pub keep: Option<String>,
    /// List the scenarios that are kept, and nothing else
    #[arg(long)]
    pub scenarios: bool,
    /// Forget the scenario of this name, and nothing else
    #[arg(long, value_name = "NAME", conflicts_with = "scenarios")]
    pub forget: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Pace {
    /// Once
    Once,
    /// Every week
    Week,
    /// Every month
    Month,
    /// Every year
    Year,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Each day
    Day,
    /// Each seventh day
    Week,
    /// The last of each month
    Month,
}

#[derive(Subcommand)]
pub enum GoalCommand {
    /// Add a goal: savings with --target, debts with --debt
    #[command(after_help = "\
Examples:
  coffer goal add \"The sea\" --target 1200 --by 2027-06-30 --in Assets:Bank:Savings
  coffer goal add \"A roof\" --target 9000 --envelope Expenses:Home --budget Household
  coffer goal add \"No debts\" --debt Liabilities:Card=24,20.00 --debt Liabilities:Loan=6,50.00 --order avalanche --extra 60")]
    Add(Box<GoalAdd>),
    /// Goals and how far they are
    #[command(after_help = "Examples:\n  coffer goal list --json")]
    List,
    /// Remove a goal
    #[command(after_help = "Examples:\n  coffer goal remove \"The sea\"")]
    Remove {
        /// Its name
        name: String,
    },
    /// Change a goal's name, amount or day
    #[command(after_help = "Examples:\n  coffer goal edit \"The sea\" --target 1500 --by 2027-08-31")]
    Edit {
        /// Its name
        name: String,
        /// Another name
        #[arg(long, value_name = "NAME")]
        rename: Option<String>,
        /// Another amount to save
        #[arg(long, value_name = "AMOUNT")]
        target: Option<String>,
        /// Another day for the savings
        #[arg(long, value_name = "DATE")]
        by: Option<String>,
        /// Another order for the debts
        #[arg(long, value_enum)]
        order: Option<Order>,
        /// Another amount a month beyond the minimums
        #[arg(long, value_name = "AMOUNT")]
        extra: Option<String>,
    },
    /// When savings are there with another amount a month, and what another day takes
    #[command(
        after_help = "Examples:\n  coffer goal savings \"The sea\" --monthly 150\n  coffer goal savings \"The sea\" --by 2027-03-31 --json"
    )]
    Savings {
        /// The goal's name
        name: String,
        /// So much is added each month
        #[arg(long, value_name = "AMOUNT")]
        monthly: Option<String>,
        /// They should be there by this day
        #[arg(long, value_name = "DATE")]
        by: Option<String>,
    },
    /// A plan to pay debts off, month by month
    #[command(
        after_help = "Examples:\n  coffer goal payoff \"No debts\"\n  coffer goal payoff \"No debts\" --order snowball --extra 200 --json"
    )]
    Payoff {
        /// The goal's name
        name: String,
        /// In another order than the goal's
        #[arg(long, value_enum)]
        order: Option<Order>,
        /// With another amount a month beyond the minimums
        #[arg(long, value_name = "AMOUNT")]
        extra: Option<String>,
    },
}

#[derive(Args)]
pub struct GoalAdd {
    /// What it is called
    pub name: String,
    /// How much to save
    #[arg(long, value_name = "AMOUNT", required_unless_present = "debt", conflicts_with = "debt")]
    pub target: Option<String>,
    /// When the savings should be there
    #[arg(long, value_name = "DATE", requires = "target")]
    pub by: Option<String>,
    /// An account that the savings are in; more than once for several
    #[arg(id = "in", long = "in", value_name = "ACCOUNT", requires = "target")]
    pub accounts: Vec<String>,
    /// An envelope that the savings are in, of the budget of `--budget`; more than once for several
    #[arg(long, value_name = "CATEGORY", requires = "target")]
    pub envelope: Vec<String>,
    /// The budget of the envelopes; the first that is not put away when left out
    #[arg(long, value_name = "NAME", requires = "envelope")]
    pub budget: Option<String>,
    /// A debt, with percent of interest a year and what must be paid a month; more than once for several
    #[arg(long, value_name = "ACCOUNT=RATE,MINIMUM")]
    pub debt: Vec<String>,
    /// Which debt is paid first
    #[arg(long, value_enum, default_value_t = Order::Avalanche, requires = "debt")]
    pub order: Order,
    /// What is paid a month beyond the minimums
    #[arg(long, value_name = "AMOUNT", default_value = "0", requires = "debt")]
    pub extra: String,
    /// The goal's currency; the ledger's own when left out
    #[arg(long)]
    pub currency: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// The smallest first
    Snowball,
    /// The dearest first
    Avalanche,
    /// As they are named
    Own,
}

#[derive(Args)]
pub struct Insight {
    /// A month in review, as 2026-10, instead of today
    #[arg(long, value_name = "MONTH")]
    pub month: Option<String>,
    /// Put something away that was told
    #[arg(long, value_name = "ABOUT", conflicts_with = "month")]
    pub dismiss: Option<String>,
}
