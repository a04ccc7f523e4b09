//! Another key for a ledger that is there.

use crate::backup::{copy_durably, empty_log, side_file, sync_folder, verify};
use crate::connection::{Connections, Role};
use crate::{BackupReason, Key, Store, StoreError};
use std::path::Path;
use std::sync::Arc;

impl Store {
    /// Closes the ledger and gives its file another key. The key is changed in a copy, which takes the file's place once
    /// every page of it opens with the new key: until that moment the ledger is as it was. Backups keep the key that they
    /// were made with, one made right before among them.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::NotWritable`], [`StoreError::Damaged`]; the ledger is closed all the same, and
    /// opens with the key that it had.
    pub async fn renew_key(&self, key: Key) -> Result<(), StoreError> {
        self.backup(BackupReason::Bulk).await?;
        self.close().await;
        let (path, old, new) = (self.path(), self.key(), Arc::new(key));
        let version = settle(path, old).await?;
        let staged = side_file(path, "-renewing");
        copy_durably(path, &staged)?;
        let made = async {
            give(&staged, old, &new).await?;
            verify(&staged, &new, Some(version)).await.map_err(StoreError::from)
        };
        if let Err(error) = made.await {
            remove(&staged)?;
            return Err(error);
        }
        // A log that is left would be taken for that of the file put in its place.
        remove(&side_file(path, "-wal"))?;
        remove(&side_file(path, "-shm"))?;
        std::fs::rename(&staged, path).map_err(|source| StoreError::file(path, source))?;
        sync_folder(path)
    }
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
        // Every page changes: a log of them all would only be copied into the file afterwards.
        sqlx::raw_sql("PRAGMA journal_mode = DELETE").execute(&mut *connection).await?;
        Ok(new.replace(&mut connection).await?)
    };
    let given = given.await;
    writer.close().await;
    given
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(StoreError::file(path, source)),
        _ => Ok(()),
    }
}
