//! A journal in memory: for practice interviews, imports and tests. It can be told to fail.

use std::collections::BTreeMap;

use jiff::Timestamp;
use uuid::Uuid;

use super::journal::{Event, Journal, JournalError, NewEvent};
use crate::engine::id::QuestionId;
use crate::engine::text::Message;

/// A journal that is gone when the program ends.
#[derive(Clone, Debug, Default)]
pub struct MemoryJournal {
    /// Every event, in order.
    pub events: Vec<Event>,
    /// What was typed but is not an answer yet.
    pub drafts: BTreeMap<QuestionId, String>,
    /// The place to come back to.
    pub position: Option<QuestionId>,
    /// Whether every call fails, as on a full disk.
    pub failing: bool,
}

impl MemoryJournal {
    fn check(&self) -> Result<(), JournalError> {
        if !self.failing {
            return Ok(());
        }
        let message = Message::new("store-disk-full").with("path", "memory");
        Err(JournalError { message, cause: "the journal was told to fail".to_owned() })
    }
}

impl Journal for MemoryJournal {
    fn append(&mut self, event: &NewEvent) -> Result<Event, JournalError> {
        self.check()?;
        let sequence = self.events.len() as u64 + 1;
        let kept = Event {
            sequence,
            id: Uuid::from_u128(u128::from(sequence)),
            time: Timestamp::UNIX_EPOCH,
            device: String::new(),
            interviewer: String::new(),
            action: event.action.clone(),
            lang: event.lang,
            shown_ms: event.shown_ms,
            hash: String::new(),
        };
        if let Some(change) = event.action.change() {
            self.drafts.remove(&change.question);
        }
        self.position.clone_from(&event.position);
        self.events.push(kept.clone());
        Ok(kept)
    }

    fn keep_draft(&mut self, question: &QuestionId, draft: Option<&str>) -> Result<(), JournalError> {
        self.check()?;
        match draft {
            Some(draft) => self.drafts.insert(question.clone(), draft.to_owned()),
            None => self.drafts.remove(question),
        };
        Ok(())
    }

    fn keep_position(&mut self, question: Option<&QuestionId>) -> Result<(), JournalError> {
        self.check()?;
        self.position = question.cloned();
        Ok(())
    }
}
