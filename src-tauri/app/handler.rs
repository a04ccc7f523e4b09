//! Every call of the window comes through here: to the system's dialogs, or to the api.
//!
//! Tauri has checked the command against the capability file before.

use crate::arguments::Arguments;
use crate::dialogs;
use api::{ApiError, ErrorCode, Session};
use serde_json::Value;
use std::sync::Arc;
use tauri::ipc::{Invoke, InvokeBody, InvokeError, InvokeResponseBody, Response};
use tauri::{AppHandle, Manager, Wry};

/// Answers a call of the window.
pub fn handle(invoke: Invoke<Wry>) -> bool {
    let Invoke { message, resolver, .. } = invoke;
    let command = message.command().to_owned();
    let app = message.webview_ref().app_handle().clone();
    let arguments = match message.payload() {
        InvokeBody::Json(arguments) => arguments.clone(),
        InvokeBody::Raw(_) => Value::Null,
    };
    resolver.respond_async(async move {
        let session = Arc::clone(&app.state::<Arc<Session>>());
        let answer = match desktop(&app, &session, &command, &arguments).await {
            Some(answer) => answer,
            None => api::commands::dispatch(&session, &command, arguments).await,
        };
        match answer {
            Ok(json) => Ok(Response::new(InvokeResponseBody::Json(json))),
            Err(refusal) => Err(refused(&refusal)),
        }
    });
    true
}

/// The commands that need the desktop: the system's dialogs, and what the app was started with.
async fn desktop(
    app: &AppHandle,
    session: &Session,
    command: &str,
    arguments: &Value,
) -> Option<Result<String, ApiError>> {
    let answer = match command {
        "desktop_opened" => to_json(&app.state::<Arguments>().take(session)),
        "desktop_choose_ledger" => dialogs::choose_ledger(app, session).await.and_then(|path| to_json(&path)),
        "desktop_choose_folder" => dialogs::choose_folder(app, session).await.and_then(|path| to_json(&path)),
        "desktop_show_in_folder" => {
            let path = arguments.get("path").and_then(Value::as_str).unwrap_or_default();
            dialogs::show_in_folder(app, session, path).and_then(|()| to_json(&()))
        }
        _ => return None,
    };
    Some(answer)
}

fn to_json(value: &impl serde::Serialize) -> Result<String, ApiError> {
    serde_json::to_string(value).map_err(|error| ApiError::new(ErrorCode::Internal, error.to_string()))
}

fn refused(refusal: &ApiError) -> InvokeError {
    InvokeError(serde_json::to_value(refusal).unwrap_or_else(|error| Value::String(error.to_string())))
}
