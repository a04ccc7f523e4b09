//! A calendar day as a number, for keys and arithmetic.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Days since 1 January 1970 in the proleptic Gregorian calendar; negative before it.
///
/// As text: `2026-11-22`. Range: the years −9999 to 9999, so that every day has a four-digit ISO form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "types", derive(specta::Type), specta(transparent))]
pub struct Day(#[cfg_attr(feature = "types", specta(type = String))] i32);

const EPOCH_FROM_CE: i32 = 719_163;

impl Day {
    /// The first day that books may hold: 1 January of the year 1.
    pub const MIN: Self = Self(1 - EPOCH_FROM_CE);
    /// The last day that books may hold: 31 December 9999.
    pub const MAX: Self = Self(2_932_896);

    /// The day `number` days after 1 January 1970, if it lies within the range.
    pub fn from_number(number: i64) -> Option<Self> {
        let day = Self(i32::try_from(number).ok()?);
        (Self::MIN..=Self::MAX).contains(&day).then_some(day)
    }

    /// The day of a date; dates outside the range are clamped to its ends.
    pub fn from_date(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce() - EPOCH_FROM_CE).clamp(Self::MIN, Self::MAX)
    }

    /// Days since 1 January 1970.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The calendar date.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0 + EPOCH_FROM_CE).unwrap_or_default()
    }

    /// The day `days` later (earlier when negative), kept within the range.
    #[must_use]
    pub fn offset(self, days: i32) -> Self {
        Self(self.0.saturating_add(days)).clamp(Self::MIN, Self::MAX)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date().fmt(f)
    }
}

impl std::str::FromStr for Day {
    type Err = chrono::ParseError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Self::from_date)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_distance_from_1970() {
        for (text, number) in
            [("1970-01-01", 0), ("1969-12-31", -1), ("2026-11-22", 20_779), ("9999-12-31", 2_932_896)]
        {
            let day: Day = text.parse().unwrap();
            assert_eq!((day.number(), day.to_string().as_str()), (number, text));
        }
    }
}
