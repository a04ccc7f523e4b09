//! An account in one commodity, with what is known of it.

use ledger::{AccountId, CommodityId, Day, PayeeId};
use serde::{Deserialize, Serialize};

/// Why money is known to come or go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum Source {
    /// It came again and again.
    Regular {
        /// Who pays or is paid.
        payee: PayeeId,
        /// The category or loan that tells what for.
        purpose: AccountId,
    },
    /// Somebody scheduled it.
    Schedule {
        /// The schedule's number.
        id: i64,
    },
    /// It is entered already, for a day to come.
    Entered,
    /// A scenario adds it.
    Scenario,
}

/// Money that is known to come or go on a day, in smallest units; negative when it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// When.
    pub day: Day,
    /// Why.
    pub source: Source,
    /// How much is expected.
    pub units: i128,
    /// Four of five times it is at least this.
    pub low: i128,
    /// Four of five times it is at most this.
    pub high: i128,
}

/// Money that comes or goes bit by bit, the same every day, beyond what the past tells: a budget that differs from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// How much over all of them, in smallest units; negative when it leaves.
    pub units: i128,
}

impl Spread {
    /// How much of it has come or gone by the end of a day.
    pub fn by(&self, day: Day) -> i128 {
        let days = |to: Day| i128::from(to.number() - self.from.number() + 1);
        let whole = days(self.to).max(1);
        self.units * days(day.min(self.to)).clamp(0, whole) / whole
    }
}

/// What an account holds of one commodity, and how that came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The account.
    pub account: AccountId,
    /// Of what.
    pub commodity: CommodityId,
    /// What it holds at the end of today, in smallest units.
    pub balance: i128,
    /// What each day up to today brought, oldest first, without what is known to come again.
    pub past: Vec<i128>,
    /// What of that was spent in the days of `past`: zero or less.
    pub spent: i128,
    /// What is known to come after today.
    pub known: Vec<Known>,
    /// What is planned beyond what the past tells.
    pub spread: Vec<Spread>,
}
