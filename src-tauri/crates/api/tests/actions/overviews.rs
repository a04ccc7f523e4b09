//! The first screen is asked for again and again: what it shows is of the books as they are, in the words asked for.

use crate::desk::Desk;
use api::{Language, OverviewInput, OverviewView};
use serde_json::json;

async fn overview(desk: &Desk, language: Language) -> OverviewView {
    let locale = json!({ "language": language, "buddhist": false });
    let input = json!({ "from": "2026-01-01", "to": "2026-01-31", "span": "all", "locale": locale });
    let input: OverviewInput = serde_json::from_value(input).unwrap();
    desk.books.overview(&input).await.unwrap()
}

#[tokio::test]
async fn the_first_screen_follows_every_change_and_what_is_taken_back() {
    let desk = Desk::with_categories().await;
    assert!(overview(&desk, Language::English).await.empty);
    desk.account_with("Assets:Bank", "checking", "100.00", "USD").await;
    assert_eq!(overview(&desk, Language::English).await.worth.now, "100.00");
    assert_eq!(overview(&desk, Language::English).await.worth.now, "100.00");
    desk.books.undo(&api::Progress::default()).await.unwrap();
    assert!(overview(&desk, Language::English).await.empty);
}

#[tokio::test]
async fn the_first_screen_speaks_the_language_that_each_question_asks_for() {
    let desk = Desk::with_categories().await;
    desk.account_with("Assets:Bank", "checking", "100.00", "USD").await;
    let english = overview(&desk, Language::English).await.worth.finding;
    let thai = overview(&desk, Language::Thai).await.worth.finding;
    assert!(english.starts_with("Net worth"), "{english}");
    assert!(thai.starts_with("ความมั่งคั่งสุทธิ"), "{thai}");
    assert_eq!(overview(&desk, Language::English).await.worth.finding, english);
}
