//! Which columns hold the amounts and what their signs mean: every likely reading is tried against the balances.

use super::profile::{Profile, is_empty};
use super::proof::{Proof, Step, prove};
use super::reading::{FeeRule, Signs};
use super::words::{Header, Phrase, mentions, says};
use crate::number::{NumberFormat, money};
use rust_decimal::Decimal;

/// A likely reading of the amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hypothesis {
    pub source: Source,
    pub signs: Signs,
    pub fee: Option<(usize, FeeRule)>,
    pub balance: Option<usize>,
    pub owed: bool,
    pub proof: Proof,
    /// How likely it is by the headers alone.
    pub prior: i32,
}

/// The columns of the amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    Single(usize),
    Flagged { amount: usize, flag: usize },
    Pair { out: Option<usize>, into: Option<usize> },
}

/// The rows by which hypotheses are weighed.
pub(crate) struct Evidence<'a> {
    pub profiles: &'a [Profile],
    /// The cells of dated rows, in the order of the file.
    pub rows: &'a [&'a [String]],
    pub numbers: NumberFormat,
    /// Columns that tell accounts or currencies apart.
    pub groupings: &'a [usize],
    /// Columns that are dates already.
    pub taken: &'a [usize],
    /// `true` where the file speaks of a card.
    pub card: bool,
    /// `true` where it is about a card's purchases.
    pub purchases: bool,
}

/// Rows weighed against balances.
const WEIGHED_ROWS: usize = 150;

impl Evidence<'_> {
    /// The likeliest hypothesis.
    pub fn best(&self) -> Option<Hypothesis> {
        let mut best: Option<Hypothesis> = None;
        for source in self.sources() {
            for hypothesis in self.variants(&source) {
                let weight = |hypothesis: &Hypothesis| hypothesis.prior + hypothesis.proof.weight();
                if best.as_ref().is_none_or(|known| weight(&hypothesis) > weight(known)) {
                    best = Some(hypothesis);
                }
            }
        }
        best
    }

    pub fn amount(&self, row: &[String], column: usize) -> Option<Decimal> {
        let cell = row.get(column).filter(|cell| !is_empty(cell))?;
        money(cell, self.numbers).ok().flatten().map(|money| money.signed())
    }

    /// Every likely meaning of signs, fees and balances for the columns of `source`.
    fn variants(&self, (source, prior): &(Source, i32)) -> Vec<Hypothesis> {
        let balances: Vec<(usize, i32)> = self
            .columns(|_, profile| balance_prior(profile))
            .filter(|(column, _)| !source.has(*column))
            .collect();
        let fees = self.profiles.iter().enumerate().filter(|(column, profile)| {
            profile.means(Header::Fee) >= 90
                && profile.is_numbers()
                && !source.has(*column)
                && profile.zeros < profile.numbers
        });
        let mut rules: Vec<Option<(usize, FeeRule)>> = vec![None];
        for (column, _) in fees.take(2) {
            rules.push(Some((column, FeeRule::Deducted)));
        }
        let mut variants = Vec::new();
        for (signs, against) in self.signs(source) {
            for fee in &rules {
                let base = Hypothesis {
                    source: source.clone(),
                    signs,
                    fee: *fee,
                    balance: None,
                    owed: false,
                    proof: Proof::default(),
                    prior: prior - against - i32::from(fee.is_some()) * 30,
                };
                let amounts = self.amounts(&base);
                for (balance, balance_prior) in &balances {
                    variants.push(self.proved(&base, *balance, *balance_prior, &amounts));
                    variants.push(self.proved(
                        &Hypothesis { owed: true, prior: base.prior - 12, ..base.clone() },
                        *balance,
                        *balance_prior,
                        &amounts,
                    ));
                }
                variants.push(base);
            }
        }
        variants
    }

    /// The meanings of signs, and how much speaks against each but the balances.
    fn signs(&self, source: &Source) -> Vec<(Signs, i32)> {
        match source {
            Source::Single(_) => vec![(Signs::AsWritten, 0), (Signs::Inverted, 10)],
            Source::Flagged { amount, flag } => {
                let usual = self.flagged_signs(*amount, *flag);
                let against = |signs| i32::from(signs != usual) * 10;
                [Signs::Absolute, Signs::AsWritten, Signs::Relative]
                    .map(|signs| (signs, against(signs)))
                    .to_vec()
            }
            Source::Pair { out, into } => {
                let usual = self.pair_signs(*out, *into);
                let against = |signs| i32::from(signs != usual) * 10;
                [Signs::Absolute, Signs::AsWritten, Signs::Relative]
                    .map(|signs| (signs, against(signs)))
                    .to_vec()
            }
        }
    }

    /// Without balances: signs that agree with the flags are kept, others mean nothing or turn the flag round.
    fn flagged_signs(&self, amount: usize, flag: usize) -> Signs {
        if self.profiles[amount].negatives == 0 {
            return Signs::Absolute;
        }
        let (mut agree, mut differ) = (0, 0);
        for row in self.rows {
            let (Some(value), Some(out)) = (self.amount(row, amount), self.direction(row, flag)) else {
                continue;
            };
            if value.is_sign_negative() == out { agree += 1 } else { differ += 1 }
        }
        if agree >= differ * 19 {
            Signs::AsWritten
        } else if differ >= agree * 19 {
            Signs::Absolute
        } else {
            Signs::Relative
        }
    }

    /// Without balances: a sign that a whole column has says nothing; a few minuses among others are reversals, unless
    /// minus is what the column usually has.
    fn pair_signs(&self, out: Option<usize>, into: Option<usize>) -> Signs {
        let count = |column: Option<usize>| {
            column.map_or((0, 0), |column| {
                let profile = &self.profiles[column];
                (profile.negatives, profile.numbers - profile.zeros)
            })
        };
        let (out, into) = (count(out), count(into));
        let mixed = |(minus, all): (usize, usize)| minus > 0 && minus < all;
        if !mixed(out) && !mixed(into) {
            Signs::Absolute
        } else if out.0 * 2 > out.1 {
            Signs::AsWritten
        } else {
            Signs::Relative
        }
    }

    fn amounts(&self, hypothesis: &Hypothesis) -> Vec<Option<Decimal>> {
        self.rows.iter().take(WEIGHED_ROWS).map(|row| self.row_amount(row, hypothesis)).collect()
    }

    /// The signed amount of a row under `hypothesis`.
    pub fn row_amount(&self, row: &[String], hypothesis: &Hypothesis) -> Option<Decimal> {
        let mut amount = match hypothesis.source {
            Source::Single(column) => {
                let amount = self.amount(row, column)?;
                if hypothesis.signs == Signs::Inverted { -amount } else { amount }
            }
            Source::Flagged { amount, flag } => {
                let amount = self.amount(row, amount)?;
                let out = self.direction(row, flag);
                signed(amount, out?, hypothesis.signs)
            }
            Source::Pair { out, into } => {
                let side = |column: Option<usize>, out: bool| {
                    let amount = column.and_then(|column| self.amount(row, column))?;
                    Some(signed(amount, out, hypothesis.signs))
                };
                match (side(out, true), side(into, false)) {
                    (None, None) => return None,
                    (a, b) => a.unwrap_or_default().checked_add(b.unwrap_or_default())?,
                }
            }
        };
        if let Some((column, FeeRule::Deducted)) = hypothesis.fee {
            amount = amount.checked_sub(self.amount(row, column).unwrap_or_default().abs())?;
        }
        Some(amount)
    }

    fn proved(
        &self,
        base: &Hypothesis,
        balance: usize,
        balance_prior: i32,
        amounts: &[Option<Decimal>],
    ) -> Hypothesis {
        let mut best = Proof::default();
        for grouping in [None].into_iter().chain(self.groupings.iter().map(|column| Some(*column))) {
            let mut groups: Vec<&str> = Vec::new();
            let steps = self.rows.iter().zip(amounts).filter_map(|(row, amount)| {
                let group = grouping.and_then(|column| row.get(column)).map_or("", String::as_str);
                let group = groups.iter().position(|known| *known == group).unwrap_or_else(|| {
                    groups.push(group);
                    groups.len() - 1
                });
                let stated = self.amount(row, balance);
                let balance = if base.owed { stated.map(|stated| -stated) } else { stated };
                amount.map(|amount| Step { amount, balance, group })
            });
            let proof = prove(&steps.collect::<Vec<_>>());
            if proof.weight() > best.weight() {
                best = proof;
            }
        }
        // A column that nobody calls a balance must prove itself beyond chance.
        let believed = balance_prior > 0 || (best.held >= 2 && best.held == best.checked);
        let proof = if believed { best } else { Proof::default() };
        let balance = believed.then_some(balance);
        Hypothesis { balance, proof, prior: base.prior + balance_prior / 20, ..base.clone() }
    }
}

impl Source {
    fn has(&self, column: usize) -> bool {
        match self {
            Self::Single(amount) => *amount == column,
            Self::Flagged { amount, flag } => *amount == column || *flag == column,
            Self::Pair { out, into } => *out == Some(column) || *into == Some(column),
        }
    }
}

/// An amount with the sign that its direction gives it.
pub(crate) fn signed(amount: Decimal, out: bool, signs: Signs) -> Decimal {
    match signs {
        Signs::AsWritten => amount,
        Signs::Inverted => -amount,
        Signs::Absolute if out => -amount.abs(),
        Signs::Absolute => amount.abs(),
        Signs::Relative if out => -amount,
        Signs::Relative => amount,
    }
}

/// `Some(true)` where a cell says that money goes out, `Some(false)` where it comes in.
pub(crate) fn direction_of(cell: &str) -> Option<bool> {
    let (out, into) = (says(cell, Phrase::FlagOut), says(cell, Phrase::FlagIn));
    if out != into {
        return Some(out);
    }
    let (out, into) = (mentions(cell, Phrase::MoveOut), mentions(cell, Phrase::MoveIn));
    (out != into).then_some(out)
}

fn balance_prior(profile: &Profile) -> Option<i32> {
    if !profile.is_numbers() {
        return None;
    }
    // One figure for all rows is no running balance.
    if profile.distinct == 1 && profile.filled > 1 {
        return None;
    }
    match i32::try_from(profile.means(Header::Balance)).unwrap_or(0) {
        0 if profile.meanings.is_empty() && !profile.is_numerals() => Some(0),
        weight if weight >= 40 => Some(weight),
        _ if profile.means(Header::Amount) >= 60 => Some(0),
        _ => None,
    }
}
