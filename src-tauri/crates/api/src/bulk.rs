//! One change to many transactions.

use crate::edit::Edit;
use crate::transactions::{BULK, parse_id, reconciled};
use crate::{ApiError, Books, EntryView, Id};
use ledger::{AccountId, PayeeId, Posting, Sorting, Status, TagId, Transaction};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Delta, Names};

/// What to change; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct BulkChange {
    /// The category of transactions that have exactly one.
    pub category: Option<Id>,
    /// Who was paid, or paid; blank for nobody.
    pub payee: Option<String>,
    /// Labels to add.
    pub add_tags: Vec<String>,
    /// Labels to take away.
    pub remove_tags: Vec<String>,
    /// The status of the legs in assets and liabilities.
    pub status: Option<Status>,
    /// The note, in place of the one that is there; blank for none.
    pub note: Option<String>,
    /// `true` to confirm the categories that were proposed.
    pub confirm: bool,
}

/// What came of a bulk change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BulkResult {
    /// How many transactions changed.
    pub changed: u32,
    /// How many could not: split over several categories or transfers, where a category was given; reconciled, where
    /// something was to change that a statement has locked.
    pub skipped: u32,
    /// What undo takes back.
    pub entry: Option<EntryView>,
}

/// A bulk change with its names looked up.
struct Plan {
    category: Option<AccountId>,
    payee: Option<Option<PayeeId>>,
    add: Vec<TagId>,
    remove: Vec<TagId>,
}

impl Books {
    /// Changes many transactions in one step.
    ///
    /// # Errors
    /// [`crate::ErrorCode::PeriodClosed`]; [`crate::ErrorCode::InUse`] when the only transaction asked for is reconciled
    /// and would lose its status.
    pub async fn transactions_change(
        &self,
        ids: &[String],
        change: &BulkChange,
    ) -> Result<BulkResult, ApiError> {
        if ids.len() > BULK {
            self.store.backup(store::BackupReason::Bulk).await?;
        }
        let mut edit = Edit::begin(&self.store).await?;
        let ids = ids.iter().map(|id| parse_id(id)).collect::<Result<Vec<_>, _>>()?;
        let plan = Plan {
            category: change.category.map(|id| AccountId(id.into())),
            payee: match &change.payee {
                Some(name) => Some(edit.payee(name).await?),
                None => None,
            },
            add: edit.tags(&change.add_tags).await?,
            remove: edit.tags(&change.remove_tags).await?,
        };
        let path = match plan.category {
            Some(category) => {
                crate::accounts::find(&edit.names, category)?;
                edit.names.accounts.path(category)
            }
            None => String::new(),
        };
        let (mut changed, mut skipped) = (0, 0);
        for chunk in ids.chunks(10_000) {
            for before in edit.books().transactions(chunk).await? {
                if loses_lock(&before, change, &edit.names) {
                    if ids.len() == 1 {
                        return Err(reconciled(&before));
                    }
                    skipped += 1;
                    continue;
                }
                match changed_transaction(&before, change, &plan, &edit.names)? {
                    Some(after) if after != before => {
                        changed += 1;
                        edit.change(Delta::replaced(before, after));
                    }
                    Some(_) => {}
                    None => skipped += 1,
                }
            }
        }
        let detail = serde_json::json!({ "count": changed, "category": path });
        let entry = if changed > 0 { edit.commit("transaction_bulk", detail).await? } else { None };
        Ok(BulkResult { changed, skipped, entry: EntryView::of(entry)? })
    }
}

/// `true` when the change would take the status from a leg that a statement has agreed.
fn loses_lock(before: &Transaction, change: &BulkChange, names: &Names) -> bool {
    let locked = |leg: &Posting| leg.status == Status::Reconciled && names.is_holding(leg.account);
    change.status.is_some_and(|status| status != Status::Reconciled) && before.postings().iter().any(locked)
}

/// The transaction after the change; `None` where the change does not apply to it.
fn changed_transaction(
    before: &Transaction,
    change: &BulkChange,
    plan: &Plan,
    names: &Names,
) -> Result<Option<Transaction>, ApiError> {
    let mut postings = before.postings().to_vec();
    let mut after = before.clone();
    if let Some(category) = plan.category {
        let Some(place) = only_category(&postings, names) else { return Ok(None) };
        postings[place].account = category;
        after.sorting = Sorting::Person;
    }
    if change.confirm && matches!(after.sorting, Sorting::Proposal { .. }) {
        after.sorting = Sorting::Person;
    }
    if let Some(status) = change.status {
        for leg in postings.iter_mut().filter(|leg| names.is_holding(leg.account)) {
            leg.status = status;
        }
    }
    if let Some(payee) = plan.payee {
        after.payee = payee;
    }
    if let Some(note) = &change.note {
        note.trim().clone_into(&mut after.note);
    }
    after.tags.retain(|tag| !plan.remove.contains(tag));
    after.tags.extend(&plan.add);
    after.tags.sort_unstable();
    after.tags.dedup();
    Ok(Some(after.with_postings(postings)?))
}

/// The place of the one leg that a category stands in, if there is exactly one.
pub(crate) fn only_category(postings: &[Posting], names: &Names) -> Option<usize> {
    let mut places =
        postings.iter().enumerate().filter(|(_, leg)| names.is_category(leg.account)).map(|(place, _)| place);
    let place = places.next()?;
    places.next().is_none().then_some(place)
}
