//! What a closed period keeps besides its transactions.

use crate::desk::Desk;
use api::{ErrorCode, Status};

#[tokio::test]
async fn a_receipt_stays_when_its_period_is_closed() {
    let desk = Desk::bare("THB").await;
    let cash = desk.account("Assets:Cash", "cash").await;
    let food = desk.account("Expenses:Food", "expense").await;
    let legs = [(cash, "-5.00", Status::Cleared), (food, "5.00", Status::Cleared)];
    let id = desk.enter("2026-01-31", &legs).await;
    let books = &desk.books;
    books.attach(&id, "receipt.txt", b"tea 5.00").await.unwrap();
    let receipt = books.transaction(&id).await.unwrap().attachments[0].id;
    books.period_close(Some("2026-01-31")).await.unwrap();
    let refused = books.detach(&id, receipt).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::PeriodClosed);
    assert_eq!(books.transaction(&id).await.unwrap().attachments.len(), 1);
    books.period_close(None).await.unwrap();
    books.detach(&id, receipt).await.unwrap();
    assert_eq!(books.transaction(&id).await.unwrap().attachments.len(), 0);
}
