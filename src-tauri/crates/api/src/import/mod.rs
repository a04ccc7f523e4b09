//! Bringing statements into the books: read, look, choose, commit.
//!
//! A preview is a dry run of the import itself: the same plan is made inside a write that is then given up. So what a
//! person sees is what will happen.

mod commit;
mod everything;
mod open;
mod payees;
mod plan;
mod target;
mod update;
mod view;

pub use commit::{ImportResult, UnreadableRow};
pub use open::{FileReading, ImportFile};
pub use target::{Target, TargetInput};
pub use view::{Choice, ImportFileView, ImportRow, ImportRows, ImportStatementView, ImportView, Outcome};

use open::PendingFile;
use std::collections::BTreeMap;

/// The imports that are being looked at.
#[derive(Default)]
pub(crate) struct Imports {
    next: u32,
    open: BTreeMap<u32, Vec<PendingFile>>,
}
