//! A key locked behind an app password.

use crate::phrase::derive;
use crate::{Secret, VaultError, random};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A ledger's key, encrypted with XChaCha20-Poly1305 under a key that Argon2id makes of a password.
#[derive(Clone, Serialize, Deserialize)]
pub struct Locked {
    salt: String,
    nonce: String,
    sealed: String,
}

impl Locked {
    /// Locks a key.
    ///
    /// # Errors
    /// [`VaultError::Derivation`].
    pub fn lock(key: &Secret, password: &str) -> Result<Self, VaultError> {
        let (salt, nonce) = (random::<16>()?, random::<24>()?);
        let sealed = cipher(password, salt.as_slice())?
            .encrypt(XNonce::from_slice(nonce.as_slice()), key.as_slice())
            .map_err(|error| VaultError::Derivation { what: error.to_string() })?;
        Ok(Self { salt: hex::encode(*salt), nonce: hex::encode(*nonce), sealed: hex::encode(sealed) })
    }

    /// Unlocks it again.
    ///
    /// # Errors
    /// [`VaultError::WrongPassword`].
    pub fn unlock(&self, password: &str) -> Result<Secret, VaultError> {
        let decode = |text: &str| hex::decode(text).map_err(|_| VaultError::KeychainEntry);
        let (salt, nonce, sealed) = (decode(&self.salt)?, decode(&self.nonce)?, decode(&self.sealed)?);
        if nonce.len() != 24 {
            return Err(VaultError::KeychainEntry);
        }
        let opened = cipher(password, &salt)?
            .decrypt(XNonce::from_slice(&nonce), sealed.as_slice())
            .map(Zeroizing::new)
            .map_err(|_| VaultError::WrongPassword)?;
        let mut key = Secret::new([0; 32]);
        if opened.len() != key.len() {
            return Err(VaultError::KeychainEntry);
        }
        key.copy_from_slice(&opened);
        Ok(key)
    }
}

fn cipher(password: &str, salt: &[u8]) -> Result<XChaCha20Poly1305, VaultError> {
    let key = derive(password.as_bytes(), salt)?;
    XChaCha20Poly1305::new_from_slice(key.as_slice())
        .map_err(|error| VaultError::Derivation { what: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_unlocks() {
        let key = Secret::new([9; 32]);
        let locked = Locked::lock(&key, "correct horse ม้า").unwrap();
        let text = serde_json::to_string(&locked).unwrap();
        assert!(!text.contains(&hex::encode(key.as_slice())));
        let locked: Locked = serde_json::from_str(&text).unwrap();
        assert!(locked.unlock("correct horse ม้า").unwrap() == key);
        assert!(matches!(locked.unlock("correct horse"), Err(VaultError::WrongPassword)));
    }
}
