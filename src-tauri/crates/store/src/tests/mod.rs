//! The store against its laws, on real encrypted files.

mod backups;
mod books;
mod budgets;
mod days;
mod goals;
mod laws;
mod reading;
mod schedules;
mod undo;
