//! What is owned, what is owed, and where the difference came from.
//!
//! Assets and liabilities are balances at the rates of the column's last day. Opening balances, other equity and
//! retained earnings are sums of flows at the rates of their months. What is left of the difference between the two is one line of
//! exchange differences: what conversions and changes of rates brought or cost.

use super::{Maker, less};
use crate::lines::Lines;
use crate::outline::{Draft, Order, Outline, Whole};
use crate::report::{Line, RowStyle};
use crate::sheet::{Sheets, add};
use crate::{Movements, Plan, ReportError};
use ledger::{Account, AccountKind, AccountType};

fn is_conversion(account: &Account) -> bool {
    account.kind == AccountKind::Conversion
}

pub(super) fn put(
    sheets: &mut Sheets<'_>,
    plan: &Plan,
    movements: &Movements,
    lines: &Lines<'_>,
) -> Result<(), ReportError> {
    lines.put_held(sheets, plan, movements, false, |account| account.account_type().is_holding())?;
    let funds = |account: &Account| !account.account_type().is_holding() && !is_conversion(account);
    lines.put_moved(sheets, plan, movements, true, funds)?;
    let columns = plan.main.columns.len();
    sheets.accumulate(0..columns)?;
    sheets.accumulate(columns..columns + plan.compared.columns.len())
}

pub(super) fn rows(maker: &Maker<'_>) -> Result<Vec<Draft>, ReportError> {
    let (held, moved) = (&maker.sheet.held, &maker.sheet.moved);
    let (mut rows, assets) =
        maker.outline(held, false, Order::Tree).section(AccountType::Asset, Line::Assets)?;
    let (debts, liabilities) =
        maker.outline(held, true, Order::Tree).section(AccountType::Liability, Line::Liabilities)?;
    rows.extend(debts);

    let funds = Outline { hides: is_conversion, ..maker.outline(moved, true, Order::Tree) };
    let (accounts, mut explained) = funds.rows(AccountType::Equity)?;
    let (_, mut earned) = funds.rows(AccountType::Income)?;
    add(&mut earned, &funds.rows(AccountType::Expense)?.1)?;
    add(&mut explained, &earned)?;
    let equity = less(&assets, &liabilities)?;
    let differences = less(&equity, &explained)?;

    rows.push(Draft::heading(Line::Equity));
    rows.extend(accounts);
    rows.push(Draft::line(Line::RetainedEarnings, RowStyle::Line, earned));
    if differences.iter().any(|difference| !difference.is_zero()) {
        rows.push(Draft::line(Line::ExchangeDifferences, RowStyle::Line, differences));
    }
    let mut both = liabilities;
    add(&mut both, &equity)?;
    rows.push(Draft::line(Line::Equity, RowStyle::Total, equity));
    rows.push(Draft::line(Line::LiabilitiesAndEquity, RowStyle::Result, both));
    Ok(rows.into_iter().map(|row| row.with_whole(Whole::None)).collect())
}
