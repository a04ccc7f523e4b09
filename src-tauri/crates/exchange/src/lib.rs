//! Bytes to drafts and back.
//!
//! A statement file becomes [`Draft`]s: rows that are read, but not yet matched, sorted or balanced. Nothing is
//! guessed silently: what cannot be read is an [`Unreadable`] with its line, column and reason.
#![deny(clippy::float_arithmetic)]

mod charset;
mod date_order;
mod document;
mod draft;
mod notation;
pub mod ofx;
mod order;
pub mod qif;

pub use date_order::DateOrder;
pub use document::{
    AccountHint, BalanceProof, Document, FileError, Format, LeftOut, LeftOutKind, StatedBalance, StatementDraft, Warning,
};
pub use draft::{Draft, DraftSplit, Reason, Unreadable};
