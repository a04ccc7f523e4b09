//! What befalls a program and its disk: ends in the middle, full disks, closed folders, damage, company.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

mod chance;
mod company;
mod cut;
mod damage;
mod ends;
mod full_disk;
mod kill;
mod read_only;
mod state;
