//! Charts for export, as SVG.
//!
//! Figures become positions on the drawing and nothing else: every number that can be read is text made from a
//! quantity. Text is written as text in the theme's font, so whoever shows the drawing must have that font.

mod area;
mod bars;
mod canvas;
mod categories;
mod scale;
mod theme;

use crate::{Kind, Locale, Names, Report};
pub use theme::{Colour, Theme};

/// What a chart is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct Pen<'a> {
    /// Sizes and colours.
    pub theme: &'a Theme,
    /// Words, dates and numbers.
    pub locale: &'a Locale,
    /// Names of accounts, payees and commodities.
    pub names: &'a Names<'a>,
}

/// Why there is no chart.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// The drawing failed.
    #[error("the chart could not be drawn: {reason}")]
    Drawing {
        /// What the drawing library says.
        reason: String,
    },
    /// A sum of what is drawn does not fit.
    #[error(transparent)]
    Quantity(#[from] ledger::QuantityError),
}

impl Report {
    /// The chart that shows best what this report says, as an SVG document; `None` where there is nothing to draw.
    ///
    /// Net worth is an area over time; income and expenses are bars over time, or, of a single column, bars by category;
    /// balance sheets and spending are bars by category.
    ///
    /// # Errors
    /// [`ChartError`].
    pub fn chart(&self, pen: &Pen<'_>) -> Result<Option<String>, ChartError> {
        match self.kind() {
            Kind::NetWorth => area::net_worth(self, pen),
            Kind::IncomeStatement | Kind::CashFlow if self.columns.len() > 1 => {
                bars::income_and_expenses(self, pen)
            }
            _ => categories::categories(self, pen),
        }
    }
}
