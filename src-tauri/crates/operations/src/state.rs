//! The life of an operation.

use serde::{Deserialize, Serialize};

/// Where an operation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum OperationState {
    /// Being put together; nobody has agreed to it.
    Draft,
    /// A person has agreed to it; it waits to be sent.
    Approved,
    /// On its way: whether it arrived is not known yet.
    Sending,
    /// The provider has it.
    Submitted,
    /// The provider waits for a person.
    RequiresAction,
    /// Done.
    Settled,
    /// Refused; nothing moved.
    Failed,
    /// Called off before anything moved.
    Canceled,
    /// Done, and sent back later.
    Returned,
    /// Sent, but no answer came: it is looked up before anything is sent again.
    Unknown,
}

/// A change of state that the life of an operation does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an operation that is {from:?} does not become {to:?}")]
pub struct Transition {
    /// How it stands.
    pub from: OperationState,
    /// What it should become.
    pub to: OperationState,
}

impl OperationState {
    /// Every state.
    pub const ALL: [Self; 10] = [
        Self::Draft,
        Self::Approved,
        Self::Sending,
        Self::Submitted,
        Self::RequiresAction,
        Self::Settled,
        Self::Failed,
        Self::Canceled,
        Self::Returned,
        Self::Unknown,
    ];

    /// What it may become next.
    pub fn next(self) -> &'static [Self] {
        use OperationState::*;
        match self {
            Draft => &[Approved, Canceled],
            Approved => &[Sending, Canceled],
            // Back to approved only where it is certain that nothing left the machine.
            Sending => &[Approved, Submitted, RequiresAction, Settled, Failed, Unknown],
            Submitted => &[RequiresAction, Settled, Failed, Canceled, Returned],
            RequiresAction => &[Submitted, Settled, Failed, Canceled, Returned],
            // Sent again only once a look-up has shown that it never arrived.
            Unknown => &[Sending, Submitted, RequiresAction, Settled, Failed, Canceled, Returned],
            Settled => &[Returned],
            Failed | Canceled | Returned => &[],
        }
    }

    /// Whether `to` may follow.
    ///
    /// # Errors
    /// The [`Transition`] that there is not.
    pub fn allows(self, to: Self) -> Result<(), Transition> {
        if self.next().contains(&to) { Ok(()) } else { Err(Transition { from: self, to }) }
    }

    /// `true` where nothing more is expected of the provider but a return.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Settled | Self::Failed | Self::Canceled | Self::Returned)
    }

    /// `true` where money has moved, or may have.
    pub fn may_have_moved(self) -> bool {
        !matches!(self, Self::Draft | Self::Approved | Self::Failed | Self::Canceled)
    }
}

#[cfg(test)]
mod tests {
    use super::OperationState::{self, *};

    #[test]
    fn every_life_ends_and_begins_as_a_draft() {
        let mut reached = vec![Draft];
        let mut place = 0;
        while let Some(state) = reached.get(place).copied() {
            place += 1;
            for next in state.next() {
                if !reached.contains(next) {
                    reached.push(*next);
                }
            }
        }
        assert_eq!(reached.len(), OperationState::ALL.len());
        for state in OperationState::ALL {
            assert_eq!(state.next().is_empty(), matches!(state, Failed | Canceled | Returned), "{state:?}");
            assert!(Draft.allows(state).is_ok() == matches!(state, Approved | Canceled), "{state:?}");
        }
    }

    #[test]
    fn what_was_sent_is_sent_again_only_from_unknown_or_where_nothing_left() {
        let senders: Vec<_> =
            OperationState::ALL.into_iter().filter(|state| state.next().contains(&Sending)).collect();
        assert_eq!(senders, [Approved, Unknown]);
        assert_eq!(Settled.next(), [Returned]);
    }
}
