//! What every provider answers to.

use operations::record::{Quote, Record};
use operations::{Capability, Fault, Money, Outcome, Request};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// An answer that is waited for.
pub type Waiting<'a, T> = Pin<Box<dyn Future<Output = Result<T, ProviderError>> + Send + 'a>>;

/// What is looked for in a list; what a capability does not know of is left empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The provider's id of the account that it is about.
    pub account: Option<String>,
    /// The first day.
    pub from: Option<ledger::Day>,
    /// The last day.
    pub to: Option<ledger::Day>,
    /// Codes of currencies, coins or securities.
    pub codes: Vec<String>,
    /// A name to look for.
    pub name: Option<String>,
}

/// Records that were read, and the places of those that were not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// In the provider's order.
    pub records: Vec<Record>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// One step of a synchronisation. Each is whole in itself: what it brings may be kept before the next is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// New and changed records.
    pub upserts: Listing,
    /// The provider's ids of records that are gone.
    pub removed: Vec<String>,
    /// What the next step is asked with.
    pub cursor: String,
    /// `true` where the next step should follow at once.
    pub more: bool,
}

/// What is sent: the same key and the same request on every try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The idempotency key.
    pub key: String,
    /// What is asked.
    pub request: Request,
    /// The provider's own reference, once it is known.
    pub reference: Option<String>,
}

/// A provider, spoken to for one connection. Two kinds exist: the manifest engine and the sandbox.
pub trait Provider: Send + Sync {
    /// All records of a capability of the shape `List`.
    fn list<'a>(&'a self, capability: Capability, query: &'a Query) -> Waiting<'a, Listing>;

    /// The next step after `cursor`; from the beginning without one.
    fn sync<'a>(
        &'a self,
        capability: Capability,
        query: &'a Query,
        cursor: Option<&'a str>,
    ) -> Waiting<'a, Page>;

    /// An offer to convert `give` into the currency `get`.
    fn quote<'a>(&'a self, give: &'a Money, get: &'a str) -> Waiting<'a, Quote>;

    /// Sends an order. Whatever fails says whether the order may have arrived.
    fn act<'a>(&'a self, order: &'a Order) -> Waiting<'a, Outcome>;

    /// How an order stands, by its reference or its key. Changes nothing at the provider.
    fn look_up<'a>(&'a self, order: &'a Order) -> Waiting<'a, Outcome>;

    /// Calls an order off, where the provider still can.
    fn cancel<'a>(&'a self, order: &'a Order) -> Waiting<'a, Outcome>;
}

/// Why a provider gave no answer that can be used. Nothing here carries a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// The provider cannot do this.
    #[error("{provider} cannot do {capability:?}")]
    NotOffered {
        /// Its id.
        provider: String,
        /// What was wanted.
        capability: Capability,
    },
    /// Certainly nothing left this machine: no address, no connection.
    #[error("{host} could not be reached: {what}")]
    Unreachable {
        /// Whom.
        host: String,
        /// What the system said.
        what: String,
    },
    /// The request went out and no whole answer came back: it may have arrived.
    #[error("{host} did not answer: {what}")]
    Silent {
        /// Who.
        host: String,
        /// What happened.
        what: String,
    },
    /// Too many requests.
    #[error("{host} asks to wait{}", wait.map(|wait| format!(" {} seconds", wait.as_secs())).unwrap_or_default())]
    TooMany {
        /// Who.
        host: String,
        /// For how long, where it says so.
        wait: Option<Duration>,
    },
    /// A person must allow the connection again.
    #[error("{host} no longer accepts this connection: {what}")]
    NotAllowed {
        /// Who.
        host: String,
        /// The provider's words.
        what: String,
    },
    /// The provider refused, for good.
    #[error("{host} refused: {} ({})", failure.message, failure.code)]
    Refused {
        /// Who.
        host: String,
        /// Why.
        failure: operations::Failure,
    },
    /// The cursor is no longer known: the synchronisation begins again.
    #[error("{host} no longer knows where the last synchronisation ended")]
    CursorGone {
        /// Who.
        host: String,
    },
    /// The answer is not what the manifest expects.
    #[error("the answer of {host} cannot be read: {what}")]
    BadAnswer {
        /// Who.
        host: String,
        /// What is wrong.
        what: String,
        /// The number under which the provider finds the request again.
        request_id: Option<String>,
    },
}

impl ProviderError {
    /// `true` where an order may have arrived although no answer tells so.
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, Self::Silent { .. } | Self::BadAnswer { .. })
    }
}
