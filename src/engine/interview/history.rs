//! What can be taken back and made again, folded from the journal, so that it survives restarts.

use super::journal::{AnswerChange, EventAction};

/// Changes that can be taken back (newest last) and made again (newest last).
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    done: Vec<(u64, AnswerChange)>,
    undone: Vec<(u64, AnswerChange)>,
}

impl History {
    /// Folds one event of the journal in.
    pub(super) fn record(&mut self, sequence: u64, action: &EventAction) {
        match action {
            EventAction::Answer(change) => {
                self.undone.clear();
                self.done.push((sequence, change.clone()));
            }
            EventAction::Undo { .. } => self.undone.extend(self.done.pop()),
            EventAction::Redo { .. } => self.done.extend(self.undone.pop()),
            EventAction::Close | EventAction::Reopen => {}
        }
    }

    /// The action that takes the last change back.
    pub(super) fn undo(&self) -> Option<EventAction> {
        let (of, change) = self.done.last()?;
        let AnswerChange { question, old, new } = change.clone();
        Some(EventAction::Undo { of: *of, change: AnswerChange { question, old: new, new: old } })
    }

    /// The action that makes the change again that was taken back last.
    pub(super) fn redo(&self) -> Option<EventAction> {
        let (of, change) = self.undone.last()?;
        Some(EventAction::Redo { of: *of, change: change.clone() })
    }
}
