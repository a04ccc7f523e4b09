//! The rules of the house, held by a test: who may know whom, what the code may look like, whose licences it carries,
//! what its window may ask for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

mod directions;
mod licences;
mod packages;
mod sources;
mod style;
mod window;
