//! What a commodity is worth in another, and the one place where value is rounded.

use crate::{CommodityId, Day, Quantity, QuantityError, Scale};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One unit of `commodity` was worth `rate` units of `quote` on `day`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// What is priced.
    pub commodity: CommodityId,
    /// What the price is in.
    pub quote: CommodityId,
    /// When it held.
    pub day: Day,
    /// Whole units of `quote` for one whole unit of `commodity`; above zero.
    pub rate: Decimal,
}

/// How [`convert`] rounds to the target's smallest unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundingRule {
    /// To the nearest unit, a tie to the even one: reports, where errors should not add up.
    HalfEven,
    /// To the nearest unit, a tie away from zero: what banks and invoices do.
    HalfAwayFromZero,
}

/// The value of `quantity` (at `from`) in a commodity of scale `to`, at `rate` whole units for one whole unit.
///
/// # Errors
/// [`QuantityError::TooLarge`] when the value does not fit.
pub fn convert(
    quantity: Quantity,
    from: Scale,
    rate: Decimal,
    to: Scale,
    rule: RoundingRule,
) -> Result<Quantity, QuantityError> {
    let decimals = u32::from(from.decimals()) + rate.scale();
    let Some(product) = quantity.units().checked_mul(rate.mantissa()) else {
        return convert_large(quantity, from, rate, to, rule);
    };
    let target = u32::from(to.decimals());
    if decimals <= target {
        let factor = 10_i128.checked_pow(target - decimals).ok_or(QuantityError::TooLarge)?;
        return Quantity::new(product.checked_mul(factor).ok_or(QuantityError::TooLarge)?);
    }
    // 10³⁸ and more leave nothing of any product that fits, and half of it is beyond reach.
    let Some(divisor) = 10_i128.checked_pow(decimals - target) else { return Ok(Quantity::ZERO) };
    Quantity::new(divided(product, divisor, rule))
}

/// `product / divisor` rounded to a whole number.
fn divided(product: i128, divisor: i128, rule: RoundingRule) -> i128 {
    let (whole, rest) = (product / divisor, product % divisor);
    let twice = rest.unsigned_abs() * 2;
    let up = match twice.cmp(&divisor.unsigned_abs()) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => rule == RoundingRule::HalfAwayFromZero || whole % 2 != 0,
    };
    if up { whole + product.signum() } else { whole }
}

/// For products beyond 128 bits: through a decimal of 28 digits, which is exact to far below any smallest unit that such
/// a value could have.
fn convert_large(
    quantity: Quantity,
    from: Scale,
    rate: Decimal,
    to: Scale,
    rule: RoundingRule,
) -> Result<Quantity, QuantityError> {
    let value = quantity.to_decimal(from).checked_mul(rate).ok_or(QuantityError::TooLarge)?;
    let strategy = match rule {
        RoundingRule::HalfEven => RoundingStrategy::MidpointNearestEven,
        RoundingRule::HalfAwayFromZero => RoundingStrategy::MidpointAwayFromZero,
    };
    Quantity::from_decimal(value.round_dp_with_strategy(to.decimals().into(), strategy), to)
}

/// Prices over time, answering what one commodity was worth in another on a day.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    series: HashMap<(CommodityId, CommodityId), BTreeMap<Day, Decimal>>,
    quotes: BTreeSet<CommodityId>,
}

impl Rates {
    /// The rates that `prices` give; a later price of the same pair and day replaces an earlier one.
    pub fn new(prices: impl IntoIterator<Item = Price>) -> Self {
        let mut rates = Self::default();
        for price in prices {
            rates.series.entry((price.commodity, price.quote)).or_default().insert(price.day, price.rate);
            rates.quotes.insert(price.quote);
        }
        rates
    }

    /// The rate between two commodities on a day by their own prices, without going through a third.
    pub fn direct(&self, from: CommodityId, to: CommodityId, day: Day) -> Option<Decimal> {
        self.pair(from, to, day).map(|(_, rate)| rate)
    }

    /// Whole units of `to` for one whole unit of `from` at the end of `day`: the latest price on or before it,
    /// direct, inverse, or through one third commodity. `None` where no price was known yet.
    pub fn at(&self, from: CommodityId, to: CommodityId, day: Day) -> Option<Decimal> {
        if from == to {
            return Some(Decimal::ONE);
        }
        self.pair(from, to, day).map(|(_, rate)| rate).or_else(|| self.through(from, to, day))
    }

    /// The newer of the direct and the inverse price.
    fn pair(&self, from: CommodityId, to: CommodityId, day: Day) -> Option<(Day, Decimal)> {
        let direct = self.latest(from, to, day);
        let inverse =
            self.latest(to, from, day).and_then(|(on, rate)| Some((on, Decimal::ONE.checked_div(rate)?)));
        match (direct, inverse) {
            (Some(direct), Some(inverse)) => Some(if inverse.0 > direct.0 { inverse } else { direct }),
            (direct, inverse) => direct.or(inverse),
        }
    }

    fn through(&self, from: CommodityId, to: CommodityId, day: Day) -> Option<Decimal> {
        // The pivot whose older leg is newest; a tie goes to the lowest id, so that the answer is stable.
        let mut best: Option<(Day, Decimal)> = None;
        let pivots: BTreeSet<CommodityId> =
            self.series.keys().flat_map(|pair| [pair.0, pair.1]).chain(self.quotes.iter().copied()).collect();
        for pivot in pivots {
            let (Some(first), Some(second)) = (self.pair(from, pivot, day), self.pair(pivot, to, day)) else {
                continue;
            };
            let Some(rate) = first.1.checked_mul(second.1) else { continue };
            let age = first.0.min(second.0);
            if best.is_none_or(|(on, _)| age > on) {
                best = Some((age, rate));
            }
        }
        best.map(|(_, rate)| rate)
    }

    fn latest(&self, from: CommodityId, to: CommodityId, day: Day) -> Option<(Day, Decimal)> {
        self.series.get(&(from, to))?.range(..=day).next_back().map(|(on, rate)| (*on, *rate))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const USD: CommodityId = CommodityId(1);
    const THB: CommodityId = CommodityId(2);
    const EUR: CommodityId = CommodityId(3);

    fn price(commodity: CommodityId, quote: CommodityId, day: &str, rate: &str) -> Price {
        Price { commodity, quote, day: day.parse().unwrap(), rate: rate.parse().unwrap() }
    }

    #[test]
    fn a_rate_is_the_latest_known_direct_inverse_or_through_a_third() {
        let rates = Rates::new([
            price(USD, THB, "2026-01-01", "35"),
            price(USD, THB, "2026-03-01", "32"),
            price(EUR, USD, "2026-02-01", "1.25"),
        ]);
        for (from, to, day, expected) in [
            (USD, THB, "2026-02-15", Some("35")),
            (USD, THB, "2026-03-01", Some("32")),
            (USD, THB, "2025-12-31", None),
            (THB, USD, "2026-04-01", Some("0.03125")),
            (EUR, THB, "2026-04-01", Some("40.00")),
            (EUR, EUR, "1999-01-01", Some("1")),
            (EUR, THB, "2026-01-15", None),
        ] {
            let expected: Option<Decimal> = expected.map(|rate| rate.parse().unwrap());
            assert_eq!(rates.at(from, to, day.parse().unwrap()), expected, "{from} {to} {day}");
        }
    }

    proptest! {
        #[test]
        fn whole_number_arithmetic_values_as_decimals_do(
            units in -1_000_000_000_000_i128..1_000_000_000_000,
            mantissa in 1_i64..1_000_000_000,
            rate_scale in 0_u32..12,
            from in 0_u8..=18,
            to in 0_u8..=8,
        ) {
            let (from, to) = (Scale::new(from).unwrap(), Scale::new(to).unwrap());
            let (quantity, rate) = (Quantity::new(units).unwrap(), Decimal::new(mantissa, rate_scale));
            for rule in [RoundingRule::HalfEven, RoundingRule::HalfAwayFromZero] {
                let exact = convert(quantity, from, rate, to, rule);
                // A decimal has 28 digits after the point: only where it needs no more is it an oracle.
                if u32::from(from.decimals()) + rate_scale <= 28 {
                    prop_assert_eq!(&exact, &convert_large(quantity, from, rate, to, rule));
                }
            }
        }
    }

    #[test]
    fn value_is_rounded_by_the_named_rule_alone() {
        let (two, zero) = (Scale::new(2).unwrap(), Scale::new(0).unwrap());
        let half = |units, rule| {
            convert(Quantity::new(units).unwrap(), two, Decimal::ONE, zero, rule).unwrap().units()
        };
        for (units, even, away) in [(50, 0, 1), (150, 2, 2), (250, 2, 3), (-250, -2, -3), (249, 2, 2)] {
            let found = (half(units, RoundingRule::HalfEven), half(units, RoundingRule::HalfAwayFromZero));
            assert_eq!(found, (even, away), "{units}");
        }
    }
}
