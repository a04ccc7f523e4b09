//! Which days are worked.

use chrono::{Datelike, Weekday};
use ledger::Day;
use std::collections::BTreeSet;

/// The days on which banks work: all but Saturdays, Sundays and holidays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workdays {
    holidays: BTreeSet<Day>,
}

impl Workdays {
    /// Workdays with these holidays.
    pub fn new(holidays: impl IntoIterator<Item = Day>) -> Self {
        Self { holidays: holidays.into_iter().collect() }
    }

    /// `true` on a workday.
    pub fn works(&self, day: Day) -> bool {
        !matches!(day.date().weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }
}
