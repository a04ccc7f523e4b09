//! What budgets know of an account when it goes.

use crate::edit::Edit;
use crate::{ApiError, ErrorCode};
use ledger::{AccountId, Quantity};
use planning::{Budget, Envelope, Move, Purse, Template};
use std::collections::BTreeSet;
use store::Delta;

/// Puts one account in place of another in every budget.
pub(crate) async fn follow_account(
    edit: &mut Edit,
    from: AccountId,
    into: AccountId,
) -> Result<(), ApiError> {
    let moved = |purse: Purse| if purse == Purse::Envelope(from) { Purse::Envelope(into) } else { purse };
    for before in edit.books().moves_of(from).await? {
        let after = Move { from: moved(before.from), to: moved(before.to), ..before.clone() };
        // Between the two of them it was no move at all.
        let after = Some(after).filter(|after| after.from != after.to);
        edit.change(Delta { before: Some(before), after });
    }
    replace(edit, from, Some(into)).await
}

/// Takes an account that goes out of every budget.
///
/// # Errors
/// [`ErrorCode::InUse`] where money was assigned to it.
pub(crate) async fn forget_account(edit: &mut Edit, account: AccountId) -> Result<(), ApiError> {
    if !edit.books().moves_of(account).await?.is_empty() {
        let name = edit.names.accounts.path(account);
        let message =
            format!("money was assigned to “{name}” in a budget; merge it into another, or close it");
        return Err(ApiError::new(ErrorCode::InUse, message).with("what", name));
    }
    replace(edit, account, None).await
}

/// Replaces what is not money: settings, lines of templates, accounts of budgets.
async fn replace(edit: &mut Edit, from: AccountId, into: Option<AccountId>) -> Result<(), ApiError> {
    let envelopes = edit.books().envelopes(None).await?;
    for before in envelopes.iter().filter(|known| known.account == from) {
        let budget = before.budget;
        let free = |into: &AccountId| {
            !envelopes.iter().any(|known| known.budget == budget && known.account == *into)
        };
        edit.change(Delta::removed(before.clone()));
        if let Some(account) = into.filter(free) {
            edit.change(Delta::added(Envelope { account, ..before.clone() }));
        }
    }
    for before in edit.books().budgets().await? {
        for template in edit.books().templates(before.id).await? {
            let after = Template { lines: lines(&template, from, into)?, ..template.clone() };
            if after != template {
                edit.change(Delta::replaced(template, after));
            }
        }
        let Some(accounts) = &before.accounts else { continue };
        let mut left: BTreeSet<AccountId> = accounts.iter().copied().collect();
        if left.remove(&from) {
            left.extend(into);
            let after = Budget { accounts: Some(left.into_iter().collect()), ..before.clone() };
            edit.change(Delta::replaced(before, after));
        }
    }
    Ok(())
}

fn lines(
    template: &Template,
    from: AccountId,
    into: Option<AccountId>,
) -> Result<Vec<(AccountId, Quantity)>, ApiError> {
    let mut lines: Vec<(AccountId, Quantity)> = Vec::with_capacity(template.lines.len());
    for (account, quantity) in &template.lines {
        let account = if *account == from { into } else { Some(*account) };
        let Some(account) = account else { continue };
        match lines.iter_mut().find(|line| line.0 == account) {
            Some(line) => line.1 = line.1.plus(*quantity)?,
            None => lines.push((account, *quantity)),
        }
    }
    Ok(lines)
}
