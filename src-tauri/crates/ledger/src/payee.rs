//! Names attached to transactions: who was paid, and free labels.

use crate::{PayeeId, TagId};
use serde::{Deserialize, Serialize};

/// Who was paid, or who paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payee {
    /// Its row in this ledger.
    pub id: PayeeId,
    /// Its unique name.
    pub name: String,
}

/// A free label on transactions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Its row in this ledger.
    pub id: TagId,
    /// Its unique name.
    pub name: String,
}
