//! Folders and files that may not be written.

use crate::state::{add_arguments, check, count, desk};
use acceptance::{Desk, KEY_FILE, LEDGER, Run, binary};
use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// Somebody who is not root, to whom nothing is closed.
const NOBODY: u32 = 65_534;

fn is_root() -> bool {
    rustix::process::getuid().is_root()
}

/// Gives everything in a folder to somebody to whom modes apply, with a program that they can reach.
fn hand_over(desk: &Desk) {
    if !is_root() {
        return;
    }
    std::fs::copy(binary(), desk.path("coffer")).unwrap();
    std::fs::set_permissions(desk.path("coffer"), Permissions::from_mode(0o755)).unwrap();
    give(desk.folder());
}

fn give(path: &Path) {
    chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    if path.is_dir() {
        std::fs::read_dir(path).unwrap().for_each(|entry| give(&entry.unwrap().path()));
    }
}

fn coffer(desk: &Desk, arguments: &[&str]) -> Run {
    let mut command: Command = if is_root() { desk.program("./coffer") } else { desk.bare_coffer() };
    if is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command.args(arguments);
    if !arguments.contains(&"--ledger") {
        command.args(["--ledger", LEDGER, "--key-file", KEY_FILE]);
    }
    command.output().unwrap().into()
}

fn mode(desk: &Desk, name: &str, mode: u32) {
    std::fs::set_permissions(desk.path(name), Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_or_file_that_may_not_be_written_is_named_and_nothing_is_lost() {
    let add: &[&str] = &add_arguments("second");
    let import: &[&str] = &["import", "statement.csv", "--account", crate::state::BANK];
    let init: &[&str] = &["init", "--ledger", "new.coffer", "--key-file", "new.key"];
    for (name, modes, arguments, said) in [
        ("a folder", &[(".", 0o555)][..], add, "cannot be written"),
        (
            "a folder without a lock in it",
            &[("books.coffer-lock", 0), (".", 0o555)],
            add,
            "books.coffer-lock",
        ),
        ("a ledger", &[(LEDGER, 0o400)], add, "books.coffer cannot be written"),
        ("a ledger, with a whole statement", &[(LEDGER, 0o400)], import, "books.coffer cannot be written"),
        ("a folder, with a whole statement", &[(".", 0o555)], import, "cannot be written"),
        ("a folder of backups", &[("books.coffer-backups", 0o555)], &["backup"], "books.coffer-backups/"),
        ("a folder, for a new ledger", &[(".", 0o555)], init, "new.key"),
        ("a folder, for an export", &[(".", 0o555)], &["export", "--output", "out.csv"], ""),
    ] {
        let desk = desk();
        desk.coffer(add_arguments("first")).answer();
        desk.coffer(["backup"]).answer();
        desk.write("statement.csv", crate::state::statement("third", 20));
        let modes: Vec<(&str, u32)> = modes.to_vec();
        if modes.iter().any(|(_, mode)| *mode == 0) {
            std::fs::remove_file(desk.path("books.coffer-lock")).unwrap();
        }
        hand_over(&desk);
        modes.iter().filter(|(_, bits)| *bits != 0).for_each(|(file, bits)| mode(&desk, file, *bits));
        let complaint = coffer(&desk, arguments).complaint();
        assert!(complaint.contains(said), "{name}: {complaint}");
        assert!(
            complaint.contains("ermission denied") || complaint.contains("readonly"),
            "{name}: {complaint}"
        );
        for (file, bits) in [(".", 0o755), (LEDGER, 0o600), ("books.coffer-backups", 0o700)] {
            mode(&desk, file, bits);
        }
        assert_eq!((count(&desk, "first"), count(&desk, "")), (1, 1), "{name}");
        check(&desk);
    }
}
