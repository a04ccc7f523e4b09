//! How a reader writes numbers.

use super::Words;
use super::words::{ENGLISH, THAI};
use ledger::{Quantity, Scale};
use rust_decimal::Decimal;

/// The languages that reports are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Thai.
    Thai,
}

/// How years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// 2026.
    Gregorian,
    /// 2569: the Gregorian year plus 543.
    Buddhist,
}

/// How a reader writes words, dates and numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Locale {
    /// Words.
    pub language: Language,
    /// Years.
    pub calendar: Calendar,
    /// Between whole units and decimals.
    pub decimal_mark: char,
    /// Between groups of three digits.
    pub group_mark: char,
}

/// Before a number below zero: as wide as a digit, unlike the hyphen.
const MINUS: char = '−';
/// Between a number and what belongs to it.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

impl Locale {
    /// English, Gregorian years, 1,234.56.
    pub const ENGLISH: Self = Self {
        language: Language::English,
        calendar: Calendar::Gregorian,
        decimal_mark: '.',
        group_mark: ',',
    };
    /// Thai, Buddhist years, 1,234.56.
    pub const THAI: Self =
        Self { language: Language::Thai, calendar: Calendar::Buddhist, decimal_mark: '.', group_mark: ',' };

    pub(crate) fn words(&self) -> &'static Words {
        match self.language {
            Language::English => &ENGLISH,
            Language::Thai => &THAI,
        }
    }

    /// A quantity with all its decimals: `−1,234.50`.
    pub fn quantity(&self, quantity: Quantity, scale: Scale) -> String {
        self.number(&quantity.to_decimal(scale).to_string())
    }

    /// A percentage with the decimals it has, but no `.0`: `11.4%`, `41%`.
    pub fn percent(&self, percent: Decimal) -> String {
        self.with_sign(&percent.normalize().to_string())
    }

    /// A percentage with the decimals given, for columns of them: `41.0%`.
    pub(crate) fn fixed_percent(&self, percent: Decimal) -> String {
        self.with_sign(&percent.to_string())
    }

    fn with_sign(&self, percent: &str) -> String {
        format!("{}%", self.number(percent))
    }

    /// Plain decimal text in the reader's own marks.
    pub fn number(&self, plain: &str) -> String {
        let (sign, plain) = plain.strip_prefix('-').map_or((None, plain), |rest| (Some(MINUS), rest));
        let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
        let mut text: String = sign.into_iter().collect();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(self.group_mark);
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push(self.decimal_mark);
            text.push_str(decimals);
        }
        text
    }

    /// A round quantity shortened for an axis: `250k`, `1.2M`; in Thai `250,000`, `1.2 ล้าน`.
    pub(crate) fn short(&self, quantity: Quantity, scale: Scale) -> String {
        let value = quantity.to_decimal(scale).normalize();
        let units: &[(i64, &str)] = match self.language {
            Language::English => &[(1_000_000_000, "B"), (1_000_000, "M"), (1_000, "k")],
            Language::Thai => &[(1_000_000, "\u{a0}ล้าน")],
        };
        let fitting = units.iter().find(|(size, _)| value.abs() >= Decimal::from(*size));
        let (size, unit) = fitting.copied().unwrap_or((1, ""));
        let shortened = value.checked_div(Decimal::from(size)).unwrap_or(value).normalize();
        self.number(&shortened.to_string()) + unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_readers_way() {
        let german = Locale { decimal_mark: ',', group_mark: '.', ..Locale::ENGLISH };
        for (units, decimals, english, other) in [
            (0, 2, "0.00", "0,00"),
            (-5, 2, "−0.05", "−0,05"),
            (123_456, 2, "1,234.56", "1.234,56"),
            (100_000, 0, "100,000", "100.000"),
            (-1_234_567_890, 3, "−1,234,567.890", "−1.234.567,890"),
        ] {
            let (quantity, scale) = (Quantity::new(units).unwrap(), Scale::new(decimals).unwrap());
            let found = (Locale::ENGLISH.quantity(quantity, scale), german.quantity(quantity, scale));
            assert_eq!(found, (english.into(), other.into()));
        }
        assert_eq!(Locale::ENGLISH.percent("41.0".parse().unwrap()), "41%");
        assert_eq!(Locale::THAI.percent("1011.4".parse().unwrap()), "1,011.4%");
    }

    #[test]
    fn axis_labels_are_short() {
        for (units, english, thai) in [
            (0, "0", "0"),
            (50_000, "500", "500"),
            (25_000_000, "250k", "250,000"),
            (-125_000_000, "−1.25M", "−1.25\u{a0}ล้าน"),
            (200_000_000_000, "2B", "2,000\u{a0}ล้าน"),
        ] {
            let (quantity, scale) = (Quantity::new(units).unwrap(), Scale::new(2).unwrap());
            let found = (Locale::ENGLISH.short(quantity, scale), Locale::THAI.short(quantity, scale));
            assert_eq!(found, (english.into(), thai.into()));
        }
    }
}
