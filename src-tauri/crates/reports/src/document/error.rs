//! Why there is no document.

use crate::chart::ChartError;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;

/// Why a report could not be set on paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// A file that was to be a font is none, or there is none at all.
    #[error("font file {number} holds no font")]
    NoFont {
        /// Which of the files given, counted from 1.
        number: usize,
    },
    /// The typesetter refused.
    #[error("the document could not be set: {reason}")]
    Typesetting {
        /// What it says, each reason after a semicolon.
        reason: String,
    },
    /// A picture of the whole report would be longer than pictures can be.
    #[error("the report is too long for one picture; make a PDF of it")]
    TooLong,
    /// Its chart failed.
    #[error(transparent)]
    Chart(#[from] ChartError),
}

impl DocumentError {
    #[expect(clippy::needless_pass_by_value, reason = "map_err hands it over")]
    pub(super) fn typesetting(reason: impl ToString) -> Self {
        Self::Typesetting { reason: reason.to_string() }
    }
}

impl From<EcoVec<SourceDiagnostic>> for DocumentError {
    fn from(diagnostics: EcoVec<SourceDiagnostic>) -> Self {
        let reasons: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        Self::typesetting(reasons.join("; "))
    }
}
