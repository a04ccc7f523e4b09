//! Committing an import: one batch, one step to undo.

use super::layouts::Layouts;
use super::open::{NamedFile, PendingFile, open_file, stem};
use super::plan::Planner;
use super::result::{FileResult, ImportResult};
use super::target::{self, Target};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode, Id};
use exchange::{FileError, Format, StatementDraft};
use ledger::{AccountId, Amount, BatchId, Day, ProfileId, Quantity, Statement, StatementId};
use store::{Batch, Change, Delta, Names, Progress};

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

    /// Imports files at once, without a person looking at them, as one step to undo: all of them or, when one fails, none.
    /// Statements of other accounts in a file go to accounts of their own names.
    ///
    /// # Errors
    /// [`ErrorCode::File`] with the reason when a file cannot be read; [`ErrorCode::Missing`] for an unknown account;
    /// [`ErrorCode::Invalid`] for a table of everything among other files.
    pub async fn import(
        &self,
        files: Vec<NamedFile>,
        account: Option<Id>,
        opening: bool,
        progress: &Progress,
    ) -> Result<ImportResult, ApiError> {
        let account = account.map(|id| AccountId(id.into()));
        let mut reader = self.store.read().await?;
        let mut profiles = reader.profiles().await?;
        let names = reader.names().await?;
        drop(reader);
        if let Some(account) = account {
            crate::accounts::find(&names, account)?;
        }
        let mut opened = Vec::with_capacity(files.len());
        for file in files {
            let mut file = open_file(file, &profiles);
            if let Some(failure) = &file.failure {
                return Err(unreadable_file(&file.name, failure));
            }
            // What one file teaches of its layout holds for the next, as if they were imported one after the other.
            file.teach(&mut profiles);
            file.direct(account, opening, &names);
            opened.push(file);
        }
        if let Some(table) = opened.iter().find(|file| file.everything.is_some() && opened.len() > 1) {
            let name = &table.name;
            return Err(ApiError::invalid(format!("“{name}” is a table of everything: import it by itself")));
        }
        self.commit_files(&mut opened, true, progress).await
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
                self.import_everything(&file.name, &file.sha256, reading, progress, &mut result).await?;
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
        let mut planner = Planner::new(&mut edit, self.today()).await?;
        for (file, (batch, profile)) in files.iter_mut().zip(&planned) {
            planner.file(file, *batch, file.source(*profile)).await?;
        }
        planner.finish();
        let mut total = FileResult::default();
        let mut batches = Vec::new();
        for (file, (batch, profile)) in files.iter().zip(planned) {
            let counted = result.count(file, &edit)?;
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
        // Rows that are all known leave nothing to undo; what they teach of their layout the next file teaches again.
        let layout = |change: &Change| matches!(change, Change::Profile(_));
        if batches.is_empty() && edit.changes.iter().all(layout) {
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
    /// Chooses where the statements go without asking: the one that names the account is the one meant, else the first.
    fn direct(&mut self, account: Option<AccountId>, opening: bool, names: &Names) {
        let stem = stem(&self.name).to_owned();
        let targets: Vec<Option<Target>> =
            self.statements.iter().map(|statement| target::find(&statement.draft.account, names)).collect();
        let meant = account.map(|account| {
            let place = targets.iter().position(|target| *target == Some(Target::Account(account)));
            (place.unwrap_or(0), account)
        });
        for (place, (statement, target)) in self.statements.iter_mut().zip(targets).enumerate() {
            statement.opening = opening;
            let suggestion = || Target::New(target::suggestion(&statement.draft.account, &stem));
            statement.target = match meant {
                Some((meant, account)) if place == meant => Some(Target::Account(account)),
                Some(_) => target.or_else(|| Some(suggestion())),
                None => target,
            };
        }
    }

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
