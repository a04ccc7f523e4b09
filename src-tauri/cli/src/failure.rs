//! What went wrong, on standard error: what, where, what to do.

use crate::output::shown;
use api::{ApiError, Books};
use std::io::Write;

/// Why a command ends without success.
pub enum Failure {
    /// The books refused, and say why.
    Api(ApiError),
    /// `check` found the books unsound: what is wrong has been listed already.
    Unsound(usize),
    /// The reader of our output went away.
    Output(std::io::Error),
    /// A combination of arguments that means nothing.
    Usage(String),
}

impl Failure {
    pub fn runtime(error: &std::io::Error) -> Self {
        Self::Usage(format!("cannot start: {error}"))
    }

    /// Where it tells of damage, with the way to the newest backup.
    pub fn with_way_back(self, books: &Books) -> Self {
        match self {
            Self::Api(error) => Self::Api(books.with_way_back(error)),
            other => other,
        }
    }

    /// Where several files were to be imported, with what became of the others.
    pub fn with_nothing_imported(self, files: usize) -> Self {
        const NOTHING: &str = "; nothing of any file was imported";
        match self {
            other if files < 2 => other,
            Self::Api(error) => {
                Self::Api(ApiError { message: format!("{}{NOTHING}", error.message), ..error })
            }
            Self::Usage(text) => Self::Usage(text + NOTHING),
            other => other,
        }
    }

    /// Writes it to standard error; nothing more can be done where even that fails.
    pub fn print(&self) {
        let text = match self {
            Self::Api(error) => error.to_string(),
            Self::Unsound(count) => {
                format!("{count} differences found; restore a backup with `coffer restore`")
            }
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return,
            Self::Output(error) => format!("cannot write the answer: {error}"),
            Self::Usage(text) => text.clone(),
        };
        let _ = writeln!(std::io::stderr(), "coffer: {}", shown(&text));
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}
