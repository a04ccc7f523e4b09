//! One process per ledger: a lock file beside it, held as long as the ledger is open.
//!
//! The lock is not on the ledger itself: closing any handle of a file drops the POSIX locks SQLite holds on it.

use crate::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Held while a ledger is open in this process; the system drops it when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct LedgerLock {
    _file: File,
}

impl LedgerLock {
    /// Takes the lock of the ledger at `ledger`, waiting up to `patience` for another process to let go of it.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when the other process keeps it, [`StoreError::NotWritable`] in a read-only folder.
    pub async fn take(ledger: &Path, patience: Duration) -> Result<Self, StoreError> {
        let path = lock_path(ledger);
        let failed = |source| StoreError::file(&path, source);
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path).map_err(failed)?;
        let deadline = Instant::now() + patience;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Err(TryLockError::WouldBlock) => return Err(busy(ledger, &mut file)),
                Err(TryLockError::Error(source)) => return Err(failed(source)),
            }
        }
        let note = format!("process {}", std::process::id());
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(note.as_bytes()))
            .map_err(failed)?;
        Ok(Self { _file: file })
    }
}

fn busy(ledger: &Path, file: &mut File) -> StoreError {
    let mut holder = String::new();
    if file.read_to_string(&mut holder).is_err() || holder.is_empty() {
        "unknown".clone_into(&mut holder);
    }
    StoreError::Busy { path: ledger.to_path_buf(), holder }
}

/// `books.coffer` has its lock in `books.coffer-lock`.
fn lock_path(ledger: &Path) -> PathBuf {
    let mut name = ledger.file_name().unwrap_or_default().to_owned();
    name.push("-lock");
    ledger.with_file_name(name)
}
