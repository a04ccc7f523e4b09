//! What a person did, as one step that can be undone.

use crate::Change;
use serde::{Deserialize, Serialize};

/// Everything that one action of a person changes.
#[derive(Debug, Clone)]
pub struct Action {
    /// What was done, as a stable word: `transaction_add`, `import`.
    pub name: &'static str,
    /// What a person should read about it later, as a JSON object.
    pub detail: serde_json::Value,
    /// In the order in which they are made; undo makes them backwards.
    pub changes: Vec<Change>,
    /// `true` for what a ledger is founded on: Undo stops before it.
    pub founding: bool,
}

impl Action {
    /// An action without detail.
    pub fn new(name: &'static str, changes: Vec<Change>) -> Self {
        Self { name, detail: serde_json::json!({}), changes, founding: false }
    }

    /// What a new ledger is founded on.
    pub fn founding(name: &'static str, changes: Vec<Change>) -> Self {
        Self { founding: true, ..Self::new(name, changes) }
    }

    /// The same with something for a person to read.
    #[must_use]
    pub fn with_detail(mut self, detail: serde_json::Value) -> Self {
        self.detail = detail;
        self
    }
}

/// An action in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number, counted from 1 without gaps.
    pub seq: i64,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// What was done.
    pub action: String,
    /// What a person should read about it.
    pub detail: serde_json::Value,
    /// The entry whose changes it made.
    pub base: i64,
    /// `true` when it made them backwards.
    pub backwards: bool,
    /// How many changes.
    pub changes: i64,
}
