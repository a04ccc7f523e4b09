//! A desktop of the test's own: display, session bus, keychain, home folder.

use crate::{Language, Page, Words};
use acceptance::{Keyring, repository};
use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal};
use serde_json::json;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// How long a driver may take to listen, and an app to open its window.
const PATIENCE: Duration = Duration::from_secs(30);

/// A display, a keychain and a home folder that nobody else uses.
pub struct Desktop {
    keyring: Keyring,
    display: Group,
    number: String,
    driver: Option<Group>,
    beside: Vec<Group>,
}

impl Desktop {
    /// An empty desktop with an open keychain.
    ///
    /// # Panics
    /// When one of its programs is not installed.
    pub fn new() -> Self {
        let keyring = Keyring::open();
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"]);
        server.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut display = Group::start(&mut server);
        let mut number = String::new();
        let out = display.0.stdout.take().expect("the output is piped");
        BufReader::new(out).read_line(&mut number).expect("the display says its number");
        Self { keyring, display, number: format!(":{}", number.trim()), driver: None, beside: Vec::new() }
    }

    /// The home folder of this desktop.
    pub fn home(&self) -> &Path {
        self.keyring.home()
    }

    /// The keychain of this desktop.
    pub fn keyring(&mut self) -> &mut Keyring {
        &mut self.keyring
    }

    /// A program on this desktop, that finds its display and its keychain.
    pub fn program(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_remove("WAYLAND_DISPLAY").envs(self.keyring.environment()).env("DISPLAY", &self.number);
        command.env("TZ", "UTC").env("LANG", "C.UTF-8").env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
        command.stdin(Stdio::null());
        command
    }

    /// Lets the app know which language was chosen on this desktop before.
    ///
    /// # Panics
    /// When it cannot be written down.
    pub fn speak(&self, language: Language) {
        let (name, calendar) = match language {
            Language::English => ("english", "gregory"),
            Language::Thai => ("thai", "buddhist"),
        };
        let chosen = json!({ "language": name, "theme": "system", "calendar": calendar, "region": "", "lock_after": 15 });
        let folder = self.home().join("config/app.coffer.Coffer");
        std::fs::create_dir_all(&folder).expect("the home is ours");
        std::fs::write(folder.join("preferences.json"), chosen.to_string()).expect("the home is ours");
    }

    /// Starts a program that stays beside the app for as long as there is a desktop.
    ///
    /// # Panics
    /// When it is not installed.
    pub fn keep_running(&mut self, program: &mut Command) {
        self.beside.push(Group::start(program));
    }

    /// What `coffer` answers on a ledger of this desktop, with the key in its keychain.
    ///
    /// # Panics
    /// When it fails.
    pub fn coffer(&self, ledger: &Path, arguments: &[&str]) -> String {
        let mut coffer = self.program(acceptance::binary());
        coffer.args(arguments).arg("--ledger").arg(ledger);
        let output = coffer.output().expect("coffer starts");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("the answer is text")
    }

    /// Starts the app, with files to open if any, and waits for its window.
    ///
    /// # Panics
    /// When it does not open.
    pub async fn start(&mut self, language: Language, files: &[&Path]) -> Page {
        self.start_program(app(), language, files).await
    }

    /// The same with the program in this file.
    ///
    /// # Panics
    /// When no window opens.
    pub async fn start_program(&mut self, program: &Path, language: Language, files: &[&Path]) -> Page {
        self.end();
        let ports = [free_port(), free_port()];
        let mut driver = self.program(repository().join("target/tools/bin/tauri-driver"));
        driver.args(["--native-driver", "/usr/bin/WebKitWebDriver"]);
        driver.args(["--port", &ports[0].to_string(), "--native-port", &ports[1].to_string()]);
        driver.stdout(Stdio::null()).stderr(Stdio::null());
        self.driver = Some(Group::start(&mut driver));
        let arguments: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        let application = json!({ "application": program, "args": arguments });
        let capabilities = [("tauri:options".to_owned(), application)].into_iter().collect();
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(serde_json::Map::clone(&capabilities));
            match builder.connect(&format!("http://127.0.0.1:{}", ports[0])).await {
                Ok(client) => return Page::new(client, Words(language)).await,
                Err(error) => assert!(Instant::now() < deadline, "the window does not open: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Drags a file onto the window and drops it at a place of the display.
    ///
    /// # Panics
    /// When the window does not take it.
    pub fn drop_file(&self, file: &Path, x: u16, y: u16) {
        let dropped = crate::drag::drop_file(&self.number, file, x, y);
        assert!(dropped.is_ok(), "{} is not dropped: {dropped:?}", file.display());
    }

    /// Ends the app as a crash would.
    pub fn end(&mut self) {
        self.driver = None;
    }
}

impl Default for Desktop {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.end();
        self.beside.clear();
        self.display.end();
    }
}

/// A program and all that it starts.
struct Group(Child);

impl Group {
    fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.process_group(0).spawn();
        Self(child.unwrap_or_else(|error| panic!("{name}: {error}")))
    }

    fn end(&mut self) {
        let group = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw);
        if let Some(group) = group {
            // A group that is gone already needs no killing.
            let _ = rustix::process::kill_process_group(group, Signal::KILL);
        }
        let _ = self.0.wait();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.end();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has a number").port()
}

/// The app, built once in the profile of the tests.
fn app() -> &'static Path {
    static APP: OnceLock<PathBuf> = OnceLock::new();
    APP.get_or_init(|| {
        let test = std::env::current_exe().expect("a test knows its own file");
        // target/<profile>/deps/<test>
        let profile = test.ancestors().nth(2).expect("the test is in a target folder");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--package", "coffer-app", "--target-dir"]);
        cargo.arg(profile.parent().expect("the profile is in a target folder")).current_dir(repository());
        assert!(cargo.status().expect("cargo runs").success(), "the app does not build");
        profile.join("coffer-app")
    })
}
