//! Which sign sets the cells of a file apart.

use super::mend::mend;
use super::records::{Marks, Records, clean, mark, unwrap_lines};
use super::words::header_meanings;
use crate::date::{Calendar, DateFormat};
use crate::date_scan::scan;
use crate::number::{NumberFormat, money};
use crate::{DateOrder, FileError};
use ::csv::StringRecord;

/// How many rows are looked at.
pub(crate) const SAMPLE_ROWS: usize = 400;
/// How many bytes are looked at.
const SAMPLE_BYTES: usize = 256 * 1024;
/// A sampled cell is cut after so many letters.
const LONGEST_SAMPLE: usize = 400;

/// A row of the sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub line: u32,
    /// Cells without the blanks around them.
    pub cells: Vec<String>,
}

impl Row {
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// `true` where one cell is a date and another one a number.
    pub fn is_record(&self) -> bool {
        let date = self.cells.iter().position(|cell| is_date(cell));
        date.is_some_and(|date| self.cells.iter().enumerate().any(|(at, cell)| at != date && is_number(cell)))
    }
}

/// The marks of a file and its first rows.
pub(crate) struct Dialect {
    pub marks: Marks,
    pub wrapped: bool,
    pub rows: Vec<Row>,
}

/// `true` for a cell that is a date in some order of its parts.
pub(crate) fn is_date(cell: &str) -> bool {
    if cell.len() < 5 || !cell.bytes().any(|byte| byte.is_ascii_digit() || byte >= 0x80) {
        return false;
    }
    // Six digits and fewer are likelier a number.
    scan(cell).filter(|scanned| !scanned.is_bare() || cell.len() >= 8).is_some_and(|scanned| {
        // Years of either calendar are years.
        let open = DateFormat { calendar: Calendar::Buddhist, year: Some(2000), ..DateFormat::default() };
        DateOrder::ALL.iter().any(|order| scanned.day(&DateFormat { order: *order, ..open }).is_some())
    })
}

/// `true` for a cell that is a number.
pub(crate) fn is_number(cell: &str) -> bool {
    cell.len() <= 60 && matches!(money(cell, NumberFormat::default()), Ok(Some(_)))
}

/// Finds the delimiter under which the most rows have a date and a number, unless it is `given`.
///
/// # Errors
/// [`FileError::Malformed`] for what is no table of text.
pub(crate) fn detect(text: &str, given: Option<char>) -> Result<Dialect, FileError> {
    let given = given.map(mark).transpose()?;
    let head = sample(text);
    let plain = best(head, given)?;
    let wrapped = is_wrapped(head);
    if wrapped {
        let opened = best(&unwrap_lines(head, b'"')?, given)?;
        if opened.1 > plain.1 {
            return Ok(Dialect { wrapped, ..opened.0 });
        }
    }
    let mut dialect = plain.0;
    let delimiter = char::from(dialect.marks.delimiter);
    let lines = head.split(['\n', '\r']).take(50);
    let cells: Vec<&str> =
        lines.flat_map(|line| line.split(delimiter)).map(str::trim).filter(|cell| !cell.is_empty()).collect();
    if cells.iter().filter(|cell| cell.len() > 1 && cell.starts_with('\'')).count() * 2 > cells.len() {
        dialect.marks.quote = Some(b'\'');
        dialect.rows = rows(head, dialect.marks)?;
    }
    Ok(dialect)
}

/// The beginning of `text`, whole lines of it.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE_BYTES {
        return text;
    }
    let newline = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let end = text.as_bytes()[..SAMPLE_BYTES].iter().rposition(newline);
    let end = end.map_or_else(|| text.floor_char_boundary(SAMPLE_BYTES), |at| at + 1);
    &text[..end]
}

fn is_wrapped(text: &str) -> bool {
    let mut lines =
        text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).take(50).peekable();
    let whole = |line: &str| {
        let line = line.trim_end_matches([';', ',', '\t']);
        line.len() > 2 && line.starts_with('"') && line.ends_with('"') && {
            let inner = &line[1..line.len() - 1];
            !inner.replace("\"\"", "").contains('"')
        }
    };
    lines.peek().is_some() && lines.all(whole)
}

/// The best dialect without looking for lines that are quoted as a whole, and how well it fits.
fn best(text: &str, given: Option<u8>) -> Result<(Dialect, usize), FileError> {
    let mut best: Option<(Dialect, usize)> = None;
    let all = [b',', b';', b'\t', b'|', b'^', b'~'];
    let candidates = given.as_ref().map_or(&all[..], std::slice::from_ref);
    for delimiter in candidates.iter().copied() {
        if given.is_none() && !text.as_bytes().contains(&delimiter) && delimiter != b',' {
            continue;
        }
        let quote = mend(text, delimiter, b'"').map(|_| b'"');
        let marks = Marks { delimiter, quote };
        let rows = rows(text, marks)?;
        let score = score(&rows);
        if best.as_ref().is_none_or(|(_, other)| score > *other) {
            best = Some((Dialect { marks, wrapped: false, rows }, score));
        }
    }
    best.ok_or(FileError::Empty)
}

/// The first rows of `text`.
pub(crate) fn rows(text: &str, marks: Marks) -> Result<Vec<Row>, FileError> {
    let mended = marks.quote.and_then(|quote| mend(text, marks.delimiter, quote));
    let text = mended.as_ref().map_or(text, |mended| &mended.text);
    let mut records = Records::new(text, marks);
    let (mut rows, mut record) = (Vec::new(), StringRecord::new());
    while rows.len() < SAMPLE_ROWS {
        let Some(line) = records.next(&mut record)? else { break };
        let cut = |cell: &str| match clean(cell) {
            long if long.len() > LONGEST_SAMPLE => {
                long[..long.floor_char_boundary(LONGEST_SAMPLE)].to_owned()
            }
            short => short.to_owned(),
        };
        rows.push(Row { line, cells: record.iter().map(cut).collect() });
    }
    Ok(rows)
}

/// How well rows fall into columns: records count most, then headers, then rows of one width.
fn score(rows: &[Row]) -> usize {
    let mut widths = std::collections::HashMap::new();
    let mut score = 0;
    for (number, row) in rows.iter().enumerate() {
        if row.cells.len() > 1 {
            *widths.entry(row.cells.len()).or_insert(0_usize) += 1;
        }
        if number < 100 {
            score += 10 * usize::from(row.is_record());
        }
        if number < 60 {
            let named =
                |cell: &&String| header_meanings(cell).first().is_some_and(|found| found.weight >= 90);
            let names = row.cells.iter().filter(named).count();
            score += if names > 1 { names * 3 } else { 0 };
        }
    }
    // A header in another dialect than its records is a slip.
    score += 20 * usize::from(rows.iter().take(100).any(Row::is_record));
    score + widths.values().max().map_or(0, |most| most * 4 / rows.len().max(1))
}
