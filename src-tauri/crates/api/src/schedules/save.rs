//! Adding, replacing and removing schedules.

use super::agenda::Agenda;
use super::{PartInput, ScheduleAmount, ScheduleInput, ScheduleMode, ScheduleShift, ScheduleView};
use crate::accounts::{find, parse_day};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode, Id, Money};
use ledger::{AccountId, Commodity, CommodityId, Quantity};
use planning::{Country, Mode, Part, Planned, Recurrence, RecurrenceError, Schedule, ScheduleId, Shift};
use store::Delta;

impl From<RecurrenceError> for ApiError {
    fn from(error: RecurrenceError) -> Self {
        Self::invalid(error.to_string())
    }
}

/// Averages reach back this many times at most.
const LONGEST_AVERAGE: u32 = 24;
/// Reminders come this many days before at most.
const EARLIEST_REMINDER: u32 = 366;

impl Books {
    /// Every schedule, those that come next first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn schedule_list(&self) -> Result<Vec<ScheduleView>, ApiError> {
        let mut reader = self.store.read().await?;
        let agenda = Agenda::read(&mut reader, self.today()).await?;
        let decisions = reader.bill_decisions().await?;
        let mut views = agenda
            .schedules
            .iter()
            .map(|schedule| {
                let decision = decisions.iter().find(|decision| decision.schedule == Some(schedule.id));
                let bill = decision.map(crate::bills::key_of);
                Ok(ScheduleView { bill, ..agenda.schedule_view(schedule)? })
            })
            .collect::<Result<Vec<_>, ApiError>>()?;
        views.sort_by(|a, b| (a.next.is_none(), &a.next, &a.name).cmp(&(b.next.is_none(), &b.next, &b.name)));
        Ok(views)
    }

    /// Adds a schedule, or replaces the one with its number; what is in the books stays.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] with what cannot be followed; [`ErrorCode::Missing`], [`ErrorCode::Amount`].
    pub async fn schedule_save(&self, input: &ScheduleInput) -> Result<ScheduleView, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let before = match input.id {
            Some(id) => Some(stored(&mut edit, id).await?),
            None => None,
        };
        let id = match &before {
            Some(before) => before.id,
            None => ScheduleId(edit.writer().next_id("schedule").await?),
        };
        let since = match (&input.since, &before) {
            (Some(since), _) => parse_day(since)?,
            (None, Some(before)) => before.since,
            (None, None) => self.today(),
        };
        let after = build(&mut edit, id, since, input).await?;
        let detail = serde_json::json!({ "schedule": called(&after, &input.payee, &edit) });
        let name = if before.is_some() { "schedule_edit" } else { "schedule_add" };
        match before {
            Some(before) if before == after => {}
            Some(before) => edit.change(Delta::replaced(before, after)),
            None => edit.change(Delta::added(after)),
        }
        edit.commit(name, detail).await?;
        let agenda = Agenda::read(&mut self.store.read().await?, self.today()).await?;
        agenda.schedule_view(agenda.schedule(crate::accounts::to_id(id.0)?)?)
    }

    /// Removes a schedule; its transactions stay.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn schedule_remove(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let agenda = Agenda::read(edit.books(), self.today()).await?;
        let schedule = agenda.schedule(id)?;
        let detail = serde_json::json!({ "schedule": agenda.name(schedule) });
        remove(&mut edit, schedule.clone()).await?;
        EntryView::of(edit.commit("schedule_remove", detail).await?)
    }
}

/// Takes a schedule away with everything said of its occurrences; a bill confirmed with it is found anew.
pub(crate) async fn remove(edit: &mut Edit, schedule: Schedule) -> Result<(), ApiError> {
    for exception in edit.books().exceptions(Some(schedule.id)).await? {
        edit.change(Delta::removed(exception));
    }
    for decision in edit.books().bill_decisions().await? {
        if decision.schedule == Some(schedule.id) {
            let after = planning::BillDecision { schedule: None, ..decision.clone() };
            edit.change(if after.is_empty() {
                Delta::removed(decision)
            } else {
                Delta::replaced(decision, after)
            });
        }
    }
    edit.change(Delta::removed(schedule));
    Ok(())
}

pub(super) async fn stored(edit: &mut Edit, id: Id) -> Result<Schedule, ApiError> {
    let found = edit.books().schedule(ScheduleId(id.into())).await?;
    found.ok_or_else(|| ApiError::missing(format!("schedule {id}")))
}

fn called(schedule: &Schedule, payee: &str, edit: &Edit) -> String {
    if !schedule.name.is_empty() {
        return schedule.name.clone();
    }
    if !payee.trim().is_empty() {
        return payee.trim().to_owned();
    }
    let first = schedule.parts.first().and_then(|part| edit.names.accounts.get(part.account));
    first.map(|account| account.name.clone()).unwrap_or_default()
}

async fn build(
    edit: &mut Edit,
    id: ScheduleId,
    since: ledger::Day,
    input: &ScheduleInput,
) -> Result<Schedule, ApiError> {
    let amount = input.amount.as_ref().ok_or_else(|| ApiError::invalid("say how much comes"))?;
    let (commodity, planned) = planned(edit, amount).await?;
    let account = AccountId(input.account.into());
    Agenda::own_account(&edit.names, account)?;
    let recurrence = recurrence(&input.start, input.rule.as_deref(), input.until.as_deref(), input.shift)?;
    let remind = input.remind_days.map(|days| match u16::try_from(days) {
        Ok(days) if u32::from(days) <= EARLIEST_REMINDER => Ok(days),
        _ => Err(ApiError::invalid(format!("a reminder comes at most {EARLIEST_REMINDER} days before"))),
    });
    Ok(Schedule {
        id,
        name: input.name.trim().to_owned(),
        recurrence,
        country: country(input.country.as_deref())?,
        since,
        mode: match input.mode {
            ScheduleMode::Ask => Mode::Ask,
            ScheduleMode::Post => Mode::Post,
        },
        remind: remind.transpose()?,
        payee: edit.payee(&input.payee).await?,
        account,
        commodity: commodity.id,
        planned,
        parts: parts(edit, account, &commodity, &input.parts)?,
        note: input.note.trim().to_owned(),
        tags: edit.tags(&input.tags).await?,
    })
}

/// The days that a person names: by a rule or on one day alone, up to an end.
pub(super) fn recurrence(
    start: &str,
    rule: Option<&str>,
    until: Option<&str>,
    shift: ScheduleShift,
) -> Result<Recurrence, ApiError> {
    let shift = match shift {
        ScheduleShift::Stay => Shift::Stay,
        ScheduleShift::Before => Shift::Before,
        ScheduleShift::After => Shift::After,
    };
    let start = parse_day(start)?;
    let recurrence = match rule.map(str::trim).filter(|rule| !rule.is_empty()) {
        Some(rule) => Recurrence::by_rule(start, rule.trim_start_matches("RRULE:"), shift)?,
        None => Recurrence::once(start, shift),
    };
    let Some(until) = until else { return Ok(recurrence) };
    let until = parse_day(until)?;
    if until < start {
        return Err(ApiError::invalid(format!("it ends on {until}, before it starts on {start}")));
    }
    Ok(recurrence.ending(until)?)
}

pub(super) fn country(code: Option<&str>) -> Result<Option<String>, ApiError> {
    let Some(code) = code.map(str::trim).filter(|code| !code.is_empty()) else { return Ok(None) };
    let found = Country::find(code);
    let found = found.ok_or_else(|| ApiError::missing(format!("a table of the holidays of “{code}”")))?;
    Ok(Some(found.code.to_owned()))
}

/// The other side: accounts that are there and open, each once, exactly one of which takes the rest.
pub(super) fn parts(
    edit: &Edit,
    account: AccountId,
    commodity: &Commodity,
    inputs: &[PartInput],
) -> Result<Vec<Part>, ApiError> {
    let mut parts: Vec<Part> = Vec::with_capacity(inputs.len());
    for input in inputs {
        let other = AccountId(input.account.into());
        let found = find(&edit.names, other)?;
        if found.closed {
            let message = format!("account “{}” is closed; reopen it first", found.name);
            return Err(ApiError::new(ErrorCode::InUse, message).with("what", &found.name));
        }
        if other == account || parts.iter().any(|part| part.account == other) {
            return Err(ApiError::invalid(format!("“{}” is named twice", found.name)));
        }
        let quantity =
            input.amount.as_deref().map(|text| Quantity::parse(text, commodity.scale)).transpose()?;
        parts.push(Part { account: other, quantity });
    }
    if parts.iter().filter(|part| part.quantity.is_none()).count() == 1 {
        Ok(parts)
    } else {
        Err(ApiError::invalid("exactly one category or account takes the rest"))
    }
}

/// What is planned, and in which commodity.
pub(super) async fn planned(
    edit: &mut Edit,
    amount: &ScheduleAmount,
) -> Result<(Commodity, Planned), ApiError> {
    let code = match amount {
        ScheduleAmount::Fixed { amount } => &amount.commodity,
        ScheduleAmount::Range { least, .. } => &least.commodity,
        ScheduleAmount::Average { first, .. } => &first.commodity,
    };
    let commodity = edit.commodity(code).await?;
    let read = |money: &Money| read_in(money, &commodity);
    let planned = match amount {
        ScheduleAmount::Fixed { amount } => Planned::Fixed(read(amount)?),
        ScheduleAmount::Range { least, most } => {
            let (least, most) = (read(least)?, read(most)?);
            if least.is_negative() != most.is_negative() || least.magnitude() > most.magnitude() {
                return Err(ApiError::invalid(
                    "a range goes from the smaller to the larger, both in or both out",
                ));
            }
            Planned::Range { least, most }
        }
        ScheduleAmount::Average { of, first } => match u8::try_from(*of) {
            Ok(times) if (1..=LONGEST_AVERAGE).contains(of) => {
                Planned::Average { of: times, first: read(first)? }
            }
            _ => return Err(ApiError::invalid(format!("an average is of 1 to {LONGEST_AVERAGE} times"))),
        },
    };
    Ok((commodity, planned))
}

/// A quantity of a commodity, which is not nothing.
fn read_in(money: &Money, commodity: &Commodity) -> Result<Quantity, ApiError> {
    if !money.commodity.eq_ignore_ascii_case(&commodity.code) {
        let (one, other) = (&money.commodity, &commodity.code);
        return Err(ApiError::invalid(format!("amounts are in {one} and {other}; name one currency")));
    }
    let quantity = money.read(commodity)?.quantity;
    if quantity.is_zero() {
        Err(ApiError::invalid("nothing would come: the amount is zero"))
    } else {
        Ok(quantity)
    }
}

/// The commodity of a schedule that is there.
pub(super) fn commodity_of(edit: &Edit, id: CommodityId) -> Result<Commodity, ApiError> {
    let found = edit.names.commodities.get(&id).cloned();
    found.ok_or_else(|| ApiError::missing(format!("commodity {id}")))
}
