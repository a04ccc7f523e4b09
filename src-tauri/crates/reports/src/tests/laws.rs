//! What holds for every report on any books.

use super::small_books::{COMMODITIES, Leg, SmallBooks, code, commodity, period};
use crate::{Comparison, Interval, Kind, Line, Period, Report, Request, Row, RowStyle, Subject};
use ledger::{AccountType, Day, Price, Quantity};
use proptest::prelude::*;
use proptest::sample::select;

const ACCOUNTS: [(&str, &str); 14] = [
    ("Assets:Bank", "asset"),
    ("Assets:Bank:Checking", "checking"),
    ("Assets:Bank:Savings", "savings"),
    ("Assets:Wallet", "wallet"),
    ("Assets:Broker", "brokerage"),
    ("Liabilities:Card", "card"),
    ("Liabilities:Loan", "loan"),
    ("Equity:Opening", "opening"),
    ("Equity:Conversion", "conversion"),
    ("Income:Salary", "income"),
    ("Income:Fees", "income"),
    ("Expenses:Food", "expense"),
    ("Expenses:Food:Groceries", "expense"),
    ("Expenses:Travel", "expense"),
];

/// One commodity moving from one account to another: enough for any books that balance.
type Move = (i32, usize, usize, usize, i64, Option<usize>);

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let accounts = 0..ACCOUNTS.len();
    let one = (
        0..800_i32,
        accounts.clone(),
        accounts,
        0..COMMODITIES.len(),
        -99_999_i64..99_999,
        proptest::option::of(0..4_usize),
    );
    proptest::collection::vec(one, 0..60)
}

fn rates(days: std::ops::Range<i32>) -> impl Strategy<Value = Vec<(i32, usize, u32)>> {
    // Miles never get a rate.
    proptest::collection::vec((days, select(vec![1_usize, 2, 3, 5]), 1_u32..5_000_000), 0..30)
}

const START: &str = "2024-11-20";

fn day(offset: i32) -> Day {
    START.parse::<Day>().unwrap().offset(offset)
}

fn books(moves: &[Move], rates: &[(i32, usize, u32)]) -> SmallBooks {
    let mut books = SmallBooks::parse("");
    let accounts = ACCOUNTS.map(|(path, kind)| books.account(path, Some(kind.parse().unwrap())));
    for (at, from, to, commodity_at, units, payee) in moves {
        let commodity = commodity(COMMODITIES[*commodity_at].0);
        let payee = payee.map(|payee| books.payee(&format!("Payee {payee}")));
        for (account, units) in [(accounts[*to], *units), (accounts[*from], -units)] {
            let quantity = Quantity::new(units.into()).unwrap();
            books.legs.push(Leg { day: day(*at), payee, account, commodity, quantity });
        }
    }
    for (at, of, rate) in rates {
        books.prices.push(Price {
            commodity: commodity(COMMODITIES[*of].0),
            quote: commodity("THB"),
            day: day(*at),
            rate: rust_decimal::Decimal::new((*rate).into(), 4),
        });
    }
    books
}

fn requests() -> impl Strategy<Value = Request> {
    use Interval::{Day, Month, Quarter, Week, Whole, Year};
    let kind = select(Kind::ALL.to_vec());
    let interval = select(vec![Day, Week, Month, Quarter, Year, Whole]);
    let comparison = select(vec![None, Some(Comparison::Previous), Some(Comparison::YearBefore)]);
    (kind, interval, comparison, 100..600_i32, 0..150_i32).prop_map(
        |(kind, interval, comparison, from, days)| {
            let period = Period::new(day(from), day(from + days)).unwrap();
            Request { interval, comparison, most_payees: 2, ..Request::new(kind, period) }
        },
    )
}

/// Every sheet of a report, with the commodity that its figures are in.
fn sheets(report: &Report) -> Vec<(&'static str, &[Row])> {
    let unvalued =
        report.unvalued.iter().map(|unvalued| (code(unvalued.commodity), unvalued.rows.as_slice()));
    std::iter::once(("THB", report.rows.as_slice())).chain(unvalued).collect()
}

fn figures(row: &Row) -> Vec<i128> {
    row.values.iter().chain(&row.compared).map(|figure| figure.units()).collect()
}

fn plus(rows: &[&Row], width: usize) -> Vec<i128> {
    (0..width).map(|column| rows.iter().map(|row| figures(row)[column]).sum()).collect()
}

fn find(rows: &[Row], line: Line, style: RowStyle) -> Option<&Row> {
    rows.iter().find(|row| row.subject == Subject::Line(line) && row.style == style)
}

/// Asserts that every parent is the sum of the rows one level below it, and every total of those above it.
fn assert_adds_up(rows: &[Row], width: usize) -> Result<(), TestCaseError> {
    let mut section: Vec<&Row> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match row.style {
            RowStyle::Heading => section.clear(),
            RowStyle::Total => {
                prop_assert_eq!(figures(row), plus(&section, width), "{:?}", row.subject);
                section.clear();
            }
            RowStyle::Result => {}
            RowStyle::Line | RowStyle::Subtotal => {
                if row.depth == 1 {
                    section.push(row);
                }
                let below = rows[at + 1..].iter().take_while(|other| other.depth > row.depth);
                let children: Vec<&Row> = below.filter(|other| other.depth == row.depth + 1).collect();
                prop_assert_eq!(row.has_children, !children.is_empty());
                if row.has_children {
                    prop_assert_eq!(figures(row), plus(&children, width), "{:?}", row.subject);
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn totals_are_the_sum_of_their_lines(
        moves in moves(), rates in rates(0..800), request in requests()
    ) {
        let report = books(&moves, &rates).report(&request);
        let width = report.columns.len() + report.compared.len();
        for (_, rows) in sheets(&report) {
            if request.kind != Kind::NetWorth {
                assert_adds_up(rows, width)?;
            }
            for row in rows.iter().filter(|row| row.style != RowStyle::Heading) {
                prop_assert_eq!(figures(row).len(), width);
            }
        }
    }

    #[test]
    fn a_commodity_without_a_rate_keeps_its_own_figures(
        moves in moves(), rates in rates(0..800), request in requests()
    ) {
        let books = books(&moves, &rates);
        let report = books.report(&Request { kind: Kind::IncomeStatement, ..request });
        let category = |id| books.accounts.iter().any(|account| account.id == id && account.account_type().is_category());
        let legs = books.legs.iter().filter(|leg| category(leg.account) && leg.commodity == commodity("MILES"));
        let within = legs.filter(|leg| request.period.contains(leg.day));
        let expected: i128 = within.map(|leg| -leg.quantity.units()).sum();
        let miles = report.unvalued.iter().find(|unvalued| unvalued.commodity == commodity("MILES"));
        let net = miles.and_then(|miles| find(&miles.rows, Line::NetIncome, RowStyle::Result)?.whole);
        prop_assert_eq!(net.unwrap_or_default().units(), expected);
    }

    #[test]
    fn assets_less_liabilities_are_equity(moves in moves(), rates in rates(0..800), request in requests()) {
        let report = books(&moves, &rates).report(&Request { kind: Kind::BalanceSheet, ..request });
        for (commodity, rows) in sheets(&report) {
            let total = |line| find(rows, line, RowStyle::Total).map(figures);
            let width = report.columns.len() + report.compared.len();
            let nothing = vec![0; width];
            let (assets, liabilities) = (total(Line::Assets), total(Line::Liabilities));
            let (assets, liabilities) = (assets.unwrap_or(nothing.clone()), liabilities.unwrap_or(nothing.clone()));
            let equity = total(Line::Equity).unwrap_or(nothing);
            for column in 0..width {
                prop_assert_eq!(assets[column] - liabilities[column], equity[column], "{}", commodity);
            }
            let both = find(rows, Line::LiabilitiesAndEquity, RowStyle::Result).map(figures);
            prop_assert_eq!(both, Some(assets));
        }
    }

    #[test]
    fn a_column_of_whole_months_is_the_sum_of_its_months(
        moves in moves(), rates in rates(0..800),
        kind in select(vec![Kind::IncomeStatement, Kind::CashFlow, Kind::SpendingByCategory, Kind::SpendingByPayee]),
        interval in select(vec![Interval::Month, Interval::Quarter])
    ) {
        let whole = Request { most_payees: 99, ..Request::new(kind, period("2025-02-01", "2026-01-31")) };
        let books = books(&moves, &rates);
        assert_same_whole(&books.report(&whole), &books.report(&Request { interval, ..whole }))?;
    }

    #[test]
    fn a_column_is_the_sum_of_its_parts_while_rates_stand_still(
        moves in moves(), rates in rates(-9..0),
        interval in select(vec![Interval::Day, Interval::Week, Interval::Month, Interval::Year]),
        kind in select(vec![Kind::IncomeStatement, Kind::SpendingByCategory, Kind::SpendingByPayee])
    ) {
        // Whole rates of commodities no finer than the base, so that rounding parts loses nothing.
        let rates: Vec<_> = rates.iter().map(|(day, of, rate)| (*day, *of, rate / 10_000 * 10_000)).collect();
        let rates: Vec<_> = rates.into_iter().filter(|(_, of, rate)| *rate > 0 && *of < 3).collect();
        let whole = Request { most_payees: 99, ..Request::new(kind, period("2025-02-10", "2025-08-20")) };
        let books = books(&moves, &rates);
        assert_same_whole(&books.report(&whole), &books.report(&Request { interval, ..whole }))?;
    }

    #[test]
    fn flows_of_accounts_that_a_plan_does_not_name_change_nothing(
        moves in moves(), rates in rates(0..800), request in requests()
    ) {
        let books = books(&moves, &rates);
        let plan = request.plan().unwrap();
        let all = books.movements_of(&plan, &AccountType::ALL);
        let report = books.with_movements(&plan, "THB", &all, |plan, books, all| plan.report(books, all).unwrap());
        prop_assert_eq!(report, books.report(&request));
    }

    #[test]
    fn retained_earnings_grow_by_the_net_income_between(moves in moves(), rates in rates(0..800)) {
        let books = books(&moves, &rates);
        let quarters = Request {
            interval: Interval::Quarter,
            ..Request::new(Kind::BalanceSheet, period("2025-01-01", "2025-12-31"))
        };
        let balance = books.report(&quarters);
        let income = books.report(&Request { kind: Kind::IncomeStatement, ..quarters });
        let (Some(retained), Some(net)) = (balance.line(Line::RetainedEarnings), income.line(Line::NetIncome)) else {
            return Err(TestCaseError::fail("a line is missing"));
        };
        for column in 1..4 {
            let grown = retained.values[column].units() - retained.values[column - 1].units();
            prop_assert_eq!(grown, net.values[column].units());
        }
    }

    #[test]
    fn what_is_compared_is_the_report_of_that_period(moves in moves(), rates in rates(0..800), request in requests()) {
        let books = books(&moves, &rates);
        let request = Request { interval: Interval::Whole, most_payees: 99, ..request };
        let Some(comparison) = request.comparison else { return Ok(()) };
        let other = Request { period: comparison.period(request.period), comparison: None, ..request };
        let (report, other) = (books.report(&request), books.report(&other));
        for row in &other.rows {
            let beside = report.rows.iter().find(|found| found.subject == row.subject && found.style == row.style);
            let optional = row.subject == Subject::Line(Line::ExchangeDifferences);
            match beside {
                Some(beside) => prop_assert_eq!(&beside.compared, &row.values, "{:?}", row.subject),
                None => prop_assert!(optional || row.style == RowStyle::Line, "{:?}", row),
            }
        }
    }
}

fn assert_same_whole(whole: &Report, parts: &Report) -> Result<(), TestCaseError> {
    prop_assert_eq!(whole.rows.len(), parts.rows.len());
    for row in &whole.rows {
        let same = |other: &&Row| other.subject == row.subject && other.style == row.style;
        let other = parts.rows.iter().find(same).map(|other| other.whole);
        prop_assert_eq!(Some(row.whole), other, "{:?}", row.subject);
    }
    Ok(())
}
