//! What the tests stand on: the real `coffer` in folders of its own, a real keychain of its own, and made-up faults.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod desk;
mod keyring;
mod shim;

pub use desk::{Desk, KEY_FILE, LEDGER, Run, binary, repository};
pub use keyring::Keyring;
pub use shim::{Fault, delay_ends_of_threads, fail_at};
