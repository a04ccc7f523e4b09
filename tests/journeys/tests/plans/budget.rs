//! From sample books to a budget in use.

use crate::sheet::{Line, Sheet, available, hundredths, written};
use journeys::{Desktop, Language, Page};
use serde_json::Value;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// From the welcome to a budget with amounts, on a machine that does other work as well. A person may take 120 s, and reads.
const FIRST_BUDGET: Duration = Duration::from_secs(90);

pub async fn journey(language: Language) {
    let mut desktop = Desktop::new();
    let page = desktop.start(language, &[]).await;
    first_budget(&page).await;
    fill_targets(&page).await;
    cover_an_overspend(&page).await;
    move_by_keys(&page).await;
    move_by_drag(&page).await;
    let shown = Sheet::read(&page).await;
    desktop.end();
    the_command_line_tells_the_same(&desktop, &shown);
}

/// Six presses, two of them for the budget: all money waits, then every category has what it usually takes.
async fn first_budget(page: &Page) {
    let begun = Instant::now();
    page.explore_sample_books().await;
    page.click_part("link", &page.words.of("section.budget")).await;
    page.click("button", "budget.empty.begin").await;
    let empty = Sheet::read(page).await;
    page.click("button", "budget.usual").await;
    let usual = Sheet::once(page, |sheet| sheet.assigned() != 0).await;
    let took = begun.elapsed();
    assert!(took < FIRST_BUDGET, "a first budget took {took:?}");

    assert_eq!(empty.assigned(), 0);
    assert!(empty.to_assign > 0, "sample books have money: {}", empty.to_assign);
    adds_up(&empty);
    assert_eq!(
        usual.to_assign,
        empty.to_assign - usual.assigned(),
        "what is assigned is taken from what waits"
    );
    adds_up(&usual);
    page.see_text(&written(usual.assigned())).await;
    page.accessible("budget").await;
    page.keys("mod+z").await;
    empty.shows(page).await;
    page.keys("mod+z").await;
    page.see("budget.empty.title").await;
    page.accessible("budget-none").await;
    page.keys("shift+mod+z").await;
    empty.shows(page).await;
    page.keys("shift+mod+z").await;
    usual.shows(page).await;
}

/// In a budget's first period, what is left is what was assigned less what was spent.
fn adds_up(sheet: &Sheet) {
    for line in &sheet.lines {
        assert_eq!(line.available, line.assigned + line.activity, "{line:?}");
    }
}

/// Sets a target that is 500.00 above what is there, and lets one key fill it.
async fn fill_targets(page: &Page) {
    let before = Sheet::read(page).await;
    let line = fullest(&before, &[]).clone();
    let wanted = line.assigned + 50_000;
    open(page, &line).await;
    page.click("button", "budget.target.add").await;
    page.fill("budget.amount", &written(wanted)).await;
    page.accessible("budget-target").await;
    page.click("button", "common.save").await;
    page.see_text(&page.words.with("budget.note.short", &[("amount", "500.00")])).await;
    page.keys("Escape").await;

    page.keys("f").await;
    page.see_text(&page.words.with("budget.fill.do", &[("amount", "500.00")])).await;
    let reason = [("wanted", written(wanted)), ("carried", "0.00".to_owned())];
    let reason = reason.each_ref().map(|(place, value)| (*place, value.as_str()));
    page.see_text(&page.words.with("budget.reason.refill", &reason)).await;
    page.accessible("budget-fill").await;
    page.keys("Enter").await;
    let filled = before.clone().given(&line.name, 50_000).freed(-50_000);
    filled.shows(page).await;
    page.see("budget.note.met").await;

    page.keys("mod+z").await;
    before.shows(page).await;
    page.keys("shift+mod+z").await;
    filled.shows(page).await;
}

/// Spends 250.00 more than there is for something, and takes it from where the window proposes.
async fn cover_an_overspend(page: &Page) {
    let before = Sheet::read(page).await;
    let line = fullest(&before, &[]).clone();
    spend(page, &line.name, line.available + 25_000).await;
    page.click_part("link", &page.words.of("section.budget")).await;
    let over = Sheet::once(page, |sheet| sheet.line(&line.name).available == -25_000).await;
    assert_eq!(over.to_assign, before.to_assign, "spending is from what was assigned");

    open(page, over.line(&line.name)).await;
    page.see_text(&page.words.with("budget.cover.title", &[("amount", "250.00")])).await;
    page.accessible("budget-cover").await;
    // The money to be assigned is proposed before all envelopes.
    let free = format!("{} {}", page.words.of("budget.head.to_assign"), written(over.to_assign));
    page.click_named("button", &free).await;
    let covered = over.clone().given(&line.name, 25_000).freed(-25_000);
    assert_eq!(covered.line(&line.name).available, 0);
    covered.shows(page).await;
    page.keys("mod+z").await;
    over.shows(page).await;
    page.keys("shift+mod+z").await;
    covered.shows(page).await;
    page.keys("Escape").await;
}

/// Writes down that so much was paid for something, from the first account there is in baht.
async fn spend(page: &Page, category: &str, amount: i64) {
    let account = "return [...document.querySelectorAll('a[href^=\"/accounts/\"]')].find((link) => link.textContent.includes('THB'))";
    page.find_by(account, vec![]).await.click().await.expect("the sidebar leads to accounts");
    page.find_part("link", &page.words.of("register.reconcile")).await;
    page.keys("n").await;
    page.fill("form.payee", "Baan Rim Khlong").await;
    page.fill("form.category", category).await;
    page.keys("Enter").await;
    page.fill("form.amount", &written(amount)).await;
    page.keys("Enter").await;
    page.find_part("row", "Baan Rim Khlong").await;
}

/// Moves 123.45 from the fullest envelope to the next, without a pointer but to choose the first.
async fn move_by_keys(page: &Page) {
    let before = Sheet::read(page).await;
    let from = fullest(&before, &[]).clone();
    let to = fullest(&before, &[&from.name]).clone();
    open(page, &from).await;
    page.keys("m").await;
    page.find("textbox", &page.words.of("budget.move.to")).await;
    page.type_text(&to.name).await;
    page.keys("Enter").await;
    page.accessible("budget-move").await;
    page.type_text("123.45").await;
    page.keys("Enter").await;
    let moved = before.clone().given(&from.name, -12_345).given(&to.name, 12_345);
    moved.shows(page).await;
    let said = [("amount", "123.45 THB"), ("from", &from.name), ("to", &to.name)];
    page.see_text(&page.words.with("budget.moved", &said)).await;
    page.keys("mod+z").await;
    before.shows(page).await;
}

/// Pulls money from one of the first envelopes onto the next, and from there onto what is to be assigned.
async fn move_by_drag(page: &Page) {
    let before = Sheet::read(page).await;
    let places = before.lines.windows(2).find(|pair| pair[0].available >= 5_000).expect("a line has 50.00");
    let [from, to] = [&places[0].name, &places[1].name];
    page.drag(&available(page, from).await, &available(page, to).await).await;
    let moved = before.clone().given(from, -5_000).given(to, 5_000);
    enter(page, "50").await;
    moved.shows(page).await;

    let head = page.find_part("button", &page.words.of("budget.head.to_assign")).await;
    page.drag(&available(page, to).await, &head).await;
    enter(page, "50").await;
    moved.clone().given(to, -5_000).freed(5_000).shows(page).await;
    page.keys("mod+z").await;
    moved.shows(page).await;
}

/// How much is moved, where from and to are known already.
async fn enter(page: &Page, amount: &str) {
    let ready = "return document.activeElement?.closest('aside form') !== null && document.activeElement.inputMode === 'decimal'";
    page.ask(ready, vec![], |answer| *answer == true).await;
    page.type_text(amount).await;
    page.keys("Enter").await;
}

/// The line that has most money left, but for these.
fn fullest<'a>(sheet: &'a Sheet, but: &[&str]) -> &'a Line {
    let others = sheet.lines.iter().filter(|line| !but.contains(&line.name.as_str()) && line.assigned > 0);
    others.max_by_key(|line| line.available).expect("something is assigned")
}

/// Opens what is behind the money of a line.
async fn open(page: &Page, line: &Line) {
    available(page, &line.name).await.click().await.expect("a cell can be pressed");
    page.find("heading", &line.name).await;
}

/// Another program reads the same amounts from the file.
fn the_command_line_tells_the_same(desktop: &Desktop, shown: &Sheet) {
    let told = desktop.coffer(&sample_ledger(desktop), &["budget", "show", "--json"]);
    let told: Value = serde_json::from_str(&told).expect("the answer is JSON");
    assert_eq!(amount(&told["to_assign"]["available"]), shown.to_assign);
    let rows = told["rows"].as_array().expect("rows");
    for row in rows {
        let path = row["category"].as_str().expect("a path");
        let line = shown.line(path.rsplit(':').next().unwrap_or(path));
        let amounts = ["assigned", "activity", "available"].map(|part| amount(&row[part]));
        assert_eq!(amounts, [line.assigned, line.activity, line.available], "{path}");
    }
}

fn amount(value: &Value) -> i64 {
    hundredths(value.as_str().expect("an amount is text"))
}

/// The file of the sample books.
fn sample_ledger(desktop: &Desktop) -> PathBuf {
    let folders = std::fs::read_dir(desktop.home().join("data")).expect("data has a folder").flatten();
    let mut files = folders.filter_map(|folder| std::fs::read_dir(folder.path()).ok()).flatten().flatten();
    let ledger = files.find(|file| file.path().extension().is_some_and(|ending| ending == "coffer"));
    ledger.expect("the sample books are there").path()
}
