//! What wants a person's look.

use crate::accounts::to_id;
use crate::starter::Unsorted;
use crate::{ApiError, Id, Money};
use ledger::Amount;
use serde::Serialize;
use specta::Type;
use std::collections::HashSet;
use store::Reader;

/// Something that wants a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum LookView {
    /// Transactions that nobody has sorted.
    Unsorted {
        /// How many.
        count: u32,
    },
    /// Categories that were proposed and wait to be confirmed.
    Proposed {
        /// How many.
        count: u32,
    },
    /// A statement's balance is not ours.
    Statement {
        /// The account.
        account: Id,
        /// Its name.
        name: String,
        /// The statement's day.
        date: String,
        /// Stated less held.
        difference: Money,
    },
    /// A commodity without a rate.
    Rate {
        /// Its code.
        commodity: String,
        /// A rate on or before this day is needed.
        date: String,
    },
}

/// Statement differences that are listed.
const STATEMENTS: usize = 5;

/// What wants a look in the books as they are now; missing rates depend on what is shown.
pub(crate) async fn look(reader: &mut Reader) -> Result<Vec<LookView>, ApiError> {
    let names = reader.names().await?;
    let unsorted = Unsorted::read(reader, &names).await?;
    let small = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let mut look = Vec::new();
    let balances = reader.balances(None).await?;
    let waiting = balances.iter().filter(|balance| unsorted.holds(balance.account));
    let waiting: i64 = waiting.map(|balance| balance.postings).sum();
    if waiting > 0 {
        look.push(LookView::Unsorted { count: small(waiting) });
    }
    let proposed = reader.proposed_count().await?;
    if proposed > 0 {
        look.push(LookView::Proposed { count: small(proposed) });
    }
    // Of each account, the newest statement says whether the books still agree with the bank.
    let (mut seen, mut differing) = (HashSet::new(), 0);
    for statement in reader.statements(None).await?.into_iter().rev() {
        let commodity = statement.balance.commodity;
        if differing == STATEMENTS || !seen.insert((statement.account, commodity)) {
            continue;
        }
        let held = reader.account_balance(statement.account, commodity, statement.day).await?;
        let difference = statement.balance.quantity.plus(held.negated())?;
        if difference.is_zero() {
            continue;
        }
        differing += 1;
        let name = names.accounts.get(statement.account).map(|account| account.name.clone());
        look.push(LookView::Statement {
            account: to_id(statement.account.0)?,
            name: name.unwrap_or_default(),
            date: statement.day.to_string(),
            difference: Money::of(Amount::new(difference, commodity), &names),
        });
    }
    Ok(look)
}
