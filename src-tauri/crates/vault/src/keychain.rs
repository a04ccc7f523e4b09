//! The system's keychain: Secret Service, macOS Keychain or Windows Credential Manager.

use crate::{Locked, Secret, VaultError};
use keyring::{Entry, Error};
use zeroize::Zeroizing;

const SERVICE: &str = "app.coffer.ledger";
const PLAIN: &str = "key:";
const LOCKED: &str = "locked:";

/// What the keychain keeps for a ledger.
pub enum Kept {
    /// The key itself.
    Key(Secret),
    /// The key behind an app password.
    Locked(Locked),
}

/// Keeps a ledger's key. `ledger` names the ledger: the identity in its file's first bytes.
///
/// Blocks on the system; call it off the async threads.
///
/// # Errors
/// [`VaultError::NoKeychain`], [`VaultError::KeychainLocked`].
pub fn keep(ledger: &str, kept: &Kept) -> Result<(), VaultError> {
    let mut text = Zeroizing::new(String::with_capacity(512));
    match kept {
        Kept::Key(key) => {
            text.push_str(PLAIN);
            let digits = Zeroizing::new(hex::encode(key.as_slice()));
            text.push_str(&digits);
        }
        Kept::Locked(locked) => {
            text.push_str(LOCKED);
            text.push_str(&serde_json::to_string(locked).map_err(|_| VaultError::KeychainEntry)?);
        }
    }
    let entry = entry(ledger)?;
    let refused = match entry.set_password(&text) {
        Ok(()) => return Ok(()),
        Err(error) => error,
    };
    match (refused, entry.get_password().map(Zeroizing::new)) {
        // A keychain that answers, but takes nothing, is locked.
        (Error::PlatformFailure(cause), Err(Error::NoEntry)) => {
            Err(VaultError::KeychainLocked { what: cause.to_string() })
        }
        (refused, _) => Err(explain(refused)),
    }
}

/// What the keychain keeps for a ledger.
///
/// Blocks on the system; call it off the async threads.
///
/// # Errors
/// [`VaultError::NotInKeychain`], [`VaultError::NoKeychain`], [`VaultError::KeychainLocked`].
pub fn look_up(ledger: &str) -> Result<Kept, VaultError> {
    let text = Zeroizing::new(entry(ledger)?.get_password().map_err(explain)?);
    if let Some(digits) = text.strip_prefix(PLAIN) {
        let mut key = Secret::new([0; 32]);
        hex::decode_to_slice(digits, key.as_mut_slice()).map_err(|_| VaultError::KeychainEntry)?;
        return Ok(Kept::Key(key));
    }
    let locked = text.strip_prefix(LOCKED).ok_or(VaultError::KeychainEntry)?;
    serde_json::from_str(locked).map(Kept::Locked).map_err(|_| VaultError::KeychainEntry)
}

/// Forgets a ledger's key; nothing to forget is no error.
///
/// Blocks on the system; call it off the async threads.
///
/// # Errors
/// [`VaultError::NoKeychain`], [`VaultError::KeychainLocked`].
pub fn forget(ledger: &str) -> Result<(), VaultError> {
    match entry(ledger)?.delete_credential() {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(error) => Err(explain(error)),
    }
}

fn entry(ledger: &str) -> Result<Entry, VaultError> {
    Entry::new(SERVICE, ledger).map_err(explain)
}

/// The meaning of keyring's answer; none of its texts carries the secret but `BadEncoding`, which is not passed on.
fn explain(error: Error) -> VaultError {
    match error {
        Error::NoEntry => VaultError::NotInKeychain,
        Error::NoStorageAccess(cause) => VaultError::KeychainLocked { what: cause.to_string() },
        Error::PlatformFailure(cause) => VaultError::NoKeychain { what: cause.to_string() },
        Error::BadEncoding(_) | Error::Ambiguous(_) => VaultError::KeychainEntry,
        other => VaultError::NoKeychain { what: other.to_string() },
    }
}
