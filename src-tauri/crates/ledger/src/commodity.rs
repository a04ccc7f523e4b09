//! What is counted: a currency, a coin, a security, or something a person made up.

use crate::{CommodityId, Scale};
use serde::{Deserialize, Serialize};

/// Where a commodity comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum CommodityKind {
    /// Money of a country or union, current or historic (ISO 4217).
    Currency,
    /// A crypto-asset.
    Coin,
    /// A share, fund or bond.
    Security,
    /// Anything else that a person counts: air miles, hours, gold coins.
    Custom,
}

/// Something that is counted, and how finely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commodity {
    /// Its row in this ledger.
    pub id: CommodityId,
    /// Its unique code: `USD`, `BTC`, `VWRA`.
    pub code: String,
    /// Its name in English, as its catalogue gives it.
    pub name: String,
    /// Where it comes from.
    pub kind: CommodityKind,
    /// Decimals stored.
    pub scale: Scale,
    /// Its sign in text, if it has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
}
