//! What is told at a glance to be no delimited text.

use crate::FileError;

/// A file of more bytes is no statement.
const MOST_BYTES: u64 = 1 << 29;
/// How much of a text is looked at.
const HEAD: usize = 4096;

/// # Errors
/// [`FileError`] for what cannot be a delimited file.
pub(crate) fn refuse(bytes: &[u8]) -> Result<(), FileError> {
    let found = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if found > MOST_BYTES {
        return Err(FileError::TooLarge { found, limit: MOST_BYTES });
    }
    if bytes.is_empty() {
        return Err(FileError::Empty);
    }
    match kind_of_bytes(bytes).or_else(|| kind_of_text(bytes)) {
        Some(what) => Err(FileError::NotAStatement { what: what.to_owned() }),
        None => Ok(()),
    }
}

/// What the first bytes say, which each of these kinds begins with.
fn kind_of_bytes(bytes: &[u8]) -> Option<&'static str> {
    Some(match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => "a zip archive or a spreadsheet",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "a spreadsheet",
        [b'%', b'P', b'D', b'F', ..] => "a PDF document",
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => "a picture",
        [0x1f, 0x8b, ..] => "a compressed file",
        _ if bytes.starts_with(b"SQLite format 3\0") => "a database",
        _ => return None,
    })
}

/// What the beginning of a text says.
fn kind_of_text(bytes: &[u8]) -> Option<&'static str> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let text = head.trim_start_matches(|letter: char| letter == '\u{feff}' || letter.is_whitespace());
    let starts = |with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let tag = |line: &str, tag: &str| line.trim_start().starts_with(tag);
    let lines = || text.lines().flat_map(|line| line.split('\r'));
    if lines().any(|line| tag(line, ":20:")) && lines().any(|line| tag(line, ":25:")) {
        Some("MT940; ask the bank for CSV, OFX or QIF")
    } else if text.contains(":camt.05") {
        Some("CAMT; ask the bank for CSV, OFX or QIF")
    } else if ["<!doctype html", "<html", "<table"].into_iter().any(starts) {
        Some("a web page; save it as CSV from a spreadsheet")
    } else if starts("<?xml") {
        Some("XML that is not OFX")
    } else if begins_json(text) {
        Some("JSON")
    } else if ["BEGIN TRANSACTION;", "PRAGMA ", "CREATE TABLE "].into_iter().any(starts) {
        Some("commands for a database")
    } else {
        None
    }
}

/// `true` for an object, or a list of objects or lists.
fn begins_json(text: &str) -> bool {
    let next = |open: char| text.strip_prefix(open).map(str::trim_start);
    next('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || next('[').is_some_and(|rest| rest.starts_with(['{', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_kinds_of_files_are_named() {
        let spreadsheet: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1];
        for (bytes, kind) in [
            (&b"PK\x03\x04rest"[..], "a zip archive or a spreadsheet"),
            (spreadsheet, "a spreadsheet"),
            (b"SQLite format 3\0\x10\x00", "a database"),
            (b"MYBANK\r\n940\r\n:20:1\r\n:25:123\r\n:61:", "MT940; ask the bank for CSV, OFX or QIF"),
            (
                b"<?xml version=\"1.0\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">",
                "CAMT; ask the bank for CSV, OFX or QIF",
            ),
            (b"\xef\xbb\xbf <HTML><body>", "a web page; save it as CSV from a spreadsheet"),
            (b"<?xml version=\"1.0\"?><a/>", "XML that is not OFX"),
            (b"{ \"rows\": []}", "JSON"),
            (b"[\n  {\"a\": 1}]", "JSON"),
            (b"BEGIN TRANSACTION;\nCREATE TABLE t", "commands for a database"),
        ] {
            let found = refuse(bytes).unwrap_err();
            assert_eq!(found, FileError::NotAStatement { what: kind.to_owned() });
        }
    }

    #[test]
    fn delimited_text_is_not_taken_for_another_kind() {
        for text in [
            "Date,Amount\n2026-01-31,5",
            "[Date],[Amount]\n2026-01-31,5",
            "<Date>;<Amount>\n2026-01-31;5",
            "{1},{2}\n2026-01-31,5",
            "Begin;End\n2026-01-31;5",
            ":20:,2026-01-31,5\n",
        ] {
            assert_eq!(refuse(text.as_bytes()), Ok(()), "{text}");
        }
    }
}
