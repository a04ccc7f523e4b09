//! Rows from the tree of accounts: a section with its heading, its accounts, and their total.

use crate::lines::Lines;
use crate::report::{Line, RowStyle, Subject};
use crate::sheet::{Grid, add};
use crate::{ReportError, Row};
use ledger::{Account, AccountId, AccountType, Quantity};
use rust_decimal::{Decimal, RoundingStrategy};

/// How a row comes to a figure over all columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// It has none.
    None,
    /// The sum of its figures.
    Sum,
    /// Its first figure: what was there at the start.
    First,
    /// Its last figure: what was there at the end.
    Last,
}

/// A row on its way: the columns of the report and those compared with are still together.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) subject: Subject,
    pub(crate) style: RowStyle,
    pub(crate) depth: u8,
    pub(crate) has_children: bool,
    pub(crate) cells: Vec<Quantity>,
    pub(crate) whole: Whole,
}

impl Draft {
    pub(crate) fn new(subject: Subject, style: RowStyle, cells: Vec<Quantity>) -> Self {
        let depth = u8::from(matches!(style, RowStyle::Line | RowStyle::Subtotal));
        Self { subject, style, depth, has_children: false, cells, whole: Whole::Sum }
    }

    pub(crate) fn heading(line: Line) -> Self {
        Self::new(Subject::Line(line), RowStyle::Heading, Vec::new())
    }

    pub(crate) fn line(line: Line, style: RowStyle, cells: Vec<Quantity>) -> Self {
        Self::new(Subject::Line(line), style, cells)
    }

    pub(crate) fn with_whole(self, whole: Whole) -> Self {
        Self { whole, ..self }
    }

    /// The finished row of a report of so many columns; the others are those compared with.
    pub(crate) fn into_row(self, columns: usize) -> Result<Row, ReportError> {
        let whole = |figures: &[Quantity]| match self.whole {
            _ if figures.is_empty() => Ok(None),
            Whole::None => Ok(None),
            Whole::Sum => Quantity::sum(figures.iter().copied()).map(Some),
            Whole::First => Ok(figures.first().copied()),
            Whole::Last => Ok(figures.last().copied()),
        };
        let (values, compared) = self.cells.split_at(columns.min(self.cells.len()));
        Ok(Row {
            subject: self.subject,
            style: self.style,
            depth: self.depth,
            has_children: self.has_children,
            whole: whole(values)?,
            compared_whole: whole(compared)?,
            shares: Vec::new(),
            whole_share: None,
            values: values.to_vec(),
            compared: compared.to_vec(),
        })
    }
}

/// In what order accounts of one parent stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// As the tree has them: by name.
    Tree,
    /// By the sum of so many first columns, the largest first.
    Largest(usize),
}

/// How a section shows its accounts.
pub(crate) struct Outline<'a> {
    pub(crate) lines: &'a Lines<'a>,
    pub(crate) grid: &'a Grid,
    pub(crate) width: usize,
    /// `true` where the books' sign is the opposite of what people read.
    pub(crate) turned: bool,
    pub(crate) order: Order,
    /// Accounts that have no row, nor anything below them.
    pub(crate) hides: fn(&Account) -> bool,
}

/// An account's rows, and what they come to.
struct Branch {
    rows: Vec<Draft>,
    sum: Vec<Quantity>,
}

impl Outline<'_> {
    /// The rows of every account of a type, at depth 1 and below, and what they come to.
    pub(crate) fn rows(&self, account_type: AccountType) -> Result<(Vec<Draft>, Vec<Quantity>), ReportError> {
        let mut sum = vec![Quantity::ZERO; self.width];
        let mut rows = Vec::new();
        for root in self.lines.tree.children(None).filter(|root| root.account_type() == account_type) {
            let own = self.own(root.id)?;
            for branch in self.branches(root.id, 1)? {
                add(&mut sum, &branch.sum)?;
                rows.extend(branch.rows);
            }
            if let Some(own) = own {
                add(&mut sum, &own)?;
                rows.push(Draft::new(Subject::Itself(root.id), RowStyle::Line, own));
            }
        }
        Ok((rows, sum))
    }

    /// A heading, the accounts of a type, and their total.
    pub(crate) fn section(
        &self,
        account_type: AccountType,
        line: Line,
    ) -> Result<(Vec<Draft>, Vec<Quantity>), ReportError> {
        let (accounts, sum) = self.rows(account_type)?;
        let mut rows = vec![Draft::heading(line)];
        rows.extend(accounts);
        rows.push(Draft::line(line, RowStyle::Total, sum.clone()));
        Ok((rows, sum))
    }

    /// The figures of an account's own postings, if it has any here.
    fn own(&self, account: AccountId) -> Result<Option<Vec<Quantity>>, ReportError> {
        let line = self.lines.line(account)?;
        let figures = self.grid.line(line).iter();
        let turn = |figure: &Quantity| if self.turned { figure.negated() } else { *figure };
        Ok(self.grid.is_touched(line).then(|| figures.map(turn).collect()))
    }

    fn branches(&self, parent: AccountId, depth: u8) -> Result<Vec<Branch>, ReportError> {
        let children = self.lines.tree.children(Some(parent)).filter(|account| !(self.hides)(account));
        let mut branches = Vec::new();
        for child in children {
            branches.extend(self.branch(child.id, depth)?);
        }
        if let Order::Largest(columns) = self.order {
            let size = |branch: &Branch| Quantity::sum(branch.sum.iter().take(columns).copied());
            branches.sort_by_cached_key(|branch| std::cmp::Reverse(size(branch).unwrap_or_default()));
        }
        Ok(branches)
    }

    /// An account's row with those below it; `None` where nothing moved.
    fn branch(&self, account: AccountId, depth: u8) -> Result<Option<Branch>, ReportError> {
        let own = self.own(account)?;
        let below = self.branches(account, depth.saturating_add(1))?;
        if own.is_none() && below.is_empty() {
            return Ok(None);
        }
        let mut sum = own.clone().unwrap_or_else(|| vec![Quantity::ZERO; self.width]);
        for branch in &below {
            add(&mut sum, &branch.sum)?;
        }
        let style = if below.is_empty() { RowStyle::Line } else { RowStyle::Subtotal };
        let head = Draft::new(Subject::Account(account), style, sum.clone());
        let mut rows = vec![Draft { depth, has_children: !below.is_empty(), ..head }];
        if !below.is_empty() {
            rows.extend(below.into_iter().flat_map(|branch| branch.rows));
            let own = own.map(|own| Draft::new(Subject::Itself(account), RowStyle::Line, own));
            rows.extend(own.map(|draft| Draft { depth: depth.saturating_add(1), ..draft }));
        }
        Ok(Some(Branch { rows, sum }))
    }
}

/// `part` in percent of `whole`, to one decimal, a tie to the even one; `None` where `whole` is nothing or less.
pub(crate) fn percent(part: Quantity, whole: Quantity) -> Option<Decimal> {
    if whole.is_negative() || whole.is_zero() {
        return None;
    }
    let exact = |quantity: Quantity| Decimal::try_from_i128_with_scale(quantity.units(), 0).ok();
    let share = exact(part)?.checked_div(exact(whole)?)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let mut share = share.round_dp_with_strategy(1, RoundingStrategy::MidpointNearestEven);
    share.rescale(1);
    Some(share)
}

/// Gives every row its share of the figures of `whole`.
pub(crate) fn put_shares(rows: &mut [Row], whole: &Row) {
    for row in rows.iter_mut().filter(|row| row.style != RowStyle::Heading) {
        let figures = row.values.iter().zip(&whole.values);
        row.shares = figures.map(|(part, whole)| percent(*part, *whole)).collect();
        row.whole_share = row.whole.zip(whole.whole).and_then(|(part, whole)| percent(part, whole));
    }
}
