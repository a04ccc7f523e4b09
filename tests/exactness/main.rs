//! To the last digit: what our books say is what other programs compute from them, and what leaves them comes back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

mod peers;
mod random_books;
mod round_trips;

use proptest::test_runner::Config;

/// Every case starts whole programs: a few of them, each with many transactions.
fn config(cases: u32) -> Config {
    Config { cases, max_shrink_iters: 12, failure_persistence: None, ..Config::default() }
}
