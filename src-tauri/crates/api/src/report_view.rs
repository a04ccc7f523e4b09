//! Reports as screens and scripts see them: every name in words, every figure as decimal text.

use crate::accounts::to_id;
use crate::report::ReportKind;
use crate::{ApiError, Id};
use ledger::{CommodityId, Quantity};
use reports::{Kind, Locale, Names as Labels, Period, Report, RowStyle, Stream, Subject, Tile};
use serde::Serialize;
use specta::Type;

/// A span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PeriodView {
    /// The first day.
    pub from: String,
    /// The last day, within the period.
    pub to: String,
    /// The same in words.
    pub label: String,
}

/// A report: its words in the language asked for, its figures as decimal text in its currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReportView {
    /// Which report it is.
    pub kind: ReportKind,
    /// Its name.
    pub title: String,
    /// What it shows, in sentences, the most important first.
    pub findings: Vec<String>,
    /// Code of the currency of its figures.
    pub currency: String,
    /// Its columns, in order of time.
    pub columns: Vec<PeriodView>,
    /// The period that each column is compared with; empty without a comparison.
    pub compared: Vec<PeriodView>,
    /// Its rows, from top to bottom.
    pub rows: Vec<ReportRow>,
    /// What has no rate, in its own commodity.
    pub unvalued: Vec<UnvaluedView>,
    /// What its charts draw.
    pub series: SeriesView,
}

/// A row of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReportRow {
    /// What it is about, in words.
    pub label: String,
    /// The account it is about.
    pub account: Option<Id>,
    /// `true` when the account's own postings are meant, without the accounts below it.
    pub own: bool,
    /// The payee it is about; 0 for nobody named.
    pub payee: Option<Id>,
    /// A line of the report's own: `net_income`.
    pub line: Option<String>,
    /// How it is set off: `heading`, `line`, `subtotal`, `total` or `result`.
    pub style: String,
    /// How far it is indented.
    pub depth: u8,
    /// `true` where the rows below it add up to it.
    pub has_children: bool,
    /// One figure for each column; none in a heading.
    pub values: Vec<String>,
    /// The figure over all columns, where columns show what moved.
    pub whole: Option<String>,
    /// Percent, to one decimal, for each column: of all spending in spending reports, of what came in for cash flow; empty in
    /// other reports.
    pub shares: Vec<Option<String>>,
    /// The same over all columns.
    pub whole_share: Option<String>,
    /// One figure for each column compared with.
    pub compared: Vec<String>,
    /// The figure over all of those.
    pub compared_whole: Option<String>,
}

/// What has no rate, and so is in no total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UnvaluedView {
    /// Code of the commodity.
    pub commodity: String,
    /// A rate on or before this day would be enough.
    pub day: String,
    /// The rows that it would be in, with their figures in that commodity.
    pub rows: Vec<ReportRow>,
}

/// What charts draw.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
pub struct SeriesView {
    /// Net worth at the end of days.
    pub worth: Vec<WorthView>,
    /// Income and expenses of each column.
    pub bars: Vec<BarView>,
    /// The flow of money.
    pub flow: Option<FlowView>,
    /// Spending as areas.
    pub tiles: Vec<TileView>,
}

/// Net worth at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct WorthView {
    /// The day, at whose end it is so.
    pub date: String,
    /// Assets less liabilities.
    pub worth: String,
}

/// A column's income and expenses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BarView {
    /// The column.
    pub period: PeriodView,
    /// What came in: what was earned, or all money that came.
    pub income: String,
    /// What went out, as a positive figure.
    pub expenses: String,
    /// The first less the second.
    pub net: String,
}

/// A flow of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FlowView {
    /// Where it came from.
    pub sources: Vec<StreamView>,
    /// What it went to.
    pub uses: Vec<StreamView>,
    /// Everything through the middle: the sum of either side.
    pub total: String,
}

/// A branch of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct StreamView {
    /// What it is, in words.
    pub label: String,
    /// The category; `None` where it is no single one.
    pub account: Option<Id>,
    /// `true` for what was saved, or drawn from savings.
    pub saved: bool,
    /// How much, never negative.
    pub amount: String,
}

/// An area of spending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TileView {
    /// What it is, in words.
    pub label: String,
    /// The category, in a report of categories.
    pub account: Option<Id>,
    /// The payee, in a report of payees; 0 for nobody named.
    pub payee: Option<Id>,
    /// How much, never negative.
    pub amount: String,
    /// Percent of all areas, to one decimal.
    pub share: String,
    /// The areas within.
    pub tiles: Vec<TileView>,
}

/// The branches of a flow of money that are named on each side.
const STREAMS: usize = 8;

/// A report in somebody's words.
pub(crate) fn report_view(
    report: &Report,
    locale: &Locale,
    labels: &Labels<'_>,
) -> Result<ReportView, ApiError> {
    let words = Words { locale, labels, base: report.base };
    let code = |id| labels.commodities.get(&id).map(|found| found.code.clone()).unwrap_or_default();
    let columns = report.columns.iter().enumerate();
    let compared = report.compared.iter().enumerate();
    let mut unvalued = Vec::new();
    for part in &report.unvalued {
        let words = Words { base: part.commodity, ..words };
        unvalued.push(UnvaluedView {
            commodity: code(part.commodity),
            day: part.day.to_string(),
            rows: part.rows.iter().map(|row| words.row(row)).collect::<Result<_, _>>()?,
        });
    }
    Ok(ReportView {
        kind: kind_view(report.kind()),
        title: locale.kind(report.kind()).to_owned(),
        findings: report.findings().iter().map(|finding| locale.finding(finding, report, labels)).collect(),
        currency: code(report.base),
        columns: columns.map(|(at, period)| period_view(report.column_name(at, locale), *period)).collect(),
        compared: compared
            .map(|(at, period)| period_view(report.compared_name(at, locale), *period))
            .collect(),
        rows: report.rows.iter().map(|row| words.row(row)).collect::<Result<_, _>>()?,
        unvalued,
        series: words.series(report)?,
    })
}

fn kind_view(kind: Kind) -> ReportKind {
    match kind {
        Kind::IncomeStatement => ReportKind::IncomeStatement,
        Kind::BalanceSheet => ReportKind::BalanceSheet,
        Kind::NetWorth => ReportKind::NetWorth,
        Kind::CashFlow => ReportKind::CashFlow,
        Kind::SpendingByCategory => ReportKind::SpendingByCategory,
        Kind::SpendingByPayee => ReportKind::SpendingByPayee,
    }
}

fn period_view(label: String, period: Period) -> PeriodView {
    PeriodView { from: period.from().to_string(), to: period.to().to_string(), label }
}

/// Turns a report's subjects and figures into text.
#[derive(Clone, Copy)]
struct Words<'a> {
    locale: &'a Locale,
    labels: &'a Labels<'a>,
    base: CommodityId,
}

impl Words<'_> {
    fn text(&self, quantity: Quantity) -> String {
        self.labels.plain(quantity, self.base)
    }

    fn subject(&self, subject: Subject) -> Result<(Option<Id>, Option<Id>), ApiError> {
        Ok(match subject {
            Subject::Account(id) | Subject::Itself(id) => (Some(to_id(id.0)?), None),
            Subject::Payee(payee) => (None, Some(payee.map_or(Ok(0), |payee| to_id(payee.0))?)),
            Subject::Others(_) | Subject::Line(_) => (None, None),
        })
    }

    fn row(&self, row: &reports::Row) -> Result<ReportRow, ApiError> {
        let (account, payee) = self.subject(row.subject)?;
        let texts = |values: &[Quantity]| values.iter().map(|value| self.text(*value)).collect();
        Ok(ReportRow {
            label: self.locale.row(row, self.labels),
            account,
            own: matches!(row.subject, Subject::Itself(_)),
            payee,
            line: match row.subject {
                Subject::Line(line) => Some(line_word(line)),
                _ => None,
            },
            style: match row.style {
                RowStyle::Heading => "heading",
                RowStyle::Line => "line",
                RowStyle::Subtotal => "subtotal",
                RowStyle::Total => "total",
                RowStyle::Result => "result",
            }
            .to_owned(),
            depth: row.depth,
            has_children: row.has_children,
            values: texts(&row.values),
            whole: row.whole.map(|value| self.text(value)),
            shares: row.shares.iter().map(|share| share.map(|share| share.to_string())).collect(),
            whole_share: row.whole_share.map(|share| share.to_string()),
            compared: texts(&row.compared),
            compared_whole: row.compared_whole.map(|value| self.text(value)),
        })
    }

    fn series(&self, report: &Report) -> Result<SeriesView, ApiError> {
        let worth = report
            .worth_points()
            .into_iter()
            .map(|point| WorthView { date: point.day.to_string(), worth: self.text(point.worth) });
        let bars = report.bars().into_iter().map(|bar| BarView {
            period: period_view(self.locale.period(bar.period), bar.period),
            income: self.text(bar.income),
            expenses: self.text(bar.expenses),
            net: self.text(bar.net),
        });
        let flows = matches!(report.kind(), Kind::CashFlow | Kind::IncomeStatement);
        let flow = if flows {
            let sankey = report.sankey(STREAMS)?;
            let streams = |streams: &[Stream]| {
                streams.iter().map(|stream| self.stream(stream)).collect::<Result<_, _>>()
            };
            Some(FlowView {
                sources: streams(&sankey.sources)?,
                uses: streams(&sankey.uses)?,
                total: self.text(sankey.total),
            })
        } else {
            None
        };
        let tiles = report.treemap()?.iter().map(|tile| self.tile(tile)).collect::<Result<_, _>>()?;
        Ok(SeriesView { worth: worth.collect(), bars: bars.collect(), flow, tiles })
    }

    fn stream(&self, stream: &Stream) -> Result<StreamView, ApiError> {
        Ok(StreamView {
            label: self.locale.subject(stream.subject, self.labels),
            account: self.subject(stream.subject)?.0,
            saved: matches!(stream.subject, Subject::Line(reports::Line::Saved | reports::Line::FromSavings)),
            amount: self.text(stream.quantity),
        })
    }

    fn tile(&self, tile: &Tile) -> Result<TileView, ApiError> {
        let (account, payee) = self.subject(tile.subject)?;
        Ok(TileView {
            label: self.locale.subject(tile.subject, self.labels),
            account,
            payee,
            amount: self.text(tile.quantity),
            share: tile.share.to_string(),
            tiles: tile.tiles.iter().map(|tile| self.tile(tile)).collect::<Result<_, _>>()?,
        })
    }
}

fn line_word(line: reports::Line) -> String {
    let name = format!("{line:?}");
    let mut word = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.extend(letter.to_lowercase());
    }
    word
}
