//! The series that charts draw, taken from a report's rows.

mod bars;
mod sankey;
mod treemap;
mod worth;

pub use bars::Bar;
pub use sankey::{Sankey, Stream};
pub use treemap::Tile;
pub use worth::WorthPoint;
