//! Tags.

use super::Row;
use crate::transactions::transaction_id;
use crate::{Reader, StoreError};
use ledger::{Day, Tag, TagId};
use sqlx::sqlite::SqliteConnection;

impl Row for Tag {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let name = sqlx::query_scalar("SELECT name FROM tag WHERE id = ?")
            .bind(self.id.0)
            .fetch_optional(connection)
            .await?;
        Ok(name.map(|name| Self { id: self.id, name }))
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO tag (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        )
        .bind(self.id.0)
        .bind(&self.name)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM tag WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("tag “{}”", self.name)
    }
}

impl Reader {
    /// Every tag, in order of name.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn tags(&mut self) -> Result<Vec<Tag>, StoreError> {
        let rows: Vec<(i64, String)> =
            sqlx::query_as("SELECT id, name FROM tag ORDER BY name").fetch_all(self.connection()).await?;
        Ok(rows.into_iter().map(|(id, name)| Tag { id: TagId(id), name }).collect())
    }

    /// How many transactions each tag is on, and the day of the last; those on none are left out.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn tag_uses(&mut self) -> Result<Vec<(TagId, i64, Day)>, StoreError> {
        let sql = "SELECT tag_id, count(*), max(txn_id) FROM txn_tag GROUP BY tag_id";
        let rows: Vec<(i64, i64, i64)> = sqlx::query_as(sql).fetch_all(self.connection()).await?;
        let uses = rows.into_iter();
        uses.map(|(id, count, last)| Ok((TagId(id), count, transaction_id(last)?.day()))).collect()
    }
}
