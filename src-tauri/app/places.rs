//! The folders of this machine that the app uses.

use tauri::{AppHandle, Manager};

/// Where the system keeps such things; where it says nothing, below the home folder as people know it.
pub fn places(app: &AppHandle) -> api::Places {
    let paths = app.path();
    let home = paths.home_dir().unwrap_or_else(|_| std::env::temp_dir());
    api::Places {
        config: paths.app_config_dir().unwrap_or_else(|_| home.join(".config/app.coffer.Coffer")),
        data: paths.app_data_dir().unwrap_or_else(|_| home.join(".local/share/app.coffer.Coffer")),
        documents: paths.document_dir().unwrap_or_else(|_| home.join("Documents")),
        downloads: paths.download_dir().unwrap_or_else(|_| home.join("Downloads")),
    }
}
