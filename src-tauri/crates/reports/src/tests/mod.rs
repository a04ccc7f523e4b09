//! Reports on small books.

mod laws;
mod small_books;
mod statements;
