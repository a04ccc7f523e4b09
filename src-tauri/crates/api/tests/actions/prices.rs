//! Prices as a person enters them.

use crate::desk::Desk;
use api::{CommodityInput, ErrorCode, PriceInput};
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
async fn a_code_is_found_however_its_letters_were_typed() {
    let desk = Desk::bare("THB").await;
    let (kind, decimals, name) = (CommodityKind::Custom, 0, String::new());
    let made = CommodityInput { code: "Cafe\u{301}".into(), name, kind, decimals };
    assert_eq!(desk.books.commodity_add(&made).await.unwrap().code, "Café");
    let (commodity, quote, date) = ("cafe\u{301}".into(), "THB".into(), "2026-01-31".into());
    desk.books.prices_set(&[PriceInput { commodity, quote, date, rate: Some("3".into()) }]).await.unwrap();
}
