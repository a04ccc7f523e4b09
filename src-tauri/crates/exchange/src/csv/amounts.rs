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

    /// The columns that may hold the amounts, and how likely that is by header and cells.
    fn sources(&self) -> Vec<(Source, i32)> {
        let mut singles: Vec<(usize, i32)> = self.columns(Self::single_prior).collect();
        self.weigh_places(&mut singles);
        let outs: Vec<(usize, i32)> = self.columns(|_, profile| side_prior(profile, Header::Out)).collect();
        let ins: Vec<(usize, i32)> = self.columns(|_, profile| side_prior(profile, Header::In)).collect();
        let mut sources: Vec<(Source, i32)> = Vec::new();
        for (out, out_prior) in &outs {
            for (into, in_prior) in ins.iter().filter(|(into, _)| into != out) {
                let prior = i32::midpoint(*out_prior, *in_prior) + 5 - self.overlap(*out, *into);
                sources.push((Source::Pair { out: Some(*out), into: Some(*into) }, prior));
            }
        }
        if sources.is_empty() {
            sources.extend(outs.iter().map(|(out, prior)| (Source::Pair { out: Some(*out), into: None }, prior - 15)));
            sources.extend(ins.iter().map(|(into, prior)| (Source::Pair { out: None, into: Some(*into) }, prior - 15)));
        }
        for (amount, prior) in &singles {
            sources.push((Source::Single(*amount), *prior));
            for (flag, bonus) in self.flags(*amount) {
                sources.push((Source::Flagged { amount: *amount, flag }, prior + bonus));
            }
        }
        sources.extend(self.unnamed_pairs());
        sources
    }

    fn columns(&self, prior: impl Fn(&Self, &Profile) -> Option<i32>) -> impl Iterator<Item = (usize, i32)> {
        let free = self.profiles.iter().enumerate().filter(|(column, _)| !self.taken.contains(column));
        free.filter_map(move |(column, profile)| prior(self, profile).map(|prior| (column, prior)))
    }

    fn single_prior(&self, profile: &Profile) -> Option<i32> {
        let blank = self.rows.is_empty() && profile.filled == 0 && profile.means(Header::Amount) >= 90;
        if blank {
            return Some(50);
        }
        if !profile.is_numbers() {
            return None;
        }
        let weight = |meaning| i32::try_from(profile.means(meaning)).unwrap_or(0);
        let fees = self.profiles.iter().any(|other| other.means(Header::Fee) >= 90 || other.means(Header::Gross) >= 90);
        let named = [
            weight(Header::Amount),
            weight(Header::Net) + if fees { 8 } else { -4 },
            weight(Header::Gross) - 20,
            weight(Header::Direction) - 15,
            weight(Header::ForeignAmount) - 30,
        ];
        let named = named.into_iter().max().unwrap_or(0);
        let best = profile.best().map(|best| best.meaning);
        let other_thing = matches!(
            best,
            Some(Header::Balance | Header::Fee | Header::Quantity | Header::Id | Header::Reference | Header::Account | Header::OtherAccount | Header::Time)
        );
        if named >= 35 && (!other_thing || named >= weight(best.unwrap_or(Header::Amount))) {
            let sparse = if profile.filled * 2 < self.rows.len() { 20 } else { 0 };
            // An amount in one row of five is another thing's.
            return (profile.filled * 5 > self.rows.len()).then(|| named - sparse + shape(profile) / 4);
        }
        let unnamed = profile.meanings.is_empty() && !profile.is_numerals() && profile.filled * 2 > self.rows.len();
        unnamed.then(|| 10 + shape(profile))
    }

    /// Among columns without a known name, amounts stand further left than balances and rates; what is left of many is
    /// chance.
    fn weigh_places(&self, singles: &mut Vec<(usize, i32)>) {
        let unnamed = |column: &usize| self.profiles[*column].meanings.is_empty();
        let titled = singles.iter().filter(|(column, _)| unnamed(column) && !self.profiles[*column].name.is_empty()).count();
        if titled > 3 {
            singles.retain(|(column, _)| !unnamed(column));
        }
        self.weigh_sums(singles);
        let mut place = 0;
        for (_, prior) in singles.iter_mut().filter(|(column, _)| unnamed(column)) {
            *prior -= 2 * place;
            place += 1;
        }
    }

    /// Of three columns without names of which the third is the sum of the others, the third is what was moved: a gross
    /// amount, a fee and a net amount.
    fn weigh_sums(&self, singles: &mut [(usize, i32)]) {
        let columns: Vec<usize> = singles.iter().map(|(column, _)| *column).collect();
        for window in columns.windows(3) {
            let [gross, fee, net] = *window else { continue };
            let sums = self.rows.iter().filter_map(|row| {
                let [gross, fee, net] = [gross, fee, net].map(|column| self.amount(row, column));
                Some((fee?, gross?.checked_add(fee?)? == net?))
            });
            let sums: Vec<(Decimal, bool)> = sums.collect();
            let telling = sums.iter().any(|(fee, _)| !fee.is_zero()) && sums.iter().all(|(_, holds)| *holds);
            if telling && self.profiles[net].meanings.is_empty() {
                singles.iter_mut().filter(|(column, _)| *column == net).for_each(|(_, prior)| *prior += 25);
            }
        }
    }

    /// The rows in which both columns hold an amount, of a hundred.
    fn overlap(&self, out: usize, into: usize) -> i32 {
        let filled = |row: &[String], column: usize| self.amount(row, column).is_some_and(|amount| !amount.is_zero());
        let both = self.rows.iter().filter(|row| filled(row, out) && filled(row, into)).count();
        i32::try_from(both * 100 / self.rows.len().max(1)).unwrap_or(100)
    }

    /// Columns without names of which each row fills one: money out, then money in, as most banks have it.
    fn unnamed_pairs(&self) -> Vec<(Source, i32)> {
        let numeric = |profile: &Profile| profile.meanings.is_empty() && profile.is_numbers() && !profile.is_numerals();
        let unnamed: Vec<usize> = self.columns(|_, profile| numeric(profile).then_some(0)).map(|(column, _)| column).collect();
        let mut pairs = Vec::new();
        for window in unnamed.windows(2) {
            let [first, second] = *window else { continue };
            let one = |row: &&&[String]| {
                let filled = |column| self.amount(row, column).is_some_and(|amount| !amount.is_zero());
                filled(first) != filled(second)
            };
            let alternate = self.rows.len() > 1 && self.rows.iter().filter(one).count() == self.rows.len();
            if alternate && self.profiles[first].negatives + self.profiles[second].negatives == 0 {
                pairs.push((Source::Pair { out: Some(first), into: Some(second) }, 45));
                pairs.push((Source::Pair { out: Some(second), into: Some(first) }, 44));
            }
        }
        pairs
    }

    /// Columns that may tell the direction of `amount`, and what that adds to its likelihood.
    fn flags(&self, amount: usize) -> Vec<(usize, i32)> {
        let unsigned = self.profiles[amount].negatives == 0;
        let mut flags = Vec::new();
        for (column, profile) in self.profiles.iter().enumerate() {
            if column == amount || self.taken.contains(&column) || profile.filled == 0 || profile.is_numbers() {
                continue;
            }
            let named = profile.means(Header::Direction) >= 60;
            // A description of one letter is no flag.
            let other = profile.best().is_some_and(|best| best.weight >= 60 && !matches!(best.meaning, Header::Direction | Header::Kind));
            if other && !named {
                continue;
            }
            // A column for nothing else may hold a word that nobody knows.
            let only = profile.means(Header::Direction) >= 90 && profile.means(Header::Kind) < 90;
            let known = profile.flags == profile.filled || (only && profile.flags * 4 >= profile.filled * 3);
            let all = known && profile.filled * 20 >= self.rows.len() * 19;
            let both = self.sides(column);
            if all && (named || (both && profile.distinct <= 4)) {
                flags.push((column, if unsigned { 15 } else { 1 } + if named { 2 } else { 0 }));
            } else if unsigned && named && both && self.rows.iter().all(|row| self.direction(row, column).is_some()) {
                flags.push((column, 8));
            }
        }
        flags
    }

    /// `true` where the column has words for both directions.
    fn sides(&self, column: usize) -> bool {
        let mut found = (false, false);
        for row in self.rows {
            match self.direction(row, column) {
                Some(true) => found.0 = true,
                Some(false) => found.1 = true,
                None => {}
            }
        }
        found.0 && found.1
    }

    /// `Some(true)` for money going out.
    fn direction(&self, row: &[String], column: usize) -> Option<bool> {
        direction_of(row.get(column)?)
    }

    fn amount(&self, row: &[String], column: usize) -> Option<Decimal> {
        let cell = row.get(column).filter(|cell| !is_empty(cell))?;
        money(cell, self.numbers).ok().flatten().map(|money| money.signed())
    }

    /// Every likely meaning of signs, fees and balances for the columns of `source`.
    fn variants(&self, (source, prior): &(Source, i32)) -> Vec<Hypothesis> {
        let balances: Vec<(usize, i32)> = self.columns(|_, profile| balance_prior(profile)).filter(|(column, _)| !source.has(*column)).collect();
        let fees = self.profiles.iter().enumerate().filter(|(column, profile)| {
            profile.means(Header::Fee) >= 90 && profile.is_numbers() && !source.has(*column) && profile.zeros < profile.numbers
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
                    variants.push(self.proved(&Hypothesis { owed: true, prior: base.prior - 12, ..base.clone() }, *balance, *balance_prior, &amounts));
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
                [Signs::Absolute, Signs::AsWritten, Signs::Relative].map(|signs| (signs, against(signs))).to_vec()
            }
            Source::Pair { out, into } => {
                let usual = self.pair_signs(*out, *into);
                let against = |signs| i32::from(signs != usual) * 10;
                [Signs::Absolute, Signs::AsWritten, Signs::Relative].map(|signs| (signs, against(signs))).to_vec()
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
            let (Some(value), Some(out)) = (self.amount(row, amount), self.direction(row, flag)) else { continue };
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
        let count = |column: Option<usize>| column.map_or((0, 0), |column| {
            let profile = &self.profiles[column];
            (profile.negatives, profile.numbers - profile.zeros)
        });
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

    fn proved(&self, base: &Hypothesis, balance: usize, balance_prior: i32, amounts: &[Option<Decimal>]) -> Hypothesis {
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

fn side_prior(profile: &Profile, side: Header) -> Option<i32> {
    let weight = i32::try_from(profile.means(side)).unwrap_or(0);
    let numeric = profile.is_numbers() || (profile.filled == 0 && weight >= 60);
    let stronger = profile.meanings.iter().any(|other| {
        matches!(other.meaning, Header::Balance | Header::Fee | Header::Id | Header::Reference | Header::Quantity | Header::Account)
            && i32::try_from(other.weight).unwrap_or(0) > weight
    });
    (numeric && weight >= 45 && !stronger).then_some(weight)
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
        _ => None,
    }
}

/// How much numbers look like amounts of money, by their cells alone: some minuses among them, two decimals, a currency.
fn shape(profile: &Profile) -> i32 {
    let share = |count: usize, most: i32| i32::try_from(count).unwrap_or(0) * most / i32::try_from(profile.numbers.max(1)).unwrap_or(1);
    let both = profile.negatives > 0 && (profile.negatives < profile.numbers || profile.numbers > 2);
    i32::from(both) * 14 + share(profile.cents, 12) + share(profile.fractions, 2) + share(profile.united, 10)
        - share(profile.numerals, 40)
        - share(profile.zeros, 14)
}
