//! What an envelope should get, and why.

use crate::{Cadence, PeriodNumber};
use ledger::{Day, Quantity};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// What a person wants an envelope to get. Amounts are smallest units of the budget's commodity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Target {
    /// The same amount in each period, whatever is left from before.
    SetAside {
        /// How much.
        units: Quantity,
    },
    /// As much as brings it to an amount, counting what is left from before.
    RefillTo {
        /// How much it should hold.
        units: Quantity,
    },
    /// An amount by a day, in equal parts.
    ByDate {
        /// How much it should hold then.
        units: Quantity,
        /// When.
        by: Day,
        /// After how many months it is wanted again; once only when `None`.
        again_after: Option<u16>,
    },
    /// A part of the period's new money.
    PercentOfIncome {
        /// How many hundredths.
        percent: Decimal,
    },
    /// What was spent on average in the periods before.
    AverageSpent {
        /// How many periods, at least 1; those before the first one with activity do not count.
        periods: u8,
    },
    /// What is scheduled from it in the period.
    Scheduled,
}

/// What a target looks at, besides itself. Amounts are smallest units of the budget's commodity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past<'a> {
    /// How the budget's periods lie.
    pub cadence: Cadence,
    /// The period that is being filled.
    pub period: PeriodNumber,
    /// What the envelope brought along from the period before.
    pub carried: i128,
    /// The period's new money.
    pub income: i128,
    /// What was spent in each period before, positive, newest first, back to the first with activity.
    pub spent: &'a [i128],
    /// What is scheduled to be spent in the period, positive.
    pub scheduled: i128,
}

/// What a target asks for in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// How much should be assigned in the period in all; never negative.
    pub units: i128,
    /// Why that much.
    pub reason: Reason,
}

/// Why a target asks for what it asks for; a person reads it in words of their own language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The same in each period.
    EachPeriod,
    /// It should hold `wanted` and brought `carried` along.
    Refill {
        /// What it should hold.
        wanted: i128,
        /// What it brought along.
        carried: i128,
    },
    /// `missing` is to come together in `periods` periods, this one included.
    Due {
        /// What is missing, without this period.
        missing: i128,
        /// How many periods are left.
        periods: i32,
        /// When it is due.
        by: Day,
    },
    /// The day is past.
    DayPassed {
        /// The day.
        by: Day,
    },
    /// `percent` of `income`.
    PartOfIncome {
        /// How many hundredths.
        percent: Decimal,
        /// The period's new money.
        income: i128,
    },
    /// What was spent on average in this many periods.
    Average {
        /// How many; 0 where nothing was spent yet.
        periods: usize,
    },
    /// What is scheduled.
    Scheduled,
    /// What is scheduled, less what it brought along.
    ScheduledLess {
        /// What is scheduled.
        scheduled: i128,
        /// What it brought along; below zero it is owed first.
        carried: i128,
    },
}

impl Target {
    /// What the target asks for in a period.
    pub fn need(&self, past: &Past<'_>) -> Need {
        let (units, reason) = match *self {
            Self::SetAside { units } => (units.units(), Reason::EachPeriod),
            Self::RefillTo { units } => {
                let wanted = units.units();
                (wanted - past.carried, Reason::Refill { wanted, carried: past.carried })
            }
            Self::ByDate { units, by, again_after } => due(units.units(), by, again_after, past),
            Self::PercentOfIncome { percent } => {
                let reason = Reason::PartOfIncome { percent, income: past.income };
                (part(past.income, percent), reason)
            }
            Self::AverageSpent { periods } => {
                let counted = past.spent.len().min(usize::from(periods.max(1)));
                let spent = past.spent.iter().take(counted).sum();
                (average(spent, counted), Reason::Average { periods: counted })
            }
            Self::Scheduled if past.carried == 0 => (past.scheduled, Reason::Scheduled),
            Self::Scheduled => {
                let (scheduled, carried) = (past.scheduled, past.carried);
                (scheduled - carried, Reason::ScheduledLess { scheduled, carried })
            }
        };
        Need { units: units.max(0), reason }
    }
}

/// An equal part of what is missing for each period up to the day, rounded up, so that it is there in time.
fn due(units: i128, by: Day, again_after: Option<u16>, past: &Past<'_>) -> (i128, Reason) {
    let (cadence, period) = (past.cadence, past.period);
    let Some(by) = next_due(by, again_after, cadence.first(period)) else {
        return (0, Reason::DayPassed { by });
    };
    let periods = cadence.period_of(by) - period + 1;
    let missing = (units - past.carried).max(0);
    let parts = i128::from(periods.max(1));
    ((missing + parts - 1) / parts, Reason::Due { missing, periods, by })
}

/// The first of the days that is not before `from`.
fn next_due(by: Day, again_after: Option<u16>, from: Day) -> Option<Day> {
    if by >= from {
        return Some(by);
    }
    let months = again_after.filter(|months| *months > 0)?;
    // Each from the first day, so that the 31st comes back after a shorter month.
    (1_u32..)
        .map_while(|times| {
            let later = times.checked_mul(u32::from(months)).map(chrono::Months::new)?;
            by.date().checked_add_months(later).map(Day::from_date)
        })
        .take_while(|due| *due < Day::MAX)
        .find(|due| *due >= from)
}

/// `percent` hundredths of `units`, to the nearest unit, a tie to the even one; nothing beyond what a decimal holds.
fn part(units: i128, percent: Decimal) -> i128 {
    let units = Decimal::try_from_i128_with_scale(units, 0).ok();
    let part = units.and_then(|units| units.checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED));
    let rounded = part.map(|part| part.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven));
    rounded.and_then(|rounded| rounded.to_i128()).unwrap_or_default()
}

/// The average, to the nearest unit, a tie away from zero.
fn average(total: i128, count: usize) -> i128 {
    match i128::try_from(count) {
        Ok(count) if count > 0 => (2 * total + total.signum() * count) / (2 * count),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MonthDay;

    fn units(units: i128) -> Quantity {
        Quantity::new(units).unwrap()
    }

    const MONTHS: Cadence = Cadence::Month { starts: MonthDay::FIRST };

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn past<'a>(carried: i128, income: i128, spent: &'a [i128], scheduled: i128) -> Past<'a> {
        let period = MONTHS.period_of(day("2026-03-10"));
        Past { cadence: MONTHS, period, carried, income, spent, scheduled }
    }

    #[test]
    fn a_target_asks_for_what_its_rule_says() {
        let set_aside = Target::SetAside { units: units(500) };
        let refill = Target::RefillTo { units: units(500) };
        let date = |by, again_after| Target::ByDate { units: units(1000), by: day(by), again_after };
        let percent = |text: &str| Target::PercentOfIncome { percent: text.parse().unwrap() };
        let average = |periods| Target::AverageSpent { periods };
        for (target, past, expected) in [
            (set_aside, past(300, 0, &[], 0), 500),
            (refill, past(300, 0, &[], 0), 200),
            (refill, past(-20, 0, &[], 0), 520),
            (refill, past(700, 0, &[], 0), 0),
            // March to May are three periods.
            (date("2026-05-20", None), past(100, 0, &[], 0), 300),
            (date("2026-05-20", None), past(0, 0, &[], 0), 334),
            (date("2026-03-01", None), past(400, 0, &[], 0), 600),
            (date("2026-02-28", None), past(0, 0, &[], 0), 0),
            // Due on 31 January each year: eleven periods from March to January.
            (date("2025-01-31", Some(12)), past(0, 0, &[], 0), 91),
            // On the last of each month, which is 28 February and again 31 March.
            (date("2026-01-31", Some(1)), past(0, 0, &[], 0), 1000),
            (percent("10"), past(0, 1234, &[], 0), 123),
            (percent("12.5"), past(0, 100, &[], 0), 12),
            (percent("10"), past(0, -50, &[], 0), 0),
            (average(3), past(0, 0, &[100, 201, 0, 999], 0), 100),
            (average(3), past(0, 0, &[101, 100], 0), 101),
            (average(6), past(0, 0, &[], 0), 0),
            (Target::Scheduled, past(30, 0, &[], 250), 220),
        ] {
            assert_eq!(target.need(&past).units, expected, "{target:?} {past:?}");
        }
    }

    #[test]
    fn a_target_says_why() {
        let by = day("2026-05-20");
        let target = Target::ByDate { units: units(1000), by, again_after: None };
        let reason = target.need(&past(100, 0, &[], 0)).reason;
        assert_eq!(reason, Reason::Due { missing: 900, periods: 3, by });
        let scheduled = |carried| Target::Scheduled.need(&past(carried, 0, &[], 250)).reason;
        assert_eq!(scheduled(0), Reason::Scheduled);
        assert_eq!(scheduled(30), Reason::ScheduledLess { scheduled: 250, carried: 30 });
    }
}
