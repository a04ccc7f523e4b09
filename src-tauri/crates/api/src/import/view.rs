//! An import as the wizard shows it.

use super::open::{FileReading, PendingFile, PendingStatement};
use super::plan::{RowPlan, chosen};
use super::target::{self, Target, TargetInput};
use super::update::Built;
use crate::accounts::to_id;
use crate::edit::Edit;
use crate::register::Facts;
use crate::transactions::sorting_view;
use crate::{ApiError, Books, CategoryCell, Id, Money, RegisterRow, SortingView};
use exchange::matching::{self, Confidence, TwinReason};
use exchange::{AccountHint, BalanceProof, FileError, Format, LeftOut, Unreadable, Warning, csv};
use ledger::{AccountKind, PayeeId, RuleId, Transaction, TransactionId};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{Change, Delta, Names};

/// What a person chose for one row of an import; what is left out stays as proposed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[derive(specta::Type)]
#[serde(rename = "ImportChoice")]
pub struct Choice {
    /// `true` to take the row, `false` to leave it out.
    pub take: Option<bool>,
    /// `true` to take the row as new, though it was found to be one that is there.
    pub separate: bool,
    /// Its category.
    pub category: Option<Id>,
    /// Its payee.
    pub payee: Option<String>,
}

/// What will become of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[derive(specta::Type)]
#[serde(rename = "ImportOutcome")]
pub enum Outcome {
    /// It makes a transaction.
    New,
    /// It is in the books and adds nothing.
    Duplicate,
    /// It tells more of a transaction that is there.
    Update,
    /// A person left it out.
    Skipped,
}

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
    /// Rows that cannot be read.
    pub unreadable: Vec<UnreadableView>,
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
    /// The rows that cannot be read.
    pub unreadable: Vec<UnreadableView>,
    /// Rows that are no movement of money.
    pub left_out: Vec<LeftOut>,
    /// Whether the file's balances prove how it is read.
    pub proof: BalanceProof,
    /// What a person should know.
    pub warnings: Vec<Warning>,
    /// The balance that an empty account would start with.
    pub opening: Option<Money>,
    /// Whether it does.
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
    fn of(row: Unreadable) -> Self {
        Self { text: row.reason.to_string(), row }
    }
}

/// A row of an import.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportRow {
    /// Its place among the rows, by which choices name it.
    pub place: u32,
    /// Its line in the file.
    pub line: u32,
    /// Its day.
    pub date: String,
    /// Who was paid, or paid, as it will be in the books.
    pub payee: String,
    /// The bank's text.
    pub description: String,
    /// The amount.
    pub amount: Money,
    /// The balance that the file states after it.
    pub balance: Option<String>,
    /// `true` while the bank has not booked it.
    pub pending: bool,
    /// What will become of it.
    pub outcome: Outcome,
    /// What it shares with its twin.
    pub reason: Option<TwinReason>,
    /// How sure that is.
    pub confidence: Option<Confidence>,
    /// The transaction that it is.
    pub twin: Option<RegisterRow>,
    /// The other side that it will have.
    pub category: Option<CategoryCell>,
    /// Who chose that.
    pub sorting: Option<SortingView>,
}

/// A page of an import's rows.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportRows {
    /// How many there are.
    pub total: u32,
    /// Those of this page, oldest first.
    pub rows: Vec<ImportRow>,
}

/// The words of a row that its plan made.
pub(crate) struct RowText {
    payee: String,
    category: CategoryCell,
    sorting: SortingView,
}

impl Books {
    /// An import that is being looked at.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_view(&self, import: Id) -> Result<ImportView, ApiError> {
        let names = self.store.read().await?.names().await?;
        let mut imports = self.imports.lock().await;
        let files = imports.files(import)?;
        let files = files.iter().map(|file| file_view(file, &names)).collect::<Result<_, _>>()?;
        Ok(ImportView { id: import, files })
    }

    /// `count` rows of a statement, oldest first, from row `skip` on; only those with an outcome, where one is given.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_rows(
        &self,
        import: Id,
        file: u32,
        statement: u32,
        only: Option<Outcome>,
        skip: u32,
        count: u32,
    ) -> Result<ImportRows, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let mut imports = self.imports.lock().await;
        let statement = imports.statement(import, file, statement)?;
        let Some(plan) = &statement.plan else { return Ok(ImportRows { total: 0, rows: Vec::new() }) };
        let wanted: Vec<(usize, &RowPlan)> = plan
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| only.is_none_or(|only| outcome(row, statement) == only))
            .collect();
        let page = wanted.iter().skip(skip as usize).take(count as usize);
        let twins: Vec<TransactionId> =
            page.clone().filter_map(|(_, row)| twin(row)).map(|twin| twin.transaction).collect();
        let facts = Facts::read(&mut reader, &twins, names).await?;
        let rows =
            page.map(|(place, row)| row_view(*place, row, statement, &facts)).collect::<Result<_, _>>()?;
        Ok(ImportRows { total: u32::try_from(wanted.len()).unwrap_or(u32::MAX), rows })
    }

    /// Chooses what becomes of one row.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_choose(
        &self,
        import: Id,
        file: u32,
        statement: u32,
        places: &[u32],
        choice: &Choice,
    ) -> Result<(), ApiError> {
        let mut imports = self.imports.lock().await;
        let chosen = imports.statement(import, file, statement)?;
        for place in places {
            chosen.choices.insert(*place, choice.clone());
        }
        drop(imports);
        self.import_plan(import).await
    }
}

fn twin(row: &RowPlan) -> Option<matching::Twin> {
    row.decision.outcome.twin()
}

fn outcome(row: &RowPlan, statement: &PendingStatement) -> Outcome {
    match chosen(&row.decision, statement.choices.get(&row.draft)) {
        None => Outcome::Skipped,
        Some(matching::Outcome::New) => Outcome::New,
        Some(matching::Outcome::Duplicate { .. }) => Outcome::Duplicate,
        Some(matching::Outcome::Update { .. }) => Outcome::Update,
    }
}

fn file_view(file: &PendingFile, names: &Names) -> Result<ImportFileView, ApiError> {
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    Ok(ImportFileView {
        name: file.name.clone(),
        format: file.format,
        failure: file.failure.clone(),
        failure_text: file.failure.as_ref().map(ToString::to_string),
        reading: file.reading.clone(),
        detection: file.detection.clone(),
        remembered: file.profile.is_some(),
        statements: file
            .statements
            .iter()
            .map(|one| statement_view(one, stem, names))
            .collect::<Result<_, _>>()?,
        everything: file.everything.as_ref().map(|(reading, (new, duplicate))| EverythingView {
            new: *new,
            duplicate: *duplicate,
            unreadable: reading.unreadable.iter().cloned().map(UnreadableView::of).collect(),
        }),
    })
}

fn statement_view(
    statement: &PendingStatement,
    stem: &str,
    names: &Names,
) -> Result<ImportStatementView, ApiError> {
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
    let unreadable = plan.map(|plan| plan.unreadable.clone()).unwrap_or_else(|| draft.unreadable.clone());
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
        unreadable: unreadable.into_iter().map(UnreadableView::of).collect(),
        left_out: draft.left_out.clone(),
        proof: draft.proof,
        warnings: draft.warnings.clone(),
        opening: plan.and_then(|plan| plan.opening).map(|amount| Money::of(amount, names)),
        opening_taken: statement.opening,
    })
}

fn row_view(
    place: usize,
    row: &RowPlan,
    statement: &PendingStatement,
    facts: &Facts,
) -> Result<ImportRow, ApiError> {
    let draft = statement.draft.drafts.get(row.draft as usize).ok_or_else(|| ApiError::missing("a row"))?;
    let text = statement.plan.as_ref().and_then(|plan| plan.texts.get(place)).and_then(Option::as_ref);
    let shown = twin(row);
    let twin_row = match shown {
        Some(twin) => facts.rows(&[twin.transaction], &[]).unwrap_or_default().into_iter().next(),
        None => None,
    };
    Ok(ImportRow {
        place: row.draft,
        line: draft.line,
        date: draft.day.to_string(),
        payee: text.map(|text| text.payee.clone()).unwrap_or_else(|| draft.payee.clone().unwrap_or_default()),
        description: draft.description.clone(),
        amount: Money { amount: row.text.clone(), commodity: row.code.clone() },
        balance: draft.balance.map(|balance| balance.to_string()),
        pending: draft.pending,
        outcome: outcome(row, statement),
        reason: shown.map(|twin| twin.reason),
        confidence: shown.map(|twin| twin.confidence),
        twin: twin_row,
        category: text.map(|text| text.category.clone()),
        sorting: text.map(|text| text.sorting.clone()),
    })
}

/// Puts what a plan built into words, before the dry run that built it is given up.
pub(super) async fn describe(
    file: &mut PendingFile,
    built: &Built,
    edit: &mut Edit,
    names: Names,
) -> Result<(), ApiError> {
    let mut payees: HashMap<PayeeId, String> =
        edit.books().payees().await?.into_iter().map(|payee| (payee.id, payee.name)).collect();
    for change in &edit.changes {
        if let Change::Payee(Delta { after: Some(payee), .. }) = change {
            payees.insert(payee.id, payee.name.clone());
        }
    }
    let rules = crate::rules::names(edit.books()).await?;
    let unsorted = edit.unsorted().await?;
    for statement in &mut file.statements {
        let Some(plan) = &mut statement.plan else { continue };
        let account = plan.account;
        plan.texts = plan
            .rows
            .iter()
            .map(|row| {
                let transaction = row.transaction.and_then(|id| built.get(id))?;
                let facts = TextFacts { names: &names, payees: &payees, rules: &rules, unsorted };
                facts.text(transaction, account?).ok()
            })
            .collect();
    }
    Ok(())
}

struct TextFacts<'a> {
    names: &'a Names,
    payees: &'a HashMap<PayeeId, String>,
    rules: &'a HashMap<RuleId, String>,
    unsorted: crate::starter::Unsorted,
}

impl TextFacts<'_> {
    fn text(&self, transaction: &Transaction, account: ledger::AccountId) -> Result<RowText, ApiError> {
        let conversion =
            |id| self.names.accounts.get(id).is_some_and(|found| found.kind == AccountKind::Conversion);
        let others: Vec<_> = transaction
            .postings()
            .iter()
            .filter(|leg| leg.account != account && !conversion(leg.account))
            .collect();
        let category = match others.as_slice() {
            [only] if self.unsorted.holds(only.account) => CategoryCell::Unsorted,
            [only] if self.names.is_category(only.account) => CategoryCell::Category {
                account: to_id(only.account.0)?,
                path: self.names.accounts.path(only.account),
            },
            [only] => CategoryCell::Transfer {
                account: to_id(only.account.0)?,
                path: self.names.accounts.path(only.account),
                amount: None,
            },
            several => CategoryCell::Split { parts: u32::try_from(several.len()).unwrap_or(u32::MAX) },
        };
        Ok(RowText {
            payee: transaction.payee.and_then(|id| self.payees.get(&id).cloned()).unwrap_or_default(),
            category,
            sorting: sorting_view(&transaction.sorting, self.rules)?,
        })
    }
}
