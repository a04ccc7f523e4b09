//! The columns of a reading by what they are for.

use super::reading::{Reading, Role};
use crate::FileError;

/// Where the amount of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AmountAt {
    Column(usize),
    Flagged {
        amount: usize,
        flag: usize,
    },
    Pair {
        out: Option<usize>,
        into: Option<usize>,
    },
    /// At the end of a text.
    Text(usize),
}

/// The columns of a reading.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub date: usize,
    pub other_dates: Vec<usize>,
    pub time: Option<usize>,
    pub amount: AmountAt,
    pub fee: Option<usize>,
    pub balance: Option<usize>,
    pub currency: Option<usize>,
    pub payee: Option<usize>,
    pub payer: Option<usize>,
    pub descriptions: Vec<usize>,
    pub notes: Vec<usize>,
    pub category: Option<usize>,
    pub subcategory: Option<usize>,
    pub tags: Vec<usize>,
    pub status: Option<usize>,
    pub id: Option<usize>,
    pub account: Option<usize>,
    pub transfer: Option<usize>,
    /// How many columns the table has.
    pub width: usize,
}

impl Layout {
    /// # Errors
    /// [`FileError::ColumnNotFound`] where `reading` names no date or no amount.
    pub fn of(reading: &Reading) -> Result<Self, FileError> {
        let one = |role: Role| reading.column(role);
        let all = |role: Role| -> Vec<usize> {
            (0..reading.columns.len()).filter(|column| reading.columns[*column].role == role).collect()
        };
        let missing = |what: &str| FileError::ColumnNotFound { missing: what.to_owned() };
        let mut other_dates = all(Role::OtherDate);
        let date = match one(Role::Date) {
            Some(date) => date,
            None if other_dates.is_empty() => return Err(missing("dates")),
            None => other_dates.remove(0),
        };
        let amount = match (one(Role::Amount), one(Role::Direction), one(Role::MoneyOut), one(Role::MoneyIn))
        {
            (Some(amount), Some(flag), ..) => AmountAt::Flagged { amount, flag },
            (Some(amount), ..) => AmountAt::Column(amount),
            (None, _, None, None) => {
                AmountAt::Text(one(Role::TextAndAmount).ok_or_else(|| missing("amounts"))?)
            }
            (None, _, out, into) => AmountAt::Pair { out, into },
        };
        Ok(Self {
            date,
            other_dates,
            time: one(Role::Time),
            amount,
            fee: one(Role::Fee),
            balance: one(Role::Balance),
            currency: one(Role::Currency),
            payee: one(Role::Payee),
            payer: one(Role::Payer),
            descriptions: all(Role::Description),
            notes: all(Role::Note),
            category: one(Role::Category),
            subcategory: one(Role::Subcategory),
            tags: all(Role::Tags),
            status: one(Role::Status),
            id: one(Role::ExternalId),
            account: one(Role::Account),
            transfer: one(Role::Transfer),
            width: reading.columns.len(),
        })
    }

    /// The columns of the amount.
    pub fn amounts(&self) -> impl Iterator<Item = usize> {
        let (first, second) = match self.amount {
            AmountAt::Column(amount) | AmountAt::Flagged { amount, .. } | AmountAt::Text(amount) => {
                (Some(amount), None)
            }
            AmountAt::Pair { out, into } => (out, into),
        };
        first.into_iter().chain(second)
    }

    /// The column that a stray delimiter is likeliest to have been in.
    pub fn texts(&self) -> impl Iterator<Item = usize> {
        self.descriptions.iter().chain(&self.payee).chain(&self.notes).copied()
    }
}
