//! Committing an import: one batch, one step to undo.

use super::open::{ImportFile, PendingFile, open_file};
use super::plan::{Planner, RowPlan, chosen};
use super::target::{self, Target};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode, Id};
use exchange::matching::Outcome;
use exchange::{FileError, Format, StatementDraft};
use ledger::{AccountId, Amount, BatchId, Day, ProfileId, Quantity, Statement, StatementId};
use serde::Serialize;
use specta::Type;
use store::{Batch, Delta, Profile, Progress};

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
pub struct ImportResult {
    /// Rows that made a transaction.
    pub new: u32,
    /// Rows that were in the books already.
    pub duplicate: u32,
    /// Rows that told more of a transaction that was there.
    pub updated: u32,
    /// Rows that could not be read.
    pub unreadable: Vec<UnreadableRow>,
    /// Rows that a person left out.
    pub skipped: u32,
    /// The accounts that rows went to.
    pub accounts: Vec<String>,
    /// What undo takes back, for each file.
    pub entries: Vec<EntryView>,
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

impl ImportResult {
    /// Adds what came of another import.
    pub fn add(&mut self, other: Self) {
        self.new += other.new;
        self.duplicate += other.duplicate;
        self.updated += other.updated;
        self.skipped += other.skipped;
        self.unreadable.extend(other.unreadable);
        self.entries.extend(other.entries);
        self.accounts.extend(other.accounts);
        self.accounts.sort();
        self.accounts.dedup();
    }
}

impl Books {
    /// Commits an import that was looked at: each file is one batch and one step to undo.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] while a statement has no account; nothing of a file is kept when it fails.
    pub async fn import_commit(&self, import: Id, progress: &Progress) -> Result<ImportResult, ApiError> {
        let mut files = self.imports.lock().await.take(import)?;
        let committed = self.commit_files(&mut files, progress).await;
        if committed.is_err() {
            self.imports.lock().await.put_back(import, files);
        }
        committed
    }

    /// Imports a file at once, without a person looking at it. Statements of other accounts in the same file go to accounts
    /// of their own names.
    ///
    /// # Errors
    /// [`ErrorCode::File`] with the reason when the file cannot be read; [`ErrorCode::Missing`] for an unknown account.
    pub async fn import(
        &self,
        file: ImportFile,
        account: Option<Id>,
        opening: bool,
        progress: &Progress,
    ) -> Result<ImportResult, ApiError> {
        let account = account.map(|id| AccountId(id.into()));
        let mut reader = self.store.read().await?;
        let profiles = reader.profiles().await?;
        let names = reader.names().await?;
        drop(reader);
        if let Some(account) = account {
            crate::accounts::find(&names, account)?;
        }
        let mut file = open_file(file, &profiles);
        if let Some(failure) = &file.failure {
            return Err(unreadable_file(&file.name, failure));
        }
        let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem).to_owned();
        let targets: Vec<Option<Target>> =
            file.statements.iter().map(|statement| target::find(&statement.draft.account, &names)).collect();
        // The statement that names the account is the one meant; else the first.
        let meant = account.map(|account| {
            let place = targets.iter().position(|target| *target == Some(Target::Account(account)));
            (place.unwrap_or(0), account)
        });
        for (place, (statement, target)) in file.statements.iter_mut().zip(targets).enumerate() {
            statement.opening = opening;
            let suggestion = || Target::New(target::suggestion(&statement.draft.account, &stem));
            statement.target = match meant {
                Some((meant, account)) if place == meant => Some(Target::Account(account)),
                Some(_) => target.or_else(|| Some(suggestion())),
                None => target,
            };
        }
        self.commit_files(&mut [file], progress).await
    }

    async fn commit_files(
        &self,
        files: &mut [PendingFile],
        progress: &Progress,
    ) -> Result<ImportResult, ApiError> {
        let open = |file: &&PendingFile| file.statements.iter().any(|statement| statement.target.is_none());
        if let Some(file) = files.iter().filter(|file| file.failure.is_none()).find(open) {
            return Err(ApiError::invalid(format!("choose the account of “{}” first", file.name)));
        }
        self.store.backup(store::BackupReason::Bulk).await?;
        let mut result = ImportResult::default();
        for file in files.iter_mut().filter(|file| file.failure.is_none()) {
            if let Some((reading, _)) = &file.everything {
                result.add(self.import_everything(&file.name, &file.sha256, reading, progress).await?);
            } else {
                self.commit_file(file, progress, &mut result).await?;
            }
        }
        Ok(result)
    }

    async fn commit_file(
        &self,
        file: &mut PendingFile,
        progress: &Progress,
        result: &mut ImportResult,
    ) -> Result<(), ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let batch = BatchId(edit.writer().next_id("batch").await?);
        let profile = remember(&mut edit, file).await?;
        let source = file.source(profile);
        let mut planner = Planner::new(&mut edit, batch, source).await?;
        planner.file(file).await?;
        planner.finish();
        let counted = count(file, &edit, result);
        for statement in &file.statements {
            if let Some(account) = statement.plan.as_ref().and_then(|plan| plan.account) {
                note_closing(&mut edit, &statement.draft, account).await?;
            }
        }
        let nothing = counted.new == 0 && counted.updated == 0 && edit.changes.is_empty();
        if nothing {
            return Ok(());
        }
        let word = match file.format {
            Format::Csv => "csv",
            Format::Ofx => "ofx",
            Format::Qif => "qif",
        };
        let made = Batch {
            id: batch,
            file_name: file.name.clone(),
            format: word.to_owned(),
            profile,
            sha256: file.sha256.clone(),
            imported_at: chrono::Utc::now().timestamp_millis(),
        };
        // The batch goes first: undo takes it away last.
        edit.changes.insert(0, Delta::added(made).into());
        let detail = serde_json::json!({
            "file": file.name, "new": counted.new, "updated": counted.updated, "duplicate": counted.duplicate,
        });
        let entry = edit.commit_with("import", detail, progress).await?;
        result.entries.extend(EntryView::of(entry)?);
        Ok(())
    }
}

/// How many rows of one file came to what.
#[derive(Default)]
struct Counted {
    new: u32,
    updated: u32,
    duplicate: u32,
}

fn count(file: &PendingFile, edit: &Edit, result: &mut ImportResult) -> Counted {
    let mut counted = Counted::default();
    for statement in &file.statements {
        let Some(plan) = &statement.plan else { continue };
        if let Some(account) = plan.account {
            result.accounts.push(edit.names.accounts.path(account));
        }
        let outcome = |row: &RowPlan| chosen(&row.decision, statement.choices.get(&row.draft));
        for row in &plan.rows {
            match outcome(row) {
                Some(Outcome::New) => counted.new += 1,
                Some(Outcome::Update { .. }) => counted.updated += 1,
                Some(Outcome::Duplicate { .. }) => counted.duplicate += 1,
                None => result.skipped += 1,
            }
        }
        result.unreadable.extend(plan.unreadable.iter().map(|row| UnreadableRow {
            line: row.line,
            column: row.column.clone(),
            reason: row.reason.to_string(),
        }));
    }
    result.new += counted.new;
    result.updated += counted.updated;
    result.duplicate += counted.duplicate;
    counted
}

/// Remembers how a delimited file was read, and for which account, for the next file of its kind.
async fn remember(edit: &mut Edit, file: &PendingFile) -> Result<Option<ProfileId>, ApiError> {
    let Some((signature, reading)) = file.layout() else { return Ok(None) };
    let account = match file.statements.as_slice() {
        [only] => match &only.target {
            Some(Target::Account(account)) => Some(*account),
            _ => None,
        },
        _ => None,
    };
    let known = edit.books().profiles().await?.into_iter().find(|known| known.signature == signature);
    match known {
        Some(before) => {
            let after = Profile { reading, account: account.or(before.account), ..before.clone() };
            let id = after.id;
            if after != before {
                edit.change(Delta::replaced(before, after));
            }
            Ok(Some(id))
        }
        None => {
            let id = ProfileId(edit.writer().next_id("profile").await?);
            edit.change(Delta::added(Profile { id, name: file.name.clone(), signature, reading, account }));
            Ok(Some(id))
        }
    }
}

/// Notes the closing balance that a file states, to be compared with the books from then on.
async fn note_closing(
    edit: &mut Edit,
    statement: &StatementDraft,
    account: AccountId,
) -> Result<(), ApiError> {
    let Some(closing) = statement.closing else { return Ok(()) };
    let last: Option<Day> = statement.drafts.last().map(|draft| draft.day);
    let Some(day) = closing.day.or(last) else { return Ok(()) };
    let own = edit.names.accounts.get(account).and_then(|found| found.commodity);
    let commodity = match (&statement.account.commodity, own) {
        (_, Some(own)) => own,
        (Some(code), None) => edit.commodity(code).await?.id,
        (None, None) => return Ok(()),
    };
    let Ok(quantity) = Quantity::from_decimal(closing.amount, edit.names.scale(commodity)) else {
        return Ok(());
    };
    let balance = Amount::new(quantity, commodity);
    let known = edit.books().statements(Some(account)).await?;
    if known.iter().any(|known| known.day == day && known.balance == balance) {
        return Ok(());
    }
    let id = StatementId(edit.writer().next_id("statement").await?);
    edit.change(Delta::added(Statement { id, account, day, balance, reconciled: false }));
    Ok(())
}

/// Why a whole file cannot be read, for a person.
fn unreadable_file(name: &str, failure: &FileError) -> ApiError {
    ApiError::new(ErrorCode::File, format!("“{name}” cannot be read: {failure}"))
        .with("path", name)
        .with("what", failure)
}
