//! What a provider answered.

use crate::record::{Money, Quote};
use ledger::Day;
use serde::{Deserialize, Serialize};

/// How something that was asked for stands at the provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The provider's own reference, once it has one.
    pub reference: Option<String>,
    /// How it stands.
    pub standing: Standing,
    /// What the provider kept, booked apart.
    pub fee: Option<Money>,
    /// The part of the fee that comes back as a share of revenue, booked apart.
    pub share: Option<Money>,
    /// What was converted in the end, where it is not as quoted.
    pub converted: Option<Quote>,
    /// The provider's id of an account that it opened.
    pub account: Option<String>,
}

/// The standing of an [`Outcome`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum Standing {
    /// The provider has it and works on it.
    Submitted,
    /// A person must do something: confirm, sign in, scan.
    RequiresAction {
        /// Where, in the system's browser.
        url: Option<String>,
        /// What, in the provider's words.
        what: String,
    },
    /// Done.
    Settled {
        /// The day on which it was booked.
        day: Day,
    },
    /// Refused.
    Failed(Failure),
    /// Called off.
    Canceled,
    /// Done, and sent back.
    Returned {
        /// The day on which it came back.
        day: Day,
        /// Why, in the provider's words.
        reason: String,
    },
    /// The provider knows nothing of it: it never arrived.
    NeverArrived,
}

/// Why something was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The provider's code.
    pub code: String,
    /// The provider's words.
    pub message: String,
    /// The number under which the provider finds the request again.
    pub request_id: Option<String>,
}
