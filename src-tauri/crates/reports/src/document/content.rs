//! What is set on a page, as values: every text ready, every figure written out.

use super::Letterhead;
use super::phrases::Phrases;
use super::table::{series_tables, tables};
use crate::text::Language;
use crate::{Kind, Report};
use serde_json::{Value, json};

/// What a report is set on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// Pages of 210 by 297 mm.
    A4,
    /// One page as high as it needs to be.
    Endless,
}

/// The most columns of figures on an upright page.
const MOST_UPRIGHT: usize = 5;

/// The values that `report.typ` sets.
pub(super) fn content(report: &Report, head: &Letterhead<'_>, paper: Paper) -> Value {
    let locale = head.locale;
    let phrases = Phrases::of(locale.language);
    let base = head.names.code(report.base);
    let finding = report.findings().first().map(|finding| locale.finding(finding, report, head.names));
    let tables =
        if report.kind() == Kind::NetWorth { series_tables(report, head) } else { tables(report, head) };
    let when = if report.kind().is_at_end() && report.columns.len() == 1 {
        format!("{} {}", phrases.at_end_of, locale.long_day(report.request.period.to()))
    } else {
        locale.period(report.request.period)
    };
    json!({
        "language": match locale.language { Language::English => "en", Language::Thai => "th" },
        "endless": paper == Paper::Endless,
        "landscape": tables.iter().any(|table| table.columns.len() > MOST_UPRIGHT),
        "ledger": head.ledger,
        "title": locale.kind(report.kind()),
        "subtitle": format!("{when} · {base}"),
        "made": format!("{} {}", phrases.made, locale.long_day(head.made)),
        "page": phrases.page,
        "finding": finding,
        "tables": tables.iter().map(super::table::Table::values).collect::<Vec<_>>(),
        "note": phrases.note(report.kind(), base),
    })
}
