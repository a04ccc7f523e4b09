//! Who is paid and who pays: those with a part in the story, and pools of shops and people by what they are for.

use crate::Language;
use crate::draw::{Draw, Stream};
use crate::names::{Pattern, Words, rows};
use crate::party::Party;
use ledger::{Payee, PayeeId};
use std::collections::HashSet;

const PAYEES: &str = include_str!("../data/payees.tsv");

macro_rules! pools {
    ($($pool:ident $code:literal $share:literal;)*) => {
        /// Payees that stand in for one another.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Pool { $($pool,)* }

        impl Pool {
            const ALL: &[Self] = &[$(Self::$pool,)*];

            /// Its word in the table, and how many of a thousand payees are in it.
            fn row(self) -> (&'static str, u32) {
                match self { $(Self::$pool => ($code, $share),)* }
            }
        }
    };
}

pools! {
    Cafe "cafe" 90;
    Street "street" 140;
    Restaurant "restaurant" 100;
    Delivery "delivery" 45;
    Convenience "convenience" 60;
    Supermarket "supermarket" 40;
    Market "market" 25;
    Train "train" 4;
    TopUp "topup" 1;
    Ride "ride" 25;
    Fuel "fuel" 25;
    Road "road" 35;
    Online "online" 85;
    Clothes "clothes" 25;
    Pharmacy "pharmacy" 25;
    Clinic "clinic" 14;
    Hair "hair" 16;
    Massage "massage" 12;
    Event "event" 14;
    Learning "learning" 14;
    Gift "gift" 12;
    Temple "temple" 14;
    Lottery "lottery" 8;
    Pet "pet" 8;
    Home "home" 16;
    CarCare "carcare" 8;
    Friend "friend" 14;
    Customer "customer" 150;
    Printer "printer" 8;
    Courier "courier" 8;
    Advert "advert" 5;
    Material "material" 8;
    Client "client" 18;
    Overseas "overseas" 6;
    Freelancer "freelancer" 5;
    Japan "japan" 14;
    JapanTrain "japantrain" 4;
    JapanSight "japansight" 6;
    Europe "europe" 14;
    EuropeTrain "europetrain" 4;
    EuropeSight "europesight" 6;
    Hills "hills" 10;
    Upcountry "upcountry" 10;
}

/// A payee, and how a bank's machine writes the name.
pub(crate) struct Known {
    pub(crate) id: PayeeId,
    pub(crate) name: String,
    pub(crate) descriptor: String,
}

struct Members {
    first: usize,
    /// Running sums of weights that fall with rank, as the custom of shops does (Zipf's law).
    weights: Vec<u32>,
}

pub(crate) struct Roster {
    known: Vec<Known>,
    pools: Vec<Members>,
}

impl Roster {
    /// Everyone in a life with so many transactions.
    pub(crate) fn new(seed: u64, language: Language, transactions: u32) -> Self {
        let mut draw = Draw::new(seed, Stream::Names);
        let words = Words::new();
        let target = (2 * transactions.isqrt()).clamp(300, 2000);
        let mut roster = Self { known: Vec::new(), pools: Vec::new() };
        let mut names = HashSet::new();
        for party in Party::ALL {
            roster.admit(&mut names, party.name(language).to_owned(), party.descriptor());
        }
        for pool in Pool::ALL {
            let (code, share) = pool.row();
            let patterns: Vec<Pattern> = rows::<3>(PAYEES)
                .filter(|[pool, ..]| *pool == code)
                .map(|[_, thai, roman]| words.pattern(thai, roman))
                .collect();
            let size = usize::try_from((target * share / 1000).max(6)).unwrap_or(6);
            let first = roster.known.len();
            roster.recruit(&mut names, &patterns, first + size, language, &mut draw);
            let mut sum = 0;
            // Customers of a shop come back less than its owner goes to her regular places.
            let flat = if *pool == Pool::Customer { 40 } else { 2 };
            let weights = (first..roster.known.len()).zip(flat..).map(|(_, rank)| {
                sum += 1_000_000_u32 / rank;
                sum
            });
            roster.pools.push(Members { first, weights: weights.collect() });
        }
        roster
    }

    /// Adds names made from the patterns until there are `end` payees, or the patterns repeat themselves.
    fn recruit(
        &mut self,
        names: &mut HashSet<String>,
        patterns: &[Pattern],
        end: usize,
        language: Language,
        draw: &mut Draw,
    ) {
        let mut attempts = 40 * (end - self.known.len()) + 100;
        let mut next = patterns.iter().cycle();
        while self.known.len() < end && attempts > 0 {
            attempts -= 1;
            let Some(pattern) = next.next() else { return };
            let twin = pattern.fill(draw);
            let in_thai = draw.chance(if language == Language::Thai { 850 } else { 420 });
            let descriptor = twin.roman.to_uppercase();
            // One shop does not go by its name in both scripts.
            if !names.insert(descriptor.clone()) {
                continue;
            }
            self.admit(names, if in_thai { twin.thai } else { twin.roman }, descriptor);
        }
    }

    fn admit(&mut self, names: &mut HashSet<String>, name: String, descriptor: String) {
        let Ok(number) = i64::try_from(self.known.len() + 1) else { return };
        if names.insert(name.clone()) {
            self.known.push(Known { id: PayeeId(number), name, descriptor });
        }
    }

    /// One of a pool, regulars more often.
    pub(crate) fn choose(&self, pool: Pool, draw: &mut Draw) -> &Known {
        let members = &self.pools[pool as usize];
        &self.known[members.first + draw.weighted(&members.weights)]
    }

    /// The one with this rank in a pool, counted round.
    pub(crate) fn nth(&self, pool: Pool, rank: usize) -> &Known {
        let members = &self.pools[pool as usize];
        &self.known[members.first + rank % members.weights.len().max(1)]
    }

    pub(crate) fn party(&self, party: Party) -> &Known {
        &self.known[party.index()]
    }

    /// The rows of every payee, ids from 1.
    pub(crate) fn payees(&self) -> Vec<Payee> {
        self.known.iter().map(|known| Payee { id: known.id, name: known.name.clone() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::is_thai;

    #[test]
    fn payees_are_distinct_and_many_of_them_thai() {
        for (language, low, high) in [(Language::English, 200, 550), (Language::Thai, 600, 900)] {
            let roster = Roster::new(1, language, 1_000_000);
            let names: HashSet<_> = roster.known.iter().map(|known| &known.name).collect();
            assert_eq!(names.len(), roster.known.len());
            assert!((1800..2400).contains(&names.len()), "{}", names.len());
            let thai = names.iter().filter(|name| is_thai(name)).count() * 1000 / names.len();
            assert!((low..high).contains(&thai), "{thai} per mille");
        }
    }

    #[test]
    fn every_party_and_every_pool_has_members() {
        let roster = Roster::new(9, Language::Thai, 100);
        for party in Party::ALL {
            assert_eq!(roster.party(*party).name, party.name(Language::Thai));
        }
        for pool in Pool::ALL {
            assert!(!roster.pools[*pool as usize].weights.is_empty(), "{pool:?}");
        }
    }
}
