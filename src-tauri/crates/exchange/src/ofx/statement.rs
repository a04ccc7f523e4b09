//! Statements of bank, card and investment accounts.

use super::investment::{self, Securities};
use super::row::{pending, posted, transfer};
use super::tree::{Element, Tree};
use super::value::{AmountNotation, currency, day};
use crate::order::oldest_first;
use crate::{AccountHint, Draft, StatedBalance, StatementDraft, Unreadable, Warning};
use ledger::AccountKind;
use std::collections::HashMap;

/// The fields that hold amounts of money.
const AMOUNTS: [&str; 4] = ["TRNAMT", "TOTAL", "BALAMT", "AVAILCASH"];

/// What the rows of a statement have in common.
pub(super) struct Context<'t> {
    pub notation: AmountNotation,
    pub currency: Option<String>,
    pub securities: &'t Securities,
}

/// Every statement in the file, in its order.
pub(super) fn statements(tree: &Tree<'_>) -> Vec<StatementDraft> {
    let notation = AmountNotation::of(tree.all(&AMOUNTS).map(Element::raw));
    let securities = investment::securities(tree);
    let bank = tree.all(&["FI"]).find_map(|fi| fi.text("ORG"));
    let mut statements: Vec<StatementDraft> = Vec::new();
    let mut joined: HashMap<Option<String>, usize> = HashMap::new();
    // A row outside any statement is damage, but still a row.
    let containers = ["STMTRS", "CCSTMTRS", "INVSTMTRS", "INTRARS", "INTERRS", "STMTTRN"];
    for element in tree.all(&containers) {
        let currency = currency(element, "CURDEF");
        let context = Context { notation, currency, securities: &securities };
        let mut statement = match element.name() {
            "INTRARS" | "INTERRS" => transfers(element, &context),
            "STMTTRN" => loose(element, &context),
            _ => statement(element, &context),
        };
        statement.account.bank = bank.clone().or(statement.account.bank);
        if matches!(element.name(), "STMTRS" | "CCSTMTRS" | "INVSTMTRS") {
            statements.push(statement);
            continue;
        }
        // Rows that come one by one join those of their account before them.
        let place = *joined.entry(statement.account.number.clone()).or_insert(statements.len());
        match statements.get_mut(place) {
            Some(earlier) => {
                earlier.drafts.append(&mut statement.drafts);
                earlier.unreadable.append(&mut statement.unreadable);
            }
            None => statements.push(statement),
        }
    }
    statements.retain(says_anything);
    for statement in &mut statements {
        oldest_first(&mut statement.drafts);
    }
    statements
}

/// `false` for the empty shell of a statement, which names no account and has no row.
fn says_anything(statement: &StatementDraft) -> bool {
    let StatementDraft { account, drafts, unreadable, closing, .. } = statement;
    !drafts.is_empty() || !unreadable.is_empty() || closing.is_some() || account.number.is_some()
}

/// Why a file has no statement: the bank's own error, where it sent one.
pub(super) fn why_none(tree: &Tree<'_>) -> String {
    let refusal = tree.all(&["STATUS"]).find_map(|status| {
        let code = status.text("CODE").filter(|code| !code.trim_start_matches('0').is_empty())?;
        let message = status.text("MESSAGE").unwrap_or_default();
        Some(format!("the bank's answer is error {code} {message}").trim_end().to_owned())
    });
    refusal.unwrap_or_else(|| "OFX without an account statement".to_owned())
}

fn statement(element: Element<'_>, context: &Context<'_>) -> StatementDraft {
    let mut found = StatementDraft { account: account(element, context), ..StatementDraft::default() };
    let rows = ["STMTTRN", "STMTTRNP"];
    if element.name() == "INVSTMTRS" {
        for list in element.all(&["INVTRANLIST"]) {
            list.children().for_each(|row| investment::read(row, context, &mut found));
        }
        found.closing = balance(element, "AVAILCASH", context, &mut found.warnings);
    } else {
        for row in element.all(&rows) {
            let draft = if row.name() == "STMTTRN" { posted(row, context) } else { pending(row, context) };
            add(&mut found, draft);
        }
        let ledger = element.find("LEDGERBAL");
        found.closing = ledger.and_then(|ledger| balance(ledger, "BALAMT", context, &mut found.warnings));
    }
    found
}

/// The one row of a transfer that the bank carried out, in the statement of the account it left.
fn transfers(element: Element<'_>, context: &Context<'_>) -> StatementDraft {
    let mut found = StatementDraft { account: account(element, context), ..StatementDraft::default() };
    add(&mut found, transfer(element, context));
    found
}

fn loose(element: Element<'_>, context: &Context<'_>) -> StatementDraft {
    let mut found = StatementDraft::default();
    add(&mut found, posted(element, context));
    found
}

pub(super) fn add(statement: &mut StatementDraft, row: Result<Draft, Unreadable>) {
    match row {
        Ok(draft) => statement.drafts.push(draft),
        Err(unreadable) => statement.unreadable.push(unreadable),
    }
}

fn account(element: Element<'_>, context: &Context<'_>) -> AccountHint {
    let from = ["BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "CCACCTINFO"];
    let from = from.into_iter().find_map(|name| element.find(name));
    let kind = match element.name() {
        "CCSTMTRS" => Some(AccountKind::Card),
        "INVSTMTRS" => Some(AccountKind::Brokerage),
        _ => from.and_then(|from| from.text("ACCTTYPE")).and_then(|kind| account_kind(&kind)),
    };
    AccountHint {
        number: from.and_then(|from| from.text("ACCTID")),
        bank: from.and_then(|from| from.text("BANKID").or_else(|| from.text("BROKERID"))),
        name: None,
        kind,
        commodity: context.currency.clone(),
    }
}

/// The kinds of the standard's ACCTENUM.
fn account_kind(kind: &str) -> Option<AccountKind> {
    match kind.to_ascii_uppercase().as_str() {
        "CHECKING" => Some(AccountKind::Checking),
        "SAVINGS" | "MONEYMRKT" | "CD" => Some(AccountKind::Savings),
        "CREDITLINE" => Some(AccountKind::Loan),
        "CREDITCARD" => Some(AccountKind::Card),
        _ => None,
    }
}

/// The balance in the field `name`, on the day of the DTASOF beside it.
fn balance(
    element: Element<'_>,
    name: &str,
    context: &Context<'_>,
    warnings: &mut Vec<Warning>,
) -> Option<StatedBalance> {
    let text = element.text_within(name)?;
    match context.notation.read(&text) {
        Ok(amount) => Some(StatedBalance { day: element.text("DTASOF").as_deref().and_then(day), amount }),
        Err(_) => {
            let what = format!("the balance “{text}” is no amount and was left out");
            warnings.push(Warning::Repaired { line: element.line(), what });
            None
        }
    }
}
