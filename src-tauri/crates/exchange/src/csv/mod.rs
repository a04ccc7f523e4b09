//! Delimited text of any dialect.
//!
//! [`detect`] looks at a file and says how it may be read, with the reasons; a person may change any part of that
//! [`Reading`], for the first rows as [`preview`] shows them; [`read`] then does exactly as it says. A balance column proves the reading: it settles which column
//! is the amount, what its signs mean and which row comes first.

mod amounts;
mod assign;
mod cells;
mod dates;
mod detect;
mod detection;
mod dialect;
mod encoding;
mod frame;
mod header;
mod hints;
mod layout;
mod meanings;
mod mend;
mod numbers;
mod preview;
mod profile;
mod proof;
mod read;
mod reading;
mod records;
mod refusal;
mod row;
mod sequence;
mod shape;
mod signs;
mod sources;
mod table;
mod text;
mod texts;
pub(crate) mod words;

pub use crate::date::{Calendar, DateFormat, DateNumber};
pub use crate::date_order::DateOrder;
pub use crate::number::NumberFormat;
pub use detect::{detect, detect_within};
pub use detection::{About, Confidence, Detection, Guess, SampleRow, Why};
pub use frame::Frame;
pub use preview::{Preview, preview};
pub use read::read;
pub use reading::{Column, Content, FeeRule, Reading, Role, RowFilter, Signs};

use crate::FileError;
use records::Marks;
use std::borrow::Cow;

/// Text that is ready to be cut into rows.
struct Prepared<'t> {
    text: Cow<'t, str>,
    /// Lines whose quotation marks were put right.
    mended: Vec<u32>,
}

/// Opens lines that are quoted as a whole and puts stray quotation marks right.
fn prepare<'t>(text: &'t str, reading: &Reading) -> Result<Prepared<'t>, FileError> {
    let marks = Marks::of(reading)?;
    let text = match marks.quote {
        Some(quote) if reading.wrapped => Cow::Owned(records::unwrap_lines(text, quote)?),
        _ => Cow::Borrowed(text),
    };
    let Some(quote) = marks.quote else { return Ok(Prepared { text, mended: Vec::new() }) };
    let mended = match &text {
        Cow::Borrowed(text) => mend::mend(text, marks.delimiter, quote),
        Cow::Owned(text) => mend::mend(text, marks.delimiter, quote)
            .map(|mended| mend::Mended { text: Cow::Owned(mended.text.into_owned()), lines: mended.lines }),
    };
    Ok(match mended {
        Some(mended) => Prepared { text: mended.text, mended: mended.lines },
        None => Prepared { text, mended: Vec::new() },
    })
}
