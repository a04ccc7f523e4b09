//! Rules: what a person wants done with every row that looks like one.

use crate::edit::Edit;
use crate::register::{Facts, FilterInput, read_filter};
use crate::transactions::{BULK, parse_id};
use crate::{ApiError, Books, BulkResult, EntryView, ErrorCode, Id, RegisterRow};
use exchange::{Action, Counterpart, Draft, Rule, RuleOutcome, RuleRow, RuleSet};
use ledger::{AccountId, Posting, RuleId, Sorting, Transaction, TransactionId};
use serde::Serialize;
use specta::Type;
use std::collections::HashMap;
use store::{Delta, Names, Reader, StoredRule};

/// A rule as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RuleView {
    /// The rule.
    #[serde(flatten)]
    pub rule: Rule,
    /// Why it cannot be used, in English; such a rule is passed over.
    pub problem: Option<String>,
}

/// What a rule would do to the transactions that are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RulePreview {
    /// How many transactions it would change.
    pub total: u32,
    /// How many it was tried on.
    pub of: u32,
    /// The newest of them as they are now.
    pub rows: Vec<RegisterRow>,
}

/// The rows of a preview.
const SHOWN: usize = 20;

/// The names of the ledger's rules.
pub(crate) async fn names(reader: &mut Reader) -> Result<HashMap<RuleId, String>, ApiError> {
    Ok(read(reader).await?.into_iter().map(|rule| (rule.id, rule.name)).collect())
}

/// The ledger's rules in the order of application.
pub(crate) async fn read(reader: &mut Reader) -> Result<Vec<Rule>, ApiError> {
    let parse = |stored: StoredRule| {
        let rule: Rule = serde_json::from_str(&stored.body).map_err(|error| {
            ApiError::new(ErrorCode::LedgerDamaged, format!("rule {}: {error}", stored.id))
        })?;
        Ok(Rule { id: stored.id, position: stored.position, ..rule })
    };
    reader.rules().await?.into_iter().map(parse).collect()
}

fn stored(rule: &Rule) -> Result<StoredRule, ApiError> {
    let body = serde_json::to_string(rule).map_err(|error| ApiError::invalid(error.to_string()))?;
    Ok(StoredRule { id: rule.id, position: rule.position, body })
}

/// Rules made ready. One that cannot be used holds up none of the others.
pub(crate) fn ready(rules: &[Rule]) -> Result<RuleSet, ApiError> {
    RuleSet::new(rules).map_err(|error| ApiError::invalid(error.to_string()))
}

/// Why a rule cannot be used, if it cannot.
fn check(rule: &Rule) -> Result<(), ApiError> {
    rule.check().map_err(|error| ApiError::invalid(error.to_string()))
}

/// Takes the rule that gives a payee its category along to the payee's new name.
pub(crate) async fn follow_payee(edit: &mut Edit, before: &str, after: &str) -> Result<(), ApiError> {
    let rules = read(edit.books()).await?;
    if let Some(renamed) = exchange::renamed_rule(&rules, before, after) {
        let before = stored_now(edit.books(), renamed.id).await?;
        edit.change(Delta::replaced(before, stored(&renamed)?));
    }
    Ok(())
}

impl Books {
    /// The rules in the order of application.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn rules(&self) -> Result<Vec<RuleView>, ApiError> {
        let rules = read(&mut self.store.read().await?).await?;
        let view = |rule: Rule| RuleView { problem: rule.check().err().map(|error| error.to_string()), rule };
        Ok(rules.into_iter().map(view).collect())
    }

    /// Adds a rule (with number 0, at the end) or replaces the one with its number.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for a rule without condition or with an unusable pattern, [`ErrorCode::Missing`].
    pub async fn rule_save(&self, rule: &Rule) -> Result<Option<EntryView>, ApiError> {
        check(rule)?;
        if rule.actions.is_empty() {
            return Err(ApiError::invalid(format!("the rule “{}” does nothing yet", rule.name)));
        }
        let mut edit = Edit::begin(&self.store).await?;
        for action in &rule.actions {
            if let Action::Category { account } | Action::Transfer { account } = action {
                crate::accounts::find(&edit.names, *account)?;
            }
        }
        let rules = read(edit.books()).await?;
        let mut rule = rule.clone();
        let name = if rule.id.0 == 0 {
            rule.id = RuleId(edit.writer().next_id("rule").await?);
            rule.position = rules.iter().map(|known| known.position).max().unwrap_or(0) + 1;
            edit.change(Delta::added(stored(&rule)?));
            "rule_add"
        } else {
            let before = rules.iter().find(|known| known.id == rule.id);
            let before = before.ok_or_else(|| ApiError::missing(format!("rule {}", rule.id)))?;
            if *before != rule {
                let before = stored_now(edit.books(), rule.id).await?;
                edit.change(Delta::replaced(before, stored(&rule)?));
            }
            "rule_edit"
        };
        EntryView::of(edit.commit(name, serde_json::json!({ "rule": rule.name })).await?)
    }

    /// Removes a rule; what it sorted stays sorted.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn rule_remove(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let id = RuleId(id.into());
        let mut edit = Edit::begin(&self.store).await?;
        let name = names(edit.books()).await?.remove(&id).unwrap_or_default();
        let gone = stored_now(edit.books(), id).await?;
        edit.change(Delta::removed(gone));
        EntryView::of(edit.commit("rule_remove", serde_json::json!({ "rule": name })).await?)
    }

    /// Puts the rules into this order.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] unless every rule is named once.
    pub async fn rules_order(&self, ids: &[Id]) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let known = edit.books().rules().await?;
        let mut wanted: Vec<i64> = ids.iter().map(|id| i64::from(*id)).collect();
        let order = wanted.clone();
        let mut all: Vec<i64> = known.iter().map(|rule| rule.id.0).collect();
        wanted.sort_unstable();
        all.sort_unstable();
        if wanted != all {
            return Err(ApiError::invalid("name each rule once"));
        }
        for (position, id) in (1_i64..).zip(order) {
            let Some(before) = known.iter().find(|rule| rule.id.0 == id).cloned() else { continue };
            if before.position != position {
                let after = StoredRule { position, ..before.clone() };
                edit.change(Delta::replaced(before, after));
            }
        }
        EntryView::of(edit.commit("rules_order", serde_json::json!({})).await?)
    }

    /// The rule that would sort transactions like this one into a category, to be looked at and saved.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn rule_propose(&self, transaction: &str, category: Id) -> Result<Rule, ApiError> {
        let id = parse_id(transaction)?;
        let mut reader = self.store.read().await?;
        let found = reader.transactions(&[id]).await?.pop();
        let found = found.ok_or_else(|| ApiError::missing(format!("the transaction of {}", id.day())))?;
        let names = reader.names().await?;
        let payees = reader.payee_names(found.payee).await?;
        let payee = found.payee.and_then(|id| payees.get(&id).cloned());
        let leg = seen_leg(&found, &names).ok_or_else(|| ApiError::missing("an account of yours in it"))?;
        let amount = leg.amount.quantity.to_decimal(names.scale(leg.amount.commodity));
        let draft = Draft { payee, ..Draft::new(0, found.day(), amount, found.description.clone()) };
        Ok(Rule::from_row(RuleId(0), 0, &draft, AccountId(category.into())))
    }

    /// What a rule would do to the transactions that are there: those that nobody has sorted, or all of them.
    ///
    /// # Errors
    /// As [`Books::rule_save`].
    pub async fn rule_preview(&self, rule: &Rule, all: bool) -> Result<RulePreview, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let Applied { changes, tried } = apply(&mut edit, rule, all).await?;
        let mut ids: Vec<TransactionId> = changes.iter().map(|(before, _)| before.id).collect();
        ids.sort_unstable_by_key(|id| std::cmp::Reverse(*id));
        let total = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        ids.truncate(SHOWN);
        let names = edit.names.clone();
        let rows = Facts::read(edit.books(), &ids, names).await?.rows(&ids, &[])?;
        Ok(RulePreview { total, of: tried, rows })
    }

    /// Applies a rule to the transactions that are there: those that nobody has sorted, or all but what a person sorted.
    ///
    /// # Errors
    /// As [`Books::rule_save`].
    pub async fn rule_apply(&self, id: Id, all: bool) -> Result<BulkResult, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let rule = read(edit.books()).await?.into_iter().find(|rule| rule.id.0 == i64::from(id));
        let rule = rule.ok_or_else(|| ApiError::missing(format!("rule {id}")))?;
        let mut changes = apply(&mut edit, &rule, all).await?.changes;
        if changes.len() > BULK {
            // The backup needs the writer to itself; what applies is found anew behind it.
            drop(edit);
            self.store.backup(store::BackupReason::Bulk).await?;
            edit = Edit::begin(&self.store).await?;
            changes = apply(&mut edit, &rule, all).await?.changes;
        }
        let changed = u32::try_from(changes.len()).unwrap_or(u32::MAX);
        for (before, after) in changes {
            edit.change(Delta::replaced(before, after));
        }
        let detail = serde_json::json!({ "rule": rule.name, "count": changed });
        let entry = if changed > 0 { edit.commit("rule_apply", detail).await? } else { None };
        Ok(BulkResult { changed, skipped: 0, entry: EntryView::of(entry)? })
    }
}

async fn stored_now(reader: &mut Reader, id: RuleId) -> Result<StoredRule, ApiError> {
    let found = reader.rules().await?.into_iter().find(|rule| rule.id == id);
    found.ok_or_else(|| ApiError::missing(format!("rule {id}")))
}

/// The leg that a statement shows: the first of an asset or liability.
fn seen_leg<'a>(transaction: &'a Transaction, names: &Names) -> Option<&'a Posting> {
    transaction.postings().iter().find(|leg| names.is_holding(leg.account))
}

/// What a rule would do.
#[derive(Default)]
struct Applied {
    /// The transactions that it would change, before and after.
    changes: Vec<(Transaction, Transaction)>,
    /// How many it was tried on.
    tried: u32,
}

/// Tries a rule on the transactions that are there, without writing anything.
async fn apply(edit: &mut Edit, rule: &Rule, all: bool) -> Result<Applied, ApiError> {
    check(rule)?;
    let set = ready(std::slice::from_ref(&Rule { enabled: true, ..rule.clone() }))?;
    let names = edit.names.clone();
    let filter = FilterInput { unsorted: !all, ..FilterInput::default() };
    let filter = read_filter(edit.books(), &filter, &names).await?;
    let ids = edit.books().find(&filter).await?;
    let mut applied = Applied::default();
    for chunk in ids.chunks(10_000) {
        let transactions = edit.books().transactions(chunk).await?;
        let payees = edit.books().payee_names(transactions.iter().filter_map(|t| t.payee)).await?;
        for before in transactions.into_iter().filter(|t| t.sorting != Sorting::Person) {
            let Some(leg) = seen_leg(&before, &names) else { continue };
            applied.tried = applied.tried.saturating_add(1);
            let row = RuleRow {
                payee: before.payee.and_then(|id| payees.get(&id)).map_or("", String::as_str),
                description: &before.description,
                note: &before.note,
                amount: leg.amount.quantity.to_decimal(names.scale(leg.amount.commodity)),
                commodity: names.commodities.get(&leg.amount.commodity).map_or("", |found| &found.code),
                account: leg.account,
            };
            let outcome = set.decide(&row);
            if let Some(after) = after(edit, &before, &outcome, &names).await?
                && after != before
            {
                applied.changes.push((before, after));
            }
        }
    }
    Ok(applied)
}

async fn after(
    edit: &mut Edit,
    before: &Transaction,
    outcome: &RuleOutcome,
    names: &Names,
) -> Result<Option<Transaction>, ApiError> {
    if outcome.rules.is_empty() {
        return Ok(None);
    }
    let mut after = before.clone();
    if let (Some(decided), Some(place)) =
        (&outcome.counterpart, crate::bulk::only_category(before.postings(), names))
    {
        let mut postings = before.postings().to_vec();
        let (Counterpart::Category(account) | Counterpart::Transfer(account)) = decided.value;
        postings[place].account = account;
        after = after.with_postings(postings)?;
        after.sorting = Sorting::Rule { rule: decided.rule };
    }
    if let Some(payee) = &outcome.payee {
        after.payee = edit.payee(&payee.value).await?;
    }
    if let Some(note) = &outcome.note {
        note.value.clone_into(&mut after.note);
    }
    after.tags.extend(edit.tags(&outcome.tags).await?);
    after.tags.sort_unstable();
    after.tags.dedup();
    Ok(Some(after))
}
