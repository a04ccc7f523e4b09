//! What is remembered of how each bank writes its files.

use crate::accounts::to_id;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, Id};
use exchange::csv::Reading;
use serde::Serialize;
use specta::Type;
use store::{Delta, Profile};

/// A kind of delimited file, and how it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct LayoutView {
    /// Its number.
    pub id: Id,
    /// The file that it was learned from.
    pub name: String,
    /// How such files are read; `None` where that was written by a version that cannot be read any more.
    pub reading: Option<Reading>,
    /// The account that they go to.
    pub account: Option<Id>,
}

impl Books {
    /// Every kind of file that is remembered, in the order they were learned.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn layouts(&self) -> Result<Vec<LayoutView>, ApiError> {
        self.store.read().await?.profiles().await?.into_iter().map(view).collect()
    }

    /// Forgets a kind of file: the next one is looked at afresh. What was imported stays.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] when it is not there any more.
    pub async fn layout_forget(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let known = edit.books().profiles().await?;
        let found = known.into_iter().find(|profile| profile.id.0 == i64::from(id));
        let found = found.ok_or_else(|| ApiError::missing(format!("file layout {id}")))?;
        let detail = serde_json::json!({ "file": found.name });
        edit.change(Delta::removed(found));
        EntryView::of(edit.commit("layout_forget", detail).await?)
    }
}

fn view(profile: Profile) -> Result<LayoutView, ApiError> {
    Ok(LayoutView {
        id: to_id(profile.id.0)?,
        reading: serde_json::from_str(&profile.reading).ok(),
        name: profile.name,
        account: profile.account.map(|account| to_id(account.0)).transpose()?,
    })
}
