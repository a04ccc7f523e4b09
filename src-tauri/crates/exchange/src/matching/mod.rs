//! Which rows of a statement are in the books already.
//!
//! Rows are matched as a multiset within one account: two equal coffees on one day are two rows, and importing the same
//! or an overlapping statement again adds nothing. Every decision comes with its reason, so that a person can see it
//! and choose otherwise.

mod decide;
mod fingerprint;
mod judge;
mod likeness;

#[cfg(test)]
mod tests;

use crate::{Draft, Format};
use ledger::{Amount, Day, ProfileId, Quantity, Status, TransactionId};
use serde::{Deserialize, Serialize};

pub use decide::match_rows;
pub use fingerprint::fingerprint;

/// How many days apart a row and its twin may be: how long a card payment stays pending, and weekends.
const WINDOW: i32 = 10;

/// Where rows come from. Ids and texts of one source are written alike; those of two are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// The kind of file.
    pub format: Format,
    /// The remembered way to read it, for a CSV file.
    pub profile: Option<ProfileId>,
}

/// A posting that the account holds already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Existing {
    /// Its transaction.
    pub transaction: TransactionId,
    /// Its place among the transaction's postings, counted from 0.
    pub posting: u32,
    /// Its amount.
    pub amount: Amount,
    /// How sure the books are of it.
    pub status: Status,
    /// The bank's text.
    pub text: String,
    /// The payee's name.
    pub payee: String,
    /// How it came into the books.
    pub arrival: Arrival,
    /// `true` once a person changed the transaction, whose words are then kept.
    pub touched: bool,
}

/// How a posting came into the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// A person entered it.
    ByHand,
    /// It is the other side of a transfer that a statement of another account brought.
    Transfer,
    /// A schedule expects it, or has posted it.
    Scheduled {
        /// The smallest size that it may have.
        least: Quantity,
        /// The largest.
        most: Quantity,
        /// How many days early or late it may be.
        days: u32,
    },
    /// A statement of this account brought it.
    Imported {
        /// Its fingerprint.
        fingerprint: i64,
        /// The bank's id.
        external_id: Option<String>,
        /// Where it came from.
        source: Source,
    },
}

/// A row of a statement whose amount is known to fit its commodity.
#[derive(Debug, Clone, Copy)]
pub struct Incoming<'a> {
    /// The row.
    pub draft: &'a Draft,
    /// Its amount.
    pub amount: Amount,
    /// Its fingerprint.
    pub fingerprint: i64,
}

impl<'a> Incoming<'a> {
    /// The row `draft`, whose amount is `amount` of the commodity with this code.
    pub fn new(draft: &'a Draft, amount: Amount, code: &str) -> Self {
        let id = draft.external_id.as_deref();
        let fingerprint = fingerprint(draft.day, draft.amount, code, &draft.description, id);
        Self { draft, amount, fingerprint }
    }
}

/// The days on which twins of `drafts` may be, first and last; `None` without drafts.
pub fn days(drafts: &[Draft]) -> Option<(Day, Day)> {
    let first = drafts.iter().map(|draft| draft.day).min()?;
    let last = drafts.iter().map(|draft| draft.day).max()?;
    Some((first.offset(-WINDOW), last.offset(WINDOW)))
}

/// What to do with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// The decision.
    pub outcome: Outcome,
    /// Other postings that may be the row, best first, all of them free to be chosen instead.
    pub others: Vec<Twin>,
}

/// The decision about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "decision")]
pub enum Outcome {
    /// It is not in the books.
    New,
    /// It is in the books and adds nothing.
    Duplicate {
        /// The posting that it is.
        twin: Twin,
    },
    /// It is in the books, and says more of a posting there: that the bank has booked it.
    Update {
        /// The posting that it is. Its status and origin follow the row.
        twin: Twin,
        /// `true` where a person chose the twin's words and day, which stay.
        keep_words: bool,
    },
}

impl Outcome {
    /// The posting that the row is.
    pub fn twin(&self) -> Option<Twin> {
        match self {
            Self::New => None,
            Self::Duplicate { twin } | Self::Update { twin, .. } => Some(*twin),
        }
    }
}

/// A posting that a row is, or may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Twin {
    /// Its transaction.
    pub transaction: TransactionId,
    /// Its place among the transaction's postings, counted from 0.
    pub posting: u32,
    /// What they share.
    pub reason: TwinReason,
    /// How sure that is.
    pub confidence: Confidence,
}

/// What a row and its twin share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum TwinReason {
    /// Everything: day, amount, text and id.
    SameRow,
    /// The bank's id.
    SameId,
    /// Day and amount, and a text that differs only in its writing.
    SameText,
    /// The posting was pending, and the bank has booked it now.
    PendingPosted,
    /// Amount and nearly the day, in a file of another kind.
    OtherSource,
    /// It is the other side of a transfer.
    TransferSide,
    /// A person entered it before the bank did.
    EnteredByHand,
    /// A schedule expected it.
    Scheduled,
}

/// How sure it is that a row and a posting are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "TwinConfidence"))]
pub enum Confidence {
    /// Nothing else is plausible.
    Certain,
    /// More likely than not by far.
    Likely,
    /// Worth a look.
    Possible,
}
