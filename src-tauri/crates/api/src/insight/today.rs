//! What is worth knowing today.

use super::month::{milestone_view, passed};
use super::spending::Spending;
use super::view::{InsightNote, InsightView};
use crate::edit::Edit;
use crate::forecast::ForecastSource;
use crate::{ApiError, Books, EntryView};
use ledger::Month;
use planning::Dismissal;
use std::collections::HashSet;
use store::Delta;

/// Things that are told at once.
const MOST: usize = 3;
/// Days ahead in which a shortfall is worth a word.
const AHEAD: i32 = 45;
/// Days for which a milestone is worth a word.
const FRESH: i32 = 31;

impl Books {
    /// What may be spent today, and a few things worth knowing that nobody has put away.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn insight_today(&self) -> Result<InsightView, ApiError> {
        let mut reader = self.read_recurring().await?;
        let today = self.today();
        let source = ForecastSource::read(&mut reader, today, AHEAD).await?;
        let away = reader.dismissals().await?.into_iter().map(|one| one.about);
        let away: HashSet<String> = away.collect();
        let mut notes = Vec::new();
        let days = usize::try_from(AHEAD).unwrap_or_default();
        for short in source.outcome(&source.lines, days, &[], &[])?.shortfalls {
            let Some(day) = short.day else { continue };
            // It is told anew in another month.
            let about = format!("shortfall/{}/{}", short.account, &day[..7]);
            notes.push(InsightNote::Shortfall {
                about,
                account: short.account,
                path: short.path,
                day,
                missing: short.missing,
                commodity: short.commodity,
            });
        }
        let spending = Spending::read(&mut reader, Month::of(today), today).await?;
        for one in spending.unusual() {
            let about = format!("unusual/{}/{}", spending.month, one.category);
            if !away.contains(&about) {
                let month = spending.month.to_string();
                notes.push(InsightNote::Unusual {
                    about,
                    month,
                    spending: spending.explain(&mut reader, &one).await?,
                });
            }
        }
        for one in passed(&mut reader, today).await?.iter().rev() {
            if one.day >= today.offset(-FRESH) {
                let about = format!("milestone/{}", one.units);
                notes.push(InsightNote::Milestone { about, milestone: milestone_view(one, &spending)? });
            }
        }
        notes.retain(|note| !away.contains(note.about()));
        notes.truncate(MOST);
        let safe = self.safe_to_spend(&mut reader, &source).await?;
        Ok(InsightView { date: today.to_string(), currency: source.code(source.base), safe, notes })
    }

    /// Puts something away that a person has seen.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] for nothing, or a text too long to be about something.
    pub async fn insight_dismiss(&self, about: &str) -> Result<Option<EntryView>, ApiError> {
        if about.is_empty() || about.len() > 200 {
            return Err(ApiError::invalid("say what is put away"));
        }
        let mut edit = Edit::begin(&self.store).await?;
        if !edit.books().dismissals().await?.iter().any(|one| one.about == about) {
            edit.change(Delta::added(Dismissal { about: about.to_owned(), day: self.today() }));
        }
        EntryView::of(edit.commit("insight_dismiss", serde_json::json!({ "about": about })).await?)
    }
}

impl InsightNote {
    fn about(&self) -> &str {
        match self {
            Self::Shortfall { about, .. } | Self::Unusual { about, .. } | Self::Milestone { about, .. } => {
                about
            }
        }
    }
}
