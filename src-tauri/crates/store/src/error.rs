//! What can go wrong with a ledger file.

use ledger::{Day, QuantityError, Refusal};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// A ledger as a person knows it; the database itself does not know where it is.
fn ledger_at(path: &Path) -> Cow<'_, str> {
    if path.as_os_str().is_empty() { "the ledger".into() } else { path.to_string_lossy() }
}

/// Why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at the path.
    #[error("there is no ledger at {}", path.display())]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A new ledger would overwrite a file.
    #[error("{} exists already; a new ledger never overwrites a file", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Another process has it open.
    #[error("{} is open in another process ({holder}); close it there, or try again", path.display())]
    Busy {
        /// The ledger.
        path: PathBuf,
        /// What the other process wrote of itself.
        holder: String,
    },
    /// The file does not decrypt: another key, as from before its recovery phrase was renewed, or damage on its first page.
    #[error(
        "{} does not open with this key: it belongs to another ledger, its recovery phrase was renewed, or the file is damaged",
        ledger_at(path)
    )]
    WrongKeyOrDamaged {
        /// The ledger.
        path: PathBuf,
    },
    /// A page does not decrypt or the file contradicts itself.
    #[error("{} is damaged: {what}", ledger_at(path))]
    Damaged {
        /// The ledger.
        path: PathBuf,
        /// What was found.
        what: String,
    },
    /// A newer version of Coffer wrote it.
    #[error(
        "this ledger was written by a newer Coffer (format {found}, this version reads up to {known}); update Coffer"
    )]
    Newer {
        /// The file's format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// It is an encrypted database of something else.
    #[error("{} is not a Coffer ledger", path.display())]
    NotALedger {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("the disk is full; nothing was changed. Free some space and try again")]
    DiskFull,
    /// The folder or file cannot be written.
    #[error("{} cannot be written: {what}", ledger_at(path))]
    NotWritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        what: String,
    },
    /// The transaction lies in a closed period.
    #[error("the books are closed up to {through}; reopen the period first")]
    PeriodClosed {
        /// Last day of the closed period.
        through: Day,
    },
    /// The ledger was closed, or locked, while this was waiting for it.
    #[error("the ledger has been closed")]
    Closed,
    /// What should be changed is no longer as it was.
    #[error("{what} has been changed since; look at it again")]
    Stale {
        /// Which thing, in words.
        what: String,
    },
    /// What should be changed is not there.
    #[error("{what} does not exist")]
    Missing {
        /// Which thing, in words.
        what: String,
    },
    /// The name is taken.
    #[error("{what} exists already")]
    Taken {
        /// Which thing, in words.
        what: String,
    },
    /// Other things depend on what should be removed.
    #[error("{what} is still in use")]
    InUse {
        /// Which thing, in words.
        what: String,
    },
    /// Nothing is left to undo or redo.
    #[error("there is nothing to {verb}")]
    NothingTo {
        /// `undo` or `redo`.
        verb: &'static str,
    },
    /// A person stopped it; nothing was changed.
    #[error("cancelled; nothing was changed")]
    Cancelled,
    /// The database refused a transaction that does not balance.
    #[error("the transaction does not balance")]
    Unbalanced,
    /// A stored transaction breaks a law.
    #[error(transparent)]
    Refusal(#[from] Refusal),
    /// An amount or sum does not fit.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
    /// A stored value is not what the schema promises.
    #[error("stored data cannot be read: {what}")]
    Corrupt {
        /// What was found.
        what: String,
    },
    /// Any other answer of the database.
    #[error("the database answered: {0}")]
    Database(#[source] sqlx::Error),
    /// Any other answer of the file system.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// SQLite's primary result codes that carry a meaning for people (<https://www.sqlite.org/rescode.html>).
mod code {
    pub const ERROR: i32 = 1;
    pub const FULL: i32 = 13;
    pub const READONLY: i32 = 8;
    pub const IOERR: i32 = 10;
    pub const CORRUPT: i32 = 11;
    pub const CANTOPEN: i32 = 14;
    pub const NOTADB: i32 = 26;

    /// Extended codes of `IOERR`. A log's index that cannot grow is a full disk; the reads are what damage looks like.
    pub const IOERR_SHMSIZE: i32 = 10 | 19 << 8;
    pub const IOERR_READS: [i32; 4] = [10 | 1 << 8, 10 | 2 << 8, 10 | 32 << 8, 10 | 33 << 8];
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if matches!(error, sqlx::Error::PoolClosed) {
            return Self::Closed;
        }
        let sqlx::Error::Database(answer) = &error else { return Self::Database(error) };
        let message = answer.message();
        let extended: i32 = answer.code().and_then(|code| code.parse().ok()).unwrap_or_default();
        match (extended & 0xff, message) {
            (_, "period closed") => Self::PeriodClosed { through: Day::MIN },
            (_, "unbalanced transaction" | "transaction is sealed") => Self::Unbalanced,
            (_, text) if text.contains("UNIQUE constraint") => Self::Taken { what: unique_noun(text) },
            (_, text) if text.contains("FOREIGN KEY constraint") => {
                Self::InUse { what: "what this would remove".into() }
            }
            (code::FULL, _) => Self::DiskFull,
            (code::IOERR, _) if extended == code::IOERR_SHMSIZE => Self::DiskFull,
            (code::IOERR, text) if !code::IOERR_READS.contains(&extended) => {
                Self::NotWritable { path: PathBuf::new(), what: text.to_owned() }
            }
            (code::READONLY | code::CANTOPEN, text) => {
                Self::NotWritable { path: PathBuf::new(), what: text.to_owned() }
            }
            // SQLCipher's answer, without words of its own, to a page whose seal is broken.
            (code::ERROR, "SQL logic error") => {
                Self::Damaged { path: PathBuf::new(), what: "a page does not decrypt".into() }
            }
            (code::NOTADB, _) => Self::WrongKeyOrDamaged { path: PathBuf::new() },
            (code::CORRUPT | code::IOERR, text) => {
                Self::Damaged { path: PathBuf::new(), what: text.to_owned() }
            }
            _ => Self::Database(error),
        }
    }
}

impl StoreError {
    /// The same error naming the ledger's path, where the database could not know it.
    #[must_use]
    pub fn at(self, ledger: &Path) -> Self {
        let path = ledger.to_path_buf();
        match self {
            Self::WrongKeyOrDamaged { .. } => Self::WrongKeyOrDamaged { path },
            Self::Damaged { what, .. } => Self::Damaged { path, what },
            Self::NotWritable { what, .. } => Self::NotWritable { path, what },
            other => other,
        }
    }

    /// The error of a file operation, with a full disk and a read-only place told apart.
    pub(crate) fn file(path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind::{NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull};
        match source.kind() {
            StorageFull => Self::DiskFull,
            NotFound => Self::NotFound { path: path.to_path_buf() },
            PermissionDenied | ReadOnlyFilesystem => {
                Self::NotWritable { path: path.to_path_buf(), what: source.to_string() }
            }
            _ => Self::File { path: path.to_path_buf(), source },
        }
    }
}

/// `UNIQUE constraint failed: payee.name` names the noun before the dot.
fn unique_noun(message: &str) -> String {
    let column = message.rsplit(": ").next().unwrap_or_default();
    let noun = column.split('.').next().unwrap_or_default();
    format!("this {}", if noun.is_empty() { "name" } else { noun })
}
