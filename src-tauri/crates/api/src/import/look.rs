//! A file in its own words beside what was made of it.

use super::open::{FileReading, PendingFile};
use super::view::{UnreadableView, small};
use crate::{ApiError, Books, Id};
use exchange::csv::{self, SampleRow};
use exchange::{Draft, LeftOut, Unreadable};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// The first rows of a delimited file as they are cut now, and what is read of them.
#[derive(Debug, Clone, Default, Serialize, Type)]
pub struct ImportSample {
    /// What stands above the table.
    pub above: Vec<SampleRow>,
    /// The rows of the header.
    pub header: Vec<SampleRow>,
    /// The first rows below it.
    pub rows: Vec<ImportSampleRow>,
}

/// A row of a file and what is read of it.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ImportSampleRow {
    /// The line on which it starts.
    pub line: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// What is read of it; nothing while the file as a whole cannot be read.
    pub read: Option<SampleRead>,
}

/// What is read of a row.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum SampleRead {
    /// A movement of money.
    Movement {
        /// Its day.
        date: String,
        /// Who was paid, or paid, where the file has a column for it.
        payee: String,
        /// The bank's text.
        description: String,
        /// How much went into the account (negative: out of it), as decimal text.
        amount: String,
        /// The commodity's code, where the row or the file states one.
        commodity: Option<String>,
        /// The balance after it.
        balance: Option<String>,
    },
    /// It cannot be read.
    Unreadable {
        /// Where and why.
        row: UnreadableView,
    },
    /// It is no movement of money.
    LeftOut {
        /// What it is instead.
        row: LeftOut,
    },
}

/// Rows of a file that bring nothing into the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[serde(rename = "ImportOther")]
pub enum Other {
    /// Those that cannot be read.
    Unreadable,
    /// Those that are no movement of money.
    LeftOut,
}

/// A page of rows that bring nothing into the books.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ImportOthers {
    /// How many there are.
    pub total: u32,
    /// Those of this page, in the order of the file.
    pub rows: Vec<ImportOtherRow>,
}

/// A row that brings nothing into the books.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ImportOtherRow {
    /// Its line in the file.
    pub line: u32,
    /// The line as the file has it.
    pub text: String,
    /// Why it cannot be read.
    pub unreadable: Option<UnreadableView>,
    /// What it is, if it is no movement of money.
    pub left_out: Option<LeftOut>,
}

/// Rows of the table that a person is shown.
const SHOWN: usize = 20;

impl Books {
    /// The first rows of a delimited file; none of a file of another format, whose reading has no columns to choose.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`]; [`crate::ErrorCode::Invalid`] for an encoding or delimiter that is none.
    pub async fn import_sample(&self, import: Id, file: u32) -> Result<ImportSample, ApiError> {
        let mut imports = self.imports.lock().await;
        let file = imports.file(import, file)?;
        let FileReading::Csv { reading } = &file.reading else { return Ok(ImportSample::default()) };
        let cut = csv::preview(&file.bytes, reading, SHOWN);
        let cut = cut.map_err(|failure| ApiError::invalid(failure.to_string()))?;
        let mut read = what_is_read(file, &cut.rows);
        let row = |SampleRow { line, cells }| ImportSampleRow { line, cells, read: read.remove(&line) };
        Ok(ImportSample {
            above: cut.above,
            header: cut.header,
            rows: cut.rows.into_iter().map(row).collect(),
        })
    }

    /// `count` rows of a statement that bring nothing into the books, from row `skip` on.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_others(
        &self,
        import: Id,
        file: u32,
        statement: u32,
        which: Other,
        skip: u32,
        count: u32,
    ) -> Result<ImportOthers, ApiError> {
        let mut imports = self.imports.lock().await;
        let file = imports.file(import, file)?;
        let found = file.statements.get(statement as usize);
        let (unreadable, left_out): (&[Unreadable], &[LeftOut]) = match (&file.everything, found) {
            (Some((reading, _)), _) => (&reading.unreadable, &[]),
            (None, Some(statement)) => {
                let plan = statement.plan.as_ref();
                let unreadable = plan.map_or(&statement.draft.unreadable, |plan| &plan.unreadable);
                (unreadable, &statement.draft.left_out)
            }
            (None, None) => return Err(ApiError::missing(format!("statement {statement}"))),
        };
        let (skip, count) = (skip as usize, count as usize);
        let row =
            |line, unreadable, left_out| ImportOtherRow { line, text: String::new(), unreadable, left_out };
        let (total, mut rows): (usize, Vec<ImportOtherRow>) = match which {
            Other::Unreadable => {
                let page = unreadable.iter().skip(skip).take(count);
                let page = page.map(|found| row(found.line, Some(UnreadableView::of(found.clone())), None));
                (unreadable.len(), page.collect())
            }
            Other::LeftOut => {
                let page = left_out.iter().skip(skip).take(count);
                (left_out.len(), page.map(|found| row(found.line, None, Some(found.clone()))).collect())
            }
        };
        let wanted: Vec<u32> = rows.iter().map(|row| row.line).collect();
        let mut texts = exchange::lines(&file.bytes, file.encoding(), &wanted);
        for row in &mut rows {
            row.text = texts.remove(&row.line).unwrap_or_default();
        }
        Ok(ImportOthers { total: small(total), rows })
    }
}

/// What is read of the lines of a sample.
fn what_is_read(file: &PendingFile, rows: &[SampleRow]) -> HashMap<u32, SampleRead> {
    let (first, last) = match rows {
        [] => return HashMap::new(),
        [first, .., last] => (first.line, last.line),
        [only] => (only.line, only.line),
    };
    let shown = |line: u32| (first..=last).contains(&line);
    let mut read = HashMap::new();
    for statement in &file.statements {
        let draft = &statement.draft;
        let movements = draft.drafts.iter().filter(|row| shown(row.line));
        read.extend(movements.map(|row| (row.line, movement(row, draft.account.commodity.as_deref()))));
        let left_out = draft.left_out.iter().filter(|row| shown(row.line));
        read.extend(left_out.map(|row| (row.line, SampleRead::LeftOut { row: row.clone() })));
        let unreadable = draft.unreadable.iter().filter(|row| shown(row.line));
        read.extend(
            unreadable.map(|row| (row.line, SampleRead::Unreadable { row: UnreadableView::of(row.clone()) })),
        );
    }
    read
}

fn movement(row: &Draft, commodity: Option<&str>) -> SampleRead {
    SampleRead::Movement {
        date: row.day.to_string(),
        payee: row.payee.clone().unwrap_or_default(),
        description: row.description.clone(),
        amount: row.amount.to_string(),
        commodity: row.commodity.as_deref().or(commodity).map(str::to_owned),
        balance: row.balance.map(|balance| balance.to_string()),
    }
}

impl PendingFile {
    /// The name of the encoding by which it is read, where one is chosen.
    fn encoding(&self) -> Option<&str> {
        match &self.reading {
            FileReading::Csv { reading } => Some(&reading.encoding),
            FileReading::Qif { reading } => Some(&reading.encoding),
            FileReading::Everything | FileReading::Ofx => None,
        }
    }
}
