//! The way from a file's text to a questionnaire, or to every problem it has.

use super::Questionnaire;
use super::problem::Problem;

/// Reads and checks a questionnaire file.
///
/// # Errors
/// Every problem found, in the order of the file, at least one of them an error.
pub fn read(text: &str) -> Result<(Questionnaire, Vec<Problem>), Vec<Problem>> {
    let _ = text;
    Err(Vec::new())
}
