//! What a person already knows of a file, while the rest of it is guessed.

use serde::{Deserialize, Serialize};

/// The parts of a reading that all others rest on. What is left out is guessed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "CsvFrame"))]
pub struct Frame {
    /// The encoding's WHATWG name.
    pub encoding: Option<String>,
    /// What stands between cells.
    pub delimiter: Option<char>,
    /// The line of the header, or of the first record where there is no header.
    pub first_line: Option<u32>,
    /// How many rows the header at that line takes; 0 where there is none.
    pub header_rows: Option<u32>,
}
