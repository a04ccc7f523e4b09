//! The arguments of `coffer schedule`, `coffer holidays` and `coffer bills`.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Subcommand)]
pub enum ScheduleCommand {
    /// Add something that comes again
    #[command(after_help = "\
Examples:
  coffer schedule add \"Hillside Flats\" -650 --account Assets:Bank --to Expenses:Rent --start 2026-12-01 --rule FREQ=MONTHLY
  coffer schedule add \"Acme Ltd\" 3200 --account Assets:Bank --to Income:Salary --start 2026-11-30 \\
    --rule \"FREQ=MONTHLY;BYMONTHDAY=-1\" --shift before --country TH --post
  coffer schedule add \"City Power\" -40..-90 --account Assets:Bank --to Expenses:Utilities --start 2026-12-12 --rule FREQ=MONTHLY")]
    Add(Box<Add>),
    /// List schedules, or what they bring between two days
    #[command(
        after_help = "Examples:\n  coffer schedule list --json\n  coffer schedule list --from 2026-11-01 --to 2027-01-31"
    )]
    List {
        /// What comes from this day on
        #[arg(long, value_name = "DATE", requires = "to")]
        from: Option<String>,
        /// What comes up to this day
        #[arg(long, value_name = "DATE", requires = "from")]
        to: Option<String>,
    },
    /// Put into the books what has fallen due: what needs no asking, or one occurrence
    #[command(
        after_help = "Examples:\n  coffer schedule post                       # all that is posted without asking\n  coffer schedule post 3 2026-12-12 --amount -61.20"
    )]
    Post {
        /// The schedule's number
        #[arg(requires = "day")]
        schedule: Option<u32>,
        /// The day that its rule names
        day: Option<String>,
        /// How much, where it differs
        #[arg(long, allow_hyphen_values = true, requires = "day")]
        amount: Option<String>,
        /// On which day, where it differs
        #[arg(long, value_name = "DATE", requires = "day")]
        date: Option<String>,
    },
    /// What has fallen due and waits, what was posted without asking, and what is worth knowing of the bills
    #[command(after_help = "Examples:\n  coffer schedule due\n  coffer schedule due --seen")]
    Due {
        /// Remember that it was looked at: what was posted until now is told no more
        #[arg(long)]
        seen: bool,
    },
    /// Leave one occurrence out
    #[command(
        after_help = "Examples:\n  coffer schedule skip 3 2026-12-12\n  coffer schedule skip 3 2026-12-12 --restore"
    )]
    Skip {
        /// The schedule's number
        schedule: u32,
        /// The day that its rule names
        day: String,
        /// Let it be as the schedule says again
        #[arg(long)]
        restore: bool,
    },
    /// Change one occurrence, it and all that follow, or all
    #[command(after_help = "\
Examples:
  coffer schedule change 3 2026-12-12 --date 2026-12-15
  coffer schedule change 3 2026-12-12 --scope following --amount -70
  coffer schedule change 3 2026-12-12 --scope all --account Assets:Savings --to Expenses:Rent")]
    Change {
        /// The schedule's number
        schedule: u32,
        /// The day that its rule names
        day: String,
        /// Which of them
        #[arg(long, value_enum, default_value_t = Scope::This)]
        scope: Scope,
        /// The day to which it moves
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
        /// How much
        #[arg(long, allow_hyphen_values = true)]
        amount: Option<String>,
        /// A rule of RFC 5545 in place of its own
        #[arg(long)]
        rule: Option<String>,
        /// What to call it
        #[arg(long)]
        name: Option<String>,
        /// Who is paid, or pays
        #[arg(long)]
        payee: Option<String>,
        /// The account that changes
        #[arg(long, value_name = "ACCOUNT")]
        account: Option<String>,
        /// The category, or the account of a transfer
        #[arg(long, value_name = "ACCOUNT")]
        to: Option<String>,
        /// A note for its transactions
        #[arg(long)]
        note: Option<String>,
    },
    /// Remove a schedule; its transactions stay
    #[command(after_help = "Examples:\n  coffer schedule remove 3")]
    Remove {
        /// The schedule's number
        schedule: u32,
    },
}

#[derive(Args)]
pub struct Add {
    /// Who is paid, or pays
    pub payee: String,
    /// How much changes the account each time: -650, or a range such as -40..-90
    #[arg(allow_hyphen_values = true)]
    pub amount: String,
    /// The account that changes
    #[arg(long, value_name = "ACCOUNT")]
    pub account: String,
    /// The category, or the account of a transfer
    #[arg(long, value_name = "ACCOUNT")]
    pub to: String,
    /// The currency of the amount; the account's when left out
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    /// The first day
    #[arg(long, value_name = "DATE")]
    pub start: String,
    /// The rule of RFC 5545; one day alone when left out
    #[arg(long)]
    pub rule: Option<String>,
    /// The last day on which it may come
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Where it goes that falls on a day without work
    #[arg(long, value_enum, default_value_t = Shift::Stay)]
    pub shift: Shift,
    /// The country whose holidays shift it, as TH
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    /// Expect the average of the last times, beginning with the amount given
    #[arg(long, value_name = "TIMES")]
    pub average: Option<u32>,
    /// Post it without asking
    #[arg(long)]
    pub post: bool,
    /// What to call it; the payee's name when left out
    #[arg(long, default_value = "")]
    pub name: String,
    /// A note for its transactions
    #[arg(long, default_value = "")]
    pub note: String,
    /// Occurrences before this day are history; today when left out
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Remind so many days before
    #[arg(long, value_name = "DAYS")]
    pub remind: Option<u32>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Shift {
    /// Nowhere
    Stay,
    /// To the last workday before it
    Before,
    /// To the first workday after it
    After,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Scope {
    /// This one
    This,
    /// This one and all that follow
    Following,
    /// All of them
    All,
}

#[derive(Subcommand)]
pub enum HolidaysCommand {
    /// The holidays of a country in a year
    #[command(after_help = "Examples:\n  coffer holidays list TH --year 2026")]
    List {
        /// The country's code of ISO 3166, as TH
        country: String,
        /// The year; this one when left out
        #[arg(long)]
        year: Option<u32>,
    },
    /// The countries whose holidays are known
    #[command(after_help = "Examples:\n  coffer holidays countries")]
    Countries,
    /// Add a holiday of your own, or take it away again
    #[command(
        after_help = "Examples:\n  coffer holidays set TH 2026-06-01 \"Special holiday\"\n  coffer holidays set TH 2026-06-01"
    )]
    Set {
        /// The country's code
        country: String,
        /// The day
        day: String,
        /// What it is called; takes it away when left out
        name: Option<String>,
    },
    /// Strike a holiday out: work goes on
    #[command(
        after_help = "Examples:\n  coffer holidays strike TH 2026-05-04\n  coffer holidays strike TH 2026-05-04 --restore"
    )]
    Strike {
        /// The country's code
        country: String,
        /// The day
        day: String,
        /// Let it hold again
        #[arg(long)]
        restore: bool,
    },
}

#[derive(Subcommand)]
pub enum BillsCommand {
    /// List them; the same without a word
    #[command(after_help = "Examples:\n  coffer bills list --all")]
    List {
        /// Those that were dismissed, too
        #[arg(long)]
        all: bool,
    },
    /// Make a schedule of a bill
    #[command(after_help = "Examples:\n  coffer bills confirm 12.31.1.204")]
    Confirm {
        /// Its key, as `coffer bills --json` tells
        bill: String,
    },
    /// Say that it is no bill
    #[command(after_help = "Examples:\n  coffer bills dismiss 12.31.1.204")]
    Dismiss {
        /// Its key
        bill: String,
    },
    /// Take back what was said of it
    #[command(after_help = "Examples:\n  coffer bills restore 12.31.1.204")]
    Restore {
        /// Its key
        bill: String,
    },
    /// Note something of it: how to cancel it, and until when
    #[command(after_help = "Examples:\n  coffer bills note 12.31.1.204 \"Give notice by the end of May\"")]
    Note {
        /// Its key
        bill: String,
        /// The note; empty to remove it
        note: String,
    },
}
