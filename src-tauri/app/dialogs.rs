//! The system's own dialogs. They are opened here, not by the window, which may name only what a person chose in them.

use api::{ApiError, ErrorCode, Session};
use std::path::Path;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_plugin_opener::OpenerExt;
use tokio::sync::oneshot;

/// Lets a person choose a ledger file.
pub async fn choose_ledger(app: &AppHandle, session: &Session) -> Result<Option<String>, ApiError> {
    let (tell, told) = oneshot::channel();
    let dialog = app.dialog().file().add_filter("Coffer", &["coffer"]);
    dialog.pick_file(move |chosen| drop(tell.send(chosen)));
    chosen(told.await.ok().flatten(), session)
}

/// Lets a person choose a folder.
pub async fn choose_folder(app: &AppHandle, session: &Session) -> Result<Option<String>, ApiError> {
    let (tell, told) = oneshot::channel();
    app.dialog().file().pick_folder(move |chosen| drop(tell.send(chosen)));
    chosen(told.await.ok().flatten(), session)
}

/// Shows a file that was saved in the system's file manager.
pub fn show_in_folder(app: &AppHandle, session: &Session, path: &str) -> Result<(), ApiError> {
    if !session.may_name(Path::new(path)) {
        return Err(ApiError::new(ErrorCode::Invalid, "this file was not saved by Coffer"));
    }
    let shown = app.opener().reveal_item_in_dir(path);
    shown.map_err(|error| {
        ApiError::new(ErrorCode::Internal, format!("the folder could not be opened: {error}"))
    })
}

fn chosen(chosen: Option<FilePath>, session: &Session) -> Result<Option<String>, ApiError> {
    let Some(chosen) = chosen else { return Ok(None) };
    let path = chosen.into_path().map_err(|error| ApiError::new(ErrorCode::File, error.to_string()))?;
    session.allow(&path);
    Ok(Some(path.display().to_string()))
}
