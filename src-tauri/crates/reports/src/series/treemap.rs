//! Spending as areas within areas.

use crate::Kind;
use crate::outline::percent;
use crate::report::{Report, Row, RowStyle, Subject};
use ledger::{Quantity, QuantityError};
use rust_decimal::Decimal;

/// A category's area, with those of its own categories in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// The category or payee.
    pub subject: Subject,
    /// How much was spent, above zero: where it has tiles within, their sum.
    pub quantity: Quantity,
    /// Percent of all tiles, to one decimal.
    pub share: Decimal,
    /// The areas within.
    pub tiles: Vec<Tile>,
}

impl Report {
    /// The areas of a spending report over all columns, the largest first; empty in other reports. An area cannot be
    /// negative: categories that brought money back are left out, so that the areas may come to more than the spending.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] when the areas do not fit.
    pub fn treemap(&self) -> Result<Vec<Tile>, QuantityError> {
        if !matches!(self.kind(), Kind::SpendingByCategory | Kind::SpendingByPayee) {
            return Ok(Vec::new());
        }
        let mut tiles = tiles(&self.rows)?;
        let total = Quantity::sum(tiles.iter().map(|tile| tile.quantity))?;
        share_out(&mut tiles, total);
        Ok(tiles)
    }
}

/// The tiles of the first row and of those of its depth after it.
fn tiles(rows: &[Row]) -> Result<Vec<Tile>, QuantityError> {
    let mut tiles = Vec::new();
    let mut rest = rows;
    while let Some((row, after)) = rest.split_first() {
        let below = after.iter().take_while(|other| other.depth > row.depth).count();
        let (below, next) = after.split_at(below);
        rest = next;
        if !matches!(row.style, RowStyle::Line | RowStyle::Subtotal) {
            continue;
        }
        let within = self::tiles(below)?;
        let quantity = if row.has_children {
            Quantity::sum(within.iter().map(|tile| tile.quantity))?
        } else {
            row.whole.unwrap_or_default()
        };
        if quantity > Quantity::ZERO {
            tiles.push(Tile { subject: row.subject, quantity, share: Decimal::ZERO, tiles: within });
        }
    }
    tiles.sort_by_key(|tile| std::cmp::Reverse(tile.quantity));
    Ok(tiles)
}

fn share_out(tiles: &mut [Tile], total: Quantity) {
    for tile in tiles {
        tile.share = percent(tile.quantity, total).unwrap_or_default();
        share_out(&mut tile.tiles, total);
    }
}
