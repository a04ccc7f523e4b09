//! Which days are worked.

use chrono::{Datelike, Weekday};
use ledger::Day;
use std::collections::BTreeSet;

/// The days on which banks work: all but weekends and holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workdays {
    weekend: Vec<Weekday>,
    holidays: BTreeSet<Day>,
}

impl Default for Workdays {
    fn default() -> Self {
        Self::new([])
    }
}

impl Workdays {
    /// Workdays with these holidays, and Saturdays and Sundays free.
    pub fn new(holidays: impl IntoIterator<Item = Day>) -> Self {
        Self { weekend: vec![Weekday::Sat, Weekday::Sun], holidays: holidays.into_iter().collect() }
    }

    /// The same with other days of the week free.
    #[must_use]
    pub fn with_weekend(mut self, weekend: Vec<Weekday>) -> Self {
        self.weekend = weekend;
        self
    }

    /// Makes a day a holiday, or takes it off the holidays. Weekends stay free.
    pub fn set_holiday(&mut self, day: Day, holiday: bool) {
        if holiday {
            self.holidays.insert(day);
        } else {
            self.holidays.remove(&day);
        }
    }

    /// `true` on a workday.
    pub fn works(&self, day: Day) -> bool {
        !self.weekend.contains(&day.date().weekday()) && !self.holidays.contains(&day)
    }
}
