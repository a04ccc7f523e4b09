//! Cadences as they cross to a screen or a script.

use super::view::BudgetCadence;
use crate::ApiError;
use crate::accounts::parse_day;
use planning::{Cadence, MonthDay};
use std::num::NonZeroU16;

impl TryFrom<&BudgetCadence> for Cadence {
    type Error = ApiError;
    fn try_from(cadence: &BudgetCadence) -> Result<Self, ApiError> {
        Ok(match cadence {
            BudgetCadence::Week { starts } => Self::Week {
                starts: starts.parse().map_err(|_| {
                    ApiError::invalid(format!("“{starts}” is no weekday; write mon, tue, wed ..."))
                })?,
            },
            BudgetCadence::Month { starts } => {
                let starts = MonthDay::new(*starts).map_err(|error| ApiError::invalid(error.to_string()))?;
                Self::Month { starts }
            }
            BudgetCadence::Quarter => Self::Quarter,
            BudgetCadence::Year => Self::Year,
            BudgetCadence::Days { from, length } => Self::Days {
                from: parse_day(from)?,
                length: NonZeroU16::new(*length)
                    .ok_or_else(|| ApiError::invalid("a period has at least one day"))?,
            },
        })
    }
}

impl From<Cadence> for BudgetCadence {
    fn from(cadence: Cadence) -> Self {
        match cadence {
            Cadence::Week { starts } => Self::Week { starts: starts.to_string().to_lowercase() },
            Cadence::Month { starts } => Self::Month { starts: starts.into() },
            Cadence::Quarter => Self::Quarter,
            Cadence::Year => Self::Year,
            Cadence::Days { from, length } => Self::Days { from: from.to_string(), length: length.get() },
        }
    }
}
