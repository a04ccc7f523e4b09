//! Coffer's real window under a display, a driver and a keychain of its own; what a person does there, and sees.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod desktop;
mod drag;
mod page;
mod words;

pub use acceptance::repository;
pub use desktop::Desktop;
pub use fantoccini::elements::Element;
pub use page::Page;
pub use words::{Language, Words};
