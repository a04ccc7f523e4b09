//! How a period is cut into columns.

use crate::Period;
use chrono::{Datelike, Weekday};
use ledger::{Day, Month};

/// The length of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interval {
    /// A column a day.
    Day,
    /// A column a week; it begins on the weekday that [`Request`](crate::Request) names.
    Week,
    /// A column a calendar month.
    Month,
    /// A column a calendar quarter.
    Quarter,
    /// A column a calendar year.
    Year,
    /// One column.
    Whole,
}

impl Interval {
    /// The columns of `period`, in order, without gaps; the first and the last are cut where the period cuts them.
    pub fn split(self, period: Period, week_start: Weekday) -> impl Iterator<Item = Period> {
        let mut next = Some(period.from());
        std::iter::from_fn(move || {
            let from = next?;
            let to = self.end(from, week_start).unwrap_or(period.to()).min(period.to());
            next = (to < period.to()).then(|| to.offset(1));
            Period::new(from, to).ok()
        })
    }

    /// The last day of the column that `day` is in; `None` where there is only one column.
    fn end(self, day: Day, week_start: Weekday) -> Option<Day> {
        let months = |length: i32| {
            let month = Month::of(day);
            month.offset(length - 1 - month.number().rem_euclid(length)).last()
        };
        match self {
            Self::Day => Some(day),
            Self::Week => {
                let passed = day.date().weekday().days_since(week_start).cast_signed();
                Some(day.offset(6 - passed))
            }
            Self::Month => Some(months(1)),
            Self::Quarter => Some(months(3)),
            Self::Year => Some(months(12)),
            Self::Whole => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_cut_at_the_ends_of_its_intervals() {
        let period = Period::new("2026-01-15".parse().unwrap(), "2026-04-02".parse().unwrap()).unwrap();
        for (interval, week_start, count, first, last) in [
            (Interval::Day, Weekday::Mon, 78, "2026-01-15", "2026-04-02"),
            (Interval::Week, Weekday::Mon, 12, "2026-01-18", "2026-03-30"),
            (Interval::Week, Weekday::Sun, 12, "2026-01-17", "2026-03-29"),
            (Interval::Month, Weekday::Mon, 4, "2026-01-31", "2026-04-01"),
            (Interval::Quarter, Weekday::Mon, 2, "2026-03-31", "2026-04-01"),
            (Interval::Year, Weekday::Mon, 1, "2026-04-02", "2026-01-15"),
            (Interval::Whole, Weekday::Mon, 1, "2026-04-02", "2026-01-15"),
        ] {
            let columns: Vec<Period> = interval.split(period, week_start).collect();
            let ends = (columns.len(), columns[0].to().to_string(), columns[count - 1].from().to_string());
            assert_eq!(ends, (count, first.into(), last.into()), "{interval:?} {week_start}");
            assert_eq!((columns[0].from(), columns[count - 1].to()), (period.from(), period.to()));
            for pair in columns.windows(2) {
                assert_eq!(pair[0].to().offset(1), pair[1].from());
            }
        }
    }
}
