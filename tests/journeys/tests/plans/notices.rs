//! A real notification daemon on a desktop, and what it is told.

use journeys::Desktop;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The app lets its first screens come before it reminds of anything.
const PATIENCE: Duration = Duration::from_secs(60);

/// Notifications that arrive on a desktop, each in a file of its own.
pub struct Notices {
    folder: PathBuf,
}

/// A notification as a person reads it.
#[derive(Debug, PartialEq, Eq)]
pub struct Notice {
    pub title: String,
    pub body: String,
}

impl Notices {
    /// Starts dunst, which keeps what it shows.
    pub fn watch(desktop: &mut Desktop) -> Self {
        let folder = desktop.home().join("notices");
        std::fs::create_dir(&folder).expect("the home is ours");
        let keep = desktop.home().join("keep-notice");
        // dunst hands over the application, the title and the body.
        let script = format!("#!/bin/sh\nprintf '%s\\n%s' \"$2\" \"$3\" > '{}'/$$\n", folder.display());
        std::fs::write(&keep, script).expect("the home is ours");
        std::fs::set_permissions(&keep, PermissionsExt::from_mode(0o700)).expect("the file is ours");
        let rules = desktop.home().join("dunstrc");
        let rule = format!("[keep]\nsummary = \"*\"\nscript = \"{}\"\n", keep.display());
        std::fs::write(&rules, rule).expect("the home is ours");
        let mut dunst = desktop.program("dunst");
        desktop.keep_running(dunst.arg("-conf").arg(rules));
        Self { folder }
    }

    /// Waits for the one notification there is.
    pub async fn one(&self) -> Notice {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let files = std::fs::read_dir(&self.folder).expect("the folder is there");
            let texts = files.flatten().map(|file| std::fs::read_to_string(file.path()).expect("it is text"));
            let texts: Vec<String> = texts.filter(|text| text.contains('\n')).collect();
            if let [text] = texts.as_slice() {
                let (title, body) = text.split_once('\n').expect("a title and a body");
                return Notice { title: title.to_owned(), body: body.to_owned() };
            }
            assert!(texts.is_empty(), "more than one notification: {texts:?}");
            assert!(Instant::now() < deadline, "no notification arrives");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}
