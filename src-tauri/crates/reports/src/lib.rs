//! What books say: income statement, balance sheet, net worth, cash flow and spending.
//!
//! A [`Request`] names a report. Its [`Plan`] says which flows and which rates to read, and makes the [`Report`] of them:
//! one shape for every kind, which the app, the command line, CSV and documents share. [`Report::findings`] say in a
//! sentence what it shows; `Report` also gives the series that charts draw, [`chart`] draws them for export, and
//! `document` (with the feature `documents`) sets the whole on paper.
//!
//! Everything here is pure: no clock, no file, no database. Figures are [`ledger::Quantity`]; none ever is a float.
#![deny(clippy::float_arithmetic)]

mod books;
pub mod chart;
mod comparison;
#[cfg(feature = "documents")]
pub mod document;
mod error;
mod finding;
mod holdings;
mod interval;
mod kind;
mod lines;
mod outline;
mod period;
mod plan;
mod report;
mod request;
mod series;
mod sheet;
#[cfg(test)]
mod tests;
mod text;

pub use books::Books;
pub use comparison::Comparison;
pub use error::ReportError;
pub use finding::Finding;
pub use holdings::Holding;
pub use interval::Interval;
pub use period::{BackwardsPeriod, Period};
pub use plan::{Movements, Plan};
pub use report::{Line, Report, Row, RowStyle, Subject, Unvalued};
pub use request::{Kind, Request};
pub use series::{Bar, Sankey, Stream, Tile, WorthPoint};
pub use text::{Calendar, Language, Locale, Names, SheetHeadings};
