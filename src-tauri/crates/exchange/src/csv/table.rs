//! Where the table of a file begins and what its columns are called.

use super::dialect::{Row, is_date, is_number};
use super::words::{Header, header_meanings};

/// The table among the rows of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// The header's first row, counted from 0 within the sample.
    pub header: Option<usize>,
    /// How many rows the header takes.
    pub header_rows: usize,
    /// The first row that may be a record, counted from 0.
    pub first: usize,
    /// The row behind the last that may be a record.
    pub end: usize,
    /// The names of the columns; blank for those without.
    pub names: Vec<String>,
}

/// How far down the beginning of the table is looked for.
const DEEPEST_HEADER: usize = 200;

/// A row that may be a header.
#[derive(Clone, Copy)]
struct Candidate {
    row: usize,
    rows: usize,
    /// How much its cells look like names of columns.
    score: u32,
}

/// Finds the table that holds the most records.
pub(crate) fn find(rows: &[Row]) -> Table {
    let records: Vec<bool> = rows.iter().map(Row::is_record).collect();
    let candidates = candidates(rows, &records);
    let count = |from: usize, end: usize| records[from..end].iter().filter(|is| **is).count();
    let mut best: Option<(usize, Candidate, usize)> = None;
    for candidate in &candidates {
        let first = candidate.row + candidate.rows;
        let end = end_of(rows, &candidates, candidate);
        let weight = count(first, end).min(60) * 8 + usize::try_from(candidate.score).unwrap_or(0);
        if best.is_none_or(|(most, ..)| weight > most) {
            best = Some((weight, *candidate, end));
        }
    }
    let first_record = records.iter().position(|is| *is);
    match best {
        Some((_, candidate, end)) if first_record.is_none() || count(candidate.row, end) > 0 => {
            with_header(rows, candidate, end)
        }
        _ => match first_record {
            Some(first) => beside(rows, &records, first),
            None => {
                best.map_or_else(|| nothing(rows), |(_, candidate, end)| with_header(rows, candidate, end))
            }
        },
    }
}

/// The table whose header, or first record where it has none, is on `line`; `None` where the sample has no such line.
pub(crate) fn at(rows: &[Row], line: u32, header_rows: u32) -> Option<Table> {
    let row = rows.iter().position(|row| row.line >= line)?;
    let header_rows = usize::try_from(header_rows).unwrap_or(usize::MAX).min(rows.len() - row);
    let end = rows.len();
    if header_rows > 0 {
        return Some(with_header(rows, Candidate { row, rows: header_rows, score: 0 }, end));
    }
    Some(Table { header: None, header_rows, first: row, end, names: widened(Vec::new(), &rows[row..]) })
}

/// Rows of names: at least two cells of text, one of which names a date or an amount.
fn candidates(rows: &[Row], records: &[bool]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if (at >= DEEPEST_HEADER && !found.iter().any(|known| rows[known.row].cells == row.cells))
            || records[at]
        {
            continue;
        }
        let score = header_score(row);
        if score < 2 {
            continue;
        }
        // A second header row right below the first adds to it: `Amount,` over `Debit,Credit`.
        if let Some(above) = found.last_mut()
            && above.row + above.rows == at
            && above.rows == 1
            && rows[above.row].cells != row.cells
            && rows[at].line == rows[above.row].line + 1
            && rows[above.row].cells.len() == row.cells.len()
        {
            above.rows = 2;
            above.score += score;
            continue;
        }
        found.push(Candidate { row: at, rows: 1, score });
    }
    found
}

/// How many columns a row names, 0 if it is no header.
pub(crate) fn header_score(row: &Row) -> u32 {
    let filled = row.filled();
    if filled < 2 || row.cells.iter().any(|cell| is_date(cell)) {
        return 0;
    }
    let numbers = row.cells.iter().filter(|cell| is_number(cell)).count();
    if numbers * 4 > filled {
        return 0;
    }
    let (mut score, mut dated, mut moneyed) = (0, false, false);
    for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
        let Some(best) = header_meanings(cell).first().copied() else { continue };
        // A sentence is no name.
        if best.weight < 60 && cell.chars().count() > 40 {
            continue;
        }
        let sure = best.weight >= 60;
        score += 1 + u32::from(best.weight >= 90);
        dated |= sure && matches!(best.meaning, Header::Date | Header::Booked | Header::Made | Header::Value);
        moneyed |= sure
            && matches!(
                best.meaning,
                Header::Amount | Header::Out | Header::In | Header::Net | Header::Gross | Header::Balance
            );
    }
    if dated || moneyed { score + 4 * u32::from(dated) + 4 * u32::from(moneyed) } else { 0 }
}

/// A table ends where another one's header begins.
fn end_of(rows: &[Row], candidates: &[Candidate], of: &Candidate) -> usize {
    let same = |other: &Candidate| rows[other.row].cells == rows[of.row].cells;
    let next = candidates.iter().find(|other| other.row > of.row && !same(other));
    next.map_or(rows.len(), |next| next.row)
}

fn with_header(rows: &[Row], candidate: Candidate, end: usize) -> Table {
    let first = candidate.row + candidate.rows;
    let mut names = rows[candidate.row].cells.clone();
    for below in &rows[candidate.row + 1..first] {
        names = joined(&names, &below.cells);
    }
    let names = widened(names, &rows[first.min(end)..end]);
    Table { header: Some(candidate.row), header_rows: candidate.rows, first, end, names }
}

/// The names of a header of two rows. A name above a run of blank cells is that of the whole run.
pub(crate) fn joined(above: &[String], below: &[String]) -> Vec<String> {
    let width = above.len().max(below.len());
    let mut over = String::new();
    let mut names = Vec::with_capacity(width);
    for column in 0..width {
        let upper = above.get(column).filter(|name| !name.is_empty());
        let lower = below.get(column).filter(|name| !name.is_empty());
        if let Some(upper) = upper {
            over.clone_from(upper);
        }
        names.push(match (upper, lower) {
            (_, Some(lower)) if upper.is_some_and(|upper| upper == lower) => lower.clone(),
            (_, Some(lower)) if over.is_empty() => lower.clone(),
            (_, Some(lower)) => format!("{over} / {lower}"),
            (Some(upper), None) => upper.clone(),
            (None, None) => String::new(),
        });
    }
    names
}

/// Without known names: the row above the first record, if it looks like a header in an unknown language.
fn beside(rows: &[Row], records: &[bool], first: usize) -> Table {
    let width = rows[first].cells.len();
    let above = first.checked_sub(1).filter(|above| {
        let row = &rows[*above];
        let texts =
            row.cells.iter().filter(|cell| !cell.is_empty() && !is_number(cell) && !is_date(cell)).count();
        texts >= 2
            && texts == row.filled()
            && texts * 2 >= rows[first].filled()
            && row.cells.len().abs_diff(width) <= 1
    });
    let end = records.iter().rposition(|is| *is).map_or(rows.len(), |last| last + 1).max(first + 1);
    let names = above.map_or_else(Vec::new, |above| rows[above].cells.clone());
    let names = widened(names, &rows[first..end]);
    // What comes behind the last record may still be a record that cannot be read.
    Table { header: above, header_rows: usize::from(above.is_some()), first, end: rows.len(), names }
}

/// Without known names and records: the first row of texts as wide as the next may be a header.
fn nothing(rows: &[Row]) -> Table {
    let texts =
        |row: &Row| row.filled() > 1 && !row.cells.iter().any(|cell| is_number(cell) || is_date(cell));
    let header =
        rows.windows(2).position(|pair| matches!(pair, [a, b] if texts(a) && a.cells.len() == b.cells.len()));
    let first = header.map_or(0, |header| header + 1);
    let names = header.map_or_else(Vec::new, |header| rows[header].cells.clone());
    Table {
        header,
        header_rows: usize::from(header.is_some()),
        first,
        end: rows.len(),
        names: widened(names, rows),
    }
}

/// Blank names for columns beyond the header, where most rows have them.
fn widened(mut names: Vec<String>, rows: &[Row]) -> Vec<String> {
    let mut widths: Vec<usize> =
        rows.iter().filter(|row| row.is_record()).map(|row| row.cells.len()).collect();
    if widths.is_empty() {
        widths = rows.iter().map(|row| row.cells.len()).collect();
    }
    widths.sort_unstable();
    // Under a header, rows that are wider are the exception: their text may hold the delimiter.
    let most = if names.is_empty() { widths.len() / 2 } else { widths.len() * 2 / 5 };
    let usual = widths.get(most).copied().unwrap_or(0);
    while names.len() < usual {
        names.push(String::new());
    }
    names
}
