//! One row to one draft, or the reason why it is none.

use super::cells::Read;
use super::layout::Layout;
use super::profile::is_empty;
use super::reading::Reading;
use super::records::clean;
use super::text::{append, one_line};
use super::words::{Phrase, begins_with, said, says};
use crate::date_scan::{clock, scan};
use crate::number::money;
use crate::{Draft, LeftOutKind, Reason};
use ledger::Day;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// What a row is.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// A movement of money.
    Draft(Box<Entry>),
    /// A balance, with its day where the row has one.
    Stated {
        opening: bool,
        day: Option<Day>,
        amount: Option<Decimal>,
    },
    LeftOut(LeftOutKind),
    /// Wrong in the column, counted from 0.
    Unreadable(Reason, Option<usize>),
    /// Text that goes on from the row above.
    Carried(String),
}

/// A draft, and what is known of the row besides.
#[derive(Debug)]
pub(crate) struct Entry {
    pub draft: Draft,
    /// Seconds since midnight.
    pub seconds: Option<u32>,
    pub account: Option<String>,
}

/// What a status says of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Unknown,
    Booked,
    Pending,
    Cancelled,
}

/// Reads rows as a reading says.
pub(crate) struct RowReader<'r> {
    pub(super) reading: &'r Reading,
    pub layout: Layout,
    /// Words whose meaning was looked up before.
    pub(super) directions: HashMap<String, Option<bool>>,
    standings: HashMap<String, Standing>,
    last_date: (String, Option<(Day, Option<u32>)>),
    pub(super) last_currency: (String, Option<String>),
    /// The balances before and after the last row that moved money.
    last: Option<(Decimal, Decimal)>,
    /// Rows without a date that were looked at closely.
    undated: usize,
}

/// The cells of a row by column.
pub(crate) type Cells<'c> = dyn Fn(usize) -> &'c str + 'c;

/// Words remembered at most, so that hostile files stay small.
pub(super) const MOST_WORDS: usize = 1000;
/// Rows without a date looked at closely at most.
const MOST_UNDATED: usize = 20_000;

/// What is wrong, and in which column.
pub(super) type Fault = (Reason, usize);

impl<'r> RowReader<'r> {
    pub fn new(reading: &'r Reading, layout: Layout) -> Self {
        Self {
            reading,
            layout,
            directions: HashMap::new(),
            standings: HashMap::new(),
            last_date: (String::new(), None),
            last_currency: (String::new(), None),
            last: None,
            undated: 0,
        }
    }

    /// Reads a row of `length` cells, which starts on `line`.
    pub fn row<'c>(&mut self, line: u32, length: usize, cell: &Cells<'c>) -> Outcome {
        if let Some(filter) = &self.reading.only
            && !filter.values.iter().any(|value| value == cell(filter.column))
        {
            return self.outside(length, cell);
        }
        let amount = self.amount(cell);
        let dated = self.date(cell(self.layout.date));
        let standing = self.standing(cell);
        match (dated, amount) {
            (Some((day, seconds)), amount) => {
                self.dated(line, length, cell, (day, seconds, false), standing, amount)
            }
            (None, Ok(Some(amount))) => self.undated_amount(line, length, cell, standing, amount),
            (None, Ok(None)) => self.without_date_and_amount(length, cell),
            (None, Err(_)) => self.without_date_and_amount(length, cell),
        }
    }

    /// The day and time of a cell.
    fn date(&mut self, cell: &str) -> Option<(Day, Option<u32>)> {
        if cell == self.last_date.0 {
            return self.last_date.1;
        }
        let found = scan(cell).and_then(|scanned| Some((scanned.day(&self.reading.dates)?, scanned.seconds)));
        cell.clone_into(&mut self.last_date.0);
        self.last_date.1 = found;
        found
    }

    fn dated<'c>(
        &mut self,
        line: u32,
        length: usize,
        cell: &Cells<'c>,
        (day, seconds, stands_in): (Day, Option<u32>, bool),
        standing: Standing,
        amount: Result<Option<Read<'c>>, Fault>,
    ) -> Outcome {
        if standing == Standing::Cancelled {
            let status = self.layout.status.map(cell).unwrap_or_default().to_owned();
            return Outcome::LeftOut(LeftOutKind::Cancelled { status });
        }
        let balance = self.balance(cell);
        let moved = amount.as_ref().ok().and_then(Option::as_ref).map(|read| read.value);
        match self.stated(cell) {
            // In books, a starting balance is money that must come from somewhere.
            Some(Phrase::Opening)
                if moved.is_some_and(|moved| !moved.is_zero()) && self.is_starting(cell) => {}
            Some(Phrase::Turnover) => return Outcome::LeftOut(LeftOutKind::Total),
            Some(kind) => {
                let amount = balance.or(moved);
                return Outcome::Stated { opening: kind == Phrase::Opening, day: Some(day), amount };
            }
            None => {}
        }
        let read = match amount {
            Ok(Some(read)) => read,
            Ok(None) => return self.without_amount(length, cell, balance),
            Err((reason, column)) => return Outcome::Unreadable(reason, Some(column)),
        };
        self.last = balance.and_then(|after| Some((after.checked_sub(read.value)?, after))).or(self.last);
        let pending = standing == Standing::Pending || (stands_in && standing == Standing::Unknown);
        let seconds = seconds.or_else(|| self.layout.time.and_then(|time| clock(cell(time))));
        let mut draft = Draft::new(line, day, read.value, String::new());
        draft.balance = balance;
        draft.pending = pending;
        draft.commodity = self.commodity(cell, read.unit);
        self.texts(&mut draft, cell, read.text);
        let account =
            self.layout.account.map(|account| one_line(cell(account))).filter(|account| !account.is_empty());
        Outcome::Draft(Box::new(Entry { draft, seconds, account }))
    }

    /// What the cells call the row, if they call it a balance or turnover.
    fn stated(&self, cell: &Cells<'_>) -> Option<Phrase> {
        const STATED: [Phrase; 3] = [Phrase::Opening, Phrase::Closing, Phrase::Turnover];
        let mut texts = self.layout.texts().map(cell).filter(|text| may_be_phrase(text));
        texts.find_map(|text| said(text, &STATED))
    }

    fn is_starting(&self, cell: &Cells<'_>) -> bool {
        self.layout
            .texts()
            .map(cell)
            .any(|text| matches!(crate::fold::fold(text).as_str(), "starting balance" | "initial balance"))
    }

    /// A dated row whose amount cells are empty.
    fn without_amount(&self, length: usize, cell: &Cells<'_>, balance: Option<Decimal>) -> Outcome {
        let last = self.layout.amounts().max().unwrap_or(0);
        let first = self.layout.amounts().next().unwrap_or(0);
        if length <= first {
            return Outcome::Unreadable(Reason::TooFewCells { found: length, expected: last + 1 }, None);
        }
        let texts: Vec<&str> = self.layout.texts().map(cell).collect();
        if texts.iter().any(|text| begins_with(text, Phrase::Opening)) {
            return Outcome::Stated { opening: true, day: None, amount: balance };
        }
        if texts.iter().any(|text| begins_with(text, Phrase::Closing)) {
            return Outcome::Stated { opening: false, day: None, amount: balance };
        }
        if balance.is_some()
            && self.last.is_some_and(|(before, after)| balance == Some(before) || balance == Some(after))
        {
            return Outcome::LeftOut(LeftOutKind::NoMovement);
        }
        Outcome::Unreadable(Reason::NoAmount, Some(first))
    }

    /// An amount whose row has no day of booking.
    fn undated_amount<'c>(
        &mut self,
        line: u32,
        length: usize,
        cell: &Cells<'c>,
        standing: Standing,
        amount: Read<'c>,
    ) -> Outcome {
        let written = cell(self.layout.date);
        let waits = is_empty(written) || says(written, Phrase::Pending);
        if waits {
            let others = self.layout.other_dates.clone();
            if let Some((day, seconds)) = others.into_iter().find_map(|column| self.date(cell(column))) {
                return self.dated(line, length, cell, (day, seconds, true), standing, Ok(Some(amount)));
            }
        }
        if let Some(sum) = self.sum_of(length, cell) {
            return sum;
        }
        if self.is_fraction(written) {
            return Outcome::LeftOut(LeftOutKind::OutsideTable);
        }
        if is_empty(written) {
            // Numbers without a date and a word are a sum of the rows above.
            let words = (0..length).map(cell).any(|text| {
                text.chars().any(char::is_alphabetic) && money(text, self.reading.numbers).is_err()
            });
            if words {
                Outcome::Unreadable(Reason::NoDate, Some(self.layout.date))
            } else {
                Outcome::LeftOut(LeftOutKind::Total)
            }
        } else {
            let text = written.chars().take(80).collect();
            let format = self.reading.dates.pattern();
            Outcome::Unreadable(Reason::NotADate { text, format }, Some(self.layout.date))
        }
    }

    fn without_date_and_amount(&mut self, length: usize, cell: &Cells<'_>) -> Outcome {
        if let Some(sum) = self.sum_of(length, cell) {
            return sum;
        }
        let filled: Vec<usize> = (0..length).filter(|column| !is_empty(cell(*column))).collect();
        let written = cell(self.layout.date);
        if self.reading.continued && is_empty(written) && !filled.is_empty() {
            let mut text = String::new();
            filled.iter().for_each(|column| append(&mut text, cell(*column)));
            return Outcome::Carried(text);
        }
        // A day that does not exist is a row that cannot be read; a footnote is no row.
        let tries = !self.is_fraction(written)
            && written.bytes().any(|byte| byte.is_ascii_digit())
            && written.chars().count() <= 24
            && filled.len() >= 3
            && filled.len() * 2 >= self.layout.width.min(8);
        if tries {
            let format = self.reading.dates.pattern();
            return Outcome::Unreadable(
                Reason::NotADate { text: written.to_owned(), format },
                Some(self.layout.date),
            );
        }
        Outcome::LeftOut(LeftOutKind::OutsideTable)
    }

    /// `true` for an amount where a date should be: the row is of another table.
    fn is_fraction(&self, cell: &str) -> bool {
        cell.contains(['.', ',']) && matches!(money(cell, self.reading.numbers), Ok(Some(_)))
    }

    /// A row that the filter keeps out, which may still state a balance.
    fn outside(&mut self, length: usize, cell: &Cells<'_>) -> Outcome {
        self.sum_of(length, cell).unwrap_or(Outcome::LeftOut(LeftOutKind::OutsideTable))
    }

    /// An opening or closing balance or a total, by the first words of a row without a date.
    fn sum_of(&mut self, length: usize, cell: &Cells<'_>) -> Option<Outcome> {
        self.undated += 1;
        if self.undated > MOST_UNDATED {
            return None;
        }
        let words =
            (0..length.min(64)).map(cell).filter(|text| text.chars().any(char::is_alphabetic)).take(3);
        for text in words {
            let kind = [Phrase::Opening, Phrase::Closing, Phrase::Total]
                .into_iter()
                .find(|kind| begins_with(text, *kind));
            match kind {
                Some(Phrase::Total) => return Some(Outcome::LeftOut(LeftOutKind::Total)),
                Some(kind) => {
                    let numbers = (0..length.min(64))
                        .filter_map(|column| money(cell(column), self.reading.numbers).ok().flatten());
                    let amount = self.balance(cell).or_else(|| numbers.map(|money| money.signed()).last());
                    return Some(Outcome::Stated { opening: kind == Phrase::Opening, day: None, amount });
                }
                None => {}
            }
        }
        None
    }

    fn standing(&mut self, cell: &Cells<'_>) -> Standing {
        let Some(status) = self.layout.status.map(cell) else { return Standing::Unknown };
        if let Some(known) = self.standings.get(status) {
            return *known;
        }
        let standing = if status.is_empty() {
            Standing::Unknown
        } else if says(status, Phrase::Cancelled) || begins_with(status, Phrase::Cancelled) {
            Standing::Cancelled
        } else if status == "!" || says(status, Phrase::Pending) || begins_with(status, Phrase::Pending) {
            Standing::Pending
        } else {
            Standing::Booked
        };
        if self.standings.len() < MOST_WORDS {
            self.standings.insert(status.to_owned(), standing);
        }
        standing
    }
}

/// Names of balances are short and have no digits: most descriptions are told apart at a glance.
fn may_be_phrase(text: &str) -> bool {
    !text.is_empty() && text.len() <= 80 && !text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The cell of a record as it is read.
pub(crate) fn cell_of(record: &::csv::StringRecord, column: usize) -> &str {
    record.get(column).map_or("", clean)
}
