//! The desktop window: the only room that names tauri.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod dialogs;
mod handler;
mod places;
mod reminders;

use arguments::Arguments;
use std::fmt::Display;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, RunEvent, Webview, WindowEvent};
use tauri_plugin_window_state::StateFlags;

const WINDOW: &str = "main";
/// Tells the window that files wait to be asked for.
const OPENED: &str = "opened";

fn main() -> ExitCode {
    api::harden();
    if !has_display() {
        report(&"no display: start it in a desktop session, or try it with `xvfb-run -a coffer-app`");
        return ExitCode::FAILURE;
    }
    let window_state = tauri_plugin_window_state::Builder::default()
        // The window shows itself once its first page is there, so a restored state must not show it earlier.
        .with_state_flags(StateFlags::all() - StateFlags::VISIBLE)
        .build();
    let app = tauri::Builder::default()
        // First, so that a second start ends before anything else of it begins.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            app.state::<Arguments>().add(arguments, &folder);
            open_waiting(app);
            raise(app);
        }))
        .plugin(window_state)
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .setup(|app| {
            let session = Arc::new(api::Session::new(places::places(app.handle())));
            let arguments = Arguments::default();
            let folder = std::env::current_dir().unwrap_or_default();
            arguments.add(std::env::args().collect(), &folder.to_string_lossy());
            let ledger = arguments.ledger(&session);
            let ahead = Arc::clone(&session);
            tauri::async_runtime::spawn(async move { ahead.open_ahead(ledger.as_deref()).await });
            reminders::start(Arc::clone(&session));
            app.manage(session);
            app.manage(arguments);
            Ok(())
        })
        // Not `on_webview_event`: a webview that fills its window reports drops as the window's.
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
                // What a person drops, the window may read.
                let session = window.state::<Arc<api::Session>>();
                paths.iter().for_each(|path| session.allow(path));
            }
        })
        .on_page_load(|webview, page| {
            if page.event() == PageLoadEvent::Finished {
                show(webview);
            }
        })
        .invoke_handler(handler::handle)
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    // In order: SQLCipher must not be torn down beside a live connection.
                    tauri::async_runtime::block_on(app.state::<Arc<api::Session>>().close());
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

/// Whether there is somewhere to open a window; without this GTK would end the process with a backtrace.
fn has_display() -> bool {
    let named = |variable| std::env::var_os(variable).is_some_and(|name| !name.is_empty());
    cfg!(not(target_os = "linux")) || named("WAYLAND_DISPLAY") || named("DISPLAY")
}

/// Tells the window that files wait to be asked for.
fn open_waiting(app: &AppHandle) {
    if let Err(error) = app.emit_to(WINDOW, OPENED, ()) {
        report(&error);
    }
}

/// Brings the one window to the front when a second copy of the app is started.
fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        for outcome in [window.unminimize(), window.show(), window.set_focus()] {
            if let Err(error) = outcome {
                report(&error);
            }
        }
    }
}

/// Shows the window with its first page painted rather than a white rectangle that fills later.
fn show(webview: &Webview) {
    if let Err(error) = webview.window().show() {
        report(&error);
    }
}

/// The last resort when there may be no window to show an error in.
#[expect(clippy::print_stderr, reason = "without a window, standard error is the only place left")]
fn report(error: &dyn Display) {
    eprintln!("coffer-app: {error}");
}
