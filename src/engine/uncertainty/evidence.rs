//! What an assessment says of each item, and how far the answer may be off.

use crate::engine::answer::{Confidence, Value};
use crate::engine::id::{Arena, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::questionnaire::{Item, Question, Questionnaire, Scale, Scoring};
use crate::engine::score::{self, ItemState, Scores};

/// What is known of an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Evidence {
    /// A score without doubt: an answer by rule, or a what-if.
    Sure(f64),
    /// An answer that may be one step off.
    Steps {
        /// The score one step down; the score itself at the bottom.
        down: f64,
        /// The score.
        score: f64,
        /// The score one step up; the score itself at the top.
        up: f64,
        /// The probability of being off, half of it down and half up.
        chance: f64,
    },
    /// A number that may be off by a share.
    Number {
        /// The number.
        value: f64,
        /// The value that scores 0.
        worst: f64,
        /// The value that scores 100.
        best: f64,
        /// The transformation.
        scale: Scale,
        /// The largest share by which it may be off.
        share: f64,
    },
    /// Applicable but open, don't know or refused.
    Missing,
    /// Not applicable, or not asked by routing.
    Excluded,
}

impl Evidence {
    /// What the item contributes to the point score.
    pub fn state(self) -> ItemState {
        match self {
            Self::Sure(score) | Self::Steps { score, .. } => ItemState::Scored(score),
            Self::Number { value, worst, best, scale, .. } => {
                ItemState::Scored(score::goalposts(worst, best, scale, value).clamp(0.0, 100.0))
            }
            Self::Missing => ItemState::Missing,
            Self::Excluded => ItemState::Excluded,
        }
    }

    /// The evidence of an answer that a person gave; `None` if it has no score.
    fn of_answer(question: &Question, item: &Item, value: &Value, confidence: Confidence) -> Option<Self> {
        let score = score::item_score(question, item, value)?;
        if let (Scoring::Goalposts { worst, best, scale }, Some(value)) = (&item.scoring, score::as_number(value)) {
            return Some(Self::Number {
                value,
                worst: *worst,
                best: *best,
                scale: *scale,
                share: share_off(confidence),
            });
        }
        Some(Self::Steps {
            down: score::one_step_down(question, item, value).unwrap_or(score),
            score,
            up: score::one_step_up(question, item, value).unwrap_or(score),
            chance: chance_off(confidence),
        })
    }
}

/// The probability that an answer is one step off.
const fn chance_off(confidence: Confidence) -> f64 {
    match confidence {
        Confidence::High => 0.05,
        Confidence::Medium => 0.15,
        Confidence::Low => 0.30,
    }
}

/// The largest share by which a number is off.
const fn share_off(confidence: Confidence) -> f64 {
    match confidence {
        Confidence::High => 0.05,
        Confidence::Medium => 0.10,
        Confidence::Low => 0.20,
    }
}

/// Where no confidence is noted nobody looked into records: it is taken as a good estimate.
const NOT_NOTED: Confidence = Confidence::Medium;

/// An assessment as the simulation sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// What is known of each question that is an item of the form; `None` for the others.
    pub evidence: Arena<QuestionIx, Option<Evidence>>,
    /// The point scores that follow.
    pub scores: Scores,
}

impl Assessed {
    /// Scores what is known.
    pub fn new(questionnaire: &Questionnaire, evidence: Arena<QuestionIx, Option<Evidence>>) -> Self {
        let states = evidence.map(|known| known.map(Evidence::state));
        Self { evidence, scores: score::score(questionnaire, states) }
    }

    /// Reads an interview as it stands.
    pub fn of(interview: &Interview) -> Self {
        let questionnaire = interview.questionnaire();
        let states = interview.item_states();
        let evidence = questionnaire.questions.enumerate().zip(states.iter());
        let evidence =
            evidence.map(|((ix, question), state)| (*state).map(|state| known(interview, ix, question, state)));
        Self::new(questionnaire, evidence.collect())
    }

    /// Takes scores for sure, as they are.
    pub fn sure(scores: Scores) -> Self {
        let evidence = scores.items.map(|state| {
            state.map(|state| match state {
                ItemState::Scored(score) => Evidence::Sure(score),
                ItemState::Missing => Evidence::Missing,
                ItemState::Excluded => Evidence::Excluded,
            })
        });
        Self { evidence, scores }
    }
}

fn known(interview: &Interview, ix: QuestionIx, question: &Question, state: ItemState) -> Evidence {
    let score = match state {
        ItemState::Scored(score) => score,
        ItemState::Missing => return Evidence::Missing,
        ItemState::Excluded => return Evidence::Excluded,
    };
    if !interview.is_asked(ix) {
        return Evidence::Sure(score);
    }
    let confidence = interview.answer(ix).confidence.unwrap_or(NOT_NOTED);
    let said = question.item.as_ref().zip(interview.effective_value(ix));
    said.and_then(|(item, value)| Evidence::of_answer(question, item, value, confidence))
        .unwrap_or(Evidence::Sure(score))
}
