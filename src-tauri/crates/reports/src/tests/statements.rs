//! Every kind of report on books of a few lines, with the figures expected.

use super::small_books::{BOOKS, SmallBooks, assert_text, period};
use crate::{Comparison, Interval, Kind, Period, Request};

fn quarter() -> Period {
    period("2026-01-01", "2026-03-31")
}

fn by_month(kind: Kind) -> Request {
    Request { interval: Interval::Month, ..Request::new(kind, quarter()) }
}

fn assert_report(request: &Request, expected: &str) {
    let books = SmallBooks::parse(BOOKS);
    assert_text(&books.text(&books.report(request)), expected);
}

#[test]
fn an_income_statement_sets_expenses_against_income() {
    assert_report(
        &by_month(Kind::IncomeStatement),
        "
        Income:
          Salary 900.00 0.00 0.00 (900.00)
        Income = 900.00 0.00 0.00 (900.00)
        Expenses:
          Clothes 80.00 -120.00 0.00 (-40.00)
          Food 145.50 74.92 0.00 (220.42)
            Groceries 100.00 0.00 0.00 (100.00)
            (Food itself) 45.50 74.92 0.00 (120.42)
          Interest 0.00 0.00 5.00 (5.00)
          Software 0.00 325.32 0.00 (325.32)
        Expenses = 225.50 280.24 5.00 (510.74)
        NetIncome == 674.50 -280.24 -5.00 (389.26)
        -- MILES without a rate by 2026-03-31
        Expenses:
          Travel 0 0 1500 (1500)
        Expenses = 0 0 1500 (1500)
        NetIncome == 0 0 -1500 (-1500)
        ",
    );
}

#[test]
fn a_balance_sheet_says_where_own_funds_came_from() {
    // Exchange differences: 100, then 89.99 dollars that got dearer, and 10 bought at 32 on a day that closed at 33.
    let expected = "
        Assets:
          Bank 4820.00 4564.68 4564.67
            Checking 1720.00 1640.00 1265.00
            Dollars 3100.00 2924.68 3299.67
          Broker 0.00 200.00 200.00
        Assets = 4820.00 4764.68 4764.67
        Liabilities:
          Car loan 600.00 600.00 550.00
          Card 45.50 120.42 120.42
        Liabilities = 645.50 720.42 670.42
        Equity:
          Opening 3400.00 3400.00 3400.00
          RetainedEarnings 674.50 394.26 389.26
          ExchangeDifferences 100.00 250.00 304.99
        Equity = 4174.50 4044.26 4094.25
        LiabilitiesAndEquity == 4820.00 4764.68 4764.67
        -- MILES without a rate by 2025-12-31
        Assets:
          Miles 5000 5000 3500
        Assets = 5000 5000 3500
        Equity:
          Opening 5000 5000 5000
          RetainedEarnings 0 0 -1500
        Equity = 5000 5000 3500
        LiabilitiesAndEquity == 5000 5000 3500
        ";
    assert_report(&by_month(Kind::BalanceSheet), expected);

    let mut books = SmallBooks::parse(BOOKS);
    for account in books.accounts.iter_mut().filter(|account| account.name == "Broker") {
        account.closed = true;
    }
    assert_text(&books.text(&books.report(&by_month(Kind::BalanceSheet))), expected);
}

#[test]
fn net_worth_is_a_series_with_its_changes() {
    assert_report(
        &by_month(Kind::NetWorth),
        "
          Assets 4820.00 4764.68 4764.67
          Liabilities 645.50 720.42 670.42
        NetWorth == 4174.50 4044.26 4094.25
        Change 774.50 -130.24 49.99 (694.25)
        -- MILES without a rate by 2025-12-31
          Assets 5000 5000 3500
          Liabilities 0 0 0
        NetWorth == 5000 5000 3500
        Change 0 0 -1500 (-1500)
        ",
    );
}

#[test]
fn cash_flow_leaves_transfers_out_and_explains_the_money_at_hand() {
    // Other movements: dollars that got dearer by 100 and by 150, less the 200 to the broker; then by 54.99 less the 50 repaid.
    assert_report(
        &by_month(Kind::CashFlow),
        "
        MoneyIn:
          Salary 900.00 0.00 0.00 (900.00) | 100.0 - -
        MoneyIn = 900.00 0.00 0.00 (900.00) | 100.0 - -
        MoneyOut:
          Software 0.00 325.32 0.00 (325.32) | 0.0 - -
          Food 145.50 74.92 0.00 (220.42) | 16.2 - -
            Groceries 100.00 0.00 0.00 (100.00) | 11.1 - -
            (Food itself) 45.50 74.92 0.00 (120.42) | 5.1 - -
          Interest 0.00 0.00 5.00 (5.00) | 0.0 - -
          Clothes 80.00 -120.00 0.00 (-40.00) | 8.9 - -
        MoneyOut = 225.50 280.24 5.00 (510.74) | 25.1 - -
        Saved == 674.50 -280.24 -5.00 (389.26) | 74.9 - -
        Money:
          OpeningMoney 4000.00 4774.50 4444.26 (4000.00)
          Saved 674.50 -280.24 -5.00 (389.26)
          OtherMovements 100.00 -50.00 4.99 (54.99)
        ClosingMoney = 4774.50 4444.26 4444.25 (4444.25)
        -- MILES without a rate by 2025-12-31
        MoneyOut:
          Travel 0 0 1500 (1500) | - - -
        MoneyOut = 0 0 1500 (1500) | - - -
        Saved == 0 0 -1500 (-1500) | - - -
        Money:
          OpeningMoney 5000 5000 5000 (5000)
          Saved 0 0 -1500 (-1500)
          OtherMovements 0 0 0 (0)
        ClosingMoney = 5000 5000 3500 (3500)
        ",
    );
}

#[test]
fn spending_is_sorted_by_size_and_shared_out() {
    let against = Request {
        comparison: Some(Comparison::Previous),
        ..Request::new(Kind::SpendingByCategory, period("2026-02-01", "2026-02-28"))
    };
    assert_report(
        &against,
        "
          Software 325.32 | 116.1 vs 0.00
          Food 74.92 | 26.7 vs 145.50
            Groceries 0.00 | 0.0 vs 100.00
            (Food itself) 74.92 | 26.7 vs 45.50
          Clothes -120.00 | -42.8 vs 80.00
        Spending = 280.24 | 100.0 vs 225.50
        ",
    );
    assert_report(
        &Request { most_payees: 2, ..by_month(Kind::SpendingByPayee) },
        "
          Cloud Host 0.00 325.32 0.00 (325.32) | 0.0 116.1 0.0
          Rice House 145.50 0.00 0.00 (145.50) | 64.5 0.0 0.0
          (3 others) 80.00 -45.08 5.00 (39.92) | 35.5 -16.1 100.0
        Spending = 225.50 280.24 5.00 (510.74) | 100.0 100.0 100.0
        -- MILES without a rate by 2026-03-31
          Fly Far 0 0 1500 (1500) | - - 100.0
        Spending = 0 0 1500 (1500) | - - 100.0
        ",
    );
    assert_report(
        &Request { most_payees: 4, ..Request::new(Kind::SpendingByPayee, quarter()) },
        "
          Cloud Host 325.32 | 63.7
          Rice House 145.50 | 28.5
          Tokyo Diner 74.92 | 14.7
          (nobody named) 5.00 | 1.0
          Shop of Shoes -40.00 | -7.8
        Spending = 510.74 | 100.0
        -- MILES without a rate by 2026-03-31
          Fly Far 1500 | 100.0
        Spending = 1500 | 100.0
        ",
    );
}

#[test]
fn weeks_that_cut_a_month_are_valued_on_their_own_last_day() {
    let books = SmallBooks::parse(
        "
        price 2026-01-28 USD 30 THB
        price 2026-02-01 USD 31 THB
        price 2026-02-05 USD 32 THB
        2026-01-27 Income:Fees -1 USD, Assets:Cash 1 USD
        2026-01-30 Income:Fees -2 USD, Assets:Cash 2 USD
        2026-02-01 Income:Fees -4 USD, Assets:Cash 4 USD
        2026-02-04 Income:Fees -8 USD, Assets:Cash 8 USD
        2026-02-09 Income:Fees -16 USD, Assets:Cash 16 USD
        ",
    );
    let weeks = Request {
        interval: Interval::Week,
        ..Request::new(Kind::IncomeStatement, period("2026-01-28", "2026-02-08"))
    };
    // 2 dollars at January's end still at 30, 4 on the Sunday at 31; then 8 at 32.
    let report = books.report(&weeks);
    assert_text(
        &books.text(&report),
        "
        Income:
          Fees 184.00 256.00 (440.00)
        Income = 184.00 256.00 (440.00)
        Expenses:
        Expenses = 0.00 0.00 (0.00)
        NetIncome == 184.00 256.00 (440.00)
        ",
    );
    let worth = books.report(&Request { kind: Kind::NetWorth, ..weeks });
    assert_text(
        &books.text(&worth),
        "
          Assets 217.00 480.00
          Liabilities 0.00 0.00
        NetWorth == 217.00 480.00
        Change 217.00 263.00 (480.00)
        -- USD without a rate by 2026-01-27
          Assets 0.00 0.00
          Liabilities 0.00 0.00
        NetWorth == 0.00 0.00
        Change -1.00 0.00 (-1.00)
        ",
    );
}

#[test]
fn a_report_in_another_base_uses_the_inverse_rate() {
    let books = SmallBooks::parse(BOOKS);
    let request = Request::new(Kind::SpendingByPayee, period("2026-02-01", "2026-02-28"));
    // 333 yen go through baht: 333 x 0.225 / 32.5.
    assert_text(
        &books.text(&books.report_in(&request, "USD")),
        "
          Cloud Host 10.01 | 116.0
          Tokyo Diner 2.31 | 26.8
          Shop of Shoes -3.69 | -42.8
        Spending = 8.63 | 100.0
        ",
    );
}

#[test]
fn a_folded_report_shows_some_levels_and_no_rows_of_zeros() {
    let books = SmallBooks::parse(
        "
        2026-01-10 Expenses:Food 45 THB, Assets:Bank -45 THB
        2026-01-12 Expenses:Food:Groceries 100 THB, Assets:Bank -100 THB
        2026-01-20 Expenses:Clothes 80 THB, Assets:Bank -80 THB
        2026-01-21 Expenses:Clothes -80 THB, Assets:Bank 80 THB
        2026-01-22 Expenses:Fun:Film 7 THB, Expenses:Fun:Music -7 THB
        ",
    );
    let request = Request::new(Kind::SpendingByCategory, quarter());
    let report = books.report(&request);
    for (depth, hide_zero, expected) in [
        (Some(1), false, "Food 145.00, Clothes 0.00, Fun 0.00, Spending 145.00"),
        (Some(1), true, "Food 145.00, Spending 145.00"),
        (
            None,
            true,
            "Food 145.00, Groceries 100.00, (Food itself) 45.00, Fun 0.00, Film 7.00, Music -7.00, Spending 145.00",
        ),
    ] {
        let folded = report.clone().folded(depth, hide_zero);
        let text = books.text(&folded);
        let without_share = |row: &str| row.split(" | ").next().map(|row| row.trim().replace(" =", ""));
        let rows: Vec<String> = text.lines().filter_map(without_share).collect();
        assert_eq!(rows.join(", "), expected, "{depth:?} {hide_zero}");
    }
}
