//! What providers tell, in one shape for all of them.
//!
//! An amount is an exact decimal with its currency's code, as the provider wrote it; it meets the scale of a commodity of
//! the books only when it is booked, and one that does not fit is refused there.

use ledger::Day;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An amount outside the books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// How much, exactly as the provider says.
    pub amount: Decimal,
    /// Of what: an ISO 4217 code, or that of a coin or security.
    pub currency: String,
}

/// An account at a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The provider's id.
    pub id: String,
    /// What the provider calls it.
    pub name: String,
    /// Its currency; a wallet of several has an account for each.
    pub currency: String,
    /// The kind of account of the books that it is like: `checking`, `card`, `wallet`, ...
    pub kind: Option<ledger::AccountKind>,
    /// The end of its number, to be told from others.
    pub number: Option<String>,
    /// Balances with it, where the same answer has them.
    pub balance: Option<Balance>,
}

/// What an account holds at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// The provider's id of the account.
    pub account: String,
    /// What is booked there.
    pub booked: Money,
    /// What may be spent, where the provider tells.
    pub available: Option<Decimal>,
    /// The day of which it is told.
    pub day: Option<Day>,
}

/// A movement on an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transaction {
    /// The provider's id; a blank one is none.
    pub id: Option<String>,
    /// The provider's id of the account.
    pub account: String,
    /// The day it was booked, or happened while it is pending.
    pub day: Day,
    /// Positive into the account, negative out of it.
    pub money: Money,
    /// All words by which the provider describes it.
    pub description: String,
    /// Who was paid or paid, where the provider tells it apart.
    pub payee: Option<String>,
    /// `true` until it is booked for good.
    pub pending: bool,
    /// The id that the same movement had while it was pending.
    pub was: Option<String>,
    /// The account's balance after it.
    pub balance: Option<Decimal>,
    /// What the provider kept of it: part of the money above, positive.
    pub fee: Option<Money>,
    /// The key or reference of the operation of ours that caused it, where the provider gives it back.
    pub operation: Option<String>,
}

/// An exchange rate or a price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// The code of what is priced.
    pub of: String,
    /// The code of what it is priced in.
    pub against: String,
    /// How much of `against` one of `of` costs.
    pub price: Decimal,
    /// The day of which it is told.
    pub day: Day,
}

/// An offer to convert, for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The provider's id, by which it is taken.
    pub id: String,
    /// What is given, all costs included.
    pub give: Money,
    /// What is got.
    pub get: Money,
    /// The part of `give` that is a fee.
    pub fee: Option<Money>,
    /// When it ends, in milliseconds since 1970 UTC.
    pub until: i64,
}

/// A security or coin that is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// The provider's id of the account.
    pub account: String,
    /// The code of what is held.
    pub code: String,
    /// What it is called.
    pub name: Option<String>,
    /// How many.
    pub quantity: Decimal,
    /// What it was bought for in all.
    pub cost: Option<Money>,
}

/// What a processor paid out, with what it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payout {
    /// The provider's id.
    pub id: String,
    /// The day it arrives.
    pub day: Day,
    /// How much arrives.
    pub money: Money,
    /// `true` once it has arrived.
    pub arrived: bool,
}

/// Somebody money can be sent to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The provider's id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// By what they are reached: an account number, an IBAN, a telephone number.
    pub address: Option<String>,
    /// In what they are paid.
    pub currency: Option<String>,
}

/// A priced offer that binds nobody until it is taken: a loan, cover, a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The provider's id, by which it is taken.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The sum lent, or covered.
    pub sum: Option<Money>,
    /// What is paid each time.
    pub price: Money,
    /// How often: a rule of RFC 5545, as `FREQ=MONTHLY;COUNT=12`.
    pub rule: Option<String>,
    /// Yearly rate in percent, for a loan.
    pub rate: Option<Decimal>,
    /// When it ends, in milliseconds since 1970 UTC.
    pub until: Option<i64>,
}

/// A statement as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The provider's id.
    pub id: String,
    /// The provider's id of the account.
    pub account: String,
    /// The last day it covers.
    pub through: Day,
    /// The name of the file.
    pub file: String,
}

/// An entry of a list that somebody may be on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// The provider's id of the entry.
    pub id: String,
    /// The name on the list.
    pub name: String,
    /// Which list.
    pub list: String,
    /// How alike, from 0 to 1.
    pub score: Decimal,
}

/// One record of a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "record")]
#[allow(clippy::large_enum_variant, reason = "records come in pages of one kind")]
pub enum Record {
    /// An account.
    Account(Account),
    /// What an account holds.
    Balance(Balance),
    /// A movement.
    Transaction(Transaction),
    /// A rate or a price.
    Rate(Rate),
    /// An offer to convert.
    Quote(Quote),
    /// What is held.
    Holding(Holding),
    /// What was paid out.
    Payout(Payout),
    /// Somebody money can be sent to.
    Party(Party),
    /// A loan, cover or a plan.
    Offer(Offer),
    /// A statement.
    Statement(Statement),
    /// An entry of a list.
    Match(Match),
}

/// A record that could not be read: the place in the provider's answer, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Which record of the answer, counted from 1.
    pub place: u32,
    /// Which field of it, where one is at fault.
    pub field: Option<String>,
    /// What is wrong, in English.
    pub reason: String,
}
