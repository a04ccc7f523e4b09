//! Opening the ledger that the arguments name.

use crate::arguments::LedgerArguments;
use crate::failure::Failure;
use api::{Books, Creation, KeySource, Start};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;
use zeroize::Zeroizing;

/// The longest passphrase file, in bytes.
const LONGEST: u64 = 4096;

impl LedgerArguments {
    /// The ledger's path.
    pub fn path(&self) -> Result<&Path, Failure> {
        let say = || Failure::Usage("say which ledger: --ledger PATH, or set COFFER_LEDGER".into());
        self.ledger.as_deref().ok_or_else(say)
    }

    /// Opens the ledger.
    pub async fn open(&self) -> Result<Books, Failure> {
        self.open_with(self.key()?).await
    }

    /// Opens the ledger with a key that was read already.
    pub async fn open_with(&self, key: KeySource) -> Result<Books, Failure> {
        Ok(Books::open(self.path()?, key, Duration::from_secs(self.wait)).await?)
    }

    /// Creates the ledger, with its key in a new file or in the keychain.
    pub async fn create(&self, start: &Start) -> Result<Creation, Failure> {
        let path = self.path()?;
        if self.passphrase_file.is_some() {
            let text = "a new ledger gets a recovery phrase of its own; leave --passphrase-file out";
            return Err(Failure::Usage(text.into()));
        }
        Ok(match &self.key_file {
            Some(key_file) => Books::create_with_key_file(path, key_file, start).await?,
            None => Books::create(path, start).await?,
        })
    }

    /// Where the key comes from.
    pub fn key(&self) -> Result<KeySource, Failure> {
        if let Some(path) = &self.key_file {
            return Ok(KeySource::File(path.clone()));
        }
        match &self.passphrase_file {
            Some(path) => passphrase(path),
            None => Ok(KeySource::Keychain),
        }
    }
}

/// 24 words are a recovery phrase, anything else an app password.
fn passphrase(path: &PathBuf) -> Result<KeySource, Failure> {
    let mut text = Zeroizing::new(String::new());
    std::fs::File::open(path)
        .and_then(|file| file.take(LONGEST).read_to_string(&mut text))
        .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
    let words = text.split_whitespace().count();
    let text = Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned());
    Ok(if words >= 12 { KeySource::Phrase(text) } else { KeySource::Password(text) })
}
