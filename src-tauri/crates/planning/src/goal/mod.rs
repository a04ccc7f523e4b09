//! What money is saved for, and how debts are paid off.

mod payoff;
mod savings;

pub use payoff::{
    Debt, Payoff, PayoffError, PayoffMonth, PayoffOrder, PayoffRow, instalment, monthly_interest, payoff,
};
pub use savings::{Savings, SavingsProgress};

use ledger::{AccountId, CommodityId, Day, Quantity};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A goal in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GoalId(pub i64);

/// Something that a person wants to reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its row in this ledger.
    pub id: GoalId,
    /// What a person calls it.
    pub name: String,
    /// What its amounts are in.
    pub commodity: CommodityId,
    /// Its place among the goals.
    pub position: i64,
    /// What it is.
    pub aim: Aim,
}

/// What a goal is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Aim {
    /// To have an amount.
    Savings {
        /// How much.
        target: Quantity,
        /// When it should be there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Day>,
        /// Where the money is.
        funds: Vec<Fund>,
    },
    /// To owe nothing.
    Debt {
        /// What is owed, in the order in which a person wants to pay it.
        debts: Vec<Terms>,
        /// Which is paid first.
        order: PayoffOrder,
        /// How much a month is paid beyond what must be.
        extra: Quantity,
    },
}

/// Where the money of a goal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "from")]
pub enum Fund {
    /// In an account.
    Account {
        /// Which.
        account: AccountId,
        /// How much of it at most; all of it when `None`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<Quantity>,
    },
    /// In an envelope of a budget.
    Envelope {
        /// The budget's number.
        budget: i64,
        /// The envelope's category.
        category: AccountId,
    },
}

/// What was agreed for a debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The account that shows what is owed.
    pub account: AccountId,
    /// Percent of interest a year.
    pub rate: Decimal,
    /// What must be paid each month.
    pub minimum: Quantity,
}
