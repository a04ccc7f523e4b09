//! Prices as a person enters them.

use crate::desk::Desk;
use api::{CommodityInput, ErrorCode, LocaleInput, PriceInput, ReportInput, ReportInterval, ReportKind};
use ledger::CommodityKind;

#[tokio::test]
async fn a_rate_beyond_any_sense_is_refused_before_it_spoils_a_report() {
    let desk = Desk::bare("THB").await;
    for (rate, taken) in [
        ("32.5", true),
        ("0.000000000000001", true),
        ("1000000000000000", true),
        ("100000000000000000000", false),
        ("1000000000000000.1", false),
        ("0.0000000000000001", false),
        ("0", false),
        ("-1", false),
        ("1e20", false),
        ("many", false),
    ] {
        let (commodity, quote, date) = ("USD".into(), "THB".into(), "2026-01-31".into());
        let answer =
            desk.books.prices_set(&[PriceInput { commodity, quote, date, rate: Some(rate.into()) }]).await;
        match answer {
            Ok(_) => assert!(taken, "{rate}"),
            Err(error) => {
                assert!(!taken && error.code == ErrorCode::Invalid, "{rate}: {error}");
                assert!(error.message.contains(&format!("“{rate}”")), "{error}");
            }
        }
    }
}

#[tokio::test]
async fn a_rate_that_cannot_be_kept_is_told_as_what_it_is() {
    let desk = Desk::bare("THB").await;
    for (rate, words) in [
        ("0.12345678901234567890123456789", "has 30 digits; a rate can have 28"),
        ("123456789012345678901234567890", "has 30 digits; a rate can have 28"),
        ("0.0000000000000000001", "cannot be a rate: from 0.000000000000001 to 1000000000000000 can"),
        ("-1", "is not a rate above zero"),
        ("many", "is not a rate above zero"),
    ] {
        let (commodity, quote, date) = ("USD".into(), "THB".into(), "2026-01-31".into());
        let input = PriceInput { commodity, quote, date, rate: Some(rate.into()) };
        let refused = desk.books.prices_set(&[input]).await.unwrap_err();
        assert_eq!(refused.message, format!("“{rate}” {words}"));
    }
}

#[tokio::test]
async fn a_value_that_its_price_makes_too_large_names_that_price() {
    let desk = Desk::bare("THB").await;
    let held = "100000000000000.00";
    desk.account_with("Assets:Purse", "cash", held, "USD").await;
    let (commodity, quote, date) = ("USD".into(), "THB".into(), "2026-01-01".into());
    let input = PriceInput { commodity, quote, date, rate: Some("1000000000000000".into()) };
    desk.books.prices_set(&[input]).await.unwrap();
    let report = ReportInput {
        kind: ReportKind::NetWorth,
        from: "2026-01-01".into(),
        to: "2026-01-31".into(),
        interval: ReportInterval::Whole,
        comparison: None,
        sunday: false,
        payees: None,
        currency: None,
        depth: None,
        hide_zero: false,
        locale: LocaleInput::default(),
    };
    for refused in [desk.books.report(&report).await.unwrap_err(), desk.books.holdings().await.unwrap_err()] {
        assert_eq!(refused.code, ErrorCode::Amount);
        assert_eq!(refused.params["commodity"], "USD");
        let words = "what is in USD cannot be valued at its price of ";
        assert!(refused.message.starts_with(words), "{refused}");
    }
}

#[tokio::test]
async fn a_code_is_found_however_its_letters_were_typed() {
    let desk = Desk::bare("THB").await;
    let (kind, decimals, name) = (CommodityKind::Custom, 0, String::new());
    let made = CommodityInput { code: "Cafe\u{301}".into(), name, kind, decimals };
    assert_eq!(desk.books.commodity_add(&made).await.unwrap().code, "Café");
    let (commodity, quote, date) = ("cafe\u{301}".into(), "THB".into(), "2026-01-31".into());
    desk.books.prices_set(&[PriceInput { commodity, quote, date, rate: Some("3".into()) }]).await.unwrap();
}
