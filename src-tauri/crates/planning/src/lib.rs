//! What money is for, and what comes: pure arithmetic on the ledger's nouns.
//!
//! Amounts are whole smallest units of one commodity, the budget's. Nothing here knows a clock, a file or a rate.
#![deny(clippy::float_arithmetic)]

mod again;
mod bill;
mod bill_decision;
mod budget;
mod cadence;
mod envelope;
mod exception;
mod fill;
mod flow;
mod forecast;
mod goal;
mod holidays;
mod insight;
mod payment;
mod recurrence;
mod rhythm;
mod schedule;
mod target;
mod tracking;
mod workdays;

pub use again::{Dealing, comes_again};
pub use bill::{Bill, Paid, PriceChange, find_bills};
pub use bill_decision::{BillDecision, BillDecisionId};
pub use budget::{
    Budget, BudgetId, Envelope, EnvelopeSettings, Method, Move, MoveId, Purse, Template, TemplateId,
    is_everyday,
};
pub use cadence::{Cadence, MonthDay, NotInEveryMonth, PeriodNumber};
pub use envelope::{
    CardState, EnvelopeRules, EnvelopeState, PeriodFlows, PeriodPlan, PeriodState, Spending, ToAssign,
    next_period,
};
pub use exception::{Exception, Standing};
pub use fill::{Filling, fill};
pub use flow::{Flow, Leg, Place, flows};
pub use forecast::{
    Alteration, Cover, Floor, Forecast, Known, Line, Movement, Point, Regular, Scenario, ScenarioId,
    Shortfall, Source, Spread, find_regular, forecast, shortfalls,
};
pub use goal::{
    Aim, Debt, Fund, Goal, GoalId, Payoff, PayoffError, PayoffMonth, PayoffOrder, PayoffRow, Savings,
    SavingsProgress, Terms, instalment, monthly_interest, payoff,
};
pub use holidays::{Country, Holiday, OwnHoliday};
pub use insight::{
    CategoryMonth, Dismissal, Mark, Means, Milestone, SafeReason, SafeToSpend, Unusual, Usual, changes,
    milestones, unusual,
};
pub use payment::{Payment, Side, Spent};
pub use recurrence::{Occurrence, Recurrence, RecurrenceError, Shift};
pub use rhythm::Rhythm;
pub use schedule::{Coming, Mode, Part, Planned, Schedule, ScheduleId};
pub use target::{Need, Past, Reason, Target};
pub use tracking::next_tracking;
pub use workdays::Workdays;
