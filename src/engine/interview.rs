//! One interview: what is asked and why, what has been said, and the way from a proposal to a change.
//!
//! A change happens only through [`Interview::commit`], and only after the journal has kept it.
//! Knows nothing of screens, clocks and files: the clock is passed in.

use std::sync::Arc;

use jiff::Zoned;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Value};
use super::expr;
use super::id::{Arena, QuestionIx, SectionIx};
use super::questionnaire::{Choice, Questionnaire};
use super::text::{Lang, Message};

pub mod journal;

use journal::{Event, Journal, JournalError};

/// All questions, or the quick form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Every question.
    #[default]
    Full,
    /// Only the questions marked `quick`.
    Quick,
}

/// How far an assessment is: counts of questions that a person answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Asked, by the routing as it stands.
    pub asked: usize,
    /// Answered, or with a reason for no answer.
    pub done: usize,
    /// With a reason for no answer.
    pub no_answer: usize,
    /// Marked to be looked at again.
    pub flagged: usize,
    /// With a comment.
    pub comments: usize,
}
