//! Public holidays: those of a country's law, and what a person adds to them or strikes out.

use crate::{ApiError, Books, EntryView};
use serde::Serialize;
use specta::Type;

/// A country whose holidays are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HolidayCountry {
    /// Its code of ISO 3166, `TH`.
    pub code: String,
    /// Its name in English.
    pub name: String,
}

/// A day without work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HolidayView {
    /// The day.
    pub date: String,
    /// What it is called, in the language of the ledger where that is known.
    pub name: String,
    /// `true` where a person added it.
    pub own: bool,
    /// `true` where a person struck it out: work goes on.
    pub struck: bool,
}

impl Books {
    /// The countries whose holidays are known, in order of name.
    pub fn holiday_countries() -> Vec<HolidayCountry> {
        Vec::new()
    }

    /// The holidays of a country in a year, in order.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for a country that is not known.
    pub async fn holidays(&self, _country: &str, _year: u32) -> Result<Vec<HolidayView>, ApiError> {
        Ok(Vec::new())
    }

    /// Adds a holiday of one's own, or renames it; without a name takes it away again.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for a country that is not known.
    pub async fn holiday_set(
        &self,
        _country: &str,
        _date: &str,
        _name: Option<&str>,
    ) -> Result<Option<EntryView>, ApiError> {
        Ok(None)
    }

    /// Strikes a holiday out, or lets it hold again.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for a day that is none.
    pub async fn holiday_strike(
        &self,
        _country: &str,
        _date: &str,
        _struck: bool,
    ) -> Result<Option<EntryView>, ApiError> {
        Ok(None)
    }
}
