//! Documents as they are set: what is on their pages, and where.
#![allow(clippy::float_arithmetic, reason = "places on a page")]

use super::content::Paper;
use super::{DocumentError, Letterhead, Press};
use crate::tests::small_books::{BOOKS, SmallBooks, period};
use crate::{Comparison, Interval, Kind, Locale, Names, Request};
use std::collections::HashMap;
use std::path::Path;
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst_layout::PagedDocument;

fn press() -> Press {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts");
    let names = ["Inter-Regular", "Inter-SemiBold", "NotoSansThai-Regular", "NotoSansThai-SemiBold"];
    Press::new(names.map(|name| std::fs::read(folder.join(format!("{name}.ttf"))).unwrap())).unwrap()
}

/// Books whose names try to be markup, are too long for a line, or are not Latin.
fn hostile_books() -> SmallBooks {
    SmallBooks::parse(&format!(
        "{BOOKS}
        2026-01-05 #set page(fill red): Expenses:*stars* _and_ $x^2$ `raw` <label> @ref 12.34 THB, Assets:Cash -12.34 THB
        2026-02-05 A & B <Ltd>: Expenses:A name of a category that is so long that no column could ever hold it in one line 99 THB, Assets:Cash -99 THB
        2026-03-05 ร้านตลาดนัด: Expenses:ค่าเล่าเรียนและค่ารักษาพยาบาลของลูกทั้งสองคนในโรงเรียนประจำอำเภอ 1234567890.12 THB, Assets:Cash -1234567890.12 THB
        "
    ))
}

/// Every kind with few columns in one language and many in the other.
fn requests() -> Vec<(Locale, Request)> {
    let (quarter, year) = (period("2026-01-01", "2026-03-31"), period("2025-04-01", "2026-03-31"));
    let each = Kind::ALL.into_iter().map(|kind| {
        let few = Request { comparison: Some(Comparison::Previous), ..Request::new(kind, quarter) };
        let many = Request {
            interval: Interval::Month,
            comparison: Some(Comparison::YearBefore),
            ..Request::new(kind, year)
        };
        [(Locale::THAI, few), (Locale::ENGLISH, many)]
    });
    each.flatten().collect()
}

fn with_head<T>(books: &SmallBooks, locale: &Locale, run: impl FnOnce(&Letterhead<'_>) -> T) -> T {
    let tree = books.tree();
    let ids = (1..).map(ledger::PayeeId);
    let payees: HashMap<_, _> = ids.zip(books.payees.iter().cloned()).collect();
    let names = Names { accounts: &tree, payees: &payees, commodities: &books.commodities };
    run(&Letterhead {
        ledger: "Home #and *studio*",
        made: "2026-04-02".parse().unwrap(),
        locale,
        names: &names,
    })
}

fn set(press: &Press, books: &SmallBooks, request: &Request, locale: &Locale, paper: Paper) -> PagedDocument {
    let report = books.report(request);
    with_head(books, locale, |head| press.set(&report, head, paper)).unwrap()
}

/// Every text on a page with the corner where it begins and its width.
fn texts(frame: &Frame) -> Vec<(String, Point, Abs)> {
    let mut found = Vec::new();
    for (at, item) in frame.items() {
        match item {
            FrameItem::Text(text) => found.push((text.text.to_string(), *at, text.width())),
            FrameItem::Group(group) => {
                let inner = texts(&group.frame);
                found.extend(inner.into_iter().map(|(text, within, width)| (text, *at + within, width)));
            }
            _ => {}
        }
    }
    found
}

fn plain(document: &PagedDocument) -> String {
    let pages = document.pages().iter().flat_map(|page| texts(&page.frame));
    pages.map(|(text, ..)| text).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_text_stays_within_its_page() {
    let (press, books) = (press(), hostile_books());
    for (locale, request) in requests() {
        let document = set(&press, &books, &request, &locale, Paper::A4);
        for page in document.pages() {
            for (text, at, width) in texts(&page.frame) {
                let right = at.x + width;
                let inside = at.x >= Abs::mm(13.9) && right <= page.frame.width() - Abs::mm(13.9);
                assert!(inside, "{request:?}: {text} reaches from {:?} to {right:?}", at.x);
            }
        }
    }
}

#[test]
fn names_are_set_as_they_are_and_never_as_markup() {
    let (press, books) = (press(), hostile_books());
    let by_category = Request::new(Kind::SpendingByCategory, period("2026-01-01", "2026-03-31"));
    let text = plain(&set(&press, &books, &by_category, &Locale::ENGLISH, Paper::A4));
    for expected in ["Home #and *studio*", "*stars* _and_ $x^2$ `raw` <label> @ref", "12.34"] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    let by_payee = Request { kind: Kind::SpendingByPayee, ..by_category };
    let text = plain(&set(&press, &books, &by_payee, &Locale::ENGLISH, Paper::A4));
    for expected in ["#set page(fill red)", "A & B <Ltd>", "ร้านตลาดนัด"] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn a_statement_says_its_title_period_figures_and_pages() {
    let (press, books) = (press(), SmallBooks::parse(BOOKS));
    let request = Request {
        comparison: Some(Comparison::YearBefore),
        ..Request::new(Kind::BalanceSheet, period("2026-01-01", "2026-03-31"))
    };
    for (locale, expected) in [
        (
            Locale::ENGLISH,
            [
                "Balance sheet",
                "At the end of 31 March 2026 · THB",
                "Made on 2 April 2026",
                "Liabilities are 14.1% of assets",
                "4,094.25",
                "Page 1 of 1",
            ],
        ),
        (
            Locale::THAI,
            [
                "งบแสดงฐานะการเงิน",
                "31 มีนาคม 2569 · THB",
                "จัดทำเมื่อ 2 เมษายน 2569",
                "14.1% ของสินทรัพย์",
                "4,094.25",
                "หน้า 1 จาก 1",
            ],
        ),
    ] {
        // Thai and Latin letters are set apart, and a letter with two marks stands twice: blanks aside, parts without these.
        let squeezed = |text: &str| text.replace([' ', '\u{a0}'], "");
        let text = squeezed(&plain(&set(&press, &books, &request, &locale, Paper::A4)));
        for expected in expected {
            assert!(text.contains(&squeezed(expected)), "{expected} in {text}");
        }
    }
}

#[test]
fn figures_of_a_column_end_at_one_line_and_headings_stand_on_every_page() {
    let press = press();
    let many: String = (0..90)
        .map(|at| format!("2026-01-05 Expenses:Kind {at:02} {at}{at}.25 THB, Assets:Cash -{at}{at}.25 THB\n"))
        .collect();
    let books = SmallBooks::parse(&many);
    let request = Request::new(Kind::IncomeStatement, period("2026-01-01", "2026-01-31"));
    let document = set(&press, &books, &request, &Locale::ENGLISH, Paper::A4);
    assert!(document.pages().len() > 1);
    for page in document.pages() {
        let texts = texts(&page.frame);
        assert!(texts.iter().any(|(text, ..)| text == "Jan\u{a0}2026"));
        let right = page.frame.width() - Abs::mm(18.0);
        let ends: Vec<Abs> = texts
            .iter()
            .filter(|(text, at, _)| text.ends_with(".25") && at.y > Abs::mm(110.0))
            .map(|(_, at, width)| at.x + *width)
            .collect();
        assert!(ends.iter().all(|end| (*end - right).abs() < Abs::pt(0.1)), "{ends:?}");
    }
}

#[test]
fn pages_lie_on_their_side_for_many_columns_and_pictures_have_one_page() {
    let (press, books) = (press(), SmallBooks::parse(BOOKS));
    let quarter = Request::new(Kind::CashFlow, period("2026-01-01", "2026-03-31"));
    let months = Request {
        interval: Interval::Month,
        ..Request::new(Kind::CashFlow, period("2025-04-01", "2026-03-31"))
    };
    for (request, paper, wide, pages) in [
        (quarter, Paper::A4, false, None),
        (months, Paper::A4, true, None),
        (months, Paper::Endless, true, Some(1)),
    ] {
        let document = set(&press, &books, &request, &Locale::ENGLISH, paper);
        let frame = &document.pages()[0].frame;
        let across = if wide { 297.0 } else { 210.0 };
        assert!((frame.width() - Abs::mm(across)).abs() < Abs::pt(1.0), "{:?}", frame.width());
        assert!(pages.is_none_or(|pages| document.pages().len() == pages));
    }
}

#[test]
fn documents_are_pdf_and_png_and_the_same_every_time() {
    let (press, books) = (press(), SmallBooks::parse(BOOKS));
    let report = books.report(&Request::new(Kind::NetWorth, period("2026-01-01", "2026-03-31")));
    with_head(&books, &Locale::THAI, |head| {
        let pdf = press.pdf(&report, head).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        assert_eq!(pdf, press.pdf(&report, head).unwrap());
        let png = press.png(&report, head, 1.try_into().unwrap()).unwrap();
        assert!(png.starts_with(b"\x89PNG"));
    });
}

#[test]
fn a_file_that_is_no_font_is_refused() {
    let refused = |files: Vec<Vec<u8>>| Press::new(files).err();
    assert_eq!(refused(Vec::new()), Some(DocumentError::NoFont { number: 1 }));
    assert_eq!(refused(vec![b"not a font".to_vec()]), Some(DocumentError::NoFont { number: 1 }));
}
