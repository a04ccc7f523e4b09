//! A person's link to one provider.

use crate::Capability;
use ledger::AccountId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A connection in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "types", derive(specta::Type), specta(transparent))]
pub struct ConnectionId(#[cfg_attr(feature = "types", specta(type = u32))] pub i64);

/// Whether a provider moves real money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum Mode {
    /// For trying out: nothing there is real, and none of it counts in real totals.
    Sandbox,
    /// For real.
    Live,
}

/// How a connection stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum ConnectionState {
    /// In use.
    Active,
    /// The provider wants to be allowed again: a token has ended, or the manifest has changed.
    ConsentNeeded,
    /// Ended by a person: its secrets are gone, what it brought stays.
    Revoked,
}

/// A link to one provider. Its secrets are in the keychain, under its id; nothing here is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// Its row in this ledger.
    pub id: ConnectionId,
    /// The id of the provider's manifest, as `wise`.
    pub provider: String,
    /// What a person calls it.
    pub name: String,
    /// Sandbox or live.
    pub mode: Mode,
    /// SHA-256 of the manifest that a person agreed to, as hexadecimal digits; empty for the built-in sandbox.
    pub manifest: String,
    /// What it may be used for.
    pub allowed: BTreeSet<Capability>,
    /// What was typed into the form and is no secret.
    pub settings: BTreeMap<String, String>,
    /// How it stands.
    pub state: ConnectionState,
}

/// An account at the provider and the account of the books that it fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// Whose it is.
    pub connection: ConnectionId,
    /// The provider's id of the account.
    pub remote: String,
    /// What the provider calls it.
    pub name: String,
    /// Its currency there.
    pub currency: String,
    /// The account of the books; `None` for one that a person left out.
    pub account: Option<AccountId>,
}
