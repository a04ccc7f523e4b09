//! Money given a purpose: assigned, moved, held, as in another period.

use super::envelope::purpose;
use super::period::parse_period;
use super::view::BudgetLine;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, Id};
use ledger::{AccountId, Quantity};
use planning::{Budget, Method, Move, MoveId, PeriodNumber, Purse, Reason};
use store::{Delta, PurseSums};

/// Moves in one period of a budget, while they are being put together.
pub(crate) struct Moving {
    pub edit: Edit,
    pub budget: Budget,
    pub period: PeriodNumber,
    /// What purses got in the period so far.
    assigned: PurseSums,
    at: i64,
}

impl Moving {
    pub async fn begin(books: &Books, budget: Id, period: &str) -> Result<Self, ApiError> {
        let mut edit = Edit::begin(&books.store).await?;
        let budget = Books::find_budget(edit.books(), Some(budget)).await?;
        let period = parse_period(&budget, period)?;
        if period < budget.first() {
            let message = format!("the budget “{}” begins on {}", budget.name, budget.since);
            return Err(ApiError::invalid(message).with("since", budget.since));
        }
        let mut assigned = edit.books().assigned(budget.id, period, period).await?;
        let assigned = assigned.remove(&period).unwrap_or_default();
        Ok(Self { edit, budget, period, assigned, at: chrono::Utc::now().timestamp_millis() })
    }

    /// The purse of an envelope or a card.
    pub fn purse(&self, envelope: Id) -> Result<Purse, ApiError> {
        purpose(&self.edit.names, &self.budget, envelope).map(Purse::Envelope)
    }

    /// An amount that a person wrote.
    pub fn amount(&self, text: &str) -> Result<Quantity, ApiError> {
        Ok(Quantity::parse(text, self.edit.names.scale(self.budget.commodity))?)
    }

    pub fn assigned(&self, purse: Purse) -> i128 {
        self.assigned.get(&purse).copied().unwrap_or_default()
    }

    /// Moves money; a negative amount goes the other way, and nothing is no move.
    pub async fn give(
        &mut self,
        from: Purse,
        to: Purse,
        units: i128,
        reason: Option<Reason>,
    ) -> Result<(), ApiError> {
        if units == 0 {
            return Ok(());
        }
        let (from, to) = if units < 0 { (to, from) } else { (from, to) };
        let quantity = Quantity::new(units)?.magnitude();
        let id = MoveId(self.edit.writer().next_id("budget_move").await?);
        let (budget, period, at) = (self.budget.id, self.period, self.at);
        self.edit.change(Delta::added(Move { id, budget, period, from, to, quantity, at, reason }));
        *self.assigned.entry(from).or_default() -= quantity.units();
        *self.assigned.entry(to).or_default() += quantity.units();
        Ok(())
    }

    /// Lets a purse have this much in the period.
    pub async fn set(&mut self, purse: Purse, units: i128) -> Result<(), ApiError> {
        self.give(Purse::ToAssign, purse, units - self.assigned(purse), None).await
    }

    /// What a person reads about it later.
    pub fn detail(&self, categories: &[AccountId]) -> serde_json::Value {
        let paths: Vec<String> =
            categories.iter().take(3).map(|account| self.edit.names.accounts.path(*account)).collect();
        let first = self.budget.cadence.first(self.period);
        super::detail(&self.budget, Some(first), Some(&paths.join(", ")))
    }
}

impl Books {
    /// Lets envelopes (or cards) have these amounts in a period.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Amount`]; [`crate::ErrorCode::Invalid`] for a period before the budget's first.
    pub async fn budget_assign(
        &self,
        budget: Id,
        period: &str,
        lines: &[BudgetLine],
    ) -> Result<Option<EntryView>, ApiError> {
        let mut moving = Moving::begin(self, budget, period).await?;
        let mut accounts = Vec::new();
        for line in lines {
            let (purse, amount) = (moving.purse(line.envelope)?, moving.amount(&line.amount)?);
            accounts.push(AccountId(line.envelope.into()));
            moving.set(purse, amount.units()).await?;
        }
        let mut detail = moving.detail(&accounts);
        if let [line] = lines {
            detail["amount"] = line.amount.trim().into();
        }
        EntryView::of(moving.edit.commit("budget_assign", detail).await?)
    }

    /// Moves money from one envelope (or card) to another; `None` is the money to be assigned.
    ///
    /// # Errors
    /// As [`Books::budget_assign`]; [`crate::ErrorCode::Invalid`] unless the amount is above zero.
    pub async fn budget_move(
        &self,
        budget: Id,
        period: &str,
        from: Option<Id>,
        to: Option<Id>,
        amount: &str,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut moving = Moving::begin(self, budget, period).await?;
        let purse = |id: Option<Id>| id.map_or(Ok(Purse::ToAssign), |id| moving.purse(id));
        let (source, end, quantity) = (purse(from)?, purse(to)?, moving.amount(amount)?);
        if source == end {
            return Err(ApiError::invalid("money moves from one envelope to another"));
        }
        if quantity.is_zero() || quantity.is_negative() {
            return Err(ApiError::invalid("what is moved is an amount above zero"));
        }
        moving.give(source, end, quantity.units(), None).await?;
        let name = |id: Option<Id>| {
            id.map(|id| moving.edit.names.accounts.path(AccountId(id.into()))).unwrap_or_default()
        };
        let mut detail = moving.detail(&[]);
        detail["from"] = name(from).into();
        detail["to"] = name(to).into();
        detail["amount"] = amount.trim().into();
        EntryView::of(moving.edit.commit("budget_move", detail).await?)
    }

    /// Holds this much of the money to be assigned back for the next period.
    ///
    /// # Errors
    /// As [`Books::budget_assign`]; [`crate::ErrorCode::Invalid`] for less than nothing, and in a tracking budget.
    pub async fn budget_hold(
        &self,
        budget: Id,
        period: &str,
        amount: &str,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut moving = Moving::begin(self, budget, period).await?;
        if moving.budget.method == Method::Tracking {
            return Err(ApiError::invalid("a tracking budget holds no money: there is nothing to assign"));
        }
        let quantity = moving.amount(amount)?;
        if quantity.is_negative() {
            return Err(ApiError::invalid("what is held is nothing or more"));
        }
        moving.set(Purse::Next, quantity.units()).await?;
        let mut detail = moving.detail(&[]);
        detail["amount"] = amount.trim().into();
        EntryView::of(moving.edit.commit("budget_hold", detail).await?)
    }

    /// Lets every envelope have in a period what it had in another: the one before, when left out.
    ///
    /// # Errors
    /// As [`Books::budget_assign`].
    pub async fn budget_repeat(
        &self,
        budget: Id,
        period: &str,
        from: Option<&str>,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut moving = Moving::begin(self, budget, period).await?;
        let source = match from {
            Some(from) => parse_period(&moving.budget, from)?,
            None => moving.period - 1,
        };
        let budget = moving.budget.id;
        let sums = moving.edit.books().assigned(budget, source, source).await?.remove(&source);
        let places = moving.budget.places(&moving.edit.names.accounts);
        for (purse, units) in sums.unwrap_or_default() {
            // What was taken out then, or paid off, is no habit.
            if let Purse::Envelope(account) = purse
                && units > 0
                && places.contains_key(&account)
            {
                moving.set(purse, units).await?;
            }
        }
        let mut detail = moving.detail(&[]);
        detail["from"] = moving.budget.cadence.first(source).to_string().into();
        EntryView::of(moving.edit.commit("budget_repeat", detail).await?)
    }
}
