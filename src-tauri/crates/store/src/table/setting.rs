//! Settings that belong to the ledger rather than to this machine.

use super::Row;
use crate::{Reader, StoreError};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnection;

/// A named value of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// Its name: `base_commodity`, `closed_through`.
    pub name: String,
    /// Its value as text.
    pub value: String,
}

impl Row for Setting {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let value = sqlx::query_scalar("SELECT value FROM setting WHERE name = ?")
            .bind(&self.name)
            .fetch_optional(connection)
            .await?;
        Ok(value.map(|value| Self { name: self.name.clone(), value }))
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(&self.name)
        .bind(&self.value)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM setting WHERE name = ?").bind(&self.name).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("setting “{}”", self.name)
    }
}

impl Reader {
    /// The value of a setting.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn setting(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM setting WHERE name = ?";
        Ok(sqlx::query_scalar(sql).bind(name).fetch_optional(self.connection()).await?)
    }

    /// Every setting, in order of name.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn settings(&mut self) -> Result<Vec<Setting>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT name, value FROM setting ORDER BY name")
            .fetch_all(self.connection())
            .await?;
        Ok(rows.into_iter().map(|(name, value)| Setting { name, value }).collect())
    }
}
