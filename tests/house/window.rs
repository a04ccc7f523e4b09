//! What the window may ask for: one list of commands, told in three places.

use acceptance::repository;
use serde_json::Value;
use std::collections::BTreeSet;

fn read(name: &str) -> String {
    std::fs::read_to_string(repository().join("src-tauri/app").join(name)).unwrap()
}

/// The commands that the window's own side answers: those of the system's dialogs and folders.
fn answered_by_the_window() -> BTreeSet<String> {
    let handler = read("handler.rs");
    let names = handler.match_indices("\"desktop_").map(|(at, _)| &handler[at + 1..]);
    names.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn the_window_is_offered_every_command_and_no_other() {
    let listed = read("commands.txt");
    let names: Vec<&str> = listed.lines().collect();
    let mut expected = answered_by_the_window();
    assert!(expected.len() > 2, "the window's own commands were not found");
    expected.extend(api::commands::COMMANDS.iter().map(|name| (*name).to_owned()));
    let found: BTreeSet<String> = names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(found.len(), names.len(), "a command is listed twice");
    let missing: Vec<_> = expected.difference(&found).collect();
    let unknown: Vec<_> = found.difference(&expected).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:?}; unknown: {unknown:?}");
}

#[test]
fn each_command_is_allowed_by_its_name() {
    let capability: Value = serde_json::from_str(&read("capabilities/main.json")).unwrap();
    let allowed: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().expect("a permission is a name, without a scope").to_owned())
        .collect();
    let own = |permission: &&String| !permission.starts_with("core:");
    let listed = read("commands.txt");
    let expected: BTreeSet<String> =
        listed.lines().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    let found: BTreeSet<String> = allowed.iter().filter(own).cloned().collect();
    let missing: Vec<_> = expected.difference(&found).collect();
    let unknown: Vec<_> = found.difference(&expected).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:?}; unknown: {unknown:?}");
    let whole: Vec<_> =
        allowed.iter().filter(|name| name.ends_with("default") || name.contains('*')).collect();
    assert!(whole.is_empty(), "more is allowed than is named: {whole:?}");
}

#[test]
fn there_is_one_window_and_it_loads_nothing_from_elsewhere() {
    let capabilities = std::fs::read_dir(repository().join("src-tauri/app/capabilities")).unwrap();
    assert_eq!(capabilities.count(), 1);
    let capability: Value = serde_json::from_str(&read("capabilities/main.json")).unwrap();
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert_eq!(capability.get("remote"), None);
}
