//! Reads the table of everything back.

use super::everything::{
    COLUMNS, COMMODITY_KINDS, STATUSES, SheetPosting, SheetTransaction, kind_word, status_word,
};
use super::unguarded;
use crate::charset::{check_size, decode};
use crate::{FileError, Reason, Unreadable};
use ledger::{AccountPath, BatchId, Day, Origin, Quantity, QuantityError, RuleId, Scale, Sorting};
use std::collections::HashMap;
use std::str::FromStr;

/// What a table of everything holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetReading {
    /// Each transaction with the line of its first row, counted from 1, in the order of the table.
    pub transactions: Vec<(u32, SheetTransaction)>,
    /// The rows that could not be read; a transaction with such a row is left out as a whole.
    pub unreadable: Vec<Unreadable>,
}

/// `true` for a file that starts with the headers of a table of everything.
pub fn is_everything(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let text = decode(start, None).text;
    let header = text.lines().next().unwrap_or_default();
    let names: Vec<&str> =
        header.trim_start_matches('\u{feff}').split(',').map(|name| name.trim_matches('"')).collect();
    COLUMNS.iter().all(|column| names.contains(column))
}

/// Reads a table of everything, its columns and rows in any order.
///
/// # Errors
/// [`FileError`] when it is empty, too large, or lacks a column.
pub fn read_everything(bytes: &[u8]) -> Result<SheetReading, FileError> {
    check_size(bytes)?;
    let text = decode(bytes, None).text;
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = csv.headers().map_err(|error| FileError::NotAStatement { what: error.to_string() })?.clone();
    let mut places = [0; COLUMNS.len()];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let found = header.iter().position(|name| name == column);
        *place = found.ok_or_else(|| FileError::ColumnNotFound { missing: column.to_owned() })?;
    }
    let mut table = Table::default();
    for record in csv.records() {
        match record {
            Ok(record) => table.add(&Row { line: line(&record, &text), record: &record, places: &places }),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                return Err(FileError::Malformed { line, what: error.to_string() });
            }
        }
    }
    Ok(table.finish())
}

/// The line on which a record starts. The reader counts from the end of the record before, which in a file with CR LF
/// is in front of the LF.
fn line(record: &csv::StringRecord, text: &str) -> u32 {
    let Some(position) = record.position() else { return 0 };
    let start = usize::try_from(position.byte())
        .ok()
        .and_then(|byte| text.as_bytes().get(byte..))
        .unwrap_or_default();
    let ends =
        start.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count();
    u32::try_from(position.line()).unwrap_or(u32::MAX).saturating_add(u32::try_from(ends).unwrap_or_default())
}

/// A row and where its cells are.
struct Row<'r> {
    line: u32,
    record: &'r csv::StringRecord,
    places: &'r [usize; COLUMNS.len()],
}

impl<'r> Row<'r> {
    fn cell(&self, column: &str) -> &'r str {
        let place = COLUMNS.iter().position(|name| *name == column).and_then(|index| self.places.get(index));
        unguarded(place.and_then(|place| self.record.get(*place)).unwrap_or_default())
    }

    fn unreadable(&self, column: &str, reason: Reason) -> Unreadable {
        Unreadable { line: self.line, column: Some(column.to_owned()), reason }
    }

    fn unknown(&self, column: &str) -> Unreadable {
        let text = self.cell(column).to_owned();
        self.unreadable(column, Reason::UnknownValue { field: column.to_owned(), text })
    }

    fn parsed<T: FromStr>(&self, column: &str) -> Result<T, Unreadable> {
        self.cell(column).parse().map_err(|_| self.unknown(column))
    }

    /// The word that one of `all` is written as.
    fn word<T: Copy>(&self, column: &str, all: &[T], word: fn(T) -> &'static str) -> Result<T, Unreadable> {
        let found = all.iter().find(|known| word(**known) == self.cell(column));
        found.copied().ok_or_else(|| self.unknown(column))
    }

    fn head(&self) -> Result<SheetTransaction, Unreadable> {
        let date = self.cell("date");
        let not_a_date = || Reason::NotADate { text: date.to_owned(), format: "YYYY-MM-DD".to_owned() };
        Ok(SheetTransaction {
            number: self.parsed("transaction")?,
            day: Day::from_str(date).map_err(|_| self.unreadable("date", not_a_date()))?,
            payee: Some(self.cell("payee").to_owned()).filter(|payee| !payee.is_empty()),
            description: self.cell("description").to_owned(),
            note: self.cell("note").to_owned(),
            tags: tags(self.cell("tags")),
            sorting: sorting(self.cell("sorted_by")).ok_or_else(|| self.unknown("sorted_by"))?,
            postings: Vec::new(),
        })
    }

    fn posting(&self) -> Result<SheetPosting, Unreadable> {
        let path = AccountPath::parse(self.cell("account")).map_err(|_| self.unknown("account"))?;
        let decimals: u8 = self.parsed("decimals")?;
        let scale = Scale::new(decimals).map_err(|_| self.unknown("decimals"))?;
        let posting = SheetPosting {
            kind: self.parsed("kind")?,
            status: self.word("status", &STATUSES, status_word)?,
            commodity: self.cell("commodity").to_owned(),
            commodity_name: self.cell("commodity_name").to_owned(),
            commodity_kind: self.word("commodity_kind", &COMMODITY_KINDS, kind_word)?,
            scale,
            quantity: self.quantity(scale)?,
            memo: self.cell("memo").to_owned(),
            origin: self.origin()?,
            account: path,
        };
        if posting.kind.account_type() != posting.account.account_type() {
            return Err(self.unknown("kind"));
        }
        if posting.commodity.is_empty() {
            let field = "commodity".to_owned();
            return Err(self.unreadable("commodity", Reason::MissingField { field }));
        }
        Ok(posting)
    }

    fn quantity(&self, scale: Scale) -> Result<Quantity, Unreadable> {
        let text = self.cell("amount").to_owned();
        Quantity::parse(&text, scale).map_err(|error| {
            let reason = match error {
                _ if text.trim().is_empty() => Reason::NoAmount,
                QuantityError::NotANumber { .. } => Reason::NotAnAmount { text },
                _ => Reason::TooManyDigits { text },
            };
            self.unreadable("amount", reason)
        })
    }

    fn origin(&self) -> Result<Option<Origin>, Unreadable> {
        if self.cell("fingerprint").is_empty() {
            return Ok(None);
        }
        Ok(Some(Origin {
            batch: BatchId(self.parsed("batch")?),
            line: self.parsed("line")?,
            fingerprint: self.parsed("fingerprint")?,
            external_id: Some(self.cell("bank_id").to_owned()).filter(|id| !id.is_empty()),
        }))
    }
}

/// The labels that `joined` wrote.
fn tags(cell: &str) -> Vec<String> {
    let mut tags = vec![String::new()];
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => tags.last_mut().into_iter().for_each(|tag| tag.extend(letters.next())),
            ',' => {
                letters.next_if_eq(&' ');
                tags.push(String::new());
            }
            _ => tags.last_mut().into_iter().for_each(|tag| tag.push(letter)),
        }
    }
    tags.retain(|tag| !tag.is_empty());
    tags
}

fn sorting(cell: &str) -> Option<Sorting> {
    match cell {
        "" => return Some(Sorting::Nobody),
        "person" => return Some(Sorting::Person),
        "file" => return Some(Sorting::File),
        _ => {}
    }
    if let Some(rule) = cell.strip_prefix("rule ") {
        return Some(Sorting::Rule { rule: RuleId(rule.parse().ok()?) });
    }
    let (share, because) = cell.strip_prefix("proposal ")?.split_once(' ')?;
    let (like, of) = share.split_once('/')?;
    Some(Sorting::Proposal { because: because.to_owned(), like: like.parse().ok()?, of: of.parse().ok()? })
}

/// What has been read so far.
#[derive(Default)]
struct Table {
    transactions: Vec<(u32, SheetTransaction)>,
    /// Of each number, the place of its transaction.
    places: HashMap<u32, usize>,
    /// Numbers of transactions with a row that cannot be read.
    broken: Vec<u32>,
    unreadable: Vec<Unreadable>,
}

impl Table {
    fn add(&mut self, row: &Row<'_>) {
        if let Err(unreadable) = self.read(row) {
            self.unreadable.push(unreadable);
            self.broken.extend(row.cell("transaction").parse::<u32>());
        }
    }

    fn read(&mut self, row: &Row<'_>) -> Result<(), Unreadable> {
        let head = row.head()?;
        let posting = row.posting()?;
        let place = *self.places.entry(head.number).or_insert(self.transactions.len());
        if let Some((_, first)) = self.transactions.get_mut(place) {
            if let Some(column) = contradiction(first, &head) {
                let text = row.cell(column).to_owned();
                return Err(row.unreadable(column, Reason::Contradicts { text }));
            }
            first.postings.push(posting);
        } else {
            self.transactions.push((row.line, SheetTransaction { postings: vec![posting], ..head }));
        }
        Ok(())
    }

    fn finish(mut self) -> SheetReading {
        self.broken.sort_unstable();
        let whole = |(_, transaction): &(u32, SheetTransaction)| {
            self.broken.binary_search(&transaction.number).is_err()
        };
        self.transactions.retain(whole);
        SheetReading { transactions: self.transactions, unreadable: self.unreadable }
    }
}

/// The first column in which a row differs from the first row of its transaction.
fn contradiction(first: &SheetTransaction, row: &SheetTransaction) -> Option<&'static str> {
    let differs = [
        ("date", first.day != row.day),
        ("payee", first.payee != row.payee),
        ("description", first.description != row.description),
        ("note", first.note != row.note),
        ("tags", first.tags != row.tags),
        ("sorted_by", first.sorting != row.sorting),
    ];
    differs.into_iter().find(|(_, differs)| *differs).map(|(column, _)| column)
}
