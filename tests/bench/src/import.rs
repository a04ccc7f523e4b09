//! Importing, against a bare program that only parses and inserts.

use crate::Outcome;
use crate::books::coffer;
use crate::measure::{Cost, cost};
use crate::table::{ms, row, say, verdict};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];
const RUNS: usize = 3;
/// Times the CPU of the bare program.
const LIMIT: f64 = 2.0;
/// Peak memory at 100 k rows, in MiB.
const MEMORY: f64 = 200.0;

/// Imports statements of three sizes and prints what each cost.
pub fn run(folder: &Path) -> Outcome {
    row(&["import of CSV rows", "coffer", "bare", "coffer / bare", "per row", "peak memory"]
        .map(str::to_owned));
    let mut per_row = Vec::new();
    for size in SIZES {
        let file = statement(folder, size)?;
        let own = middle((0..RUNS).map(|run| import(folder, &file, size, run)).collect::<Outcome<_>>()?);
        let bare = middle((0..RUNS).map(|run| bare(folder, &file, run)).collect::<Outcome<_>>()?);
        per_row.push(own.cpu / f64::from(size));
        let memory = format!("{:.0} MiB", own.memory);
        let judged = if size == 100_000 {
            format!("{memory} {}", if own.memory <= MEMORY { "ok" } else { "MISS" })
        } else {
            memory
        };
        row(&[
            format!("{size} rows"),
            ms(own.cpu),
            ms(bare.cpu),
            verdict(own.cpu / bare.cpu, LIMIT, false),
            format!("{:.1} µs", own.cpu / f64::from(size) * 1e6),
            judged,
        ]);
    }
    let growth = per_row[2] / per_row[0];
    say(&format!("cost of a row at 1 M against 10 k: {} (1 is linear)", verdict(growth, 1.0, false)));
    Ok(())
}

fn middle(mut costs: Vec<Cost>) -> Cost {
    costs.sort_by(|a, b| a.cpu.total_cmp(&b.cpu));
    costs[costs.len() / 2]
}

/// A statement as banks write them: references and shops that come again, a running balance.
fn statement(folder: &Path, rows: u32) -> Outcome<PathBuf> {
    const SHOPS: [&str; 12] = [
        "GREEN GROCER",
        "COFFEE HUT",
        "RIVER BAR",
        "ตลาดสดบางกะปิ",
        "METRO RAIL",
        "HILL ENERGY",
        "BOOK NOOK",
        "ร้านกาแฟดอยสูง",
        "SWIFT TAXI",
        "CORNER BAKERY",
        "NORTH GYM",
        "PALM PHARMACY",
    ];
    let path = folder.join(format!("statement-{rows}.csv"));
    let mut out = std::io::BufWriter::new(std::fs::File::create(&path)?);
    writeln!(out, "Date,Description,Amount,Balance")?;
    let (mut balance, mut state) = (5_000_000_i64, 88_172_645_463_325_252_u64);
    for index in 0..rows {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let day = index / (rows / 3600).max(1);
        let (year, month, date) = (2017 + day / 360, day % 360 / 30 + 1, (day % 30).min(27) + 1);
        let shop = SHOPS[usize::try_from(state % 12)?];
        let branch = state / 12 % 200;
        let amount = if index % 40 == 39 { 3_000_000 } else { -i64::try_from(state % 60_000)? - 100 };
        balance += amount;
        let money = |amount: i64| {
            format!("{}{}.{:02}", if amount < 0 { "-" } else { "" }, amount.abs() / 100, amount.abs() % 100)
        };
        let reference = state % 1_000_000;
        writeln!(
            out,
            "{year}-{month:02}-{date:02},POS {reference:06} {shop} {branch:03} BKK TH,{},{}",
            money(amount),
            money(balance)
        )?;
    }
    out.flush()?;
    Ok(path)
}

fn import(folder: &Path, file: &Path, rows: u32, run: usize) -> Outcome<Cost> {
    let path = |ending: &str| folder.join(format!("import-{rows}-{run}.{ending}"));
    let (ledger, key) = (path("coffer"), path("key"));
    let coffer = coffer()?;
    let command = |arguments: &[&str]| {
        let mut command = Command::new(&coffer);
        command.arg("--ledger").arg(&ledger).arg("--key-file").arg(&key).args(arguments);
        command
    };
    cost(&mut command(&["init", "--currency", "THB"]))?;
    cost(&mut command(&["account", "add", "Assets:Bank", "--kind", "checking", "--currency", "THB"]))?;
    let measured = cost(command(&["import", "--account", "Assets:Bank"]).arg(file))?;
    for gone in [&ledger, &key] {
        std::fs::remove_file(gone)?;
    }
    Ok(measured)
}

fn bare(folder: &Path, file: &Path, run: usize) -> Outcome<Cost> {
    let database = folder.join(format!("bare-{run}.db"));
    let mut command = Command::new(std::env::current_exe()?);
    let measured = cost(command.arg("bare").arg(file).arg(&database))?;
    std::fs::remove_file(&database)?;
    Ok(measured)
}
