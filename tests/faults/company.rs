//! Two programs on one ledger.

use crate::state::{add_arguments, check, count, desk};
use acceptance::{KEY_FILE, LEDGER};
use api::{Books, KeySource};
use std::time::Duration;

#[tokio::test(flavor = "multi_thread")]
async fn a_second_program_waits_for_the_first_or_is_told_who_has_the_ledger() {
    let desk = desk();
    let books =
        Books::open(&desk.path(LEDGER), KeySource::File(desk.path(KEY_FILE)), Duration::ZERO).await.unwrap();
    let holder = format!("books.coffer is open in another process (process {})", std::process::id());
    for arguments in [&["balance", "--wait", "0"][..], &["check", "--wait", "1"], &["restore", "--wait", "0"]]
    {
        let complaint = desk.coffer(arguments.iter().copied()).complaint();
        // There is no backup yet to put in its place.
        if arguments[0] != "restore" {
            assert_eq!(complaint, format!("{holder}; close it there, or try again"));
        }
    }
    let waiting = desk.command(add_arguments("waited")).stdout(std::process::Stdio::piped()).spawn().unwrap();
    tokio::time::sleep(Duration::from_millis(400)).await;
    books.close().await;
    drop(books);
    assert!(waiting.wait_with_output().unwrap().status.success());
    let one = tokio::task::spawn_blocking(move || count(&desk, "waited")).await.unwrap();
    assert_eq!(one, 1);
}

#[test]
fn many_programs_at_once_take_their_turns() {
    let desk = desk();
    let running: Vec<_> = (0..8)
        .map(|number| {
            let marker = format!("turn {number}");
            desk.command(add_arguments(&marker)).args(["--wait", "60"]).spawn().unwrap()
        })
        .collect();
    for mut one in running {
        assert!(one.wait().unwrap().success());
    }
    assert_eq!(count(&desk, "turn"), 8);
    check(&desk);
}
