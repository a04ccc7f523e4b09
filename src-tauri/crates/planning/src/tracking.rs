//! The arithmetic of a tracking budget: what was planned beside what was.

use crate::{EnvelopeRules, EnvelopeState, PeriodFlows, PeriodPlan, PeriodState, ToAssign};
use ledger::AccountId;
use std::collections::BTreeSet;

/// Where a tracking budget stands after a period that follows `before`.
///
/// A category has what is left of its plan; income has what came beyond its plan. What is to be assigned is the income that
/// was planned, less the spending that was. Only what rules keep is carried along, and cards are accounts as all others.
pub fn next_tracking(
    before: &PeriodState,
    flows: &PeriodFlows,
    plan: &PeriodPlan,
    rules: impl Fn(AccountId) -> EnvelopeRules,
    is_income: impl Fn(AccountId) -> bool,
) -> PeriodState {
    let known = before.envelopes.keys().chain(flows.spending.keys()).chain(flows.income_from.keys());
    let names: BTreeSet<AccountId> = known.chain(plan.assigned.keys()).copied().collect();
    let mut to_assign = ToAssign { income: flows.income, exchange: flows.exchange, ..ToAssign::default() };
    let mut state = PeriodState::default();
    for name in names {
        let assigned = plan.assigned.get(&name).copied().unwrap_or_default();
        let envelope = if is_income(name) {
            to_assign.available += assigned;
            let activity = flows.income_from.get(&name).copied().unwrap_or_default();
            EnvelopeState { assigned, activity, available: activity - assigned, ..EnvelopeState::default() }
        } else {
            to_assign.available -= assigned;
            to_assign.assigned -= assigned;
            let left = before.envelopes.get(&name).map_or(0, |earlier| earlier.available);
            let rules = rules(name);
            let keeps = left > 0 && rules.keeps_surplus || left < 0 && rules.keeps_debt;
            let carried = if keeps { left } else { 0 };
            let activity = flows.spending.get(&name).map_or(0, crate::Spending::total);
            let available = carried + assigned + activity;
            EnvelopeState { carried, assigned, activity, available, ..EnvelopeState::default() }
        };
        state.envelopes.insert(name, envelope);
    }
    state.to_assign = to_assign;
    state
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Flow;

    const FOOD: AccountId = AccountId(1);
    const FUN: AccountId = AccountId(2);
    const PAY: AccountId = AccountId(3);
    const CARD: AccountId = AccountId(4);

    #[test]
    fn what_was_planned_stands_beside_what_was() {
        let mut flows = PeriodFlows::default();
        flows.add(Flow::Income { from: PAY, card: None, units: 900 });
        flows.add(Flow::Spending { envelope: FOOD, card: Some(CARD), units: -250 });
        flows.add(Flow::Spending { envelope: FUN, card: None, units: -30 });
        let assigned = [(FOOD, 200), (FUN, 100), (PAY, 1000)].into();
        let plan = PeriodPlan { assigned, ..PeriodPlan::default() };
        let rules = |name| EnvelopeRules { keeps_surplus: name == FUN, keeps_debt: false };
        let first = next_tracking(&PeriodState::default(), &flows, &plan, rules, |name| name == PAY);
        let of = |state: &PeriodState, name: AccountId| {
            let envelope = &state.envelopes[&name];
            (envelope.carried, envelope.assigned, envelope.activity, envelope.available)
        };
        assert_eq!(of(&first, FOOD), (0, 200, -250, -50));
        assert_eq!(of(&first, FUN), (0, 100, -30, 70));
        assert_eq!(of(&first, PAY), (0, 1000, 900, -100));
        assert_eq!((first.to_assign.available, first.cards.len()), (700, 0));
        let second =
            next_tracking(&first, &PeriodFlows::default(), &PeriodPlan::default(), rules, |name| name == PAY);
        assert_eq!(of(&second, FOOD), (0, 0, 0, 0));
        assert_eq!(of(&second, FUN), (70, 0, 0, 70));
    }
}
