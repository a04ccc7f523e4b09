//! Days, periods and column headings in words.

use super::locale::{Calendar, Language, Locale};
use crate::{Interval, Period};
use chrono::Datelike;
use ledger::{Day, Month};

impl Locale {
    fn year(&self, day: Day) -> String {
        let year = day.date().year();
        match self.calendar {
            Calendar::Gregorian => year.to_string(),
            Calendar::Buddhist => (year + 543).to_string(),
        }
    }

    fn month_name(&self, day: Day, short: bool) -> &'static str {
        let names = if short { &self.words().short_months } else { &self.words().months };
        // A month is never 12 or more.
        names.get(day.date().month0() as usize).copied().unwrap_or_default()
    }

    /// `22 Nov 2026`.
    pub fn day(&self, day: Day) -> String {
        format!("{} {} {}", day.date().day(), self.month_name(day, true), self.year(day))
    }

    /// `22 November 2026`.
    pub fn long_day(&self, day: Day) -> String {
        format!("{} {} {}", day.date().day(), self.month_name(day, false), self.year(day))
    }

    /// `22 Nov`.
    pub(crate) fn day_of_month(&self, day: Day) -> String {
        format!("{} {}", day.date().day(), self.month_name(day, true))
    }

    /// The label of a month's beginning on an axis: `Nov`, with its year where that is new, or the year alone.
    pub(crate) fn axis_month(&self, day: Day, with_year: bool, year_alone: bool) -> String {
        match (year_alone, with_year) {
            (true, _) => self.year(day),
            (false, true) => self.short_month(day),
            (false, false) => self.month_name(day, true).to_owned(),
        }
    }

    /// The name of a column on an axis: as short as can be.
    pub(crate) fn axis_column(&self, period: Period, interval: Interval) -> String {
        match interval {
            Interval::Day | Interval::Week => self.day_of_month(period.from()),
            Interval::Year => self.year(period.from()),
            _ => self.column(period, interval),
        }
    }

    /// `Nov 2026`.
    pub(crate) fn short_month(&self, day: Day) -> String {
        format!("{} {}", self.month_name(day, true), self.year(day))
    }

    /// A whole year, quarter or month by its name; otherwise the first and the last day: `2026`, `Q4 2026`,
    /// `November 2026`, `1 January – 22 November 2026`.
    pub fn period(&self, period: Period) -> String {
        let from = period.from();
        if period == Period::year(from) {
            return self.whole_year(from);
        }
        if period == Period::quarter(from) {
            return self.quarter(from);
        }
        if period == Period::month(from) {
            return format!("{} {}", self.month_name(from, false), self.year(from));
        }
        self.span(period, |day| self.long_day(day), false)
    }

    /// The name of a column, short. A quarter or a year that the period cuts is told by its days: its name would claim the
    /// whole of it.
    pub fn column(&self, period: Period, interval: Interval) -> String {
        match interval {
            Interval::Day => self.day(period.from()),
            Interval::Week => self.span(period, |day| self.day(day), true),
            Interval::Month => self.short_month(period.from()),
            Interval::Whole if period.whole_months() == Some(1) => self.short_month(period.from()),
            Interval::Year | Interval::Whole if period == Period::year(period.from()) => {
                self.whole_year(period.from())
            }
            Interval::Quarter | Interval::Whole if period == Period::quarter(period.from()) => {
                self.quarter(period.from())
            }
            Interval::Quarter | Interval::Year | Interval::Whole => {
                self.span(period, |day| self.day(day), true)
            }
        }
    }

    fn quarter(&self, day: Day) -> String {
        let number = Month::of(day).number().rem_euclid(12) / 3 + 1;
        match self.language {
            Language::English => format!("Q{number} {}", self.year(day)),
            Language::Thai => format!("ไตรมาส {number}/{}", self.year(day)),
        }
    }

    /// A year that stands alone; readers take one in Thai for Buddhist.
    fn whole_year(&self, day: Day) -> String {
        match (self.language, self.calendar) {
            (Language::Thai, Calendar::Buddhist) => format!("ปี {}", self.year(day)),
            (Language::Thai, Calendar::Gregorian) => format!("ค.ศ. {}", self.year(day)),
            (Language::English, Calendar::Buddhist) => format!("BE {}", self.year(day)),
            (Language::English, Calendar::Gregorian) => self.year(day),
        }
    }

    /// Two days with a dash; what they share is said once, at the end.
    fn span(&self, period: Period, text: impl Fn(Day) -> String, short: bool) -> String {
        let (from, to) = (period.from(), period.to());
        if from == to {
            return text(to);
        }
        let same_year = from.date().year() == to.date().year();
        let first = if Month::of(from) == Month::of(to) {
            from.date().day().to_string()
        } else if same_year {
            format!("{} {}", from.date().day(), self.month_name(from, short))
        } else {
            text(from)
        };
        // A dash between bare numbers stands close.
        let dash = if Month::of(from) == Month::of(to) { "–" } else { " – " };
        format!("{first}{dash}{}", text(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_names_in_both_languages_and_calendars() {
        for (from, to, english, thai) in [
            ("2026-01-01", "2026-12-31", "2026", "ปี 2569"),
            ("2026-10-01", "2026-12-31", "Q4 2026", "ไตรมาส 4/2569"),
            ("2026-11-01", "2026-11-30", "November 2026", "พฤศจิกายน 2569"),
            ("2026-11-22", "2026-11-22", "22 November 2026", "22 พฤศจิกายน 2569"),
            ("2026-11-02", "2026-11-08", "2–8 November 2026", "2–8 พฤศจิกายน 2569"),
            ("2026-01-01", "2026-11-22", "1 January – 22 November 2026", "1 มกราคม – 22 พฤศจิกายน 2569"),
            (
                "2025-12-29",
                "2026-01-04",
                "29 December 2025 – 4 January 2026",
                "29 ธันวาคม 2568 – 4 มกราคม 2569",
            ),
        ] {
            let period = Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
            assert_eq!(
                (Locale::ENGLISH.period(period), Locale::THAI.period(period)),
                (english.into(), thai.into())
            );
        }
    }

    #[test]
    fn columns_have_short_names() {
        let period = Period::new("2026-11-02".parse().unwrap(), "2026-11-08".parse().unwrap()).unwrap();
        for (interval, english, thai) in [
            (Interval::Day, "2 Nov 2026", "2 พ.ย. 2569"),
            (Interval::Week, "2–8 Nov 2026", "2–8 พ.ย. 2569"),
            (Interval::Month, "Nov 2026", "พ.ย. 2569"),
            (Interval::Quarter, "2–8 Nov 2026", "2–8 พ.ย. 2569"),
            (Interval::Year, "2–8 Nov 2026", "2–8 พ.ย. 2569"),
            (Interval::Whole, "2–8 Nov 2026", "2–8 พ.ย. 2569"),
        ] {
            let found = (Locale::ENGLISH.column(period, interval), Locale::THAI.column(period, interval));
            assert_eq!(found, (english.into(), thai.into()));
        }
    }

    #[test]
    fn a_quarter_or_a_year_that_is_whole_has_its_name() {
        let day = "2026-11-02".parse().unwrap();
        for (period, interval, english, thai) in [
            (Period::quarter(day), Interval::Quarter, "Q4 2026", "ไตรมาส 4/2569"),
            (Period::quarter(day), Interval::Whole, "Q4 2026", "ไตรมาส 4/2569"),
            (Period::year(day), Interval::Year, "2026", "ปี 2569"),
            (Period::year(day), Interval::Whole, "2026", "ปี 2569"),
        ] {
            let found = (Locale::ENGLISH.column(period, interval), Locale::THAI.column(period, interval));
            assert_eq!(found, (english.into(), thai.into()));
        }
    }
}
