//! From one answer to its score, with every number that takes part.

use crate::engine::answer::Value;
use crate::engine::id::QuestionIx;
use crate::engine::interview::{Interview, Status};
use crate::engine::questionnaire::{Item, Question, Scale, Scoring};
use crate::engine::score::{self, as_number, goalposts};

/// How the score of an item comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemExplanation {
    /// The question.
    pub question: QuestionIx,
    /// What was said, or is missing.
    pub status: Status,
    /// The value that counts.
    pub value: Option<Value>,
    /// Whether the value was given by rule, because the question is not asked.
    pub by_rule: bool,
    /// What turns the value into the score; `None` without a value, or for one that has no score.
    pub arithmetic: Option<Arithmetic>,
}

/// The numbers of a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arithmetic {
    /// `100·level/top`, or `100·(1 − level/top)` where the highest level is the worst.
    Level {
        /// The level chosen.
        level: u8,
        /// The highest level.
        top: u8,
        /// Whether the highest level is the worst.
        reverse: bool,
    },
    /// `100·clip((g(number) − g(worst))/(g(best) − g(worst)), 0, 1)`.
    Goalposts {
        /// The number.
        number: f64,
        /// The value that scores 0.
        worst: f64,
        /// The value that scores 100.
        best: f64,
        /// The transformation g.
        scale: Scale,
    },
    /// `100·min(counted, cap)/cap`.
    Count {
        /// The ticked choices that count.
        counted: usize,
        /// So many score 100.
        cap: u8,
    },
    /// The score written at the choice.
    Written(f64),
}

impl Arithmetic {
    /// Computes the score again.
    pub fn recompute(self) -> f64 {
        let score = match self {
            Self::Level { level, top, reverse } => {
                let share = f64::from(level.min(top)) / f64::from(top);
                100.0 * if reverse { 1.0 - share } else { share }
            }
            Self::Goalposts { number, worst, best, scale } => goalposts(worst, best, scale, number),
            Self::Count { counted, cap } => 100.0 * (counted as f64 / f64::from(cap)).min(1.0),
            Self::Written(score) => score,
        };
        score.clamp(0.0, 100.0)
    }
}

/// Explains the score of an item; `None` for a question that is none.
pub fn item(interview: &Interview, question: QuestionIx) -> Option<ItemExplanation> {
    let asked = &interview.questionnaire().questions[question];
    let item = asked.item.as_ref()?;
    let value = interview.effective_value(question);
    Some(ItemExplanation {
        question,
        status: interview.status(question),
        by_rule: value.is_some() && !interview.is_asked(question),
        arithmetic: value.and_then(|value| arithmetic(asked, item, value)),
        value: value.cloned(),
    })
}

fn arithmetic(question: &Question, item: &Item, value: &Value) -> Option<Arithmetic> {
    let score = score::item_score(question, item, value)?;
    match (&item.scoring, value) {
        (Scoring::Level { top, reverse }, Value::Level(level)) => {
            Some(Arithmetic::Level { level: *level, top: *top, reverse: *reverse })
        }
        (Scoring::Goalposts { worst, best, scale }, number) => {
            Some(Arithmetic::Goalposts { number: as_number(number)?, worst: *worst, best: *best, scale: *scale })
        }
        (Scoring::Count { cap }, Value::Choices(ticked)) => {
            Some(Arithmetic::Count { counted: score::useful(question.kind.choices()?, ticked), cap: *cap })
        }
        (Scoring::Choice, Value::Choice(_)) => Some(Arithmetic::Written(score)),
        _ => None,
    }
}
