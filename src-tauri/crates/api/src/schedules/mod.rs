//! What comes again: bills, income and transfers with a rule, posted when they fall due.

mod agenda;
mod calendar;
mod change;
mod daily;
mod due;
mod follow;
mod news;
mod notice;
mod post;
mod preview;
mod save;
mod view;

pub(crate) use agenda::Agenda;
pub use calendar::{CalendarDay, ExpectedBill};
pub use due::{AlertKind, AlertView, DueView, ReminderView};
pub(crate) use follow::{follow_account, follow_payee, follow_tag, follow_transactions, paid};
pub use notice::Notice;
pub(crate) use post::expected_transaction;
pub use view::{
    OccurrenceKey, OccurrenceState, OccurrenceView, PartInput, PartView, ScheduleAmount, ScheduleChange,
    ScheduleInput, ScheduleKind, ScheduleMode, ScheduleScope, ScheduleShift, ScheduleView,
};
