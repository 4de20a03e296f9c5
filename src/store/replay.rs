//! A journal folded into what stands at its end, and every place where it contradicts itself.
//!
//! Knows nothing of questionnaires and SQL: what is stored and what is imported are judged alike.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::chain::{Anchor, event_hash};
use super::error::Problem;
use crate::engine::answer::Answer;
use crate::engine::id::QuestionId;
use crate::engine::interview::journal::{Event, EventAction};

/// What stands at the end of a journal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Replayed {
    /// What is kept at each question that is not open, and the sequence number that put it there.
    pub answers: BTreeMap<QuestionId, (Answer, u64)>,
    /// When it was closed, if it is.
    pub closed: Option<Timestamp>,
    /// When it was last changed.
    pub changed: Timestamp,
}

/// A place where a journal contradicts itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fault {
    /// The position in the journal, from 1.
    pub position: usize,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// How a journal contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FaultKind {
    /// The sequence number is not the position.
    Sequence,
    /// The hash is not that of the event and all before it.
    Hash,
    /// The old answer is not the one that was kept.
    Old,
    /// The change taken back, or made again, is no earlier one of the same question.
    Of,
}

/// Folds a journal.
pub(super) fn replay(anchor: &Anchor, events: &[Event]) -> Result<(Replayed, Vec<Fault>), Problem> {
    let mut state = Replayed { answers: BTreeMap::new(), closed: None, changed: anchor.created };
    let mut faults = Vec::new();
    let mut previous = anchor.hash()?;
    for (index, event) in events.iter().enumerate() {
        let mut fault = |kind| faults.push(Fault { position: index + 1, kind });
        if event.sequence != index as u64 + 1 {
            fault(FaultKind::Sequence);
        }
        if event.hash != event_hash(&previous, event)? {
            fault(FaultKind::Hash);
        }
        if !refers_back(events, index, event) {
            fault(FaultKind::Of);
        }
        if !state.apply(event) {
            fault(FaultKind::Old);
        }
        // Going on from the stored hash shows each tampered event once, not all after it as well.
        previous.clone_from(&event.hash);
    }
    Ok((state, faults))
}

impl Replayed {
    /// Folds one event in. False, if its old answer is not the one that was kept.
    pub fn apply(&mut self, event: &Event) -> bool {
        self.changed = event.time;
        match &event.action {
            EventAction::Close => self.closed = Some(event.time),
            EventAction::Reopen => self.closed = None,
            EventAction::Answer(change) | EventAction::Undo { change, .. } | EventAction::Redo { change, .. } => {
                let kept = self.answers.remove(&change.question).map(|(answer, _)| answer).unwrap_or_default();
                if change.new != Answer::default() {
                    self.answers.insert(change.question.clone(), (change.new.clone(), event.sequence));
                }
                return kept == change.old;
            }
        }
        true
    }
}

fn refers_back(events: &[Event], index: usize, event: &Event) -> bool {
    let (EventAction::Undo { of, change } | EventAction::Redo { of, change }) = &event.action else { return true };
    let at = of.checked_sub(1).and_then(|at| usize::try_from(at).ok()).filter(|at| *at < index);
    let changed = at.and_then(|at| events.get(at)).and_then(|earlier| earlier.action.change());
    changed.is_some_and(|original| original.question == change.question)
}
