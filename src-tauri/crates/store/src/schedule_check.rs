//! Whether what comes again can be followed.

use crate::{Difference, Reader, StoreError};
use planning::ScheduleId;

impl Reader {
    /// Finds schedules that cannot be read or whose other side does not take the rest exactly once. That what is posted has
    /// its transaction, the database holds by itself, and its foreign keys are checked with all others.
    pub(crate) async fn check_schedules(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let ids: Vec<i64> =
            sqlx::query_scalar("SELECT id FROM schedule ORDER BY id").fetch_all(self.connection()).await?;
        for id in ids {
            let what = match self.schedule(ScheduleId(id)).await {
                Ok(Some(schedule)) => {
                    let rests = schedule.parts.iter().filter(|part| part.quantity.is_none()).count();
                    (rests != 1).then(|| format!("{rests} of its parts take the rest"))
                }
                Ok(None) => None,
                Err(StoreError::Corrupt { what }) => Some(what),
                Err(error) => return Err(error),
            };
            found.extend(what.map(|what| Difference::Schedule { id, what }));
            match self.exceptions(Some(ScheduleId(id))).await {
                Ok(_) => {}
                Err(StoreError::Corrupt { what }) => found.push(Difference::Schedule { id, what }),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
