//! What is behind the numbers of a budget, and what filling would do, as they cross to a screen or a script. Amounts are
//! decimal text in the budget's currency.

use super::view::{BudgetCardCell, BudgetCell, BudgetColumns, BudgetLine, ReasonView, ToAssignView};
use crate::{Id, Money};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What filling would put into envelopes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FillView {
    /// What there is to be assigned before it.
    pub to_assign: String,
    /// What it would assign in all.
    pub total: String,
    /// What targets ask for beyond that, for want of money.
    pub short: String,
    /// The most urgent first; those that get nothing are short of it.
    pub lines: Vec<FillLine>,
}

/// What filling would put into an envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FillLine {
    /// Which envelope or card.
    pub envelope: Id,
    /// Its full name.
    pub path: String,
    /// How much on top of what it has.
    pub amount: String,
    /// What its target asks for beyond that.
    pub short: String,
    /// Why.
    pub reason: ReasonView,
}

/// Which number of a budget to look behind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct BudgetWhyInput {
    /// Which budget.
    pub budget: Id,
    /// The column: any day in it, or a month as `2025-03`.
    pub period: String,
    /// What the column is.
    #[serde(default)]
    pub columns: BudgetColumns,
    /// One envelope or card, or several together; the money to be assigned when left out.
    #[serde(default)]
    pub envelopes: Vec<Id>,
}

/// What is behind envelopes, cards, or the money to be assigned in a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetWhy {
    /// The account's full name; empty for several together and for the money to be assigned.
    pub path: String,
    /// The column's first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// The envelopes in it.
    pub cell: Option<BudgetCell>,
    /// The cards in it.
    pub card: Option<BudgetCardCell>,
    /// The money to be assigned in it.
    pub to_assign: Option<ToAssignView>,
    /// Money that was moved, oldest first.
    pub moves: Vec<MoveView>,
    /// Transactions, newest first.
    pub transactions: Vec<BudgetTransaction>,
    /// How many there are in all; the newest are shown.
    pub total: u32,
    /// What the money in each account won or lost by the rates of the column; for the money to be assigned alone.
    pub revaluations: Vec<RevaluationView>,
}

/// Money that was given a purpose, or another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MoveView {
    /// Full name of what it was for before; empty for nothing yet.
    pub from: String,
    /// What it is for now; empty for nothing.
    pub to: String,
    /// `true` where it is held for the next period, or (negative) no longer.
    pub held: bool,
    /// How much it brought to what is asked about; negative where it took away.
    pub amount: String,
    /// When it was decided, in ISO 8601.
    pub at: String,
    /// Why that much, where a target asked for it.
    pub reason: Option<ReasonView>,
}

/// What a transaction brought or took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetTransaction {
    /// Its key.
    pub id: String,
    /// Its day.
    pub date: String,
    /// Who was paid, or paid.
    pub payee: String,
    /// The bank's own text.
    pub description: String,
    /// How much it brought to what is asked about, in the budget's currency; negative where it took away.
    pub amount: String,
    /// The card that paid, where one did.
    pub card: Option<String>,
    /// The amount in its own commodity, where that is another.
    pub own: Option<Money>,
}

/// What an account's money won or lost by the rates of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RevaluationView {
    /// The account's full name.
    pub path: String,
    /// What it held at the end.
    pub held: Money,
    /// What that was worth.
    pub worth: String,
    /// How much of that was won, negative when lost.
    pub won: String,
}

/// What envelopes get, kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BudgetTemplate {
    /// Its number.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What all envelopes get.
    pub total: String,
    /// What each gets.
    pub lines: Vec<BudgetLine>,
}
