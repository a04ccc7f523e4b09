//! Rows and findings in both languages.

use super::small_books::{BOOKS, SmallBooks, period};
use crate::{Finding, Interval, Kind, Locale, Names, Report, Request, Subject};
use ledger::{AccountId, PayeeId, Quantity};
use std::collections::HashMap;

fn with_names<T>(books: &SmallBooks, run: impl FnOnce(&Names<'_>) -> T) -> T {
    let tree = books.tree();
    let payees: HashMap<_, _> = (1..).map(PayeeId).zip(books.payees.iter().cloned()).collect();
    run(&Names { accounts: &tree, payees: &payees, commodities: &books.commodities })
}

fn report(books: &SmallBooks, kind: Kind) -> Report {
    books.report(&Request {
        interval: Interval::Month,
        ..Request::new(kind, period("2026-01-01", "2026-03-31"))
    })
}

#[test]
fn rows_have_names_in_both_languages() {
    let books = SmallBooks::parse(BOOKS);
    with_names(&books, |names| {
        let statement = report(&books, Kind::IncomeStatement);
        let rows = |locale: Locale| -> Vec<String> {
            statement.rows.iter().map(|row| locale.row(row, names)).collect()
        };
        assert_eq!(
            rows(Locale::ENGLISH).join("|"),
            "Income|Salary|Total income|Expenses|Clothes|Food|Groceries|Food – other|Interest|Software|Total expenses|Net income"
        );
        assert_eq!(
            rows(Locale::THAI).join("|"),
            "รายได้|Salary|รวมรายได้|ค่าใช้จ่าย|Clothes|Food|Groceries|Food – อื่น ๆ|Interest|Software|รวมค่าใช้จ่าย|กำไรสุทธิ"
        );
        assert_eq!(statement.column_name(1, &Locale::THAI), "ก.พ. 2569");
        assert_eq!(report(&books, Kind::NetWorth).column_name(1, &Locale::ENGLISH), "28 Feb 2026");
        let unnamed = [Subject::Payee(None), Subject::Others(3), Subject::Account(AccountId(999))];
        let unnamed = unnamed.map(|subject| Locale::ENGLISH.subject(subject, names));
        assert_eq!(unnamed, ["No payee", "3 others", "#999"]);
    });
}

#[test]
fn findings_are_sentences_in_both_languages() {
    let books = SmallBooks::parse(BOOKS);
    let report = report(&books, Kind::CashFlow);
    let (from, to, period) =
        ("2025-12-31".parse().unwrap(), "2026-03-31".parse().unwrap(), report.request.period);
    let (percent, quantity) = ("20.4".parse().unwrap(), Quantity::new(123_456).unwrap());
    let subject = Subject::Payee(Some(PayeeId(2)));
    with_names(&books, |names| {
        for (finding, english, thai) in [
            (Finding::Nothing, "Nothing to show in this period", "ไม่มีข้อมูลในช่วงเวลานี้"),
            (
                Finding::NetWorthGrew { percent, from, to },
                "Net worth grew by 20.4% from 31 Dec 2025 to 31 Mar 2026",
                "ความมั่งคั่งสุทธิเพิ่มขึ้น 20.4% จาก 31 ธ.ค. 2568 ถึง 31 มี.ค. 2569",
            ),
            (
                Finding::NetWorthFell { percent, from, to },
                "Net worth fell by 20.4% from 31 Dec 2025 to 31 Mar 2026",
                "ความมั่งคั่งสุทธิลดลง 20.4% จาก 31 ธ.ค. 2568 ถึง 31 มี.ค. 2569",
            ),
            (
                Finding::NetWorthRose { quantity, from, to },
                "Net worth rose by 1,234.56 THB from 31 Dec 2025 to 31 Mar 2026",
                "ความมั่งคั่งสุทธิเพิ่มขึ้น 1,234.56 THB จาก 31 ธ.ค. 2568 ถึง 31 มี.ค. 2569",
            ),
            (
                Finding::NetWorthDropped { quantity, from, to },
                "Net worth fell by 1,234.56 THB from 31 Dec 2025 to 31 Mar 2026",
                "ความมั่งคั่งสุทธิลดลง 1,234.56 THB จาก 31 ธ.ค. 2568 ถึง 31 มี.ค. 2569",
            ),
            (
                Finding::NetWorthIs { quantity, to },
                "Net worth on 31 Mar 2026 is 1,234.56 THB",
                "ความมั่งคั่งสุทธิ ณ 31 มี.ค. 2569 คือ 1,234.56 THB",
            ),
            (
                Finding::NetWorthUnchanged { from, to },
                "Net worth on 31 Mar 2026 is what it was on 31 Dec 2025",
                "ความมั่งคั่งสุทธิ ณ 31 มี.ค. 2569 เท่ากับ ณ 31 ธ.ค. 2568",
            ),
            (
                Finding::SavedShare { percent, period },
                "20.4% of the money that came in was saved",
                "เก็บได้ 20.4% ของเงินที่เข้ามา",
            ),
            (
                Finding::Overspent { quantity, period },
                "1,234.56 THB more went out than came in",
                "เงินออกมากกว่าเงินเข้า 1,234.56 THB",
            ),
            (
                Finding::Profit { quantity, period },
                "Income exceeded expenses by 1,234.56 THB",
                "รายได้มากกว่าค่าใช้จ่าย 1,234.56 THB",
            ),
            (
                Finding::Loss { quantity, period },
                "Expenses exceeded income by 1,234.56 THB",
                "ค่าใช้จ่ายมากกว่ารายได้ 1,234.56 THB",
            ),
            (Finding::BrokeEven { period }, "Income and expenses were equal", "รายได้เท่ากับค่าใช้จ่าย"),
            (
                Finding::OwedShare { percent, day: to },
                "Liabilities are 20.4% of assets",
                "หนี้สินคิดเป็น 20.4% ของสินทรัพย์",
            ),
            (Finding::DebtFree { day: to }, "Nothing is owed", "ไม่มีหนี้สิน"),
            (
                Finding::OwedMore { quantity, day: to },
                "1,234.56 THB more is owed than owned",
                "หนี้สินมากกว่าสินทรัพย์ 1,234.56 THB",
            ),
            (
                Finding::Largest { subject, percent, period },
                "20.4% of spending went to Rice House",
                "20.4% ของค่าใช้จ่ายคือ Rice House",
            ),
            (
                Finding::Refunded { quantity, period },
                "1,234.56 THB more came back than was spent",
                "เงินคืนมากกว่าค่าใช้จ่าย 1,234.56 THB",
            ),
            (Finding::SpendingGrew { percent }, "Spending grew by 20.4%", "ค่าใช้จ่ายเพิ่มขึ้น 20.4%"),
            (Finding::SpendingFell { percent }, "Spending fell by 20.4%", "ค่าใช้จ่ายลดลง 20.4%"),
        ] {
            let said = [Locale::ENGLISH, Locale::THAI].map(|locale| locale.finding(&finding, &report, names));
            assert_eq!(said.map(|text| text.replace('\u{a0}', " ")), [english, thai]);
        }
    });
}
