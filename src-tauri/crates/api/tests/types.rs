//! The TypeScript types of every command are those that the interface is built with.
//!
//! `UPDATE_TYPES=1 cargo test -p api --test types` writes them anew.

use specta::Types;
use specta_typescript::Typescript;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/api/generated.ts");

#[test]
fn the_interface_is_built_with_the_types_of_these_commands() {
    let types = Types::default().register::<api::commands::Commands>();
    let header = "// Generated from the commands of the api; `make types` writes it anew.\n";
    let text = Typescript::default().header(header).export(&types, specta_serde::Format).unwrap();
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::write(PATH, &text).unwrap();
    }
    let found = std::fs::read_to_string(PATH).unwrap();
    assert!(found == text, "ui/src/api/generated.ts is out of date: run `make types`");
}
