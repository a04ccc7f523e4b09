//! What went wrong, for a person: a code to translate by, the values in it, and the English text.

use ledger::{AccountPathError, QuantityError, Refusal};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::StoreError;
use vault::VaultError;

/// The kinds of failure that a screen or a script tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// An input is not what it must be.
    Invalid,
    /// Something named does not exist.
    Missing,
    /// A name is taken.
    Taken,
    /// Something cannot go while other things depend on it.
    InUse,
    /// It has been changed in the meantime.
    Stale,
    /// The postings do not sum to zero.
    Unbalanced,
    /// An amount has too many digits, or is too large.
    Amount,
    /// The period is closed.
    PeriodClosed,
    /// Nothing is left to undo or redo.
    NothingToUndo,
    /// A person stopped it.
    Cancelled,
    /// No ledger is open.
    NoLedger,
    /// The ledger is locked.
    Locked,
    /// There is no such ledger.
    LedgerNotFound,
    /// The ledger's place is taken.
    LedgerExists,
    /// Another process has it.
    LedgerBusy,
    /// The key does not fit, or the first page is damaged.
    LedgerKey,
    /// The file is damaged.
    LedgerDamaged,
    /// A newer version wrote it.
    LedgerNewer,
    /// No space is left.
    DiskFull,
    /// A place cannot be written.
    NotWritable,
    /// There is no keychain.
    NoKeychain,
    /// The keychain is locked.
    KeychainLocked,
    /// The keychain has no key for this ledger.
    KeyMissing,
    /// A password is needed.
    PasswordNeeded,
    /// The password is wrong.
    WrongPassword,
    /// The recovery phrase is wrong.
    Phrase,
    /// A file cannot be read as what it should be.
    File,
    /// Anything else.
    Internal,
}

/// A failure of a user action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    /// Which kind.
    pub code: ErrorCode,
    /// What happened, where, and what to do, in English.
    pub message: String,
    /// The values in the message, for its translation.
    pub params: BTreeMap<String, String>,
}

impl ApiError {
    /// A failure with its English text.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), params: BTreeMap::new() }
    }

    /// The same with a value for its translation.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// An input that is not what it must be.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Invalid, message)
    }

    /// Something named that does not exist.
    pub(crate) fn missing(what: impl std::fmt::Display) -> Self {
        Self::new(ErrorCode::Missing, format!("{what} does not exist")).with("what", what)
    }

    /// A code that neither the ledger nor the catalogue knows.
    pub(crate) fn unknown_commodity(code: &str) -> Self {
        let what = format!("commodity “{code}”");
        let message = format!("{what} does not exist; currencies go by their codes: USD, EUR, THB");
        Self::new(ErrorCode::Missing, message).with("what", what)
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        use ErrorCode as Code;
        let base = |code| Self::new(code, error.to_string());
        match &error {
            StoreError::NotFound { path } => base(Code::LedgerNotFound).with("path", path.display()),
            StoreError::Exists { path } => base(Code::LedgerExists).with("path", path.display()),
            StoreError::Busy { path, holder } => {
                base(Code::LedgerBusy).with("path", path.display()).with("holder", holder)
            }
            StoreError::WrongKeyOrDamaged { path } => base(Code::LedgerKey).with("path", path.display()),
            StoreError::Damaged { path, what } => {
                base(Code::LedgerDamaged).with("path", path.display()).with("what", what)
            }
            StoreError::NotALedger { path } => base(Code::File).with("path", path.display()),
            StoreError::Newer { found, known } => {
                base(Code::LedgerNewer).with("found", found).with("known", known)
            }
            StoreError::DiskFull => base(Code::DiskFull),
            StoreError::NotWritable { path, what } => {
                base(Code::NotWritable).with("path", path.display()).with("what", what)
            }
            StoreError::PeriodClosed { through } => base(Code::PeriodClosed).with("through", through),
            StoreError::Closed => base(Code::NoLedger),
            StoreError::Stale { what } => base(Code::Stale).with("what", what),
            StoreError::Missing { what } => base(Code::Missing).with("what", what),
            StoreError::Taken { what } => base(Code::Taken).with("what", what),
            StoreError::InUse { what } => base(Code::InUse).with("what", what),
            StoreError::NothingTo { verb } => base(Code::NothingToUndo).with("verb", verb),
            StoreError::Cancelled => base(Code::Cancelled),
            StoreError::Unbalanced | StoreError::Refusal(_) => base(Code::Unbalanced),
            StoreError::Quantity(_) => base(Code::Amount),
            StoreError::Corrupt { what } => base(Code::LedgerDamaged).with("what", what),
            StoreError::Database(_) => base(Code::Internal),
            StoreError::File { path, .. } => base(Code::File).with("path", path.display()),
        }
    }
}

impl From<VaultError> for ApiError {
    fn from(error: VaultError) -> Self {
        use ErrorCode as Code;
        let code = match &error {
            VaultError::NoKeychain { .. } => Code::NoKeychain,
            VaultError::KeychainLocked { .. } => Code::KeychainLocked,
            VaultError::NotInKeychain | VaultError::KeychainEntry => Code::KeyMissing,
            VaultError::PasswordNeeded => Code::PasswordNeeded,
            VaultError::WrongPassword => Code::WrongPassword,
            VaultError::WordCount { .. } | VaultError::UnknownWord { .. } | VaultError::Checksum => {
                Code::Phrase
            }
            VaultError::KeyFileMode { .. }
            | VaultError::KeyFileShape { .. }
            | VaultError::KeyFileExists { .. }
            | VaultError::File { .. } => Code::File,
            VaultError::Derivation { .. } => Code::Internal,
        };
        let answer = Self::new(code, error.to_string());
        match error {
            VaultError::WordCount { found } => answer.with("found", found),
            VaultError::UnknownWord { place } => answer.with("place", place),
            _ => answer,
        }
    }
}

impl From<QuantityError> for ApiError {
    fn from(error: QuantityError) -> Self {
        let answer = Self::new(ErrorCode::Amount, error.to_string());
        match error {
            QuantityError::TooPrecise { value, decimals } => {
                answer.with("value", value).with("decimals", decimals)
            }
            QuantityError::NotANumber { text } => answer.with("text", text),
            QuantityError::Scale { decimals } => answer.with("decimals", decimals),
            QuantityError::TooLarge => answer,
        }
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Quantity(error) => error.into(),
            other => Self::new(ErrorCode::Unbalanced, other.to_string()),
        }
    }
}

impl From<AccountPathError> for ApiError {
    fn from(error: AccountPathError) -> Self {
        Self::invalid(error.to_string())
    }
}
