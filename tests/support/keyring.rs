//! A real keychain of the test's own: gnome-keyring on a session bus that nobody else knows.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The password of the keyring; gnome-keyring opens the one named "login" with it.
const PASSWORD: &[u8] = b"the keyring's own password\n";
/// How long a daemon may take to start.
const PATIENCE: Duration = Duration::from_secs(20);
const SERVICE: &str = "org.freedesktop.secrets";

/// A session bus with or without gnome-keyring on it, gone when dropped.
pub struct Keyring {
    home: TempDir,
    address: String,
    daemon: Option<Child>,
    bus: Child,
}

impl Keyring {
    /// A keychain that is open.
    pub fn open() -> Self {
        let mut keyring = Self::absent();
        keyring.start(true);
        keyring
    }

    /// A session bus on which nobody offers a keychain.
    ///
    /// # Panics
    /// When no bus can be started.
    pub fn absent() -> Self {
        let home = TempDir::new().expect("there is room for a folder");
        for folder in ["data", "config", "cache", "run"] {
            let mut builder = std::fs::DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(home.path().join(folder)).expect("a folder is made");
        }
        // Without folders of services, the bus starts nothing by itself.
        let configuration = format!(
            "<busconfig><type>session</type><listen>unix:dir={}</listen><auth>EXTERNAL</auth>\
             <policy context=\"default\"><allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>",
            home.path().join("run").display()
        );
        let file = home.path().join("bus.conf");
        std::fs::write(&file, configuration).expect("the configuration is written");
        let mut bus = Command::new("dbus-daemon");
        bus.arg("--config-file").arg(&file).args(["--nofork", "--nopidfile", "--print-address=1"]);
        let mut bus =
            bus.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("dbus-daemon is installed");
        let mut address = String::new();
        let out = bus.stdout.take().expect("the output is piped");
        BufReader::new(out).read_line(&mut address).expect("the bus says its address");
        Self { home, address: address.trim().to_owned(), daemon: None, bus }
    }

    /// Locks the keychain: gnome-keyring starts again, and nobody gives it the password.
    pub fn lock(&mut self) {
        self.stop();
        self.start(false);
    }

    /// Opens the keychain again.
    pub fn unlock(&mut self) {
        self.stop();
        self.start(true);
    }

    /// What a program needs to know to find this keychain, and no other.
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        let folder = |name: &str| self.home.path().join(name).into_os_string();
        vec![
            ("HOME", self.home.path().into()),
            ("XDG_DATA_HOME", folder("data")),
            ("XDG_CONFIG_HOME", folder("config")),
            ("XDG_CACHE_HOME", folder("cache")),
            ("XDG_RUNTIME_DIR", folder("run")),
            ("DBUS_SESSION_BUS_ADDRESS", self.address.clone().into()),
        ]
    }

    /// The folder in which the keychain and the bus keep everything.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The objects that hold our keys.
    pub fn entries(&self) -> Vec<String> {
        let answer = self.call(
            "/org/freedesktop/secrets",
            "Service.SearchItems",
            &["dict:string:string:service,app.coffer.ledger"],
        );
        let paths = answer.split('"').filter(|part| part.starts_with("/org/freedesktop/secrets/collection/"));
        paths.map(str::to_owned).collect()
    }

    /// Deletes one of them.
    pub fn delete(&self, entry: &str) {
        self.call(entry, "Item.Delete", &[]);
    }

    fn call(&self, object: &str, method: &str, arguments: &[&str]) -> String {
        let method = format!("org.freedesktop.Secret.{method}");
        self.send(&[&["--dest=org.freedesktop.secrets", object, &method], arguments].concat())
    }

    fn send(&self, arguments: &[&str]) -> String {
        let mut send = Command::new("dbus-send");
        send.args([&format!("--bus={}", self.address), "--print-reply"]).args(arguments);
        let output = send.output().expect("dbus-send is installed");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("the answer is text")
    }

    fn start(&mut self, open: bool) {
        let mut daemon = Command::new("gnome-keyring-daemon");
        daemon.arg(if open { "--unlock" } else { "--start" }).args(["--components=secrets", "--foreground"]);
        daemon.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").envs(self.environment());
        daemon.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut daemon = daemon.spawn().expect("gnome-keyring-daemon is installed");
        let mut password = daemon.stdin.take().expect("the input is piped");
        if open {
            password.write_all(PASSWORD).expect("the daemon listens");
        }
        drop(password);
        self.daemon = Some(daemon);
        let name = format!("string:{SERVICE}");
        let ask = ["--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", &name];
        let deadline = Instant::now() + PATIENCE;
        while !self.send(&ask).contains("boolean true") {
            assert!(Instant::now() < deadline, "gnome-keyring does not come up");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn stop(&mut self) {
        if let Some(daemon) = &mut self.daemon {
            end(daemon);
        }
        self.daemon = None;
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        self.stop();
        end(&mut self.bus);
    }
}

/// Asks a process of ours to end, so that it leaves its files in order, and waits until it has.
fn end(child: &mut Child) {
    let id = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    if let Some(id) = id {
        // One that is gone already needs no asking.
        let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
    }
    let _ = child.wait();
}
