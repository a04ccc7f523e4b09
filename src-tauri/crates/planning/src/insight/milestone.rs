//! What net worth has passed.

use ledger::Day;
use serde::Serialize;

/// What was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// More is owned than owed.
    Positive,
    /// A round amount: one, two or five with noughts.
    Round,
}

/// A milestone of net worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milestone {
    /// The day at whose end it was first told.
    pub day: Day,
    /// What it is.
    pub mark: Mark,
    /// The amount passed, in smallest units.
    pub units: i128,
}

/// The milestones that net worth passed for the first time, oldest first. `worths` are at the ends of days, in order; `unit`
/// is one whole unit of the commodity in smallest units, and round amounts are told from a thousand of it on.
pub fn milestones(worths: &[(Day, i128)], unit: i128) -> Vec<Milestone> {
    let Some((_, first)) = worths.first() else { return Vec::new() };
    let mut highest = *first;
    let mut found = Vec::new();
    for (day, worth) in &worths[1..] {
        if *worth <= highest {
            continue;
        }
        if highest <= 0 && *worth > 0 {
            found.push(Milestone { day: *day, mark: Mark::Positive, units: 0 });
        }
        // Of several passed at once the highest is told.
        let passed = rounds(unit).take_while(|round| round <= worth).last();
        if let Some(units) = passed.filter(|round| *round > highest) {
            found.push(Milestone { day: *day, mark: Mark::Round, units });
        }
        highest = *worth;
    }
    found
}

/// 1,000, 2,000, 5,000, 10,000 and so on.
fn rounds(unit: i128) -> impl Iterator<Item = i128> {
    let tens = std::iter::successors(unit.max(1).checked_mul(1000), |ten| ten.checked_mul(10));
    tens.flat_map(|ten| [Some(ten), ten.checked_mul(2), ten.checked_mul(5)]).map_while(|round| round)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_milestone_is_passed_once() {
        let worths = [-500, 400, 1200, 900, 1900, 5600, 4000, 6000, 21_000];
        let day = |place: usize| Day::from_number(i64::try_from(place).unwrap()).unwrap();
        let worths: Vec<(Day, i128)> =
            worths.iter().enumerate().map(|(place, worth)| (day(place), worth * 100)).collect();
        let found: Vec<(i32, i128)> =
            milestones(&worths, 100).iter().map(|one| (one.day.number(), one.units / 100)).collect();
        assert_eq!(found, [(1, 0), (2, 1000), (5, 5000), (8, 20_000)]);
        assert_eq!(milestones(&[], 100), []);
    }
}
