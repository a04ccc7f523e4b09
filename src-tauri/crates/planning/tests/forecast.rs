//! The band of four in five covers four in five: forecasts are made on many days of sample books, from the days before alone,
//! and compared with what came.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use ledger::{AccountId, AccountKind, CommodityId, CommodityKind, Day, Posting, Transaction};
use planning::{Line, Movement, Point, find_regular, forecast};
use sample::{Books, Language, Plan};
use std::collections::BTreeMap;

type Key = (AccountId, CommodityId);

/// Days that are forecast each time.
const AHEAD: i32 = 365;
/// Days on which forecasts are made, of months and seasons of all kinds.
const CUTS: [&str; 6] = ["2022-05-17", "2022-12-04", "2023-08-21", "2024-03-30", "2024-10-10", "2025-07-02"];
/// Seeds of the books, and how many years of the past are known.
const LIVES: [(u64, i32); 6] = [(1, 3), (2, 3), (3, 3), (4, 3), (5, 2), (6, 2)];

/// Seven years of somebody's money.
struct Past {
    kinds: BTreeMap<AccountId, AccountKind>,
    names: BTreeMap<Key, String>,
    /// Satang for a hundred smallest units of each currency, as for a total at one rate.
    worth: BTreeMap<CommodityId, i128>,
    daily: BTreeMap<Key, BTreeMap<Day, i128>>,
    movements: Vec<Movement>,
}

impl Past {
    fn live(seed: u64) -> Self {
        let (from, to) = ("2019-03-10".parse().unwrap(), "2026-11-22".parse().unwrap());
        let books = Books::new(Plan { seed, from, to, transactions: None, language: Language::English });
        let rate = |code: &str| match code {
            "USD" => 3500,
            "EUR" => 4000,
            "JPY" => 2300,
            _ => 100,
        };
        let currencies = books.commodities().into_iter().filter(|one| one.kind == CommodityKind::Currency);
        let mut past = Self {
            kinds: books.accounts().into_iter().map(|account| (account.id, account.kind)).collect(),
            names: BTreeMap::new(),
            worth: currencies.map(|one| (one.id, rate(&one.code))).collect(),
            daily: BTreeMap::new(),
            movements: Vec::new(),
        };
        let names: BTreeMap<AccountId, String> =
            books.accounts().into_iter().map(|account| (account.id, account.name)).collect();
        let codes: BTreeMap<CommodityId, String> =
            books.commodities().into_iter().map(|one| (one.id, one.code)).collect();
        for transaction in books.transactions(1) {
            past.movements.extend(past.movement(&transaction));
            let legs: Vec<&Posting> =
                transaction.postings().iter().filter(|leg| past.is_money(leg)).collect();
            for leg in legs {
                let key = (leg.account, leg.amount.commodity);
                past.names.entry(key).or_insert_with(|| format!("{} {}", names[&key.0], codes[&key.1]));
                let days = past.daily.entry(key).or_default();
                *days.entry(transaction.day()).or_default() += leg.amount.quantity.units();
            }
        }
        past
    }

    fn is_money(&self, leg: &Posting) -> bool {
        use AccountKind::{Card, Cash, Checking, Savings, Wallet};
        let kind = self.kinds[&leg.account];
        matches!(kind, Card | Cash | Checking | Savings | Wallet)
            && self.worth.contains_key(&leg.amount.commodity)
    }

    fn movement(&self, transaction: &Transaction) -> Option<Movement> {
        let legs = transaction.postings();
        let own: Vec<&Posting> = legs.iter().filter(|leg| self.is_money(leg)).collect();
        let [own] = own[..] else { return None };
        let tells_what_for = |leg: &&Posting| {
            let kind = self.kinds[&leg.account];
            kind.account_type().is_category() || kind == AccountKind::Loan
        };
        let purpose =
            legs.iter().filter(tells_what_for).max_by_key(|leg| leg.amount.quantity.magnitude())?.account;
        Some(Movement {
            day: transaction.day(),
            payee: transaction.payee?,
            purpose,
            account: own.account,
            commodity: own.amount.commodity,
            units: own.amount.quantity.units(),
            spent: 0,
        })
    }

    /// What was known on a day, with `years` of the past.
    fn lines(&self, today: Day, years: i32) -> Vec<Line> {
        let first = today.offset(1 - 365 * years);
        let movements: Vec<Movement> =
            self.movements.iter().filter(|one| (first..=today).contains(&one.day)).copied().collect();
        let regular = find_regular(&movements, today);
        let lines = self.daily.iter().map(|((account, commodity), days)| {
            let mut left: BTreeMap<Day, i128> =
                days.range(first..=today).map(|(day, units)| (*day, *units)).collect();
            let own = |key: Key| key == (*account, *commodity);
            for known in regular.iter().flat_map(|regular| &regular.movements).map(|place| movements[*place])
            {
                if own((known.account, known.commodity)) {
                    *left.entry(known.day).or_default() -= known.units;
                }
            }
            let coming = regular.iter().filter(|regular| own((regular.account, regular.commodity)));
            Line {
                account: *account,
                commodity: *commodity,
                balance: days.range(..=today).map(|(_, units)| units).sum(),
                past: (first.number()..=today.number())
                    .map(|day| left.get(&at(day)).copied().unwrap_or_default())
                    .collect(),
                spent: 0,
                known: coming.flat_map(|regular| regular.coming(today, today.offset(AHEAD))).collect(),
                spread: Vec::new(),
            }
        });
        // Nothing can be learned of an account that was hardly ever used.
        lines.filter(|line| line.past.iter().filter(|units| **units != 0).count() > 2).collect()
    }

    /// What a line really held at the end of each day.
    fn actual(&self, line: &Line, today: Day) -> Vec<i128> {
        let days = &self.daily[&(line.account, line.commodity)];
        let mut held = line.balance;
        let mut next = |ahead: i32| {
            held += days.get(&today.offset(ahead)).copied().unwrap_or_default();
            held
        };
        (1..=AHEAD).map(&mut next).collect()
    }
}

fn at(number: i32) -> Day {
    Day::from_number(number.into()).unwrap()
}

/// Days within the band and days in all: of the first month, the first quarter and the first year.
#[derive(Default)]
struct Share([(u32, u32); 3]);

impl Share {
    fn count(&mut self, points: &[Point], actual: &[i128]) {
        for (ahead, (point, actual)) in (1..).zip(points.iter().zip(actual)) {
            for (place, last) in [30, 91, AHEAD].into_iter().enumerate() {
                if ahead <= last {
                    self.0[place].0 += u32::from((point.low..=point.high).contains(actual));
                    self.0[place].1 += 1;
                }
            }
        }
    }

    fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (mine.0 + theirs.0, mine.1 + theirs.1);
        }
    }

    fn percent(&self) -> [u32; 3] {
        self.0.map(|(within, all)| (100 * within + all / 2) / all.max(1))
    }
}

#[test]
fn the_band_of_four_in_five_covers_four_in_five() {
    let mut total = Share::default();
    let mut accounts: BTreeMap<String, Share> = BTreeMap::new();
    for (seed, years) in LIVES {
        let past = Past::live(seed);
        for today in CUTS.map(|cut| cut.parse::<Day>().unwrap()) {
            let lines = past.lines(today, years);
            let worth = |commodity, units| Some(units * past.worth[&commodity] / 100);
            let found = forecast(&lines, today, AHEAD.unsigned_abs() as usize, worth);
            let mut held = vec![0; found.total.len()];
            for (line, points) in lines.iter().zip(&found.lines) {
                let actual = past.actual(line, today);
                for (sum, units) in held.iter_mut().zip(&actual) {
                    *sum += worth(line.commodity, *units).unwrap();
                }
                let name = past.names[&(line.account, line.commodity)].clone();
                accounts.entry(name).or_default().count(points, &actual);
            }
            total.count(&found.total, &held);
        }
    }
    let mut all = Share::default();
    for (name, share) in &accounts {
        all.add(share);
        println!("{name:34} {:?} %", share.percent());
    }
    println!(
        "all accounts {:?} %, total {:?} % within a month, a quarter, a year",
        all.percent(),
        total.percent()
    );
    // Days of one forecast go together: 36 forecasts are worth about thirty independent days, of which four in five are
    // within, give or take 7 % (one standard error).
    for (what, share) in [("all accounts", &all), ("total", &total)] {
        for percent in share.percent() {
            assert!((72..=88).contains(&percent), "{what}: {percent} %");
        }
    }
    // The same events happen in every life, so that one account has hardly more independent forecasts than there are days
    // on which they are made; of six days, four in five are within, give or take 16 %.
    for (name, share) in &accounts {
        let [_, _, year] = share.percent();
        assert!((65..=96).contains(&year), "{name}: {year} %");
    }
}
