//! What is owned less what is owed, over time.

use super::{Maker, less};
use crate::lines::Lines;
use crate::outline::{Draft, Order, Whole};
use crate::report::{Line, RowStyle};
use crate::sheet::Sheets;
use crate::{Movements, Plan, ReportError};
use ledger::{AccountType, Quantity};

pub(super) fn put(
    sheets: &mut Sheets<'_>,
    plan: &Plan,
    movements: &Movements,
    lines: &Lines<'_>,
) -> Result<(), ReportError> {
    lines.put_held(sheets, plan, movements, true, |account| account.account_type().is_holding())
}

pub(super) fn rows(maker: &Maker<'_>) -> Result<Vec<Draft>, ReportError> {
    let held = &maker.sheet.held;
    let (_, assets) = maker.outline(held, false, Order::Tree).rows(AccountType::Asset)?;
    let (_, liabilities) = maker.outline(held, true, Order::Tree).rows(AccountType::Liability)?;
    let worth = less(&assets, &liabilities)?;
    let change = less(&worth, &openings(maker, &worth)?)?;
    Ok(vec![
        Draft::line(Line::Assets, RowStyle::Line, assets).with_whole(Whole::None),
        Draft::line(Line::Liabilities, RowStyle::Line, liabilities).with_whole(Whole::None),
        Draft::line(Line::NetWorth, RowStyle::Result, worth).with_whole(Whole::None),
        Draft { depth: 0, ..Draft::line(Line::Change, RowStyle::Line, change) },
    ])
}

/// What was there before each column, given what was there at the end of each: that of the column before, but for the
/// first of the report and the first compared with.
pub(super) fn openings(maker: &Maker<'_>, ends: &[Quantity]) -> Result<Vec<Quantity>, ReportError> {
    let mut openings = maker.sheet.before.sum()?;
    for column in (1..ends.len()).filter(|column| *column != maker.columns) {
        openings[column] = ends[column - 1];
    }
    Ok(openings)
}
