//! Sums over postings, as roll-ups keep them and reports read them.

use crate::{AccountId, CommodityId, Month, PayeeId, Quantity};

/// What an account holds of a commodity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Which account, its own postings alone.
    pub account: AccountId,
    /// Of what.
    pub commodity: CommodityId,
    /// How much.
    pub quantity: Quantity,
    /// From how many postings.
    pub postings: i64,
}

/// What came into an account in a month, less what went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// Which account, its own postings alone.
    pub account: AccountId,
    /// Of what.
    pub commodity: CommodityId,
    /// In which month, as far as the period asked for covers it.
    pub month: Month,
    /// How much.
    pub quantity: Quantity,
    /// From how many postings.
    pub postings: i64,
}

/// What one payee brought into or took out of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayeeFlow {
    /// The category.
    pub account: AccountId,
    /// The payee, if there was one.
    pub payee: Option<PayeeId>,
    /// Of what.
    pub commodity: CommodityId,
    /// How much.
    pub quantity: Quantity,
    /// From how many postings.
    pub postings: i64,
}
