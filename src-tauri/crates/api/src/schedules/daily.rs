//! Posting what falls due while a ledger is open.

use super::Notice;
use crate::activities::ActivityKind;
use crate::{ApiError, Books, ErrorCode, Language, Session};
use std::sync::Arc;
use std::time::Duration;

/// How often it is looked whether a new day has begun.
const AGAIN: Duration = Duration::from_secs(600);

impl Session {
    /// What the desktop should tell now: what comes and what waits, then news of the bills. Nothing while a person does not
    /// want it, while no ledger is open, and when it was told today already.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn reminders_take(&self) -> Result<Vec<Notice>, ApiError> {
        let chosen = self.places().preferences();
        let language = chosen.as_ref().map_or(Language::English, |chosen| chosen.language);
        if chosen.is_some_and(|chosen| !chosen.reminders) {
            return Ok(Vec::new());
        }
        let Ok(books) = self.books().await else { return Ok(Vec::new()) };
        let due = Notice::of_due(language, &books.reminders_take().await?);
        let news = Notice::of_news(language, &books.news_take().await?);
        Ok(due.into_iter().chain(news).collect())
    }

    /// Puts what schedules bring without asking into the books: when a ledger is opened, and when a day begins.
    pub(crate) fn post_due_daily(&self, books: &Arc<Books>) {
        let (books, activities) = (Arc::downgrade(books), Arc::clone(&self.activities));
        tokio::spawn(async move {
            let mut looked = None;
            while let Some(books) = books.upgrade() {
                let today = books.today();
                if looked != Some(today) {
                    looked = Some(today);
                    match books.schedules_post_due().await {
                        Ok(None) => {}
                        Err(error) if error.code == ErrorCode::NoLedger => return,
                        Ok(entry) => {
                            let (id, _) = activities.start(ActivityKind::Schedule, "");
                            activities.end(id, Ok(entry));
                        }
                        Err(error) => {
                            let (id, _) = activities.start(ActivityKind::Schedule, "");
                            activities.end(id, Err(&error));
                        }
                    }
                }
                drop(books);
                tokio::time::sleep(AGAIN).await;
            }
        });
    }
}
