//! What explains what a category got in a month: its largest postings, and its payees.

use crate::split::join;
use crate::table::corrupt;
use crate::transactions::transaction_id;
use crate::{Reader, StoreError};
use ledger::{AccountId, Amount, CommodityId, Month, PayeeFlow, PayeeId, TransactionId};

/// A row of `month_payee`, summed over months: account, payee, commodity, the two parts of a quantity, postings.
type StoredFlow = (i64, i64, i64, i64, i64, i64);

impl Reader {
    /// The largest amounts that an account got in a month, at most `most` in each commodity.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn largest_postings(
        &mut self,
        account: AccountId,
        month: Month,
        most: u32,
    ) -> Result<Vec<(TransactionId, Amount)>, StoreError> {
        let rows: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT txn_id, commodity_id, high, low FROM (
                SELECT txn_id, commodity_id, high, low,
                    row_number() OVER (PARTITION BY commodity_id ORDER BY high DESC, low DESC, txn_id) AS place
                FROM posting INDEXED BY posting_by_account WHERE account_id = ? AND txn_id BETWEEN ? AND ?
             ) WHERE place <= ?",
        )
        .bind(account.0)
        .bind(TransactionId::first_on(month.first()).number())
        .bind(TransactionId::last_on(month.last()).number())
        .bind(most)
        .fetch_all(self.connection())
        .await?;
        rows.into_iter()
            .map(|(id, commodity, high, low)| {
                Ok((transaction_id(id)?, Amount::new(join(high, low)?, CommodityId(commodity))))
            })
            .collect()
    }

    /// What every payee brought to or took from some categories in whole months, both ends included.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn category_payees(
        &mut self,
        categories: &[AccountId],
        (first, last): (Month, Month),
    ) -> Result<Vec<PayeeFlow>, StoreError> {
        // Each month of each category is found by itself: the payees of all others are not looked through. One row: each
        // costs a handover between two threads.
        let rows: String = sqlx::query_scalar(
            "SELECT json_group_array(json_array(account_id, payee_id, commodity_id, high, low, postings)) FROM (
                SELECT p.account_id, p.payee_id, p.commodity_id, sum(p.high) AS high, sum(p.low) AS low,
                    sum(p.postings) AS postings
                FROM json_each(?) AS month CROSS JOIN json_each(?) AS category CROSS JOIN month_payee AS p
                    ON p.month = month.value AND p.account_id = category.value
                GROUP BY 1, 2, 3
             )",
        )
        .bind(serde_json::json!((first.number()..=last.number()).collect::<Vec<_>>()).to_string())
        .bind(serde_json::json!(categories).to_string())
        .fetch_one(self.connection())
        .await?;
        let rows: Vec<StoredFlow> = serde_json::from_str(&rows).map_err(corrupt)?;
        rows.into_iter()
            .map(|(account, payee, commodity, high, low, postings)| {
                Ok(PayeeFlow {
                    account: AccountId(account),
                    payee: Some(PayeeId(payee)).filter(|payee| payee.0 != 0),
                    commodity: CommodityId(commodity),
                    quantity: join(high, low)?,
                    postings,
                })
            })
            .collect()
    }
}
