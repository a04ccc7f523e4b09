//! Planning: a first budget and all that is done in it, bills, schedules, a forecast, reminders; in both languages.
#![allow(clippy::expect_used, clippy::panic, reason = "a journey that cannot go on says so")]

mod budget;
mod coming;
mod notices;
mod sheet;

use journeys::Language;

#[tokio::test(flavor = "multi_thread")]
async fn a_first_budget_is_made_filled_covered_and_moved_about_in_english() {
    budget::journey(Language::English).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_budget_is_made_filled_covered_and_moved_about_in_thai() {
    budget::journey(Language::Thai).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_is_confirmed_changed_foreseen_and_reminded_of_in_english() {
    coming::journey(Language::English).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_is_confirmed_changed_foreseen_and_reminded_of_in_thai() {
    coming::journey(Language::Thai).await;
}
