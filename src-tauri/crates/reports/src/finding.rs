//! What a report shows, in a form that any language can say: the titles of its charts.

use crate::outline::percent;
use crate::report::{Line, Report, Row, RowStyle, Subject};
use crate::{Kind, Period};
use ledger::{Day, Quantity};
use rust_decimal::Decimal;

/// A thing that a report shows. Percentages have one decimal and are not negative; quantities are in the report's base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Nothing moved, or nothing is there.
    Nothing,
    /// Net worth grew by so many percent from the end of one day to the end of another.
    NetWorthGrew {
        /// Of net worth at the start.
        percent: Decimal,
        /// The day before the report's first.
        from: Day,
        /// The report's last day.
        to: Day,
    },
    /// Net worth fell by so many percent.
    NetWorthFell {
        /// Of net worth at the start.
        percent: Decimal,
        /// The day before the report's first.
        from: Day,
        /// The report's last day.
        to: Day,
    },
    /// Net worth rose, from a start that is no measure: less than nothing, or next to nothing.
    NetWorthRose {
        /// By how much.
        quantity: Quantity,
        /// The day before the report's first.
        from: Day,
        /// The report's last day.
        to: Day,
    },
    /// Net worth dropped, from a start that is no measure.
    NetWorthDropped {
        /// By how much.
        quantity: Quantity,
        /// The day before the report's first.
        from: Day,
        /// The report's last day.
        to: Day,
    },
    /// Net worth, where it began with nothing: mostly because the books begin within the report.
    NetWorthIs {
        /// At the end.
        quantity: Quantity,
        /// The report's last day.
        to: Day,
    },
    /// Net worth is at the end what it was at the start.
    NetWorthUnchanged {
        /// The day before the report's first.
        from: Day,
        /// The report's last day.
        to: Day,
    },
    /// So much of what came in was saved.
    SavedShare {
        /// Of what came in.
        percent: Decimal,
        /// When.
        period: Period,
    },
    /// More went out than came in.
    Overspent {
        /// By how much.
        quantity: Quantity,
        /// When.
        period: Period,
    },
    /// Income exceeded expenses.
    Profit {
        /// By how much.
        quantity: Quantity,
        /// When.
        period: Period,
    },
    /// Expenses exceeded income.
    Loss {
        /// By how much.
        quantity: Quantity,
        /// When.
        period: Period,
    },
    /// Income and expenses were equal.
    BrokeEven {
        /// When.
        period: Period,
    },
    /// So much of what is owned is owed.
    OwedShare {
        /// Of what is owned.
        percent: Decimal,
        /// At its end.
        day: Day,
    },
    /// Something is owned and nothing is owed.
    DebtFree {
        /// At its end.
        day: Day,
    },
    /// More is owed than owned.
    OwedMore {
        /// By how much.
        quantity: Quantity,
        /// At its end.
        day: Day,
    },
    /// The category or payee on whom most was spent.
    Largest {
        /// Which.
        subject: Subject,
        /// Of all spending.
        percent: Decimal,
        /// When.
        period: Period,
    },
    /// More came back from refunds than was spent.
    Refunded {
        /// By how much.
        quantity: Quantity,
        /// When.
        period: Period,
    },
    /// More was spent than in the period compared with.
    SpendingGrew {
        /// Of spending in that period.
        percent: Decimal,
    },
    /// Less was spent than in the period compared with.
    SpendingFell {
        /// Of spending in that period.
        percent: Decimal,
    },
}

impl Report {
    /// What the report shows, the most telling first; at least one finding.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        match self.kind() {
            Kind::NetWorth => findings.extend(self.growth()),
            Kind::BalanceSheet => findings.extend(self.debt()),
            Kind::IncomeStatement => findings.extend(self.result()),
            Kind::CashFlow => {
                findings.extend(self.saving());
                findings.extend(self.largest(self.section(Line::MoneyOut), Line::MoneyOut));
            }
            Kind::SpendingByCategory | Kind::SpendingByPayee => {
                findings.extend(self.refund());
                findings.extend(self.largest(&self.rows, Line::Spending));
                findings.extend(self.spending_change());
            }
        }
        if findings.is_empty() {
            findings.push(Finding::Nothing);
        }
        findings
    }

    fn period(&self) -> Period {
        self.request.period
    }

    fn growth(&self) -> Option<Finding> {
        let worth = *self.line(Line::NetWorth)?.values.last()?;
        let change = self.line(Line::Change)?.whole?;
        let start = worth.plus(change.negated()).ok()?;
        let (from, to) = (self.period().from().offset(-1), self.period().to());
        if start.is_zero() {
            return (!worth.is_zero()).then_some(Finding::NetWorthIs { quantity: worth, to });
        }
        if change.is_zero() {
            return (!worth.is_zero()).then_some(Finding::NetWorthUnchanged { from, to });
        }
        let quantity = change.magnitude();
        // More than tenfold growth says that the start was next to nothing.
        let percent = percent(quantity, start).filter(|percent| *percent < Decimal::ONE_THOUSAND);
        Some(match (percent, change.is_negative()) {
            (Some(percent), false) => Finding::NetWorthGrew { percent, from, to },
            (Some(percent), true) => Finding::NetWorthFell { percent, from, to },
            (None, false) => Finding::NetWorthRose { quantity, from, to },
            (None, true) => Finding::NetWorthDropped { quantity, from, to },
        })
    }

    fn debt(&self) -> Option<Finding> {
        let last = |line| self.line(line).and_then(|row| row.values.last().copied());
        let (assets, liabilities) = (last(Line::Assets)?, last(Line::Liabilities)?);
        let quantity = liabilities.plus(assets.negated()).ok()?;
        let day = self.period().to();
        Some(match percent(liabilities, assets) {
            None if liabilities.is_zero() && assets.is_zero() => return None,
            _ if !quantity.is_negative() && !liabilities.is_zero() => Finding::OwedMore { quantity, day },
            Some(percent) if percent > Decimal::ZERO => Finding::OwedShare { percent, day },
            _ => Finding::DebtFree { day },
        })
    }

    fn result(&self) -> Option<Finding> {
        let period = self.period();
        let net = self.line(Line::NetIncome)?.whole?;
        let quantity = net.magnitude();
        let nothing = [Line::Income, Line::Expenses].into_iter().all(|line| self.section(line).is_empty());
        Some(match (net.is_zero(), net.is_negative()) {
            _ if nothing => return None,
            (true, _) => Finding::BrokeEven { period },
            (_, false) => Finding::Profit { quantity, period },
            (_, true) => Finding::Loss { quantity, period },
        })
    }

    fn saving(&self) -> Option<Finding> {
        let period = self.period();
        let saved = self.line(Line::Saved)?;
        let quantity = saved.whole?;
        if quantity.is_negative() {
            return Some(Finding::Overspent { quantity: quantity.magnitude(), period });
        }
        Some(Finding::SavedShare { percent: saved.whole_share?, period })
    }

    fn largest(&self, rows: &[Row], total: Line) -> Option<Finding> {
        let candidates =
            rows.iter().filter(|row| row.depth == 1 && !matches!(row.subject, Subject::Others(_)));
        // Somebody named tells more than everybody who was not.
        let is_named = |row: &Row| row.subject != Subject::Payee(None) && row.whole > Some(Quantity::ZERO);
        let largest = candidates.max_by_key(|row| (is_named(row), row.whole))?;
        let percent = percent(largest.whole?, self.line(total)?.whole?)?;
        let found = Finding::Largest { subject: largest.subject, percent, period: self.period() };
        (percent > Decimal::ZERO).then_some(found)
    }

    fn refund(&self) -> Option<Finding> {
        let total = self.line(Line::Spending)?.whole.filter(|total| total.is_negative())?;
        Some(Finding::Refunded { quantity: total.magnitude(), period: self.period() })
    }

    fn spending_change(&self) -> Option<Finding> {
        let total = self.rows.iter().find(|row| row.style == RowStyle::Total)?;
        let before = total.compared_whole?;
        let change = total.whole?.plus(before.negated()).ok()?;
        let percent = percent(change.magnitude(), before)?;
        Some(match (percent.is_zero(), change.is_negative()) {
            (true, _) => return None,
            (_, false) => Finding::SpendingGrew { percent },
            (_, true) => Finding::SpendingFell { percent },
        })
    }
}
