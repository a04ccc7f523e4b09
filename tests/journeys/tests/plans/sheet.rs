//! A budget as the window shows it.

use journeys::{Element, Page};
use serde_json::{Value, json};
use std::time::Duration;

/// The lines of the budget and the money to be assigned, as they are written; nothing while there is no budget.
const READ: &str = "
const text = (element) => element?.textContent ?? '';
const rows = [...document.querySelectorAll('[role=grid] [role=row]')].filter((row) => row.querySelector('[data-cell]'));
const free = document.querySelector('[data-drop=to-assign] .money .figure');
return rows.length === 0 || !free ? null : {
  free: text(free),
  lines: rows.map((row) => [text(row.querySelector('[role=rowheader]')), ...[...row.querySelectorAll('[data-cell]')].map(text)])
};";

/// The cell at this place of the line with this name.
const CELL: &str = "
const [name, place] = arguments;
const row = [...document.querySelectorAll('[role=grid] [role=row]')].find(
  (row) => row.querySelector('[data-cell]') && row.querySelector('[role=rowheader]').textContent === name);
const cell = row?.querySelectorAll('[data-cell]')[place];
cell?.scrollIntoView({ block: 'center' });
return cell ?? null;";

/// How long a budget may take to show what was done.
const PATIENCE: Duration = Duration::from_secs(30);

/// One line of a budget; amounts in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub name: String,
    pub assigned: i64,
    pub activity: i64,
    pub available: i64,
}

/// A period of a budget; amounts in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub to_assign: i64,
    pub lines: Vec<Line>,
}

impl Sheet {
    /// Waits for a budget.
    pub async fn read(page: &Page) -> Self {
        Self::once(page, |_| true).await
    }

    /// Waits until the budget is as it should be.
    pub async fn once(page: &Page, holds: impl Fn(&Self) -> bool) -> Self {
        let is_so = |answer: &Value| !answer.is_null() && holds(&Self::of(answer));
        Self::of(&page.ask(READ, vec![], is_so).await)
    }

    /// Waits until the window shows this budget.
    ///
    /// # Panics
    /// When it does not; says where it differs.
    pub async fn shows(&self, page: &Page) {
        let soon = tokio::time::timeout(PATIENCE, Self::once(page, |sheet| sheet == self)).await;
        if soon.is_ok() {
            return;
        }
        let shown = Self::read(page).await;
        let pairs = shown.lines.iter().zip(&self.lines).filter(|(shown, wanted)| shown != wanted);
        let money = (shown.to_assign, self.to_assign);
        panic!("shown and wanted: {money:?} to be assigned, {:#?}", pairs.collect::<Vec<_>>());
    }

    fn of(answer: &Value) -> Self {
        let lines = answer["lines"].as_array().expect("lines").iter();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let line = |line: &Value| Line {
            name: text(&line[0]),
            assigned: hundredths(&text(&line[1])),
            activity: hundredths(&text(&line[2])),
            available: hundredths(&text(&line[3])),
        };
        Self { to_assign: hundredths(&text(&answer["free"])), lines: lines.map(line).collect() }
    }

    /// The line with this name.
    pub fn line(&self, name: &str) -> &Line {
        self.lines.iter().find(|line| line.name == name).unwrap_or_else(|| panic!("no {name} in {self:?}"))
    }

    /// What is assigned to all lines.
    pub fn assigned(&self) -> i64 {
        self.lines.iter().map(|line| line.assigned).sum()
    }

    /// The same with so much more to be assigned.
    pub fn freed(mut self, by: i64) -> Self {
        self.to_assign += by;
        self
    }

    /// The same with so much more assigned to a line, and available there.
    pub fn given(mut self, name: &str, by: i64) -> Self {
        let line = self.lines.iter_mut().find(|line| line.name == name).expect("it is there");
        line.assigned += by;
        line.available += by;
        self
    }
}

/// The place where the available money of a line is written.
pub async fn available(page: &Page, name: &str) -> Element {
    page.find_by(CELL, vec![json!(name), json!(2)]).await
}

/// An amount with two decimals, as the window writes it, in hundredths: “−1,240.50” is −124050.
pub fn hundredths(text: &str) -> i64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let after_the_point = text.rsplit_once('.').map(|(_, decimals)| decimals.trim_end().len());
    assert_eq!(after_the_point, Some(2), "“{text}” is no amount with two decimals");
    let size: i64 = digits.parse().unwrap_or_else(|error| panic!("“{text}”: {error}"));
    if text.contains(['−', '-']) { -size } else { size }
}

/// The other way round: −124050 is “−1,240.50”.
pub fn written(hundredths: i64) -> String {
    let whole = (hundredths.abs() / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if hundredths < 0 { "−" } else { "" };
    format!("{sign}{grouped}.{:02}", hundredths.abs() % 100)
}
