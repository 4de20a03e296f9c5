//! What is said of an answer, and of one that cannot be kept.

use crate::engine::answer::{Confidence, Response};
use crate::engine::interview::Refusal;
use crate::engine::text::Message;
use crate::i18n::Texts;

/// A reason for no answer, in words.
pub fn no_answer(texts: &Texts, response: Option<&Response>) -> Option<String> {
    match response? {
        Response::Value(_) => None,
        Response::DontKnow => Some(texts.get("answer-dont-know")),
        Response::Refused => Some(texts.get("answer-refused")),
        Response::NotApplicable { reason } => {
            Some(texts.with("answer-not-applicable", &[("reason", reason.clone().into())]))
        }
    }
}

/// The key of a confidence.
pub const fn confidence_key(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "confidence-high",
        Confidence::Medium => "confidence-medium",
        Confidence::Low => "confidence-low",
    }
}

/// Why a proposal was refused; `None` if it does not meet the question's condition, which has words of
/// its own for that.
pub fn refusal(refusal: Refusal) -> Option<Message> {
    match refusal {
        Refusal::Closed => Some(Message::new("tui-closed")),
        Refusal::NotAsked => Some(Message::new("tui-not-asked")),
        Refusal::NotOffered => Some(Message::new("tui-not-offered")),
        Refusal::Input(error) => Some(error.0),
        Refusal::Constraint(_) => None,
    }
}
