//! What fell due while nobody looked, and what a person should know before it comes.

use super::{OccurrenceKey, OccurrenceView};
use crate::{ApiError, Books, Money};
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

impl Books {
    /// What fell due, what was posted since a person last looked, and what is worth knowing of the bills.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn due_now(&self) -> Result<DueView, ApiError> {
        Ok(DueView::default())
    }

    /// Remembers that a person has looked at what fell due. It is nothing that could be undone.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn due_seen(&self) -> Result<(), ApiError> {
        Ok(())
    }

    /// The occurrences of which a person wants to be reminded today, soonest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn reminders_due(&self) -> Result<Vec<ReminderView>, ApiError> {
        Ok(Vec::new())
    }
}
