//! What accounts will hold: what is known to come, what was learned from the past, and how far off both may be.
//!
//! A [`Line`] is an account in one commodity. What is known is added day by day; what nobody scheduled is learned from the
//! days of the past; the band around both is as wide as forecasts of the past, made the same way, would have been off.

mod band;
mod floor;
mod line;
mod movement;
mod outlook;
mod pattern;
mod regular;
mod scenario;
mod shortfall;

pub use floor::Floor;
pub use line::{Known, Line, Source, Spread};
pub use movement::Movement;
pub use outlook::{Forecast, Point, forecast};
pub use regular::{Regular, find_regular};
pub use scenario::{Alteration, Scenario, ScenarioId};
pub use shortfall::{Cover, Shortfall, shortfalls};
