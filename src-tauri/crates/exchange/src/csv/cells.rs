//! The amount, balance, currency and texts of one row.

use super::amounts::{direction_of, signed};
use super::layout::AmountAt;
use super::profile::is_empty;
use super::reading::{FeeRule, Signs};
use super::row::{Cells, Fault, MOST_WORDS, RowReader};
use super::text::{append, one_line};
use super::words::{currency_of_sign, is_commodity_code};
use crate::number::{Money, money};
use crate::{Draft, Reason};
use rust_decimal::Decimal;

impl RowReader<'_> {
    pub fn balance(&self, cell: &Cells<'_>) -> Option<Decimal> {
        let column = self.layout.balance?;
        let balance = self.money(column, cell(column)).ok().flatten()?.signed();
        Some(positive_zero(if self.reading.owed { -balance } else { balance }))
    }

    fn money<'c>(&self, column: usize, cell: &'c str) -> Result<Option<Money<'c>>, Fault> {
        let mut read = money(cell, self.reading.numbers).map_err(|reason| (reason, column))?;
        let implied = self.reading.columns.get(column).map_or(0, |column| column.implied_decimals);
        if let Some(money) = read.as_mut().filter(|_| implied > 0) {
            let scale = money.value.scale() + implied;
            let too_long = |_| (Reason::TooManyDigits { text: cell.to_owned() }, column);
            money.value.set_scale(scale).map_err(too_long)?;
        }
        Ok(read)
    }

    /// The signed amount of a row; `None` where its cells are empty.
    pub fn amount<'c>(&mut self, cell: &Cells<'c>) -> Result<Option<Read<'c>>, Fault> {
        let signs = self.reading.signs;
        let mut read = match self.layout.amount {
            AmountAt::Column(column) => self.money(column, cell(column))?.map(|money| {
                let turned = signs == Signs::Inverted && money.side.is_none();
                Read::of(if turned { -money.signed() } else { money.signed() }, money.unit)
            }),
            AmountAt::Flagged { amount, flag } => match self.money(amount, cell(amount))? {
                Some(money) if matches!(signs, Signs::AsWritten | Signs::Inverted) => {
                    Some(Read::of(signed(money.signed(), false, signs), money.unit))
                }
                Some(money) => {
                    let word = cell(flag);
                    let out = self
                        .direction(word)
                        .ok_or_else(|| (Reason::NoDirection { text: word.to_owned() }, flag))?;
                    Some(Read::of(signed(money.value, out, signs), money.unit))
                }
                None => None,
            },
            AmountAt::Pair { out, into } => self.pair(out, into, cell)?,
            AmountAt::Text(column) => return self.text_and_amount(column, cell(column)),
        };
        if let (Some(read), Some(column), FeeRule::Deducted) = (&mut read, self.layout.fee, self.reading.fee)
        {
            let fee = self.money(column, cell(column))?.map(|money| money.value.abs()).unwrap_or_default();
            let too_long = || (Reason::TooManyDigits { text: cell(column).to_owned() }, column);
            read.value = read.value.checked_sub(fee).ok_or_else(too_long)?;
        }
        Ok(read.map(|read| Read { value: positive_zero(read.value), ..read }))
    }

    fn pair<'c>(
        &self,
        out: Option<usize>,
        into: Option<usize>,
        cell: &Cells<'c>,
    ) -> Result<Option<Read<'c>>, Fault> {
        let signs = self.reading.signs;
        let side = |column: Option<usize>| match column {
            Some(column) => self.money(column, cell(column)),
            None => Ok(None),
        };
        let (out_money, in_money) = (side(out)?, side(into)?);
        let moved = |money: &Money<'_>| !money.value.is_zero();
        let read = match (out_money.filter(moved), in_money.filter(moved)) {
            (Some(_), Some(_)) => {
                let text = |column: Option<usize>| column.map(cell).unwrap_or_default().to_owned();
                return Err((Reason::TwoAmounts { debit: text(out), credit: text(into) }, out.unwrap_or(0)));
            }
            (Some(money), None) => Read::of(signed(money.value, true, signs), money.unit),
            (None, Some(money)) => Read::of(signed(money.value, false, signs), money.unit),
            (None, None) => match out_money.or(in_money) {
                Some(zero) => Read::of(zero.value, zero.unit),
                None => return Ok(None),
            },
        };
        Ok(Some(read))
    }

    /// `COFFEE SHOP -12.50`
    fn text_and_amount<'c>(&self, column: usize, text: &'c str) -> Result<Option<Read<'c>>, Fault> {
        let refused = || (Reason::NotAnAmount { text: text.chars().take(80).collect() }, column);
        if is_empty(text) {
            return Ok(None);
        }
        for (at, _) in text.match_indices(' ').take(40) {
            let Ok(Some(money)) = self.money(column, &text[at..]) else { continue };
            let turned = self.reading.signs == Signs::Inverted;
            let value = if turned { -money.signed() } else { money.signed() };
            return Ok(Some(Read { value: positive_zero(value), unit: money.unit, text: Some(&text[..at]) }));
        }
        Err(refused())
    }

    /// `Some(true)` for money going out.
    fn direction(&mut self, word: &str) -> Option<bool> {
        if self.reading.out_words.iter().any(|known| known == word) {
            return Some(true);
        }
        if self.reading.in_words.iter().any(|known| known == word) {
            return Some(false);
        }
        if let Some(known) = self.directions.get(word) {
            return *known;
        }
        let direction = direction_of(word);
        if self.directions.len() < MOST_WORDS {
            self.directions.insert(word.to_owned(), direction);
        }
        direction
    }

    pub fn commodity(&mut self, cell: &Cells<'_>, unit: Option<&str>) -> Option<String> {
        let column = self.layout.currency.map(cell).filter(|written| !is_empty(written));
        let Some(written) = column.or(unit) else { return self.reading.currency.clone() };
        if self.last_currency.0 != written {
            let known = currency_of_sign(written).map(str::to_owned);
            let known = known.or_else(|| is_commodity_code(written).then(|| written.to_ascii_uppercase()));
            let code =
                (2..=12).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let code = (code && column.is_some()).then(|| written.to_uppercase());
            self.last_currency = (written.to_owned(), known.or(code));
        }
        let found = self.last_currency.1.clone();
        if column.is_some() { found } else { found.or_else(|| self.reading.currency.clone()) }
    }

    pub fn texts<'c>(&self, draft: &mut Draft, cell: &Cells<'c>, text: Option<&str>) {
        let layout = &self.layout;
        let line = |column: Option<usize>| {
            column.map(|column| one_line(cell(column))).filter(|text| !is_empty(text))
        };
        let payer = if draft.amount.is_sign_positive() { line(layout.payer) } else { None };
        draft.payee = payer.or_else(|| line(layout.payee)).or_else(|| line(layout.payer));
        for column in &layout.descriptions {
            append(&mut draft.description, cell(*column));
        }
        text.into_iter().for_each(|text| append(&mut draft.description, text));
        if draft.description.is_empty() {
            // Where nothing else is said, `Withdrawal` and `Buy` say something; `D` and `-` do not.
            let kind = || match layout.amount {
                AmountAt::Flagged { flag, .. } => line(Some(flag)).filter(|word| word.chars().count() > 2),
                _ => None,
            };
            draft.description = draft.payee.clone().or_else(kind).unwrap_or_default();
        }
        for column in &layout.notes {
            append(&mut draft.note, cell(*column));
        }
        draft.external_id = line(layout.id);
        draft.transfer = line(layout.transfer);
        draft.category = match (line(layout.category), line(layout.subcategory)) {
            (Some(category), Some(sub)) if category != sub => Some(format!("{category}:{sub}")),
            (category, sub) => category.or(sub),
        };
        for tag in layout.tags.iter().flat_map(|column| cell(*column).split([',', ';'])) {
            let tag = tag.trim().trim_start_matches('#');
            if !tag.is_empty() && !draft.tags.iter().any(|known| known == tag) {
                draft.tags.push(tag.to_owned());
            }
        }
    }
}

/// An amount read from a row.
pub(crate) struct Read<'c> {
    pub value: Decimal,
    pub unit: Option<&'c str>,
    /// The text before the amount, where both are in one cell.
    pub text: Option<&'c str>,
}

impl<'c> Read<'c> {
    fn of(value: Decimal, unit: Option<&'c str>) -> Self {
        Self { value, unit, text: None }
    }
}

fn positive_zero(mut value: Decimal) -> Decimal {
    if value.is_zero() {
        value.set_sign_positive(true);
    }
    value
}
