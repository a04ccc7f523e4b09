//! Fields of OFX as days, amounts and codes.

use super::tree::Element;
use crate::notation::{amount, decimal_mark};
use crate::{Reason, Unreadable};
use chrono::NaiveDate;
use ledger::Day;
use rust_decimal::Decimal;

/// How a file's amounts write their decimals.
///
/// The standard (OFX 2.2, 3.2.9.1) allows a comma or a point before the decimals and nothing between thousands; some
/// banks group thousands all the same, which shows once an amount has both marks.
#[derive(Debug, Clone, Copy)]
pub(super) struct AmountNotation {
    mark: Option<char>,
}

impl AmountNotation {
    /// The notation that these amounts share.
    pub fn of<'a>(amounts: impl IntoIterator<Item = &'a str>) -> Self {
        Self { mark: decimal_mark(amounts).proved }
    }

    /// The amount that a field's text writes.
    pub fn read(self, text: &str) -> Result<Decimal, Reason> {
        let single = if text.contains(',') { ',' } else { '.' };
        amount(text, self.mark.unwrap_or(single))
    }

    /// The amount in the field `name`, anywhere within `row`.
    pub fn field(self, row: Element<'_>, name: &str) -> Result<Decimal, Unreadable> {
        let reason = match row.text_within(name) {
            None => missing(name),
            Some(text) => match self.read(&text) {
                Ok(amount) => return Ok(amount),
                Err(reason) => reason,
            },
        };
        Err(unreadable(row, name, reason))
    }
}

/// The day in the field `name`, anywhere within `row`: the date as written, whatever its time zone.
pub(super) fn day_field(row: Element<'_>, name: &str) -> Result<Day, Unreadable> {
    let Some(text) = row.text_within(name) else { return Err(unreadable(row, name, missing(name))) };
    day(&text).ok_or_else(|| unreadable(row, name, Reason::NotADate { text, format: "YYYYMMDD".to_owned() }))
}

/// The day that `20260131`, `20260131120000.000[-5:EST]` or `2026-01-31T12:00:00` names. A year of the Thai calendar
/// is taken for what it is; days before 1900, which some programs write for none, are refused.
pub(super) fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    let digits: String = match text.get(..10).map(|date| (date, date.split(['-', '/', '.']).count())) {
        Some((date, 3)) => date.split(['-', '/', '.']).collect(),
        _ => text.get(..8)?.to_owned(),
    };
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i32 = digits[..4].parse().ok()?;
    // Buddhist years run 543 ahead.
    let year = if (2443..2643).contains(&year) { year - 543 } else { year };
    let date = NaiveDate::from_ymd_opt(year, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)?;
    (year >= 1900).then(|| Day::from_date(date))
}

/// A currency's code, in capitals.
pub(super) fn currency(element: Element<'_>, name: &str) -> Option<String> {
    element.text(name).map(|code| code.to_ascii_uppercase())
}

pub(super) fn missing(field: &str) -> Reason {
    Reason::MissingField { field: field.to_owned() }
}

pub(super) fn unreadable(row: Element<'_>, field: &str, reason: Reason) -> Unreadable {
    Unreadable { line: row.line(), column: Some(field.to_owned()), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_date_as_written() {
        for (text, expected) in [
            ("20260131", Some("2026-01-31")),
            ("20260131235959", Some("2026-01-31")),
            ("20260131233000.000[-8:PST]", Some("2026-01-31")),
            ("20260131[+7:ICT]", Some("2026-01-31")),
            ("2026-01-31", Some("2026-01-31")),
            ("2026/01/31 10:00", Some("2026-01-31")),
            ("25690131", Some("2026-01-31")),
            ("20160229", Some("2016-02-29")),
            ("20150229", None),
            ("00010101", None),
            ("00000000", None),
            ("2026013", None),
            ("31012026x", None),
            ("", None),
            ("ม20260131", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_single_mark_comes_before_the_decimals_unless_the_file_groups_thousands() {
        let plain = AmountNotation::of(["-30.000", "200,29"]);
        assert_eq!(plain.read("-30.000").unwrap().to_string(), "-30.000");
        assert_eq!(plain.read("200,29").unwrap().to_string(), "200.29");
        let grouped = AmountNotation::of(["1,234.50", "12.00"]);
        assert_eq!(grouped.read("1,234").unwrap().to_string(), "1234");
    }
}
