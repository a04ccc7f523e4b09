//! The first screen: where the money is, where it went, and what wants a look.

use crate::accounts::{parse_day, to_id};
use crate::report::{
    FlowView, LocaleInput, ReportInput, ReportInterval, ReportKind, SeriesView, TileView, WorthView,
};
use crate::settings::LedgerSettings;
use crate::starter::Unsorted;
use crate::{ApiError, Books, Id, Money};
use ledger::{Amount, Day, Month};
use serde::{Deserialize, Serialize};
use specta::Type;

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
    /// Net worth at the end of the period.
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

/// Something that wants a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum LookView {
    /// Transactions that nobody has sorted.
    Unsorted {
        /// How many.
        count: u32,
    },
    /// Categories that were proposed and wait to be confirmed.
    Proposed {
        /// How many.
        count: u32,
    },
    /// A statement's balance is not ours.
    Statement {
        /// The account.
        account: Id,
        /// Its name.
        name: String,
        /// The statement's day.
        date: String,
        /// Stated less held.
        difference: Money,
    },
    /// A commodity without a rate.
    Rate {
        /// Its code.
        commodity: String,
        /// A rate on or before this day is needed.
        date: String,
    },
}

/// Statement differences that are listed.
const STATEMENTS: usize = 5;

impl Books {
    /// The first screen.
    ///
    /// # Errors
    /// As [`Books::report`].
    pub async fn overview(&self, input: &OverviewInput) -> Result<OverviewView, ApiError> {
        let (from, to) = (parse_day(&input.from)?, parse_day(&input.to)?);
        let extent = self.store.read().await?.extent().await?;
        let start = self.span_start(input.span, to, extent.map(|(first, _)| first));
        let report = |kind, from: Day, to: Day, interval| ReportInput {
            kind,
            from: from.to_string(),
            to: to.to_string(),
            interval,
            comparison: None,
            sunday: false,
            payees: None,
            locale: input.locale,
        };
        let long = Month::of(to).number() - Month::of(start).number() > 180;
        let step = if long { ReportInterval::Quarter } else { ReportInterval::Month };
        let worth = self.report(&report(ReportKind::NetWorth, start.min(from), to, step)).await?;
        let period = self.report(&report(ReportKind::NetWorth, from, to, ReportInterval::Whole)).await?;
        let flow = self.report(&report(ReportKind::CashFlow, from, to, ReportInterval::Whole)).await?;
        let spending =
            self.report(&report(ReportKind::SpendingByCategory, from, to, ReportInterval::Whole)).await?;
        let finding = |findings: &[String]| findings.first().cloned().unwrap_or_default();
        let last =
            |series: &SeriesView| series.worth.last().map(|point| point.worth.clone()).unwrap_or_default();
        let change = period.rows.iter().find(|row| row.line.as_deref() == Some("change"));
        let mut look = self.look().await?;
        look.extend(
            worth
                .unvalued
                .iter()
                .map(|part| LookView::Rate { commodity: part.commodity.clone(), date: part.day.clone() }),
        );
        Ok(OverviewView {
            currency: worth.currency.clone(),
            missing: worth.unvalued.iter().map(|part| part.commodity.clone()).collect(),
            worth: WorthCard {
                finding: finding(&worth.findings),
                now: last(&worth.series),
                change: change.and_then(|row| row.values.first().cloned()).unwrap_or_default(),
                points: worth.series.worth,
            },
            flow: FlowCard { finding: finding(&flow.findings), flow: flow.series.flow },
            spending: SpendingCard { finding: finding(&spending.findings), tiles: spending.series.tiles },
            look,
            empty: extent.is_none(),
        })
    }

    fn span_start(&self, span: Span, to: Day, first: Option<Day>) -> Day {
        let first = first.unwrap_or(to);
        let back = |months: i32| Month::of(to).offset(-months).first();
        match span {
            Span::Year => back(11).max(first.min(to)),
            Span::ThreeYears => back(35).max(first.min(to)),
            Span::All => first.min(to),
        }
    }

    async fn look(&self) -> Result<Vec<LookView>, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        LedgerSettings::read(&mut reader).await?;
        let unsorted = Unsorted::read(&mut reader, &names).await?;
        let mut look = Vec::new();
        let small = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        let balances = reader.balances(None).await?;
        let waiting = balances.iter().filter(|balance| unsorted.holds(balance.account));
        let waiting: i64 = waiting.map(|balance| balance.postings).sum();
        if waiting > 0 {
            look.push(LookView::Unsorted { count: small(waiting) });
        }
        let proposed = reader.proposed_count().await?;
        if proposed > 0 {
            look.push(LookView::Proposed { count: small(proposed) });
        }
        // Of each account, the newest statement says whether the books still agree with the bank.
        let mut seen = std::collections::HashSet::new();
        for statement in reader.statements(None).await?.into_iter().rev() {
            if !seen.insert((statement.account, statement.balance.commodity)) {
                continue;
            }
            let commodity = statement.balance.commodity;
            let held = reader.account_balance(statement.account, commodity, statement.day).await?;
            let difference = statement.balance.quantity.plus(held.negated())?;
            if !difference.is_zero() && look.len() < STATEMENTS {
                let name = names.accounts.get(statement.account).map(|account| account.name.clone());
                look.push(LookView::Statement {
                    account: to_id(statement.account.0)?,
                    name: name.unwrap_or_default(),
                    date: statement.day.to_string(),
                    difference: Money::of(Amount::new(difference, commodity), &names),
                });
            }
        }
        Ok(look)
    }
}
