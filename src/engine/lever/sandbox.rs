//! Trying answers: a copy of an interview in which they are changed, with all that would follow.

use std::collections::BTreeMap;

use super::path::Path;
use super::step::{Direction, step};
use crate::engine::answer::{Answer, Response, Value};
use crate::engine::id::{QuestionIx, RecommendationIx};
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Advance, Circumstances, Interview, Refusal, Status};
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
        Self::resume(interview, BTreeMap::new())
    }

    /// Begins with what was tried before. The answers may have changed since: what no longer differs from them
    /// is dropped, and what cannot stand has no effect.
    pub fn resume(interview: &Interview, mut changes: BTreeMap<QuestionIx, Answer>) -> Self {
        changes.retain(|question, answer| interview.answer(*question) != answer);
        let tried = rebuilt(interview, &changes).0;
        Self { original: interview.clone(), before: profile(interview), changes, interview: tried }
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

    /// Tries the answer one step up or down from the one that counts in the sandbox. False, and nothing is
    /// tried, if there is no further step.
    ///
    /// # Errors
    /// Says why that answer cannot stand; the sandbox is as before.
    pub fn step(&mut self, question: QuestionIx, direction: Direction) -> Result<bool, Refusal> {
        match step(&self.interview, question, direction, self.original.answer(question).value()) {
            Some(value) => self.set(question, value).map(|()| true),
            None => Ok(false),
        }
    }

    /// Tries every answer of a path. Where a step has no one answer to name, the single steps are taken.
    ///
    /// # Errors
    /// Says which answer cannot stand, and why; the sandbox is as before.
    pub fn follow(&mut self, path: &Path) -> Result<(), (QuestionIx, Refusal)> {
        let mut tried = self.clone();
        for part in &path.steps {
            let refused = |refusal| (part.question, refusal);
            match &part.value {
                Some(value) => tried.set(part.question, value.clone()).map_err(refused)?,
                None => {
                    for _ in 0..part.rungs {
                        tried.step(part.question, Direction::Up).map_err(refused)?;
                    }
                }
            }
        }
        *self = tried;
        Ok(())
    }

    /// Tries a value; what is noted beside the answer stays.
    fn set(&mut self, question: QuestionIx, value: Value) -> Result<(), Refusal> {
        let answer = self.original.answer(question).responding(Some(Response::Value(value)));
        self.change(question, answer)
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

    /// What is tried, to begin with it another time.
    pub const fn changes(&self) -> &BTreeMap<QuestionIx, Answer> {
        &self.changes
    }

    /// The items whose answers can be tried: those that are asked and apply. What one step up gained before
    /// anything was tried orders them, largest first; items without a gain follow in file order.
    pub fn items(&self) -> Vec<QuestionIx> {
        let gain = |question: &QuestionIx| {
            let lever = self.before.levers.iter().find(|lever| lever.question == *question);
            lever.map_or(f64::NEG_INFINITY, |lever| lever.gain)
        };
        let applies = |question: &QuestionIx| {
            !matches!(self.interview.status(*question), Status::NotAsked | Status::NotApplicable)
        };
        let mut items: Vec<QuestionIx> = self.interview.questionnaire().items().filter(applies).collect();
        items.sort_by(|one, other| gain(other).total_cmp(&gain(one)));
        items
    }

    /// The interview as it stands.
    pub const fn original(&self) -> &Interview {
        &self.original
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
