//! How envelopes behave, what they should get, and where they stand.

use super::book::BudgetBook;
use super::view::{EnvelopeChange, EnvelopePlace, EnvelopeView, ReasonView, TargetView};
use crate::accounts::{find, parse_day};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode, Id};
use ledger::{AccountId, Quantity, Scale};
use planning::{Budget, Envelope, EnvelopeSettings, Method, Place, Reason, Target};
use rust_decimal::Decimal;
use store::{Delta, Names};

impl Books {
    /// Says what an envelope, or what is set aside for a card, should get.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] and [`ErrorCode::Amount`] for what is no target.
    pub async fn budget_target_set(
        &self,
        budget: Id,
        envelope: Id,
        target: &TargetView,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let budget = Self::find_budget(edit.books(), Some(budget)).await?;
        let target = read_target(target, edit.names.scale(budget.commodity))?;
        let change = |settings: &mut EnvelopeSettings| settings.target = Some(target);
        self.set_envelope(edit, budget, envelope, "budget_target_set", change).await
    }

    /// Takes the target of an envelope away.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn budget_target_clear(&self, budget: Id, envelope: Id) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let budget = Self::find_budget(edit.books(), Some(budget)).await?;
        let change = |settings: &mut EnvelopeSettings| settings.target = None;
        self.set_envelope(edit, budget, envelope, "budget_target_clear", change).await
    }

    /// Changes how an envelope behaves and where it stands.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn budget_envelope_set(
        &self,
        budget: Id,
        envelope: Id,
        change: &EnvelopeChange,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let budget = Self::find_budget(edit.books(), Some(budget)).await?;
        let apply = |settings: &mut EnvelopeSettings| {
            settings.keeps_surplus = change.keeps_surplus.or(settings.keeps_surplus);
            settings.keeps_debt = change.keeps_debt.or(settings.keeps_debt);
            settings.position = change.position.or(settings.position);
            settings.hidden = change.hidden.unwrap_or(settings.hidden);
            if let Some(group) = &change.group {
                settings.group = group_name(group);
            }
        };
        self.set_envelope(edit, budget, envelope, "budget_envelope_set", apply).await
    }

    async fn set_envelope(
        &self,
        mut edit: Edit,
        budget: Budget,
        envelope: Id,
        action: &'static str,
        change: impl FnOnce(&mut EnvelopeSettings),
    ) -> Result<Option<EntryView>, ApiError> {
        let account = purpose(&edit.names, &budget, envelope)?;
        let known = edit.books().envelopes(Some(budget.id)).await?;
        let before = known.into_iter().find(|known| known.account == account);
        let mut settings = before.as_ref().map(|known| known.settings.clone()).unwrap_or_default();
        change(&mut settings);
        replace(&mut edit, &budget, account, before, settings);
        let detail = super::detail(&budget, None, Some(&edit.names.accounts.path(account)));
        EntryView::of(edit.commit(action, detail).await?)
    }

    /// Puts envelopes into this order, each in its group; the first are also the most urgent to fill.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn budget_envelopes_order(
        &self,
        budget: Id,
        places: &[EnvelopePlace],
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let budget = Self::find_budget(edit.books(), Some(budget)).await?;
        let mut known = edit.books().envelopes(Some(budget.id)).await?;
        for (position, place) in (1_u32..).zip(places) {
            let account = purpose(&edit.names, &budget, place.envelope)?;
            let found = known.iter().position(|known| known.account == account);
            let before = found.map(|found| known.swap_remove(found));
            let mut settings = before.as_ref().map(|known| known.settings.clone()).unwrap_or_default();
            settings.position = Some(position);
            settings.group = group_name(&place.group);
            if settings.group.as_deref() == Some(&usual_group(&edit.names, account)) {
                settings.group = None;
            }
            replace(&mut edit, &budget, account, before, settings);
        }
        let detail = super::detail(&budget, None, None);
        EntryView::of(edit.commit("budget_envelopes_order", detail).await?)
    }
}

fn group_name(text: &str) -> Option<String> {
    Some(ledger::composed(text).into_owned()).filter(|group| !group.is_empty())
}

fn replace(
    edit: &mut Edit,
    budget: &Budget,
    account: AccountId,
    before: Option<Envelope>,
    settings: EnvelopeSettings,
) {
    let after = (settings != EnvelopeSettings::default()).then_some(Envelope {
        budget: budget.id,
        account,
        settings,
    });
    if before != after {
        edit.change(Delta { before, after });
    }
}

/// The account of an envelope or a card: what money of a budget can be for.
pub(crate) fn purpose(names: &Names, budget: &Budget, id: Id) -> Result<AccountId, ApiError> {
    let account = find(names, AccountId(id.into()))?;
    let place = budget.places(&names.accounts).remove(&account.id);
    // A tracking budget plans income, and sees cards as its own money.
    let is_purpose = match budget.method {
        Method::Envelope => matches!(place, Some(Place::Envelope | Place::Card)),
        Method::Tracking => matches!(place, Some(Place::Envelope | Place::Income)),
    };
    if is_purpose {
        return Ok(account.id);
    }
    let path = names.accounts.path(account.id);
    let message = format!("“{path}” is no envelope of “{}”: its money is the budget's own", budget.name);
    Err(ApiError::new(ErrorCode::Invalid, message).with("what", path))
}

/// The group of an envelope that nobody put into one: the accounts above it, without the root.
pub(crate) fn usual_group(names: &Names, account: AccountId) -> String {
    let path = names.accounts.names(account);
    match path.as_slice() {
        [_, above @ .., _] if !above.is_empty() => above.join(":"),
        [root, ..] => (*root).to_owned(),
        [] => String::new(),
    }
}

impl BudgetBook {
    pub fn envelope_view(&self, account: AccountId) -> EnvelopeView {
        let rules = self.rules(account);
        let settings = self.settings.get(&account);
        EnvelopeView {
            keeps_surplus: rules.keeps_surplus,
            keeps_debt: rules.keeps_debt,
            hidden: settings.is_some_and(|settings| settings.hidden),
            target: self.target_view(account),
        }
    }

    pub fn target_view(&self, account: AccountId) -> Option<TargetView> {
        let target = self.settings.get(&account)?.target.as_ref()?;
        let text = |quantity: &Quantity| self.text(quantity.units());
        Some(match target {
            Target::SetAside { units } => TargetView::SetAside { amount: text(units) },
            Target::RefillTo { units } => TargetView::RefillTo { amount: text(units) },
            Target::ByDate { units, by, again_after } => {
                TargetView::ByDate { amount: text(units), by: by.to_string(), again_after: *again_after }
            }
            Target::PercentOfIncome { percent } => {
                TargetView::PercentOfIncome { percent: percent.to_string() }
            }
            Target::AverageSpent { periods } => TargetView::AverageSpent { periods: *periods },
            Target::Scheduled => TargetView::Scheduled,
        })
    }

    pub fn reason_view(&self, reason: &Reason) -> ReasonView {
        match reason {
            Reason::EachPeriod => ReasonView::EachPeriod,
            Reason::Refill { wanted, carried } => {
                ReasonView::Refill { wanted: self.text(*wanted), carried: self.text(*carried) }
            }
            Reason::Due { missing, periods, by } => {
                ReasonView::Due { missing: self.text(*missing), periods: *periods, by: by.to_string() }
            }
            Reason::DayPassed { by } => ReasonView::DayPassed { by: by.to_string() },
            Reason::PartOfIncome { percent, income } => {
                ReasonView::PartOfIncome { percent: percent.to_string(), income: self.text(*income) }
            }
            Reason::Average { periods } => {
                ReasonView::Average { periods: u32::try_from(*periods).unwrap_or(u32::MAX) }
            }
            Reason::Scheduled => ReasonView::Scheduled,
            Reason::ScheduledLess { scheduled, carried } => {
                ReasonView::ScheduledLess { scheduled: self.text(*scheduled), carried: self.text(*carried) }
            }
        }
    }
}

/// The target that a person wrote.
fn read_target(target: &TargetView, scale: Scale) -> Result<Target, ApiError> {
    let read = |amount: &str| {
        let quantity = Quantity::parse(amount, scale)?;
        if quantity.is_negative() || quantity.is_zero() {
            return Err(ApiError::invalid("a target is an amount above zero"));
        }
        Ok(quantity)
    };
    Ok(match target {
        TargetView::SetAside { amount } => Target::SetAside { units: read(amount)? },
        TargetView::RefillTo { amount } => Target::RefillTo { units: read(amount)? },
        TargetView::ByDate { amount, by, again_after } => Target::ByDate {
            units: read(amount)?,
            by: parse_day(by)?,
            again_after: again_after.filter(|months| *months > 0),
        },
        TargetView::PercentOfIncome { percent } => {
            Target::PercentOfIncome { percent: read_percent(percent)? }
        }
        TargetView::AverageSpent { periods: 0 } => {
            return Err(ApiError::invalid("an average needs at least one period"));
        }
        TargetView::AverageSpent { periods } => Target::AverageSpent { periods: *periods },
        TargetView::Scheduled => Target::Scheduled,
    })
}

fn read_percent(text: &str) -> Result<Decimal, ApiError> {
    let percent = Decimal::from_str_exact(text.trim()).ok();
    let percent = percent.filter(|percent| *percent > Decimal::ZERO && *percent <= Decimal::ONE_HUNDRED);
    percent.ok_or_else(|| {
        ApiError::invalid(format!("“{text}” is no percentage above 0 and up to 100")).with("text", text)
    })
}
