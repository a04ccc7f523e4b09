//! What a person can do, asked of the api as the window and the command line ask it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where it fails")]

mod attachments;
mod bill_news;
mod budget_law;
mod budgets;
mod closed_periods;
mod desk;
mod forecasts;
mod goals;
mod holdings;
mod imports;
mod insights;
mod not_a_ledger;
mod overviews;
mod payees;
mod preferences;
mod prices;
mod recovery;
mod registers;
mod reports;
mod samples;
mod schedules;
mod settings;
mod transactions;
