//! Amounts as people and banks write them: `1.234,56-`, `($1,234.56)`, `฿ ๕๐๐`, `12,34,567.00 DR`.

use crate::Reason;
use crate::number_affix::Affix;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How a file writes numbers. Whatever else may set groups of digits apart, a blank, an apostrophe or the other
/// mark, is taken as it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct NumberFormat {
    /// The mark before the decimals: `.` or `,`.
    pub decimal: char,
    /// `true` where the file mixes notations: a cell that can only be read with the other mark is read with it.
    pub mixed: bool,
    /// `true` where a point or comma may set thousands apart. Where it is not, every single one is a decimal mark.
    pub grouped: bool,
}

impl Default for NumberFormat {
    fn default() -> Self {
        Self { decimal: '.', mixed: true, grouped: true }
    }
}

/// The side of the account that a number's suffix names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Out,
    In,
}

/// A number and what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Money<'a> {
    /// The number as written; negative by a minus before or behind it, or by parentheses.
    pub value: Decimal,
    /// From a suffix such as `DR` or `CR`.
    pub side: Option<Side>,
    /// A currency's code or sign.
    pub unit: Option<&'a str>,
}

impl Money<'_> {
    /// The number with the sign that its suffix gives it, if it has one.
    pub fn signed(&self) -> Decimal {
        match self.side {
            Some(Side::Out) => -self.value.abs(),
            Some(Side::In) => self.value.abs(),
            None => self.value,
        }
    }
}

/// Reads a cell; `None` for an empty one or a dash in its place.
///
/// # Errors
/// [`Reason::NotAnAmount`] or [`Reason::TooManyDigits`].
pub(crate) fn money(text: &str, format: NumberFormat) -> Result<Option<Money<'_>>, Reason> {
    let trimmed = text.trim_matches(is_blank);
    if trimmed.is_empty() || is_nothing(trimmed) {
        return Ok(None);
    }
    let refused = || Reason::NotAnAmount { text: text.chars().take(80).collect() };
    let (before, digits, after) = parts(trimmed, format).ok_or_else(refused)?;
    let front = Affix::of(before).ok_or_else(refused)?;
    let behind = Affix::of(after).ok_or_else(refused)?;
    if front.opens != behind.closes || front.closes || behind.opens {
        return Err(refused());
    }
    let size = number(digits, format).ok_or_else(refused)?.or_else(|_| too_long(trimmed))?;
    let negative = front.minus || behind.minus || front.opens;
    let value = if negative { -size } else { size };
    Ok(Some(Money { value, side: behind.side.or(front.side), unit: front.unit.or(behind.unit) }))
}

/// Blanks, joiners and direction marks, which are seen by nobody.
pub(crate) fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

pub(crate) fn is_minus(letter: char) -> bool {
    matches!(letter, '-' | '\u{2212}' | '\u{2010}'..='\u{2014}' | '\u{fe63}' | '\u{ff0d}')
}

/// Words and dashes that stand for an empty cell.
fn is_nothing(text: &str) -> bool {
    text.chars().all(|letter| is_minus(letter) || is_blank(letter))
        || (text.len() <= 4
            && matches!(
                text.to_ascii_lowercase().as_str(),
                "n/a" | "na" | "null" | "none" | "nil" | "nan" | "."
            ))
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => letter.to_digit(10),
        // Thai, Arabic and full-width digits.
        '\u{e50}'..='\u{e59}' => Some(u32::from(letter) - 0xe50),
        '\u{660}'..='\u{669}' => Some(u32::from(letter) - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(u32::from(letter) - 0x6f0),
        '\u{ff10}'..='\u{ff19}' => Some(u32::from(letter) - 0xff10),
        _ => None,
    }
}

/// What stands before the number, the number itself, and what stands behind it.
fn parts(text: &str, format: NumberFormat) -> Option<(&str, &str, &str)> {
    let first = text.find(|letter| digit(letter).is_some())?;
    let (last, last_digit) = text.char_indices().rev().find(|(_, letter)| digit(*letter).is_some())?;
    let end = last + last_digit.len_utf8();
    let (mut before, mut start) = (&text[..first], first);
    // `.50`, but not the point of `Rs.50`.
    if let Some(bare) = before.strip_suffix(['.', ','])
        && (format.mixed || before.ends_with(format.decimal))
        && !bare.ends_with(char::is_alphabetic)
    {
        start -= 1;
        before = bare;
    }
    let mut after = &text[end..];
    // `50.`, `100,-` and `100,--`.
    if let Some(rest) = after.strip_prefix(['.', ',']) {
        let bare = rest.trim_start_matches(is_minus);
        after = if bare.is_empty() || bare.starts_with(char::is_whitespace) { bare } else { rest };
    }
    Some((before, &text[start..end], after))
}

/// The number that `text`, which begins with a digit or mark and ends with a digit, writes.
fn number(text: &str, format: NumberFormat) -> Option<Result<Decimal, Reason>> {
    let mark = decimal_mark(text, format)?;
    let (mut mantissa, mut scale, mut digits) = (0_i128, 0_u32, 0_u32);
    let (mut group, mut separator, mut first) = (0_u32, None, true);
    for (at, letter) in text.char_indices() {
        if let Some(digit) = digit(letter) {
            digits += u32::from(mantissa != 0 || digit != 0);
            if digits > 28 {
                return Some(too_long(text));
            }
            mantissa = mantissa * 10 + i128::from(digit);
            if mark.is_some_and(|mark| at > mark) {
                scale += 1;
            } else {
                group += 1;
            }
        } else if mark == Some(at) {
            continue;
        } else if matches!(letter, 'e' | 'E') && separator.is_none() {
            return scientific(text, mark);
        } else if mark.is_none_or(|mark| at < mark) && is_separator(letter) {
            let fits = if first { (1..=3).contains(&group) } else { (2..=3).contains(&group) };
            let letter = if letter.is_whitespace() { ' ' } else { letter };
            if !fits || separator.is_some_and(|before| before != letter) {
                return None;
            }
            (separator, first, group) = (Some(letter), false, 0);
        } else {
            return None;
        }
    }
    if separator.is_some() && group != 3 {
        return None;
    }
    Some(Decimal::try_from_i128_with_scale(mantissa, scale).or_else(|_| too_long(text)))
}

fn too_long(text: &str) -> Result<Decimal, Reason> {
    Err(Reason::TooManyDigits { text: text.chars().take(80).collect() })
}

/// `1.5E-05`, as spreadsheets write small numbers.
fn scientific(text: &str, mark: Option<usize>) -> Option<Result<Decimal, Reason>> {
    let plain: String =
        text.char_indices().map(|(at, letter)| if Some(at) == mark { '.' } else { letter }).collect();
    let exponent: i32 = plain.split(['e', 'E']).nth(1)?.parse().ok()?;
    if !(-28..=28).contains(&exponent) {
        return Some(too_long(text));
    }
    Some(Decimal::from_scientific(&plain).or_else(|_| too_long(text)))
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '.' | ',' | '\'' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' | '_' | '\u{66c}')
        || letter.is_whitespace()
}

/// Where the decimal mark of `text` stands; `None` where `text` cannot be read so.
fn decimal_mark(text: &str, format: NumberFormat) -> Option<Option<usize>> {
    let count = |mark: char| text.bytes().filter(|byte| char::from(*byte) == mark).count();
    let (points, commas) = (count('.'), count(','));
    let single = |mark: char, count: usize| match count {
        0 => Some(None),
        1 => Some(text.find(mark)),
        _ => None,
    };
    if !format.mixed {
        return single(format.decimal, if format.decimal == ',' { commas } else { points });
    }
    if points > 0 && commas > 0 {
        let last = if text.rfind('.') > text.rfind(',') { '.' } else { ',' };
        return single(last, if last == '.' { points } else { commas });
    }
    let (mark, count) = if points > 0 { ('.', points) } else { (',', commas) };
    if count != 1 {
        return Some(None);
    }
    let found = text.find(mark)?;
    let grouped = format.grouped && is_group_of_three(text, found);
    Some((!grouped || mark == format.decimal).then_some(found))
}

/// `true` for `1,234` and the like, whose mark may as well set thousands apart.
pub(crate) fn is_group_of_three(text: &str, mark: usize) -> bool {
    let (whole, rest) = text.split_at(mark);
    let digits = |part: &str| part.chars().filter(|letter| digit(*letter).is_some()).count();
    let rest_is_digits = rest.chars().skip(1).all(|letter| digit(letter).is_some());
    rest_is_digits
        && digits(rest) == 3
        && (1..=3).contains(&digits(whole))
        && !whole.starts_with('0')
        && whole.chars().all(|letter| digit(letter).is_some())
}

/// The mark that sets thousands apart in `text`, where nothing else can.
pub(crate) fn proven_grouping(text: &str) -> Option<char> {
    let marks = || text.chars().filter(|letter| matches!(letter, '.' | ','));
    let first = marks().next()?;
    (marks().count() > 1).then_some(first)
}

/// What one cell proves of its file's decimal mark.
pub(crate) fn proven_mark(text: &str) -> Option<char> {
    let (_, digits, _) = parts(text.trim_matches(is_blank), NumberFormat::default())?;
    let last = digits.rfind(['.', ','])?;
    let mark = if digits[last..].starts_with('.') { '.' } else { ',' };
    let other = if mark == '.' { ',' } else { '.' };
    if digits.contains(other) {
        return Some(mark);
    }
    if digits.matches(mark).count() > 1 {
        return Some(other);
    }
    (!is_group_of_three(digits, last)).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, decimal: char, mixed: bool) -> String {
        match money(text, NumberFormat { decimal, mixed, grouped: true }) {
            Ok(None) => "nothing".to_owned(),
            Ok(Some(money)) => {
                let unit = money.unit.map_or(String::new(), |unit| format!(" {unit}"));
                format!("{}{unit}", money.signed())
            }
            Err(Reason::TooManyDigits { .. }) => "too long".to_owned(),
            Err(_) => "refused".to_owned(),
        }
    }

    #[test]
    fn amounts_are_read_exactly_as_written() {
        for (text, point, comma) in [
            ("1234.50", "1234.50", "refused"),
            ("1,234.50", "1234.50", "refused"),
            ("1.234,50", "refused", "1234.50"),
            ("1.234", "1.234", "1234"),
            ("1,234", "1234", "1.234"),
            ("12,34,567.00", "1234567.00", "refused"),
            ("1'234.50", "1234.50", "refused"),
            ("1 234,50", "refused", "1234.50"),
            ("1\u{202f}234\u{a0}567,5", "refused", "1234567.5"),
            ("-5", "-5", "-5"),
            ("\u{2212}5.00", "-5.00", "refused"),
            ("5.00-", "-5.00", "refused"),
            ("(40)", "-40", "-40"),
            ("( 40 )", "-40", "-40"),
            ("+ $20", "20 $", "20 $"),
            ("$ +30", "30 $", "30 $"),
            ("$ - 50", "-50 $", "-50 $"),
            ("- $60", "-60 $", "-60 $"),
            ("-€597.49846", "-597.49846 €", "refused"),
            ("\u{200a}(10.00)", "-10.00", "refused"),
            ("76.94 SEK", "76.94 SEK", "refused"),
            ("R$ 1.234,56", "refused", "1234.56 R$"),
            ("Rs.500", "500 Rs.", "500 Rs."),
            ("د.إ.\u{200f}4.750", "4.750 د.إ.", "4750 د.إ."),
            ("1,000.00 DR", "-1000.00", "refused"),
            ("1,000.00Cr", "1000.00", "refused"),
            ("250,00 S", "refused", "-250.00"),
            ("฿ ๑,๒๕๐.๕๐", "1250.50 ฿", "refused"),
            ("100,-", "100", "100"),
            ("100,--", "100", "100"),
            (".50", "0.50", "refused"),
            ("-,5", "refused", "-0.5"),
            ("50.", "50", "50"),
            ("000.00", "0.00", "refused"),
            ("+31070,11", "refused", "31070.11"),
            ("1.5E-05", "0.000015", "refused"),
            ("", "nothing", "nothing"),
            (" - ", "nothing", "nothing"),
            ("n/a", "nothing", "nothing"),
            ("12,34", "refused", "12.34"),
            ("1,2,3", "refused", "refused"),
            ("15.01.2024", "refused", "refused"),
            ("2024-01-15", "refused", "refused"),
            ("10:48", "refused", "refused"),
            ("40%", "refused", "refused"),
            ("12 items", "refused", "refused"),
            ("VWZ1", "refused", "refused"),
            ("THB 1", "1 THB", "1 THB"),
            ("badamount", "refused", "refused"),
            ("(5", "refused", "refused"),
            ("--5", "refused", "refused"),
            ("12345678901234567890123456789", "too long", "too long"),
        ] {
            assert_eq!(
                (read(text, '.', false), read(text, ',', false)),
                (point.to_owned(), comma.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_mixed_file_is_read_cell_by_cell() {
        for (text, expected) in [
            ("1.83", "1.83"),
            ("419,22", "419.22"),
            ("4,581.91", "4581.91"),
            ("1 757,95", "1757.95"),
            ("4.312,50", "4312.50"),
            ("1,000", "1000"),
            ("1.000", "1.000"),
            ("0,076", "0.076"),
        ] {
            assert_eq!(read(text, '.', true), expected, "{text}");
        }
    }

    #[test]
    fn a_mixed_file_without_thousands_reads_every_mark_as_decimal() {
        for (text, expected) in [("10,799", "10.799"), ("86.714375", "86.714375"), ("1.000", "1.000")] {
            let format = NumberFormat { decimal: '.', mixed: true, grouped: false };
            assert_eq!(money(text, format).unwrap().unwrap().value.to_string(), expected, "{text}");
        }
    }

    #[test]
    fn a_cell_proves_a_mark_only_where_it_has_no_other_reading() {
        for (text, mark) in [
            ("1,234.50", Some('.')),
            ("1.234,50", Some(',')),
            ("1.234.567", Some(',')),
            ("12,5", Some(',')),
            ("0.500", Some('.')),
            ("1,234", None),
            ("1.234", None),
            ("12", None),
            ("100,-", None),
            ("Rs.500", None),
            ("abc", None),
        ] {
            assert_eq!(proven_mark(text), mark, "{text}");
        }
    }
}
