//! Reads a file as a reading says.

use super::dialect::Row;
use super::header::Header;
use super::hints::Hints;
use super::layout::Layout;
use super::reading::{Reading, Role};
use super::records::{Marks, Records, clean};
use super::refusal::refuse;
use super::row::{Entry, Outcome, RowReader, cell_of};
use super::sequence::{conclude, drop_repeated_ids, in_order};
use super::table::header_score;
use super::{encoding, prepare, text};
use crate::{
    AccountHint, Document, FileError, Format, LeftOut, LeftOutKind, Reason, StatedBalance, StatementDraft,
    Unreadable, Warning,
};
use ::csv::StringRecord;
use ledger::Day;
use rust_decimal::Decimal;

/// More rows than this that are none of the table are no statement's.
const MOST_STRAY_ROWS: usize = 100_000;
/// Rows looked at closely, whether they are the header of another table, at most.
const MOST_HEADER_CHECKS: usize = 300;

/// Reads `bytes` as `reading` says: one statement for each account in the file.
///
/// # Errors
/// [`FileError`] where the reading names no date or no amount column, or the file is no table of text.
pub fn read(bytes: &[u8], reading: &Reading) -> Result<Document, FileError> {
    refuse(bytes)?;
    let layout = Layout::of(reading)?;
    let decoded = encoding::read_as(bytes, &reading.encoding)?;
    let prepared = prepare(&decoded, reading)?;
    let marks = Marks::of(reading)?;
    let header = Header::of(reading);
    let found = !header.is_named() || header.is_in(&prepared.text, marks)?;
    let by_name = found && header.is_named();
    let mut reader = FileReader {
        reading,
        rows: RowReader::new(reading, layout),
        inside: !by_name,
        from: if by_name { 0 } else { reading.first_line },
        header: if found { header } else { header.without_names() },
        checks: 0,
        strays: 0,
        hints: Hints::default(),
        pages: vec![Page::default()],
        current: 0,
        names: Vec::new(),
    };
    let mut records = Records::new(&prepared.text, marks);
    let (mut record, mut second) = (StringRecord::new(), StringRecord::new());
    while let Some(line) = records.next(&mut record)? {
        if reading.record_rows > 1
            && reader.inside
            && line >= reader.from
            && records.next(&mut second)?.is_some()
        {
            second.iter().for_each(|cell| record.push_field(cell));
        }
        reader.row(line, &record)?;
    }
    let mut document = reader.finish();
    if let Some(first) = document.statements.first_mut() {
        first.warnings.extend(prepared.mended.iter().map(|line| repaired(*line, "a stray quotation mark")));
    }
    Ok(document)
}

fn repaired(line: u32, what: &str) -> Warning {
    Warning::Repaired { line, what: what.to_owned() }
}

/// The rows of one account.
#[derive(Default)]
struct Page {
    account: AccountHint,
    entries: Vec<Entry>,
    unreadable: Vec<Unreadable>,
    left_out: Vec<LeftOut>,
    warnings: Vec<Warning>,
    opening: Option<StatedBalance>,
    closing: Option<StatedBalance>,
}

struct FileReader<'r> {
    reading: &'r Reading,
    rows: RowReader<'r>,
    header: Header,
    /// `true` within the table.
    inside: bool,
    /// The line before which nothing is a record.
    from: u32,
    checks: usize,
    strays: usize,
    hints: Hints,
    pages: Vec<Page>,
    current: usize,
    /// The account of each page, where a column names it.
    names: Vec<String>,
}

impl FileReader<'_> {
    fn row(&mut self, line: u32, record: &StringRecord) -> Result<(), FileError> {
        if record.iter().all(|cell| clean(cell).is_empty()) {
            return Ok(());
        }
        // A record's first row and a header's look alike only where both are words.
        if self.header.is_named() && (!self.inside || is_words(record)) && self.header.is(record) {
            self.inside = true;
            self.next_section();
            return Ok(());
        }
        if !self.inside || line < self.from {
            let cells: Vec<&str> = record.iter().map(clean).collect();
            self.hints.add(&cells, self.reading.numbers);
            return Ok(());
        }
        let cell = |column: usize| cell_of(record, column);
        let mut outcome = self.rows.row(line, record.len(), &cell);
        if record.len() > self.rows.layout.width
            && let Some(better) = self.realigned(line, record, &outcome)
        {
            outcome = better;
        }
        self.take(line, record, outcome)
    }

    /// A row with more cells than columns, because a text holds the delimiter: the outcome of the first way to join cells
    /// of a text that leaves a record.
    fn realigned(&mut self, line: u32, record: &StringRecord, outcome: &Outcome) -> Option<Outcome> {
        let width = self.rows.layout.width;
        let extra = record.len() - width;
        if record.iter().skip(width).all(|cell| clean(cell).is_empty()) || extra > 32 {
            return None;
        }
        let readable = matches!(outcome, Outcome::Draft(_));
        let last_is_text = self
            .reading
            .columns
            .last()
            .is_some_and(|column| matches!(column.role, Role::Description | Role::Note | Role::Payee));
        let columns: Vec<usize> = if readable { vec![width - 1] } else { self.rows.layout.texts().collect() };
        if readable && !last_is_text {
            return None;
        }
        for column in columns {
            let text: Vec<&str> = record.iter().skip(column).take(extra + 1).collect();
            let text = text.join(&self.reading.delimiter.to_string());
            let cell = |at: usize| match at.cmp(&column) {
                std::cmp::Ordering::Less => cell_of(record, at),
                std::cmp::Ordering::Equal => text.as_str(),
                std::cmp::Ordering::Greater => cell_of(record, at + extra),
            };
            let better = self.rows.row(line, width, &cell);
            if matches!(better, Outcome::Draft(_)) {
                self.page().warnings.push(repaired(line, "a text that holds the delimiter"));
                return Some(better);
            }
        }
        None
    }

    fn take(&mut self, line: u32, record: &StringRecord, outcome: Outcome) -> Result<(), FileError> {
        match outcome {
            Outcome::Draft(entry) => {
                if let Some(account) = &entry.account {
                    self.turn_to(account);
                }
                self.page().entries.push(*entry);
            }
            Outcome::Carried(text) => match self.page().entries.last_mut() {
                Some(entry) => text::append(&mut entry.draft.description, &text),
                None => self.leave_out(line, LeftOutKind::OutsideTable)?,
            },
            Outcome::Stated { opening, day, amount } => {
                self.state(opening, day, amount);
                self.leave_out(line, if opening { LeftOutKind::Opening } else { LeftOutKind::Closing })?;
            }
            Outcome::LeftOut(LeftOutKind::OutsideTable) => {
                self.stray(record);
                self.leave_out(line, LeftOutKind::OutsideTable)?;
            }
            Outcome::LeftOut(kind) => self.leave_out(line, kind)?,
            Outcome::Unreadable(reason, column) => self.refuse_row(line, record, reason, column)?,
        }
        Ok(())
    }

    fn page(&mut self) -> &mut Page {
        let last = self.pages.len() - 1;
        &mut self.pages[self.current.min(last)]
    }

    /// The rows that follow are those of `account`.
    fn turn_to(&mut self, account: &str) {
        if let Some(known) = self.names.iter().position(|name| name == account) {
            self.current = known;
            return;
        }
        if self.names.len() >= 64 {
            return;
        }
        if !self.names.is_empty() {
            self.pages.push(Page::default());
        }
        self.names.push(account.to_owned());
        self.current = self.names.len() - 1;
        let hint = &mut self.page().account;
        let numbered = account.chars().filter(char::is_ascii_digit).count() >= 4;
        if numbered { hint.number = Some(account.to_owned()) } else { hint.name = Some(account.to_owned()) }
    }

    /// A new header: what stood above it is said of the rows below, which may be another account's.
    fn next_section(&mut self) {
        let hints = std::mem::take(&mut self.hints);
        let number = self.page().account.number.clone();
        let another = hints.account.number.is_some() && hints.account.number != number;
        if another && !self.page().entries.is_empty() && self.names.is_empty() {
            self.pages.push(Page::default());
            self.current = self.pages.len() - 1;
        }
        self.hint(hints);
    }

    fn hint(&mut self, hints: Hints) {
        let page = self.page();
        let account = &mut page.account;
        account.number = account.number.take().or(hints.account.number);
        account.bank = account.bank.take().or(hints.account.bank);
        account.name = account.name.take().or(hints.account.name);
        account.kind = account.kind.or(hints.account.kind);
        account.commodity = account.commodity.take().or(hints.account.commodity);
        page.opening = page.opening.or(hints.opening);
        page.closing = page.closing.or(hints.closing);
    }

    fn state(&mut self, opening: bool, day: Option<Day>, amount: Option<Decimal>) {
        let Some(amount) = amount else { return };
        let page = self.page();
        let stated = Some(StatedBalance { day, amount });
        if opening {
            page.opening = page.opening.or(stated);
        } else {
            page.closing = stated;
        }
    }

    /// A row that is none of the table: a line about the account, or the header of another table.
    fn stray(&mut self, record: &StringRecord) {
        let cells: Vec<&str> = record.iter().map(clean).collect();
        self.hints.add(&cells, self.reading.numbers);
        self.checks += 1;
        if self.checks < MOST_HEADER_CHECKS && self.header.is_named() && is_words(record) {
            let row = Row { line: 0, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() };
            if row.filled() >= 3 && header_score(&row) >= 8 {
                self.inside = false;
            }
        }
    }

    fn leave_out(&mut self, line: u32, what: LeftOutKind) -> Result<(), FileError> {
        self.count_stray(line)?;
        self.page().left_out.push(LeftOut { line, what });
        Ok(())
    }

    fn refuse_row(
        &mut self,
        line: u32,
        record: &StringRecord,
        reason: Reason,
        column: Option<usize>,
    ) -> Result<(), FileError> {
        // Without a header, what stands above the first record is no record.
        let none_yet = self.pages.iter().all(|page| page.entries.is_empty());
        if none_yet && self.reading.header_rows == 0 && line < self.reading.first_line {
            self.stray(record);
            return Ok(());
        }
        self.count_stray(line)?;
        let column = column.map(|column| {
            let name = self.reading.columns.get(column).map_or("", |column| column.name.as_str());
            if name.is_empty() { (column + 1).to_string() } else { name.to_owned() }
        });
        self.page().unreadable.push(Unreadable { line, column, reason });
        Ok(())
    }

    fn count_stray(&mut self, line: u32) -> Result<(), FileError> {
        self.strays += 1;
        if self.strays > MOST_STRAY_ROWS {
            let what = format!("more than {MOST_STRAY_ROWS} rows are no records of the table");
            return Err(FileError::Malformed { line, what });
        }
        Ok(())
    }

    fn finish(mut self) -> Document {
        let hints = std::mem::take(&mut self.hints);
        self.hint(hints);
        let newest_first = self.reading.newest_first;
        let currency = self.reading.currency.clone();
        let statements =
            self.pages.into_iter().map(|page| page.statement(newest_first, currency.as_ref())).collect();
        Document { format: Format::Csv, statements }
    }
}

impl Page {
    fn statement(self, newest_first: bool, currency: Option<&String>) -> StatementDraft {
        let mut statement = StatementDraft {
            account: self.account,
            drafts: in_order(self.entries, newest_first),
            unreadable: self.unreadable,
            opening: self.opening,
            closing: self.closing,
            warnings: self.warnings,
            left_out: self.left_out,
            ..StatementDraft::default()
        };
        let first = statement.drafts.first().and_then(|draft| draft.commodity.as_ref());
        let single = statement.drafts.iter().all(|draft| draft.commodity.as_ref() == first);
        let named = if single { first.or(currency) } else { currency };
        statement.account.commodity = named.cloned().or(statement.account.commodity);
        drop_repeated_ids(&mut statement);
        conclude(&mut statement);
        statement
    }
}

/// `true` for a row that may be a header: its first cell is a word.
fn is_words(record: &StringRecord) -> bool {
    let first = record.iter().map(clean).find(|cell| !cell.is_empty());
    first.is_some_and(|cell| cell.chars().any(char::is_alphabetic) || cell == "#")
}
