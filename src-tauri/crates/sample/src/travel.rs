//! Journeys: bookings, foreign money, and the days away.

use crate::entry::Entry;
use crate::life::Life;
use crate::party::Party;
use crate::phrases::Topic;
use crate::place::Place;
use crate::roster::Pool;
use crate::trip::{Destination, Trip};
use crate::unit::{Unit, cents, whole};

/// At most so many everyday transactions of a day belong to a journey.
const IN_A_DAY: u32 = 9;

impl Life<'_> {
    fn trip(&self, index: usize) -> Option<Trip> {
        self.books.schedule.trips.get(index).copied()
    }

    pub(crate) fn flight(&mut self, index: usize) -> Option<Entry> {
        let trip = self.trip(index)?;
        let fare = match trip.destination {
            Destination::Japan => self.draw.amount(whole(14_500), whole(24_000), whole(5)),
            Destination::Europe => self.draw.amount(whole(27_000), whole(43_000), whole(5)),
            Destination::Hills | Destination::Home => self.draw.amount(whole(2400), whole(4600), whole(5)),
        };
        Some(self.booking(trip, Party::Airline, Place::Flights, fare))
    }

    pub(crate) fn hotel(&mut self, index: usize) -> Option<Entry> {
        let trip = self.trip(index)?;
        let nights = i128::from(trip.to.number() - trip.from.number());
        let night = if trip.is_abroad() { whole(2600) } else { whole(1300) };
        let price = nights * self.draw.amount(night, night * 2, whole(10));
        Some(self.booking(trip, Party::Staybarn, Place::Hotels, price))
    }

    pub(crate) fn travel_cover(&mut self, index: usize) -> Option<Entry> {
        let trip = self.trip(index)?;
        let premium = self.draw.amount(whole(420), whole(1350), whole(1));
        Some(self.booking(trip, Party::RomYen, Place::TravelInsurance, premium))
    }

    fn booking(&mut self, trip: Trip, party: Party, category: Place, amount: i128) -> Entry {
        let known = self.books.roster.party(party);
        let text = self.books.phrases.payment(Place::Card, known, &mut self.draw);
        let entry = Entry::with(known).text(text).tag(trip.tag());
        entry.baht(Place::Card, -amount).baht(category, amount)
    }

    /// Foreign money for the journey: yen for baht; for Europe the euros in the pot first.
    pub(crate) fn travel_money(&mut self, index: usize) -> Option<Entry> {
        let trip = self.trip(index)?;
        let in_wallet = self.held(Place::TravelWallet, trip.unit());
        let saved = self.held(Place::EuroPot, Unit::Eur).min(whole(1200) - in_wallet);
        if trip.unit() == Unit::Eur && saved > whole(300) {
            let known = self.books.roster.party(Party::Wanderpurse);
            let units = saved / whole(10) * whole(10);
            let entry = Entry::with(known).text("TRANSFER TO WANDERPURSE".to_owned()).tag(trip.tag());
            let entry = entry.leg(Place::EuroPot, Unit::Eur, -units);
            return Some(entry.leg(Place::TravelWallet, Unit::Eur, units));
        }
        let enough = if trip.unit() == Unit::Jpy { 60_000 } else { whole(900) };
        if in_wallet > enough { None } else { self.pocket_money(trip) }
    }

    fn pocket_money(&mut self, trip: Trip) -> Option<Entry> {
        let units = if trip.unit() == Unit::Jpy { 50_000 } else { whole(400) };
        Some(self.exchange(Place::TravelWallet, trip.unit(), units, 60)?.tag(trip.tag()))
    }

    /// Something bought on a journey, if this is a day of one and it has room for more.
    pub(crate) fn on_journey(&mut self) -> Option<Entry> {
        if self.journey_today >= IN_A_DAY {
            return None;
        }
        let trip = self.books.schedule.trip_on(self.day)?;
        // The studio goes on at home.
        if !self.draw.chance(850) {
            return None;
        }
        self.journey_today += 1;
        if !trip.is_abroad() {
            return Some(self.upcountry(trip));
        }
        let (pool, category, least, most) = self.abroad(trip);
        let unit = trip.unit();
        let units = self.draw.amount(least, most, if unit == Unit::Jpy { 10 } else { 5 });
        let known = self.books.roster.choose(pool, &mut self.draw);
        if self.draw.chance(280) {
            return Some(self.by_card(trip, known, category, unit, units));
        }
        if self.held(Place::TravelWallet, unit) < units {
            return self.pocket_money(trip);
        }
        let text = self.books.phrases.payment(Place::TravelWallet, known, &mut self.draw);
        let note = self.trip_note(category);
        let entry = Entry::with(known).text(text).note(note).tag(trip.tag());
        Some(entry.leg(Place::TravelWallet, unit, -units).leg(category, unit, units))
    }

    fn trip_note(&mut self, category: Place) -> String {
        let topic = match category {
            Place::Sights => Topic::Souvenir,
            Place::TripFood => Topic::Trip,
            _ => return String::new(),
        };
        self.books.phrases.note(topic, &mut self.draw)
    }

    /// Where foreign money goes, and between how many smallest units.
    fn abroad(&mut self, trip: Trip) -> (Pool, Place, i128, i128) {
        let what = self.draw.below(10);
        if trip.unit() == Unit::Jpy {
            match what {
                0..=4 => (Pool::Japan, Place::TripFood, 380, 5200),
                5..=7 => (Pool::JapanTrain, Place::TripTransport, 180, 1600),
                _ => (Pool::JapanSight, Place::Sights, 500, 9800),
            }
        } else {
            match what {
                0..=4 => (Pool::Europe, Place::TripFood, cents(3, 20), whole(58)),
                5..=7 => (Pool::EuropeTrain, Place::TripTransport, cents(1, 70), whole(34)),
                _ => (Pool::EuropeSight, Place::Sights, whole(5), whole(75)),
            }
        }
    }

    /// Foreign money on the baht card: the bank converts at the day's rate and adds 2.5 %.
    fn by_card(
        &mut self,
        trip: Trip,
        known: &crate::roster::Known,
        category: Place,
        unit: Unit,
        units: i128,
    ) -> Entry {
        let price = self.books.market.worth(units, unit, self.day);
        let fee = price * 25 / 1000;
        let text = self.books.phrases.payment(Place::Card, known, &mut self.draw);
        let shown = rust_decimal::Decimal::from_i128_with_scale(units, unit.decimals().into());
        Entry::with(known)
            .text(text.replace(" BANGKOK TH", ""))
            .note(format!("{} {shown}", unit.code()))
            .tag(trip.tag())
            .baht(Place::Card, -(price + fee))
            .baht(category, price)
            .baht(Place::ExchangeFees, fee)
            .memo("2.5%")
    }

    fn upcountry(&mut self, trip: Trip) -> Entry {
        let pool = if trip.destination == Destination::Hills { Pool::Hills } else { Pool::Upcountry };
        let known = self.books.roster.choose(pool, &mut self.draw);
        let category = if self.draw.chance(650) { Place::TripFood } else { Place::Sights };
        let amount = self.draw.amount(whole(50), whole(1400), whole(5));
        let wanted = *self.draw.pick(&[Place::Cash, Place::EWallet, Place::Card]);
        let place = self.able(&[wanted, Place::Checking], amount);
        let text = self.books.phrases.payment(place, known, &mut self.draw);
        let note = self.trip_note(category);
        let entry = Entry::with(known).text(text).note(note).tag(trip.tag());
        entry.baht(place, -amount).baht(category, amount)
    }
}
