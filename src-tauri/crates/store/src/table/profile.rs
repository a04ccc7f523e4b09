//! Remembered ways to read a bank's files.

use super::{Row, by_id};
use crate::{Profile, Reader, StoreError};
use ledger::{AccountId, ProfileId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, name, signature, reading, account_id FROM profile";

fn read(row: &SqliteRow) -> Result<Profile, StoreError> {
    Ok(Profile {
        id: ProfileId(row.try_get("id")?),
        name: row.try_get("name")?,
        signature: row.try_get("signature")?,
        reading: row.try_get("reading")?,
        account: row.try_get::<Option<i64>, _>("account_id")?.map(AccountId),
    })
}

impl Row for Profile {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO profile (id, name, signature, reading, account_id) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, signature = excluded.signature,
                reading = excluded.reading, account_id = excluded.account_id",
        )
        .bind(self.id.0)
        .bind(&self.name)
        .bind(&self.signature)
        .bind(&self.reading)
        .bind(self.account.map(|account| account.0))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM profile WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the file layout “{}”", self.name)
    }
}

impl Reader {
    /// Every remembered way to read files, in order of id.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn profiles(&mut self) -> Result<Vec<Profile>, StoreError> {
        let rows = sqlx::query(COLUMNS).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }
}
