//! Which columns are dates, amounts and currencies, once the amounts are settled.

use super::amounts::{Hypothesis, Source, direction_of};
use super::detection::{About, Confidence, Guess, Why};
use super::profile::Profile;
use super::proof::Way;
use super::reading::{Reading, Role};
use super::texts::Roles;
use super::words::{Header, Phrase, currency_of_sign, is_currency_code, mentions};
use crate::fold::fold_header;
use crate::number::{NumberFormat, money};

/// The columns of dates, the one that says when rows were booked first.
pub(crate) fn date_columns(profiles: &[Profile], rows: usize) -> Vec<usize> {
    let mut found: Vec<(i64, usize)> = Vec::new();
    for (column, profile) in profiles.iter().enumerate() {
        let meanings = [(Header::Booked, 40), (Header::Date, 35), (Header::Made, 25), (Header::Value, 10)];
        let named = meanings
            .iter()
            .map(|(meaning, rank)| (profile.means(*meaning) * rank / 100, profile.means(*meaning)))
            .max();
        let (rank, weight) = named.filter(|(_, weight)| *weight >= 40).unwrap_or((0, 0));
        let dated =
            profile.is_dates() && (weight > 0 || !profile.is_numbers() || profile.distinct > 1 || rows == 1);
        let other = profile.best().is_some_and(|best| {
            best.weight >= 90
                && matches!(
                    best.meaning,
                    Header::Id | Header::Reference | Header::Account | Header::Amount | Header::Balance
                )
        });
        let stamped =
            weight >= 60 && profile.dateable * 10 >= profile.filled * 8 && (profile.filled > 0 || rows == 0);
        let mostly = weight >= 60 && profile.filled > 0 && profile.dates * 2 >= profile.filled;
        if !((dated && !(other && profile.is_numbers())) || stamped || mostly) {
            continue;
        }
        let sparse = if profile.filled * 2 < rows { 50 } else { 0 };
        // A day that is the same in every row is the statement's.
        let same =
            if profile.distinct == 1 && profiles.iter().any(|other| other.is_dates() && other.distinct > 1) {
                30
            } else {
                0
            };
        found.push((i64::from(rank) + i64::from(weight) / 20 - sparse - same, column));
    }
    found.sort_by_key(|(rank, column)| (std::cmp::Reverse(*rank), *column));
    found.into_iter().map(|(_, column)| column).collect()
}

pub(crate) fn give_dates(roles: &mut Roles<'_>, dates: &[usize]) {
    for (number, column) in dates.iter().enumerate() {
        let profile = &roles.profiles[*column];
        let role = if number == 0 { Role::Date } else { Role::OtherDate };
        let named = !profile.name.is_empty() && !profile.meanings.is_empty();
        let why = if named {
            Why::HeaderName { header: profile.name.clone() }
        } else {
            Why::Cells { example: profile.example.clone() }
        };
        roles.give(*column, role, if named { Confidence::Certain } else { Confidence::Likely }, why);
    }
}

pub(crate) fn give_amounts(
    reading: &mut Reading,
    roles: &mut Roles<'_>,
    hypothesis: &Hypothesis,
    proven: bool,
) {
    let steps = u32::try_from(hypothesis.proof.held).unwrap_or(u32::MAX);
    let mut give = |column: usize, role: Role| {
        let profile = &roles.profiles[column];
        let named = profile.best().is_some_and(|best| best.weight >= 60);
        let (confidence, why) = if proven {
            (Confidence::Certain, Why::Balance { steps })
        } else if named {
            (Confidence::Likely, Why::HeaderName { header: profile.name.clone() })
        } else {
            (Confidence::Doubtful, Why::Cells { example: profile.example.clone() })
        };
        roles.give(column, role, confidence, why);
    };
    match hypothesis.source {
        Source::Single(amount) => give(amount, Role::Amount),
        Source::Flagged { amount, flag } => {
            give(amount, Role::Amount);
            give(flag, Role::Direction);
        }
        Source::Pair { out, into } => {
            out.into_iter().for_each(|column| give(column, Role::MoneyOut));
            into.into_iter().for_each(|column| give(column, Role::MoneyIn));
        }
    }
    hypothesis.balance.into_iter().for_each(|column| give(column, Role::Balance));
    if let Some((column, rule)) = hypothesis.fee {
        give(column, Role::Fee);
        reading.fee = rule;
    }
    reading.signs = hypothesis.signs;
    reading.owed = hypothesis.owed;
    if let Source::Flagged { flag, .. } = hypothesis.source {
        direction_words(reading, roles.rows, flag);
    }
}

/// The words of a direction column, as the file writes them.
fn direction_words(reading: &mut Reading, rows: &[&[String]], flag: usize) {
    for word in rows.iter().filter_map(|row| row.get(flag)).filter(|word| !word.is_empty()) {
        let (words, others) = match direction_of(word) {
            Some(true) => (&mut reading.out_words, &reading.in_words),
            Some(false) => (&mut reading.in_words, &reading.out_words),
            None => continue,
        };
        if !words.contains(word) && !others.contains(word) && words.len() < 40 {
            words.push(word.clone());
        }
    }
}

/// The currency column beside the amounts, else the currency that header or cells name.
pub(crate) fn give_currency(
    reading: &mut Reading,
    roles: &mut Roles<'_>,
    best: Option<&Hypothesis>,
    guesses: &mut Vec<Guess>,
) {
    let amounts: Vec<usize> = match best.map(|best| &best.source) {
        Some(Source::Single(amount) | Source::Flagged { amount, .. }) => vec![*amount],
        Some(Source::Pair { out, into }) => out.iter().chain(into).copied().collect(),
        None => Vec::new(),
    };
    let mut found: Vec<(u32, usize)> = Vec::new();
    for (column, profile) in
        roles.profiles.iter().enumerate().filter(|(column, _)| roles.given[*column].is_none())
    {
        let named = profile.means(Header::Currency);
        let foreign = profile.means(Header::ForeignCurrency);
        let blank_but_named = profile.filled == 0 && named >= 90;
        // A column of names may hold what are the codes of coins.
        let names = |meaning| {
            !matches!(
                meaning,
                Header::Amount | Header::Out | Header::In | Header::Balance | Header::Net | Header::Gross
            )
        };
        let other = profile.best().is_some_and(|best| best.weight >= 60 && names(best.meaning));
        let strange = named == 0 && (other || !is_currency_code(&profile.example));
        if !(profile.is_currency() || blank_but_named) || foreign > named || strange {
            continue;
        }
        if is_of_another_amount(roles.profiles, column, &amounts) {
            continue;
        }
        let beside = amounts.iter().any(|amount| amount.abs_diff(column) == 1);
        let near = amounts.iter().map(|amount| amount.abs_diff(column)).min().unwrap_or(9);
        let nearness = 30_u32.saturating_sub(u32::try_from(near).unwrap_or(30));
        found.push((named + if beside { 40 } else { 0 } + nearness, column));
    }
    found.sort_by_key(|(weight, column)| (std::cmp::Reverse(*weight), *column));
    if let Some((_, column)) = found.first() {
        let example = roles.profiles[*column].example.clone();
        roles.give(*column, Role::Currency, Confidence::Likely, Why::Cells { example });
    }
    let mut named = amounts
        .iter()
        .chain(best.iter().filter_map(|best| best.balance.as_ref()))
        .filter_map(|column| roles.profiles[*column].header_currency.clone());
    let header = named.next();
    reading.currency = header.clone().or_else(|| unit_of(roles.rows, &amounts));
    if reading.currency.is_some() {
        let why = if header.is_some() { Why::HeaderWords } else { Why::Custom };
        guesses.push(Guess::new(About::Currency, Confidence::Likely, why));
    }
}

/// `true` for the currency of an amount that is not the account's own, as their headers tell: `Merchant Currency` goes with
/// `Merchant Amount`. That is told of the payment, and the account keeps its own currency.
fn is_of_another_amount(profiles: &[Profile], column: usize, amounts: &[usize]) -> bool {
    let whose = |column: usize| -> Vec<String> {
        let words = fold_header(&profiles[column].name);
        words.split(' ').filter(|word| !MONEY_WORDS.contains(word)).map(str::to_owned).collect()
    };
    let own = whose(column);
    let mut others = (0..profiles.len())
        .filter(|other| *other != column && !amounts.contains(other) && profiles[*other].is_numbers());
    if own.is_empty() {
        // `Amount Currency`: the amount in the currency that `Currency` names.
        return others.any(|other| fold_header(&profiles[other].name) == "amount currency");
    }
    others.any(|other| whose(other) == own) && !amounts.iter().any(|amount| whose(*amount) == own)
}

/// What headers say of any amount and its currency, whosever they are.
const MONEY_WORDS: [&str; 10] =
    ["amount", "amt", "value", "sum", "currency", "ccy", "curr", "cur", "code", "in"];

/// The currency that a line above a table names: `EUR`, `Currency: EUR`, `1.234,56 EUR`; but not that of `ALL ROWS`.
pub(crate) fn currency_within(cell: &str) -> Option<String> {
    let words: Vec<&str> =
        cell.split([' ', ':', '(', ')', '\u{a0}', '/', '-']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| is_currency_code(word))?;
    let number = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .is_some_and(|word| word.contains(|letter: char| letter.is_ascii_digit()))
    };
    let told = words.len() == 1
        || number(at.checked_sub(1))
        || number(Some(at + 1))
        || mentions(cell, Phrase::KeyCurrency);
    told.then(|| words[at].to_owned())
}

/// The currency of the sign beside the first amount that has one.
fn unit_of(rows: &[&[String]], amounts: &[usize]) -> Option<String> {
    let cells = rows.iter().take(50).flat_map(|row| amounts.iter().filter_map(|column| row.get(*column)));
    cells
        .filter_map(|cell| {
            let unit = money(cell, NumberFormat::default()).ok()??.unit?;
            currency_of_sign(unit)
                .map(str::to_owned)
                .or_else(|| is_currency_code(unit).then(|| unit.to_owned()))
        })
        .next()
}

pub(crate) fn newest_first(best: Option<&Hypothesis>, falls: bool, guesses: &mut Vec<Guess>) -> bool {
    let proof = best.map(|best| best.proof).filter(|proof| proof.is_strong() && proof.way != Way::Scattered);
    let steps = |held: usize| u32::try_from(held).unwrap_or(u32::MAX);
    let (newest, confidence, why) = match proof {
        // One step can hold by chance in the wrong direction; the dates know better.
        Some(proof) if proof.held > 1 || !falls => {
            (proof.way == Way::NewestFirst, Confidence::Certain, Why::Balance { steps: steps(proof.held) })
        }
        _ => (falls, Confidence::Likely, Why::TimeOrder),
    };
    guesses.push(Guess::new(About::RowOrder, confidence, why));
    newest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_above_a_table_is_told_from_other_words() {
        for (cell, expected) in [
            ("EUR", Some("EUR")),
            (": EUR", Some("EUR")),
            ("Currency: NZD", Some("NZD")),
            ("Kontostand 1.234,56 EUR", Some("EUR")),
            ("0123 (INR )  - ADA", Some("INR")),
            ("ALL TRANSACTIONS", None),
            ("TOP of the list", None),
            ("", None),
        ] {
            assert_eq!(currency_within(cell).as_deref(), expected, "{cell}");
        }
    }
}
