//! `make bench`, the window's part: its start beside an empty window's, a million rows under the thumb, its memory.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement that cannot go on says so; milliseconds are what it prints"
)]

mod process;

use journeys::{Desktop, Language, Page, repository};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often each start is measured; the median counts.
const STARTS: usize = 5;
/// Rows of the register that is scrolled, and of the books that the start is measured with.
const MANY: u32 = 1_000_000;
const SOME: u32 = 100_000;

#[tokio::main]
async fn main() {
    let mut desktop = Desktop::new();
    let empty = median_start(
        &mut desktop,
        "empty-window",
        &[],
        "return performance.getEntriesByType('paint').map((one) => one.startTime)[0]",
    )
    .await;
    println!("an empty window, first paint              {empty:>7.0} ms");
    let books = make_books(&desktop, SOME);
    let data = median_start(
        &mut desktop,
        "coffer-app",
        &[&books],
        "return performance.getEntriesByName('first-data').map((one) => one.startTime)[0]",
    )
    .await;
    println!(
        "first screen with data, {SOME} rows     {data:>7.0} ms   {:.2}x {}",
        data / empty,
        verdict(data <= 1.5 * empty)
    );
    let books = make_books(&desktop, MANY);
    let page = desktop.start_program(&program("coffer-app"), Language::English, &[&books]).await;
    page.go("/transactions").await;
    page.find_part("grid", "").await;
    let app = process::of(&program("coffer-app"));
    let mut memory = app.memory();
    prove_watch(&page).await;
    for (name, script) in SCROLLS {
        let blank = longest_blank(&page, script).await;
        println!("{MANY} rows, {name:<26}      {blank:>7.0} ms   longest blank {}", verdict(blank <= 100.0));
        memory = memory.max(app.memory());
    }
    println!("our own process, {MANY} rows           {memory:>7.0} MiB {}", verdict(memory < 150.0));
}

/// Makes sample books with their key in the desktop's keychain.
fn make_books(desktop: &Desktop, transactions: u32) -> PathBuf {
    let path = desktop.home().join(format!("{transactions}.coffer"));
    let mut coffer = desktop.program(program("coffer"));
    coffer.arg("--ledger").arg(&path).args([
        "sample",
        "--seed",
        "7",
        "--transactions",
        &transactions.to_string(),
    ]);
    let output = coffer.output().expect("coffer starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    path
}

/// Milliseconds from the start of the process to the moment that the script in its page tells.
async fn median_start(desktop: &mut Desktop, name: &str, files: &[&Path], moment: &str) -> f64 {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let page = desktop.start_program(&program(name), Language::English, files).await;
        let begun = process::of(&program(name)).begun();
        let since_origin = loop {
            if let Some(moment) = page.run(moment, vec![]).await.as_f64() {
                break moment;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        let origin = number(&page.run("return performance.timeOrigin", vec![]).await);
        starts.push(origin + since_origin - begun);
    }
    starts.sort_by(f64::total_cmp);
    starts[STARTS / 2]
}

/// Ways to move through the rows: a script that moves, and sets `window.moved` when it is through.
const SCROLLS: [(&str, &str); 3] = [
    (
        "wheel, 120 px a frame",
        "let n = 0; (function step() { grid.scrollTop += 120; if (n++ < 150) requestAnimationFrame(step); else window.moved = true })()",
    ),
    (
        "fling, 900 px a frame",
        "let n = 0; (function step() { grid.scrollTop += 900; if (n++ < 150) requestAnimationFrame(step); else window.moved = true })()",
    ),
    (
        "thumb from end to end",
        "let n = 0; const all = grid.scrollHeight - grid.clientHeight; (function step() { grid.scrollTop = all * n / 200; if (n++ < 200) requestAnimationFrame(step); else window.moved = true })()",
    ),
];

/// Nothing moves: no row is ever missing.
const STILL: &str = "setTimeout(() => window.moved = true, 500)";
/// Milliseconds for which every row is gone, and a few frames at least, so that there is something to be seen.
const HIDDEN_FOR: f64 = 300.0;
const HIDDEN: &str =
    "const rows = grid.querySelector('.rows'), from = performance.now(); rows.style.display = 'none'; let n = 0;
    (function step() { if (n++ < 5 || performance.now() < from + 300) requestAnimationFrame(step); else { rows.style.display = ''; window.moved = true } })()";

/// Ends the measurement unless the watch sees a list without rows, and sees nothing where there is nothing to see: that it
/// found no blank would mean nothing otherwise.
async fn prove_watch(page: &Page) {
    let (still, hidden) = (longest_blank(page, STILL).await, longest_blank(page, HIDDEN).await);
    println!(
        "rows hidden for {HIDDEN_FOR} ms                   {hidden:>7.0} ms   seen; {still:.0} while none was"
    );
    assert!(still < 50.0, "{still} ms without rows were seen while all were shown");
    assert!(hidden >= HIDDEN_FOR - 50.0, "of {HIDDEN_FOR} ms without rows only {hidden} were seen");
}

/// Watches each frame whether every point down the list shows a row, while a script moves the list; the longest time
/// that one did not, in milliseconds.
async fn longest_blank(page: &Page, scroll: &str) -> f64 {
    let watch = "const grid = document.querySelector('[role=grid]'); window.moved = false; window.longest = 0; let since;
        const bounds = grid.getBoundingClientRect();
        (function look() {
          const rows = [...grid.querySelectorAll('.item')].map((row) => row.getBoundingClientRect()).sort((a, b) => a.top - b.top);
          let y = Math.max(bounds.top, rows[0]?.top ?? bounds.bottom + 1e6);
          if (y > bounds.top + 40) y = bounds.top;
          for (const row of rows) if (row.top <= y + 1) y = Math.max(y, row.bottom);
          const now = performance.now();
          // A frame is on the screen until the next: a blank ends with the first frame that has every row again.
          const blank = y < bounds.bottom - 2;
          if (blank) since ??= now;
          if (since !== undefined) window.longest = Math.max(window.longest, now - since);
          if (!blank) since = undefined;
          if (!window.watched) requestAnimationFrame(look);
        })();";
    page.run(&format!("window.watched = false; {watch} {scroll}"), vec![]).await;
    while page.run("return window.moved", vec![]).await != Value::Bool(true) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    page.run("window.watched = true", vec![]).await;
    number(&page.run("return window.longest", vec![]).await)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

/// A program of the release build.
fn program(name: &str) -> PathBuf {
    repository().join("target/release").join(name)
}

fn verdict(kept: bool) -> &'static str {
    if kept { "ok" } else { "MISS" }
}
