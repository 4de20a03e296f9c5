//! Trying answers: a copy of an interview in which they are changed, with all that would follow.

use std::collections::BTreeMap;

use crate::engine::answer::Answer;
use crate::engine::id::{QuestionIx, RecommendationIx};
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Advance, Circumstances, Interview, Refusal};
use crate::engine::profile::{Profile, profile};
use crate::engine::score::AreaMove;
use crate::engine::text::Lang;

/// An interview in which answers are tried. The interview it began from is not touched.
#[derive(Clone, Debug)]
pub struct Sandbox {
    original: Interview,
    before: Profile,
    changes: BTreeMap<QuestionIx, Answer>,
    interview: Interview,
}

/// What follows from the answers that were tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Moves {
    /// The profile with them.
    pub after: Profile,
    /// What the index gains; `None` where there is no index before or after.
    pub index: Option<f64>,
    /// The areas that move, in file order.
    pub areas: Vec<AreaMove>,
    /// Recommendations that would no longer be made, in file order.
    pub settled: Vec<RecommendationIx>,
    /// Recommendations that would be made for the first time, in file order.
    pub raised: Vec<RecommendationIx>,
    /// Questions that would be asked for the first time.
    pub opened: Vec<QuestionIx>,
}

impl Sandbox {
    /// Begins with the answers as they stand.
    pub fn new(interview: &Interview) -> Self {
        Self {
            original: interview.clone(),
            before: profile(interview),
            changes: BTreeMap::new(),
            interview: opened(interview),
        }
    }

    /// Tries an answer at a question; another one tried there before is replaced.
    ///
    /// # Errors
    /// Says why the answer cannot stand; the sandbox is as before.
    pub fn change(&mut self, question: QuestionIx, answer: Answer) -> Result<(), Refusal> {
        let mut changes = self.changes.clone();
        if *self.original.answer(question) == answer {
            changes.remove(&question);
        } else {
            changes.insert(question, answer);
        }
        // What was tried further down may no longer be asked: then it has no effect, but it is kept.
        let (interview, refused) = rebuilt(&self.original, &changes);
        if let Some((_, refusal)) = refused.into_iter().find(|(at, _)| *at == question) {
            return Err(refusal);
        }
        (self.interview, self.changes) = (interview, changes);
        Ok(())
    }

    /// Goes back to the answer that stands at a question.
    pub fn take_back(&mut self, question: QuestionIx) {
        self.changes.remove(&question);
        self.interview = rebuilt(&self.original, &self.changes).0;
    }

    /// Goes back to all answers as they stand.
    pub fn reset(&mut self) {
        self.changes.clear();
        self.interview = opened(&self.original);
    }

    /// The questions whose answers are tried, in file order.
    pub fn changed(&self) -> impl Iterator<Item = QuestionIx> {
        self.changes.keys().copied()
    }

    /// The interview as it would be.
    pub const fn interview(&self) -> &Interview {
        &self.interview
    }

    /// The profile as it stands.
    pub const fn before(&self) -> &Profile {
        &self.before
    }

    /// What follows from what was tried.
    pub fn moves(&self) -> Moves {
        let after = profile(&self.interview);
        let made = |profile: &Profile| -> Vec<RecommendationIx> {
            let covered = profile.advice.iter().flat_map(|advice| advice.replaces.iter().copied());
            let mut made: Vec<_> = profile.advice.iter().map(|advice| advice.recommendation).chain(covered).collect();
            made.sort_unstable();
            made
        };
        let (old, new) = (made(&self.before), made(&after));
        let index = |profile: &Profile| profile.scores.index.as_ref().map(|index| index.headline);
        let asked = |ix: &QuestionIx| self.interview.is_asked(*ix) && !self.original.is_asked(*ix);
        Moves {
            index: index(&after).zip(index(&self.before)).map(|(after, before)| after - before),
            areas: area_moves(&self.before, &after),
            settled: old.iter().copied().filter(|ix| !new.contains(ix)).collect(),
            raised: new.iter().copied().filter(|ix| !old.contains(ix)).collect(),
            opened: self.interview.questionnaire().questions.indices().filter(asked).collect(),
            after,
        }
    }
}

/// Areas with a score before and after that differ.
fn area_moves(before: &Profile, after: &Profile) -> Vec<AreaMove> {
    let pairs = before.scores.areas.enumerate().zip(after.scores.areas.iter());
    let moves = pairs.filter_map(|((area, old), new)| Some(AreaMove { area, from: old.shown()?, to: new.shown()? }));
    moves.filter(|moved| (moved.to - moved.from).abs() > crate::engine::score::TOLERANCE).collect()
}

/// A copy that can be changed, whether or not the original is closed.
fn opened(interview: &Interview) -> Interview {
    let mut copy = interview.clone();
    if copy.is_closed() {
        // A journal in memory refuses nothing.
        let _ = copy.set_closed(false, Lang::En, &mut MemoryJournal::default());
    }
    copy
}

/// The original with changes in the order of the questions, and those that could not be made.
fn rebuilt(original: &Interview, changes: &BTreeMap<QuestionIx, Answer>) -> (Interview, Vec<(QuestionIx, Refusal)>) {
    let mut interview = opened(original);
    let mut journal = MemoryJournal::default();
    let mut refused = Vec::new();
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    for (question, answer) in changes {
        match interview.propose(*question, answer.clone()) {
            Ok(change) => {
                let _ = interview.commit(change, circumstances, &mut journal);
            }
            Err(refusal) => refused.push((*question, refusal)),
        }
    }
    (interview, refused)
}
