//! Transactions as a person enters them.

use crate::desk::Desk;
use api::{ErrorCode, Money, PostingInput, Status, TransactionInput};

#[tokio::test]
async fn what_does_not_sum_to_zero_is_told_in_money() {
    let desk = Desk::bare("THB").await;
    let cash = desk.account("Assets:Cash", "cash").await;
    let food = desk.account("Expenses:Food", "expense").await;
    let leg = |account, amount: &str| PostingInput {
        account,
        amount: Money { amount: amount.into(), commodity: "THB".into() },
        status: Status::Cleared,
        memo: String::new(),
    };
    let input = TransactionInput {
        date: "2026-01-31".into(),
        payee: String::new(),
        note: String::new(),
        tags: Vec::new(),
        postings: vec![leg(cash, "-5.00"), leg(food, "4.50")],
    };
    let refused = desk.books.transaction_add(&input).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Unbalanced);
    assert_eq!(refused.message, "the amounts must sum to zero, they sum to -0.50 THB");
    assert_eq!(refused.params["difference"], "-0.50");
}
