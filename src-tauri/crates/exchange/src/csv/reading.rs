//! A complete description of how one delimited file is to be read.

use crate::date::DateFormat;
use crate::number::NumberFormat;
use serde::{Deserialize, Serialize};
use twox_hash::XxHash64;

/// How to read a delimited file. [`super::detect`] guesses it, a person may change every part of it, and
/// [`super::read`] does as it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "CsvReading"))]
pub struct Reading {
    /// The encoding's WHATWG name: `UTF-8`, `windows-874`.
    pub encoding: String,
    /// What stands between cells.
    pub delimiter: char,
    /// What encloses cells; `None` where quotation marks mean nothing.
    pub quote: Option<char>,
    /// `true` where each line as a whole is one quoted cell.
    pub wrapped: bool,
    /// How many rows make a record: 1, or 2 where a record's cells go on in the next row.
    pub record_rows: u32,
    /// How many rows the header takes; 0 where there is none.
    pub header_rows: u32,
    /// The line of the header, or of the first record where there is no header. A header that moved is found by its
    /// words all the same.
    pub first_line: u32,
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// How dates are written.
    pub dates: DateFormat,
    /// How amounts are written.
    pub numbers: NumberFormat,
    /// What the signs of amounts mean.
    pub signs: Signs,
    /// The words of the direction column for money going out, as the file writes them.
    pub out_words: Vec<String>,
    /// The words of the direction column for money coming in.
    pub in_words: Vec<String>,
    /// What the fee column means for the amount.
    pub fee: FeeRule,
    /// `true` where the balance is what is owed: positive for a debt.
    pub owed: bool,
    /// `true` where the file lists the newest row first.
    pub newest_first: bool,
    /// `true` where rows without date and amount carry on the text of the row above.
    pub continued: bool,
    /// Which rows are records, where a column tells them from others.
    pub only: Option<RowFilter>,
    /// The currency of rows that name none.
    pub currency: Option<String>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "CsvColumn"))]
pub struct Column {
    /// Its header, blank where it has none.
    pub name: String,
    /// What it is for.
    pub role: Role,
    /// What was found in it.
    pub content: Content,
    /// How many digits after the decimal mark the file leaves out: 2 for amounts in cents.
    pub implied_decimals: u32,
}

/// What a column is for. A role that a row can have but once goes to the first column that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "CsvRole"))]
pub enum Role {
    /// The day on which the row was booked.
    Date,
    /// Another day of the row, which stands in where it is not booked yet.
    OtherDate,
    /// The time of day.
    Time,
    /// The amount moved.
    Amount,
    /// The amount taken out.
    MoneyOut,
    /// The amount put in.
    MoneyIn,
    /// Whether the amount goes out or comes in.
    Direction,
    /// A fee.
    Fee,
    /// The account's balance after the row.
    Balance,
    /// The currency of the amount.
    Currency,
    /// Who was paid, or who paid.
    Payee,
    /// Who paid, where another column has who was paid: it is the payee of money that comes in.
    Payer,
    /// What the bank says of the row; several columns are joined from left to right.
    Description,
    /// A person's own words.
    Note,
    /// The category.
    Category,
    /// A category below the category.
    Subcategory,
    /// Labels, set apart by commas or semicolons.
    Tags,
    /// Whether the row is booked, pending or cancelled.
    Status,
    /// The bank's own id of the row.
    ExternalId,
    /// The account that the row belongs to.
    Account,
    /// The other account of a transfer.
    Transfer,
    /// Text that ends with the amount.
    TextAndAmount,
    /// Nothing that is kept.
    Ignored,
}

/// What was found in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "CsvContent"))]
pub enum Content {
    /// Nothing.
    Empty,
    /// Dates.
    Date,
    /// Numbers.
    Number,
    /// Currency codes.
    Currency,
    /// Anything else.
    Text,
}

/// What the signs of amounts mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "CsvSigns"))]
pub enum Signs {
    /// Amounts are signed already: minus is out of the account, in whichever column.
    AsWritten,
    /// Minus is into the account, as on cards whose statements list debts.
    Inverted,
    /// The direction, or the column, decides; the sign says nothing.
    Absolute,
    /// The direction, or the column, decides, and minus turns it round.
    Relative,
}

/// What a fee column means for the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum FeeRule {
    /// The amount holds it already.
    Included,
    /// It goes off the amount, whatever its sign.
    Deducted,
}

/// Which rows are records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct RowFilter {
    /// The column, counted from 0.
    #[cfg_attr(feature = "types", specta(type = u32))]
    pub column: usize,
    /// What it holds in records.
    pub values: Vec<String>,
}

impl Reading {
    /// The first column with `role`, counted from 0.
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// A fingerprint of the file's header and shape, the same for every file of this kind and for every choice a person
    /// makes, so that choices can be remembered by it.
    pub fn signature(&self) -> String {
        let mut shape = format!("{}{}", self.delimiter, self.record_rows);
        for column in &self.columns {
            shape.push('\u{1f}');
            // Content varies between files of one kind where a column may be empty; headers do not.
            if self.header_rows == 0 {
                shape.push_str(match column.content {
                    Content::Date => "date",
                    Content::Number => "number",
                    Content::Currency | Content::Text | Content::Empty => "text",
                });
            } else {
                shape.push_str(column.name.trim());
            }
        }
        format!("{:016x}", XxHash64::oneshot(0, shape.as_bytes()))
    }

    /// This reading of a new file with the choices once made for a file of the same signature; where the file begins
    /// and how it is encoded stay as found.
    #[must_use]
    pub fn with_choices_of(mut self, remembered: &Self) -> Self {
        if self.columns.len() != remembered.columns.len() {
            return self;
        }
        for (column, known) in self.columns.iter_mut().zip(&remembered.columns) {
            column.role = known.role;
            column.implied_decimals = known.implied_decimals;
        }
        let year = self.dates.year.or(remembered.dates.year);
        self.dates = DateFormat { year, ..remembered.dates };
        self.numbers = remembered.numbers;
        self.signs = remembered.signs;
        self.out_words.clone_from(&remembered.out_words);
        self.in_words.clone_from(&remembered.in_words);
        self.fee = remembered.fee;
        self.owed = remembered.owed;
        self.continued = remembered.continued;
        self.only.clone_from(&remembered.only);
        self.currency = remembered.currency.clone().or(self.currency);
        self
    }
}
