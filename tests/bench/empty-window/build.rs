//! What tauri needs to know before the window is compiled.

fn main() {
    tauri_build::build();
}
