//! Payees.

use super::Row;
use crate::transactions::transaction_id;
use crate::{Reader, StoreError};
use ledger::{Day, Payee, PayeeId};
use sqlx::sqlite::SqliteConnection;

impl Row for Payee {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let name = sqlx::query_scalar("SELECT name FROM payee WHERE id = ?")
            .bind(self.id.0)
            .fetch_optional(connection)
            .await?;
        Ok(name.map(|name| Self { id: self.id, name }))
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO payee (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        )
        .bind(self.id.0)
        .bind(&self.name)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM payee WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("payee “{}”", self.name)
    }
}

impl Reader {
    /// Every payee, in order of name.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn payees(&mut self) -> Result<Vec<Payee>, StoreError> {
        let rows: Vec<(i64, String)> =
            sqlx::query_as("SELECT id, name FROM payee ORDER BY name").fetch_all(self.connection()).await?;
        Ok(rows.into_iter().map(|(id, name)| Payee { id: PayeeId(id), name }).collect())
    }

    /// How many transactions each payee is met in, and the day of the last; those of none are left out.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn payee_uses(&mut self) -> Result<Vec<(PayeeId, i64, Day)>, StoreError> {
        let sql = "SELECT payee_id, count(*), max(id) FROM txn WHERE payee_id IS NOT NULL GROUP BY payee_id";
        let rows: Vec<(i64, i64, i64)> = sqlx::query_as(sql).fetch_all(self.connection()).await?;
        let uses = rows.into_iter();
        uses.map(|(id, count, last)| Ok((PayeeId(id), count, transaction_id(last)?.day()))).collect()
    }
}
