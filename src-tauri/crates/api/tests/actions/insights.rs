//! What is worth knowing: today, and of a month.

use crate::desk::Desk;
use api::{InsightNote, Progress, SafeWhy};

/// Ten months of pay, rent and food; the laptop was bought in November. Today is 22 November 2026.
async fn desk() -> Desk {
    let mut desk = Desk::bare("USD").await;
    desk.books = desk.books.on_day("2026-11-22".parse().unwrap());
    let bank = desk.account_with("Assets:Bank", "checking", "2500.00", "USD").await;
    let card = desk.account_with("Liabilities:Card", "card", "-120.00", "USD").await;
    let rent = desk.account("Expenses:Rent", "expense").await;
    let things = desk.account("Expenses:Things", "expense").await;
    let pay = desk.account("Income:Pay", "income").await;
    for month in 1..=11 {
        let day = |day| format!("2026-{month:02}-{day:02}");
        desk.enter_with(&day(1), "Hillside Flats", &[(bank, "-900.00"), (rent, "900.00")]).await;
        desk.enter_with(&day(9), "Corner Shop", &[(bank, "-100.00"), (things, "100.00")]).await;
        if month < 11 {
            desk.enter_with(&day(25), "Bright Works", &[(bank, "1500.00"), (pay, "-1500.00")]).await;
        }
    }
    desk.enter_with("2026-11-14", "Screens & Keys", &[(card, "-800.00"), (things, "800.00")]).await;
    desk
}

fn cents(text: &str) -> i64 {
    text.replace('.', "").parse().unwrap()
}

#[tokio::test]
async fn what_may_be_spent_today_adds_up() {
    let desk = desk().await;
    let safe = desk.books.insight_today().await.unwrap().safe.unwrap();
    assert_eq!(
        (safe.until.as_str(), safe.income.as_ref().unwrap().date.as_str()),
        ("2026-11-24", "2026-11-25")
    );
    let sum: i64 = safe.reasons.iter().map(|reason| cents(&reason.amount)).sum();
    assert_eq!(sum, cents(&safe.amount) - cents(&safe.missing));
    let of = |why| safe.reasons.iter().find(|reason| reason.why == why).map(|reason| cents(&reason.amount));
    assert_eq!((of(SafeWhy::Held), of(SafeWhy::Cards)), (Some(650_000), Some(-92_000)));
}

#[tokio::test]
async fn unusual_spending_is_explained_until_it_is_put_away() {
    let desk = desk().await;
    let notes = desk.books.insight_today().await.unwrap().notes;
    let unusual = |note: &InsightNote| match note {
        InsightNote::Unusual { about, spending, .. } => Some((about.clone(), spending.clone())),
        _ => None,
    };
    let (about, spending) = notes.iter().find_map(unusual).unwrap();
    assert_eq!((spending.path.as_str(), spending.amount.as_str()), ("Expenses:Things", "900.00"));
    assert_eq!(spending.usual.high, "100.00");
    let because = &spending.transactions[0];
    assert_eq!((because.name.as_str(), because.amount.as_str()), ("Screens & Keys", "800.00"));
    desk.books.insight_dismiss(&about).await.unwrap();
    assert!(desk.books.insight_today().await.unwrap().notes.iter().find_map(unusual).is_none());
    desk.books.undo(&Progress::default()).await.unwrap();
    assert!(desk.books.insight_today().await.unwrap().notes.iter().find_map(unusual).is_some());
}

#[tokio::test]
async fn a_month_is_reviewed_against_the_usual_one() {
    let desk = desk().await;
    let october = desk.books.insight_month(Some("2026-10")).await.unwrap();
    assert!(october.complete);
    assert_eq!((october.income.as_str(), october.spent.as_str()), ("1500.00", "1000.00"));
    assert_eq!((october.saved.as_str(), october.saved_percent), ("500.00", Some(33)));
    assert_eq!((october.changes.len(), october.unusual.len()), (0, 0));
    let november = desk.books.insight_month(None).await.unwrap();
    assert_eq!((november.month.as_str(), november.complete), ("2026-11", false));
    let [change] = november.changes.as_slice() else { panic!("{:?}", november.changes) };
    assert_eq!((change.path.as_str(), change.usual.as_str()), ("Expenses:Things", "100.00"));
    assert_eq!((change.difference.as_str(), change.income), ("800.00", false));
    let because = &change.because[0];
    assert_eq!((because.name.as_str(), because.amount.as_str()), ("Screens & Keys", "800.00"));
    assert!(desk.books.insight_month(Some("November")).await.is_err());
}

#[tokio::test]
async fn net_worth_tells_what_it_passed() {
    let desk = desk().await;
    let mut passed = Vec::new();
    for month in ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08"] {
        let review = desk.books.insight_month(Some(month)).await.unwrap();
        passed.extend(review.milestones.into_iter().map(|one| (month, one.amount)));
    }
    // 2,380 and 500 more each month: 5,000 are passed with June's pay.
    assert_eq!(passed, [("2026-06", "5000.00".to_owned())]);
}

#[tokio::test]
async fn an_empty_ledger_has_nothing_to_say() {
    let desk = Desk::bare("USD").await;
    let today = desk.books.insight_today().await.unwrap();
    assert_eq!((today.safe, today.notes), (None, vec![]));
    assert_eq!(desk.books.insight_month(None).await.unwrap().spent, "0.00");
}
