//! Another recovery phrase for the open ledger.

use crate::session::{PATIENCE, Session, State};
use crate::{ApiError, Books, ErrorCode, KeyPlace, KeySource, keys};
use serde::Serialize;
use specta::Type;
use std::sync::Arc;
use tokio::sync::Mutex;
use vault::{Phrase, Secret, VaultError};
use zeroize::Zeroizing;

/// A new recovery phrase; without `Debug`, which would show it.
#[derive(Serialize, Type)]
pub struct PhraseView {
    /// Its words. They are shown once and kept nowhere.
    pub phrase: String,
}

/// A ledger that opens with its new recovery phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RenewedView {
    /// Why its key is not in the keychain, where it is not.
    pub keychain: Option<ApiError>,
}

/// The key of a phrase that a person is writing down.
pub(crate) type Proposed = Mutex<Option<Secret>>;

impl Session {
    /// A new recovery phrase to be written down. The ledger goes on with its old one until
    /// [`Session::recovery_phrase_renew`]; asking again forgets the words before.
    ///
    /// # Errors
    /// [`ErrorCode::NoLedger`], [`ErrorCode::Locked`].
    pub async fn recovery_phrase_propose(&self) -> Result<PhraseView, ApiError> {
        self.books().await?;
        let (phrase, key): (Phrase, Secret) = keys::fresh().await?;
        *self.proposed.lock().await = Some(key);
        Ok(PhraseView { phrase: phrase.words().to_owned() })
    }

    /// Makes the phrase that was written down the ledger's own: the old one no longer opens it, but the backups made before.
    ///
    /// # Errors
    /// [`ErrorCode::PasswordNeeded`] and [`ErrorCode::WrongPassword`] where the ledger has an app password,
    /// [`ErrorCode::KeychainLocked`] where nobody can tell; [`ErrorCode::Invalid`] without a phrase proposed before. The
    /// ledger then keeps its old phrase.
    pub async fn recovery_phrase_renew(&self, password: Option<String>) -> Result<RenewedView, ApiError> {
        let password = password.map(Zeroizing::new);
        let mut state = self.state.write().await;
        let books = match &*state {
            State::Open(books) => Arc::clone(books),
            State::Locked(_) => return Err(ApiError::new(ErrorCode::Locked, "the ledger is locked")),
            State::Closed => return Err(ApiError::new(ErrorCode::NoLedger, "no ledger is open")),
        };
        let (_, password) = books.proved_password(password).await?;
        let proposed = self.proposed.lock().await.take();
        let new = proposed.ok_or_else(|| ApiError::invalid("write a new recovery phrase down first"))?;
        let path = books.path().to_path_buf();
        let (old, renewed) = (books.key.clone(), books.renew_key(new.clone()).await);
        // Closed it is, renewed or not; whatever comes of opening it, there is a door to it.
        drop(books);
        *state = State::Locked(path.clone());
        // Kept before anything else can fail: the key that the keychain has opens nothing any more.
        let (key, keychain) = match renewed {
            Ok(()) => (new.clone(), keys::keep(&path, new, password).await.err()),
            Err(_) => (old, None),
        };
        // One that does not open now, since something else still reads in it, is locked, and says why to who unlocks it. Told
        // here it would mean that the new phrase, which counts already, was given up.
        if let Ok(opened) = Books::open(&path, KeySource::Known(key), PATIENCE).await {
            let opened = Arc::new(opened);
            self.back_up_daily(&opened);
            *state = State::Open(opened);
        }
        renewed?;
        Ok(RenewedView { keychain })
    }
}

impl Books {
    /// Closes the ledger and gives it a new recovery phrase, once that is shown; the key that it was opened `with` is
    /// replaced wherever that is kept. Answers with why that could not be done, where it could not: the phrase counts all
    /// the same.
    ///
    /// # Errors
    /// As [`Session::recovery_phrase_renew`], and those of `show`; the ledger then keeps its old phrase.
    pub async fn renew_phrase<E: From<ApiError>>(
        &self,
        with: KeySource,
        show: impl FnOnce(&str) -> Result<(), E>,
    ) -> Result<Option<ApiError>, E> {
        let (password, key_file) = match with {
            KeySource::Password(password) => (Some(password), None),
            KeySource::File(key_file) => (None, Some(key_file)),
            KeySource::Keychain | KeySource::Phrase(_) | KeySource::Known(_) => (None, None),
        };
        let (place, password) = self.proved_password(password).await?;
        let (phrase, key) = keys::fresh().await?;
        show(phrase.words())?;
        self.renew_key(key.clone()).await?;
        let in_file = match key_file {
            Some(key_file) => keys::keep_in_file(&key_file, key.clone()).await.err(),
            None => None,
        };
        let in_keychain = match place {
            KeyPlace::Keychain | KeyPlace::Password => keys::keep(self.path(), key, password).await.err(),
            KeyPlace::Missing | KeyPlace::NoKeychain | KeyPlace::KeychainLocked => None,
        };
        Ok(in_file.or(in_keychain))
    }

    /// Closes the ledger and makes another key its own.
    pub(crate) async fn renew_key(&self, key: Secret) -> Result<(), ApiError> {
        Ok(self.store.renew_key(keys::store_key(key)).await?)
    }

    /// Where the ledger's key is, with its app password where it has one and that is right.
    async fn proved_password(
        &self,
        password: Option<Zeroizing<String>>,
    ) -> Result<(KeyPlace, Option<Zeroizing<String>>), ApiError> {
        let place = keys::place(self.path()).await?;
        match place {
            KeyPlace::Password => {}
            // Whether there is a password nobody can tell now.
            KeyPlace::KeychainLocked => {
                let message = "the keychain is locked; unlock it and try again";
                return Err(ApiError::new(ErrorCode::KeychainLocked, message));
            }
            KeyPlace::Keychain | KeyPlace::Missing | KeyPlace::NoKeychain => return Ok((place, None)),
        }
        let password = password.ok_or_else(|| ApiError::from(VaultError::PasswordNeeded))?;
        KeySource::Password(password.clone()).key(self.path()).await?;
        Ok((place, Some(password)))
    }
}
