//! What an account should hold at least.

use ledger::{AccountId, CommodityId, Quantity};
use serde::{Deserialize, Serialize};

/// What an account should hold of a commodity at least, as a person set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Floor {
    /// The account.
    pub account: AccountId,
    /// Of what.
    pub commodity: CommodityId,
    /// How much.
    pub quantity: Quantity,
}
