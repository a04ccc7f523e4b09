//! Reports: what the books say of a period, as rows, series and sentences.

use crate::accounts::{parse_day, to_id};
use crate::settings::LedgerSettings;
use crate::{ApiError, Books, ErrorCode, Id, Language};
use ledger::{CommodityId, PayeeId, Quantity, Rates};
use reports::{
    Comparison, Interval, Kind, Locale, Movements, Names as Labels, Period, Report, Request, RowStyle,
    Stream, Subject, Tile,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{HashMap, HashSet};
use store::{Names, Reader};

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Income and expenses.
    IncomeStatement,
    /// What is owned and owed.
    BalanceSheet,
    /// Net worth over time.
    NetWorth,
    /// What came in, went out and was saved.
    CashFlow,
    /// Spending by category.
    SpendingByCategory,
    /// Spending by payee.
    SpendingByPayee,
}

/// How a period is cut into columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ReportInterval {
    /// One column.
    #[default]
    Whole,
    /// A column a day.
    Day,
    /// A column a week.
    Week,
    /// A column a month.
    Month,
    /// A column a quarter.
    Quarter,
    /// A column a year.
    Year,
}

/// What a report is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "with")]
pub enum ReportComparison {
    /// The period before, of the same length.
    Previous,
    /// The same period a year before.
    YearBefore,
    /// Any other period.
    Custom {
        /// Its first day.
        from: String,
        /// Its last day.
        to: String,
    },
}

/// A report to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReportInput {
    /// Which.
    pub kind: ReportKind,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// How the period is cut into columns.
    #[serde(default)]
    pub interval: ReportInterval,
    /// What it is compared with.
    #[serde(default)]
    pub comparison: Option<ReportComparison>,
    /// `true` where weeks start on Sunday.
    #[serde(default)]
    pub sunday: bool,
    /// How many payees are named.
    #[serde(default)]
    pub payees: Option<u32>,
    /// In whose words it speaks.
    #[serde(default)]
    pub locale: LocaleInput,
}

/// In whose words a report speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct LocaleInput {
    /// The language.
    pub language: Language,
    /// `true` for years of the Buddhist era.
    pub buddhist: bool,
}

impl LocaleInput {
    pub(crate) fn locale(self) -> Locale {
        let locale = match self.language {
            Language::English => Locale::ENGLISH,
            Language::Thai => Locale::THAI,
        };
        let calendar = if self.buddhist { reports::Calendar::Buddhist } else { reports::Calendar::Gregorian };
        Locale { calendar, ..locale }
    }
}

/// A span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PeriodView {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The same in words.
    pub label: String,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReportView {
    /// Which.
    pub kind: ReportKind,
    /// Its name.
    pub title: String,
    /// What it shows, in sentences, the most important first.
    pub findings: Vec<String>,
    /// Code of the currency of its figures.
    pub currency: String,
    /// Its columns.
    pub columns: Vec<PeriodView>,
    /// What the columns are compared with.
    pub compared: Vec<PeriodView>,
    /// Its rows.
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
    /// One figure for each column, as decimal text.
    pub values: Vec<String>,
    /// The figure over all columns.
    pub whole: Option<String>,
    /// Percent for each column, as decimal text.
    pub shares: Vec<Option<String>>,
    /// Percent over all columns.
    pub whole_share: Option<String>,
    /// One figure for each column compared with.
    pub compared: Vec<String>,
    /// The figure over all of those.
    pub compared_whole: Option<String>,
}

/// What has no rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UnvaluedView {
    /// Code of the commodity.
    pub commodity: String,
    /// A rate on or before this day would be enough.
    pub day: String,
    /// The same rows in that commodity.
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
    /// The day.
    pub date: String,
    /// Assets less liabilities.
    pub worth: String,
}

/// A column's income and expenses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BarView {
    /// The column.
    pub period: PeriodView,
    /// What came in.
    pub income: String,
    /// What went out.
    pub expenses: String,
    /// What was left.
    pub net: String,
}

/// A flow of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FlowView {
    /// Where it came from.
    pub sources: Vec<StreamView>,
    /// What it went to.
    pub uses: Vec<StreamView>,
    /// Everything through the middle.
    pub total: String,
}

/// A branch of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct StreamView {
    /// What it is, in words.
    pub label: String,
    /// The category.
    pub account: Option<Id>,
    /// `true` for what was saved, or drawn from savings.
    pub saved: bool,
    /// How much.
    pub amount: String,
}

/// An area of spending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TileView {
    /// What it is, in words.
    pub label: String,
    /// The category.
    pub account: Option<Id>,
    /// The payee; 0 for nobody named.
    pub payee: Option<Id>,
    /// How much.
    pub amount: String,
    /// Percent of all.
    pub share: String,
    /// The areas within.
    pub tiles: Vec<TileView>,
}

/// The branches of a flow of money that are named on each side.
const STREAMS: usize = 8;
/// The payees that are named.
const PAYEES: u32 = 20;

/// A report with what its words need.
pub(crate) struct Made {
    pub report: Report,
    pub names: Names,
    pub payees: HashMap<PayeeId, String>,
}

impl Books {
    /// Makes a report.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for a period that ends before it begins, or has too many columns.
    pub async fn report(&self, input: &ReportInput) -> Result<ReportView, ApiError> {
        let made = self.report_made(input).await?;
        made.view(input)
    }

    pub(crate) async fn report_made(&self, input: &ReportInput) -> Result<Made, ApiError> {
        let mut reader = self.store.read().await?;
        make(&mut reader, &request(input)?).await
    }
}

/// Makes a report from what its plan says to read.
pub(crate) async fn make(reader: &mut Reader, request: &Request) -> Result<Made, ApiError> {
    let settings = LedgerSettings::read(reader).await?;
    let names = reader.names().await?;
    let base = names.commodities.values().find(|known| known.code == settings.currency);
    let base = base.ok_or_else(|| ApiError::missing(format!("commodity “{}”", settings.currency)))?.id;
    let plan = request.plan().map_err(|error| report_error(&error))?;
    let movements = if plan.is_by_payee() {
        let mut lists = Vec::new();
        for read in plan.reads() {
            lists.push(reader.payee_flows(read.from(), read.to()).await?);
        }
        Movements::Payees(lists)
    } else {
        let mut lists = Vec::new();
        for read in plan.reads() {
            lists.push(reader.flows(read.from(), read.to()).await?);
        }
        Movements::Accounts(lists)
    };
    let days = plan.rate_days(&movements).map_err(|error| report_error(&error))?;
    // Where everything is in one currency, no rate is ever asked for.
    let foreign = foreign(&movements, base);
    let rates =
        if foreign.is_empty() { Rates::default() } else { Rates::new(reader.prices_at(&days).await?) };
    let books =
        reports::Books { accounts: &names.accounts, commodities: &names.commodities, rates: &rates, base };
    let report = plan.report(&books, &movements).map_err(|error| report_error(&error))?;
    let named = report.rows.iter().chain(report.unvalued.iter().flat_map(|one| &one.rows));
    let named: HashSet<PayeeId> = named
        .filter_map(|row| match row.subject {
            Subject::Payee(payee) => payee,
            _ => None,
        })
        .collect();
    let payees = if named.is_empty() { HashMap::new() } else { reader.payee_names(named).await? };
    Ok(Made { report, names, payees })
}

fn foreign(movements: &Movements, base: CommodityId) -> HashSet<CommodityId> {
    let all: HashSet<CommodityId> = match movements {
        Movements::Accounts(lists) => lists.iter().flatten().map(|flow| flow.commodity).collect(),
        Movements::Payees(lists) => lists.iter().flatten().map(|flow| flow.commodity).collect(),
    };
    all.into_iter().filter(|commodity| *commodity != base).collect()
}

/// The request that an input stands for.
pub(crate) fn request(input: &ReportInput) -> Result<Request, ApiError> {
    let kind = match input.kind {
        ReportKind::IncomeStatement => Kind::IncomeStatement,
        ReportKind::BalanceSheet => Kind::BalanceSheet,
        ReportKind::NetWorth => Kind::NetWorth,
        ReportKind::CashFlow => Kind::CashFlow,
        ReportKind::SpendingByCategory => Kind::SpendingByCategory,
        ReportKind::SpendingByPayee => Kind::SpendingByPayee,
    };
    let interval = match input.interval {
        ReportInterval::Whole => Interval::Whole,
        ReportInterval::Day => Interval::Day,
        ReportInterval::Week => Interval::Week,
        ReportInterval::Month => Interval::Month,
        ReportInterval::Quarter => Interval::Quarter,
        ReportInterval::Year => Interval::Year,
    };
    let comparison = match &input.comparison {
        None => None,
        Some(ReportComparison::Previous) => Some(Comparison::Previous),
        Some(ReportComparison::YearBefore) => Some(Comparison::YearBefore),
        Some(ReportComparison::Custom { from, to }) => Some(Comparison::Custom(period(from, to)?)),
    };
    Ok(Request {
        interval,
        comparison,
        week_start: if input.sunday { chrono::Weekday::Sun } else { chrono::Weekday::Mon },
        most_payees: input.payees.unwrap_or(PAYEES) as usize,
        ..Request::new(kind, period(&input.from, &input.to)?)
    })
}

fn period(from: &str, to: &str) -> Result<Period, ApiError> {
    Period::new(parse_day(from)?, parse_day(to)?).map_err(|error| ApiError::invalid(error.to_string()))
}

pub(crate) fn report_error(error: &reports::ReportError) -> ApiError {
    let code = if matches!(error, reports::ReportError::Quantity(_)) {
        ErrorCode::Amount
    } else {
        ErrorCode::Invalid
    };
    ApiError::new(code, error.to_string())
}

impl Made {
    pub fn labels(&self) -> Labels<'_> {
        Labels { accounts: &self.names.accounts, payees: &self.payees, commodities: &self.names.commodities }
    }

    fn view(&self, input: &ReportInput) -> Result<ReportView, ApiError> {
        let (locale, labels) = (input.locale.locale(), self.labels());
        let report = &self.report;
        let words = Words { made: self, locale: &locale, labels: &labels, base: report.base };
        let code = |id| self.names.commodities.get(&id).map(|found| found.code.clone()).unwrap_or_default();
        let name = |label: String, period: &Period| period_view(label, *period);
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
            kind: input.kind,
            title: locale.kind(report.kind()).to_owned(),
            findings: report
                .findings()
                .iter()
                .map(|finding| locale.finding(finding, report, &labels))
                .collect(),
            currency: code(report.base),
            columns: columns.map(|(at, period)| name(report.column_name(at, &locale), period)).collect(),
            compared: compared.map(|(at, period)| name(report.compared_name(at, &locale), period)).collect(),
            rows: report.rows.iter().map(|row| words.row(row)).collect::<Result<_, _>>()?,
            unvalued,
            series: words.series(report)?,
        })
    }
}

fn period_view(label: String, period: Period) -> PeriodView {
    PeriodView { from: period.from().to_string(), to: period.to().to_string(), label }
}

/// Turns a report's subjects and figures into text.
#[derive(Clone, Copy)]
struct Words<'a> {
    made: &'a Made,
    locale: &'a Locale,
    labels: &'a Labels<'a>,
    base: CommodityId,
}

impl Words<'_> {
    fn text(&self, quantity: Quantity) -> String {
        quantity.to_decimal(self.made.names.scale(self.base)).to_string()
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
            saved: stream.subject == Subject::Line(reports::Line::Saved),
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
