//! The one shape of every report: what the app, the command line, CSV and PDF all show.

use crate::{Kind, Period, Request};
use ledger::{AccountId, CommodityId, Day, PayeeId, Quantity};
use rust_decimal::Decimal;

/// Rows of figures over columns of time.
///
/// Every figure is in [`Report::base`], at the rates of the books. Each account's flow in a commodity is valued at the
/// rate of the last day of its month, or of the last day read where a column ends before that; each balance at the
/// rate of the last day of its column. Such a value is rounded once, half to even, by [`ledger::convert`], and every
/// other figure is a sum of those, so that what is printed adds up, down the rows and, for flows, across the columns.
/// What has no rate is in no row of these but in [`Report::unvalued`].
///
/// Signs are those that people read: income and money in are positive, and so are expenses and money out; what is owed
/// is positive under liabilities; a result is positive when it is good. A refund larger than the spending of its
/// category makes that row negative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was asked for.
    pub request: Request,
    /// What the figures are in.
    pub base: CommodityId,
    /// The columns. In reports of what is there at an end ([`Kind::is_at_end`]) the last day of each is meant.
    pub columns: Vec<Period>,
    /// What the first columns are compared with, in the same order; not more than there are columns.
    pub compared: Vec<Period>,
    /// The rows, from top to bottom.
    pub rows: Vec<Row>,
    /// What has no rate, by commodity: the same rows in that commodity alone.
    pub unvalued: Vec<Unvalued>,
}

/// The part of a report for which there is no rate, in its own commodity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unvalued {
    /// What the figures are in.
    pub commodity: CommodityId,
    /// A rate known on or before this day would be enough to value all of it.
    pub day: Day,
    /// The rows, from top to bottom.
    pub rows: Vec<Row>,
}

/// One row of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub subject: Subject,
    /// How it is set off from the others.
    pub style: RowStyle,
    /// How many levels it is indented: 0 for headings and totals, 1 for what stands directly under them.
    pub depth: u8,
    /// `true` where the rows below it, one level deeper, add up to it.
    pub has_children: bool,
    /// One figure for each column; none in a heading.
    pub values: Vec<Quantity>,
    /// The figure over all columns, where columns show what moved.
    pub whole: Option<Quantity>,
    /// Percent, to one decimal, for each of `values`: of all spending in spending reports, of what came in for cash flow
    /// (the share saved is the saving rate). `None` where that is nothing; empty in other reports.
    pub shares: Vec<Option<Decimal>>,
    /// The same for `whole`.
    pub whole_share: Option<Decimal>,
    /// One figure for each column compared with.
    pub compared: Vec<Quantity>,
    /// The figure over all columns compared with, where columns show what moved.
    pub compared_whole: Option<Quantity>,
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An account with everything below it.
    Account(AccountId),
    /// What an account with rows below it holds or moved itself.
    Itself(AccountId),
    /// A payee, or nobody named.
    Payee(Option<PayeeId>),
    /// So many others together.
    Others(usize),
    /// A line of the report's own.
    Line(Line),
}

/// The headings, totals and results of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    /// All income.
    Income,
    /// All expenses.
    Expenses,
    /// Income less expenses.
    NetIncome,
    /// All that is owned.
    Assets,
    /// All that is owed.
    Liabilities,
    /// Own funds: assets less liabilities.
    Equity,
    /// Income less expenses from the beginning of the books.
    RetainedEarnings,
    /// What own funds gained by changes of rates: equity less opening balances, other equity and retained earnings.
    ExchangeDifferences,
    /// Liabilities and equity together, which equals assets.
    LiabilitiesAndEquity,
    /// Assets less liabilities.
    NetWorth,
    /// How much net worth grew since the column before.
    Change,
    /// All that came in, by category of income.
    MoneyIn,
    /// All that went out, by category of expense.
    MoneyOut,
    /// What came in less what went out.
    Saved,
    /// What went out beyond what came in, where it is named as a source.
    FromSavings,
    /// Heading of the money at hand: checking, savings, cash and wallets, less what is owed on cards.
    Money,
    /// Money at hand before the first day.
    OpeningMoney,
    /// How money at hand changed other than by income and expenses: moves to and from investments, loans and other
    /// accounts, opening balances, and changes of rates.
    OtherMovements,
    /// Money at hand at the end of the last day.
    ClosingMoney,
    /// All expenses of a spending report.
    Spending,
}

/// How a row is set off from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowStyle {
    /// A title without figures.
    Heading,
    /// A figure.
    Line,
    /// A figure that the rows below it, one level deeper, add up to.
    Subtotal,
    /// The sum of a section.
    Total,
    /// What the report comes to.
    Result,
}

impl Report {
    /// Which report it is.
    pub fn kind(&self) -> Kind {
        self.request.kind
    }

    /// The commodities that some figure lacks a rate of.
    pub fn missing(&self) -> impl Iterator<Item = CommodityId> {
        self.unvalued.iter().map(|unvalued| unvalued.commodity)
    }

    /// The row with the figures of a line, if the report has it.
    pub fn line(&self, line: Line) -> Option<&Row> {
        self.rows.iter().find(|row| row.subject == Subject::Line(line) && row.style != RowStyle::Heading)
    }

    /// The report with `depth` levels of accounts alone, each with everything below it, and on wish without rows in
    /// which every figure is zero. Totals, results and headings stay.
    #[must_use]
    pub fn folded(mut self, depth: Option<u8>, hide_zero: bool) -> Self {
        fold(&mut self.rows, depth, hide_zero);
        for part in &mut self.unvalued {
            fold(&mut part.rows, depth, hide_zero);
        }
        self
    }

    /// The rows between the heading of a section and its total.
    pub fn section(&self, line: Line) -> &[Row] {
        section(&self.rows, line)
    }
}

fn fold(rows: &mut Vec<Row>, depth: Option<u8>, hide_zero: bool) {
    if let Some(deepest) = depth {
        rows.retain(|row| row.depth <= deepest);
        for row in rows.iter_mut().filter(|row| row.depth == deepest && row.has_children) {
            (row.style, row.has_children) = (RowStyle::Line, false);
        }
    }
    if hide_zero {
        // From the end, so that it is known of each row whether anything below it stays.
        let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
        for row in rows.drain(..).rev() {
            let is_account = matches!(row.style, RowStyle::Line | RowStyle::Subtotal)
                && !matches!(row.subject, Subject::Line(_));
            let holds = kept.last().is_some_and(|below| below.depth > row.depth);
            let is_zero = row.values.iter().chain(&row.compared).all(|value| value.is_zero());
            if !is_account || holds || !is_zero {
                kept.push(row);
            }
        }
        kept.reverse();
        *rows = kept;
    }
}

/// The rows between the heading of a section and its total.
pub(crate) fn section(rows: &[Row], line: Line) -> &[Row] {
    let is = |row: &Row, style| row.subject == Subject::Line(line) && row.style == style;
    let start = rows.iter().position(|row| is(row, RowStyle::Heading)).map_or(0, |heading| heading + 1);
    let rest = rows.get(start..).unwrap_or_default();
    let end = rest.iter().position(|row| is(row, RowStyle::Total)).unwrap_or_default();
    &rest[..end]
}
