//! The one port through which an interview is changed, and the record that passes through it.
//!
//! Knows nothing of how events are kept.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::engine::answer::Answer;
use crate::engine::id::QuestionId;
use crate::engine::text::{Lang, Message};

/// Where events are kept. An event is kept for good when `append` returns.
pub trait Journal {
    /// Appends an event and moves the stored position with it, durably and as one whole.
    fn append(&mut self, event: &NewEvent) -> Result<Event, JournalError>;

    /// Keeps what has been typed but is not an answer yet; `None` forgets it.
    fn keep_draft(&mut self, question: &QuestionId, draft: Option<&str>) -> Result<(), JournalError>;

    /// Keeps the place to come back to; `None` is the end.
    fn keep_position(&mut self, question: Option<&QuestionId>) -> Result<(), JournalError>;
}

impl<J: Journal + ?Sized> Journal for &mut J {
    fn append(&mut self, event: &NewEvent) -> Result<Event, JournalError> {
        (**self).append(event)
    }

    fn keep_draft(&mut self, question: &QuestionId, draft: Option<&str>) -> Result<(), JournalError> {
        (**self).keep_draft(question, draft)
    }

    fn keep_position(&mut self, question: Option<&QuestionId>) -> Result<(), JournalError> {
        (**self).keep_position(question)
    }
}

/// An event about to be appended.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEvent {
    /// What happened.
    pub action: EventAction,
    /// The language shown.
    pub lang: Lang,
    /// Milliseconds the question was on screen.
    pub shown_ms: u64,
    /// The place to come back to after it; `None` is the end.
    pub position: Option<QuestionId>,
}

/// What an event records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum EventAction {
    /// An answer, or what surrounds it, was changed.
    Answer(AnswerChange),
    /// An earlier change was taken back.
    Undo {
        /// The sequence number of the change taken back.
        of: u64,
        /// The inverse change.
        #[serde(flatten)]
        change: AnswerChange,
    },
    /// A change that had been taken back was made again.
    Redo {
        /// The sequence number of the original change.
        of: u64,
        /// The change.
        #[serde(flatten)]
        change: AnswerChange,
    },
    /// The assessment was closed.
    Close,
    /// The assessment was opened again.
    Reopen,
}

impl EventAction {
    /// The change of an answer, if the event is one.
    pub const fn change(&self) -> Option<&AnswerChange> {
        match self {
            Self::Answer(change) | Self::Undo { change, .. } | Self::Redo { change, .. } => Some(change),
            Self::Close | Self::Reopen => None,
        }
    }

    /// The word under which the event is stored.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Answer(_) => "answer",
            Self::Undo { .. } => "undo",
            Self::Redo { .. } => "redo",
            Self::Close => "close",
            Self::Reopen => "reopen",
        }
    }
}

/// One question's answer, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerChange {
    /// The question.
    pub question: QuestionId,
    /// What was kept at it before.
    pub old: Answer,
    /// What is kept at it now.
    pub new: Answer,
}

/// An event as it was kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Position in its assessment's journal, from 1.
    pub sequence: u64,
    /// UUIDv7.
    pub id: Uuid,
    /// When it was kept.
    pub time: Timestamp,
    /// The machine it was kept on.
    pub device: String,
    /// Who interviewed; empty in a self-assessment.
    pub interviewer: String,
    /// What happened.
    #[serde(flatten)]
    pub action: EventAction,
    /// The language shown.
    pub lang: Lang,
    /// Milliseconds the question was on screen.
    pub shown_ms: u64,
    /// SHA-256, hexadecimal, over the event before it and this one.
    pub hash: String,
}

/// A store that could not do what was asked. Nothing has changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", .message.key)]
pub struct JournalError {
    /// What failed and what to do.
    pub message: Message,
    /// The cause in the system's own words, for the log and the curious.
    pub cause: String,
}
