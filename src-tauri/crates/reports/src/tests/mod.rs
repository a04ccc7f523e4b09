//! Reports on small books.

mod laws;
mod series;
mod small_books;
mod statements;
