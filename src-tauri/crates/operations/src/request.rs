//! What a person asks of a provider.

use crate::{Capability, Money};
use ledger::Day;
use serde::{Deserialize, Serialize};

/// Somebody who is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beneficiary {
    /// Their name.
    pub name: String,
    /// The provider's id of them, where they are known there.
    pub party: Option<String>,
    /// By what else they are reached: an IBAN, an account number, a telephone number.
    pub address: Option<String>,
}

/// What is asked of a provider. It is frozen when a person approves it: what is sent is what was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "request")]
pub enum Request {
    /// Pay somebody from an account: a bill.
    Pay {
        /// The provider's id of the account.
        from: String,
        /// Who is paid.
        to: Beneficiary,
        /// How much arrives.
        money: Money,
        /// What they read on their statement.
        reference: String,
        /// Not before this day.
        on: Option<Day>,
    },
    /// Send money to a person.
    Send {
        /// The provider's id of the account or wallet.
        from: String,
        /// Who gets it.
        to: Beneficiary,
        /// How much arrives.
        money: Money,
        /// What they read.
        note: String,
    },
    /// Ask a person for money.
    RequestMoney {
        /// The provider's id of the account that it should come to.
        to: String,
        /// Who is asked.
        of: Beneficiary,
        /// How much.
        money: Money,
        /// What they read.
        note: String,
    },
    /// Move money between accounts at the provider.
    Move {
        /// The provider's id of the account that gives.
        from: String,
        /// The provider's id of the account that gets.
        to: String,
        /// How much.
        money: Money,
    },
    /// Convert, as quoted.
    Convert {
        /// The provider's id of the account that gives.
        from: String,
        /// The provider's id of the account that gets.
        to: String,
        /// The offer that is taken.
        quote: crate::record::Quote,
    },
    /// Take a payment.
    Charge {
        /// The provider's id of the account that it lands on.
        to: String,
        /// How much.
        money: Money,
        /// What for.
        description: String,
    },
    /// Give a payment back, or a part of it.
    Refund {
        /// The provider's reference of the payment.
        of: String,
        /// How much.
        money: Money,
    },
    /// Open an account.
    AccountOpen {
        /// What it will be called.
        name: String,
        /// Its currency.
        currency: String,
    },
    /// Close an account.
    AccountClose {
        /// The provider's id of it.
        account: String,
    },
    /// Buy (positive) or sell (negative).
    Order {
        /// The provider's id of the account.
        account: String,
        /// The code of the security or coin.
        code: String,
        /// How many.
        quantity: rust_decimal::Decimal,
    },
    /// Take an offer: of a loan, of cover, of a plan.
    Accept {
        /// What for.
        capability: Capability,
        /// The offer.
        offer: crate::record::Offer,
        /// The provider's id of the account that pays, or is paid.
        account: Option<String>,
    },
    /// Apply for a loan, report a claim, begin a check of identity: what the provider's form asks.
    Apply {
        /// What for.
        capability: Capability,
        /// The answers to its form.
        answers: std::collections::BTreeMap<String, String>,
        /// The sum it is about.
        money: Option<Money>,
    },
}

impl Request {
    /// What a provider must be able to do for it.
    pub fn capability(&self) -> Capability {
        match self {
            Self::Pay { .. } | Self::Move { .. } => Capability::Pay,
            Self::Send { .. } => Capability::Send,
            Self::RequestMoney { .. } => Capability::RequestMoney,
            Self::Convert { .. } => Capability::Convert,
            Self::Charge { .. } => Capability::Charge,
            Self::Refund { .. } => Capability::Refund,
            Self::AccountOpen { .. } => Capability::AccountOpen,
            Self::AccountClose { .. } => Capability::AccountClose,
            Self::Order { .. } => Capability::Order,
            Self::Accept { capability, .. } | Self::Apply { capability, .. } => *capability,
        }
    }
}
