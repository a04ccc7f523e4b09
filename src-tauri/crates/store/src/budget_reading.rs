//! The sums of a budget, read for its periods and checked against the books.

use crate::budget_sums::{Known, Sums, Valuer, rates};
use crate::check::Difference;
use crate::split::join_units;
use crate::table::corrupt;
use crate::{Reader, StoreError};
use ledger::{AccountId, CommodityId, Day, Transaction};
use planning::{BudgetId, Flow, PeriodFlows, PeriodNumber};
use std::collections::BTreeMap;

/// What the ledger says of a budget.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BudgetFlows {
    /// What moved in each period that anything moved in.
    pub periods: BTreeMap<PeriodNumber, PeriodFlows>,
    /// What came into the budget's own accounts in each period; before its first day in the period before its first.
    pub holdings: Vec<BudgetHolding>,
}

/// What came into an account of a budget in a period, less what left it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BudgetHolding {
    /// When.
    pub period: PeriodNumber,
    /// Which account.
    pub account: AccountId,
    /// Of what.
    pub commodity: CommodityId,
    /// How much, in smallest units of that.
    pub units: i128,
    /// What it was worth each on its day, in smallest units of the budget's commodity; nothing before the first day.
    pub worth: i128,
}

type StoredFlow = (PeriodNumber, i64, i64, i64, i64, i64, i64);
type StoredHolding = (PeriodNumber, i64, i64, i64, i64, i64, i64, i64);

fn flow((_, kind, end, card, high, low, _): StoredFlow) -> Flow {
    let (units, end) = (join_units(high, low), AccountId(end));
    let maybe_card = Some(AccountId(card)).filter(|card| card.0 != 0);
    match kind {
        0 => Flow::Income { from: end, card: maybe_card, units },
        1 => Flow::Spending { envelope: end, card: maybe_card, units },
        2 => Flow::Payment { card: AccountId(card), units },
        _ => Flow::Exchange { units },
    }
}

impl Reader {
    /// What the ledger says of a budget up to and including a period.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn budget_flows(
        &mut self,
        budget: BudgetId,
        through: PeriodNumber,
    ) -> Result<BudgetFlows, StoreError> {
        let mut found = BudgetFlows::default();
        for row in self.stored_flows(budget, through).await? {
            found.periods.entry(row.0).or_default().add(flow(row));
        }
        let holdings = self.stored_holdings(budget, through).await?;
        found.holdings = holdings
            .into_iter()
            .map(|(period, account, commodity, high, low, worth_high, worth_low, _)| BudgetHolding {
                period,
                account: AccountId(account),
                commodity: CommodityId(commodity),
                units: join_units(high, low),
                worth: join_units(worth_high, worth_low),
            })
            .collect();
        Ok(found)
    }

    async fn stored_flows(
        &mut self,
        budget: BudgetId,
        through: PeriodNumber,
    ) -> Result<Vec<StoredFlow>, StoreError> {
        // One row: each costs a handover between two threads.
        let rows: String = sqlx::query_scalar(
            "SELECT json_group_array(json_array(period, kind, end_id, card_id, high, low, flows)) FROM budget_flow
             WHERE budget_id = ? AND period <= ?",
        )
        .bind(budget.0)
        .bind(through)
        .fetch_one(self.connection())
        .await?;
        serde_json::from_str(&rows).map_err(corrupt)
    }

    async fn stored_holdings(
        &mut self,
        budget: BudgetId,
        through: PeriodNumber,
    ) -> Result<Vec<StoredHolding>, StoreError> {
        let rows: String = sqlx::query_scalar(
            "SELECT json_group_array(
                json_array(period, account_id, commodity_id, high, low, worth_high, worth_low, postings)
             ) FROM budget_holding WHERE budget_id = ? AND period <= ?",
        )
        .bind(budget.0)
        .bind(through)
        .fetch_one(self.connection())
        .await?;
        serde_json::from_str(&rows).map_err(corrupt)
    }

    /// Counts every transaction anew, one by one, and names each sum of a budget that differs.
    pub(crate) async fn check_budgets(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let budgets = self.budgets().await?;
        if budgets.is_empty() {
            return Ok(());
        }
        let names = self.names().await?;
        let place = |budget: planning::Budget| Known { places: budget.places(&names.accounts), budget };
        let known: Vec<Known> = budgets.into_iter().map(place).collect();
        let (mut sums, mut after) = (Sums::default(), None);
        loop {
            let ids = self.transaction_ids(after, Day::MIN, Day::MAX, 10_000).await?;
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            let transactions: Vec<Transaction> = self.transactions(&ids).await?;
            let rates = rates(self, &known, transactions.iter()).await?;
            for known in &known {
                let valuer = Valuer { names: &names, rates: &rates, to: known.budget.commodity };
                for transaction in &transactions {
                    sums.count(known, transaction, &valuer, 1)?;
                }
            }
        }
        for known in &known {
            self.compare_budget(known.budget.id, &sums, found).await?;
        }
        Ok(())
    }

    async fn compare_budget(
        &mut self,
        budget: BudgetId,
        sums: &Sums,
        found: &mut Vec<Difference>,
    ) -> Result<(), StoreError> {
        let stored = self.stored_flows(budget, PeriodNumber::MAX).await?.into_iter();
        let stored = stored.map(|(period, kind, end, card, high, low, count)| {
            ((budget.0, period, kind, end, card), format!("{} from {count}", join_units(high, low)))
        });
        let told = sums.flows.iter().filter(|(key, _)| key.0 == budget.0);
        let told = told.map(|(key, (units, count))| (*key, format!("{units} from {count}")));
        differ("budget_flow", stored.collect(), told.collect(), found);
        let stored = self.stored_holdings(budget, PeriodNumber::MAX).await?.into_iter();
        let stored = stored.map(|(period, account, commodity, high, low, worth_high, worth_low, count)| {
            let (units, worth) = (join_units(high, low), join_units(worth_high, worth_low));
            ((budget.0, period, account, commodity), format!("{units} worth {worth} from {count}"))
        });
        let told = sums.holdings.iter().filter(|(key, _)| key.0 == budget.0);
        let told =
            told.map(|(key, (units, worth, count))| (*key, format!("{units} worth {worth} from {count}")));
        differ("budget_holding", stored.collect(), told.collect(), found);
        Ok(())
    }
}

fn differ<K: Ord + std::fmt::Debug>(
    table: &'static str,
    stored: BTreeMap<K, String>,
    mut told: BTreeMap<K, String>,
    differences: &mut Vec<Difference>,
) {
    let mut name = |key: K, stored: Option<String>, found: Option<String>| {
        if stored != found {
            let text = |sum: Option<String>| sum.unwrap_or_else(|| "nothing".into());
            let (key, stored, found) = (format!("{key:?}"), text(stored), text(found));
            differences.push(Difference::Rollup { table, key, stored, found });
        }
    };
    for (key, sum) in stored {
        let found = told.remove(&key);
        name(key, Some(sum), found);
    }
    for (key, sum) in told {
        name(key, None, Some(sum));
    }
}
