//! Budgets: made, changed, copied, put away.

mod assign;
mod behind;
mod book;
mod cadence;
mod envelope;
mod fill;
mod follow;
mod period;
mod scheduled;
mod show;
mod template;
mod view;
mod why;

pub use behind::*;
pub(crate) use book::BudgetBook;
pub(crate) use envelope::purpose;
pub(crate) use follow::{follow_account, forget_account};
pub use view::*;

use crate::accounts::{find, parse_day, to_id};
use crate::edit::Edit;
use crate::settings::LedgerSettings;
use crate::{ApiError, Books, EntryView, ErrorCode, Id};
use ledger::{AccountId, Day, composed};
use planning::{Budget, BudgetId, Cadence, Method, MonthDay, PeriodNumber, Place};
use store::{Delta, Names};

impl Books {
    /// Every budget, the oldest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn budget_list(&self) -> Result<Vec<BudgetView>, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let budgets = reader.budgets().await?;
        budgets.iter().map(|budget| budget_view(budget, &names, self.today())).collect()
    }

    /// Makes a budget.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] for the name of another; [`ErrorCode::Missing`] for an unknown currency or account.
    pub async fn budget_create(&self, input: &BudgetInput) -> Result<BudgetView, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let name = free_name(&mut edit, &input.name, None).await?;
        let code = match &input.currency {
            Some(code) => code.clone(),
            None => LedgerSettings::read(edit.books()).await?.currency,
        };
        let commodity = edit.commodity(&code).await?.id;
        let month = Cadence::Month { starts: MonthDay::FIRST };
        let cadence = input.cadence.as_ref().map(Cadence::try_from).transpose()?.unwrap_or(month);
        let since = match &input.since {
            Some(day) => parse_day(day)?,
            None => {
                let first = edit.books().extent().await?.map_or(self.today(), |(first, _)| first);
                first.clamp(self.today().offset(-LOOKED_BACK), self.today())
            }
        };
        let budget = Budget {
            id: BudgetId(edit.writer().next_id("budget").await?),
            name,
            commodity,
            method: input.method.into(),
            cadence,
            since: cadence.first(cadence.period_of(since)),
            accounts: match &input.accounts {
                Some(accounts) => chosen(&edit.names, accounts)?,
                None => None,
            },
            archived: false,
        };
        let view = budget_view(&budget, &edit.names, self.today())?;
        edit.change(Delta::added(budget.clone()));
        edit.commit("budget_create", detail(&budget, None, None)).await?;
        Ok(view)
    }

    /// Changes a budget.
    ///
    /// # Errors
    /// As [`Books::budget_create`].
    pub async fn budget_edit(&self, id: Id, change: &BudgetChange) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let before = Self::find_budget(edit.books(), Some(id)).await?;
        let mut after = before.clone();
        if let Some(name) = &change.name {
            after.name = free_name(&mut edit, name, Some(before.id)).await?;
        }
        if let Some(method) = change.method {
            after.method = method.into();
        }
        if let Some(since) = &change.since {
            after.since = after.cadence.first(after.cadence.period_of(parse_day(since)?));
        }
        if let Some(accounts) = &change.accounts {
            after.accounts = chosen(&edit.names, accounts)?;
        }
        after.archived = change.archived.unwrap_or(after.archived);
        let detail = detail(&after, None, None);
        if before != after {
            edit.change(Delta::replaced(before, after));
        }
        EntryView::of(edit.commit("budget_edit", detail).await?)
    }

    /// Removes a budget with everything that was planned in it.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn budget_remove(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let budget = Self::find_budget(edit.books(), Some(id)).await?;
        for template in edit.books().templates(budget.id).await? {
            edit.change(Delta::removed(template));
        }
        for gone in edit.books().moves(budget.id, PeriodNumber::MIN, PeriodNumber::MAX).await? {
            edit.change(Delta::removed(gone));
        }
        for envelope in edit.books().envelopes(Some(budget.id)).await? {
            edit.change(Delta::removed(envelope));
        }
        let detail = detail(&budget, None, None);
        edit.change(Delta::removed(budget));
        EntryView::of(edit.commit("budget_remove", detail).await?)
    }

    /// Makes a budget like another: its envelopes, targets and templates, and (with `plan`) everything that was assigned.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] for the name of another.
    pub async fn budget_copy(&self, id: Id, name: &str, plan: bool) -> Result<BudgetView, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let source = Self::find_budget(edit.books(), Some(id)).await?;
        let name = free_name(&mut edit, name, None).await?;
        let number = BudgetId(edit.writer().next_id("budget").await?);
        let copy = Budget { id: number, name, archived: false, ..source.clone() };
        let view = budget_view(&copy, &edit.names, self.today())?;
        edit.change(Delta::added(copy.clone()));
        for mut envelope in edit.books().envelopes(Some(source.id)).await? {
            envelope.budget = copy.id;
            edit.change(Delta::added(envelope));
        }
        for mut template in edit.books().templates(source.id).await? {
            template.id = planning::TemplateId(edit.writer().next_id("budget_template").await?);
            template.budget = copy.id;
            edit.change(Delta::added(template));
        }
        if plan {
            for mut again in edit.books().moves(source.id, PeriodNumber::MIN, PeriodNumber::MAX).await? {
                again.id = planning::MoveId(edit.writer().next_id("budget_move").await?);
                again.budget = copy.id;
                edit.change(Delta::added(again));
            }
        }
        edit.commit("budget_copy", detail(&copy, None, None)).await?;
        Ok(view)
    }

    /// What was done to a budget, newest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn budget_history(&self, id: Id, limit: u32) -> Result<Vec<EntryView>, ApiError> {
        let mut reader = self.store.read().await?;
        let (mut found, mut before) = (Vec::new(), None);
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        for _ in 0..PAGES {
            let page = reader.history(before, PAGE).await?;
            let Some(last) = page.last() else { break };
            before = Some(last.seq);
            for entry in page {
                let view = EntryView::try_from(entry)?;
                if view.params.get("budget_id").is_some_and(|about| *about == id.to_string()) {
                    found.push(view);
                }
            }
            if found.len() >= limit {
                break;
            }
        }
        found.truncate(limit);
        Ok(found)
    }
}

/// How far back a budget begins by itself, in days: a day that was mistyped would make it a thousand years long.
const LOOKED_BACK: i32 = 30 * 366;

/// Entries of the history that are looked through at a time, and how often.
const PAGE: u32 = 500;
const PAGES: usize = 40;

/// What a person reads about an action later.
fn detail(budget: &Budget, period: Option<Day>, category: Option<&str>) -> serde_json::Value {
    let mut detail = serde_json::json!({ "budget": budget.name, "budget_id": budget.id });
    if let Some(period) = period {
        detail["period"] = period.to_string().into();
    }
    if let Some(category) = category.filter(|category| !category.is_empty()) {
        detail["category"] = category.into();
    }
    detail
}

fn budget_view(budget: &Budget, names: &Names, today: Day) -> Result<BudgetView, ApiError> {
    let cadence = budget.cadence;
    let accounts = budget.accounts.as_ref();
    let accounts = accounts.map(|list| list.iter().map(|account| to_id(account.0)).collect());
    Ok(BudgetView {
        id: to_id(budget.id.0)?,
        name: budget.name.clone(),
        currency: names
            .commodities
            .get(&budget.commodity)
            .map(|found| found.code.clone())
            .unwrap_or_default(),
        method: budget.method.into(),
        cadence: cadence.into(),
        since: budget.since.to_string(),
        accounts: accounts.transpose()?,
        archived: budget.archived,
        current: cadence.first(cadence.period_of(today)).to_string(),
    })
}

async fn free_name(edit: &mut Edit, name: &str, own: Option<BudgetId>) -> Result<String, ApiError> {
    let name = composed(name).into_owned();
    if name.is_empty() {
        return Err(ApiError::invalid("a budget needs a name"));
    }
    let budgets = edit.books().budgets().await?;
    if budgets.iter().any(|other| other.name == name && Some(other.id) != own) {
        let message = format!("there is a budget “{name}” already");
        return Err(ApiError::new(ErrorCode::Taken, message).with("what", name));
    }
    Ok(name)
}

/// The accounts that a person chose; none for every everyday account.
fn chosen(names: &Names, accounts: &[Id]) -> Result<Option<Vec<AccountId>>, ApiError> {
    let mut ids = Vec::with_capacity(accounts.len());
    for id in accounts {
        let account = find(names, AccountId((*id).into()))?;
        if !account.account_type().is_holding() {
            let message =
                format!("“{}” holds no money that a budget could plan", names.accounts.path(account.id));
            return Err(ApiError::invalid(message));
        }
        ids.push(account.id);
    }
    Ok(Some(ids).filter(|ids| !ids.is_empty()))
}

impl From<BudgetMethod> for Method {
    fn from(method: BudgetMethod) -> Self {
        match method {
            BudgetMethod::Envelope => Self::Envelope,
            BudgetMethod::Tracking => Self::Tracking,
        }
    }
}

impl From<Method> for BudgetMethod {
    fn from(method: Method) -> Self {
        match method {
            Method::Envelope => Self::Envelope,
            Method::Tracking => Self::Tracking,
        }
    }
}

/// `true` for the accounts that what is to be assigned comes from.
fn is_source(place: Place) -> bool {
    matches!(place, Place::Income | Place::Opening | Place::Outside)
}
