//! What was said of single occurrences, and which were posted without asking.

use super::schedule::read_day;
use super::{Row, corrupt};
use crate::split::{join, split};
use crate::transactions::{id_list, transaction_id};
use crate::{Reader, StoreError, Writer};
use ledger::{Day, TransactionId};
use planning::{Exception, ScheduleId, Standing};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use std::collections::BTreeSet;

const COLUMNS: &str = "SELECT schedule_id, nominal, day, high, low, standing, txn_id FROM schedule_exception";

fn read(row: &SqliteRow) -> Result<Exception, StoreError> {
    let (high, low): (Option<i64>, Option<i64>) = (row.try_get("high")?, row.try_get("low")?);
    let transaction = row.try_get::<Option<i64>, _>("txn_id")?.map(transaction_id).transpose()?;
    let standing: String = row.try_get("standing")?;
    let standing = match (standing.as_str(), transaction) {
        ("open", None) => Standing::Open,
        ("skipped", None) => Standing::Skipped,
        ("posted", Some(transaction)) => Standing::Posted { transaction },
        ("matched", Some(transaction)) => Standing::Matched { transaction },
        (word, _) => return Err(corrupt(format!("an occurrence that is “{word}”"))),
    };
    Ok(Exception {
        schedule: ScheduleId(row.try_get("schedule_id")?),
        nominal: read_day(row.try_get("nominal")?)?,
        day: row.try_get::<Option<i64>, _>("day")?.map(read_day).transpose()?,
        quantity: high.zip(low).map(|(high, low)| join(high, low)).transpose()?,
        standing,
    })
}

fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Skipped => "skipped",
        Standing::Posted { .. } => "posted",
        Standing::Matched { .. } => "matched",
    }
}

impl Row for Exception {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE schedule_id = ? AND nominal = ?"));
        let row = sqlx::query(sql).bind(self.schedule.0).bind(self.nominal.number());
        row.fetch_optional(connection).await?.as_ref().map(read).transpose()
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let own = self.quantity.map(split);
        sqlx::query(
            "INSERT INTO schedule_exception (schedule_id, nominal, day, high, low, standing, txn_id)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (schedule_id, nominal) DO UPDATE SET day = excluded.day, high = excluded.high,
                low = excluded.low, standing = excluded.standing, txn_id = excluded.txn_id",
        )
        .bind(self.schedule.0)
        .bind(self.nominal.number())
        .bind(self.day.map(Day::number))
        .bind(own.map(|(high, _)| high))
        .bind(own.map(|(_, low)| low))
        .bind(standing_word(self.standing))
        .bind(self.standing.transaction().map(TransactionId::number))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM schedule_exception WHERE schedule_id = ? AND nominal = ?")
            .bind(self.schedule.0)
            .bind(self.nominal.number())
            .execute(connection)
            .await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the occurrence of {}", self.nominal)
    }
}

impl Reader {
    /// What was said of occurrences, of one schedule or of all, in order of schedule and nominal day.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn exceptions(&mut self, of: Option<ScheduleId>) -> Result<Vec<Exception>, StoreError> {
        let sql = format!("{COLUMNS} WHERE ?1 IS NULL OR schedule_id = ?1 ORDER BY schedule_id, nominal");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql));
        let rows = rows.bind(of.map(|of| of.0)).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }

    /// The occurrences that these transactions are.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn exceptions_of(&mut self, ids: &[TransactionId]) -> Result<Vec<Exception>, StoreError> {
        let sql = format!("{COLUMNS} WHERE txn_id IN (SELECT value FROM json_each(?))");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql));
        let rows = rows.bind(id_list(ids)).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }

    /// The nominal days of a schedule that were posted without asking, whatever became of them since.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn auto_posted(&mut self, schedule: ScheduleId) -> Result<BTreeSet<Day>, StoreError> {
        let sql = "SELECT nominal FROM auto_posted WHERE schedule_id = ?";
        let days: Vec<i64> = sqlx::query_scalar(sql).bind(schedule.0).fetch_all(self.connection()).await?;
        days.into_iter().map(read_day).collect()
    }

    /// What Coffer remembers of its own doings.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn mark(&mut self, name: &str) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT value FROM mark WHERE name = ?";
        Ok(sqlx::query_scalar(sql).bind(name).fetch_optional(self.connection()).await?)
    }
}

impl Writer {
    /// Remembers, with the commit that is being made, that an occurrence was posted without asking.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn note_auto_posted(&mut self, schedule: ScheduleId, nominal: Day) -> Result<(), StoreError> {
        sqlx::query("INSERT OR IGNORE INTO auto_posted (schedule_id, nominal) VALUES (?, ?)")
            .bind(schedule.0)
            .bind(nominal.number())
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Remembers something of Coffer's own doings at once, outside the history.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn keep_mark(mut self, name: &str, value: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(self.connection())
        .await?;
        self.reader.tx.commit().await?;
        Ok(())
    }
}
