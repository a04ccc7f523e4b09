//! Reports in the words and marks of their reader.

use crate::desk::Desk;
use api::{Language, LocaleInput, ReportComparison, ReportInput, ReportInterval, ReportKind};

/// Spending of 1,120 baht in February after 1,000 in January, nearly all of it for rent.
async fn desk() -> Desk {
    let desk = Desk::bare("THB").await;
    let cash = desk.account_with("Assets:Cash", "cash", "9000.00", "THB").await;
    let rent = desk.account("Expenses:Rent", "expense").await;
    let tea = desk.account("Expenses:Tea", "expense").await;
    desk.enter_with("2026-01-05", "Baan Suan", &[(cash, "-1000.00"), (rent, "1000.00")]).await;
    desk.enter_with("2026-02-05", "Baan Suan", &[(cash, "-1100.00"), (rent, "1100.00")]).await;
    desk.enter_with("2026-02-06", "Baan Cha", &[(cash, "-20.00"), (tea, "20.00")]).await;
    desk
}

fn spending(locale: LocaleInput) -> ReportInput {
    ReportInput {
        kind: ReportKind::SpendingByCategory,
        from: "2026-02-01".into(),
        to: "2026-02-28".into(),
        interval: ReportInterval::Whole,
        comparison: Some(ReportComparison::Previous),
        sunday: false,
        payees: None,
        currency: None,
        depth: None,
        hide_zero: false,
        locale,
    }
}

#[tokio::test]
async fn sentences_have_the_marks_of_the_reader() {
    let desk = desk().await;
    let german = LocaleInput { decimal_mark: ',', group_mark: '.', ..LocaleInput::default() };
    let findings = async |locale| desk.books.report(&spending(locale)).await.unwrap().findings;
    assert_eq!(
        findings(LocaleInput::default()).await,
        ["98.2% of spending went to Rent", "Spending grew by 12%"]
    );
    assert_eq!(findings(german).await, ["98,2% of spending went to Rent", "Spending grew by 12%"]);
    let statement = ReportInput { kind: ReportKind::IncomeStatement, ..spending(german) };
    let found = desk.books.report(&statement).await.unwrap().findings;
    assert_eq!(found, ["Expenses exceeded income by 1.120,00\u{a0}THB"]);
}

#[tokio::test]
async fn tables_have_headings_in_the_language_of_their_report_and_figures_for_programs() {
    let desk = desk().await;
    let thai = LocaleInput { language: Language::Thai, buddhist: true, decimal_mark: ',', group_mark: '.' };
    let input = ReportInput {
        kind: ReportKind::IncomeStatement,
        interval: ReportInterval::Week,
        to: "2026-02-14".into(),
        ..spending(thai)
    };
    let mut table = Vec::new();
    desk.books.report_sheet(&input, &mut table).await.unwrap();
    let table = String::from_utf8(table).unwrap();
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("หัวข้อหลัก,รายการ,สกุลเงิน,"), "{}", lines[0]);
    assert!(lines[0].contains(",รวม,") && lines[0].ends_with(",รวมช่วงที่เทียบ"), "{}", lines[0]);
    let rent = lines.iter().find(|line| line.contains("Rent")).unwrap();
    assert!(rent.contains(",1100.00,"), "{rent}");
}
