//! What the books of a folder hold, read through the api.

use acceptance::{Desk, KEY_FILE, LEDGER};
use api::{Books, FilterInput, KeySource};
use std::path::Path;
use std::time::Duration;

/// The account that all rows here are of.
pub const BANK: &str = "Assets:Bank";
/// The account that they go to.
pub const SHOP: &str = "Expenses:Shop";

/// A folder with a ledger of two accounts.
pub fn desk() -> Desk {
    let desk = Desk::with_ledger();
    desk.coffer(["account", "add", BANK, "--kind", "checking", "--currency", "USD"]).answer();
    desk.coffer(["account", "add", SHOP]).answer();
    desk
}

/// A statement of `rows` rows of one dollar each, whose texts hold `marker`.
pub fn statement(marker: &str, rows: u32) -> String {
    let mut text = String::from("Date,Description,Amount\n");
    for row in 0..rows {
        text.push_str(&format!("2026-{:02}-{:02},{marker} ร้าน {row},-1.00\n", 1 + row % 12, 1 + row % 28));
    }
    text
}

/// Enters one row of one dollar, of a day that no statement here is near.
pub fn add_arguments(marker: &str) -> [&str; 8] {
    ["add", "2020-03-01", marker, "1.00", "--from", BANK, "--to", SHOP]
}

/// Opens a ledger and answers what `ask` makes of it.
pub fn with_books<T>(ledger: &Path, key: &Path, ask: impl AsyncFnOnce(&Books) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let key = KeySource::File(key.to_path_buf());
        let books = Books::open(ledger, key, Duration::from_secs(30)).await.unwrap();
        let answer = ask(&books).await;
        books.close().await;
        answer
    })
}

/// How many rows the books of a folder hold that contain a text; and that its balance says the same of all of them.
pub fn count(desk: &Desk, text: &str) -> u32 {
    with_books(&desk.path(LEDGER), &desk.path(KEY_FILE), async |books| rows(books, text).await)
}

/// As [`count`], of books that are open.
pub async fn rows(books: &Books, text: &str) -> u32 {
    let filter = |text: &str| FilterInput { text: text.to_owned(), ..FilterInput::default() };
    let all = books.find(&filter(""), 0, 1).await.unwrap().total;
    let accounts = books.accounts().await.unwrap();
    let bank = accounts.iter().find(|account| account.path == BANK).unwrap();
    let expected = if all == 0 { "0.00".to_owned() } else { format!("-{all}.00") };
    assert_eq!(bank.balances[0].amount, expected, "the balance is not that of the rows");
    if text.is_empty() { all } else { books.find(&filter(text), 0, 1).await.unwrap().total }
}

/// Fails unless `coffer check` finds nothing.
pub fn check(desk: &Desk) {
    assert_eq!(desk.coffer(["check"]).answer(), "everything adds up\n");
}
