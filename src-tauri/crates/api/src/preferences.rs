//! How the window looks and speaks on this machine, whichever ledger is open: it must be known before any is.

use crate::{ApiError, Language};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How years are counted on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Years {
    /// 2026.
    Gregory,
    /// 2569.
    Buddhist,
}

/// What a person chose for this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Preferences {
    /// The language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// How years are counted.
    pub calendar: Years,
    /// BCP 47 tag that decides marks and the order of dates; empty follows the language.
    pub region: String,
    /// Minutes without a touch after which the ledger locks; 0 for never.
    pub lock_after: u32,
    /// Whether the desktop reminds of what comes.
    #[serde(default = "on")]
    pub reminders: bool,
}

fn on() -> bool {
    true
}

/// Characters of the longest language tag that is taken.
const LONGEST_TAG: usize = 35;

impl Preferences {
    /// Refuses what no window of ours would send.
    pub(crate) fn check(&self) -> Result<(), ApiError> {
        let plain = self.region.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        if plain && self.region.len() <= LONGEST_TAG {
            return Ok(());
        }
        Err(ApiError::invalid(format!("“{}” is not a language tag", self.region)))
    }
}
