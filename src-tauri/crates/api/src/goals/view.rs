//! Goals as they cross to a screen or a script. Amounts are decimal text in the goal's currency.

use crate::Id;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a goal is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum AimInput {
    /// To have an amount.
    Savings {
        /// How much.
        target: String,
        /// When it should be there.
        by: Option<String>,
        /// Where the money is; what they hold together is saved.
        funds: Vec<FundInput>,
    },
    /// To owe nothing.
    Debt {
        /// What is owed, in the order in which a person wants to pay it.
        debts: Vec<TermsInput>,
        /// Which is paid first.
        order: PayoffOrderInput,
        /// How much a month is paid beyond the minimums.
        extra: String,
    },
}

/// Where the money of a goal is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "from", deny_unknown_fields)]
pub enum FundInput {
    /// In an account.
    Account {
        /// Which.
        account: Id,
        /// How much of it at most; all of it when left out.
        most: Option<String>,
    },
    /// In an envelope of a budget.
    Envelope {
        /// Which budget.
        budget: Id,
        /// The envelope's category.
        category: Id,
    },
}

/// What was agreed for a debt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct TermsInput {
    /// The account that shows what is owed.
    pub account: Id,
    /// Percent of interest a year.
    pub rate: String,
    /// What must be paid each month.
    pub minimum: String,
}

/// Which debt gets what is paid beyond the minimums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PayoffOrderInput {
    /// The smallest first.
    Snowball,
    /// The dearest first.
    Avalanche,
    /// The first of the list first.
    Own,
}

/// A goal to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GoalInput {
    /// The one to change; a new one when left out.
    pub id: Option<Id>,
    /// What a person calls it.
    pub name: String,
    /// Code of its currency; the ledger's own when left out.
    pub currency: Option<String>,
    /// What it is.
    pub aim: AimInput,
}

/// A goal and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GoalView {
    /// Its number.
    pub id: Id,
    /// What a person calls it.
    pub name: String,
    /// Code of its currency.
    pub currency: String,
    /// What it is.
    pub aim: AimInput,
    /// How far it is.
    pub progress: GoalProgress,
}

/// How far a goal is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum GoalProgress {
    /// Savings.
    Savings(SavingsView),
    /// Debts.
    Debt(DebtProgress),
}

/// How far savings are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SavingsView {
    /// What there is.
    pub saved: String,
    /// What is missing; nothing once the target is reached.
    pub missing: String,
    /// Whole percent of the target, at most 100.
    pub percent: u32,
    /// What to add each month, this one included, to be there in time.
    pub monthly: Option<String>,
    /// What was added a month over the last three months.
    pub pace: String,
    /// The day on which it is there at that pace.
    pub projected: Option<String>,
    /// Whether that is in time.
    pub on_track: Option<bool>,
}

/// Savings that go on otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SavingsPlanInput {
    /// The goal.
    pub goal: Id,
    /// So much is added each month; what is needed, when left out.
    pub monthly: Option<String>,
    /// They should be there by this day; the goal's own when left out.
    pub by: Option<String>,
}

/// When savings are there, and what it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SavingsPlanView {
    /// Code of the goal's currency.
    pub currency: String,
    /// The day by which they should be there.
    pub by: Option<String>,
    /// What to add each month, this one included, to be there by that day; `None` without one, or once it is past.
    pub needed: Option<String>,
    /// What is added each month.
    pub monthly: Option<String>,
    /// The month in which they are there with that, as `2027-03`; `None` where they never are.
    pub done: Option<String>,
}

/// How far debts are from being paid off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DebtProgress {
    /// What is owed.
    pub owed: String,
    /// How the plan of the goal ends; `None` where its payments never pay the debts off.
    pub plan: Option<PayoffSummary>,
}

/// How a plan ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PayoffSummary {
    /// What is paid each month.
    pub monthly: String,
    /// How many months it takes.
    pub months: u32,
    /// The month in which nothing is owed any more, as `2027-03`; `None` where nothing is owed now.
    pub done: Option<String>,
    /// All interest.
    pub interest: String,
    /// All that is paid.
    pub paid: String,
}

/// A plan to pay debts off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PayoffInput {
    /// The goal.
    pub goal: Id,
    /// Another order than the goal's.
    pub order: Option<PayoffOrderInput>,
    /// Another amount a month beyond the minimums than the goal's.
    pub extra: Option<String>,
}

/// A plan to pay debts off, month by month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PayoffView {
    /// Code of its currency.
    pub currency: String,
    /// The order in which debts are paid.
    pub order: PayoffOrderInput,
    /// How it ends.
    pub plan: PayoffSummary,
    /// How the goal's own plan ends; `None` where it never does.
    pub goal: Option<PayoffSummary>,
    /// The same with the minimums alone.
    pub minimums: Option<PayoffSummary>,
    /// How each order ends with what this plan pays, so that they can be compared: snowball, avalanche, own.
    pub snowball: PayoffSummary,
    /// The dearest first.
    pub avalanche: PayoffSummary,
    /// The goal's list.
    pub own: PayoffSummary,
    /// Its months.
    pub months: Vec<PayoffMonthView>,
}

/// One month of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PayoffMonthView {
    /// Which, as `2027-03`.
    pub month: String,
    /// All interest of the month.
    pub interest: String,
    /// All that is paid in it.
    pub paid: String,
    /// What is still owed.
    pub owed: String,
    /// Each debt that was owed at its start.
    pub debts: Vec<PayoffDebt>,
}

/// One debt in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PayoffDebt {
    /// Its account.
    pub account: Id,
    /// The month's interest.
    pub interest: String,
    /// What is paid.
    pub paid: String,
    /// What is still owed.
    pub owed: String,
}
