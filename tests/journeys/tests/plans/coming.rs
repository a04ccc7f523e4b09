//! Bills found, one occurrence changed, a shortfall foreseen and prevented, a reminder on the desktop.

use crate::notices::{Notice, Notices};
use crate::sheet::hundredths;
use journeys::{Desktop, Language, Page};
use ledger::Day;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// A bill that was paid seven times, every four weeks, `last` days ago at last.
struct Paid {
    payee: &'static str,
    amount: &'static str,
    last: i32,
}

const PAID: [Paid; 2] = [
    Paid { payee: "Green Gym", amount: "890.00", last: 3 },
    Paid { payee: "Film House", amount: "349.00", last: 10 },
];

/// What the everyday account holds: 20,000.00 less seven times 890.00 and 349.00.
const NOW: &str = "11,327.00";

pub async fn journey(language: Language) {
    let mut desktop = Desktop::new();
    let ledger = books(&desktop);
    let notices = Notices::watch(&mut desktop);
    desktop.speak(language);
    let page = desktop.start(language, &[&ledger]).await;
    page.see_text(NOW).await;

    confirm_bills(&page).await;
    change_occurrences(&page).await;
    act_on_a_shortfall(&page).await;
    reminded(language, &notices).await;
    desktop.end();
    let told = desktop.coffer(&ledger, &["forecast", "--days", "90", "--json"]);
    let told: Value = serde_json::from_str(&told).expect("the answer is JSON");
    assert_eq!(told["shortfalls"], json!([]));
}

/// Today and so many days.
fn day(from_now: i32) -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is right").as_secs();
    let today = Day::from_number(i64::try_from(seconds / 86_400).expect("days are few"));
    today.expect("today is a day").offset(from_now).to_string()
}

/// An everyday account and savings; two bills in the past; rent tomorrow and every four weeks, a dentist in 20 days, and pay
/// only in 40.
fn books(desktop: &Desktop) -> PathBuf {
    let ledger = desktop.home().join("plans.coffer");
    let coffer = |arguments: &[&str]| desktop.coffer(&ledger, arguments);
    coffer(&["init", "--bare", "--currency", "THB"]);
    let opened = day(-250);
    for (path, kind, held) in
        [("Assets:Everyday", "checking", "20000"), ("Assets:Rainy day", "savings", "60000")]
    {
        coffer(&[
            "account",
            "add",
            path,
            "--kind",
            kind,
            "--currency",
            "THB",
            "--opening",
            held,
            "--date",
            &opened,
        ]);
    }
    for path in ["Expenses:Rent", "Expenses:Teeth", "Income:Pay"] {
        coffer(&["account", "add", path]);
    }
    import_paid(desktop, &ledger);
    for (payee, amount, other, start, rule) in [
        ("Baan Suan", "-4500", "Expenses:Rent", 1, "FREQ=WEEKLY;INTERVAL=4"),
        ("Dr Somjai", "-15000", "Expenses:Teeth", 20, ""),
        ("Lotus Works", "20000", "Income:Pay", 40, "FREQ=WEEKLY;INTERVAL=4"),
    ] {
        let start = day(start);
        let mut arguments = vec![
            "schedule",
            "add",
            payee,
            amount,
            "--account",
            "Assets:Everyday",
            "--to",
            other,
            "--start",
            &start,
        ];
        if !rule.is_empty() {
            arguments.extend(["--rule", rule]);
        }
        if payee == "Baan Suan" {
            arguments.extend(["--remind", "3"]);
        }
        coffer(&arguments);
    }
    ledger
}

fn import_paid(desktop: &Desktop, ledger: &Path) {
    let mut statement = "Date,Description,Amount\n".to_owned();
    for Paid { payee, amount, last } in PAID {
        for time in (0..7).rev() {
            statement += &format!("{},{payee},-{amount}\n", day(-last - 28 * time));
        }
    }
    let file = desktop.home().join("paid.csv");
    std::fs::write(&file, statement).expect("the home is ours");
    desktop.coffer(ledger, &["import", &file.display().to_string(), "--account", "Assets:Everyday"]);
}

/// Both bills that are found are confirmed with one key each; what they cost in a year is added to 13 times the rent and the
/// dentist, who are known already.
async fn confirm_bills(page: &Page) {
    page.click_part("link", &page.words.of("section.bills")).await;
    page.see_text(&page.words.counted("bills.band.found", 2)).await;
    page.see("bills.rhythm.four_weekly").await;
    yearly(page, [7_350_000, 1_610_700, 8_960_700]).await;
    page.accessible("bills").await;
    page.click_part("row", "Green Gym").await;
    page.find("heading", "Green Gym").await;
    page.accessible("bill").await;
    page.keys("c").await;
    page.see_text(&page.words.with("bills.confirmed", &[("payee", "Green Gym")])).await;
    // The next one is chosen by itself. Every four weeks is 13 times a year.
    page.find("heading", "Film House").await;
    yearly(page, [8_507_000, 453_700, 8_960_700]).await;
    page.keys("c").await;
    page.see_text(&page.words.counted("bills.band.confirmed", 4)).await;
    yearly(page, [8_960_700, 0, 8_960_700]).await;
    page.see("bills.card.found.none").await;

    page.keys("mod+z").await;
    page.see_text(&page.words.counted("bills.band.found", 1)).await;
    yearly(page, [8_507_000, 453_700, 8_960_700]).await;
    page.keys("shift+mod+z").await;
    page.see_text(&page.words.counted("bills.band.confirmed", 4)).await;
}

/// Waits until this is what is confirmed, what waits, and both together, in a year.
async fn yearly(page: &Page, amounts: [i64; 3]) {
    let script =
        "return [...document.querySelectorAll('main dl dd .figure')].map((figure) => figure.textContent)";
    page.ask(script, vec![], |told| all_hundredths(told) == amounts).await;
}

fn all_hundredths(told: &Value) -> Vec<i64> {
    let figures = told.as_array().expect("a list").iter();
    figures.map(|figure| hundredths(figure.as_str().expect("a text"))).collect()
}

/// Changes what the gym takes: once, from the second time on, and always.
async fn change_occurrences(page: &Page) {
    page.go("/schedules").await;
    gym_takes(page, [89_000, 89_000, 89_000]).await;
    page.accessible("schedules").await;

    change(page, 0, "990", "schedules.scope.this").await;
    gym_takes(page, [99_000, 89_000, 89_000]).await;
    page.see("schedules.changed").await;
    page.keys("mod+z").await;
    gym_takes(page, [89_000, 89_000, 89_000]).await;
    page.see_no(&page.words.of("schedules.changed")).await;

    change(page, 1, "950", "schedules.scope.following").await;
    gym_takes(page, [89_000, 95_000, 95_000]).await;
    page.keys("mod+z").await;
    gym_takes(page, [89_000, 89_000, 89_000]).await;

    change(page, 2, "900", "schedules.scope.all").await;
    gym_takes(page, [90_000, 90_000, 90_000]).await;
    page.keys("mod+z").await;
    gym_takes(page, [89_000, 89_000, 89_000]).await;
    page.keys("Escape").await;
}

/// Gives one time of the gym another amount, by keys from the row on.
async fn change(page: &Page, time: usize, amount: &str, scope: &str) {
    let row = "const rows = [...document.querySelectorAll('[role=row]')].filter((row) => row.textContent.includes('Green Gym')); \
               return rows[arguments[0]] ?? null";
    let row = page.find_by(row, vec![json!(time)]).await;
    row.click().await.expect("a row can be pressed");
    page.keys("e").await;
    page.fill("schedules.amount", amount).await;
    page.click("radio", scope).await;
    page.accessible("occurrence").await;
    page.click("button", "schedules.save").await;
    page.see_text(&page.words.with("schedules.change_done", &[("name", "Green Gym")])).await;
}

/// Waits until the three times that are seen take these amounts, in hundredths.
async fn gym_takes(page: &Page, amounts: [i64; 3]) {
    let script = "return [...document.querySelectorAll('[role=row]')].filter((row) => row.textContent.includes('Green Gym'))
        .map((row) => row.querySelector('.money .figure').textContent)";
    page.ask(script, vec![], |told| all_hundredths(told) == amounts.map(|amount| -amount)).await;
}

/// The dentist empties the account; what the window says to move is moved, and enough is there.
///
/// 11,327.00 less rent, film and dentist is below nothing on day 20; gym and rent make it −13,912.00 until pay comes.
async fn act_on_a_shortfall(page: &Page) {
    page.go("/forecast").await;
    let missing = page
        .words
        .with("forecast.short.likely_empty", &[("account", "Everyday"), ("missing", "13,912.00 THB")]);
    let (before, after) = missing.split_once("{day}").expect("the day is told");
    page.see_text(before.trim()).await;
    page.see_text(after.trim()).await;
    let advice = page.words.with("forecast.move", &[("amount", "13,912.00 THB"), ("from", "Rainy day")]);
    let (advice, _) = advice.split_once("{day}").expect("the day is told");
    page.see_text(advice.trim()).await;
    page.accessible("forecast").await;

    page.click("button", "forecast.move.prepare").await;
    page.find("button", &page.words.of("form.save")).await;
    page.accessible("forecast-transfer").await;
    page.click("button", "form.save").await;
    page.see_no(before.trim()).await;
    page.see_no(&page.words.counted("forecast.short.title", 1)).await;
    page.keys("mod+z").await;
    page.see_text(before.trim()).await;
    page.keys("shift+mod+z").await;
    page.see_no(before.trim()).await;
}

/// Tomorrow's rent is reminded of on the desktop.
async fn reminded(language: Language, notices: &Notices) {
    let title = match language {
        Language::English => "Baan Suan is due tomorrow",
        Language::Thai => "Baan Suan ถึงกำหนดพรุ่งนี้",
    };
    let told = Notice { title: title.to_owned(), body: "4,500.00 THB".to_owned() };
    assert_eq!(notices.one().await, told);
}
