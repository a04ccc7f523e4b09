//! The desktop window: the only room that names tauri.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::fmt::Display;
use std::process::ExitCode;

use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, Webview};
use tauri_plugin_window_state::StateFlags;

const WINDOW: &str = "main";

fn main() -> ExitCode {
    if !has_display() {
        report(&"no display: start it in a desktop session, or try it with `xvfb-run -a coffer-app`");
        return ExitCode::FAILURE;
    }
    let window_state = tauri_plugin_window_state::Builder::default()
        // The window shows itself once its first page is there, so a restored state must not show it earlier.
        .with_state_flags(StateFlags::all() - StateFlags::VISIBLE)
        .build();
    let outcome = tauri::Builder::default()
        // First, so that a second start ends before anything else of it begins.
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _directory| raise(app)))
        .plugin(window_state)
        .plugin(tauri_plugin_dialog::init())
        .on_page_load(|webview, page| {
            if page.event() == PageLoadEvent::Finished {
                show(webview);
            }
        })
        .run(tauri::generate_context!());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
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
