//! A calendar month as a number: the grain of the roll-ups.

use crate::Day;
use chrono::{Datelike, Months, NaiveDate};

/// Months since January 1970; negative before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month `number` months after January 1970, if its days lie within [`Day`]'s range.
    pub fn from_number(number: i64) -> Option<Self> {
        let month = Self(i32::try_from(number).ok()?);
        (Self::of(Day::MIN)..=Self::of(Day::MAX)).contains(&month).then_some(month)
    }

    /// The month that a day is in.
    pub fn of(day: Day) -> Self {
        let date = day.date();
        Self((date.year() - 1970) * 12 + date.month0().cast_signed())
    }

    /// Months since January 1970.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The first day.
    pub fn first(self) -> Day {
        let (year, month0) = (1970 + self.0.div_euclid(12), self.0.rem_euclid(12));
        Day::from_date(NaiveDate::from_ymd_opt(year, month0.cast_unsigned() + 1, 1).unwrap_or(NaiveDate::MAX))
    }

    /// The last day.
    pub fn last(self) -> Day {
        let next = self.first().date().checked_add_months(Months::new(1));
        next.and_then(|date| date.pred_opt()).map_or(Day::MAX, Day::from_date)
    }

    /// The month `months` later (earlier when negative).
    #[must_use]
    pub fn offset(self, months: i32) -> Self {
        Self(self.0.saturating_add(months).clamp(Self::of(Day::MIN).0, Self::of(Day::MAX).0))
    }
}

/// As `2026-11`.
impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.first().date().format("%Y-%m").fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_knows_its_first_and_last_day() {
        for (day, month, number, first, last) in [
            ("1970-01-31", "1970-01", 0, "1970-01-01", "1970-01-31"),
            ("1969-12-01", "1969-12", -1, "1969-12-01", "1969-12-31"),
            ("2024-02-29", "2024-02", 649, "2024-02-01", "2024-02-29"),
            ("9999-12-31", "9999-12", 96_359, "9999-12-01", "9999-12-31"),
        ] {
            let found = Month::of(day.parse().unwrap());
            assert_eq!(
                (found.to_string(), found.number(), found.first().to_string(), found.last().to_string()),
                (month.into(), number, first.into(), last.into()),
                "{day}"
            );
        }
    }
}
