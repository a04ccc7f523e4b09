//! A count of a commodity's smallest stored units, and the scale that turns it into a decimal.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How many decimals a commodity stores: 0 (JPY) to 18 (wei).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Scale(u8);

impl Scale {
    /// The finest scale a commodity may have.
    pub const MAX: u8 = 18;

    /// A scale of `decimals` digits after the point.
    ///
    /// # Errors
    /// [`QuantityError::Scale`] above [`Scale::MAX`].
    pub fn new(decimals: u8) -> Result<Self, QuantityError> {
        if decimals > Self::MAX { Err(QuantityError::Scale { decimals }) } else { Ok(Self(decimals)) }
    }

    /// Digits after the point.
    pub fn decimals(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Scale {
    type Error = QuantityError;
    fn try_from(decimals: u8) -> Result<Self, QuantityError> {
        Self::new(decimals)
    }
}

impl From<Scale> for u8 {
    fn from(scale: Scale) -> u8 {
        scale.0
    }
}

/// A whole number of a commodity's smallest stored units, within ±(2⁹⁶ − 1), which is what [`Decimal`] holds
/// exactly at every scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Quantity(i128);

/// Why a number is not a quantity of a commodity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// More decimals than any commodity may store.
    #[error("{decimals} decimals are more than the {max} a commodity can store", max = Scale::MAX)]
    Scale {
        /// The decimals asked for.
        decimals: u8,
    },
    /// The text is not a plain decimal number.
    #[error("“{text}” is not a number")]
    NotANumber {
        /// The text as given.
        text: String,
    },
    /// The value has digits below the smallest unit; rounding it silently would change money.
    #[error("{value} has more than the {decimals} decimals stored")]
    TooPrecise {
        /// The value as given.
        value: Decimal,
        /// The commodity's decimals.
        decimals: u8,
    },
    /// The value or a sum is beyond ±(2⁹⁶ − 1) smallest units.
    #[error("the amount is too large to store")]
    TooLarge,
}

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    const LIMIT: i128 = (1 << 96) - 1;

    /// `units` smallest units.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] beyond ±(2⁹⁶ − 1).
    pub fn new(units: i128) -> Result<Self, QuantityError> {
        if (-Self::LIMIT..=Self::LIMIT).contains(&units) {
            Ok(Self(units))
        } else {
            Err(QuantityError::TooLarge)
        }
    }

    /// The count of smallest units.
    pub fn units(self) -> i128 {
        self.0
    }

    /// `true` for nothing.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// `true` below zero.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The same size with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(-self.0)
    }

    /// The size without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self(self.0.abs())
    }

    /// The sum of two quantities.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] when the sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, QuantityError> {
        Self::new(self.0 + other.0)
    }

    /// The sum of many quantities.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] when the sum does not fit.
    pub fn sum(quantities: impl IntoIterator<Item = Self>) -> Result<Self, QuantityError> {
        // 2⁹⁶ leaves room for 2³¹ terms before i128 itself could overflow.
        let mut total: i128 = 0;
        for quantity in quantities {
            total = total.checked_add(quantity.0).ok_or(QuantityError::TooLarge)?;
        }
        Self::new(total)
    }

    /// The quantity that `value` is at `scale`, exactly.
    ///
    /// # Errors
    /// [`QuantityError::TooPrecise`] for digits below the smallest unit, [`QuantityError::TooLarge`] beyond the range.
    pub fn from_decimal(value: Decimal, scale: Scale) -> Result<Self, QuantityError> {
        let value = value.normalize();
        let decimals = u32::from(scale.decimals());
        if value.scale() > decimals {
            return Err(QuantityError::TooPrecise { value, decimals: scale.decimals() });
        }
        let factor = 10_i128.pow(decimals - value.scale());
        Self::new(value.mantissa().checked_mul(factor).ok_or(QuantityError::TooLarge)?)
    }

    /// The quantity that plain decimal text (`-1240.5`, no grouping) names at `scale`.
    ///
    /// # Errors
    /// [`QuantityError::NotANumber`], [`QuantityError::TooPrecise`] or [`QuantityError::TooLarge`].
    pub fn parse(text: &str, scale: Scale) -> Result<Self, QuantityError> {
        let value = Decimal::from_str_exact(text.trim())
            .map_err(|_| QuantityError::NotANumber { text: text.to_owned() })?;
        Self::from_decimal(value, scale)
    }

    /// The decimal value at `scale`, exactly.
    pub fn to_decimal(self, scale: Scale) -> Decimal {
        // Cannot fail: the range is Decimal's own and the scale is at most 18.
        Decimal::try_from_i128_with_scale(self.0, u32::from(scale.decimals())).unwrap_or_default()
    }
}

/// As decimal text of units, so that no reader of JSON loses digits.
impl Serialize for Quantity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match i64::try_from(self.0) {
            Ok(units) => serializer.serialize_i64(units),
            Err(_) => serializer.collect_str(&self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Units;
        impl serde::de::Visitor<'_> for Units {
            type Value = Quantity;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a whole number of smallest units")
            }
            fn visit_i64<E: serde::de::Error>(self, units: i64) -> Result<Quantity, E> {
                Ok(Quantity(i128::from(units)))
            }
            fn visit_u64<E: serde::de::Error>(self, units: u64) -> Result<Quantity, E> {
                Ok(Quantity(i128::from(units)))
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Quantity, E> {
                let units = text.parse().map_err(E::custom)?;
                Quantity::new(units).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scale(decimals: u8) -> Scale {
        Scale::new(decimals).unwrap()
    }

    #[test]
    fn text_becomes_units_exactly_or_is_refused() {
        for (text, decimals, expected) in [
            ("12.34", 2, Ok(1234)),
            ("-12.3", 2, Ok(-1230)),
            ("12.340", 2, Ok(1234)),
            ("7", 0, Ok(7)),
            ("0.000000000000000001", 18, Ok(1)),
            ("12.345678901234567890", 18, Ok(12_345_678_901_234_567_890)),
            ("12.345", 2, Err(QuantityError::TooPrecise { value: "12.345".parse().unwrap(), decimals: 2 })),
            ("1e5", 2, Err(QuantityError::NotANumber { text: "1e5".into() })),
            ("", 2, Err(QuantityError::NotANumber { text: String::new() })),
            ("79228162514264337593543950335", 2, Err(QuantityError::TooLarge)),
        ] {
            assert_eq!(Quantity::parse(text, scale(decimals)).map(Quantity::units), expected, "{text}");
        }
    }

    #[test]
    fn sums_that_do_not_fit_are_refused() {
        let most = Quantity::new(Quantity::LIMIT).unwrap();
        assert_eq!(most.plus(Quantity(1)), Err(QuantityError::TooLarge));
        assert_eq!(Quantity::sum([most, most, most.negated()]), Ok(most));
    }

    proptest! {
        #[test]
        fn units_survive_decimal_text_and_json(units in -Quantity::LIMIT..=Quantity::LIMIT, decimals in 0_u8..=18) {
            let quantity = Quantity::new(units).unwrap();
            let text = quantity.to_decimal(scale(decimals)).to_string();
            prop_assert_eq!(Quantity::parse(&text, scale(decimals)).unwrap(), quantity);
            let json = serde_json::to_string(&quantity).unwrap();
            prop_assert_eq!(serde_json::from_str::<Quantity>(&json).unwrap(), quantity);
        }
    }
}
