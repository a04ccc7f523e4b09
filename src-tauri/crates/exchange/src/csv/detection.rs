//! What was guessed of a file, how sure that is, and why.

use super::reading::Reading;
use serde::{Deserialize, Serialize};

/// A guessed reading with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "CsvDetection"))]
pub struct Detection {
    /// The guess. Whether it is complete enough to be read is told by [`super::read`].
    pub reading: Reading,
    /// How sure each part of it is, and why.
    pub guesses: Vec<Guess>,
    /// The lines above the table, as they are, at most 40.
    pub preamble: Vec<String>,
    /// The first rows of the table.
    pub sample: Vec<SampleRow>,
}

/// A row as the file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct SampleRow {
    /// The line on which it starts, counted from 1.
    pub line: u32,
    /// Its cells without the blanks around them.
    pub cells: Vec<String>,
}

/// One part of a reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct Guess {
    /// Which part.
    pub about: About,
    /// How sure it is.
    pub confidence: Confidence,
    /// What it rests on.
    pub why: Why,
}

/// A part of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "part", content = "column")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "GuessAbout"))]
pub enum About {
    /// The encoding.
    Encoding,
    /// The delimiter and quotation mark.
    Delimiter,
    /// Where the table begins and whether it has a header.
    Header,
    /// The role of the column, counted from 0.
    Column(#[cfg_attr(feature = "types", specta(type = u32))] usize),
    /// The order of day, month and year.
    DateOrder,
    /// The calendar.
    Calendar,
    /// The decimal mark.
    DecimalMark,
    /// What signs mean.
    Signs,
    /// What the fee column means.
    Fee,
    /// Which row comes first.
    RowOrder,
    /// The currency of rows that name none.
    Currency,
}

/// How sure a guess is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "GuessConfidence"))]
pub enum Confidence {
    /// Something else may well be right: a person should look.
    Doubtful,
    /// Nothing speaks against it.
    Likely,
    /// The file leaves no other reading.
    Certain,
}

/// What a guess rests on. The code and its values are for translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "GuessWhy"))]
pub enum Why {
    /// The file says so in its first bytes.
    ByteOrderMark,
    /// The bytes are valid so, which does not happen by chance.
    ValidBytes,
    /// Every choice would read the same.
    OnlyChoice,
    /// The letters make likely words.
    Letters,
    /// The header's words are known so.
    HeaderWords,
    /// The header's name says so.
    HeaderName {
        /// The header.
        header: String,
    },
    /// The cells look so.
    Cells {
        /// One of them.
        example: String,
    },
    /// A cell could not be read otherwise.
    Decisive {
        /// The cell.
        example: String,
    },
    /// The balances follow from the rows only so.
    Balance {
        /// How many steps from balance to balance were checked.
        steps: u32,
    },
    /// The rows are in order of time only so.
    TimeOrder,
    /// It is usual where the file's language or currency is used.
    Custom,
    /// What describes the rows says so.
    Descriptions,
    /// A person chose it.
    Chosen,
    /// Nothing speaks for it but that it is commoner.
    Nothing,
}

impl Guess {
    pub(crate) fn new(about: About, confidence: Confidence, why: Why) -> Self {
        Self { about, confidence, why }
    }
}
