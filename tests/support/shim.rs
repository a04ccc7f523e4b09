//! Faults of the disk, made by a small library that is loaded into the program.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;

/// How the disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is full from some write on.
    Full,
    /// It takes half of one write, and is full from then on.
    Half,
    /// It fails one write, sync or cut, and works again.
    Once,
}

/// Makes the disk fail a program at the `at`th write, sync or cut below `folder`; after it, `tally` holds how many there were.
///
/// # Panics
/// When there is no C compiler; the program could not have been built without one.
pub fn fail_at(program: &mut Command, folder: &Path, fault: Fault, at: u32, tally: &Path) {
    let name = match fault {
        Fault::Full => "full",
        Fault::Half => "half",
        Fault::Once => "once",
    };
    program.env("LD_PRELOAD", library()).env("FAULT_FOLDER", folder).env("FAULT_KIND", name);
    program.env("FAULT_AT", at.to_string()).env("FAULT_TALLY", tally);
}

fn library() -> &'static Path {
    static LIBRARY: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = LIBRARY.get_or_init(|| {
        let folder = TempDir::new().expect("there is room for a folder");
        let path = folder.path().join("faulty_disk.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("support/faulty_disk.c");
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&path).arg(source).arg("-ldl");
        assert!(compiler.status().expect("a C compiler is installed").success());
        (folder, path)
    });
    path
}
