//! The format of the file over time.

use crate::StoreError;
use sqlx::sqlite::SqliteConnection;
use std::path::Path;

/// Marks the file as ours: "Coff" in ASCII.
const APPLICATION_ID: i64 = 0x436f_6666;

/// Every step from one format to the next; the format's number is how many have been taken.
const STEPS: &[&str] = &[
    include_str!("../migrations/0001_books.sql"),
    include_str!("../migrations/0002_budgets.sql"),
    include_str!("../migrations/0003_schedules.sql"),
    include_str!("../migrations/0004_goals.sql"),
    include_str!("../migrations/0005_days.sql"),
];

/// The newest format.
pub(crate) fn newest() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// The file's format: 0 for a new file.
///
/// # Errors
/// [`StoreError::Newer`] and [`StoreError::NotALedger`] for what this version must not touch.
pub(crate) async fn format(connection: &mut SqliteConnection, path: &Path) -> Result<i64, StoreError> {
    let found: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *connection).await?;
    let application: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await?;
    if application != APPLICATION_ID && (found != 0 || application != 0) {
        return Err(StoreError::NotALedger { path: path.to_path_buf() });
    }
    if found > newest() {
        return Err(StoreError::Newer { found, known: newest() });
    }
    Ok(found)
}

/// Takes every step that the file lacks, each in a transaction of its own.
pub(crate) async fn migrate(connection: &mut SqliteConnection, from: i64) -> Result<(), StoreError> {
    for (step, sql) in (1_i64..).zip(STEPS).filter(|(step, _)| *step > from) {
        let script = format!(
            "BEGIN IMMEDIATE; {sql}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {step}; COMMIT"
        );
        if let Err(error) = sqlx::raw_sql(sqlx::AssertSqlSafe(script)).execute(&mut *connection).await {
            sqlx::raw_sql("ROLLBACK").execute(&mut *connection).await.ok();
            return Err(error.into());
        }
    }
    Ok(())
}
