//! The program is killed at random moments.

use crate::chance::Chance;
use crate::state::{add_arguments, check, count, desk, rows, statement, with_books};
use acceptance::{Desk, KEY_FILE, LEDGER, Run};
use api::Books;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Kills on each of two ledgers, at the same time.
const KILLS: u32 = 100;
const ROWS: u32 = 2_000;
/// Beyond this, more is taken back than is added.
const ENOUGH: u32 = 8_000;

/// What a round lets the program do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Deed {
    Import,
    Add,
    Undo,
    Backup,
}

/// Something that was done, and can be undone.
#[derive(Debug)]
struct Done {
    marker: String,
    rows: u32,
}

struct Round<'a> {
    desk: &'a Desk,
    chance: Chance,
    /// What the books hold, in the order it came.
    held: Vec<Done>,
    /// How long each deed takes when nobody ends it.
    spans: [(Deed, Duration); 4],
    serial: u32,
    killed: u32,
    acknowledged: u32,
}

impl Round<'_> {
    fn rows(&self) -> u32 {
        self.held.iter().map(|done| done.rows).sum()
    }

    fn choose(&mut self) -> Deed {
        let drawn = self.chance.below(100);
        match drawn {
            0..=4 => Deed::Backup,
            _ if self.rows() > ENOUGH && drawn < 70 => Deed::Undo,
            5..=19 if !self.held.is_empty() => Deed::Undo,
            20..=59 => Deed::Import,
            _ => Deed::Add,
        }
    }

    /// Lets the program do something, ends it somewhere, and looks at what it left.
    fn go(&mut self) {
        let deed = self.choose();
        self.serial += 1;
        let marker = format!("m{:05}", self.serial);
        if deed == Deed::Import {
            self.desk.write("statement.csv", statement(&marker, ROWS));
        }
        let (run, took) = self.run(deed, &marker);
        let before = self.held.iter().map(|done| (done.marker.clone(), done.rows)).collect::<Vec<_>>();
        let acknowledged = match run.code {
            None => {
                self.killed += 1;
                false
            }
            Some(0) => true,
            Some(_) => panic!("{deed:?} failed by itself: {run:?}"),
        };
        if acknowledged {
            self.acknowledged += 1;
            self.learn(deed, took);
        }
        let there = count(self.desk, "");
        let expected = self.rows();
        let change = match deed {
            Deed::Import => i64::from(ROWS),
            Deed::Add => 1,
            Deed::Undo => -i64::from(self.held.last().unwrap().rows),
            Deed::Backup => 0,
        };
        let done = i64::from(there) == i64::from(expected) + change;
        assert!(
            done || (there == expected && !acknowledged),
            "{deed:?} (acknowledged: {acknowledged}) left {there} rows where {expected} were; {before:?}"
        );
        if done {
            match deed {
                Deed::Import => self.held.push(Done { marker: marker.clone(), rows: ROWS }),
                Deed::Add => self.held.push(Done { marker: marker.clone(), rows: 1 }),
                Deed::Undo => drop(self.held.pop()),
                Deed::Backup => {}
            }
        }
        if self.killed.is_multiple_of(10) {
            check(self.desk);
        }
    }

    fn run(&mut self, deed: Deed, marker: &str) -> (Run, Duration) {
        let mut command = match deed {
            Deed::Import => self.desk.command(["import", "statement.csv", "--account", crate::state::BANK]),
            Deed::Add => self.desk.command(add_arguments(marker)),
            Deed::Undo => self.desk.command(["undo"]),
            Deed::Backup => self.desk.command(["backup"]),
        };
        let span = self.spans.iter().find(|(known, _)| *known == deed).unwrap().1;
        let moment = u64::try_from(span.as_micros()).unwrap();
        let moment = Duration::from_micros(self.chance.below(moment.max(1)));
        let start = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(moment);
        // Never an error: a child that ended by itself waits to be asked.
        child.kill().unwrap();
        (child.wait_with_output().unwrap().into(), start.elapsed())
    }

    fn learn(&mut self, deed: Deed, took: Duration) {
        let known = self.spans.iter_mut().find(|(known, _)| *known == deed).unwrap();
        known.1 = (known.1 * 3 + took) / 4;
    }
}

fn kill_again_and_again(seed: u64) -> (u32, u32) {
    let desk = desk();
    let guess = |deed, millis| (deed, Duration::from_millis(millis));
    let spans =
        [guess(Deed::Import, 400), guess(Deed::Add, 80), guess(Deed::Undo, 150), guess(Deed::Backup, 80)];
    let mut round = Round {
        desk: &desk,
        chance: Chance::new(seed),
        held: Vec::new(),
        spans,
        serial: 0,
        killed: 0,
        acknowledged: 0,
    };
    while round.killed < KILLS {
        round.go();
    }
    check(&desk);
    // Each by its own name: the right number of the wrong rows would not do.
    with_books(&desk.path(LEDGER), &desk.path(KEY_FILE), async |books| {
        for done in &round.held {
            assert_eq!(rows(books, &done.marker).await, done.rows, "{done:?}");
        }
    });
    backups_open(&desk);
    (round.killed, round.acknowledged)
}

/// Whatever bears the name of a backup is one.
fn backups_open(desk: &Desk) {
    for backup in Books::backups(&desk.path(LEDGER)).unwrap() {
        let arguments = ["restore", &backup.path, "--ledger", "again.coffer", "--key-file", KEY_FILE];
        let run: Run = desk.bare_coffer().args(arguments).output().unwrap().into();
        run.answer();
    }
}

#[test]
fn killed_at_any_moment_it_keeps_what_it_acknowledged_and_nothing_by_half() {
    let seed = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    println!("seeds {seed} and {}", seed + 1);
    let start = Instant::now();
    let (one, other) = std::thread::scope(|scope| {
        let one = scope.spawn(|| kill_again_and_again(seed));
        let other = scope.spawn(|| kill_again_and_again(seed + 1));
        (one.join().unwrap(), other.join().unwrap())
    });
    println!(
        "killed {} times, acknowledged {} times, in {:?}",
        one.0 + other.0,
        one.1 + other.1,
        start.elapsed()
    );
}

#[test]
fn killed_while_a_backup_takes_its_place_the_books_are_there_or_the_way_to_them() {
    let desk = desk();
    desk.coffer(add_arguments("first")).answer();
    desk.coffer(["backup"]).answer();
    let start = Instant::now();
    desk.coffer(["restore"]).answer();
    let span = u64::try_from(start.elapsed().as_micros()).unwrap();
    let mut chance = Chance::new(span);
    for _ in 0..25 {
        let mut child = desk.command(["restore"]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(chance.below(span)));
        child.kill().unwrap();
        child.wait().unwrap();
        if !desk.path(LEDGER).exists() {
            let complaint = desk.coffer(["balance"]).complaint();
            assert!(complaint.contains("put it in place with `coffer restore`"), "{complaint}");
            desk.coffer(["restore"]).answer();
        }
        assert_eq!(count(&desk, "first"), 1);
        check(&desk);
    }
}

/// Renews the phrase and ends the program `after` it has shown the new one, or not at all; answers with that and how long
/// the rest took.
fn renew(desk: &Desk, after: Option<Duration>) -> (String, Duration) {
    let mut command = desk.command(["phrase", "--renew", "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut shown = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut shown).unwrap();
    let start = Instant::now();
    if let Some(after) = after {
        std::thread::sleep(after);
        child.kill().unwrap();
    }
    child.wait().unwrap();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    (shown["recovery_passphrase"].as_str().unwrap().to_owned(), start.elapsed())
}

#[test]
fn killed_while_its_phrase_is_renewed_the_ledger_has_the_old_one_or_the_new_and_nothing_is_left_beside_it() {
    const ENOUGH: u32 = 3;
    let founded = desk();
    founded.write("statement.csv", statement("first", ROWS));
    founded.coffer(["import", "statement.csv", "--account", crate::state::BANK]).answer();
    let again = || {
        let desk = Desk::empty();
        for name in [LEDGER, KEY_FILE] {
            std::fs::copy(founded.path(name), desk.path(name)).unwrap();
        }
        desk
    };
    let (_, span) = renew(&again(), None);
    let span = u64::try_from(span.as_micros()).unwrap();
    let mut chance = Chance::new(span);
    let (mut cut_short, mut renewed) = (0, 0);
    for _ in 0..60 {
        let desk = again();
        let (phrase, _) = renew(&desk, Some(Duration::from_micros(chance.below(span))));
        let unfinished = desk.path("books.coffer-renewing").exists();
        desk.write("phrase.txt", &phrase);
        let by_key = desk.coffer(["check"]);
        if by_key.code == Some(0) {
            assert_eq!(count(&desk, "first"), ROWS);
        } else {
            // Ended after the ledger had its new key and before the key's file did.
            let arguments = ["check", "--ledger", LEDGER, "--passphrase-file", "phrase.txt"];
            let by_phrase: Run = desk.bare_coffer().args(arguments).output().unwrap().into();
            assert_eq!(by_phrase.answer(), "everything adds up\n", "{by_key:?}");
            renewed += 1;
        }
        cut_short += u32::from(unfinished);
        let names = std::fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = names.filter(|name| name.to_string_lossy().contains("coffer-renewing")).collect();
        assert!(left.is_empty(), "{left:?}");
        if cut_short >= ENOUGH {
            break;
        }
    }
    assert!(cut_short > 0, "none was killed in the middle");
    println!("{cut_short} were cut short, {renewed} between the ledger and its key file");
}
