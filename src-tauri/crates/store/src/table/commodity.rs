//! Commodities.

use super::{Row, by_id, corrupt, from_word, word};
use crate::{Reader, StoreError};
use ledger::{Commodity, CommodityId, Scale};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, code, name, kind, scale, symbol FROM commodity";

fn read(row: &SqliteRow) -> Result<Commodity, StoreError> {
    let decimals = u8::try_from(row.try_get::<i64, _>("scale")?).map_err(corrupt)?;
    Ok(Commodity {
        id: CommodityId(row.try_get("id")?),
        code: row.try_get("code")?,
        name: row.try_get("name")?,
        kind: from_word(row.try_get("kind")?)?,
        scale: Scale::new(decimals)?,
        symbol: row.try_get("symbol")?,
    })
}

impl Row for Commodity {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO commodity (id, code, name, kind, scale, symbol) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, kind = excluded.kind,
                scale = excluded.scale, symbol = excluded.symbol",
        )
        .bind(self.id.0)
        .bind(&self.code)
        .bind(&self.name)
        .bind(word(self.kind)?)
        .bind(i64::from(self.scale.decimals()))
        .bind(&self.symbol)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM commodity WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("commodity “{}”", self.code)
    }
}

impl Reader {
    /// Every commodity, in order of id.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn commodities(&mut self) -> Result<Vec<Commodity>, StoreError> {
        let rows = sqlx::query(COLUMNS).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }
}
