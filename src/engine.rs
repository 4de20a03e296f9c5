//! The pure engine: no I/O, no clock, no environment, no globals; randomness only from a seed passed in.
//!
//! Imports nothing of the rest of the program.

pub mod advice;
pub mod answer;
pub mod catalogue;
pub mod expr;
pub mod id;
pub mod interview;
pub mod library;
pub mod profile;
pub mod questionnaire;
pub mod reference;
pub mod score;
pub mod target;
pub mod text;
