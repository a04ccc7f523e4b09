#![no_main]
#![allow(dead_code, reason = "each program is of one reader")]

#[path = "mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::read_ofx(bytes));
