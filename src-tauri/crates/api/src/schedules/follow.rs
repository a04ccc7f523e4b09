//! What comes again follows what becomes of its transactions, accounts, payees and tags.

use crate::ApiError;
use crate::edit::Edit;
use ledger::{AccountId, PayeeId, TagId, Transaction, TransactionId};
use planning::{BillDecision, Exception, Part, Schedule, Standing};
use std::collections::HashMap;
use store::{Change, Delta};

/// Adds to an action what its transactions mean for the occurrences that they are: one that moves takes its occurrence
/// along, one that goes away leaves it skipped, so that it is not posted again.
pub(crate) async fn follow_transactions(edit: &mut Edit) -> Result<(), ApiError> {
    let touches = |change: &Change| matches!(change, Change::Transaction(Delta { before: Some(_), .. }));
    if !edit.changes.iter().any(touches) || !edit.books().has_schedules().await?.0 {
        return Ok(());
    }
    let mut touched: HashMap<TransactionId, Option<Transaction>> = HashMap::new();
    for change in &edit.changes {
        if let Change::Transaction(Delta { before: Some(before), after }) = change {
            touched.insert(before.id, after.clone());
        }
    }
    let said: Vec<(planning::ScheduleId, ledger::Day)> = edit.changes.iter().filter_map(said_of).collect();
    let ids: Vec<TransactionId> = touched.keys().copied().collect();
    let mut exceptions = Vec::new();
    for chunk in ids.chunks(10_000) {
        exceptions.extend(edit.books().exceptions_of(chunk).await?);
    }
    exceptions.sort_by_key(|exception| (exception.schedule, exception.nominal));
    for before in exceptions {
        // The action says itself what becomes of it.
        if said.contains(&(before.schedule, before.nominal)) {
            continue;
        }
        let Some(old) = before.standing.transaction() else { continue };
        let schedule = edit.books().schedule(before.schedule).await?;
        let after = match touched.get(&old).and_then(Option::as_ref) {
            None => Exception { standing: Standing::Skipped, quantity: None, ..before },
            Some(new) => {
                let standing = before.standing.with_transaction(new.id);
                let paid = schedule.and_then(|schedule| paid(&schedule, new));
                Exception { standing, quantity: paid.or(before.quantity), ..before }
            }
        };
        if after != before {
            edit.change(Delta::replaced(before, after));
        }
    }
    Ok(())
}

fn said_of(change: &Change) -> Option<(planning::ScheduleId, ledger::Day)> {
    match change {
        Change::Exception(delta) => {
            let exception = delta.before.as_ref().or(delta.after.as_ref())?;
            Some((exception.schedule, exception.nominal))
        }
        _ => None,
    }
}

/// What a transaction changed in the account of its schedule, in the schedule's commodity.
pub(crate) fn paid(schedule: &Schedule, transaction: &Transaction) -> Option<ledger::Quantity> {
    let leg = transaction
        .postings()
        .iter()
        .find(|leg| leg.account == schedule.account && leg.amount.commodity == schedule.commodity);
    leg.map(|leg| leg.amount.quantity)
}

/// Puts one account in place of another in everything that comes again.
pub(crate) async fn follow_account(
    edit: &mut Edit,
    from: AccountId,
    into: AccountId,
) -> Result<(), ApiError> {
    let moved = |account: AccountId| if account == from { into } else { account };
    for before in edit.books().schedules().await? {
        let part = |part: &Part| Part { account: moved(part.account), ..*part };
        let parts: Vec<Part> = before.parts.iter().map(part).collect();
        let after = Schedule { account: moved(before.account), parts, ..before.clone() };
        if after != before {
            edit.change(Delta::replaced(before, after));
        }
    }
    for before in edit.books().bill_decisions().await? {
        if before.purpose == from {
            let after = BillDecision { purpose: into, ..before.clone() };
            edit.change(Delta::replaced(before, after));
        }
    }
    Ok(())
}

/// Puts one payee in place of another in everything that comes again.
pub(crate) async fn follow_payee(edit: &mut Edit, from: PayeeId, into: PayeeId) -> Result<(), ApiError> {
    for before in edit.books().schedules().await? {
        if before.payee == Some(from) {
            let after = Schedule { payee: Some(into), ..before.clone() };
            edit.change(Delta::replaced(before, after));
        }
    }
    for before in edit.books().bill_decisions().await? {
        if before.payee == from {
            let after = BillDecision { payee: into, ..before.clone() };
            edit.change(Delta::replaced(before, after));
        }
    }
    Ok(())
}

/// Puts one tag in place of another in everything that comes again, or takes it off.
pub(crate) async fn follow_tag(edit: &mut Edit, from: TagId, into: Option<TagId>) -> Result<(), ApiError> {
    for before in edit.books().schedules().await? {
        if before.tags.contains(&from) {
            let mut after = before.clone();
            after.tags.retain(|tag| *tag != from);
            after.tags.extend(into);
            after.tags.sort_unstable();
            after.tags.dedup();
            edit.change(Delta::replaced(before, after));
        }
    }
    Ok(())
}
