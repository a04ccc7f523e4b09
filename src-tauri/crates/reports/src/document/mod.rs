//! Reports on paper: PDF and PNG, set by typst from values held in memory.
//!
//! No file is read, nothing is fetched, and what users wrote reaches the page as values, never as markup.

mod content;
mod error;
mod phrases;
mod press;
mod table;
#[cfg(test)]
mod tests;

pub use error::DocumentError;
pub use press::Press;

use crate::{Locale, Names};
use ledger::Day;

/// What a document says besides its report.
#[derive(Debug, Clone, Copy)]
pub struct Letterhead<'a> {
    /// The name of the ledger, as its owner calls it.
    pub ledger: &'a str,
    /// The day on which the document is made.
    pub made: Day,
    /// Words, dates and numbers.
    pub locale: &'a Locale,
    /// Names of accounts, payees and commodities.
    pub names: &'a Names<'a>,
}
