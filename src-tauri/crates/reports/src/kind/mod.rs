//! Each kind of report: what it takes from the books, and the rows it makes of a sheet.

mod balance_sheet;
mod cash_flow;
mod income_statement;
mod net_worth;
mod spending;

use crate::lines::Lines;
use crate::outline::{Draft, Order, Outline};
use crate::report::{Report, Row, RowStyle, Unvalued};
use crate::sheet::{Grid, Sheet, Sheets};
use crate::{Books, Kind, Movements, Plan, ReportError};
use ledger::Quantity;

/// What the rows of one sheet are made with.
pub(crate) struct Maker<'a> {
    lines: &'a Lines<'a>,
    sheet: &'a Sheet,
    /// How many columns the report has; the sheet has those compared with besides.
    columns: usize,
    width: usize,
}

impl<'a> Maker<'a> {
    /// Accounts by their figures in `grid`; `turned` where people read the opposite of the books' sign.
    fn outline(&self, grid: &'a Grid, turned: bool, order: Order) -> Outline<'a> {
        Outline { lines: self.lines, grid, width: self.width, turned, order, hides: |_| false }
    }
}

fn less(these: &[Quantity], those: &[Quantity]) -> Result<Vec<Quantity>, ReportError> {
    let pairs = these.iter().zip(those);
    pairs.map(|(this, that)| Ok(this.plus(that.negated())?)).collect()
}

/// Leaves out headings whose total follows at once and is nothing.
fn without_empty_sections(rows: &[Row]) -> Vec<Row> {
    let is_empty = |at: usize| {
        let Some([heading, total]) = rows.get(at..at + 2) else { return false };
        let nothing = total.values.iter().chain(&total.compared).all(|figure| figure.is_zero());
        heading.style == RowStyle::Heading && total.style == RowStyle::Total && nothing
    };
    let empty = |at: &usize| is_empty(*at) || at.checked_sub(1).is_some_and(is_empty);
    (0..rows.len()).filter(|at| !empty(at)).map(|at| rows[at].clone()).collect()
}

impl Plan {
    /// The report, from what was read for it.
    ///
    /// # Errors
    /// [`ReportError`] where the movements are not those of this plan, name accounts or commodities that the books do not
    /// have, or come to more than a quantity holds.
    pub fn report(&self, books: &Books<'_>, movements: &Movements) -> Result<Report, ReportError> {
        movements.check(self)?;
        let lines = Lines::new(books.accounts);
        let columns = self.main.columns.len();
        let width = columns + self.compared.columns.len();

        if self.request.kind == Kind::SpendingByPayee {
            let payees = spending::Payees::new(self, books, movements, &lines)?;
            let mut sheets = Sheets::new(books, self, payees.len())?;
            payees.put(&mut sheets, self, movements, &lines)?;
            return self.finish(books, &sheets, |sheet| {
                let maker = Maker { lines: &lines, sheet, columns, width };
                spending::by_payee(&maker, &payees, self.request.most_payees)
            });
        }
        let mut sheets = Sheets::new(books, self, lines.len())?;
        match self.request.kind {
            Kind::BalanceSheet => balance_sheet::put(&mut sheets, self, movements, &lines)?,
            Kind::NetWorth => net_worth::put(&mut sheets, self, movements, &lines)?,
            Kind::CashFlow => cash_flow::put(&mut sheets, self, movements, &lines)?,
            Kind::IncomeStatement => income_statement::put(&mut sheets, self, movements, &lines)?,
            Kind::SpendingByCategory | Kind::SpendingByPayee => {
                spending::put(&mut sheets, self, movements, &lines)?;
            }
        }
        self.finish(books, &sheets, |sheet| {
            let maker = Maker { lines: &lines, sheet, columns, width };
            match self.request.kind {
                Kind::BalanceSheet => balance_sheet::rows(&maker),
                Kind::NetWorth => net_worth::rows(&maker),
                Kind::CashFlow => cash_flow::rows(&maker),
                Kind::IncomeStatement => income_statement::rows(&maker),
                Kind::SpendingByCategory | Kind::SpendingByPayee => spending::by_category(&maker),
            }
        })
    }

    fn finish(
        &self,
        books: &Books<'_>,
        sheets: &Sheets<'_>,
        rows: impl Fn(&Sheet) -> Result<Vec<Draft>, ReportError>,
    ) -> Result<Report, ReportError> {
        let rows = |sheet: &Sheet| {
            let drafts = rows(sheet)?.into_iter();
            let rows: Result<Vec<Row>, _> =
                drafts.map(|draft| draft.into_row(self.main.columns.len())).collect();
            rows.map(|rows| match self.request.kind {
                Kind::CashFlow => cash_flow::with_shares(rows),
                Kind::SpendingByCategory | Kind::SpendingByPayee => spending::with_shares(rows),
                _ => rows,
            })
        };
        let unvalued = sheets.unvalued.iter().map(|(commodity, (day, sheet))| {
            Ok(Unvalued { commodity: *commodity, day: *day, rows: without_empty_sections(&rows(sheet)?) })
        });
        Ok(Report {
            request: self.request,
            base: books.base,
            columns: self.main.columns.clone(),
            compared: self.compared.columns.clone(),
            unvalued: unvalued.collect::<Result<_, ReportError>>()?,
            rows: rows(&sheets.base)?,
        })
    }
}
