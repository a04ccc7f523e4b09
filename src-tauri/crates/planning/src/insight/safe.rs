//! What may be spent today.

use ledger::Day;
use serde::Serialize;

/// How money stands between today and the next income, in smallest units of one commodity; every figure is zero or more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Means {
    /// What everyday accounts hold.
    pub held: i128,
    /// What they should hold at least.
    pub floors: i128,
    /// What is owed on cards.
    pub cards: i128,
    /// What is known to leave before the next income.
    pub bills: i128,
    /// What usually leaves besides.
    pub usual: i128,
    /// What goals need this month.
    pub goals: i128,
    /// What the budget still has for everyday spending, where there is one.
    pub budget: Option<i128>,
}

/// Why not all that is held may be spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SafeReason {
    /// What there is.
    Held,
    /// What should stay.
    Floors,
    /// What is owed on cards.
    Cards,
    /// Bills before the next income.
    Bills,
    /// What usually leaves.
    Usual,
    /// Goals.
    Goals,
    /// The budget has less.
    Budget,
}

/// What may be spent today without falling short before the next income.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeToSpend {
    /// How much, never below zero.
    pub units: i128,
    /// What is missing where nothing may be spent.
    pub missing: i128,
    /// The same for each day up to the next income.
    pub daily: i128,
    /// How that comes about: parts that add up to `units` less `missing`, those of nothing left out.
    pub reasons: Vec<(SafeReason, i128)>,
}

impl Means {
    /// What may be spent today; `until` is the last day before the next income.
    pub fn safe(&self, today: Day, until: Day) -> SafeToSpend {
        let mut reasons = vec![
            (SafeReason::Held, self.held),
            (SafeReason::Floors, -self.floors),
            (SafeReason::Cards, -self.cards),
            (SafeReason::Bills, -self.bills),
            (SafeReason::Usual, -self.usual),
            (SafeReason::Goals, -self.goals),
        ];
        let mut left: i128 = reasons.iter().map(|(_, units)| units).sum();
        if let Some(budget) = self.budget.filter(|budget| *budget < left) {
            reasons.push((SafeReason::Budget, budget - left));
            left = budget;
        }
        reasons.retain(|(_, units)| *units != 0);
        let days = i128::from(until.number() - today.number() + 1).max(1);
        SafeToSpend { units: left.max(0), missing: (-left).max(0), daily: left.max(0) / days, reasons }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_spoken_for_is_taken_off_and_a_budget_is_a_ceiling() {
        let means = Means {
            held: 10_000,
            floors: 1000,
            cards: 2000,
            bills: 3000,
            usual: 1500,
            goals: 500,
            budget: None,
        };
        let (today, until) = ("2026-11-22".parse().unwrap(), "2026-11-25".parse().unwrap());
        let safe = means.safe(today, until);
        assert_eq!((safe.units, safe.daily, safe.reasons.len()), (2000, 500, 6));
        let safe = Means { budget: Some(800), ..means }.safe(today, until);
        assert_eq!((safe.units, safe.reasons.last()), (800, Some(&(SafeReason::Budget, -1200))));
        let safe = Means { held: 7000, ..means }.safe(today, until);
        assert_eq!((safe.units, safe.missing), (0, 1000));
    }

    proptest! {
        #[test]
        fn reasons_add_up(parts in proptest::array::uniform6(0_i128..1_000_000), budget in proptest::option::of(0_i128..1_000_000)) {
            let [held, floors, cards, bills, usual, goals] = parts;
            let means = Means { held, floors, cards, bills, usual, goals, budget };
            let safe = means.safe(Day::MIN, Day::MIN);
            let sum: i128 = safe.reasons.iter().map(|(_, units)| units).sum();
            prop_assert_eq!(sum, safe.units - safe.missing);
        }
    }
}
