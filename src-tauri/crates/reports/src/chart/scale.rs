//! Round values along an axis.

use ledger::Quantity;

/// An axis of money: round values from one end to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scale {
    /// The lowest value, in smallest units.
    pub(crate) low: i128,
    /// The highest value.
    pub(crate) high: i128,
    step: i128,
}

impl Scale {
    /// An axis around `values` with about `count` steps. Zero is on it unless all values are far from it and `zero` is not
    /// asked for.
    pub(crate) fn new(values: impl IntoIterator<Item = Quantity>, count: i128, zero: bool) -> Self {
        let units: Vec<i128> = values.into_iter().map(Quantity::units).collect();
        let (mut low, mut high) = (
            units.iter().copied().min().unwrap_or_default(),
            units.iter().copied().max().unwrap_or_default(),
        );
        if zero || low <= high / 2 {
            low = low.min(0);
        }
        if zero || high >= low / 2 {
            high = high.max(0);
        }
        let span = if high > low { high - low } else { high.abs().max(1) };
        let step = round_step(span.div_euclid(count).max(1));
        let (first, last) = (low.div_euclid(step), high.div_euclid(step) + i128::from(high % step != 0));
        Self { low: first * step, high: last.max(first + 1) * step, step }
    }

    /// The values from the lowest to the highest.
    pub(crate) fn ticks(self) -> impl Iterator<Item = Quantity> {
        let count = (self.high - self.low) / self.step;
        (0..=count).filter_map(move |at| Quantity::new(self.low + at * self.step).ok())
    }

    /// Where areas and bars begin: zero, or the end of the axis that is nearest to it.
    pub(crate) fn baseline(self) -> i128 {
        0.clamp(self.low, self.high)
    }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below `least`.
fn round_step(least: i128) -> i128 {
    let mut power: i128 = 1;
    while power * 10 <= least {
        power *= 10;
    }
    let quarters = if power >= 10 { 25 * (power / 10) } else { 2 };
    let steps = [power, 2 * power, quarters, 5 * power, 10 * power];
    steps.into_iter().find(|step| *step >= least).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_round_values_around_what_it_shows() {
        for (values, zero, expected) in [
            (vec![0, 1_000_000], true, vec![0, 250_000, 500_000, 750_000, 1_000_000]),
            (vec![8_400_000, 26_900_000], false, vec![0, 10_000_000, 20_000_000, 30_000_000]),
            (
                vec![23_400_000, 26_900_000],
                false,
                vec![23_000_000, 24_000_000, 25_000_000, 26_000_000, 27_000_000],
            ),
            (vec![-150, 320], true, vec![-200, 0, 200, 400]),
            (vec![-320, -300], false, vec![-320, -315, -310, -305, -300]),
            (vec![], true, vec![0, 1]),
            (vec![7, 7], false, vec![7, 8]),
        ] {
            let quantities = values.iter().map(|units| Quantity::new(*units).unwrap());
            let ticks: Vec<i128> = Scale::new(quantities, 4, zero).ticks().map(Quantity::units).collect();
            assert_eq!(ticks, expected, "{values:?}");
        }
    }
}
