//! Budgets and what a person set for their envelopes.

use super::{Row, by_id, corrupt, from_word, word};
use crate::{Reader, StoreError};
use ledger::{AccountId, CommodityId, Day};
use planning::{Budget, BudgetId, Envelope};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str = "SELECT id, name, commodity_id, method, cadence, since, accounts, archived FROM budget";

fn read(row: &SqliteRow) -> Result<Budget, StoreError> {
    let since = row.try_get("since")?;
    let cadence: String = row.try_get("cadence")?;
    let accounts: Option<String> = row.try_get("accounts")?;
    Ok(Budget {
        id: BudgetId(row.try_get("id")?),
        name: row.try_get("name")?,
        commodity: CommodityId(row.try_get("commodity_id")?),
        method: from_word(row.try_get("method")?)?,
        cadence: serde_json::from_str(&cadence).map_err(corrupt)?,
        since: Day::from_number(since).ok_or_else(|| corrupt(format!("budget since day {since}")))?,
        accounts: accounts.map(|list| serde_json::from_str(&list).map_err(corrupt)).transpose()?,
        archived: row.try_get::<i64, _>("archived")? != 0,
    })
}

impl Row for Budget {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let accounts = self.accounts.as_ref().map(serde_json::to_string).transpose().map_err(corrupt)?;
        sqlx::query(
            "INSERT INTO budget (id, name, commodity_id, method, cadence, since, accounts, archived)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, commodity_id = excluded.commodity_id,
                method = excluded.method, cadence = excluded.cadence, since = excluded.since,
                accounts = excluded.accounts, archived = excluded.archived",
        )
        .bind(self.id.0)
        .bind(&self.name)
        .bind(self.commodity.0)
        .bind(word(self.method)?)
        .bind(serde_json::to_string(&self.cadence).map_err(corrupt)?)
        .bind(self.since.number())
        .bind(accounts)
        .bind(i64::from(self.archived))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM budget WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("budget “{}”", self.name)
    }
}

impl Row for Envelope {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT settings FROM budget_envelope WHERE budget_id = ? AND account_id = ?";
        let settings: Option<String> = sqlx::query_scalar(sql)
            .bind(self.budget.0)
            .bind(self.account.0)
            .fetch_optional(connection)
            .await?;
        let envelope = |settings: String| {
            let settings = serde_json::from_str(&settings).map_err(corrupt)?;
            Ok(Self { settings, ..self.clone() })
        };
        settings.map(envelope).transpose()
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO budget_envelope (budget_id, account_id, settings) VALUES (?, ?, ?)
             ON CONFLICT (budget_id, account_id) DO UPDATE SET settings = excluded.settings",
        )
        .bind(self.budget.0)
        .bind(self.account.0)
        .bind(serde_json::to_string(&self.settings).map_err(corrupt)?)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM budget_envelope WHERE budget_id = ? AND account_id = ?")
            .bind(self.budget.0)
            .bind(self.account.0)
            .execute(connection)
            .await?;
        Ok(())
    }

    fn noun(&self) -> String {
        "an envelope".into()
    }
}

impl Reader {
    /// Every budget, in order of id.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn budgets(&mut self) -> Result<Vec<Budget>, StoreError> {
        let rows = sqlx::query(COLUMNS).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }

    /// What was set for the envelopes of a budget, or of all.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn envelopes(&mut self, budget: Option<BudgetId>) -> Result<Vec<Envelope>, StoreError> {
        let rows: Vec<(i64, i64, String)> = sqlx::query_as(
            "SELECT budget_id, account_id, settings FROM budget_envelope WHERE ?1 IS NULL OR budget_id = ?1",
        )
        .bind(budget.map(|budget| budget.0))
        .fetch_all(self.connection())
        .await?;
        let envelope = |(budget, account, settings): (i64, i64, String)| {
            let settings = serde_json::from_str(&settings).map_err(corrupt)?;
            Ok(Envelope { budget: BudgetId(budget), account: AccountId(account), settings })
        };
        rows.into_iter().map(envelope).collect()
    }
}
