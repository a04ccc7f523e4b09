//! Names as the books keep them.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A name without blanks around it and with its letters composed (Unicode's NFC), as which the books keep all names: what
/// looks the same is the same, whatever keyboard, bank or file system wrote it.
pub fn composed(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    // Letters of plain ASCII have no parts.
    if name.is_ascii() || is_nfc_quick(name.chars()) == IsNormalized::Yes {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(name.nfc().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_the_same_are_the_same() {
        for (written, name) in [
            (" Cafe\u{301} ", "Café"),
            ("Café", "Café"),
            ("plain", "plain"),
            // The tone mark before the vowel below it, as some keyboards write it.
            ("ก\u{e48}\u{e38}", "ก\u{e38}\u{e48}"),
            ("น้ำ", "น้ำ"),
            ("\u{1100}\u{1161}", "가"),
        ] {
            assert_eq!(composed(written), name, "{written:?}");
        }
    }
}
