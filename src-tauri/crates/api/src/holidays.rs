//! Public holidays: those of a country's law, and what a person adds to them or strikes out.

use crate::accounts::parse_day;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView};
use ledger::Day;
use planning::{Country, OwnHoliday};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Delta;

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
    /// The country's code.
    pub country: String,
    /// The day.
    pub date: String,
    /// What it is called: by whoever added it, else in English.
    pub name: String,
    /// What it is called in Thai, where that is known.
    pub thai: Option<String>,
    /// `true` where a person added it.
    pub own: bool,
    /// `true` where a person struck it out: work goes on.
    pub struck: bool,
}

impl Books {
    /// The countries whose holidays are known, in order of name.
    pub fn holiday_countries() -> Vec<HolidayCountry> {
        let country = |one: Country| HolidayCountry { code: one.code.to_owned(), name: one.name.to_owned() };
        let mut countries: Vec<HolidayCountry> = Country::all().map(country).collect();
        countries.sort_by(|a, b| a.name.cmp(&b.name));
        countries
    }

    /// The holidays of a country in a year, in order, with those that a person struck out.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for a country that is not known.
    pub async fn holidays(&self, country: &str, year: u32) -> Result<Vec<HolidayView>, ApiError> {
        let country = known(country)?;
        let (from, to) = (parse_day(&format!("{year:04}-01-01"))?, parse_day(&format!("{year:04}-12-31"))?);
        let own = self.store.read().await?.own_holidays().await?;
        Ok(between(country.code, &own, from, to))
    }

    /// Adds a holiday of one's own, or renames it; without a name takes it away again.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for a country that is not known.
    pub async fn holiday_set(
        &self,
        country: &str,
        date: &str,
        name: Option<&str>,
    ) -> Result<Option<EntryView>, ApiError> {
        let name = name.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let (country, day) = (known(country)?.code.to_owned(), parse_day(date)?);
        let detail = serde_json::json!({ "date": day, "name": name.clone().unwrap_or_default() });
        let after = name.map(|name| OwnHoliday { country: country.clone(), day, name: Some(name) });
        self.say_holiday(&country, day, after, "holiday_set", detail).await
    }

    /// Strikes a holiday out, or lets it hold again.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for a country that is not known, or a day that is no holiday there.
    pub async fn holiday_strike(
        &self,
        country: &str,
        date: &str,
        struck: bool,
    ) -> Result<Option<EntryView>, ApiError> {
        let (known, day) = (known(country)?, parse_day(date)?);
        if !known.holidays().iter().any(|holiday| holiday.day == day) {
            return Err(ApiError::missing(format!("a holiday in {} on {day}", known.name)));
        }
        let country = known.code.to_owned();
        let after = struck.then(|| OwnHoliday { country: country.clone(), day, name: None });
        let detail = serde_json::json!({ "date": day });
        self.say_holiday(&country, day, after, "holiday_strike", detail).await
    }

    async fn say_holiday(
        &self,
        country: &str,
        day: Day,
        after: Option<OwnHoliday>,
        name: &'static str,
        detail: serde_json::Value,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let known = edit.books().own_holidays().await?;
        let before = known.into_iter().find(|holiday| holiday.country == country && holiday.day == day);
        if before != after {
            edit.change(Delta { before, after });
        }
        EntryView::of(edit.commit(name, detail).await?)
    }
}

fn known(code: &str) -> Result<Country, ApiError> {
    Country::find(code).ok_or_else(|| ApiError::missing(format!("a table of the holidays of “{code}”")))
}

/// The holidays of a country between two days, in order, with what a person added and struck out; none for a country that
/// is not known.
pub(crate) fn between(code: &str, own: &[OwnHoliday], from: Day, to: Day) -> Vec<HolidayView> {
    let Some(country) = Country::find(code) else { return Vec::new() };
    let own: BTreeMap<Day, &OwnHoliday> =
        own.iter().filter(|one| one.country == country.code).map(|one| (one.day, one)).collect();
    let view = |day: Day, name: &str, thai: Option<&str>, own: bool, struck: bool| HolidayView {
        country: country.code.to_owned(),
        date: day.to_string(),
        name: name.to_owned(),
        thai: thai.map(str::to_owned),
        own,
        struck,
    };
    let mut views: BTreeMap<Day, HolidayView> = BTreeMap::new();
    for holiday in country.holidays() {
        let struck = own.get(&holiday.day).is_some_and(|own| own.name.is_none());
        views.insert(holiday.day, view(holiday.day, holiday.name, holiday.thai, false, struck));
    }
    for (day, holiday) in own {
        if let Some(name) = &holiday.name {
            views.insert(day, view(day, name, None, true, false));
        }
    }
    views.into_iter().filter(|(day, _)| (from..=to).contains(day)).map(|(_, view)| view).collect()
}
