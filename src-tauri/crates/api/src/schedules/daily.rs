//! Posting what falls due while a ledger is open.

use crate::activities::ActivityKind;
use crate::{AlertView, ApiError, Books, ErrorCode, Language, ReminderView, Session};
use std::sync::Arc;
use std::time::Duration;

/// How often it is looked whether a new day has begun.
const AGAIN: Duration = Duration::from_secs(600);

/// What the desktop should tell, and in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminders {
    /// The window's language.
    pub language: Language,
    /// What comes, and what waits.
    pub due: Vec<ReminderView>,
    /// What is new of the bills: renewals ahead, changed prices, trials that turned paid, doubles.
    pub news: Vec<AlertView>,
}

impl Session {
    /// What the desktop should remind of now: nothing while a person does not want it, while no ledger is open, and when it
    /// was told today already.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn reminders_take(&self) -> Result<Reminders, ApiError> {
        let chosen = self.places().preferences();
        let language = chosen.as_ref().map_or(Language::English, |chosen| chosen.language);
        let mut reminders = Reminders { language, due: Vec::new(), news: Vec::new() };
        if chosen.is_some_and(|chosen| !chosen.reminders) {
            return Ok(reminders);
        }
        if let Ok(books) = self.books().await {
            reminders.due = books.reminders_take().await?;
            reminders.news = books.news_take().await?;
        }
        Ok(reminders)
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
