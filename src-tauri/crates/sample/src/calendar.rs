//! The year in Bangkok: weekends, holidays, busy and quiet days.

use chrono::Datelike;
use ledger::{Day, Month};

/// Year, month from 1 and day of the month.
pub(crate) fn parts(day: Day) -> (i32, u32, u32) {
    let date = day.date();
    (date.year(), date.month(), date.day())
}

/// 0 for Monday to 6 for Sunday.
pub(crate) fn weekday(day: Day) -> i32 {
    (day.number() + 3).rem_euclid(7)
}

pub(crate) fn is_weekend(day: Day) -> bool {
    weekday(day) >= 5
}

/// `true` on days when banks are closed. The holidays that move with the moon are left out.
pub(crate) fn is_closed(day: Day) -> bool {
    let (_, month, date) = parts(day);
    let holiday = matches!(
        (month, date),
        (1, 1)
            | (4, 6 | 13..=15)
            | (5, 1 | 4)
            | (6, 3)
            | (7, 28)
            | (8, 12)
            | (10, 13 | 23)
            | (12, 5 | 10 | 31)
    );
    holiday || is_weekend(day)
}

/// `day`, or the last banking day before it.
pub(crate) fn banking_day_before(day: Day) -> Day {
    let mut open = day;
    while is_closed(open) && open > Day::MIN {
        open = open.offset(-1);
    }
    open
}

/// `day`, or the first banking day after it.
pub(crate) fn banking_day_after(day: Day) -> Day {
    let mut open = day;
    while is_closed(open) && open < Day::MAX {
        open = open.offset(1);
    }
    open
}

/// Day `date` of a month, or its last day where it is shorter.
pub(crate) fn on(month: Month, date: u32) -> Day {
    let offset = i32::try_from(date.saturating_sub(1)).unwrap_or_default();
    month.first().offset(offset).min(month.last())
}

/// Month of the year from 1.
pub(crate) fn month_of_year(month: Month) -> u32 {
    parts(month.first()).1
}

/// How many everyday transactions a day has, in percent of an ordinary weekday.
pub(crate) fn bustle(day: Day) -> u32 {
    let (_, month, date) = parts(day);
    let week = [100, 96, 98, 102, 122, 142, 128][usize::try_from(weekday(day)).unwrap_or_default()];
    let payday = if date >= 25 || date <= 2 { 112 } else { 97 };
    let season = match (month, date) {
        (4, 12..=16) => 135,
        (11, 11) | (12, 12) => 175,
        (12, 20..=31) => 130,
        (1, 1..=3) => 85,
        _ => 100,
    };
    week * payday * season / 10_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_know_their_weekday_and_the_banks_their_holidays() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(weekday(day("1970-01-01")), 3);
        assert!(is_weekend(day("2026-11-22")) && !is_weekend(day("2026-11-23")));
        assert_eq!(banking_day_before(day("2026-10-25")), day("2026-10-22"));
        assert_eq!(banking_day_after(day("2026-04-13")), day("2026-04-16"));
        assert_eq!(on(Month::of(day("2026-02-10")), 30), day("2026-02-28"));
        assert!(bustle(day("2026-11-11")) > bustle(day("2026-11-10")));
    }
}
