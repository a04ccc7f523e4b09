//! Any day: coffee, lunch, the train, a sale in the studio's shop.

use crate::calendar::is_weekend;
use crate::entry::Entry;
use crate::habit::{HABITS, Habit, Shape};
use crate::life::Life;
use crate::person::with_vat;
use crate::phrases::Topic;
use crate::place::Place;
use crate::roster::Known;
use crate::tag::Tag;
use crate::unit::{Unit, whole};
use ledger::Sorting;

impl Life<'_> {
    /// One everyday transaction: an account refilled, something on a journey, or a habit.
    pub(crate) fn everyday(&mut self) -> Entry {
        if let Some(entry) = self.replenish() {
            return entry;
        }
        if let Some(entry) = self.on_journey() {
            return entry;
        }
        let rhythm = &self.books.rhythm;
        let sums = if self.books.schedule.trip_on(self.day).is_some() {
            &rhythm.away
        } else if self.needs_sales() {
            &rhythm.busy_shop
        } else if is_weekend(self.day) {
            &rhythm.weekend
        } else {
            &rhythm.weekday
        };
        let habit = &HABITS[self.draw.weighted(sums)];
        self.follow(habit)
    }

    fn follow(&mut self, habit: &Habit) -> Entry {
        let books = self.books;
        let known = books.roster.choose(habit.pool, &mut self.draw);
        let (low, high, step) = habit.amount;
        let amount = self.draw.amount(whole(low), whole(high), step);
        let entry = match habit.shape {
            Shape::Plain => {
                let wanted = *self.draw.pick(habit.ways);
                let place = self.able(&[wanted, Place::Checking], amount);
                self.paid(known, place, amount).baht(habit.category, amount)
            }
            Shape::Basket => self.basket(habit, known, amount),
            Shape::Sale => self.sale(known, amount),
            Shape::WithVat => {
                let place = self.able(habit.ways, amount);
                with_vat(self.paid(known, place, amount), habit.category, amount)
            }
            Shape::Refund => self.paid(known, Place::Card, -amount).baht(habit.category, -amount),
            Shape::Lend => self.lend(known, amount),
            Shape::Abroad => {
                let text = books.phrases.payment(Place::DollarCard, known, &mut self.draw);
                let entry = Entry::with(known).text(text).tag(Tag::Business);
                entry.leg(Place::DollarCard, Unit::Usd, -amount).leg(habit.category, Unit::Usd, amount)
            }
        };
        let topic = match habit.topic {
            Some(Topic::Object) if amount >= whole(1200) => Some(Topic::Gadget),
            Some(Topic::Lend)
                if entry.legs.iter().any(|leg| leg.place == Place::Friends && leg.units < 0) =>
            {
                Some(Topic::Back)
            }
            topic => topic,
        };
        let entry = match topic {
            Some(topic) => entry.note(books.phrases.note(topic, &mut self.draw)),
            None => entry,
        };
        if habit.shape == Shape::Plain { self.left_to_review(entry, known) } else { entry }
    }

    /// The paying side of a transaction.
    fn paid(&mut self, known: &Known, place: Place, amount: i128) -> Entry {
        let text = self.books.phrases.payment(place, known, &mut self.draw);
        let entry = Entry::with(known).text(text).baht(place, -amount);
        if place == Place::StudioBank { entry.tag(Tag::Business) } else { entry }
    }

    /// A supermarket bill; from 600 baht up a part of it is for the household.
    fn basket(&mut self, habit: &Habit, known: &Known, amount: i128) -> Entry {
        let wanted = *self.draw.pick(habit.ways);
        let place = self.able(&[wanted, Place::Checking], amount);
        let entry = self.paid(known, place, amount);
        if amount < whole(600) {
            return entry.baht(habit.category, amount);
        }
        let household = amount * i128::from(self.draw.between(12, 38)) / 100 / 25 * 25;
        entry.baht(habit.category, amount - household).baht(Place::Household, household)
    }

    /// A sale through the payment processor, which keeps its fee; VAT is in the price.
    fn sale(&mut self, customer: &Known, gross: i128) -> Entry {
        let fee = gross * 275 / 10_000 + whole(3);
        let vat = (gross * 7 + 53) / 107;
        let mut text = String::with_capacity(24);
        text.push_str("TILLBRIDGE ORDER ");
        self.draw.digits(&mut text, 7);
        Entry::with(customer)
            .text(text)
            .tag(Tag::Business)
            .tag(Tag::Vat)
            .baht(Place::Processor, gross - fee)
            .baht(Place::PaymentFees, fee)
            .baht(Place::ShopSales, vat - gross)
            .baht(Place::OutputVat, -vat)
    }

    /// A friend pays back what stands open, or has something paid.
    fn lend(&mut self, friend: &Known, amount: i128) -> Entry {
        let open = self.baht(Place::Friends);
        if open > whole(1200) || open >= amount && self.draw.chance(500) {
            let back = open.min(amount.max(whole(400)));
            let text = self.books.phrases.transfer(friend, true, &mut self.draw);
            let entry = Entry::with(friend).text(text).tag(Tag::Shared);
            return entry.baht(Place::Checking, back).baht(Place::Friends, -back);
        }
        let place = self.able(&[Place::Checking], amount);
        let entry = self.paid(friend, place, amount).tag(Tag::Shared);
        entry.baht(Place::Friends, amount)
    }

    /// In the last two weeks one in three rows that came from a bank has no category yet, another only a proposed one.
    fn left_to_review(&mut self, mut entry: Entry, known: &Known) -> Entry {
        if self.day < self.books.closing.review_from || entry.description.is_empty() {
            return entry;
        }
        self.to_review += 1;
        match self.to_review % 3 {
            0 => {
                if let Some(leg) = entry.legs.last_mut() {
                    leg.place = Place::Uncategorised;
                }
                entry.payee = None;
                entry.note.clear();
                entry.sorting = Sorting::Nobody;
            }
            1 => {
                let of = 3 + self.draw.below(18);
                let like = of - self.draw.below(of / 3 + 1);
                entry.sorting = Sorting::Proposal { because: known.name.clone(), like, of };
            }
            _ => {}
        }
        entry
    }
}
