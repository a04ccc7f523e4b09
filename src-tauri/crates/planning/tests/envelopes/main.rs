//! The rules of envelopes: cases on one page, and the law that no money comes or goes by planning.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

mod law;

use ledger::AccountId;
use planning::{EnvelopeRules, Flow, Leg, PeriodFlows, PeriodPlan, PeriodState, Place, flows, next_period};
use std::collections::BTreeMap;

const PAY: AccountId = AccountId(90);
const BANK: AccountId = AccountId(91);
const WALLET: AccountId = AccountId(92);
const CARDS: [&str; 2] = ["Visa", "Amex"];

/// A budget that a case works on.
#[derive(Default)]
struct Budget {
    names: Vec<String>,
    rules: BTreeMap<AccountId, EnvelopeRules>,
    /// The state before the period.
    before: PeriodState,
    flows: PeriodFlows,
    plan: PeriodPlan,
    /// The cash that exists, counted by itself.
    cash: i128,
    /// The euros in a wallet of the budget, and what one of them is worth.
    euros: i128,
    rate: i128,
}

impl Budget {
    fn id(&mut self, name: &str) -> AccountId {
        if let Some(card) = CARDS.iter().position(|card| *card == name) {
            return AccountId(i64::try_from(card).unwrap() + 1);
        }
        let place = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        AccountId(i64::try_from(place).unwrap() + 100)
    }

    fn state(&self) -> PeriodState {
        next_period(&self.before, &self.flows, &self.plan, |name| {
            self.rules.get(&name).copied().unwrap_or_default()
        })
    }

    fn spend(&mut self, envelope: &str, units: i128, card: Option<&str>) {
        let (envelope, card) = (self.id(envelope), card.map(|card| self.id(card)));
        self.cash += if card.is_none() { units } else { 0 };
        self.flows.add(Flow::Spending { envelope, card, units });
    }

    /// What a transaction of these legs moves, and brings to the cash.
    fn book(&mut self, legs: &[(AccountId, Place, i128)]) {
        let leg = |(account, place, units): &(AccountId, Place, i128)| Leg {
            account: *account,
            place: *place,
            units: *units,
        };
        let legs: Vec<Leg> = legs.iter().map(leg).collect();
        self.cash += legs.iter().filter(|leg| leg.place == Place::Cash).map(|leg| leg.units).sum::<i128>();
        flows(&legs).into_iter().for_each(|flow| self.flows.add(flow));
    }

    /// Euros from the wallet, or by card, to an envelope at the rate of the day; a refund where there are fewer than none.
    fn spend_euros(&mut self, envelope: &str, euros: i128, card: Option<&str>) {
        let (envelope, worth) = (self.id(envelope), euros * self.rate);
        let source = card.map_or((WALLET, Place::Cash), |card| (self.id(card), Place::Card));
        self.euros -= if card.is_none() { euros } else { 0 };
        self.book(&[(source.0, source.1, -worth), (envelope, Place::Envelope, worth)]);
    }

    fn assign(&mut self, envelope: &str, units: i128) {
        let envelope = self.id(envelope);
        *self.plan.assigned.entry(envelope).or_default() += units;
    }

    fn act(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |text: &str| number(line, text);
        match words.as_slice() {
            ["income", units, on @ ..] => {
                let card = card_of(on).map(|card| self.id(card));
                self.cash += if card.is_none() { number(units) } else { 0 };
                self.flows.add(Flow::Income { from: PAY, card, units: number(units) });
            }
            ["rate", rate] => {
                let won = self.euros * (number(rate) - self.rate);
                self.rate = number(rate);
                self.cash += won;
                self.flows.add(Flow::Exchange { units: won });
            }
            ["buy", euros, "euros", "for", units] => {
                let (bank, worth) = ((BANK, Place::Cash, -number(units)), number(euros) * self.rate);
                self.euros += number(euros);
                self.book(&[bank, (WALLET, Place::Cash, worth)]);
            }
            ["spend", envelope, euros, "euros", on @ ..] => {
                self.spend_euros(envelope, number(euros), card_of(on));
            }
            ["refund", envelope, euros, "euros", on @ ..] => {
                self.spend_euros(envelope, -number(euros), card_of(on));
            }
            ["pay", card, euros, "euros", "for", units] => {
                let (card, worth) = (self.id(card), number(euros) * self.rate);
                self.book(&[(BANK, Place::Cash, -number(units)), (card, Place::Card, worth)]);
            }
            ["spend", envelope, units, on @ ..] => self.spend(envelope, -number(units), card_of(on)),
            ["refund", envelope, units, on @ ..] => self.spend(envelope, number(units), card_of(on)),
            ["pay", card, units] => {
                let (card, units) = (self.id(card), number(units));
                self.cash -= units;
                self.flows.add(Flow::Payment { card, units });
            }
            ["exchange", units] => {
                self.cash += number(units);
                self.flows.add(Flow::Exchange { units: number(units) });
            }
            ["assign", envelope, units] => self.assign(envelope, number(units)),
            ["set", "aside", card, units] => {
                let card = self.id(card);
                *self.plan.set_aside.entry(card).or_default() += number(units);
            }
            ["move", units, from, to] => {
                self.assign(from, -number(units));
                self.assign(to, number(units));
            }
            ["hold", units] => self.plan.held += number(units),
            ["rule", envelope, rule] => {
                let envelope = self.id(envelope);
                let rules = self.rules.entry(envelope).or_default();
                match *rule {
                    "keeps-debt" => rules.keeps_debt = true,
                    "returns-surplus" => rules.keeps_surplus = false,
                    _ => panic!("{line}: no such rule"),
                }
            }
            ["next"] => {
                self.before = self.state();
                (self.flows, self.plan) = Default::default();
            }
            ["=", expected @ ..] => self.expect(line, expected),
            _ => panic!("{line}: no such line"),
        }
    }

    /// Compares what a line expects with how the budget stands.
    fn expect(&mut self, line: &str, expected: &[&str]) {
        let (state, number) = (self.state(), |text: &str| number(line, text));
        match expected {
            ["to", "assign", units] => {
                assert_eq!(state.to_assign.available, number(units), "{line}");
            }
            ["exchange", units] => {
                assert_eq!(state.to_assign.exchange, number(units), "{line}");
            }
            [envelope, "on", "cards", units] => {
                let envelope = self.id(envelope);
                assert_eq!(state.envelopes[&envelope].overspent_on_cards(), number(units), "{line}");
            }
            [card, units] => {
                let card = self.id(card);
                assert_eq!(state.cards[&card].available, number(units), "{line}");
            }
            [envelope, assigned, activity, available] => {
                let envelope = self.id(envelope);
                let found = state.envelopes[&envelope].clone();
                let found = (found.assigned, found.activity, found.available);
                assert_eq!(found, (number(assigned), number(activity), number(available)), "{line}");
            }
            _ => panic!("{line}: nothing to expect"),
        }
    }
}

fn number(line: &str, text: &str) -> i128 {
    text.parse().unwrap_or_else(|_| panic!("{line}: {text} is no number"))
}

fn card_of<'a>(on: &[&'a str]) -> Option<&'a str> {
    match on {
        ["on", card] => Some(card),
        [] => None,
        _ => panic!("{on:?}: on which card?"),
    }
}

#[test]
fn envelopes_keep_to_their_rules() {
    let cases: Vec<&str> = include_str!("cases.txt").split("\n# ").skip(1).collect();
    assert!(cases.len() > 30, "only {} cases were read", cases.len());
    for case in cases {
        let (title, lines) = case.split_once('\n').unwrap();
        println!("{title}");
        let mut budget = Budget::default();
        for line in lines.lines().filter(|line| !line.is_empty()) {
            budget.act(line);
            assert_eq!(budget.state().cash(), budget.cash, "{title}: the cash after “{line}”");
        }
    }
}
