//! Goals.

use super::{Row, by_id, corrupt};
use crate::{Reader, StoreError};
use ledger::CommodityId;
use planning::{Goal, GoalId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, position, name, commodity_id, aim FROM goal";

fn read(row: &SqliteRow) -> Result<Goal, StoreError> {
    let aim: String = row.try_get("aim")?;
    Ok(Goal {
        id: GoalId(row.try_get("id")?),
        name: row.try_get("name")?,
        commodity: CommodityId(row.try_get("commodity_id")?),
        position: row.try_get("position")?,
        aim: serde_json::from_str(&aim).map_err(corrupt)?,
    })
}

impl Row for Goal {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO goal (id, position, name, commodity_id, aim) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,
                commodity_id = excluded.commodity_id, aim = excluded.aim",
        )
        .bind(self.id.0)
        .bind(self.position)
        .bind(&self.name)
        .bind(self.commodity.0)
        .bind(serde_json::to_string(&self.aim).map_err(corrupt)?)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM goal WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the goal “{}”", self.name)
    }
}

impl Reader {
    /// Every goal, in the order that a person gave them.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn goals(&mut self) -> Result<Vec<Goal>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY position, id"));
        let rows = sqlx::query(sql).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }
}
