//! One page of a register, wherever it starts, at the cost of the page and one month.

use crate::split::{join, join_units, split_units};
use crate::transactions::{read_status, transaction_id};
use crate::{Reader, StoreError};
use ledger::{AccountId, Amount, CommodityId, Day, Month, Quantity, Status, TransactionId};
use sqlx::Row;
use std::collections::{BTreeMap, HashMap};

/// A posting in the register of its account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingRow {
    /// Its transaction.
    pub transaction: TransactionId,
    /// Its place among the transaction's postings.
    pub ordinal: i64,
    /// Its amount.
    pub amount: Amount,
    /// How sure we are of it.
    pub status: Status,
    /// What the account holds of that commodity after it.
    pub balance: Amount,
}

/// A page of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterPage {
    /// How many rows the whole register has.
    pub total: u64,
    /// The rows of the page, newest first.
    pub rows: Vec<PostingRow>,
}

impl Reader {
    /// `count` postings of an account, newest first, after skipping the `skip` newest.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn register(
        &mut self,
        account: AccountId,
        skip: u64,
        count: u32,
    ) -> Result<RegisterPage, StoreError> {
        let months: Vec<(i64, i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT month, commodity_id, high, low, postings FROM month_balance WHERE account_id = ? ORDER BY month DESC",
        )
        .bind(account.0)
        .fetch_all(self.connection())
        .await?;
        let total: i64 = months.iter().map(|(.., postings)| postings).sum();
        let total = u64::try_from(total).unwrap_or_default();
        let mut by_month: BTreeMap<i64, i64> = BTreeMap::new();
        for (month, .., postings) in &months {
            *by_month.entry(*month).or_default() += postings;
        }
        let Some((month, skip)) = start(by_month.into_iter().rev(), skip) else {
            return Ok(RegisterPage { total, rows: Vec::new() });
        };
        // What the account held at the end of that month.
        let mut balances: HashMap<i64, i128> = HashMap::new();
        for (_, commodity, high, low, _) in months.iter().filter(|row| row.0 <= i64::from(month.number())) {
            *balances.entry(*commodity).or_default() += join_units(*high, *low);
        }
        let last = TransactionId::last_on(month.last());
        let rows = self.register_rows(account, last, skip, count, balances).await?;
        Ok(RegisterPage { total, rows })
    }

    /// How many postings of an account are later than a day: the place in its register where that day begins.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn postings_after(&mut self, account: AccountId, day: Day) -> Result<u64, StoreError> {
        let month = Month::of(day);
        let later: i64 = sqlx::query_scalar(
            "SELECT coalesce(sum(postings), 0) FROM month_balance WHERE account_id = ? AND month > ?",
        )
        .bind(account.0)
        .bind(i64::from(month.number()))
        .fetch_one(self.connection())
        .await?;
        let in_month: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM posting INDEXED BY posting_by_account WHERE account_id = ? AND txn_id > ? AND txn_id <= ?",
        )
        .bind(account.0)
        .bind(TransactionId::last_on(day).number())
        .bind(TransactionId::last_on(month.last()).number())
        .fetch_one(self.connection())
        .await?;
        Ok(u64::try_from(later + in_month).unwrap_or_default())
    }

    async fn register_rows(
        &mut self,
        account: AccountId,
        last: TransactionId,
        skip: i64,
        count: u32,
        mut balances: HashMap<i64, i128>,
    ) -> Result<Vec<PostingRow>, StoreError> {
        let newer: Vec<(i64, i64, i64)> = sqlx::query_as(
            "SELECT commodity_id, sum(high), sum(low) FROM (
                SELECT commodity_id, high, low FROM posting INDEXED BY posting_by_account
                WHERE account_id = ? AND txn_id <= ?
                ORDER BY txn_id DESC, commodity_id DESC, ordinal DESC LIMIT ?
             ) GROUP BY commodity_id",
        )
        .bind(account.0)
        .bind(last.number())
        .bind(skip)
        .fetch_all(self.connection())
        .await?;
        for (commodity, high, low) in newer {
            *balances.entry(commodity).or_default() -= join_units(high, low);
        }
        let rows = sqlx::query(
            "SELECT txn_id, commodity_id, ordinal, high, low, status FROM posting INDEXED BY posting_by_account
             WHERE account_id = ? AND txn_id <= ?
             ORDER BY txn_id DESC, commodity_id DESC, ordinal DESC LIMIT ? OFFSET ?",
        )
        .bind(account.0)
        .bind(last.number())
        .bind(count)
        .bind(skip)
        .fetch_all(self.connection())
        .await?;
        let mut page = Vec::with_capacity(rows.len());
        for row in &rows {
            let commodity: i64 = row.try_get("commodity_id")?;
            let quantity = join(row.try_get("high")?, row.try_get("low")?)?;
            let running = balances.entry(commodity).or_default();
            let (high, low) = split_units(*running);
            *running -= quantity.units();
            page.push(PostingRow {
                transaction: transaction_id(row.try_get("txn_id")?)?,
                ordinal: row.try_get("ordinal")?,
                amount: Amount::new(quantity, CommodityId(commodity)),
                status: read_status(row.try_get("status")?)?,
                balance: Amount::new(join(high, low)?, CommodityId(commodity)),
            });
        }
        Ok(page)
    }

    /// How many transactions there are, and the ids of `count` of them, newest first, after skipping `skip`.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn recent(&mut self, skip: u64, count: u32) -> Result<(u64, Vec<TransactionId>), StoreError> {
        let months: Vec<(i64, i64)> =
            sqlx::query_as("SELECT month, transactions FROM month_count ORDER BY month DESC")
                .fetch_all(self.connection())
                .await?;
        let total: i64 = months.iter().map(|(_, count)| count).sum();
        let total = u64::try_from(total).unwrap_or_default();
        let Some((month, skip)) = start(months.into_iter(), skip) else { return Ok((total, Vec::new())) };
        let ids: Vec<i64> =
            sqlx::query_scalar("SELECT id FROM txn WHERE id <= ? ORDER BY id DESC LIMIT ? OFFSET ?")
                .bind(TransactionId::last_on(month.last()).number())
                .bind(count)
                .bind(skip)
                .fetch_all(self.connection())
                .await?;
        Ok((total, ids.into_iter().map(transaction_id).collect::<Result<_, _>>()?))
    }
}

/// What of an account no statement has agreed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreconciled {
    /// Sum of what statements have agreed.
    pub reconciled: Quantity,
    /// Sum of what is cleared and not yet agreed.
    pub cleared: Quantity,
    /// How many postings those are.
    pub cleared_count: i64,
    /// How many postings are pending.
    pub pending_count: i64,
    /// The newest transactions that are cleared or pending.
    pub newest: Vec<TransactionId>,
}

impl Reader {
    /// What of an account and commodity no statement has agreed up to a day, and the newest `limit` transactions of it.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn unreconciled(
        &mut self,
        account: AccountId,
        commodity: CommodityId,
        to: Day,
        limit: u32,
    ) -> Result<Unreconciled, StoreError> {
        let last = TransactionId::last_on(to).number();
        let sums: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT status, sum(high), sum(low), count(*) FROM posting INDEXED BY posting_by_account
             WHERE account_id = ? AND txn_id <= ? AND commodity_id = ? GROUP BY status",
        )
        .bind(account.0)
        .bind(last)
        .bind(commodity.0)
        .fetch_all(self.connection())
        .await?;
        let mut found = Unreconciled {
            reconciled: Quantity::ZERO,
            cleared: Quantity::ZERO,
            cleared_count: 0,
            pending_count: 0,
            newest: Vec::new(),
        };
        for (status, high, low, count) in sums {
            match read_status(status)? {
                Status::Reconciled => found.reconciled = join(high, low)?,
                Status::Cleared => (found.cleared, found.cleared_count) = (join(high, low)?, count),
                Status::Pending => found.pending_count = count,
            }
        }
        let newest: Vec<i64> = sqlx::query_scalar(
            "SELECT DISTINCT txn_id FROM posting INDEXED BY posting_by_account
             WHERE account_id = ? AND txn_id <= ? AND commodity_id = ? AND status < 2 ORDER BY txn_id DESC LIMIT ?",
        )
        .bind(account.0)
        .bind(last)
        .bind(commodity.0)
        .bind(limit)
        .fetch_all(self.connection())
        .await?;
        found.newest = newest.into_iter().map(transaction_id).collect::<Result<_, _>>()?;
        Ok(found)
    }
}

/// The month in which the row after `skip` rows stands, and how many of its rows are skipped.
fn start(newest_first: impl Iterator<Item = (i64, i64)>, skip: u64) -> Option<(Month, i64)> {
    let mut skip = i64::try_from(skip).unwrap_or(i64::MAX);
    for (month, rows) in newest_first {
        if skip < rows {
            return Some((Month::from_number(month)?, skip));
        }
        skip -= rows;
    }
    None
}
