//! The accounts of the books by number, so that figures can stand in a grid, and what they moved and held.

use crate::plan::Side;
use crate::sheet::{Part, Place, Sheets};
use crate::{Movements, Plan, ReportError};
use ledger::{Account, AccountId, AccountTree, CommodityId, Day, Quantity};
use rustc_hash::FxHashMap;

/// Accounts by number: parents before their children.
pub(crate) struct Lines<'a> {
    pub(crate) tree: &'a AccountTree,
    accounts: Vec<&'a Account>,
    /// In order of id.
    numbers: Vec<(AccountId, usize)>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(tree: &'a AccountTree) -> Self {
        let accounts = tree.walk();
        let mut numbers: Vec<_> =
            accounts.iter().enumerate().map(|(line, account)| (account.id, line)).collect();
        numbers.sort_unstable();
        Self { tree, accounts, numbers }
    }

    pub(crate) fn len(&self) -> usize {
        self.accounts.len()
    }

    pub(crate) fn line(&self, id: AccountId) -> Result<usize, ReportError> {
        let found = self.numbers.binary_search_by_key(&id, |(id, _)| *id);
        let number = found.ok().and_then(|at| self.numbers.get(at));
        number.map(|(_, line)| *line).ok_or(ReportError::UnknownAccount { account: id })
    }

    /// Puts down what `wanted` accounts moved within each column; with `history`, what moved before the first column
    /// goes into the first.
    pub(crate) fn put_moved(
        &self,
        sheets: &mut Sheets<'_>,
        plan: &Plan,
        movements: &Movements,
        history: bool,
        wanted: impl Fn(&Account) -> bool,
    ) -> Result<(), ReportError> {
        let wanted: Vec<bool> = self.accounts.iter().map(|account| wanted(account)).collect();
        for (side, offset) in sides(plan) {
            for (day, flow) in plan.flows(side, movements) {
                let line = self.line(flow.account)?;
                let column = side.columns.partition_point(|column| column.to() < day);
                let Some(period) = side.columns.get(column) else { continue };
                if !wanted[line] || !(history || period.contains(day)) {
                    continue;
                }
                let place = Place { part: Part::Moved, line, column: offset + column };
                sheets.put(place, flow.quantity, flow.commodity, day)?;
            }
        }
        Ok(())
    }

    /// Puts down what `wanted` accounts held at the end of each column and, with `opening`, before the first.
    pub(crate) fn put_held(
        &self,
        sheets: &mut Sheets<'_>,
        plan: &Plan,
        movements: &Movements,
        opening: bool,
        wanted: impl Fn(&Account) -> bool,
    ) -> Result<(), ReportError> {
        let wanted: Vec<bool> = self.accounts.iter().map(|account| wanted(account)).collect();
        for (side, offset) in sides(plan) {
            let Some(first) = side.columns.first() else { continue };
            let before = opening.then(|| (first.from().offset(-1), Part::Before, offset));
            let ends = side.columns.iter().enumerate();
            let ends = ends.map(|(column, period)| (period.to(), Part::Held, offset + column));
            let instants: Vec<(Day, Part, usize)> = before.into_iter().chain(ends).collect();

            let mut changes: FxHashMap<(usize, CommodityId), Vec<Quantity>> = FxHashMap::default();
            for (day, flow) in plan.flows(side, movements) {
                let line = self.line(flow.account)?;
                if !wanted[line] {
                    continue;
                }
                let at = instants.partition_point(|(instant, ..)| *instant < day);
                let changes = changes.entry((line, flow.commodity));
                let changes = changes.or_insert_with(|| vec![Quantity::ZERO; instants.len()]);
                if let Some(change) = changes.get_mut(at) {
                    *change = change.plus(flow.quantity)?;
                }
            }
            for ((line, commodity), changes) in changes {
                let mut balance = Quantity::ZERO;
                for (change, (day, part, column)) in changes.into_iter().zip(&instants) {
                    balance = balance.plus(change)?;
                    if !balance.is_zero() {
                        let place = Place { part: *part, line, column: *column };
                        sheets.put(place, balance, commodity, *day)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The columns of the report and those compared with, each with the number of its first column on a sheet.
fn sides(plan: &Plan) -> [(&Side, usize); 2] {
    [(&plan.main, 0), (&plan.compared, plan.main.columns.len())]
}
