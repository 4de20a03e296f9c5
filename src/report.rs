//! Everything that leaves the program for people or other programs to read: pure functions to text and bytes.
//!
//! Imports `engine` and `i18n`, and nothing else of ours.

pub mod diagnostics;
