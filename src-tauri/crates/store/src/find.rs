//! Transactions that meet conditions, as a list of ids that a screen pages through.

use crate::split::{join, split};
use crate::transactions::transaction_id;
use crate::{Reader, StoreError};
use ledger::{
    AccountId, Amount, Commodity, CommodityId, Day, PayeeId, Quantity, Scale, Status, TagId, TransactionId,
};
use rust_decimal::Decimal;
use sqlx::{QueryBuilder, Sqlite};
use std::collections::BTreeMap;

/// Conditions that a transaction must all meet; an empty filter is met by every transaction.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Filter {
    /// A posting to one of these accounts; empty for any.
    pub accounts: Vec<AccountId>,
    /// A posting to one of these as well: the other side of the transaction.
    pub categories: Vec<AccountId>,
    /// Text that it contains.
    pub text: Option<String>,
    /// On this day or later.
    pub from: Option<Day>,
    /// On this day or earlier.
    pub to: Option<Day>,
    /// A posting (to `accounts`, where given) of at least this size, in whole units of its commodity.
    pub least: Option<Decimal>,
    /// A posting (to `accounts`, where given) of at most this size.
    pub most: Option<Decimal>,
    /// A posting (to `accounts`, where given) with this status.
    pub status: Option<Status>,
    /// This payee; `Some(None)` for no payee.
    pub payee: Option<Option<PayeeId>>,
    /// This label.
    pub tag: Option<TagId>,
    /// A category that the categoriser proposed and nobody confirmed.
    pub proposed: bool,
}

/// What went into and out of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Movement {
    /// What went in, never negative.
    pub incoming: Amount,
    /// What went out, never positive.
    pub outgoing: Amount,
}

impl Reader {
    /// The ids of the transactions that meet a filter, newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn find(&mut self, filter: &Filter) -> Result<Vec<TransactionId>, StoreError> {
        let mut sql = QueryBuilder::<Sqlite>::new("SELECT id FROM txn WHERE ");
        if !self.push_conditions(&mut sql, filter).await? {
            return Ok(Vec::new());
        }
        sql.push(" ORDER BY id DESC");
        let ids: Vec<i64> = sql.build_query_scalar().fetch_all(self.connection()).await?;
        ids.into_iter().map(transaction_id).collect()
    }

    /// What went into and out of some accounts with the transactions that meet a filter, for each commodity.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn movements(
        &mut self,
        filter: &Filter,
        accounts: &[AccountId],
    ) -> Result<Vec<Movement>, StoreError> {
        let mut sql = QueryBuilder::<Sqlite>::new(
            "SELECT commodity_id, sum(max(high, 0)), sum(max(low, 0)), sum(min(high, 0)), sum(min(low, 0))
             FROM posting INDEXED BY posting_by_account WHERE account_id IN (",
        );
        push_accounts(&mut sql, accounts);
        push_range(&mut sql, filter);
        let days_alone = Filter { from: filter.from, to: filter.to, ..Filter::default() };
        if *filter != days_alone {
            sql.push(" AND txn_id IN (SELECT id FROM txn WHERE ");
            if !self.push_conditions(&mut sql, filter).await? {
                return Ok(Vec::new());
            }
            sql.push(")");
        }
        sql.push(" GROUP BY commodity_id");
        let sums: Vec<(i64, i64, i64, i64, i64)> = sql.build_query_as().fetch_all(self.connection()).await?;
        sums.into_iter()
            .map(|(commodity, high_in, low_in, high_out, low_out)| {
                let of = |quantity| Amount::new(quantity, CommodityId(commodity));
                Ok(Movement { incoming: of(join(high_in, low_in)?), outgoing: of(join(high_out, low_out)?) })
            })
            .collect()
    }

    /// Writes what a transaction must meet; `false` where nothing can.
    async fn push_conditions(
        &mut self,
        sql: &mut QueryBuilder<Sqlite>,
        filter: &Filter,
    ) -> Result<bool, StoreError> {
        sql.push("id BETWEEN ");
        sql.push_bind(TransactionId::first_on(filter.from.unwrap_or(Day::MIN)).number());
        sql.push(" AND ").push_bind(TransactionId::last_on(filter.to.unwrap_or(Day::MAX)).number());
        if let Some(text) = &filter.text {
            let Some(query) = self.search_query(text).await? else { return Ok(false) };
            sql.push(" AND id IN (SELECT rowid FROM search WHERE search MATCH ").push_bind(query).push(")");
        }
        match filter.payee {
            Some(Some(payee)) => drop(sql.push(" AND payee_id = ").push_bind(payee.0)),
            Some(None) => drop(sql.push(" AND payee_id IS NULL")),
            None => {}
        }
        if let Some(tag) = filter.tag {
            sql.push(" AND id IN (SELECT txn_id FROM txn_tag WHERE tag_id = ").push_bind(tag.0).push(")");
        }
        if filter.proposed {
            sql.push(r#" AND substr(sorting, 1, 16) = '{"by":"proposal"'"#);
        }
        if filter.has_posting_condition() {
            let commodities = self.commodities().await?;
            push_posting_conditions(sql, filter, &commodities);
        }
        if !filter.categories.is_empty() {
            sql.push(
                " AND id IN (SELECT txn_id FROM posting INDEXED BY posting_by_account WHERE account_id IN (",
            );
            push_accounts(sql, &filter.categories);
            push_range(sql, filter);
            sql.push(")");
        }
        Ok(true)
    }
}

impl Filter {
    fn has_posting_condition(&self) -> bool {
        !self.accounts.is_empty() || self.least.is_some() || self.most.is_some() || self.status.is_some()
    }
}

fn push_posting_conditions(sql: &mut QueryBuilder<Sqlite>, filter: &Filter, commodities: &[Commodity]) {
    if filter.accounts.is_empty() {
        sql.push(" AND id IN (SELECT txn_id FROM posting WHERE TRUE");
    } else {
        sql.push(
            " AND id IN (SELECT txn_id FROM posting INDEXED BY posting_by_account WHERE account_id IN (",
        );
        push_accounts(sql, &filter.accounts);
    }
    push_range(sql, filter);
    if let Some(status) = filter.status {
        sql.push(" AND status = ").push_bind(status.number());
        if filter.accounts.is_empty() {
            // Only assets and liabilities have a status that means anything.
            sql.push(
                " AND account_id IN (SELECT id FROM account WHERE kind NOT IN
                    ('income', 'expense', 'equity', 'opening', 'conversion'))",
            );
        }
    }
    let mut by_scale: BTreeMap<Scale, Vec<i64>> = BTreeMap::new();
    for commodity in commodities {
        by_scale.entry(commodity.scale).or_default().push(commodity.id.0);
    }
    for (bound, comparison) in [(filter.least, ">="), (filter.most, "<=")] {
        let Some(bound) = bound else { continue };
        sql.push(" AND (FALSE");
        for (scale, ids) in &by_scale {
            let Some((high, low)) = bound_at(bound, *scale, comparison) else { continue };
            let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
            sql.push(format!(
                " OR commodity_id IN ({}) AND (abs(high), abs(low)) {comparison} (",
                ids.join(",")
            ));
            sql.push_bind(high).push(", ").push_bind(low).push(")");
        }
        sql.push(")");
    }
    sql.push(")");
}

/// The bound in smallest units: rounded up for a lower bound, down for an upper one.
fn bound_at(bound: Decimal, scale: Scale, comparison: &str) -> Option<(i64, i64)> {
    let decimals = u32::from(scale.decimals());
    let strategy = if comparison == ">=" {
        rust_decimal::RoundingStrategy::AwayFromZero
    } else {
        rust_decimal::RoundingStrategy::ToZero
    };
    let rounded = bound.abs().round_dp_with_strategy(decimals, strategy);
    Quantity::from_decimal(rounded, scale).ok().map(split)
}

fn push_accounts(sql: &mut QueryBuilder<Sqlite>, accounts: &[AccountId]) {
    let mut list = sql.separated(", ");
    for account in accounts {
        list.push_bind(account.0);
    }
    sql.push(")");
}

fn push_range(sql: &mut QueryBuilder<Sqlite>, filter: &Filter) {
    if filter.from.is_some() || filter.to.is_some() {
        sql.push(" AND txn_id BETWEEN ");
        sql.push_bind(TransactionId::first_on(filter.from.unwrap_or(Day::MIN)).number());
        sql.push(" AND ").push_bind(TransactionId::last_on(filter.to.unwrap_or(Day::MAX)).number());
    }
}
