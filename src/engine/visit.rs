//! The work around an interview: how each visit ended, and how long which question was on the screen.
//!
//! Neither is an answer, so both stand beside the journal.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::id::QuestionId;
use super::text::Lang;

/// How a visit to an enterprise ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The assessment was closed.
    Completed,
    /// It goes on another time.
    Partly,
    /// It goes on at a day that was agreed.
    Postponed,
    /// The enterprise does not want to answer.
    Refused,
    /// Nobody was there, or there is no such enterprise.
    NotFound,
}

/// How one visit ended, as whoever ended it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// UUIDv7.
    pub id: Uuid,
    /// When it ended.
    pub ended: Timestamp,
    /// The machine it was kept on.
    pub device: String,
    /// Who was there.
    pub interviewer: String,
    /// How it ended.
    #[serde(flatten)]
    pub ending: Ending,
}

/// What is said of the end of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// How it ended.
    pub outcome: Outcome,
    /// The day to which it was postponed.
    pub until: Option<Date>,
    /// Why, in words; may be empty.
    pub reason: String,
}

/// The way on which a question was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// From the question before it, or as the first.
    Next,
    /// From a later question.
    Back,
    /// Past questions between.
    Jump,
}

/// A question on the screen, from its appearance until another place of the interview was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// When it appeared.
    pub since: Timestamp,
    /// The question.
    pub question: QuestionId,
    /// Milliseconds until it was left.
    pub ms: u64,
    /// The language shown when it was left.
    pub lang: Lang,
    /// How it was reached.
    pub way: Way,
}

/// All stays together: the totals of how an assessment was passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Effort {
    /// Milliseconds on the screen.
    pub ms: u64,
    /// How often a question was come back to from a later one.
    pub back: usize,
}

impl Effort {
    /// The totals with one more stay.
    #[must_use]
    pub fn and(self, ms: u64, way: Way) -> Self {
        Self { ms: self.ms.saturating_add(ms), back: self.back + usize::from(way == Way::Back) }
    }
}

/// The totals; `None` if nothing was recorded.
pub fn effort(stays: &[Stay]) -> Option<Effort> {
    let total = || stays.iter().fold(Effort::default(), |total, stay| total.and(stay.ms, stay.way));
    (!stays.is_empty()).then(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_are_added_up_and_nothing_recorded_is_not_zero() {
        let stay = |ms, way| Stay { since: Timestamp::UNIX_EPOCH, question: "F2".into(), ms, lang: Lang::Uz, way };
        let stays = [stay(1_500, Way::Next), stay(700, Way::Back), stay(1, Way::Jump), stay(u64::MAX, Way::Back)];
        assert_eq!(effort(&stays[..3]), Some(Effort { ms: 2_201, back: 1 }));
        assert_eq!(effort(&stays), Some(Effort { ms: u64::MAX, back: 2 }));
        assert_eq!(effort(&[]), None);
    }
}
