//! The first screen: where the money is, where it went, and what wants a look.

use crate::accounts::{parse_day, to_id};
use crate::look::{LookView, look};
use crate::report::LocaleInput;
use crate::report_source::{ReportSource, labels};
use crate::report_view::{FlowView, ReportView, TileView, WorthView, report_view};
use crate::{ApiError, Books, Id, Money};
use ledger::{AccountId, Amount, Day, Month, Quantity};
use reports::{Holding, Interval, Kind, Locale, Names as Labels, Period, Report, Request};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;
use std::sync::Arc;
use store::{Names, Reader};

/// How far back the first screen looks at net worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// A year.
    Year,
    /// Three years.
    ThreeYears,
    /// From the first transaction on.
    All,
}

/// What the first screen asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OverviewInput {
    /// The first day of the period looked at.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// How far back to look at net worth.
    pub span: Span,
    /// In whose words.
    pub locale: LocaleInput,
}

/// What the figures are of: the days asked for, in the books as they were, on a day.
#[derive(Debug, PartialEq, Eq)]
struct Question {
    from: Day,
    to: Day,
    span: Span,
    version: i64,
    today: Day,
}

/// The figures of the first screen, in nobody's words yet.
pub(crate) struct Figures {
    question: Question,
    names: Names,
    worth: Report,
    holdings: Vec<Holding>,
    change: Report,
    flow: Report,
    spending: Report,
    look: Vec<LookView>,
    /// The last day of the period of which there is anything to tell.
    to: Day,
    empty: bool,
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OverviewView {
    /// Code of the currency of its figures.
    pub currency: String,
    /// What net worth did.
    pub worth: WorthCard,
    /// What came in, went out and was saved.
    pub flow: FlowCard,
    /// What was spent on what.
    pub spending: SpendingCard,
    /// Where the money is.
    pub accounts: AccountsCard,
    /// What wants a look.
    pub look: Vec<LookView>,
    /// Commodities without a rate, which the totals leave out.
    pub missing: Vec<String>,
    /// `true` while there is not a single transaction.
    pub empty: bool,
}

/// What net worth did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct WorthCard {
    /// In a sentence.
    pub finding: String,
    /// The day that it is told for: the last of the period, or of what has happened of it so far.
    pub day: String,
    /// Net worth at the end of that day.
    pub now: String,
    /// How much it changed in the period.
    pub change: String,
    /// Over time.
    pub points: Vec<WorthView>,
}

/// What came in, went out and was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FlowCard {
    /// In a sentence.
    pub finding: String,
    /// As a flow.
    pub flow: Option<FlowView>,
}

/// What was spent on what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SpendingCard {
    /// In a sentence.
    pub finding: String,
    /// As areas.
    pub tiles: Vec<TileView>,
}

/// Where the money is, and how that came to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AccountsCard {
    /// The days that points are told for.
    pub days: Vec<String>,
    /// Assets and liabilities with anything in them, and those still in use; in the order of the tree.
    pub accounts: Vec<AccountWorth>,
}

/// What an account holds and is worth, without the accounts below it. What is owed is negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AccountWorth {
    /// The account.
    pub account: Id,
    /// Its name.
    pub name: String,
    /// Its full name.
    pub path: String,
    /// What it is for: `checking`.
    pub kind: String,
    /// What it holds, one amount for each commodity.
    pub balances: Vec<Money>,
    /// What that is worth in the currency of the screen, as far as there are rates.
    pub worth: String,
    /// The same on each of the days.
    pub points: Vec<String>,
}

/// Months of net worth above which a point is a quarter.
const MANY_MONTHS: i32 = 180;

impl Books {
    /// The first screen.
    ///
    /// # Errors
    /// As [`Books::report`].
    pub async fn overview(&self, input: &OverviewInput) -> Result<OverviewView, ApiError> {
        let days = (parse_day(&input.from)?, parse_day(&input.to)?);
        let figures = self.figures(days, input.span).await?;
        figures.worded(&input.locale.locale())
    }

    /// Works out what a window asks first: the month of today, and a year of net worth.
    pub(crate) async fn overview_ahead(&self) -> Result<(), ApiError> {
        let month = Month::of(self.today());
        self.figures((month.first(), month.last()), Span::Year).await.map(drop)
    }

    async fn figures(&self, (from, to): (Day, Day), span: Span) -> Result<Arc<Figures>, ApiError> {
        // One at a time, so that what is being worked out ahead is waited for and not worked out twice.
        let mut seen = self.seen.lock().await;
        let mut reader = self.store.read().await?;
        let question = Question { from, to, span, version: reader.version().await?, today: self.today() };
        if let Some(figures) = &*seen
            && figures.question == question
        {
            return Ok(Arc::clone(figures));
        }
        let figures = Arc::new(Figures::read(&mut reader, question).await?);
        *seen = Some(Arc::clone(&figures));
        Ok(figures)
    }
}

impl Figures {
    async fn read(reader: &mut Reader, question: Question) -> Result<Self, ApiError> {
        let extent = reader.extent().await?;
        let known = extent.map_or(question.today, |(_, last)| last.max(question.today));
        let to = so_far(question.from, question.to, known);
        let period = period(question.from, to)?;
        let start = span_start(question.span, to, extent.map(|(first, _)| first));
        let many = Month::of(to).number() - Month::of(start).number() > MANY_MONTHS;
        let interval = if many { Interval::Quarter } else { Interval::Month };

        let mut source = ReportSource::open(reader, None).await?;
        // First, since what it reads covers what the others need.
        let flow = source.report(&Request::new(Kind::CashFlow, period)).await?;
        let long = Request { interval, ..Request::new(Kind::NetWorth, self::period(start, to)?) };
        let (worth, holdings) = source.report_and_holdings(&long).await?;
        let change = source.report(&Request::new(Kind::NetWorth, period)).await?;
        let spending = source.report(&Request::new(Kind::SpendingByCategory, period)).await?;
        let names = source.names;
        let look = look(reader).await?;
        Ok(Self {
            question,
            names,
            worth,
            holdings,
            change,
            flow,
            spending,
            look,
            to,
            empty: extent.is_none(),
        })
    }

    fn worded(&self, locale: &Locale) -> Result<OverviewView, ApiError> {
        let payees = HashMap::new();
        let labels = labels(&self.names, &payees);
        let view = |report: &Report| report_view(report, locale, &labels);
        let views = [view(&self.worth)?, view(&self.change)?, view(&self.flow)?, view(&self.spending)?];
        let accounts = accounts_card(&self.worth, &self.holdings, &self.names, &labels)?;
        let missing = missing(&views);
        let [worth, change, flow, spending] = views;
        let mut look = self.look.clone();
        look.extend(
            missing
                .iter()
                .map(|(commodity, date)| LookView::Rate { commodity: commodity.clone(), date: date.clone() }),
        );
        Ok(OverviewView {
            currency: worth.currency.clone(),
            missing: missing.into_iter().map(|(commodity, _)| commodity).collect(),
            worth: worth_card(worth, &change, self.to),
            spending: SpendingCard { finding: finding(&spending), tiles: spending.series.tiles },
            flow: FlowCard { finding: finding(&flow), flow: flow.series.flow },
            accounts,
            look,
            empty: self.empty,
        })
    }
}

/// The last day of a period of which there is anything to tell: not one to come, but where something is entered for it.
fn so_far(from: Day, to: Day, known: Day) -> Day {
    to.min(known.max(from))
}

fn period(from: Day, to: Day) -> Result<Period, ApiError> {
    Period::new(from, to).map_err(|error| ApiError::invalid(error.to_string()))
}

/// Where net worth begins to be told: not before the end of the first month of the books, since what came before that is
/// not nothing but unknown.
fn span_start(span: Span, to: Day, first: Option<Day>) -> Day {
    let first = first.unwrap_or(to).min(to);
    let told = Month::of(first).offset(1).first();
    let told = if told <= to { told } else { first };
    let back = |months: i32| Month::of(to).offset(-months).first();
    match span {
        Span::Year => back(11).max(told),
        Span::ThreeYears => back(35).max(told),
        Span::All => told,
    }
}

fn finding(report: &ReportView) -> String {
    report.findings.first().cloned().unwrap_or_default()
}

fn worth_card(worth: ReportView, change: &ReportView, day: Day) -> WorthCard {
    let changed = change.rows.iter().find(|row| row.line.as_deref() == Some("change"));
    let now = worth.series.worth.last().map(|point| point.worth.clone());
    WorthCard {
        finding: finding(&worth),
        day: day.to_string(),
        now: now.unwrap_or_default(),
        change: changed.and_then(|row| row.values.first().cloned()).unwrap_or_default(),
        points: worth.series.worth,
    }
}

/// Each commodity that lacks a rate, with the earliest day on which one was looked for.
fn missing(views: &[ReportView]) -> Vec<(String, String)> {
    let mut missing: Vec<(String, String)> = Vec::new();
    for part in views.iter().flat_map(|view| &view.unvalued) {
        match missing.iter_mut().find(|(commodity, _)| *commodity == part.commodity) {
            Some((_, day)) => *day = day.clone().min(part.day.clone()),
            None => missing.push((part.commodity.clone(), part.day.clone())),
        }
    }
    missing
}

fn accounts_card(
    report: &Report,
    holdings: &[Holding],
    names: &Names,
    labels: &Labels<'_>,
) -> Result<AccountsCard, ApiError> {
    let mut held: HashMap<AccountId, Vec<&Holding>> = HashMap::new();
    for holding in holdings {
        held.entry(holding.account).or_default().push(holding);
    }
    let mut accounts = Vec::new();
    for account in names.accounts.walk() {
        let Some(holdings) = held.get(&account.id) else { continue };
        let last = |holding: &&Holding| holding.held.last().copied().unwrap_or_default();
        let balances: Vec<Money> = holdings
            .iter()
            .filter(|holding| !last(holding).is_zero())
            .map(|holding| Money::of(Amount::new(last(holding), holding.commodity), names))
            .collect();
        if balances.is_empty() && account.closed {
            continue;
        }
        let mut points = Vec::with_capacity(report.columns.len());
        for column in 0..report.columns.len() {
            let values = holdings.iter().filter_map(|holding| holding.values.get(column).copied().flatten());
            let sum = Quantity::sum(values)?;
            points.push(labels.plain(sum, report.base));
        }
        accounts.push(AccountWorth {
            account: to_id(account.id.0)?,
            name: account.name.clone(),
            path: names.accounts.path(account.id),
            kind: account.kind.code().to_owned(),
            balances,
            worth: points.last().cloned().unwrap_or_default(),
            points,
        });
    }
    let days = report.columns.iter().map(|column| column.to().to_string()).collect();
    Ok(AccountsCard { days, accounts })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_told_up_to_today_or_to_what_is_entered_for_it() {
        for (to, known, expected) in [
            ("2026-11-30", "2026-11-22", "2026-11-22"),
            ("2026-11-30", "2026-12-24", "2026-11-30"),
            ("2026-11-30", "2026-10-05", "2026-11-01"),
        ] {
            assert_eq!(so_far(day("2026-11-01"), day(to), day(known)), day(expected));
        }
    }

    #[test]
    fn net_worth_is_told_from_the_end_of_the_first_month_on() {
        for (span, first, expected) in [
            (Span::Year, Some("2020-05-05"), "2025-12-01"),
            (Span::ThreeYears, Some("2020-05-05"), "2023-12-01"),
            (Span::All, Some("2020-05-05"), "2020-06-01"),
            (Span::Year, Some("2026-03-05"), "2026-04-01"),
            (Span::Year, Some("2026-11-05"), "2026-11-05"),
            (Span::All, Some("2027-01-05"), "2026-11-22"),
            (Span::All, None, "2026-11-22"),
        ] {
            assert_eq!(
                span_start(span, day("2026-11-22"), first.map(day)),
                day(expected),
                "{span:?} {first:?}"
            );
        }
    }
}
