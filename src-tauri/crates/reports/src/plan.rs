//! What has to be read for a report, and when it is valued.
//!
//! Flows come by month. A column that begins or ends within a month needs the flows of that part of the month by
//! themselves, so a plan asks for several periods then. Where every column is made of whole months it asks once,
//! however many columns there are.

use crate::{Kind, Period, ReportError, Request};
use ledger::{AccountType, Day, Flow, Month, PayeeFlow};
use std::collections::BTreeSet;
use std::ops::Range;

/// What was read: one list for each of [`Plan::reads`], in that order.
#[derive(Debug, Clone)]
pub enum Movements {
    /// By account, commodity and month: one flow for each of these and each period read.
    Accounts(Vec<Vec<Flow>>),
    /// By category, payee and commodity: for [`Kind::SpendingByPayee`].
    Payees(Vec<Vec<PayeeFlow>>),
}

impl Movements {
    pub(crate) fn check(&self, plan: &Plan) -> Result<(), ReportError> {
        let (by_payee, found) = match self {
            Self::Accounts(lists) => (false, lists.len()),
            Self::Payees(lists) => (true, lists.len()),
        };
        let expected = plan.reads.len();
        if by_payee != plan.is_by_payee() {
            Err(ReportError::OtherGrain)
        } else if found != expected {
            Err(ReportError::OtherReads { expected, found })
        } else {
            Ok(())
        }
    }
}

/// The columns of a report, or those they are compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Side {
    pub(crate) columns: Vec<Period>,
    /// Which of the plan's reads it is made from.
    pub(crate) reads: Range<usize>,
}

/// What has to be read for a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(crate) request: Request,
    pub(crate) main: Side,
    pub(crate) compared: Side,
    reads: Vec<Period>,
}

impl Request {
    /// What has to be read for this report.
    ///
    /// # Errors
    /// [`ReportError::TooManyColumns`].
    pub fn plan(&self) -> Result<Plan, ReportError> {
        let columns = self.columns()?;
        let compared = self.compared(columns.len());
        let mut reads = reads_of(self.kind, &columns);
        let others = reads_of(self.kind, &compared);
        let own = reads.len();
        let shared = match (reads.as_mut_slice(), others.as_slice()) {
            ([own], [other]) if self.kind.needs_history() => share(own, *other),
            _ => false,
        };
        let range = if shared { 0..own } else { own..own + others.len() };
        if !shared {
            reads.extend(others);
        }
        let main = Side { columns, reads: 0..own };
        Ok(Plan { request: *self, main, compared: Side { columns: compared, reads: range }, reads })
    }
}

impl Plan {
    /// The periods whose flows the report is made from, each to be read by itself: `flows(types, from, to)`, or
    /// `payee_flows(from, to)` where [`Plan::is_by_payee`].
    pub fn reads(&self) -> &[Period] {
        &self.reads
    }

    /// The types of the accounts whose flows the report is made from; flows of others may be there and change nothing.
    pub fn account_types(&self) -> &'static [AccountType] {
        self.request.kind.account_types()
    }

    /// `true` where it needs [`Movements::Payees`].
    pub fn is_by_payee(&self) -> bool {
        self.request.kind == Kind::SpendingByPayee
    }

    /// The days whose rates the report looks up, in order.
    ///
    /// # Errors
    /// [`ReportError::OtherReads`] or [`ReportError::OtherGrain`] where `movements` are of another plan.
    pub fn rate_days(&self, movements: &Movements) -> Result<Vec<Day>, ReportError> {
        movements.check(self)?;
        let mut days: BTreeSet<Day> = BTreeSet::new();
        for side in [&self.main, &self.compared] {
            if self.request.kind.needs_history() {
                days.extend(side.columns.iter().map(|column| column.to()));
            }
            if self.request.kind.needs_opening() {
                days.extend(side.columns.iter().map(|column| column.from().offset(-1)));
            }
            match (self.request.kind, side.columns.first()) {
                (Kind::NetWorth, _) | (_, None) => {}
                (Kind::SpendingByPayee, _) => {
                    days.extend(self.reads[side.reads.clone()].iter().map(|read| read.to()));
                }
                (kind, Some(first)) => {
                    let valued = self.flows(side, movements).map(|(day, _)| day);
                    days.extend(valued.filter(|day| kind == Kind::BalanceSheet || *day >= first.from()));
                }
            }
        }
        Ok(days.into_iter().collect())
    }

    /// The flows of a side up to its last day, each with the last day that it covers: the day it is valued on.
    pub(crate) fn flows<'a>(
        &'a self,
        side: &'a Side,
        movements: &'a Movements,
    ) -> impl Iterator<Item = (Day, &'a Flow)> {
        let lists = match movements {
            Movements::Accounts(lists) => &lists[side.reads.clone()],
            Movements::Payees(_) => &[],
        };
        let end = side.columns.last().map_or(Day::MIN, |column| column.to());
        let reads = self.reads[side.reads.clone()].iter().zip(lists);
        let mut latest: Option<(Month, Day)> = None;
        reads
            .flat_map(|(read, flows)| flows.iter().map(|flow| (read.to(), flow)))
            .map(move |(read_to, flow)| {
                // Calendar arithmetic is the slow part, and flows come month after month.
                let last = match latest {
                    Some((month, last)) if month == flow.month => last,
                    _ => flow.month.last(),
                };
                latest = Some((flow.month, last));
                (last.min(read_to), flow)
            })
            .filter(move |(day, _)| *day <= end)
    }

    /// The payee flows of a side, each with the period it covers.
    pub(crate) fn payee_flows<'a>(
        &'a self,
        side: &Side,
        movements: &'a Movements,
    ) -> impl Iterator<Item = (Period, &'a PayeeFlow)> {
        let lists = match movements {
            Movements::Accounts(_) => &[],
            Movements::Payees(lists) => &lists[side.reads.clone()],
        };
        let reads = self.reads[side.reads.clone()].iter().zip(lists);
        reads.flat_map(|(read, flows)| flows.iter().map(|flow| (*read, flow)))
    }
}

/// The fewest periods, one after the other, such that every column's ends are ends of a period or of a month in one.
fn reads_of(kind: Kind, columns: &[Period]) -> Vec<Period> {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return Vec::new() };
    let start = if kind.needs_history() { Day::MIN } else { first.from() };
    let mut ends: BTreeSet<Day> = columns
        .iter()
        .flat_map(|column| [column.from().offset(-1), column.to()])
        .filter(|day| *day >= start && *day != Month::of(*day).last())
        .collect();
    if kind == Kind::SpendingByPayee {
        // Flows by payee have no month of their own.
        let (first, last) = (Month::of(first.from()), Month::of(last.to()));
        ends.extend((0..last.number() - first.number()).map(|months| first.offset(months).last()));
    }
    ends.insert(last.to());
    let mut from = start;
    let reads = ends.into_iter().filter_map(|to| {
        let read = Period::new(from, to).ok();
        from = to.offset(1);
        read
    });
    reads.collect()
}

/// Lets `own` cover `other` too, where both begin with the books and the earlier ends with a month.
fn share(own: &mut Period, other: Period) -> bool {
    let earlier = own.to().min(other.to());
    if own.from() != other.from() || (own.to() != other.to() && Month::of(earlier).last() != earlier) {
        return false;
    }
    match Period::new(own.from(), own.to().max(other.to())) {
        Ok(both) => *own = both,
        Err(_) => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Comparison, Interval};

    fn period(from: &str, to: &str) -> Period {
        Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    #[test]
    fn whole_months_are_read_at_once_and_cut_months_by_themselves() {
        let year = period("2026-01-01", "2026-12-31");
        let to_date = period("2026-01-01", "2026-11-22");
        let days = period("2026-11-28", "2026-12-01");
        let before = Some(Comparison::Previous);
        for (kind, period, interval, comparison, expected) in [
            (Kind::IncomeStatement, year, Interval::Month, None, "2026-01-01..2026-12-31"),
            (
                Kind::IncomeStatement,
                year,
                Interval::Month,
                before,
                "2026-01-01..2026-12-31 2025-01-01..2025-12-31",
            ),
            (Kind::NetWorth, year, Interval::Month, before, "0001-01-01..2026-12-31"),
            (
                Kind::BalanceSheet,
                to_date,
                Interval::Whole,
                Some(Comparison::YearBefore),
                "0001-01-01..2026-11-22 0001-01-01..2025-11-22",
            ),
            (
                Kind::BalanceSheet,
                to_date,
                Interval::Whole,
                Some(Comparison::Custom(year.previous())),
                "0001-01-01..2026-11-22",
            ),
            (
                Kind::CashFlow,
                days,
                Interval::Day,
                None,
                "0001-01-01..2026-11-27 2026-11-28..2026-11-28 2026-11-29..2026-11-29 2026-11-30..2026-12-01",
            ),
            (
                Kind::SpendingByPayee,
                days,
                Interval::Whole,
                None,
                "2026-11-28..2026-11-30 2026-12-01..2026-12-01",
            ),
        ] {
            let plan = Request { interval, comparison, ..Request::new(kind, period) }.plan().unwrap();
            let found: Vec<String> =
                plan.reads().iter().map(|read| format!("{}..{}", read.from(), read.to())).collect();
            assert_eq!(found.join(" "), expected, "{kind:?} {interval:?}");
        }
    }

    #[test]
    fn too_many_columns_are_refused() {
        let ages = Period::new(Day::MIN, Day::MAX).unwrap();
        let request = Request { interval: Interval::Day, ..Request::new(Kind::CashFlow, ages) };
        assert_eq!(request.plan(), Err(ReportError::TooManyColumns { most: 600 }));
    }
}
