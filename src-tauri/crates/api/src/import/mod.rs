//! Bringing statements into the books: read, look, choose, commit.
//!
//! A preview is a dry run of the import itself: the same plan is made inside a write that is then given up. So what a
//! person sees is what will happen.

mod commit;
mod describe;
mod everything;
mod layouts;
mod look;
mod open;
mod opening;
mod other_side;
mod payees;
mod plan;
mod result;
mod rows;
mod scheduled;
mod target;
mod update;
mod view;

pub use look::{ImportOthers, ImportSample, Other};
pub use open::{FileReading, NamedFile};
pub use result::{FileResult, ImportResult, LeftOutRow, UnreadableRow};
pub use rows::{Choice, ImportRow, ImportRows, Outcome};
pub use target::{Target, TargetInput};
pub use view::{ImportFileView, ImportStatementView, ImportView};

use open::PendingFile;
use std::collections::BTreeMap;

/// The imports that are being looked at.
#[derive(Default)]
pub(crate) struct Imports {
    next: u32,
    open: BTreeMap<u32, Vec<PendingFile>>,
}
