//! What a person said of bills.

use super::{Row, by_id, corrupt};
use crate::{Reader, StoreError};
use ledger::{AccountId, CommodityId, PayeeId};
use planning::{BillDecision, BillDecisionId, ScheduleId};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

const COLUMNS: &str =
    "SELECT id, payee_id, account_id, commodity_id, anchor, dismissed, schedule_id, note FROM bill_decision";

fn read(row: &SqliteRow) -> Result<BillDecision, StoreError> {
    Ok(BillDecision {
        id: BillDecisionId(row.try_get("id")?),
        payee: PayeeId(row.try_get("payee_id")?),
        purpose: AccountId(row.try_get("account_id")?),
        commodity: CommodityId(row.try_get("commodity_id")?),
        anchor: u32::try_from(row.try_get::<i64, _>("anchor")?).map_err(corrupt)?,
        dismissed: row.try_get::<i64, _>("dismissed")? != 0,
        schedule: row.try_get::<Option<i64>, _>("schedule_id")?.map(ScheduleId),
        note: row.try_get("note")?,
    })
}

impl Row for BillDecision {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        by_id(connection, COLUMNS, self.id.0, read).await
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO bill_decision (id, payee_id, account_id, commodity_id, anchor, dismissed, schedule_id, note)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET payee_id = excluded.payee_id, account_id = excluded.account_id,
                commodity_id = excluded.commodity_id, anchor = excluded.anchor, dismissed = excluded.dismissed,
                schedule_id = excluded.schedule_id, note = excluded.note",
        )
        .bind(self.id.0)
        .bind(self.payee.0)
        .bind(self.purpose.0)
        .bind(self.commodity.0)
        .bind(i64::from(self.anchor))
        .bind(i64::from(self.dismissed))
        .bind(self.schedule.map(|schedule| schedule.0))
        .bind(&self.note)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM bill_decision WHERE id = ?").bind(self.id.0).execute(connection).await?;
        Ok(())
    }

    fn noun(&self) -> String {
        "what was said of a bill".to_owned()
    }
}

impl Reader {
    /// What was said of bills, in order of id.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn bill_decisions(&mut self) -> Result<Vec<BillDecision>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY id"));
        let rows = sqlx::query(sql).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }
}
