//! Payees and tags.

use crate::accounts::to_id;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode, Id, RegisterRow};
use ledger::{Payee, PayeeId, Tag, TagId};
use serde::Serialize;
use specta::Type;
use store::{Delta, Filter};

/// A payee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PayeeView {
    /// Its number.
    pub id: Id,
    /// Its name.
    pub name: String,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TagView {
    /// Its number.
    pub id: Id,
    /// Its name.
    pub name: String,
}

impl Books {
    /// Every payee, in order of name.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn payees(&self) -> Result<Vec<PayeeView>, ApiError> {
        let payees = self.store.read().await?.payees().await?;
        payees.into_iter().map(|payee| Ok(PayeeView { id: to_id(payee.id.0)?, name: payee.name })).collect()
    }

    /// Every tag, in order of name.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn tags(&self) -> Result<Vec<TagView>, ApiError> {
        let tags = self.store.read().await?.tags().await?;
        tags.into_iter().map(|tag| Ok(TagView { id: to_id(tag.id.0)?, name: tag.name })).collect()
    }

    /// The last transaction with a payee, for filling in a new one.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn payee_last(&self, name: &str) -> Result<Option<RegisterRow>, ApiError> {
        let mut reader = self.store.read().await?;
        let Some(id) = reader.find_payee(name.trim()).await? else { return Ok(None) };
        let Some(last) = reader.last_with_payee(id).await? else { return Ok(None) };
        let names = reader.names().await?;
        let rows = crate::register::Facts::read(&mut reader, &[last], names).await?.rows(&[last], &[])?;
        Ok(rows.into_iter().next())
    }

    /// Renames a payee; to the name of another, it becomes one with it.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`], [`ErrorCode::Invalid`] for a blank name.
    pub async fn payee_rename(&self, id: Id, name: &str) -> Result<Option<EntryView>, ApiError> {
        let (id, name) = (PayeeId(id.into()), name.trim());
        if name.is_empty() {
            return Err(ApiError::invalid("a payee needs a name"));
        }
        self.store.backup(store::BackupReason::Bulk).await?;
        let mut edit = Edit::begin(&self.store).await?;
        let old = edit.books().payee_names([id]).await?.remove(&id);
        let old = old.ok_or_else(|| ApiError::missing(format!("payee {id}")))?;
        let detail = serde_json::json!({ "payee": old, "into": name });
        match edit.books().find_payee(name).await? {
            Some(other) if other != id => {
                let filter = Filter { payee: Some(Some(id)), ..Filter::default() };
                let ids = edit.books().find(&filter).await?;
                for chunk in ids.chunks(10_000) {
                    for before in edit.books().transactions(chunk).await? {
                        let mut after = before.clone();
                        after.payee = Some(other);
                        edit.change(Delta::replaced(before, after));
                    }
                }
                edit.change(Delta::removed(Payee { id, name: old }));
            }
            Some(_) => {}
            None => {
                edit.change(Delta::replaced(Payee { id, name: old }, Payee { id, name: name.to_owned() }));
            }
        }
        EntryView::of(edit.commit("payee_rename", detail).await?)
    }

    /// Renames a tag.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`], [`ErrorCode::Taken`], [`ErrorCode::Invalid`] for a blank name.
    pub async fn tag_rename(&self, id: Id, name: &str) -> Result<Option<EntryView>, ApiError> {
        let (id, name) = (TagId(id.into()), name.trim());
        if name.is_empty() {
            return Err(ApiError::invalid("a tag needs a name"));
        }
        let mut edit = Edit::begin(&self.store).await?;
        let tags = edit.books().tags().await?;
        let before = tags.iter().find(|tag| tag.id == id).cloned();
        let before = before.ok_or_else(|| ApiError::missing(format!("tag {id}")))?;
        if tags.iter().any(|tag| tag.id != id && tag.name == name) {
            let message = format!("tag “{name}” exists already");
            return Err(ApiError::new(ErrorCode::Taken, message).with("what", name));
        }
        let detail = serde_json::json!({ "tag": before.name, "into": name });
        if before.name != name {
            edit.change(Delta::replaced(before, Tag { id, name: name.to_owned() }));
        }
        EntryView::of(edit.commit("tag_rename", detail).await?)
    }
}
