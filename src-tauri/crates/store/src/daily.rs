//! What moved day by day in a bounded time: what forecasts learn from.

use crate::split::join_units;
use crate::table::corrupt;
use crate::{Reader, StoreError};
use ledger::{AccountId, AccountKind, CommodityId, Day, PayeeId, TransactionId};
use planning::Movement;

/// What an account gained of a commodity on each day on which anything moved, in smallest units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyFlows {
    /// The account.
    pub account: AccountId,
    /// Of what.
    pub commodity: CommodityId,
    /// In order of day.
    pub days: Vec<(Day, i128)>,
}

impl Reader {
    /// What every account of these kinds gained on each day from one day to another, without what it held when its books
    /// began.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn daily_flows(
        &mut self,
        kinds: &[AccountKind],
        from: Day,
        to: Day,
    ) -> Result<Vec<DailyFlows>, StoreError> {
        // The days of an account come as one row: each row costs a handover between two threads.
        let rows: Vec<(i64, i64, String)> = sqlx::query_as(
            "SELECT account_id, commodity_id, json_group_array(json_array(day, high, low)) FROM (
                SELECT p.account_id, p.commodity_id, p.txn_id >> 32 AS day, sum(p.high) AS high, sum(p.low) AS low
                FROM account AS a CROSS JOIN posting AS p INDEXED BY posting_by_account ON p.account_id = a.id
                WHERE a.kind IN (SELECT value FROM json_each(?1)) AND p.txn_id BETWEEN ?2 AND ?3
                  AND p.txn_id NOT IN (
                    SELECT o.txn_id
                    FROM account AS b CROSS JOIN posting AS o INDEXED BY posting_by_account ON o.account_id = b.id
                    WHERE b.kind = 'opening' AND o.txn_id BETWEEN ?2 AND ?3
                  )
                GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
             ) GROUP BY 1, 2",
        )
        .bind(codes(kinds))
        .bind(TransactionId::first_on(from).number())
        .bind(TransactionId::last_on(to).number())
        .fetch_all(self.connection())
        .await?;
        let mut flows = Vec::with_capacity(rows.len());
        for (account, commodity, days) in rows {
            let days: Vec<(i64, i64, i64)> = serde_json::from_str(&days).map_err(corrupt)?;
            let day = |(day, high, low): (i64, i64, i64)| {
                let known = Day::from_number(day).ok_or_else(|| corrupt(format!("postings on day {day}")))?;
                Ok::<_, StoreError>((known, join_units(high, low)))
            };
            let days = days.into_iter().map(day).collect::<Result<_, _>>()?;
            flows.push(DailyFlows { account: AccountId(account), commodity: CommodityId(commodity), days });
        }
        Ok(flows)
    }

    /// The money that came to or left accounts of these kinds for one purpose, in order of day: transactions with a payee
    /// that have one such account, and a category or a loan. The purpose is where most of it went.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn regular_movements(
        &mut self,
        kinds: &[AccountKind],
        from: Day,
        to: Day,
    ) -> Result<Vec<Movement>, StoreError> {
        let rows: String = sqlx::query_scalar(
            "SELECT json_group_array(json_array(id, payee, account, commodity, high, low, purpose)) FROM (
                SELECT own.id, own.payee, own.account, own.commodity, own.high, own.low,
                    (SELECT q.account_id FROM posting AS q JOIN account AS b ON b.id = q.account_id
                     WHERE q.txn_id = own.id AND b.kind IN ('income', 'expense', 'loan')
                     ORDER BY abs(q.high) DESC, abs(q.low) DESC LIMIT 1) AS purpose
                FROM (
                    SELECT t.id, t.payee_id AS payee, p.account_id AS account, p.commodity_id AS commodity,
                        p.high, p.low, count(*) AS own
                    FROM txn AS t CROSS JOIN posting AS p ON p.txn_id = t.id CROSS JOIN account AS a ON a.id = p.account_id
                    WHERE t.id BETWEEN ? AND ? AND t.payee_id IS NOT NULL
                      AND a.kind IN (SELECT value FROM json_each(?))
                    GROUP BY t.id
                ) AS own WHERE own.own = 1 ORDER BY own.id
             ) WHERE purpose IS NOT NULL",
        )
        .bind(TransactionId::first_on(from).number())
        .bind(TransactionId::last_on(to).number())
        .bind(codes(kinds))
        .fetch_one(self.connection())
        .await?;
        let rows: Vec<(i64, i64, i64, i64, i64, i64, i64)> = serde_json::from_str(&rows).map_err(corrupt)?;
        let movement =
            |(id, payee, account, commodity, high, low, purpose): (i64, i64, i64, i64, i64, i64, i64)| {
                let day =
                    TransactionId::from_number(id).ok_or_else(|| corrupt(format!("transaction {id}")))?.day();
                Ok(Movement {
                    day,
                    payee: PayeeId(payee),
                    purpose: AccountId(purpose),
                    account: AccountId(account),
                    commodity: CommodityId(commodity),
                    units: join_units(high, low),
                })
            };
        rows.into_iter().map(movement).collect()
    }
}

fn codes(kinds: &[AccountKind]) -> String {
    serde_json::json!(kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>()).to_string()
}
