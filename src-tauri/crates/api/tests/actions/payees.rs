//! Payees, tags and the names of things.

use crate::desk::Desk;
use api::{Progress, Rule};
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
