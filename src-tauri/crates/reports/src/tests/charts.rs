//! Charts as SVG: drawn within their frame, with text that says figures exactly.

use super::small_books::{BOOKS, SmallBooks, period};
use crate::chart::{Pen, Theme};
use crate::{Interval, Kind, Locale, Names, Request};
use std::collections::HashMap;

fn chart(
    books: &SmallBooks,
    kind: Kind,
    interval: Interval,
    theme: &Theme,
    locale: &Locale,
) -> Option<String> {
    let request = Request { interval, ..Request::new(kind, period("2026-01-01", "2026-03-31")) };
    let tree = books.tree();
    let payees: HashMap<_, _> = (1..).map(ledger::PayeeId).zip(books.payees.iter().cloned()).collect();
    let names = Names { accounts: &tree, payees: &payees, commodities: &books.commodities };
    books.report(&request).chart(&Pen { theme, locale, names: &names }).unwrap()
}

/// The texts of a drawing, in order.
fn texts(svg: &str) -> Vec<&str> {
    let texts = svg.split("<text ").skip(1);
    texts.filter_map(|text| text.split_once(">\n")?.1.split_once('\n')).map(|(text, _)| text).collect()
}

/// The values of an attribute.
fn numbers(svg: &str, attribute: &str) -> Vec<i64> {
    let start = format!(" {attribute}=\"");
    let values = svg.split(start.as_str()).skip(1);
    values.filter_map(|value| value.split_once('"')?.0.parse().ok()).collect()
}

#[test]
fn charts_say_figures_and_names_exactly() {
    let books = SmallBooks::parse(BOOKS);
    for (kind, interval, locale, expected) in [
        (Kind::NetWorth, Interval::Month, Locale::ENGLISH, "3.4k|3.6k|3.8k|4k|4.2k|31 Dec|16 Jan|1 Feb"),
        (
            Kind::CashFlow,
            Interval::Month,
            Locale::THAI,
            "เงินเข้า|เงินออก|0|250|500|750|1,000|ม.ค. 2569|ก.พ. 2569|มี.ค. 2569",
        ),
        (
            Kind::SpendingByCategory,
            Interval::Whole,
            Locale::ENGLISH,
            "Software|325.32|59.1%|Food|220.42|40.0%|Interest|5.00|0.9%",
        ),
        (
            Kind::BalanceSheet,
            Interval::Whole,
            Locale::ENGLISH,
            "Assets|Liabilities|Bank|4,564.67|95.8%|Broker|200.00|4.2%|Car loan|550.00|82.0%|Card|120.42|18.0%",
        ),
    ] {
        let svg = chart(&books, kind, interval, &Theme::light(), &locale).unwrap();
        let found = texts(&svg).join("|");
        assert!(found.starts_with(expected), "{kind:?}: {found}");
    }
}

#[test]
fn charts_stay_within_their_frame() {
    let books = SmallBooks::parse(&format!(
        "{BOOKS}
        2026-02-11 <script>\"&': Expenses:<script>\"&' and a name that goes on and on until there is no room for it 7 THB, Assets:Cash -7 THB"
    ));
    for kind in Kind::ALL {
        for interval in [Interval::Whole, Interval::Month, Interval::Day] {
            for theme in [Theme::light(), Theme { width: 320, height: 120, ..Theme::dark() }] {
                let Some(svg) = chart(&books, kind, interval, &theme, &Locale::ENGLISH) else {
                    panic!("{kind:?} {interval:?} has no chart");
                };
                assert!(svg.starts_with(&format!("<svg width=\"{}\"", theme.width)), "{svg}");
                assert!(!svg.contains("<script"));
                let (across, down) = (i64::from(theme.width) * 4, i64::from(theme.height) * 4);
                for (attribute, most) in [
                    ("x", across),
                    ("x1", across),
                    ("x2", across),
                    ("y", down),
                    ("width", across),
                    ("height", down),
                ] {
                    let outside =
                        numbers(&svg, attribute).into_iter().find(|value| !(0..=most).contains(value));
                    assert_eq!(outside, None, "{kind:?} {interval:?} {attribute}");
                }
            }
        }
    }
}

#[test]
fn there_is_no_chart_of_nothing() {
    let books = SmallBooks::parse("");
    for kind in Kind::ALL {
        assert_eq!(chart(&books, kind, Interval::Month, &Theme::light(), &Locale::ENGLISH), None, "{kind:?}");
    }
}
