//! Fuzzes `hostile::expression`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tashxis_fuzz::hostile::expression(bytes));
