//! One file for each table that holds a noun: how it is read, written and compared.

mod account;
mod attachment;
mod batch;
mod bill_decision;
mod budget;
mod budget_move;
mod commodity;
mod dismissal;
mod floor;
mod goal;
mod own_holiday;
mod payee;
mod price;
mod profile;
mod rule;
mod scenario;
mod schedule;
mod schedule_exception;
mod setting;
mod statement;
mod tag;

pub use budget_move::PurseSums;
pub use setting::Setting;

use crate::StoreError;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

/// A noun that is one row of one table.
pub(crate) trait Row: Sized + PartialEq {
    /// The stored row with the same key.
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError>;
    /// Writes it over whatever has its key.
    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError>;
    /// Takes it away.
    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError>;
    /// What it is, in words, for an error.
    fn noun(&self) -> String;
}

/// The row of a table that has this id, as `read` reads the columns that `select` names.
async fn by_id<T>(
    connection: &mut SqliteConnection,
    select: &str,
    id: i64,
    read: fn(&SqliteRow) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{select} WHERE id = ?"));
    let row = sqlx::query(sql).bind(id).fetch_optional(connection).await?;
    row.as_ref().map(read).transpose()
}

/// A stored word that no longer means anything.
pub(crate) fn corrupt(what: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt { what: what.to_string() }
}

/// The word that serde gives a field-less enum variant.
pub(crate) fn word<T: serde::Serialize>(value: T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(corrupt(format!("{other:?} is not a word"))),
    }
}

/// The field-less enum variant that a word names.
pub(crate) fn from_word<T: serde::de::DeserializeOwned>(word: &str) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(corrupt)
}
