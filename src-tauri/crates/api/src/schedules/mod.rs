//! What comes again: bills, income and transfers with a rule, posted when they fall due.

mod calendar;
mod due;
mod stub;
mod view;

pub use calendar::{CalendarDay, ExpectedBill};
pub use due::{AlertKind, AlertView, DueView, ReminderView};
pub use view::{
    OccurrenceKey, OccurrenceState, OccurrenceView, PartInput, PartView, ScheduleAmount, ScheduleChange,
    ScheduleInput, ScheduleKind, ScheduleMode, ScheduleScope, ScheduleShift, ScheduleView,
};
