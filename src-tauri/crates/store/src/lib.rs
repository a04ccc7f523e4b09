//! The encrypted ledger file: the only room that names sqlx.
//!
//! Every write is an [`Action`]: a list of [`Change`]s with the value before and after. One database transaction applies
//! it, brings the roll-ups and the search index along, and appends it to the history; undo applies it backwards.

mod action;
mod apply;
mod attachment;
mod backup;
mod balances;
mod batch;
mod budget_reading;
mod budget_recount;
mod budget_sums;
mod change;
mod check;
mod connection;
mod daily;
mod dealings;
mod error;
mod explain;
mod find;
mod history;
mod insert;
mod library;
mod lock;
mod migration;
mod months;
mod names;
mod progress;
mod recount;
mod register;
mod renew;
mod rollup;
mod schedule_check;
mod search;
mod split;
mod store;
mod table;
mod transactions;

#[cfg(test)]
mod tests;

pub use action::{Action, Entry};
pub use backup::{Backup, BackupError, BackupReason};
pub use batch::{Attachment, Batch, Profile, StoredRule};
pub use budget_reading::{BudgetFlows, BudgetHolding};
pub use change::{Change, Delta};
pub use check::Difference;
pub use connection::Key;
pub use daily::DailyFlows;
pub use dealings::LOOKED_BACK;
pub use error::StoreError;
pub use find::{Filter, Movement};
pub use history::UndoState;
pub use months::MonthCount;
pub use names::Names;
pub use progress::Progress;
pub use register::{PostingRow, RegisterPage, Unreconciled};
pub use search::SearchHits;
pub use store::{Options, Reader, Store, Words, Writer};
pub use table::{PurseSums, Setting};
pub use transactions::Candidate;
