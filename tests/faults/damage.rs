//! Ledgers whose bytes have changed on the disk.

use crate::state::{add_arguments, check, count, desk};
use acceptance::{Desk, LEDGER};

/// Where in a file of some length a bit turns.
type Place = fn(usize) -> usize;

/// A ledger with 300 rows, of which a backup holds all but the last.
fn damaged(with_backup: bool, place: impl Fn(usize) -> usize) -> Desk {
    let desk = desk();
    desk.write("statement.csv", crate::state::statement("old", 300));
    desk.coffer(["import", "statement.csv", "--account", crate::state::BANK]).answer();
    if with_backup {
        desk.coffer(["backup"]).answer();
    } else {
        std::fs::remove_dir_all(desk.path("books.coffer-backups")).unwrap();
    }
    desk.coffer(add_arguments("newest")).answer();
    let mut bytes = std::fs::read(desk.path(LEDGER)).unwrap();
    let place = place(bytes.len());
    bytes[place] ^= 0b100;
    desk.write(LEDGER, bytes);
    desk
}

#[test]
fn damage_is_reported_with_the_way_to_the_newest_backup_which_brings_the_books_back() {
    let places: [(&str, Place); 5] = [
        ("the first byte", |_| 0),
        ("the first page", |_| 2_000),
        ("an early page", |_| 5_000),
        ("the middle", |length| length / 2),
        ("the end", |length| length - 100),
    ];
    for (name, place) in places {
        let desk = damaged(true, place);
        let run = desk.coffer(["check"]);
        assert_eq!(run.code, Some(1), "{name}: {run:?}");
        let way = "coffer restore";
        assert!(run.stderr.contains(way) && run.stderr.contains(".coffer-backups/"), "{name}: {run:?}");
        for ask in [&["balance"][..], &["register"], &["export"], &["search", "ร้าน 1"], &["undo"]] {
            // What lies elsewhere in the file can still be read.
            let run = desk.coffer(ask);
            let told = run.code == Some(0) || (run.stdout.is_empty() && run.stderr.contains(way));
            assert!(told, "{name}, {ask:?}: {run:?}");
        }
        let restored = desk.coffer(["restore"]).answer();
        assert!(restored.contains("what was in its place is kept"), "{name}: {restored}");
        assert_eq!((count(&desk, "old"), count(&desk, "newest")), (300, 0), "{name}");
        check(&desk);
    }
}

#[test]
fn damage_without_a_backup_is_reported_all_the_same() {
    let desk = damaged(false, |_| 2_000);
    let complaint = desk.coffer(["balance"]).complaint();
    assert!(
        complaint.ends_with(
            "it belongs to another ledger, its recovery phrase was renewed, or the file is damaged"
        ),
        "{complaint}"
    );
    assert_eq!(desk.coffer(["restore"]).complaint(), "there is no backup of books.coffer");
}

#[test]
fn a_ledger_that_lost_its_end_is_reported() {
    for length in [4_096, 8_192, 100_000] {
        let desk = damaged(true, |_| 5_000);
        let bytes = std::fs::read(desk.path(LEDGER)).unwrap();
        desk.write(LEDGER, &bytes[..length]);
        let run = desk.coffer(["check"]);
        assert_eq!(run.code, Some(1), "{length}: {run:?}");
        assert!(run.stderr.contains("coffer restore"), "{length}: {run:?}");
    }
}
