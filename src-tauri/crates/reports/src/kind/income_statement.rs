//! Income, expenses, and what is left.

use super::{Maker, less};
use crate::lines::Lines;
use crate::outline::{Draft, Order};
use crate::report::{Line, RowStyle};
use crate::sheet::Sheets;
use crate::{Movements, Plan, ReportError};
use ledger::AccountType;

pub(super) fn put(
    sheets: &mut Sheets<'_>,
    plan: &Plan,
    movements: &Movements,
    lines: &Lines<'_>,
) -> Result<(), ReportError> {
    lines.put_moved(sheets, plan, movements, false, |account| account.account_type().is_category())
}

pub(super) fn rows(maker: &Maker<'_>) -> Result<Vec<Draft>, ReportError> {
    let income = maker.outline(&maker.sheet.moved, true, Order::Tree);
    let expenses = maker.outline(&maker.sheet.moved, false, Order::Tree);
    let (mut rows, earned) = income.section(AccountType::Income, Line::Income)?;
    let (costs, spent) = expenses.section(AccountType::Expense, Line::Expenses)?;
    rows.extend(costs);
    rows.push(Draft::line(Line::NetIncome, RowStyle::Result, less(&earned, &spent)?));
    Ok(rows)
}
