//! Journeys: when, where to, and in what currency.

use crate::calendar::on;
use crate::tag::Tag;
use crate::unit::Unit;
use ledger::{Day, Month};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Destination {
    Japan,
    Europe,
    /// Chiang Mai at New Year.
    Hills,
    /// Home to the family at Songkran.
    Home,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Trip {
    pub(crate) destination: Destination,
    pub(crate) from: Day,
    pub(crate) to: Day,
}

impl Trip {
    pub(crate) fn unit(&self) -> Unit {
        match self.destination {
            Destination::Japan => Unit::Jpy,
            Destination::Europe => Unit::Eur,
            Destination::Hills | Destination::Home => Unit::Thb,
        }
    }

    pub(crate) fn is_abroad(&self) -> bool {
        self.unit() != Unit::Thb
    }

    pub(crate) fn tag(&self) -> Tag {
        match self.destination {
            Destination::Japan => Tag::JapanTrip,
            Destination::Europe => Tag::EuropeTrip,
            Destination::Hills => Tag::ThailandTrip,
            Destination::Home => Tag::Songkran,
        }
    }

    pub(crate) fn covers(&self, day: Day) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

/// The journeys that start between two days: Japan in even years, Europe in odd ones, home at Songkran, the hills at
/// New Year.
pub(crate) fn trips(from: Day, to: Day) -> Vec<Trip> {
    let mut trips = Vec::new();
    let mut month = Month::of(from);
    while month.first() <= to {
        let (year, of_year, _) = crate::calendar::parts(month.first());
        let trip = |destination, date, days: i32| {
            let start = on(month, date);
            Trip { destination, from: start, to: start.offset(days) }
        };
        match of_year {
            4 => trips.push(trip(Destination::Home, 11, 5)),
            9 if year % 2 != 0 => trips.push(trip(Destination::Europe, 18, 11)),
            11 if year % 2 == 0 => trips.push(trip(Destination::Japan, 3, 7)),
            12 => trips.push(trip(Destination::Hills, 29, 4)),
            _ => {}
        }
        month = month.offset(1);
    }
    trips.retain(|trip| trip.from > from && trip.from <= to);
    trips
}
