//! Many rows in one statement.
//!
//! `QueryBuilder` writes the text of each statement anew, which costs more than binding its values. Statements of one size
//! have one text.

use crate::StoreError;
use crate::table::corrupt;
use sqlx::sqlite::{SqliteArguments, SqliteConnection};
use sqlx::{Arguments, AssertSqlSafe, Encode, Sqlite, Type};
use std::sync::Arc;

/// Inserts into one table, with as many rows a statement as its caller finds best.
pub(crate) struct Insert {
    head: &'static str,
    columns: usize,
    /// The text for this many rows.
    text: Option<(usize, Arc<str>)>,
    values: SqliteArguments,
    rows: usize,
}

impl Insert {
    /// `head` is `INSERT INTO table (column, …)`, of this many columns.
    pub fn new(head: &'static str, columns: usize) -> Self {
        Self { head, columns, text: None, values: SqliteArguments::default(), rows: 0 }
    }

    /// Makes room for this many rows.
    pub fn reserve(&mut self, rows: usize) {
        self.values.reserve(rows * self.columns, 0);
    }

    /// The next value of the row that is being written.
    pub fn bind<'t, T: Encode<'t, Sqlite> + Type<Sqlite>>(&mut self, value: T) -> Result<(), StoreError> {
        self.values.add(value).map_err(corrupt)
    }

    /// Ends a row.
    pub fn end_row(&mut self) {
        self.rows += 1;
    }

    /// Inserts the rows bound so far.
    pub async fn execute(&mut self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let rows = std::mem::take(&mut self.rows);
        let values = std::mem::take(&mut self.values);
        let text = match &self.text {
            Some((known, text)) if *known == rows => Arc::clone(text),
            _ => self.write_text(rows),
        };
        sqlx::query_with(AssertSqlSafe(text), values).execute(connection).await?;
        Ok(())
    }

    fn write_text(&mut self, rows: usize) -> Arc<str> {
        let row = format!("({})", vec!["?"; self.columns].join(","));
        let text: Arc<str> = format!("{} VALUES {}", self.head, vec![row; rows].join(",")).into();
        self.text = Some((rows, Arc::clone(&text)));
        text
    }
}
