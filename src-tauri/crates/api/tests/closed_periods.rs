//! What a closed period keeps besides its transactions.

#![allow(clippy::unwrap_used, reason = "what a test builds on must be there")]

use api::{AccountInput, Books, ErrorCode, Language, Money, PostingInput, Start, Status, TransactionInput};

#[tokio::test]
async fn a_receipt_stays_when_its_period_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let start = Start { currency: "THB".into(), language: Language::English, categories: false };
    let made = Books::create_with_key_file(&path.join("a.coffer"), &path.join("key"), &start).await.unwrap();
    let books = made.books;
    let mut legs = Vec::new();
    for (account, amount) in [("Assets:Cash", "-5.00"), ("Expenses:Food", "5.00")] {
        let input = AccountInput {
            path: account.into(),
            kind: None,
            currency: Some("THB".into()),
            opening: None,
            number: String::new(),
        };
        legs.push(PostingInput {
            account: books.account_add(&input).await.unwrap().id,
            amount: Money { amount: amount.into(), commodity: "THB".into() },
            status: Status::Cleared,
            memo: String::new(),
        });
    }
    let input = TransactionInput {
        date: "2026-01-31".into(),
        payee: "Tea".into(),
        note: String::new(),
        tags: Vec::new(),
        postings: legs,
    };
    let id = books.transaction_add(&input).await.unwrap().id;
    books.attach(&id, "receipt.txt", b"tea 5.00").await.unwrap();
    let receipt = books.transaction(&id).await.unwrap().attachments[0].id;
    books.period_close(Some("2026-01-31")).await.unwrap();
    let refused = books.detach(&id, receipt).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::PeriodClosed);
    assert_eq!(books.transaction(&id).await.unwrap().attachments.len(), 1);
    books.period_close(None).await.unwrap();
    books.detach(&id, receipt).await.unwrap();
    assert_eq!(books.transaction(&id).await.unwrap().attachments.len(), 0);
    books.close().await;
}
