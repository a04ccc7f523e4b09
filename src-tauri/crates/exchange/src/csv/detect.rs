//! Guesses how a file is to be read.

use super::amounts::{Evidence, Hypothesis};
use super::assign::{currency_within, date_columns, give_amounts, give_currency, give_dates, newest_first};
use super::dates::{Customs, Tally};
use super::detection::{About, Confidence, Detection, Guess, SampleRow, Why};
use super::dialect::{self, Dialect, Row};
use super::frame::Frame;
use super::numbers;
use super::profile::Profile;
use super::reading::{Column, FeeRule, Reading, Role, Signs};
use super::records::Records;
use super::refusal::refuse;
use super::shape;
use super::table::{self, Table};
use super::texts::Roles;
use super::words::{Header, Phrase, mentions};
use super::{encoding, prepare};
use crate::FileError;
use crate::date::DateFormat;
use crate::date_scan::scan;
use ::csv::StringRecord;

/// How many rows a person is shown.
const SHOWN_ROWS: usize = 20;

/// Guesses how to read `bytes`. The guess may lack a date or an amount column, which [`super::read`] then refuses: a
/// person can add them.
///
/// # Errors
/// [`FileError`] for what is empty, too large or no delimited text.
pub fn detect(bytes: &[u8]) -> Result<Detection, FileError> {
    detect_within(bytes, &Frame::default())
}

/// As [`detect`], where a person has said some of what the rest is guessed from.
///
/// # Errors
/// As [`detect`], and [`FileError::Malformed`] for an encoding or delimiter that is none.
pub fn detect_within(bytes: &[u8], frame: &Frame) -> Result<Detection, FileError> {
    refuse(bytes)?;
    let (text, encoding_name, encoding_why) = match &frame.encoding {
        Some(name) => encoding::given(bytes, name)?,
        None => encoding::detect(bytes),
    };
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let dialect = dialect::detect(&text, frame.delimiter)?;
    if dialect.rows.is_empty() {
        return Err(FileError::Empty);
    }
    let mut guesses = vec![
        Guess::new(About::Encoding, sure_of(&encoding_why), encoding_why),
        Guess::new(
            About::Delimiter,
            if frame.delimiter.is_some() { Confidence::Certain } else { Confidence::Likely },
            match frame.delimiter {
                Some(_) => Why::Chosen,
                None => Why::Cells { example: char::from(dialect.marks.delimiter).to_string() },
            },
        ),
    ];
    let (rows, record_rows) = shape::records(&dialect.rows);
    let given = frame.first_line.and_then(|line| table::at(&rows, line, frame.header_rows.unwrap_or(1)));
    let chosen = given.is_some();
    let table = given.unwrap_or_else(|| table::find(&rows));
    guesses.push(header_guess(&table, chosen));
    let reading = Reading {
        encoding: encoding_name.to_owned(),
        delimiter: char::from(dialect.marks.delimiter),
        quote: dialect.marks.quote.map(char::from),
        wrapped: dialect.wrapped,
        record_rows,
        header_rows: u32::try_from(table.header_rows).unwrap_or(0),
        first_line: rows.get(table.header.unwrap_or(table.first)).map_or(1, |row| row.line),
        ..Reading::empty()
    };
    let sheet = Sheet { text: &text, rows: &rows, table: &table, dialect: &dialect };
    let reading = sheet.read(reading, &mut guesses)?;
    Ok(Detection { reading, guesses, preamble: sheet.preamble(), sample: sheet.sample() })
}

fn sure_of(why: &Why) -> Confidence {
    match why {
        Why::ByteOrderMark | Why::ValidBytes | Why::OnlyChoice | Why::Chosen => Confidence::Certain,
        Why::HeaderWords => Confidence::Likely,
        _ => Confidence::Doubtful,
    }
}

fn header_guess(table: &Table, chosen: bool) -> Guess {
    if chosen {
        return Guess::new(About::Header, Confidence::Certain, Why::Chosen);
    }
    let why = if table.header.is_some() { Why::HeaderWords } else { Why::Nothing };
    Guess::new(About::Header, Confidence::Likely, why)
}

/// The sampled rows of a file and the table within them.
struct Sheet<'a> {
    text: &'a str,
    rows: &'a [Row],
    table: &'a Table,
    dialect: &'a Dialect,
}

impl Sheet<'_> {
    fn read(&self, mut reading: Reading, guesses: &mut Vec<Guess>) -> Result<Reading, FileError> {
        let body = &self.rows[self.table.first.min(self.rows.len())..self.table.end];
        let body: Vec<&Row> = body.iter().filter(|row| Some(&row.cells) != self.header().as_ref()).collect();
        let width = self.table.names.len();
        let fits = |row: &Row| row.cells.iter().skip(width).all(String::is_empty);
        let body: Vec<&Row> = if body.iter().any(|row| row.is_record() && fits(row)) {
            body.into_iter().filter(|row| fits(row)).collect()
        } else {
            body
        };
        let records = shape::alike(&body);
        let profiles = Profile::all(&self.table.names, if records.is_empty() { &body } else { &records });
        let dates = date_columns(&profiles, if records.is_empty() { body.len() } else { records.len() });
        let customs = self.customs(&profiles);
        let falls = self.dates(&mut reading, &dates, &body, customs, guesses)?;
        let dated = self.dated(&body, &dates, &reading.dates);
        let profiles = if dated.is_empty() { profiles } else { Profile::all(&self.table.names, &dated) };
        let cells: Vec<&[String]> = dated.iter().map(|row| row.cells.as_slice()).collect();
        let mut roles = Roles {
            profiles: &profiles,
            rows: &cells,
            given: vec![None; profiles.len()],
            guesses: Vec::new(),
            has_header: self.table.header.is_some(),
        };
        give_dates(&mut roles, &dates);
        let best = self.amounts(&mut reading, &mut roles, &dates, customs, guesses);
        reading.newest_first = newest_first(best.as_ref(), falls, guesses);
        give_currency(&mut reading, &mut roles, best.as_ref(), guesses);
        roles.assign();
        guesses.append(&mut roles.guesses);
        let given = roles.given;
        reading.columns = profiles
            .iter()
            .zip(given)
            .map(|(profile, role)| column(profile, role.unwrap_or(Role::Ignored)))
            .collect();
        reading.currency = reading.currency.or_else(|| self.named_currency());
        shape::refine(&mut reading, self.rows, self.table, &cells);
        Ok(reading)
    }

    fn header(&self) -> Option<Vec<String>> {
        self.table.header.map(|header| self.rows[header].cells.clone())
    }

    fn preamble(&self) -> Vec<String> {
        let end = self.table.header.unwrap_or(self.table.first).min(40);
        self.rows[..end].iter().map(|row| row.cells.join(" ").trim().to_owned()).collect()
    }

    fn sample(&self) -> Vec<SampleRow> {
        let rows = self.rows[self.table.first.min(self.rows.len())..self.table.end].iter().take(SHOWN_ROWS);
        rows.map(|row| SampleRow { line: row.line, cells: row.cells.clone() }).collect()
    }

    fn customs(&self, profiles: &[Profile]) -> Customs {
        let named: Vec<_> = profiles.iter().filter(|profile| !profile.name.is_empty()).collect();
        let exact = |profile: &&&Profile| profile.best().is_some_and(|best| best.weight >= 90);
        let foreign = named
            .iter()
            .filter(exact)
            .filter(|profile| !profile.meanings.iter().any(|found| found.english))
            .count();
        let letters = self.rows.iter().take(60).flat_map(|row| &row.cells);
        let thai =
            letters.clone().any(|cell| cell.chars().any(|letter| matches!(letter, '\u{e01}'..='\u{e4e}')));
        let dollars = letters.clone().any(|cell| matches!(cell.as_str(), "USD" | "usd"))
            || (letters.clone().any(|cell| cell.starts_with('$') || cell.starts_with("-$"))
                && !letters
                    .clone()
                    .any(|cell| matches!(cell.as_str(), "AUD" | "NZD" | "SGD" | "HKD" | "CAD")));
        let comma = self.dialect.marks.delimiter == b';' && numbers::comma_share(self.rows) > 50;
        Customs { foreign: foreign * 2 > named.len().max(1) || thai || comma, thai, dollars }
    }

    /// Decides the date format; `true` where later rows are older.
    fn dates(
        &self,
        reading: &mut Reading,
        dates: &[usize],
        body: &[&Row],
        customs: Customs,
        guesses: &mut Vec<Guess>,
    ) -> Result<bool, FileError> {
        let Some(first) = dates.first().copied() else { return Ok(false) };
        let mut tally = Tally::default();
        for row in body {
            row.cells.get(first).into_iter().for_each(|cell| tally.add(cell));
        }
        let order = tally.decide(customs, None).0.order;
        let falls = tally.falls(order);
        let mut all = tally;
        if !all.is_decided() && !all.is_plain() {
            for column in &dates[1..] {
                body.iter().filter_map(|row| row.cells.get(*column)).for_each(|cell| all.add(cell));
            }
        }
        if !all.is_decided() && !all.is_plain() && self.rows.len() >= dialect::SAMPLE_ROWS {
            self.whole_column(reading, first, &mut all)?;
        }
        let (format, mut found) = all.decide(customs, self.year());
        reading.dates = format;
        guesses.append(&mut found);
        Ok(falls || (format.order != order && all.falls(format.order)))
    }

    /// Every cell of a column until the order of its dates is plain.
    fn whole_column(&self, reading: &Reading, column: usize, tally: &mut Tally) -> Result<(), FileError> {
        let prepared = prepare(self.text, reading)?;
        let mut records = Records::new(&prepared.text, self.dialect.marks);
        let mut record = StringRecord::new();
        let mut row = 0;
        while let Some(_line) = records.next(&mut record)? {
            row += 1;
            if row > dialect::SAMPLE_ROWS {
                record.get(column).into_iter().for_each(|cell| tally.add(cell.trim()));
                if tally.is_decided() {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The year that stands above or below a table whose dates have none.
    fn year(&self) -> Option<i32> {
        let words = self
            .rows
            .iter()
            .filter(|row| !row.is_record())
            .flat_map(|row| &row.cells)
            .flat_map(|cell| cell.split(|letter: char| !letter.is_ascii_digit()));
        let years = words.filter(|word| word.len() == 4).filter_map(|word| word.parse::<i32>().ok());
        years.map(|year| if year > 2400 { year - 543 } else { year }).find(|year| (1980..2100).contains(year))
    }

    /// The rows that have a date.
    fn dated<'r>(&self, body: &[&'r Row], dates: &[usize], format: &DateFormat) -> Vec<&'r Row> {
        let has_day = |row: &Row, column: &usize| {
            row.cells
                .get(*column)
                .and_then(|cell| scan(cell))
                .is_some_and(|scanned| scanned.day(format).is_some())
        };
        body.iter().filter(|row| dates.iter().any(|column| has_day(row, column))).copied().collect()
    }

    fn amounts(
        &self,
        reading: &mut Reading,
        roles: &mut Roles<'_>,
        dates: &[usize],
        customs: Customs,
        guesses: &mut Vec<Guess>,
    ) -> Option<Hypothesis> {
        let profiles = roles.profiles;
        let groupings: Vec<usize> = (0..profiles.len())
            .filter(|column| {
                let profile = &profiles[*column];
                profile.distinct > 1
                    && profile.distinct <= 12
                    && (profile.is_currency() || profile.means(Header::Account) >= 60)
            })
            .take(3)
            .collect();
        let (card, purchases) = (self.speaks_of(&[Phrase::Card]), self.speaks_of_purchases());
        let rows = roles.rows;
        let evidence = |numbers| Evidence {
            profiles,
            rows,
            numbers,
            groupings: &groupings,
            taken: dates,
            card,
            purchases,
        };
        let mut best: Option<(Hypothesis, numbers::Found)> = None;
        for found in numbers::candidates(profiles, roles.rows, customs.foreign) {
            let Some(hypothesis) = evidence(found.format).best() else { continue };
            if best.as_ref().is_none_or(|(known, _)| hypothesis.proof.weight() > known.proof.weight()) {
                best = Some((hypothesis, found));
            }
        }
        let Some((hypothesis, found)) = best else {
            reading.numbers.decimal = if customs.foreign { ',' } else { '.' };
            roles.assign_text_and_amount();
            return None;
        };
        reading.numbers = found.format;
        let proven = hypothesis.proof.is_strong();
        guesses.push(Guess::new(About::DecimalMark, found.confidence, found.why));
        let hypothesis = super::signs::settle(hypothesis, &evidence(found.format), guesses);
        give_amounts(reading, roles, &hypothesis, proven);
        Some(hypothesis)
    }

    /// `true` where the header or what stands above it has such a word.
    fn speaks_of(&self, phrases: &[Phrase]) -> bool {
        let above =
            self.rows[..self.table.header.unwrap_or(self.table.first)].iter().flat_map(|row| &row.cells);
        self.table.names.iter().chain(above).any(|cell| phrases.iter().any(|phrase| mentions(cell, *phrase)))
    }

    /// `true` for a card's statement: it speaks of a credit card, or of a card and of merchants.
    fn speaks_of_purchases(&self) -> bool {
        self.speaks_of(&[Phrase::KindCard])
            || (self.speaks_of(&[Phrase::Card]) && self.speaks_of(&[Phrase::Merchant]))
    }

    /// The currency that stands above the table.
    fn named_currency(&self) -> Option<String> {
        let above = &self.rows[..self.table.header.unwrap_or(self.table.first)];
        above.iter().flat_map(|row| &row.cells).find_map(|cell| currency_within(cell))
    }
}

fn column(profile: &Profile, role: Role) -> Column {
    let moneyed = matches!(role, Role::Amount | Role::MoneyOut | Role::MoneyIn | Role::Fee | Role::Balance);
    let implied_decimals =
        if moneyed && profile.fractions == 0 && numbers::in_cents(&profile.name) { 2 } else { 0 };
    Column { name: profile.name.clone(), role, content: profile.content(), implied_decimals }
}

impl Reading {
    fn empty() -> Self {
        Self {
            encoding: String::new(),
            delimiter: ',',
            quote: None,
            wrapped: false,
            record_rows: 1,
            header_rows: 0,
            first_line: 1,
            columns: Vec::new(),
            dates: DateFormat::default(),
            numbers: crate::number::NumberFormat::default(),
            signs: Signs::AsWritten,
            out_words: Vec::new(),
            in_words: Vec::new(),
            fee: FeeRule::Included,
            owed: false,
            newest_first: false,
            continued: false,
            only: None,
            currency: None,
        }
    }
}
