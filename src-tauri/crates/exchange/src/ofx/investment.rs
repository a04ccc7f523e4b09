//! Rows of investment statements, seen as movements of the cash beside the securities.

use super::row::posted;
use super::statement::{Context, add};
use super::tree::{Element, Tree};
use super::value::day_field;
use crate::{Draft, StatementDraft, Unreadable};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// The names of securities by their id.
pub(super) type Securities = HashMap<String, String>;

/// The securities that the file describes.
pub(super) fn securities(tree: &Tree<'_>) -> Securities {
    let named = |security: Element<'_>| {
        let name = security.text("SECNAME").or_else(|| security.text("TICKER"))?;
        Some((security.text_within("UNIQUEID")?, name))
    };
    tree.all(&["SECINFO"]).filter_map(named).collect()
}

/// Reads one element of a list of investment transactions into the statement, if it is a row.
pub(super) fn read(row: Element<'_>, context: &Context<'_>, statement: &mut StatementDraft) {
    match row.name() {
        "INVBANKTRAN" => {
            for inside in row.all(&["STMTTRN"]) {
                add(statement, posted(inside, context));
            }
        }
        "STMTTRN" => add(statement, posted(row, context)),
        name => {
            if let Some(kind) = Kind::of(name) {
                add(statement, draft(row, &kind, context));
            }
        }
    }
}

/// What a row does.
struct Kind {
    verb: &'static str,
    /// `false` where the cash stays as it was: the income of a reinvestment buys at once, a transfer moves securities,
    /// a journal moves cash between parts of the same account.
    moves_cash: bool,
}

impl Kind {
    /// The kind of the row's element (OFX 2.2, 13.9.2.4).
    fn of(element: &str) -> Option<Self> {
        let (verb, moves_cash) = match element {
            "BUYDEBT" | "BUYMF" | "BUYOPT" | "BUYOTHER" | "BUYSTOCK" => ("Buy", true),
            "SELLDEBT" | "SELLMF" | "SELLOPT" | "SELLOTHER" | "SELLSTOCK" => ("Sell", true),
            "INCOME" => ("Income", true),
            "RETOFCAP" => ("Return of capital", true),
            "INVEXPENSE" => ("Expense", true),
            "MARGININTEREST" => ("Margin interest", true),
            "REINVEST" => ("Reinvest", false),
            "TRANSFER" => ("Transfer", false),
            "JRNLFUND" | "JRNLSEC" => ("Journal", false),
            "SPLIT" => ("Split", false),
            "CLOSUREOPT" => ("Close option", false),
            _ => return None,
        };
        Some(Self { verb, moves_cash })
    }
}

fn draft(row: Element<'_>, kind: &Kind, context: &Context<'_>) -> Result<Draft, Unreadable> {
    let day = day_field(row, "DTTRADE")?;
    let amount = if kind.moves_cash { context.notation.field(row, "TOTAL")? } else { Decimal::ZERO };
    let other = row.find("CURRENCY").and_then(|other| super::value::currency(other, "CURSYM"));
    Ok(Draft {
        commodity: other.or_else(|| context.currency.clone()),
        external_id: row.text_within("FITID"),
        ..Draft::new(row.line(), day, amount, description(row, kind, context.securities))
    })
}

/// `Buy 5 Example Fund @ 20 monthly plan`.
fn description(row: Element<'_>, kind: &Kind, securities: &Securities) -> String {
    let income = row.text("INCOMETYPE").map(|income| match income.as_str() {
        "DIV" => "Dividend".to_owned(),
        "INTEREST" => "Interest".to_owned(),
        "CGLONG" | "CGSHORT" => "Capital gain".to_owned(),
        _ => kind.verb.to_owned(),
    });
    let verb = match income {
        Some(income) if kind.verb == "Reinvest" => format!("{} {}", kind.verb, income.to_lowercase()),
        Some(income) => income,
        None => kind.verb.to_owned(),
    };
    let id = row.text_within("UNIQUEID");
    let security = id.map(|id| securities.get(&id).cloned().unwrap_or(id));
    let price = row.text_within("UNITPRICE").map(|price| format!("@ {price}"));
    let memo = row.text_within("MEMO").filter(|memo| !memo.eq_ignore_ascii_case(&verb));
    [Some(verb), row.text_within("UNITS"), security, price, memo]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
