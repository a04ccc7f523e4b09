//! Verified copies of the ledger file beside it, encrypted with the same key.
//!
//! The writer's lock is held and the write-ahead log is emptied into the file first, so that copying the file copies
//! the books. A copy counts as a backup, and gets the name of one, once it opens with the key, every page keeps its seal
//! and its history ends where the ledger's does; anything else is removed and reported.

use crate::connection::{Connections, Role};
use crate::lock::LedgerLock;
use crate::{Key, Store, StoreError, migration};
use chrono::{DateTime, Datelike, NaiveDateTime, Utc};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// Before the file's format is brought up to date.
    Migration,
    /// Before a change of many rows.
    Bulk,
    /// Once a day.
    Daily,
    /// A person asked for it.
    Asked,
    /// What was in place before a backup was restored.
    Replaced,
}

impl BackupReason {
    const ALL: [Self; 5] = [Self::Migration, Self::Bulk, Self::Daily, Self::Asked, Self::Replaced];

    /// The word that names it in a file name and to a screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Migration => "migration",
            Self::Bulk => "bulk",
            Self::Daily => "daily",
            Self::Asked => "asked",
            Self::Replaced => "replaced",
        }
    }
}

/// A backup on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Why.
    pub reason: BackupReason,
    /// The number of the last history entry in it.
    pub version: i64,
    /// Its size in bytes.
    pub size: u64,
}

/// Why a copy is not a backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The copy does not open or does not keep its seals.
    #[error("the copy {} is not sound: {what}", path.display())]
    Unsound {
        /// The copy.
        path: PathBuf,
        /// What was found.
        what: String,
    },
    /// The file or the database could not be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<BackupError> for StoreError {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Unsound { path, what } => Self::Damaged { path, what },
            BackupError::Store(error) => error,
        }
    }
}

/// How long a ledger that was just closed may take to let go of its file.
const LET_GO: Duration = Duration::from_secs(2);

/// How many of the newest are kept whatever their age.
const NEWEST: usize = 5;
/// How many days, weeks and months keep their newest.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;
/// What the name of an unfinished copy ends in.
const PART: &str = ".part";
/// What the name of a backup on its way into a ledger's place ends in.
pub(crate) const RESTORING: &str = "-restoring";

impl Store {
    /// Makes a verified backup, unless the newest one already holds everything and opens with the ledger's key.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::NotWritable`], [`StoreError::Damaged`] when the copy is not sound.
    pub async fn backup(&self, reason: BackupReason) -> Result<Option<Backup>, StoreError> {
        let mut connection = self.writer().acquire().await?;
        let version: i64 = sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM history")
            .fetch_one(&mut *connection)
            .await?;
        let newest = self.newest_backup().await?;
        if reason != BackupReason::Asked && newest.is_some_and(|newest| newest.version == version) {
            return Ok(None);
        }
        let folder = folder(self.path());
        make_folder(&folder)?;
        let made_at = Utc::now();
        let stamp = made_at.format("%Y-%m-%dT%H%M%S%.3f");
        let path = folder.join(format!("{stamp}-{}-{version}.coffer", reason.word()));
        // A process that is ended in the middle leaves no file that passes for a backup.
        let part = side_file(&path, PART);
        empty_log(&mut connection).await?;
        copy_durably(self.path(), &part)?;
        drop(connection);
        if let Err(error) = verify(&part, self.key(), Some(version)).await {
            std::fs::remove_file(&part).map_err(|source| StoreError::file(&part, source))?;
            return Err(error.into());
        }
        std::fs::rename(&part, &path).map_err(|source| StoreError::file(&path, source))?;
        sync_folder(&path)?;
        rotate(self.path())?;
        let size = std::fs::metadata(&path).map_err(|source| StoreError::file(&path, source))?.len();
        Ok(Some(Backup { path, made_at, reason, version, size }))
    }

    /// The newest backup, where it opens with the ledger's key: one from before that was renewed is no way back for who has
    /// the new phrase alone.
    ///
    /// # Errors
    /// [`StoreError::File`] when their folder cannot be read.
    pub async fn newest_backup(&self) -> Result<Option<Backup>, StoreError> {
        let Some(newest) = Self::backups(self.path())?.into_iter().next() else { return Ok(None) };
        let copy = Connections::new(&newest.path, self.key(), Role::Reader);
        let opens = async {
            let mut connection = copy.acquire().await?;
            migration::format(&mut connection, &newest.path).await
        };
        let opens = opens.await.is_ok();
        copy.close().await;
        Ok(opens.then_some(newest))
    }

    /// The backups of the ledger at `ledger`, newest first. The ledger itself need not open, or exist.
    ///
    /// # Errors
    /// [`StoreError::File`] when their folder cannot be read.
    pub fn backups(ledger: &Path) -> Result<Vec<Backup>, StoreError> {
        let folder = folder(ledger);
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(StoreError::file(&folder, error)),
        };
        let mut backups = Vec::new();
        for entry in entries {
            let path = entry.map_err(|source| StoreError::file(&folder, source))?.path();
            backups.extend(named(&path));
        }
        backups.sort_by_key(|backup| std::cmp::Reverse((backup.made_at, backup.version)));
        Ok(backups)
    }

    /// Puts a verified backup in the place of a ledger that no process has open; what was there is kept as a backup.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the backup is not sound, [`StoreError::Newer`] when a newer version made it,
    /// [`StoreError::Busy`] while the ledger is open.
    pub async fn restore(backup: &Path, ledger: &Path, key: Key) -> Result<(), StoreError> {
        let _lock = LedgerLock::take(ledger, LET_GO).await?;
        verify(backup, &Arc::new(key), None).await?;
        let staged = side_file(ledger, RESTORING);
        copy_durably(backup, &staged)?;
        let stamp = Utc::now().format("%Y-%m-%dT%H%M%S%.3f");
        let aside = folder(ledger).join(format!("{stamp}-{}-0.coffer", BackupReason::Replaced.word()));
        // The log of a ledger that is gone would be taken for that of the one put in its place.
        for suffix in ["", "-wal", "-shm"] {
            let (from, to) = (side_file(ledger, suffix), side_file(&aside, suffix));
            if from.exists() {
                make_folder(&folder(ledger))?;
                std::fs::rename(&from, &to).map_err(|source| StoreError::file(&to, source))?;
            }
        }
        std::fs::rename(&staged, ledger).map_err(|source| StoreError::file(ledger, source))?;
        sync_folder(ledger)
    }
}

/// Moves the whole write-ahead log into the file, waiting for readers to let go of old pages.
pub(crate) async fn empty_log(connection: &mut sqlx::SqliteConnection) -> Result<(), StoreError> {
    for _ in 0..200 {
        let (busy, ..): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await?;
        if busy == 0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(StoreError::Busy { path: PathBuf::new(), holder: "a long read in this process".into() })
}

/// Opens a copy with the key and checks its format, every page's seal, the structure and the end of the history.
pub(crate) async fn verify(path: &Path, key: &Arc<Key>, version: Option<i64>) -> Result<(), BackupError> {
    if !path.is_file() {
        return Err(StoreError::NotFound { path: path.to_path_buf() }.into());
    }
    let copy = Connections::new(path, key, Role::Reader);
    let answers = async {
        let mut connection = copy.acquire().await?;
        migration::format(&mut connection, path).await?;
        let mut answers: Vec<String> =
            sqlx::query_scalar("PRAGMA cipher_integrity_check").fetch_all(&mut *connection).await?;
        answers
            .extend(sqlx::query_scalar::<_, String>("PRAGMA quick_check").fetch_all(&mut *connection).await?);
        let found: i64 = sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM history")
            .fetch_one(&mut *connection)
            .await?;
        if version.is_some_and(|version| version != found) {
            answers.push(format!("its history ends at entry {found}"));
        }
        Ok::<_, StoreError>(answers)
    }
    .await;
    copy.close().await;
    let wrong: Vec<String> =
        answers.map_err(|error| error.at(path))?.into_iter().filter(|answer| answer != "ok").collect();
    match wrong.first() {
        None => Ok(()),
        Some(first) => Err(BackupError::Unsound { path: path.to_path_buf(), what: first.clone() }),
    }
}

/// Removes backups that no rule keeps, and copies that were never finished.
fn rotate(ledger: &Path) -> Result<(), StoreError> {
    let folder = folder(ledger);
    for entry in std::fs::read_dir(&folder).map_err(|source| StoreError::file(&folder, source))? {
        let path = entry.map_err(|source| StoreError::file(&folder, source))?.path();
        // With the side files of one that was being verified.
        if path.file_name().is_some_and(|name| name.to_string_lossy().contains(PART)) {
            std::fs::remove_file(&path).map_err(|source| StoreError::file(&path, source))?;
        }
    }
    let backups = Store::backups(ledger)?;
    let (mut days, mut weeks, mut months) = (HashSet::new(), HashSet::new(), HashSet::new());
    for (place, backup) in backups.iter().enumerate() {
        let date = backup.made_at.date_naive();
        let week = date.iso_week();
        let keeps = [
            place < NEWEST,
            days.insert(date) && days.len() <= DAYS,
            weeks.insert((week.year(), week.week())) && weeks.len() <= WEEKS,
            months.insert((date.year(), date.month())) && months.len() <= MONTHS,
        ];
        if !keeps.contains(&true) {
            std::fs::remove_file(&backup.path).map_err(|source| StoreError::file(&backup.path, source))?;
        }
    }
    Ok(())
}

/// The backup that a file name describes: `2026-11-22T101500.123-bulk-42.coffer`.
fn named(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.strip_suffix(".coffer")?;
    let (rest, version) = name.rsplit_once('-')?;
    let (stamp, word) = rest.rsplit_once('-')?;
    let reason = BackupReason::ALL.into_iter().find(|reason| reason.word() == word)?;
    Some(Backup {
        path: path.to_path_buf(),
        made_at: NaiveDateTime::parse_from_str(stamp, "%Y-%m-%dT%H%M%S%.3f").ok()?.and_utc(),
        reason,
        version: version.parse().ok()?,
        size: std::fs::metadata(path).ok()?.len(),
    })
}

/// `books.coffer` has its backups in `books.coffer-backups/`.
fn folder(ledger: &Path) -> PathBuf {
    side_file(ledger, "-backups")
}

pub(crate) fn side_file(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}

fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| StoreError::file(folder, source))
}

/// Copies a file so that the copy survives a power cut; what was half copied is removed.
pub(crate) fn copy_durably(from: &Path, to: &Path) -> Result<(), StoreError> {
    let copied = (|| {
        let mut source = std::fs::File::open(from)?;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut target = options.open(to)?;
        std::io::copy(&mut source, &mut target)?;
        target.sync_all()
    })();
    if let Err(source) = copied {
        // The copy is already being reported as failed; a leftover that cannot be removed either changes nothing.
        let _ = std::fs::remove_file(to);
        return Err(StoreError::file(to, source));
    }
    sync_folder(to)
}

pub(crate) fn sync_folder(file: &Path) -> Result<(), StoreError> {
    let folder =
        file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    if cfg!(unix) {
        std::fs::File::open(folder)
            .and_then(|handle| handle.sync_all())
            .map_err(|source| StoreError::file(folder, source))?;
    }
    Ok(())
}
