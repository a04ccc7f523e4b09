//! What was paid to whom, for finding what is paid again and again.

use crate::split::join;
use crate::table::corrupt;
use crate::transactions::transaction_id;
use crate::{Reader, StoreError};
use ledger::{AccountId, Amount, CommodityId, Day, Month, PayeeId, TransactionId};

/// A leg of a payment to a payee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentLeg {
    /// Its transaction.
    pub transaction: TransactionId,
    /// Who was paid.
    pub payee: PayeeId,
    /// The account that it changes.
    pub account: AccountId,
    /// By how much.
    pub amount: Amount,
}

/// A payee who is met more often in a month than this in one category is a shop, not a bill.
const OFTEN: i64 = 12;

impl Reader {
    /// The payees who may send bills: met at least twice since a day in one category or in one of `loans`, and not so often
    /// that they are a shop. It is answered from the sums of months.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn possible_billers(
        &mut self,
        since: Day,
        loans: &[AccountId],
    ) -> Result<Vec<PayeeId>, StoreError> {
        let mut billers: Vec<i64> = sqlx::query_scalar(
            "SELECT DISTINCT payee_id FROM (
                SELECT payee_id FROM month_payee WHERE month >= ? AND payee_id > 0
                GROUP BY payee_id, account_id, commodity_id
                HAVING sum(postings) >= 2 AND sum(postings) <= ? * count(*)
             )",
        )
        .bind(i64::from(Month::of(since).number()))
        .bind(OFTEN)
        .fetch_all(self.connection())
        .await?;
        let lenders: Vec<i64> = sqlx::query_scalar(
            "SELECT DISTINCT t.payee_id FROM posting AS p INDEXED BY posting_by_account JOIN txn AS t ON t.id = p.txn_id
             WHERE p.account_id IN (SELECT value FROM json_each(?)) AND p.txn_id >= ? AND t.payee_id IS NOT NULL",
        )
        .bind(serde_json::json!(loans).to_string())
        .bind(TransactionId::first_on(since).number())
        .fetch_all(self.connection())
        .await?;
        billers.extend(lenders);
        billers.sort_unstable();
        billers.dedup();
        Ok(billers.into_iter().map(PayeeId).collect())
    }

    /// Every leg of the transactions with these payees since a day, in order of transaction.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn payments_to(
        &mut self,
        payees: &[PayeeId],
        since: Day,
    ) -> Result<Vec<PaymentLeg>, StoreError> {
        // Each payee's transactions come from the index of payees, and as one row: each row costs a handover between two
        // threads.
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT wanted.value, json_group_array(json_array(t.id, p.account_id, p.commodity_id, p.high, p.low))
             FROM json_each(?) AS wanted
             JOIN txn AS t INDEXED BY txn_by_payee ON t.payee_id = wanted.value AND t.id >= ?
             JOIN posting AS p ON p.txn_id = t.id
             GROUP BY wanted.value",
        )
        .bind(serde_json::json!(payees).to_string())
        .bind(TransactionId::first_on(since).number())
        .fetch_all(self.connection())
        .await?;
        let mut found = Vec::new();
        for (payee, legs) in rows {
            let legs: Vec<(i64, i64, i64, i64, i64)> = serde_json::from_str(&legs).map_err(corrupt)?;
            for (id, account, commodity, high, low) in legs {
                found.push(PaymentLeg {
                    transaction: transaction_id(id)?,
                    payee: PayeeId(payee),
                    account: AccountId(account),
                    amount: Amount::new(join(high, low)?, CommodityId(commodity)),
                });
            }
        }
        found.sort_by_key(|leg| leg.transaction);
        Ok(found)
    }
}
