//! The encoding of a delimited file, for which the words of its header are the best witness.

use super::detection::Why;
use super::dialect::{is_date, is_number};
use super::words::header_meanings;
use crate::FileError;
use crate::charset;
use encoding_rs::{
    Encoding, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1257,
};
use std::borrow::Cow;

/// Enough to hold a header and some rows.
const SAMPLE: usize = 16 * 1024;

/// The text, the encoding's name, and how it was found.
pub(crate) fn detect(bytes: &[u8]) -> (Cow<'_, str>, &'static str, Why) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (read(bytes, encoding), encoding.name(), Why::ByteOrderMark);
    }
    if std::str::from_utf8(bytes).is_ok() {
        let decoded = charset::decode(bytes, None);
        let why = if decoded.encoding == UTF_8.name() && bytes.is_ascii() {
            Why::OnlyChoice
        } else {
            Why::ValidBytes
        };
        return (decoded.text, decoded.encoding, why);
    }
    let head = &bytes[..bytes.len().min(SAMPLE * 4)];
    let guessed = charset::decode(head, None).encoding;
    let guessed = Encoding::for_label(guessed.as_bytes()).unwrap_or(WINDOWS_1252);
    if !guessed.is_single_byte() && guessed != UTF_8 {
        return (read(bytes, guessed), guessed.name(), Why::Letters);
    }
    if is_damaged_utf8(head) {
        return (read(bytes, UTF_8), UTF_8.name(), Why::Letters);
    }
    let (encoding, why) = by_words(head, guessed);
    (read(bytes, encoding), encoding.name(), why)
}

/// The text in the encoding that a person chose, and that encoding's name.
///
/// # Errors
/// As [`read_as`].
pub(crate) fn given<'b>(bytes: &'b [u8], name: &str) -> Result<(Cow<'b, str>, &'static str, Why), FileError> {
    let encoding = named(name)?;
    Ok((read(bytes, encoding), encoding.name(), Why::Chosen))
}

/// The text of `bytes` in the encoding with this name.
///
/// # Errors
/// [`FileError::Malformed`] for a name that no encoding has.
pub(crate) fn read_as<'b>(bytes: &'b [u8], name: &str) -> Result<Cow<'b, str>, FileError> {
    Ok(read(bytes, named(name)?))
}

fn named(name: &str) -> Result<&'static Encoding, FileError> {
    let refused = || FileError::Malformed { line: 1, what: format!("no encoding is called “{name}”") };
    charset::encoding_named(name).ok_or_else(refused)
}

fn read<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Cow<'b, str> {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    // Some banks pad their files with NUL.
    if text.as_bytes().contains(&0) { Cow::Owned(text.replace('\0', "")) } else { text }
}

/// UTF-8 in which a few letters were cut apart, as by banks that shorten text by bytes.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken, mut rest) = (0_usize, 0_usize, bytes);
    while !rest.is_empty() && broken < 1000 {
        match std::str::from_utf8(rest) {
            Ok(text) => {
                sound += text.chars().filter(|letter| !letter.is_ascii()).count();
                break;
            }
            Err(error) => {
                let valid = &rest[..error.valid_up_to()];
                sound += String::from_utf8_lossy(valid).chars().filter(|letter| !letter.is_ascii()).count();
                broken += 1;
                rest = &rest[error.valid_up_to()
                    + error.error_len().unwrap_or(1).min(rest.len() - error.valid_up_to())..];
            }
        }
    }
    sound >= 4 && broken * 4 <= sound
}

/// Among encodings of one byte a letter, the one in which the most cells are headers that banks use, dates or amounts.
fn by_words(bytes: &[u8], guessed: &'static Encoding) -> (&'static Encoding, Why) {
    let head = &bytes[..bytes.len().min(SAMPLE)];
    let others =
        [WINDOWS_1252, WINDOWS_1250, WINDOWS_1257, WINDOWS_874, WINDOWS_1251, WINDOWS_1253, WINDOWS_1254];
    let mut best = (guessed, score(head, guessed));
    for encoding in others {
        let found = score(head, encoding);
        if found > best.1 {
            best = (encoding, found);
        }
    }
    let why = if best.1 > 0 { Why::HeaderWords } else { Why::Letters };
    (best.0, why)
}

fn score(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let lines = text.split(['\n', '\r']).filter(|line| !line.is_empty()).take(30);
    let cells = lines.flat_map(|line| line.split([',', ';', '\t', '|']));
    let known = |cell: &&str| {
        let cell = cell.trim_matches(['"', ' ', '\'']);
        let named = || header_meanings(cell).first().is_some_and(|found| found.weight >= 90);
        // The names of months and the signs of currencies are as good witnesses as headers.
        !cell.is_ascii() && cell.len() <= 80 && (is_date(cell) || is_number(cell) || named())
    };
    cells.filter(known).count()
}
