//! Reports on paper: PDF and PNG.

use crate::{ApiError, Books, ErrorCode, ReportInput};
use reports::document::{DocumentError, Letterhead, Press};
use std::num::NonZeroU8;

/// The families of the text and of what it lacks, regular and semi-bold each.
const FONTS: [&[u8]; 4] = [
    include_bytes!("../../../../assets/fonts/Inter-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf"),
    include_bytes!("../../../../assets/fonts/NotoSansThai-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/NotoSansThai-SemiBold.ttf"),
];

/// Pixels to a point of pictures: sharp on every screen.
const FINE: NonZeroU8 = NonZeroU8::MIN.saturating_add(2);

#[derive(Clone, Copy)]
enum Form {
    Pdf,
    Png,
}

impl Books {
    /// A report as a PDF document.
    ///
    /// # Errors
    /// As [`Books::report`]; [`ErrorCode::Internal`] when it cannot be set.
    pub async fn report_pdf(&self, input: &ReportInput) -> Result<Vec<u8>, ApiError> {
        self.printed(input, Form::Pdf).await
    }

    /// A report as a PNG picture.
    ///
    /// # Errors
    /// As [`Books::report_pdf`]; [`ErrorCode::Invalid`] for one too long for a picture.
    pub async fn report_png(&self, input: &ReportInput) -> Result<Vec<u8>, ApiError> {
        self.printed(input, Form::Png).await
    }

    async fn printed(&self, input: &ReportInput, form: Form) -> Result<Vec<u8>, ApiError> {
        let made = self.report_made(input).await?;
        let ledger = self.ledger_settings().await?.name;
        let (locale, today) = (input.locale.locale(), self.today());
        let set = move || {
            let names = made.labels();
            let head = Letterhead { ledger: &ledger, made: today, locale: &locale, names: &names };
            let press = Press::new(FONTS.map(<[u8]>::to_vec))?;
            match form {
                Form::Pdf => press.pdf(&made.report, &head),
                Form::Png => press.png(&made.report, &head, FINE),
            }
        };
        // Setting takes long enough that the other threads should not wait for it.
        let answer = tokio::task::spawn_blocking(set).await;
        let answer = answer.map_err(|error| ApiError::new(ErrorCode::Internal, error.to_string()))?;
        answer.map_err(|error| document_error(&error))
    }
}

fn document_error(error: &DocumentError) -> ApiError {
    let code = if matches!(error, DocumentError::TooLong) { ErrorCode::Invalid } else { ErrorCode::Internal };
    ApiError::new(code, error.to_string())
}
