//! Receipts kept with transactions.

use crate::desk::Desk;
use api::{ErrorCode, NamedFile, Progress, Status};

fn file(name: &str, bytes: &[u8]) -> NamedFile {
    NamedFile { name: name.into(), bytes: bytes.to_vec() }
}

async fn kept(desk: &Desk, transaction: &str) -> Vec<String> {
    let view = desk.books.transaction(transaction).await.unwrap();
    view.attachments.into_iter().map(|file| file.name).collect()
}

#[tokio::test]
async fn receipts_attached_together_are_one_step_and_come_and_go_together() {
    let desk = Desk::bare("THB").await;
    let cash = desk.account("Assets:Cash", "cash").await;
    let food = desk.account("Expenses:Food", "expense").await;
    let legs = [(cash, "-5.00", Status::Cleared), (food, "5.00", Status::Cleared)];
    let tea = desk.enter("2026-01-31", &legs).await;
    let books = &desk.books;

    // The second cannot be kept, so the first is not either.
    let refused = books.attach(&tea, &[file("tea.txt", b"5.00"), file("empty.txt", b"")]).await.unwrap_err();
    assert_eq!((refused.code, refused.params["path"].as_str()), (ErrorCode::File, "empty.txt"));
    assert_eq!(kept(&desk, &tea).await, [""; 0]);

    let both = [file("receipts/of tea/tea.txt", b"5.00"), file("ใบเสร็จ.pdf", b"%PDF-1.7")];
    let entry = books.attach(&tea, &both).await.unwrap().unwrap();
    assert_eq!(entry.params["file"], "tea.txt, ใบเสร็จ.pdf");
    assert_eq!(kept(&desk, &tea).await, ["tea.txt", "ใบเสร็จ.pdf"]);
    books.undo(&Progress::default()).await.unwrap();
    assert_eq!(kept(&desk, &tea).await, [""; 0]);
    books.redo(&Progress::default()).await.unwrap();
    assert_eq!(kept(&desk, &tea).await, ["tea.txt", "ใบเสร็จ.pdf"]);
    assert_eq!(books.attach(&tea, &[]).await.unwrap(), None, "nothing is nothing done");
    assert_eq!(books.check().await.unwrap(), []);
}
