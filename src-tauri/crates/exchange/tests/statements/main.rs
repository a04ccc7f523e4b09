//! Statements of made-up banks in every dialect there is, and what a person reads in them.
#![allow(clippy::unwrap_used)]

mod amounts;
mod damage;
mod dates;
mod dialects;
mod english;
mod european;
mod exports;
mod manual;
mod page;
mod random;
mod thai;
