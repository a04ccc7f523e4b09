//! Statement balances.

use super::{Row, by_id, corrupt};
use crate::split::{join, split};
use crate::{Reader, StoreError};
use ledger::{AccountId, Amount, CommodityId, Day, Statement, StatementId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, account_id, day, commodity_id, high, low, reconciled FROM statement";

fn read(row: &SqliteRow) -> Result<Statement, StoreError> {
    let day = row.try_get("day")?;
    let quantity = join(row.try_get("high")?, row.try_get("low")?)?;
    Ok(Statement {
        id: StatementId(row.try_get("id")?),
        account: AccountId(row.try_get("account_id")?),
        day: Day::from_number(day).ok_or_else(|| corrupt(format!("statement on day {day}")))?,
        balance: Amount::new(quantity, CommodityId(row.try_get("commodity_id")?)),
        reconciled: row.try_get::<i64, _>("reconciled")? != 0,
    })
}

impl Row for Statement {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let (high, low) = split(self.balance.quantity);
        sqlx::query(
            "INSERT INTO statement (id, account_id, day, commodity_id, high, low, reconciled)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, day = excluded.day,
                commodity_id = excluded.commodity_id, high = excluded.high, low = excluded.low,
                reconciled = excluded.reconciled",
        )
        .bind(self.id.0)
        .bind(self.account.0)
        .bind(self.day.number())
        .bind(self.balance.commodity.0)
        .bind(high)
        .bind(low)
        .bind(i64::from(self.reconciled))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM statement WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the statement of {}", self.day)
    }
}

impl Reader {
    /// The statement balances of one account, or of all, in order of day.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn statements(&mut self, account: Option<AccountId>) -> Result<Vec<Statement>, StoreError> {
        let sql = format!("{COLUMNS} WHERE ?1 IS NULL OR account_id = ?1 ORDER BY day, id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(account.map(|account| account.0))
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(read).collect()
    }
}
