//! Rules.

use super::Row;
use crate::{Reader, StoreError, StoredRule};
use ledger::RuleId;
use sqlx::sqlite::SqliteConnection;

impl Row for StoredRule {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let row: Option<(i64, String)> = sqlx::query_as("SELECT position, body FROM rule WHERE id = ?")
            .bind(self.id.0)
            .fetch_optional(connection)
            .await?;
        Ok(row.map(|(position, body)| Self { id: self.id, position, body }))
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO rule (id, position, body) VALUES (?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET position = excluded.position, body = excluded.body",
        )
        .bind(self.id.0)
        .bind(self.position)
        .bind(&self.body)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM rule WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("rule {}", self.id)
    }
}

impl Reader {
    /// Every rule, in the order of application.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn rules(&mut self) -> Result<Vec<StoredRule>, StoreError> {
        let rows: Vec<(i64, i64, String)> =
            sqlx::query_as("SELECT id, position, body FROM rule ORDER BY position, id")
                .fetch_all(self.connection())
                .await?;
        Ok(rows
            .into_iter()
            .map(|(id, position, body)| StoredRule { id: RuleId(id), position, body })
            .collect())
    }
}
