//! Money that came to or left an account for one purpose.

use ledger::{AccountId, CommodityId, Day, PayeeId};

/// Money that came to or left an account for one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Movement {
    /// When.
    pub day: Day,
    /// Who paid or was paid.
    pub payee: PayeeId,
    /// The category or loan that tells what for.
    pub purpose: AccountId,
    /// The account of one's own.
    pub account: AccountId,
    /// In what.
    pub commodity: CommodityId,
    /// How much, in smallest units; negative when it left.
    pub units: i128,
    /// What of that was spent, in smallest units (see [`crate::Spent`]).
    pub spent: i128,
}
