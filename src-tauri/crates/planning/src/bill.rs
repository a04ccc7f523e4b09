//! Bills and subscriptions found in what was paid.

use crate::Rhythm;
use ledger::{Day, Month};
use std::cmp::Reverse;

/// One payment to a payee for one purpose, in one commodity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paid {
    /// When.
    pub day: Day,
    /// How much, in smallest units; above zero.
    pub units: i128,
}

/// Something that is paid again and again, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bill {
    /// How often.
    pub rhythm: Rhythm,
    /// The payments, by their places, in order of day.
    pub charges: Vec<usize>,
    /// Payments that look like one of the charges made twice.
    pub doubles: Vec<usize>,
    /// `true` where the amount stays the same but for changes of price.
    pub steady: bool,
    /// What the next payment will be: the newest price, or the average of a year where amounts vary.
    pub expected: i128,
    /// What it costs in a year.
    pub yearly: i128,
    /// When it became dearer or cheaper, without the end of a trial.
    pub price_changes: Vec<PriceChange>,
    /// `true` where it began with a trial for much less.
    pub trial: bool,
    /// The day of the next payment; `None` where it has stopped.
    pub next: Option<Day>,
}

/// A change of price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceChange {
    /// The day of the first payment at the new price.
    pub day: Day,
    /// The price before.
    pub from: i128,
    /// The price since.
    pub to: i128,
}

/// The bills in what was paid to one payee for one purpose (category), the one with the most payments first.
///
/// `paid` is in order of day. A series counts when its payments keep a rhythm and little else is paid to the payee in the
/// same way: a shop that is visited every week for changing amounts is no bill.
pub fn find_bills(paid: &[Paid], today: Day) -> Vec<Bill> {
    if is_shop(paid) {
        return Vec::new();
    }
    let mut free: Vec<bool> = vec![true; paid.len()];
    let mut bills = Vec::new();
    loop {
        let chains = Rhythm::ALL.into_iter().filter_map(|rhythm| longest(paid, &free, rhythm));
        let plausible = chains.filter(|chain| chain.convinces(paid, &free));
        // The tighter rhythm of two that explain as much, as each second month is also each month with gaps.
        let Some(best) = plausible.max_by_key(|chain| (chain.places.len(), Reverse(chain.off))) else {
            break;
        };
        for place in &best.places {
            free[*place] = false;
        }
        let doubles = best.doubles(paid, &free);
        for place in &doubles {
            free[*place] = false;
        }
        bills.push(best.bill(paid, doubles, today));
    }
    bills
}

/// Who is paid more often than this in a month is a shop and sends no bills.
const OFTEN: usize = 12;

/// `true` where so much is paid, on average of the months in which anything was, as in a shop.
fn is_shop(paid: &[Paid]) -> bool {
    let months = paid.chunk_by(|one, next| Month::of(one.day) == Month::of(next.day)).count();
    paid.len() > OFTEN * months
}

/// Two payments a year apart tell of a bill only where so few are made to the payee at all.
const PAIRED: usize = 3;

/// How much the payments of a chain are alike.
#[derive(PartialEq, Eq)]
enum Steadiness {
    /// Most are as high as the one before.
    Same,
    /// They differ by less than a twentieth, as the bank's rate does for prices in another currency.
    Close,
    /// They vary.
    Varying,
}

/// Payments that follow each other in a rhythm.
struct Chain {
    rhythm: Rhythm,
    places: Vec<usize>,
    /// By how many days they miss the rhythm, all together.
    off: u32,
}

fn longest(paid: &[Paid], free: &[bool], rhythm: Rhythm) -> Option<Chain> {
    let starts = (0..paid.len()).filter(|place| free[*place]);
    let mut best: Option<Chain> = None;
    for start in starts {
        // A chain from here could not be longer.
        if best.as_ref().is_some_and(|best| best.places.len() >= paid.len() - start) {
            break;
        }
        let chain = follow(paid, free, rhythm, start);
        let better =
            |best: &Chain| (chain.places.len(), Reverse(chain.off)) > (best.places.len(), Reverse(best.off));
        if best.as_ref().is_none_or(better) {
            best = Some(chain);
        }
    }
    best.filter(|chain| chain.places.len() >= 2)
}

/// The chain from `start`: each time the payment that is nearest in amount, then in day.
fn follow(paid: &[Paid], free: &[bool], rhythm: Rhythm, start: usize) -> Chain {
    let mut chain = Chain { rhythm, places: vec![start], off: 0 };
    // The rhythm counts from the day it keeps, which one late payment does not move.
    let (mut anchor, mut steps, mut last) = (paid[start].day, 0_u32, start);
    loop {
        steps += 1;
        let due = rhythm.after(anchor, steps);
        let apart = |day: Day| (day.number() - due.number()).unsigned_abs();
        let behind = paid.iter().enumerate().skip(last + 1);
        let next = behind
            .take_while(|(_, next)| next.day <= due.offset(rhythm.slack()))
            .filter(|(place, next)| {
                free[*place]
                    && apart(next.day) <= rhythm.slack().unsigned_abs()
                    && near(paid, &chain, next.units)
            })
            .min_by_key(|(_, next)| ((next.units - paid[last].units).abs(), apart(next.day)));
        let Some((place, next)) = next else { return chain };
        chain.off += apart(next.day);
        // A rhythm that drifts by more than chance has a new day of its own.
        if apart(next.day) > 2 {
            (anchor, steps) = (next.day, 0);
        }
        chain.places.push(place);
        last = place;
    }
}

/// Whether an amount could be the next of a chain: within a third and three times the last, or after a trial.
fn near(paid: &[Paid], chain: &Chain, units: i128) -> bool {
    let last = chain.places.last().map_or(0, |place| paid[*place].units);
    (units <= last * 3 && last <= units * 3) || (chain.places.len() == 1 && last * 3 < units)
}

impl Chain {
    fn units<'a>(&'a self, paid: &'a [Paid]) -> impl Iterator<Item = i128> + 'a {
        self.places.iter().map(|place| paid[*place].units)
    }

    fn trial(&self, paid: &[Paid]) -> bool {
        let mut units = self.units(paid);
        matches!((units.next(), units.next()), (Some(first), Some(second)) if first * 3 < second)
    }

    /// How much payments are as high as the one before, a trial aside.
    fn steadiness(&self, paid: &[Paid]) -> Steadiness {
        let units: Vec<i128> = self.units(paid).skip(usize::from(self.trial(paid))).collect();
        let same = units.windows(2).filter(|pair| pair[0] == pair[1]).count();
        let close =
            units.windows(2).filter(|pair| (pair[0] - pair[1]).abs() * 20 <= pair[0].max(pair[1])).count();
        let pairs = units.len().saturating_sub(1);
        if pairs > 0 && same * 10 >= pairs * 6 {
            Steadiness::Same
        } else if pairs > 0 && close * 10 >= pairs * 9 {
            Steadiness::Close
        } else {
            Steadiness::Varying
        }
    }

    fn convinces(&self, paid: &[Paid], free: &[bool]) -> bool {
        let length = self.places.len();
        let doubles = self.doubles(paid, free);
        let others = (self.places[0]..=self.places[length - 1])
            .filter(|place| !self.places.contains(place) && !doubles.contains(place));
        let others: Vec<usize> = others.collect();
        let alone = others.len() * 5 <= length;
        // How many days a payment misses the rhythm by on average is at most `days`.
        let punctual = |days: usize| usize::try_from(self.off).is_ok_and(|off| off <= days * (length - 1));
        match self.steadiness(paid) {
            Steadiness::Same if alone && length >= 3 => true,
            _ if length == 2 => {
                let (first, second) = (paid[self.places[0]].units, paid[self.places[1]].units);
                let alike = (first - second).abs() * 5 <= first.max(second);
                self.rhythm == Rhythm::Yearly && paid.len() <= PAIRED && alike && punctual(2)
            }
            Steadiness::Same => {
                // Payments of the same height outside the chain tell of visits, not of a rhythm.
                let alike = |place: &&usize| self.units(paid).any(|units| units == paid[**place].units);
                let alike = others.iter().filter(alike).count();
                length >= 4 && alike * 4 <= length && punctual(2)
            }
            Steadiness::Close => length >= 3 && alone && punctual(3),
            Steadiness::Varying => {
                let least = if self.rhythm >= Rhythm::Monthly { 5 } else { 6 };
                self.rhythm >= Rhythm::FourWeekly && length >= least && alone && punctual(2)
            }
        }
    }

    fn doubles(&self, paid: &[Paid], free: &[bool]) -> Vec<usize> {
        let twice = |place: &usize| {
            let other = paid[*place];
            self.places.iter().map(|place| paid[*place]).any(|charge| {
                charge.units == other.units && (charge.day.number() - other.day.number()).abs() <= 3
            })
        };
        (0..paid.len()).filter(|place| free[*place] && !self.places.contains(place)).filter(twice).collect()
    }

    fn bill(self, paid: &[Paid], doubles: Vec<usize>, today: Day) -> Bill {
        let (trial, steady) = (self.trial(paid), self.steadiness(paid) != Steadiness::Varying);
        let units: Vec<i128> = self.units(paid).skip(usize::from(trial)).collect();
        let newest = units.last().copied().unwrap_or_default();
        let year = units.len().min(usize::try_from(self.rhythm.times_a_year()).unwrap_or(1));
        let of_year: i128 = units.iter().rev().take(year).sum();
        let average = of_year / i128::try_from(year.max(1)).unwrap_or(1);
        let expected = if steady { newest } else { average };
        let charges = self.places.iter().skip(usize::from(trial)).map(|place| paid[*place]);
        let charges: Vec<Paid> = charges.collect();
        let changes = charges.windows(2).filter(|pair| steady && pair[0].units != pair[1].units);
        let last = charges.last().map_or(today, |charge| charge.day);
        let next = self.rhythm.after(last, 1);
        // Late by more than a rhythm's slack twice over, it has stopped.
        let runs = next.offset(2 * self.rhythm.slack()) >= today;
        Bill {
            rhythm: self.rhythm,
            doubles,
            steady,
            expected,
            yearly: expected * self.rhythm.times_a_year(),
            price_changes: changes
                .map(|pair| PriceChange { day: pair[1].day, from: pair[0].units, to: pair[1].units })
                .collect(),
            trial,
            next: runs.then_some(next),
            charges: self.places,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paid(rows: &[(&str, i128)]) -> Vec<Paid> {
        rows.iter().map(|(day, units)| Paid { day: day.parse().unwrap(), units: *units }).collect()
    }

    fn found(rows: &[(&str, i128)], today: &str) -> Vec<Bill> {
        find_bills(&paid(rows), today.parse().unwrap())
    }

    #[test]
    fn a_subscription_tells_its_price_its_rise_and_its_next_day() {
        let rows = [
            ("2026-01-31", 199),
            ("2026-02-28", 199),
            ("2026-03-31", 199),
            ("2026-04-30", 239),
            ("2026-05-31", 239),
        ];
        let bills = found(&rows, "2026-06-10");
        let [bill] = bills.as_slice() else { panic!("{bills:?}") };
        assert_eq!((bill.rhythm, bill.expected, bill.yearly), (Rhythm::Monthly, 239, 2868));
        let change = PriceChange { day: "2026-04-30".parse().unwrap(), from: 199, to: 239 };
        assert_eq!((bill.price_changes.as_slice(), bill.steady, bill.trial), (&[change][..], true, false));
        assert_eq!(bill.next, Some("2026-06-30".parse().unwrap()));
    }

    #[test]
    fn a_trial_a_double_and_an_end_are_told() {
        let rows = [
            ("2026-01-05", 1),
            ("2026-02-05", 499),
            ("2026-03-05", 499),
            ("2026-03-06", 499),
            ("2026-04-05", 499),
        ];
        let bills = found(&rows, "2026-09-01");
        let [bill] = bills.as_slice() else { panic!("{bills:?}") };
        assert_eq!((bill.trial, bill.doubles.as_slice(), bill.next), (true, &[3][..], None));
        assert_eq!(bill.charges, [0, 1, 2, 4]);
    }

    #[test]
    fn a_bill_may_vary_but_keeps_its_rhythm() {
        let rows = [
            ("2026-01-12", 810),
            ("2026-02-13", 640),
            ("2026-03-12", 905),
            ("2026-04-14", 1320),
            ("2026-05-12", 1180),
        ];
        let bills = found(&rows, "2026-05-20");
        let [bill] = bills.as_slice() else { panic!("{bills:?}") };
        assert_eq!((bill.rhythm, bill.steady, bill.expected), (Rhythm::Monthly, false, 971));
    }

    #[test]
    fn visits_to_a_shop_are_no_bill() {
        let visits: Vec<(String, i128)> = (0..60)
            .map(|visit| {
                let day: Day = "2026-01-03".parse().unwrap();
                (day.offset(visit * 7 / 2).to_string(), 300 + i128::from(visit * 37 % 190))
            })
            .collect();
        let visits: Vec<(&str, i128)> = visits.iter().map(|(day, units)| (day.as_str(), *units)).collect();
        assert_eq!(found(&visits, "2026-08-01"), []);
        let coffee: Vec<(String, i128)> = (0..90)
            .map(|day| ("2026-01-03".parse::<Day>().unwrap().offset(day * 2).to_string(), 80))
            .collect();
        let coffee: Vec<(&str, i128)> = coffee.iter().map(|(day, units)| (day.as_str(), *units)).collect();
        assert_eq!(found(&coffee, "2026-08-01"), []);
    }

    #[test]
    fn two_subscriptions_at_one_payee_are_two() {
        let rows = [
            ("2026-01-05", 99),
            ("2026-01-20", 349),
            ("2026-02-05", 99),
            ("2026-02-20", 349),
            ("2026-03-05", 99),
            ("2026-03-20", 349),
            ("2026-04-05", 99),
            ("2026-04-20", 349),
        ];
        let prices: Vec<i128> = found(&rows, "2026-04-25").iter().map(|bill| bill.expected).collect();
        assert_eq!(prices, [99, 349]);
    }
}
