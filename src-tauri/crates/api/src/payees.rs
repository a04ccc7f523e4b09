//! Payees and tags.

use crate::accounts::to_id;
use crate::edit::Edit;
use crate::schedules::{follow_payee, follow_tag};
use crate::{ApiError, Books, EntryView, Id, RegisterRow};
use ledger::{Day, Payee, PayeeId, Tag, TagId, composed};
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

/// How much a payee or a tag is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UseView {
    /// The number of the payee or tag.
    pub id: Id,
    /// How many transactions it is met in.
    pub transactions: u32,
    /// The day of the last of them.
    pub last: String,
}

impl UseView {
    fn of(id: i64, transactions: i64, last: Day) -> Result<Self, ApiError> {
        let transactions = u32::try_from(transactions).unwrap_or(u32::MAX);
        Ok(Self { id: to_id(id)?, transactions, last: last.to_string() })
    }
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
        let Some(id) = reader.find_payee(&composed(name)).await? else { return Ok(None) };
        let Some(last) = reader.last_with_payee(id).await? else { return Ok(None) };
        let names = reader.names().await?;
        let rows = crate::register::Facts::read(&mut reader, &[last], names).await?.rows(&[last], &[])?;
        Ok(rows.into_iter().next())
    }

    /// Renames a payee; to the name of another, it becomes one with it. The rule that gives the payee its category follows.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`], [`crate::ErrorCode::Invalid`] for a blank name.
    pub async fn payee_rename(&self, id: Id, name: &str) -> Result<Option<EntryView>, ApiError> {
        let (id, name) = (PayeeId(id.into()), &*composed(name));
        if name.is_empty() {
            return Err(ApiError::invalid("a payee needs a name"));
        }
        self.store.backup(store::BackupReason::Bulk).await?;
        let mut edit = Edit::begin(&self.store).await?;
        let old = edit.books().payee_names([id]).await?.remove(&id);
        let old = old.ok_or_else(|| ApiError::missing(format!("payee {id}")))?;
        let detail = serde_json::json!({ "payee": old, "into": name });
        if old != name {
            crate::rules::follow_payee(&mut edit, &old, name).await?;
        }
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
                follow_payee(&mut edit, id, other).await?;
                edit.change(Delta::removed(Payee { id, name: old }));
            }
            Some(_) => {}
            None => {
                edit.change(Delta::replaced(Payee { id, name: old }, Payee { id, name: name.to_owned() }));
            }
        }
        EntryView::of(edit.commit("payee_rename", detail).await?)
    }

    /// How much each payee is used; those that no transaction has are left out.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn payee_uses(&self) -> Result<Vec<UseView>, ApiError> {
        let uses = self.store.read().await?.payee_uses().await?;
        uses.into_iter().map(|(id, count, last)| UseView::of(id.0, count, last)).collect()
    }

    /// How much each tag is used; those that are on no transaction are left out.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn tag_uses(&self) -> Result<Vec<UseView>, ApiError> {
        let uses = self.store.read().await?.tag_uses().await?;
        uses.into_iter().map(|(id, count, last)| UseView::of(id.0, count, last)).collect()
    }

    /// Renames a tag; to the name of another, it becomes one with it.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`], [`crate::ErrorCode::Invalid`] for a blank name.
    pub async fn tag_rename(&self, id: Id, name: &str) -> Result<Option<EntryView>, ApiError> {
        let (id, name) = (TagId(id.into()), &*composed(name));
        if name.is_empty() {
            return Err(ApiError::invalid("a tag needs a name"));
        }
        self.store.backup(store::BackupReason::Bulk).await?;
        let mut edit = Edit::begin(&self.store).await?;
        let tags = edit.books().tags().await?;
        let before = tag(&tags, id)?;
        let detail = serde_json::json!({ "tag": before.name, "into": name });
        match tags.iter().find(|other| other.name == name) {
            Some(other) if other.id != id => {
                retag(&mut edit, id, Some(other.id)).await?;
                edit.change(Delta::removed(before));
            }
            Some(_) => {}
            None => edit.change(Delta::replaced(before, Tag { id, name: name.to_owned() })),
        }
        EntryView::of(edit.commit("tag_rename", detail).await?)
    }

    /// Removes a tag and takes it off every transaction.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn tag_remove(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let id = TagId(id.into());
        self.store.backup(store::BackupReason::Bulk).await?;
        let mut edit = Edit::begin(&self.store).await?;
        let gone = tag(&edit.books().tags().await?, id)?;
        retag(&mut edit, id, None).await?;
        let detail = serde_json::json!({ "tag": gone.name });
        edit.change(Delta::removed(gone));
        EntryView::of(edit.commit("tag_remove", detail).await?)
    }
}

fn tag(tags: &[Tag], id: TagId) -> Result<Tag, ApiError> {
    let found = tags.iter().find(|tag| tag.id == id).cloned();
    found.ok_or_else(|| ApiError::missing(format!("tag {id}")))
}

/// Puts one tag in place of another on every transaction, or takes it off.
async fn retag(edit: &mut Edit, from: TagId, to: Option<TagId>) -> Result<(), ApiError> {
    follow_tag(edit, from, to).await?;
    let filter = Filter { tag: Some(from), ..Filter::default() };
    for chunk in edit.books().find(&filter).await?.chunks(10_000) {
        for before in edit.books().transactions(chunk).await? {
            let mut after = before.clone();
            after.tags.retain(|tag| *tag != from);
            after.tags.extend(to);
            after.tags.sort_unstable();
            after.tags.dedup();
            edit.change(Delta::replaced(before, after));
        }
    }
    Ok(())
}
