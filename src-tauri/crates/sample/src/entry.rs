//! A transaction while it is put together.

use crate::place::Place;
use crate::roster::Known;
use crate::tag::Tag;
use crate::unit::Unit;
use ledger::{PayeeId, Sorting};

/// A posting of a transaction that is being put together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leg {
    pub(crate) place: Place,
    pub(crate) unit: Unit,
    /// Smallest units, into the account if positive.
    pub(crate) units: i128,
    pub(crate) memo: &'static str,
}

/// A transaction before it has a key and a status.
pub(crate) struct Entry {
    pub(crate) payee: Option<PayeeId>,
    pub(crate) description: String,
    pub(crate) note: String,
    pub(crate) tags: Vec<Tag>,
    pub(crate) sorting: Sorting,
    pub(crate) legs: Vec<Leg>,
}

impl Entry {
    pub(crate) fn new(payee: Option<&Known>) -> Self {
        Self {
            payee: payee.map(|known| known.id),
            description: String::new(),
            note: String::new(),
            tags: Vec::new(),
            sorting: Sorting::Person,
            legs: Vec::with_capacity(2),
        }
    }

    pub(crate) fn with(payee: &Known) -> Self {
        Self::new(Some(payee))
    }

    /// Adds a posting, unless it is of nothing.
    pub(crate) fn leg(mut self, place: Place, unit: Unit, units: i128) -> Self {
        if units != 0 {
            self.legs.push(Leg { place, unit, units, memo: "" });
        }
        self
    }

    /// Adds a posting of satang.
    pub(crate) fn baht(self, place: Place, satang: i128) -> Self {
        self.leg(place, Unit::Thb, satang)
    }

    /// Says what the last posting is for.
    pub(crate) fn memo(mut self, memo: &'static str) -> Self {
        if let Some(leg) = self.legs.last_mut() {
            leg.memo = memo;
        }
        self
    }

    pub(crate) fn text(self, description: String) -> Self {
        Self { description, ..self }
    }

    pub(crate) fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    pub(crate) fn tag(mut self, tag: Tag) -> Self {
        self.tags.push(tag);
        self
    }
}
