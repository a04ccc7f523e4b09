//! One thing before and after.

use crate::batch::{Attachment, Batch, Profile, StoredRule};
use crate::table::Setting;
use ledger::{Account, Commodity, Payee, Price, Statement, Tag, Transaction};
use planning::{
    BillDecision, Budget, Dismissal, Envelope, Exception, Floor, Goal, Move, OwnHoliday, Scenario, Schedule,
    Template,
};
use serde::{Deserialize, Serialize};

/// A thing before and after a change; `None` where it did not exist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delta<T> {
    /// As it was.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub before: Option<T>,
    /// As it became.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub after: Option<T>,
}

fn none<T>() -> Option<T> {
    None
}

impl<T> Delta<T> {
    /// `thing` came into being.
    pub fn added(thing: T) -> Self {
        Self { before: None, after: Some(thing) }
    }

    /// `before` became `after`.
    pub fn replaced(before: T, after: T) -> Self {
        Self { before: Some(before), after: Some(after) }
    }

    /// `thing` went away.
    pub fn removed(thing: T) -> Self {
        Self { before: Some(thing), after: None }
    }

    pub(crate) fn reversed(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// A hundred thousand transactions of one import lie side by side: what is larger than a transaction lies elsewhere.
macro_rules! held {
    ($type:ty) => { Delta<$type> };
    ($type:ty, $holder:ident) => { $holder<Delta<$type>> };
}

macro_rules! changes {
    ($($(#[$doc:meta])* $name:ident($type:ty) $(in $holder:ident)?,)*) => {
        /// A change of one thing in the books.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(clippy::large_enum_variant)]
        pub enum Change { $($(#[$doc])* $name(held!($type $(, $holder)?)),)* }

        impl Change {
            /// The change that takes this one back.
            #[must_use]
            pub(crate) fn reversed(self) -> Self {
                match self { $(Self::$name(delta) => Self::$name(delta.reversed().into()),)* }
            }
        }

        $(impl From<Delta<$type>> for Change {
            fn from(delta: Delta<$type>) -> Self {
                Self::$name(delta.into())
            }
        })*
    };
}

changes! {
    /// Of a setting that belongs to the ledger.
    Setting(Setting),
    /// Of a commodity.
    Commodity(Commodity),
    /// Of an account.
    Account(Account),
    /// Of a payee.
    Payee(Payee),
    /// Of a tag.
    Tag(Tag),
    /// Of a rule.
    Rule(StoredRule),
    /// Of a remembered way to read a bank's files.
    Profile(Profile),
    /// Of an import.
    Batch(Batch),
    /// Of a price.
    Price(Price),
    /// Of a statement balance.
    Statement(Statement),
    /// Of a transaction.
    Transaction(Transaction),
    /// Of a receipt.
    Attachment(Attachment),
    /// Of a budget.
    Budget(Budget),
    /// Of an envelope's settings.
    Envelope(Envelope),
    /// Of money given a purpose.
    Move(Move),
    /// Of a budget's template.
    Template(Template),
    /// Of what comes again.
    Schedule(Schedule) in Box,
    /// Of one occurrence of it.
    Exception(Exception),
    /// Of what was said of a bill.
    BillDecision(BillDecision),
    /// Of a holiday that a person added or struck out.
    OwnHoliday(OwnHoliday),
    /// Of a goal.
    Goal(Goal),
    /// Of what an account should hold at least.
    Floor(Floor),
    /// Of a scenario.
    Scenario(Scenario),
    /// Of what was put away.
    Dismissal(Dismissal),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_change_takes_more_room_than_that_of_a_transaction() {
        let room = size_of::<Delta<Transaction>>();
        assert!(size_of::<Change>() <= room + size_of::<usize>(), "{} of {room}", size_of::<Change>());
    }
}
