//! What the cells of a column look like.

use super::dialect::{Row, is_date};
use super::reading::Content;
use super::words::{Header, Match, Phrase, header_currency, header_meanings, is_commodity_code, says};
use crate::Reason;
use crate::date_scan::scan;
use crate::number::{NumberFormat, is_minus, money};
use std::collections::HashSet;

/// A column as its header and sampled cells describe it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    pub name: String,
    /// What the header may mean, the likeliest first.
    pub meanings: Vec<Match>,
    /// The currency that the header names.
    pub header_currency: Option<String>,
    /// Cells that are not empty.
    pub filled: usize,
    pub dates: usize,
    /// Cells that have a date's shape in some way, timestamps of digits alone included.
    pub dateable: usize,
    pub numbers: usize,
    pub negatives: usize,
    pub zeros: usize,
    /// Numbers with digits behind a mark.
    pub fractions: usize,
    /// Numbers with exactly two digits behind a mark.
    pub cents: usize,
    /// Numbers beside which stands a currency or a side.
    pub united: usize,
    /// Long numbers without fraction, numbers with leading zeros.
    pub numerals: usize,
    pub codes: usize,
    pub flags: usize,
    /// Different cells.
    pub distinct: usize,
    /// Letters and signs in all cells.
    pub length: usize,
    pub spaces: usize,
    pub example: String,
}

impl Profile {
    /// Profiles the columns named `names` over `rows`.
    pub fn all(names: &[String], rows: &[&Row]) -> Vec<Self> {
        let mut inherited = String::new();
        (0..names.len())
            .map(|column| {
                let name = &names[column];
                if !name.is_empty() {
                    inherited.clone_from(name);
                }
                Self::of(
                    name,
                    &inherited,
                    rows.iter().map(|row| row.cells.get(column).map_or("", String::as_str)),
                )
            })
            .collect()
    }

    fn of<'c>(name: &str, inherited: &str, cells: impl Iterator<Item = &'c str>) -> Self {
        let mut profile = Self { name: name.to_owned(), ..Self::default() };
        profile.meanings = header_meanings(inherited);
        if name.is_empty() {
            // A column without a name may go on with what the one before it is about.
            profile.meanings.iter_mut().for_each(|found| found.weight = found.weight.saturating_sub(25));
        }
        profile.header_currency = header_currency(name);
        let mut seen = HashSet::new();
        let cells: Vec<&str> = cells.collect();
        let flagged = cells.iter().all(|cell| matches!(*cell, "" | "+" | "-")) && cells.contains(&"+");
        for cell in cells.into_iter().filter(|cell| if flagged { !cell.is_empty() } else { !is_empty(cell) })
        {
            seen.insert(cell);
            profile.cell(cell);
        }
        profile.distinct = seen.len();
        profile
    }

    fn cell(&mut self, cell: &str) {
        self.filled += 1;
        self.length += cell.chars().count();
        self.spaces += usize::from(cell.contains(' '));
        if self.example.is_empty() {
            cell.chars().take(40).collect::<String>().clone_into(&mut self.example);
        }
        self.dates += usize::from(is_date(cell));
        self.dateable += usize::from(scan(cell).is_some());
        self.codes += usize::from(is_commodity_code(cell));
        self.flags += usize::from(says(cell, Phrase::FlagOut) || says(cell, Phrase::FlagIn));
        let money = match money(cell, NumberFormat::default()) {
            Ok(Some(money)) => money,
            Err(Reason::TooManyDigits { .. }) => {
                self.numbers += 1;
                return;
            }
            _ => return,
        };
        self.numbers += 1;
        self.negatives += usize::from(money.signed().is_sign_negative() && !money.value.is_zero());
        self.zeros += usize::from(money.value.is_zero());
        self.united += usize::from(money.unit.is_some() || money.side.is_some());
        let digits = cell.bytes().filter(u8::is_ascii_digit).count();
        let plain = cell.bytes().all(|byte| byte.is_ascii_digit());
        self.fractions += usize::from(!plain && cell.contains(['.', ',']));
        let decimals =
            cell.rfind(['.', ',']).map_or(0, |mark| cell[mark..].bytes().filter(u8::is_ascii_digit).count());
        self.cents += usize::from(decimals == 2);
        self.numerals += usize::from(plain && (digits >= 9 || (digits > 1 && cell.starts_with('0'))));
    }

    /// The weight with which the header means `meaning`.
    pub fn means(&self, meaning: Header) -> u32 {
        self.meanings.iter().find(|found| found.meaning == meaning).map_or(0, |found| found.weight)
    }

    /// The heaviest meaning.
    pub fn best(&self) -> Option<Match> {
        self.meanings.first().copied()
    }

    pub fn is_dates(&self) -> bool {
        self.filled > 0 && self.dates * 10 >= self.filled * 8
    }

    /// `true` where the cells are numbers that may be amounts of money.
    pub fn is_numbers(&self) -> bool {
        self.numbers > 0 && self.numbers * 20 >= self.filled * 13
    }

    /// `true` where most numbers look like account numbers and the like.
    pub fn is_numerals(&self) -> bool {
        self.numerals * 2 > self.numbers
    }

    pub fn is_currency(&self) -> bool {
        self.filled > 0 && self.codes * 10 >= self.filled * 9
    }

    pub fn is_text(&self) -> bool {
        self.filled > 0 && !self.is_numbers() && !self.is_dates()
    }

    /// `true` where hardly two cells are the same.
    pub fn is_unique(&self) -> bool {
        self.filled > 0 && self.distinct == self.filled
    }

    pub fn content(&self) -> Content {
        if self.filled == 0 {
            Content::Empty
        } else if self.is_dates() {
            Content::Date
        } else if self.is_numbers() {
            Content::Number
        } else if self.is_currency() {
            Content::Currency
        } else {
            Content::Text
        }
    }
}

/// Nothing, or a dash in its place.
pub(crate) fn is_empty(cell: &str) -> bool {
    cell.is_empty() || (cell.len() < 9 && cell.chars().all(is_minus))
}
