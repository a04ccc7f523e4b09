//! What a person or a statement said of one occurrence.

use crate::ScheduleId;
use ledger::{Day, Quantity, TransactionId};
use serde::{Deserialize, Serialize};

/// How one occurrence differs from what its schedule says, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Its schedule.
    pub schedule: ScheduleId,
    /// The day that the rule names.
    pub nominal: Day,
    /// The day to which it was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Its own amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// What became of it.
    #[serde(flatten)]
    pub standing: Standing,
}

/// What became of an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum Standing {
    /// Nothing yet.
    Open,
    /// It comes no more.
    Skipped,
    /// It was posted as this transaction.
    Posted {
        /// Which.
        transaction: TransactionId,
    },
    /// A statement showed it to be this transaction.
    Matched {
        /// Which.
        transaction: TransactionId,
    },
}

impl Exception {
    /// An occurrence of which nothing has been said.
    pub fn none(schedule: ScheduleId, nominal: Day) -> Self {
        Self { schedule, nominal, day: None, quantity: None, standing: Standing::Open }
    }

    /// `true` where the day is not the rule's: it was moved, or is that of a transaction.
    pub fn has_own_day(&self) -> bool {
        self.day.is_some() || self.standing.transaction().is_some()
    }

    /// `true` where it says nothing.
    pub fn is_none(&self) -> bool {
        *self == Self::none(self.schedule, self.nominal)
    }
}

impl Standing {
    /// Its transaction, once it has one.
    pub fn transaction(self) -> Option<TransactionId> {
        match self {
            Self::Posted { transaction } | Self::Matched { transaction } => Some(transaction),
            Self::Open | Self::Skipped => None,
        }
    }

    /// The same of the transaction under another key.
    #[must_use]
    pub fn with_transaction(self, transaction: TransactionId) -> Self {
        match self {
            Self::Posted { .. } => Self::Posted { transaction },
            Self::Matched { .. } => Self::Matched { transaction },
            other => other,
        }
    }
}
