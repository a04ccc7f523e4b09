//! Settings that belong to a ledger and travel with it.

use crate::edit::Edit;
use crate::{ApiError, Books, EntryView};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Delta, Reader, Setting};

/// What a person wants to do with Coffer; it shapes which sections show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// See where the money is and where it went.
    Track,
    /// Live in several currencies.
    Currencies,
    /// Build what one owns.
    Invest,
    /// Run a small business.
    Business,
}

/// The settings of one ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LedgerSettings {
    /// What a person calls it.
    pub name: String,
    /// Code of the currency that totals are shown in.
    pub currency: String,
    /// What it is used for.
    pub purposes: Vec<Purpose>,
    /// Sections that a person switched off.
    pub hidden_sections: Vec<String>,
    /// `true` for sample books, which say so on every screen.
    pub sample: bool,
}

const NAME: &str = "settings";

impl LedgerSettings {
    pub(crate) async fn read(reader: &mut Reader) -> Result<Self, ApiError> {
        let text = reader.setting(NAME).await?.ok_or_else(|| ApiError::missing("the ledger's settings"))?;
        serde_json::from_str(&text)
            .map_err(|error| ApiError::invalid(format!("the ledger's settings: {error}")))
    }

    pub(crate) fn setting(&self) -> Result<Setting, ApiError> {
        let value = serde_json::to_string(self).map_err(|error| ApiError::invalid(error.to_string()))?;
        Ok(Setting { name: NAME.into(), value })
    }
}

impl Books {
    /// The ledger's settings.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn ledger_settings(&self) -> Result<LedgerSettings, ApiError> {
        LedgerSettings::read(&mut self.store.read().await?).await
    }

    /// Sets what a ledger is founded on: Undo stops before it.
    pub(crate) async fn set_founding_settings(&self, settings: &LedgerSettings) -> Result<(), ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let before = LedgerSettings::read(edit.books()).await?;
        if before != *settings {
            edit.change(Delta::replaced(before.setting()?, settings.setting()?));
            edit.found("settings").await?;
        }
        Ok(())
    }

    /// Changes the ledger's settings.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for an unknown currency.
    pub async fn set_ledger_settings(
        &self,
        settings: &LedgerSettings,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        edit.commodity(&settings.currency).await?;
        let before = LedgerSettings::read(edit.books()).await?;
        if before != *settings {
            edit.change(Delta::replaced(before.setting()?, settings.setting()?));
        }
        EntryView::of(edit.commit("settings", serde_json::json!({})).await?)
    }
}
