//! An action as a toast or a list shows it.

use crate::ApiError;
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Entry;

/// Something that was done: what undo takes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EntryView {
    /// Its number in the history.
    pub seq: u32,
    /// When, in ISO 8601 with the local offset.
    pub at: String,
    /// What was done, as a stable word to translate: `transaction_add`.
    pub action: String,
    /// For an undo, redo or revert: the action it was about.
    pub of: Option<String>,
    /// The number of the action that it makes, makes again or takes back: its own, unless something was replayed.
    pub base: u32,
    /// `true` when it takes that action back.
    pub backwards: bool,
    /// The values that its sentence needs: names, counts.
    pub params: BTreeMap<String, String>,
}

impl EntryView {
    /// The view of an entry, if anything was done at all.
    pub(crate) fn of(entry: Option<Entry>) -> Result<Option<Self>, ApiError> {
        entry.map(Self::try_from).transpose()
    }
}

impl TryFrom<Entry> for EntryView {
    type Error = ApiError;
    fn try_from(entry: Entry) -> Result<Self, ApiError> {
        // What is replayed may itself have replayed something: a person thinks of the action at the bottom of it.
        let (mut about, mut inner) = (None, &entry.detail);
        while let (Some(action), Some(detail)) = (inner.get("action"), inner.get("detail")) {
            (about, inner) = (action.as_str(), detail);
        }
        let params = inner.as_object().into_iter().flatten().map(|(name, value)| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (name.clone(), text)
        });
        let at = chrono::DateTime::from_timestamp_millis(entry.at).unwrap_or_default();
        let number = |seq: i64| u32::try_from(seq).map_err(|_| ApiError::invalid("the history is too long"));
        Ok(Self {
            seq: number(entry.seq)?,
            base: number(entry.base)?,
            backwards: entry.backwards,
            at: at.with_timezone(&chrono::Local).to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            of: about.map(str::to_owned),
            params: params.collect(),
            action: entry.action,
        })
    }
}
