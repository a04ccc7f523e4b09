//! What came of an import.

use super::open::PendingFile;
use super::plan::{RowPlan, chosen};
use crate::edit::Edit;
use crate::{ApiError, EntryView, Id};
use exchange::matching::Outcome;
use exchange::{LeftOut, Unreadable};
use serde::Serialize;
use specta::Type;

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
pub struct ImportResult {
    /// Rows that made a transaction.
    pub new: u32,
    /// Rows that were in the books already.
    pub duplicate: u32,
    /// Rows that told more of a transaction that was there.
    pub updated: u32,
    /// Rows that could not be read, file after file.
    pub unreadable: Vec<UnreadableRow>,
    /// Rows that are no movement of money, file after file.
    pub left_out: Vec<LeftOutRow>,
    /// Rows that a person left out.
    pub skipped: u32,
    /// The same for each file, in their order.
    pub files: Vec<FileResult>,
    /// The accounts that rows went to.
    pub accounts: Vec<String>,
    /// The same accounts by number.
    pub account_ids: Vec<Id>,
    /// What undo takes back, oldest first.
    pub entries: Vec<EntryView>,
}

/// How many rows of one file came to what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
#[serde(rename = "ImportFileResult")]
pub struct FileResult {
    /// Its name.
    pub file: String,
    /// Rows that made a transaction.
    pub new: u32,
    /// Rows that were in the books already.
    pub duplicate: u32,
    /// Rows that told more of a transaction that was there.
    pub updated: u32,
    /// Rows that a person left out.
    pub skipped: u32,
    /// Rows that could not be read.
    pub unreadable: u32,
    /// Rows that are no movement of money.
    pub left_out: u32,
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UnreadableRow {
    /// The line of the file.
    pub line: u32,
    /// The column.
    pub column: Option<String>,
    /// What is wrong, in English.
    pub reason: String,
}

/// A row that is no movement of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LeftOutRow {
    /// The line of the file.
    pub line: u32,
    /// What it is instead, in English.
    pub reason: String,
}

impl From<&Unreadable> for UnreadableRow {
    fn from(row: &Unreadable) -> Self {
        Self { line: row.line, column: row.column.clone(), reason: row.reason.to_string() }
    }
}

impl From<&LeftOut> for LeftOutRow {
    fn from(row: &LeftOut) -> Self {
        Self { line: row.line, reason: row.what.to_string() }
    }
}

impl FileResult {
    /// Adds what came of another file.
    pub(super) fn add(&mut self, other: &Self) {
        self.new += other.new;
        self.duplicate += other.duplicate;
        self.updated += other.updated;
        self.skipped += other.skipped;
        self.unreadable += other.unreadable;
        self.left_out += other.left_out;
    }
}

impl ImportResult {
    /// Adds what came of a file.
    pub(super) fn add(&mut self, file: FileResult) {
        self.new += file.new;
        self.duplicate += file.duplicate;
        self.updated += file.updated;
        self.skipped += file.skipped;
        self.files.push(file);
    }

    /// Counts and adds what the plans of a file's statements come to.
    pub(super) fn count(&mut self, file: &PendingFile, edit: &Edit) -> Result<FileResult, ApiError> {
        let (unreadable, left_out) = (self.unreadable.len(), self.left_out.len());
        let mut counted = FileResult { file: file.name.clone(), ..FileResult::default() };
        for statement in &file.statements {
            let Some(plan) = &statement.plan else { continue };
            if let Some(account) = plan.account {
                self.accounts.push(edit.names.accounts.path(account));
                self.account_ids.push(crate::accounts::to_id(account.0)?);
            }
            let outcome = |row: &RowPlan| chosen(&row.decision, statement.choices.get(&row.draft));
            for row in &plan.rows {
                match outcome(row) {
                    Some(Outcome::New) => counted.new += 1,
                    Some(Outcome::Update { .. }) => counted.updated += 1,
                    Some(Outcome::Duplicate { .. }) => counted.duplicate += 1,
                    None => counted.skipped += 1,
                }
            }
            self.unreadable.extend(plan.unreadable.iter().map(UnreadableRow::from));
            self.left_out.extend(statement.draft.left_out.iter().map(LeftOutRow::from));
        }
        let rows = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        counted.unreadable = rows(self.unreadable.len() - unreadable);
        counted.left_out = rows(self.left_out.len() - left_out);
        self.add(counted.clone());
        Ok(counted)
    }
}
