//! Prices over time: a plausible path for each commodity, walked around the levels of those years.

use crate::calendar::{is_weekend, weekday};
use crate::draw::{Draw, Stream};
use crate::unit::Unit;
use ledger::{Day, Price};
use rust_decimal::Decimal;

/// Prices are counted in ten-thousandths of a whole unit of their quote.
const TENTHOUSANDTHS: i128 = 10_000;
const MILLION: i64 = 1_000_000;
/// Rough levels of those years: code, month, whole units of the quote.
const LEVELS: &str = include_str!("../data/levels.tsv");

/// What every commodity was worth on every day.
pub(crate) struct Market {
    from: Day,
    to: Day,
    /// For each commodity, in the order of [`Unit::ALL`], its price on each day.
    paths: Vec<Vec<i64>>,
}

impl Market {
    pub(crate) fn new(seed: u64, from: Day, to: Day) -> Self {
        Self { from, to, paths: Unit::ALL.into_iter().map(|unit| path(seed, unit, from, to)).collect() }
    }

    /// Ten-thousandths of a whole unit of its quote for a whole unit of `unit`.
    fn level(&self, unit: Unit, day: Day) -> i128 {
        let days = usize::try_from(day.number() - self.from.number()).unwrap_or_default();
        let path = &self.paths[unit.index()];
        path.get(days).or(path.last()).copied().map_or(TENTHOUSANDTHS, i128::from)
    }

    /// The price of a whole unit in its quote.
    pub(crate) fn rate(&self, unit: Unit, day: Day) -> Decimal {
        let level = i64::try_from(self.level(unit, day)).unwrap_or(i64::MAX);
        Decimal::new(level, 4).normalize()
    }

    /// What `units` smallest units are worth in smallest units of the quote, rounded to the nearest, ties up.
    pub(crate) fn worth(&self, units: i128, unit: Unit, day: Day) -> i128 {
        let over = unit.whole() * TENTHOUSANDTHS;
        (units * self.level(unit, day) * unit.quote().whole() + over / 2).div_euclid(over)
    }

    /// How many smallest units of `unit` so many smallest units of its quote buy, rounded down.
    pub(crate) fn bought(&self, quote_units: i128, unit: Unit, day: Day) -> i128 {
        quote_units * unit.whole() * TENTHOUSANDTHS / (self.level(unit, day) * unit.quote().whole())
    }

    /// The price list: currencies on banking days, coins every day, securities on Fridays; all on the first day.
    pub(crate) fn prices(&self) -> Vec<Price> {
        let mut prices = Vec::new();
        let mut day = self.from;
        loop {
            for unit in Unit::ALL.into_iter().skip(1) {
                let due = match unit {
                    _ if unit.is_coin() => true,
                    _ if unit.is_security() => weekday(day) == 4,
                    _ => !is_weekend(day),
                };
                if due || day == self.from {
                    let (commodity, quote) = (unit.id(), unit.quote().id());
                    prices.push(Price { commodity, quote, day, rate: self.rate(unit, day) });
                }
            }
            if day >= self.to {
                return prices;
            }
            day = day.offset(1);
        }
    }
}

/// The price on each day: the level of those years, times a deviation that wanders and is pulled back.
fn path(seed: u64, unit: Unit, from: Day, to: Day) -> Vec<i64> {
    let mut draw = Draw::new(seed, Stream::Price(u8::try_from(unit.index()).unwrap_or_default()));
    let (points, step) = (points(unit), swing(unit));
    let mut deviation: i64 = 0;
    let mut path: Vec<i64> = Vec::new();
    let mut day = from;
    loop {
        let noise: i32 = (0..4).map(|_| draw.between(-step, step)).sum();
        deviation = deviation * 985 / 1000 + i64::from(noise);
        let quoted = match unit {
            _ if unit.is_coin() => true,
            _ if unit.is_security() => weekday(day) == 4,
            _ => !is_weekend(day),
        };
        let level =
            level_of_those_years(&points, day) * (MILLION + deviation.clamp(-400_000, 400_000)) / MILLION;
        // Coins are quoted in satang; the rest to four decimals.
        let level = if unit.is_coin() { level / 100 * 100 } else { level };
        path.push(path.last().copied().filter(|_| !quoted).unwrap_or(level.max(1)));
        if day >= to {
            return path;
        }
        day = day.offset(1);
    }
}

/// A quarter of the largest move in a day, in parts per million.
fn swing(unit: Unit) -> i32 {
    match unit {
        Unit::Thb => 0,
        Unit::Usd => 1600,
        Unit::Eur => 1800,
        Unit::Jpy => 2100,
        Unit::Btc => 12_000,
        Unit::Eth => 15_000,
        Unit::Orchid => 4000,
        Unit::Mekong => 2500,
        Unit::Lantern => 8000,
    }
}

/// The levels of those years: a point (day number, ten-thousandths of a whole unit of the quote) at the start of
/// some months, in order.
fn points(unit: Unit) -> Vec<(i64, i64)> {
    let mut points = Vec::new();
    for line in LEVELS.lines() {
        let mut fields = line.split('\t');
        if fields.next() != Some(unit.code()) {
            continue;
        }
        let day: Option<Day> = fields.next().and_then(|month| format!("{month}-01").parse().ok());
        let level: Option<Decimal> = fields.next().and_then(|level| level.parse().ok());
        if let (Some(day), Some(mut level)) = (day, level) {
            level.rescale(4);
            points.push((i64::from(day.number()), i64::try_from(level.mantissa()).unwrap_or_default()));
        }
    }
    points
}

/// The level on a day: straight lines between the points, level beyond the ends.
fn level_of_those_years(points: &[(i64, i64)], day: Day) -> i64 {
    let at = i64::from(day.number());
    let next = points.partition_point(|point| point.0 < at);
    match (next.checked_sub(1).and_then(|index| points.get(index)), points.get(next)) {
        (Some(last), Some(next)) => last.1 + (next.1 - last.1) * (at - last.0) / (next.0 - last.0).max(1),
        (Some(only), None) | (None, Some(only)) => only.1,
        (None, None) => 10_000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn market() -> Market {
        Market::new(5, "2016-11-23".parse().unwrap(), "2026-11-22".parse().unwrap())
    }

    #[test]
    fn prices_stay_in_a_plausible_band_and_move_every_week() {
        let market = market();
        for (unit, low, high) in [
            (Unit::Usd, 26, 44),
            (Unit::Eur, 30, 47),
            (Unit::Btc, 15_000, 6_000_000),
            (Unit::Orchid, 8, 45),
            (Unit::Mekong, 7, 18),
        ] {
            let rates: Vec<Decimal> = (market.prices().into_iter())
                .filter(|price| price.commodity == unit.id())
                .map(|price| price.rate)
                .collect();
            let (low, high) = (Decimal::from(low), Decimal::from(high));
            assert!(rates.iter().all(|rate| (low..high).contains(rate)), "{unit:?} {:?}", rates.iter().max());
            let still = rates.windows(2).filter(|pair| pair[0] == pair[1]).count();
            assert!(still * 20 < rates.len(), "{unit:?} stands still on {still} of {} days", rates.len());
        }
    }

    #[test]
    fn worth_and_bought_are_exact_and_undo_each_other() {
        let market = market();
        let day = "2025-03-03".parse().unwrap();
        for unit in Unit::ALL.into_iter().skip(1) {
            let spent = 1_000_000;
            let bought = market.bought(spent, unit, day);
            let worth = market.worth(bought, unit, day);
            let slack = market.worth(1, unit, day) + 1;
            assert!((spent - slack..=spent).contains(&worth), "{unit:?}: {worth} of {spent}");
        }
    }
}
