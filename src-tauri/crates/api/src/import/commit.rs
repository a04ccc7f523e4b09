//! Committing an import: one batch, one step to undo.

use super::open::{ImportFile, PendingFile, open_file, stem};
use super::plan::{Planner, RowPlan, chosen};
use super::target::{self, Target};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode, Id};
use exchange::matching::Outcome;
use exchange::{FileError, Format, StatementDraft};
use ledger::{AccountId, Amount, BatchId, Day, ProfileId, Quantity, Statement, StatementId};
use serde::Serialize;
use specta::Type;
use std::collections::HashMap;
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
    /// The same accounts by number.
    pub account_ids: Vec<Id>,
    /// What undo takes back, oldest first.
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
        self.account_ids.extend(other.account_ids);
        self.account_ids.sort_unstable();
        self.account_ids.dedup();
    }
}

impl Books {
    /// Commits an import that was looked at, as one step to undo; a table of everything is a step of its own.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] while a statement has no account; nothing is kept when it fails.
    pub async fn import_commit(&self, import: Id, progress: &Progress) -> Result<ImportResult, ApiError> {
        let mut files = self.imports.lock().await.take(import)?;
        let committed = self.commit_files(&mut files, false, progress).await;
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
        let stem = stem(&file.name).to_owned();
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
        self.commit_files(&mut [file], true, progress).await
    }

    /// Commits files as one action: nothing of it is kept when it fails, and one undo takes all of it back. Files that
    /// nobody looks at again are emptied on the way.
    async fn commit_files(
        &self,
        files: &mut [PendingFile],
        at_once: bool,
        progress: &Progress,
    ) -> Result<ImportResult, ApiError> {
        let open = |file: &&PendingFile| file.statements.iter().any(|statement| statement.target.is_none());
        if let Some(file) = files.iter().filter(|file| file.failure.is_none()).find(open) {
            return Err(ApiError::invalid(format!("choose the account of “{}” first", file.name)));
        }
        self.store.backup(store::BackupReason::Bulk).await?;
        let mut result = ImportResult::default();
        for file in files.iter().filter(|file| file.failure.is_none()) {
            if let Some((reading, _)) = &file.everything {
                result.add(self.import_everything(&file.name, &file.sha256, reading, progress).await?);
            }
        }
        let mut statements: Vec<&mut PendingFile> =
            files.iter_mut().filter(|file| file.failure.is_none() && file.everything.is_none()).collect();
        if !statements.is_empty() {
            self.commit_statements(&mut statements, at_once, progress, &mut result).await?;
        }
        result.account_ids.sort_unstable();
        result.account_ids.dedup();
        result.accounts.sort();
        result.accounts.dedup();
        Ok(result)
    }

    async fn commit_statements(
        &self,
        files: &mut [&mut PendingFile],
        at_once: bool,
        progress: &Progress,
        result: &mut ImportResult,
    ) -> Result<(), ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let mut layouts = Layouts::read(&mut edit).await?;
        let mut planned = Vec::with_capacity(files.len());
        for file in files.iter() {
            let batch = BatchId(edit.writer().next_id("batch").await?);
            planned.push((batch, layouts.id_of(&mut edit, file).await?));
        }
        let mut planner = Planner::new(&mut edit).await?;
        for (file, (batch, profile)) in files.iter_mut().zip(&planned) {
            planner.file(file, *batch, file.source(*profile)).await?;
        }
        planner.finish();
        let mut total = Counted::default();
        let mut batches = Vec::new();
        for (file, (batch, profile)) in files.iter().zip(planned) {
            let counted = count(file, &edit, result)?;
            layouts.remember(&mut edit, file, profile);
            for statement in &file.statements {
                if let Some(account) = statement.plan.as_ref().and_then(|plan| plan.account) {
                    note_closing(&mut edit, &statement.draft, account).await?;
                }
            }
            if counted.new > 0 || counted.updated > 0 {
                batches.push(file.batch(batch, profile));
            }
            total.add(&counted);
        }
        if batches.is_empty() && edit.changes.is_empty() {
            return Ok(());
        }
        // Batches go first: undo takes them away last.
        for batch in batches.into_iter().rev() {
            edit.changes.insert(0, Delta::added(batch).into());
        }
        if at_once {
            files.iter_mut().for_each(|file| file.empty());
        }
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let detail = serde_json::json!({
            "file": names.join(", "), "new": total.new, "updated": total.updated, "duplicate": total.duplicate,
        });
        let entry = edit.commit_with("import", detail, progress).await?;
        result.entries.extend(EntryView::of(entry)?);
        Ok(())
    }
}

impl PendingFile {
    /// Lets go of everything that was read: a large file takes as much memory as the changes that it makes.
    fn empty(&mut self) {
        self.bytes = Vec::new();
        self.statements = Vec::new();
    }

    fn batch(&self, id: BatchId, profile: Option<ProfileId>) -> Batch {
        let format = match self.format {
            Format::Csv => "csv",
            Format::Ofx => "ofx",
            Format::Qif => "qif",
        };
        Batch {
            id,
            file_name: self.name.clone(),
            format: format.to_owned(),
            profile,
            sha256: self.sha256.clone(),
            imported_at: chrono::Utc::now().timestamp_millis(),
        }
    }
}

/// How many rows of one file came to what.
#[derive(Default)]
struct Counted {
    new: u32,
    updated: u32,
    duplicate: u32,
}

impl Counted {
    fn add(&mut self, other: &Self) {
        self.new += other.new;
        self.updated += other.updated;
        self.duplicate += other.duplicate;
    }
}

fn count(file: &PendingFile, edit: &Edit, result: &mut ImportResult) -> Result<Counted, ApiError> {
    let mut counted = Counted::default();
    for statement in &file.statements {
        let Some(plan) = &statement.plan else { continue };
        if let Some(account) = plan.account {
            result.accounts.push(edit.names.accounts.path(account));
            result.account_ids.push(crate::accounts::to_id(account.0)?);
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
    Ok(counted)
}

/// How delimited files are read, and for which account, remembered for the next file of their kind.
struct Layouts {
    known: Vec<Profile>,
    /// The layouts that this import is the first to see.
    new: HashMap<String, ProfileId>,
}

impl Layouts {
    async fn read(edit: &mut Edit) -> Result<Self, ApiError> {
        Ok(Self { known: edit.books().profiles().await?, new: HashMap::new() })
    }

    /// The layout that a file has.
    async fn id_of(&mut self, edit: &mut Edit, file: &PendingFile) -> Result<Option<ProfileId>, ApiError> {
        let Some((signature, _)) = file.layout() else { return Ok(None) };
        let known = self.known.iter().find(|known| known.signature == signature).map(|known| known.id);
        if let Some(id) = known.or_else(|| self.new.get(&signature).copied()) {
            return Ok(Some(id));
        }
        let id = ProfileId(edit.writer().next_id("profile").await?);
        self.new.insert(signature, id);
        Ok(Some(id))
    }

    fn remember(&mut self, edit: &mut Edit, file: &PendingFile, id: Option<ProfileId>) {
        let (Some(id), Some((signature, reading))) = (id, file.layout()) else { return };
        let account = match file.statements.as_slice() {
            [only] => only.plan.as_ref().and_then(|plan| plan.account),
            _ => None,
        };
        match self.known.iter_mut().find(|known| known.id == id) {
            Some(before) => {
                let after = Profile { reading, account: account.or(before.account), ..before.clone() };
                if after != *before {
                    edit.change(Delta::replaced(before.clone(), after.clone()));
                    *before = after;
                }
            }
            None => {
                let made = Profile { id, name: file.name.clone(), signature, reading, account };
                self.known.push(made.clone());
                edit.change(Delta::added(made));
            }
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
    // A file that overlaps a closed period brings what comes after it.
    if edit.books().closed_through().await?.is_some_and(|through| day <= through) {
        return Ok(());
    }
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
