//! Goals: what to save for, and debts to be paid off.

mod claim;
mod follow;
mod list;
mod payoff;
mod save;
mod savings;
mod view;

pub(crate) use follow::follow_account;
pub use view::{
    AimInput, DebtProgress, FundInput, GoalInput, GoalProgress, GoalView, PayoffDebt, PayoffInput,
    PayoffMonthView, PayoffOrderInput, PayoffSummary, PayoffView, SavingsPlanInput, SavingsPlanView,
    SavingsView, TermsInput,
};
