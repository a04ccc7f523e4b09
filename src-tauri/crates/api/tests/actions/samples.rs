//! Sample books.

use crate::desk::Desk;
use api::{ErrorCode, Language, Progress};

#[tokio::test]
async fn sample_books_added_to_a_ledger_that_was_empty_are_one_step_to_undo() {
    let desk = Desk::with_categories().await;
    let books = &desk.books;
    let none = Progress::default();
    let before = books.accounts().await.unwrap();
    let version = books.version().await.unwrap();
    let made = books.add_sample(Some(60), Some(7), Language::English, &none).await.unwrap();
    assert_eq!((made, books.version().await.unwrap()), (60, version + 1));
    let filled = books.accounts().await.unwrap();
    let again = books.add_sample(None, None, Language::English, &none).await.unwrap_err();
    assert_eq!(again.code, ErrorCode::InUse);
    books.undo(&none).await.unwrap();
    assert_eq!(books.accounts().await.unwrap(), before);
    assert!(books.payees().await.unwrap().is_empty() && !books.ledger_settings().await.unwrap().sample);
    books.redo(&none).await.unwrap();
    assert_eq!(books.accounts().await.unwrap(), filled);
    assert_eq!(books.check().await.unwrap(), []);
}
