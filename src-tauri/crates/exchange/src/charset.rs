//! Bytes to text, whatever the file says of its own encoding.

use crate::FileError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The largest file taken, in bytes; a bank's lifetime of one account is a tenth of it.
const LARGEST_FILE: usize = 256 << 20;

/// Refuses a file that would fill the memory.
pub(crate) fn check_size(bytes: &[u8]) -> Result<(), FileError> {
    let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
    if bytes.len() > LARGEST_FILE {
        return Err(FileError::TooLarge { found: count(bytes.len()), limit: count(LARGEST_FILE) });
    }
    Ok(())
}

/// The text of a file and the encoding by which it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// The WHATWG name: `UTF-8`, `windows-1252`.
    pub encoding: &'static str,
}

/// Reads `bytes`: by their byte-order mark; as UTF-16 where every other byte is zero; as UTF-8 where they are valid
/// UTF-8, since text of another encoding never is by accident; else as `declared`; else by the letters found.
/// NUL bytes, with which some banks pad their files, are dropped.
pub(crate) fn decode<'a>(bytes: &'a [u8], declared: Option<&str>) -> Decoded<'a> {
    let encoding = encoding_of(bytes, declared);
    let (text, used, _) = encoding.decode(bytes);
    let text = if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { text };
    Decoded { text, encoding: used.name() }
}

/// The encoding with this name: a WHATWG label, or a bare code page as OFX headers write it (`1252`).
pub(crate) fn encoding_named(name: &str) -> Option<&'static Encoding> {
    let name = name.trim().to_ascii_lowercase();
    let number = name.strip_prefix("cp").unwrap_or(&name);
    Encoding::for_label(name.as_bytes())
        .or_else(|| Encoding::for_label(format!("windows-{number}").as_bytes()))
        .or_else(|| Encoding::for_label(name.strip_prefix("iso").unwrap_or_default().as_bytes()))
}

fn encoding_of(bytes: &[u8], declared: Option<&str>) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let declared = declared
        .and_then(encoding_named)
        .filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible());
    declared.unwrap_or_else(|| guess(bytes))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if guessed == UTF_8 { WINDOWS_1252 } else { guessed }
}

/// UTF-16 without a mark: in Latin text and in every digit one of the two bytes is zero.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096))?;
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = sample.len() / 2;
    // Padding is zero on both sides; letters are zero on one.
    if half < 4 || even.max(odd) * 10 < half * 4 || even.min(odd) * 4 > even.max(odd) {
        return None;
    }
    Some(if odd > even { UTF_16LE } else { UTF_16BE })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_by_mark_then_shape_then_declaration_then_letters() {
        let utf16le: Vec<u8> = "<OFX>ซื้อ 12".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16be: Vec<u8> = "<OFX>12.50".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let thai = encoding_rs::WINDOWS_874.encode("ค่าอาหารกลางวันและกาแฟ").0.into_owned();
        for (bytes, declared, encoding, text) in [
            (&b"\xEF\xBB\xBFcaf\xC3\xA9"[..], Some("1252"), "UTF-8", "café"),
            (&utf16le, None, "UTF-16LE", "<OFX>ซื้อ 12"),
            (&utf16be, None, "UTF-16BE", "<OFX>12.50"),
            (b"caf\xC3\xA9", Some("1252"), "UTF-8", "café"),
            (b"caf\xE9", Some("1252"), "windows-1252", "café"),
            (b"caf\xE9", Some("USASCII"), "windows-1252", "café"),
            (b"caf\xE9", None, "windows-1252", "café"),
            (b"\xA5", Some("cp1250"), "windows-1250", "Ą"),
            (&thai, Some("874"), "windows-874", "ค่าอาหารกลางวันและกาแฟ"),
            (&thai, None, "windows-874", "ค่าอาหารกลางวันและกาแฟ"),
            (b"ab\0\0\0\0", None, "UTF-8", "ab"),
            (b"", None, "UTF-8", ""),
        ] {
            let decoded = decode(bytes, declared);
            assert_eq!((decoded.encoding, decoded.text.as_ref()), (encoding, text), "{declared:?} {text}");
        }
    }
}
