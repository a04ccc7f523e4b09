//! What an import will do: each row new, known, telling more of something known, or unreadable.

use super::describe::RowText;
use super::open::{PendingFile, PendingStatement};
use super::other_side::category_directions;
use super::payees::Payees;
use super::rows::Choice;
use super::scheduled::Expectations;
use super::target::{self, Target};
use super::update::{Built, update};
use crate::edit::Edit;
use crate::rules;
use crate::settings::LedgerSettings;
use crate::starter::Unsorted;
use crate::{ApiError, Books, Id, Money};
use exchange::categoriser::{self, Tally};
use exchange::matching::{self, Arrival, Existing, Incoming, Match, Outcome, Source};
use exchange::{Draft, Format, Reason, RuleRow, RuleSet, Unreadable};
use ledger::{
    AccountId, Amount, BatchId, Commodity, Day, Origin, Posting, Quantity, QuantityError, Sorting, Status,
    Transaction, TransactionId,
};
use std::collections::HashMap;
use store::{Candidate, Delta, Names};

/// What will become of the rows of one statement.
pub(crate) struct StatementPlan {
    /// The account; `None` while nobody has chosen one.
    pub account: Option<AccountId>,
    pub rows: Vec<RowPlan>,
    pub unreadable: Vec<Unreadable>,
    /// The balance with which an empty account starts; its commodity may be as new as the account.
    pub opening: Option<Money>,
    /// The words of each row, for the screen; none while it has no account.
    pub texts: Vec<RowText>,
}

/// What will become of one row.
pub(crate) struct RowPlan {
    /// Its place among the statement's drafts.
    pub draft: u32,
    /// The amount as decimal text, and its commodity's code.
    pub text: String,
    pub code: String,
    pub decision: Match,
    /// The transaction that it makes or changes, as it will be.
    pub transaction: Option<TransactionId>,
}

/// Everything that planning a file looks things up in.
pub(super) struct Planner<'e> {
    pub edit: &'e mut Edit,
    pub built: Built,
    rules: RuleSet,
    pub(super) unsorted: Unsorted,
    pub(super) base: String,
    batch: BatchId,
    payees: Payees,
    pub(super) today: Day,
    pub(super) expectations: Expectations,
    /// What schedules expect and nobody has posted, as it would be.
    pub(super) awaited_transactions: HashMap<TransactionId, Transaction>,
}

impl Books {
    /// Plans every file of an import anew, without writing anything. A later file sees what an earlier one brings, as it
    /// will when they are committed one after the other.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_plan(&self, import: Id) -> Result<(), ApiError> {
        let mut imports = self.imports.lock().await;
        let files = imports.files(import)?;
        let mut edit = Edit::begin(&self.store).await?;
        let mut planner = Planner::new(&mut edit, self.today()).await?;
        for file in files.iter_mut() {
            planner.file(file, BatchId(0), file.previewed_source()).await?;
        }
        let built = planner.built;
        super::describe::describe(files, &built, &mut edit).await
    }
}

impl<'e> Planner<'e> {
    pub async fn new(edit: &'e mut Edit, today: Day) -> Result<Self, ApiError> {
        let rules = rules::read(edit.books()).await?;
        let rules = rules::ready(&rules)?;
        let unsorted = edit.unsorted().await?;
        let base = LedgerSettings::read(edit.books()).await?.currency;
        edit.load_payees().await?;
        let built = Built::default();
        Ok(Self {
            edit,
            built,
            rules,
            unsorted,
            base,
            batch: BatchId(0),
            payees: Payees::default(),
            today,
            expectations: Expectations::default(),
            awaited_transactions: HashMap::new(),
        })
    }

    /// Plans the statements of a file in order; a later one sees the transfers that an earlier one makes.
    pub async fn file(
        &mut self,
        file: &mut PendingFile,
        batch: BatchId,
        source: Source,
    ) -> Result<(), ApiError> {
        self.batch = batch;
        self.built.begin_file(source);
        for statement in &mut file.statements {
            self.let_go(statement);
            self.built.begin_statement(&statement.draft.account);
            let plan = self.statement(statement).await?;
            statement.plan = Some(plan);
        }
        Ok(())
    }

    /// Lets go of an account that has been removed or closed since it was chosen.
    fn let_go(&self, statement: &mut PendingStatement) {
        if let Some(Target::Account(account)) = statement.target
            && self.edit.names.accounts.get(account).is_none_or(|found| found.closed)
        {
            statement.target = None;
        }
    }

    async fn statement(&mut self, statement: &PendingStatement) -> Result<StatementPlan, ApiError> {
        let draft = &statement.draft;
        let account = match &statement.target {
            Some(target) => Some(target::resolve(self.edit, target, &draft.account, &self.base).await?),
            None => None,
        };
        let code = self.commodity_code(account, draft.account.commodity.as_deref());
        let mut commodities = HashMap::new();
        let mut plan = StatementPlan {
            account,
            rows: Vec::new(),
            unreadable: draft.unreadable.clone(),
            opening: None,
            texts: Vec::new(),
        };
        let mut readable = Vec::with_capacity(draft.drafts.len());
        for (place, row) in (0_u32..).zip(&draft.drafts) {
            let code = row.commodity.as_deref().unwrap_or(&code);
            let commodity = match commodities.get(code) {
                Some(known) => known,
                None => {
                    let found = self.edit.commodity(code).await?;
                    commodities.entry(code.to_owned()).or_insert(found)
                }
            };
            match amount(row, commodity) {
                Ok(amount) => readable.push((place, Incoming::new(row, amount, &commodity.code))),
                Err(unreadable) => plan.unreadable.push(unreadable),
            }
        }
        plan.unreadable.sort_by_key(|row| row.line);
        let Some(account) = account else {
            let unmatched = || Match { outcome: Outcome::New, others: Vec::new() };
            let names = &self.edit.names;
            plan.rows = readable
                .iter()
                .map(|(place, row)| RowPlan::new(*place, row, unmatched(), None, names))
                .collect();
            return Ok(plan);
        };
        plan.opening = self.opening(statement, account, &code).await?;
        self.rows(statement, account, readable, &mut plan).await?;
        Ok(plan)
    }

    /// The code of rows that name no commodity.
    fn commodity_code(&self, account: Option<AccountId>, stated: Option<&str>) -> String {
        let own = account.and_then(|id| self.edit.names.accounts.get(id)?.commodity);
        let own = own.and_then(|id| self.edit.names.commodities.get(&id));
        own.map(|own| own.code.clone()).or(stated.map(str::to_owned)).unwrap_or_else(|| self.base.clone())
    }

    async fn rows(
        &mut self,
        statement: &PendingStatement,
        account: AccountId,
        readable: Vec<(u32, Incoming<'_>)>,
        plan: &mut StatementPlan,
    ) -> Result<(), ApiError> {
        let (places, incoming): (Vec<u32>, Vec<Incoming<'_>>) = readable.into_iter().unzip();
        let existing = self.existing(account, &statement.draft.drafts, &incoming).await?;
        let matches = matching::match_rows(&existing, &incoming, self.built.source());
        let proposals = self.proposals(account, &incoming, &matches).await?;
        let directions = category_directions(&statement.draft.drafts);
        let serial = self.edit.serials(incoming.len()).await?;
        plan.rows.reserve_exact(incoming.len());
        let decided = places.into_iter().zip(&incoming).zip(matches).zip(proposals);
        for (serial, (((place, row), decision), proposal)) in (serial..).zip(decided) {
            let choice = statement.choices.get(&place);
            let outcome = chosen(&decision, choice);
            let id = TransactionId::new(row.draft.day, serial);
            if let Some(twin) = outcome.and_then(|outcome| outcome.twin()) {
                self.built.take(twin);
            }
            let transaction = match outcome {
                None | Some(Outcome::Duplicate { .. }) => {
                    outcome.and_then(|outcome| outcome.twin()).map(|twin| twin.transaction)
                }
                Some(Outcome::New) => Some(self.add(id, account, row, choice, proposal, &directions).await?),
                Some(Outcome::Update { twin, keep_words }) => {
                    let origin = self.origin(row);
                    update(self, account, twin, row, origin, keep_words).await?
                }
            };
            plan.rows.push(RowPlan::new(place, row, decision, transaction, &self.edit.names));
        }
        Ok(())
    }

    /// What the account holds that the rows may be: stored near their days, stored from the same rows wherever it has
    /// moved since, and made by earlier statements, as far as no row of another account in the same file is it.
    async fn existing(
        &mut self,
        account: AccountId,
        drafts: &[Draft],
        rows: &[Incoming<'_>],
    ) -> Result<Vec<Existing>, ApiError> {
        let Some((first, last)) = matching::days(drafts) else { return Ok(Vec::new()) };
        let mut found: Vec<Existing> = Vec::new();
        if self.edit.books().register(account, 0, 1).await?.total > 0 {
            let near = self.edit.books().candidates(account, first, last).await?;
            let prints: Vec<i64> = rows.iter().map(|row| row.fingerprint).collect();
            let far = self.edit.books().candidates_by_fingerprint(account, &prints).await?;
            let within = |candidate: &Candidate| (first..=last).contains(&candidate.transaction.day());
            let far = far.into_iter().filter(|candidate| !within(candidate));
            found.extend(near.into_iter().chain(far).map(existing));
        }
        self.expect(account, (first, last), &mut found).await?;
        found.extend(self.built.existing(account));
        found.retain(|posting| self.built.is_free(posting));
        Ok(found)
    }

    /// For each row that is new, what the categoriser proposes.
    async fn proposals(
        &mut self,
        account: AccountId,
        rows: &[Incoming<'_>],
        matches: &[Match],
    ) -> Result<Vec<Option<categoriser::Proposal>>, ApiError> {
        if !self.edit.books().has_habits().await? {
            return Ok(vec![None; rows.len()]);
        }
        let tokens: Vec<Vec<String>> = rows
            .iter()
            .zip(matches)
            .map(|(row, decision)| match decision.outcome {
                Outcome::New => {
                    let payee = row.draft.payee.as_deref().unwrap_or_default();
                    categoriser::tokens(payee, &row.draft.description, row.draft.amount, account)
                }
                _ => Vec::new(),
            })
            .collect();
        let mut words: Vec<&str> = tokens.iter().flatten().map(String::as_str).collect();
        words.sort_unstable();
        words.dedup();
        let mut tallies: HashMap<String, Vec<Tally>> = HashMap::new();
        for chunk in words.chunks(10_000) {
            for (word, category, seen, last) in self.edit.books().habits(chunk).await? {
                let count = u32::try_from(seen).unwrap_or(u32::MAX);
                tallies.entry(word).or_default().push(Tally { category, count, last });
            }
        }
        let look_up = |word: &str| tallies.get(word).map_or(&[][..], Vec::as_slice);
        Ok(tokens.iter().map(|tokens| categoriser::propose(tokens, look_up)).collect())
    }

    /// Makes the transaction of a new row.
    async fn add(
        &mut self,
        id: TransactionId,
        account: AccountId,
        row: &Incoming<'_>,
        choice: Option<&Choice>,
        proposal: Option<categoriser::Proposal>,
        directions: &HashMap<&str, bool>,
    ) -> Result<TransactionId, ApiError> {
        let draft = row.draft;
        let code = self.edit.names.commodities.get(&row.amount.commodity).map(|found| found.code.clone());
        let ruled = self.rules.decide(&RuleRow::new(draft, code.as_deref().unwrap_or_default(), account));
        let status = if draft.pending { Status::Pending } else { Status::Cleared };
        let leg = Posting { status, origin: Some(self.origin(row)), ..Posting::new(account, row.amount) };
        let mut postings = Vec::with_capacity(2);
        postings.push(leg);
        let chosen = choice.and_then(|choice| choice.category).map(|category| AccountId(category.into()));
        // A category that was made for this import may have been taken back since.
        let chosen = chosen.filter(|category| self.edit.names.accounts.get(*category).is_some());
        let sorting = if let Some(category) = chosen {
            postings.push(Posting::new(category, row.amount.negated()));
            Sorting::Person
        } else if draft.splits.is_empty() {
            let (counter, sorting) =
                self.counter(account, draft, &ruled.counterpart, proposal, directions).await?;
            postings.push(Posting::new(counter, row.amount.negated()));
            sorting
        } else {
            self.splits(&mut postings, account, row, directions).await?;
            Sorting::File
        };
        let mut transaction = Transaction::new(id, postings)?;
        let named =
            choice.and_then(|choice| choice.payee.clone()).or(ruled.payee.map(|decided| decided.value));
        transaction.payee = self.payees.of(self.edit, draft, named.as_deref()).await?;
        transaction.description.clone_from(&draft.description);
        transaction.note = ruled.note.map_or_else(|| draft.note.clone(), |decided| decided.value);
        let tags: Vec<String> = draft.tags.iter().chain(&ruled.tags).cloned().collect();
        if !tags.is_empty() {
            transaction.tags = self.edit.tags(&tags).await?;
        }
        transaction.sorting = sorting;
        self.built.push(transaction);
        Ok(id)
    }

    fn origin(&self, row: &Incoming<'_>) -> Origin {
        Origin {
            batch: self.batch,
            line: row.draft.line,
            fingerprint: row.fingerprint,
            external_id: row.draft.external_id.clone(),
        }
    }

    /// Hands what was planned to the edit, new transactions in order.
    pub fn finish(self) -> &'e mut Edit {
        let (new, updated) = self.built.into_changes();
        self.edit.changes.reserve(new.len() + updated.len());
        for transaction in new {
            self.edit.change(Delta::added(transaction));
        }
        for (before, after) in updated {
            self.edit.change(Delta::replaced(before, after));
        }
        for delta in self.expectations.into_changes() {
            self.edit.change(delta);
        }
        self.edit
    }
}

impl RowPlan {
    fn new(
        place: u32,
        row: &Incoming<'_>,
        decision: Match,
        transaction: Option<TransactionId>,
        names: &Names,
    ) -> Self {
        let Money { amount: text, commodity: code } = Money::of(row.amount, names);
        Self { draft: place, text, code, decision, transaction }
    }
}

/// What a person chose for a row, else what was decided; `None` for a row that is left out.
pub(super) fn chosen(decision: &Match, choice: Option<&Choice>) -> Option<Outcome> {
    match choice.and_then(|choice| choice.take) {
        None => Some(decision.outcome),
        Some(false) => None,
        Some(true) => {
            Some(match decision.outcome {
                Outcome::Duplicate { .. } => Outcome::New,
                other if choice.is_some_and(|choice| choice.separate) => {
                    if let Outcome::Update { .. } = other { Outcome::New } else { other }
                }
                other => other,
            })
        }
    }
}

fn amount(row: &Draft, commodity: &Commodity) -> Result<Amount, Unreadable> {
    let refused =
        |text: String| Unreadable { line: row.line, column: None, reason: Reason::TooManyDigits { text } };
    match Quantity::from_decimal(row.amount, commodity.scale) {
        Ok(quantity) => Ok(Amount::new(quantity, commodity.id)),
        Err(QuantityError::TooPrecise { value, .. }) => Err(refused(format!("{value} {}", commodity.code))),
        Err(_) => Err(refused(format!("{} {}", row.amount, commodity.code))),
    }
}

fn existing(candidate: Candidate) -> Existing {
    let format = |word: &str| match word {
        "ofx" => Format::Ofx,
        "qif" => Format::Qif,
        _ => Format::Csv,
    };
    let arrival = match candidate.origin {
        Some(origin) => Arrival::Imported {
            fingerprint: origin.fingerprint,
            external_id: origin.external_id,
            source: Source {
                format: candidate.format.as_deref().map_or(Format::Csv, format),
                profile: candidate.profile.map(ledger::ProfileId),
            },
        },
        None if candidate.from_other_side => Arrival::Transfer,
        None => Arrival::ByHand,
    };
    Existing {
        transaction: candidate.transaction,
        posting: candidate.ordinal,
        amount: candidate.amount,
        status: candidate.status,
        text: candidate.description,
        payee: candidate.payee.unwrap_or_default(),
        touched: candidate.sorting == Sorting::Person,
        arrival,
    }
}
