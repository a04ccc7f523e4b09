//! When a schedule would come that is still being written.

use super::ScheduleShift;
use super::agenda::workdays;
use super::save::{country, recurrence};
use crate::{ApiError, Books};
use planning::Workdays;

/// Days that are shown of a schedule at most.
const MOST: u32 = 60;
/// How far ahead they are looked for, in days: what comes every fourth year shows too.
const HORIZON: i32 = 4400;

impl Books {
    /// The next days, from today on, of a rule that is not saved yet, shifted as it asks; at most 60.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] for days and rules that are none; [`crate::ErrorCode::Missing`] for a country without a
    /// table of holidays.
    pub async fn schedule_preview(
        &self,
        start: &str,
        rule: Option<&str>,
        until: Option<&str>,
        shift: ScheduleShift,
        of_country: Option<&str>,
        count: u32,
    ) -> Result<Vec<String>, ApiError> {
        let recurrence = recurrence(start, rule, until, shift)?;
        let workdays = match country(of_country)? {
            Some(code) => workdays(&code, &self.store.read().await?.own_holidays().await?),
            None => Workdays::default(),
        };
        let today = self.today();
        let last = recurrence.start().max(today).offset(HORIZON);
        let coming = recurrence.between(today, last, &workdays);
        let most = usize::try_from(count.min(MOST)).unwrap_or_default();
        Ok(coming.iter().take(most).map(|one| one.day.to_string()).collect())
    }
}
