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

    /// Closes the books up to and including a day, or (with `None`) opens them again. The database itself then refuses
    /// every transaction of the period.
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
