//! A short run of what `make fuzz` does at length: any bytes end in an answer, soon, for every reader of statements.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

mod readers;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Far more than any input this small needs, in a build that is not optimised, on a machine that does other things too.
const LIMIT: Duration = Duration::from_secs(5);
const INPUTS: u32 = 1_500;

/// What statements are made of, and what breaks them.
const PIECES: [&str; 34] = [
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\u{feff}",
    "-",
    "(",
    ")",
    "=",
    "'",
    ".",
    "^\n",
    "<",
    ">",
    "</",
    "&",
    "&#x41;",
    "<!ENTITY",
    "<OFX>",
    "!Type:Bank\n",
    "D",
    "31/12/2568",
    "12/31'26",
    "1.234,56",
    "99999999999999999999999999999",
    "1e999",
    "ยอดคงเหลือ",
    "é",
];

/// A change of some bytes.
#[derive(Debug, Clone)]
enum Change {
    Turn(Index, u8),
    Insert(Index, &'static str),
    Cut(Index, Index),
    /// A stretch of it once more, elsewhere.
    Repeat(Index, Index, Index),
    /// From somewhere on, another statement.
    Cross(Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(place, bits)| Change::Turn(place, bits)),
        (at(), select(&PIECES[..])).prop_map(|(place, piece)| Change::Insert(place, piece)),
        (at(), at()).prop_map(|(from, to)| Change::Cut(from, to)),
        (at(), at(), at()).prop_map(|(from, to, place)| Change::Repeat(from, to, place)),
        (at(), at(), at()).prop_map(|(place, other, from)| Change::Cross(place, other, from)),
    ]
}

/// A stretch of some bytes, short enough that many of them stay small.
fn stretch(bytes: &[u8], from: &Index, to: &Index) -> std::ops::Range<usize> {
    let (from, to) = (from.index(bytes.len() + 1), to.index(bytes.len() + 1));
    from.min(to)..from.max(to).min(from.min(to) + 400)
}

fn apply(bytes: &mut Vec<u8>, change: &Change, seeds: &[Vec<u8>]) {
    match change {
        Change::Turn(place, bits) => {
            let place = place.index(bytes.len() + 1);
            bytes.iter_mut().skip(place).take(1).for_each(|byte| *byte ^= bits);
        }
        Change::Insert(place, piece) => {
            let place = place.index(bytes.len() + 1);
            bytes.splice(place..place, piece.bytes());
        }
        Change::Cut(from, to) => drop(bytes.drain(stretch(bytes, from, to))),
        Change::Repeat(from, to, place) => {
            let copy = bytes[stretch(bytes, from, to)].to_vec();
            let place = place.index(bytes.len() + 1);
            bytes.splice(place..place, copy);
        }
        Change::Cross(place, other, from) => {
            let other = other.get(seeds);
            bytes.truncate(place.index(bytes.len() + 1));
            bytes.extend_from_slice(&other[from.index(other.len() + 1)..]);
        }
    }
}

fn seeds(reader: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(reader);
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// What is being read, and since when.
type Current = Mutex<Option<(Instant, Vec<u8>)>>;

/// Reads every seed and many inputs made of them.
fn read_all(name: &str, read: fn(&[u8]), current: &Current) {
    let seeds = seeds(name);
    let look = |bytes: Vec<u8>| {
        *current.lock().unwrap() = Some((Instant::now(), bytes.clone()));
        read(&bytes);
        *current.lock().unwrap() = None;
    };
    seeds.iter().for_each(|seed| look(seed.clone()));
    let config = Config { cases: INPUTS, failure_persistence: None, ..Config::default() };
    let changes = (any::<Index>(), prop::collection::vec(change(), 1..8));
    let ran = TestRunner::new(config).run(&changes, |(seed, changes)| {
        let mut bytes = seed.get(&seeds).clone();
        changes.iter().for_each(|change| apply(&mut bytes, change, &seeds));
        look(bytes);
        Ok(())
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
}

/// As [`read_all`], watched for an input that takes too long.
fn run(name: &'static str, read: fn(&[u8])) {
    let current: Arc<Current> = Arc::default();
    let watched = Arc::clone(&current);
    let reading = std::thread::spawn(move || read_all(name, read, &watched));
    while !reading.is_finished() {
        std::thread::sleep(Duration::from_millis(100));
        // A reader that panics says so by itself.
        let Ok(current) = current.lock() else { break };
        if let Some((since, bytes)) = &*current {
            assert!(since.elapsed() < LIMIT, "{name} hangs on {:?}", String::from_utf8_lossy(bytes));
        }
    }
    reading.join().unwrap();
}

#[test]
fn any_bytes_as_csv_end_in_an_answer() {
    run("csv", readers::read_csv);
}

#[test]
fn any_bytes_as_ofx_end_in_an_answer() {
    run("ofx", readers::read_ofx);
}

#[test]
fn any_bytes_as_qif_end_in_an_answer() {
    run("qif", readers::read_qif);
}
