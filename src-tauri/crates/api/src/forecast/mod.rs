//! What accounts will hold, and what if.

mod budgeted;
mod floor;
mod outcome;
mod scenario;
mod scheduled;
mod show;
mod source;
mod view;

pub(crate) use scenario::read_rate;
pub(crate) use source::ForecastSource;
pub use view::{
    AlterationInput, CoverView, ForecastAccount, ForecastInput, ForecastOutcome, ForecastSeries,
    ForecastStep, ForecastView, KnownView, RegularView, ScenarioInput, ScenarioView, ShortfallView,
    SourceView,
};
