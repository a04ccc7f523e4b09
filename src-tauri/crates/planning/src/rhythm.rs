//! How often something comes again.

use chrono::Months;
use ledger::Day;
use serde::{Deserialize, Serialize};

/// How often a bill, a subscription or a wage comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Every seven days.
    Weekly,
    /// Every fourteen days.
    Fortnightly,
    /// Every 28 days.
    FourWeekly,
    /// Every month.
    Monthly,
    /// Every second month.
    TwoMonthly,
    /// Every third month.
    Quarterly,
    /// Every sixth month.
    HalfYearly,
    /// Every year.
    Yearly,
}

enum Step {
    Days(i32),
    Months(u32),
}

impl Rhythm {
    /// From the longest to the shortest.
    pub const ALL: [Self; 8] = [
        Self::Yearly,
        Self::HalfYearly,
        Self::Quarterly,
        Self::TwoMonthly,
        Self::Monthly,
        Self::FourWeekly,
        Self::Fortnightly,
        Self::Weekly,
    ];

    fn step(self) -> Step {
        match self {
            Self::Weekly => Step::Days(7),
            Self::Fortnightly => Step::Days(14),
            Self::FourWeekly => Step::Days(28),
            Self::Monthly => Step::Months(1),
            Self::TwoMonthly => Step::Months(2),
            Self::Quarterly => Step::Months(3),
            Self::HalfYearly => Step::Months(6),
            Self::Yearly => Step::Months(12),
        }
    }

    /// `true` where it keeps a day of the month.
    pub(crate) fn is_of_months(self) -> bool {
        matches!(self.step(), Step::Months(_))
    }

    /// The day `times` steps after `anchor`. Steps of months keep the anchor's day of the month, as far as months have it.
    pub fn after(self, anchor: Day, times: u32) -> Day {
        match self.step() {
            Step::Days(days) => anchor.offset(days.saturating_mul(times.cast_signed())),
            Step::Months(months) => {
                let later = anchor.date().checked_add_months(Months::new(months.saturating_mul(times)));
                later.map_or(Day::MAX, Day::from_date)
            }
        }
    }

    /// How many days early or late a charge may be: weekends, holidays, and banks that take their time.
    pub fn slack(self) -> i32 {
        match self {
            Self::Weekly => 1,
            Self::Fortnightly | Self::FourWeekly => 2,
            Self::Monthly => 5,
            Self::TwoMonthly | Self::Quarterly => 7,
            Self::HalfYearly | Self::Yearly => 12,
        }
    }

    /// How often it comes in a year.
    pub fn times_a_year(self) -> i128 {
        match self {
            Self::Weekly => 52,
            Self::Fortnightly => 26,
            Self::FourWeekly => 13,
            Self::Monthly => 12,
            Self::TwoMonthly => 6,
            Self::Quarterly => 4,
            Self::HalfYearly => 2,
            Self::Yearly => 1,
        }
    }
}
