//! A span of days, and the common ways to name one.

use chrono::{Datelike, Months};
use ledger::{Day, Month};

/// A span of days, both ends included: at least one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    from: Day,
    to: Day,
}

/// A period that would end before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a period cannot begin on {from} and end before that, on {to}")]
pub struct BackwardsPeriod {
    /// The first day asked for.
    pub from: Day,
    /// The last day asked for.
    pub to: Day,
}

impl Period {
    /// The days from `from` to `to`.
    ///
    /// # Errors
    /// [`BackwardsPeriod`] when it would end before it begins.
    pub fn new(from: Day, to: Day) -> Result<Self, BackwardsPeriod> {
        if from <= to { Ok(Self { from, to }) } else { Err(BackwardsPeriod { from, to }) }
    }

    /// The month that a day is in.
    pub fn month(day: Day) -> Self {
        Self::months(Month::of(day), 1)
    }

    /// The calendar quarter that a day is in.
    pub fn quarter(day: Day) -> Self {
        let month = Month::of(day);
        Self::months(month.offset(-month.number().rem_euclid(3)), 3)
    }

    /// The calendar year that a day is in.
    pub fn year(day: Day) -> Self {
        let month = Month::of(day);
        Self::months(month.offset(-month.number().rem_euclid(12)), 12)
    }

    /// The calendar year that a day is in, up to that day.
    pub fn year_to_date(day: Day) -> Self {
        Self { from: Self::year(day).from, to: day }
    }

    /// The twelve whole months that end with the month of a day.
    pub fn last_twelve_months(day: Day) -> Self {
        Self::months(Month::of(day).offset(-11), 12)
    }

    /// `count` whole months from `first` on.
    fn months(first: Month, count: i32) -> Self {
        Self { from: first.first(), to: first.offset(count - 1).last() }
    }

    /// The first day.
    pub fn from(self) -> Day {
        self.from
    }

    /// The last day.
    pub fn to(self) -> Day {
        self.to
    }

    /// How many days there are.
    pub fn days(self) -> i32 {
        self.to.number() - self.from.number() + 1
    }

    /// `true` for a day within.
    pub fn contains(self, day: Day) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// How many months it is, if it is made of whole ones.
    pub fn whole_months(self) -> Option<i32> {
        let (first, last) = (Month::of(self.from), Month::of(self.to));
        let whole = first.first() == self.from && last.last() == self.to;
        whole.then(|| last.number() - first.number() + 1)
    }

    /// The period of the same length just before: as many whole months, or as many days.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.whole_months() {
            Some(months) => Self::months(Month::of(self.from).offset(-months), months),
            None => Self { from: self.from.offset(-self.days()), to: self.from.offset(-1).min(self.to) },
        }
    }

    /// The same dates a year before. The end of a month stays the end of that month; otherwise 29 February becomes the 28th.
    #[must_use]
    pub fn year_before(self) -> Self {
        let month = Month::of(self.to);
        let to = if month.last() == self.to { month.offset(-12).last() } else { a_year_before(self.to) };
        Self { from: a_year_before(self.from).min(to), to }
    }
}

fn a_year_before(day: Day) -> Day {
    let date = day.date().checked_sub_months(Months::new(12)).filter(|date| date.year() > 0);
    date.map_or(Day::MIN, Day::from_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        let (from, to) = text.split_once("..").unwrap();
        Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_day_lies_in_its_month_quarter_and_year() {
        let day: Day = "2026-11-22".parse().unwrap();
        for (found, expected) in [
            (Period::month(day), "2026-11-01..2026-11-30"),
            (Period::quarter(day), "2026-10-01..2026-12-31"),
            (Period::year(day), "2026-01-01..2026-12-31"),
            (Period::year_to_date(day), "2026-01-01..2026-11-22"),
            (Period::last_twelve_months(day), "2025-12-01..2026-11-30"),
        ] {
            assert_eq!(found, period(expected));
        }
    }

    #[test]
    fn a_period_has_one_before_it_and_one_a_year_before() {
        for (of, previous, year_before) in [
            ("2026-03-01..2026-03-31", "2026-02-01..2026-02-28", "2025-03-01..2025-03-31"),
            ("2026-01-01..2026-12-31", "2025-01-01..2025-12-31", "2025-01-01..2025-12-31"),
            ("2025-02-01..2025-02-28", "2025-01-01..2025-01-31", "2024-02-01..2024-02-29"),
            ("2024-02-15..2024-02-29", "2024-01-31..2024-02-14", "2023-02-15..2023-02-28"),
            ("2024-02-29..2024-03-10", "2024-02-18..2024-02-28", "2023-02-28..2023-03-10"),
            ("2026-01-01..2026-11-22", "2025-02-09..2025-12-31", "2025-01-01..2025-11-22"),
        ] {
            let of = period(of);
            assert_eq!((of.previous(), of.year_before()), (period(previous), period(year_before)), "{of:?}");
        }
    }

    #[test]
    fn a_period_cannot_end_before_it_begins() {
        let (from, to) = ("2026-02-01".parse().unwrap(), "2026-01-31".parse().unwrap());
        assert_eq!(Period::new(from, to), Err(BackwardsPeriod { from, to }));
    }
}
