//! Text as it is compared: small letters without accents, words set apart by one blank.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// `text` in small letters without accents; whatever is neither letter nor digit becomes one blank.
///
/// Vowel and tone marks of scripts that cannot be read without them, as Thai, stay.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        for word in text.split(|letter: char| !letter.is_ascii_alphanumeric()) {
            if !word.is_empty() && !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(word);
        }
        folded.make_ascii_lowercase();
    } else {
        for letter in text.chars() {
            // Thai letters have no capitals and no parts: most of their texts are nothing else.
            if is_thai(letter) {
                plain(&mut folded, letter);
            } else {
                decompose_canonical(letter, |part| {
                    part.to_lowercase()
                        .filter(|part| !is_accent(*part))
                        .for_each(|part| plain(&mut folded, part));
                });
            }
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// `fold` of a column's header, in which `CheckNumber`, `item1` and `Card #` are two words each.
pub(crate) fn fold_header(header: &str) -> String {
    let mut spaced = String::with_capacity(header.len() + 8);
    let mut before = ' ';
    for letter in header.chars() {
        let camel = before.is_lowercase() && letter.is_uppercase();
        let counted = before.is_ascii_alphabetic() && letter.is_ascii_digit();
        if camel || counted {
            spaced.push(' ');
        }
        match letter {
            // `Card #` and `#`, but not `#Amount`.
            '#' if !spaced.is_empty() || header.trim() == "#" => spaced.push_str(" number "),
            'º' | '°' => spaced.push('o'),
            _ => spaced.push(letter),
        }
        before = letter;
    }
    fold(&spaced)
}

/// The letters, marks and digits of Thai.
fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e50}'..='\u{e59}')
}

/// The accents of Latin, Greek and Cyrillic letters.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Letters that carry their accent within them.
fn plain(folded: &mut String, letter: char) {
    match letter {
        'ł' => folded.push('l'),
        'ø' => folded.push('o'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        'ς' => folded.push('σ'),
        // Thai am is written as one sign or as its two halves.
        'า' if folded.ends_with('\u{e4d}') => {
            folded.pop();
            folded.push('ำ');
        }
        _ => push(folded, letter),
    }
}

fn push(folded: &mut String, letter: char) {
    if is_thai(letter) || letter.is_alphanumeric() || is_combining_mark(letter) {
        folded.push(letter);
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_folds_to_plain_small_words() {
        for (text, folded) in [
            ("  Débit / Crédit ", "debit credit"),
            ("Auftraggeber/Empfänger", "auftraggeber empfanger"),
            ("ZAŻÓŁĆ", "zazolc"),
            ("Beløb", "belob"),
            ("Straße", "strasse"),
            ("ยอดคงเหลือ (บาท)", "ยอดคงเหลือ บาท"),
            ("จ\u{e4d}านวน", "จำนวน"),
            ("İşlem", "islem"),
            ("***", ""),
            ("--A1 ,, b--C  ", "a1 b c"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn headers_written_together_fold_to_their_words() {
        for (header, folded) in [
            ("CheckNumber", "check number"),
            ("RunningBalance", "running balance"),
            ("VWZ14", "vwz 14"),
            ("Card #", "card number"),
            ("N° de compte", "no de compte"),
            ("IBAN", "iban"),
        ] {
            assert_eq!(fold_header(header), folded, "{header}");
        }
    }
}
