//! What needs a hand: files dragged onto the window, and a second start of the app.
#![allow(clippy::expect_used, clippy::panic, reason = "a journey that cannot go on says so")]

use journeys::{Desktop, Language};

const CSV: &str = "\
Date,Description,Amount,Balance
2026-10-01,Salary Lotus Works,52000.00,52000.00
2026-10-03,Kafe Rim Nam,-95.00,51905.00
";

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_dropped_on_the_window_is_imported_and_a_receipt_on_a_transaction_is_kept() {
    let mut desktop = Desktop::new();
    let statement = desktop.home().join("october.csv");
    let receipt = desktop.home().join("receipt.txt");
    std::fs::write(&statement, CSV).expect("the folder is ours");
    std::fs::write(&receipt, "a coffee, 95 baht").expect("the folder is ours");
    let page = desktop.start(Language::English, &[]).await;
    page.explore_sample_books().await;

    desktop.drop_file(&statement, 600, 400);
    page.see_text(&page.words.counted("import.proof.proven", 2)).await;
    page.fill("import.account", "Dropped").await;
    page.keys("Enter").await;
    page.click_part("button", &page.words.counted("import.commit", 2)).await;
    page.see_text(&page.words.counted("import.done", 2)).await;

    page.go("/transactions?text=Rim Nam").await;
    page.click_part("row", "Kafe Rim Nam").await;
    page.see("attachments.none").await;
    desktop.drop_file(&receipt, 1150, 500);
    page.see_text(&page.words.with("attachments.added", &[("file", "receipt.txt")])).await;
}
