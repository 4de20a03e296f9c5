//! The pure engine: no I/O, no clock, no environment, no globals; randomness only from a seed passed in.
//!
//! Imports nothing of the rest of the program.

pub mod advice;
pub mod answer;
pub mod around;
pub mod benchmark;
pub mod catalogue;
pub mod change;
pub mod explain;
pub mod expr;
#[cfg(test)]
pub(crate) mod fixture;
pub mod id;
pub mod interview;
pub mod lever;
pub mod library;
pub mod outlook;
pub mod parallel;
pub mod pool;
pub mod portfolio;
pub mod profile;

pub mod questionnaire;
pub mod random;
pub mod ranks;
pub mod reference;
pub mod rehearsal;
pub mod reliability;
pub mod roadmap;
pub mod score;
pub mod sensitivity;
pub mod statistics;
pub mod steps;
pub mod target;
pub mod template;
pub mod text;
pub mod uncertainty;
pub mod visit;
