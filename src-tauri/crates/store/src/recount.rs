//! Counts every transaction anew, one by one, for the sums that follow from a whole transaction.

use crate::check::{Difference, Sums, add, compare};
use crate::rollup::lesson;
use crate::split::join_units;
use crate::{Reader, StoreError, Words};
use ledger::Day;
use planning::Spent;

/// A row of `day_flow`.
type StoredDay = (i64, i64, i64, i64, i64, i64, i64, i64);

impl Reader {
    /// Names each habit and each day that is not what the transactions give.
    pub(crate) async fn check_one_by_one(
        &mut self,
        words: Words,
        found: &mut Vec<Difference>,
    ) -> Result<(), StoreError> {
        let names = self.names().await?;
        let (mut habits, mut days, mut spent) = (Sums::new(), Sums::new(), Sums::new());
        let mut after = None;
        loop {
            let ids = self.transaction_ids(after, Day::MIN, Day::MAX, 10_000).await?;
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            let transactions = self.transactions(&ids).await?;
            let payees = self.payee_names(transactions.iter().filter_map(|t| t.payee)).await?;
            for transaction in &transactions {
                let payee = transaction.payee.and_then(|id| payees.get(&id)).map_or("", String::as_str);
                if let Some((category, lesson)) = lesson(transaction, &names, payee, words) {
                    for word in lesson {
                        add(&mut habits, format!("word {word} account {category}"), 0, 1);
                    }
                }
                let (sides, day) = (names.sides(transaction), transaction.day().number().into());
                for side in sides.iter().filter(|side| side.kind.account_type().is_holding()) {
                    let key = day_key(side.account.0, side.amount.commodity.0, day);
                    add(&mut days, key, side.amount.quantity.units(), 1);
                }
                if let Some(one) = Spent::of(&sides) {
                    add(&mut spent, day_key(one.account.0, one.commodity.0, day), one.units, 0);
                }
            }
        }
        self.compare_habits(habits, found).await?;
        self.compare_days(days, spent, found).await
    }

    async fn compare_habits(
        &mut self,
        recounted: Sums,
        found: &mut Vec<Difference>,
    ) -> Result<(), StoreError> {
        let rows: Vec<(String, i64, i64)> =
            sqlx::query_as("SELECT token, account_id, seen FROM habit").fetch_all(self.connection()).await?;
        let stored = rows
            .into_iter()
            .map(|(word, account, seen)| (format!("word {word} account {account}"), (0, seen)));
        compare("habit", stored.collect(), recounted, found);
        Ok(())
    }

    async fn compare_days(
        &mut self,
        days: Sums,
        mut spent: Sums,
        found: &mut Vec<Difference>,
    ) -> Result<(), StoreError> {
        let rows: Vec<StoredDay> = sqlx::query_as(
            "SELECT account_id, commodity_id, day, high, low, spent_high, spent_low, postings FROM day_flow",
        )
        .fetch_all(self.connection())
        .await?;
        let (mut stored, mut stored_spent) = (Sums::new(), Sums::new());
        for (account, commodity, day, high, low, spent_high, spent_low, postings) in rows {
            let key = day_key(account, commodity, day);
            stored_spent.insert(key.clone(), (join_units(spent_high, spent_low), 0));
            stored.insert(key, (join_units(high, low), postings));
        }
        compare("day_flow", stored, days, found);
        for sums in [&mut stored_spent, &mut spent] {
            sums.retain(|_, (units, _)| *units != 0);
        }
        compare("day_flow", stored_spent, spent, found);
        Ok(())
    }
}

fn day_key(account: i64, commodity: i64, day: i64) -> String {
    format!("account {account} commodity {commodity} day {day}")
}
