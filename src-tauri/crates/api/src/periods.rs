//! Closing periods.

use crate::accounts::parse_day;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView};
use ledger::Day;
use serde::Serialize;
use specta::Type;
use store::{Delta, Setting};

/// Up to when the books are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ClosedPeriod {
    /// Its last day; `None` while nothing is closed.
    pub through: Option<String>,
}

/// A month that has transactions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MonthView {
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// How many transactions it has.
    pub transactions: u32,
    /// How many of those no statement has agreed yet.
    pub unreconciled: u32,
}

const NAME: &str = "closed_through";

impl Books {
    /// Up to when the books are closed.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn closed_period(&self) -> Result<ClosedPeriod, ApiError> {
        let through = self.store.read().await?.closed_through().await?;
        Ok(ClosedPeriod { through: through.map(|day| day.to_string()) })
    }

    /// Every month that has transactions, oldest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn months(&self) -> Result<Vec<MonthView>, ApiError> {
        let counts = self.store.read().await?.month_counts().await?;
        let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        let view = |found: store::MonthCount| MonthView {
            from: found.month.first().to_string(),
            to: found.month.last().to_string(),
            transactions: count(found.transactions),
            unreconciled: count(found.unreconciled),
        };
        Ok(counts.into_iter().map(view).collect())
    }

    /// Closes the books up to and including a day, or (with `None`) opens them again. The store then refuses every change of
    /// the period's transactions, receipts, prices and statements, by undo and redo too.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] for a day that has not ended.
    pub async fn period_close(&self, through: Option<&str>) -> Result<Option<EntryView>, ApiError> {
        let through: Option<Day> = through.map(parse_day).transpose()?;
        if through.is_some_and(|day| day >= self.today()) {
            return Err(ApiError::invalid("only days that have ended can be closed"));
        }
        let mut edit = Edit::begin(&self.store).await?;
        let setting = |day: Day| Setting { name: NAME.into(), value: day.number().to_string() };
        let before = edit.books().closed_through().await?.map(setting);
        let after = through.map(setting);
        if before != after {
            edit.change(Delta { before, after });
        }
        let (name, text) = match through {
            Some(day) => ("period_close", day.to_string()),
            None => ("period_open", String::new()),
        };
        EntryView::of(edit.commit(name, serde_json::json!({ "through": text })).await?)
    }
}
