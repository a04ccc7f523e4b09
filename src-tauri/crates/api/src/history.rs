//! Undo, redo and the list of everything that was done.

use crate::{ApiError, Books, EntryView};
use serde::Serialize;
use specta::Type;
use store::{Change, Progress};

/// What Undo and Redo would do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UndoView {
    /// What Undo would take back.
    pub undo: Option<EntryView>,
    /// What Redo would make again.
    pub redo: Option<EntryView>,
}

/// A page of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HistoryView {
    /// Newest first.
    pub entries: Vec<EntryView>,
    /// The actions among those that they are about (see `base`) that are not in the books now.
    pub taken_back: Vec<u32>,
}

/// How many entries are looked through for a transaction's own history.
const LOOKED_BACK: u32 = 200;
/// Entries of more changes than this are imports and the like.
const LARGE: i64 = 500;

fn is_about(change: &Change, serial: u32) -> bool {
    match change {
        Change::Transaction(delta) => {
            delta.before.iter().chain(&delta.after).any(|transaction| transaction.id.serial() == serial)
        }
        Change::Attachment(delta) => {
            delta.before.iter().chain(&delta.after).any(|attachment| attachment.transaction_serial == serial)
        }
        _ => false,
    }
}

impl Books {
    /// What Undo and Redo would do now.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn undo_state(&self) -> Result<UndoView, ApiError> {
        let state = self.store.read().await?.undo_state().await?;
        Ok(UndoView { undo: EntryView::of(state.undo)?, redo: EntryView::of(state.redo)? })
    }

    /// Takes the last action back.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NothingToUndo`]; [`crate::ErrorCode::PeriodClosed`] when it lies in a closed period.
    pub async fn undo(&self, progress: &Progress) -> Result<EntryView, ApiError> {
        self.store.write().await?.undo(progress).await?.try_into()
    }

    /// Makes the last action that was taken back again.
    ///
    /// # Errors
    /// As [`Books::undo`].
    pub async fn redo(&self, progress: &Progress) -> Result<EntryView, ApiError> {
        self.store.write().await?.redo(progress).await?.try_into()
    }

    /// Takes one earlier action back, whatever was done since.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Stale`] when later actions have touched the same things.
    pub async fn revert(&self, seq: u32, progress: &Progress) -> Result<EntryView, ApiError> {
        self.store.write().await?.revert(seq.into(), progress).await?.try_into()
    }

    /// What was done to a transaction, newest first, as far back as the last 200 entries of the history tell.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn transaction_history(&self, id: &str) -> Result<Vec<EntryView>, ApiError> {
        let serial = crate::transactions::parse_id(id)?.serial();
        let mut reader = self.store.read().await?;
        let mut found = Vec::new();
        for entry in reader.history(None, LOOKED_BACK).await? {
            // Changes of a large entry are not unpacked for one transaction: what it came from is told by its origin.
            if entry.changes > LARGE {
                continue;
            }
            let changes =
                reader.entry_changes(entry.seq, usize::try_from(LARGE).unwrap_or(usize::MAX)).await?;
            if changes.iter().any(|change| is_about(change, serial)) {
                found.push(entry.try_into()?);
            }
        }
        Ok(found)
    }

    /// What was done before entry `before` (or last, when `None`), newest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn history(&self, before: Option<u32>, limit: u32) -> Result<HistoryView, ApiError> {
        let mut reader = self.store.read().await?;
        let entries = reader.history(before.map(i64::from), limit).await?;
        let bases = || entries.iter().map(|entry| entry.base);
        let taken_back = match (bases().min(), bases().max()) {
            (Some(first), Some(last)) => reader.taken_back(first, last).await?,
            _ => Vec::new(),
        };
        let about: std::collections::HashSet<i64> = bases().collect();
        Ok(HistoryView {
            taken_back: taken_back
                .into_iter()
                .filter(|base| about.contains(base))
                .filter_map(|base| u32::try_from(base).ok())
                .collect(),
            entries: entries.into_iter().map(EntryView::try_from).collect::<Result<_, _>>()?,
        })
    }
}
