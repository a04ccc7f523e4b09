//! The nouns and laws of double-entry books.
//!
//! Everything here is pure: no clock, no file, no database. A value that exists is valid: a [`Quantity`]
//! fits, a [`Transaction`] balances, an [`AccountPath`] has no empty part.
#![deny(clippy::float_arithmetic)]

mod account;
mod account_path;
mod account_tree;
mod amount;
mod catalogue;
mod commodity;
mod day;
mod id;
mod month;
mod name;
mod payee;
mod posting;
mod price;
mod quantity;
mod statement;
mod sums;
mod transaction;

pub use account::{Account, AccountKind, AccountType};
pub use account_path::{AccountPath, AccountPathError};
pub use account_tree::AccountTree;
pub use amount::Amount;
pub use catalogue::{Listing, catalogue, find_listing};
pub use commodity::{Commodity, CommodityKind};
pub use day::Day;
pub use id::{AccountId, AttachmentId, BatchId, CommodityId, PayeeId, ProfileId, RuleId, StatementId, TagId};
pub use month::Month;
pub use name::composed;
pub use payee::{Payee, Tag};
pub use posting::{Origin, Posting, Status};
pub use price::{Price, Rates, RoundingRule, convert};
pub use quantity::{Quantity, QuantityError, Scale};
pub use statement::Statement;
pub use sums::{Balance, Flow, PayeeFlow};
pub use transaction::{Refusal, Sorting, Transaction, TransactionId};
