//! Keys and secrets: the only room that touches one, and the only one that names keyring.
//!
//! A ledger's key is drawn as a recovery phrase of 24 words (256 random bits) and derived from it, slowly. The phrase is
//! shown once and kept nowhere; the key is kept in the system's keychain, or in a file where there is no desktop. So any
//! copy of a ledger file opens with its phrase alone, whatever became of the machine it was made on.
//!
//! Threat model: a stolen disk or file gives nothing away; another person's account on the machine neither. A program
//! that runs as the same person can ask the keychain for the key, unless an app password is set.

mod key_file;
mod keychain;
mod password;
mod phrase;
mod process;

pub use key_file::{create_key_file, read_key_file, replace_key_file};
pub use keychain::{Kept, forget, keep, look_up};
pub use password::Locked;
pub use phrase::Phrase;
pub use process::harden;

/// The 256-bit key of a ledger; wiped when dropped.
pub type Secret = zeroize::Zeroizing<[u8; 32]>;

/// Why a key cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// There is no keychain to ask.
    #[error(
        "this system offers no keychain ({what}); give the key with --key-file or the recovery phrase instead"
    )]
    NoKeychain {
        /// What the system said.
        what: String,
    },
    /// The keychain is there but will not open.
    #[error("the keychain is locked ({what}); unlock it and try again")]
    KeychainLocked {
        /// What the system said.
        what: String,
    },
    /// The keychain holds no key for this ledger.
    #[error("the keychain has no key for this ledger; open it with its recovery phrase")]
    NotInKeychain,
    /// What the keychain holds is not a key of ours.
    #[error("the keychain's entry for this ledger cannot be read; open the ledger with its recovery phrase")]
    KeychainEntry,
    /// The key is behind an app password, and none was given.
    #[error("this ledger is locked with an app password")]
    PasswordNeeded,
    /// The app password is not the one it was locked with.
    #[error("the password is not right")]
    WrongPassword,
    /// A recovery phrase has another number of words.
    #[error("a recovery phrase has 24 words, this one has {found}")]
    WordCount {
        /// How many were given.
        found: usize,
    },
    /// A word that no recovery phrase holds.
    #[error("word {place} of the recovery phrase is not one of its word list; check the spelling")]
    UnknownWord {
        /// Its place, counted from 1.
        place: usize,
    },
    /// The words are right one by one but not together.
    #[error("the recovery phrase does not add up: a word is wrong or two are swapped")]
    Checksum,
    /// Others may read the key file.
    #[error("{} may be read by others (mode {mode:o}); make it yours alone: chmod 600", path.display())]
    KeyFileMode {
        /// The file.
        path: std::path::PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file holds something else.
    #[error("{} is not a key file: it must hold 64 hexadecimal digits", path.display())]
    KeyFileShape {
        /// The file.
        path: std::path::PathBuf,
    },
    /// A new key file would overwrite a file.
    #[error("{} exists already; a new key never overwrites a file", path.display())]
    KeyFileExists {
        /// The file.
        path: std::path::PathBuf,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: std::path::PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The system gave no randomness, or the derivation could not run.
    #[error("no key could be made: {what}")]
    Derivation {
        /// What went wrong.
        what: String,
    },
}

fn random<const N: usize>() -> Result<zeroize::Zeroizing<[u8; N]>, VaultError> {
    let mut bytes = zeroize::Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice())
        .map_err(|error| VaultError::Derivation { what: error.to_string() })?;
    Ok(bytes)
}
