//! Tables for spreadsheets.
//!
//! A spreadsheet runs a cell that starts with `=` and the like as a formula, and what a bank or a payer wrote may start
//! so. Such texts are written with an apostrophe in front, which spreadsheets take for “this is text” and our own import
//! takes off again. Numbers that we write ourselves stay numbers.

mod everything;
mod reading;

#[cfg(test)]
mod tests;

pub use everything::{EverythingWriter, SheetPosting, SheetTransaction};
pub use reading::{SheetReading, is_everything, read_everything};

use ledger::Day;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::io::{Error, Write};

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// An amount or any other number with decimals.
    Number(Decimal),
    /// A whole number.
    Count(i64),
    /// A day, as `2026-01-31`.
    Day(Day),
    /// Nothing.
    Empty,
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

/// Writes a table as comma-separated text (RFC 4180), row by row.
pub struct SheetWriter<W: Write> {
    csv: csv::Writer<W>,
}

impl<W: Write> SheetWriter<W> {
    /// Starts a table. Some spreadsheets read other letters than Latin ones only behind a byte-order mark.
    ///
    /// # Errors
    /// When writing fails.
    pub fn new(mut out: W, byte_order_mark: bool) -> Result<Self, Error> {
        if byte_order_mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        Ok(Self { csv: csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out) })
    }

    /// Writes a row; all rows must have the same number of cells.
    ///
    /// # Errors
    /// When writing fails.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> Result<(), Error> {
        for cell in cells {
            match cell {
                Cell::Text(text) => self.csv.write_field(guarded(&text).as_bytes()),
                Cell::Number(number) => self.csv.write_field(number.to_string()),
                Cell::Count(count) => self.csv.write_field(count.to_string()),
                Cell::Day(day) => self.csv.write_field(day.to_string()),
                Cell::Empty => self.csv.write_field(""),
            }
            .map_err(Error::other)?;
        }
        self.csv.write_record(None::<&[u8]>).map_err(Error::other)
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When writing fails.
    pub fn finish(self) -> Result<W, Error> {
        self.csv.into_inner().map_err(|error| Error::other(error.to_string()))
    }
}

/// `true` for letters at which a spreadsheet takes a cell for a formula, or drops them and looks at the next.
fn starts_formula(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠')
}

/// The text with an apostrophe in front where a spreadsheet would take it for a formula. Texts that start with an
/// apostrophe before such a letter get another, so that [`unguarded`] always gives back what was there.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(starts_formula) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text without the apostrophe that [`guarded`] put in front.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(starts_formula) => rest,
        _ => text,
    }
}
