//! The tables of a document.

use super::Letterhead;
use super::phrases::Phrases;
use crate::report::{Row, RowStyle, Subject};
use crate::{Interval, Line, Report};
use ledger::{CommodityId, Quantity};
use serde_json::{Value, json};

/// Names down the side, headings along the top, figures between.
pub(super) struct Table {
    /// What it is about, where that is not the document's own title.
    caption: Option<String>,
    /// The commodity of its figures.
    corner: String,
    pub(super) columns: Vec<Column>,
    entries: Vec<Entry>,
}

/// A column of figures.
pub(super) struct Column {
    heading: String,
    /// `true` for what stands beside the report's own figures.
    muted: bool,
}

/// A row.
struct Entry {
    name: String,
    style: RowStyle,
    depth: u8,
    figures: Vec<String>,
}

impl Column {
    fn new(heading: impl Into<String>, muted: bool) -> Self {
        Self { heading: heading.into(), muted }
    }

    /// A column named for a time, which may be broken after a dash and before its year.
    fn of_time(name: &str, muted: bool) -> Self {
        let spans = name.contains('–');
        let mut heading = name.replace(' ', "\u{a0}").replace("–\u{a0}", "– ");
        if let Some(last) = heading.rfind('\u{a0}').filter(|_| spans) {
            heading.replace_range(last..last + '\u{a0}'.len_utf8(), " ");
        }
        Self { heading, muted }
    }
}

impl Table {
    pub(super) fn values(&self) -> Value {
        let style = |style| match style {
            RowStyle::Heading => "heading",
            RowStyle::Line => "line",
            RowStyle::Subtotal => "subtotal",
            RowStyle::Total => "total",
            RowStyle::Result => "result",
        };
        let rows = self.entries.iter().map(|entry| {
            json!({
                "name": entry.name,
                "style": style(entry.style),
                "depth": entry.depth,
                "figures": entry.figures,
            })
        });
        // Digits are equally wide, so that the longest figure is the widest.
        let widest = |at: usize| {
            let figures = self.entries.iter().filter_map(|entry| entry.figures.get(at));
            figures.max_by_key(|figure| figure.chars().count()).cloned().unwrap_or_default()
        };
        json!({
            "caption": self.caption,
            "corner": self.corner,
            "headings": self.columns.iter().map(|column| column.heading.as_str()).collect::<Vec<_>>(),
            "muted": self.columns.iter().map(|column| column.muted).collect::<Vec<_>>(),
            "widest": (0..self.columns.len()).map(widest).collect::<Vec<_>>(),
            "rows": rows.collect::<Vec<_>>(),
        })
    }
}

/// A figure in a table; nothing is a dash.
fn written(figure: Quantity, commodity: CommodityId, head: &Letterhead<'_>) -> String {
    if figure.is_zero() {
        return "–".to_owned();
    }
    head.locale.quantity(figure, head.names.scale(commodity))
}

/// The tables of a report: one in the base, and one for each commodity without a rate.
fn each_sheet(
    report: &Report,
    head: &Letterhead<'_>,
    table: impl Fn(Option<String>, CommodityId, &[Row]) -> Table,
) -> Vec<Table> {
    let phrases = Phrases::of(head.locale.language);
    let unvalued = report.unvalued.iter().map(|unvalued| {
        let caption = phrases.unvalued(head.names.code(unvalued.commodity));
        table(Some(caption), unvalued.commodity, &unvalued.rows)
    });
    std::iter::once(table(None, report.base, &report.rows)).chain(unvalued).collect()
}

/// Tables of a report's rows: its columns, then their sum, shares, and what they are compared with.
pub(super) fn tables(report: &Report, head: &Letterhead<'_>) -> Vec<Table> {
    let beside = Beside::of(report);
    each_sheet(report, head, |caption, commodity, rows| {
        let entries = rows.iter().map(|row| Entry {
            name: head.locale.row(row, head.names),
            style: row.style,
            depth: row.depth.saturating_sub(1),
            figures: beside.figures(row, commodity, head),
        });
        Table {
            caption,
            corner: head.names.code(commodity).to_owned(),
            columns: beside.columns(report, head),
            entries: entries.collect(),
        }
    })
}

/// Beside more columns than these, shares would take the room that figures need.
const MOST_SHARED: usize = 6;

/// What stands beside the figures of each column.
struct Beside {
    /// Their sum.
    total: bool,
    /// Shares.
    share: bool,
    /// What they are compared with: all of it, or the last column of it.
    compared: Option<Compared>,
}

#[derive(Clone, Copy)]
enum Compared {
    Whole,
    Column(usize),
}

impl Beside {
    fn of(report: &Report) -> Self {
        let moves = !report.kind().is_at_end();
        let compared = report.compared.len().checked_sub(1);
        Self {
            total: moves && report.columns.len() > 1,
            share: report.columns.len() <= MOST_SHARED
                && report.rows.iter().any(|row| row.whole_share.is_some()),
            compared: compared.map(|last| if moves { Compared::Whole } else { Compared::Column(last) }),
        }
    }

    fn columns(&self, report: &Report, head: &Letterhead<'_>) -> Vec<Column> {
        let phrases = Phrases::of(head.locale.language);
        let own = (0..report.columns.len()).map(|at| report.column_name(at, head.locale));
        let mut columns: Vec<Column> = own.map(|name| Column::of_time(&name, false)).collect();
        columns.extend(self.total.then(|| Column::new(phrases.total, false)));
        columns.extend(self.share.then(|| Column::new(phrases.share, true)));
        let other = report.request.comparison.map(|comparison| comparison.period(report.request.period));
        let heading = self.compared.zip(other).map(|(compared, other)| match compared {
            Compared::Whole if self.total => head.locale.column(other, Interval::Whole),
            Compared::Whole => report.compared_name(0, head.locale),
            Compared::Column(last) => report.compared_name(last, head.locale),
        });
        if let Some(heading) = heading {
            columns.extend([Column::of_time(&heading, true), Column::new(phrases.change, true)]);
        }
        columns
    }

    fn figures(&self, row: &Row, commodity: CommodityId, head: &Letterhead<'_>) -> Vec<String> {
        let write = |figure: Option<Quantity>| {
            figure.map(|figure| written(figure, commodity, head)).unwrap_or_default()
        };
        if row.style == RowStyle::Heading {
            return Vec::new();
        }
        let mut figures: Vec<String> = row.values.iter().map(|figure| write(Some(*figure))).collect();
        figures.extend(self.total.then(|| write(row.whole)));
        let share = row.whole_share.filter(|_| row.whole.is_some_and(|whole| !whole.is_zero()));
        let share = share.map(|share| head.locale.fixed_percent(share));
        figures.extend(self.share.then(|| share.unwrap_or_default()));
        let pair = self.compared.map(|compared| match compared {
            Compared::Whole => (row.whole, row.compared_whole),
            Compared::Column(last) => (row.values.last().copied(), row.compared.get(last).copied()),
        });
        if let Some((now, then)) = pair {
            let change = now.zip(then).and_then(|(now, then)| now.plus(then.negated()).ok());
            figures.extend([write(then), write(change)]);
        }
        figures
    }
}

/// Net worth as tables with a row for each column of the report, so that years of months fit.
pub(super) fn series_tables(report: &Report, head: &Letterhead<'_>) -> Vec<Table> {
    const LINES: [Line; 4] = [Line::Assets, Line::Liabilities, Line::NetWorth, Line::Change];
    let phrases = Phrases::of(head.locale.language);
    each_sheet(report, head, |caption, commodity, rows| {
        let find = |line| rows.iter().find(|row| row.subject == Subject::Line(line));
        let lines: Vec<&Row> = LINES.into_iter().filter_map(find).collect();
        let compared = find(Line::NetWorth).map(|worth| worth.compared.as_slice()).unwrap_or_default();
        let names = LINES.into_iter().map(|line| head.locale.words().line(line, false));
        let mut columns: Vec<Column> = names.map(|name| Column::new(name, false)).collect();
        columns.extend((!compared.is_empty()).then(|| Column::new(phrases.compared, true)));
        let write = |figure: Option<&Quantity>| {
            figure.map(|figure| written(*figure, commodity, head)).unwrap_or_default()
        };
        let entries = (0..report.columns.len()).map(|at| {
            let mut figures: Vec<String> = lines.iter().map(|row| write(row.values.get(at))).collect();
            figures.extend((!compared.is_empty()).then(|| write(compared.get(at))));
            Entry { name: report.column_name(at, head.locale), style: RowStyle::Line, depth: 0, figures }
        });
        let corner = head.names.code(commodity).to_owned();
        Table { caption, corner, columns, entries: entries.collect() }
    })
}
