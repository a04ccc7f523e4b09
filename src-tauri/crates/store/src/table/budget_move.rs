//! Moves of money between purposes, and the templates that moves are made from.

use super::{Row, by_id, corrupt};
use crate::split::{join, join_units, split};
use crate::{Reader, StoreError};
use ledger::AccountId;
use planning::{BudgetId, Move, MoveId, PeriodNumber, Purse, Template, TemplateId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use std::collections::BTreeMap;

const MOVES: &str = "SELECT id, budget_id, period, source, end, high, low, at, reason FROM budget_move";
const TEMPLATES: &str = "SELECT id, budget_id, name, body FROM budget_template";

fn number(purse: Purse) -> i64 {
    match purse {
        Purse::ToAssign => 0,
        Purse::Next => -1,
        Purse::Envelope(account) => account.0,
    }
}

fn purse(number: i64) -> Purse {
    match number {
        0 => Purse::ToAssign,
        -1 => Purse::Next,
        account => Purse::Envelope(AccountId(account)),
    }
}

fn read_move(row: &SqliteRow) -> Result<Move, StoreError> {
    let reason: Option<String> = row.try_get("reason")?;
    Ok(Move {
        id: MoveId(row.try_get("id")?),
        budget: BudgetId(row.try_get("budget_id")?),
        period: row.try_get("period")?,
        from: purse(row.try_get("source")?),
        to: purse(row.try_get("end")?),
        quantity: join(row.try_get("high")?, row.try_get("low")?)?,
        at: row.try_get("at")?,
        reason: reason.map(|text| serde_json::from_str(&text).map_err(corrupt)).transpose()?,
    })
}

fn read_template(row: &SqliteRow) -> Result<Template, StoreError> {
    let lines: String = row.try_get("body")?;
    Ok(Template {
        id: TemplateId(row.try_get("id")?),
        budget: BudgetId(row.try_get("budget_id")?),
        name: row.try_get("name")?,
        lines: serde_json::from_str(&lines).map_err(corrupt)?,
    })
}

impl Row for Move {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, MOVES, self.id.0, read_move).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let (high, low) = split(self.quantity);
        let reason = self.reason.as_ref().map(serde_json::to_string).transpose().map_err(corrupt)?;
        sqlx::query(
            "INSERT INTO budget_move (id, budget_id, period, source, end, high, low, at, reason)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET budget_id = excluded.budget_id, period = excluded.period,
                source = excluded.source, end = excluded.end, high = excluded.high, low = excluded.low,
                at = excluded.at, reason = excluded.reason",
        )
        .bind(self.id.0)
        .bind(self.budget.0)
        .bind(self.period)
        .bind(number(self.from))
        .bind(number(self.to))
        .bind(high)
        .bind(low)
        .bind(self.at)
        .bind(reason)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM budget_move WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        "an assignment of money".into()
    }
}

impl Row for Template {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, TEMPLATES, self.id.0, read_template).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO budget_template (id, budget_id, name, body) VALUES (?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET budget_id = excluded.budget_id, name = excluded.name,
                body = excluded.body",
        )
        .bind(self.id.0)
        .bind(self.budget.0)
        .bind(&self.name)
        .bind(serde_json::to_string(&self.lines).map_err(corrupt)?)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM budget_template WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("template “{}”", self.name)
    }
}

/// What moves put into each purse in a period, less what they took out: smallest units.
pub type PurseSums = BTreeMap<Purse, i128>;

impl Reader {
    /// The moves of a budget in the periods from one to another, in the order in which they were made.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn moves(
        &mut self,
        budget: BudgetId,
        first: PeriodNumber,
        last: PeriodNumber,
    ) -> Result<Vec<Move>, StoreError> {
        let sql = format!("{MOVES} WHERE budget_id = ? AND period BETWEEN ? AND ? ORDER BY id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(budget.0)
            .bind(first)
            .bind(last)
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(read_move).collect()
    }

    /// The moves of every budget from or to an account.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn moves_of(&mut self, account: AccountId) -> Result<Vec<Move>, StoreError> {
        let sql = format!("{MOVES} WHERE source = ?1 OR end = ?1 ORDER BY id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(account.0).fetch_all(self.connection()).await?;
        rows.iter().map(read_move).collect()
    }

    /// What each purse of a budget got in each period from one to another.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn assigned(
        &mut self,
        budget: BudgetId,
        first: PeriodNumber,
        last: PeriodNumber,
    ) -> Result<BTreeMap<PeriodNumber, PurseSums>, StoreError> {
        // One row: each costs a handover between two threads.
        let sums: Option<String> = sqlx::query_scalar(
            "SELECT json_group_array(json_array(period, source, end, high, low)) FROM (
                SELECT period, source, end, sum(high) AS high, sum(low) AS low FROM budget_move
                WHERE budget_id = ? AND period BETWEEN ? AND ? GROUP BY period, source, end
             )",
        )
        .bind(budget.0)
        .bind(first)
        .bind(last)
        .fetch_one(self.connection())
        .await?;
        let sums: Vec<(PeriodNumber, i64, i64, i64, i64)> = match sums {
            Some(sums) => serde_json::from_str(&sums).map_err(corrupt)?,
            None => Vec::new(),
        };
        let mut periods: BTreeMap<PeriodNumber, PurseSums> = BTreeMap::new();
        for (period, source, end, high, low) in sums {
            let purses = periods.entry(period).or_default();
            *purses.entry(purse(source)).or_default() -= join_units(high, low);
            *purses.entry(purse(end)).or_default() += join_units(high, low);
        }
        Ok(periods)
    }

    /// The templates of a budget, in order of name.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn templates(&mut self, budget: BudgetId) -> Result<Vec<Template>, StoreError> {
        let sql = format!("{TEMPLATES} WHERE budget_id = ? ORDER BY name");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(budget.0).fetch_all(self.connection()).await?;
        rows.iter().map(read_template).collect()
    }
}
