//! Receipts: the row; the bytes are in `content`.

use super::{Row, by_id, corrupt};
use crate::{Attachment, Reader, StoreError};
use ledger::AttachmentId;
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, txn_serial, name, media_type, size, sha256 FROM attachment";

fn read(row: &SqliteRow) -> Result<Attachment, StoreError> {
    Ok(Attachment {
        id: AttachmentId(row.try_get("id")?),
        transaction_serial: u32::try_from(row.try_get::<i64, _>("txn_serial")?).map_err(corrupt)?,
        name: row.try_get("name")?,
        media_type: row.try_get("media_type")?,
        size: row.try_get("size")?,
        sha256: hex::encode(row.try_get::<Vec<u8>, _>("sha256")?),
    })
}

impl Row for Attachment {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO attachment (id, txn_serial, name, media_type, size, sha256) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET txn_serial = excluded.txn_serial, name = excluded.name,
                media_type = excluded.media_type, size = excluded.size, sha256 = excluded.sha256",
        )
        .bind(self.id.0)
        .bind(i64::from(self.transaction_serial))
        .bind(&self.name)
        .bind(&self.media_type)
        .bind(self.size)
        .bind(hex::decode(&self.sha256).map_err(corrupt)?)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM attachment WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the file “{}”", self.name)
    }
}

impl Reader {
    /// The files kept with the transaction of this serial number, in the order they were added.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn attachments(&mut self, transaction_serial: u32) -> Result<Vec<Attachment>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE txn_serial = ? ORDER BY id"));
        let rows = sqlx::query(sql).bind(i64::from(transaction_serial)).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }
}
