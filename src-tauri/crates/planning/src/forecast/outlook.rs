//! Balances over the days to come.

use super::Line;
use super::band::{Band, root};
use super::pattern::{Date, GRAIN, Pattern};
use ledger::{CommodityId, Day};

/// A balance at the end of a day to come, in smallest units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The most likely.
    pub expected: i128,
    /// One time in ten it is lower.
    pub low: i128,
    /// One time in ten it is higher.
    pub high: i128,
}

/// What lines will hold, alone and together. Each list has one point for each day after today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// One for each line, in its order.
    pub lines: Vec<Vec<Point>>,
    /// All lines that have a worth together.
    pub total: Vec<Point>,
}

/// Forecasts the `days` after `today`. `worth` values smallest units of a commodity in the one of the total, at one rate for
/// all days; lines for which it knows none are not in the total.
pub fn forecast(
    lines: &[Line],
    today: Day,
    days: usize,
    worth: impl Fn(CommodityId, i128) -> Option<i128>,
) -> Forecast {
    let longest = lines.iter().map(|line| line.past.len()).max().unwrap_or_default();
    let first = today.offset(1 - i32::try_from(longest).unwrap_or(i32::MAX));
    let dates = Date::run(first, longest + days);
    let (before, after) = dates.split_at(longest);
    let mut total = Total { expected: vec![0; days], past: vec![0; longest], squares: vec![0; days] };
    let points = lines.iter().map(|line| {
        let before = &before[longest - line.past.len()..];
        let (expected, squares) = line.expected(before, after, today);
        total.add(line, &expected, &squares, |units| worth(line.commodity, units));
        drawn(expected, &squares, &Band::learn(&line.past, before))
    });
    let lines = points.collect();
    let band = Band::learn(&total.past, before);
    Forecast { lines, total: drawn(total.expected, &total.squares, &band) }
}

/// Lines together, as they are added up.
struct Total {
    expected: Vec<i128>,
    past: Vec<i128>,
    squares: Vec<i128>,
}

impl Total {
    fn add(
        &mut self,
        line: &Line,
        expected: &[i128],
        squares: &[i128],
        worth: impl Fn(i128) -> Option<i128>,
    ) {
        if worth(0).is_none() {
            return;
        }
        let worth = |units: i128| if units == 0 { 0 } else { worth(units).unwrap_or_default() };
        let skipped = self.past.len() - line.past.len();
        for (sum, units) in self.past[skipped..].iter_mut().zip(&line.past) {
            *sum += worth(*units);
        }
        for (sum, units) in self.expected.iter_mut().zip(expected) {
            *sum += worth(*units);
        }
        for (sum, square) in self.squares.iter_mut().zip(squares) {
            *sum += worth(root(*square)).saturating_pow(2);
        }
    }
}

impl Line {
    /// What is expected at the end of each day, and the square of how far off what is known may be by then.
    fn expected(&self, before: &[Date], after: &[Date], today: Day) -> (Vec<i128>, Vec<i128>) {
        let pattern = Pattern::learn(&self.past, before);
        let mut known = vec![(0_i128, 0_i128); after.len()];
        for one in &self.known {
            let place = usize::try_from(one.day.number() - today.number() - 1);
            if let Some((units, square)) = place.ok().and_then(|place| known.get_mut(place)) {
                *units += one.units;
                *square += ((one.high - one.low) / 2).saturating_pow(2);
            }
        }
        let (mut learned, mut sure, mut square) = (0, self.balance, 0);
        let days = (1..).zip(after).zip(known).map(|((ahead, date), known)| {
            learned += pattern.on(*date);
            sure += known.0;
            square += known.1;
            let spread: i128 = self.spread.iter().map(|spread| spread.by(today.offset(ahead))).sum();
            (sure + spread + learned.div_euclid(GRAIN), square)
        });
        days.unzip()
    }
}

fn drawn(expected: Vec<i128>, squares: &[i128], band: &Band) -> Vec<Point> {
    let points = (1..).zip(expected).zip(squares).map(|((ahead, expected), square)| {
        // Two causes that have nothing to do with each other.
        let half = root(band.half(ahead).saturating_pow(2).saturating_add(*square));
        Point { expected, low: expected - half, high: expected + half }
    });
    points.collect()
}
