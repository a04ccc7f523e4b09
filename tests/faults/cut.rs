//! The power goes while the log of the newest actions is being written.

use crate::state::{check, desk, rows, with_books};
use acceptance::{Desk, KEY_FILE, LEDGER};
use api::{Books, KeySource, Money, PostingInput, TransactionInput};
use std::time::Duration;

const ACTIONS: u32 = 12;

async fn add(books: &Books, number: u32) {
    let accounts = books.accounts().await.unwrap();
    let id = |path: &str| accounts.iter().find(|account| account.path == path).unwrap().id;
    let leg = |path: &str, amount: &str| PostingInput {
        account: id(path),
        amount: Money { amount: amount.to_owned(), commodity: "USD".to_owned() },
        status: api::Status::Cleared,
        memo: String::new(),
    };
    let input = TransactionInput {
        date: "2026-04-01".to_owned(),
        payee: format!("action {number}"),
        note: String::new(),
        tags: Vec::new(),
        postings: vec![leg(crate::state::BANK, "-1.00"), leg(crate::state::SHOP, "1.00")],
    };
    books.transaction_add(&input).await.unwrap();
}

/// A ledger and its log as they are on the disk after some actions, and how long the log was after each.
async fn snapshot(desk: &Desk) -> ([Vec<u8>; 2], Vec<usize>) {
    let log = desk.path("books.coffer-wal");
    let books =
        Books::open(&desk.path(LEDGER), KeySource::File(desk.path(KEY_FILE)), Duration::ZERO).await.unwrap();
    let mut lengths = Vec::new();
    for number in 0..ACTIONS {
        add(&books, number).await;
        lengths.push(std::fs::read(&log).unwrap().len());
    }
    let files = [desk.path(LEDGER), log].map(|path| std::fs::read(path).unwrap());
    books.close().await;
    (files, lengths)
}

#[test]
fn a_log_that_breaks_off_anywhere_gives_the_books_as_they_were_after_the_last_whole_action() {
    let desk = desk();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let ([ledger, log], lengths) = runtime.block_on(snapshot(&desk));
    assert!(lengths.is_sorted() && lengths[0] < lengths[1], "the log does not grow: {lengths:?}");
    let mut cuts = vec![0, 16, 31, 32, 1_000, log.len()];
    for length in &lengths {
        // Within a frame, between frames, one byte short, just enough.
        cuts.extend([length - 4_200, length - 2_000, length - 1, *length]);
    }
    for (place, cut) in cuts.into_iter().enumerate() {
        for torn in [false, true] {
            let mut log = log[..cut].to_vec();
            if torn {
                // A disk may have set the length and not yet the bytes.
                log.resize(cut + 5_000, 0xa5);
            }
            let after = Desk::empty();
            after.write(LEDGER, &ledger);
            after.write("books.coffer-wal", &log);
            let found = with_books(&after.path(LEDGER), &desk.path(KEY_FILE), async |books| {
                let differences = if place % 7 == 0 { books.check().await.unwrap() } else { Vec::new() };
                assert_eq!(differences, [], "cut at {cut}");
                rows(books, "").await
            });
            let whole = lengths.iter().filter(|length| **length <= cut).count();
            assert_eq!(usize::try_from(found).unwrap(), whole, "cut at {cut}, torn: {torn}");
        }
    }
    check(&desk);
}
