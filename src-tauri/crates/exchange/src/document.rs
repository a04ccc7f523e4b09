//! A whole statement file, read.

use crate::{Draft, Unreadable};
use ledger::{AccountKind, Day};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "FileFormat"))]
pub enum Format {
    /// Delimited text of any dialect.
    Csv,
    /// OFX or QFX, SGML (1.x) or XML (2.x).
    Ofx,
    /// Quicken interchange format.
    Qif,
}

/// A file, read: one statement for each account in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What kind of file it was.
    pub format: Format,
    /// In the order of the file; never empty.
    pub statements: Vec<StatementDraft>,
}

/// The rows of one account in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatementDraft {
    /// What the file says of the account.
    pub account: AccountHint,
    /// The rows that were read, oldest first; rows of one day in the order they happened.
    pub drafts: Vec<Draft>,
    /// The rows that could not be read, in the order of the file.
    pub unreadable: Vec<Unreadable>,
    /// The balance before the first row, where the file states one.
    pub opening: Option<StatedBalance>,
    /// The balance after the last row, where the file states one.
    pub closing: Option<StatedBalance>,
    /// What a person should know, though every row was read.
    pub warnings: Vec<Warning>,
    /// Rows that are no movement of money, such as totals and cancelled payments, in the order of the file.
    pub left_out: Vec<LeftOut>,
    /// Whether the file's own balances prove how it was read.
    pub proof: BalanceProof,
}

/// A row that was understood, and is no movement of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct LeftOut {
    /// The line of the file on which the row starts, counted from 1.
    pub line: u32,
    /// What it is instead.
    pub what: LeftOutKind,
}

/// What a row is that is no movement of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "code")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum LeftOutKind {
    /// The balance before the first row.
    #[error("an opening balance")]
    Opening,
    /// The balance after the last row.
    #[error("a closing balance")]
    Closing,
    /// A sum of other rows.
    #[error("a total of other rows")]
    Total,
    /// A payment that did not happen.
    #[error("a payment that did not happen: {status}")]
    Cancelled {
        /// The file's word for it.
        status: String,
    },
    /// A row without an amount that left the balance as it was.
    #[error("nothing moved: the balance stays as it was")]
    NoMovement,
    /// A title, note or row of another table.
    #[error("no row of the table")]
    OutsideTable,
}

/// Whether the balances that a file states follow from its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum BalanceProof {
    /// It states no balances, or too few to check.
    #[default]
    None,
    /// Every balance follows from the one before and the rows between.
    Proven {
        /// How many steps from balance to balance were checked.
        steps: u32,
    },
    /// A balance does not follow.
    Broken {
        /// Line of the first row of which that is so.
        line: u32,
    },
}

/// A balance that a file states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct StatedBalance {
    /// The day at whose end it holds (for an opening balance: at whose start), where stated.
    pub day: Option<Day>,
    /// The balance, positive for money that is there.
    pub amount: Decimal,
}

/// What a file says of the account it is about, to find or create ours.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct AccountHint {
    /// The account's number at the bank.
    pub number: Option<String>,
    /// The bank's name or code.
    pub bank: Option<String>,
    /// The account's name.
    pub name: Option<String>,
    /// What it is for.
    pub kind: Option<AccountKind>,
    /// The commodity's code.
    pub commodity: Option<String>,
}

/// Something that a person should know about a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "code")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "StatementWarning"))]
pub enum Warning {
    /// The rows do not lead from the opening to the closing balance.
    #[error("the rows sum to {found}, the stated balances differ by {stated}")]
    BalanceDiffers {
        /// Sum of the rows.
        found: Decimal,
        /// Closing less opening balance.
        stated: Decimal,
    },
    /// A running balance does not follow from the row before it.
    #[error("line {line}: the balance is {stated}, the rows lead to {found}")]
    RunningBalanceDiffers {
        /// Line of the first such row.
        line: u32,
        /// Balance in the file.
        stated: Decimal,
        /// Balance that follows from the rows before.
        found: Decimal,
    },
    /// An id stands in several rows, so that none of the file's ids tells rows apart; they are not kept.
    #[error("line {line}: the id “{id}” was there before, so the ids of this file are not kept")]
    RepeatedId {
        /// Line of the first row that repeats one.
        line: u32,
        /// The id.
        id: String,
    },
    /// The file was damaged in a way that could be mended without guessing at any value.
    #[error("line {line}: {what}")]
    Repaired {
        /// Where.
        line: u32,
        /// What was mended, in English.
        what: String,
    },
}

/// Why a whole file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "code")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum FileError {
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// It is of a kind that cannot be imported.
    #[error("this is not a statement that can be read: {what}")]
    NotAStatement {
        /// What it looks like.
        what: String,
    },
    /// No column could be taken for a date, or none for an amount.
    #[error("no column of {missing} was found; choose it by hand")]
    ColumnNotFound {
        /// `dates` or `amounts`.
        missing: String,
    },
    /// It breaks off or nests beyond what any statement does.
    #[error("line {line}: {what}")]
    Malformed {
        /// Where reading stopped.
        line: u32,
        /// What is wrong there.
        what: String,
    },
    /// It is larger than can be imported at once.
    #[error("the file has {found} bytes, at most {limit} can be imported at once")]
    TooLarge {
        /// Its size in bytes.
        #[cfg_attr(feature = "types", specta(type = u32))]
        found: u64,
        /// The limit in bytes.
        #[cfg_attr(feature = "types", specta(type = u32))]
        limit: u64,
    },
}
