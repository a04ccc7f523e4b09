//! Schedules and their occurrences as they cross to a screen.

use crate::{Id, Money};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a schedule does, told by where its money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ScheduleKind {
    /// It pays for something.
    Expense,
    /// It brings something in.
    Income,
    /// It moves money between own accounts.
    Transfer,
}

/// How much comes each time. Amounts have the sign with which they change the account: below zero for what is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ScheduleAmount {
    /// Always the same.
    Fixed {
        /// It.
        amount: Money,
    },
    /// Something in between; half way until it is known.
    Range {
        /// The smallest, by size.
        least: Money,
        /// The largest, by size.
        most: Money,
    },
    /// The average of what came the last times.
    Average {
        /// How many times count: 1 to 24.
        of: u32,
        /// What is expected until it has come once.
        first: Money,
    },
}

/// Where an occurrence goes that falls on a day on which banks do not work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ScheduleShift {
    /// Nowhere.
    #[default]
    Stay,
    /// To the last workday before it.
    Before,
    /// To the first workday after it.
    After,
}

/// What happens on the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ScheduleMode {
    /// It waits for a person.
    #[default]
    Ask,
    /// It is posted, as pending.
    Post,
}

/// One of the places that the money goes to, or comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PartView {
    /// The category or account.
    pub account: Id,
    /// Its full name.
    pub path: String,
    /// Its share, with the sign with which it changes that account; none for the part that takes the rest.
    pub amount: Option<Money>,
}

/// A part as a person enters it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct PartInput {
    /// The category or account.
    pub account: Id,
    /// Its share in the schedule's commodity, with the sign with which it changes that account; none for the one part that
    /// takes the rest.
    #[serde(default)]
    pub amount: Option<String>,
}

/// Something that comes again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScheduleView {
    /// Its number.
    pub id: Id,
    /// What a person calls it; the payee's name when left blank.
    pub name: String,
    /// What it does.
    pub kind: ScheduleKind,
    /// Who is paid, or pays.
    pub payee: String,
    /// The account that changes.
    pub account: Id,
    /// That account's full name.
    pub path: String,
    /// How much.
    pub amount: ScheduleAmount,
    /// What is expected of the next time.
    pub expected: Money,
    /// The other side: categories, or the account of a transfer.
    pub parts: Vec<PartView>,
    /// A note.
    pub note: String,
    /// Labels.
    pub tags: Vec<String>,
    /// The day from which the rule counts.
    pub start: String,
    /// The rule of RFC 5545 without its end, as `FREQ=MONTHLY;BYMONTHDAY=-1`; none for one day alone.
    pub rule: Option<String>,
    /// The last day on which it may come.
    pub until: Option<String>,
    /// Where it goes that falls on a day without work.
    pub shift: ScheduleShift,
    /// The country whose holidays shift it, as `TH`; weekends alone when left out.
    pub country: Option<String>,
    /// What happens on the day.
    pub mode: ScheduleMode,
    /// How many days before it a reminder comes; none for no reminder.
    pub remind_days: Option<u32>,
    /// Occurrences before this day are history and fall due no more.
    pub since: String,
    /// The next day on which it comes; none when it has ended.
    pub next: Option<String>,
    /// What the coming twelve months come to, in the amount's commodity.
    pub yearly: Money,
    /// The bill that it was confirmed from.
    pub bill: Option<String>,
}

/// A schedule as a person enters it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ScheduleInput {
    /// The schedule to replace; a new one when left out.
    #[serde(default)]
    pub id: Option<Id>,
    /// What to call it; blank for the payee's name.
    #[serde(default)]
    pub name: String,
    /// Who is paid, or pays; blank for nobody.
    #[serde(default)]
    pub payee: String,
    /// The account that changes.
    pub account: Id,
    /// How much; must be given.
    pub amount: Option<ScheduleAmount>,
    /// The other side; one of them takes the rest.
    pub parts: Vec<PartInput>,
    /// A note.
    #[serde(default)]
    pub note: String,
    /// Labels.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The first day, `2026-11-22`.
    pub start: String,
    /// The rule of RFC 5545; none for one day alone.
    #[serde(default)]
    pub rule: Option<String>,
    /// The last day on which it may come.
    #[serde(default)]
    pub until: Option<String>,
    /// Where it goes that falls on a day without work.
    #[serde(default)]
    pub shift: ScheduleShift,
    /// The country whose holidays shift it.
    #[serde(default)]
    pub country: Option<String>,
    /// What happens on the day.
    #[serde(default)]
    pub mode: ScheduleMode,
    /// How many days before it a reminder comes.
    #[serde(default)]
    pub remind_days: Option<u32>,
    /// Occurrences before this day are history; today for a new schedule when left out.
    #[serde(default)]
    pub since: Option<String>,
}

/// What an occurrence is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct OccurrenceKey {
    /// Its schedule.
    pub schedule: Id,
    /// The day that the rule names, before any shift or move.
    pub nominal: String,
}

/// How an occurrence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum OccurrenceState {
    /// It lies ahead.
    Upcoming,
    /// It has come and waits for a person.
    Due,
    /// It comes no more.
    Skipped,
    /// It is in the books.
    Posted,
    /// It is in the books, and a statement has shown it.
    Matched,
    /// It lies before the schedule was made.
    History,
}

/// One time that a schedule comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OccurrenceView {
    /// Its schedule.
    pub schedule: Id,
    /// The day that the rule names: what the occurrence is known by.
    pub nominal: String,
    /// The day on which it falls.
    pub date: String,
    /// What the schedule is called.
    pub name: String,
    /// What it does.
    pub kind: ScheduleKind,
    /// Who is paid, or pays.
    pub payee: String,
    /// How much, with the sign with which it changes the account.
    pub amount: Money,
    /// `true` where the amount is not known for certain.
    pub estimated: bool,
    /// The account that changes.
    pub account: Id,
    /// That account's full name.
    pub path: String,
    /// The full name of the first of the other side.
    pub other: String,
    /// How it stands.
    pub state: OccurrenceState,
    /// Whether it is posted without asking.
    pub mode: ScheduleMode,
    /// Its transaction, once it has one.
    pub transaction: Option<String>,
    /// `true` where a person moved it or changed its amount.
    pub changed: bool,
    /// `true` where a weekend or a holiday shifted it.
    pub shifted: bool,
    /// How many days it waits already.
    pub overdue: u32,
}

/// What a change of an occurrence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ScheduleScope {
    /// This one: its day and its amount.
    This,
    /// This one and all that follow; those before keep what they are.
    Following,
    /// All of them, but for those that are in the books.
    All,
}

/// What is changed; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ScheduleChange {
    /// The day to which the occurrence moves, and with it the rule where more than this one is meant.
    #[serde(default)]
    pub date: Option<String>,
    /// How much; for this one alone it is fixed.
    #[serde(default)]
    pub amount: Option<ScheduleAmount>,
    /// What to call it.
    #[serde(default)]
    pub name: Option<String>,
    /// Who is paid, or pays.
    #[serde(default)]
    pub payee: Option<String>,
    /// The account that changes.
    #[serde(default)]
    pub account: Option<Id>,
    /// The other side.
    #[serde(default)]
    pub parts: Option<Vec<PartInput>>,
    /// A note.
    #[serde(default)]
    pub note: Option<String>,
    /// A rule in place of the one it has.
    #[serde(default)]
    pub rule: Option<String>,
}
