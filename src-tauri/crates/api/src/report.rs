//! Reports: what the books say of a period, as rows, series and sentences.

use crate::accounts::parse_day;
use crate::report_source::{Made, ReportSource};
use crate::report_view::{ReportView, report_view};
use crate::{ApiError, Books, ErrorCode, Language};
use ledger::{Day, QuantityError};
use reports::{Comparison, Interval, Kind, Locale, Period, ReportError, Request};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Names;

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
    /// Code of the currency of its figures; the ledger's own where it is left out.
    #[serde(default)]
    pub currency: Option<String>,
    /// How many levels of categories or accounts have rows of their own; `None` for all.
    #[serde(default)]
    pub depth: Option<u8>,
    /// `true` to leave out rows in which every figure is zero.
    #[serde(default)]
    pub hide_zero: bool,
    /// In whose words it speaks.
    #[serde(default)]
    pub locale: LocaleInput,
}

/// In whose words a report speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LocaleInput {
    /// The language.
    pub language: Language,
    /// `true` for years of the Buddhist era.
    pub buddhist: bool,
    /// What stands between whole units and decimals.
    #[serde(default = "LocaleInput::point")]
    pub decimal_mark: char,
    /// What stands between groups of three digits.
    #[serde(default = "LocaleInput::comma")]
    pub group_mark: char,
}

impl Default for LocaleInput {
    fn default() -> Self {
        Self {
            language: Language::default(),
            buddhist: false,
            decimal_mark: Self::point(),
            group_mark: Self::comma(),
        }
    }
}

impl LocaleInput {
    fn point() -> char {
        '.'
    }

    fn comma() -> char {
        ','
    }

    pub(crate) fn locale(self) -> Locale {
        Locale {
            language: match self.language {
                Language::English => reports::Language::English,
                Language::Thai => reports::Language::Thai,
            },
            calendar: match self.buddhist {
                true => reports::Calendar::Buddhist,
                false => reports::Calendar::Gregorian,
            },
            decimal_mark: self.decimal_mark,
            group_mark: self.group_mark,
        }
    }
}

/// The payees that are named.
const PAYEES: u32 = 20;

impl Books {
    /// Makes a report.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for a period that ends before it begins, or has too many columns;
    /// [`ErrorCode::Missing`] for an unknown currency.
    pub async fn report(&self, input: &ReportInput) -> Result<ReportView, ApiError> {
        let made = self.report_made(input).await?;
        report_view(&made.report, &input.locale.locale(), &made.labels())
    }

    pub(crate) async fn report_made(&self, input: &ReportInput) -> Result<Made, ApiError> {
        let request = request(input)?;
        let mut reader = self.store.read().await?;
        let mut source = ReportSource::open(&mut reader, input.currency.as_deref()).await?;
        let report = source.report(&request).await?;
        source.into_made(report.folded(input.depth, input.hide_zero)).await
    }
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

pub(crate) fn report_error(error: &ReportError, names: &Names) -> ApiError {
    match error {
        ReportError::Value { commodity, day, source } => {
            let code = names.commodities.get(commodity).map(|known| known.code.as_str()).unwrap_or_default();
            unvalued(code, *day, source)
        }
        ReportError::Quantity(_) => ApiError::new(ErrorCode::Amount, error.to_string()),
        other => ApiError::invalid(other.to_string()),
    }
}

/// What a price makes too large to show, with the price that is to be corrected.
pub(crate) fn unvalued(commodity: &str, day: Day, why: &QuantityError) -> ApiError {
    let message = format!(
        "what is in {commodity} cannot be valued at its price of {day} or the last before: {why}; correct that price"
    );
    ApiError::new(ErrorCode::Amount, message).with("commodity", commodity).with("day", day)
}
