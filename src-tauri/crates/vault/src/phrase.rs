//! The recovery phrase: 24 words that stand for the key.

use crate::{Secret, VaultError, random};
use argon2::{Algorithm, Argon2, Params, Version};
use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

/// Memory in KiB, passes and lanes of Argon2id (RFC 9106): about half a second, on purpose.
const COST: (u32, u32, u32) = (128 * 1024, 4, 1);
/// A salt keeps guessed passphrases from being looked up in a table. No table holds 256 random bits, so it may be fixed,
/// and a ledger needs nothing beside its file to be recovered.
const SALT: &[u8] = b"coffer ledger key 1";

/// 24 words of BIP-39's English list, the last of which carries a checksum. Shown once, kept nowhere, wiped when dropped.
pub struct Phrase(Zeroizing<String>);

impl Phrase {
    /// A new phrase from 256 random bits.
    ///
    /// # Errors
    /// [`VaultError::Derivation`] when the system gives no randomness.
    pub fn generate() -> Result<Self, VaultError> {
        let entropy = random::<32>()?;
        let mnemonic = Mnemonic::from_entropy_in(Language::English, entropy.as_slice())
            .map_err(|error| VaultError::Derivation { what: error.to_string() })?;
        Ok(Self(Zeroizing::new(mnemonic.to_string())))
    }

    /// The phrase that a person typed: any case, any blanks between the words.
    ///
    /// # Errors
    /// [`VaultError::WordCount`], [`VaultError::UnknownWord`] or [`VaultError::Checksum`].
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        let mut words = Zeroizing::new(String::with_capacity(text.len()));
        let mut found = 0;
        for word in text.split_whitespace() {
            if found > 0 {
                words.push(' ');
            }
            words.push_str(&word.to_lowercase());
            found += 1;
        }
        if found != 24 {
            return Err(VaultError::WordCount { found });
        }
        match Mnemonic::parse_in_normalized(Language::English, &words) {
            Ok(_) => Ok(Self(words)),
            Err(bip39::Error::UnknownWord(index)) => Err(VaultError::UnknownWord { place: index + 1 }),
            Err(_) => Err(VaultError::Checksum),
        }
    }

    /// The words, to be shown.
    pub fn words(&self) -> &str {
        &self.0
    }

    /// The key that the phrase stands for. Deliberately slow; not for a thread that must answer.
    ///
    /// # Errors
    /// [`VaultError::Derivation`] when the memory for it cannot be had.
    pub fn key(&self) -> Result<Secret, VaultError> {
        derive(self.0.as_bytes(), SALT)
    }
}

/// Argon2id over `password` and `salt`.
pub(crate) fn derive(password: &[u8], salt: &[u8]) -> Result<Secret, VaultError> {
    let failed = |error: argon2::Error| VaultError::Derivation { what: error.to_string() };
    let params = Params::new(COST.0, COST.1, COST.2, Some(32)).map_err(failed)?;
    let mut key = Secret::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password, salt, key.as_mut_slice())
        .map_err(failed)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon \
        abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art";

    #[test]
    fn a_phrase_gives_the_same_key_however_it_is_typed_and_for_ever() {
        let key = Phrase::parse(KNOWN).unwrap().key().unwrap();
        // Fixed: a change here locks every ledger out.
        assert_eq!(
            hex::encode(key.as_slice()),
            "e5129b24d9e184f248861d3e5bb8cfef23a9c424a0f1eeab6fa0b68aac1217bc"
        );
        let typed = KNOWN.to_uppercase().replace(' ', "\n  ");
        assert!(Phrase::parse(&typed).unwrap().key().unwrap() == key);
    }

    #[test]
    fn what_is_wrong_with_a_phrase_is_said() {
        for (text, error) in [
            ("abandon art".to_owned(), "a recovery phrase has 24 words, this one has 2"),
            (
                KNOWN.replacen("abandon art", "coffer art", 1),
                "word 23 of the recovery phrase is not one of its word list; check the spelling",
            ),
            (
                KNOWN.replacen("abandon art", "abandon zoo", 1),
                "the recovery phrase does not add up: a word is wrong or two are swapped",
            ),
        ] {
            assert_eq!(Phrase::parse(&text).err().unwrap().to_string(), error);
        }
    }

    #[test]
    fn phrases_differ_and_parse() {
        let (a, b) = (Phrase::generate().unwrap(), Phrase::generate().unwrap());
        assert_ne!(a.words(), b.words());
        assert_eq!(Phrase::parse(a.words()).unwrap().words(), a.words());
    }
}
