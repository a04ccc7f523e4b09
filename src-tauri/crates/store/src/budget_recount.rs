//! The sums of one period of a budget, anew from the books.

use crate::budget_sums::{Known, Sums, Valuer};
use crate::split::join_units;
use crate::table::corrupt;
use crate::{Names, Reader, StoreError, Writer};
use ledger::{AccountId, CommodityId, Day, Month, Rates, TransactionId};
use planning::{Budget, Leg, PeriodNumber, flows};
use std::collections::{BTreeMap, BTreeSet};

/// Transaction, place, account, commodity, and the two parts of its units.
type StoredLeg = (i64, i64, i64, i64, i64, i64);

/// Sums up what the transactions of a period move in a budget.
///
/// Nearly all transactions have two legs in the budget's own commodity. What such a pair of accounts exchanged in all has
/// the same flows as each of the transactions, so that the database sums them up; the others are told one by one.
pub(crate) async fn recount(
    reader: &mut Reader,
    known: &Known,
    names: &Names,
    period: PeriodNumber,
    sums: &mut Sums,
) -> Result<(), StoreError> {
    let budget = &known.budget;
    let is_before = period < budget.first();
    let first = if is_before { Day::MIN } else { budget.cadence.first(period) };
    let last = if is_before { budget.since.offset(-1) } else { budget.cadence.last(period) };
    let span = (TransactionId::first_on(first).number(), TransactionId::last_on(last).number());
    let key = (budget.id.0, period);
    if !is_before {
        for (a, b, units, count) in reader.pairs(budget.commodity, span).await? {
            let leg = |account: AccountId, units| Leg { account, place: known.place(account), units };
            for flow in flows(&[leg(a, 1), leg(b, -1)]) {
                sums.flow(key, flow, units, count);
            }
        }
    }
    let singles = if is_before { BTreeMap::new() } else { reader.singles(budget.commodity, span).await? };
    let days: BTreeSet<Day> = singles.keys().map(|id| id.day()).collect();
    let rates = match days.is_empty() {
        true => Rates::default(),
        false => Rates::new(reader.prices_at(&days.into_iter().collect::<Vec<_>>()).await?),
    };
    let valuer = Valuer { names, rates: &rates, to: budget.commodity };
    for (id, legs) in singles {
        let mut worths = Vec::with_capacity(legs.len());
        for (account, commodity, units) in legs {
            let worth = valuer.worth(units, commodity, id.day())?;
            worths.push(Leg { account, place: known.place(account), units: worth });
            if commodity != budget.commodity && known.is_own(account) {
                sums.hold((key.0, key.1, account.0, commodity.0), (units, worth, 1), 1);
            }
        }
        for flow in flows(&worths) {
            sums.flow(key, flow, 1, 1);
        }
    }
    for (account, commodity, units, count) in reader.held(known, span).await? {
        if is_before {
            sums.hold((key.0, key.1, account.0, commodity.0), (units, 0, count), 1);
        } else if commodity == budget.commodity {
            sums.hold((key.0, key.1, account.0, commodity.0), (units, units, count), 1);
        }
    }
    Ok(())
}

impl Reader {
    /// What two accounts exchanged by transactions of those two legs alone in this commodity: the first account's units.
    async fn pairs(
        &mut self,
        commodity: CommodityId,
        (first, last): (i64, i64),
    ) -> Result<Vec<(AccountId, AccountId, i128, i64)>, StoreError> {
        let rows: String = sqlx::query_scalar(
            "SELECT json_group_array(json_array(a, b, high, low, count)) FROM (
                SELECT p.account_id AS a, q.account_id AS b, sum(p.high) AS high, sum(p.low) AS low, count(*) AS count
                FROM posting AS p
                JOIN posting AS q ON q.txn_id = p.txn_id AND q.commodity_id = p.commodity_id AND q.ordinal = 1
                WHERE p.txn_id BETWEEN ?1 AND ?2 AND p.commodity_id = ?3 AND p.ordinal = 0
                  AND (p.high <> 0 OR p.low <> 0)
                  AND NOT EXISTS (
                    SELECT 1 FROM posting AS r
                    WHERE r.txn_id = p.txn_id AND (r.commodity_id <> ?3 OR r.ordinal > 1)
                  )
                GROUP BY 1, 2
             )",
        )
        .bind(first)
        .bind(last)
        .bind(commodity.0)
        .fetch_one(self.connection())
        .await?;
        let rows: Vec<(i64, i64, i64, i64, i64)> = serde_json::from_str(&rows).map_err(corrupt)?;
        let pair = |(a, b, high, low, count)| (AccountId(a), AccountId(b), join_units(high, low), count);
        Ok(rows.into_iter().map(pair).collect())
    }

    /// The legs of all other transactions, in their order: account, commodity, units.
    async fn singles(
        &mut self,
        commodity: CommodityId,
        (first, last): (i64, i64),
    ) -> Result<BTreeMap<TransactionId, Vec<(AccountId, CommodityId, i128)>>, StoreError> {
        let rows: String = sqlx::query_scalar(
            "SELECT json_group_array(json_array(p.txn_id, p.ordinal, p.account_id, p.commodity_id, p.high, p.low))
             FROM posting AS p
             WHERE p.txn_id BETWEEN ?1 AND ?2 AND EXISTS (
                SELECT 1 FROM posting AS r
                WHERE r.txn_id = p.txn_id AND (r.commodity_id <> ?3 OR r.ordinal > 1)
             )",
        )
        .bind(first)
        .bind(last)
        .bind(commodity.0)
        .fetch_one(self.connection())
        .await?;
        let mut rows: Vec<StoredLeg> = serde_json::from_str(&rows).map_err(corrupt)?;
        rows.sort_unstable_by_key(|(id, ordinal, ..)| (*id, *ordinal));
        let mut singles: BTreeMap<TransactionId, Vec<_>> = BTreeMap::new();
        for (id, _, account, commodity, high, low) in rows {
            let id = crate::transactions::transaction_id(id)?;
            let leg = (AccountId(account), CommodityId(commodity), join_units(high, low));
            singles.entry(id).or_default().push(leg);
        }
        Ok(singles)
    }

    /// What came into each of a budget's own accounts, of each commodity, from how many postings.
    async fn held(
        &mut self,
        known: &Known,
        (first, last): (i64, i64),
    ) -> Result<Vec<(AccountId, CommodityId, i128, i64)>, StoreError> {
        let own: Vec<i64> =
            known.places.keys().filter(|account| known.is_own(**account)).map(|account| account.0).collect();
        let rows: Vec<(i64, i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT p.account_id, p.commodity_id, sum(p.high), sum(p.low), count(*)
             FROM json_each(?) AS own
             CROSS JOIN posting AS p INDEXED BY posting_by_account ON p.account_id = own.value
             WHERE p.txn_id BETWEEN ? AND ? GROUP BY 1, 2",
        )
        .bind(serde_json::json!(own).to_string())
        .bind(first)
        .bind(last)
        .fetch_all(self.connection())
        .await?;
        let row = |(account, commodity, high, low, count)| {
            (AccountId(account), CommodityId(commodity), join_units(high, low), count)
        };
        Ok(rows.into_iter().map(row).collect())
    }

    /// The periods of a budget that have transactions, with the one before its first.
    pub(crate) async fn all_periods(
        &mut self,
        budget: &Budget,
    ) -> Result<BTreeSet<PeriodNumber>, StoreError> {
        let months: Vec<i64> =
            sqlx::query_scalar("SELECT month FROM month_count").fetch_all(self.connection()).await?;
        Ok(months.into_iter().flat_map(|month| periods_of(budget, month)).collect())
    }

    /// The periods of a budget that have these days, as far as they have transactions in other commodities.
    pub(crate) async fn foreign_periods(
        &mut self,
        budget: &Budget,
        days: &BTreeSet<(Day, Day)>,
    ) -> Result<BTreeSet<PeriodNumber>, StoreError> {
        let months: Vec<i64> =
            sqlx::query_scalar("SELECT DISTINCT month FROM month_balance WHERE commodity_id <> ?")
                .bind(budget.commodity.0)
                .fetch_all(self.connection())
                .await?;
        let periods: BTreeSet<PeriodNumber> =
            months.into_iter().flat_map(|month| periods_of(budget, month)).collect();
        let touched = |period: &PeriodNumber| {
            let (first, last) = (budget.cadence.first(*period), budget.cadence.last(*period));
            *period >= budget.first() && days.iter().any(|(from, to)| *from <= last && first <= *to)
        };
        Ok(periods.into_iter().filter(touched).collect())
    }
}

impl Writer {
    /// Takes the sums of a budget away: of these periods, or of all.
    pub(crate) async fn forget_budget(
        &mut self,
        budget: i64,
        periods: Option<&BTreeSet<PeriodNumber>>,
    ) -> Result<(), StoreError> {
        let periods = periods.map(|periods| serde_json::json!(periods).to_string());
        for table in ["budget_flow", "budget_holding"] {
            let sql = format!(
                "DELETE FROM {table} WHERE budget_id = ?1
                 AND (?2 IS NULL OR period IN (SELECT value FROM json_each(?2)))"
            );
            sqlx::query(sqlx::AssertSqlSafe(sql))
                .bind(budget)
                .bind(&periods)
                .execute(self.connection())
                .await?;
        }
        Ok(())
    }
}

/// The periods of a budget that the days of a month are in.
fn periods_of(budget: &Budget, month: i64) -> impl Iterator<Item = PeriodNumber> + use<> {
    let month = Month::from_number(month);
    let span = month.map(|month| (budget.period_of(month.first()), budget.period_of(month.last())));
    span.into_iter().flat_map(|(first, last)| first..=last)
}
