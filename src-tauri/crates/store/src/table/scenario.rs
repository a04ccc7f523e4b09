//! Scenarios.

use super::{Row, by_id, corrupt};
use crate::{Reader, StoreError};
use planning::{Scenario, ScenarioId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, name, alterations FROM scenario";

fn read(row: &SqliteRow) -> Result<Scenario, StoreError> {
    let alterations: String = row.try_get("alterations")?;
    Ok(Scenario {
        id: ScenarioId(row.try_get("id")?),
        name: row.try_get("name")?,
        alterations: serde_json::from_str(&alterations).map_err(corrupt)?,
    })
}

impl Row for Scenario {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO scenario (id, name, alterations) VALUES (?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, alterations = excluded.alterations",
        )
        .bind(self.id.0)
        .bind(&self.name)
        .bind(serde_json::to_string(&self.alterations).map_err(corrupt)?)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM scenario WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the scenario “{}”", self.name)
    }
}

impl Reader {
    /// Every scenario, in order of name.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn scenarios(&mut self) -> Result<Vec<Scenario>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY name"));
        let rows = sqlx::query(sql).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }
}
