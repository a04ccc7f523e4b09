//! Accounts.

use super::{Row, by_id, corrupt};
use crate::{Reader, StoreError};
use ledger::{Account, AccountId, AccountTree, CommodityId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, parent_id, name, kind, commodity_id, number, note, closed FROM account";

fn read(row: &SqliteRow) -> Result<Account, StoreError> {
    let kind: String = row.try_get("kind")?;
    Ok(Account {
        id: AccountId(row.try_get("id")?),
        parent: row.try_get::<Option<i64>, _>("parent_id")?.map(AccountId),
        name: row.try_get("name")?,
        kind: kind.parse().map_err(corrupt)?,
        commodity: row.try_get::<Option<i64>, _>("commodity_id")?.map(CommodityId),
        number: row.try_get("number")?,
        note: row.try_get("note")?,
        closed: row.try_get::<i64, _>("closed")? != 0,
    })
}

impl Row for Account {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO account (id, parent_id, name, kind, commodity_id, number, note, closed)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name,
                kind = excluded.kind, commodity_id = excluded.commodity_id, number = excluded.number,
                note = excluded.note, closed = excluded.closed",
        )
        .bind(self.id.0)
        .bind(self.parent.map(|parent| parent.0))
        .bind(&self.name)
        .bind(self.kind.code())
        .bind(self.commodity.map(|commodity| commodity.0))
        .bind(&self.number)
        .bind(&self.note)
        .bind(i64::from(self.closed))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM account WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("account “{}”", self.name)
    }
}

impl Reader {
    /// Every account.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn accounts(&mut self) -> Result<AccountTree, StoreError> {
        let rows = sqlx::query(COLUMNS).fetch_all(self.connection()).await?;
        Ok(AccountTree::new(rows.iter().map(read).collect::<Result<Vec<_>, _>>()?))
    }
}
