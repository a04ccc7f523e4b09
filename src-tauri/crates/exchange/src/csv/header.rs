//! The header by which a table is found again, wherever in the file it stands.

use super::reading::Reading;
use super::records::{Marks, Records, clean};
use super::table::joined;
use crate::FileError;
use ::csv::StringRecord;

/// Rows above a header that moved, at most.
const DEEPEST_HEADER: usize = 2000;

/// The header by which the table is found again.
#[derive(Clone)]
pub(crate) struct Header {
    names: Vec<String>,
    /// `true` where the header is one row.
    simple: bool,
    /// The row above, where the header takes more than one.
    above: Vec<String>,
}

impl Header {
    pub fn of(reading: &Reading) -> Self {
        let names = reading.columns.iter().map(|column| column.name.clone());
        let names = trimmed(if reading.header_rows > 0 { names.collect() } else { Vec::new() });
        Self { names, simple: reading.header_rows == 1 && reading.record_rows == 1, above: Vec::new() }
    }

    /// The same without names, which are not in the file.
    pub fn without_names(self) -> Self {
        Self { names: Vec::new(), ..self }
    }

    pub fn is_named(&self) -> bool {
        !self.names.is_empty()
    }

    /// `true` where one of the first rows of `text` is the header.
    pub fn is_in(&self, text: &str, marks: Marks) -> Result<bool, FileError> {
        let mut header = self.clone();
        let mut records = Records::new(text, marks);
        let mut record = StringRecord::new();
        for _ in 0..DEEPEST_HEADER {
            if records.next(&mut record)?.is_none() {
                break;
            }
            if header.is(&record) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `true` where `record` completes the header.
    pub fn is(&mut self, record: &StringRecord) -> bool {
        if !self.is_named() {
            return false;
        }
        let count = self.names.len();
        let alone = record.len() >= count
            && record.iter().map(clean).zip(&self.names).all(|(cell, name)| cell == name)
            && record.iter().skip(count).all(|cell| clean(cell).is_empty());
        if alone || self.simple {
            return alone;
        }
        let cells: Vec<String> = record.iter().map(|cell| clean(cell).to_owned()).collect();
        let stacked = trimmed(joined(&self.above, &cells)) == self.names;
        let side_by_side = || trimmed(self.above.iter().chain(&cells).cloned().collect()) == self.names;
        let is = !self.above.is_empty() && (stacked || side_by_side());
        self.above = cells;
        is
    }
}

fn trimmed(mut names: Vec<String>) -> Vec<String> {
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    names
}
