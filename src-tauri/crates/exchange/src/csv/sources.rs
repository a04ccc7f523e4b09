//! The columns that may hold the amounts, and how likely that is by their headers and cells alone.

use super::amounts::{Evidence, Source, direction_of};
use super::profile::Profile;
use super::words::Header;
use rust_decimal::Decimal;

impl Evidence<'_> {
    /// The columns that may hold the amounts, and how likely that is by header and cells.
    pub fn sources(&self) -> Vec<(Source, i32)> {
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
            sources.extend(
                outs.iter().map(|(out, prior)| (Source::Pair { out: Some(*out), into: None }, prior - 15)),
            );
            sources.extend(
                ins.iter().map(|(into, prior)| (Source::Pair { out: None, into: Some(*into) }, prior - 15)),
            );
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

    pub fn columns(
        &self,
        prior: impl Fn(&Self, &Profile) -> Option<i32>,
    ) -> impl Iterator<Item = (usize, i32)> {
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
        let fees = self
            .profiles
            .iter()
            .any(|other| other.means(Header::Fee) >= 90 || other.means(Header::Gross) >= 90);
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
            Some(
                Header::Balance
                    | Header::Fee
                    | Header::Quantity
                    | Header::Id
                    | Header::Reference
                    | Header::Account
                    | Header::OtherAccount
                    | Header::Time
            )
        );
        if named >= 35 && (!other_thing || named >= weight(best.unwrap_or(Header::Amount))) {
            let sparse = if profile.filled * 2 < self.rows.len() { 20 } else { 0 };
            // An amount in one row of five is another thing's.
            return (profile.filled * 5 > self.rows.len()).then(|| named - sparse + shape(profile) / 4);
        }
        let unnamed =
            profile.meanings.is_empty() && !profile.is_numerals() && profile.filled * 2 > self.rows.len();
        unnamed.then(|| 10 + shape(profile))
    }

    /// Among columns without a known name, amounts stand further left than balances and rates; what is left of many is
    /// chance.
    fn weigh_places(&self, singles: &mut Vec<(usize, i32)>) {
        let unnamed = |column: &usize| self.profiles[*column].meanings.is_empty();
        let titled = singles
            .iter()
            .filter(|(column, _)| unnamed(column) && !self.profiles[*column].name.is_empty())
            .count();
        if titled > 3 {
            singles.retain(|(column, _)| !unnamed(column));
        }
        self.weigh_sums(singles);
        let places = singles.iter_mut().filter(|(column, _)| unnamed(column));
        places.zip(0..).for_each(|((_, prior), place)| *prior -= 2 * place);
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
        let filled =
            |row: &[String], column: usize| self.amount(row, column).is_some_and(|amount| !amount.is_zero());
        let both = self.rows.iter().filter(|row| filled(row, out) && filled(row, into)).count();
        i32::try_from(both * 100 / self.rows.len().max(1)).unwrap_or(100)
    }

    /// Columns without names of which each row fills one: money out, then money in, as most banks have it.
    fn unnamed_pairs(&self) -> Vec<(Source, i32)> {
        let numeric =
            |profile: &Profile| profile.meanings.is_empty() && profile.is_numbers() && !profile.is_numerals();
        let unnamed: Vec<usize> =
            self.columns(|_, profile| numeric(profile).then_some(0)).map(|(column, _)| column).collect();
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
            if column == amount || self.taken.contains(&column) || profile.filled == 0 || profile.is_numbers()
            {
                continue;
            }
            let named = profile.means(Header::Direction) >= 60;
            // A description of one letter is no flag.
            let other = profile.best().is_some_and(|best| {
                best.weight >= 60 && !matches!(best.meaning, Header::Direction | Header::Kind)
            });
            if other && !named && !profile.name.is_empty() {
                continue;
            }
            // A column for nothing else may hold a word that nobody knows.
            let only = profile.means(Header::Direction) >= 90 && profile.means(Header::Kind) < 90;
            let known = profile.flags == profile.filled || (only && profile.flags * 4 >= profile.filled * 3);
            let all = known && profile.filled * 20 >= self.rows.len() * 19;
            let both = self.sides(column);
            if all && (named || (both && profile.distinct <= 4)) {
                flags.push((column, if unsigned { 15 } else { 1 } + if named { 2 } else { 0 }));
            } else if unsigned
                && named
                && both
                && self.rows.iter().all(|row| self.direction(row, column).is_some())
            {
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
    pub fn direction(&self, row: &[String], column: usize) -> Option<bool> {
        direction_of(row.get(column)?)
    }
}

fn side_prior(profile: &Profile, side: Header) -> Option<i32> {
    let weight = i32::try_from(profile.means(side)).unwrap_or(0);
    let numeric = profile.is_numbers() || (profile.filled == 0 && weight >= 60);
    let stronger = profile.meanings.iter().any(|other| {
        matches!(
            other.meaning,
            Header::Balance
                | Header::Fee
                | Header::Id
                | Header::Reference
                | Header::Quantity
                | Header::Account
        ) && i32::try_from(other.weight).unwrap_or(0) > weight
    });
    (numeric && weight >= 45 && !stronger).then_some(weight)
}

/// How much numbers look like amounts of money, by their cells alone: some minuses among them, two decimals, a currency.
fn shape(profile: &Profile) -> i32 {
    let share = |count: usize, most: i32| {
        i32::try_from(count).unwrap_or(0) * most / i32::try_from(profile.numbers.max(1)).unwrap_or(1)
    };
    let both = profile.negatives > 0 && (profile.negatives < profile.numbers || profile.numbers > 2);
    i32::from(both) * 14 + share(profile.cents, 12) + share(profile.fractions, 2) + share(profile.united, 10)
        - share(profile.numerals, 40)
        - share(profile.zeros, 14)
}
