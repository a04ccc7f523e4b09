//! Quicken Interchange Format: what personal finance programs of three decades export.
//!
//! Lines of a letter and a value, records ended by `^`, sections opened by `!Type:Bank`. The format states neither
//! its encoding, nor the order of its dates, nor its decimal mark: [`detect`] finds them over the whole file, and a
//! person may choose others before [`read`].

mod investment;
mod record;
mod row;
mod statement;

#[cfg(test)]
mod tests;

use crate::charset::{check_size, decode};
use crate::date_order::date_order;
use crate::notation::decimal_mark;
use crate::{DateOrder, Document, FileError, Format};
use record::{Piece, Record, Section, pieces};
use serde::{Deserialize, Serialize};

/// How to read a QIF file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct QifReading {
    /// The encoding's WHATWG name: `UTF-8`, `windows-1252`.
    pub encoding: String,
    /// The order of its dates.
    pub date_order: DateOrder,
    /// The mark before its decimals, `.` or `,`.
    pub decimal_mark: char,
}

/// What a QIF file shows of how to read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct QifDetection {
    /// The best reading.
    pub reading: QifReading,
    /// `false` where the dates are days in another order as well, so that a person should look.
    pub date_order_proved: bool,
}

/// Finds out how to read a QIF file.
///
/// # Errors
/// [`FileError`] when it is empty, too large, or holds no transactions.
pub fn detect(bytes: &[u8]) -> Result<QifDetection, FileError> {
    check_size(bytes)?;
    let decoded = decode(bytes, None);
    let pieces = pieces(&decoded.text);
    check(&decoded.text, &pieces)?;
    let rows = || rows(&pieces);
    let values = |letters: &'static [char]| {
        rows()
            .flat_map(|record| &record.fields)
            .filter(|(letter, _)| letters.contains(letter))
            .map(|(_, value)| *value)
    };
    let evidence = decimal_mark(values(&['T', 'U', '$']));
    let decimal_mark = evidence.proved.or(evidence.likely).unwrap_or('.');
    // Points between the parts, and decimal commas, are the habit of lands that put the day first.
    let points = values(&['D']).any(|date| date.contains('.'));
    let day_first = points || decimal_mark == ',';
    let preferred = if day_first { DateOrder::DayMonthYear } else { DateOrder::MonthDayYear };
    let (date_order, date_order_proved) = date_order(&values(&['D']), preferred);
    let reading = QifReading { encoding: decoded.encoding.to_owned(), date_order, decimal_mark };
    Ok(QifDetection { reading, date_order_proved })
}

/// Reads a QIF file: one statement for each account in it.
///
/// # Errors
/// [`FileError`] when it is empty, too large, or holds no transactions.
pub fn read(bytes: &[u8], reading: &QifReading) -> Result<Document, FileError> {
    check_size(bytes)?;
    let text = decode(bytes, Some(&reading.encoding)).text;
    let pieces = pieces(&text);
    check(&text, &pieces)?;
    Ok(Document { format: Format::Qif, statements: statement::statements(pieces, reading) })
}

fn check(text: &str, pieces: &[Piece<'_>]) -> Result<(), FileError> {
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    // A row has at least a date or an amount; without any the file is something else, or only lists.
    if rows(pieces).any(|record| record.value('D').or(record.value('T')).is_some()) {
        return Ok(());
    }
    let lists = pieces.iter().any(|piece| matches!(piece, Piece::Section(..)));
    let what =
        if lists { "a QIF file of lists without any transaction" } else { "no QIF section or record in it" };
    Err(FileError::NotAStatement { what: what.to_owned() })
}

/// The records that are transactions.
fn rows<'p, 'a>(pieces: &'p [Piece<'a>]) -> impl Iterator<Item = &'p Record<'a>> + Clone {
    let mut in_rows = true;
    pieces.iter().filter_map(move |piece| match piece {
        Piece::Section(_, section) => {
            in_rows = matches!(section, Section::Rows(_));
            None
        }
        Piece::Record(record) if in_rows => Some(record),
        Piece::Record(_) | Piece::ListEnds => None,
    })
}
