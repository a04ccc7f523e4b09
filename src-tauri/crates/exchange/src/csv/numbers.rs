//! Which decimal mark a file uses.

use super::detection::{Confidence, Why};
use super::dialect::{Row, is_number};
use super::profile::{Profile, is_empty};
use super::words::Header;
use crate::fold::fold_header;
use crate::number::{NumberFormat, proven_grouping, proven_mark};

/// A notation that the amounts of a file allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub format: NumberFormat,
    pub confidence: Confidence,
    pub why: Why,
}

impl Found {
    fn new(decimal: char, mixed: bool, confidence: Confidence, why: Why) -> Self {
        Self { format: NumberFormat { decimal, mixed, grouped: true }, confidence, why }
    }
}

/// The notations that are left, the likeliest first. `foreign` is `true` where a decimal comma is usual.
pub(crate) fn candidates(profiles: &[Profile], rows: &[&[String]], foreign: bool) -> Vec<Found> {
    let columns = money_columns(profiles);
    let cells = || {
        rows.iter()
            .flat_map(|row| columns.iter().filter_map(|column| row.get(*column)))
            .filter(|cell| !is_empty(cell))
    };
    let (mut points, mut commas, mut marked) = (0_usize, 0_usize, None);
    let (mut point_example, mut comma_example) = (String::new(), String::new());
    for cell in cells() {
        match proven_mark(cell) {
            Some('.') => {
                points += 1;
                point_example.clone_from(cell);
            }
            Some(_) => {
                commas += 1;
                comma_example.clone_from(cell);
            }
            None if marked.is_none() => marked = cell.chars().find(|letter| matches!(letter, '.' | ',')),
            None => {}
        }
    }
    let usual = if foreign { ',' } else { '.' };
    match (points, commas) {
        (0, 0) => match marked {
            // `1.234` and nothing else: thousands where a comma is usual, or decimals.
            Some(mark) => {
                let thousands = if mark == '.' { ',' } else { '.' };
                let order = if mark == ',' || foreign { [thousands, mark] } else { [mark, thousands] };
                order.map(|decimal| Found::new(decimal, false, Confidence::Doubtful, Why::Custom)).to_vec()
            }
            None => vec![Found::new(usual, true, Confidence::Likely, Why::OnlyChoice)],
        },
        (_, 0) => vec![Found::new('.', false, Confidence::Certain, Why::Decisive { example: point_example })],
        (0, _) => vec![Found::new(',', false, Confidence::Certain, Why::Decisive { example: comma_example })],
        (points, commas) => {
            let (decimal, few, example) =
                if points >= commas { ('.', commas, comma_example) } else { (',', points, point_example) };
            // One in a hundred is a slip, not a notation.
            let mixed = few * 50 > points + commas;
            let mut found = Found::new(decimal, mixed, Confidence::Doubtful, Why::Decisive { example });
            found.format.grouped = !mixed || cells().any(|cell| proven_grouping(cell).is_some());
            vec![found]
        }
    }
}

/// The columns that may be amounts of money: by their headers, else all numbers.
fn money_columns(profiles: &[Profile]) -> Vec<usize> {
    const MONEY: [Header; 7] = [
        Header::Amount,
        Header::Net,
        Header::Gross,
        Header::Out,
        Header::In,
        Header::Balance,
        Header::Direction,
    ];
    let numeric = |column: &usize| profiles[*column].is_numbers() && !profiles[*column].is_numerals();
    let named = |column: &usize| {
        let profile = &profiles[*column];
        let best = profile.best().map_or(0, |best| best.weight);
        MONEY.iter().any(|meaning| profile.means(*meaning) >= 40 && profile.means(*meaning) + 20 >= best)
    };
    let named: Vec<usize> = (0..profiles.len()).filter(numeric).filter(named).collect();
    if named.is_empty() { (0..profiles.len()).filter(numeric).collect() } else { named }
}

/// How many of a hundred numbers that prove a mark prove the comma.
pub(crate) fn comma_share(rows: &[Row]) -> usize {
    let cells = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.len() < 40 && is_number(cell));
    let marks: Vec<char> = cells.filter_map(|cell| proven_mark(cell)).collect();
    marks.iter().filter(|mark| **mark == ',').count() * 100 / marks.len().max(1)
}

/// `true` for a header that says its amounts are in the smallest unit.
pub(crate) fn in_cents(header: &str) -> bool {
    let folded = fold_header(header);
    let mut words = folded.split(' ');
    let small = |word: &str| {
        matches!(
            word,
            "cents"
                | "cent"
                | "minor"
                | "pence"
                | "satang"
                | "centimes"
                | "centimos"
                | "grosze"
                | "ore"
                | "halere"
                | "centavos"
                | "kopecks"
        )
    };
    words.any(small) || header.contains("สตางค์")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_amounts_in_the_smallest_unit() {
        for (header, expected) in [
            ("Amount (cents)", true),
            ("amount_minor", true),
            ("จำนวน (สตางค์)", true),
            ("Amount", false),
            ("Center", false),
        ] {
            assert_eq!(in_cents(header), expected, "{header}");
        }
    }
}
