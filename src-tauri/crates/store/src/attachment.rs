//! The bytes of receipts, each kept once under its hash.

use crate::table::corrupt;
use crate::{Reader, StoreError, Writer};
use sha2::{Digest, Sha256};

impl Writer {
    /// Keeps bytes and answers their SHA-256 as hex. Bytes that nothing refers to yet are kept with the commit.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn keep_content(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        let sha256 = Sha256::digest(bytes);
        sqlx::query("INSERT INTO content (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .bind(sha256.as_slice())
            .bind(bytes)
            .execute(self.connection())
            .await?;
        Ok(hex::encode(sha256))
    }
}

impl Reader {
    /// The bytes whose SHA-256 is `sha256`, as hex.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when they are not kept here; [`StoreError::Corrupt`] when they are not those bytes.
    pub async fn content(&mut self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        let key = hex::decode(sha256).map_err(corrupt)?;
        let bytes: Option<Vec<u8>> = sqlx::query_scalar("SELECT bytes FROM content WHERE sha256 = ?")
            .bind(&key)
            .fetch_optional(self.connection())
            .await?;
        let bytes = bytes.ok_or_else(|| StoreError::Missing { what: "this file".into() })?;
        if Sha256::digest(&bytes).as_slice() != key {
            return Err(corrupt("a kept file differs from its hash"));
        }
        Ok(bytes)
    }
}
