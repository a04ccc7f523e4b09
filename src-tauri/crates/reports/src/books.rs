//! The books that a report is about.

use ledger::{AccountTree, Commodity, CommodityId, Rates};
use std::collections::HashMap;

/// Everything a report takes from the books besides what moved.
#[derive(Debug, Clone, Copy)]
pub struct Books<'a> {
    /// All accounts, closed ones too.
    pub accounts: &'a AccountTree,
    /// All commodities that occur.
    pub commodities: &'a HashMap<CommodityId, Commodity>,
    /// Rates on the days that [`Plan::rate_days`](crate::Plan::rate_days) names, or more.
    pub rates: &'a Rates,
    /// What figures are in.
    pub base: CommodityId,
}
