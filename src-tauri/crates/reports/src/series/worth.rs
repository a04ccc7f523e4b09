//! Net worth over time.

use crate::Kind;
use crate::report::{Line, Report};
use ledger::{Day, Quantity};

/// Net worth at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorthPoint {
    /// The day.
    pub day: Day,
    /// Assets less liabilities.
    pub worth: Quantity,
}

impl Report {
    /// Net worth at the end of the day before the first column, and at the end of each; empty in other reports than
    /// [`Kind::NetWorth`].
    pub fn worth_points(&self) -> Vec<WorthPoint> {
        let (Some(worth), Some(change)) = (self.line(Line::NetWorth), self.line(Line::Change)) else {
            return Vec::new();
        };
        let opening = self.columns.first().zip(worth.values.first().zip(change.values.first()));
        let opening =
            opening.filter(|_| self.kind() == Kind::NetWorth).and_then(|(column, (end, change))| {
                let worth = end.plus(change.negated()).ok()?;
                Some(WorthPoint { day: column.from().offset(-1), worth })
            });
        let ends = self.columns.iter().zip(&worth.values);
        let ends = ends.map(|(column, worth)| WorthPoint { day: column.to(), worth: *worth });
        opening.into_iter().chain(ends).collect()
    }
}
