//! What a budget plans beyond what the past tells.

use super::source::ForecastSource;
use crate::ApiError;
use crate::budget::BudgetBook;
use ledger::{AccountType, Day};
use planning::{PeriodState, Place, Source, Spread};
use std::collections::HashMap;
use store::Reader;

/// Periods ahead for which a plan is looked at.
const PERIODS: i32 = 24;

impl ForecastSource {
    /// Where a budget in the ledger's currency has a plan for a period, as much is spent as it plans: the difference to what
    /// the past and what is known tell comes or goes day by day, in the account that most is spent from.
    pub(super) async fn add_budget(&mut self, reader: &mut Reader, to: Day) -> Result<(), ApiError> {
        let budgets = reader.budgets().await?;
        let budget = budgets.into_iter().find(|budget| !budget.archived && budget.commodity == self.base);
        let own =
            self.lines.iter().enumerate().filter(|(_, line)| line.commodity == self.base && line.spent < 0);
        let purse = own.min_by_key(|(_, line)| line.spent).map(|(place, _)| place);
        let (Some(budget), Some(purse)) = (budget, purse) else { return Ok(()) };
        let current = budget.period_of(self.today);
        let last = budget.period_of(to).min(current + PERIODS);
        let cadence = budget.cadence;
        let book = BudgetBook::read(reader, budget, self.names.clone(), last).await?;
        let places = book.budget.places(&self.names.accounts);
        for period in current..=last {
            let Some(planned) = planned(&book.state(period), &places, period == current) else { continue };
            let from = cadence.first(period).max(self.today.offset(1));
            let until = cadence.last(period);
            if until < from {
                continue;
            }
            let units = self.expected_spending(from, until) - planned;
            self.lines[purse].spread.push(Spread { from, to: until, units });
        }
        Ok(())
    }

    /// What the past and what is known tell will be spent from one day to another, above zero.
    fn expected_spending(&self, from: Day, to: Day) -> i128 {
        let days = i128::from(to.number() - from.number() + 1);
        let is_expense = |account| {
            self.names.accounts.get(account).is_some_and(|found| found.account_type() == AccountType::Expense)
        };
        let lines = self.lines.iter().map(|line| {
            let past = i128::try_from(line.past.len()).unwrap_or(i128::MAX).max(1);
            let known = line.known.iter().filter(|known| known.units < 0 && (from..=to).contains(&known.day));
            let known = known.filter(|known| match known.source {
                Source::Regular { purpose, .. } => is_expense(purpose),
                Source::Schedule { id } => self.spends.contains(&id),
                Source::Entered | Source::Scenario => false,
            });
            let units = line.spent * days / past + known.map(|known| known.units).sum::<i128>();
            self.worth(line.commodity, -units, &[]).unwrap_or_default()
        });
        lines.sum()
    }
}

/// What a period still plans to spend; `None` where nothing was assigned in it.
fn planned(state: &PeriodState, places: &HashMap<ledger::AccountId, Place>, current: bool) -> Option<i128> {
    let envelopes =
        state.envelopes.iter().filter(|(account, _)| places.get(account) == Some(&Place::Envelope));
    let envelopes: Vec<_> = envelopes.map(|(_, envelope)| envelope).collect();
    if envelopes.iter().all(|envelope| envelope.assigned == 0) {
        return None;
    }
    let left = envelopes.iter().map(|one| if current { one.available.max(0) } else { one.assigned.max(0) });
    Some(left.sum())
}
