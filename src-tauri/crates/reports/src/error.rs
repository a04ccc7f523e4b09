//! Why there is no report.

use ledger::{AccountId, CommodityId, Day, QuantityError};

/// Why a request has no report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// The period, cut this finely, has more columns than anybody can read.
    #[error("the report would have more than {most} columns; choose a shorter period or longer intervals")]
    TooManyColumns {
        /// The most there may be.
        most: usize,
    },
    /// A flow names an account that the tree does not have.
    #[error("no account has the id {account}")]
    UnknownAccount {
        /// The id.
        account: AccountId,
    },
    /// A flow, or the request, names a commodity that the books do not have.
    #[error("no commodity has the id {commodity}")]
    UnknownCommodity {
        /// The id.
        commodity: CommodityId,
    },
    /// The flows given are not those of the periods that the plan asks for.
    #[error("the plan asks for the flows of {expected} periods, not of {found}")]
    OtherReads {
        /// How many periods the plan asks for.
        expected: usize,
        /// How many were given.
        found: usize,
    },
    /// Flows by account were given where the plan asks for flows by payee, or the other way round.
    #[error("the plan asks for the other grain of flows: by payee, or by account and month")]
    OtherGrain,
    /// The price of a commodity makes a value of it that does not fit.
    #[error("commodity {commodity} cannot be valued at its price of {day}: {source}")]
    Value {
        /// What should be valued.
        commodity: CommodityId,
        /// The day for which a price was looked up.
        day: Day,
        /// Why it does not fit.
        source: QuantityError,
    },
    /// A sum or a value does not fit.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}
