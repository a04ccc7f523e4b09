//! One row of a statement, read but not yet booked.

use ledger::Day;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One row of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The line of the file on which the row starts, counted from 1.
    pub line: u32,
    /// The day it was booked.
    pub day: Day,
    /// The amount, exactly as many digits as the file gives: positive into the account, negative out of it.
    pub amount: Decimal,
    /// The commodity's code, where the row or the file states one.
    pub commodity: Option<String>,
    /// The account's balance after the row, where the file states one.
    pub balance: Option<Decimal>,
    /// Who was paid or paid, where the file has a field of its own for it.
    pub payee: Option<String>,
    /// All the text by which the bank describes the row, blanks folded.
    pub description: String,
    /// A person's own note, as exports of other apps carry.
    pub note: String,
    /// The bank's own id of the row; never blank.
    pub external_id: Option<String>,
    /// The category, where the file names one; levels separated by `:`.
    pub category: Option<String>,
    /// The other account of a transfer, where the file names one.
    pub transfer: Option<String>,
    /// Labels.
    pub tags: Vec<String>,
    /// Parts of the amount with categories of their own; empty, or summing to `amount`.
    pub splits: Vec<DraftSplit>,
    /// `true` while the bank has not booked it for good.
    pub pending: bool,
}

impl Draft {
    /// A booked row with nothing but its day, amount and text.
    pub fn new(line: u32, day: Day, amount: Decimal, description: impl Into<String>) -> Self {
        Self {
            line,
            day,
            amount,
            commodity: None,
            balance: None,
            payee: None,
            description: description.into(),
            note: String::new(),
            external_id: None,
            category: None,
            transfer: None,
            tags: Vec::new(),
            splits: Vec::new(),
            pending: false,
        }
    }
}

/// A part of a draft with a category of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSplit {
    /// Its share of the draft's amount, with the same sign convention.
    pub amount: Decimal,
    /// The category, levels separated by `:`.
    pub category: Option<String>,
    /// The other account, where this part is a transfer.
    pub transfer: Option<String>,
    /// What this part is for.
    pub note: String,
}

/// A row that could not be read: the file's own words are kept, so that a person can find and mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct Unreadable {
    /// The line of the file on which the row starts, counted from 1.
    pub line: u32,
    /// The column's header, or its number counted from 1 where it has none; `None` when the whole row is at fault.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: Reason,
}

/// Why a row cannot be read. The code and its values are for translation, the text is English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "code")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "UnreadableReason"))]
pub enum Reason {
    /// The date cell is empty.
    #[error("there is no date")]
    NoDate,
    /// The date cell is no date in the format the file uses, or a day that does not exist.
    #[error("“{text}” is not a date written as {format}")]
    NotADate {
        /// The cell.
        text: String,
        /// The format expected, as `DD/MM/YYYY`.
        format: String,
    },
    /// The amount cells are empty.
    #[error("there is no amount")]
    NoAmount,
    /// The amount cell is no number in the notation the file uses.
    #[error("“{text}” is not an amount")]
    NotAnAmount {
        /// The cell.
        text: String,
    },
    /// The number has more digits than can be stored exactly.
    #[error("“{text}” has more digits than can be stored exactly")]
    TooManyDigits {
        /// The cell.
        text: String,
    },
    /// Both the debit and the credit cell hold an amount.
    #[error("both “{debit}” and “{credit}” are filled; a row is one or the other")]
    TwoAmounts {
        /// The debit cell.
        debit: String,
        /// The credit cell.
        credit: String,
    },
    /// The cell that says whether money goes out or comes in says neither.
    #[error("“{text}” says neither that money goes out nor that it comes in")]
    NoDirection {
        /// The cell.
        text: String,
    },
    /// The row has fewer cells than its amount or date column needs.
    #[error("the row has {found} cells where {expected} were expected")]
    TooFewCells {
        /// How many it has.
        #[cfg_attr(feature = "types", specta(type = u32))]
        found: usize,
        /// How many are needed.
        #[cfg_attr(feature = "types", specta(type = u32))]
        expected: usize,
    },
    /// A field that the format requires is missing.
    #[error("the field {field} is missing")]
    MissingField {
        /// The field's name in the format.
        field: String,
    },
    /// A field holds a word that the format does not define.
    #[error("“{text}” is no value of the field {field}")]
    UnknownValue {
        /// The field's name in the format.
        field: String,
        /// Its value.
        text: String,
    },
    /// The row says otherwise than the rows that it belongs to.
    #[error("“{text}” is not what the other rows of it say")]
    Contradicts {
        /// What it says.
        text: String,
    },
    /// The parts of a split do not sum to the row's amount.
    #[error("the parts sum to {parts}, the row says {amount}")]
    SplitsDiffer {
        /// Sum of the parts.
        parts: Decimal,
        /// The row's amount.
        amount: Decimal,
    },
}
