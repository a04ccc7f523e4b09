//! Dates as people and banks write them: `31.12.2024`, `12/31/24`, `1 ก.ค. 2568`, `Jan 5, 2024, 10:10 PM`.

use crate::DateOrder;
use chrono::NaiveDate;
use ledger::Day;
use serde::{Deserialize, Serialize};

/// How a file writes dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct DateFormat {
    /// The order of day, month and year where the cell leaves it open: four digits are always a year, a name always
    /// a month.
    pub order: DateOrder,
    /// The calendar of the years.
    pub calendar: Calendar,
    /// What a bare number stands for.
    pub number: DateNumber,
    /// The year of dates written without one.
    pub year: Option<i32>,
}

impl Default for DateFormat {
    fn default() -> Self {
        Self {
            order: DateOrder::DayMonthYear,
            calendar: Calendar::Gregorian,
            number: DateNumber::Digits,
            year: None,
        }
    }
}

impl DateFormat {
    /// The format as a person writes it: `DD/MM/YYYY`.
    pub fn pattern(&self) -> String {
        let era = if self.calendar == Calendar::Buddhist { " (BE)" } else { "" };
        let pattern = match self.number {
            DateNumber::Digits => self.order.format(),
            DateNumber::UnixSeconds => "seconds since 1970",
            DateNumber::UnixMillis => "milliseconds since 1970",
            DateNumber::SpreadsheetDays => "days since 1900",
        };
        format!("{pattern}{era}")
    }
}

/// The calendar of a file's years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum Calendar {
    /// 2025
    Gregorian,
    /// 2568, or 68; years before 2400 are taken as Gregorian all the same.
    Buddhist,
}

/// What a date cell with nothing but digits stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum DateNumber {
    /// Day, month and year in the order of the file: 20241231.
    Digits,
    /// Seconds since 1 January 1970.
    UnixSeconds,
    /// Milliseconds since 1 January 1970.
    UnixMillis,
    /// Days since 30 December 1899, as spreadsheets count.
    SpreadsheetDays,
}

/// A cell that has the shape of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scanned {
    pub parts: Parts,
    /// Seconds since midnight, where a time is written.
    pub seconds: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parts {
    Three([Part; 3]),
    /// Day and month only.
    Two([Part; 2]),
    /// Digits alone: their value and how many there are.
    Number(u64, usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Part {
    pub value: u32,
    pub digits: u32,
    pub is_month: bool,
}

/// Years of statements; anything else is no date.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

impl Scanned {
    /// The day, read in `format`; `None` where no such day exists. Eight digits that are a day only with the year
    /// first are that day in any order: 20241231 among 31/12/2024.
    pub fn day(&self, format: &DateFormat) -> Option<Day> {
        let year_first = || match self.parts {
            Parts::Number(_, 8) if format.number == DateNumber::Digits => {
                self.day_in_order(&DateFormat { order: DateOrder::YearMonthDay, ..*format })
            }
            _ => None,
        };
        self.day_in_order(format).or_else(year_first)
    }

    /// The day, read in `format` to the letter.
    pub fn day_in_order(&self, format: &DateFormat) -> Option<Day> {
        match self.parts {
            Parts::Three(parts) => three(parts, format),
            Parts::Two(parts) => two(parts, format),
            Parts::Number(value, digits) => bare(value, digits, format),
        }
    }

    /// `true` for a date of digits alone.
    pub fn is_bare(&self) -> bool {
        matches!(self.parts, Parts::Number(..))
    }

    /// `true` where the year is missing.
    pub fn lacks_year(&self) -> bool {
        matches!(self.parts, Parts::Two(_))
    }

    /// The year as written, where it has four digits.
    pub fn long_year(&self) -> Option<u32> {
        match self.parts {
            Parts::Three(parts) => parts.iter().find(|part| part.digits == 4).map(|part| part.value),
            Parts::Number(value, 8) => u32::try_from(value / 10_000)
                .ok()
                .filter(|year| *year > 1231)
                .or_else(|| u32::try_from(value % 10_000).ok()),
            Parts::Number(..) | Parts::Two(_) => None,
        }
    }

    /// `true` where the year may as well come first.
    pub fn year_is_open(&self) -> bool {
        match self.parts {
            Parts::Three(parts) => !parts.iter().any(|part| part.digits == 4),
            Parts::Two(_) => false,
            Parts::Number(..) => true,
        }
    }

    /// `true` where only the order of the file tells which part is which.
    pub fn needs_order(&self) -> bool {
        match self.parts {
            Parts::Three(parts) => {
                let year_leads = parts[0].digits == 4;
                let named = parts.iter().any(|part| part.is_month);
                !year_leads && !named
            }
            Parts::Two(parts) => !parts.iter().any(|part| part.is_month),
            Parts::Number(..) => true,
        }
    }
}

/// Which part stands where.
#[derive(Debug, Clone, Copy)]
enum Places {
    Dmy,
    Mdy,
    Ymd,
    Ydm,
    Dym,
    Myd,
}

fn three(parts: [Part; 3], format: &DateFormat) -> Option<Day> {
    let month_first = format.order == DateOrder::MonthDayYear;
    let places = if let Some(at) = parts.iter().position(|part| part.is_month) {
        with_named_month(parts, at, format.order)
    } else {
        match parts.iter().position(|part| part.digits == 4) {
            Some(0) => Places::Ymd,
            Some(1) if month_first => Places::Myd,
            Some(1) => Places::Dym,
            None if format.order == DateOrder::YearMonthDay => Places::Ymd,
            _ if month_first => Places::Mdy,
            _ => Places::Dmy,
        }
    };
    let [a, b, c] = parts;
    let (year, month, day) = match places {
        Places::Dmy => (c, b, a),
        Places::Mdy => (c, a, b),
        Places::Ymd => (a, b, c),
        Places::Ydm => (a, c, b),
        Places::Dym => (b, c, a),
        Places::Myd => (b, a, c),
    };
    if month.digits > 2 || day.digits > 2 {
        return None;
    }
    gregorian(year.value, year.digits, month.value, day.value, format.calendar)
}

/// The places of a date whose month is a name: the day comes before the year unless only the year can be first.
fn with_named_month(parts: [Part; 3], at: usize, order: DateOrder) -> Places {
    let others: Vec<&Part> = parts.iter().filter(|part| !part.is_month).collect();
    let year_first = others.first().is_some_and(|part| part.digits == 4 || part.value > 31)
        || (order == DateOrder::YearMonthDay && others.iter().all(|part| part.digits == 2));
    match (at, year_first) {
        (0, true) => Places::Myd,
        (0, false) => Places::Mdy,
        (1, true) => Places::Ymd,
        (1, false) => Places::Dmy,
        (_, true) => Places::Ydm,
        (_, false) => Places::Dym,
    }
}

fn two(parts: [Part; 2], format: &DateFormat) -> Option<Day> {
    let year = u32::try_from(format.year?).ok()?;
    let month_first = parts[0].is_month || (format.order != DateOrder::DayMonthYear && !parts[1].is_month);
    let (month, day) = if month_first { (parts[0], parts[1]) } else { (parts[1], parts[0]) };
    gregorian(year, 4, month.value, day.value, Calendar::Gregorian)
}

fn bare(value: u64, digits: usize, format: &DateFormat) -> Option<Day> {
    let from_seconds = |seconds: u64| i64::try_from(seconds / 86_400).ok().and_then(Day::from_number);
    match format.number {
        DateNumber::UnixSeconds => from_seconds(value).filter(in_range),
        DateNumber::UnixMillis => from_seconds(value / 1000).filter(in_range),
        DateNumber::SpreadsheetDays => {
            i64::try_from(value).ok().and_then(|days| Day::from_number(days - 25_569)).filter(in_range)
        }
        DateNumber::Digits => {
            let cut = |at: u64, length: u64| u32::try_from(value / at % length).unwrap_or(u32::MAX);
            let part = |value: u32, digits: u32| Part { value, digits, is_month: false };
            let year_first = || [part(cut(10_000, 10_000), 4), part(cut(100, 100), 2), part(cut(1, 100), 2)];
            let year_last =
                || [part(cut(1_000_000, 100), 2), part(cut(10_000, 100), 2), part(cut(1, 10_000), 4)];
            let short = || [part(cut(10_000, 100), 2), part(cut(100, 100), 2), part(cut(1, 100), 2)];
            match (digits, format.order) {
                (8, DateOrder::YearMonthDay) => three(year_first(), format),
                (8, _) => three(year_last(), format),
                (6, _) => three(short(), format),
                _ => None,
            }
        }
    }
}

fn in_range(day: &Day) -> bool {
    use chrono::Datelike;
    YEARS.contains(&day.date().year())
}

fn gregorian(year: u32, digits: u32, month: u32, day: u32, calendar: Calendar) -> Option<Day> {
    let year = i32::try_from(year).ok()?;
    let year = match (digits, calendar) {
        (4, Calendar::Buddhist) if year >= 2400 => year - 543,
        (4, _) => year,
        (2, Calendar::Buddhist) => 2500 + year - 543,
        (2, Calendar::Gregorian) if year >= 70 => 1900 + year,
        (2, Calendar::Gregorian) => 2000 + year,
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year))?;
    Some(Day::from_date(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date_scan::{clock, scan};

    fn day(text: &str, order: DateOrder, calendar: Calendar) -> String {
        let format = DateFormat { order, calendar, ..DateFormat::default() };
        scan(text).and_then(|scanned| scanned.day(&format)).map_or("none".to_owned(), |day| day.to_string())
    }

    #[test]
    fn dates_of_every_script_and_notation_are_read() {
        for (text, expected) in [
            ("31/12/2024", "2024-12-31"),
            ("31-12-24", "2024-12-31"),
            ("31.12.2024", "2024-12-31"),
            ("1. 2. 2024", "2024-02-01"),
            ("2019.04.19.", "2019-04-19"),
            ("2012:03:01", "2012-03-01"),
            ("2024-12-31", "2024-12-31"),
            ("20241231", "2024-12-31"),
            ("31122024", "2024-12-31"),
            ("10/2009/09", "2009-09-10"),
            ("04 Nov 2009", "2009-11-04"),
            ("23-Jan-15", "2015-01-23"),
            ("May 5, 2020, 10:10:57 PM", "2020-05-05"),
            ("15. januar 2024", "2024-01-15"),
            ("15 de enero de 2024", "2024-01-15"),
            ("1er févr. 2024", "2024-02-01"),
            ("3 września 2024", "2024-09-03"),
            ("Mon, 15 Jan 2024", "2024-01-15"),
            ("1 ก.ค. 2024", "2024-07-01"),
            ("15 กรกฎาคม 2024", "2024-07-15"),
            ("๑๕/๐๗/๒๐๒๔", "2024-07-15"),
            ("2024-01-15T10:00:00.123Z", "2024-01-15"),
            ("2017-09-29 15:40:00 -0700", "2017-09-29"),
            ("2023-06-02 16:06:47-04:00", "2023-06-02"),
            ("2018-01-01 14:25 UTC", "2018-01-01"),
            ("15.01.2024 10.30", "2024-01-15"),
            ("15/01/2024 10:30 น.", "2024-01-15"),
            ("10:30, 15/01/2024", "2024-01-15"),
            ("2024-01-15-10.30.00.123456", "2024-01-15"),
            ("17/04/2023 as of 15/04/2023", "2023-04-17"),
            ("15.01.2024 (14.01.2024)", "2024-01-15"),
            ("30/02/2024", "none"),
            ("31.11.2024", "none"),
            ("010.09.2024 20:49:02", "none"),
            ("12:31:46", "none"),
            ("07h21", "none"),
            ("1,234.50", "none"),
            ("12.05", "none"),
            ("15/01/2024 CARD PURCHASE", "none"),
            ("1/2/3", "none"),
            ("15/01/3024", "none"),
            ("baddate", "none"),
            ("", "none"),
        ] {
            assert_eq!(day(text, DateOrder::DayMonthYear, Calendar::Gregorian), expected, "{text}");
        }
    }

    #[test]
    fn the_order_and_calendar_decide_what_the_text_leaves_open() {
        use Calendar::{Buddhist, Gregorian};
        use DateOrder::{DayMonthYear as Dmy, MonthDayYear as Mdy, YearMonthDay as Ymd};
        for (text, order, calendar, expected) in [
            ("01/02/2024", Dmy, Gregorian, "2024-02-01"),
            ("01/02/2024", Mdy, Gregorian, "2024-01-02"),
            ("01/02/03", Ymd, Gregorian, "2001-02-03"),
            ("2024/02/01", Mdy, Gregorian, "2024-02-01"),
            ("09/2009/10", Mdy, Gregorian, "2009-09-10"),
            ("20240201", Ymd, Gregorian, "2024-02-01"),
            ("02012024", Mdy, Gregorian, "2024-02-01"),
            ("20230403;095853", Ymd, Gregorian, "2023-04-03"),
            ("20240115103000", Ymd, Gregorian, "2024-01-15"),
            ("1 ก.ค. 2568", Dmy, Buddhist, "2025-07-01"),
            ("1 ก.ค. 68", Dmy, Buddhist, "2025-07-01"),
            ("01/07/2568", Dmy, Buddhist, "2025-07-01"),
            ("01/07/2025", Dmy, Buddhist, "2025-07-01"),
            ("29/02/2567", Dmy, Buddhist, "2024-02-29"),
            ("1/7/68", Dmy, Gregorian, "2068-07-01"),
            ("1/7/70", Dmy, Gregorian, "1970-07-01"),
        ] {
            assert_eq!(day(text, order, calendar), expected, "{text} {order:?}");
        }
    }

    #[test]
    fn digits_alone_stand_for_what_the_file_says() {
        for (text, number, expected) in [
            ("1658912400000", DateNumber::UnixMillis, "2022-07-27"),
            ("1704067200", DateNumber::UnixSeconds, "2024-01-01"),
            ("45291", DateNumber::SpreadsheetDays, "2023-12-31"),
            ("45291.75", DateNumber::SpreadsheetDays, "2023-12-31"),
        ] {
            let format = DateFormat { number, ..DateFormat::default() };
            let day = scan(text).and_then(|scanned| scanned.day(&format)).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_takes_the_year_of_the_file() {
        let format = DateFormat { year: Some(2024), ..DateFormat::default() };
        for (text, expected) in [
            ("15/01", Some("2024-01-15")),
            ("15 Jan", Some("2024-01-15")),
            ("15.01.", Some("2024-01-15")),
            ("31/02", None),
        ] {
            let day = scan(text).and_then(|scanned| scanned.day(&format)).map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_time_is_read_in_seconds_since_midnight() {
        for (text, seconds) in [
            ("10:30", Some(37_800)),
            ("6:18:21 PM", Some(65_901)),
            ("12:05 am", Some(300)),
            ("07:00:00.001Z", Some(25_200)),
            ("10:30 น.", Some(37_800)),
            ("18.33", Some(66_780)),
            ("25:00", None),
            ("10", None),
            ("noon", None),
        ] {
            assert_eq!(clock(text), seconds, "{text}");
        }
    }
}
