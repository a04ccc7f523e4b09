//! An open ledger: one writer, several readers, one process.

use crate::connection::{Connections, Role, create_file};
use crate::lock::LedgerLock;
use crate::renew::clear_unfinished;
use crate::{BackupReason, Key, StoreError, migration};
use ledger::AccountId;
use rust_decimal::Decimal;
use sqlx::sqlite::SqliteConnection;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// What the categoriser counts of a transaction: words of its payee's name and its bank text, its amount and its account.
pub type Words = fn(&str, &str, Decimal, AccountId) -> Vec<String>;

/// How to open a ledger.
#[derive(Clone, Copy)]
pub struct Options {
    /// How long to wait for another process to let go of the ledger.
    pub patience: Duration,
    /// What the categoriser counts of a transaction.
    pub words: Words,
}

/// A ledger, open in this process alone.
pub struct Store {
    path: PathBuf,
    key: Arc<Key>,
    writer: Connections,
    readers: Connections,
    options: Options,
    _lock: LedgerLock,
}

/// A consistent view of the books at one moment.
pub struct Reader {
    pub(crate) tx: sqlx::Transaction<'static, sqlx::Sqlite>,
}

/// The only one who writes; what it did is kept by `commit` and forgotten when it is dropped.
pub struct Writer {
    pub(crate) reader: Reader,
    pub(crate) words: Words,
}

impl Store {
    /// Creates an empty ledger.
    ///
    /// # Errors
    /// [`StoreError::Exists`] rather than overwriting anything; [`StoreError::NotWritable`], [`StoreError::DiskFull`].
    pub async fn create(path: &Path, key: Key, options: Options) -> Result<Self, StoreError> {
        let lock = LedgerLock::take(path, options.patience).await?;
        create_file(path)?;
        let store = Self::assemble(path, key, options, lock);
        let created = store.bring_up_to_date(0).await;
        if let Err(error) = created {
            store.close().await;
            std::fs::remove_file(path).map_err(|source| StoreError::file(path, source))?;
            return Err(error.at(path));
        }
        Ok(store)
    }

    /// Opens a ledger, bringing an older format up to date after a verified backup.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Busy`], [`StoreError::WrongKeyOrDamaged`], [`StoreError::Newer`].
    pub async fn open(path: &Path, key: Key, options: Options) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(StoreError::NotFound { path: path.to_path_buf() });
        }
        let lock = LedgerLock::take(path, options.patience).await?;
        clear_unfinished(path);
        let store = Self::assemble(path, key, options, lock);
        let opened = store.check_format().await;
        match opened {
            Ok(()) => Ok(store),
            Err(error) => {
                store.close().await;
                Err(error.at(path))
            }
        }
    }

    fn assemble(path: &Path, key: Key, options: Options, lock: LedgerLock) -> Self {
        let key = Arc::new(key);
        Self {
            path: path.to_path_buf(),
            writer: Connections::new(path, &key, Role::Writer),
            readers: Connections::new(path, &key, Role::Reader),
            key,
            options,
            _lock: lock,
        }
    }

    async fn check_format(&self) -> Result<(), StoreError> {
        let mut connection = self.readers.acquire().await?;
        let format = migration::format(&mut connection, &self.path).await?;
        drop(connection);
        if format == 0 {
            return Err(StoreError::NotALedger { path: self.path.clone() });
        }
        if format < migration::newest() {
            self.backup(BackupReason::Migration).await?;
            self.bring_up_to_date(format).await?;
        }
        Ok(())
    }

    async fn bring_up_to_date(&self, format: i64) -> Result<(), StoreError> {
        let mut connection = self.writer.acquire().await?;
        migration::migrate(&mut connection, format).await
    }

    /// The ledger's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn words(&self) -> Words {
        self.options.words
    }

    pub(crate) fn key(&self) -> &Arc<Key> {
        &self.key
    }

    pub(crate) fn writer(&self) -> &Connections {
        &self.writer
    }

    /// A consistent view to read from.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn read(&self) -> Result<Reader, StoreError> {
        Ok(Reader { tx: self.readers.begin("BEGIN").await.map_err(|error| error.at(&self.path))? })
    }

    /// The writer, once nobody else is writing.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn write(&self) -> Result<Writer, StoreError> {
        let tx = self.writer.begin("BEGIN IMMEDIATE").await.map_err(|error| error.at(&self.path))?;
        Ok(Writer { reader: Reader { tx }, words: self.options.words })
    }

    /// Closes a ledger that was never founded and removes its files.
    ///
    /// # Errors
    /// [`StoreError::NotWritable`] when they cannot be removed.
    pub async fn abandon(self) -> Result<(), StoreError> {
        self.close().await;
        std::fs::remove_file(&self.path).map_err(|source| StoreError::file(&self.path, source))
    }

    /// Closes every connection in order; dropping them beside a live writer is not safe with SQLCipher.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

impl Reader {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }
}

impl Writer {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.reader.tx
    }
}

impl std::ops::Deref for Writer {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl std::ops::DerefMut for Writer {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
