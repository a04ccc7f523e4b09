//! With whom something comes again.

use crate::{Movement, Paid, Payment, Side, find_bills};
use ledger::{AccountId, CommodityId, Day, PayeeId, TransactionId};
use std::collections::BTreeMap;

/// A transaction with a payee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dealing {
    /// Which, and so when.
    pub id: TransactionId,
    /// With whom.
    pub payee: PayeeId,
    /// Its postings.
    pub sides: Vec<Side>,
}

/// `true` where anything comes again and again, whether it has stopped since or not: a bill, or money that moves an everyday
/// account. `dealings` are with one payee and in order of day.
pub fn comes_again(dealings: &[Dealing]) -> bool {
    let mut groups: BTreeMap<(bool, AccountId, CommodityId, bool), Vec<Paid>> = BTreeMap::new();
    for Dealing { id, payee, sides } in dealings {
        let day = id.day();
        if let Some(one) = Payment::of(sides) {
            let group = (true, one.purpose, one.commodity, true);
            groups.entry(group).or_default().push(Paid { day, units: one.units });
        }
        if let Some(one) = Movement::of(day, *payee, sides).filter(|one| one.units != 0) {
            let group = (false, one.purpose, one.commodity, one.units < 0);
            groups.entry(group).or_default().push(Paid { day, units: one.units.abs() });
        }
    }
    let today = dealings.last().map_or(Day::MIN, |last| last.id.day());
    groups.values().any(|paid| !find_bills(paid, today).is_empty())
}
