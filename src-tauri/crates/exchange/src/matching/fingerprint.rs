//! The hash by which a statement row is known again.

use ledger::Day;
use rust_decimal::Decimal;
use twox_hash::XxHash64;

/// The hash of what identifies a row within its account: equal rows of two files have equal fingerprints.
///
/// It is stored in books and must never change: XXH64 with seed 0 over, in this order, the day's number (4 bytes), the
/// amount without trailing zeros (mantissa 16 bytes, scale 4 bytes), and the commodity's code, the text with blanks
/// folded and the bank's id, each led by its length in bytes (8 bytes). Numbers are little-endian. Its lowest 12 bits
/// give way to the day's number divided by 32, put above the others: rows of the same weeks are neighbours in an index,
/// which a long statement then fills from one end to the other.
pub fn fingerprint(day: Day, amount: Decimal, commodity: &str, text: &str, external_id: Option<&str>) -> i64 {
    let amount = amount.normalize();
    let mut bytes = Vec::with_capacity(64 + text.len());
    bytes.extend(day.number().to_le_bytes());
    bytes.extend(amount.mantissa().to_le_bytes());
    bytes.extend(amount.scale().to_le_bytes());
    field(&mut bytes, commodity.as_bytes());
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    field(&mut bytes, folded.as_bytes());
    field(&mut bytes, external_id.unwrap_or_default().as_bytes());
    let hash = XxHash64::oneshot(0, &bytes) >> 12;
    i64::from(day.number() >> 5) << 52 | hash.cast_signed()
}

fn field(bytes: &mut Vec<u8>, value: &[u8]) {
    bytes.extend((value.len() as u64).to_le_bytes());
    bytes.extend(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_never_change() {
        let day: Day = "2026-01-31".parse().unwrap();
        let hash = |amount: &str, text, id| fingerprint(day, amount.parse().unwrap(), "THB", text, id);
        assert_eq!(hash("-12.50", "กาแฟ  ดอยสูง", Some("A1")), 2_886_363_398_142_905_030);
        assert_eq!(hash("-12.5", " กาแฟ ดอยสูง", Some("A1")), hash("-12.50", "กาแฟ ดอยสูง", Some("A1")));
        assert_eq!(hash("0", "", None), hash("-0.00", "", Some("")));
        assert_ne!(hash("1", "ab", Some("c")), hash("1", "a", Some("bc")));
        assert_ne!(hash("1", "a", None), hash("-1", "a", None));
    }
}
