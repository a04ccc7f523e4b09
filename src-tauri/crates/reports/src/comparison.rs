//! What a report is compared with.

use crate::Period;

/// Which other period stands beside a report's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// The period of the same length just before.
    Previous,
    /// The same dates a year before.
    YearBefore,
    /// A period that the reader chose.
    Custom(Period),
}

impl Comparison {
    /// The period that `period` is compared with.
    pub fn period(self, period: Period) -> Period {
        match self {
            Self::Previous => period.previous(),
            Self::YearBefore => period.year_before(),
            Self::Custom(other) => other,
        }
    }
}
