//! A quantity of one commodity.

use crate::{CommodityId, Quantity};
use serde::{Deserialize, Serialize};

/// A quantity of one commodity: the only form that money takes in the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// How many smallest units.
    pub quantity: Quantity,
    /// Of what.
    pub commodity: CommodityId,
}

impl Amount {
    /// `quantity` of `commodity`.
    pub fn new(quantity: Quantity, commodity: CommodityId) -> Self {
        Self { quantity, commodity }
    }

    /// The same size with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { quantity: self.quantity.negated(), ..self }
    }
}
