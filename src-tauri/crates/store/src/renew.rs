//! Another key for a ledger that is there.

use crate::backup::{BackupError, RESTORING, copy_durably, empty_log, side_file, sync_folder, verify};
use crate::connection::{Connections, Role};
use crate::{BackupReason, Key, Store, StoreError};
use std::path::Path;
use std::sync::Arc;

/// What the name of a copy that gets another key ends in.
const RENEWING: &str = "-renewing";

impl Store {
    /// Closes the ledger and gives its file another key. The key is changed in a copy, which takes the file's place once
    /// every page of it opens with the new key: until that moment the ledger is as it was. Backups keep the key that they
    /// were made with, one made right before among them.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::NotWritable`], [`StoreError::Damaged`]; the ledger is closed all the same, and
    /// opens with the key that it had.
    pub async fn renew_key(&self, key: Key) -> Result<(), StoreError> {
        let backed_up = self.backup(BackupReason::Bulk).await;
        self.close().await;
        backed_up?;
        let (path, old, new) = (self.path(), self.key(), Arc::new(key));
        let version = settle(path, old).await?;
        let staged = side_file(path, RENEWING);
        // What an attempt that was cut short left beside its copy would be played back into this one.
        clear(&staged)?;
        copy_durably(path, &staged)?;
        let made = async {
            give(&staged, old, &new).await?;
            verify(&staged, &new, Some(version)).await.map_err(|error| unsound(path, &error))
        };
        if let Err(error) = made.await {
            clear(&staged)?;
            return Err(error);
        }
        // A log that is left would be taken for that of the file put in its place.
        remove(&side_file(path, "-wal"))?;
        remove(&side_file(path, "-shm"))?;
        std::fs::rename(&staged, path).map_err(|source| StoreError::file(path, source))?;
        // The new key counts from here on: who is told of an error would go on with the old one.
        let _ = sync_folder(path);
        Ok(())
    }
}

/// The cipher does not tell why it gave not every page its new key: the copy not opening with that is all there is to see.
fn unsound(ledger: &Path, found: &BackupError) -> StoreError {
    let what =
        format!("its copy with the new key is not sound, the ledger keeps the key that it had ({found})");
    StoreError::NotWritable { path: ledger.to_path_buf(), what }
}

/// Moves everything into the file that nobody has open any more; answers with the end of its history.
async fn settle(path: &Path, key: &Arc<Key>) -> Result<i64, StoreError> {
    let writer = Connections::new(path, key, Role::Writer);
    let version = async {
        let mut connection = writer.acquire().await?;
        empty_log(&mut connection).await?;
        let sql = "SELECT coalesce(max(seq), 0) FROM history";
        Ok(sqlx::query_scalar(sql).fetch_one(&mut *connection).await?)
    };
    let version = version.await;
    writer.close().await;
    version
}

/// Gives a file that nobody else has open another key.
async fn give(path: &Path, old: &Arc<Key>, new: &Key) -> Result<(), StoreError> {
    let writer = Connections::new(path, old, Role::Writer);
    let given = async {
        let mut connection = writer.acquire().await?;
        // A copy that fails is thrown away, so nothing is kept of how its pages were: a journal of them all would take the
        // room of one copy more.
        sqlx::raw_sql("PRAGMA journal_mode = OFF").execute(&mut *connection).await?;
        Ok(new.replace(&mut connection).await?)
    };
    let given = given.await;
    writer.close().await;
    given
}

/// Removes what a program that was ended in the middle of renewing the key, or of putting a backup in place, left beside a
/// ledger that nobody has open: copies that never came to count.
pub(crate) fn clear_unfinished(ledger: &Path) {
    for suffix in [RENEWING, RESTORING] {
        // One that cannot be removed is no reason to keep a person out of their books; who makes the next is told of it.
        let _ = clear(&side_file(ledger, suffix));
    }
}

/// Removes a copy and what stands beside it.
fn clear(copy: &Path) -> Result<(), StoreError> {
    ["", "-journal", "-wal", "-shm"].iter().try_for_each(|suffix| remove(&side_file(copy, suffix)))
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(StoreError::file(path, source)),
        _ => Ok(()),
    }
}
