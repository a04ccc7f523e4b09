//! Which columns hold text, and what for.

use super::detection::{About, Confidence, Guess, Why};
use super::dialect::is_number;
use super::profile::Profile;
use super::reading::Role;
use super::words::{Header, Phrase, said};
use crate::date_scan::clock;
use crate::number::{NumberFormat, money};
use rust_decimal::Decimal;

/// Rows are counted up to here; higher numbers that rise by one are ids.
const MOST_COUNTED: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Roles given so far, one for each column; `None` while undecided.
pub(crate) struct Roles<'a> {
    pub profiles: &'a [Profile],
    pub rows: &'a [&'a [String]],
    pub given: Vec<Option<Role>>,
    pub guesses: Vec<Guess>,
    pub has_header: bool,
}

impl Roles<'_> {
    pub fn give(&mut self, column: usize, role: Role, confidence: Confidence, why: Why) {
        self.given[column] = Some(role);
        self.guesses.push(Guess::new(About::Column(column), confidence, why));
    }

    fn by_header(&mut self, column: usize, role: Role) {
        let profile = &self.profiles[column];
        let sure = profile.best().is_some_and(|best| best.weight >= 90);
        let confidence = if sure { Confidence::Certain } else { Confidence::Likely };
        let why = Why::HeaderName { header: profile.name.clone() };
        self.give(column, role, confidence, why);
    }

    /// Undecided columns in whose header `meaning` is the heaviest, or nearly so, the likeliest first.
    fn named(&self, meaning: Header, least: u32) -> Vec<usize> {
        let mut found: Vec<(u32, usize)> = Vec::new();
        for (column, profile) in
            self.profiles.iter().enumerate().filter(|(column, _)| self.given[*column].is_none())
        {
            let weight = profile.means(meaning);
            let best = profile.best().map_or(0, |best| best.weight);
            if weight >= least && weight + 12 >= best {
                found.push((weight, column));
            }
        }
        found.sort_by_key(|(weight, column)| (std::cmp::Reverse(*weight), *column));
        found.into_iter().map(|(_, column)| column).collect()
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .filter_map(move |row| row.get(column))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
    }

    /// Gives every column that is left its role.
    pub fn assign(&mut self) {
        self.assign_single(Header::Status, Role::Status, 60, Profile::is_text);
        self.assign_id();
        self.assign_account();
        self.assign_payees();
        self.assign_all(Header::Tags, Role::Tags, 60);
        self.assign_single(Header::Subcategory, Role::Subcategory, 60, Profile::is_text);
        self.assign_single(Header::Category, Role::Category, 60, Profile::is_text);
        self.assign_single(Header::Transfer, Role::Transfer, 60, Profile::is_text);
        self.assign_all(Header::Note, Role::Note, 60);
        self.assign_all(Header::Description, Role::Description, 45);
        self.assign_all(Header::Kind, Role::Description, 60);
        self.assign_time();
        if !self.has(Role::Description) && !self.has(Role::Payee) {
            self.assign_some_text();
        }
        for role in &mut self.given {
            role.get_or_insert(Role::Ignored);
        }
    }

    /// Without a column of amounts: a column of texts that end with one.
    pub fn assign_text_and_amount(&mut self) {
        let ends_with_amount = |cell: &&str| {
            cell.rsplit_once(' ').is_some_and(|(_, last)| last.contains(['.', ',']) && is_number(last))
        };
        let text = |column: &usize| self.given[*column].is_none() && self.profiles[*column].is_text();
        let columns = (0..self.profiles.len()).filter(text);
        let counted = columns.map(|column| (self.cells(column).filter(ends_with_amount).count(), column));
        let best = counted.max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column)));
        if let Some((count, column)) =
            best.filter(|(count, _)| *count > 0 && count * 5 >= self.rows.len() * 4)
        {
            let example = self.profiles[column].example.clone();
            let sure = if count > 2 { Confidence::Likely } else { Confidence::Doubtful };
            self.give(column, Role::TextAndAmount, sure, Why::Cells { example });
        }
    }

    fn has(&self, role: Role) -> bool {
        self.given.contains(&Some(role))
    }

    fn assign_single(&mut self, meaning: Header, role: Role, least: u32, fits: fn(&Profile) -> bool) {
        let found = self.named(meaning, least).into_iter().find(|column| fits(&self.profiles[*column]));
        if let Some(column) = found {
            self.by_header(column, role);
        }
    }

    fn assign_all(&mut self, meaning: Header, role: Role, least: u32) {
        for column in self.named(meaning, least) {
            let profile = &self.profiles[column];
            let fits = match role {
                // A note that is numbers throughout is a reference, which describes all the same.
                Role::Description if profile.is_dates() => false,
                Role::Description => !profile.is_numbers() || profile.fractions == 0,
                _ => profile.is_text() || profile.filled == 0,
            };
            if fits {
                self.by_header(column, role);
            }
        }
    }

    /// An id is different in every row; a number counted up from row to row is none.
    fn assign_id(&mut self) {
        let counts_up = |column: usize| {
            let format = NumberFormat { mixed: false, ..NumberFormat::default() };
            let number = |cell: &str| money(cell, format).ok().flatten().map(|money| money.value);
            let numbers: Vec<Decimal> = self.cells(column).filter_map(number).collect();
            let steps = numbers.windows(2).all(|pair| matches!(pair, [a, b] if a.checked_sub(*b).is_some_and(|step| step.abs() == Decimal::ONE)));
            numbers.len() == self.profiles[column].filled
                && steps
                && numbers.iter().all(|number| *number < MOST_COUNTED)
        };
        let fits = |column: &usize| {
            let profile = &self.profiles[*column];
            let numbered = self
                .cells(*column)
                .filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()) && !cell.contains("  "))
                .count();
            numbered * 5 >= profile.filled * 4
                && profile.is_unique()
                && profile.filled * 3 >= self.rows.len()
                && !profile.is_dates()
                && !counts_up(*column)
        };
        if let Some(column) = self.named(Header::Id, 60).into_iter().find(fits) {
            self.by_header(column, Role::ExternalId);
        }
    }

    /// The statement's own account is named in every row, and few are.
    fn assign_account(&mut self) {
        let fits = |column: &usize| {
            let profile = &self.profiles[*column];
            let few = profile.distinct == 1
                || profile.distinct * 2 <= profile.filled
                || (profile.means(Header::Account) == 100 && profile.distinct <= 3);
            profile.filled * 20 >= self.rows.len() * 19 && profile.filled > 0 && few && profile.distinct <= 20
        };
        let named = self.named(Header::Account, 60);
        // A number tells accounts apart better than a name.
        let chosen = named
            .iter()
            .filter(|column| fits(column))
            .min_by_key(|column| self.profiles[**column].spaces > 0);
        // Several cards may belong to one account; one card stands for it.
        let card = || {
            self.named(Header::CardNumber, 60)
                .into_iter()
                .find(|column| self.profiles[*column].distinct == 1 && fits(column))
        };
        if let Some(column) = chosen.copied().or_else(card) {
            self.by_header(column, Role::Account);
        }
    }

    fn assign_payees(&mut self) {
        let text = |column: &usize| self.profiles[*column].is_text();
        let payers: Vec<usize> = self.named(Header::Payer, 60).into_iter().filter(text).collect();
        let mut payees: Vec<usize> = self.named(Header::Payee, 45).into_iter().filter(text).collect();
        // Whoever is in every row is the account's owner, unless the header is sure.
        payees.retain(|column| {
            let profile = &self.profiles[*column];
            profile.distinct > 1 || profile.filled < 3 || profile.means(Header::Payee) >= 90
        });
        payees.sort_by_key(|column| {
            let profile = &self.profiles[*column];
            let share = profile.filled * 4 / self.rows.len().max(1);
            std::cmp::Reverse((profile.means(Header::Payee) >= 90, share, profile.means(Header::Payee)))
        });
        let payee = payees.iter().copied().find(|column| !payers.contains(column));
        match (payee, payers.first()) {
            (Some(payee), Some(payer)) => {
                self.by_header(payee, Role::Payee);
                self.by_header(*payer, Role::Payer);
            }
            (Some(column), None) => self.by_header(column, Role::Payee),
            (None, Some(column)) => self.by_header(*column, Role::Payee),
            (None, None) => {}
        }
    }

    fn assign_time(&mut self) {
        let found = self.named(Header::Time, 60).into_iter().find(|column| {
            let times = self.cells(*column).filter(|cell| clock(cell).is_some()).count();
            times > 0 && times * 10 >= self.profiles[*column].filled * 8
        });
        if let Some(column) = found {
            self.by_header(column, Role::Time);
        }
    }

    /// Without a header that says so: whatever is text describes the row.
    fn assign_some_text(&mut self) {
        for note in 0..self.given.len() {
            if self.given[note] == Some(Role::Note) {
                self.given[note] = Some(Role::Description);
            }
        }
        if self.has(Role::Description) {
            return;
        }
        let fits = |column: &usize| {
            let profile = &self.profiles[*column];
            let named = profile.best().is_some_and(|best| best.weight >= 60);
            let taken = self.given[*column].is_some() || (named && self.has_header);
            let wordy = profile.is_text() && !profile.is_currency() && profile.length >= profile.filled * 2;
            let varied = profile.distinct > 1 || profile.filled < 3 || profile.spaces > 0;
            let is_mark = |cell: &str| {
                clock(cell).is_some() || said(cell, &[Phrase::FlagOut, Phrase::FlagIn]).is_some()
            };
            !taken && wordy && varied && !self.cells(*column).all(is_mark)
        };
        let columns: Vec<usize> = (0..self.profiles.len()).filter(fits).collect();
        for column in columns {
            let example = self.profiles[column].example.clone();
            self.give(column, Role::Description, Confidence::Likely, Why::Cells { example });
        }
    }
}
