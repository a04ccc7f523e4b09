//! What a person is told of the bills before it comes, and when a price changed.

use crate::desk::Desk;
use api::AlertKind;

#[tokio::test]
async fn renewals_and_changed_prices_are_told_once_on_the_desktop_and_stay_on_the_screen() {
    let mut desk = Desk::bare("USD").await;
    desk.books = desk.books.on_day("2026-11-22".parse().unwrap());
    let bank = desk.account("Assets:Bank", "checking").await;
    let media = desk.account("Expenses:Media", "expense").await;
    for month in 1..=10 {
        let date = format!("2026-{month:02}-05");
        desk.enter_with(&date, "Lantern Music", &[(bank, "-9.00"), (media, "9.00")]).await;
    }
    for year in [2023, 2024, 2025] {
        let date = format!("{year}-12-02");
        desk.enter_with(&date, "Harbour Storage", &[(bank, "-60.00"), (media, "60.00")]).await;
    }
    let told = |alerts: Vec<api::AlertView>| {
        let words = alerts.into_iter().map(|alert| {
            let before = alert.before.map(|before| format!(" was {}", before.amount)).unwrap_or_default();
            format!("{:?} {} {} {}{before}", alert.kind, alert.payee, alert.date, alert.amount.amount)
        });
        words.collect::<Vec<_>>()
    };
    let renewal = "Renewal Harbour Storage 2026-12-02 60.00";
    assert_eq!(told(desk.books.due_now().await.unwrap().alerts), [renewal]);
    assert_eq!(told(desk.books.news_take().await.unwrap()), [renewal]);
    assert_eq!(told(desk.books.news_take().await.unwrap()), [""; 0], "once a day");

    desk.enter_with("2026-11-05", "Lantern Music", &[(bank, "-11.00"), (media, "11.00")]).await;
    desk.books = desk.books.on_day("2026-11-23".parse().unwrap());
    let dearer = "PriceChanged Lantern Music 2026-11-05 11.00 was 9.00";
    assert_eq!(told(desk.books.news_take().await.unwrap()), [dearer], "and each thing once");
    assert_eq!(told(desk.books.due_now().await.unwrap().alerts), [dearer, renewal]);
    desk.books = desk.books.on_day("2026-11-24".parse().unwrap());
    assert_eq!(told(desk.books.news_take().await.unwrap()), [""; 0]);

    let bills = desk.books.bill_list().await.unwrap().bills;
    let storage = bills.iter().find(|bill| bill.payee == "Harbour Storage").unwrap();
    desk.books.bill_dismiss(&storage.key).await.unwrap();
    let kinds: Vec<AlertKind> =
        desk.books.due_now().await.unwrap().alerts.iter().map(|alert| alert.kind).collect();
    assert_eq!(kinds, [AlertKind::PriceChanged], "what is no bill is not told of");
}

#[tokio::test]
async fn what_happened_before_a_person_came_is_no_news() {
    let mut desk = Desk::bare("USD").await;
    desk.books = desk.books.on_day("2026-11-22".parse().unwrap());
    let bank = desk.account("Assets:Bank", "checking").await;
    let media = desk.account("Expenses:Media", "expense").await;
    for month in 1..=11 {
        let (date, amount) = (format!("2026-{month:02}-05"), if month < 11 { "9.00" } else { "11.00" });
        let legs = [(bank, format!("-{amount}")), (media, amount.to_owned())];
        let legs = legs.each_ref().map(|(account, amount)| (*account, amount.as_str()));
        desk.enter_with(&date, "Lantern Music", &legs).await;
    }
    assert_eq!(desk.books.due_now().await.unwrap().alerts.len(), 1);
    assert_eq!(desk.books.news_take().await.unwrap(), []);
    desk.books = desk.books.on_day("2026-11-23".parse().unwrap());
    assert_eq!(desk.books.news_take().await.unwrap(), []);
}
