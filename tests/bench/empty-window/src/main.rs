//! A window with a word in it, and nothing else.
#![expect(missing_docs, reason = "nobody reads a window that does nothing")]

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
