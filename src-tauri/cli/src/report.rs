//! `coffer report`.

use crate::arguments::{By, Compare, Language, ReportKind as Kind};
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use api::{
    Books, LocaleInput, ReportComparison, ReportInput, ReportInterval, ReportKind, ReportRow, ReportView,
};

/// The report that the arguments ask for.
pub fn input(
    kind: Kind,
    from: Option<String>,
    to: Option<String>,
    by: By,
    compare: Option<Compare>,
    language: Language,
) -> Result<ReportInput, Failure> {
    let to = to.unwrap_or_else(api::today);
    let year = to.split('-').next().unwrap_or_default();
    let from = from.unwrap_or_else(|| format!("{year}-01-01"));
    Ok(ReportInput {
        kind: match kind {
            Kind::Income => ReportKind::IncomeStatement,
            Kind::Balance => ReportKind::BalanceSheet,
            Kind::Networth => ReportKind::NetWorth,
            Kind::Cashflow => ReportKind::CashFlow,
            Kind::Category => ReportKind::SpendingByCategory,
            Kind::Payee => ReportKind::SpendingByPayee,
        },
        from,
        to,
        interval: match by {
            By::Whole => ReportInterval::Whole,
            By::Day => ReportInterval::Day,
            By::Week => ReportInterval::Week,
            By::Month => ReportInterval::Month,
            By::Quarter => ReportInterval::Quarter,
            By::Year => ReportInterval::Year,
        },
        comparison: compare.map(|compare| match compare {
            Compare::Previous => ReportComparison::Previous,
            Compare::Year => ReportComparison::YearBefore,
        }),
        sunday: false,
        payees: None,
        currency: None,
        depth: None,
        hide_zero: false,
        locale: LocaleInput {
            language: language.into(),
            buddhist: language == Language::Thai,
            ..LocaleInput::default()
        },
    })
}

/// Makes the report and writes it as JSON, as a table for spreadsheets, or for people.
pub async fn run(books: &Books, input: &ReportInput, csv: bool, as_json: bool) -> Result<(), Failure> {
    if csv {
        books.report_sheet(input, std::io::stdout()).await?;
        return Ok(());
    }
    let report = books.report(input).await?;
    if as_json { json(&report) } else { print(&report) }
}

fn print(report: &ReportView) -> Result<(), Failure> {
    line(&format!("{} ({})", report.title, report.currency))?;
    for finding in &report.findings {
        line(finding)?;
    }
    line("")?;
    let mut sides = vec![Side::Left];
    let mut header = vec![String::new()];
    for column in report.columns.iter().chain(&report.compared) {
        header.push(column.label.clone());
        sides.push(Side::Right);
    }
    let mut rows = vec![header];
    rows.extend(report.rows.iter().map(cells));
    table(&sides, &rows)?;
    for part in &report.unvalued {
        line("")?;
        line(&format!(
            "without a rate, in {}: set one with `coffer price` for {} or earlier",
            part.commodity, part.day
        ))?;
        table(&sides, &part.rows.iter().map(cells).collect::<Vec<_>>())?;
    }
    Ok(())
}

fn cells(row: &ReportRow) -> Vec<String> {
    let label = format!("{}{}", "  ".repeat(row.depth.into()), row.label);
    [label].into_iter().chain(row.values.iter().chain(&row.compared).cloned()).collect()
}
