//! What comes again and again without being scheduled: bills, subscriptions, pay.

use super::{Known, Movement, Source};
use crate::bill::{Bill, Paid, find_bills};
use crate::{Rhythm, Shift, Workdays};
use ledger::{AccountId, CommodityId, Day, Month, PayeeId};
use std::collections::BTreeMap;

/// Money that comes again and again, found in the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regular {
    /// Who pays or is paid.
    pub payee: PayeeId,
    /// What for.
    pub purpose: AccountId,
    /// The account that it last came to or left.
    pub account: AccountId,
    /// In what.
    pub commodity: CommodityId,
    /// How often.
    pub rhythm: Rhythm,
    /// What is expected the next time, negative when it leaves.
    pub units: i128,
    /// Four of five times it is at least this.
    pub low: i128,
    /// Four of five times it is at most this.
    pub high: i128,
    /// The places of its movements among those given.
    pub movements: Vec<usize>,
    /// The days on which it comes.
    days: Days,
}

/// The days of the month that best explain when something came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Days {
    last: Day,
    rhythm: Rhythm,
    /// The day of the month that it is meant for, and where weekends shift it; `None` for rhythms of weeks.
    meant: Option<(u8, Shift)>,
}

type Group = (PayeeId, AccountId, CommodityId, bool);

/// What came again and again among movements, which are in order of day, and has not stopped.
pub fn find_regular(movements: &[Movement], today: Day) -> Vec<Regular> {
    let mut groups: BTreeMap<Group, Vec<usize>> = BTreeMap::new();
    for (place, one) in movements.iter().enumerate().filter(|(_, one)| one.units != 0) {
        let group = (one.payee, one.purpose, one.commodity, one.units > 0);
        groups.entry(group).or_default().push(place);
    }
    let mut found = Vec::new();
    for places in groups.into_values() {
        let paid: Vec<Paid> = places
            .iter()
            .map(|place| Paid { day: movements[*place].day, units: movements[*place].units.abs() })
            .collect();
        let bills = find_bills(&paid, today).into_iter().filter(|bill| bill.next.is_some());
        found.extend(bills.filter_map(|bill| regular(movements, &places, &bill)));
    }
    found
}

fn regular(movements: &[Movement], places: &[usize], bill: &Bill) -> Option<Regular> {
    let charges: Vec<usize> = bill.charges.iter().map(|charge| places[*charge]).collect();
    let last = movements[*charges.last()?];
    let sign = last.units.signum();
    let mut recent: Vec<i128> = charges.iter().rev().take(12).map(|place| movements[*place].units).collect();
    recent.sort_unstable();
    let expected = bill.expected * sign;
    // Where the amount varies, the tenth of the recent amounts at either end is left out.
    let tenth = recent.len() / 10;
    let (low, high) = if bill.steady {
        (expected, expected)
    } else {
        (recent[tenth].min(expected), recent[recent.len() - 1 - tenth].max(expected))
    };
    let days: Vec<Day> = charges.iter().rev().take(12).map(|place| movements[*place].day).collect();
    Some(Regular {
        payee: last.payee,
        purpose: last.purpose,
        account: last.account,
        commodity: last.commodity,
        rhythm: bill.rhythm,
        units: expected,
        low,
        high,
        movements: charges,
        days: Days::explain(&days, bill.rhythm),
    })
}

impl Regular {
    /// What it is known by.
    pub fn source(&self) -> Source {
        Source::Regular { payee: self.payee, purpose: self.purpose }
    }

    /// When and how much it comes in the days after `today` up to `to`.
    pub fn coming(&self, today: Day, to: Day) -> Vec<Known> {
        let known = |day: Day| Known {
            day,
            source: self.source(),
            units: self.units,
            low: self.low,
            high: self.high,
        };
        self.days.after(today, to).into_iter().map(known).collect()
    }
}

impl Days {
    /// `days` are those on which it came, newest first.
    fn explain(days: &[Day], rhythm: Rhythm) -> Self {
        let last = days.first().copied().unwrap_or(Day::MIN);
        if !rhythm.is_of_months() {
            return Self { last, rhythm, meant: None };
        }
        let workdays = Workdays::default();
        let shifts = [Shift::Stay, Shift::Before, Shift::After];
        let candidates = (1..=31_u8).flat_map(|date| shifts.map(|shift| (date, shift)));
        let off = |meant: (u8, Shift)| -> u32 {
            let apart = |day: &Day| (nearest(*day, meant, &workdays).number() - day.number()).unsigned_abs();
            days.iter().map(apart).sum()
        };
        Self { last, rhythm, meant: candidates.min_by_key(|meant| off(*meant)) }
    }

    fn after(self, today: Day, to: Day) -> Vec<Day> {
        let workdays = Workdays::default();
        let mut days = Vec::new();
        for times in 1_u32.. {
            let nominal = self.rhythm.after(self.last, times);
            let day = self.meant.map_or(nominal, |meant| nearest(nominal, meant, &workdays));
            if day > to {
                break;
            }
            // What is late is still expected.
            if times == 1 || day > today {
                days.push(day.max(today.offset(1)));
            }
        }
        days.dedup();
        days.retain(|day| *day <= to);
        days
    }
}

/// Of the days that are meant in each month, the nearest.
fn nearest(day: Day, meant: (u8, Shift), workdays: &Workdays) -> Day {
    let near = [-1, 0, 1].map(|months| meant_day(Month::of(day).offset(months), meant, workdays));
    near.into_iter().min_by_key(|near| (near.number() - day.number()).abs()).unwrap_or(day)
}

/// The day of a month that `meant` names.
fn meant_day(month: Month, (date, shift): (u8, Shift), workdays: &Workdays) -> Day {
    let day = month.first().offset(i32::from(date) - 1).min(month.last());
    let step = match shift {
        Shift::Stay => return day,
        Shift::Before => -1,
        Shift::After => 1,
    };
    let mut days = (0..4).map(|days| day.offset(days * step));
    days.find(|day| workdays.works(*day)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn movements(days: &[(&str, i128)]) -> Vec<Movement> {
        let one = |(day, units): &(&str, i128)| Movement {
            day: day.parse().unwrap(),
            payee: PayeeId(1),
            purpose: AccountId(2),
            account: AccountId(3),
            commodity: CommodityId(1),
            units: *units,
            spent: 0,
        };
        days.iter().map(one).collect()
    }

    fn coming(days: &[(&str, i128)], today: &str, to: &str) -> Vec<(String, i128)> {
        let (today, to) = (today.parse().unwrap(), to.parse().unwrap());
        let found = find_regular(&movements(days), today);
        let coming = found.iter().flat_map(|regular| regular.coming(today, to));
        coming.map(|known| (known.day.to_string(), known.units)).collect()
    }

    #[test]
    fn pay_that_weekends_bring_forward_is_expected_before_them() {
        // The 25th, or the Friday before: January's is a Sunday, April's a Saturday.
        let paid = [
            ("2026-01-23", 500),
            ("2026-02-25", 500),
            ("2026-03-25", 500),
            ("2026-04-24", 500),
            ("2026-05-25", 500),
            ("2026-06-25", 500),
        ];
        let found = coming(&paid, "2026-07-01", "2026-10-31");
        let days: Vec<&str> = found.iter().map(|(day, _)| day.as_str()).collect();
        assert_eq!(days, ["2026-07-24", "2026-08-25", "2026-09-25", "2026-10-23"]);
    }

    #[test]
    fn a_bill_that_is_late_is_expected_tomorrow_and_then_on_its_day() {
        let paid = [("2026-01-10", -80), ("2026-02-10", -80), ("2026-03-10", -80), ("2026-04-10", -80)];
        let found = coming(&paid, "2026-05-12", "2026-06-30");
        assert_eq!(found, [("2026-05-13".to_owned(), -80), ("2026-06-10".to_owned(), -80)]);
    }

    #[test]
    fn what_has_stopped_does_not_come() {
        let paid = [("2026-01-10", -80), ("2026-02-10", -80), ("2026-03-10", -80), ("2026-04-10", -80)];
        assert_eq!(coming(&paid, "2026-08-12", "2026-12-31"), []);
    }
}
