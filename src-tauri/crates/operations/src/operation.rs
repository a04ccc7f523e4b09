//! An outside effect, from the first thought to its last echo.

use crate::{ConnectionId, Money, OperationState, Request};
use ledger::AccountId;
use serde::{Deserialize, Serialize};

/// An operation in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "types", derive(specta::Type), specta(transparent))]
pub struct OperationId(#[cfg_attr(feature = "types", specta(type = u32))] pub i64);

/// How an operation shows in the books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// The account of ours that changes.
    pub account: AccountId,
    /// The other side: a category, a payable, another account of ours.
    pub other: AccountId,
    /// Who is paid, or pays.
    pub payee: Option<String>,
    /// What for.
    pub note: String,
}

/// An outside effect. Its state and what the provider said of it are written in the same database transaction as its
/// ledger entry; its request never changes once it is approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// Its row in this ledger.
    pub id: OperationId,
    /// At whom.
    pub connection: ConnectionId,
    /// What is asked.
    pub request: Request,
    /// Where it stands.
    pub state: OperationState,
    /// By this the provider tells a second try from a second wish; drawn once.
    pub key: String,
    /// The provider's own reference.
    pub reference: Option<String>,
    /// How it shows in the books; `None` for what moves no money.
    pub booking: Option<Booking>,
    /// Serial number of its ledger entry, while there is one.
    pub entry: Option<u32>,
    /// Serial number of the entry that corrects it after a return.
    pub correction: Option<u32>,
    /// What the provider said it would keep, when a person agreed.
    pub fee: Option<Money>,
    /// Where a person must go on, while it requires action.
    pub action_url: Option<String>,
    /// When it was put together, in milliseconds since 1970 UTC.
    pub made_at: i64,
    /// When it last changed, in milliseconds since 1970 UTC.
    pub changed_at: i64,
}

/// A line of an operation's timeline. Lines are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Of which operation.
    pub operation: OperationId,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// The state it led to.
    pub state: OperationState,
    /// What happened.
    pub kind: EventKind,
    /// What a person should read about it: the provider's words, a reference. Never a secret.
    pub detail: String,
}

/// What happened to an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum EventKind {
    /// A person put it together.
    Drafted,
    /// A person agreed to exactly this.
    Approved,
    /// A try to send it began.
    Sent,
    /// The provider answered.
    Answered,
    /// No answer came.
    Silent,
    /// Certainly nothing left this machine.
    NotSent,
    /// It was looked up at the provider.
    LookedUp,
    /// The provider told of it by itself.
    Told,
    /// A row of a statement is this.
    Matched,
    /// A person called it off.
    Canceled,
}
