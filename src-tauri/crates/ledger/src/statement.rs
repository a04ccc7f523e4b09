//! What a bank says an account holds at the end of a day.

use crate::{AccountId, Amount, Day, StatementId};
use serde::{Deserialize, Serialize};

/// A balance that a statement states, to be compared with ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its row in this ledger.
    pub id: StatementId,
    /// The account it is about.
    pub account: AccountId,
    /// The day at whose end the balance holds.
    pub day: Day,
    /// The balance stated, positive for money that is there.
    #[serde(flatten)]
    pub balance: Amount,
    /// `true` once a person has agreed it with the books, which locks the postings it covers.
    pub reconciled: bool,
}
