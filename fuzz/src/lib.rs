//! What the targets do, shared with the tests.

#[path = "../../tests/hostile/mod.rs"]
pub mod hostile;
