//! When an account would fall below what it should hold at least, and what to move.

use super::{Line, Point};
use ledger::Day;

/// A time in which an account holds less than it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// The place of its line.
    pub line: usize,
    /// The first day on which it is likely to hold too little; `None` where it only may.
    pub day: Option<Day>,
    /// The first day on which it may: one time in ten or more.
    pub possible: Day,
    /// How much is missing at the worst of the month from then on, in smallest units; what may be missing where `day` is `None`.
    pub missing: i128,
    /// What to move; less than `missing` in all where others cannot spare more. Nothing is moved for what only may happen.
    pub moves: Vec<Cover>,
}

/// Money that another account of the same commodity can spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// The place of the line that gives.
    pub from: usize,
    /// The last day on which to move it.
    pub day: Day,
    /// How much, in smallest units.
    pub units: i128,
}

/// Days that a shortfall is looked at, and for which an account that gives must keep its own floor.
const LOOK: usize = 31;

/// The first shortfall of each line that has a floor, the earliest first. `lines`, `points` and `floors` are in one order.
pub fn shortfalls(
    lines: &[Line],
    points: &[Vec<Point>],
    floors: &[Option<i128>],
    today: Day,
) -> Vec<Shortfall> {
    let mut found: Vec<Shortfall> = (0..lines.len())
        .filter_map(|line| {
            let floor = (*floors.get(line)?)?;
            first(line, points.get(line)?, floor, today)
        })
        .collect();
    // What one account gives to another, it cannot give again.
    let mut given = vec![0; lines.len()];
    found.sort_by_key(|one| (one.day.is_none(), one.day.unwrap_or(one.possible)));
    for shortfall in found.iter_mut().filter(|one| one.day.is_some()) {
        shortfall.cover(lines, points, floors, today, &mut given);
    }
    found
}

fn first(line: usize, points: &[Point], floor: i128, today: Day) -> Option<Shortfall> {
    let on = |place: usize| today.offset(i32::try_from(place + 1).unwrap_or(i32::MAX));
    let possible = points.iter().position(|point| point.low < floor)?;
    let likely = points.iter().position(|point| point.expected < floor);
    let from = likely.unwrap_or(possible);
    let held = |point: &Point| if likely.is_some() { point.expected } else { point.low };
    let worst = points.iter().skip(from).take(LOOK).map(held).min()?;
    Some(Shortfall {
        line,
        day: likely.map(on),
        possible: on(possible),
        missing: floor - worst,
        moves: Vec::new(),
    })
}

impl Shortfall {
    fn cover(
        &mut self,
        lines: &[Line],
        points: &[Vec<Point>],
        floors: &[Option<i128>],
        today: Day,
        given: &mut [i128],
    ) {
        let Some(day) = self.day else { return };
        let place = usize::try_from(day.number() - today.number() - 1).unwrap_or_default();
        let commodity = lines[self.line].commodity;
        let spare = |from: usize| -> i128 {
            // Money that is moved is missing from then on.
            let from_here = points[from].iter().skip(place.saturating_sub(1)).take(LOOK);
            let least = from_here.map(|point| point.low).min().unwrap_or_default();
            least - floors[from].unwrap_or_default() - given[from]
        };
        let others = (0..lines.len()).filter(|from| *from != self.line);
        // A card lends; it has nothing to give.
        let others = others.filter(|from| lines[*from].commodity == commodity && floors[*from].is_some());
        let mut others: Vec<(i128, usize)> = others.map(|from| (spare(from), from)).collect();
        others.sort_by_key(|(spare, from)| (-spare, *from));
        let mut left = self.missing;
        for (spare, from) in others.into_iter().take_while(|(spare, _)| *spare > 0) {
            let units = spare.min(left);
            if units <= 0 {
                break;
            }
            left -= units;
            given[from] += units;
            self.moves.push(Cover { from, day: day.offset(-1).max(today), units });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{AccountId, CommodityId};

    fn line(account: i64, commodity: i64) -> Line {
        Line {
            account: AccountId(account),
            commodity: CommodityId(commodity),
            balance: 0,
            past: Vec::new(),
            spent: 0,
            known: Vec::new(),
            spread: Vec::new(),
        }
    }

    fn points(held: &[i128], half: i128) -> Vec<Point> {
        held.iter().map(|held| Point { expected: *held, low: held - half, high: held + half }).collect()
    }

    #[test]
    fn the_first_day_below_the_floor_is_told_with_what_to_move() {
        let lines = [line(1, 1), line(2, 1), line(3, 1), line(4, 2)];
        let held = [
            points(&[120, 90, 60, 80], 10),
            points(&[50, 50, 40, 50], 5),
            points(&[20, 20, 20, 20], 5),
            points(&[900, 900, 900, 900], 5),
        ];
        let floors = [Some(100), Some(10), Some(0), Some(0)];
        let today: Day = "2026-11-22".parse().unwrap();
        let found = shortfalls(&lines, &held, &floors, today);
        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((one.line, one.day, one.missing), (0, Some(today.offset(2)), 40));
        assert_eq!(one.possible, today.offset(2));
        // The second spares 35 of its low of 45, less its floor of 10 and what the third day takes; the third the rest.
        let moves: Vec<(usize, Day, i128)> =
            one.moves.iter().map(|one| (one.from, one.day, one.units)).collect();
        assert_eq!(moves, [(1, today.offset(1), 25), (2, today.offset(1), 15)]);
    }

    #[test]
    fn what_only_may_happen_is_told_apart() {
        let today: Day = "2026-11-22".parse().unwrap();
        let found = shortfalls(&[line(1, 1)], &[points(&[100, 60, 30, 20], 40)], &[Some(0)], today);
        assert_eq!((found[0].day, found[0].possible, found[0].missing), (None, today.offset(3), 20));
        assert!(found[0].moves.is_empty());
    }

    #[test]
    fn an_account_without_a_floor_is_never_short() {
        let today: Day = "2026-11-22".parse().unwrap();
        assert_eq!(shortfalls(&[line(1, 1)], &[points(&[-100], 0)], &[None], today), []);
    }
}
