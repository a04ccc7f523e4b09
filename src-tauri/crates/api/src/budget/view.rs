//! Budgets as they cross to a screen or a script. Amounts are decimal text in the budget's currency.

use crate::Id;
use serde::{Deserialize, Serialize};
use specta::Type;

/// How a budget works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BudgetMethod {
    /// Money that exists is put into envelopes, and spent from them.
    Envelope,
    /// What was planned stands beside what was.
    Tracking,
}

/// How long a budget's periods are, and where they begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "every", deny_unknown_fields)]
pub enum BudgetCadence {
    /// Weeks.
    Week {
        /// The weekday that they begin on: `mon`.
        starts: String,
    },
    /// Months.
    Month {
        /// The day that they begin on, 1 to 28.
        starts: u8,
    },
    /// Calendar quarters.
    Quarter,
    /// Calendar years.
    Year,
    /// As many days as one likes.
    Days {
        /// The first day of one of the periods.
        from: String,
        /// How many days each has.
        length: u16,
    },
}

/// A budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetView {
    /// Its number.
    pub id: Id,
    /// What a person calls it.
    pub name: String,
    /// Code of the currency that it is kept in.
    pub currency: String,
    /// How it works.
    pub method: BudgetMethod,
    /// How its periods lie.
    pub cadence: BudgetCadence,
    /// The first day of its first period.
    pub since: String,
    /// The accounts whose money it plans, each with all below it; `None` for every everyday account (cash, checking,
    /// savings, wallets, cards).
    pub accounts: Option<Vec<Id>>,
    /// `true` once it is no longer worked with.
    pub archived: bool,
    /// The first day of the period that today is in.
    pub current: String,
}

/// A new budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BudgetInput {
    /// What a person calls it.
    pub name: String,
    /// Code of its currency; the ledger's own when left out.
    pub currency: Option<String>,
    /// How it works.
    pub method: BudgetMethod,
    /// How its periods lie; calendar months when left out.
    pub cadence: Option<BudgetCadence>,
    /// A day of its first period; the first with a transaction when left out.
    pub since: Option<String>,
    /// Its accounts, each with all below it; every everyday account when left out.
    pub accounts: Option<Vec<Id>>,
}

/// A change of a budget; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct BudgetChange {
    /// What a person calls it.
    pub name: Option<String>,
    /// How it works.
    pub method: Option<BudgetMethod>,
    /// A day of its first period.
    pub since: Option<String>,
    /// Its accounts; an empty list for every everyday account.
    pub accounts: Option<Vec<Id>>,
    /// Whether it is put away.
    pub archived: Option<bool>,
}

/// What columns a budget is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BudgetColumns {
    /// One for each of its periods.
    #[default]
    Period,
    /// The periods that begin in a calendar month together.
    Month,
    /// The same for a quarter.
    Quarter,
    /// The same for a year.
    Year,
}

/// Which part of a budget to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct BudgetShowInput {
    /// Which budget; the first one that is not put away when left out.
    pub budget: Option<Id>,
    /// The first column: any day in it, or a month as `2025-03`; the one that today is in when left out.
    pub period: Option<String>,
    /// How many columns; 0 for one.
    pub count: u32,
    /// What each is.
    pub columns: BudgetColumns,
}

/// A part of a budget: its periods side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetSheet {
    /// Which budget.
    pub budget: BudgetView,
    /// The columns.
    pub periods: Vec<BudgetPeriod>,
    /// The rows, in groups.
    pub groups: Vec<BudgetGroup>,
    /// What is set aside for cards.
    pub cards: Vec<BudgetCard>,
    /// Codes of commodities that the budget's accounts hold without a rate: they count for nothing.
    pub unvalued: Vec<String>,
}

/// A column of a budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetPeriod {
    /// Its first day: what commands name it by.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// How many periods of the budget it has; amounts can be assigned where it is one.
    pub periods: u32,
    /// `true` for the one that today is in.
    pub current: bool,
    /// How the money to be assigned came about.
    pub to_assign: ToAssignView,
    /// What is assigned to envelopes.
    pub assigned: String,
    /// What was spent from envelopes (negative), less what came back.
    pub activity: String,
    /// What envelopes hold.
    pub available: String,
    /// How much envelopes are overspent: zero or less.
    pub overspent: String,
    /// The money in the budget's accounts (what cards owe not counted) at the end of it.
    pub cash: String,
    /// What a tracking budget planned to come in.
    pub income_planned: String,
}

/// How the money to be assigned came about; the parts add up to `available`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ToAssignView {
    /// Left from the period before.
    pub carried: String,
    /// Held back in the period before.
    pub released: String,
    /// New money.
    pub income: String,
    /// Won by exchange, negative when lost.
    pub exchange: String,
    /// Given back by envelopes that keep no surplus.
    pub returned: String,
    /// Overspent in cash in the period before: zero or less.
    pub overspent: String,
    /// Assigned: the negative of what envelopes and cards got.
    pub assigned: String,
    /// Held back for the next period: zero or less.
    pub held: String,
    /// What is left.
    pub available: String,
}

/// Envelopes shown together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetGroup {
    /// Its name.
    pub name: String,
    /// Its envelopes.
    pub rows: Vec<BudgetRow>,
    /// Their sums, a cell for each column.
    pub cells: Vec<BudgetCell>,
}

/// What an envelope is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum EnvelopeKind {
    /// A category of spending.
    Expense,
    /// A source of income, in a tracking budget.
    Income,
    /// An account that the budget leaves out: a loan, a brokerage.
    Account,
}

/// An envelope in each column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetRow {
    /// The number of its account.
    pub envelope: Id,
    /// The account's full name.
    pub path: String,
    /// The account's own name.
    pub name: String,
    /// What it is for.
    pub kind: EnvelopeKind,
    /// How it behaves.
    pub settings: EnvelopeView,
    /// A cell for each column.
    pub cells: Vec<BudgetCell>,
}

/// How an envelope behaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EnvelopeView {
    /// Whether what was not spent stays in it.
    pub keeps_surplus: bool,
    /// Whether what was spent too much stays in it.
    pub keeps_debt: bool,
    /// `true` where it is shown only on demand.
    pub hidden: bool,
    /// What it should get.
    pub target: Option<TargetView>,
}

/// A change of how an envelope behaves; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct EnvelopeChange {
    /// Whether what was not spent stays in it.
    pub keeps_surplus: Option<bool>,
    /// Whether what was spent too much stays in it.
    pub keeps_debt: Option<bool>,
    /// The group that it is shown in; blank for that of the account above.
    pub group: Option<String>,
    /// Its place among all envelopes, which is also how urgent its target is: the lowest first.
    pub position: Option<u32>,
    /// Whether it is shown only on demand.
    pub hidden: Option<bool>,
}

/// An envelope in its place, for ordering all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EnvelopePlace {
    /// Which.
    pub envelope: Id,
    /// The group that it is shown in; blank for that of the account above.
    pub group: String,
}

/// An envelope in a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetCell {
    /// From the period before.
    pub carried: String,
    /// Put in.
    pub assigned: String,
    /// Spent (negative), less what came back.
    pub activity: String,
    /// What may still be spent; negative when overspent.
    pub available: String,
    /// Spending by card that no money covers, as a positive amount; part of a negative `available`.
    pub uncovered: String,
    /// What its target asks for, where it has one and the column is one period.
    pub need: Option<NeedView>,
}

/// What a target asks for in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NeedView {
    /// How much should be assigned in all.
    pub amount: String,
    /// How much is missing from that.
    pub missing: String,
    /// Why that much.
    pub reason: ReasonView,
}

/// Why a target asks for what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum ReasonView {
    /// The same in each period.
    EachPeriod,
    /// It should hold `wanted` and brought `carried` along.
    Refill {
        /// What it should hold.
        wanted: String,
        /// What it brought along.
        carried: String,
    },
    /// `missing` is to come together in `periods` periods, this one included.
    Due {
        /// What is missing, without this period.
        missing: String,
        /// How many periods are left.
        periods: i32,
        /// When it is due.
        by: String,
    },
    /// The day is past.
    DayPassed {
        /// The day.
        by: String,
    },
    /// `percent` hundredths of `income`.
    PartOfIncome {
        /// How many hundredths.
        percent: String,
        /// The period's new money.
        income: String,
    },
    /// What was spent on average in this many periods.
    Average {
        /// How many; 0 where nothing was spent yet.
        periods: u32,
    },
    /// What is scheduled.
    Scheduled,
    /// `scheduled`, less what it brought along.
    ScheduledLess {
        /// What is scheduled.
        scheduled: String,
        /// What it brought along; below zero it is owed first.
        carried: String,
    },
}

/// What a person wants an envelope to get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum TargetView {
    /// The same amount in each period, whatever is left from before.
    SetAside {
        /// How much.
        amount: String,
    },
    /// As much as brings it to an amount, counting what is left from before.
    RefillTo {
        /// How much it should hold.
        amount: String,
    },
    /// An amount by a day, in equal parts.
    ByDate {
        /// How much it should hold then.
        amount: String,
        /// When.
        by: String,
        /// After how many months it is wanted again; once only when left out.
        again_after: Option<u16>,
    },
    /// A part of the period's new money.
    PercentOfIncome {
        /// How many hundredths, as decimal text.
        percent: String,
    },
    /// What was spent on average in the periods before.
    AverageSpent {
        /// How many periods, at least 1.
        periods: u8,
    },
    /// What is scheduled from it in the period.
    Scheduled,
}

/// What is set aside for a card in each column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetCard {
    /// The card's account.
    pub card: Id,
    /// Its full name.
    pub path: String,
    /// Its own name.
    pub name: String,
    /// What should be set aside by hand in each period, for a debt from before.
    pub target: Option<TargetView>,
    /// A cell for each column.
    pub cells: Vec<BudgetCardCell>,
}

/// What is set aside for a card in a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetCardCell {
    /// From the period before.
    pub carried: String,
    /// Put in by hand, for a debt from before.
    pub assigned: String,
    /// Moved here by envelopes whose money covered spending by this card.
    pub funded: String,
    /// Paid to the card: zero or less.
    pub paid: String,
    /// What may be paid to the card.
    pub available: String,
    /// What is owed on it at the end, as a positive amount.
    pub owed: String,
    /// What its target asks for, where it has one and the column is one period.
    pub need: Option<NeedView>,
}

/// What an envelope is given, or gets on top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BudgetLine {
    /// Which envelope or card.
    pub envelope: Id,
    /// How much.
    pub amount: String,
}
