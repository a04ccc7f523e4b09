//! Quantities as the database keeps them: two 64-bit parts, so that plain SQL sums them exactly.

use crate::StoreError;
use ledger::Quantity;

/// The low part's size: high · 10¹² + low.
const BASE: i128 = 1_000_000_000_000;

/// The two parts of a quantity, both of its sign.
pub(crate) fn split(quantity: Quantity) -> (i64, i64) {
    split_units(quantity.units())
}

/// As [`split`], for a sum that may lie beyond a single quantity's range.
pub(crate) fn split_units(units: i128) -> (i64, i64) {
    // Fits: 2⁹⁶ / 10¹² is below 2⁵⁷, and sums stay far from 2⁶³ of those.
    let part = |value: i128| i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX });
    (part(units / BASE), part(units % BASE))
}

/// The units that two parts, or two sums of parts, stand for.
pub(crate) fn join_units(high: i64, low: i64) -> i128 {
    i128::from(high) * BASE + i128::from(low)
}

/// The quantity that two parts, or two sums of parts, stand for.
///
/// # Errors
/// [`StoreError::Quantity`] when a sum does not fit.
pub(crate) fn join(high: i64, low: i64) -> Result<Quantity, StoreError> {
    Ok(Quantity::new(join_units(high, low))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMIT: i128 = (1 << 96) - 1;

    proptest! {
        #[test]
        fn parts_hold_the_quantity_and_sum_like_it(a in -LIMIT / 2..LIMIT / 2, b in -LIMIT / 2..LIMIT / 2) {
            let (a, b) = (Quantity::new(a).unwrap(), Quantity::new(b).unwrap());
            let (high_a, low_a) = split(a);
            let (high_b, low_b) = split(b);
            prop_assert_eq!(join(high_a, low_a).unwrap(), a);
            prop_assert!(i128::from(low_a).abs() < BASE && (a.is_negative() || (high_a >= 0 && low_a >= 0)));
            prop_assert_eq!(join(high_a + high_b, low_a + low_b).unwrap(), a.plus(b).unwrap());
            prop_assert_eq!(a.cmp(&b), (high_a, low_a).cmp(&(high_b, low_b)));
        }
    }
}
