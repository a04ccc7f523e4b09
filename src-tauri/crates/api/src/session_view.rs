//! How a session stands, and what it is given and answers when a ledger is made.

use crate::places::RecentLedger;
use crate::{ApiError, Language, Purpose};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Whether a ledger is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LedgerState {
    /// None.
    Closed,
    /// One is.
    Open,
    /// One was, and waits to be unlocked.
    Locked,
}

/// How the session stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SessionView {
    /// Whether a ledger is open.
    pub state: LedgerState,
    /// Its file.
    pub path: Option<String>,
    /// `true` when unlocking it takes an app password.
    pub password: bool,
    /// The ledgers that were open lately, the last one first.
    pub recent: Vec<RecentLedger>,
    /// The folder for new ledgers.
    pub folder: String,
    /// The version of Coffer.
    pub version: String,
}

/// A new ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LedgerInput {
    /// What it is called; its file is named after it.
    pub name: String,
    /// The folder for its file, one that a person chose; the documents folder when left out.
    pub folder: Option<String>,
    /// Code of the currency that totals are shown in.
    pub currency: String,
    /// The language of its first accounts and categories.
    pub language: Language,
    /// What it is used for.
    pub purposes: Vec<Purpose>,
}

/// A ledger that was just created; without `Debug`, which would show its phrase.
#[derive(Serialize, Type)]
pub struct CreatedView {
    /// Its file.
    pub path: String,
    /// Its recovery phrase. It is shown once and kept nowhere.
    pub phrase: String,
    /// Why its key is not in the keychain, where it is not.
    pub keychain: Option<ApiError>,
}
