//! The newest transactions with each payee with whom something may come again, kept together: bills and forecasts read them
//! at once instead of from all over the books.
//!
//! A commit marks the payees of its transactions. Those are looked at when they are next asked for, and forgotten where
//! nothing comes again, so that shops are not read each time.

use crate::split::join;
use crate::table::corrupt;
use crate::transactions::transaction_id;
use crate::{Difference, Names, Reader, Store, StoreError, Writer};
use ledger::{AccountId, Amount, CommodityId, Day, PayeeId};
use planning::{Dealing, comes_again};
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

/// Transactions with a payee that are looked at: those of ten months where one is met as often as a bill can be.
const NEWEST: i64 = 120;
/// How many days are looked back: three years and a quarter, so that what comes yearly has come three times.
pub const LOOKED_BACK: i32 = 1_190;
/// Payees that may have changed and be read from the books each time.
const FEW: i64 = 4;
/// How long to wait for whoever is writing.
const PATIENCE: Duration = Duration::from_millis(100);
/// Payees that are looked at in one go, while nobody else can write.
const AT_ONCE: i64 = 200;

/// A transaction's number, an account, a commodity, and the two parts of a quantity.
type StoredLeg = (i64, i64, i64, i64, i64);

impl Reader {
    /// The newest transactions up to today with each payee with whom something comes again, or may have begun to; those of
    /// one payee stand together and are in order of id. Payees who were not met for longer than anything is looked back are
    /// left out.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn recurring_dealings(
        &mut self,
        names: &Names,
        today: Day,
    ) -> Result<Vec<Dealing>, StoreError> {
        let first = today.offset(-LOOKED_BACK);
        let kept: Vec<(i64, String)> = sqlx::query_as(
            "SELECT payee_id, legs FROM payee_recent WHERE legs IS NOT NULL AND newest >= ? ORDER BY payee_id",
        )
        .bind(first.number())
        .fetch_all(self.connection())
        .await?;
        let changed = self.changed_payees(i64::MAX).await?;
        let mut found = Vec::new();
        for (payee, legs) in kept.into_iter().chain(self.newest_legs(&changed).await?) {
            let dealings = dealings(payee, &legs, names)?;
            let recent = recent(&dealings, today);
            if recent.last().is_some_and(|newest| newest.id.day() >= first) {
                found.extend_from_slice(recent);
            }
        }
        Ok(found)
    }

    /// Payees whose transactions have changed since they were looked at.
    async fn changed_payees(&mut self, most: i64) -> Result<Vec<i64>, StoreError> {
        let sql = "SELECT payee_id FROM payee_recent WHERE legs IS NULL LIMIT ?";
        Ok(sqlx::query_scalar(sql).bind(most).fetch_all(self.connection()).await?)
    }

    /// The legs of the newest transactions with payees, in order of transaction, as they are kept.
    async fn newest_legs(&mut self, payees: &[i64]) -> Result<Vec<(i64, String)>, StoreError> {
        if payees.is_empty() {
            return Ok(Vec::new());
        }
        Ok(sqlx::query_as(
            "SELECT wanted.value, (
                SELECT json_group_array(json_array(id, account_id, commodity_id, high, low)) FROM (
                    SELECT t.id, p.account_id, p.commodity_id, p.high, p.low
                    FROM (
                        SELECT id FROM txn INDEXED BY txn_by_payee WHERE payee_id = wanted.value
                        ORDER BY id DESC LIMIT ?
                    ) AS t CROSS JOIN posting AS p ON p.txn_id = t.id
                    ORDER BY p.txn_id, p.ordinal
                )
             ) FROM json_each(?) AS wanted",
        )
        .bind(NEWEST)
        .bind(serde_json::json!(payees).to_string())
        .fetch_all(self.connection())
        .await?)
    }
}

impl Store {
    /// Looks at the payees whose transactions have changed, unless they are few or somebody is writing just now: then they
    /// are read from the books once more.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn look_at_payees(&self, today: Day) -> Result<(), StoreError> {
        let few = usize::try_from(FEW).unwrap_or_default();
        while self.read().await?.changed_payees(FEW + 1).await?.len() > few {
            let Ok(writer) = tokio::time::timeout(PATIENCE, self.write()).await else { return Ok(()) };
            let looked = match writer {
                Ok(writer) => writer.look_at_payees(today).await,
                Err(error) => Err(error),
            };
            match looked {
                Ok(()) => {}
                // What cannot be kept is still told.
                Err(StoreError::NotWritable { .. } | StoreError::DiskFull) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Writer {
    /// Marks payees whose transactions changed.
    pub(crate) async fn mark_payees(&mut self, payees: &BTreeSet<i64>) -> Result<(), StoreError> {
        if payees.is_empty() {
            return Ok(());
        }
        sqlx::query(
            "INSERT INTO payee_recent (payee_id) SELECT value FROM json_each(?) WHERE TRUE
             ON CONFLICT DO UPDATE SET newest = NULL, legs = NULL",
        )
        .bind(serde_json::json!(payees).to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Marks every payee: what accounts are for has changed, and so what is paid with them.
    pub(crate) async fn mark_every_payee(&mut self) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO payee_recent (payee_id) SELECT id FROM payee WHERE TRUE
             ON CONFLICT DO UPDATE SET newest = NULL, legs = NULL",
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Keeps the newest transactions of some of the payees that have changed, or forgets them.
    async fn look_at_payees(mut self, today: Day) -> Result<(), StoreError> {
        let names = self.names().await?;
        let changed = self.changed_payees(AT_ONCE).await?;
        let mut idle = Vec::new();
        for (payee, legs) in self.newest_legs(&changed).await? {
            let dealings = dealings(payee, &legs, &names)?;
            let newest = dealings.last().map(|newest| newest.id.day());
            // What lies ahead counts on its day, and nothing will have changed by then.
            let ahead = newest.is_some_and(|newest| newest > today);
            if ahead || comes_again(recent(&dealings, Day::MAX)) {
                sqlx::query("UPDATE payee_recent SET newest = ?, legs = ? WHERE payee_id = ?")
                    .bind(newest.map(Day::number))
                    .bind(legs)
                    .bind(payee)
                    .execute(self.connection())
                    .await?;
            } else {
                idle.push(payee);
            }
        }
        sqlx::query("DELETE FROM payee_recent WHERE payee_id IN (SELECT value FROM json_each(?))")
            .bind(serde_json::json!(idle).to_string())
            .execute(self.connection())
            .await?;
        self.reader.tx.commit().await?;
        Ok(())
    }
}

impl Reader {
    /// Names each payee whose newest transactions are not those that are kept, and each with whom something comes again and
    /// of whom nothing is kept.
    pub(crate) async fn check_recent(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let names = self.names().await?;
        let kept: Vec<(i64, Option<i64>, Option<String>)> =
            sqlx::query_as("SELECT payee_id, newest, legs FROM payee_recent")
                .fetch_all(self.connection())
                .await?;
        let kept: HashMap<i64, (Option<i64>, Option<String>)> =
            kept.into_iter().map(|(payee, newest, legs)| (payee, (newest, legs))).collect();
        let payees: Vec<i64> =
            sqlx::query_scalar("SELECT id FROM payee").fetch_all(self.connection()).await?;
        let gone = kept.keys().filter(|payee| !payees.contains(payee));
        let gone: Vec<i64> = gone.copied().collect();
        for payees in [payees, gone].concat().chunks(usize::try_from(AT_ONCE).unwrap_or(1)) {
            for (payee, legs) in self.newest_legs(payees).await? {
                let dealings = dealings(payee, &legs, &names)?;
                let newest = dealings.last().map(|newest| i64::from(newest.id.day().number()));
                let mut differs = |stored: String, found_: String| {
                    let key = format!("payee {payee}");
                    found.push(Difference::Rollup { table: "payee_recent", key, stored, found: found_ });
                };
                match kept.get(&payee) {
                    // To be looked at when it is next asked for.
                    Some((None, None)) => {}
                    Some((stored, Some(text))) if *text == legs && *stored == newest => {}
                    Some((_, stored)) => differs(stored.clone().unwrap_or_else(|| "nothing".into()), legs),
                    None if comes_again(recent(&dealings, Day::MAX)) => differs("nothing".into(), legs),
                    None => {}
                }
            }
        }
        Ok(())
    }
}

/// Reads what is kept of a payee.
fn dealings(payee: i64, legs: &str, names: &Names) -> Result<Vec<Dealing>, StoreError> {
    let legs: Vec<StoredLeg> = serde_json::from_str(legs).map_err(corrupt)?;
    let mut dealings = Vec::new();
    for legs in legs.chunk_by(|one, next| one.0 == next.0) {
        let Some((id, ..)) = legs.first() else { continue };
        let sides = legs.iter().map(|(_, account, commodity, high, low)| {
            Ok(names.side(AccountId(*account), Amount::new(join(*high, *low)?, CommodityId(*commodity))))
        });
        let sides = sides.collect::<Result<_, StoreError>>()?;
        dealings.push(Dealing { id: transaction_id(*id)?, payee: PayeeId(payee), sides });
    }
    Ok(dealings)
}

/// What is looked at on a day: nothing that lies ahead, and nothing long before the newest.
fn recent(dealings: &[Dealing], today: Day) -> &[Dealing] {
    let past = &dealings[..dealings.partition_point(|one| one.id.day() <= today)];
    let first = past.last().map_or(today, |newest| newest.id.day().offset(-LOOKED_BACK));
    &past[past.partition_point(|one| one.id.day() < first)..]
}
