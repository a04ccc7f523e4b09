//! What a person said of a bill that was found.

use crate::ScheduleId;
use ledger::{AccountId, CommodityId, PayeeId};
use serde::{Deserialize, Serialize};

/// What a person said of a bill in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BillDecisionId(pub i64);

/// What a person said of a bill. The bill is found anew each time; it is the one that one of its payments tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillDecision {
    /// Its row in this ledger.
    pub id: BillDecisionId,
    /// Who is paid.
    pub payee: PayeeId,
    /// What for: a category, or the loan that it pays back.
    pub purpose: AccountId,
    /// In what.
    pub commodity: CommodityId,
    /// The serial number of the transaction of one of its payments.
    pub anchor: u32,
    /// `true` where it is no bill.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dismissed: bool,
    /// The schedule that it was confirmed with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<ScheduleId>,
    /// What a person noted: how to cancel it, and until when.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl BillDecision {
    /// `true` where nothing is said any more.
    pub fn is_empty(&self) -> bool {
        !self.dismissed && self.schedule.is_none() && self.note.is_empty()
    }
}
