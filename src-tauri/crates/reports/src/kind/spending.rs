//! Expenses by category and by who was paid, the largest first.

use super::Maker;
use crate::lines::Lines;
use crate::outline::{Draft, Order, put_shares};
use crate::report::{Line, Row, RowStyle, Subject};
use crate::sheet::{Part, Place, Sheets, add};
use crate::{Books, Movements, Plan, ReportError};
use ledger::{AccountType, PayeeId, Quantity};
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) fn put(
    sheets: &mut Sheets<'_>,
    plan: &Plan,
    movements: &Movements,
    lines: &Lines<'_>,
) -> Result<(), ReportError> {
    lines.put_moved(sheets, plan, movements, false, |account| account.account_type() == AccountType::Expense)
}

pub(super) fn by_category(maker: &Maker<'_>) -> Result<Vec<Draft>, ReportError> {
    let outline = maker.outline(&maker.sheet.moved, false, Order::Largest(maker.columns));
    let (mut rows, sum) = outline.rows(AccountType::Expense)?;
    rows.push(Draft::line(Line::Spending, RowStyle::Total, sum));
    Ok(rows)
}

/// Everyone paid, by number; nobody named is one of them.
pub(super) struct Payees {
    numbers: BTreeMap<Option<PayeeId>, usize>,
    /// `true` for each account whose flows are spending.
    spending: Vec<bool>,
}

impl Payees {
    pub(super) fn new(
        plan: &Plan,
        books: &Books<'_>,
        movements: &Movements,
        lines: &Lines<'_>,
    ) -> Result<Self, ReportError> {
        let mut spending = vec![false; lines.len()];
        for account in books.accounts.walk() {
            spending[lines.line(account.id)?] = account.account_type() == AccountType::Expense;
        }
        let mut numbers = BTreeMap::new();
        for side in [&plan.main, &plan.compared] {
            for (_, flow) in plan.payee_flows(side, movements) {
                if spending[lines.line(flow.account)?] {
                    let next = numbers.len();
                    numbers.entry(flow.payee).or_insert(next);
                }
            }
        }
        Ok(Self { numbers, spending })
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    pub(super) fn put(
        &self,
        sheets: &mut Sheets<'_>,
        plan: &Plan,
        movements: &Movements,
        lines: &Lines<'_>,
    ) -> Result<(), ReportError> {
        let columns = plan.main.columns.len();
        for (side, offset) in [(&plan.main, 0), (&plan.compared, columns)] {
            for (read, flow) in plan.payee_flows(side, movements) {
                let Some(number) = self.numbers.get(&flow.payee) else { continue };
                if !self.spending[lines.line(flow.account)?] {
                    continue;
                }
                let column = offset + side.columns.partition_point(|column| column.to() < read.to());
                let place = Place { part: Part::Moved, line: *number, column };
                sheets.put(place, flow.quantity, flow.commodity, read.to())?;
            }
        }
        Ok(())
    }
}

pub(super) fn by_payee(maker: &Maker<'_>, payees: &Payees, most: usize) -> Result<Vec<Draft>, ReportError> {
    let moved = &maker.sheet.moved;
    let mut paid = Vec::new();
    for (payee, number) in payees.numbers.iter().filter(|(_, number)| moved.is_touched(**number)) {
        let figures = moved.line(*number);
        let size = Quantity::sum(figures.iter().take(maker.columns).copied())?;
        paid.push((Reverse(size), *payee, figures));
    }
    paid.sort_by_key(|(size, payee, _)| (*size, *payee));
    let row = |subject, figures: &[Quantity]| Draft::new(subject, RowStyle::Line, figures.to_vec());
    // A row for one other takes no more room than its name.
    let named = if paid.len() > most + 1 { most } else { paid.len() };
    let mut rows: Vec<Draft> =
        paid[..named].iter().map(|(_, payee, figures)| row(Subject::Payee(*payee), figures)).collect();
    if let Some(others @ [_, ..]) = paid.get(named..) {
        let mut sum = vec![Quantity::ZERO; maker.width];
        for (.., figures) in others {
            add(&mut sum, figures)?;
        }
        rows.push(row(Subject::Others(others.len()), &sum));
    }
    rows.push(Draft::line(Line::Spending, RowStyle::Total, moved.sum()?));
    Ok(rows)
}

/// Shares of all spending.
pub(super) fn with_shares(mut rows: Vec<Row>) -> Vec<Row> {
    if let Some(total) = rows.last().cloned() {
        put_shares(&mut rows, &total);
    }
    rows
}
