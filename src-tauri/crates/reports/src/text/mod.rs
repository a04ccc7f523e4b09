//! Reports in words: names of lines, dates, amounts and findings, in English and Thai.

mod dates;
mod labels;
mod locale;
mod sentences;
mod words;

pub use labels::Names;
pub use locale::{Calendar, Language, Locale};
pub use words::SheetHeadings;
pub(crate) use words::Words;
