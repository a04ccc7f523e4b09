//! What money is for, and what comes: pure arithmetic on the ledger's nouns.
//!
//! Amounts are whole smallest units of one commodity, the budget's. Nothing here knows a clock, a file or a rate.
#![deny(clippy::float_arithmetic)]

mod bill;
mod budget;
mod cadence;
mod envelope;
mod fill;
mod flow;
mod recurrence;
mod rhythm;
mod target;
mod workdays;

pub use bill::{Bill, Paid, PriceChange, find_bills};
pub use budget::{
    Budget, BudgetId, Envelope, EnvelopeSettings, Method, Move, MoveId, Purse, Template, TemplateId,
    is_everyday,
};
pub use cadence::{Cadence, MonthDay, NotInEveryMonth, PeriodNumber};
pub use envelope::{
    CardState, EnvelopeRules, EnvelopeState, PeriodFlows, PeriodPlan, PeriodState, Spending, ToAssign,
    next_period,
};
pub use fill::{Filling, fill};
pub use flow::{Flow, Leg, Place, flows};
pub use recurrence::{Occurrence, Recurrence, RecurrenceError, Shift};
pub use rhythm::Rhythm;
pub use target::{Need, Past, Reason, Target};
pub use workdays::Workdays;
