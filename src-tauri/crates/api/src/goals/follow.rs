//! Goals and floors follow accounts that go.

use crate::ApiError;
use crate::edit::Edit;
use ledger::AccountId;
use planning::{Aim, Floor, Fund, Goal};
use store::Delta;

/// Moves goals and floors from an account that goes to the one that takes its postings, or takes them away with it.
pub(crate) async fn follow_account(
    edit: &mut Edit,
    from: AccountId,
    into: Option<AccountId>,
) -> Result<(), ApiError> {
    let floors = edit.books().floors().await?;
    for floor in floors.iter().filter(|floor| floor.account == from).copied() {
        edit.change(Delta::removed(floor));
        let moved = into.map(|account| Floor { account, ..floor });
        let taken = |moved: &Floor| {
            let same = |other: &Floor| (other.account, other.commodity) == (moved.account, moved.commodity);
            floors.iter().any(same)
        };
        if let Some(moved) = moved.filter(|moved| !taken(moved)) {
            edit.change(Delta::added(moved));
        }
    }
    for before in edit.books().goals().await? {
        let after = Goal { aim: followed(&before.aim, from, into), ..before.clone() };
        if after != before {
            edit.change(Delta::replaced(before, after));
        }
    }
    Ok(())
}

fn followed(aim: &Aim, from: AccountId, into: Option<AccountId>) -> Aim {
    let mut aim = aim.clone();
    match &mut aim {
        Aim::Savings { funds, .. } => {
            let is_from = |fund: &Fund| match fund {
                Fund::Account { account, .. } => *account == from,
                Fund::Envelope { category, .. } => *category == from,
            };
            match into {
                None => funds.retain(|fund| !is_from(fund)),
                Some(into) => {
                    for fund in funds.iter_mut().filter(|fund| is_from(fund)) {
                        match fund {
                            Fund::Account { account, .. } => *account = into,
                            Fund::Envelope { category, .. } => *category = into,
                        }
                    }
                    // What two funds held, one holds now.
                    let mut seen = Vec::new();
                    funds.retain(|fund| {
                        let new = !seen.contains(fund);
                        seen.push(*fund);
                        new
                    });
                }
            }
        }
        Aim::Debt { debts, .. } => {
            let both = into.is_some_and(|into| debts.iter().any(|terms| terms.account == into));
            match into.filter(|_| !both) {
                None => debts.retain(|terms| terms.account != from),
                Some(into) => {
                    debts
                        .iter_mut()
                        .filter(|terms| terms.account == from)
                        .for_each(|terms| terms.account = into);
                }
            }
        }
    }
    aim
}
