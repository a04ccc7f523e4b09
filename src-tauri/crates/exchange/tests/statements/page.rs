//! A statement on one page: what the file holds, and what was read.

use exchange::csv::{self, Detection, Reading};
use exchange::{BalanceProof, Document, Draft, LeftOutKind, StatedBalance, StatementDraft, Warning};
use std::fmt::Write;

/// A file and what is expected to be read in it, a line for each row:
/// `2024-01-15 -12.50 EUR =987.50 | payee | description | note | #id [category] {tag} pending`, where what is not there is
/// left away; then the rows that were left out or cannot be read, balances, proof and warnings.
pub struct Case {
    pub name: &'static str,
    pub file: &'static str,
    pub page: &'static str,
}

/// Detects and reads each file, and compares the page.
#[track_caller]
pub fn check(cases: &[Case]) {
    let differing: Vec<String> =
        cases.iter().filter_map(|case| differs(case.name, case.file.as_bytes(), case.page)).collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The same for a file in another encoding.
#[track_caller]
pub fn check_bytes(name: &str, bytes: &[u8], expected: &str) {
    let differing = differs(name, bytes, expected);
    assert!(differing.is_none(), "{}", differing.unwrap_or_default());
}

fn differs(name: &str, bytes: &[u8], expected: &str) -> Option<String> {
    let detection = csv::detect(bytes);
    let found = match &detection {
        Ok(detection) => read(bytes, &detection.reading),
        Err(error) => format!("refused: {error}"),
    };
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let found: Vec<&str> = found.lines().collect();
    let how = detection.map(|detection| explain(&detection)).unwrap_or_default();
    (found != expected).then(|| {
        format!("## {name}: {how}\nfound:\n{}\nexpected:\n{}\n", found.join("\n"), expected.join("\n"))
    })
}

/// The page of `bytes` read so.
pub fn read(bytes: &[u8], reading: &Reading) -> String {
    match csv::read(bytes, reading) {
        Ok(document) => page(&document),
        Err(error) => format!("refused: {error}"),
    }
}

fn explain(detection: &Detection) -> String {
    let reading = &detection.reading;
    let columns: Vec<String> =
        reading.columns.iter().map(|column| format!("{}={:?}", column.name, column.role)).collect();
    format!(
        "{} {:?} {} {:?} {:?} owed={} newest_first={} [{}]",
        reading.encoding,
        reading.delimiter,
        reading.dates.pattern(),
        reading.numbers,
        reading.signs,
        reading.owed,
        reading.newest_first,
        columns.join(", ")
    )
}

fn page(document: &Document) -> String {
    let mut page = String::new();
    for (number, statement) in document.statements.iter().enumerate() {
        if number > 0 {
            page.push_str("---\n");
        }
        write_statement(&mut page, statement).unwrap();
    }
    page
}

fn write_statement(page: &mut String, statement: &StatementDraft) -> std::fmt::Result {
    let account = &statement.account;
    let kind = account.kind.map(|kind| kind.code().to_owned());
    let hints: Vec<String> = [account.number.clone(), account.bank.clone(), account.name.clone(), kind]
        .into_iter()
        .flatten()
        .collect();
    if !hints.is_empty() {
        writeln!(page, "account {}", hints.join(", "))?;
    }
    for draft in &statement.drafts {
        writeln!(page, "{}", line(draft))?;
    }
    for row in &statement.unreadable {
        let column = row.column.as_ref().map_or(String::new(), |column| format!(" {column}"));
        writeln!(page, "line {}{column}: {}", row.line, row.reason)?;
    }
    for row in &statement.left_out {
        let what = match &row.what {
            LeftOutKind::Opening => "opening".to_owned(),
            LeftOutKind::Closing => "closing".to_owned(),
            LeftOutKind::Total => "total".to_owned(),
            LeftOutKind::Cancelled { status } => format!("cancelled: {status}"),
            LeftOutKind::NoMovement => "no movement".to_owned(),
            LeftOutKind::OutsideTable => continue,
        };
        writeln!(page, "line {} {what}", row.line)?;
    }
    let stated =
        |balance: Option<StatedBalance>| balance.map_or("?".to_owned(), |balance| balance.amount.to_string());
    if statement.opening.is_some() {
        writeln!(page, "from {} to {}", stated(statement.opening), stated(statement.closing))?;
    }
    match statement.proof {
        BalanceProof::None => {}
        BalanceProof::Proven { .. } => writeln!(page, "proven")?,
        BalanceProof::Broken { line } => writeln!(page, "broken at line {line}")?,
    }
    for warning in &statement.warnings {
        if !matches!(warning, Warning::RunningBalanceDiffers { .. }) {
            writeln!(page, "! {warning}")?;
        }
    }
    Ok(())
}

fn line(draft: &Draft) -> String {
    let mut line = format!("{} {}", draft.day, draft.amount);
    if let Some(commodity) = &draft.commodity {
        line.push_str(&format!(" {commodity}"));
    }
    if let Some(balance) = draft.balance {
        line.push_str(&format!(" ={balance}"));
    }
    let payee = draft.payee.clone().unwrap_or_default();
    if !payee.is_empty() {
        line.push_str(&format!(" | {payee}"));
    }
    if !draft.description.is_empty() && draft.description != payee {
        line.push_str(&format!(" | {}", draft.description));
    }
    if !draft.note.is_empty() {
        line.push_str(&format!(" | ({})", draft.note));
    }
    let id = draft.external_id.iter().map(|id| format!("#{id}"));
    let category = draft.category.iter().map(|category| format!("[{category}]"));
    let tags = draft.tags.iter().map(|tag| format!("{{{tag}}}"));
    let pending = draft.pending.then(|| "pending".to_owned());
    let marks: Vec<String> = id.chain(category).chain(tags).chain(pending).collect();
    if !marks.is_empty() {
        line.push_str(&format!(" | {}", marks.join(" ")));
    }
    line
}
