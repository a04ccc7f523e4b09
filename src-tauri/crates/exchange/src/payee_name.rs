//! A readable payee out of a bank's text.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that say how money moved, at the start of a bank's text before the payee's name.
const MEANS: &[&str] = &[
    "ach",
    "bacs",
    "bill",
    "card",
    "chip",
    "contactless",
    "credit",
    "debit",
    "direct",
    "eft",
    "eftpos",
    "electronic",
    "fps",
    "from",
    "funds",
    "giro",
    "internet",
    "maestro",
    "mastercard",
    "mc",
    "mobile",
    "online",
    "payment",
    "pmt",
    "pos",
    "preauth",
    "preauthorized",
    "purchase",
    "pymt",
    "recurring",
    "sepa",
    "sto",
    "tfr",
    "to",
    "transaction",
    "transfer",
    "trf",
    "txn",
    "visa",
    "web",
    "wire",
    "xfer",
    "lastschrift",
    "kartenzahlung",
    "paiement",
    "prelevement",
    "virement",
    "vir",
    "cb",
    "carte",
    "compra",
    "pago",
    "tarjeta",
    "recibo",
    "pagamento",
    "betaling",
    "โอนเงิน",
    "โอน",
    "รับโอน",
    "รับเงิน",
    "ชำระเงิน",
    "ชำระ",
    "จ่ายเงิน",
    "จ่ายบิล",
    "จ่าย",
    "ซื้อสินค้า",
    "หักบัญชี",
    "ใช้จ่าย",
    "บัตรเดบิต",
    "บัตรเครดิต",
    "จาก",
    "ให้",
    "ไป",
    "ที่",
];

/// Openings that Thai banks write together with the name behind them, longest first.
const THAI_OPENINGS: &[&str] = &[
    "โอนเงินไปยัง",
    "ชำระค่าสินค้า",
    "ซื้อสินค้าที่",
    "ชำระเงินให้",
    "โอนเงินจาก",
    "โอนเงินให้",
    "รับเงินจาก",
    "รับโอนจาก",
    "โอนเงินไป",
    "จ่ายเงินให้",
    "ชำระเงิน",
    "จ่ายบิล",
    "โอนให้",
    "โอนไป",
    "รับโอน",
    "ชำระ",
];

/// Words that lead a reference, after which nothing tells more of the payee.
const REFERENCES: &[&str] = &[
    "auth",
    "iban",
    "id",
    "no",
    "nr",
    "number",
    "ref",
    "reference",
    "terminal",
    "tid",
    "trace",
    "txnid",
    "value",
    "บัญชี",
    "เลขที่",
    "อ้างอิง",
    "วันที่",
    "เวลา",
];

/// Countries as card networks write them behind the town.
const COUNTRIES: &[&str] = &[
    "at", "au", "aus", "be", "bel", "ca", "can", "ch", "che", "chn", "cn", "cz", "de", "deu", "dk", "dnk",
    "es", "esp", "fi", "fin", "fr", "fra", "gb", "gbr", "hk", "hkg", "ie", "irl", "ind", "ita", "jp", "jpn",
    "kor", "kr", "lu", "lux", "mex", "my", "mys", "nl", "nld", "nz", "nzl", "phl", "pl", "pol", "prt", "pt",
    "se", "sg", "sgp", "swe", "th", "tha", "tw", "twn", "uk", "us", "usa", "vn", "vnm",
];

/// The payee that a bank's text names: `Palma Mkt` for `POS 0123 PALMA MKT BKK TH 12/03 REF 99`.
///
/// Left out are words on how the money moved, numbers, dates, references, masked cards, and town and country at the
/// end; capitals become a name's. A name that is clean already stays as it is. Where nothing else is said, the means
/// themselves are the name.
pub fn payee_name(description: &str) -> String {
    let mut name = folded(description);
    // Each pass shortens the name or ends; two are usual.
    for _ in 0..8 {
        let next = pass(&name);
        if next == name {
            break;
        }
        name = next;
    }
    name
}

/// What is the same in all texts of which only numbers, dates and codes differ: they name the same payee. `None` for a text
/// that needs them, or says more by where it has a mark than by its words.
pub fn payee_pattern(text: &str) -> Option<String> {
    let mut pattern = String::with_capacity(text.len());
    let mut is_named = false;
    for word in words(text) {
        let noise = is_noise(word);
        is_named |= !noise && word.chars().any(is_letter);
        pattern.push_str(if noise { "000" } else { word });
        pattern.push(' ');
    }
    Some(pattern).filter(|_| is_named && !text.contains('*'))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let separates = |letter: char| {
        matches!(letter, '*' | ';' | '|' | '_' | '#' | '"' | '(' | ')') || letter.is_whitespace()
    };
    text.split(separates).filter(|word| !word.is_empty())
}

fn pass(text: &str) -> String {
    let mut words: Vec<&str> = words(text).collect();
    drop_intermediary(text, &mut words);
    let is_named = |word: &&str| !is_noise(word) && word.chars().any(is_letter);
    let start = words.iter().position(|word| is_named(word) && !is(word, Role::Means));
    let named = words.get(start.unwrap_or(words.len())..).unwrap_or_default();
    let noise = |(place, word): (usize, &&str)| is_noise(word) || (place > 0 && is(word, Role::Reference));
    let end = named.iter().enumerate().position(noise).unwrap_or(named.len());
    let mut named = named[..end].to_vec();
    if let Some(first) = named.first_mut() {
        *first = without_thai_opening(first);
    }
    if is_shouted(&named) {
        drop_place(&mut named);
    }
    trim_ends(&mut named);
    if !named.is_empty() {
        return capitalised(&named);
    }
    words.retain(is_named);
    if words.is_empty() { text.to_owned() } else { capitalised(&words) }
}

/// Drops the name of a payment service in front of a `*` (`SQ *COFFEE HUT`), if a name stands behind it.
fn drop_intermediary(text: &str, words: &mut Vec<&str>) {
    if let Some((before, after)) = text.split_once('*') {
        let service = !before.trim_end().contains(' ') && before.chars().count() <= 9;
        let named = after.split([' ', '*']).find(|word| !word.is_empty()).is_some_and(|word| !is_noise(word));
        if service && named && words.iter().skip(1).any(|word| !is_noise(word)) {
            words.remove(0);
        }
    }
}

/// `true` for what ends a name: numbers, dates, codes and masked cards.
fn is_noise(word: &str) -> bool {
    let (mut digits, mut letters, mut masks) = (0, 0, 0);
    for letter in word.chars() {
        match letter {
            '0'..='9' => digits += 1,
            'x' | 'X' => (letters, masks) = (letters + 1, masks + 1),
            'A'..='Z' | 'a'..='z' | '\u{e01}'..='\u{e4e}' => letters += 1,
            _ if is_number(letter) => digits += 1,
            _ => letters += usize::from(is_letter(letter)),
        }
    }
    if letters == 0 || masks == letters {
        return digits > 0 || masks >= 3;
    }
    if digits == 0 || digits > 2 {
        return digits > 0;
    }
    // One group of one or two digits is part of many a name: 7-Eleven, Shop24.
    let runs = word.split(|letter: char| !is_number(letter)).filter(|run| !run.is_empty()).count();
    runs > 1 || (digits == 2 && letters < 4)
}

/// Digits of any script. The tables of Unicode are slow to look into for every Thai letter.
fn is_number(letter: char) -> bool {
    letter.is_ascii_digit() || (!letter.is_ascii() && !is_thai(letter) && letter.is_numeric())
}

/// Letters, digits and the marks that belong to letters; Thai first, for its marks count as no letters.
fn is_letter(letter: char) -> bool {
    is_thai(letter) || ('\u{300}'..='\u{36f}').contains(&letter) || letter.is_alphanumeric()
}

/// The letters and marks of Thai, which have no capitals.
fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}')
}

/// What a word says in a bank's text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Means,
    Reference,
    Country,
}

static ROLES: LazyLock<HashMap<&str, Role>> = LazyLock::new(|| {
    let means = MEANS.iter().chain(THAI_OPENINGS).map(|word| (*word, Role::Means));
    let references = REFERENCES.iter().map(|word| (*word, Role::Reference));
    means.chain(references).chain(COUNTRIES.iter().map(|word| (*word, Role::Country))).collect()
});

fn is(word: &str, role: Role) -> bool {
    let word = word.trim_matches(|letter: char| !is_letter(letter));
    let mut buffer = [0; 16];
    if let Some(small) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        return std::str::from_utf8(small).is_ok_and(|word| ROLES.get(word) == Some(&role));
    }
    ROLES.get(word) == Some(&role)
}

fn without_thai_opening(word: &str) -> &str {
    let opened = THAI_OPENINGS.iter().find_map(|opening| word.strip_prefix(opening));
    // A mark on the next letter shows that the opening was part of a longer word.
    opened
        .filter(|rest| rest.chars().next().is_some_and(char::is_alphabetic) && rest.chars().count() > 2)
        .unwrap_or(word)
}

fn is_shouted(words: &[&str]) -> bool {
    !words.iter().any(|word| word.chars().any(|letter| !is_thai(letter) && letter.is_lowercase()))
}

/// Drops the country at the end, and the town before it where a name of two words remains.
fn drop_place(words: &mut Vec<&str>) {
    if words.len() > 1 && words.last().is_some_and(|word| is(word, Role::Country)) {
        words.pop();
        if words.len() > 2 {
            words.pop();
        }
    }
}

/// Drops punctuation around the name, and lone connecting words behind it.
fn trim_ends(words: &mut Vec<&str>) {
    while words.len() > 1
        && words.last().is_some_and(|word| is(word, Role::Means) || !word.chars().any(is_letter))
    {
        words.pop();
    }
    if let Some(first) = words.first_mut() {
        *first = first.trim_start_matches(|letter: char| !is_letter(letter));
    }
    if let Some(last) = words.last_mut() {
        *last = last.trim_end_matches([',', '-', '/', ':', '+', '\'', '.']);
    }
    words.retain(|word| !word.is_empty());
}

/// The words with blanks between; in capitals only at their start where all were capitals. A short name of one word is
/// an abbreviation.
fn capitalised(words: &[&str]) -> String {
    let abbreviation = words.len() == 1 && words.iter().all(|word| word.chars().count() <= 4);
    if !is_shouted(words) || abbreviation {
        return words.join(" ");
    }
    words.iter().map(|word| as_name(word)).collect::<Vec<_>>().join(" ")
}

fn as_name(word: &str) -> String {
    let mut name = String::with_capacity(word.len());
    let mut letters = 0;
    for letter in word.chars() {
        if letters == 0 || is_thai(letter) {
            name.push(letter);
        } else if letter.is_ascii() {
            name.push(letter.to_ascii_lowercase());
        } else {
            name.extend(letter.to_lowercase());
        }
        letters = match letter {
            '-' | '/' | '&' | '.' => 0,
            // O'Brien, but Mary's.
            '\'' if letters == 1 => 0,
            _ if is_thai(letter) || letter.is_alphabetic() => letters + 1,
            _ => letters,
        };
    }
    name
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_payee_is_what_remains_of_a_banks_text() {
        for (text, name) in [
            ("POS 0123 PALMA MKT BKK TH 12/03 REF 99", "Palma Mkt"),
            ("CARD PURCHASE XXXX1234 RIVER CAFE 31.01.2026 14:05", "River Cafe"),
            ("SQ *COFFEE HUT", "Coffee Hut"),
            ("PAYSERV *STREAMIO P2F3A77 STOCKHOLM SE", "Streamio"),
            ("BIGSHOP MKTPLACE*2A3B4C", "Bigshop Mktplace"),
            ("DIRECT DEBIT HILL ENERGY LTD. REF 0099/12", "Hill Energy Ltd"),
            ("SEPA LASTSCHRIFT Mobil Funk AG IBAN DE001234", "Mobil Funk AG"),
            ("MARY'S BAKERY & O'BRIEN-SMITH 0042", "Mary's Bakery & O'Brien-Smith"),
            ("KFZ", "KFZ"),
            ("ATM WITHDRAWAL 7781", "Atm Withdrawal"),
            ("PAYMENT 123", "Payment"),
            ("7-NIGHTS STORE 1234", "7-Nights Store"),
            ("TO SAVINGS", "Savings"),
            ("โอนเงินให้ นาย สมชาย ใจดี X1234", "นาย สมชาย ใจดี"),
            ("ชำระค่าไฟฟ้า 0012", "ค่าไฟฟ้า"),
            ("จ่ายบิลการประปาดอยสูง อ้างอิง 99", "การประปาดอยสูง"),
            ("POS กาแฟดอยสูง สาขา ๑๒๓๔", "กาแฟดอยสูง สาขา"),
            ("โอนเงิน 1234", "โอนเงิน"),
            ("12/03/2026 0099", "12/03/2026 0099"),
            ("  Corner   Shop ", "Corner Shop"),
            ("", ""),
        ] {
            assert_eq!(payee_name(text), name, "{text}");
        }
    }

    #[test]
    fn clean_names_stay() {
        for name in [
            "Palma Mkt",
            "กาแฟดอยสูง สาขาสีลม",
            "Coffee Hut",
            "Mary's Bakery",
            "O'Brien & Sons",
            "Studio Neun GmbH",
            "IKEE",
        ] {
            assert_eq!(payee_name(name), name);
        }
    }

    proptest! {
        #[test]
        fn a_pattern_names_the_payee_of_its_texts(words in prop::collection::vec(prop_oneof![
            prop::sample::select(vec!["POS", "PALMA", "MKT", "TH", "BKK", "12/03", "REF", "99", "#", "Cafe", "XXXX1234", "-", "โอนเงินให้", "ชำระ", "ค่าไฟ", "to", "A1B2", "7-Eleven", "\u{a0}"]).prop_map(str::to_owned),
            ".{0,5}",
        ], 0..8)) {
            let text = words.join(" ");
            if let Some(pattern) = payee_pattern(&text) {
                prop_assert_eq!(payee_name(&pattern), payee_name(&text));
            }
        }

        #[test]
        fn a_cleaned_payee_stays_as_it_is_and_is_never_lost(words in prop::collection::vec(prop_oneof![
            prop::sample::select(vec!["POS", "PALMA", "MKT", "TH", "BKK", "12/03", "REF", "99", "*", "SQ", "Cafe", "XXXX1234", "-", "โอนเงินให้", "ชำระ", "ค่าไฟ", "to", "no", "A1B2", "'", "x", "ไป"]).prop_map(str::to_owned),
            ".{0,5}",
        ], 0..8)) {
            let text = words.join(" ");
            let name = payee_name(&text);
            prop_assert_eq!(payee_name(&name), name.clone());
            prop_assert_eq!(name.is_empty(), text.trim().is_empty());
        }
    }
}
