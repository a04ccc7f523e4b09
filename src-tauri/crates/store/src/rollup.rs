//! The sums that screens are answered from, gathered in memory and written once per commit.

use crate::daily::Days;
use crate::names::Names;
use crate::split::{join_units, split_units};
use crate::{StoreError, Words, Writer};
use ledger::{Month, Quantity, Sorting, Transaction};
use planning::Spent;
use sqlx::{QueryBuilder, Sqlite};
use std::collections::{BTreeMap, BTreeSet};

/// What a commit adds to and takes from the derived tables.
#[derive(Default)]
pub(crate) struct Rollup {
    /// (account, commodity, month) -> units, postings; without assets and liabilities, whose days add up to it.
    balances: BTreeMap<(i64, i64, i32), (i128, i64)>,
    /// Of assets and liabilities alone.
    days: Days,
    /// (month, account, payee, commodity) -> units, postings; income and expense accounts alone.
    payees: BTreeMap<(i32, i64, i64, i64), (i128, i64)>,
    /// month -> transactions.
    counts: BTreeMap<i32, i64>,
    /// (word, category) -> transactions that a person put there.
    habits: BTreeMap<(String, i64), i64>,
    /// Payees of transactions without income and expense.
    others: BTreeSet<i64>,
}

const ROWS_A_STATEMENT: usize = 500;

impl Rollup {
    /// Counts a transaction in (`sign` 1) or out (−1).
    pub fn count(&mut self, transaction: &Transaction, names: &Names, payee: &str, words: Words, sign: i64) {
        let month = Month::of(transaction.day()).number();
        *self.counts.entry(month).or_default() += sign;
        let (day, payee_id) = (transaction.day(), transaction.payee.map_or(0, |payee| payee.0));
        let sides = names.sides(transaction);
        for side in &sides {
            let units = side.amount.quantity.units() * i128::from(sign);
            let (account, commodity) = (side.account.0, side.amount.commodity.0);
            let of = side.kind.account_type();
            if of.is_holding() {
                let gained = self.days.entry((account, commodity, day)).or_default();
                (gained.units, gained.postings) = (gained.units + units, gained.postings + sign);
                continue;
            }
            let balance = self.balances.entry((account, commodity, month)).or_default();
            *balance = (balance.0 + units, balance.1 + sign);
            if of.is_category() {
                let flow = self.payees.entry((month, account, payee_id, commodity)).or_default();
                *flow = (flow.0 + units, flow.1 + sign);
            }
        }
        if !sides.iter().any(|side| side.kind.account_type().is_category()) {
            self.others.insert(payee_id);
        }
        if let Some(spent) = Spent::of(&sides) {
            let gained = self.days.entry((spent.account.0, spent.commodity.0, day)).or_default();
            gained.spent += spent.units * i128::from(sign);
        }
        if let Some((category, lesson)) = lesson(transaction, names, payee, words) {
            for word in lesson {
                *self.habits.entry((word, category)).or_default() += sign;
            }
        }
    }

    /// Writes the sums; rows that no posting is left behind of go away.
    pub async fn write(mut self, writer: &mut Writer) -> Result<(), StoreError> {
        let now = writer.version().await? + 1;
        let mut met = std::mem::take(&mut self.others);
        met.extend(self.payees.keys().map(|(_, _, payee, _)| *payee));
        met.remove(&0);
        writer.mark_payees(&met).await?;
        let days = std::mem::take(&mut self.days);
        for ((account, commodity, day), gained) in &days {
            let month = Month::of(*day).number();
            let balance = self.balances.entry((*account, *commodity, month)).or_default();
            *balance = (balance.0 + gained.units, balance.1 + gained.postings);
        }
        writer.add_days(days).await?;
        let balances: Vec<_> = self.balances.into_iter().filter(|(_, sum)| *sum != (0, 0)).collect();
        for (_, (units, _)) in &balances {
            Quantity::new(*units)?;
        }
        for chunk in balances.chunks(ROWS_A_STATEMENT) {
            let mut sql = QueryBuilder::<Sqlite>::new(
                "INSERT INTO month_balance (account_id, commodity_id, month, high, low, postings) ",
            );
            sql.push_values(chunk, |mut row, ((account, commodity, month), (units, postings))| {
                let (high, low) = split_units(*units);
                row.push_bind(account).push_bind(commodity).push_bind(month);
                row.push_bind(high).push_bind(low).push_bind(postings);
            });
            sql.push(
                " ON CONFLICT DO UPDATE SET high = high + excluded.high, low = low + excluded.low,
                  postings = postings + excluded.postings",
            );
            sql.build().execute(writer.connection()).await?;
        }
        let pairs: BTreeSet<_> =
            balances.iter().map(|((account, commodity, _), _)| (*account, *commodity)).collect();
        refuse_what_cannot_be_summed(writer, pairs).await?;
        write_payees(writer, self.payees).await?;
        write_counts(writer, self.counts).await?;
        write_habits(writer, self.habits, now).await
    }
}

async fn write_payees(
    writer: &mut Writer,
    payees: BTreeMap<(i32, i64, i64, i64), (i128, i64)>,
) -> Result<(), StoreError> {
    let payees: Vec<_> = payees.into_iter().filter(|(_, sum)| *sum != (0, 0)).collect();
    for chunk in payees.chunks(ROWS_A_STATEMENT) {
        let mut sql = QueryBuilder::<Sqlite>::new(
            "INSERT INTO month_payee (month, account_id, payee_id, commodity_id, high, low, postings) ",
        );
        sql.push_values(chunk, |mut row, ((month, account, payee, commodity), (units, postings))| {
            let (high, low) = split_units(*units);
            row.push_bind(month).push_bind(account).push_bind(payee).push_bind(commodity);
            row.push_bind(high).push_bind(low).push_bind(postings);
        });
        sql.push(
            " ON CONFLICT DO UPDATE SET high = high + excluded.high, low = low + excluded.low,
              postings = postings + excluded.postings",
        );
        sql.build().execute(writer.connection()).await?;
    }
    Ok(())
}

async fn write_counts(writer: &mut Writer, counts: BTreeMap<i32, i64>) -> Result<(), StoreError> {
    let counts: Vec<_> = counts.into_iter().filter(|(_, count)| *count != 0).collect();
    for chunk in counts.chunks(ROWS_A_STATEMENT) {
        let mut sql = QueryBuilder::<Sqlite>::new("INSERT INTO month_count (month, transactions) ");
        sql.push_values(chunk, |mut row, (month, count)| {
            row.push_bind(month).push_bind(count);
        });
        sql.push(" ON CONFLICT DO UPDATE SET transactions = transactions + excluded.transactions");
        sql.build().execute(writer.connection()).await?;
    }
    Ok(())
}

async fn write_habits(
    writer: &mut Writer,
    habits: BTreeMap<(String, i64), i64>,
    now: i64,
) -> Result<(), StoreError> {
    let habits: Vec<_> = habits.into_iter().filter(|(_, seen)| *seen != 0).collect();
    for chunk in habits.chunks(ROWS_A_STATEMENT) {
        let mut sql = QueryBuilder::<Sqlite>::new("INSERT INTO habit (token, account_id, seen, last) ");
        sql.push_values(chunk, |mut row, ((word, account), seen)| {
            row.push_bind(word).push_bind(account).push_bind(seen).push_bind(now);
        });
        // What was taken back leaves the day of the lesson before it unknown; the newest known one stays.
        sql.push(
            " ON CONFLICT DO UPDATE SET seen = seen + excluded.seen,
              last = iif(excluded.seen > 0, excluded.last, last)",
        );
        sql.build().execute(writer.connection()).await?;
    }
    Ok(())
}

/// Refuses balances that no quantity holds, at the end of any month: once written, no screen could show them.
async fn refuse_what_cannot_be_summed(
    writer: &mut Writer,
    pairs: BTreeSet<(i64, i64)>,
) -> Result<(), StoreError> {
    let pairs: Vec<_> = pairs.into_iter().collect();
    for chunk in pairs.chunks(ROWS_A_STATEMENT) {
        let mut sql = QueryBuilder::<Sqlite>::new(
            "SELECT account_id, commodity_id, high, low FROM month_balance WHERE (account_id, commodity_id) IN (",
        );
        sql.push_values(chunk, |mut row, (account, commodity)| {
            row.push_bind(account).push_bind(commodity);
        });
        sql.push(") ORDER BY account_id, commodity_id, month");
        let months: Vec<(i64, i64, i64, i64)> = sql.build_query_as().fetch_all(writer.connection()).await?;
        let (mut of, mut balance) = (None, 0);
        for (account, commodity, high, low) in months {
            if of.replace((account, commodity)) != Some((account, commodity)) {
                balance = 0;
            }
            balance += join_units(high, low);
            Quantity::new(balance)?;
        }
    }
    Ok(())
}

/// What the categoriser learns from a transaction: the category that a person gave it, if it has exactly one, and the
/// words of the leg that a statement would show.
pub(crate) fn lesson(
    transaction: &Transaction,
    names: &Names,
    payee: &str,
    words: Words,
) -> Option<(i64, Vec<String>)> {
    if transaction.sorting != Sorting::Person {
        return None;
    }
    let legs = transaction.postings();
    let mut categories = legs.iter().map(|leg| leg.account).filter(|account| names.is_category(*account));
    let category = categories.next()?;
    if categories.any(|other| other != category) {
        return None;
    }
    let leg = legs.iter().find(|leg| names.is_holding(leg.account))?;
    let amount = leg.amount.quantity.to_decimal(names.scale(leg.amount.commodity));
    Some((category.0, words(payee, &transaction.description, amount, leg.account)))
}
