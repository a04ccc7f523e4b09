//! What a person has seen and put away.

use super::{Row, corrupt};
use crate::{Reader, StoreError};
use ledger::Day;
use planning::Dismissal;
use sqlx::sqlite::SqliteConnection;

fn dismissal((about, day): (String, i64)) -> Result<Dismissal, StoreError> {
    let day = Day::from_number(day).ok_or_else(|| corrupt(format!("dismissed on day {day}")))?;
    Ok(Dismissal { about, day })
}

impl Row for Dismissal {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT about, day FROM insight_dismissal WHERE about = ?";
        let row = sqlx::query_as(sql).bind(&self.about).fetch_optional(connection).await?;
        row.map(dismissal).transpose()
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO insight_dismissal (about, day) VALUES (?, ?)
             ON CONFLICT (about) DO UPDATE SET day = excluded.day",
        )
        .bind(&self.about)
        .bind(self.day.number())
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let sql = "DELETE FROM insight_dismissal WHERE about = ?";
        sqlx::query(sql).bind(&self.about).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("what was put away of {}", self.about)
    }
}

impl Reader {
    /// What a person has put away.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn dismissals(&mut self) -> Result<Vec<Dismissal>, StoreError> {
        let sql = "SELECT about, day FROM insight_dismissal ORDER BY about";
        let rows: Vec<(String, i64)> = sqlx::query_as(sql).fetch_all(self.connection()).await?;
        rows.into_iter().map(dismissal).collect()
    }
}
