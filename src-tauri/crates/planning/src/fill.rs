//! Filling envelopes with one action.

use crate::{Need, Reason};
use ledger::AccountId;

/// What filling puts into an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filling {
    /// Which.
    pub envelope: AccountId,
    /// How much; zero where no money was left.
    pub units: i128,
    /// Why its target asks for it.
    pub reason: Reason,
    /// What the target asks for beyond that, for want of money.
    pub short: i128,
}

/// Puts into envelopes, in their order, what their targets ask for beyond what is assigned already, as far as
/// `available` goes.
///
/// `needs` are (envelope, already assigned in the period, its target's need), the most urgent first.
pub fn fill(needs: &[(AccountId, i128, Need)], available: i128) -> Vec<Filling> {
    let mut left = available.max(0);
    needs
        .iter()
        .filter_map(|(envelope, assigned, need)| {
            let wanted = need.units - assigned;
            let units = wanted.min(left);
            left -= units.max(0);
            (wanted > 0).then_some(Filling {
                envelope: *envelope,
                units,
                reason: need.reason,
                short: wanted - units,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_urgent_are_filled_first_and_what_is_short_is_told() {
        let need = |units| Need { units, reason: Reason::EachPeriod };
        let needs = [
            (AccountId(1), 0, need(50)),
            (AccountId(2), 30, need(30)),
            (AccountId(3), 10, need(60)),
            (AccountId(4), 0, need(5)),
        ];
        let filled = |available| {
            let fillings = fill(&needs, available);
            fillings
                .iter()
                .map(|filling| (filling.envelope.0, filling.units, filling.short))
                .collect::<Vec<_>>()
        };
        assert_eq!(filled(200), [(1, 50, 0), (3, 50, 0), (4, 5, 0)]);
        assert_eq!(filled(70), [(1, 50, 0), (3, 20, 30), (4, 0, 5)]);
        assert_eq!(filled(-5), [(1, 0, 50), (3, 0, 50), (4, 0, 5)]);
    }
}
