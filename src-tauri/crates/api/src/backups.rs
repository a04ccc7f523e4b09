//! Backups: made by themselves before large changes and once a day, or asked for.

use crate::{ApiError, Books, KeySource};
use serde::Serialize;
use specta::Type;
use std::path::Path;
use store::{Backup, BackupReason, Store};

/// A verified backup on disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BackupView {
    /// Its file.
    pub path: String,
    /// When it was made, in ISO 8601.
    pub at: String,
    /// Why it was made: `migration`, `bulk`, `daily`, `asked`, or `replaced` for what a restore put aside.
    pub reason: String,
    /// Its size in bytes, as decimal text: a file can be larger than a screen's whole numbers.
    pub size: String,
}

impl From<Backup> for BackupView {
    fn from(backup: Backup) -> Self {
        let at = backup.made_at.with_timezone(&chrono::Local);
        Self {
            path: backup.path.display().to_string(),
            at: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            reason: backup.reason.word().to_owned(),
            size: backup.size.to_string(),
        }
    }
}

impl Books {
    /// Makes a verified backup now.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DiskFull`], [`crate::ErrorCode::NotWritable`].
    pub async fn backup(&self) -> Result<BackupView, ApiError> {
        let made = self.store.backup(BackupReason::Asked).await?;
        made.map(BackupView::from).ok_or_else(|| ApiError::invalid("there is nothing to back up"))
    }

    /// Makes the day's backup, unless there is one or nothing has changed since the last.
    ///
    /// # Errors
    /// As [`Books::backup`].
    pub async fn backup_daily(&self) -> Result<Option<BackupView>, ApiError> {
        let newest = self.store.newest_backup().await?;
        let today = chrono::Local::now().date_naive();
        if newest.is_some_and(|newest| newest.made_at.with_timezone(&chrono::Local).date_naive() == today) {
            return Ok(None);
        }
        Ok(self.store.backup(BackupReason::Daily).await?.map(BackupView::from))
    }

    /// The backups of the ledger at `ledger`, newest first; the ledger need not open.
    ///
    /// # Errors
    /// [`crate::ErrorCode::File`] when their folder cannot be read.
    pub fn backups(ledger: &Path) -> Result<Vec<BackupView>, ApiError> {
        Ok(Store::backups(ledger)?.into_iter().map(BackupView::from).collect())
    }

    /// Puts a verified backup in the place of a ledger that nobody has open; what was there is kept as a backup.
    ///
    /// # Errors
    /// [`crate::ErrorCode::LedgerDamaged`] when the backup is not sound, [`crate::ErrorCode::LedgerBusy`] while the ledger
    /// is open.
    pub async fn restore(backup: &Path, ledger: &Path, key: KeySource) -> Result<(), ApiError> {
        // A backup has the salt of the ledger it was copied from: the keychain knows it by that.
        let key = key.key(backup).await?;
        Ok(Store::restore(backup, ledger, crate::keys::store_key(key)).await?)
    }
}
