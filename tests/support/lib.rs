//! What the tests stand on: the real `coffer` in folders of its own, a real keychain of its own, and made-up faults.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod desk;
mod keyring;

pub use desk::{Desk, KEY_FILE, LEDGER, Run, binary, repository};
pub use keyring::Keyring;
