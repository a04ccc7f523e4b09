//! What was planted in the books to be found again, as ground truth for finding it.

use crate::Books;
use crate::party::Party;
use crate::place::Place;
use crate::unit::Unit;
use ledger::{AccountId, Amount, Day, PayeeId, Quantity};

/// How often something comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Every seven days.
    Weekly,
    /// Every month.
    Monthly,
    /// Every three months.
    Quarterly,
    /// Every year.
    Yearly,
}

/// What sort of thing comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecurringKind {
    /// A service that can be cancelled.
    Subscription,
    /// Rent, utilities and other dues; the amount may change each time.
    Bill,
    /// An insurance premium.
    Premium,
    /// An instalment of a loan.
    Instalment,
    /// Pay that comes in.
    Pay,
    /// Wages that the studio pays.
    Wages,
}

/// What is odd about a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Twist {
    /// It became dearer.
    PriceRise,
    /// A trial for next to nothing turned into a paid subscription.
    TrialTurnedPaid,
    /// One charge was made twice.
    DoubleCharge,
    /// It is paid and never used: nothing else is ever bought from the payee.
    Unused,
    /// It was cancelled and has stopped.
    Cancelled,
}

/// One charge of something that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge {
    /// The day of its transaction.
    pub day: Day,
    /// What left the account it was paid from, or what came into it; always positive.
    pub amount: Amount,
}

/// Something that comes back, with every charge in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurring {
    /// Who is paid, or who pays.
    pub payee: PayeeId,
    /// The category.
    pub category: AccountId,
    /// What sort of thing it is.
    pub kind: RecurringKind,
    /// How often it comes back.
    pub period: Period,
    /// What is odd about it, if anything.
    pub twist: Option<Twist>,
    /// In order of day.
    pub charges: Vec<Charge>,
}

/// A charge before it has a payee of these books.
pub(crate) struct Planted {
    pub(crate) party: Party,
    pub(crate) category: Place,
    pub(crate) kind: RecurringKind,
    pub(crate) period: Period,
    pub(crate) twist: Option<Twist>,
    pub(crate) unit: Unit,
    pub(crate) charges: Vec<(Day, i128)>,
}

impl Planted {
    pub(crate) fn within(&self, books: &Books) -> Recurring {
        let unit = self.unit.id();
        let amount = |units| Amount::new(Quantity::new(units).unwrap_or_default(), unit);
        Recurring {
            payee: books.roster.party(self.party).id,
            category: self.category.id(),
            kind: self.kind,
            period: self.period,
            twist: self.twist,
            charges: self
                .charges
                .iter()
                .map(|(day, units)| Charge { day: *day, amount: amount(*units) })
                .collect(),
        }
    }
}
