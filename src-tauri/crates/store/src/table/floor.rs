//! What accounts should hold at least.

use super::Row;
use crate::split::{join, split};
use crate::{Reader, StoreError};
use ledger::{AccountId, CommodityId};
use planning::Floor;
use sqlx::sqlite::SqliteConnection;

impl Row for Floor {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT high, low FROM account_floor WHERE account_id = ? AND commodity_id = ?";
        let row: Option<(i64, i64)> = sqlx::query_as(sql)
            .bind(self.account.0)
            .bind(self.commodity.0)
            .fetch_optional(connection)
            .await?;
        row.map(|(high, low)| Ok(Self { quantity: join(high, low)?, ..*self })).transpose()
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let (high, low) = split(self.quantity);
        sqlx::query(
            "INSERT INTO account_floor (account_id, commodity_id, high, low) VALUES (?, ?, ?, ?)
             ON CONFLICT (account_id, commodity_id) DO UPDATE SET high = excluded.high, low = excluded.low",
        )
        .bind(self.account.0)
        .bind(self.commodity.0)
        .bind(high)
        .bind(low)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM account_floor WHERE account_id = ? AND commodity_id = ?")
            .bind(self.account.0)
            .bind(self.commodity.0)
            .execute(connection)
            .await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the floor of account {}", self.account)
    }
}

impl Reader {
    /// What accounts should hold at least, in order of account.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn floors(&mut self) -> Result<Vec<Floor>, StoreError> {
        let sql =
            "SELECT account_id, commodity_id, high, low FROM account_floor ORDER BY account_id, commodity_id";
        let rows: Vec<(i64, i64, i64, i64)> = sqlx::query_as(sql).fetch_all(self.connection()).await?;
        let floor = |(account, commodity, high, low): (i64, i64, i64, i64)| {
            let (account, commodity) = (AccountId(account), CommodityId(commodity));
            Ok(Floor { account, commodity, quantity: join(high, low)? })
        };
        rows.into_iter().map(floor).collect()
    }
}
