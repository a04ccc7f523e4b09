//! Transactions: one of them in full, and what a person does to it.

use crate::accounts::{find, parse_day, to_id};
use crate::edit::Edit;
use crate::{ApiError, AttachmentView, Books, BulkResult, EntryView, ErrorCode, Id, Money};
use ledger::{AccountId, Posting, RuleId, Sorting, Status, TagId, Transaction, TransactionId};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;
use store::{Delta, Names, Reader};

/// A transaction in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TransactionView {
    /// Its key; it changes when the transaction moves to another day.
    pub id: String,
    /// Its day, `2026-11-22`.
    pub date: String,
    /// Who was paid, or paid.
    pub payee: String,
    /// The bank's own text.
    pub description: String,
    /// What a person noted.
    pub note: String,
    /// Labels.
    pub tags: Vec<String>,
    /// Who chose the category.
    pub sorting: SortingView,
    /// Its legs.
    pub postings: Vec<PostingView>,
    /// Files kept with it.
    pub attachments: Vec<AttachmentView>,
    /// `true` when it lies in a closed period.
    pub closed: bool,
}

/// A leg of a transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PostingView {
    /// The account.
    pub account: Id,
    /// The account's full name.
    pub path: String,
    /// The account's kind.
    pub kind: String,
    /// How much.
    pub amount: Money,
    /// How sure we are of it.
    pub status: Status,
    /// What this leg is for.
    pub memo: String,
    /// The statement row it came from.
    pub origin: Option<OriginView>,
}

/// Where a posting was imported from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OriginView {
    /// The file's name.
    pub file: String,
    /// The line in it.
    pub line: u32,
    /// When it was imported, in ISO 8601.
    pub at: String,
    /// The bank's id of the row.
    pub external_id: Option<String>,
}

/// Who chose a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum SortingView {
    /// Nobody yet.
    Nobody,
    /// A person.
    Person,
    /// The imported file.
    File,
    /// A rule.
    Rule {
        /// Its number.
        rule: Id,
        /// Its name.
        name: String,
    },
    /// The categoriser, until a person confirms it.
    Proposal {
        /// What past transactions share with this one.
        because: String,
        /// How many of those have this category.
        like: u32,
        /// How many there are.
        of: u32,
    },
}

/// A transaction as a person enters it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TransactionInput {
    /// Its day, `2026-11-22`.
    pub date: String,
    /// Who was paid, or paid; blank for nobody.
    #[serde(default)]
    pub payee: String,
    /// A note.
    #[serde(default)]
    pub note: String,
    /// Labels.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Its legs; where two commodities meet, the conversion is added.
    pub postings: Vec<PostingInput>,
}

/// A leg as a person enters it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PostingInput {
    /// The account.
    pub account: Id,
    /// How much.
    pub amount: Money,
    /// How sure we are of it.
    #[serde(default)]
    pub status: Status,
    /// What this leg is for.
    #[serde(default)]
    pub memo: String,
}

impl Books {
    /// A transaction in full.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`] when there is none with this id.
    pub async fn transaction(&self, id: &str) -> Result<TransactionView, ApiError> {
        let id = parse_id(id)?;
        let mut reader = self.store.read().await?;
        let found = reader.transactions(&[id]).await?.pop();
        let transaction =
            found.ok_or_else(|| ApiError::missing(format!("the transaction of {}", id.day())))?;
        let names = reader.names().await?;
        view(&mut reader, &transaction, &names).await
    }

    /// Enters a transaction.
    ///
    /// # Errors
    /// [`ErrorCode::Unbalanced`], [`ErrorCode::Amount`], [`ErrorCode::PeriodClosed`], [`ErrorCode::Invalid`].
    pub async fn transaction_add(&self, input: &TransactionInput) -> Result<TransactionView, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let id = TransactionId::new(parse_day(&input.date)?, edit.serial().await?);
        let transaction = build(&mut edit, id, input, None).await?;
        edit.change(Delta::added(transaction));
        edit.commit("transaction_add", serde_json::json!({ "payee": input.payee.trim() })).await?;
        self.transaction(&id.to_string()).await
    }

    /// Changes a transaction. What was imported keeps the bank's text and the row it came from.
    ///
    /// # Errors
    /// As [`Books::transaction_add`]; [`ErrorCode::Stale`] when somebody changed it first, [`ErrorCode::InUse`] when a
    /// reconciled leg would change.
    pub async fn transaction_edit(
        &self,
        id: &str,
        input: &TransactionInput,
    ) -> Result<TransactionView, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let before = edit.stored(parse_id(id)?).await?;
        let id = before.id.moved_to(parse_day(&input.date)?);
        let after = build(&mut edit, id, input, Some(&before)).await?;
        keep_reconciled(&before, &after)?;
        if after != before {
            edit.change(Delta::replaced(before, after));
        }
        edit.commit("transaction_edit", serde_json::json!({ "payee": input.payee.trim() })).await?;
        self.transaction(&id.to_string()).await
    }

    /// Deletes transactions with the files kept with them; those with a reconciled leg stay and are counted as skipped.
    ///
    /// # Errors
    /// [`ErrorCode::PeriodClosed`]; [`ErrorCode::InUse`] when the only one asked for is reconciled.
    pub async fn transactions_delete(&self, ids: &[String]) -> Result<BulkResult, ApiError> {
        if ids.len() > BULK {
            self.store.backup(store::BackupReason::Bulk).await?;
        }
        let mut edit = Edit::begin(&self.store).await?;
        let ids = ids.iter().map(|id| parse_id(id)).collect::<Result<Vec<_>, _>>()?;
        let (mut changed, mut skipped) = (0, 0);
        for chunk in ids.chunks(10_000) {
            for transaction in edit.books().transactions(chunk).await? {
                if transaction.postings().iter().any(|leg| leg.status == Status::Reconciled) {
                    if ids.len() == 1 {
                        return Err(reconciled(&transaction));
                    }
                    skipped += 1;
                    continue;
                }
                for attachment in edit.books().attachments(transaction.id.serial()).await? {
                    edit.change(Delta::removed(attachment));
                }
                edit.change(Delta::removed(transaction));
                changed += 1;
            }
        }
        let entry = edit.commit("transaction_delete", serde_json::json!({ "count": changed })).await?;
        Ok(BulkResult { changed, skipped, entry: EntryView::of(entry)? })
    }
}

/// Changes of more transactions than this are preceded by a verified backup.
pub(crate) const BULK: usize = 100;

/// The transaction that an input describes, keeping what only imports know of `before`.
async fn build(
    edit: &mut Edit,
    id: TransactionId,
    input: &TransactionInput,
    before: Option<&Transaction>,
) -> Result<Transaction, ApiError> {
    let mut postings = Vec::with_capacity(input.postings.len());
    for leg in &input.postings {
        let account = AccountId(leg.account.into());
        let found = find(&edit.names, account)?;
        if found.closed
            && !before.is_some_and(|before| before.postings().iter().any(|old| old.account == account))
        {
            let message = format!("account “{}” is closed; reopen it first", found.name);
            return Err(ApiError::new(ErrorCode::InUse, message).with("what", &found.name));
        }
        let amount = edit.amount(&leg.amount).await?;
        let origin = before.and_then(|before| {
            let legs = before.postings().iter().filter(|old| old.account == account && old.origin.is_some());
            legs.clone()
                .find(|old| old.amount == amount)
                .or_else(|| legs.clone().next())
                .and_then(|old| old.origin.clone())
        });
        postings.push(Posting {
            account,
            amount,
            status: leg.status,
            memo: leg.memo.trim().to_owned(),
            origin,
        });
    }
    let conversion = edit.special(ledger::AccountKind::Conversion)?;
    // A form shows the legs a person thinks in; the conversion is made anew from them.
    postings.retain(|leg| leg.account != conversion);
    let mut transaction = edit.transaction(id, postings)?;
    transaction.payee = edit.payee(&input.payee).await?;
    input.note.trim().clone_into(&mut transaction.note);
    transaction.tags = edit.tags(&input.tags).await?;
    transaction.description = before.map(|before| before.description.clone()).unwrap_or_default();
    transaction.sorting = sorting_after(edit, before, &transaction).await?;
    Ok(transaction)
}

/// A person who chose or kept a category has sorted the transaction; one left unsorted is sorted by nobody.
async fn sorting_after(
    edit: &mut Edit,
    before: Option<&Transaction>,
    after: &Transaction,
) -> Result<Sorting, ApiError> {
    let unsorted = edit.unsorted().await?;
    if after.postings().iter().any(|leg| unsorted.holds(leg.account)) {
        return Ok(Sorting::Nobody);
    }
    let categories = |transaction: &Transaction| -> Vec<AccountId> {
        let legs = transaction.postings().iter().map(|leg| leg.account);
        legs.filter(|account| edit.names.is_category(*account)).collect()
    };
    match before {
        Some(before) if categories(before) == categories(after) && before.sorting != Sorting::Nobody => {
            Ok(before.sorting.clone())
        }
        _ => Ok(Sorting::Person),
    }
}

/// A leg that is part of an agreed statement keeps its account, amount and day.
fn keep_reconciled(before: &Transaction, after: &Transaction) -> Result<(), ApiError> {
    for locked in before.postings().iter().filter(|leg| leg.status == Status::Reconciled) {
        let kept = after.postings().iter().any(|leg| {
            leg.account == locked.account && leg.amount == locked.amount && leg.status == Status::Reconciled
        });
        if !kept || before.day() != after.day() {
            return Err(reconciled(before));
        }
    }
    Ok(())
}

pub(crate) fn reconciled(transaction: &Transaction) -> ApiError {
    let day = transaction.day();
    let message = format!("a transaction of {day} is reconciled; take the reconciliation back first");
    ApiError::new(ErrorCode::InUse, message).with("day", day)
}

pub(crate) fn parse_id(text: &str) -> Result<TransactionId, ApiError> {
    let number = text.parse().ok().and_then(TransactionId::from_number);
    number.ok_or_else(|| ApiError::invalid(format!("“{text}” is not the number of a transaction")))
}

async fn view(
    reader: &mut Reader,
    transaction: &Transaction,
    names: &Names,
) -> Result<TransactionView, ApiError> {
    let payees = reader.payee_names(transaction.payee).await?;
    let tags: HashMap<TagId, String> = if transaction.tags.is_empty() {
        HashMap::new()
    } else {
        reader.tags().await?.into_iter().map(|tag| (tag.id, tag.name)).collect()
    };
    let imported = transaction.postings().iter().any(|leg| leg.origin.is_some());
    let batches: HashMap<_, _> = if imported {
        reader.batches().await?.into_iter().map(|batch| (batch.id, batch)).collect()
    } else {
        HashMap::new()
    };
    let origin = |leg: &Posting| {
        let origin = leg.origin.as_ref()?;
        let batch = batches.get(&origin.batch)?;
        let at = chrono::DateTime::from_timestamp_millis(batch.imported_at)?;
        Some(OriginView {
            file: batch.file_name.clone(),
            line: origin.line,
            at: at.with_timezone(&chrono::Local).to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            external_id: origin.external_id.clone(),
        })
    };
    let mut postings = Vec::new();
    for leg in transaction.postings() {
        postings.push(PostingView {
            account: to_id(leg.account.0)?,
            path: names.accounts.path(leg.account),
            kind: find(names, leg.account)?.kind.code().to_owned(),
            amount: Money::of(leg.amount, names),
            status: leg.status,
            memo: leg.memo.clone(),
            origin: origin(leg),
        });
    }
    let closed = reader.closed_through().await?.is_some_and(|through| transaction.day() <= through);
    Ok(TransactionView {
        id: transaction.id.to_string(),
        date: transaction.day().to_string(),
        payee: transaction.payee.and_then(|id| payees.get(&id).cloned()).unwrap_or_default(),
        description: transaction.description.clone(),
        note: transaction.note.clone(),
        tags: transaction.tags.iter().filter_map(|tag| tags.get(tag).cloned()).collect(),
        sorting: sorting_view(&transaction.sorting, &rule_names(reader, &transaction.sorting).await?)?,
        postings,
        attachments: AttachmentView::all(reader, transaction.id.serial()).await?,
        closed,
    })
}

/// The names of rules, where a sorting speaks of one.
async fn rule_names(reader: &mut Reader, sorting: &Sorting) -> Result<HashMap<RuleId, String>, ApiError> {
    match sorting {
        Sorting::Rule { .. } => crate::rules::names(reader).await,
        _ => Ok(HashMap::new()),
    }
}

pub(crate) fn sorting_view(
    sorting: &Sorting,
    rules: &HashMap<RuleId, String>,
) -> Result<SortingView, ApiError> {
    Ok(match sorting {
        Sorting::Nobody => SortingView::Nobody,
        Sorting::Person => SortingView::Person,
        Sorting::File => SortingView::File,
        Sorting::Rule { rule } => {
            SortingView::Rule { rule: to_id(rule.0)?, name: rules.get(rule).cloned().unwrap_or_default() }
        }
        Sorting::Proposal { because, like, of } => {
            SortingView::Proposal { because: because.clone(), like: *like, of: *of }
        }
    })
}
