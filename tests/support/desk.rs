//! A folder with a ledger in it, and the real `coffer` at work there.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The name of the ledger in a folder.
pub const LEDGER: &str = "books.coffer";
/// The name of its key file.
pub const KEY_FILE: &str = "books.key";

/// The root of the repository.
pub fn repository() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the tests are in a folder of the repository")
}

/// The `coffer` binary, built once in the profile of the tests themselves.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let test = std::env::current_exe().expect("a test knows its own file");
        // target/<profile>/deps/<test>
        let profile = test.ancestors().nth(2).expect("the test is in a target folder");
        let target = profile.parent().expect("the profile is in a target folder");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--package", "coffer-cli", "--bin", "coffer", "--target-dir"]);
        cargo.arg(target).current_dir(repository());
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        assert!(cargo.status().expect("cargo runs").success(), "coffer does not build");
        profile.join(format!("coffer{}", std::env::consts::EXE_SUFFIX))
    })
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Run {
    /// What it answered.
    pub stdout: String,
    /// What it complained of.
    pub stderr: String,
    /// How it ended; `None` when it was killed.
    pub code: Option<i32>,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            stdout: String::from_utf8(output.stdout).expect("answers are UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("complaints are UTF-8"),
            code: output.status.code(),
        }
    }
}

impl Run {
    /// The answer of a run that must succeed without complaint.
    ///
    /// # Panics
    /// When it did not.
    pub fn answer(self) -> String {
        assert!(self.code == Some(0) && self.stderr.is_empty(), "{self:?}");
        self.stdout
    }

    /// The same as JSON.
    ///
    /// # Panics
    /// When it did not succeed, or is no JSON.
    pub fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.answer()).expect("the answer is JSON")
    }

    /// The complaint of a run that must fail in the way of commands: exit code 1, words on standard error alone.
    ///
    /// # Panics
    /// When it did not.
    pub fn complaint(self) -> String {
        assert!(self.code == Some(1) && self.stdout.is_empty(), "{self:?}");
        let words = self.stderr.strip_prefix("coffer: ").and_then(|rest| rest.strip_suffix('\n'));
        words.filter(|words| !words.contains('\n')).unwrap_or_else(|| panic!("{self:?}")).to_owned()
    }
}

/// A folder with a ledger in it.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// An empty folder.
    ///
    /// # Panics
    /// When there is no room for one.
    pub fn empty() -> Self {
        Self { folder: TempDir::new().expect("there is room for a folder") }
    }

    /// A folder with a ledger without categories, in US dollars, and its key file.
    ///
    /// Making a key is slow on purpose: the ledger is made once and copied.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn with_ledger() -> Self {
        static FOUNDED: OnceLock<[Vec<u8>; 2]> = OnceLock::new();
        let files = FOUNDED.get_or_init(|| {
            let desk = Self::empty();
            desk.coffer(["init", "--bare"]).answer();
            [LEDGER, KEY_FILE].map(|name| std::fs::read(desk.path(name)).expect("init made it"))
        });
        let desk = Self::empty();
        for (name, bytes) in [LEDGER, KEY_FILE].into_iter().zip(files) {
            desk.write(name, bytes);
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                let mode = std::fs::Permissions::from_mode(0o600);
                std::fs::set_permissions(desk.path(name), mode).expect("own files have modes");
            }
        }
        desk
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    }

    /// A `coffer` in the folder that knows nothing of the outside: neither ledger nor key nor keychain.
    pub fn bare_coffer(&self) -> Command {
        self.program(binary())
    }

    /// Any program in the folder, in the same surroundings.
    pub fn program(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder()).stdin(Stdio::null());
        command.env_clear().env("HOME", self.folder()).env("TZ", "UTC").env("LANG", "C.UTF-8");
        command.envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        // So that nothing here can be reached by accident, a session bus least of all.
        command.env("XDG_RUNTIME_DIR", self.folder());
        command
    }

    /// A `coffer` on the ledger of this folder, with its key file.
    pub fn command<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Command {
        let mut command = self.bare_coffer();
        command.args(arguments).args(["--ledger", LEDGER, "--key-file", KEY_FILE]);
        command
    }

    /// Runs `coffer` on the ledger of this folder, with its key file.
    ///
    /// # Panics
    /// When it cannot be started.
    pub fn coffer<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Run {
        self.command(arguments).output().expect("coffer starts").into()
    }
}
