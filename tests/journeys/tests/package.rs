//! What a person installs: the packages that `make package` makes, unpacked and started.
#![allow(clippy::expect_used, clippy::panic, reason = "a journey that cannot go on says so")]

use acceptance::repository;
use journeys::{Desktop, Language};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Everything that either package must bring along, below the root.
const FILES: [&str; 6] = [
    "usr/bin/coffer",
    "usr/bin/coffer-app",
    "usr/share/applications/Coffer.desktop",
    "usr/share/icons/hicolor/32x32/apps/coffer-app.png",
    "usr/share/icons/hicolor/128x128/apps/coffer-app.png",
    "usr/share/mime/packages/coffer.xml",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_debian_package_opens_a_window_and_answers_on_the_command_line() {
    let root = unpacked("deb");
    holds_everything(root.path());
    starts(root.path()).await;
}

#[test]
fn the_rpm_package_brings_the_same_files() {
    let root = unpacked("rpm");
    holds_everything(root.path());
    answers(root.path());
}

#[test]
fn the_debian_package_names_the_libraries_it_needs() {
    let package = bundle("deb");
    let fields = run(Command::new("dpkg-deb").arg("-f").arg(&package));
    for library in ["libwebkit2gtk-4.1-0", "libgtk-3-0", "shared-mime-info"] {
        assert!(fields.contains(library), "{library} is not among the dependencies:\n{fields}");
    }
}

/// The one package of this kind.
fn bundle(kind: &str) -> PathBuf {
    let folder = std::env::var_os("COFFER_BUNDLES").expect("COFFER_BUNDLES names the folder of the packages");
    let folder = repository().join(folder).join(kind);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut packages: Vec<PathBuf> = files
        .map(|file| file.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == kind))
        .collect();
    assert_eq!(packages.len(), 1, "{packages:?}");
    packages.remove(0)
}

fn unpacked(kind: &str) -> TempDir {
    let root = TempDir::new().expect("there is room for a folder");
    let package = bundle(kind);
    match kind {
        "deb" => run(Command::new("dpkg-deb").arg("-x").arg(&package).arg(root.path())),
        _ => {
            let unpack = format!("rpm2cpio '{}' | cpio -idm --quiet", package.display());
            run(Command::new("sh").args(["-c", &unpack]).current_dir(root.path()))
        }
    };
    root
}

fn holds_everything(root: &Path) {
    let missing: Vec<_> = FILES.iter().filter(|file| !root.join(file).is_file()).collect();
    assert!(missing.is_empty(), "the package lacks {missing:?}");
    let entry = std::fs::read_to_string(root.join(FILES[2])).expect("the entry is text");
    for line in ["Exec=coffer-app %F", "GenericName[th]=การเงินส่วนบุคคลและธุรกิจ", "Categories=Office;Finance;"]
    {
        assert!(entry.contains(line), "the desktop entry lacks {line}:\n{entry}");
    }
    for kind in ["application/x-coffer-ledger", "application/x-ofx", "application/x-qfx", "application/x-qif"]
    {
        assert!(entry.contains(kind), "the desktop entry does not open {kind}:\n{entry}");
    }
}

fn answers(root: &Path) {
    let version = run(Command::new(root.join("usr/bin/coffer")).arg("--version"));
    assert_eq!(version.trim(), concat!("coffer ", env!("CARGO_PKG_VERSION")));
}

async fn starts(root: &Path) {
    answers(root);
    let mut desktop = Desktop::new();
    let page = desktop.start_program(&root.join("usr/bin/coffer-app"), Language::English, &[]).await;
    page.see("welcome.title").await;
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the output is text")
}
