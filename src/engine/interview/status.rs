//! How far an interview is, and where each question stands in it.

use serde::{Deserialize, Serialize};

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

impl Progress {
    /// The share that is done, 0..100, rounded down so that 100 means all.
    pub const fn percent(self) -> usize {
        match self.asked {
            0 => 0,
            asked => self.done * 100 / asked,
        }
    }
}

/// The status of a question in an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Asked, and nothing was said yet.
    Open,
    /// A value was given.
    Answered,
    /// "I do not know."
    DontKnow,
    /// "I prefer not to answer."
    Refused,
    /// "This does not apply to us."
    NotApplicable,
    /// Not asked, by routing or by the form.
    NotAsked,
}

impl Status {
    /// The word that expressions and exports use.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::DontKnow => "dont_know",
            Self::Refused => "refused",
            Self::NotApplicable => "not_applicable",
            Self::NotAsked => "not_asked",
        }
    }
}
