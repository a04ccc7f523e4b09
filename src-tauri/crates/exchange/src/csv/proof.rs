//! Balances as witness: whether amounts lead from one balance to the next.

use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

/// A row as the balances see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub amount: Decimal,
    pub balance: Option<Decimal>,
    /// Rows of one account and currency have the same.
    pub group: usize,
}

/// How many steps from balance to balance hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Proof {
    pub held: usize,
    pub checked: usize,
    /// The order of rows in which they hold.
    pub way: Way,
}

/// The order of rows in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Way {
    #[default]
    OldestFirst,
    NewestFirst,
    /// The rows lead from balance to balance, but not in the order of the file.
    Scattered,
}

impl Proof {
    /// `true` where the balances leave hardly a doubt.
    pub fn is_strong(&self) -> bool {
        self.checked > 0
            && (self.held == self.checked || (self.checked >= 4 && self.held * 10 >= self.checked * 7))
    }

    /// How good a witness this is, up to 260.
    pub fn weight(&self) -> i32 {
        if self.checked == 0 {
            return 0;
        }
        let share = i32::try_from(self.held * 60 / self.checked).unwrap_or(0);
        let many = i32::try_from(self.held.min(20)).unwrap_or(20);
        let scattered = if self.way == Way::Scattered { 40 } else { 0 };
        if self.is_strong() { 180 + share + many - scattered } else { share / 2 }
    }
}

/// Checks `steps`, which are in the order of the file, in the order in which most hold.
pub(crate) fn prove(steps: &[Step]) -> Proof {
    let (mut rising, mut falling) = (Proof::default(), Proof { way: Way::NewestFirst, ..Proof::default() });
    // Of each group: its last balance, the amount of that row, and what was moved since by rows without a balance.
    let mut last: HashMap<usize, (Decimal, Decimal, Decimal)> = HashMap::new();
    for step in steps {
        let Some(balance) = step.balance else {
            last.entry(step.group).and_modify(|(.., since)| *since = since.saturating_add(step.amount));
            continue;
        };
        if let Some((before, amount, since)) = last.get(&step.group) {
            check(&mut rising, step.amount.saturating_add(*since), balance.checked_sub(*before));
            check(&mut falling, amount.saturating_add(*since), before.checked_sub(balance));
        }
        last.insert(step.group, (balance, step.amount, Decimal::ZERO));
    }
    let best = if falling.weight() > rising.weight() { falling } else { rising };
    if best.is_strong() {
        return best;
    }
    let loose = scattered(steps);
    if loose.is_strong() && loose.checked >= 3 { loose } else { best }
}

fn check(proof: &mut Proof, amount: Decimal, moved: Option<Decimal>) {
    // A row that moves nothing proves nothing.
    if amount.is_zero() && moved.is_some_and(|moved| moved.is_zero()) {
        return;
    }
    proof.checked += 1;
    proof.held += usize::from(moved == Some(amount));
}

/// Each row but one starts from a balance that another row leads to.
fn scattered(steps: &[Step]) -> Proof {
    let ends: HashSet<(usize, Decimal)> = steps
        .iter()
        .filter_map(|step| step.balance.map(|balance| (step.group, balance.normalize())))
        .collect();
    let mut proof = Proof { way: Way::Scattered, ..Proof::default() };
    for step in steps.iter().filter(|step| !step.amount.is_zero()) {
        let Some(start) = step.balance.and_then(|balance| balance.checked_sub(step.amount)) else { continue };
        proof.checked += 1;
        proof.held += usize::from(ends.contains(&(step.group, start.normalize())));
    }
    // The first row of all starts from a balance that no row leads to.
    proof.checked = proof.checked.saturating_sub(1).max(proof.held);
    proof
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(rows: &[(i64, i64)]) -> Vec<Step> {
        rows.iter()
            .map(|(amount, balance)| Step {
                amount: (*amount).into(),
                balance: Some((*balance).into()),
                group: 0,
            })
            .collect()
    }

    #[test]
    fn balances_prove_amounts_in_either_order_of_rows() {
        for (rows, held, checked, way) in [
            (&[(5, 5), (-2, 3), (10, 13)][..], 2, 2, Way::OldestFirst),
            (&[(10, 13), (-2, 3), (5, 5)], 2, 2, Way::NewestFirst),
            (&[(-2, 3), (10, 13), (7, 20), (5, 5)], 3, 3, Way::Scattered),
            (&[(5, 5), (2, 3), (10, 13)], 1, 2, Way::OldestFirst),
            (&[(5, 5)], 0, 0, Way::OldestFirst),
        ] {
            assert_eq!(prove(&steps(rows)), Proof { held, checked, way }, "{rows:?}");
        }
    }
}
