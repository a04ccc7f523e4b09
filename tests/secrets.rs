//! Keys and phrases stay where they belong: in no answer, complaint, log, argument or other file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use acceptance::{Desk, KEY_FILE, LEDGER, Run};
use api::Session;
use std::path::Path;

const SHOP: &str = "Quiet Corner ร้านลับ";

struct Secrets {
    hex: String,
    raw: Vec<u8>,
    words: Vec<String>,
}

/// A ledger in `desk`, and what nobody may learn of it.
fn found(desk: &Desk) -> Secrets {
    let made = desk.coffer(["init", "--bare", "--json"]).json();
    let phrase = made["recovery_passphrase"].as_str().unwrap();
    let hex = std::fs::read_to_string(desk.path(KEY_FILE)).unwrap().trim().to_owned();
    let byte = |place| u8::from_str_radix(&hex[place..place + 2], 16).unwrap();
    let raw = (0..hex.len()).step_by(2).map(byte).collect();
    Secrets { raw, words: phrase.split(' ').map(str::to_owned).collect(), hex }
}

impl Secrets {
    /// The first of them that some bytes hold.
    fn within(&self, bytes: &[u8]) -> Option<String> {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
        // Three words in a row are no accident; part of a key is as bad as all of it.
        let words =
            self.words.windows(3).map(|three| three.join(" ")).find(|three| text.contains(three.as_str()));
        let hex = [&self.hex[..24], &self.hex[40..]]
            .iter()
            .any(|part| text.contains(part))
            .then(|| "hex".to_owned());
        let raw = [&self.raw[..12], &self.raw[20..]].iter().any(|part| holds(part)).then(|| "raw".to_owned());
        words.or(hex).or(raw)
    }
}

/// A run with everything on that makes programs talk.
fn talkative(desk: &Desk, arguments: &[&str]) -> Run {
    let mut command = desk.bare_coffer();
    command.args(arguments).args(["--ledger", LEDGER]);
    if !arguments.contains(&"--passphrase-file") && !arguments.contains(&"--key-file") {
        command.args(["--key-file", KEY_FILE]);
    }
    let talk = [
        ("RUST_LOG", "trace"),
        ("RUST_BACKTRACE", "full"),
        ("SQLX_LOG", "trace"),
        ("RUST_LIB_BACKTRACE", "1"),
    ];
    command.envs(talk).output().unwrap().into()
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            ));
        }
    }
    found
}

#[test]
fn no_command_says_or_keeps_a_key_or_a_phrase_whether_it_succeeds_or_fails() {
    let desk = Desk::empty();
    let secrets = found(&desk);
    desk.write(
        "bank.csv",
        format!("Date,Description,Amount\n2026-11-02,{SHOP},-3.20\n2026-11-03,Tea,-1.00\n"),
    );
    desk.write("words.txt", secrets.words.join(" "));
    let mut swapped = secrets.words.clone();
    swapped.swap(3, 17);
    desk.write("swapped.txt", swapped.join(" "));
    desk.write("misspelt.txt", secrets.words.join("x "));
    desk.write("short.txt", secrets.words[..23].join(" "));
    desk.write("open.key", &secrets.hex);
    let import = ["import", "bank.csv", "--account", "Assets:Bank"];
    let (complaints, others): (Vec<_>, Vec<_>) = [
        &["account", "add", "Assets:Bank", "--kind", "checking", "--currency", "USD"][..],
        &import,
        &["accounts", "--json"],
        &["balance"],
        &["register"],
        &["search", "Quiet"],
        &["report", "income"],
        &["export", "--format", "hledger"],
        &["history", "--json"],
        &["backup"],
        &["check", "--passphrase-file", "words.txt"],
        &["undo"],
        &["redo"],
        &["check", "--passphrase-file", "swapped.txt"],
        &["check", "--passphrase-file", "misspelt.txt"],
        &["check", "--passphrase-file", "short.txt"],
        // Files that are no phrase and no key, but somebody's secrets all the same.
        &["check", "--passphrase-file", "books.key"],
        &["check", "--key-file", "open.key"],
        &["check", "--key-file", "words.txt"],
        &["import", "words.txt", "--account", "Assets:Bank"],
        &["init", "--key-file", KEY_FILE],
        &["restore"],
    ]
    .into_iter()
    .map(|arguments| (arguments, talkative(&desk, arguments)))
    .partition(|(_, run)| run.code != Some(0));
    assert!(complaints.len() > 6 && others.len() > 12, "{complaints:?}");
    for (arguments, run) in complaints.iter().chain(&others) {
        for words in [&run.stdout, &run.stderr] {
            assert_eq!(secrets.within(words.as_bytes()), None, "{arguments:?}");
        }
    }
    for name in ["words.txt", "swapped.txt", "misspelt.txt", "short.txt", "open.key", KEY_FILE] {
        std::fs::remove_file(desk.path(name)).unwrap();
    }
    for (name, bytes) in files(desk.folder()) {
        assert_eq!(secrets.within(&bytes), None, "{name}");
    }
}

#[test]
fn what_the_books_hold_is_read_in_no_file_without_the_key() {
    let desk = Desk::with_ledger();
    desk.coffer(["account", "add", "Assets:Bank", "--kind", "checking", "--currency", "USD"]).answer();
    desk.write("bank.csv", format!("Date,Description,Amount\n2026-11-02,{SHOP},-3.20\n"));
    desk.coffer(["import", "bank.csv", "--account", "Assets:Bank"]).answer();
    desk.coffer(["backup"]).answer();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let key = api::KeySource::File(desk.path(KEY_FILE));
        let books = api::Books::open(&desk.path(LEDGER), key, std::time::Duration::ZERO).await.unwrap();
        let change = api::AccountInput {
            path: format!("Expenses:{SHOP}"),
            kind: None,
            currency: None,
            opening: None,
            number: String::new(),
        };
        books.account_add(&change).await.unwrap();
        std::fs::remove_file(desk.path("bank.csv")).unwrap();
        // Open, with its log beside it.
        let files = files(desk.folder());
        assert!(files.iter().any(|(name, _)| name.ends_with("-wal")), "there is no log to look into");
        for (name, bytes) in files {
            let text = String::from_utf8_lossy(&bytes);
            let told = ["Quiet", "ลับ", "Assets", "SQLite"].iter().find(|word| text.contains(**word));
            assert_eq!(told, None, "{name}");
        }
        books.close().await;
    });
}

/// Every option of every command, with what it takes.
fn options(desk: &Desk, path: &[String], found: &mut Vec<String>) {
    let run: Run = desk.bare_coffer().args(path).arg("--help").output().unwrap().into();
    let help = run.answer();
    let lines = help.lines().map(str::trim);
    found.extend(lines.clone().filter(|line| line.starts_with('-')).map(str::to_owned));
    let commands =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    for name in commands.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        options(desk, &[path, &[name.to_owned()]].concat(), found);
    }
}

#[test]
fn no_option_takes_a_secret_itself() {
    let mut found = Vec::new();
    options(&Desk::empty(), &[], &mut found);
    let secret = |option: &&String| {
        ["key", "pass", "phrase", "secret", "token"].iter().any(|word| option.contains(word))
    };
    let taking: Vec<&String> =
        found.iter().filter(secret).filter(|option| !option.contains("-file <PATH>")).collect();
    assert!(found.len() > 40, "only {} options were found", found.len());
    assert!(taking.is_empty(), "{taking:#?}");
}

#[tokio::test]
async fn the_windows_commands_refuse_without_repeating_what_they_were_given() {
    let folder = Desk::empty();
    let [config, data, documents, downloads] =
        ["config", "data", "documents", "downloads"].map(|name| folder.path(name));
    let session = Session::new(api::Places { config, data, documents, downloads });
    let phrase = "hunter2 correct horse battery staple";
    for (command, arguments) in [
        ("ledger_recover", serde_json::json!({ "path": folder.path(LEDGER), "phrase": phrase })),
        ("ledger_unlock", serde_json::json!({ "password": phrase })),
        ("ledger_open", serde_json::json!({ "path": folder.path(LEDGER), "password": phrase })),
        ("password_set", serde_json::json!({ "current": phrase, "new": phrase })),
    ] {
        let error = api::commands::dispatch(&session, command, arguments).await.unwrap_err();
        let told = format!("{error} {error:?} {}", serde_json::to_string(&error).unwrap());
        assert!(!told.contains("hunter2") && !told.contains("horse"), "{command}: {told}");
    }
}
