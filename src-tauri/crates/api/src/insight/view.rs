//! Insight as it crosses to a screen or a script: values for sentences, in the ledger's currency where nothing else is said.

use crate::{Id, KnownView};
use serde::Serialize;
use specta::Type;

/// What is worth knowing today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct InsightView {
    /// Today.
    pub date: String,
    /// Code of the currency of its figures.
    pub currency: String,
    /// What may be spent today; `None` where there is no account to spend from.
    pub safe: Option<SafeView>,
    /// A few things, the most urgent first; often none.
    pub notes: Vec<InsightNote>,
}

/// What may be spent today without falling short before the next income.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SafeView {
    /// How much, never below nothing.
    pub amount: String,
    /// What is missing where nothing may be spent.
    pub missing: String,
    /// The same for each day up to the next income.
    pub daily: String,
    /// The last day before the next income; a month ahead where none is known.
    pub until: String,
    /// The next income.
    pub income: Option<KnownView>,
    /// How the amount comes about: parts that add up to it, less what is missing.
    pub reasons: Vec<SafeReasonView>,
    /// The bills among them.
    pub bills: Vec<KnownView>,
}

/// A part of what may be spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SafeReasonView {
    /// Why.
    pub why: SafeWhy,
    /// How much; negative where it is taken off.
    pub amount: String,
}

/// Why something may or may not be spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SafeWhy {
    /// What checking, cash and wallets hold.
    Held,
    /// What should stay in them.
    Floors,
    /// What is owed on cards.
    Cards,
    /// Bills before the next income.
    Bills,
    /// What usually leaves besides.
    Usual,
    /// What goals still need this month.
    Goals,
    /// The budget has less than that.
    Budget,
}

/// Something worth knowing. `about` is what to dismiss it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum InsightNote {
    /// An account will hold less than it should.
    Shortfall {
        /// What to dismiss it by.
        about: String,
        /// The account.
        account: Id,
        /// Its full name.
        path: String,
        /// The first day.
        day: String,
        /// How much is missing at the worst of the month from then on.
        missing: String,
        /// Code of the currency of that.
        commodity: String,
    },
    /// More was spent on something than usual.
    Unusual {
        /// What to dismiss it by.
        about: String,
        /// The month, as `2026-11`.
        month: String,
        /// What was spent.
        spending: UnusualView,
    },
    /// Net worth has passed something.
    Milestone {
        /// What to dismiss it by.
        about: String,
        /// What it was.
        milestone: MilestoneView,
    },
}

/// Between what and what a category's months usually lie: one in ten is lower, one in ten higher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UsualView {
    /// The lower end.
    pub low: String,
    /// The middle.
    pub middle: String,
    /// The upper end.
    pub high: String,
}

/// A category in which more was spent than usual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UnusualView {
    /// The category.
    pub category: Id,
    /// Its full name.
    pub path: String,
    /// What was spent.
    pub amount: String,
    /// What is usual.
    pub usual: UsualView,
    /// The largest transactions of the month in it.
    pub transactions: Vec<InsightTransaction>,
}

/// A transaction that explains something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct InsightTransaction {
    /// The transaction.
    pub id: String,
    /// When.
    pub date: String,
    /// Who was paid, or what the bank wrote.
    pub name: String,
    /// How much, in `commodity`.
    pub amount: String,
    /// Code of its currency.
    pub commodity: String,
}

/// What net worth has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneMark {
    /// More is owned than owed.
    Positive,
    /// A round amount.
    Round,
}

/// A milestone of net worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MilestoneView {
    /// The end of the month in which it was passed, or today.
    pub date: String,
    /// What it is.
    pub mark: MilestoneMark,
    /// The amount passed.
    pub amount: String,
}

/// A month in review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MonthReview {
    /// Which, as `2026-11`.
    pub month: String,
    /// `true` once it is over.
    pub complete: bool,
    /// Code of the currency of its figures.
    pub currency: String,
    /// What came in.
    pub income: String,
    /// What was spent.
    pub spent: String,
    /// What came in less what was spent.
    pub saved: String,
    /// Whole percent of what came in that was saved; `None` where nothing came in.
    pub saved_percent: Option<i32>,
    /// What usually comes in, from the year before; `None` after less than four months.
    pub usual_income: Option<UsualView>,
    /// What is usually spent.
    pub usual_spent: Option<UsualView>,
    /// The categories that differ most from their usual month; of a month that is not over only those with more.
    pub changes: Vec<ChangeView>,
    /// The categories in which more was spent than in nine of ten months.
    pub unusual: Vec<UnusualView>,
    /// What net worth passed in it.
    pub milestones: Vec<MilestoneView>,
    /// Codes of commodities without a rate, which the figures leave out.
    pub missing: Vec<String>,
}

/// A category that differs from its usual month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ChangeView {
    /// The category.
    pub category: Id,
    /// Its full name.
    pub path: String,
    /// `true` for income.
    pub income: bool,
    /// What was spent in it, or came in.
    pub amount: String,
    /// What is usual: the middle month of the year before.
    pub usual: String,
    /// The difference.
    pub difference: String,
    /// The payees that differ most from their usual month.
    pub because: Vec<BecauseView>,
}

/// A payee that explains a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BecauseView {
    /// The payee; empty for nobody named.
    pub name: String,
    /// What went to it, or came from it.
    pub amount: String,
    /// The same in an average month of the half year before.
    pub usual: String,
}
