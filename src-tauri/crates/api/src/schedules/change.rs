//! Changing one occurrence, it and all that follow, or all.

use super::agenda::Agenda;
use super::post::{expect_open, said, say};
use super::save::{commodity_of, parts, planned};
use super::{OccurrenceKey, ScheduleAmount, ScheduleChange, ScheduleScope};
use crate::accounts::parse_day;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView};
use ledger::{AccountId, Day};
use planning::{BillDecision, Coming, Exception, Planned, Recurrence, Schedule, ScheduleId};
use store::Delta;

impl Books {
    /// Changes one occurrence, it and all that follow, or all of a schedule. What is in the books stays as it is.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Taken`] where the occurrence is in the books; [`crate::ErrorCode::Invalid`] for a change that
    /// one occurrence alone cannot have, or a move that its rule cannot follow; [`crate::ErrorCode::Missing`].
    pub async fn schedule_change(
        &self,
        occurrence: &OccurrenceKey,
        scope: ScheduleScope,
        change: &ScheduleChange,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let agenda = Agenda::read(edit.books(), self.today()).await?;
        let (schedule, coming) = agenda.find(occurrence)?;
        let detail = serde_json::json!({ "schedule": agenda.name(schedule), "date": coming.day });
        match scope {
            ScheduleScope::This => this(&mut edit, &agenda, (schedule, &coming), change).await?,
            // What follows the first is all there is.
            ScheduleScope::Following if !is_first(&agenda, schedule, &coming) => {
                following(&mut edit, &agenda, (schedule, &coming), change).await?;
            }
            ScheduleScope::Following | ScheduleScope::All => {
                all(&mut edit, &agenda, (schedule, &coming), change).await?;
            }
        }
        EntryView::of(edit.commit("schedule_change", detail).await?)
    }
}

/// Whether nothing came before an occurrence, by the rule or by what was said.
fn is_first(agenda: &Agenda, schedule: &Schedule, coming: &Coming) -> bool {
    let (start, before) = (schedule.recurrence.start(), coming.nominal.offset(-1));
    let none = schedule.recurrence.between(start, before, &planning::Workdays::default()).is_empty();
    none && agenda.exceptions(schedule.id).iter().all(|exception| exception.nominal >= coming.nominal)
}

/// A day and an amount are all that one occurrence can have of its own.
async fn this(
    edit: &mut Edit,
    agenda: &Agenda,
    (schedule, coming): (&Schedule, &Coming),
    change: &ScheduleChange,
) -> Result<(), ApiError> {
    expect_open(agenda, schedule, coming)?;
    let ScheduleChange { date, amount, name, payee, account, parts, note, rule } = change;
    let others = name.is_some() || payee.is_some() || account.is_some() || parts.is_some() || note.is_some();
    if others || rule.is_some() {
        return Err(ApiError::invalid("one occurrence alone can have another day and another amount"));
    }
    let before = said(agenda, schedule, coming.nominal);
    let quantity = match amount {
        None => before.quantity,
        Some(amount @ ScheduleAmount::Fixed { .. }) => match planned(edit, amount).await? {
            (commodity, Planned::Fixed(quantity)) if commodity.id == schedule.commodity => Some(quantity),
            _ => return Err(ApiError::invalid("one occurrence keeps the currency of its schedule")),
        },
        Some(_) => return Err(ApiError::invalid("the amount of one occurrence is fixed")),
    };
    let day = match date {
        None => before.day,
        Some(date) => Some(parse_day(date)?),
    };
    say(edit, agenda, Exception { day, quantity, ..before });
    Ok(())
}

/// Ends the schedule before the occurrence and begins another with it.
async fn following(
    edit: &mut Edit,
    agenda: &Agenda,
    (schedule, coming): (&Schedule, &Coming),
    change: &ScheduleChange,
) -> Result<(), ApiError> {
    let cut = coming.nominal;
    let ended = Schedule { recurrence: schedule.recurrence.ending(cut.offset(-1))?, ..schedule.clone() };
    let id = ScheduleId(edit.writer().next_id("schedule").await?);
    let begun = Schedule { id, recurrence: schedule.recurrence.beginning(cut)?, ..schedule.clone() };
    let mut begun = changed(edit, begun, change).await?;
    begun.recurrence = moved(&begun.recurrence, coming, change)?;
    let kept_days = begun.recurrence.rule() == schedule.recurrence.beginning(cut)?.rule()
        && begun.recurrence.start() == cut;
    // What was said of later occurrences goes along, where they are still the same ones.
    for exception in agenda.exceptions(schedule.id).iter().filter(|exception| exception.nominal >= cut) {
        if exception.standing.transaction().is_some() {
            begun.since = begun.since.max(after_posted(exception, coming, change)?);
            continue;
        }
        edit.change(Delta::removed(*exception));
        if kept_days {
            edit.change(Delta::added(Exception { schedule: id, ..*exception }));
        }
    }
    for decision in edit.books().bill_decisions().await? {
        if decision.schedule == Some(schedule.id) {
            let after = BillDecision { schedule: Some(id), ..decision.clone() };
            edit.change(Delta::replaced(decision, after));
        }
    }
    edit.change(Delta::replaced(schedule.clone(), ended));
    edit.change(Delta::added(begun));
    Ok(())
}

async fn all(
    edit: &mut Edit,
    agenda: &Agenda,
    (schedule, coming): (&Schedule, &Coming),
    change: &ScheduleChange,
) -> Result<(), ApiError> {
    let mut after = changed(edit, schedule.clone(), change).await?;
    after.recurrence = moved(&after.recurrence, coming, change)?;
    if after.recurrence != schedule.recurrence {
        for exception in agenda.exceptions(schedule.id) {
            if exception.standing.transaction().is_some() {
                after.since = after.since.max(after_posted(exception, coming, change)?);
            } else {
                // It was said of a day that the rule no longer names.
                edit.change(Delta::removed(*exception));
            }
        }
    }
    if after != *schedule {
        edit.change(Delta::replaced(schedule.clone(), after));
    }
    Ok(())
}

/// The day from which a moved schedule may fall due: what is in the books already must not come again on its new day.
fn after_posted(posted: &Exception, coming: &Coming, change: &ScheduleChange) -> Result<Day, ApiError> {
    let later = match &change.date {
        Some(date) => (parse_day(date)?.number() - coming.nominal.number()).max(0),
        None => 0,
    };
    Ok(posted.nominal.offset(later + 1))
}

fn moved(recurrence: &Recurrence, coming: &Coming, change: &ScheduleChange) -> Result<Recurrence, ApiError> {
    match &change.date {
        // A new rule counts from the new day.
        Some(date) if change.rule.is_some() => {
            let rule = recurrence.rule().unwrap_or_default();
            Ok(Recurrence::by_rule(parse_day(date)?, rule, recurrence.shift())?)
        }
        Some(date) => Ok(recurrence.moved(coming.nominal, parse_day(date)?)?),
        None => Ok(recurrence.clone()),
    }
}

/// A schedule with everything changed but its days.
async fn changed(
    edit: &mut Edit,
    mut schedule: Schedule,
    change: &ScheduleChange,
) -> Result<Schedule, ApiError> {
    if let Some(amount) = &change.amount {
        let (commodity, planned) = planned(edit, amount).await?;
        schedule.planned = planned;
        schedule.commodity = commodity.id;
    }
    if let Some(name) = &change.name {
        name.trim().clone_into(&mut schedule.name);
    }
    if let Some(payee) = &change.payee {
        schedule.payee = edit.payee(payee).await?;
    }
    if let Some(account) = change.account {
        schedule.account = AccountId(account.into());
        Agenda::own_account(&edit.names, schedule.account)?;
    }
    if let Some(others) = &change.parts {
        let commodity = commodity_of(edit, schedule.commodity)?;
        schedule.parts = parts(edit, schedule.account, &commodity, others)?;
    }
    if let Some(note) = &change.note {
        note.trim().clone_into(&mut schedule.note);
    }
    if let Some(rule) = &change.rule {
        let (start, shift) = (schedule.recurrence.start(), schedule.recurrence.shift());
        schedule.recurrence = Recurrence::by_rule(start, rule.trim().trim_start_matches("RRULE:"), shift)?;
    }
    Ok(schedule)
}
