//! Rows of investment accounts, seen as movements of the cash beside the securities.

use super::record::Record;
use super::row::{day, fold, place, total, unreadable};
use super::statement::Context;
use crate::notation::amount;
use crate::{Draft, DraftSplit, Reason, Unreadable};
use rust_decimal::Decimal;

/// What an action does to the cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    In,
    Out,
    /// Securities alone move, or income buys more of them at once.
    None,
}

/// The effect of an action, and whether its cash comes from or goes to another account.
fn effect(action: &str) -> Option<(Effect, bool)> {
    let action = action.to_ascii_lowercase();
    Some(match action.as_str() {
        "xin" | "contribx" => return Some((Effect::In, true)),
        "xout" | "withdrwx" => return Some((Effect::Out, true)),
        "reinvdiv" | "reinvint" | "reinvlg" | "reinvsh" | "reinvmd" | "shrsin" | "shrsout" | "stksplit"
        | "grant" | "vest" | "exercise" | "exercisx" | "expire" | "reminder" => (Effect::None, false),
        _ => {
            let (plain, other) = match action.strip_suffix('x') {
                Some(plain) => (plain, true),
                None => (action.as_str(), false),
            };
            let effect = match plain {
                "buy" | "cvrshrt" | "miscexp" | "margint" => Effect::Out,
                "sell" | "shtsell" | "div" | "intinc" | "cglong" | "cgshort" | "cgmid" | "miscinc"
                | "rtrncap" | "cash" | "" => Effect::In,
                _ => return None,
            };
            (effect, other)
        }
    })
}

/// Reads a record as a row.
pub(super) fn read(record: &Record<'_>, context: &Context<'_>) -> Result<Draft, Unreadable> {
    let action = record.value('N').unwrap_or_default();
    let day = day(record, context)?;
    let unknown = || Reason::UnknownValue { field: "N".to_owned(), text: action.to_owned() };
    let (effect, other_account) = effect(action).ok_or_else(|| unreadable(record, 'N', unknown()))?;
    let cash = match effect {
        Effect::In => total(record, context)?,
        Effect::Out => -total(record, context)?,
        Effect::None => Decimal::ZERO,
    };
    let place = place(record.value('L').unwrap_or_default());
    let mut draft = Draft::new(record.line, day, cash, description(record, action));
    draft.payee = record.value('P').map(fold);
    draft.tags.extend(place.class);
    draft.category = place.category;
    let moves_money =
        matches!(action.to_ascii_lowercase().as_str(), "xin" | "xout" | "contribx" | "withdrwx");
    if other_account && !moves_money && place.transfer.is_some() {
        // The other account pays or is paid at once: the cash here stays as it was.
        let moved = match record.value('$') {
            Some(text) => amount(text, context.reading.decimal_mark)
                .map_err(|reason| unreadable(record, '$', reason))?,
            None => cash.abs(),
        };
        let moved = if effect == Effect::Out { moved } else { -moved };
        let part = |amount, transfer| DraftSplit { amount, category: None, transfer, note: String::new() };
        draft.amount = cash + moved;
        draft.splits = vec![part(cash, None), part(moved, place.transfer)];
    } else {
        draft.transfer = place.transfer;
    }
    Ok(draft)
}

/// `Buy 5 Example Fund @ 20 monthly plan`.
fn description(record: &Record<'_>, action: &str) -> String {
    let price = record.value('I').map(|price| format!("@ {price}")).unwrap_or_default();
    let value = |letter| record.value(letter).map(fold).unwrap_or_default();
    let text = [action.to_owned(), value('Q'), value('Y'), price, value('P'), value('M')];
    text.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}
