//! What a person expects to come again: when, how much, from where to where, and what happens on the day.

use crate::{Exception, Occurrence, Recurrence, Standing, Workdays};
use ledger::{AccountId, CommodityId, Day, PayeeId, Quantity, QuantityError, TagId, TransactionId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A schedule in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScheduleId(pub i64);

/// What happens on the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// It waits for a person.
    #[default]
    Ask,
    /// It is posted, as pending.
    Post,
}

/// How much comes each time, with the sign with which it changes the schedule's account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Planned {
    /// Always the same.
    Fixed(Quantity),
    /// Something in between, of one sign.
    Range {
        /// The smallest, by size.
        least: Quantity,
        /// The largest, by size.
        most: Quantity,
    },
    /// The average of what came the last times.
    Average {
        /// How many times count; at least one.
        of: u8,
        /// What is expected until it has come once.
        first: Quantity,
    },
}

/// One of the places that the money goes to, or comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The category or account.
    pub account: AccountId,
    /// Its share, with the sign with which it changes that account; `None` for the part that takes the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
}

/// Something that comes again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Its row in this ledger.
    pub id: ScheduleId,
    /// What a person calls it; empty for its payee's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// On which days.
    pub recurrence: Recurrence,
    /// The country whose holidays shift it, as `TH`; weekends alone without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Occurrences before this day are history and fall due no more.
    pub since: Day,
    /// What happens on the day.
    #[serde(default)]
    pub mode: Mode,
    /// How many days before it a reminder comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind: Option<u16>,
    /// Who is paid, or pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeId>,
    /// The account that changes.
    pub account: AccountId,
    /// What the amounts are in.
    pub commodity: CommodityId,
    /// How much.
    pub planned: Planned,
    /// The other side; exactly one of them takes the rest.
    pub parts: Vec<Part>,
    /// A note for its transactions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Labels for its transactions, in order of id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagId>,
}

/// One time that a schedule comes, with what a person or a statement said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coming {
    /// The day that the rule names: what it is known by.
    pub nominal: Day,
    /// The day on which it falls.
    pub day: Day,
    /// Its own amount, where it has one.
    pub quantity: Option<Quantity>,
    /// How it stands.
    pub standing: Standing,
    /// `true` where a holiday or a weekend shifted it.
    pub shifted: bool,
}

impl Planned {
    /// What the next time will bring, after `past` amounts, oldest first. Half of an odd unit and the rest of an average
    /// are dropped: it is a guess, and no money.
    pub fn expected(self, past: &[Quantity]) -> Quantity {
        let (sum, count) = match self {
            Self::Fixed(quantity) => return quantity,
            Self::Range { least, most } => (least.units() + most.units(), 2),
            Self::Average { first, .. } if past.is_empty() => return first,
            Self::Average { of, .. } => {
                let newest = &past[past.len().saturating_sub(usize::from(of.max(1)))..];
                let count = i128::try_from(newest.len()).unwrap_or(1);
                (newest.iter().map(|quantity| quantity.units()).sum(), count)
            }
        };
        // An average of what fits, fits.
        Quantity::new(sum / count).unwrap_or_default()
    }

    /// The sizes between which a payment is taken for this one, where `expected` is expected: what is fixed exactly, a range
    /// as it is, an average from half to one and a half.
    pub fn band(self, expected: Quantity) -> (Quantity, Quantity) {
        match self {
            Self::Fixed(_) => (expected.magnitude(), expected.magnitude()),
            Self::Range { least, most } => (least.magnitude(), most.magnitude()),
            Self::Average { .. } => {
                let (units, half) = (expected.units().abs(), expected.units().abs() / 2);
                let of = |units| Quantity::new(units).unwrap_or(expected.magnitude());
                (of(units - half), of(units + half))
            }
        }
    }

    /// `true` where the amount is known beforehand.
    pub fn is_certain(self) -> bool {
        matches!(self, Self::Fixed(_))
    }
}

impl Schedule {
    /// The other side of `quantity`: each part with its share, the one without a share of its own with what remains.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] when the remainder does not fit.
    pub fn shares(&self, quantity: Quantity) -> Result<Vec<(AccountId, Quantity)>, QuantityError> {
        let told = self.parts.iter().filter_map(|part| part.quantity);
        let rest = Quantity::sum(told.chain([quantity]))?.negated();
        Ok(self.parts.iter().map(|part| (part.account, part.quantity.unwrap_or(rest))).collect())
    }

    /// What comes on the days `from` to `to`, both included, in order of day. `exceptions` are those of this schedule.
    /// What is in the books is told on the day of its transaction, whatever the rule says by now.
    pub fn coming(&self, from: Day, to: Day, workdays: &Workdays, exceptions: &[Exception]) -> Vec<Coming> {
        let by_nominal: BTreeMap<Day, &Exception> =
            exceptions.iter().map(|exception| (exception.nominal, exception)).collect();
        let named = self.recurrence.between(from, to, workdays);
        let told =
            |exception: &&Exception| exception.day.is_some() || exception.standing.transaction().is_some();
        let mut coming: Vec<Coming> = named
            .into_iter()
            .filter(|occurrence| by_nominal.get(&occurrence.nominal).is_none_or(|exception| !told(exception)))
            .map(|occurrence| self.one(occurrence, by_nominal.get(&occurrence.nominal).copied()))
            .collect();
        coming.extend(exceptions.iter().filter(told).map(|exception| {
            let nominal = exception.nominal;
            let booked = exception.standing.transaction().map(TransactionId::day);
            let day = booked.or(exception.day).unwrap_or_else(|| self.recurrence.shifted(nominal, workdays));
            self.one(Occurrence { nominal, day }, Some(exception))
        }));
        coming.retain(|coming| (from..=to).contains(&coming.day));
        coming.sort_by_key(|coming| (coming.day, coming.nominal));
        coming
    }

    fn one(&self, occurrence: Occurrence, exception: Option<&Exception>) -> Coming {
        let moved = exception.is_some_and(Exception::has_own_day);
        Coming {
            nominal: occurrence.nominal,
            day: occurrence.day,
            quantity: exception.and_then(|exception| exception.quantity),
            standing: exception.map_or(Standing::Open, |exception| exception.standing),
            shifted: !moved && occurrence.day != occurrence.nominal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Shift;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn quantity(units: i128) -> Quantity {
        Quantity::new(units).unwrap()
    }

    fn schedule(rule: &str) -> Schedule {
        Schedule {
            id: ScheduleId(1),
            name: String::new(),
            recurrence: Recurrence::by_rule(day("2026-01-15"), rule, Shift::After).unwrap(),
            country: None,
            since: day("2026-01-01"),
            mode: Mode::Post,
            remind: None,
            payee: None,
            account: AccountId(1),
            commodity: CommodityId(1),
            planned: Planned::Fixed(quantity(-100)),
            parts: vec![Part { account: AccountId(2), quantity: None }],
            note: String::new(),
            tags: Vec::new(),
        }
    }

    fn exception(nominal: &str, moved: Option<&str>, units: Option<i128>, standing: Standing) -> Exception {
        Exception {
            schedule: ScheduleId(1),
            nominal: day(nominal),
            day: moved.map(day),
            quantity: units.map(quantity),
            standing,
        }
    }

    #[test]
    fn occurrences_come_with_what_was_said_of_them() {
        let posted = Standing::Posted { transaction: TransactionId::new(day("2026-02-15"), 7) };
        let open = Standing::Open;
        // 15 February and 15 March 2026 are Sundays.
        for (what, exceptions, from, to, expected) in [
            ("as the rule says", vec![], "2026-01-01", "2026-03-31", "01-15 02-16 03-16"),
            (
                "one moved",
                vec![exception("2026-02-15", Some("2026-02-10"), None, open)],
                "2026-01-01",
                "2026-03-31",
                "01-15 02-10! 03-16",
            ),
            (
                "one moved out",
                vec![exception("2026-02-15", Some("2026-05-01"), None, open)],
                "2026-01-01",
                "2026-03-31",
                "01-15 03-16",
            ),
            (
                "one moved in",
                vec![exception("2026-06-15", Some("2026-03-02"), None, open)],
                "2026-01-01",
                "2026-03-31",
                "01-15 02-16 03-02! 03-16",
            ),
            (
                "one dearer",
                vec![exception("2026-02-15", None, Some(-130), open)],
                "2026-02-01",
                "2026-02-28",
                "02-16=-130",
            ),
            (
                "one skipped",
                vec![exception("2026-02-15", None, None, Standing::Skipped)],
                "2026-02-01",
                "2026-02-28",
                "02-16 skipped",
            ),
            (
                "one posted",
                vec![exception("2026-02-15", None, None, posted)],
                "2026-02-01",
                "2026-02-28",
                "02-15 posted",
            ),
            (
                "one posted that the rule names no more",
                vec![exception("2026-02-03", None, None, posted)],
                "2026-02-01",
                "2026-02-28",
                "02-15! posted 02-16",
            ),
            (
                "one changed that the rule names no more",
                vec![exception("2026-02-03", None, Some(5), open)],
                "2026-02-01",
                "2026-02-28",
                "02-16",
            ),
        ] {
            let found =
                schedule("FREQ=MONTHLY").coming(day(from), day(to), &Workdays::default(), &exceptions);
            let words = found.iter().map(|coming| {
                let moved = if coming.day != coming.nominal && !coming.shifted { "!" } else { "" };
                let amount =
                    coming.quantity.map(|quantity| format!("={}", quantity.units())).unwrap_or_default();
                let standing = match coming.standing {
                    Standing::Open => "",
                    Standing::Skipped => " skipped",
                    Standing::Posted { .. } => " posted",
                    Standing::Matched { .. } => " matched",
                };
                format!("{}{moved}{amount}{standing}", &coming.day.to_string()[5..])
            });
            assert_eq!(words.collect::<Vec<_>>().join(" "), expected, "{what}");
        }
    }

    #[test]
    fn amounts_are_fixed_in_between_or_as_they_were() {
        let past: Vec<Quantity> = [-90, -100, -120, -141].map(quantity).into();
        for (planned, expected, band) in [
            (Planned::Fixed(quantity(-100)), -100, (100, 100)),
            (Planned::Range { least: quantity(-80), most: quantity(-121) }, -100, (80, 121)),
            (Planned::Average { of: 3, first: quantity(-1) }, -120, (60, 180)),
            (Planned::Average { of: 24, first: quantity(-1) }, -112, (56, 168)),
        ] {
            let found = planned.expected(&past);
            let (least, most) = planned.band(found);
            assert_eq!((found.units(), (least.units(), most.units())), (expected, band), "{planned:?}");
        }
        assert_eq!(Planned::Average { of: 3, first: quantity(-1) }.expected(&[]), quantity(-1));
    }

    #[test]
    fn the_other_side_takes_the_rest() {
        let mut rent = schedule("FREQ=MONTHLY");
        rent.parts.push(Part { account: AccountId(3), quantity: Some(quantity(30)) });
        let shares = rent.shares(quantity(-100)).unwrap();
        assert_eq!(shares, [(AccountId(2), quantity(70)), (AccountId(3), quantity(30))]);
    }
}
