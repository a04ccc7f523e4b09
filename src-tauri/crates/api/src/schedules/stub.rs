//! To be filled in.

use super::*;
use crate::{ApiError, BillsView, Books, EntryView, Id};

fn soon<T>() -> Result<T, ApiError> {
    Err(ApiError::invalid("schedules cannot be kept yet"))
}

#[allow(missing_docs, clippy::missing_errors_doc, clippy::unused_async)]
impl Books {
    pub async fn schedule_list(&self) -> Result<Vec<ScheduleView>, ApiError> {
        Ok(Vec::new())
    }
    pub async fn schedule_save(&self, _input: &ScheduleInput) -> Result<ScheduleView, ApiError> {
        soon()
    }
    pub async fn schedule_remove(&self, _id: Id) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn schedule_occurrences(
        &self,
        _from: &str,
        _to: &str,
    ) -> Result<Vec<OccurrenceView>, ApiError> {
        Ok(Vec::new())
    }
    pub async fn schedule_post(
        &self,
        _occurrence: &OccurrenceKey,
        _amount: Option<&str>,
        _date: Option<&str>,
    ) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn schedule_post_all(
        &self,
        _occurrences: &[OccurrenceKey],
    ) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn schedule_skip(&self, _occurrence: &OccurrenceKey) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn schedule_restore(&self, _occurrence: &OccurrenceKey) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn schedule_change(
        &self,
        _occurrence: &OccurrenceKey,
        _scope: ScheduleScope,
        _change: &ScheduleChange,
    ) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn bill_list(&self) -> Result<BillsView, ApiError> {
        Ok(BillsView::default())
    }
    pub async fn bill_confirm(&self, _bill: &str) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn bill_dismiss(&self, _bill: &str) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn bill_restore(&self, _bill: &str) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
    pub async fn bill_note(&self, _bill: &str, _note: &str) -> Result<Option<EntryView>, ApiError> {
        soon()
    }
}
