//! One function for each thing a person can do, over all other rooms: what the window and the command line call.
//!
//! [`Books`] is an open ledger. Its functions take and give plain data ([`Money`] is decimal text) and fail with an
//! [`ApiError`] that a person can read in their language.

mod accounts;
mod attachments;
mod backups;
mod books;
mod bulk;
mod commodities;
mod edit;
mod entry_view;
mod error;
mod export;
mod history;
mod import;
mod keys;
mod money;
mod payees;
mod periods;
mod reconcile;
mod register;
mod rules;
mod sample_books;
mod settings;
mod starter;
mod transactions;

pub use accounts::{AccountChange, AccountInput, AccountView, OpeningInput};
pub use attachments::AttachmentView;
pub use backups::BackupView;
pub use books::{Books, Creation, Id, Start};
pub use bulk::{BulkChange, BulkResult};
pub use commodities::{CommodityInput, CommodityView, ListingView, PriceInput, PriceView};
pub use entry_view::EntryView;
pub use error::{ApiError, ErrorCode};
pub use export::ExportFormat;
pub use history::{HistoryView, UndoView};
pub use import::{
    Choice, FileReading, ImportFile, ImportFileView, ImportResult, ImportRow, ImportRows,
    ImportStatementView, ImportView, Outcome, Target, TargetInput, UnreadableRow,
};
pub use keys::KeySource;
pub use ledger::Status;
pub use money::Money;
pub use payees::{PayeeView, TagView};
pub use periods::ClosedPeriod;
pub use reconcile::{Reconciliation, StatementInput, StatementView};
pub use register::{CategoryCell, FilterInput, RegisterRow, RegisterRows, SearchRows};
pub use rules::RulePreview;
pub use settings::{LedgerSettings, Purpose};
pub use starter::Language;
pub use store::{Difference, Progress};
pub use transactions::{
    OriginView, PostingInput, PostingView, SortingView, TransactionInput, TransactionView,
};
pub use vault::harden;
