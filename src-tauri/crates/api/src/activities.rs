//! Work that takes a while: what is running, how far it is, and how to stop it.

use crate::{ApiError, EntryView, ErrorCode, Id};
use serde::Serialize;
use specta::Type;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use store::Progress;

/// The kinds of work that a person can watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// Statements are imported.
    Import,
    /// Sample books are made.
    Sample,
    /// An action is taken back or made again.
    Undo,
    /// A backup is made or put in place.
    Backup,
    /// Everything is recomputed.
    Check,
    /// The books are written out.
    Export,
    /// What fell due is posted.
    Schedule,
}

/// How a piece of work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ActivityState {
    /// It goes on.
    Running,
    /// It is done.
    Done,
    /// It failed; nothing of it was kept.
    Failed,
    /// A person stopped it; nothing of it was kept.
    Cancelled,
}

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ActivityView {
    /// Its number.
    pub id: Id,
    /// What kind of work.
    pub kind: ActivityKind,
    /// What it is about: a file's name.
    pub about: String,
    /// How it stands.
    pub state: ActivityState,
    /// Steps done.
    pub done: u32,
    /// Steps in all; 0 until that is known.
    pub total: u32,
    /// Seconds it has taken.
    pub seconds: u32,
    /// Seconds since it ended; 0 while it goes on.
    pub ago: u32,
    /// What it did, to be taken back.
    pub entry: Option<EntryView>,
    /// Why it failed.
    pub error: Option<ApiError>,
}

struct Activity {
    id: Id,
    kind: ActivityKind,
    about: String,
    state: ActivityState,
    progress: Progress,
    begun: Instant,
    took: Option<Duration>,
    entry: Option<EntryView>,
    error: Option<ApiError>,
}

/// The pieces of work of this session, newest first.
#[derive(Default)]
pub(crate) struct Activities {
    list: Mutex<Vec<Activity>>,
}

/// How many that have ended are remembered.
const REMEMBERED: usize = 30;

impl Activities {
    /// Starts a piece of work.
    pub fn start(&self, kind: ActivityKind, about: impl Into<String>) -> (Id, Progress) {
        let mut list = self.list();
        let id = list.iter().map(|activity| activity.id).max().unwrap_or(0) + 1;
        let progress = Progress::default();
        list.insert(
            0,
            Activity {
                id,
                kind,
                about: about.into(),
                state: ActivityState::Running,
                progress: progress.clone(),
                begun: Instant::now(),
                took: None,
                entry: None,
                error: None,
            },
        );
        list.truncate(REMEMBERED);
        (id, progress)
    }

    /// Ends a piece of work with what came of it.
    pub fn end(&self, id: Id, outcome: Result<Option<EntryView>, &ApiError>) {
        let mut list = self.list();
        let Some(activity) = list.iter_mut().find(|activity| activity.id == id) else { return };
        activity.took = Some(activity.begun.elapsed());
        match outcome {
            Ok(entry) => {
                activity.state = ActivityState::Done;
                activity.entry = entry;
            }
            // Of a backup that has another key, that key is asked for: nothing has failed.
            Err(error) if matches!(error.code, ErrorCode::Cancelled | ErrorCode::LedgerKey) => {
                activity.state = ActivityState::Cancelled;
            }
            Err(error) => {
                activity.state = ActivityState::Failed;
                activity.error = Some(error.clone());
            }
        }
    }

    /// Asks a piece of work to stop at its next safe point.
    pub fn cancel(&self, id: Id) {
        if let Some(activity) = self.list().iter().find(|activity| activity.id == id) {
            activity.progress.cancel();
        }
    }

    /// All of them, newest first.
    pub fn views(&self) -> Vec<ActivityView> {
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let view = |activity: &Activity| {
            let (done, total) = activity.progress.state();
            ActivityView {
                id: activity.id,
                kind: activity.kind,
                about: activity.about.clone(),
                state: activity.state,
                done: small(done),
                total: small(total),
                seconds: small(activity.took.unwrap_or_else(|| activity.begun.elapsed()).as_secs()),
                ago: small(
                    activity.took.map_or(0, |took| activity.begun.elapsed().saturating_sub(took).as_secs()),
                ),
                entry: activity.entry.clone(),
                error: activity.error.clone(),
            }
        };
        self.list().iter().map(view).collect()
    }

    fn list(&self) -> std::sync::MutexGuard<'_, Vec<Activity>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
