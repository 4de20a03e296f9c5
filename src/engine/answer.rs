//! What can be said to a question: a value, one of the no-answers, and what surrounds it.
//!
//! Owns the way from typed text to a value that fits its question. Knows nothing of routing.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::id::ChoiceId;

mod display;
mod parse;
pub use display::shown;
pub use parse::{InputError, MAX_LINE, MAX_TEXT, date};

/// A value that fits its question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// The choice of a `select_one`.
    Choice(ChoiceId),
    /// The choices of a `select_multiple`, in the list's order. Empty is not a value.
    Choices(Vec<ChoiceId>),
    /// The level of a `level`.
    Level(u8),
    /// An `integer`.
    Integer(i64),
    /// A `decimal`, finite.
    Decimal(f64),
    /// A `text`, not empty.
    Text(String),
    /// A `date`.
    Date(Date),
}

impl fmt::Display for Value {
    /// The form in which the value is typed, exported and read by expressions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice(choice) => f.write_str(choice.as_str()),
            Self::Choices(choices) => {
                let names: Vec<&str> = choices.iter().map(ChoiceId::as_str).collect();
                f.write_str(&names.join(" "))
            }
            Self::Level(level) => level.fmt(f),
            Self::Integer(number) => number.fmt(f),
            Self::Decimal(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::Date(date) => date.fmt(f),
        }
    }
}

/// What was said: a value or a reason for none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// An answer.
    Value(Value),
    /// "I do not know."
    DontKnow,
    /// "I prefer not to answer."
    Refused,
    /// "This does not apply to us", with the reason.
    NotApplicable {
        /// Why, in the respondent's words.
        reason: String,
    },
}

/// How sure the respondent is of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// From records.
    High,
    /// A good estimate.
    Medium,
    /// A guess.
    Low,
}

/// Everything kept at one question. The default is an open question with nothing noted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// What was said; open, if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// How sure the respondent is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// A comment, as typed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// Evidence: a text, link or date, as typed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// Marked to be looked at again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub flagged: bool,
}

impl Answer {
    /// The value, if that is what was said.
    pub const fn value(&self) -> Option<&Value> {
        match &self.response {
            Some(Response::Value(value)) => Some(value),
            _ => None,
        }
    }

    /// The same surroundings with another response.
    #[must_use]
    pub fn responding(&self, response: Option<Response>) -> Self {
        Self { response, ..self.clone() }
    }
}

impl From<Value> for Answer {
    fn from(value: Value) -> Self {
        Self { response: Some(Response::Value(value)), ..Self::default() }
    }
}
