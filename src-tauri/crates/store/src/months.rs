//! How many transactions each month has, and how many of them wait for a statement.

use crate::{Reader, StoreError};
use ledger::{Day, Month};
use std::collections::BTreeMap;

/// A month that has transactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCount {
    /// The month.
    pub month: Month,
    /// How many transactions it has.
    pub transactions: i64,
    /// How many of those have a leg in an asset or a liability that no statement has agreed yet.
    pub unreconciled: i64,
}

impl Reader {
    /// Every month that has transactions, oldest first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn month_counts(&mut self) -> Result<Vec<MonthCount>, StoreError> {
        let counts: Vec<(i64, i64)> =
            sqlx::query_as("SELECT month, transactions FROM month_count WHERE transactions > 0")
                .fetch_all(self.connection())
                .await?;
        // By day, so that the database counts and only the days are folded into months here.
        let days: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT txn_id >> 32, count(DISTINCT txn_id)
             FROM account AS a CROSS JOIN posting AS p INDEXED BY posting_by_account ON p.account_id = a.id
             WHERE a.kind NOT IN ('income', 'expense', 'equity', 'opening', 'conversion') AND p.status < 2
             GROUP BY 1",
        )
        .fetch_all(self.connection())
        .await?;
        let mut waiting: BTreeMap<i64, i64> = BTreeMap::new();
        for (day, count) in days {
            let Some(day) = Day::from_number(day) else { continue };
            *waiting.entry(Month::of(day).number().into()).or_default() += count;
        }
        let mut months: Vec<MonthCount> = counts
            .into_iter()
            .filter_map(|(number, transactions)| {
                let unreconciled = waiting.get(&number).copied().unwrap_or_default();
                Month::from_number(number).map(|month| MonthCount { month, transactions, unreconciled })
            })
            .collect();
        months.sort_by_key(|count| count.month.number());
        Ok(months)
    }
}
