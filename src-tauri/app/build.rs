//! Bakes the built interface, the icons and the capability file into the binary.

use std::path::Path;
use std::process::exit;

/// Every command the window may call. Only with this list does Tauri check the app's own commands against
/// `capabilities/`; without it each window may call everything.
const COMMANDS: &str = include_str!("commands.txt");

fn main() {
    // The interface is built by npm; without this a newer one would not find its way into the binary.
    println!("cargo:rerun-if-changed=ui/build");
    if !Path::new("ui/build/index.html").exists() {
        println!(
            "cargo:warning=the interface is not built: run `npm --prefix ui ci && npm --prefix ui run build`"
        );
    }
    let commands: Vec<&'static str> = COMMANDS.lines().collect();
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/app/capabilities/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(commands.leak()));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:error={error:#}");
        exit(1);
    }
}
