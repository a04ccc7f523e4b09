//! Feasts and birthdays: what the year asks for besides the months.

use crate::entry::Entry;
use crate::life::Life;
use crate::party::Party;
use crate::place::Place;
use crate::roster::Pool;
use crate::tag::Tag;
use crate::unit::whole;

/// Who is paid.
pub(crate) enum Whom {
    Party(Party),
    Anyone(Pool),
}

/// A day of the year on which money changes hands for a reason of its own.
pub(crate) struct Occasion {
    /// Month from 1 and day.
    pub(crate) on: (u32, u32),
    whom: Whom,
    /// The category; income comes into the checking account.
    category: Place,
    ways: &'static [Place],
    /// Least and most, in whole baht, and the step.
    amount: (i128, i128, i128),
    note: (&'static str, &'static str),
    tag: Option<Tag>,
}

const TRANSFER: &[Place] = &[Place::Checking, Place::Savings, Place::HighSavings];
const CASH: &[Place] = &[Place::Cash, Place::Checking, Place::Savings];
const CARD: &[Place] = &[Place::Card];

pub(crate) const OCCASIONS: &[Occasion] = &[
    Occasion {
        on: (1, 1),
        whom: Whom::Anyone(Pool::Temple),
        category: Place::Merit,
        ways: CASH,
        amount: (300, 1000, 100),
        note: ("first merit of the year", "ทำบุญวันปีใหม่"),
        tag: Some(Tag::NewYear),
    },
    Occasion {
        on: (2, 8),
        whom: Whom::Party(Party::Mother),
        category: Place::GiftsReceived,
        ways: TRANSFER,
        amount: (2000, 4000, 1000),
        note: ("ang pao from Mum", "อั่งเปาจากแม่"),
        tag: None,
    },
    Occasion {
        on: (4, 10),
        whom: Whom::Anyone(Pool::Fuel),
        category: Place::Fuel,
        ways: CARD,
        amount: (1300, 1800, 10),
        note: ("full tank for the drive home", "เติมเต็มถังก่อนกลับบ้าน"),
        tag: Some(Tag::Songkran),
    },
    Occasion {
        on: (4, 13),
        whom: Whom::Party(Party::Mother),
        category: Place::Gifts,
        ways: CASH,
        amount: (3000, 6000, 500),
        note: ("blessing from the elders", "รดน้ำดำหัวผู้ใหญ่"),
        tag: Some(Tag::Songkran),
    },
    Occasion {
        on: (4, 14),
        whom: Whom::Anyone(Pool::Temple),
        category: Place::Merit,
        ways: CASH,
        amount: (200, 1000, 100),
        note: ("sand pagoda at the temple", "ก่อเจดีย์ทราย"),
        tag: Some(Tag::Songkran),
    },
    Occasion {
        on: (8, 12),
        whom: Whom::Anyone(Pool::Restaurant),
        category: Place::Restaurants,
        ways: CARD,
        amount: (1400, 3800, 10),
        note: ("Mother's Day dinner", "พาแม่กินข้าววันแม่"),
        tag: None,
    },
    Occasion {
        on: (10, 28),
        whom: Whom::Anyone(Pool::Temple),
        category: Place::Merit,
        ways: TRANSFER,
        amount: (500, 2000, 100),
        note: ("kathin envelope", "ใส่ซองกฐิน"),
        tag: Some(Tag::Deductible),
    },
    Occasion {
        on: (12, 5),
        whom: Whom::Anyone(Pool::Restaurant),
        category: Place::Restaurants,
        ways: CARD,
        amount: (1400, 3600, 10),
        note: ("Father's Day dinner", "พาพ่อกินข้าววันพ่อ"),
        tag: None,
    },
    Occasion {
        on: (12, 23),
        whom: Whom::Anyone(Pool::Gift),
        category: Place::Gifts,
        ways: CARD,
        amount: (1800, 5200, 10),
        note: ("New Year hampers", "กระเช้าปีใหม่"),
        tag: Some(Tag::NewYear),
    },
];

impl Life<'_> {
    pub(crate) fn occasion(&mut self, index: usize) -> Option<Entry> {
        let books = self.books;
        let occasion = OCCASIONS.get(index)?;
        let known = match occasion.whom {
            Whom::Party(party) => books.roster.party(party),
            Whom::Anyone(pool) => books.roster.choose(pool, &mut self.draw),
        };
        let (low, high, step) = occasion.amount;
        let amount = self.draw.amount(whole(low), whole(high), whole(step));
        let note = books.phrases.say(occasion.note.0, occasion.note.1);
        let entry = if occasion.category == Place::GiftsReceived {
            let text = books.phrases.transfer(known, true, &mut self.draw);
            Entry::with(known).text(text).baht(Place::Checking, amount).baht(occasion.category, -amount)
        } else {
            let place = self.able(occasion.ways, amount);
            let text = match occasion.whom {
                Whom::Party(_) if place != Place::Cash => {
                    books.phrases.transfer(known, false, &mut self.draw)
                }
                _ => books.phrases.payment(place, known, &mut self.draw),
            };
            Entry::with(known).text(text).baht(place, -amount).baht(occasion.category, amount)
        };
        let entry = entry.note(note);
        Some(match occasion.tag {
            Some(tag) => entry.tag(tag),
            None => entry,
        })
    }
}
