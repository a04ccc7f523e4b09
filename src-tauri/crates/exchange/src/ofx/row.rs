//! Rows of bank and card statements.

use super::statement::Context;
use super::tree::Element;
use super::value::{currency, day_field};
use crate::{Draft, Unreadable};
use ledger::Day;

/// A booked row (STMTTRN).
pub(super) fn posted(row: Element<'_>, context: &Context<'_>) -> Result<Draft, Unreadable> {
    let day = day_field(row, "DTPOSTED")?;
    let mut draft = draft(row, day, context)?;
    draft.external_id = row.text("FITID").filter(|id| names_something(id));
    Ok(draft)
}

/// A row that the bank has not booked yet (STMTTRNP, since OFX 2.2).
pub(super) fn pending(row: Element<'_>, context: &Context<'_>) -> Result<Draft, Unreadable> {
    let day = day_field(row, "DTTRAN")?;
    let mut draft = draft(row, day, context)?;
    draft.external_id = row.text("FITID").filter(|id| names_something(id));
    draft.pending = true;
    Ok(draft)
}

/// A transfer (INTRARS, INTERRS), seen from the account that it leaves.
pub(super) fn transfer(row: Element<'_>, context: &Context<'_>) -> Result<Draft, Unreadable> {
    // One that has no posting date yet says only when it is planned.
    let planned = row.text("DTPOSTED").is_none() && row.text("DTXFERPRJ").is_some();
    let day = day_field(row, if planned { "DTXFERPRJ" } else { "DTPOSTED" })?;
    let mut draft = draft(row, day, context)?;
    draft.amount = -draft.amount;
    draft.external_id = row.text("SRVRTID").filter(|id| names_something(id));
    draft.pending = planned;
    if draft.description.is_empty() {
        draft.description = "Transfer".to_owned();
    }
    Ok(draft)
}

fn draft(row: Element<'_>, day: Day, context: &Context<'_>) -> Result<Draft, Unreadable> {
    let amount = context.notation.field(row, "TRNAMT")?;
    let payee = payee(row);
    let description = description(row, payee.as_deref());
    // CURRENCY: the amount is in another currency than the account. ORIGCURRENCY: it was converted already.
    let other = row.find("CURRENCY").and_then(|other| currency(other, "CURSYM"));
    let to = ["BANKACCTTO", "CCACCTTO"].into_iter().find_map(|name| row.find(name));
    Ok(Draft {
        commodity: other.or_else(|| context.currency.clone()),
        payee,
        transfer: to.and_then(|to| to.text("ACCTID")),
        ..Draft::new(row.line(), day, amount, description)
    })
}

/// The longest form of the name, which banks cut at 32 letters and repeat in full where they can.
fn payee(row: Element<'_>) -> Option<String> {
    let name = row.text("NAME").or_else(|| row.find("PAYEE").and_then(|payee| payee.text("NAME")));
    match (name, row.text("EXTDNAME")) {
        (Some(name), Some(long)) if !long.starts_with(&name) => Some(name),
        (name, long) => long.or(name),
    }
}

/// The payee, the memo and the cheque's number, each once; the kind of row where there is no text at all.
fn description(row: Element<'_>, payee: Option<&str>) -> String {
    let mut text = payee.unwrap_or_default().to_owned();
    if let Some(memo) = row.text("MEMO") {
        if memo.starts_with(&text) {
            text = memo;
        } else if !text.contains(&memo) {
            text = format!("{text} {memo}");
        }
    }
    let id = row.text("FITID").unwrap_or_default();
    let number = row.text("CHECKNUM").filter(|number| {
        names_something(number) && !id.contains(number.as_str()) && !text.contains(number.as_str())
    });
    if text.is_empty() {
        text = row.text("TRNTYPE").unwrap_or_default();
    }
    match number {
        Some(number) if text.is_empty() => number,
        Some(number) => format!("{text} {number}"),
        None => text,
    }
}

/// `false` for an id that stands for none: `0`, `000000`, `NONE`.
fn names_something(id: &str) -> bool {
    id.chars().any(|letter| !matches!(letter, '0' | '-' | ' ')) && !id.eq_ignore_ascii_case("none")
}
