//! Reports on small books.

mod charts;
mod laws;
mod sentences;
mod series;
pub(crate) mod small_books;
mod statements;
