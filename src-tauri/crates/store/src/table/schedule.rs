//! Schedules with their other side and their labels.

use super::{Row, corrupt, from_word, word};
use crate::split::{join, split};
use crate::{Reader, StoreError};
use ledger::{AccountId, CommodityId, Day, PayeeId, TagId};
use planning::{Part, Recurrence, Schedule, ScheduleId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str =
    "SELECT id, name, start, rule, shift, country, since, mode, remind, payee_id, account_id,
    commodity_id, planned, note FROM schedule";

pub(crate) fn read_day(number: i64) -> Result<Day, StoreError> {
    Day::from_number(number).ok_or_else(|| corrupt(format!("day {number}")))
}

fn read(row: &SqliteRow) -> Result<Schedule, StoreError> {
    let (start, shift) = (read_day(row.try_get("start")?)?, from_word(row.try_get("shift")?)?);
    let rule: Option<String> = row.try_get("rule")?;
    let recurrence = match rule {
        Some(rule) => Recurrence::by_rule(start, &rule, shift).map_err(corrupt)?,
        None => Recurrence::once(start, shift),
    };
    let planned: String = row.try_get("planned")?;
    Ok(Schedule {
        id: ScheduleId(row.try_get("id")?),
        name: row.try_get("name")?,
        recurrence,
        country: row.try_get("country")?,
        since: read_day(row.try_get("since")?)?,
        mode: from_word(row.try_get("mode")?)?,
        remind: row.try_get::<Option<i64>, _>("remind")?.map(u16::try_from).transpose().map_err(corrupt)?,
        payee: row.try_get::<Option<i64>, _>("payee_id")?.map(PayeeId),
        account: AccountId(row.try_get("account_id")?),
        commodity: CommodityId(row.try_get("commodity_id")?),
        planned: serde_json::from_str(&planned).map_err(corrupt)?,
        parts: Vec::new(),
        note: row.try_get("note")?,
        tags: Vec::new(),
    })
}

async fn complete(connection: &mut SqliteConnection, schedule: &mut Schedule) -> Result<(), StoreError> {
    let sql = "SELECT account_id, high, low FROM schedule_part WHERE schedule_id = ? ORDER BY ordinal";
    let parts: Vec<(i64, Option<i64>, Option<i64>)> =
        sqlx::query_as(sql).bind(schedule.id.0).fetch_all(&mut *connection).await?;
    let part = |(account, high, low): (i64, Option<i64>, Option<i64>)| {
        let quantity = high.zip(low).map(|(high, low)| join(high, low)).transpose()?;
        Ok::<_, StoreError>(Part { account: AccountId(account), quantity })
    };
    schedule.parts = parts.into_iter().map(part).collect::<Result<_, _>>()?;
    let sql = "SELECT tag_id FROM schedule_tag WHERE schedule_id = ? ORDER BY tag_id";
    let tags: Vec<i64> = sqlx::query_scalar(sql).bind(schedule.id.0).fetch_all(connection).await?;
    schedule.tags = tags.into_iter().map(TagId).collect();
    Ok(())
}

impl Row for Schedule {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let mut found = super::by_id(connection, COLUMNS, self.id.0, read).await?;
        if let Some(schedule) = &mut found {
            complete(connection, schedule).await?;
        }
        Ok(found)
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO schedule (id, name, start, rule, shift, country, since, mode, remind, payee_id, account_id,
                commodity_id, planned, note)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, start = excluded.start, rule = excluded.rule,
                shift = excluded.shift, country = excluded.country, since = excluded.since, mode = excluded.mode,
                remind = excluded.remind, payee_id = excluded.payee_id, account_id = excluded.account_id,
                commodity_id = excluded.commodity_id, planned = excluded.planned, note = excluded.note",
        )
        .bind(self.id.0)
        .bind(&self.name)
        .bind(self.recurrence.start().number())
        .bind(self.recurrence.rule())
        .bind(word(self.recurrence.shift())?)
        .bind(&self.country)
        .bind(self.since.number())
        .bind(word(self.mode)?)
        .bind(self.remind.map(i64::from))
        .bind(self.payee.map(|payee| payee.0))
        .bind(self.account.0)
        .bind(self.commodity.0)
        .bind(serde_json::to_string(&self.planned).map_err(corrupt)?)
        .bind(&self.note)
        .execute(&mut *connection)
        .await?;
        for sql in [
            "DELETE FROM schedule_part WHERE schedule_id = ?",
            "DELETE FROM schedule_tag WHERE schedule_id = ?",
        ] {
            sqlx::query(sql).bind(self.id.0).execute(&mut *connection).await?;
        }
        for (ordinal, part) in (0_i64..).zip(&self.parts) {
            let share = part.quantity.map(split);
            sqlx::query("INSERT INTO schedule_part (schedule_id, ordinal, account_id, high, low) VALUES (?, ?, ?, ?, ?)")
                .bind(self.id.0)
                .bind(ordinal)
                .bind(part.account.0)
                .bind(share.map(|(high, _)| high))
                .bind(share.map(|(_, low)| low))
                .execute(&mut *connection)
                .await?;
        }
        for tag in &self.tags {
            sqlx::query("INSERT INTO schedule_tag (schedule_id, tag_id) VALUES (?, ?)")
                .bind(self.id.0)
                .bind(tag.0)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM schedule WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        if self.name.is_empty() {
            format!("schedule {}", self.id.0)
        } else {
            format!("the schedule “{}”", self.name)
        }
    }
}

impl Reader {
    /// Every schedule, in order of id.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn schedules(&mut self) -> Result<Vec<Schedule>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY id"));
        let rows = sqlx::query(sql).fetch_all(self.connection()).await?;
        let mut schedules = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        for schedule in &mut schedules {
            complete(self.connection(), schedule).await?;
        }
        Ok(schedules)
    }

    /// The schedule with a number.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn schedule(&mut self, id: ScheduleId) -> Result<Option<Schedule>, StoreError> {
        let mut found = super::by_id(self.connection(), COLUMNS, id.0, read).await?;
        if let Some(schedule) = &mut found {
            complete(self.connection(), schedule).await?;
        }
        Ok(found)
    }

    /// Whether anything comes again at all, and whether any of it is posted without asking.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn has_schedules(&mut self) -> Result<(bool, bool), StoreError> {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM schedule), EXISTS (SELECT 1 FROM schedule WHERE mode = 'post')";
        let (any, post): (i64, i64) = sqlx::query_as(sql).fetch_one(self.connection()).await?;
        Ok((any != 0, post != 0))
    }
}
