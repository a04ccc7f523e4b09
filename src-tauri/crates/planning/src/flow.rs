//! What a transaction moves between a budget's envelopes and its accounts.

use ledger::AccountId;
use std::cmp::Ordering;

/// What an account is to a budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Its money is the budget's: cash, checking, a wallet.
    Cash,
    /// It pays first and is paid back from the budget's money.
    Card,
    /// Money from it is new, to be assigned.
    Income,
    /// Money that goes to it leaves the budget through the envelope of this name: an expense, or an account that the
    /// budget leaves out.
    Envelope,
    /// What was there before the books began: cash is to be assigned, and a card's debt is owed without being set aside.
    Opening,
    /// Nothing: where two commodities meet.
    Outside,
}

/// One posting as a budget sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    /// Whose posting it is.
    pub account: AccountId,
    /// What that account is to the budget.
    pub place: Place,
    /// Its worth on the day, in smallest units of the budget's commodity; positive is money that goes to the account.
    pub units: i128,
}

/// Money that moved; positive towards the envelope, the card's debt, or the money to be assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// New money, or money given back.
    Income {
        /// The account that it came from.
        from: AccountId,
        /// The card that it came to, where it came to one.
        card: Option<AccountId>,
        /// How much, positive when it came.
        units: i128,
    },
    /// Activity of an envelope.
    Spending {
        /// Which.
        envelope: AccountId,
        /// The card that paid, where one did.
        card: Option<AccountId>,
        /// How much, negative when it was spent.
        units: i128,
    },
    /// Money that went from cash to a card.
    Payment {
        /// Which card.
        card: AccountId,
        /// How much, positive when the card's debt was paid.
        units: i128,
    },
    /// What the budget's cash lost or won where the worths of a transaction's legs on the day do not meet.
    Exchange {
        /// How much, positive when won.
        units: i128,
    },
}

/// What a transaction moves. Nothing for one that does not touch the budget's accounts.
///
/// Money moves between the budget's own accounts first; what is left of them pays, account by account in the order of
/// the legs, what the other legs received, leg by leg. So each unit has one source and one end, and none is rounded.
pub fn flows(legs: &[Leg]) -> Vec<Flow> {
    let own = |leg: &&Leg| matches!(leg.place, Place::Cash | Place::Card);
    if !legs.iter().any(|leg| own(&leg)) {
        return Vec::new();
    }
    let mut flows = Vec::new();
    let mut sources: Vec<Leg> = legs.iter().filter(own).copied().collect();
    let mut ends: Vec<Leg> =
        legs.iter().filter(|leg| !own(leg) && leg.place != Place::Outside).copied().collect();
    meet(&mut sources, |from, to, units| transfer(&mut flows, from, to, units));
    meet(&mut ends, |from, to, units| {
        spend(&mut flows, from, None, -units);
        spend(&mut flows, to, None, units);
    });
    pair(&mut sources, &mut ends, |source, end, units| {
        let card = (source.place == Place::Card).then_some(source.account);
        spend(&mut flows, end, card, units);
    });
    leftover(&mut flows, &sources, &ends);
    flows
}

/// Lets the negative legs pay the positive ones, each in order, as far as the smaller side goes. What remains has one
/// sign.
fn meet(legs: &mut [Leg], mut met: impl FnMut(&Leg, &Leg, i128)) {
    loop {
        let from = legs.iter().position(|leg| leg.units < 0);
        let to = legs.iter().position(|leg| leg.units > 0);
        let (Some(from), Some(to)) = (from, to) else { return };
        let units = legs[to].units.min(-legs[from].units);
        met(&legs[from], &legs[to], units);
        legs[from].units += units;
        legs[to].units -= units;
    }
}

/// Lets legs of one sign pay those of the other, in order; `units` is what the end received.
fn pair(sources: &mut [Leg], ends: &mut [Leg], mut paid: impl FnMut(&Leg, &Leg, i128)) {
    for source in sources {
        for end in &mut *ends {
            let units = match (source.units.cmp(&0), end.units.cmp(&0)) {
                (Ordering::Less, Ordering::Greater) => end.units.min(-source.units),
                (Ordering::Greater, Ordering::Less) => end.units.max(-source.units),
                _ => continue,
            };
            paid(source, end, units);
            source.units += units;
            end.units -= units;
        }
    }
}

fn transfer(flows: &mut Vec<Flow>, from: &Leg, to: &Leg, units: i128) {
    // From card to card the debt changes hands, and so does what is set aside for it.
    if to.place == Place::Card {
        flows.push(Flow::Payment { card: to.account, units });
    }
    if from.place == Place::Card {
        flows.push(Flow::Payment { card: from.account, units: -units });
    }
}

/// `units` is what the end received: spent when positive.
fn spend(flows: &mut Vec<Flow>, end: &Leg, card: Option<AccountId>, units: i128) {
    match end.place {
        Place::Opening if card.is_some() => {}
        Place::Income | Place::Opening => flows.push(Flow::Income { from: end.account, card, units: -units }),
        _ => flows.push(Flow::Spending { envelope: end.account, card, units: -units }),
    }
}

/// Worths on a day need not meet: what is left over on either side was won or lost by exchange.
fn leftover(flows: &mut Vec<Flow>, sources: &[Leg], ends: &[Leg]) {
    let mut won = 0;
    for source in sources.iter().filter(|source| source.units != 0) {
        won += source.units;
        if source.place == Place::Card {
            flows.push(Flow::Payment { card: source.account, units: source.units });
        }
    }
    for end in ends.iter().filter(|end| end.units != 0) {
        spend(flows, end, None, end.units);
        won += end.units;
    }
    if won != 0 {
        flows.push(Flow::Exchange { units: won });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CHECKING: AccountId = AccountId(1);
    const CARD: AccountId = AccountId(2);
    const FOOD: AccountId = AccountId(3);
    const RENT: AccountId = AccountId(4);
    const PAY: AccountId = AccountId(5);
    const OPENING: AccountId = AccountId(6);

    fn place(account: AccountId) -> Place {
        match account {
            CHECKING => Place::Cash,
            CARD => Place::Card,
            PAY => Place::Income,
            OPENING => Place::Opening,
            _ => Place::Envelope,
        }
    }

    fn legs(legs: &[(AccountId, i128)]) -> Vec<Leg> {
        legs.iter()
            .map(|(account, units)| Leg { account: *account, place: place(*account), units: *units })
            .collect()
    }

    fn spending(envelope: AccountId, card: Option<AccountId>, units: i128) -> Flow {
        Flow::Spending { envelope, card, units }
    }

    #[test]
    fn money_has_one_source_and_one_end() {
        let income = |card, units| Flow::Income { from: PAY, card, units };
        let payment = |units| Flow::Payment { card: CARD, units };
        for (what, postings, expected) in [
            ("cash spent", &[(CHECKING, -30), (FOOD, 30)][..], vec![spending(FOOD, None, -30)]),
            ("a card used", &[(CARD, -30), (FOOD, 30)], vec![spending(FOOD, Some(CARD), -30)]),
            ("a refund to the card", &[(CARD, 30), (FOOD, -30)], vec![spending(FOOD, Some(CARD), 30)]),
            ("the card paid", &[(CHECKING, -90), (CARD, 90)], vec![payment(90)]),
            ("cash from the card", &[(CHECKING, 90), (CARD, -90)], vec![payment(-90)]),
            (
                "the card paid, with a fee",
                &[(CHECKING, -95), (CARD, 90), (FOOD, 5)],
                vec![payment(90), spending(FOOD, None, -5)],
            ),
            (
                "paid partly by card",
                &[(CHECKING, -20), (CARD, -30), (FOOD, 25), (RENT, 25)],
                vec![
                    spending(FOOD, None, -20),
                    spending(FOOD, Some(CARD), -5),
                    spending(RENT, Some(CARD), -25),
                ],
            ),
            (
                "wages, less what was kept back",
                &[(CHECKING, 400), (FOOD, 100), (PAY, -500)],
                vec![income(None, 100), spending(FOOD, None, -100), income(None, 400)],
            ),
            ("money back on the card", &[(CARD, 7), (PAY, -7)], vec![income(Some(CARD), 7)]),
            (
                "cash that was there before",
                &[(CHECKING, 50), (OPENING, -50)],
                vec![Flow::Income { from: OPENING, card: None, units: 50 }],
            ),
            ("a debt that was there before", &[(CARD, -50), (OPENING, 50)], vec![]),
            ("nothing of the budget's", &[(FOOD, 10), (PAY, -10)], vec![]),
            (
                "worths that do not meet",
                &[(CHECKING, -100), (FOOD, 98)],
                vec![spending(FOOD, None, -98), Flow::Exchange { units: -2 }],
            ),
        ] {
            assert_eq!(flows(&legs(postings)), expected, "{what}");
        }
    }

    proptest! {
        #[test]
        fn what_cash_won_and_lost_is_told_to_the_last_unit(
            postings in proptest::collection::vec((1_i64..=5, -1_000_i128..1_000), 0..8)
        ) {
            let legs = legs(&postings.iter().map(|(account, units)| (AccountId(*account), *units)).collect::<Vec<_>>());
            let won: i128 = legs.iter().filter(|leg| leg.place == Place::Cash).map(|leg| leg.units).sum();
            let found = flows(&legs);
            let told: i128 = found
                .iter()
                .map(|flow| match flow {
                    Flow::Income { card: None, units, .. } | Flow::Spending { card: None, units, .. } => *units,
                    Flow::Exchange { units } => *units,
                    Flow::Payment { units, .. } => -units,
                    Flow::Income { .. } | Flow::Spending { .. } => 0,
                })
                .sum();
            prop_assert_eq!(told, if found.is_empty() { 0 } else { won });
        }
    }
}
