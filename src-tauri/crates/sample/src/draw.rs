//! Seeded draws of whole numbers.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// What a sequence of draws is for: each has its own stream, so that a change to one leaves the others as they were.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stream {
    Names,
    Density,
    Schedule,
    Life,
    /// The price of one commodity, by its index.
    Price(u8),
}

impl Stream {
    fn number(self) -> u64 {
        match self {
            Self::Names => 1,
            Self::Density => 2,
            Self::Schedule => 3,
            Self::Life => 4,
            Self::Price(index) => 100 + u64::from(index),
        }
    }
}

/// A sequence of draws. It is made of the words of the ChaCha8 key stream and of integer arithmetic written here, so it
/// depends on nothing that a new version of a library could change.
pub(crate) struct Draw(ChaCha8Rng);

impl Draw {
    pub(crate) fn new(seed: u64, stream: Stream) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut words = ChaCha8Rng::from_seed(key);
        words.set_stream(stream.number());
        Self(words)
    }

    /// A number from 0 to `bound` − 1; 0 if there is none.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        let wide = u64::from(self.0.next_u32()) * u64::from(bound);
        u32::try_from(wide >> 32).unwrap_or_default()
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = u32::try_from(i64::from(high) - i64::from(low) + 1).unwrap_or(1);
        low.saturating_add_unsigned(self.below(span))
    }

    /// `true` `per_mille` times in a thousand.
    pub(crate) fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// Which of `count` things.
    pub(crate) fn index(&mut self, count: usize) -> usize {
        let bound = u32::try_from(count).unwrap_or(u32::MAX);
        usize::try_from(self.below(bound)).unwrap_or_default()
    }

    /// One of `things`, which are not empty.
    pub(crate) fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.index(things.len())]
    }

    /// One of the first `things` far more often than one of the last.
    pub(crate) fn pick_early<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        let end = self.index(things.len()) + 1;
        &things[self.index(end)]
    }

    /// The index of a weight, drawn in proportion; `cumulative` holds the running sums.
    pub(crate) fn weighted(&mut self, cumulative: &[u32]) -> usize {
        let at = self.below(cumulative.last().copied().unwrap_or_default());
        cumulative.partition_point(|sum| *sum <= at).min(cumulative.len().saturating_sub(1))
    }

    /// An amount from `low` to `high` in steps of `step`, small ones more often than large ones.
    pub(crate) fn amount(&mut self, low: i128, high: i128, step: i128) -> i128 {
        let (a, b) = (i128::from(self.below(1 << 16)), i128::from(self.below(1 << 16)));
        let value = low + (((high - low) * a * b) >> 32);
        (value + step / 2) / step * step
    }

    /// Adds `count` random digits to a text, the first of them not 0.
    pub(crate) fn digits(&mut self, text: &mut String, count: u32) {
        let mut bytes = [b'0'; 10];
        let count = count.clamp(1, 10);
        let mut number = self.below(10_u32.saturating_pow(count.min(9)));
        for (place, byte) in bytes.iter_mut().enumerate() {
            let digit = u8::try_from(number % 10).unwrap_or_default();
            *byte = b'0' + if place == 0 && digit == 0 { 7 } else { digit };
            number /= 10;
        }
        text.extend(bytes.iter().take(usize::try_from(count).unwrap_or(1)).map(|byte| char::from(*byte)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_algorithm() {
        // ChaCha8 with an all-zero key and nonce: the first words of the published test vector (3e 00 ef 2f …).
        let mut words = ChaCha8Rng::from_seed([0; 32]);
        assert_eq!(words.next_u32().to_le_bytes(), [0x3e, 0x00, 0xef, 0x2f]);
    }

    #[test]
    fn draws_stay_within_their_bounds() {
        let mut draw = Draw::new(3, Stream::Life);
        for _ in 0..10_000 {
            assert!(draw.below(7) < 7);
            assert!((-3..=4).contains(&draw.between(-3, 4)));
            let amount = draw.amount(4500, 18000, 500);
            assert!((4500..=18000).contains(&amount) && amount % 500 == 0, "{amount}");
            assert_ne!(draw.weighted(&[5, 5, 9]), 1);
        }
        let mut text = String::new();
        draw.digits(&mut text, 10);
        assert!(text.len() == 10 && !text.starts_with('0'), "{text}");
    }
}
