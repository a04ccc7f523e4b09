//! Holidays that a person added or struck out.

use super::Row;
use super::schedule::read_day;
use crate::{Reader, StoreError};
use planning::OwnHoliday;
use sqlx::sqlite::SqliteConnection;

impl Row for OwnHoliday {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT name FROM own_holiday WHERE country = ? AND day = ?";
        let name: Option<Option<String>> = sqlx::query_scalar(sql)
            .bind(&self.country)
            .bind(self.day.number())
            .fetch_optional(connection)
            .await?;
        Ok(name.map(|name| Self { name, ..self.clone() }))
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO own_holiday (country, day, name) VALUES (?, ?, ?)
             ON CONFLICT (country, day) DO UPDATE SET name = excluded.name",
        )
        .bind(&self.country)
        .bind(self.day.number())
        .bind(&self.name)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM own_holiday WHERE country = ? AND day = ?")
            .bind(&self.country)
            .bind(self.day.number())
            .execute(connection)
            .await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the holiday of {}", self.day)
    }
}

impl Reader {
    /// The holidays that a person added or struck out, in order of country and day.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn own_holidays(&mut self) -> Result<Vec<OwnHoliday>, StoreError> {
        let sql = "SELECT country, day, name FROM own_holiday ORDER BY country, day";
        let rows: Vec<(String, i64, Option<String>)> =
            sqlx::query_as(sql).fetch_all(self.connection()).await?;
        rows.into_iter()
            .map(|(country, day, name)| Ok(OwnHoliday { country, day: read_day(day)?, name }))
            .collect()
    }
}
