//! Where a ledger's key comes from.

use crate::{ApiError, ErrorCode};
use serde::Serialize;
use specta::Type;
use std::io::Read;
use std::path::{Path, PathBuf};
use store::Key;
use vault::{Kept, Locked, Phrase, Secret, VaultError};
use zeroize::Zeroizing;

/// Where to take a ledger's key from.
#[derive(Clone)]
pub enum KeySource {
    /// The system's keychain.
    Keychain,
    /// The system's keychain, behind an app password.
    Password(Zeroizing<String>),
    /// A file that holds the raw key.
    File(PathBuf),
    /// The recovery phrase; deliberately slow.
    Phrase(Zeroizing<String>),
    /// Somebody who has it already.
    Known(Secret),
}

/// Where the key of a ledger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum KeyPlace {
    /// In the system's keychain.
    Keychain,
    /// In the system's keychain, behind an app password.
    Password,
    /// Nowhere: there is a keychain, but it has no key for this ledger.
    Missing,
    /// Nowhere: this system has no keychain.
    NoKeychain,
    /// Nobody can tell while the keychain is locked.
    KeychainLocked,
}

impl KeySource {
    /// The key of the ledger at `ledger`.
    pub(crate) async fn key(self, ledger: &Path) -> Result<Secret, ApiError> {
        let ledger = ledger.to_path_buf();
        off_thread(move || match self {
            Self::Keychain => match vault::look_up(&identity(&ledger)?)? {
                Kept::Key(key) => Ok(key),
                Kept::Locked(_) => Err(VaultError::PasswordNeeded.into()),
            },
            Self::Password(password) => match vault::look_up(&identity(&ledger)?)? {
                Kept::Key(key) => Ok(key),
                Kept::Locked(locked) => Ok(locked.unlock(&password)?),
            },
            Self::File(path) => Ok(vault::read_key_file(&path)?),
            Self::Phrase(text) => Ok(Phrase::parse(&text)?.key()?),
            Self::Known(key) => Ok(key),
        })
        .await
    }
}

/// Keeps a ledger's key in the system's keychain, behind a password where one is given.
pub(crate) async fn keep(
    ledger: &Path,
    key: Secret,
    password: Option<Zeroizing<String>>,
) -> Result<(), ApiError> {
    let ledger = ledger.to_path_buf();
    off_thread(move || {
        let kept = match password {
            Some(password) => Kept::Locked(Locked::lock(&key, &password)?),
            None => Kept::Key(key),
        };
        Ok(vault::keep(&identity(&ledger)?, &kept)?)
    })
    .await
}

/// Keeps a ledger's key in the system's keychain where that has none for it. A keychain that cannot be reached keeps
/// nobody out: the key is had without it.
pub(crate) async fn keep_where_missing(ledger: &Path, key: Secret) -> Result<(), ApiError> {
    let ledger = ledger.to_path_buf();
    off_thread(move || {
        let identity = identity(&ledger)?;
        if !matches!(vault::look_up(&identity), Err(VaultError::NotInKeychain)) {
            return Ok(());
        }
        match vault::keep(&identity, &Kept::Key(key)) {
            Ok(()) | Err(VaultError::NoKeychain { .. } | VaultError::KeychainLocked { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// Keeps a ledger's key in the system's keychain, where there is one that can be reached.
pub(crate) async fn keep_where_possible(ledger: &Path, key: Secret) -> Result<(), ApiError> {
    match keep(ledger, key, None).await {
        // Without a keychain the phrase is asked for each time: said on the screen that asks.
        Err(error) if matches!(error.code, ErrorCode::NoKeychain | ErrorCode::KeychainLocked) => Ok(()),
        kept => kept,
    }
}

/// Puts another key into the key file that a ledger opens with.
pub(crate) async fn keep_in_file(key_file: &Path, key: Secret) -> Result<(), ApiError> {
    let key_file = key_file.to_path_buf();
    off_thread(move || Ok(vault::replace_key_file(&key_file, &key)?)).await
}

/// Where this ledger's key is.
pub(crate) async fn place(ledger: &Path) -> Result<KeyPlace, ApiError> {
    let ledger = ledger.to_path_buf();
    off_thread(move || match vault::look_up(&identity(&ledger)?) {
        Ok(Kept::Key(_)) => Ok(KeyPlace::Keychain),
        Ok(Kept::Locked(_)) => Ok(KeyPlace::Password),
        Err(VaultError::NotInKeychain | VaultError::KeychainEntry) => Ok(KeyPlace::Missing),
        Err(VaultError::NoKeychain { .. }) => Ok(KeyPlace::NoKeychain),
        Err(VaultError::KeychainLocked { .. }) => Ok(KeyPlace::KeychainLocked),
        Err(error) => Err(error.into()),
    })
    .await
}

/// Forgets the key of a ledger that is about to go; a keychain that cannot be reached keeps it.
pub(crate) async fn forget(ledger: &Path) -> Result<(), ApiError> {
    let ledger = ledger.to_path_buf();
    off_thread(move || match vault::forget(&identity(&ledger)?) {
        Ok(()) | Err(VaultError::NoKeychain { .. } | VaultError::KeychainLocked { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    })
    .await
}

/// `true` when the keychain keeps this ledger's key behind a password.
pub(crate) async fn has_password(ledger: &Path) -> Result<bool, ApiError> {
    let ledger = ledger.to_path_buf();
    off_thread(move || match vault::look_up(&identity(&ledger)?) {
        Ok(kept) => Ok(matches!(kept, Kept::Locked(_))),
        Err(VaultError::NotInKeychain) => Ok(false),
        Err(error) => Err(error.into()),
    })
    .await
}

/// A fresh recovery phrase and the key that it stands for.
pub(crate) async fn fresh() -> Result<(Phrase, Secret), ApiError> {
    off_thread(|| {
        let phrase = Phrase::generate()?;
        let key = phrase.key()?;
        Ok((phrase, key))
    })
    .await
}

pub(crate) fn store_key(secret: Secret) -> Key {
    Key::new(secret)
}

/// What names a ledger in the keychain: the random salt that SQLCipher puts in the first 16 bytes of each new file. It
/// moves with the file, and copies share it.
pub(crate) fn identity(ledger: &Path) -> Result<String, ApiError> {
    let failed = |error: std::io::Error| {
        ApiError::new(ErrorCode::File, format!("{}: {error}", ledger.display()))
            .with("path", ledger.display())
    };
    let mut head = Vec::new();
    let file = std::fs::File::open(ledger).map_err(failed)?;
    file.take(HEAD).read_to_end(&mut head).map_err(failed)?;
    match head.get(..SALT) {
        Some(salt) if !is_text(&head) => Ok(hex::encode(salt)),
        _ => Err(ApiError::new(ErrorCode::File, format!("{} is not a ledger", ledger.display()))
            .with("path", ledger.display())),
    }
}

/// Bytes of the salt in front of each file of SQLCipher.
const SALT: usize = 16;
/// Bytes that tell a ledger, which is noise to its first byte, from what else a file may be.
const HEAD: u64 = 512;

/// `true` for the beginning of a text: a statement or a note that was given a ledger's name. So many bytes of noise are
/// never text by chance. A last letter may be cut.
fn is_text(head: &[u8]) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

/// The keychain and the derivation block: they run beside the async threads.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => Err(ApiError::new(ErrorCode::Internal, error.to_string())),
    }
}
