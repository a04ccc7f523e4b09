//! The append-only, hash-chained list of everything that was done: undo, redo and the audit trail.

use crate::apply::Application;
use crate::table::corrupt;
use crate::{Action, Change, Entry, Progress, Reader, StoreError, Writer};
use ledger::Day;
use sha2::{Digest, Sha256};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// Changes kept in one compressed part.
const CHANGES_A_PART: usize = 4_000;
/// zstd's fastest standard level: history is written on every action and read on few.
const COMPRESSION: i32 = 1;
/// No honest part unpacks beyond this.
const PART_LIMIT: usize = 256 << 20;

/// What Undo and Redo would do now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UndoState {
    /// The action that Undo would take back.
    pub undo: Option<Entry>,
    /// The action that Redo would make again.
    pub redo: Option<Entry>,
}

/// A row of `history`.
pub(crate) struct Link {
    pub entry: Entry,
    pub detail: String,
    pub undo_next: Option<i64>,
    pub redo_next: Option<i64>,
    pub payload_hash: Vec<u8>,
    pub previous: Vec<u8>,
    pub hash: Vec<u8>,
}

impl Link {
    /// The hash that seals this entry to all before it: SHA-256 over every field, each with its length.
    pub fn seal(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        field(&self.previous);
        let pointer = |seq: Option<i64>| seq.unwrap_or(0).to_le_bytes();
        for number in [self.entry.seq, self.entry.at, self.entry.base, self.entry.changes] {
            field(&number.to_le_bytes());
        }
        field(&pointer(self.undo_next));
        field(&pointer(self.redo_next));
        field(&[u8::from(self.entry.backwards)]);
        field(self.entry.action.as_bytes());
        field(self.detail.as_bytes());
        field(&self.payload_hash);
        hash.finalize().into()
    }
}

const COLUMNS: &str =
    "SELECT seq, at, action, detail, base, direction, undo_next, redo_next, changes, payload_hash,
    previous, hash FROM history";

fn read(row: &SqliteRow) -> Result<Link, StoreError> {
    let detail: String = row.try_get("detail")?;
    Ok(Link {
        entry: Entry {
            seq: row.try_get("seq")?,
            at: row.try_get("at")?,
            action: row.try_get("action")?,
            detail: serde_json::from_str(&detail).map_err(corrupt)?,
            base: row.try_get("base")?,
            backwards: row.try_get::<i64, _>("direction")? < 0,
            changes: row.try_get("changes")?,
        },
        detail,
        undo_next: row.try_get("undo_next")?,
        redo_next: row.try_get("redo_next")?,
        payload_hash: row.try_get("payload_hash")?,
        previous: row.try_get("previous")?,
        hash: row.try_get("hash")?,
    })
}

impl Reader {
    /// What Undo and Redo would do now.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn undo_state(&mut self) -> Result<UndoState, StoreError> {
        let Some(last) = self.last_link().await? else { return Ok(UndoState::default()) };
        let undo = match last.undo_next {
            Some(seq) => {
                let entry = self.link(seq).await?.entry;
                // What a person sees behind a redo is the action it made again.
                Some(if entry.action == "redo" { self.link(entry.base).await?.entry } else { entry })
            }
            None => None,
        };
        let redo = match last.redo_next {
            // The redo pointer names the undo that would be taken back; what it redoes is that undo's base.
            Some(seq) => {
                let undone = self.link(seq).await?.entry;
                Some(self.link(undone.base).await?.entry)
            }
            None => None,
        };
        Ok(UndoState { undo, redo })
    }

    /// The newest entries before `before` (all, from the newest, when `None`).
    ///
    /// # Errors
    /// Those of the database.
    pub async fn history(&mut self, before: Option<i64>, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let sql = format!("{COLUMNS} WHERE seq < ? ORDER BY seq DESC LIMIT ?");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(before.unwrap_or(i64::MAX))
            .bind(limit)
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(|row| Ok(read(row)?.entry)).collect()
    }

    /// Of the actions numbered `first` to `last`, those that are not in the books now: taken back, and not made again.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn taken_back(&mut self, first: i64, last: i64) -> Result<Vec<i64>, StoreError> {
        // Whatever replays an action goes the other way than what replayed it last.
        let sql =
            "SELECT base FROM history WHERE base BETWEEN ? AND ? GROUP BY base HAVING sum(direction) <= 0";
        Ok(sqlx::query_scalar(sql).bind(first).bind(last).fetch_all(self.connection()).await?)
    }

    /// The number of the newest entry: it grows by one with every write, 0 in an empty ledger.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn version(&mut self) -> Result<i64, StoreError> {
        let sql = "SELECT coalesce(max(seq), 0) FROM history";
        Ok(sqlx::query_scalar(sql).fetch_one(self.connection()).await?)
    }

    /// The changes that an entry made, at most `limit`, in the order it made them.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a number without entry.
    pub async fn entry_changes(&mut self, seq: i64, limit: usize) -> Result<Vec<Change>, StoreError> {
        let entry = self.link(seq).await?.entry;
        let mut changes = Vec::new();
        for part in self.part_numbers(entry.base, entry.backwards).await? {
            changes.extend(self.part(entry.base, part, entry.backwards).await?);
            if changes.len() >= limit {
                changes.truncate(limit);
                break;
            }
        }
        Ok(changes)
    }

    pub(crate) async fn links(&mut self, after: i64, limit: u32) -> Result<Vec<Link>, StoreError> {
        let sql = format!("{COLUMNS} WHERE seq > ? ORDER BY seq LIMIT ?");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(after)
            .bind(limit)
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(read).collect()
    }

    pub(crate) async fn payload_hash(&mut self, seq: i64) -> Result<Vec<u8>, StoreError> {
        let mut hash = Sha256::new();
        for part in self.part_numbers(seq, false).await? {
            hash.update(self.part_body(seq, part).await?);
        }
        Ok(hash.finalize().to_vec())
    }

    async fn last_link(&mut self) -> Result<Option<Link>, StoreError> {
        let sql = format!("{COLUMNS} ORDER BY seq DESC LIMIT 1");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_optional(self.connection()).await?;
        row.as_ref().map(read).transpose()
    }

    async fn link(&mut self, seq: i64) -> Result<Link, StoreError> {
        let sql = format!("{COLUMNS} WHERE seq = ?");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(seq).fetch_optional(self.connection()).await?;
        row.as_ref()
            .map(read)
            .transpose()?
            .ok_or_else(|| StoreError::Missing { what: format!("entry {seq}") })
    }

    async fn part_numbers(&mut self, seq: i64, backwards: bool) -> Result<Vec<i64>, StoreError> {
        let mut parts: Vec<i64> =
            sqlx::query_scalar("SELECT part FROM history_part WHERE seq = ? ORDER BY part")
                .bind(seq)
                .fetch_all(self.connection())
                .await?;
        if backwards {
            parts.reverse();
        }
        Ok(parts)
    }

    async fn part_body(&mut self, seq: i64, part: i64) -> Result<Vec<u8>, StoreError> {
        let sql = "SELECT body FROM history_part WHERE seq = ? AND part = ?";
        Ok(sqlx::query_scalar(sql).bind(seq).bind(part).fetch_one(self.connection()).await?)
    }

    async fn part(&mut self, seq: i64, part: i64, backwards: bool) -> Result<Vec<Change>, StoreError> {
        let body = self.part_body(seq, part).await?;
        let lines = zstd::bulk::decompress(&body, PART_LIMIT).map_err(corrupt)?;
        let changes = lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let mut changes: Vec<Change> =
            changes.map(|line| serde_json::from_slice(line).map_err(corrupt)).collect::<Result<_, _>>()?;
        if backwards {
            changes = changes.into_iter().rev().map(Change::reversed).collect();
        }
        Ok(changes)
    }
}

/// Where an entry stands in the chain of undo and redo.
struct Place {
    base: Option<i64>,
    backwards: bool,
    undo: Option<Next>,
    redo_next: Option<i64>,
}

/// What Undo takes back after an entry.
enum Next {
    /// The entry itself.
    Itself,
    /// An earlier one.
    Entry(i64),
}

impl Writer {
    /// Makes an action and keeps it for good, all of it or nothing.
    ///
    /// # Errors
    /// [`StoreError`] says what was refused; then nothing has changed.
    pub async fn commit(self, action: Action) -> Result<Entry, StoreError> {
        self.commit_with(action, &Progress::default()).await
    }

    /// As [`Writer::commit`], reporting progress and heeding a wish to stop.
    ///
    /// # Errors
    /// As [`Writer::commit`]; [`StoreError::Cancelled`] when stopped.
    pub async fn commit_with(mut self, action: Action, progress: &Progress) -> Result<Entry, StoreError> {
        progress.expect(action.changes.len());
        let mut application = Application::new(progress.clone());
        let made = async {
            application.make(&mut self, &action.changes).await?;
            application.finish(&mut self).await
        };
        if let Err(error) = made.await {
            return Err(self.explain(error).await);
        }
        let mut parts = Vec::new();
        for chunk in action.changes.chunks(CHANGES_A_PART) {
            parts.push(pack(chunk)?);
        }
        let count = i64::try_from(action.changes.len()).unwrap_or(i64::MAX);
        let next = (!action.founding).then_some(Next::Itself);
        let place = Place { base: None, backwards: false, undo: next, redo_next: None };
        self.append(action.name, action.detail, place, count, parts).await
    }

    /// Takes the last action back.
    ///
    /// # Errors
    /// [`StoreError::NothingTo`] when there is none; otherwise as [`Writer::commit`].
    pub async fn undo(mut self, progress: &Progress) -> Result<Entry, StoreError> {
        let last = self.last_link().await?;
        let target =
            last.as_ref().and_then(|last| last.undo_next).ok_or(StoreError::NothingTo { verb: "undo" })?;
        let target = self.link(target).await?;
        // What could be undone before the target was made can be undone again once it is gone.
        let before = match target.entry.seq {
            1 => None,
            seq => self.link(seq - 1).await?.undo_next,
        };
        let next = last.map_or(1, |last| last.entry.seq + 1);
        let place = Place {
            base: Some(target.entry.base),
            backwards: !target.entry.backwards,
            undo: before.map(Next::Entry),
            redo_next: Some(next),
        };
        self.replay("undo", &target.entry, place, progress).await
    }

    /// Makes the last action that was taken back again.
    ///
    /// # Errors
    /// [`StoreError::NothingTo`] when there is none; otherwise as [`Writer::commit`].
    pub async fn redo(mut self, progress: &Progress) -> Result<Entry, StoreError> {
        let last = self.last_link().await?;
        let undone = last.and_then(|last| last.redo_next).ok_or(StoreError::NothingTo { verb: "redo" })?;
        let undone = self.link(undone).await?;
        let before = match undone.entry.seq {
            1 => None,
            seq => self.link(seq - 1).await?.redo_next,
        };
        // Undoing the redo takes back the same action that the undo took back.
        let place = Place {
            base: Some(undone.entry.base),
            backwards: !undone.entry.backwards,
            undo: Some(Next::Itself),
            redo_next: before,
        };
        self.replay("redo", &undone.entry, place, progress).await
    }

    /// Takes one earlier action back, whatever was done since, as an action of its own.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when later actions have touched the same things.
    pub async fn revert(mut self, seq: i64, progress: &Progress) -> Result<Entry, StoreError> {
        let target = self.link(seq).await?;
        let place = Place {
            base: Some(target.entry.base),
            backwards: !target.entry.backwards,
            undo: Some(Next::Itself),
            redo_next: None,
        };
        self.replay("revert", &target.entry, place, progress).await
    }

    async fn replay(
        mut self,
        name: &'static str,
        target: &Entry,
        place: Place,
        progress: &Progress,
    ) -> Result<Entry, StoreError> {
        progress.expect(usize::try_from(target.changes).unwrap_or_default());
        let (base, backwards) = (target.base, place.backwards);
        let mut application = Application::new(progress.clone());
        let made = async {
            for part in self.part_numbers(base, backwards).await? {
                let changes = self.part(base, part, backwards).await?;
                application.make(&mut self, &changes).await?;
            }
            application.finish(&mut self).await
        };
        if let Err(error) = made.await {
            return Err(self.explain(error).await);
        }
        // A person thinks of the action, not of the undo in between.
        let about = if matches!(target.action.as_str(), "undo" | "redo") {
            self.link(base).await?.entry
        } else {
            target.clone()
        };
        let detail = serde_json::json!({ "of": about.seq, "action": about.action, "detail": about.detail });
        self.append(name, detail, place, target.changes, Vec::new()).await
    }

    async fn append(
        mut self,
        action: &str,
        detail: serde_json::Value,
        place: Place,
        changes: i64,
        parts: Vec<Vec<u8>>,
    ) -> Result<Entry, StoreError> {
        let last = self.last_link().await?;
        let seq = last.as_ref().map_or(1, |last| last.entry.seq + 1);
        let mut payload = Sha256::new();
        parts.iter().for_each(|part| payload.update(part));
        let undo_next = place.undo.map(|next| match next {
            Next::Itself => seq,
            Next::Entry(earlier) => earlier,
        });
        let mut link = Link {
            entry: Entry {
                seq,
                at: chrono::Utc::now().timestamp_millis(),
                action: action.to_owned(),
                detail: detail.clone(),
                base: place.base.unwrap_or(seq),
                backwards: place.backwards,
                changes,
            },
            detail: detail.to_string(),
            undo_next,
            redo_next: place.redo_next,
            payload_hash: payload.finalize().to_vec(),
            previous: last.map_or_else(|| vec![0; 32], |last| last.hash),
            hash: Vec::new(),
        };
        link.hash = link.seal().to_vec();
        self.write_link(&link).await?;
        for (part, body) in (0_i64..).zip(parts) {
            sqlx::query("INSERT INTO history_part (seq, part, body) VALUES (?, ?, ?)")
                .bind(seq)
                .bind(part)
                .bind(body)
                .execute(self.connection())
                .await?;
        }
        self.reader.tx.commit().await?;
        Ok(link.entry)
    }

    async fn write_link(&mut self, link: &Link) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO history (seq, at, action, detail, base, direction, undo_next, redo_next, changes, payload_hash,
                previous, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(link.entry.seq)
        .bind(link.entry.at)
        .bind(&link.entry.action)
        .bind(&link.detail)
        .bind(link.entry.base)
        .bind(if link.entry.backwards { -1_i64 } else { 1 })
        .bind(link.undo_next)
        .bind(link.redo_next)
        .bind(link.entry.changes)
        .bind(&link.payload_hash)
        .bind(&link.previous)
        .bind(&link.hash)
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Fills in what the database's own message could not say.
    async fn explain(&mut self, error: StoreError) -> StoreError {
        if !matches!(error, StoreError::PeriodClosed { .. }) {
            return error;
        }
        match self.closed_through().await {
            Ok(Some(through)) => StoreError::PeriodClosed { through },
            _ => error,
        }
    }

    /// The next number of a kind of id (`account`, `payee`, ...). Numbers are never given out twice.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn next_id(&mut self, kind: &str) -> Result<i64, StoreError> {
        self.next_ids(kind, 1).await
    }

    /// The first of `count` consecutive new numbers of a kind of id.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn next_ids(&mut self, kind: &str, count: usize) -> Result<i64, StoreError> {
        let count = i64::try_from(count).map_err(corrupt)?;
        let next: i64 = sqlx::query_scalar(
            "INSERT INTO counter (name, next) VALUES (?1, 1 + ?2)
             ON CONFLICT (name) DO UPDATE SET next = next + ?2 RETURNING next",
        )
        .bind(kind)
        .bind(count)
        .fetch_one(self.connection())
        .await?;
        Ok(next - count)
    }
}

impl Reader {
    /// The last day of the closed period, if one is closed.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn closed_through(&mut self) -> Result<Option<Day>, StoreError> {
        let Some(value) = self.setting("closed_through").await? else { return Ok(None) };
        let number: i64 = value.parse().map_err(corrupt)?;
        Ok(Day::from_number(number))
    }
}

fn pack(changes: &[Change]) -> Result<Vec<u8>, StoreError> {
    let mut lines = Vec::with_capacity(changes.len() * 256);
    for change in changes {
        serde_json::to_writer(&mut lines, change).map_err(corrupt)?;
        lines.push(b'\n');
    }
    let mut packed = zstd::bulk::compress(&lines, COMPRESSION).map_err(corrupt)?;
    // It was given room for what cannot be compressed.
    packed.shrink_to_fit();
    Ok(packed)
}
