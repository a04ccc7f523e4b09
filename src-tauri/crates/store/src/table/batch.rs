//! Imports.

use super::{Row, by_id, corrupt};
use crate::{Batch, Reader, StoreError};
use ledger::{BatchId, ProfileId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, file_name, format, profile_id, sha256, imported_at FROM batch";

fn read(row: &SqliteRow) -> Result<Batch, StoreError> {
    Ok(Batch {
        id: BatchId(row.try_get("id")?),
        file_name: row.try_get("file_name")?,
        format: row.try_get("format")?,
        profile: row.try_get::<Option<i64>, _>("profile_id")?.map(ProfileId),
        sha256: hex::encode(row.try_get::<Vec<u8>, _>("sha256")?),
        imported_at: row.try_get("imported_at")?,
    })
}

impl Row for Batch {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO batch (id, file_name, format, profile_id, sha256, imported_at) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET file_name = excluded.file_name, format = excluded.format,
                profile_id = excluded.profile_id, sha256 = excluded.sha256, imported_at = excluded.imported_at",
        )
        .bind(self.id.0)
        .bind(&self.file_name)
        .bind(&self.format)
        .bind(self.profile.map(|profile| profile.0))
        .bind(hex::decode(&self.sha256).map_err(corrupt)?)
        .bind(self.imported_at)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM batch WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the import of “{}”", self.file_name)
    }
}

impl Reader {
    /// Every import, newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn batches(&mut self) -> Result<Vec<Batch>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY id DESC"));
        let rows = sqlx::query(sql).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }
}
