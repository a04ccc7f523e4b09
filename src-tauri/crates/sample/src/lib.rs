//! Made-up books: the life of a person in Bangkok and of her small design studio, in several currencies.
//!
//! They serve two ends: books to explore before one has any ([`Plan::explore`]) and books of any size to measure
//! with ([`Plan::benchmark`]). The same plan gives the same books, to the last letter, on every machine and with every
//! version of the generator's dependencies. No name in them is of a real firm.
//!
//! ```
//! let today = "2026-11-22".parse().unwrap();
//! let books = sample::Books::new(sample::Plan::explore(today, sample::Language::English));
//! let mut life = books.transactions(1);
//! let count = life.by_ref().count();
//! assert_eq!(count, usize::try_from(books.len()).unwrap());
//! assert!(!life.statements().is_empty());
//! ```
#![deny(clippy::float_arithmetic)]

mod books;
mod calendar;
mod draw;
mod entry;
mod everyday;
mod habit;
mod investing;
mod life;
mod market;
mod names;
mod occasion;
mod party;
mod person;
mod phrases;
mod place;
mod plan;
mod recurring;
mod roster;
mod schedule;
mod spec;
mod studio;
mod tag;
mod transactions;
mod travel;
mod trip;
mod unit;

pub use books::Books;
pub use plan::{Language, Plan};
pub use recurring::{Charge, Period, Recurring, RecurringKind, Twist};
pub use transactions::Transactions;
