//! What assets and liabilities gained day by day, kept up to date as months are: what forecasts learn from.

use crate::split::{join_units, split_units};
use crate::table::corrupt;
use crate::{Reader, StoreError, Writer};
use ledger::{AccountId, AccountKind, CommodityId, Day, TransactionId};
use std::collections::BTreeMap;

/// What an account gained of a commodity on each day on which anything moved, in smallest units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyFlows {
    /// The account.
    pub account: AccountId,
    /// Of what.
    pub commodity: CommodityId,
    /// In order of day.
    pub days: Vec<(Day, i128)>,
    /// What was spent from it in all these days, negative as what leaves (see [`planning::Spent`]).
    pub spent: i128,
}

/// What accounts gained on days, by account, commodity and day.
pub(crate) type Days = BTreeMap<(i64, i64, Day), Gained>;

/// What an account gained on a day.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Gained {
    pub units: i128,
    /// What was spent from it (see [`planning::Spent`]).
    pub spent: i128,
    pub postings: i64,
}

const ROWS_A_STATEMENT: usize = 2000;

/// A day, and the two parts of a quantity.
type StoredDay = (i64, i64, i64);

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
        let opened = self.opened(from, to).await?;
        // The days of an account come as one row: each row costs a handover between two threads.
        let rows: Vec<(i64, i64, String, i64, i64)> = sqlx::query_as(
            "SELECT d.account_id, d.commodity_id, json_group_array(json_array(d.day, d.high, d.low)),
                sum(d.spent_high), sum(d.spent_low)
             FROM account AS a CROSS JOIN day_flow AS d ON d.account_id = a.id
             WHERE a.kind IN (SELECT value FROM json_each(?)) AND d.day BETWEEN ? AND ?
             GROUP BY d.account_id, d.commodity_id",
        )
        .bind(codes(kinds))
        .bind(from.number())
        .bind(to.number())
        .fetch_all(self.connection())
        .await?;
        let mut flows = Vec::with_capacity(rows.len());
        for (account, commodity, days, spent_high, spent_low) in rows {
            let days: Vec<StoredDay> = serde_json::from_str(&days).map_err(corrupt)?;
            let mut gained = Vec::with_capacity(days.len());
            for (day, high, low) in days {
                let opened = opened.get(&(account, commodity, day)).copied();
                let day = Day::from_number(day).ok_or_else(|| corrupt(format!("day {day}")))?;
                match join_units(high, low) - opened.unwrap_or_default() {
                    // Nothing but its opening.
                    0 if opened.is_some() => {}
                    units => gained.push((day, units)),
                }
            }
            if !gained.is_empty() {
                let spent = join_units(spent_high, spent_low);
                let (account, commodity) = (AccountId(account), CommodityId(commodity));
                flows.push(DailyFlows { account, commodity, days: gained, spent });
            }
        }
        Ok(flows)
    }

    /// What accounts got on the days on which their books began, by account, commodity and day.
    async fn opened(&mut self, from: Day, to: Day) -> Result<BTreeMap<(i64, i64, i64), i128>, StoreError> {
        let rows: Vec<(i64, i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT p.account_id, p.commodity_id, p.txn_id >> 32, sum(p.high), sum(p.low)
             FROM posting AS p WHERE p.txn_id IN (
                SELECT o.txn_id
                FROM account AS a CROSS JOIN posting AS o INDEXED BY posting_by_account ON o.account_id = a.id
                WHERE a.kind = 'opening' AND o.txn_id BETWEEN ? AND ?
             ) GROUP BY 1, 2, 3",
        )
        .bind(TransactionId::first_on(from).number())
        .bind(TransactionId::last_on(to).number())
        .fetch_all(self.connection())
        .await?;
        let by_day =
            |(account, commodity, day, high, low)| ((account, commodity, day), join_units(high, low));
        Ok(rows.into_iter().map(by_day).collect())
    }
}

impl Writer {
    /// Adds what accounts gained to the days.
    pub(crate) async fn add_days(&mut self, days: Days) -> Result<(), StoreError> {
        let rows = days.into_iter().filter(|(_, gained)| *gained != Gained::default());
        let rows: Vec<_> = rows
            .map(|((account, commodity, day), gained)| {
                let ((high, low), (spent_high, spent_low)) =
                    (split_units(gained.units), split_units(gained.spent));
                (account, commodity, day.number(), high, low, spent_high, spent_low, gained.postings)
            })
            .collect();
        for chunk in rows.chunks(ROWS_A_STATEMENT) {
            sqlx::query(
                "INSERT INTO day_flow (account_id, commodity_id, day, high, low, spent_high, spent_low, postings)
                 SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
                    value ->> 7
                 FROM json_each(?) WHERE TRUE
                 ON CONFLICT DO UPDATE SET high = high + excluded.high, low = low + excluded.low,
                    spent_high = spent_high + excluded.spent_high, spent_low = spent_low + excluded.spent_low,
                    postings = postings + excluded.postings",
            )
            .bind(serde_json::to_string(chunk).map_err(corrupt)?)
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }
}

fn codes(kinds: &[AccountKind]) -> String {
    serde_json::json!(kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>()).to_string()
}
