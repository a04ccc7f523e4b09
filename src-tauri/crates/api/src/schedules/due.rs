//! What fell due while nobody looked, and what a person should know before it comes.

use super::agenda::Agenda;
use super::{OccurrenceKey, OccurrenceView};
use crate::accounts::to_id;
use crate::bills::{BillRhythm, BillState, Billing};
use crate::{ApiError, Books, Money};
use ledger::Day;
use planning::Standing;
use serde::Serialize;
use specta::Type;

/// What waits for a person, and what happened without one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct DueView {
    /// The day on which a person last looked at this; none before the first time.
    pub seen: Option<String>,
    /// What has fallen due and waits, oldest first.
    pub due: Vec<OccurrenceView>,
    /// What was posted without asking since a person last looked, oldest first.
    pub posted: Vec<OccurrenceView>,
    /// What is worth knowing of the bills, soonest first.
    pub alerts: Vec<AlertView>,
}

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AlertKind {
    /// A bill that comes every two months or less often will be charged within two weeks.
    Renewal,
    /// The newest payment is dearer or cheaper than the one before.
    PriceChanged,
    /// A trial has turned into a paid subscription.
    TrialPaid,
    /// One payment was made twice.
    Double,
}

/// Something worth knowing of a bill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AlertView {
    /// What it is about.
    pub kind: AlertKind,
    /// The bill.
    pub bill: String,
    /// Who is paid.
    pub payee: String,
    /// The day that it tells of.
    pub date: String,
    /// How much is paid that day, above zero.
    pub amount: Money,
    /// How much it was before, where that differs.
    pub before: Option<Money>,
}

/// A reminder for the desktop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReminderView {
    /// What it reminds of.
    pub occurrence: OccurrenceKey,
    /// What the schedule is called.
    pub name: String,
    /// The day on which it falls.
    pub date: String,
    /// How many days away that is; below zero for what waits already.
    pub days: i32,
    /// How much.
    pub amount: Money,
}

/// What Coffer remembers of when a person last looked.
const SEEN: &str = "due_seen";
/// And of the day on which it last reminded.
const REMINDED: &str = "reminded";
/// How long what is worth knowing of a bill stays worth it, in days.
const NEWS: i32 = 45;
/// How long before a renewal it is told of, in days.
const AHEAD: i32 = 14;

impl Books {
    /// What fell due, what was posted since a person last looked, and what is worth knowing of the bills.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn due_now(&self) -> Result<DueView, ApiError> {
        let mut reader = self.read_recurring().await?;
        let seen = reader.mark(SEEN).await?.and_then(Day::from_number);
        let billing = Billing::read(&mut reader, self.today()).await?;
        let agenda = &billing.agenda;
        let (mut due, mut posted) = (Vec::new(), Vec::new());
        for schedule in &agenda.schedules {
            for coming in agenda.due(schedule) {
                due.push(agenda.occurrence_view(schedule, &coming)?);
            }
            let automatic = reader.auto_posted(schedule.id).await?;
            let since = seen.unwrap_or(schedule.since).offset(-1);
            let lately = agenda.coming(schedule, since, agenda.today).into_iter().filter(|coming| {
                coming.standing.transaction().is_some() && automatic.contains(&coming.nominal)
            });
            for coming in lately {
                posted.push(agenda.occurrence_view(schedule, &coming)?);
            }
        }
        due.sort_by(|a, b| (&a.date, &a.name).cmp(&(&b.date, &b.name)));
        posted.sort_by(|a, b| (&a.date, &a.name).cmp(&(&b.date, &b.name)));
        Ok(DueView { seen: seen.map(|day| day.to_string()), due, posted, alerts: alerts(&billing)? })
    }

    /// Remembers that a person has looked at what fell due. It is nothing that could be undone.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn due_seen(&self) -> Result<(), ApiError> {
        let today = i64::from(self.today().number());
        Ok(self.store.write().await?.keep_mark(SEEN, today).await?)
    }

    /// As [`Books::reminders_due`], once a day: none when they were told today already.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn reminders_take(&self) -> Result<Vec<ReminderView>, ApiError> {
        let today = i64::from(self.today().number());
        if self.store.read().await?.mark(REMINDED).await? >= Some(today) {
            return Ok(Vec::new());
        }
        let reminders = self.reminders_due().await?;
        if !reminders.is_empty() {
            self.store.write().await?.keep_mark(REMINDED, today).await?;
        }
        Ok(reminders)
    }

    /// The occurrences of which a person wants to be reminded today, soonest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn reminders_due(&self) -> Result<Vec<ReminderView>, ApiError> {
        let mut reader = self.store.read().await?;
        if !reader.has_schedules().await?.0 {
            return Ok(Vec::new());
        }
        let agenda = Agenda::read(&mut reader, self.today()).await?;
        let mut reminders = Vec::new();
        for schedule in &agenda.schedules {
            let Some(before) = schedule.remind else { continue };
            let to = agenda.today.offset(before.into());
            for coming in agenda.coming(schedule, schedule.since, to) {
                if coming.standing == Standing::Open {
                    let nominal = coming.nominal.to_string();
                    reminders.push(ReminderView {
                        occurrence: OccurrenceKey { schedule: to_id(schedule.id.0)?, nominal },
                        name: agenda.name(schedule),
                        date: coming.day.to_string(),
                        days: coming.day.number() - agenda.today.number(),
                        amount: agenda.money(schedule, agenda.quantity(schedule, &coming)),
                    });
                }
            }
        }
        reminders.sort_by(|a, b| (a.days, &a.name).cmp(&(b.days, &b.name)));
        Ok(reminders)
    }
}

/// What is worth knowing of the bills that run and were not dismissed, soonest first.
fn alerts(billing: &Billing) -> Result<Vec<AlertView>, ApiError> {
    let today = billing.agenda.today;
    let news = |date: &str| date.parse().is_ok_and(|day: Day| day > today.offset(-NEWS));
    let ahead = |date: &str| date.parse().is_ok_and(|day: Day| (today..=today.offset(AHEAD)).contains(&day));
    let mut alerts = Vec::new();
    for bill in billing.bills()? {
        if bill.ended || bill.state == BillState::Dismissed {
            continue;
        }
        let alert = |kind, date: &str, amount: &Money, before: Option<&Money>| AlertView {
            kind,
            bill: bill.key.clone(),
            payee: bill.payee.clone(),
            date: date.to_owned(),
            amount: amount.clone(),
            before: before.cloned(),
        };
        let often = matches!(
            bill.rhythm,
            BillRhythm::Weekly | BillRhythm::Fortnightly | BillRhythm::FourWeekly | BillRhythm::Monthly
        );
        if let Some(next) = bill.next.as_deref().filter(|next| !often && ahead(next)) {
            alerts.push(alert(AlertKind::Renewal, next, &bill.amount, None));
        }
        if let [.., before, now] = bill.prices.as_slice()
            && news(&now.date)
        {
            alerts.push(alert(AlertKind::PriceChanged, &now.date, &now.amount, Some(&before.amount)));
        }
        if let Some(paid) = bill.trial_paid.as_deref().filter(|date| news(date)) {
            alerts.push(alert(AlertKind::TrialPaid, paid, &bill.amount, None));
        }
        for double in bill.doubles.iter().filter(|double| news(&double.date)) {
            alerts.push(alert(AlertKind::Double, &double.date, &double.amount, None));
        }
    }
    alerts.sort_by(|a, b| (&a.date, &a.payee).cmp(&(&b.date, &b.payee)));
    Ok(alerts)
}
