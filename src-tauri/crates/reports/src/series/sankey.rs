//! Where money came from and where it went, through one middle.

use crate::report::{Line, Report, Row, RowStyle, Subject};
use ledger::{Quantity, QuantityError};

/// What came in on one side and went out on the other; both sides come to the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sankey {
    /// Where it came from, the largest first; what was drawn from savings last, as [`Line::FromSavings`].
    pub sources: Vec<Stream>,
    /// What it went to, the largest first; what was saved last, as [`Line::Saved`].
    pub uses: Vec<Stream>,
    /// Everything through the middle.
    pub total: Quantity,
}

/// One branch of a flow of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stream {
    /// A category, several together, [`Line::Saved`] or [`Line::FromSavings`].
    pub subject: Subject,
    /// How much, above zero.
    pub quantity: Quantity,
}

impl Report {
    /// The flow of money over all columns of a cash flow or an income statement, by topmost categories: at most `most` on
    /// each side, the others together. An expense category that brought money back is a source, and an income category
    /// that cost money a use.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] when a side does not fit.
    pub fn sankey(&self, most: usize) -> Result<Sankey, QuantityError> {
        let (mut sources, mut uses) = (Vec::new(), Vec::new());
        for (line, backwards) in
            [(Line::Income, false), (Line::MoneyIn, false), (Line::Expenses, true), (Line::MoneyOut, true)]
        {
            for stream in self.section(line).iter().filter(|row| row.depth == 1).filter_map(stream) {
                let back = stream.quantity.is_negative();
                let side = if back == backwards { &mut sources } else { &mut uses };
                side.push(Stream { quantity: stream.quantity.magnitude(), ..stream });
            }
        }
        let mut sankey =
            Sankey { sources: largest(sources, most)?, uses: largest(uses, most)?, total: Quantity::ZERO };
        let sum = |side: &[Stream]| Quantity::sum(side.iter().map(|stream| stream.quantity));
        let saved = sum(&sankey.sources)?.plus(sum(&sankey.uses)?.negated())?;
        let (side, line) = if saved.is_negative() {
            (&mut sankey.sources, Line::FromSavings)
        } else {
            (&mut sankey.uses, Line::Saved)
        };
        if !saved.is_zero() {
            side.push(Stream { subject: Subject::Line(line), quantity: saved.magnitude() });
        }
        sankey.total = sum(&sankey.uses)?;
        Ok(sankey)
    }
}

fn stream(row: &Row) -> Option<Stream> {
    let is_account = row.style != RowStyle::Heading && row.style != RowStyle::Total;
    let quantity = row.whole.filter(|quantity| is_account && !quantity.is_zero())?;
    Some(Stream { subject: row.subject, quantity })
}

/// The largest `most` of a side, the others together after them.
fn largest(mut side: Vec<Stream>, most: usize) -> Result<Vec<Stream>, QuantityError> {
    side.sort_by_key(|stream| std::cmp::Reverse(stream.quantity));
    // One other takes no more room than all of them.
    if side.len() > most + 1 {
        let others = side.split_off(most);
        let quantity = Quantity::sum(others.iter().map(|stream| stream.quantity))?;
        side.push(Stream { subject: Subject::Others(others.len()), quantity });
    }
    Ok(side)
}
