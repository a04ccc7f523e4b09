//! Providers: what is outside, spoken to in one way.
//!
//! [`Provider`] is what each answers to. Whatever they tell becomes a record of `operations`.
#![deny(clippy::float_arithmetic)]

mod provider;

pub use provider::{Listing, Order, Page, Provider, ProviderError, Query, Waiting};
