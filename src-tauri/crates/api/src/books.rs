//! An open ledger.

use crate::import::Imports;
use crate::keys::{self, KeySource};
use crate::overview::Figures;
use crate::register::FoundLists;
use crate::{ApiError, ErrorCode, Language, starter};
use ledger::Day;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use store::{Options, Reader, Store};
use tokio::sync::Mutex;
use zeroize::Zeroizing;

/// The number of a row as it crosses to a screen.
pub type Id = u32;

/// A ledger, open in this process.
pub struct Books {
    pub(crate) store: Store,
    /// Its key, for putting one of its backups in its place.
    pub(crate) key: vault::Secret,
    pub(crate) found: Mutex<FoundLists>,
    pub(crate) imports: Mutex<Imports>,
    /// The figures of the first screen, as they were asked for last.
    pub(crate) seen: Mutex<Option<Arc<Figures>>>,
    /// Today, where it is not the clock's: sample books and tests.
    pub(crate) today: Option<Day>,
}

/// A ledger that was just created.
pub struct Creation {
    /// It, open.
    pub books: Books,
    /// Its recovery phrase, to be shown once.
    pub phrase: Zeroizing<String>,
    /// Why its key is not in the keychain, where it should be and is not.
    pub keychain: Option<ApiError>,
}

/// How a new ledger begins.
#[derive(Debug, Clone)]
pub struct Start {
    /// The currency that totals are shown in.
    pub currency: String,
    /// The language of its first accounts and categories.
    pub language: Language,
    /// `false` for the roots alone, without categories.
    pub categories: bool,
}

fn options(patience: Duration) -> Options {
    Options { patience, words: exchange::categoriser::tokens }
}

impl Books {
    /// Creates a ledger whose key goes into the system's keychain. Where there is none, the ledger is made all the same
    /// and opens with its phrase.
    ///
    /// # Errors
    /// [`ErrorCode::LedgerExists`] rather than overwriting anything.
    pub async fn create(path: &Path, start: &Start) -> Result<Creation, ApiError> {
        let (phrase, key) = keys::fresh().await?;
        let books = Self::create_with(path, key.clone(), start).await?;
        let keychain = keys::keep(path, key, None).await.err();
        Ok(Creation { books, phrase: Zeroizing::new(phrase.words().to_owned()), keychain })
    }

    /// Creates a ledger whose key goes into a new file.
    ///
    /// # Errors
    /// [`ErrorCode::LedgerExists`], or [`ErrorCode::File`] when the key file exists; neither overwrites anything.
    pub async fn create_with_key_file(
        path: &Path,
        key_file: &Path,
        start: &Start,
    ) -> Result<Creation, ApiError> {
        if path.exists() {
            return Err(store::StoreError::Exists { path: path.to_path_buf() }.into());
        }
        let (phrase, key) = keys::fresh().await?;
        vault::create_key_file(key_file, &key)?;
        let books = match Self::create_with(path, key, start).await {
            Ok(books) => books,
            Err(error) => {
                // The key of a ledger that was never made opens nothing.
                std::fs::remove_file(key_file).map_err(|cause| file_error(key_file, &cause))?;
                return Err(error);
            }
        };
        Ok(Creation { books, phrase: Zeroizing::new(phrase.words().to_owned()), keychain: None })
    }

    async fn create_with(path: &Path, key: vault::Secret, start: &Start) -> Result<Self, ApiError> {
        if let Some(folder) =
            path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        {
            std::fs::create_dir_all(folder).map_err(|cause| file_error(folder, &cause))?;
        }
        let store = Store::create(path, keys::store_key(key.clone()), options(Duration::ZERO)).await?;
        let books = Self {
            store,
            key,
            found: Mutex::default(),
            imports: Mutex::default(),
            seen: Mutex::default(),
            today: None,
        };
        if let Err(error) = starter::fill(&books, start).await {
            // What was never founded would only be in the way of the next attempt.
            books.store.abandon().await?;
            return Err(error);
        }
        Ok(books)
    }

    /// Opens a ledger, waiting up to `patience` for another process to let go of it. A recovery phrase that opens it puts
    /// its key into the keychain again, where there is one that has lost it.
    ///
    /// # Errors
    /// Those of the key and of the file; see [`ErrorCode`].
    pub async fn open(path: &Path, key: KeySource, patience: Duration) -> Result<Self, ApiError> {
        if !path.is_file() {
            let missing = store::StoreError::NotFound { path: path.to_path_buf() };
            return Err(with_newest_backup(path, missing.into()));
        }
        let from_phrase = matches!(key, KeySource::Phrase(_));
        let key = key.key(path).await.map_err(|error| with_newest_backup(path, error))?;
        let store = Store::open(path, keys::store_key(key.clone()), options(patience)).await;
        let store = store.map_err(|error| with_newest_backup(path, error.into()))?;
        if from_phrase {
            keys::keep_where_missing(path, key.clone()).await?;
        }
        Ok(Self {
            store,
            key,
            found: Mutex::default(),
            imports: Mutex::default(),
            seen: Mutex::default(),
            today: None,
        })
    }

    /// Opens a ledger with its recovery phrase and keeps its key in the keychain again, where there is one.
    ///
    /// # Errors
    /// As [`Books::open`].
    pub async fn recover(path: &Path, phrase: Zeroizing<String>) -> Result<Self, ApiError> {
        let key = KeySource::Phrase(phrase).key(path).await?;
        let store = Store::open(path, keys::store_key(key.clone()), options(Duration::ZERO)).await;
        let store = store.map_err(|error| with_newest_backup(path, error.into()))?;
        keys::keep_where_possible(path, key.clone()).await?;
        Ok(Self {
            store,
            key,
            found: Mutex::default(),
            imports: Mutex::default(),
            seen: Mutex::default(),
            today: None,
        })
    }

    /// `true` when the keychain keeps the key of the ledger at `path` behind an app password.
    ///
    /// # Errors
    /// Those of the keychain.
    pub async fn has_password(path: &Path) -> Result<bool, ApiError> {
        keys::has_password(path).await
    }

    /// Sets, changes or (with `None`) takes away the app password of the ledger at `path`.
    ///
    /// # Errors
    /// [`ErrorCode::WrongPassword`] when `current` is not the one set.
    pub async fn set_password(
        path: &Path,
        current: Option<Zeroizing<String>>,
        new: Option<Zeroizing<String>>,
    ) -> Result<(), ApiError> {
        let source = current.map_or(KeySource::Keychain, KeySource::Password);
        let key = source.key(path).await?;
        keys::keep(path, key, new).await
    }

    /// The ledger's file.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Closes the ledger; another process may open it afterwards.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// Everything that is not as it must be; nothing in a sound ledger.
    ///
    /// # Errors
    /// [`ErrorCode::LedgerDamaged`] where it cannot even be read.
    pub async fn check(&self) -> Result<Vec<store::Difference>, ApiError> {
        self.store.check().await.map_err(|error| self.with_way_back(error.at(self.path()).into()))
    }

    /// An error of these books, with their path; where it tells of damage, with the way to the newest backup.
    #[must_use]
    pub fn with_way_back(&self, mut error: ApiError) -> ApiError {
        // The database does not know where it is.
        if let Some(path) = error.params.get_mut("path").filter(|path| path.is_empty()) {
            *path = self.path().display().to_string();
            error.message = error.message.replacen("the ledger", path, 1);
        }
        with_newest_backup(self.path(), error)
    }

    /// The number of the last change: it grows with every write.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn version(&self) -> Result<i64, ApiError> {
        Ok(self.store.read().await?.version().await?)
    }

    /// A view to read what comes again from.
    pub(crate) async fn read_recurring(&self) -> Result<Reader, ApiError> {
        self.store.look_at_payees(self.today()).await?;
        Ok(self.store.read().await?)
    }

    pub(crate) fn today(&self) -> Day {
        self.today.unwrap_or_else(clock_day)
    }
}

/// Today by the clock, as `2026-11-22`.
pub fn today() -> String {
    clock_day().to_string()
}

fn clock_day() -> Day {
    Day::from_date(chrono::Local::now().date_naive())
}

/// A damaged or missing ledger is reported with the way to its newest backup.
fn with_newest_backup(ledger: &Path, error: ApiError) -> ApiError {
    if error.params.contains_key("backup") {
        return error;
    }
    // What a restored backup replaced may be the damage itself.
    let sound = |backup: &store::Backup| backup.reason != store::BackupReason::Replaced;
    let newest = Store::backups(ledger).ok().and_then(|backups| backups.into_iter().find(sound));
    let Some(newest) = newest else { return error };
    let damaged = match error.code {
        ErrorCode::LedgerDamaged | ErrorCode::LedgerKey | ErrorCode::LedgerNotFound => true,
        // A ledger that is no longer called as its backups are has lost its first bytes.
        ErrorCode::KeyMissing => keys::identity(ledger).ok() != keys::identity(&newest.path).ok(),
        _ => false,
    };
    if !damaged {
        return error;
    }
    let path = newest.path.display();
    let way = format!("The newest backup is {path}; put it in place with `coffer restore`");
    ApiError { message: format!("{}. {way}", error.message), ..error }.with("backup", path)
}

pub(crate) fn file_error(path: &Path, cause: &std::io::Error) -> ApiError {
    let path: PathBuf = path.to_path_buf();
    let code = match cause.kind() {
        std::io::ErrorKind::StorageFull => ErrorCode::DiskFull,
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            ErrorCode::NotWritable
        }
        _ => ErrorCode::File,
    };
    ApiError::new(code, format!("{}: {cause}", path.display()))
        .with("path", path.display())
        .with("what", cause)
}
