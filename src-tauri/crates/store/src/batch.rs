//! What surrounds imports: the files taken in, how they were read, the rules applied, the receipts kept.

use ledger::{AccountId, AttachmentId, BatchId, ProfileId, RuleId};
use serde::{Deserialize, Serialize};

/// One file taken into the books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Its row in this ledger.
    pub id: BatchId,
    /// The file's name, without its folder.
    pub file_name: String,
    /// Its format: `csv`, `ofx`, `qif`.
    pub format: String,
    /// How it was read, where that was remembered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// SHA-256 of its bytes, as hex.
    pub sha256: String,
    /// When, in milliseconds since 1970 UTC.
    pub imported_at: i64,
}

/// A remembered way to read a bank's files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Its row in this ledger.
    pub id: ProfileId,
    /// What a person calls it.
    pub name: String,
    /// The shape of the files it reads.
    pub signature: String,
    /// How they are read, as JSON.
    pub reading: String,
    /// The account they are about, where it is always the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
}

/// A categorisation rule, as JSON that the store does not look into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredRule {
    /// Its row in this ledger.
    pub id: RuleId,
    /// Its place in the order of application.
    pub position: i64,
    /// The rule.
    pub body: String,
}

/// A file kept with a transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its row in this ledger.
    pub id: AttachmentId,
    /// The serial number of the transaction it belongs to, whatever day that moves to.
    pub transaction_serial: u32,
    /// The file's name.
    pub name: String,
    /// Its media type: `application/pdf`.
    pub media_type: String,
    /// Its size in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, as hex; the bytes are kept under it.
    pub sha256: String,
}
