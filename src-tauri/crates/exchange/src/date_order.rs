//! In which order a file writes the parts of its dates.

use chrono::NaiveDate;
use ledger::Day;
use serde::{Deserialize, Serialize};

/// The order of day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum DateOrder {
    /// `31/12/2026`.
    DayMonthYear,
    /// `12/31/2026`.
    MonthDayYear,
    /// `2026-12-31`.
    YearMonthDay,
}

/// Years of two digits run from 1970 to 2069.
const FIRST_TWO_DIGIT_YEAR: i32 = 70;

impl DateOrder {
    /// All three.
    pub const ALL: [Self; 3] = [Self::DayMonthYear, Self::MonthDayYear, Self::YearMonthDay];

    /// The format in words: `DD/MM/YYYY`.
    pub fn format(self) -> &'static str {
        match self {
            Self::DayMonthYear => "DD/MM/YYYY",
            Self::MonthDayYear => "MM/DD/YYYY",
            Self::YearMonthDay => "YYYY-MM-DD",
        }
    }

    /// The day that `text` names in this order: three numbers set apart by anything (`1/ 5'05`, `31.12.2026`), eight
    /// digits, or a day, a month's English name and a year. What follows (a time) is left out.
    ///
    /// A year of the Thai calendar is taken for what it is; days before 1900 are refused.
    pub fn day(self, text: &str) -> Option<Day> {
        let mut parts = text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
        let first = parts.next()?;
        if first.len() == 8 && first.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.packed(first);
        }
        let (second, third) = (parts.next()?, parts.next()?);
        // `31T23:59:00` after a year and month.
        let third = third.split(|letter: char| !letter.is_ascii_digit()).next()?;
        if let Some(month) = month_named(second) {
            return self.dated(first, month, third);
        }
        if let Some(month) = month_named(first) {
            return date(year(third)?, month, second.parse().ok()?);
        }
        match self {
            Self::YearMonthDay => date(year(first)?, second.parse().ok()?, third.parse().ok()?),
            Self::DayMonthYear => date(year(third)?, second.parse().ok()?, first.parse().ok()?),
            Self::MonthDayYear => date(year(third)?, first.parse().ok()?, second.parse().ok()?),
        }
    }

    fn packed(self, digits: &str) -> Option<Day> {
        let part = |from: usize, to: usize| digits.get(from..to);
        match self {
            Self::YearMonthDay => {
                date(year(part(0, 4)?)?, part(4, 6)?.parse().ok()?, part(6, 8)?.parse().ok()?)
            }
            Self::DayMonthYear => {
                date(year(part(4, 8)?)?, part(2, 4)?.parse().ok()?, part(0, 2)?.parse().ok()?)
            }
            Self::MonthDayYear => {
                date(year(part(4, 8)?)?, part(0, 2)?.parse().ok()?, part(2, 4)?.parse().ok()?)
            }
        }
    }

    /// `5 Jan 2026` or `2026 Jan 5`: a named month leaves only the year to be found.
    fn dated(self, first: &str, month: u32, third: &str) -> Option<Day> {
        let year_first = first.len() == 4 || (self == Self::YearMonthDay && third.len() != 4);
        let (day, year_text) = if year_first { (third, first) } else { (first, third) };
        date(year(year_text)?, month, day.parse().ok()?)
    }
}

fn date(year: i32, month: u32, day: u32) -> Option<Day> {
    // Buddhist years run 543 ahead.
    let year = if (2443..2643).contains(&year) { year - 543 } else { year };
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| year >= 1900).map(Day::from_date)
}

fn year(digits: &str) -> Option<i32> {
    let number: i32 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(number),
        1 | 2 if number < FIRST_TWO_DIGIT_YEAR => Some(2000 + number),
        1 | 2 => Some(1900 + number),
        _ => None,
    }
}

fn month_named(word: &str) -> Option<u32> {
    let start = word.get(..3)?.to_ascii_lowercase();
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    (1..).zip(months).find(|(_, name)| *name == start).map(|(number, _)| number)
}

/// The order in which most of `dates` are days, and whether it is the only one. Among orders that fit alike, the one
/// in which the rows lie closest together in time wins, then `preferred`.
pub(crate) fn date_order<'a>(
    dates: &(impl Iterator<Item = &'a str> + Clone),
    preferred: DateOrder,
) -> (DateOrder, bool) {
    let weigh = |order: DateOrder| {
        let (mut refused, mut apart, mut last) = (0_usize, 0_u64, None);
        for text in dates.clone() {
            match order.day(text) {
                Some(day) => {
                    apart += last.map_or(0, |last: Day| u64::from(last.number().abs_diff(day.number())));
                    last = Some(day);
                }
                None => refused += 1,
            }
        }
        (refused, apart, order != preferred)
    };
    let weighed = DateOrder::ALL.map(|order| (weigh(order), order));
    let best = weighed.into_iter().min_by_key(|(weight, _)| *weight);
    best.map_or((preferred, false), |((refused, ..), order)| {
        let rivals = weighed.iter().filter(|((other, ..), rival)| *rival != order && *other == refused);
        (order, rivals.count() == 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};

    #[test]
    fn a_day_is_read_in_its_order() {
        for (text, order, expected) in [
            ("1/ 5'05", MonthDayYear, Some("2005-01-05")),
            ("12/31'99", MonthDayYear, Some("1999-12-31")),
            ("1/ 1' 1", MonthDayYear, Some("2001-01-01")),
            ("8/25/93", MonthDayYear, Some("1993-08-25")),
            ("5.1.2005", DayMonthYear, Some("2005-01-05")),
            ("31/12/69", DayMonthYear, Some("2069-12-31")),
            ("2019-03-31", YearMonthDay, Some("2019-03-31")),
            ("2019-03-31T23:59:59", YearMonthDay, Some("2019-03-31")),
            ("20190331", YearMonthDay, Some("2019-03-31")),
            ("31032019", DayMonthYear, Some("2019-03-31")),
            ("12/31/2005 00:00", MonthDayYear, Some("2005-12-31")),
            ("5 Jan 2005", MonthDayYear, Some("2005-01-05")),
            ("05-January-05", DayMonthYear, Some("2005-01-05")),
            ("Jan 5, 2005", DayMonthYear, Some("2005-01-05")),
            ("31/12/2569", DayMonthYear, Some("2026-12-31")),
            ("31/12/2005", MonthDayYear, None),
            ("2005-12-31", MonthDayYear, None),
            ("30/2/2005", DayMonthYear, None),
            ("1/1/1899", DayMonthYear, None),
            ("1/1/105", DayMonthYear, None),
            ("1/2", DayMonthYear, None),
            ("soon", DayMonthYear, None),
            ("วันที่ 1/1/2005", DayMonthYear, None),
            ("", DayMonthYear, None),
        ] {
            assert_eq!(order.day(text).map(|day| day.to_string()).as_deref(), expected, "{text} {order:?}");
        }
    }

    #[test]
    fn the_order_is_the_one_that_fits_all_dates() {
        for (dates, preferred, expected) in [
            (&["1/2/2026", "13/2/2026"][..], MonthDayYear, (DayMonthYear, true)),
            (&["1/2/2026", "2/13/2026"], DayMonthYear, (MonthDayYear, true)),
            (&["2026-02-01"], DayMonthYear, (YearMonthDay, true)),
            (&["1/2/2026", "2/2/2026", "3/2/2026"], MonthDayYear, (DayMonthYear, false)),
            (&["1/2/2026"], MonthDayYear, (MonthDayYear, false)),
            (&["5/6/07", "broken"], DayMonthYear, (DayMonthYear, false)),
            (&[], DayMonthYear, (DayMonthYear, false)),
        ] {
            assert_eq!(date_order(&dates.iter().copied(), preferred), expected, "{dates:?}");
        }
    }
}
