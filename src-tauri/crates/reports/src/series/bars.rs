//! Income beside expenses.

use crate::Period;
use crate::report::{Line, Report};
use ledger::Quantity;

/// A column's income and expenses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// When.
    pub period: Period,
    /// What came in.
    pub income: Quantity,
    /// What went out, positive.
    pub expenses: Quantity,
    /// What was left.
    pub net: Quantity,
}

impl Report {
    /// Income and expenses of each column of an income statement or a cash flow; empty in other reports.
    pub fn bars(&self) -> Vec<Bar> {
        let line =
            |these, those| self.line(these).or_else(|| self.line(those)).map(|row| row.values.as_slice());
        let (Some(income), Some(expenses), Some(net)) = (
            line(Line::Income, Line::MoneyIn),
            line(Line::Expenses, Line::MoneyOut),
            line(Line::NetIncome, Line::Saved),
        ) else {
            return Vec::new();
        };
        let figures = income.iter().zip(expenses).zip(net);
        let bars = self.columns.iter().zip(figures);
        bars.map(|(period, ((income, expenses), net))| Bar {
            period: *period,
            income: *income,
            expenses: *expenses,
            net: *net,
        })
        .collect()
    }
}
