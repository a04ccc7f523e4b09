//! Every screen over sample books, in both languages and themes: it shows something, and stands in nobody's way.
#![allow(clippy::expect_used, clippy::panic, reason = "a journey that cannot go on says so")]

use journeys::{Desktop, Language, Page, Words};
use std::time::Duration;

const SCREENS: [&str; 36] = [
    "/",
    "/transactions",
    "/transactions?text=a",
    "/forecast",
    "/forecast?ahead=five_years",
    "/goals?new=1",
    "/month",
    "/budget",
    "/bills",
    "/bills/calendar",
    "/schedules",
    "/schedules?new=1",
    "/accounts",
    "/categories",
    "/payees",
    "/review",
    "/import",
    "/rules",
    "/reports?report=income_statement",
    "/reports?report=balance_sheet",
    "/reports?report=net_worth",
    "/reports?report=cash_flow",
    "/reports?report=spending_by_category",
    "/reports?report=spending_by_payee",
    "/rates",
    "/closing",
    "/settings",
    "/settings/ledger",
    "/settings/currencies",
    "/settings/imports",
    "/settings/security",
    "/settings/backups",
    "/settings/check",
    "/settings/history",
    "/settings/export",
    "/settings/about",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_is_there_and_stands_in_nobodys_way_in_both_languages_and_themes() {
    let mut desktop = Desktop::new();
    let mut page = desktop.start(Language::English, &[]).await;
    page.explore_sample_books().await;

    let mut barriers = Vec::new();
    for (language, name, theme) in [
        (Language::English, "English", "settings.theme.light"),
        (Language::Thai, "ไทย", "settings.theme.dark"),
    ] {
        page.go("/settings").await;
        page.click_named("radio", name).await;
        page.words = Words(language);
        page.click("radio", theme).await;
        for screen in SCREENS {
            page.go(screen).await;
            settled(&page).await;
            let found = page.barriers().await;
            barriers.extend(found.into_iter().map(|barrier| format!("{screen} in {language:?}: {barrier}")));
            let file = screen.replace(['/', '?', '='], "-");
            page.picture(&format!("screen{file}-{language:?}").to_lowercase()).await;
        }
        let reconcile = page.run("return [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')).find((href) => /^\\/accounts\\/\\d+$/.test(href))", vec![]).await;
        let account = reconcile.as_str().expect("the sidebar leads to accounts").to_owned();
        for screen in [account.clone(), format!("{account}/reconcile")] {
            page.go(&screen).await;
            settled(&page).await;
            let found = page.barriers().await;
            barriers.extend(found.into_iter().map(|barrier| format!("{screen} in {language:?}: {barrier}")));
        }
    }
    assert_eq!(barriers, Vec::<String>::new());
}

/// Waits until the window says the same twice, and says more than its frame does.
async fn settled(page: &Page) {
    let mut before = String::new();
    for _ in 0..200 {
        tokio::time::sleep(Duration::from_millis(150)).await;
        let shown = page.run("return document.querySelector('main')?.innerText ?? ''", vec![]).await;
        let shown = shown.as_str().unwrap_or_default().to_owned();
        if !shown.is_empty() && shown == before {
            return;
        }
        before = shown;
    }
    panic!("the screen never comes to rest: {before}");
}
