//! What each account holds over time.

use crate::sheet::Sheets;
use crate::{Books, Movements, Plan, ReportError};
use ledger::{AccountId, CommodityId, Day, Quantity};
use std::collections::BTreeMap;

/// What one account, without those below it, holds of one commodity at the end of each column of a report. What is owed
/// is negative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The asset or liability.
    pub account: AccountId,
    /// Of what.
    pub commodity: CommodityId,
    /// How much.
    pub held: Vec<Quantity>,
    /// The same in the base, each at the rate of its column's last day; `None` where there is no rate.
    pub values: Vec<Option<Quantity>>,
}

impl Plan {
    /// What assets and liabilities hold at the end of each column, in order of account: the figures that net worth is
    /// the sum of. Of use for reports that read the books from their beginning.
    ///
    /// # Errors
    /// As [`Plan::report`].
    pub fn holdings(&self, books: &Books<'_>, movements: &Movements) -> Result<Vec<Holding>, ReportError> {
        movements.check(self)?;
        let ends: Vec<Day> = self.main.columns.iter().map(|column| column.to()).collect();
        let mut changes: BTreeMap<(AccountId, CommodityId), Vec<Quantity>> = BTreeMap::new();
        for (day, flow) in self.flows(&self.main, movements) {
            let account = books.accounts.get(flow.account);
            if !account.is_some_and(|account| account.account_type().is_holding()) {
                continue;
            }
            let changes = changes.entry((flow.account, flow.commodity));
            let changes = changes.or_insert_with(|| vec![Quantity::ZERO; ends.len()]);
            if let Some(change) = changes.get_mut(ends.partition_point(|end| *end < day)) {
                *change = change.plus(flow.quantity)?;
            }
        }
        let mut sheets = Sheets::new(books, self, 0)?;
        changes
            .into_iter()
            .map(|((account, commodity), mut held)| {
                let mut values = Vec::with_capacity(held.len());
                let mut so_far = Quantity::ZERO;
                for (change, end) in held.iter_mut().zip(&ends) {
                    so_far = so_far.plus(*change)?;
                    *change = so_far;
                    let nothing = so_far.is_zero().then_some(Quantity::ZERO);
                    values.push(match nothing {
                        None => sheets.value(so_far, commodity, *end)?,
                        nothing => nothing,
                    });
                }
                Ok(Holding { account, commodity, held, values })
            })
            .collect()
    }
}
