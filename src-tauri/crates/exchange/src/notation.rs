//! Numbers as statement files write them.

use crate::Reason;
use rust_decimal::Decimal;

/// The decimal mark that a file's amounts give away, if one of them does.
///
/// An amount with two kinds of mark ends in its decimals (`1,234.56`); a mark that repeats groups thousands
/// (`1.234.567`). A single mark with three digits behind it proves nothing; any other single mark is the decimal one.
pub(crate) fn decimal_mark<'a>(amounts: impl IntoIterator<Item = &'a str>) -> Evidence {
    let mut evidence = Evidence::default();
    for amount in amounts {
        evidence.weigh(amount);
    }
    evidence
}

/// What the amounts of a file say about its decimal mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// From amounts that leave no other reading.
    pub proved: Option<char>,
    /// From a single mark with other than three digits behind it.
    pub likely: Option<char>,
}

impl Evidence {
    fn weigh(&mut self, amount: &str) {
        let Some(last) = amount.rfind(['.', ',']) else { return };
        let mark = if amount[last..].starts_with('.') { '.' } else { ',' };
        let other = if mark == '.' { ',' } else { '.' };
        let digits = amount[last + 1..].chars().filter(char::is_ascii_digit).count();
        if amount.contains(other) {
            self.proved = self.proved.or(Some(mark));
        } else if amount.matches(mark).count() > 1 {
            self.proved = self.proved.or(Some(other));
        } else if digits != 3 {
            self.likely = self.likely.or(Some(mark));
        }
    }
}

/// The number that `text` writes with `mark` before its decimals, exactly, with as many digits as it has.
///
/// Taken: a sign before or behind, parentheses for a negative amount, groups of two or three digits before the mark
/// set apart by the other mark, a blank, an apostrophe or an underscore.
///
/// # Errors
/// [`Reason::NoAmount`], [`Reason::NotAnAmount`] or [`Reason::TooManyDigits`].
pub(crate) fn amount(text: &str, mark: char) -> Result<Decimal, Reason> {
    let not_an_amount = || Reason::NotAnAmount { text: text.to_owned() };
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(Reason::NoAmount);
    }
    let (negative, digits) = sign(trimmed).ok_or_else(not_an_amount)?;
    let (whole, decimals) = digits.rsplit_once(mark).unwrap_or((digits, ""));
    let whole = ungrouped(whole, mark).ok_or_else(not_an_amount)?;
    let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !numeric(&whole) || !numeric(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return Err(not_an_amount());
    }
    let plain = if decimals.is_empty() { format!("0{whole}") } else { format!("0{whole}.{decimals}") };
    let value =
        Decimal::from_str_exact(&plain).map_err(|_| Reason::TooManyDigits { text: text.to_owned() })?;
    Ok(if negative && !value.is_zero() { -value } else { value })
}

/// `true` for a negative amount, and the text without its sign.
fn sign(text: &str) -> Option<(bool, &str)> {
    if let Some(inner) = text.strip_prefix('(') {
        return Some((true, inner.strip_suffix(')')?.trim()));
    }
    let negative = |mark: char| matches!(mark, '-' | '\u{2212}' | '\u{2013}');
    let is_sign = |mark: char| mark == '+' || negative(mark);
    match (
        text.chars().next().filter(|mark| is_sign(*mark)),
        text.chars().next_back().filter(|mark| is_sign(*mark)),
    ) {
        (Some(mark), None) => Some((negative(mark), text[mark.len_utf8()..].trim_start())),
        (None, Some(mark)) => Some((negative(mark), text[..text.len() - mark.len_utf8()].trim_end())),
        (None, None) => Some((false, text)),
        (Some(_), Some(_)) => None,
    }
}

/// The digits before the decimal mark without what sets their groups apart.
fn ungrouped(whole: &str, mark: char) -> Option<String> {
    let separates = |letter: char| {
        letter != mark && (matches!(letter, '.' | ',' | '\'' | '’' | '_') || letter.is_whitespace())
    };
    let mut groups = whole.split(separates);
    let mut plain = groups.next()?.to_owned();
    let rest: Vec<&str> = groups.collect();
    if let Some((last, between)) = rest.split_last() {
        let fits = |group: &&str| matches!(group.len(), 2 | 3);
        if plain.is_empty() || plain.len() > 3 || last.len() != 3 || !between.iter().all(fits) {
            return None;
        }
    }
    plain.extend(rest);
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_exactly_or_are_refused() {
        for (text, mark, expected) in [
            ("-80", '.', Some("-80")),
            ("+ 1,234.50", '.', Some("1234.50")),
            ("-30.000", '.', Some("-30.000")),
            ("-200,00", ',', Some("-200.00")),
            ("1.234.567,8", ',', Some("1234567.8")),
            ("12,34,567.89", '.', Some("1234567.89")),
            ("1'234.50", '.', Some("1234.50")),
            ("1 234,50-", ',', Some("-1234.50")),
            ("(12.5)", '.', Some("-12.5")),
            (".5", '.', Some("0.5")),
            ("-,5", ',', Some("-0.5")),
            ("7.", '.', Some("7")),
            ("\u{2212}3", '.', Some("-3")),
            ("1266.56372960083246", '.', Some("1266.56372960083246")),
            ("12,50", '.', None),
            ("1,2345", '.', None),
            ("12.34.56", '.', None),
            ("--5", '.', None),
            ("-5-", '.', None),
            ("1e5", '.', None),
            ("(5", '.', None),
            (".", '.', None),
            ("*snipped*", '.', None),
        ] {
            let expected = expected
                .map(|number| number.parse().unwrap())
                .ok_or_else(|| Reason::NotAnAmount { text: text.to_owned() });
            assert_eq!(amount(text, mark), expected, "{text}");
        }
        assert_eq!(amount(" ", '.'), Err(Reason::NoAmount));
        let long = "1".repeat(30);
        assert_eq!(amount(&long, '.'), Err(Reason::TooManyDigits { text: long.clone() }));
    }

    #[test]
    fn the_decimal_mark_shows_in_amounts_with_two_marks_or_repeated_ones() {
        for (amounts, proved, likely) in [
            (&["12", "-5"][..], None, None),
            (&["1,234"], None, None),
            (&["-30.000"], None, None),
            (&["1,234.56"], Some('.'), None),
            (&["1.234.567"], Some(','), None),
            (&["12,5", "1.234"], None, Some(',')),
            (&["3.77000"], None, Some('.')),
        ] {
            assert_eq!(decimal_mark(amounts.iter().copied()), Evidence { proved, likely }, "{amounts:?}");
        }
    }
}
