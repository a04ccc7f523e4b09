//! Connections to the encrypted file: the key first, then everything else.

use crate::{StoreError, library};
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqlitePool, SqlitePoolOptions};
use sqlx::{Sqlite, Transaction};
use std::ffi::{c_int, c_void};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;

/// The 256-bit key of a ledger. It has no `Debug`, is never part of an error, and is wiped when dropped.
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// The key with these bytes.
    pub fn new(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    /// SQLCipher's notation for a raw key, which skips its passphrase derivation: `x'<64 hex digits>'`.
    fn notation(&self) -> Zeroizing<Vec<u8>> {
        let mut text = Zeroizing::new(Vec::with_capacity(67));
        text.extend_from_slice(b"x'");
        let mut digits = Zeroizing::new([0_u8; 64]);
        // The buffer has exactly two digits for each byte.
        if hex::encode_to_slice(self.0.as_slice(), digits.as_mut_slice()).is_ok() {
            text.extend_from_slice(digits.as_slice());
        }
        text.push(b'\'');
        text
    }

    /// Makes this the key of the file that the connection has open with another one.
    pub(crate) async fn replace(&self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        hand_over(connection, self, libsqlite3_sys::sqlite3_rekey).await
    }
}

/// How SQLCipher takes a key, to open a file or to change it.
type Taking = unsafe extern "C" fn(*mut libsqlite3_sys::sqlite3, *const c_void, c_int) -> c_int;

/// What a connection may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The one connection that writes, and that alone checkpoints.
    Writer,
    /// One of several that read.
    Reader,
}

const WRITER_SETUP: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; \
     PRAGMA cache_size = -32000; PRAGMA trusted_schema = OFF";
const READER_SETUP: &str = "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; \
     PRAGMA trusted_schema = OFF";

/// Connections in one role, opened when first needed.
pub(crate) struct Connections {
    pool: SqlitePool,
    /// Why the newest connection could not be set up. The pool itself would try again until its patience ends.
    failure: Arc<Mutex<Option<sqlx::Error>>>,
    proven: AtomicBool,
}

impl Connections {
    /// Connections to the file at `path`; nothing is opened yet.
    pub fn new(path: &Path, key: &Arc<Key>, role: Role) -> Self {
        library::set_up();
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(false)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(200);
        let failure = Arc::new(Mutex::new(None));
        let (key, slot) = (Arc::clone(key), Arc::clone(&failure));
        let pool = SqlitePoolOptions::new()
            .max_connections(if role == Role::Writer { 1 } else { 4 })
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .after_connect(move |connection, _| {
                let (key, slot) = (Arc::clone(&key), Arc::clone(&slot));
                Box::pin(async move {
                    if let Err(error) = set_up(connection, &key, role).await {
                        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    }
                    Ok(())
                })
            })
            .connect_lazy_with(options);
        Self { pool, failure, proven: AtomicBool::new(false) }
    }

    /// One connection, waiting until one is free.
    pub async fn acquire(&self) -> Result<PoolConnection<Sqlite>, StoreError> {
        let connection = self.pool.acquire().await?;
        let failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(error) = failure {
            // The failure is what matters; a connection that never worked has nothing to lose in closing.
            connection.close().await.ok();
            return Err(error.into());
        }
        Ok(connection)
    }

    /// A transaction on one connection, opened by `statement`.
    pub async fn begin(&self, statement: &'static str) -> Result<Transaction<'static, Sqlite>, StoreError> {
        if !self.proven.load(Ordering::Relaxed) {
            drop(self.acquire().await?);
            self.proven.store(true, Ordering::Relaxed);
        }
        Ok(self.pool.begin_with(statement).await?)
    }

    /// Closes them all, waiting for those in use.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

async fn set_up(connection: &mut SqliteConnection, key: &Key, role: Role) -> Result<(), sqlx::Error> {
    // SQLCipher would write each damaged page to standard error itself; it reaches people as a typed error instead.
    sqlx::raw_sql("PRAGMA cipher_log_level = NONE").execute(&mut *connection).await?;
    unlock(connection, key).await?;
    let setup = if role == Role::Writer { WRITER_SETUP } else { READER_SETUP };
    sqlx::raw_sql(setup).execute(connection).await.map(|_| ())
}

/// Gives the connection its key, past every log: a `PRAGMA key` would show up in the statement log.
async fn unlock(connection: &mut SqliteConnection, key: &Key) -> Result<(), sqlx::Error> {
    hand_over(connection, key, libsqlite3_sys::sqlite3_key).await
}

async fn hand_over(connection: &mut SqliteConnection, key: &Key, taking: Taking) -> Result<(), sqlx::Error> {
    let notation = key.notation();
    let length = i32::try_from(notation.len()).map_err(|_| sqlx::Error::protocol("key length"))?;
    let mut handle = connection.lock_handle().await?;
    // SAFETY: the handle is locked and valid, and SQLCipher copies the key before the call returns.
    #[allow(unsafe_code)]
    let answer = unsafe { taking(handle.as_raw_handle().as_ptr(), notation.as_ptr().cast(), length) };
    if answer == libsqlite3_sys::SQLITE_OK {
        Ok(())
    } else {
        Err(sqlx::Error::protocol(format!("the key was not taken (code {answer})")))
    }
}

/// Creates the empty file of a new ledger, readable by its owner alone; SQLite gives its side files the same mode.
pub(crate) fn create_file(path: &Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::Exists { path: path.to_path_buf() })
        }
        Err(error) => Err(StoreError::file(path, error)),
    }
}
