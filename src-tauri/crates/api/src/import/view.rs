//! An import as the wizard shows it.

use super::open::{FileReading, PendingFile, PendingStatement, stem};
use super::rows::{Outcome, outcome};
use super::target::{self, Target, TargetInput};
use crate::accounts::to_id;
use crate::{ApiError, Books, Id, Money};
use exchange::{AccountHint, BalanceProof, FileError, Format, Unreadable, Warning, csv};
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::HashMap;

/// An import that is being looked at.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportView {
    /// Its number.
    pub id: Id,
    /// Its files.
    pub files: Vec<ImportFileView>,
}

/// A file of an import.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportFileView {
    /// Its name.
    pub name: String,
    /// Its format.
    pub format: Format,
    /// Why it cannot be read.
    pub failure: Option<FileError>,
    /// The same in English.
    pub failure_text: Option<String>,
    /// How it is read.
    pub reading: FileReading,
    /// What was guessed of a delimited file, and why.
    pub detection: Option<csv::Detection>,
    /// `true` when the way to read it is remembered from an earlier file.
    pub remembered: bool,
    /// Its statements.
    pub statements: Vec<ImportStatementView>,
    /// What a table of everything holds.
    pub everything: Option<EverythingView>,
}

/// What a table of everything holds.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct EverythingView {
    /// Transactions that are new here.
    pub new: u32,
    /// Transactions that are there already.
    pub duplicate: u32,
    /// How many rows cannot be read.
    pub unreadable: u32,
}

/// What rows bring in and take out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StatementSums {
    /// Sum of what comes in.
    pub came_in: Money,
    /// Sum of what goes out, not negative.
    pub went_out: Money,
}

/// The rows of one account in a file.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportStatementView {
    /// What the file says of the account.
    pub hint: AccountHint,
    /// The account it goes to, where it is one that is there.
    pub account: Option<Id>,
    /// The account it goes to, where the import makes it.
    pub new_account: Option<TargetInput>,
    /// An account that the import could make.
    pub suggestion: TargetInput,
    /// Days of the first and last row.
    pub days: Option<(String, String)>,
    /// How many rows make a transaction.
    pub new: u32,
    /// How many are in the books already.
    pub duplicate: u32,
    /// How many tell more of a transaction that is there.
    pub update: u32,
    /// How many a person left out.
    pub skipped: u32,
    /// How many rows cannot be read.
    pub unreadable: u32,
    /// How many rows are no movement of money.
    pub left_out: u32,
    /// What all rows bring in and take out, where they are of one commodity.
    pub sums: Option<StatementSums>,
    /// The balance that the file states after its last row.
    pub closing: Option<Money>,
    /// The day at whose end that balance holds.
    pub closing_day: Option<String>,
    /// Whether the file's balances prove how it is read.
    pub proof: BalanceProof,
    /// What a person should know.
    pub warnings: Vec<Warning>,
    /// The balance that an empty account would start with.
    pub opening: Option<Money>,
    /// Whether the account is to start with it.
    pub opening_taken: bool,
}

/// A row that cannot be read.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct UnreadableView {
    /// Where and why, for translation.
    #[serde(flatten)]
    pub row: Unreadable,
    /// Why, in English.
    pub text: String,
}

impl UnreadableView {
    pub(super) fn of(row: Unreadable) -> Self {
        Self { text: row.reason.to_string(), row }
    }
}

impl Books {
    /// An import that is being looked at.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_view(&self, import: Id) -> Result<ImportView, ApiError> {
        let mut imports = self.imports.lock().await;
        let files = imports.files(import)?;
        let files = files.iter().map(file_view).collect::<Result<_, _>>()?;
        Ok(ImportView { id: import, files })
    }
}

fn file_view(file: &PendingFile) -> Result<ImportFileView, ApiError> {
    let stem = stem(&file.name);
    Ok(ImportFileView {
        name: file.name.clone(),
        format: file.format,
        failure: file.failure.clone(),
        failure_text: file.failure.as_ref().map(ToString::to_string),
        reading: file.reading.clone(),
        detection: file.detection.clone(),
        remembered: file.profile.is_some(),
        statements: file.statements.iter().map(|one| statement_view(one, stem)).collect::<Result<_, _>>()?,
        everything: file.everything.as_ref().map(|(reading, (new, duplicate))| EverythingView {
            new: *new,
            duplicate: *duplicate,
            unreadable: small(reading.unreadable.len()),
        }),
    })
}

fn statement_view(statement: &PendingStatement, stem: &str) -> Result<ImportStatementView, ApiError> {
    let draft = &statement.draft;
    let mut counts: HashMap<Outcome, u32> = HashMap::new();
    let plan = statement.plan.as_ref();
    for row in plan.iter().flat_map(|plan| &plan.rows) {
        *counts.entry(outcome(row, statement)).or_default() += 1;
    }
    let count = |outcome| counts.get(&outcome).copied().unwrap_or_default();
    let (account, new_account) = match &statement.target {
        Some(Target::Account(id)) => (Some(to_id(id.0)?), None),
        Some(Target::New(input)) => (None, Some(input.clone())),
        None => (None, None),
    };
    let unreadable = plan.map_or(&draft.unreadable, |plan| &plan.unreadable);
    let code = plan.and_then(|plan| plan.rows.first()).map(|row| row.code.as_str());
    let closing = draft
        .closing
        .zip(code)
        .map(|(closing, code)| Money { amount: closing.amount.to_string(), commodity: code.to_owned() });
    Ok(ImportStatementView {
        hint: draft.account.clone(),
        account,
        new_account,
        suggestion: target::suggestion(&draft.account, stem),
        days: draft
            .drafts
            .first()
            .zip(draft.drafts.last())
            .map(|(a, b)| (a.day.to_string(), b.day.to_string())),
        new: count(Outcome::New),
        duplicate: count(Outcome::Duplicate),
        update: count(Outcome::Update),
        skipped: count(Outcome::Skipped),
        unreadable: small(unreadable.len()),
        left_out: small(draft.left_out.len()),
        sums: code.and_then(|code| sums(statement, code)),
        closing,
        closing_day: draft
            .closing
            .and_then(|closing| closing.day.or(draft.drafts.last().map(|last| last.day)))
            .map(|day| day.to_string()),
        proof: draft.proof,
        warnings: draft.warnings.clone(),
        opening: plan.and_then(|plan| plan.opening.clone()),
        opening_taken: statement.opening,
    })
}

/// What the rows bring in and take out, if they are all of the commodity `code`.
fn sums(statement: &PendingStatement, code: &str) -> Option<StatementSums> {
    let plan = statement.plan.as_ref().filter(|plan| plan.rows.iter().all(|row| row.code == code))?;
    let (mut came_in, mut went_out) = (Decimal::ZERO, Decimal::ZERO);
    for row in &plan.rows {
        let amount = statement.draft.drafts.get(row.draft as usize)?.amount;
        let sum = if amount.is_sign_negative() { &mut went_out } else { &mut came_in };
        *sum = sum.checked_add(amount.abs())?;
    }
    let money = |sum: Decimal| Money { amount: sum.to_string(), commodity: code.to_owned() };
    Some(StatementSums { came_in: money(came_in), went_out: money(went_out) })
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
