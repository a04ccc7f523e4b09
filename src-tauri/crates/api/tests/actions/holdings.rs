//! What is held of each commodity, and reports in a currency of choice.

use crate::desk::Desk;
use api::{ErrorCode, LocaleInput, PriceInput, Progress, ReportInput, ReportInterval, ReportKind};

/// A ledger in baht that holds dollars at a known rate, and euros at none.
async fn traveller() -> Desk {
    let desk = Desk::bare("THB").await;
    for (path, kind, amount, currency) in [
        ("Assets:Bank", "checking", "1000.00", "THB"),
        ("Assets:Purse", "cash", "20.00", "USD"),
        ("Assets:Safe", "cash", "80.00", "USD"),
        ("Assets:Till", "cash", "5.00", "EUR"),
    ] {
        desk.account_with(path, kind, amount, currency).await;
    }
    let rate = PriceInput {
        commodity: "USD".into(),
        quote: "THB".into(),
        date: "2026-01-01".into(),
        rate: Some("35.5".into()),
    };
    desk.books.prices_set(&[rate]).await.unwrap();
    desk
}

#[tokio::test]
async fn holdings_are_valued_where_there_is_a_rate() {
    let desk = traveller().await;
    let holdings = desk.books.holdings().await.unwrap();
    assert_eq!(holdings.currency, "THB");
    let found: Vec<_> = holdings
        .commodities
        .iter()
        .filter(|commodity| !commodity.accounts.is_empty())
        .map(|commodity| {
            (
                commodity.code.as_str(),
                commodity.held.as_str(),
                commodity.rate.as_deref(),
                commodity.rate_date.as_deref(),
                commodity.worth.as_deref(),
                commodity.accounts.iter().map(|account| account.path.as_str()).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("EUR", "5.00", None, None, None, vec!["Assets:Till"]),
            ("THB", "1000.00", None, None, Some("1000.00"), vec!["Assets:Bank"]),
            (
                "USD",
                "100.00",
                Some("35.5"),
                Some("2026-01-01"),
                Some("3550.00"),
                vec!["Assets:Safe", "Assets:Purse"]
            ),
        ]
    );
}

#[tokio::test]
async fn a_report_is_in_the_currency_asked_for() {
    let desk = traveller().await;
    let input = |currency: Option<&str>| ReportInput {
        kind: ReportKind::NetWorth,
        from: "2026-01-01".into(),
        to: "2026-01-31".into(),
        interval: ReportInterval::Whole,
        comparison: None,
        sunday: false,
        payees: None,
        currency: currency.map(str::to_owned),
        depth: None,
        hide_zero: false,
        locale: LocaleInput::default(),
    };
    for (currency, expected) in [(None, ("THB", "4550.00")), (Some("USD"), ("USD", "128.17"))] {
        let report = desk.books.report(&input(currency)).await.unwrap();
        let worth = report.rows.iter().find(|row| row.line.as_deref() == Some("net_worth")).unwrap();
        assert_eq!((report.currency.as_str(), worth.values[0].as_str()), expected);
    }
    assert_eq!(desk.books.report(&input(Some("XYZ"))).await.unwrap_err().code, ErrorCode::Missing);
}

#[tokio::test]
async fn many_rates_are_set_at_once_and_taken_back_at_once() {
    let desk = traveller().await;
    let rate = |date: &str, rate: Option<&str>| PriceInput {
        commodity: "USD".into(),
        quote: "THB".into(),
        date: date.into(),
        rate: rate.map(str::to_owned),
    };
    let rates = [
        rate("2026-01-01", None),
        rate("2026-01-02", Some("35")),
        rate("2026-01-02", Some("36")),
        rate("2026-01-03", Some("36.25")),
        rate("2026-01-04", None),
    ];
    let known = async || {
        let prices = desk.books.prices(Some("USD")).await.unwrap();
        prices.into_iter().map(|price| format!("{} {}", price.date, price.rate)).collect::<Vec<_>>()
    };
    desk.books.prices_set(&rates).await.unwrap();
    assert_eq!(known().await, ["2026-01-02 36", "2026-01-03 36.25"]);
    assert!(desk.books.prices_set(&rates).await.unwrap().is_none(), "nothing is left to change");
    desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(known().await, ["2026-01-01 35.5"]);
}
