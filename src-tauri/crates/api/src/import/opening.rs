//! What an account held before the first row of a statement.

use super::open::PendingStatement;
use super::plan::Planner;
use crate::{ApiError, Money};
use exchange::{BalanceProof, StatedBalance, StatementDraft};
use ledger::{AccountId, AccountKind, Amount, Posting, Quantity, Status, Transaction, TransactionId};
use rust_decimal::Decimal;

impl Planner<'_> {
    /// Starts an empty account with the balance that the file states before its first row.
    pub(super) async fn opening(
        &mut self,
        statement: &PendingStatement,
        account: AccountId,
        code: &str,
    ) -> Result<Option<Money>, ApiError> {
        let (Some(stated), Some(first)) = (before_first(&statement.draft), statement.draft.drafts.first())
        else {
            return Ok(None);
        };
        let empty = self.edit.books().register(account, 0, 1).await?.total == 0
            && self.built.existing(account).next().is_none();
        if stated.amount.is_zero() || !empty {
            return Ok(None);
        }
        let commodity = self.edit.commodity(code).await?;
        let Ok(quantity) = Quantity::from_decimal(stated.amount, commodity.scale) else { return Ok(None) };
        let amount = Amount::new(quantity, commodity.id);
        if statement.opening {
            let day = stated.day.unwrap_or(first.day).min(first.day);
            let id = TransactionId::new(day, self.edit.serial().await?);
            let leg = Posting { status: Status::Cleared, ..Posting::new(account, amount) };
            let against = Posting::new(self.edit.special(AccountKind::Opening)?, amount.negated());
            self.built.push(Transaction::new(id, vec![leg, against])?);
        }
        Ok(Some(Money::of(amount, &self.edit.names)))
    }
}

/// The balance before the first row: the one that the file states, else the one from which its rows lead to the balances
/// that it states.
fn before_first(statement: &StatementDraft) -> Option<StatedBalance> {
    if statement.opening.is_some() {
        return statement.opening;
    }
    let first = statement.drafts.first()?;
    let single = statement.drafts.iter().all(|draft| draft.commodity == first.commodity);
    if !single || matches!(statement.proof, BalanceProof::Broken { .. }) {
        return None;
    }
    if let Some(balance) = first.balance {
        return Some(StatedBalance { day: None, amount: balance.checked_sub(first.amount)? });
    }
    // Without running balances nothing but all rows together leads to the closing one.
    let closing = statement.closing.filter(|_| statement.unreadable.is_empty())?;
    let booked = statement.drafts.iter().filter(|draft| !draft.pending);
    let sum = booked.into_iter().try_fold(Decimal::ZERO, |sum, draft| sum.checked_add(draft.amount))?;
    Some(StatedBalance { day: None, amount: closing.amount.checked_sub(sum)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use exchange::Draft;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn statement(amounts: &[(&str, Option<&str>)], closing: Option<&str>) -> StatementDraft {
        let day = "2026-01-05".parse().unwrap();
        let row = |(amount, balance): &(&str, Option<&str>)| Draft {
            balance: balance.map(decimal),
            ..Draft::new(1, day, decimal(amount), String::new())
        };
        StatementDraft {
            drafts: amounts.iter().map(row).collect(),
            closing: closing.map(|amount| StatedBalance { day: None, amount: decimal(amount) }),
            ..StatementDraft::default()
        }
    }

    #[test]
    fn what_was_there_before_the_first_row_follows_from_the_balances() {
        for (statement, expected) in [
            (statement(&[("-4.50", Some("95.50")), ("1", Some("96.50"))], None), Some("100.00")),
            (statement(&[("-4.50", None), ("1", None)], Some("96.50")), Some("100.00")),
            (statement(&[("-4.50", None)], None), None),
            (statement(&[], Some("10")), None),
        ] {
            let found = before_first(&statement).map(|stated| stated.amount);
            assert_eq!(found, expected.map(decimal));
        }
    }

    #[test]
    fn balances_that_contradict_the_rows_tell_nothing() {
        let mut broken = statement(&[("-4.50", Some("95.50"))], None);
        broken.proof = BalanceProof::Broken { line: 2 };
        assert_eq!(before_first(&broken), None);
    }
}
