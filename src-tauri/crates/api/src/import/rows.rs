//! The rows of an import, and what a person chooses for them.

use super::open::PendingStatement;
use super::plan::{RowPlan, StatementPlan, chosen};
use crate::register::Facts;
use crate::{ApiError, Books, CategoryCell, Id, Money, RegisterRow, SortingView};
use exchange::Rule;
use exchange::matching::{self, Confidence, TwinReason};
use ledger::{AccountId, RuleId, TransactionId};
use serde::{Deserialize, Serialize};

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
    /// Its category, in place of the one that was found.
    pub category: Option<Id>,
    /// Its payee, in place of the file's.
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
    /// The amount; positive where it came into the account.
    pub amount: Money,
    /// The balance that the file states after it, as decimal text in the row's commodity.
    pub balance: Option<String>,
    /// `true` while the bank has not booked it.
    pub pending: bool,
    /// What will become of it.
    pub outcome: Outcome,
    /// What it shares with its twin.
    pub reason: Option<TwinReason>,
    /// How sure that is.
    pub confidence: Option<Confidence>,
    /// The transaction that it is, where that is in the books.
    pub twin: Option<RegisterRow>,
    /// The row that it is, where an earlier one of this import brings it.
    pub earlier: Option<EarlierRow>,
    /// `true` once a person chose something for it.
    pub chosen: bool,
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

/// A row that an earlier file or statement of the same import brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct EarlierRow {
    /// The file's name.
    pub file: String,
    /// The line in it; 0 where the row is the other side of another one.
    pub line: u32,
    /// Its day.
    pub date: String,
    /// The bank's text.
    pub description: String,
    /// The amount in this account.
    pub amount: Money,
}

impl Books {
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
        let wanted: Vec<(usize, &RowPlan)> = only_those(plan, statement, only).collect();
        let page = wanted.iter().skip(skip as usize).take(count as usize);
        let twins: Vec<TransactionId> =
            page.clone().filter_map(|(_, row)| twin(row)).map(|twin| twin.transaction).collect();
        let stored = reader.transactions(&twins).await?.into_iter().map(|found| found.id).collect::<Vec<_>>();
        let facts = Facts::read(&mut reader, &stored, names).await?;
        let rows =
            page.map(|(place, row)| row_view(*place, row, statement, &facts)).collect::<Result<_, _>>()?;
        Ok(ImportRows { total: u32::try_from(wanted.len()).unwrap_or(u32::MAX), rows })
    }

    /// The places of `count` rows of a statement, as [`Books::import_rows`] lists them.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_places(
        &self,
        import: Id,
        file: u32,
        statement: u32,
        only: Option<Outcome>,
        skip: u32,
        count: u32,
    ) -> Result<Vec<u32>, ApiError> {
        let mut imports = self.imports.lock().await;
        let statement = imports.statement(import, file, statement)?;
        let Some(plan) = &statement.plan else { return Ok(Vec::new()) };
        let rows = only_those(plan, statement, only).skip(skip as usize).take(count as usize);
        Ok(rows.map(|(_, row)| row.draft).collect())
    }

    /// Chooses what becomes of rows: what is chosen goes beside what was chosen before; without a choice they are as
    /// proposed again.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_choose(
        &self,
        import: Id,
        file: u32,
        statement: u32,
        places: &[u32],
        choice: Option<&Choice>,
    ) -> Result<(), ApiError> {
        let mut imports = self.imports.lock().await;
        let statement = imports.statement(import, file, statement)?;
        for place in places {
            match choice {
                Some(choice) => statement.choices.entry(*place).or_default().add(choice),
                None => {
                    statement.choices.remove(place);
                }
            }
        }
        drop(imports);
        self.import_plan(import).await
    }

    /// The rule that would sort rows like this one into a category, to be looked at and saved.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_rule(
        &self,
        import: Id,
        file: u32,
        statement: u32,
        place: u32,
        category: Id,
    ) -> Result<Rule, ApiError> {
        let mut imports = self.imports.lock().await;
        let statement = imports.statement(import, file, statement)?;
        let draft = statement.draft.drafts.get(place as usize).ok_or_else(|| ApiError::missing("a row"))?;
        Ok(Rule::from_row(RuleId(0), 0, draft, AccountId(category.into())))
    }
}

impl Choice {
    fn add(&mut self, later: &Self) {
        if later.take.is_some() {
            (self.take, self.separate) = (later.take, later.separate);
        }
        self.category = later.category.or(self.category);
        if later.payee.is_some() {
            self.payee.clone_from(&later.payee);
        }
    }
}

/// The rows of a plan with an outcome, each with its place in the plan.
fn only_those<'p>(
    plan: &'p StatementPlan,
    statement: &'p PendingStatement,
    only: Option<Outcome>,
) -> impl Iterator<Item = (usize, &'p RowPlan)> {
    let rows = plan.rows.iter().enumerate();
    rows.filter(move |(_, row)| only.is_none_or(|only| outcome(row, statement) == only))
}

fn twin(row: &RowPlan) -> Option<matching::Twin> {
    row.decision.outcome.twin()
}

pub(super) fn outcome(row: &RowPlan, statement: &PendingStatement) -> Outcome {
    match chosen(&row.decision, statement.choices.get(&row.draft)) {
        None => Outcome::Skipped,
        Some(matching::Outcome::New) => Outcome::New,
        Some(matching::Outcome::Duplicate { .. }) => Outcome::Duplicate,
        Some(matching::Outcome::Update { .. }) => Outcome::Update,
    }
}

fn row_view(
    place: usize,
    row: &RowPlan,
    statement: &PendingStatement,
    facts: &Facts,
) -> Result<ImportRow, ApiError> {
    let draft = statement.draft.drafts.get(row.draft as usize).ok_or_else(|| ApiError::missing("a row"))?;
    let text = statement.plan.as_ref().and_then(|plan| plan.texts.get(place));
    let shown = twin(row);
    let account: Vec<AccountId> = statement.plan.iter().filter_map(|plan| plan.account).collect();
    let twin_row = match shown.filter(|twin| facts.knows(twin.transaction)) {
        Some(twin) => facts.rows(&[twin.transaction], &account)?.into_iter().next(),
        None => None,
    };
    Ok(ImportRow {
        place: row.draft,
        line: draft.line,
        date: draft.day.to_string(),
        payee: text
            .and_then(|text| text.payee.clone())
            .unwrap_or_else(|| draft.payee.clone().unwrap_or_default()),
        description: draft.description.clone(),
        amount: Money { amount: row.text.clone(), commodity: row.code.clone() },
        balance: draft.balance.map(|balance| balance.to_string()),
        pending: draft.pending,
        outcome: outcome(row, statement),
        reason: shown.map(|twin| twin.reason),
        confidence: shown.map(|twin| twin.confidence),
        twin: twin_row,
        earlier: text.and_then(|text| text.earlier.clone()),
        chosen: statement.choices.contains_key(&row.draft),
        category: text.and_then(|text| text.category.clone()),
        sorting: text.and_then(|text| text.sorting.clone()),
    })
}
