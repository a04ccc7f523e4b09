//! How money that nobody scheduled comes and goes: by the day of the month, the day of the week and the season.

use chrono::Datelike;
use ledger::Day;

/// A day as money sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Date {
    /// From 0, Monday.
    weekday: usize,
    /// From 0.
    monthday: usize,
    /// From 0, January.
    month: usize,
}

impl Date {
    /// `count` days from `first` on.
    pub fn run(first: Day, count: usize) -> Vec<Self> {
        let days = first.date().iter_days().take(count);
        days.map(|date| Self {
            weekday: date.weekday().num_days_from_monday() as usize,
            monthday: date.day0() as usize,
            month: date.month0() as usize,
        })
        .collect()
    }
}

/// Parts of a smallest unit that means are kept in, so that five years of days add up without drift.
pub(crate) const GRAIN: i128 = 1 << 16;

/// Days that a mean of one day of the week, of the month, or of a season must outweigh before it is half believed.
const WEEKDAY_DOUBT: i128 = 12;
const MONTHDAY_DOUBT: i128 = 3;
const SEASON_DOUBT: i128 = 60;
/// Below two years a season cannot be told from a trend.
const SEASON_DAYS: usize = 730;

/// What an ordinary day brings, in [`GRAIN`]ths of a smallest unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    level: i128,
    weekday: [i128; 7],
    monthday: [i128; 31],
    season: [i128; 12],
}

impl Pattern {
    /// Learns from what each day brought, in smallest units; `dates` are of the same days.
    pub fn learn(past: &[i128], dates: &[Date]) -> Self {
        let count = i128::try_from(past.len().max(1)).unwrap_or(1);
        let level = past.iter().sum::<i128>() * GRAIN / count;
        let mut left: Vec<i128> = past.iter().map(|units| units * GRAIN - level).collect();
        let monthday = take_means(&mut left, dates, MONTHDAY_DOUBT, |date| date.monthday);
        let weekday = take_means(&mut left, dates, WEEKDAY_DOUBT, |date| date.weekday);
        let season = if past.len() >= SEASON_DAYS {
            take_means(&mut left, dates, SEASON_DOUBT, |date| date.month)
        } else {
            [0; 12]
        };
        Self { level, weekday, monthday, season }
    }

    /// What such a day brings.
    pub fn on(&self, date: Date) -> i128 {
        self.level + self.weekday[date.weekday] + self.monthday[date.monthday] + self.season[date.month]
    }
}

/// The mean of what is left in each group of days, drawn towards nothing by doubt, and taken out of what is left.
fn take_means<const N: usize>(
    left: &mut [i128],
    dates: &[Date],
    doubt: i128,
    group: impl Fn(&Date) -> usize,
) -> [i128; N] {
    let (mut sums, mut counts) = ([0_i128; N], [0_i128; N]);
    for (units, date) in left.iter().zip(dates) {
        sums[group(date)] += units;
        counts[group(date)] += 1;
    }
    let mut means = [0; N];
    for (mean, (sum, count)) in means.iter_mut().zip(sums.iter().zip(&counts)) {
        *mean = sum / (count + doubt);
    }
    for (units, date) in left.iter_mut().zip(dates) {
        *units -= means[group(date)];
    }
    means
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(past: &[i128], first: &str, on: &str) -> i128 {
        let first: Day = first.parse().unwrap();
        let pattern = Pattern::learn(past, &Date::run(first, past.len()));
        let date = Date::run(on.parse().unwrap(), 1)[0];
        (pattern.on(date) + GRAIN / 2).div_euclid(GRAIN)
    }

    fn days_from(first: &str, count: i32) -> impl Iterator<Item = String> {
        let first: Day = first.parse().unwrap();
        (0..count).map(move |days| first.offset(days).to_string())
    }

    #[test]
    fn what_comes_on_a_day_of_the_month_is_expected_there() {
        // 1,000 leave on each fifth, for a year.
        let days = days_from("2025-01-01", 365);
        let past: Vec<i128> = days.map(|day| if day.ends_with("-05") { -1000 } else { 0 }).collect();
        let fifth = expected(&past, "2025-01-01", "2026-01-05");
        let tenth = expected(&past, "2025-01-01", "2026-01-10");
        assert!(fifth < -750 && (-15..=15).contains(&tenth), "{fifth} {tenth}");
    }

    #[test]
    fn weekends_are_told_from_weekdays() {
        // 2024-01-01 was a Monday.
        let past: Vec<i128> = (0..364).map(|day| if day % 7 > 4 { -300 } else { -100 }).collect();
        let (saturday, monday) =
            (expected(&past, "2024-01-01", "2025-01-04"), expected(&past, "2024-01-01", "2025-01-06"));
        assert!(saturday < -250 && monday > -130, "{saturday} {monday}");
    }

    #[test]
    fn a_season_is_believed_once_it_came_twice() {
        let past = |days| days_from("2023-01-01", days).map(|day| if &day[5..7] == "12" { -900 } else { 0 });
        let december = |days| expected(&past(days).collect::<Vec<i128>>(), "2023-01-01", "2026-12-15");
        assert!(december(729) > -150, "{}", december(729));
        assert!(december(1096) < -450, "{}", december(1096));
    }
}
