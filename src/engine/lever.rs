//! What could be done: a sandbox for trying answers, the cheapest path to a goal, and the question that would
//! narrow the interval most. What one step adds to the index is in `score`.
//!
//! Computes on copies; nothing here changes an interview or is stored.

mod ladder;
mod next;
mod path;
mod sandbox;
mod step;
#[cfg(test)]
mod tests;

pub use ladder::{Ladder, Rung, effort, ladder};
pub use next::{NextQuestion, next_of_the_heaviest, next_questions};
pub use path::{Goal, Outcome, Path, PathStep, Reach, cheapest_path, next_band};
pub use sandbox::{Moves, Sandbox};
pub use step::{Direction, step};
