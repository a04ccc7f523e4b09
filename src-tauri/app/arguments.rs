//! Files that the app was started with: a ledger to open, statements to import.

use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Files that wait for the window to ask for them.
#[derive(Default)]
pub struct Arguments {
    waiting: Mutex<Vec<PathBuf>>,
}

/// What was waiting.
#[derive(Serialize)]
pub struct Opened {
    /// A ledger to open.
    pub ledger: Option<String>,
    /// Statements to import.
    pub files: Vec<String>,
}

impl Arguments {
    /// Adds the files of a command line that was given in `folder`; options are none of our business.
    pub fn add(&self, arguments: Vec<String>, folder: &str) {
        let files = arguments.into_iter().skip(1).filter(|argument| !argument.starts_with('-'));
        let path = |file: String| Path::new(folder).join(file.strip_prefix("file://").unwrap_or(&file));
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).extend(files.map(path));
    }

    /// The ledger among what waits, if any; the window may then name it.
    pub fn ledger(&self, session: &api::Session) -> Option<PathBuf> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let ledger = waiting.iter().rfind(|path| is_ledger(path) && path.is_file()).cloned();
        ledger.inspect(|path| session.allow(path))
    }

    /// Hands over what waits, once; the window may then name those files.
    pub fn take(&self, session: &api::Session) -> Opened {
        let waiting = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        let mut opened = Opened { ledger: None, files: Vec::new() };
        for path in waiting.into_iter().filter(|path| path.is_file()) {
            session.allow(&path);
            let text = path.display().to_string();
            if is_ledger(&path) {
                opened.ledger = Some(text);
            } else {
                opened.files.push(text);
            }
        }
        opened
    }
}

fn is_ledger(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("coffer"))
}
