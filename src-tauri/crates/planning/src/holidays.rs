//! The public holidays of many countries, from a table that `assets/holidays/generate.py` makes.
//!
//! The table is text within the program; nothing of it is read before a country is asked for.

use crate::Workdays;
use chrono::Weekday;
use ledger::Day;
use serde::{Deserialize, Serialize};

const TABLE: &str = include_str!("../../../../assets/holidays/holidays.txt");

/// A country whose holidays are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// Its code of ISO 3166, `TH`.
    pub code: &'static str,
    /// Its name in English.
    pub name: &'static str,
    weekend: &'static str,
    /// The rest of the table from its names on.
    body: &'static str,
}

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// When.
    pub day: Day,
    /// Its name in English, or in the country's language where the source has no other.
    pub name: &'static str,
    /// Its name in Thai, where the source has one.
    pub thai: Option<&'static str>,
}

/// A holiday that a person added to a country's, or struck out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnHoliday {
    /// The country's code.
    pub country: String,
    /// When.
    pub day: Day,
    /// Its name; `None` for a day that is no holiday, whatever the table says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Country {
    /// Every country, in order of code.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.split("\n@").skip(1).filter_map(Self::read)
    }

    /// The country with a code, in letters of either case.
    pub fn find(code: &str) -> Option<Self> {
        Self::all().find(|country| country.code.eq_ignore_ascii_case(code))
    }

    fn read(section: &'static str) -> Option<Self> {
        let (head, body) = section.split_once('\n')?;
        let mut head = head.splitn(3, ' ');
        Some(Self { code: head.next()?, weekend: head.next()?, name: head.next()?, body })
    }

    /// Its holidays in order of day: 2000 to 2040, where the source knows them that far.
    pub fn holidays(self) -> Vec<Holiday> {
        let names: Vec<&'static str> = self.body.lines().filter_map(|line| line.strip_prefix('+')).collect();
        let years = self.body.lines().filter(|line| !line.starts_with('+'));
        let mut holidays = Vec::new();
        for (year, entries) in years.filter_map(|line| line.split_once(' ')) {
            let Ok(first) = format!("{year}-01-01").parse::<Day>() else { continue };
            let mut rest = entries;
            while let Some((entry, more)) = rest.split_at_checked(4) {
                rest = more;
                let place = usize::try_from(two_digits(&entry[2..])).unwrap_or(usize::MAX);
                let Some(name) = names.get(place) else { continue };
                let (name, thai) =
                    name.split_once('\t').map_or((*name, None), |(name, thai)| (name, Some(thai)));
                holidays.push(Holiday { day: first.offset(two_digits(&entry[..2])), name, thai });
            }
        }
        holidays
    }

    /// The days on which its banks work.
    pub fn workdays(self) -> Workdays {
        let weekend = self.weekend.chars().filter_map(|digit| {
            let day = u8::try_from(digit.to_digit(10)?).ok()?;
            Weekday::try_from(day).ok()
        });
        Workdays::new(self.holidays().into_iter().map(|holiday| holiday.day)).with_weekend(weekend.collect())
    }
}

/// Two digits of base 36.
fn two_digits(text: &str) -> i32 {
    i32::from_str_radix(text, 36).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thai_holidays_and_their_substitutes_are_known() {
        let thailand = Country::find("th").unwrap();
        let workdays = thailand.workdays();
        for (day, works) in [
            ("2026-04-13", false),
            ("2026-04-15", false),
            ("2026-04-16", true),
            // The King's birthday fell on a Sunday: the Monday after is free.
            ("2024-07-29", false),
            ("2026-12-07", false),
            ("2026-12-08", true),
            ("2026-12-10", false),
            ("2040-12-31", false),
            ("2026-11-22", false),
        ] {
            assert_eq!(workdays.works(day.parse().unwrap()), works, "{day}");
        }
        let songkran =
            thailand.holidays().into_iter().find(|holiday| holiday.day == "2026-04-13".parse().unwrap());
        assert_eq!(songkran.map(|day| (day.name, day.thai)), Some(("Songkran Festival", Some("วันสงกรานต์"))));
    }

    #[test]
    fn every_country_has_holidays_in_every_year_that_its_source_knows() {
        let countries: Vec<Country> = Country::all().collect();
        assert!(countries.len() > 60, "{}", countries.len());
        for country in countries {
            let holidays = country.holidays();
            let body = country.body.lines().filter(|line| !line.starts_with('+') && !line.starts_with('@'));
            let entries: usize = body.map(|line| (line.len() - 5) / 4).sum();
            assert_eq!(holidays.len(), entries, "{}", country.name);
            assert!(holidays.windows(2).all(|pair| pair[0].day < pair[1].day), "{}", country.name);
            let in_2026 = holidays.iter().filter(|holiday| holiday.day.to_string().starts_with("2026"));
            assert!((5..40).contains(&in_2026.count()), "{}", country.name);
        }
    }

    #[test]
    fn weekends_are_those_of_the_country() {
        let egypt = Country::find("EG").unwrap().workdays();
        // A Friday and a Sunday without a holiday.
        assert!(!egypt.works("2026-11-20".parse().unwrap()));
        assert!(egypt.works("2026-11-22".parse().unwrap()));
        assert_eq!(Country::find("XX"), None);
    }
}
