//! The order in which rows happened, and whether their balances follow from each other in it.

use super::row::Entry;
use crate::{BalanceProof, Draft, StatementDraft, Warning};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// Few statements hold more than one commodity; balances of more than this many are not followed.
const MOST_COMMODITIES: usize = 64;

/// Puts rows oldest first, those of one day in the order they happened: as their balances lead from one to the next,
/// else by their times, else as the file has them.
pub(crate) fn in_order(mut entries: Vec<Entry>, newest_first: bool) -> Vec<Draft> {
    if newest_first {
        entries.reverse();
    }
    let balanced = entries.iter().any(|entry| entry.draft.balance.is_some());
    let timed = entries.iter().all(|entry| entry.seconds.is_some());
    if timed && !balanced {
        entries.sort_by_key(|entry| (entry.draft.day, entry.seconds));
    } else {
        entries.sort_by_key(|entry| entry.draft.day);
    }
    let mut drafts: Vec<Draft> = entries.into_iter().map(|entry| entry.draft).collect();
    // They are kept for as long as a person looks at the import.
    drafts.shrink_to_fit();
    if balanced && !follows(&drafts) {
        by_balances(&mut drafts);
    }
    drafts
}

/// `true` where each balance follows from the one before.
fn follows(drafts: &[Draft]) -> bool {
    matches!(proof(drafts), (BalanceProof::Proven { .. } | BalanceProof::None, _))
}

/// Whether the balances follow from the rows, and the first that does not.
pub(crate) fn proof(drafts: &[Draft]) -> (BalanceProof, Option<Warning>) {
    let mut steps = 0_u32;
    let mut last: Vec<(Option<&str>, Option<Decimal>, Decimal)> = Vec::new();
    for draft in drafts {
        let commodity = draft.commodity.as_deref();
        let known = last.iter().position(|(known, ..)| *known == commodity);
        if last.len() > MOST_COMMODITIES {
            return (BalanceProof::None, None);
        }
        let at = known.unwrap_or_else(|| {
            last.push((commodity, None, Decimal::ZERO));
            last.len() - 1
        });
        let (_, before, moved) = &mut last[at];
        if draft.pending && draft.balance.is_none() {
            continue;
        }
        *moved = moved.saturating_add(draft.amount);
        let Some(stated) = draft.balance else { continue };
        if let Some(before) = before {
            let found = before.saturating_add(*moved);
            if found != stated {
                let warning = Warning::RunningBalanceDiffers { line: draft.line, stated, found };
                return (BalanceProof::Broken { line: draft.line }, Some(warning));
            }
            steps = steps.saturating_add(1);
        }
        (*before, *moved) = (Some(stated), Decimal::ZERO);
    }
    (if steps > 0 { BalanceProof::Proven { steps } } else { BalanceProof::None }, None)
}

/// Rows of one day in the order in which each starts from the balance that another leads to.
fn by_balances(drafts: &mut Vec<Draft>) {
    let mut ordered: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut before = None;
    let mut rest = std::mem::take(drafts).into_iter().peekable();
    while let Some(first) = rest.next() {
        let day = first.day;
        let mut group = vec![first];
        while let Some(draft) = rest.next_if(|draft| draft.day == day) {
            group.push(draft);
        }
        let chain = chained(group, before);
        before = chain.iter().rev().find_map(|draft| draft.balance).or(before);
        ordered.extend(chain);
    }
    *drafts = ordered;
}

/// The rows of a day as a trail from `before` through all their balances; as they came where there is none.
fn chained(group: Vec<Draft>, before: Option<Decimal>) -> Vec<Draft> {
    let single = group.iter().all(|draft| draft.balance.is_some() && draft.commodity == group[0].commodity);
    if group.len() < 2 || !single {
        return group;
    }
    let is_chain = |order: &[&Draft]| {
        let mut last = before;
        order.iter().all(|draft| {
            let start = draft.balance.and_then(|balance| balance.checked_sub(draft.amount));
            let fits = last.is_none_or(|last| start == Some(last));
            last = draft.balance;
            fits
        })
    };
    if is_chain(&group.iter().collect::<Vec<_>>()) {
        return group;
    }
    if is_chain(&group.iter().rev().collect::<Vec<_>>()) {
        return group.into_iter().rev().collect();
    }
    match trail(&group, before) {
        Some(order) => {
            let mut rows: Vec<Option<Draft>> = group.into_iter().map(Some).collect();
            order.into_iter().filter_map(|at| rows[at].take()).collect()
        }
        None => group,
    }
}

/// An order of rows in which each starts where the one before ended (Hierholzer's algorithm on balances as places and
/// rows as ways between them).
fn trail(group: &[Draft], before: Option<Decimal>) -> Option<Vec<usize>> {
    let ends = |draft: &Draft| {
        let end = draft.balance?;
        Some((end.checked_sub(draft.amount)?.normalize(), end.normalize()))
    };
    let ways: Vec<(Decimal, Decimal)> = group.iter().map(ends).collect::<Option<_>>()?;
    let mut leaving: HashMap<Decimal, Vec<usize>> = HashMap::new();
    let mut surplus: HashMap<Decimal, i64> = HashMap::new();
    for (at, (from, to)) in ways.iter().enumerate().rev() {
        leaving.entry(*from).or_default().push(at);
        *surplus.entry(*from).or_default() += 1;
        *surplus.entry(*to).or_default() -= 1;
    }
    let starts: Vec<Decimal> =
        surplus.iter().filter(|(_, surplus)| **surplus == 1).map(|(place, _)| *place).collect();
    let start = match (before.map(|before| before.normalize()), starts.as_slice()) {
        (Some(before), _) if leaving.contains_key(&before) => before,
        (_, [start]) => *start,
        _ => return None,
    };
    let (mut path, mut order) = (vec![(start, None)], Vec::with_capacity(ways.len()));
    while let Some((place, way)) = path.last().copied() {
        match leaving.get_mut(&place).and_then(Vec::pop) {
            Some(next) => path.push((ways[next].1, Some(next))),
            None => {
                order.extend(way);
                path.pop();
            }
        }
    }
    order.reverse();
    let unbroken = order.windows(2).all(|pair| matches!(pair, [a, b] if ways[*a].1 == ways[*b].0));
    (order.len() == group.len() && unbroken).then_some(order)
}

/// Fills in what the rows of a statement prove, and what they leave open.
pub(crate) fn conclude(statement: &mut StatementDraft) {
    let (proof, warning) = proof(&statement.drafts);
    statement.proof = proof;
    statement.warnings.extend(warning);
    let sum: Decimal = statement
        .drafts
        .iter()
        .filter(|draft| !draft.pending)
        .fold(Decimal::ZERO, |sum, draft| sum.saturating_add(draft.amount));
    let single = statement.drafts.windows(2).all(|pair| matches!(pair, [a, b] if a.commodity == b.commodity));
    if statement.closing.is_none() && !matches!(proof, BalanceProof::Broken { .. }) && single {
        let last = statement.drafts.iter().rev().find(|draft| draft.balance.is_some());
        statement.closing = last
            .and_then(|draft| Some(crate::StatedBalance { day: Some(draft.day), amount: draft.balance? }));
    }
    let (Some(opening), Some(closing)) = (statement.opening, statement.closing) else { return };
    let stated = closing.amount.saturating_sub(opening.amount);
    if !single {
        return;
    }
    if stated != sum {
        statement.warnings.push(Warning::BalanceDiffers { found: sum, stated });
    } else if proof == BalanceProof::None && !statement.drafts.is_empty() {
        statement.proof = BalanceProof::Proven { steps: 1 };
    }
}

/// The ids that rows repeat tell nothing apart: none is kept then.
pub(crate) fn drop_repeated_ids(statement: &mut StatementDraft) {
    let mut seen = std::collections::HashSet::with_capacity(statement.drafts.len());
    let repeated = statement
        .drafts
        .iter()
        .find(|draft| draft.external_id.as_ref().is_some_and(|id| !seen.insert(id.as_str())));
    let Some((line, id)) = repeated.map(|draft| (draft.line, draft.external_id.clone().unwrap_or_default()))
    else {
        return;
    };
    statement.warnings.push(Warning::RepeatedId { line, id });
    statement.drafts.iter_mut().for_each(|draft| draft.external_id = None);
}

/// The first and last day of `drafts`.
#[cfg(test)]
fn days(drafts: &[Draft]) -> Option<(ledger::Day, ledger::Day)> {
    Some((drafts.first()?.day, drafts.last()?.day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::Day;

    fn entry(line: u32, day: i64, amount: i64, balance: Option<i64>, seconds: Option<u32>) -> Entry {
        let mut draft = Draft::new(line, Day::from_number(day).unwrap(), amount.into(), String::new());
        draft.balance = balance.map(Decimal::from);
        Entry { draft, seconds, account: None }
    }

    #[test]
    fn rows_of_a_day_are_ordered_by_what_leads_to_what() {
        for (name, rows, newest_first, expected) in [
            ("as in the file", &[(1, 5, Some(5), None), (1, 2, Some(7), None)][..], false, &[1, 2][..]),
            ("newest first", &[(2, 2, Some(7), None), (1, 5, Some(5), None)], true, &[2, 1]),
            (
                "a day turned round",
                &[(1, 5, Some(5), None), (2, 3, Some(10), None), (2, 2, Some(7), None)],
                false,
                &[1, 3, 2],
            ),
            (
                "a day shuffled",
                &[
                    (1, 0, Some(5), None),
                    (2, 4, Some(14), None),
                    (2, 2, Some(7), None),
                    (2, 3, Some(10), None),
                ],
                false,
                &[1, 3, 4, 2],
            ),
            (
                "no trail",
                &[(1, 0, Some(5), None), (2, 4, Some(99), None), (2, 2, Some(7), None)],
                false,
                &[1, 2, 3],
            ),
            ("times", &[(1, 1, None, Some(9)), (1, 2, None, Some(3))], false, &[2, 1]),
        ] {
            let entries = (1..).zip(rows).map(|(line, (day, amount, balance, seconds))| {
                entry(line, *day, *amount, *balance, *seconds)
            });
            let drafts = in_order(entries.collect(), newest_first);
            let lines: Vec<u32> = drafts.iter().map(|draft| draft.line).collect();
            assert_eq!(lines, expected, "{name}");
            assert!(days(&drafts).is_some_and(|(first, last)| first <= last), "{name}");
        }
    }
}
