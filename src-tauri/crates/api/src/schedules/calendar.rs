//! What comes on which day.

use super::OccurrenceView;
use crate::{ApiError, Books, Money};
use serde::Serialize;
use specta::Type;

/// A day on which something is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CalendarDay {
    /// The day.
    pub date: String,
    /// The names of its holidays in the ledger's country, where it has one.
    pub holidays: Vec<String>,
    /// What schedules bring.
    pub occurrences: Vec<OccurrenceView>,
    /// What bills bring that were found and not yet confirmed.
    pub bills: Vec<ExpectedBill>,
    /// What goes out that day by all of these, in the ledger's currency; none where a rate is missing.
    pub out: Option<String>,
    /// What comes in that day.
    pub incoming: Option<String>,
}

/// A payment that a found bill will bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ExpectedBill {
    /// The bill.
    pub bill: String,
    /// Who is paid.
    pub payee: String,
    /// How much, above zero.
    pub amount: Money,
}

impl Books {
    /// The days `from` to `to`, both included, on which something comes, in order.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] for days that are none, or more than 800 of them.
    pub async fn calendar(&self, _from: &str, _to: &str) -> Result<Vec<CalendarDay>, ApiError> {
        Ok(Vec::new())
    }
}
