//! One leg of a transaction: an amount that goes into or out of one account.

use crate::{AccountId, Amount, BatchId};
use serde::{Deserialize, Serialize};

/// How sure we are of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum Status {
    /// Expected, or entered by hand and not yet seen on a statement.
    #[default]
    Pending,
    /// Seen on a statement.
    Cleared,
    /// Part of a statement whose closing balance was agreed; locked until that is undone.
    Reconciled,
}

impl Status {
    /// The number that stores it; it grows with certainty.
    pub fn number(self) -> i64 {
        match self {
            Self::Pending => 0,
            Self::Cleared => 1,
            Self::Reconciled => 2,
        }
    }

    /// The status that a number stores.
    pub fn from_number(number: i64) -> Option<Self> {
        [Self::Pending, Self::Cleared, Self::Reconciled].into_iter().find(|status| status.number() == number)
    }
}

/// The statement row that a posting came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The import that brought it.
    pub batch: BatchId,
    /// Its line in the file, counted from 1.
    pub line: u32,
    /// Hash of what identifies the row within its account; equal rows have equal fingerprints.
    pub fingerprint: i64,
    /// The bank's own id of the row, if it gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
}

/// One leg of a transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Where the amount goes (positive) or comes from (negative).
    pub account: AccountId,
    /// How much of what.
    #[serde(flatten)]
    pub amount: Amount,
    /// How sure we are of it; it matters for assets and liabilities.
    #[serde(default)]
    pub status: Status,
    /// What this leg is for, where it differs from the others.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    /// The statement row it came from, if it was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Posting {
    /// A pending posting of `amount` to `account`.
    pub fn new(account: AccountId, amount: Amount) -> Self {
        Self { account, amount, status: Status::default(), memo: String::new(), origin: None }
    }
}
