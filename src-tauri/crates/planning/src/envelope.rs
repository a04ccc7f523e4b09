//! The arithmetic of envelopes: what each may still spend, what cards need, and what is left to assign.
//!
//! One law holds in every period: the cash that exists is what is still to be assigned, what is held for the next
//! period, what envelopes hold (spending by card that no money covers not counted), and what is set aside for cards.

use crate::Flow;
use ledger::AccountId;
use std::collections::{BTreeMap, BTreeSet};

/// What happens to an envelope at the end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnvelopeRules {
    /// What was not spent stays in it; otherwise it is to be assigned again.
    pub keeps_surplus: bool,
    /// What was spent too much stays in it as less than nothing; otherwise the envelope starts anew, cash that was
    /// overspent is missing from what is to be assigned, and card spending that no money covered is debt.
    pub keeps_debt: bool,
}

impl Default for EnvelopeRules {
    fn default() -> Self {
        Self { keeps_surplus: true, keeps_debt: false }
    }
}

/// The activity of one envelope in a period; negative is spent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spending {
    /// Paid from cash.
    pub cash: i128,
    /// Paid by each card.
    pub cards: BTreeMap<AccountId, i128>,
}

impl Spending {
    /// All of it.
    pub fn total(&self) -> i128 {
        self.cash + self.cards.values().sum::<i128>()
    }
}

/// What the ledger says of one period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeriodFlows {
    /// New money.
    pub income: i128,
    /// Where it came from.
    pub income_from: BTreeMap<AccountId, i128>,
    /// The part of it that came to cards.
    pub income_on_cards: BTreeMap<AccountId, i128>,
    /// The activity of each envelope.
    pub spending: BTreeMap<AccountId, Spending>,
    /// What was paid to each card from cash.
    pub payments: BTreeMap<AccountId, i128>,
    /// What the budget's cash won by exchange, negative when lost.
    pub exchange: i128,
}

impl PeriodFlows {
    /// Adds what a transaction moved.
    pub fn add(&mut self, flow: Flow) {
        match flow {
            Flow::Income { from, card, units } => {
                self.income += units;
                *self.income_from.entry(from).or_default() += units;
                if let Some(card) = card {
                    *self.income_on_cards.entry(card).or_default() += units;
                }
            }
            Flow::Spending { envelope, card, units } => {
                let spending = self.spending.entry(envelope).or_default();
                match card {
                    Some(card) => *spending.cards.entry(card).or_default() += units,
                    None => spending.cash += units,
                }
            }
            Flow::Payment { card, units } => *self.payments.entry(card).or_default() += units,
            Flow::Exchange { units } => self.exchange += units,
        }
    }
}

/// What a person decided for one period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeriodPlan {
    /// What was assigned to each envelope; negative when taken out.
    pub assigned: BTreeMap<AccountId, i128>,
    /// What was set aside by hand for each card; negative when taken out.
    pub set_aside: BTreeMap<AccountId, i128>,
    /// What is kept back for the next period.
    pub held: i128,
}

/// Where money stands at the end of a period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeriodState {
    /// The money that has no purpose yet.
    pub to_assign: ToAssign,
    /// The envelopes that ever had one.
    pub envelopes: BTreeMap<AccountId, EnvelopeState>,
    /// What is set aside for each card.
    pub cards: BTreeMap<AccountId, CardState>,
}

/// How the money to be assigned came about; the parts add up to `available`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ToAssign {
    /// Left from the period before.
    pub carried: i128,
    /// Held back in the period before.
    pub released: i128,
    /// New money.
    pub income: i128,
    /// Won by exchange, negative when lost.
    pub exchange: i128,
    /// Given back by envelopes that keep no surplus.
    pub returned: i128,
    /// Overspent in cash in the period before: zero or less.
    pub overspent: i128,
    /// Assigned in this period: the negative of what envelopes and cards got.
    pub assigned: i128,
    /// Held back for the next period: zero or less.
    pub held: i128,
    /// What is left.
    pub available: i128,
}

/// Where one envelope stands at the end of a period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnvelopeState {
    /// From the period before.
    pub carried: i128,
    /// Put in.
    pub assigned: i128,
    /// Spent, negative, and given back.
    pub activity: i128,
    /// What may still be spent; negative when overspent.
    pub available: i128,
    /// Spending by card, of this and of carried periods, that no money covers; part of a negative `available`.
    pub uncovered: BTreeMap<AccountId, i128>,
}

impl EnvelopeState {
    /// How much of the overspending is on cards.
    pub fn overspent_on_cards(&self) -> i128 {
        self.uncovered.values().sum()
    }

    /// How much of the overspending is missing in cash.
    pub fn overspent_in_cash(&self) -> i128 {
        (-self.available).max(0) - self.overspent_on_cards()
    }
}

/// What is set aside for a card at the end of a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CardState {
    /// From the period before.
    pub carried: i128,
    /// Put in by hand, for a debt from before.
    pub assigned: i128,
    /// Moved here by envelopes whose money covered spending by this card.
    pub funded: i128,
    /// Paid to the card: zero or less.
    pub paid: i128,
    /// What may be paid to the card.
    pub available: i128,
}

impl PeriodState {
    /// The cash that exists, as the budget accounts for it.
    pub fn cash(&self) -> i128 {
        let envelopes = self.envelopes.values();
        let envelopes: i128 = envelopes.map(|state| state.available + state.overspent_on_cards()).sum();
        let cards: i128 = self.cards.values().map(|card| card.available).sum();
        self.to_assign.available - self.to_assign.held + envelopes + cards
    }
}

/// Where money stands after a period that follows `before`, the state of the one just before it.
pub fn next_period(
    before: &PeriodState,
    flows: &PeriodFlows,
    plan: &PeriodPlan,
    rules: impl Fn(AccountId) -> EnvelopeRules,
) -> PeriodState {
    let mut to_assign = ToAssign {
        carried: before.to_assign.available,
        released: -before.to_assign.held,
        income: flows.income,
        exchange: flows.exchange,
        assigned: -plan.assigned.values().chain(plan.set_aside.values()).sum::<i128>(),
        held: -plan.held,
        ..ToAssign::default()
    };
    let mut funded: BTreeMap<AccountId, i128> =
        flows.income_on_cards.iter().map(|(card, units)| (*card, -units)).collect();
    let names: BTreeSet<AccountId> =
        before.envelopes.keys().chain(flows.spending.keys()).chain(plan.assigned.keys()).copied().collect();
    let envelopes = names.into_iter().map(|name| {
        let mut state = match before.envelopes.get(&name) {
            Some(earlier) => earlier.carry(rules(name), &mut to_assign),
            None => EnvelopeState::default(),
        };
        state.assigned = plan.assigned.get(&name).copied().unwrap_or_default();
        let nothing = Spending::default();
        state.spend(flows.spending.get(&name).unwrap_or(&nothing), &mut funded);
        (name, state)
    });
    let envelopes = envelopes.collect();
    let names: BTreeSet<AccountId> = before
        .cards
        .keys()
        .chain(funded.keys())
        .chain(flows.payments.keys())
        .chain(plan.set_aside.keys())
        .copied()
        .collect();
    let cards = names.into_iter().map(|name| {
        let earlier = before.cards.get(&name).copied().unwrap_or_default();
        // What was paid without being set aside is missing as if overspent.
        to_assign.overspent += earlier.available.min(0);
        let of = |units: &BTreeMap<AccountId, i128>| units.get(&name).copied().unwrap_or_default();
        let (carried, assigned) = (earlier.available.max(0), of(&plan.set_aside));
        let (funded, paid) = (of(&funded), -of(&flows.payments));
        (name, CardState { carried, assigned, funded, paid, available: carried + assigned + funded + paid })
    });
    let cards = cards.collect();
    to_assign.sum_up();
    PeriodState { to_assign, envelopes, cards }
}

impl ToAssign {
    fn sum_up(&mut self) {
        self.available = self.carried
            + self.released
            + self.income
            + self.exchange
            + self.returned
            + self.overspent
            + self.assigned
            + self.held;
    }
}

impl EnvelopeState {
    /// The envelope at the start of the period after this one; what does not stay in it goes to the money to be assigned.
    fn carry(&self, rules: EnvelopeRules, to_assign: &mut ToAssign) -> Self {
        let mut next = Self::default();
        if self.available > 0 && rules.keeps_surplus || self.available < 0 && rules.keeps_debt {
            next.carried = self.available;
            next.uncovered = self.uncovered.clone();
        } else {
            to_assign.returned += self.available.max(0);
            to_assign.overspent -= self.overspent_in_cash();
        }
        next.available = next.carried;
        next
    }

    /// Takes in what was assigned and spent. Spending by card moves the money that covers it to `funded`; what no money
    /// covers is on the cards, in their order.
    fn spend(&mut self, spending: &Spending, funded: &mut BTreeMap<AccountId, i128>) {
        self.activity = spending.total();
        self.available = self.carried + self.assigned + self.activity;
        let mut missing = (-self.available).max(0);
        let carried = std::mem::take(&mut self.uncovered);
        let cards: BTreeSet<AccountId> = carried.keys().chain(spending.cards.keys()).copied().collect();
        for card in cards {
            let spent = spending.cards.get(&card).copied().unwrap_or_default();
            let owed = carried.get(&card).copied().unwrap_or_default() - spent;
            let uncovered = missing.min(owed.max(0));
            missing -= uncovered;
            if uncovered > 0 {
                self.uncovered.insert(card, uncovered);
            }
            *funded.entry(card).or_default() += owed - uncovered;
        }
    }
}
