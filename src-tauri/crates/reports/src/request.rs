//! What is asked for: which report, over which period, in which columns, compared with what.

use crate::{Comparison, Interval, Period, ReportError};
use chrono::Weekday;
use ledger::AccountType;

/// The reports there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What was earned and what it cost, by category.
    IncomeStatement,
    /// What is owned, what is owed, and where the difference came from, at the end of each column.
    BalanceSheet,
    /// What is owned less what is owed, at the end of each column.
    NetWorth,
    /// What came in, what went out and what was saved; and what that did to the money at hand.
    CashFlow,
    /// Expenses by category, the largest first.
    SpendingByCategory,
    /// Expenses by who was paid, the largest first.
    SpendingByPayee,
}

impl Kind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 6] = [
        Self::IncomeStatement,
        Self::BalanceSheet,
        Self::NetWorth,
        Self::CashFlow,
        Self::SpendingByCategory,
        Self::SpendingByPayee,
    ];

    /// `true` where columns show what was there at their end; otherwise they show what moved within them.
    pub fn is_at_end(self) -> bool {
        matches!(self, Self::BalanceSheet | Self::NetWorth)
    }

    /// `true` where a figure rests on everything since the books began, not on the period alone.
    pub(crate) fn needs_history(self) -> bool {
        matches!(self, Self::BalanceSheet | Self::NetWorth | Self::CashFlow)
    }

    /// The types of accounts that its figures come from.
    pub(crate) fn account_types(self) -> &'static [AccountType] {
        match self {
            Self::IncomeStatement => &[AccountType::Income, AccountType::Expense],
            Self::NetWorth => &[AccountType::Asset, AccountType::Liability],
            Self::SpendingByCategory | Self::SpendingByPayee => &[AccountType::Expense],
            Self::BalanceSheet | Self::CashFlow => &AccountType::ALL,
        }
    }

    /// `true` where balances just before the first column count too.
    pub(crate) fn needs_opening(self) -> bool {
        matches!(self, Self::NetWorth | Self::CashFlow)
    }
}

/// A report asked for. [`Request::plan`] says what to read for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// Which report.
    pub kind: Kind,
    /// The days it is about.
    pub period: Period,
    /// How the period is cut into columns.
    pub interval: Interval,
    /// The day on which weeks begin; ISO 8601 says Monday.
    pub week_start: Weekday,
    /// What stands beside it: its columns are paired with the report's own in order, and what it has more of is left out.
    pub comparison: Option<Comparison>,
    /// How many payees have a row of their own in [`Kind::SpendingByPayee`]; the others share one.
    pub most_payees: usize,
}

impl Request {
    /// The most columns that a report may have: ten years by week and more.
    pub const MOST_COLUMNS: usize = 600;

    /// The report of `kind` about `period` in one column, compared with nothing.
    pub fn new(kind: Kind, period: Period) -> Self {
        Self {
            kind,
            period,
            interval: Interval::Whole,
            week_start: Weekday::Mon,
            comparison: None,
            most_payees: 20,
        }
    }

    /// The columns of the report.
    ///
    /// # Errors
    /// [`ReportError::TooManyColumns`].
    pub(crate) fn columns(&self) -> Result<Vec<Period>, ReportError> {
        let columns: Vec<Period> =
            self.interval.split(self.period, self.week_start).take(Self::MOST_COLUMNS + 1).collect();
        if columns.len() > Self::MOST_COLUMNS {
            return Err(ReportError::TooManyColumns { most: Self::MOST_COLUMNS });
        }
        Ok(columns)
    }

    /// The columns that the first `count` of the report are compared with.
    pub(crate) fn compared(&self, count: usize) -> Vec<Period> {
        let other = self.comparison.map(|comparison| comparison.period(self.period));
        other
            .into_iter()
            .flat_map(|period| self.interval.split(period, self.week_start))
            .take(count)
            .collect()
    }
}
