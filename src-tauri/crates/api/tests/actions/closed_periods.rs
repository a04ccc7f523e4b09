//! What a closed period keeps besides its transactions.

use crate::desk::Desk;
use api::{ErrorCode, Id, Money, NamedFile, PriceInput, Progress, StatementInput, Status};

/// A ledger in baht, and the transaction of a tea on the last of January.
async fn desk_with_tea() -> (Desk, String) {
    let desk = Desk::bare("THB").await;
    let cash = desk.account("Assets:Cash", "cash").await;
    let food = desk.account("Expenses:Food", "expense").await;
    let legs = [(cash, "-5.00", Status::Cleared), (food, "5.00", Status::Cleared)];
    let id = desk.enter("2026-01-31", &legs).await;
    (desk, id)
}

fn receipt() -> NamedFile {
    NamedFile { name: "receipt.txt".into(), bytes: b"tea 5.00".to_vec() }
}

#[tokio::test]
async fn a_receipt_stays_when_its_period_is_closed() {
    let (desk, id) = desk_with_tea().await;
    let books = &desk.books;
    books.attach(&id, &[receipt()]).await.unwrap();
    let kept = books.transaction(&id).await.unwrap().attachments[0].id;
    books.period_close(Some("2026-01-31")).await.unwrap();
    let refused = books.detach(&id, kept).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::PeriodClosed);
    assert_eq!(books.transaction(&id).await.unwrap().attachments.len(), 1);
    books.period_close(None).await.unwrap();
    books.detach(&id, kept).await.unwrap();
    assert_eq!(books.transaction(&id).await.unwrap().attachments.len(), 0);
}

#[tokio::test]
async fn undo_and_redo_stop_at_what_a_closed_period_keeps() {
    let (desk, id) = desk_with_tea().await;
    let books = &desk.books;
    let attached = books.attach(&id, &[receipt()]).await.unwrap().unwrap();
    let closed = books.period_close(Some("2026-01-31")).await.unwrap().unwrap();
    let refused = books.revert(attached.seq, &Progress::default()).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::PeriodClosed);
    assert!(refused.message.contains("reopen the period"), "{refused}");
    assert_eq!(books.transaction(&id).await.unwrap().attachments.len(), 1);
    assert_eq!(books.version().await.unwrap(), i64::from(closed.seq));
}

fn baht(amount: &str) -> Money {
    Money { amount: amount.into(), commodity: "THB".into() }
}

fn noted(account: Id, date: &str) -> StatementInput {
    let (ticked, unticked) = (Vec::new(), Vec::new());
    StatementInput { account, date: date.into(), balance: baht("0.00"), ticked, unticked }
}

#[tokio::test]
async fn prices_and_noted_balances_of_a_closed_period_stay_as_they_are() {
    let desk = Desk::bare("THB").await;
    let cash = desk.account("Assets:Cash", "cash").await;
    let books = &desk.books;
    let price = |date: &str, rate: Option<&str>| {
        let rate = rate.map(Into::into);
        [PriceInput { commodity: "USD".into(), quote: "THB".into(), date: date.into(), rate }]
    };
    books.prices_set(&price("2026-01-31", Some("32.5"))).await.unwrap();
    books.statement_add(&noted(cash, "2026-01-31")).await.unwrap();
    let statement = books.statements(None).await.unwrap()[0].id;
    books.period_close(Some("2026-01-31")).await.unwrap();
    for (case, refused) in [
        ("another price", books.prices_set(&price("2026-01-31", Some("33"))).await),
        ("no price", books.prices_set(&price("2026-01-31", None)).await),
        ("an earlier price", books.prices_set(&price("2026-01-02", Some("33"))).await),
        ("another balance", books.statement_add(&noted(cash, "2026-01-15")).await),
        ("no balance", books.statement_remove(statement).await),
    ] {
        assert_eq!(refused.unwrap_err().code, ErrorCode::PeriodClosed, "{case}");
    }
    books.prices_set(&price("2026-02-01", Some("33"))).await.unwrap();
    books.statement_add(&noted(cash, "2026-02-01")).await.unwrap();
    assert_eq!(books.check().await.unwrap(), []);
}

#[tokio::test]
async fn a_statement_that_overlaps_a_closed_period_still_brings_what_comes_after_it() {
    let desk = Desk::bare("THB").await;
    let bank = desk.account("Assets:Bank", "checking").await;
    let books = &desk.books;
    let rows = "Date,Description,Amount,Balance\n2026-01-30,Tea,-5.00,95.00\n2026-01-31,Rice,-7.00,88.00\n";
    let file = |rows: &str| NamedFile { name: "bank.csv".into(), bytes: rows.as_bytes().to_vec() };
    books.import(vec![file(rows)], Some(bank), false, &Progress::default()).await.unwrap();
    books.period_close(Some("2026-01-31")).await.unwrap();
    let again = books.import(vec![file(rows)], Some(bank), false, &Progress::default()).await.unwrap();
    assert_eq!((again.new, again.duplicate), (0, 2));
    let longer = format!("{rows}2026-02-01,Cake,-8.00,80.00\n");
    let more = books.import(vec![file(&longer)], Some(bank), false, &Progress::default()).await.unwrap();
    assert_eq!((more.new, more.duplicate), (1, 2));
}
