//! What is worth knowing today: a few things, or nothing.

mod milestone;
mod safe;
mod usual;

pub use milestone::{Mark, Milestone, milestones};
pub use safe::{Means, SafeReason, SafeToSpend};
pub use usual::{CategoryMonth, Unusual, Usual, changes, unusual};

use ledger::Day;
use serde::{Deserialize, Serialize};

/// Something that a person has seen and does not want to see again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    /// What it was about, as a stable text: `unusual/2026-11/17`.
    pub about: String,
    /// When it was put away.
    pub day: Day,
}
