//! The periods that a budget is kept in.

use chrono::Weekday;
use ledger::{Day, Month};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;

/// The number of a period of a [`Cadence`]: one more for each period, negative before 1970.
pub type PeriodNumber = i32;

/// How long a budget's periods are, and where they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "every")]
pub enum Cadence {
    /// Weeks.
    Week {
        /// The weekday that they begin on.
        starts: Weekday,
    },
    /// Months, by the calendar or from pay day to pay day; named after the month that they begin in.
    Month {
        /// The day that they begin on.
        starts: MonthDay,
    },
    /// Calendar quarters.
    Quarter,
    /// Calendar years.
    Year,
    /// As many days as one likes: two weeks from pay day, a trip.
    Days {
        /// The first day of one of the periods.
        from: Day,
        /// How many days each has.
        length: NonZeroU16,
    },
}

/// A day that every month has: 1 to 28.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct MonthDay(u8);

/// A day of the month that some month lacks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{day} is not a day that every month has (1 to 28)")]
pub struct NotInEveryMonth {
    /// The day given.
    pub day: u8,
}

impl MonthDay {
    /// The first of the month.
    pub const FIRST: Self = Self(1);

    /// The day `day` of every month.
    ///
    /// # Errors
    /// [`NotInEveryMonth`] outside 1 to 28.
    pub fn new(day: u8) -> Result<Self, NotInEveryMonth> {
        if (1..=28).contains(&day) { Ok(Self(day)) } else { Err(NotInEveryMonth { day }) }
    }
}

impl TryFrom<u8> for MonthDay {
    type Error = NotInEveryMonth;
    fn try_from(day: u8) -> Result<Self, NotInEveryMonth> {
        Self::new(day)
    }
}

impl From<MonthDay> for u8 {
    fn from(day: MonthDay) -> u8 {
        day.0
    }
}

impl Cadence {
    /// The number of the period that a day is in.
    pub fn period_of(self, day: Day) -> PeriodNumber {
        let (month, first) = (Month::of(day).number(), |day: MonthDay| i32::from(day.0) - 1);
        match self {
            // 1 January 1970 was a Thursday.
            Self::Week { starts } => (day.number() - week_offset(starts)).div_euclid(7),
            Self::Month { starts } => Month::of(day.offset(-first(starts))).number(),
            Self::Quarter => month.div_euclid(3),
            Self::Year => month.div_euclid(12),
            Self::Days { from, length } => (day.number() - from.number()).div_euclid(i32::from(length.get())),
        }
    }

    /// The first day of a period.
    pub fn first(self, period: PeriodNumber) -> Day {
        let month = |number: i64| Month::from_number(number).map_or(clamped(number), Month::first);
        let epoch = |days: i64| Day::from_number(days).unwrap_or(clamped(days));
        let period = i64::from(period);
        match self {
            Self::Week { starts } => epoch(period * 7 + i64::from(week_offset(starts))),
            Self::Month { starts } => month(period).offset(i32::from(starts.0) - 1),
            Self::Quarter => month(period * 3),
            Self::Year => month(period * 12),
            Self::Days { from, length } => epoch(i64::from(from.number()) + period * i64::from(length.get())),
        }
    }

    /// The last day of a period.
    pub fn last(self, period: PeriodNumber) -> Day {
        self.first(period.saturating_add(1)).offset(-1)
    }
}

/// Days from 1 January 1970 to the first `weekday` on or after it.
fn week_offset(weekday: Weekday) -> i32 {
    weekday.days_since(Weekday::Thu).cast_signed()
}

/// The end of time that a number beyond it lies at.
fn clamped(number: i64) -> Day {
    if number < 0 { Day::MIN } else { Day::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_in_the_period_between_its_first_and_its_last_day() {
        let month = |starts| Cadence::Month { starts: MonthDay::new(starts).unwrap() };
        let fortnight = Cadence::Days { from: day("2026-11-06"), length: NonZeroU16::new(14).unwrap() };
        for (cadence, on, first, last) in [
            (Cadence::Week { starts: Weekday::Mon }, "2026-11-22", "2026-11-16", "2026-11-22"),
            (Cadence::Week { starts: Weekday::Sun }, "2026-11-22", "2026-11-22", "2026-11-28"),
            (month(1), "2024-02-29", "2024-02-01", "2024-02-29"),
            (month(25), "2026-11-24", "2026-10-25", "2026-11-24"),
            (month(25), "2026-11-25", "2026-11-25", "2026-12-24"),
            (Cadence::Quarter, "2026-11-22", "2026-10-01", "2026-12-31"),
            (Cadence::Year, "1969-12-31", "1969-01-01", "1969-12-31"),
            (fortnight, "2026-11-22", "2026-11-20", "2026-12-03"),
            (fortnight, "2026-11-05", "2026-10-23", "2026-11-05"),
        ] {
            let period = cadence.period_of(day(on));
            let found = (cadence.first(period).to_string(), cadence.last(period).to_string());
            assert_eq!(found, (first.to_owned(), last.to_owned()), "{cadence:?} {on}");
        }
    }

    #[test]
    fn a_day_that_february_lacks_begins_no_month() {
        assert_eq!(MonthDay::new(29), Err(NotInEveryMonth { day: 29 }));
    }

    fn any_cadence() -> impl Strategy<Value = Cadence> {
        prop_oneof![
            (0_u8..7).prop_map(|day| Cadence::Week { starts: Weekday::try_from(day).unwrap() }),
            (1_u8..=28).prop_map(|day| Cadence::Month { starts: MonthDay(day) }),
            Just(Cadence::Quarter),
            Just(Cadence::Year),
            (-20_000_i32..40_000, 1_u16..900).prop_map(|(from, length)| Cadence::Days {
                from: Day::from_number(from.into()).unwrap(),
                length: NonZeroU16::new(length).unwrap(),
            }),
        ]
    }

    proptest! {
        #[test]
        fn periods_follow_each_other_without_gaps(cadence in any_cadence(), number in -20_000_i32..60_000) {
            let on = Day::from_number(number.into()).unwrap();
            let period = cadence.period_of(on);
            prop_assert!(cadence.first(period) <= on && on <= cadence.last(period));
            prop_assert_eq!(cadence.last(period).offset(1), cadence.first(period + 1));
            prop_assert_eq!(cadence.period_of(cadence.first(period)), period);
        }
    }
}
