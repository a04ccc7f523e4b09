//! Text to rows of cells.

use super::mend::LineNumbers;
use super::reading::Reading;
use crate::FileError;
use crate::number::is_blank;
use crate::sheet::unguarded;
use ::csv::{Reader, ReaderBuilder, StringRecord};
use std::borrow::Cow;

/// No statement has more columns.
const MOST_COLUMNS: usize = 1024;
/// No cell of a statement is longer, in bytes.
const LONGEST_CELL: usize = 1 << 20;

/// What stands between cells and around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marks {
    pub delimiter: u8,
    pub quote: Option<u8>,
}

impl Marks {
    /// # Errors
    /// [`FileError::Malformed`] where a mark is no ASCII sign.
    pub fn of(reading: &Reading) -> Result<Self, FileError> {
        Ok(Self { delimiter: mark(reading.delimiter)?, quote: reading.quote.map(mark).transpose()? })
    }
}

/// # Errors
/// [`FileError::Malformed`] for what is no ASCII sign.
pub(crate) fn mark(sign: char) -> Result<u8, FileError> {
    let refused = || FileError::Malformed { line: 1, what: format!("“{sign}” cannot set cells apart") };
    u8::try_from(sign).ok().filter(u8::is_ascii).ok_or_else(refused)
}

/// The rows of a text, one after the other.
pub(crate) struct Records<'t> {
    reader: Reader<&'t [u8]>,
    bytes: &'t [u8],
    lines: LineNumbers<'t>,
}

impl<'t> Records<'t> {
    pub fn new(text: &'t str, marks: Marks) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(marks.delimiter).buffer_capacity(64 * 1024);
        match marks.quote {
            Some(quote) => builder.quote(quote),
            None => builder.quoting(false),
        };
        let bytes = text.as_bytes();
        Self { reader: builder.from_reader(bytes), bytes, lines: LineNumbers::new(bytes) }
    }

    /// Reads the next row that is not an empty line into `record`: the line on which it starts, or `None` at the end.
    ///
    /// # Errors
    /// [`FileError::Malformed`] for a row that no statement has.
    pub fn next(&mut self, record: &mut StringRecord) -> Result<Option<u32>, FileError> {
        let from =
            usize::try_from(self.reader.position().byte()).unwrap_or(self.bytes.len()).min(self.bytes.len());
        let blank = self.bytes[from..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let line = self.lines.at(from + blank);
        let malformed = |what: String| FileError::Malformed { line, what };
        if !self.reader.read_record(record).map_err(|error| malformed(error.to_string()))? {
            return Ok(None);
        }
        if record.len() > MOST_COLUMNS {
            return Err(malformed(format!("{} columns; at most {MOST_COLUMNS} can be read", record.len())));
        }
        if record.as_slice().len() > LONGEST_CELL {
            return Err(malformed(format!("a row of more than {LONGEST_CELL} bytes")));
        }
        Ok(Some(line))
    }
}

/// A cell without the blanks around it, and without the formula or apostrophe by which spreadsheets keep leading zeros
/// and leave formulas alone.
pub(crate) fn clean(cell: &str) -> &str {
    let cell = cell.trim_matches(is_blank);
    if let Some(inner) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return inner.trim_matches(is_blank);
    }
    match cell.strip_prefix('\'') {
        // `'0012`, as spreadsheets are told to keep zeros, but not `'t Hof`.
        Some(rest) if !rest.chars().any(char::is_alphabetic) => {
            rest.strip_suffix('\'').unwrap_or(rest).trim_matches(is_blank)
        }
        // Tables written by Coffer and by careful banks keep texts from being run as formulas.
        _ => unguarded(cell),
    }
}

/// The lines that are each one quoted cell, without that quotation.
pub(crate) fn unwrap_lines(text: &str, quote: u8) -> Result<String, FileError> {
    let mut records = Records::new(text, Marks { delimiter: 0x1f, quote: Some(quote) });
    let mut record = StringRecord::new();
    let mut unwrapped = String::with_capacity(text.len());
    let mut lines = 1;
    while let Some(line) = records.next(&mut record)? {
        while lines < line {
            unwrapped.push('\n');
            lines += 1;
        }
        let cell = record.get(0).unwrap_or_default();
        unwrapped.push_str(&one_line(cell));
        unwrapped.push('\n');
        lines += 1;
    }
    Ok(unwrapped)
}

fn one_line(cell: &str) -> Cow<'_, str> {
    if cell.contains(['\n', '\r']) {
        Cow::Owned(cell.replace(['\n', '\r'], " "))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<(u32, Vec<String>)> {
        let mut records = Records::new(text, Marks { delimiter, quote: Some(b'"') });
        let mut record = StringRecord::new();
        let mut rows = Vec::new();
        while let Some(line) = records.next(&mut record).unwrap() {
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
        rows
    }

    #[test]
    fn rows_know_the_line_on_which_they_start() {
        for (text, expected) in [
            ("a,b\nc,d\n", &[1, 2][..]),
            ("a,b\r\n\r\nc,d", &[1, 3]),
            ("\n\na,b\n\"x\ny\",d\ne,f\n", &[3, 4, 6]),
            ("a,b\rc,d\r\re,f\r", &[1, 2, 4]),
            ("", &[]),
        ] {
            let lines: Vec<u32> = rows(text, b',').into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, expected, "{text:?}");
        }
    }

    #[test]
    fn cells_lose_blanks_and_spreadsheet_formulas() {
        for (cell, expected) in [
            (" a ", "a"),
            ("=\"0012\"", "0012"),
            ("\u{feff}x", "x"),
            ("=1", "=1"),
            ("'0012", "0012"),
            ("'0012'", "0012"),
            ("'t Hof", "'t Hof"),
            ("'-Refund", "-Refund"),
            ("'=SUM(A1)", "=SUM(A1)"),
            ("''@home", "'@home"),
            ("'-12.50", "-12.50"),
            ("", ""),
        ] {
            assert_eq!(clean(cell), expected, "{cell}");
        }
    }

    #[test]
    fn lines_quoted_as_a_whole_are_opened() {
        let text = "\"Date,Text,Amount\"\n\n\"2024-01-15,\"\"Foo, Inc\"\",12.50\"\n";
        assert_eq!(unwrap_lines(text, b'"').unwrap(), "Date,Text,Amount\n\n2024-01-15,\"Foo, Inc\",12.50\n");
    }
}
