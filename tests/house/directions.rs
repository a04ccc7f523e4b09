//! Who may know whom.

use crate::packages::workspace;
use acceptance::repository;
use std::collections::BTreeSet;

/// The rooms, and the rooms that each may name.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("ledger", &[]),
    ("planning", &["ledger"]),
    ("reports", &["ledger", "planning"]),
    ("exchange", &["ledger"]),
    ("sample", &["ledger"]),
    ("operations", &["ledger"]),
    ("connect", &["ledger", "exchange", "operations"]),
    ("store", &["ledger", "operations", "planning"]),
    ("vault", &[]),
    (
        "api",
        &["ledger", "planning", "reports", "exchange", "sample", "operations", "connect", "store", "vault"],
    ),
    ("coffer-app", &["api"]),
    ("coffer-cli", &["api"]),
    // The tests stand outside: what they need of a room they take through the api.
    ("acceptance", &["api"]),
    ("bridge", &["api"]),
    ("bench", &[]),
    ("journeys", &["acceptance"]),
    ("bench-window", &["journeys"]),
    ("empty-window", &[]),
];

/// Libraries, and the rooms that alone may name them.
const FEW_ROOMS: &[(&str, &[&str])] = &[
    // The measure of a window is an empty one.
    ("tauri", &["coffer-app", "empty-window"]),
    ("sqlx", &["store"]),
    // The measure of an import is a bare program on the same tables.
    ("libsqlite3-sys", &["store", "bench"]),
    ("keyring", &["vault"]),
];

#[test]
fn every_room_names_only_the_rooms_below_it() {
    let members = &workspace().members;
    let mut wrong = Vec::new();
    for member in members.values() {
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == member.name) else {
            wrong.push(format!("{} is no room of the house", member.name));
            continue;
        };
        let named = member.dependencies.iter().filter(|(name, _)| members.contains_key(name));
        let named = named.filter(|(name, kind)| kind != "dev" && !allowed.contains(&name.as_str()));
        wrong.extend(named.map(|(name, _)| format!("{} names {name}", member.name)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_touches_the_outside_is_named_in_one_room() {
    let mut wrong = Vec::new();
    for member in workspace().members.values() {
        for (name, kind) in &member.dependencies {
            let family = |library: &str| name == library || name.starts_with(&format!("{library}-"));
            let rooms = FEW_ROOMS.iter().find(|(library, _)| family(library)).map(|(_, rooms)| *rooms);
            if rooms.is_some_and(|rooms| !rooms.contains(&member.name.as_str())) {
                wrong.push(format!("{} names {name} ({kind})", member.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_room_says_in_one_line_what_it_is_for() {
    let manifest = std::fs::read_to_string(repository().join("Cargo.toml")).unwrap();
    let mut wrong = Vec::new();
    for member in workspace().members.values() {
        if member.description.len() < 20 || member.description.contains('\n') {
            wrong.push(format!("{} has no purpose in its manifest", member.name));
        }
        let entry = format!("\"{}\",", member.folder);
        let line = manifest.lines().find(|line| line.trim_start().starts_with(&entry));
        // The root is the window itself, which no list names.
        let said = member.folder.is_empty() || line.is_some_and(|line| line.contains("# "));
        if !said {
            wrong.push(format!("{} has no purpose beside its name in the workspace", member.folder));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_room_of_the_product_is_on_the_map_and_tells_its_invariants() {
    let read = |name: &str| std::fs::read_to_string(repository().join(name)).unwrap();
    let (map, architecture) = (read("README.md"), read("src-tauri/ARCHITECTURE.md"));
    let mut wrong = Vec::new();
    for member in workspace().members.values().filter(|member| !member.folder.starts_with("tests")) {
        // The root is the window itself.
        let folder = if member.folder.is_empty() { "src-tauri/app" } else { &member.folder };
        if !map.contains(&format!("`{folder}`")) {
            wrong.push(format!("{folder} is not on the map of README.md"));
        }
        let heading = format!("## {} ", folder.rsplit('/').next().unwrap_or_default());
        let paragraph = architecture.split("\n## ").find(|part| format!("## {part}").starts_with(&heading));
        if !paragraph.is_some_and(|paragraph| paragraph.contains("- *Invariant:* ")) {
            wrong.push(format!("{folder} has no invariant in ARCHITECTURE.md"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_room_obeys_the_lints_of_the_house() {
    let mut unruled = BTreeSet::new();
    for member in workspace().members.values() {
        let manifest = repository().join(&member.folder).join("Cargo.toml");
        let manifest = std::fs::read_to_string(manifest).unwrap();
        if !manifest.contains("[lints]\nworkspace = true") {
            unruled.insert(&member.name);
        }
    }
    assert!(unruled.is_empty(), "{unruled:?}");
}
