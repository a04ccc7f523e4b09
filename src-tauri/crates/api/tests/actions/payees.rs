//! Payees, tags and the names of things.

use crate::desk::Desk;
use api::{AccountChange, Progress, Rule, Status};
use serde_json::json;

fn rule_of(payee: &str, category: u32) -> Rule {
    let rule = json!({
        "id": 0, "name": format!("{payee} → Food"), "enabled": true, "position": 0, "join": "all",
        "conditions": [{ "of": "text", "field": "payee", "test": "equals", "value": payee }],
        "actions": [{ "set": "category", "account": category }],
    });
    serde_json::from_value(rule).unwrap()
}

#[tokio::test]
async fn a_payee_is_renamed_together_with_its_rule_in_one_step() {
    let desk = Desk::bare("THB").await;
    let food = desk.account("Expenses:Food", "expense").await;
    let cash = desk.account("Assets:Cash", "cash").await;
    let books = &desk.books;
    desk.enter_with("2026-01-31", "Blue Door", &[(cash, "-5.00"), (food, "5.00")]).await;
    books.rule_save(&rule_of("Blue Door", food)).await.unwrap();
    let names = async || {
        let rule = books.rules().await.unwrap().remove(0).rule;
        (books.payees().await.unwrap().remove(0).name, rule.name, rule.conditions.len())
    };
    let before = names().await;
    let payee = books.payees().await.unwrap()[0].id;
    let version = books.version().await.unwrap();
    books.payee_rename(payee, "The Blue Door").await.unwrap();
    assert_eq!(books.version().await.unwrap(), version + 1);
    assert_eq!(names().await, ("The Blue Door".into(), "The Blue Door → Food".into(), 2));
    books.undo(&Progress::default()).await.unwrap();
    assert_eq!(names().await, before);
}

/// `Café`, in one letter and in two.
const WRITTEN: [&str; 2] = ["Caf\u{e9}", "Cafe\u{301}"];

#[tokio::test]
async fn names_that_look_the_same_are_one_however_they_are_written() {
    let desk = Desk::bare("THB").await;
    let books = &desk.books;
    let cash = desk.account(&format!("Assets:{}", WRITTEN[0]), "cash").await;
    let food = desk.account("Expenses:Food", "expense").await;
    let legs = [(cash, "-5.00", Status::Cleared), (food, "5.00", Status::Cleared)];
    for name in WRITTEN {
        desk.enter_tagged("2026-01-31", name, &[name], &legs).await;
        assert!(books.payee_last(name).await.unwrap().is_some());
    }
    let payees = books.payees().await.unwrap();
    assert_eq!((payees.len(), payees[0].name.as_str()), (1, WRITTEN[0]));
    let tags = books.tags().await.unwrap();
    assert_eq!((tags.len(), tags[0].name.as_str()), (1, WRITTEN[0]));
    let twice = desk.try_account(&format!("Assets:{}", WRITTEN[1]), "cash").await;
    assert_eq!(twice.unwrap_err().code, api::ErrorCode::Taken);
    let change = AccountChange { name: Some(WRITTEN[1].into()), ..AccountChange::default() };
    assert_eq!(books.account_edit(cash, &change).await.unwrap(), None, "it has that name");
    assert_eq!(books.payee_rename(payees[0].id, WRITTEN[1]).await.unwrap(), None);
    assert_eq!(books.tag_rename(tags[0].id, WRITTEN[1]).await.unwrap(), None);
}
