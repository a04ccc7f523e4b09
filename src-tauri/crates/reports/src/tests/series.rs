//! The series that charts draw, and what they are found to show.

use super::small_books::{BOOKS, SmallBooks, assert_text, period, scale};
use crate::{Comparison, Finding, Holding, Interval, Kind, Report, Request, Stream, Subject, Tile};
use ledger::Quantity;

fn report(books: &SmallBooks, kind: Kind, from: &str, to: &str) -> Report {
    let request = Request::new(kind, period(from, to));
    books.report(&Request {
        interval: Interval::Month,
        comparison: Some(Comparison::Previous),
        most_payees: 3,
        ..request
    })
}

fn money(quantity: Quantity) -> String {
    quantity.to_decimal(scale(ledger::CommodityId(1))).to_string()
}

fn streams(books: &SmallBooks, streams: &[Stream]) -> String {
    let texts =
        streams.iter().map(|stream| format!("{} {}", books.name(stream.subject), money(stream.quantity)));
    texts.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_sankey_comes_to_the_same_on_both_sides() {
    let books = SmallBooks::parse(BOOKS);
    for (from, to, most, expected) in [
        (
            "2026-01-01",
            "2026-03-31",
            9,
            "
            Salary 900.00, Clothes 40.00
            Software 325.32, Food 220.42, Interest 5.00, Saved 389.26
            940.00
            ",
        ),
        (
            "2026-01-01",
            "2026-03-31",
            1,
            "
            Salary 900.00, Clothes 40.00
            Software 325.32, (2 others) 225.42, Saved 389.26
            940.00
            ",
        ),
        (
            "2026-02-01",
            "2026-02-28",
            9,
            "
            Clothes 120.00, FromSavings 280.24
            Software 325.32, Food 74.92
            400.24
            ",
        ),
    ] {
        for kind in [Kind::CashFlow, Kind::IncomeStatement] {
            let sankey = report(&books, kind, from, to).sankey(most).unwrap();
            let (sources, uses) = (streams(&books, &sankey.sources), streams(&books, &sankey.uses));
            assert_text(&format!("{sources}\n{uses}\n{}", money(sankey.total)), expected);
        }
    }
}

#[test]
fn a_treemap_has_areas_within_areas_and_none_below_zero() {
    let books = SmallBooks::parse(BOOKS);
    fn text(books: &SmallBooks, tiles: &[Tile], depth: usize) -> String {
        let tile = |tile: &Tile| {
            let name = books.name(tile.subject);
            let within = text(books, &tile.tiles, depth + 1);
            format!("{}{name} {} {}\n{within}", "  ".repeat(depth), money(tile.quantity), tile.share)
        };
        tiles.iter().map(tile).collect()
    }
    let by_category = report(&books, Kind::SpendingByCategory, "2026-01-01", "2026-03-31");
    assert_text(
        &text(&books, &by_category.treemap().unwrap(), 0),
        "
        Software 325.32 59.1
        Food 220.42 40.0
          (Food itself) 120.42 21.9
          Groceries 100.00 18.2
        Interest 5.00 0.9
        ",
    );
    let by_payee = report(&books, Kind::SpendingByPayee, "2026-01-01", "2026-03-31");
    assert_text(
        &text(&books, &by_payee.treemap().unwrap(), 0),
        "
        Cloud Host 325.32 59.6
        Rice House 145.50 26.7
        Tokyo Diner 74.92 13.7
        ",
    );
}

#[test]
fn net_worth_starts_the_day_before_and_bars_stand_in_each_column() {
    let books = SmallBooks::parse(BOOKS);
    let points = report(&books, Kind::NetWorth, "2026-02-01", "2026-03-31").worth_points();
    let points: Vec<String> =
        points.iter().map(|point| format!("{} {}", point.day, money(point.worth))).collect();
    assert_eq!(points, ["2026-01-31 4174.50", "2026-02-28 4044.26", "2026-03-31 4094.25"]);

    let bars = report(&books, Kind::CashFlow, "2026-01-01", "2026-02-28").bars();
    let bars: Vec<_> = bars.iter().map(|bar| [bar.income, bar.expenses, bar.net].map(money)).collect();
    assert_eq!(bars, [["900.00", "225.50", "674.50"], ["0.00", "280.24", "-280.24"]]);
    assert!(report(&books, Kind::BalanceSheet, "2026-01-01", "2026-02-28").bars().is_empty());
}

#[test]
fn a_report_says_what_it_shows() {
    let books = SmallBooks::parse(BOOKS);
    let name = |finding: &Finding| match finding {
        Finding::Largest { subject, percent, .. } => format!("{} {percent} %", books.name(*subject)),
        other => {
            let text = format!("{other:?}");
            let end = [", period", ", from", ", to", ", day"]
                .iter()
                .find_map(|tail| text.find(tail))
                .unwrap_or(text.len());
            text[..end].replace("Quantity", "").replace(" { ", " ").replace(" }", "")
        }
    };
    for (kind, from, to, expected) in [
        (Kind::NetWorth, "2026-01-01", "2026-03-31", "NetWorthGrew percent: 20.4"),
        (Kind::NetWorth, "2026-02-01", "2026-02-28", "NetWorthFell percent: 3.1"),
        (Kind::NetWorth, "2025-12-01", "2025-12-31", "NetWorthIs quantity: (340000)"),
        (Kind::NetWorth, "2025-11-01", "2025-11-30", "Nothing"),
        (Kind::BalanceSheet, "2026-01-01", "2026-03-31", "OwedShare percent: 14.1"),
        (Kind::BalanceSheet, "2025-11-01", "2025-11-30", "Nothing"),
        (Kind::IncomeStatement, "2026-01-01", "2026-03-31", "Profit quantity: (38926)"),
        (Kind::IncomeStatement, "2026-02-01", "2026-02-28", "Loss quantity: (28024)"),
        (Kind::IncomeStatement, "2025-11-01", "2025-11-30", "Nothing"),
        (Kind::CashFlow, "2026-01-01", "2026-03-31", "SavedShare percent: 43.3; Software 63.7 %"),
        (Kind::CashFlow, "2026-02-01", "2026-02-28", "Overspent quantity: (28024); Software 116.1 %"),
        (
            Kind::SpendingByCategory,
            "2026-02-01",
            "2026-02-28",
            "Software 116.1 %; SpendingGrew percent: 24.3",
        ),
        (
            Kind::SpendingByPayee,
            "2026-03-01",
            "2026-03-31",
            "(nobody named) 100.0 %; SpendingFell percent: 98.2",
        ),
        (Kind::SpendingByPayee, "2025-11-01", "2025-11-30", "Nothing"),
    ] {
        let findings = report(&books, kind, from, to).findings();
        let found: Vec<String> = findings.iter().map(name).collect();
        assert_eq!(found.join("; "), expected, "{kind:?} {from}");
    }
}

#[test]
fn what_accounts_hold_comes_to_net_worth() {
    let books = SmallBooks::parse(BOOKS);
    let request = Request {
        interval: Interval::Month,
        ..Request::new(Kind::NetWorth, period("2026-02-01", "2026-03-31"))
    };
    let holdings = books.holdings(&request);
    let name = |holding: &Holding| books.name(Subject::Account(holding.account));
    let texts = holdings.iter().map(|holding| {
        let held = holding.held.iter().map(|held| held.to_decimal(scale(holding.commodity)).to_string());
        let values = holding.values.iter().map(|value| value.map_or("-".to_owned(), money));
        format!(
            "{}: {} = {}",
            name(holding),
            held.collect::<Vec<_>>().join(" "),
            values.collect::<Vec<_>>().join(" ")
        )
    });
    let mut texts: Vec<String> = texts.collect();
    texts.sort();
    assert_text(
        &texts.join("\n"),
        "
        Broker: 200.00 200.00 = 200.00 200.00
        Car loan: -600.00 -550.00 = -600.00 -550.00
        Card: -333 -333 = -74.92 -74.92
        Card: -45.50 -45.50 = -45.50 -45.50
        Checking: 1640.00 1265.00 = 1640.00 1265.00
        Dollars: 89.99 99.99 = 2924.68 3299.67
        Miles: 5000 3500 = - -
        ",
    );
    let worth: Vec<Quantity> =
        books.report(&request).worth_points().iter().skip(1).map(|point| point.worth).collect();
    for (column, worth) in worth.into_iter().enumerate() {
        let values = holdings.iter().filter_map(|holding| holding.values[column]);
        assert_eq!(Quantity::sum(values).unwrap(), worth);
    }
}
