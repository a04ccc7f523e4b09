//! Taking the books out: as a table of everything, as a table of one view, as journals of other programs.

use crate::register::RegisterRow;
use crate::report_view::{PeriodView, ReportRow};
use crate::{ApiError, Books, CategoryCell, ErrorCode, FilterInput, Id, ReportInput};
use exchange::journal::{BeancountWriter, Books as JournalBooks, HledgerWriter, JournalError};
use exchange::sheet::{Cell, EverythingWriter, SheetWriter};
use ledger::{Commodity, Day, Payee, Price, Tag, Transaction};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::borrow::Cow;
use std::io::Write;
use store::{Names, Reader};

/// What the books can be exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// A table with a row for each posting, which Coffer reads back without loss.
    Csv,
    /// A journal for hledger.
    Hledger,
    /// A ledger for beancount.
    Beancount,
}

/// Transactions read at once.
const STRETCH: u32 = 5_000;
/// Rows of a view written at once.
const PAGE: u32 = 2_000;

/// What a journal says besides its transactions.
struct Surroundings {
    names: Names,
    commodities: Vec<Commodity>,
    payees: Vec<Payee>,
    tags: Vec<Tag>,
    prices: Vec<Price>,
    first_day: Day,
}

impl Surroundings {
    async fn read(reader: &mut Reader) -> Result<Self, ApiError> {
        let names = reader.names().await?;
        let mut commodities: Vec<Commodity> = names.commodities.values().cloned().collect();
        commodities.sort_by_key(|commodity| commodity.id);
        Ok(Self {
            commodities,
            payees: reader.payees().await?,
            tags: reader.tags().await?,
            prices: reader.prices(None).await?,
            first_day: reader
                .extent()
                .await?
                .map_or_else(|| Day::from_date(chrono::NaiveDate::default()), |(first, _)| first),
            names,
        })
    }

    fn books(&self) -> JournalBooks<'_> {
        JournalBooks {
            accounts: &self.names.accounts,
            commodities: &self.commodities,
            payees: &self.payees,
            tags: &self.tags,
            prices: &self.prices,
            first_day: self.first_day,
        }
    }
}

/// One of the writers.
enum Journal<'a, W: Write> {
    Csv(Box<EverythingWriter<'a, W>>),
    Hledger(HledgerWriter<'a, W>),
    Beancount(BeancountWriter<'a, W>),
}

impl<'a, W: Write> Journal<'a, W> {
    fn new(format: ExportFormat, out: W, books: &JournalBooks<'a>) -> Result<Self, JournalError> {
        Ok(match format {
            ExportFormat::Csv => Self::Csv(Box::new(EverythingWriter::new(out, true, books)?)),
            ExportFormat::Hledger => Self::Hledger(HledgerWriter::new(out, books)?),
            ExportFormat::Beancount => Self::Beancount(BeancountWriter::new(out, books)?),
        })
    }

    fn transaction(&mut self, transaction: &Transaction) -> Result<(), JournalError> {
        match self {
            Self::Csv(writer) => writer.transaction(transaction),
            Self::Hledger(writer) => writer.transaction(transaction),
            Self::Beancount(writer) => writer.transaction(transaction),
        }
    }

    fn finish(self) -> Result<W, JournalError> {
        match self {
            Self::Csv(writer) => writer.finish(),
            Self::Hledger(writer) => writer.finish(),
            Self::Beancount(writer) => writer.finish(),
        }
    }
}

impl Books {
    /// Writes everything, as the books are at this moment; answers how many transactions.
    ///
    /// # Errors
    /// [`ErrorCode::File`] when writing fails, or a day or number does not exist in the format.
    pub async fn export(&self, format: ExportFormat, out: impl Write + Send) -> Result<u64, ApiError> {
        let mut reader = self.store.read().await?;
        let surroundings = Surroundings::read(&mut reader).await?;
        let books = surroundings.books();
        let mut journal = Journal::new(format, out, &books).map_err(journal_error)?;
        let (mut after, mut count) = (None, 0);
        loop {
            let ids = reader.transaction_ids(after, Day::MIN, Day::MAX, STRETCH).await?;
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            for transaction in reader.transactions(&ids).await? {
                journal.transaction(&transaction).map_err(journal_error)?;
                count += 1;
            }
        }
        let mut out = journal.finish().map_err(journal_error)?;
        out.flush().map_err(|error| journal_error(error.into()))?;
        Ok(count)
    }

    /// Writes the rows that a register shows: of one account with its running balance, or of what a filter finds.
    ///
    /// # Errors
    /// As [`Books::export`] and [`Books::find`].
    pub async fn export_rows(
        &self,
        account: Option<Id>,
        filter: &FilterInput,
        out: impl Write + Send,
    ) -> Result<u64, ApiError> {
        let failed = |error: std::io::Error| journal_error(error.into());
        let mut sheet = SheetWriter::new(out, true).map_err(failed)?;
        let header = [
            "date",
            "account",
            "payee",
            "description",
            "category",
            "note",
            "status",
            "amount",
            "commodity",
            "balance",
        ];
        sheet.row(header.map(Cell::from)).map_err(failed)?;
        let (mut skip, mut count) = (0, 0);
        loop {
            let page = match account {
                Some(account) if *filter == FilterInput::default() => {
                    self.register(account, skip, PAGE).await?
                }
                _ => self.find(&with_account(filter, account), skip, PAGE).await?,
            };
            if page.rows.is_empty() {
                break;
            }
            for row in &page.rows {
                sheet.row(cells(row)?).map_err(failed)?;
                count += 1;
            }
            skip += PAGE;
        }
        let mut out = sheet.finish().map_err(failed)?;
        out.flush().map_err(failed)?;
        Ok(count)
    }
}

impl Books {
    /// Writes a report as a table in its own language: each row with what it lies under, its figure in each column and, where
    /// several columns show what moved, over all of them. Figures are plain, whatever the reader's marks, for programs.
    ///
    /// # Errors
    /// As [`Books::report`] and [`Books::export`].
    pub async fn report_sheet(&self, input: &ReportInput, out: impl Write + Send) -> Result<(), ApiError> {
        let failed = |error: std::io::Error| journal_error(error.into());
        let report = self.report(input).await?;
        let mut sheet = SheetWriter::new(out, true).map_err(failed)?;
        let has_total = report.columns.len() > 1 && report.rows.iter().any(|row| row.whole.is_some());
        let total = |name: &str| has_total.then(|| name.to_owned());
        let labels = |columns: &[PeriodView]| columns.iter().map(|one| one.label.clone()).collect::<Vec<_>>();
        let words = input.locale.locale().headings();
        let compared_total = if report.compared.is_empty() { None } else { total(words.compared_total) };
        let header = [words.under, words.line, words.commodity].map(str::to_owned).into_iter();
        let header = header.chain(labels(&report.columns)).chain(total(words.total));
        let header = header.chain(labels(&report.compared)).chain(compared_total);
        sheet.row(header.map(|name| Cell::Text(name.into()))).map_err(failed)?;
        let unvalued = report.unvalued.iter().map(|part| (part.rows.as_slice(), part.commodity.as_str()));
        for (rows, code) in
            std::iter::once((report.rows.as_slice(), report.currency.as_str())).chain(unvalued)
        {
            let mut above: Vec<&ReportRow> = Vec::new();
            for row in rows {
                above.truncate(above.iter().take_while(|parent| parent.depth < row.depth).count());
                let under: Vec<&str> = above.iter().map(|parent| parent.label.as_str()).collect();
                let mut cells = vec![
                    Cell::Text(under.join(":").into()),
                    Cell::from(row.label.as_str()),
                    Cell::from(code),
                ];
                figures(&mut cells, &row.values, report.columns.len(), has_total.then_some(&row.whole))?;
                let compared = (has_total && !report.compared.is_empty()).then_some(&row.compared_whole);
                figures(&mut cells, &row.compared, report.compared.len(), compared)?;
                sheet.row(cells).map_err(failed)?;
                above.push(row);
            }
        }
        let mut out = sheet.finish().map_err(failed)?;
        out.flush().map_err(failed)
    }
}

/// Puts down a row's figures, as many as there are columns, and its total where the table has one.
fn figures<'a>(
    cells: &mut Vec<Cell<'a>>,
    values: &'a [String],
    columns: usize,
    total: Option<&'a Option<String>>,
) -> Result<(), ApiError> {
    for column in 0..columns {
        cells.push(values.get(column).map_or(Ok(Cell::Empty), |value| figure(value))?);
    }
    if let Some(total) = total {
        cells.push(total.as_deref().map_or(Ok(Cell::Empty), figure)?);
    }
    Ok(())
}

fn figure(text: &str) -> Result<Cell<'_>, ApiError> {
    text.parse().map(Cell::Number).map_err(|_| ApiError::invalid(format!("“{text}” is not an amount")))
}

fn with_account(filter: &FilterInput, account: Option<Id>) -> FilterInput {
    let mut filter = filter.clone();
    filter.accounts.extend(account);
    filter
}

fn cells(row: &RegisterRow) -> Result<[Cell<'_>; 10], ApiError> {
    let category = match &row.category {
        CategoryCell::Category { path, .. } | CategoryCell::Transfer { path, .. } => {
            Cow::Borrowed(path.as_str())
        }
        CategoryCell::Unsorted => Cow::Borrowed(""),
        CategoryCell::Split { parts } => Cow::Owned(format!("({parts})")),
    };
    let status = match row.status {
        ledger::Status::Pending => "pending",
        ledger::Status::Cleared => "cleared",
        ledger::Status::Reconciled => "reconciled",
    };
    Ok([
        Cell::from(row.date.as_str()),
        Cell::from(row.path.as_str()),
        Cell::from(row.payee.as_str()),
        Cell::from(row.description.as_str()),
        Cell::Text(category),
        Cell::from(row.note.as_str()),
        Cell::from(status),
        figure(&row.amount.amount)?,
        Cell::from(row.amount.commodity.as_str()),
        row.balance.as_ref().map_or(Ok(Cell::Empty), |balance| figure(&balance.amount))?,
    ])
}

pub(crate) fn journal_error(error: JournalError) -> ApiError {
    let full = matches!(&error, JournalError::Io(cause) if cause.kind() == std::io::ErrorKind::StorageFull);
    let code = if full { ErrorCode::DiskFull } else { ErrorCode::File };
    ApiError::new(code, format!("the export could not be written: {error}")).with("what", error)
}
