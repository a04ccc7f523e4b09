//! Rows of bank, cash, card, asset and liability accounts.

use super::record::Record;
use super::statement::Context;
use crate::notation::amount;
use crate::{Draft, DraftSplit, Reason, Unreadable};
use ledger::Day;
use rust_decimal::Decimal;

/// Reads a record as a row.
pub(super) fn read(record: &Record<'_>, context: &Context<'_>) -> Result<Draft, Unreadable> {
    let day = day(record, context)?;
    let total = total(record, context)?;
    let payee = record.value('P').map(fold);
    let memo = record.value('M').map(fold).unwrap_or_default();
    let place = place(record.value('L').unwrap_or_default());
    let number = record.value('N').map(fold).unwrap_or_default();
    let own_words = context.categorised && payee.is_some();
    let (memo, note) = if own_words { (String::new(), memo) } else { (memo, String::new()) };
    let mut draft = Draft {
        note,
        category: place.category,
        transfer: place.transfer,
        tags: place.class.into_iter().collect(),
        splits: splits(record, total, context)?,
        ..Draft::new(record.line, day, total, joined(&[payee.as_deref().unwrap_or_default(), &memo, &number]))
    };
    draft.payee = payee;
    merge_single_split(&mut draft);
    Ok(draft)
}

/// The day in the field D.
pub(super) fn day(record: &Record<'_>, context: &Context<'_>) -> Result<Day, Unreadable> {
    let text = record.value('D').ok_or_else(|| unreadable(record, 'D', Reason::NoDate))?;
    let order = context.reading.date_order;
    let reason = || Reason::NotADate { text: text.to_owned(), format: order.format().to_owned() };
    order.day(text).ok_or_else(|| unreadable(record, 'D', reason()))
}

/// The amount in the field T, or in U, which newer programs write beside it.
pub(super) fn total(record: &Record<'_>, context: &Context<'_>) -> Result<Decimal, Unreadable> {
    let (letter, text) = match (record.value('T'), record.value('U')) {
        (None, Some(text)) => ('U', text),
        (text, _) => ('T', text.unwrap_or_default()),
    };
    amount(text, context.reading.decimal_mark).map_err(|reason| unreadable(record, letter, reason))
}

pub(super) fn unreadable(record: &Record<'_>, letter: char, reason: Reason) -> Unreadable {
    Unreadable { line: record.line, column: Some(letter.to_string()), reason }
}

/// What the fields L and S name: `Food:Eating out/Holiday`, `[Savings]`.
#[derive(Default)]
pub(super) struct Place {
    pub category: Option<String>,
    pub transfer: Option<String>,
    pub class: Option<String>,
}

pub(super) fn place(text: &str) -> Place {
    let named = |text: &str| Some(fold(text)).filter(|text| !text.is_empty());
    if let Some((account, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        return Place {
            transfer: named(account),
            class: named(rest.trim_start_matches('/')),
            category: None,
        };
    }
    let (category, class) = text.split_once('/').unwrap_or((text, ""));
    let category = named(category).filter(|category| !category.starts_with("--"));
    Place { category, class: named(class), transfer: None }
}

/// The parts in the fields S (category), E (memo) and $ (amount), which must sum to the total.
fn splits(record: &Record<'_>, total: Decimal, context: &Context<'_>) -> Result<Vec<DraftSplit>, Unreadable> {
    let mut splits: Vec<(DraftSplit, bool)> = Vec::new();
    for (letter, value) in &record.fields {
        if *letter == 'S' {
            let Place { category, transfer, .. } = place(value);
            splits
                .push((DraftSplit { amount: Decimal::ZERO, category, transfer, note: String::new() }, false));
        }
        let Some((split, has_amount)) = splits.last_mut() else { continue };
        match letter {
            'E' => split.note = fold(value),
            '$' => {
                let read = amount(value, context.reading.decimal_mark);
                split.amount = read.map_err(|reason| unreadable(record, '$', reason))?;
                *has_amount = true;
            }
            _ => {}
        }
    }
    if splits.iter().any(|(_, has_amount)| !has_amount) {
        return Err(unreadable(record, '$', Reason::NoAmount));
    }
    let splits: Vec<DraftSplit> = splits.into_iter().map(|(split, _)| split).collect();
    let parts: Decimal = splits.iter().map(|split| split.amount).sum();
    if !splits.is_empty() && parts != total {
        return Err(unreadable(record, '$', Reason::SplitsDiffer { parts, amount: total }));
    }
    Ok(splits)
}

/// A single part is the whole.
fn merge_single_split(draft: &mut Draft) {
    if let [split] = draft.splits.as_slice() {
        draft.category = split.category.clone().or(draft.category.take());
        draft.transfer = split.transfer.clone().or(draft.transfer.take());
        draft.note = joined(&[&draft.note, &split.note]);
        draft.splits.clear();
    }
}

/// The texts that are not part of an earlier one, with blanks between them.
pub(super) fn joined(texts: &[&str]) -> String {
    let mut joined = String::new();
    for text in texts {
        if joined.is_empty() {
            joined.push_str(text);
        } else if !joined.contains(text) {
            joined.push(' ');
            joined.push_str(text);
        }
    }
    joined
}

/// The text with its blanks folded.
pub(super) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
