//! Putting occurrences into the books, with and without asking; leaving them out.

use super::OccurrenceKey;
use super::agenda::Agenda;
use crate::accounts::{find, parse_day};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode};
use ledger::{
    AccountId, Amount, Commodity, Day, Posting, Quantity, Rates, RoundingRule, Sorting, Transaction,
    TransactionId, convert,
};
use planning::{Coming, Exception, Mode, Schedule, Standing};
use store::Delta;

impl Books {
    /// What schedules bring between two days, both included, in order of day.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for days that are none, or that are more than eleven years apart.
    pub async fn schedule_occurrences(
        &self,
        from: &str,
        to: &str,
    ) -> Result<Vec<super::OccurrenceView>, ApiError> {
        let (from, to) = span(from, to, LONGEST)?;
        let agenda = Agenda::read(&mut self.store.read().await?, self.today()).await?;
        agenda.occurrences(from, to)
    }

    /// Puts an occurrence into the books as a pending transaction, with another amount or on another day where given.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] where it is there already; [`ErrorCode::Missing`], [`ErrorCode::Amount`],
    /// [`ErrorCode::PeriodClosed`]; [`ErrorCode::Invalid`] where a rate is missing.
    pub async fn schedule_post(
        &self,
        occurrence: &OccurrenceKey,
        amount: Option<&str>,
        date: Option<&str>,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let agenda = Agenda::read(edit.books(), self.today()).await?;
        let (schedule, mut coming) = agenda.find(occurrence)?;
        if let Some(amount) = amount {
            let scale = agenda.names.scale(schedule.commodity);
            coming.quantity = Some(Quantity::parse(amount, scale)?);
        }
        if let Some(date) = date {
            coming.day = parse_day(date)?;
        }
        post(&mut edit, &agenda, schedule, &coming).await?;
        let detail = serde_json::json!({ "schedule": agenda.name(schedule), "count": 1 });
        EntryView::of(edit.commit("schedule_post", detail).await?)
    }

    /// Puts several occurrences into the books, all of them or none.
    ///
    /// # Errors
    /// As [`Books::schedule_post`].
    pub async fn schedule_post_all(
        &self,
        occurrences: &[OccurrenceKey],
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let agenda = Agenda::read(edit.books(), self.today()).await?;
        let mut names = Vec::new();
        for occurrence in occurrences {
            let (schedule, coming) = agenda.find(occurrence)?;
            post(&mut edit, &agenda, schedule, &coming).await?;
            names.push(agenda.name(schedule));
        }
        EntryView::of(edit.commit("schedule_post", posted_detail(names)).await?)
    }

    /// Puts into the books what schedules that do not ask have brought by today. Each occurrence is posted so at most once,
    /// whatever is undone: what a person took back waits for them instead.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn schedules_post_due(&self) -> Result<Option<EntryView>, ApiError> {
        if !self.store.read().await?.has_schedules().await?.1 {
            return Ok(None);
        }
        let mut edit = Edit::begin(&self.store).await?;
        let agenda = Agenda::read(edit.books(), self.today()).await?;
        let closed = edit.books().closed_through().await?;
        let mut names = Vec::new();
        for schedule in agenda.schedules.iter().filter(|schedule| schedule.mode == Mode::Post) {
            let done = edit.books().auto_posted(schedule.id).await?;
            for coming in agenda.due(schedule) {
                if done.contains(&coming.nominal) || closed.is_some_and(|closed| coming.day <= closed) {
                    continue;
                }
                match post(&mut edit, &agenda, schedule, &coming).await {
                    Ok(()) => {
                        edit.writer().note_auto_posted(schedule.id, coming.nominal).await?;
                        names.push(agenda.name(schedule));
                    }
                    // Without a rate, or with a closed account, it waits for a person, who is told why.
                    Err(error) if matches!(error.code, ErrorCode::Invalid | ErrorCode::InUse) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        EntryView::of(edit.commit("schedule_post_due", posted_detail(names)).await?)
    }

    /// Leaves an occurrence out.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] where it is in the books already; [`ErrorCode::Missing`].
    pub async fn schedule_skip(&self, occurrence: &OccurrenceKey) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let agenda = Agenda::read(edit.books(), self.today()).await?;
        let (schedule, coming) = agenda.find(occurrence)?;
        expect_open(&agenda, schedule, &coming)?;
        let before = said(&agenda, schedule, coming.nominal);
        if coming.standing != Standing::Skipped {
            say(&mut edit, &agenda, Exception { standing: Standing::Skipped, ..before });
        }
        let detail = serde_json::json!({ "schedule": agenda.name(schedule), "date": coming.day });
        EntryView::of(edit.commit("schedule_skip", detail).await?)
    }

    /// Lets an occurrence that was skipped, moved or changed be as its schedule says again.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] where it is in the books: delete its transaction first; [`ErrorCode::Missing`].
    pub async fn schedule_restore(&self, occurrence: &OccurrenceKey) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let agenda = Agenda::read(edit.books(), self.today()).await?;
        let (schedule, coming) = agenda.find(occurrence)?;
        expect_open(&agenda, schedule, &coming)?;
        say(&mut edit, &agenda, Exception::none(schedule.id, coming.nominal));
        let detail = serde_json::json!({ "schedule": agenda.name(schedule), "date": coming.nominal });
        EntryView::of(edit.commit("schedule_restore", detail).await?)
    }
}

/// The longest span of days that is asked for at once.
const LONGEST: i32 = 4_100;

/// Two days in order, at most `longest` days apart.
pub(super) fn span(from: &str, to: &str, longest: i32) -> Result<(Day, Day), ApiError> {
    let (from, to) = (parse_day(from)?, parse_day(to)?);
    if to.number() - from.number() > longest {
        return Err(ApiError::invalid(format!("ask for at most {longest} days at once")));
    }
    Ok((from, to))
}

fn posted_detail(mut names: Vec<String>) -> serde_json::Value {
    let count = names.len();
    names.dedup();
    names.truncate(3);
    serde_json::json!({ "schedule": names.join(", "), "count": count })
}

/// What was said of an occurrence so far.
pub(super) fn said(agenda: &Agenda, schedule: &Schedule, nominal: Day) -> Exception {
    let said = agenda.exceptions(schedule.id).iter().find(|exception| exception.nominal == nominal);
    said.copied().unwrap_or_else(|| Exception::none(schedule.id, nominal))
}

/// Says something of an occurrence in place of what was said before.
pub(super) fn say(edit: &mut Edit, agenda: &Agenda, after: Exception) {
    let exceptions = agenda.exceptions(after.schedule);
    let before = exceptions.iter().find(|exception| exception.nominal == after.nominal).copied();
    match (before, after.is_none()) {
        (None, true) => {}
        (None, false) => edit.change(Delta::added(after)),
        (Some(before), true) => edit.change(Delta::removed(before)),
        (Some(before), false) if before == after => {}
        (Some(before), false) => edit.change(Delta::replaced(before, after)),
    }
}

pub(super) fn expect_open(agenda: &Agenda, schedule: &Schedule, coming: &Coming) -> Result<(), ApiError> {
    if coming.standing.transaction().is_none() {
        return Ok(());
    }
    let (name, day) = (agenda.name(schedule), coming.day);
    let message = format!("“{name}” of {day} is in the books already");
    Err(ApiError::new(ErrorCode::Taken, message).with("what", name))
}

/// Gathers the changes that put an occurrence into the books.
async fn post(
    edit: &mut Edit,
    agenda: &Agenda,
    schedule: &Schedule,
    coming: &Coming,
) -> Result<(), ApiError> {
    expect_open(agenda, schedule, coming)?;
    let quantity = agenda.quantity(schedule, coming);
    let made = expected_transaction(edit, schedule, quantity, coming.day).await?;
    let standing = Standing::Posted { transaction: made.id };
    let before = said(agenda, schedule, coming.nominal);
    let day = (coming.day != coming.nominal && !coming.shifted).then_some(coming.day).or(before.day);
    say(edit, agenda, Exception { standing, quantity: Some(quantity), day, ..before });
    edit.change(Delta::added(made));
    Ok(())
}

/// The pending transaction that an occurrence is.
pub(crate) async fn expected_transaction(
    edit: &mut Edit,
    schedule: &Schedule,
    quantity: Quantity,
    day: Day,
) -> Result<Transaction, ApiError> {
    let id = TransactionId::new(day, edit.serial().await?);
    let legs = std::iter::once((schedule.account, quantity)).chain(schedule.shares(quantity)?);
    let mut postings = Vec::new();
    for (account, quantity) in legs {
        let found = find(&edit.names, account)?;
        if found.closed {
            let message = format!("account “{}” is closed; reopen it first", found.name);
            return Err(ApiError::new(ErrorCode::InUse, message).with("what", &found.name));
        }
        let amount = in_currency_of(edit, account, Amount::new(quantity, schedule.commodity), day).await?;
        postings.push(Posting::new(account, amount));
    }
    let mut made = edit.transaction(id, postings)?;
    made.payee = schedule.payee;
    made.note.clone_from(&schedule.note);
    made.tags.clone_from(&schedule.tags);
    let unsorted = edit.unsorted().await?;
    let sorted = !made.postings().iter().any(|leg| unsorted.holds(leg.account));
    made.sorting = if sorted { Sorting::Person } else { Sorting::Nobody };
    Ok(made)
}

/// An amount in the currency that an account is kept in, at the rate of the day. Categories take any.
async fn in_currency_of(
    edit: &mut Edit,
    account: AccountId,
    amount: Amount,
    day: Day,
) -> Result<Amount, ApiError> {
    let own = edit.names.accounts.get(account).and_then(|found| found.commodity);
    let own = own.filter(|own| *own != amount.commodity && edit.names.is_holding(account));
    let Some(own) = own else { return Ok(amount) };
    let rates = Rates::new(edit.books().prices_at(&[day]).await?);
    let Some(rate) = rates.at(amount.commodity, own, day) else {
        let code = |id| {
            edit.names.commodities.get(&id).map_or_else(String::new, |known: &Commodity| known.code.clone())
        };
        let (from, to) = (code(amount.commodity), code(own));
        let message = format!(
            "there is no rate from {from} to {to} on {day}; set one, or say how much left the account"
        );
        return Err(ApiError::invalid(message).with("from", from).with("to", to).with("day", day));
    };
    let (from, to) = (edit.names.scale(amount.commodity), edit.names.scale(own));
    let quantity = convert(amount.quantity, from, rate, to, RoundingRule::HalfAwayFromZero)?;
    Ok(Amount::new(quantity, own))
}
