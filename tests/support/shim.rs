//! Faults of the disk and the clock, made by small libraries that are loaded into the program.

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
    static LIBRARY: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let library = library(&LIBRARY, "faulty_disk");
    program.env("LD_PRELOAD", library).env("FAULT_FOLDER", folder).env("FAULT_KIND", name);
    program.env("FAULT_AT", at.to_string()).env("FAULT_TALLY", tally);
}

/// Makes the threads of a program take their time to end, so that some still do when the program does.
///
/// # Panics
/// As [`fail_at`].
pub fn delay_ends_of_threads(program: &mut Command) {
    static LIBRARY: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    program.env("LD_PRELOAD", library(&LIBRARY, "late_threads"));
}

fn library(place: &'static OnceLock<(TempDir, PathBuf)>, name: &str) -> &'static Path {
    let (_, path) = place.get_or_init(|| {
        let folder = TempDir::new().expect("there is room for a folder");
        let path = folder.path().join(name).with_extension("so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("support").join(name).with_extension("c");
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&path).arg(source).args(["-ldl", "-lpthread"]);
        assert!(compiler.status().expect("a C compiler is installed").success());
        (folder, path)
    });
    path
}
