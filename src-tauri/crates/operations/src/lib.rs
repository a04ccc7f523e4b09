//! The outside, as nouns and laws: what a provider can do, what it tells, and the life of what is asked of it.
//!
//! Everything here is pure: no clock, no file, no network. A provider's own words become [`record`]s; what a person asks
//! of a provider is an [`Operation`], whose state changes only as [`OperationState::allows`] says.
#![deny(clippy::float_arithmetic)]

mod capability;
mod connection;
mod operation;
mod outcome;
pub mod record;
mod request;
mod state;

pub use capability::{Capability, Service, Shape};
pub use connection::{Connection, ConnectionId, ConnectionState, Linked, Mode};
pub use operation::{Booking, Event, EventKind, Operation, OperationId};
pub use outcome::{Failure, Outcome, Standing};
pub use record::{Fault, Money};
pub use request::{Beneficiary, Request};
pub use state::{OperationState, Transition};
