//! Bytes to drafts and back.
//!
//! A statement file becomes [`Draft`]s: rows that are read, but not yet matched, sorted or balanced. Nothing is
//! guessed silently: what cannot be read is an [`Unreadable`] with its line, column and reason.
#![deny(clippy::float_arithmetic)]

pub mod categoriser;
mod charset;
pub mod csv;
mod date;
mod date_order;
mod date_scan;
mod date_words;
mod document;
mod draft;
mod fold;
pub mod journal;
mod lines;
pub mod matching;
mod notation;
mod number;
mod number_affix;
pub mod ofx;
mod order;
mod payee_name;
pub mod qif;
mod rule;
mod rule_set;
pub mod sheet;
mod sniff;

pub use date_order::DateOrder;
pub use document::{
    AccountHint, BalanceProof, Document, FileError, Format, LeftOut, LeftOutKind, StatedBalance,
    StatementDraft, Warning,
};
pub use draft::{Draft, DraftSplit, Reason, Unreadable};
pub use lines::lines;
pub use payee_name::{payee_name, payee_pattern};
pub use rule::{Action, Condition, Direction, Join, Rule, TextField, TextTest, renamed_rule};
pub use rule_set::{Counterpart, Decided, RuleError, RuleOutcome, RuleRow, RuleSet};
