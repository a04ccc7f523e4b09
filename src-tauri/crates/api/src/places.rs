//! Where things are kept on this machine, and which ledgers were open lately.

use crate::books::file_error;
use crate::{ApiError, ErrorCode, Preferences};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::{Path, PathBuf};

/// The folders that a session uses.
#[derive(Debug, Clone)]
pub struct Places {
    /// For what Coffer remembers of this machine.
    pub config: PathBuf,
    /// For sample books.
    pub data: PathBuf,
    /// For new ledgers, unless a person chooses another place.
    pub documents: PathBuf,
    /// For exports.
    pub downloads: PathBuf,
}

/// A ledger that was open lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RecentLedger {
    /// Its file.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// `true` when its file is no longer where it was.
    pub gone: bool,
}

/// How many are remembered.
const REMEMBERED: usize = 10;

#[derive(Default, Serialize, Deserialize)]
struct Remembered {
    recent: Vec<RememberedLedger>,
}

/// What the list keeps of a ledger.
#[derive(Serialize, Deserialize)]
struct RememberedLedger {
    path: String,
    name: String,
}

impl Places {
    fn file(&self) -> PathBuf {
        self.config.join("ledgers.json")
    }

    /// The ledgers that were open lately, the last one first.
    pub(crate) fn recent(&self) -> Vec<RecentLedger> {
        let looked_up = |RememberedLedger { path, name }| {
            let gone = !Path::new(&path).is_file();
            RecentLedger { path, name, gone }
        };
        self.remembered().into_iter().map(looked_up).collect()
    }

    fn remembered(&self) -> Vec<RememberedLedger> {
        // What cannot be read is forgotten: it holds nothing but a list of files.
        let text = std::fs::read_to_string(self.file()).unwrap_or_default();
        serde_json::from_str::<Remembered>(&text).unwrap_or_default().recent
    }

    /// Remembers a ledger as the last one open.
    pub(crate) fn remember(&self, path: &Path, name: &str) -> Result<(), ApiError> {
        let path = path.display().to_string();
        let mut recent = self.remembered();
        recent.retain(|ledger| ledger.path != path);
        recent.insert(0, RememberedLedger { path, name: name.to_owned() });
        recent.truncate(REMEMBERED);
        self.write(&self.file(), &Remembered { recent })
    }

    /// Forgets a ledger; its file stays.
    pub(crate) fn forget(&self, path: &str) -> Result<(), ApiError> {
        let mut recent = self.remembered();
        recent.retain(|ledger| ledger.path != path);
        self.write(&self.file(), &Remembered { recent })
    }

    fn preferences_file(&self) -> PathBuf {
        self.config.join("preferences.json")
    }

    /// What a person chose for this machine; `None` before that.
    pub(crate) fn preferences(&self) -> Option<Preferences> {
        // What cannot be read is forgotten: it holds nothing that cannot be chosen again.
        let text = std::fs::read_to_string(self.preferences_file()).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Remembers what a person chose for this machine.
    pub(crate) fn keep_preferences(&self, preferences: &Preferences) -> Result<(), ApiError> {
        preferences.check()?;
        self.write(&self.preferences_file(), preferences)
    }

    fn write(&self, file: &Path, value: &impl Serialize) -> Result<(), ApiError> {
        let text =
            serde_json::to_string_pretty(value).map_err(|error| ApiError::invalid(error.to_string()))?;
        let written = std::fs::create_dir_all(&self.config).and_then(|()| std::fs::write(file, text));
        written.map_err(|cause| file_error(file, &cause))
    }

    /// A file in the downloads folder that does not exist yet: `name.ending`, else `name (2).ending` and so on.
    pub(crate) fn download(&self, name: &str, ending: &str) -> Result<(PathBuf, std::fs::File), ApiError> {
        std::fs::create_dir_all(&self.downloads).map_err(|cause| file_error(&self.downloads, &cause))?;
        let plain: String = name
            .chars()
            .map(|letter| if letter.is_control() || r#"/\:*?"<>|"#.contains(letter) { ' ' } else { letter })
            .collect();
        let plain = plain.trim().trim_start_matches('.');
        let plain = if plain.is_empty() { "Coffer" } else { plain };
        for number in 1..1000 {
            let file = if number == 1 {
                format!("{plain}.{ending}")
            } else {
                format!("{plain} ({number}).{ending}")
            };
            let path = self.downloads.join(file);
            match std::fs::OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return Ok((path, file)),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(file_error(&path, &error)),
            }
        }
        Err(ApiError::new(ErrorCode::NotWritable, format!("there are too many files called “{plain}”")))
    }
}
