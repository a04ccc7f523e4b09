//! Numbers by chance, that can be had again: George Marsaglia's xorshift.

/// A stream of numbers.
pub struct Chance(u64);

impl Chance {
    /// The stream that a seed gives.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}
