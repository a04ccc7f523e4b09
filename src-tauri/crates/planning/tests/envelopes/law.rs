//! Money assigned and available never differs from money that exists.

use ledger::AccountId;
use planning::{EnvelopeRules, Flow, PeriodFlows, PeriodPlan, PeriodState, next_period};
use proptest::prelude::*;

/// Something that a person does or that happens, in one of the periods.
#[derive(Debug, Clone)]
enum Deed {
    Happens(Flow),
    Assign(AccountId, i128),
    SetAside(AccountId, i128),
    Move(AccountId, AccountId, i128),
    Hold(i128),
}

const PERIODS: usize = 12;
const PAY: AccountId = AccountId(90);

/// The books and the plan of a year, and what can be undone.
#[derive(Default, Clone)]
struct Year {
    flows: [PeriodFlows; PERIODS],
    plans: [PeriodPlan; PERIODS],
    cash: [i128; PERIODS],
}

impl Year {
    fn make(&mut self, period: usize, deed: &Deed) {
        let plan = &mut self.plans[period];
        match deed {
            Deed::Happens(flow) => {
                self.cash[period] += match *flow {
                    Flow::Income { card: None, units, .. }
                    | Flow::Spending { card: None, units, .. }
                    | Flow::Exchange { units } => units,
                    Flow::Payment { units, .. } => -units,
                    Flow::Income { .. } | Flow::Spending { .. } => 0,
                };
                self.flows[period].add(*flow);
            }
            Deed::Assign(envelope, units) => *plan.assigned.entry(*envelope).or_default() += units,
            Deed::SetAside(card, units) => *plan.set_aside.entry(*card).or_default() += units,
            Deed::Move(from, to, units) => {
                *plan.assigned.entry(*from).or_default() -= units;
                *plan.assigned.entry(*to).or_default() += units;
            }
            Deed::Hold(units) => plan.held += units,
        }
    }

    /// Fails unless every period accounts for the cash that exists at its end.
    fn balance(&self, rules: impl Fn(AccountId) -> EnvelopeRules + Copy) -> Result<(), TestCaseError> {
        let (mut state, mut cash) = (PeriodState::default(), 0);
        for period in 0..PERIODS {
            state = next_period(&state, &self.flows[period], &self.plans[period], rules);
            cash += self.cash[period];
            prop_assert_eq!(state.cash(), cash, "period {}", period);
            for (name, envelope) in &state.envelopes {
                let on_cards = envelope.overspent_on_cards();
                prop_assert!(on_cards >= 0 && on_cards <= (-envelope.available).max(0), "{:?}", name);
            }
        }
        Ok(())
    }
}

fn envelope() -> impl Strategy<Value = AccountId> {
    (100_i64..106).prop_map(AccountId)
}

fn card() -> impl Strategy<Value = AccountId> {
    (1_i64..3).prop_map(AccountId)
}

fn deed() -> impl Strategy<Value = Deed> {
    let units = || -1_000_i128..1_000;
    let maybe_card = || proptest::option::of(card());
    prop_oneof![
        (maybe_card(), units()).prop_map(|(card, units)| Deed::Happens(Flow::Income {
            from: PAY,
            card,
            units
        })),
        (envelope(), maybe_card(), units())
            .prop_map(|(envelope, card, units)| Deed::Happens(Flow::Spending { envelope, card, units })),
        (card(), units()).prop_map(|(card, units)| Deed::Happens(Flow::Payment { card, units })),
        units().prop_map(|units| Deed::Happens(Flow::Exchange { units })),
        (envelope(), units()).prop_map(|(envelope, units)| Deed::Assign(envelope, units)),
        (card(), units()).prop_map(|(card, units)| Deed::SetAside(card, units)),
        (envelope(), envelope(), units()).prop_map(|(from, to, units)| Deed::Move(from, to, units)),
        (0_i128..500).prop_map(Deed::Hold),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn in_a_thousand_actions_no_money_comes_or_goes_by_planning(
        deeds in proptest::collection::vec((0..PERIODS, deed(), any::<u8>()), 1_000),
        keeps in proptest::collection::vec(any::<(bool, bool)>(), 6),
    ) {
        let rules = |name: AccountId| {
            let place = usize::try_from(name.0 - 100).unwrap();
            EnvelopeRules { keeps_surplus: keeps[place].0, keeps_debt: keeps[place].1 }
        };
        let mut year = Year::default();
        for (place, (period, deed, draw)) in deeds.iter().enumerate() {
            year.make(*period, deed);
            // Now and then, so that a thousand actions stay a matter of moments.
            if draw % 16 == 0 || place + 1 == deeds.len() {
                year.balance(rules)?;
            }
        }
    }
}
