//! What came in, what went out, what was saved, and what that did to the money at hand.
//!
//! Transfers between accounts are neither in nor out. Money at hand is what is held in checking, savings, cash and
//! wallets, less what is owed on cards, since a purchase by card is money spent.

use super::net_worth::openings;
use super::{Maker, less};
use crate::lines::Lines;
use crate::outline::{Draft, Order, Whole, put_shares};
use crate::report::{Line, Row, RowStyle, Subject};
use crate::sheet::{Sheets, add};
use crate::{Movements, Plan, ReportError};
use ledger::{Account, AccountKind, AccountType};

fn is_money(account: &Account) -> bool {
    use AccountKind::{Card, Cash, Checking, Savings, Wallet};
    matches!(account.kind, Checking | Savings | Cash | Wallet | Card)
}

pub(super) fn put(
    sheets: &mut Sheets<'_>,
    plan: &Plan,
    movements: &Movements,
    lines: &Lines<'_>,
) -> Result<(), ReportError> {
    lines.put_moved(sheets, plan, movements, false, |account| account.account_type().is_category())?;
    lines.put_held(sheets, plan, movements, true, is_money)
}

pub(super) fn rows(maker: &Maker<'_>) -> Result<Vec<Draft>, ReportError> {
    let order = Order::Largest(maker.columns);
    let moved = &maker.sheet.moved;
    let (mut rows, came) = maker.outline(moved, true, order).section(AccountType::Income, Line::MoneyIn)?;
    let (costs, went) = maker.outline(moved, false, order).section(AccountType::Expense, Line::MoneyOut)?;
    rows.extend(costs);
    let saved = less(&came, &went)?;
    rows.push(Draft::line(Line::Saved, RowStyle::Result, saved.clone()));

    let closing = maker.sheet.held.sum()?;
    let opening = openings(maker, &closing)?;
    let mut explained = opening.clone();
    add(&mut explained, &saved)?;
    let others = less(&closing, &explained)?;
    rows.extend([
        Draft::heading(Line::Money),
        Draft::line(Line::OpeningMoney, RowStyle::Line, opening).with_whole(Whole::First),
        Draft::line(Line::Saved, RowStyle::Line, saved),
        Draft::line(Line::OtherMovements, RowStyle::Line, others),
        Draft::line(Line::ClosingMoney, RowStyle::Total, closing).with_whole(Whole::Last),
    ]);
    Ok(rows)
}

/// Shares of what came in, down to what was saved.
pub(super) fn with_shares(mut rows: Vec<Row>) -> Vec<Row> {
    let is_total = |row: &&Row| row.subject == Subject::Line(Line::MoneyIn) && row.style == RowStyle::Total;
    let total = rows.iter().find(is_total).cloned();
    let end = rows.iter().position(|row| row.style == RowStyle::Result).map_or(0, |result| result + 1);
    if let Some(total) = total {
        put_shares(&mut rows[..end], &total);
    }
    rows
}
