//! On which days something comes again.

use crate::Workdays;
use chrono::{DateTime, NaiveTime};
use ledger::Day;
use rrule::{Frequency, RRule, RRuleSet, Tz, Unvalidated};
use serde::{Deserialize, Serialize};

/// A first day, and a rule of RFC 5545 by which it comes again. A value that exists has a rule that can be followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Recurrence {
    wire: Wire,
    days: Option<RRuleSet>,
}

/// A recurrence as it is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Wire {
    start: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    #[serde(default)]
    shift: Shift,
}

/// Where an occurrence goes that falls on a day without work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// Nowhere.
    #[default]
    Stay,
    /// To the last workday before it.
    Before,
    /// To the first workday after it.
    After,
}

/// One of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occurrence {
    /// The day that the rule names: what the occurrence is known by.
    pub nominal: Day,
    /// The day that it falls on, once holidays have shifted it.
    pub day: Day,
}

/// Why a rule cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecurrenceError {
    /// It is not a rule of RFC 5545, or its parts contradict each other.
    #[error("“{rule}” is not a rule for days: {reason}")]
    Rule {
        /// The rule as given.
        rule: String,
        /// What is wrong with it.
        reason: String,
    },
    /// It cannot move with one of its days, which it names itself.
    #[error("“{rule}” names its days itself; change the rule to move them")]
    NamesItsDays {
        /// The rule as given.
        rule: String,
    },
    /// It repeats within a day.
    #[error("“{rule}” repeats within a day; money is planned by days")]
    WithinADay {
        /// The rule as given.
        rule: String,
    },
}

/// No shift goes further: holidays never fill two weeks.
const FURTHEST: i32 = 15;

impl Recurrence {
    /// One day alone.
    pub fn once(day: Day, shift: Shift) -> Self {
        Self { wire: Wire { start: day, rule: None, shift }, days: None }
    }

    /// The days from `start` on that `rule` names, such as `FREQ=MONTHLY;BYMONTHDAY=-1`. `start` is among them only if
    /// the rule names it.
    ///
    /// # Errors
    /// [`RecurrenceError`] says what is wrong with the rule.
    pub fn by_rule(start: Day, rule: &str, shift: Shift) -> Result<Self, RecurrenceError> {
        let refused = |reason: rrule::RRuleError| RecurrenceError::Rule {
            rule: rule.to_owned(),
            reason: reason.to_string(),
        };
        let parsed: RRule<Unvalidated> = with_time_of_end(rule).parse().map_err(refused)?;
        let frequency = parsed.get_freq();
        let times = [parsed.get_by_hour(), parsed.get_by_minute(), parsed.get_by_second()];
        let by_day = matches!(
            frequency,
            Frequency::Yearly | Frequency::Monthly | Frequency::Weekly | Frequency::Daily
        );
        if !by_day || times.iter().any(|times| !times.is_empty()) {
            return Err(RecurrenceError::WithinADay { rule: rule.to_owned() });
        }
        let days = parsed.build(midnight(start)).map_err(refused)?.limit();
        Ok(Self { wire: Wire { start, rule: Some(rule.to_owned()), shift }, days: Some(days) })
    }

    /// The day from which the rule counts.
    pub fn start(&self) -> Day {
        self.wire.start
    }

    /// The rule; `None` for one day alone.
    pub fn rule(&self) -> Option<&str> {
        self.wire.rule.as_deref()
    }

    /// Where occurrences go that fall on a day without work.
    pub fn shift(&self) -> Shift {
        self.wire.shift
    }

    /// The rule without its end; `None` for one day alone.
    pub fn rule_without_end(&self) -> Option<String> {
        self.rule().map(|rule| {
            parts(rule).filter(|(name, _)| !is_end(name)).map(joined).collect::<Vec<_>>().join(";")
        })
    }

    /// The last day that the rule allows, where it tells one.
    pub fn until(&self) -> Option<Day> {
        let until = parts(self.rule()?).find(|(name, _)| name.eq_ignore_ascii_case("UNTIL"))?.1;
        let (year, month, day) = (until.get(..4)?, until.get(4..6)?, until.get(6..8)?);
        format!("{year}-{month}-{day}").parse().ok()
    }

    /// The same up to a last day, whatever end it had.
    ///
    /// # Errors
    /// None for a recurrence that exists.
    pub fn ending(&self, last: Day) -> Result<Self, RecurrenceError> {
        let Some(rule) = self.rule_without_end() else { return Ok(self.clone()) };
        let until = last.to_string().replace('-', "");
        Self::by_rule(self.start(), &format!("{rule};UNTIL={until}"), self.shift())
    }

    /// The same from one of its own days on: of a count, what is left of it.
    ///
    /// # Errors
    /// None for a recurrence that exists.
    pub fn beginning(&self, first: Day) -> Result<Self, RecurrenceError> {
        let Some(rule) = self.rule() else { return Ok(Self::once(first, self.shift())) };
        let before = self.nominal(self.start(), first.offset(-1)).count();
        let rule: Vec<String> = parts(rule)
            .map(|(name, value)| match value.parse::<usize>() {
                Ok(count) if name.eq_ignore_ascii_case("COUNT") => {
                    format!("COUNT={}", count.saturating_sub(before).max(1))
                }
                _ => joined((name, value)),
            })
            .collect();
        Self::by_rule(first, &rule.join(";"), self.shift())
    }

    /// The same with the day `from`, one of its own, moved to `to`, and all others with it.
    ///
    /// # Errors
    /// [`RecurrenceError::NamesItsDays`] for a rule such as “the second Tuesday” that does not follow.
    pub fn moved(&self, from: Day, to: Day) -> Result<Self, RecurrenceError> {
        use chrono::Datelike;
        let apart = to.number() - from.number();
        let Some(rule) = self.rule() else { return Ok(Self::once(to, self.shift())) };
        let (was, is) = (from.date(), to.date());
        let one_month = (was.year(), was.month()) == (is.year(), is.month());
        let same_week_day = |name: &str, value: &str| {
            name.eq_ignore_ascii_case("BYDAY") && value.eq_ignore_ascii_case(week_day(from))
        };
        let same_month_day = |name: &str, value: &str| {
            name.eq_ignore_ascii_case("BYMONTHDAY") && one_month && value == was.day().to_string()
        };
        let mut moved = Vec::new();
        for (name, value) in parts(rule) {
            let by = name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("BY"));
            if !by || apart == 0 {
                moved.push(joined((name, value)));
            } else if same_week_day(name, value) {
                moved.push(format!("BYDAY={}", week_day(to)));
            } else if same_month_day(name, value) {
                moved.push(format!("BYMONTHDAY={}", is.day()));
            } else {
                return Err(RecurrenceError::NamesItsDays { rule: rule.to_owned() });
            }
        }
        // Months are counted by the day of the month, everything else by days.
        let start = self
            .start()
            .date()
            .with_day(is.day())
            .filter(|_| one_month && self.start().date().day() == was.day());
        let start = start.map_or_else(|| self.start().offset(apart), Day::from_date);
        Self::by_rule(start, &moved.join(";"), self.shift())
    }

    /// The occurrences that fall on the days `from` to `to`, both included, in the order of the rule.
    pub fn between(&self, from: Day, to: Day, workdays: &Workdays) -> Vec<Occurrence> {
        let (first, last) = (from.offset(-FURTHEST), to.offset(FURTHEST));
        self.nominal(first, last)
            .map(|nominal| Occurrence { nominal, day: self.shifted(nominal, workdays) })
            .filter(|occurrence| (from..=to).contains(&occurrence.day))
            .collect()
    }

    fn nominal(&self, first: Day, last: Day) -> Box<dyn Iterator<Item = Day> + '_> {
        match &self.days {
            Some(days) => Box::new(
                days.into_iter()
                    .map(|moment| Day::from_date(moment.date_naive()))
                    .skip_while(move |day| *day < first)
                    .take_while(move |day| *day <= last),
            ),
            None => Box::new([self.wire.start].into_iter().filter(move |day| (first..=last).contains(day))),
        }
    }

    /// The day on which the occurrence of a nominal day falls.
    pub(crate) fn shifted(&self, nominal: Day, workdays: &Workdays) -> Day {
        let step = match self.wire.shift {
            Shift::Stay => return nominal,
            Shift::Before => -1,
            Shift::After => 1,
        };
        let days = (0..=FURTHEST).map(|days| nominal.offset(days * step));
        days.into_iter().find(|day| workdays.works(*day)).unwrap_or(nominal)
    }
}

impl TryFrom<Wire> for Recurrence {
    type Error = RecurrenceError;
    fn try_from(wire: Wire) -> Result<Self, RecurrenceError> {
        match &wire.rule {
            Some(rule) => Self::by_rule(wire.start, rule, wire.shift),
            None => Ok(Self::once(wire.start, wire.shift)),
        }
    }
}

impl From<Recurrence> for Wire {
    fn from(recurrence: Recurrence) -> Self {
        recurrence.wire
    }
}

/// The parts of a rule, name and value.
fn parts(rule: &str) -> impl Iterator<Item = (&str, &str)> {
    rule.split(';').filter_map(|part| part.split_once('='))
}

fn joined((name, value): (&str, &str)) -> String {
    format!("{name}={value}")
}

fn is_end(name: &str) -> bool {
    name.eq_ignore_ascii_case("UNTIL") || name.eq_ignore_ascii_case("COUNT")
}

/// The day of the week as rules write it.
fn week_day(day: Day) -> &'static str {
    use chrono::Datelike;
    let place = day.date().weekday().num_days_from_monday();
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].get(place as usize).copied().unwrap_or("MO")
}

fn midnight(day: Day) -> DateTime<Tz> {
    day.date().and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC)
}

/// A rule's last day may be written without a time; the library wants one, in the zone of the days.
fn with_time_of_end(rule: &str) -> String {
    let parts = rule.split(';').map(|part| match part.split_once('=') {
        Some((name, day)) if name.eq_ignore_ascii_case("UNTIL") && day.len() == 8 => {
            format!("{part}T000000Z")
        }
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn days(start: &str, rule: &str, shift: Shift, to: &str) -> Vec<String> {
        let holidays = ["2026-12-31", "2026-01-01", "2026-04-13", "2026-04-14", "2026-04-15"].map(day);
        let workdays = Workdays::new(holidays);
        let recurrence = Recurrence::by_rule(day(start), rule, shift).unwrap();
        let found = recurrence.between(day("2026-01-01"), day(to), &workdays);
        found.iter().map(|occurrence| occurrence.day.to_string()[5..].to_owned()).collect()
    }

    #[test]
    fn bills_come_on_the_days_that_people_mean() {
        use Shift::{After, Before, Stay};
        for (what, start, rule, shift, to, expected) in [
            (
                "the last of each month",
                "2026-01-31",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
                Stay,
                "2026-04-30",
                "01-31 02-28 03-31 04-30",
            ),
            (
                "the last business day, a holiday before",
                "2026-01-01",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                Before,
                "2026-03-31",
                "01-30 02-27 03-31",
            ),
            (
                "every four weeks",
                "2026-01-07",
                "FREQ=WEEKLY;INTERVAL=4",
                Stay,
                "2026-04-01",
                "01-07 02-04 03-04 04-01",
            ),
            (
                "the 15th, or the workday before",
                "2026-03-15",
                "FREQ=MONTHLY",
                Before,
                "2026-04-30",
                "03-13 04-10",
            ),
            (
                "the 13th, or the workday after",
                "2026-03-13",
                "FREQ=MONTHLY",
                After,
                "2026-05-31",
                "03-13 04-16 05-13",
            ),
            (
                "the second Tuesday",
                "2026-01-01",
                "FREQ=MONTHLY;BYDAY=2TU",
                Stay,
                "2026-03-31",
                "01-13 02-10 03-10",
            ),
            ("three times", "2026-01-30", "FREQ=DAILY;COUNT=3", Stay, "2026-12-31", "01-30 01-31 02-01"),
            ("until a day", "2026-01-30", "FREQ=DAILY;UNTIL=20260131", Stay, "2026-12-31", "01-30 01-31"),
            (
                "the 31st, where there is one",
                "2026-01-31",
                "FREQ=MONTHLY",
                Stay,
                "2026-05-31",
                "01-31 03-31 05-31",
            ),
        ] {
            assert_eq!(days(start, rule, shift, to).join(" "), expected, "{what}");
        }
    }

    #[test]
    fn what_is_shifted_into_a_period_is_found_there() {
        let recurrence = Recurrence::by_rule(day("2026-01-01"), "FREQ=MONTHLY", Shift::Before).unwrap();
        let workdays = Workdays::new([day("2026-01-01")]);
        let found = recurrence.between(day("2025-12-31"), day("2025-12-31"), &workdays);
        assert_eq!(found, [Occurrence { nominal: day("2026-01-01"), day: day("2025-12-31") }]);
    }

    #[test]
    fn a_rule_that_cannot_be_followed_says_why() {
        for (rule, words) in [
            ("FREQ=HOURLY", "repeats within a day"),
            ("FREQ=DAILY;BYHOUR=3", "repeats within a day"),
            ("FREQ=OFTEN", "not a rule for days"),
            ("every month", "not a rule for days"),
            ("FREQ=MONTHLY;BYMONTHDAY=40", "not a rule for days"),
        ] {
            let error = Recurrence::by_rule(day("2026-01-01"), rule, Shift::Stay).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
    }

    #[test]
    fn a_rule_is_cut_in_two_and_moved() {
        let listed = |recurrence: &Recurrence, to: &str| -> String {
            let found = recurrence.between(day("2026-01-01"), day(to), &Workdays::default());
            found.iter().map(|one| one.day.to_string()[5..].to_owned()).collect::<Vec<_>>().join(" ")
        };
        for (start, rule, cut, to, before, after) in [
            ("2026-01-15", "FREQ=MONTHLY", "2026-03-15", "2026-05-01", "01-15 02-15", "03-15 04-15"),
            ("2026-01-15", "FREQ=MONTHLY;COUNT=4", "2026-03-15", "2026-12-31", "01-15 02-15", "03-15 04-15"),
            (
                "2026-01-05",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20260212",
                "2026-01-22",
                "2026-12-31",
                "01-05 01-08 01-19",
                "01-22 02-02 02-05",
            ),
            ("2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-02-28", "2026-03-31", "01-31", "02-28 03-31"),
        ] {
            let whole = Recurrence::by_rule(day(start), rule, Shift::Stay).unwrap();
            let first = whole.ending(day(cut).offset(-1)).unwrap();
            let second = whole.beginning(day(cut)).unwrap();
            assert_eq!(
                (listed(&first, to).as_str(), listed(&second, to).as_str()),
                (before, after),
                "{rule}"
            );
        }
        for (start, rule, from, target, expected) in [
            ("2026-01-15", "FREQ=MONTHLY", "2026-03-15", "2026-03-17", "01-17 02-17 03-17"),
            ("2026-01-15", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-03-15", "2026-03-05", "01-05 02-05 03-05"),
            (
                "2026-01-02",
                "FREQ=WEEKLY;INTERVAL=4;BYDAY=FR",
                "2026-01-30",
                "2026-01-29",
                "01-01 01-29 02-26 03-26",
            ),
            ("2026-01-10", "FREQ=DAILY;INTERVAL=30", "2026-02-09", "2026-02-10", "01-11 02-10 03-12"),
        ] {
            let whole = Recurrence::by_rule(day(start), rule, Shift::Stay).unwrap();
            let moved = whole.moved(day(from), day(target)).unwrap();
            assert_eq!(listed(&moved, "2026-03-31"), expected, "{rule}");
        }
        let tuesday = Recurrence::by_rule(day("2026-01-01"), "FREQ=MONTHLY;BYDAY=2TU", Shift::Stay).unwrap();
        let refused = tuesday.moved(day("2026-01-13"), day("2026-01-14")).unwrap_err().to_string();
        assert!(refused.contains("names its days itself"), "{refused}");
        let ended = Recurrence::by_rule(day("2026-01-01"), "FREQ=DAILY;UNTIL=20260105", Shift::Stay).unwrap();
        assert_eq!(
            (ended.until(), ended.rule_without_end().as_deref()),
            (Some(day("2026-01-05")), Some("FREQ=DAILY"))
        );
    }

    #[test]
    fn a_recurrence_is_written_down_as_its_rule() {
        let recurrence = Recurrence::by_rule(day("2026-01-31"), "FREQ=MONTHLY", Shift::After).unwrap();
        let json = serde_json::to_string(&recurrence).unwrap();
        assert_eq!(json, r#"{"start":"2026-01-31","rule":"FREQ=MONTHLY","shift":"after"}"#);
        assert_eq!(serde_json::from_str::<Recurrence>(&json).unwrap(), recurrence);
        assert!(serde_json::from_str::<Recurrence>(&json.replace("MONTHLY", "SOMETIMES")).is_err());
    }
}
