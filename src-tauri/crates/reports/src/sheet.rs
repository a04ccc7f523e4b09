//! Flows and balances of each account, valued, on one sheet per commodity: what rows are made of.

use crate::{Books, Plan, ReportError};
use ledger::{CommodityId, Day, Quantity, RoundingRule, Scale, convert};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

/// Figures by line (an account or a payee) and column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grid {
    width: usize,
    cells: Vec<Quantity>,
    touched: Vec<bool>,
}

impl Grid {
    fn new(lines: usize, width: usize) -> Self {
        Self { width, cells: vec![Quantity::ZERO; lines * width], touched: vec![false; lines] }
    }

    fn add(&mut self, line: usize, column: usize, quantity: Quantity) -> Result<(), ReportError> {
        let cell = &mut self.cells[line * self.width + column];
        *cell = cell.plus(quantity)?;
        self.touched[line] = true;
        Ok(())
    }

    /// The figures of a line.
    pub(crate) fn line(&self, line: usize) -> &[Quantity] {
        self.cells.get(line * self.width..(line + 1) * self.width).unwrap_or_default()
    }

    /// `true` where anything was put down for a line, even if it comes to nothing.
    pub(crate) fn is_touched(&self, line: usize) -> bool {
        self.touched.get(line).copied().unwrap_or_default()
    }

    /// The sum of all lines.
    pub(crate) fn sum(&self) -> Result<Vec<Quantity>, ReportError> {
        let mut sum = vec![Quantity::ZERO; self.width];
        for line in 0..self.touched.len() {
            add(&mut sum, self.line(line))?;
        }
        Ok(sum)
    }

    /// Turns what moved within each of `columns` into what moved up to its end.
    fn accumulate(&mut self, columns: std::ops::Range<usize>) -> Result<(), ReportError> {
        for line in self.cells.chunks_mut(self.width.max(1)) {
            let mut so_far = Quantity::ZERO;
            for cell in &mut line[columns.clone()] {
                so_far = so_far.plus(*cell)?;
                *cell = so_far;
            }
        }
        Ok(())
    }
}

/// Adds figures to others, column by column.
pub(crate) fn add(sum: &mut [Quantity], figures: &[Quantity]) -> Result<(), ReportError> {
    for (total, figure) in sum.iter_mut().zip(figures) {
        *total = total.plus(*figure)?;
    }
    Ok(())
}

/// Which of a sheet's grids.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    /// What moved within each column; or, where accumulated, up to its end.
    Moved,
    /// What was there at the end of each column.
    Held,
    /// What was there before each column.
    Before,
}

/// The figures of a report in one commodity; a grid that the report doesn't need has no columns.
///
/// Columns are those of the report, followed by those it is compared with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) moved: Grid,
    pub(crate) held: Grid,
    pub(crate) before: Grid,
}

impl Sheet {
    fn new(lines: usize, width: usize) -> Self {
        let grid = Grid::new(lines, width);
        Self { moved: grid.clone(), held: grid.clone(), before: grid }
    }

    fn part(&mut self, part: Part) -> &mut Grid {
        match part {
            Part::Moved => &mut self.moved,
            Part::Held => &mut self.held,
            Part::Before => &mut self.before,
        }
    }
}

/// A sheet in the base commodity, and one for each commodity that lacks a rate.
pub(crate) struct Sheets<'a> {
    books: &'a Books<'a>,
    scale: Scale,
    lines: usize,
    width: usize,
    rates: FxHashMap<(CommodityId, Day), Rate>,
    pub(crate) base: Sheet,
    /// With the earliest day that lacked the rate.
    pub(crate) unvalued: BTreeMap<CommodityId, (Day, Sheet)>,
}

/// What a commodity is worth in the base on a day, and the scale that it is counted in.
#[derive(Debug, Clone, Copy)]
struct Rate {
    from: Scale,
    rate: Option<Decimal>,
}

/// Where a quantity goes on its sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) part: Part,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl<'a> Sheets<'a> {
    /// Empty sheets of so many lines and the columns of `plan`.
    pub(crate) fn new(books: &'a Books<'a>, plan: &Plan, lines: usize) -> Result<Self, ReportError> {
        let width = plan.main.columns.len() + plan.compared.columns.len();
        Ok(Self {
            books,
            scale: scale(books, books.base)?,
            lines,
            width,
            rates: FxHashMap::default(),
            base: Sheet::new(lines, width),
            unvalued: BTreeMap::new(),
        })
    }

    /// The value of a quantity on a day, rounded half to even; `None` where there is no rate.
    pub(crate) fn value(
        &mut self,
        quantity: Quantity,
        commodity: CommodityId,
        day: Day,
    ) -> Result<Option<Quantity>, ReportError> {
        let base = self.books.base;
        if commodity == base {
            return Ok(Some(quantity));
        }
        let Rate { from, rate } = match self.rates.entry((commodity, day)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(unknown) => *unknown.insert(Rate {
                from: scale(self.books, commodity)?,
                rate: self.books.rates.at(commodity, base, day),
            }),
        };
        let Some(rate) = rate else { return Ok(None) };
        let value = convert(quantity, from, rate, self.scale, RoundingRule::HalfEven);
        value.map(Some).map_err(|source| ReportError::Value { commodity, day, source })
    }

    /// Puts a quantity down: its value on the base sheet or, without a rate, itself on its commodity's own.
    pub(crate) fn put(
        &mut self,
        place: Place,
        quantity: Quantity,
        commodity: CommodityId,
        day: Day,
    ) -> Result<(), ReportError> {
        match self.value(quantity, commodity, day)? {
            Some(value) => self.base.part(place.part).add(place.line, place.column, value),
            None => {
                let (lines, width) = (self.lines, self.width);
                let (earliest, sheet) =
                    self.unvalued.entry(commodity).or_insert_with(|| (day, Sheet::new(lines, width)));
                *earliest = day.min(*earliest);
                sheet.part(place.part).add(place.line, place.column, quantity)
            }
        }
    }

    /// Turns what moved within columns into what moved up to their ends, from the beginning of the books.
    pub(crate) fn accumulate(&mut self, columns: std::ops::Range<usize>) -> Result<(), ReportError> {
        let others = self.unvalued.values_mut().map(|(_, sheet)| sheet);
        for sheet in std::iter::once(&mut self.base).chain(others) {
            sheet.moved.accumulate(columns.clone())?;
        }
        Ok(())
    }
}

fn scale(books: &Books<'_>, commodity: CommodityId) -> Result<Scale, ReportError> {
    let known = books.commodities.get(&commodity).map(|known| known.scale);
    known.ok_or(ReportError::UnknownCommodity { commodity })
}
