//! Forecasts as they cross to a screen or a script: days beside each other, every figure as decimal text.

use crate::{BillRhythm, Id, Money};
use serde::{Deserialize, Serialize};
use specta::Type;

/// How far apart the days of a series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ForecastStep {
    /// Each day.
    Day,
    /// Each seventh day, and the last.
    Week,
    /// The last of each month, and the last day.
    Month,
}

/// A forecast to make.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ForecastInput {
    /// How many days after today, up to five years; 0 for a year.
    pub days: u32,
    /// How far apart the days of a series are; each day up to a year, else each week.
    pub step: Option<ForecastStep>,
    /// The number of a scenario to show beside.
    pub scenario: Option<Id>,
    /// Alterations to show beside that nobody has saved.
    pub alterations: Vec<AlterationInput>,
}

/// A forecast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ForecastView {
    /// Code of the currency of the total.
    pub currency: String,
    /// Today: what is held is told for its end.
    pub today: String,
    /// The days that series tell, from the first after today.
    pub days: Vec<String>,
    /// The first day that was learned from.
    pub learned_from: String,
    /// As things are.
    pub base: ForecastOutcome,
    /// With the alterations, where any were asked for.
    pub beside: Option<ForecastOutcome>,
    /// What is known to come in the days ahead, in order of day; at most 500.
    pub known: Vec<KnownView>,
    /// What came again and again in the past and is expected to go on.
    pub regular: Vec<RegularView>,
    /// Codes of currencies without a rate, which the total leaves out.
    pub missing: Vec<String>,
}

/// What accounts will hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ForecastOutcome {
    /// Each account in each of its currencies, in the order of the tree.
    pub accounts: Vec<ForecastAccount>,
    /// All together, at today's rates.
    pub total: ForecastSeries,
    /// The first time that each account holds less than it should, the earliest first.
    pub shortfalls: Vec<ShortfallView>,
}

/// What an account will hold of a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ForecastAccount {
    /// The account.
    pub account: Id,
    /// Its name.
    pub name: String,
    /// Its full name.
    pub path: String,
    /// What it is for: `checking`.
    pub kind: String,
    /// Code of the currency of its figures.
    pub commodity: String,
    /// What it should hold at least; `None` where it does not matter.
    pub floor: Option<String>,
    /// `true` where a person set that; otherwise checking and savings should not fall below nothing.
    pub floor_set: bool,
    /// Its figures.
    pub series: ForecastSeries,
}

/// Balances at the ends of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ForecastSeries {
    /// At the end of today.
    pub now: String,
    /// The most likely, for each day.
    pub expected: Vec<String>,
    /// One time in ten it is lower.
    pub low: Vec<String>,
    /// One time in ten it is higher.
    pub high: Vec<String>,
}

/// A time in which an account holds less than it should.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ShortfallView {
    /// The account.
    pub account: Id,
    /// Its full name.
    pub path: String,
    /// Code of the currency of its amounts.
    pub commodity: String,
    /// What it should hold at least.
    pub floor: String,
    /// The first day on which it is likely to hold less; `None` where it only may, within the next month.
    pub day: Option<String>,
    /// The first day on which it may: one time in ten or more.
    pub possible: String,
    /// How much is missing at the worst of the month from then on.
    pub missing: String,
    /// What to move.
    pub moves: Vec<CoverView>,
}

/// Money that another account can spare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CoverView {
    /// The account that gives.
    pub from: Id,
    /// Its full name.
    pub path: String,
    /// The last day on which to move it.
    pub day: String,
    /// How much, in the currency of the shortfall.
    pub amount: String,
}

/// Why money is known to come or go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum SourceView {
    /// It came again and again.
    Regular {
        /// Who pays or is paid.
        payee: Id,
        /// The category or loan.
        purpose: Id,
    },
    /// It is scheduled.
    Schedule {
        /// The schedule.
        id: Id,
    },
    /// It is entered already.
    Entered,
}

/// Money that is known to come or go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct KnownView {
    /// When.
    pub date: String,
    /// The account.
    pub account: Id,
    /// How much; negative when it leaves.
    pub amount: Money,
    /// Why.
    pub source: SourceView,
    /// Who pays or is paid, or what the schedule is called.
    pub name: String,
}

/// Money that came again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RegularView {
    /// What alterations name it by.
    pub source: SourceView,
    /// Who pays or is paid.
    pub payee: String,
    /// The full name of the category or loan.
    pub purpose: String,
    /// The account that it last came to or left.
    pub account: Id,
    /// How often.
    pub rhythm: BillRhythm,
    /// What is expected the next time; negative when it leaves.
    pub amount: Money,
    /// When it comes next.
    pub next: Option<String>,
}

/// One change of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum AlterationInput {
    /// Money that comes or goes once, or again and again.
    Payment {
        /// The account.
        account: Id,
        /// How much; negative when it leaves.
        amount: Money,
        /// The first day.
        start: String,
        /// A rule of RFC 5545, such as `FREQ=MONTHLY`; once when left out.
        rule: Option<String>,
    },
    /// A loan: its money comes, and leaves in equal instalments.
    Loan {
        /// The account that it comes to and is paid back from.
        account: Id,
        /// How much is lent.
        amount: Money,
        /// Percent of interest a year.
        rate: String,
        /// In how many months it is paid back.
        months: u16,
        /// When it comes.
        from: String,
    },
    /// Something known ends: a lost income, a cancelled subscription.
    End {
        /// What.
        source: SourceView,
        /// The first day without it.
        from: String,
    },
    /// Something known becomes more or less.
    Change {
        /// What.
        source: SourceView,
        /// The first day on which it is different.
        from: String,
        /// Percent of what it was.
        percent: u32,
    },
    /// Life becomes dearer or cheaper.
    Cost {
        /// The first day on which it is different.
        from: String,
        /// Percent of what it was.
        percent: u32,
    },
    /// A currency is worth more or less.
    Rate {
        /// Code of the currency.
        commodity: String,
        /// Percent of its worth today.
        percent: u32,
    },
}

/// A scenario to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ScenarioInput {
    /// The one to change; a new one when left out.
    pub id: Option<Id>,
    /// What a person calls it.
    pub name: String,
    /// What would be different.
    pub alterations: Vec<AlterationInput>,
}

/// A kept scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScenarioView {
    /// Its number.
    pub id: Id,
    /// What a person calls it.
    pub name: String,
    /// What would be different.
    pub alterations: Vec<AlterationInput>,
}
