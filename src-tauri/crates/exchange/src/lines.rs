//! Single lines of a file in its own words.

use crate::charset::{decode, encoding_named};
use std::collections::HashMap;

/// A line is cut after so many bytes.
const LONGEST_LINE: usize = 400;

/// The text of the lines `wanted` of a file, counted from 1; lines that are not there are left out. `encoding` is the
/// name by which the file is read, where one is chosen.
pub fn lines(bytes: &[u8], encoding: Option<&str>, wanted: &[u32]) -> HashMap<u32, String> {
    let Some(last) = wanted.iter().max() else { return HashMap::new() };
    let text = match encoding.and_then(encoding_named) {
        Some(encoding) => encoding.decode_with_bom_removal(bytes).0,
        None => decode(bytes, None).text,
    };
    // A file that ends its lines by carriage returns alone has no other end of line.
    let newline = if text.contains('\n') { '\n' } else { '\r' };
    let last = usize::try_from(*last).unwrap_or(usize::MAX);
    (1_u32..)
        .zip(text.split(newline).take(last))
        .filter(|(line, _)| wanted.contains(line))
        .map(|(line, text)| {
            let text = text.trim();
            (line, text[..text.floor_char_boundary(LONGEST_LINE)].to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_whatever_ends_them() {
        for text in ["one\ntwo\nthree\n", "one\r\ntwo\r\nthree", "one\rtwo\rthree\r"] {
            let found = lines(text.as_bytes(), None, &[2, 3, 9]);
            assert_eq!(found.get(&2).map(String::as_str), Some("two"), "{text:?}");
            assert_eq!(found.get(&3).map(String::as_str), Some("three"), "{text:?}");
            assert_eq!(found.get(&9), None);
        }
    }

    #[test]
    fn lines_are_read_in_the_encoding_that_was_chosen() {
        let found = lines(b"\xa1\xd2\xe1\xbf\n", Some("windows-874"), &[1]);
        assert_eq!(found.get(&1).map(String::as_str), Some("กาแฟ"));
    }
}
