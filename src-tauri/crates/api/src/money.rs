//! Money as it crosses to a screen or a script: decimal text, never a float.

use crate::ApiError;
use ledger::{Amount, Commodity, Quantity};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Names;

/// An amount: exact decimal text with all of its commodity's decimals, and the commodity's code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Money {
    /// The exact quantity: `-1240.50`.
    pub amount: String,
    /// The commodity's code: `THB`.
    pub commodity: String,
}

impl Money {
    /// The text of a stored amount.
    pub fn of(amount: Amount, names: &Names) -> Self {
        let code =
            names.commodities.get(&amount.commodity).map_or_else(String::new, |found| found.code.clone());
        Self {
            amount: amount.quantity.to_decimal(names.scale(amount.commodity)).to_string(),
            commodity: code,
        }
    }

    /// The stored amount that the text stands for.
    ///
    /// # Errors
    /// [`ApiError`] when it is no number or has more decimals than the commodity stores.
    pub fn read(&self, commodity: &Commodity) -> Result<Amount, ApiError> {
        Ok(Amount::new(Quantity::parse(&self.amount, commodity.scale)?, commodity.id))
    }
}
