//! What is usual for a category, and what is not.

use ledger::AccountId;

/// Between what and what a category's months usually lie, in smallest units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// One month in ten is lower.
    pub low: i128,
    /// Half of the months are lower.
    pub middle: i128,
    /// One month in ten is higher.
    pub high: i128,
}

/// Below this many months nothing is usual.
const LEAST_MONTHS: usize = 4;

impl Usual {
    /// What is usual after these months; `None` after too few.
    pub fn of(months: &[i128]) -> Option<Self> {
        if months.len() < LEAST_MONTHS {
            return None;
        }
        let mut months = months.to_vec();
        months.sort_unstable();
        let last = months.len() - 1;
        Some(Self { low: months[last / 10], middle: months[last / 2], high: months[last - last / 10] })
    }
}

/// A category in a month and in the months before, in smallest units; positive is spent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryMonth {
    /// Which.
    pub category: AccountId,
    /// In the month.
    pub now: i128,
    /// In each of the months before.
    pub before: Vec<i128>,
}

/// A month that is not as usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusual {
    /// The category.
    pub category: AccountId,
    /// What was spent.
    pub now: i128,
    /// What is usual.
    pub usual: Usual,
}

impl Unusual {
    /// How far it is beyond the usual range.
    pub fn beyond(&self) -> i128 {
        self.now - self.usual.high
    }

    /// How far it is from the middle.
    pub fn difference(&self) -> i128 {
        self.now - self.usual.middle
    }
}

/// The categories in which more was spent than in nine of ten months and clearly more than usual, the most first; at most
/// `most`, and only what is at least `least` beyond.
pub fn unusual(categories: &[CategoryMonth], least: i128, most: usize) -> Vec<Unusual> {
    let mut found: Vec<Unusual> = judged(categories)
        // A month that tops the others by a little tops them.
        .filter(|one| one.beyond() >= least.max(1) && one.beyond() * 4 >= one.usual.high)
        .collect();
    found.sort_by_key(|one| (-one.beyond(), one.category));
    found.truncate(most);
    found
}

/// The categories that differ most from their usual month, either way; at most `most`, and only by at least `least`.
pub fn changes(categories: &[CategoryMonth], least: i128, most: usize) -> Vec<Unusual> {
    let mut found: Vec<Unusual> =
        judged(categories).filter(|one| one.difference().abs() >= least.max(1)).collect();
    found.sort_by_key(|one| (-one.difference().abs(), one.category));
    found.truncate(most);
    found
}

fn judged(categories: &[CategoryMonth]) -> impl Iterator<Item = Unusual> + '_ {
    categories.iter().filter_map(|one| {
        let usual = Usual::of(&one.before)?;
        Some(Unusual { category: one.category, now: one.now, usual })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(category: i64, now: i128, before: &[i128]) -> CategoryMonth {
        CategoryMonth { category: AccountId(category), now, before: before.to_vec() }
    }

    #[test]
    fn what_is_usual_leaves_the_rare_month_out() {
        let months = [100, 120, 90, 110, 105, 95, 900, 100, 115, 0, 108, 102];
        assert_eq!(Usual::of(&months), Some(Usual { low: 90, middle: 102, high: 120 }));
        assert_eq!(Usual::of(&[1, 2, 3]), None);
    }

    #[test]
    fn only_what_is_far_beyond_the_usual_is_told() {
        let categories = [
            month(1, 400, &[100, 120, 90, 110]),
            month(2, 130, &[100, 120, 90, 110]),
            month(3, 900, &[0, 0, 0, 0]),
            month(4, 5000, &[100]),
            month(5, 10, &[100, 120, 90, 110]),
        ];
        let names = |found: Vec<Unusual>| found.iter().map(|one| one.category.0).collect::<Vec<_>>();
        assert_eq!(names(unusual(&categories, 50, 5)), [3, 1]);
        assert_eq!(names(unusual(&categories, 50, 1)), [3]);
        assert_eq!(names(changes(&categories, 50, 5)), [3, 1, 5]);
    }
}
