//! What a person says of a bill: that it is one, that it is none, how to cancel it.

use super::find::Found;
use super::list::Billing;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode};
use chrono::Datelike;
use ledger::{Day, Quantity};
use planning::{
    BillDecision, BillDecisionId, Mode, Part, Planned, Recurrence, Rhythm, Schedule, ScheduleId, Shift,
};
use store::Delta;

/// A confirmed bill reminds so many days before.
const REMINDER: u16 = 3;
/// A bill that varies is expected as the average of at most so many payments.
const AVERAGED: u8 = 12;

/// What a decided bill is known by.
pub(crate) fn key_of(decision: &BillDecision) -> String {
    format!("{}.{}.{}.{}", decision.payee, decision.purpose, decision.commodity, decision.anchor)
}

impl Books {
    /// Makes a schedule of a bill that was found: it then falls due, reminds, and is matched with what is imported.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`]; [`ErrorCode::Taken`] for one that has a schedule already.
    pub async fn bill_confirm(&self, bill: &str) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let billing = Billing::read(edit.books(), self.today()).await?;
        let (found, decision) = billing.by_key(bill)?;
        let found = found.ok_or_else(|| ApiError::missing(format!("bill “{bill}”")))?;
        let view = billing.bill(found)?;
        if view.schedule.is_some() {
            let message = format!("“{}” is confirmed already", view.payee);
            return Err(ApiError::new(ErrorCode::Taken, message).with("what", view.payee));
        }
        let id = ScheduleId(edit.writer().next_id("schedule").await?);
        edit.change(Delta::added(schedule(id, found, self.today())?));
        decide(&mut edit, Some(found), decision, |decision| {
            decision.schedule = Some(id);
            decision.dismissed = false;
        })
        .await?;
        EntryView::of(edit.commit("bill_confirm", serde_json::json!({ "payee": view.payee })).await?)
    }

    /// Says that a bill is none, or is not to be shown; one that was confirmed loses its schedule.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn bill_dismiss(&self, bill: &str) -> Result<Option<EntryView>, ApiError> {
        self.let_go(bill, true, "bill_dismiss").await
    }

    /// Takes back what was said of a bill; one that was confirmed loses its schedule. Its note stays.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn bill_restore(&self, bill: &str) -> Result<Option<EntryView>, ApiError> {
        self.let_go(bill, false, "bill_restore").await
    }

    async fn let_go(
        &self,
        bill: &str,
        dismissed: bool,
        name: &'static str,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let billing = Billing::read(edit.books(), self.today()).await?;
        let (found, decision) = billing.by_key(bill)?;
        let schedule = decision.and_then(|decision| decision.schedule);
        let schedule = billing.agenda.schedules.iter().find(|known| Some(known.id) == schedule).cloned();
        decide(&mut edit, found, decision, |decision| {
            decision.schedule = None;
            decision.dismissed = dismissed;
        })
        .await?;
        if let Some(schedule) = schedule {
            for exception in edit.books().exceptions(Some(schedule.id)).await? {
                edit.change(Delta::removed(exception));
            }
            edit.change(Delta::removed(schedule));
        }
        let payee = payee_of(&mut edit, found, decision).await?;
        EntryView::of(edit.commit(name, serde_json::json!({ "payee": payee })).await?)
    }

    /// Notes something of a bill: how to cancel it, and until when.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn bill_note(&self, bill: &str, note: &str) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let billing = Billing::read(edit.books(), self.today()).await?;
        let (found, decision) = billing.by_key(bill)?;
        decide(&mut edit, found, decision, |decision| note.trim().clone_into(&mut decision.note)).await?;
        let payee = payee_of(&mut edit, found, decision).await?;
        EntryView::of(edit.commit("bill_note", serde_json::json!({ "payee": payee })).await?)
    }
}

/// The name of who sends a bill.
async fn payee_of(
    edit: &mut Edit,
    found: Option<&Found>,
    decision: Option<&BillDecision>,
) -> Result<String, ApiError> {
    let id = found.map(|found| found.payee).or(decision.map(|decision| decision.payee));
    let names = edit.books().payee_names(id).await?;
    Ok(id.and_then(|id| names.get(&id).cloned()).unwrap_or_default())
}

/// Changes what was said of a bill; where nothing is said any more, nothing is kept.
async fn decide(
    edit: &mut Edit,
    found: Option<&Found>,
    before: Option<&BillDecision>,
    change: impl FnOnce(&mut BillDecision),
) -> Result<(), ApiError> {
    let mut after = match (before, found) {
        (Some(before), _) => before.clone(),
        (None, None) => return Err(ApiError::missing("the bill")),
        (None, Some(found)) => BillDecision {
            id: BillDecisionId(edit.writer().next_id("bill_decision").await?),
            payee: found.payee,
            purpose: found.purpose,
            commodity: found.commodity,
            anchor: found.charges().next().map_or(0, |first| first.transaction.serial()),
            dismissed: false,
            schedule: None,
            note: String::new(),
        },
    };
    change(&mut after);
    match before.cloned() {
        None if after.is_empty() => {}
        None => edit.change(Delta::added(after)),
        Some(before) if after.is_empty() => edit.change(Delta::removed(before)),
        Some(before) if before == after => {}
        Some(before) => edit.change(Delta::replaced(before, after)),
    }
    Ok(())
}

/// The schedule that a found bill becomes.
fn schedule(id: ScheduleId, found: &Found, today: Day) -> Result<Schedule, ApiError> {
    let charges: Vec<_> = found.charges().collect();
    let newest = charges.last().copied().ok_or_else(|| ApiError::missing("a payment of the bill"))?;
    let days: Vec<Day> = charges.iter().map(|charge| charge.transaction.day()).collect();
    let last = newest.transaction.day();
    // What has ended begins again with the next time that lies ahead.
    let next = found.bill.next.unwrap_or_else(|| {
        let ahead = (1..=1_000).map(|times| found.bill.rhythm.after(last, times));
        ahead.into_iter().find(|day| *day >= today).unwrap_or(today)
    });
    let expected = Quantity::new(-found.bill.expected)?;
    let planned = if found.bill.steady {
        Planned::Fixed(expected)
    } else {
        let of = u8::try_from(charges.len()).map_or(AVERAGED, |count| count.clamp(1, AVERAGED));
        Planned::Average { of, first: expected }
    };
    let recurrence = recurrence(found.bill.rhythm, &days, next)?;
    Ok(Schedule {
        id,
        name: String::new(),
        since: recurrence.start().min(next),
        recurrence,
        country: None,
        mode: Mode::Ask,
        remind: Some(REMINDER),
        payee: Some(found.payee),
        account: newest.account,
        commodity: found.commodity,
        planned,
        parts: vec![Part { account: found.purpose, quantity: None }],
        note: String::new(),
        tags: Vec::new(),
    })
}

/// The rule of a rhythm from the day `next` on. What comes by months comes on the day of the month on which most payments
/// came, where months end earlier on their last.
fn recurrence(rhythm: Rhythm, days: &[Day], next: Day) -> Result<Recurrence, ApiError> {
    let weeks = |weeks: u8| format!("FREQ=WEEKLY;INTERVAL={weeks}");
    let months = match rhythm {
        Rhythm::Weekly => return Ok(Recurrence::by_rule(next, "FREQ=WEEKLY", Shift::Stay)?),
        Rhythm::Fortnightly => return Ok(Recurrence::by_rule(next, &weeks(2), Shift::Stay)?),
        Rhythm::FourWeekly => return Ok(Recurrence::by_rule(next, &weeks(4), Shift::Stay)?),
        Rhythm::Monthly => 1,
        Rhythm::TwoMonthly => 2,
        Rhythm::Quarterly => 3,
        Rhythm::HalfYearly => 6,
        Rhythm::Yearly => 12,
    };
    let newest = || days.iter().rev().take(12);
    let is_last = |day: &Day| day.offset(1).date().day() == 1;
    let lasts = newest().filter(|day| is_last(day)).count();
    let usual = newest()
        .map(|day| day.date().day())
        .max_by_key(|usual| newest().filter(|day| day.date().day() == *usual).count());
    let usual = usual.unwrap_or_else(|| next.date().day());
    let on = if lasts * 2 > newest().count() {
        "BYMONTHDAY=-1".to_owned()
    } else if usual > 28 {
        let all: Vec<String> = (28..=usual).map(|day| day.to_string()).collect();
        format!("BYMONTHDAY={};BYSETPOS=-1", all.join(","))
    } else {
        format!("BYMONTHDAY={usual}")
    };
    // From the first of the month, so that the day of the month may lie before the next one found.
    let start = Day::from_date(next.date().with_day(1).unwrap_or_else(|| next.date()));
    let interval = if months == 1 { String::new() } else { format!(";INTERVAL={months}") };
    let whole = Recurrence::by_rule(start, &format!("FREQ=MONTHLY{interval};{on}"), Shift::Stay)?;
    let first = whole.between(start, start.offset(40), &planning::Workdays::default());
    // Not the one that was just paid again.
    let slack = rhythm.slack();
    let last = days.last().copied().unwrap_or(start);
    let first = first.iter().map(|one| one.nominal).find(|day| *day > last.offset(slack)).unwrap_or(next);
    Ok(whole
        .beginning(first)
        .or_else(|_| Recurrence::by_rule(next, &format!("FREQ=MONTHLY{interval}"), Shift::Stay))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use planning::Workdays;

    #[test]
    fn the_rule_of_a_bill_follows_its_payments() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (what, rhythm, days, next, expected) in [
            (
                "the fifth",
                Rhythm::Monthly,
                "2026-08-05 2026-09-07 2026-10-05",
                "2026-11-05",
                "11-05 12-05 01-05",
            ),
            (
                "the last",
                Rhythm::Monthly,
                "2026-06-30 2026-07-31 2026-08-31",
                "2026-09-30",
                "09-30 10-31 11-30",
            ),
            (
                "the thirtieth",
                Rhythm::Monthly,
                "2025-11-30 2025-12-30 2026-01-30",
                "2026-02-28",
                "02-28 03-30 04-30",
            ),
            (
                "a late one",
                Rhythm::Monthly,
                "2026-08-05 2026-09-05 2026-10-08",
                "2026-11-08",
                "11-05 12-05 01-05",
            ),
            ("every quarter", Rhythm::Quarterly, "2026-03-12 2026-06-12", "2026-09-12", "09-12 12-12 03-12"),
            ("every year", Rhythm::Yearly, "2024-02-10 2025-02-10", "2026-02-10", "02-10 02-10 02-10"),
            (
                "every four weeks",
                Rhythm::FourWeekly,
                "2026-01-01 2026-01-29",
                "2026-02-26",
                "02-26 03-26 04-23",
            ),
        ] {
            let days: Vec<Day> = days.split(' ').map(day).collect();
            let made = recurrence(rhythm, &days, day(next)).unwrap();
            let found = made.between(day("2026-01-01"), day("2029-01-01"), &Workdays::default());
            let found: Vec<String> =
                found.iter().take(3).map(|one| one.day.to_string()[5..].to_owned()).collect();
            assert_eq!(found.join(" "), expected, "{what}: {:?}", made.rule());
        }
    }
}
