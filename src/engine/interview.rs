//! One interview: what is asked and why, what has been said, and the way from a proposal to a change.
//!
//! A change happens only through [`Interview::commit`], and only after the journal has kept it.
//! Knows nothing of screens, clocks and files: the clock is passed in.

use std::sync::Arc;

use jiff::Zoned;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, InputError, Response, Value};
use super::expr;
use super::id::{Arena, QuestionIx};
use super::questionnaire::{Choice, Question, Questionnaire};
use super::score::{self, ItemState};
use super::text::{Lang, Message};

mod history;
pub mod journal;
pub mod memory;
mod review;
mod route;
mod status;

use history::History;
use journal::{AnswerChange, Event, EventAction, Journal, JournalError, NewEvent};
pub use review::{Failing, Review};
use route::{Delta, Reading};
pub use status::{Progress, Status};

/// All questions, or the quick form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Every question.
    #[default]
    Full,
    /// Only the questions marked `quick`.
    Quick,
}

/// Whether a question is asked, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// It is asked.
    Asked,
    /// It is not part of the form.
    OutsideForm,
    /// Its section is not relevant.
    SectionNotRelevant,
    /// It is not relevant itself.
    NotRelevant,
    /// It is computed, never asked.
    Calculated,
}

/// The place in an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// At a question that is asked.
    At(QuestionIx),
    /// Behind the last question.
    End,
}

/// What the interview was about to become: an answer with all that follows from it.
///
/// Only [`Interview::commit`] consumes it.
#[derive(Debug)]
#[must_use = "a change does nothing until it is committed"]
pub struct Change {
    question: QuestionIx,
    action: EventAction,
    delta: Delta,
    revision: u64,
}

impl Change {
    /// The question whose answer changes.
    pub const fn question(&self) -> QuestionIx {
        self.question
    }

    /// The questions that become asked, in order.
    pub fn opens(&self) -> &[QuestionIx] {
        &self.delta.opened
    }

    /// The questions that are no longer asked, in order. Their answers are parked.
    pub fn closes(&self) -> &[QuestionIx] {
        &self.delta.closed
    }

    /// Whether the answer would be the same as before.
    pub fn is_empty(&self) -> bool {
        self.action.change().is_some_and(|change| change.old == change.new)
    }
}

/// A proposal that cannot become a change. The draft is kept by the caller.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The assessment is closed.
    Closed,
    /// The question is not asked.
    NotAsked,
    /// The value does not fit the question.
    Input(InputError),
    /// The choice is not offered here.
    NotOffered,
    /// The value does not satisfy the question's constraint.
    Constraint(QuestionIx),
}

/// Where to go when a change is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// Stay at the question.
    Stay,
    /// Go to the next question that is asked.
    Next,
}

/// What surrounds a change when it is committed.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// The language shown.
    pub lang: Lang,
    /// Milliseconds the question was on screen.
    pub shown_ms: u64,
    /// Where to go afterwards.
    pub advance: Advance,
}

/// A journal that does not fit its questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("event {sequence} does not fit: {reason}")]
pub struct ReplayError {
    /// The event.
    pub sequence: u64,
    /// What does not fit.
    pub reason: &'static str,
}

/// An interview: one assessment in memory. It always equals its replayed journal.
#[derive(Clone, Debug)]
pub struct Interview {
    questionnaire: Arc<Questionnaire>,
    form: Form,
    now: Zoned,
    answers: Arena<QuestionIx, Answer>,
    routes: Arena<QuestionIx, Route>,
    values: Arena<QuestionIx, expr::Value>,
    position: Position,
    history: History,
    closed: bool,
    revision: u64,
}

impl Interview {
    /// Begins an interview with nothing answered.
    pub fn new(questionnaire: Arc<Questionnaire>, form: Form, now: Zoned) -> Self {
        let mut interview = Self::blank(questionnaire, form, now);
        interview.recompute_all();
        interview.position = interview.first();
        interview
    }

    /// Nothing answered and nothing routed yet.
    fn blank(questionnaire: Arc<Questionnaire>, form: Form, now: Zoned) -> Self {
        Self {
            answers: questionnaire.questions.map(|_| Answer::default()),
            routes: questionnaire.questions.map(|_| Route::Asked),
            values: questionnaire.questions.map(|_| expr::Value::missing()),
            questionnaire,
            form,
            now,
            position: Position::End,
            history: History::default(),
            closed: false,
            revision: 0,
        }
    }

    /// Rebuilds an interview from its journal.
    ///
    /// # Errors
    /// Names the first event that does not fit the questionnaire or the events before it.
    pub fn replay(
        questionnaire: Arc<Questionnaire>,
        form: Form,
        now: Zoned,
        events: &[Event],
    ) -> Result<Self, ReplayError> {
        let mut interview = Self::blank(questionnaire, form, now);
        for event in events {
            let fits = |reason| ReplayError { sequence: event.sequence, reason };
            match &event.action {
                EventAction::Close => interview.closed = true,
                EventAction::Reopen => interview.closed = false,
                EventAction::Answer(change) | EventAction::Undo { change, .. } | EventAction::Redo { change, .. } => {
                    let ix = interview.find(change).ok_or_else(|| fits("unknown question"))?;
                    if interview.answers[ix] != change.old {
                        return Err(fits("the old answer differs from the events before"));
                    }
                    interview.answers[ix] = change.new.clone();
                }
            }
            interview.history.record(event.sequence, &event.action);
            interview.revision += 1;
        }
        interview.recompute_all();
        interview.position = interview.first();
        Ok(interview)
    }

    /// An interview with these answers and no history, to read it: nothing can be taken back.
    ///
    /// # Errors
    /// Names a question that the questionnaire does not have.
    pub fn standing(
        questionnaire: Arc<Questionnaire>,
        form: Form,
        now: Zoned,
        answers: impl IntoIterator<Item = (super::id::QuestionId, Answer)>,
    ) -> Result<Self, super::id::QuestionId> {
        let mut interview = Self::blank(questionnaire, form, now);
        for (question, answer) in answers {
            let Some(ix) = interview.questionnaire.find(question.as_str()) else { return Err(question) };
            interview.answers[ix] = answer;
        }
        interview.recompute_all();
        Ok(interview)
    }

    fn find(&self, change: &AnswerChange) -> Option<QuestionIx> {
        self.questionnaire.find(change.question.as_str())
    }

    /// The instrument.
    pub const fn questionnaire(&self) -> &Arc<Questionnaire> {
        &self.questionnaire
    }

    /// All questions, or the quick form.
    pub const fn form(&self) -> Form {
        self.form
    }

    /// The clock the interview was given.
    pub const fn now(&self) -> &Zoned {
        &self.now
    }

    /// The number of changes so far: while it stays the same, so does everything that follows from answers.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the assessment is closed.
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// What is kept at a question, parked or not.
    pub fn answer(&self, question: QuestionIx) -> &Answer {
        &self.answers[question]
    }

    /// Whether a question is asked, and if not, why.
    pub fn route(&self, question: QuestionIx) -> Route {
        self.routes[question]
    }

    /// Whether a question is asked.
    pub fn is_asked(&self, question: QuestionIx) -> bool {
        self.routes[question] == Route::Asked
    }

    /// The value of a question as expressions read it.
    pub fn value(&self, question: QuestionIx) -> &expr::Value {
        &self.values[question]
    }

    /// The value that counts: the one given to an asked question, or the one given by rule.
    pub fn effective_value(&self, question: QuestionIx) -> Option<&Value> {
        match self.routes[question] {
            Route::Asked => self.answers[question].value(),
            Route::NotRelevant | Route::SectionNotRelevant => self.question(question).otherwise.as_ref(),
            Route::OutsideForm | Route::Calculated => None,
        }
    }

    /// The status of a question.
    pub fn status(&self, question: QuestionIx) -> Status {
        if !self.is_asked(question) {
            return Status::NotAsked;
        }
        match &self.answers[question].response {
            None => Status::Open,
            Some(Response::Value(_)) => Status::Answered,
            Some(Response::DontKnow) => Status::DontKnow,
            Some(Response::Refused) => Status::Refused,
            Some(Response::NotApplicable { .. }) => Status::NotApplicable,
        }
    }

    /// The choices offered at a question, after its filter.
    pub fn offered(&self, question: QuestionIx) -> Vec<&Choice> {
        let Some(choices) = self.question(question).kind.choices() else { return Vec::new() };
        let offered = |choice: &&Choice| match &choices.filter {
            None => true,
            Some(filter) => expr::holds(filter, &Reading::of(self).filtering(choice)),
        };
        choices.list.iter().filter(offered).collect()
    }

    /// Whether closing demands an answer, or a reason for none.
    pub fn is_required(&self, question: QuestionIx) -> bool {
        use super::questionnaire::Required;
        let asked = self.question(question);
        asked.item.is_some()
            || match &asked.required {
                Required::No => false,
                Required::Yes => true,
                Required::When(when) => expr::holds(when, &Reading::of(self)),
            }
    }

    /// What each item contributes; `None` for questions that are no items of this form.
    pub fn item_states(&self) -> Arena<QuestionIx, Option<ItemState>> {
        self.questionnaire.questions.indices().map(|ix| self.item_state(ix)).collect()
    }

    fn item_state(&self, ix: QuestionIx) -> Option<ItemState> {
        let item = self.question(ix).item.as_ref()?;
        if self.routes[ix] == Route::OutsideForm {
            return None;
        }
        let scored = self.effective_value(ix).and_then(|value| score::item_score(self.question(ix), item, value));
        Some(match (scored, self.status(ix)) {
            (Some(score), _) => ItemState::Scored(score),
            (None, Status::NotApplicable | Status::NotAsked) => ItemState::Excluded,
            (None, _) => ItemState::Missing,
        })
    }

    fn question(&self, ix: QuestionIx) -> &Question {
        &self.questionnaire.questions[ix]
    }

    /// The place in the interview: an asked question, or the end.
    pub const fn position(&self) -> Position {
        self.position
    }

    /// Goes to a question. False, and nothing moves, if it is not asked.
    pub fn go_to(&mut self, question: QuestionIx) -> bool {
        let asked = self.is_asked(question);
        if asked {
            self.position = Position::At(question);
        }
        asked
    }

    /// Goes behind the last question.
    pub const fn go_to_end(&mut self) {
        self.position = Position::End;
    }

    /// The first question that is asked.
    pub fn first(&self) -> Position {
        self.asked().next().map_or(Position::End, Position::At)
    }

    /// The questions that are asked, in order.
    pub fn asked(&self) -> impl DoubleEndedIterator<Item = QuestionIx> {
        self.questionnaire.questions.indices().filter(|ix| self.is_asked(*ix))
    }

    /// The place after the current one.
    pub fn next(&self) -> Position {
        match self.position {
            Position::At(at) => self.asked().find(|ix| *ix > at).map_or(Position::End, Position::At),
            Position::End => Position::End,
        }
    }

    /// The question before the current place, if there is one.
    pub fn previous(&self) -> Option<QuestionIx> {
        match self.position {
            Position::At(at) => self.asked().rfind(|ix| *ix < at),
            Position::End => self.asked().next_back(),
        }
    }

    /// The next open question after the current place, from the start again after the end.
    pub fn next_open(&self) -> Option<QuestionIx> {
        self.next_where(|ix| self.status(ix) == Status::Open)
    }

    /// The next flagged question after the current place, from the start again after the end.
    pub fn next_flagged(&self) -> Option<QuestionIx> {
        self.next_where(|ix| self.answers[ix].flagged)
    }

    fn next_where(&self, test: impl Fn(QuestionIx) -> bool) -> Option<QuestionIx> {
        let found: Vec<_> = self.asked().filter(|ix| self.question(*ix).kind.is_answerable() && test(*ix)).collect();
        let after = match self.position {
            Position::At(at) => found.iter().find(|ix| **ix > at),
            Position::End => None,
        };
        after.or(found.first()).copied()
    }

    /// Proposes what should be kept at a question from now on.
    ///
    /// # Errors
    /// Says why it cannot be kept; nothing has changed.
    pub fn propose(&self, question: QuestionIx, new: Answer) -> Result<Change, Refusal> {
        if self.closed {
            return Err(Refusal::Closed);
        }
        if !self.is_asked(question) {
            return Err(Refusal::NotAsked);
        }
        if new.response != self.answers[question].response {
            self.validate(question, &new)?;
        }
        let id = self.question(question).id.clone();
        let change = AnswerChange { question: id, old: self.answers[question].clone(), new };
        Ok(self.change(question, EventAction::Answer(change)))
    }

    fn validate(&self, question: QuestionIx, answer: &Answer) -> Result<(), Refusal> {
        match answer.value() {
            Some(value) => {
                self.question(question).accepts(value).map_err(Refusal::Input)?;
                match self.misfit(question, value) {
                    None => Ok(()),
                    Some(Misfit::NotOffered) => Err(Refusal::NotOffered),
                    Some(Misfit::Constraint) => Err(Refusal::Constraint(question)),
                }
            }
            None if answer.response.is_some() && !self.question(question).kind.is_answerable() => {
                Err(Refusal::Input(InputError(Message::new("input-not-answerable"))))
            }
            None => Ok(()),
        }
    }

    /// Why a value of the right kind is not acceptable as the other answers stand.
    fn misfit(&self, question: QuestionIx, value: &Value) -> Option<Misfit> {
        let chosen: &[_] = match value {
            Value::Choice(choice) => std::slice::from_ref(choice),
            Value::Choices(choices) => choices,
            _ => &[],
        };
        let filtered = self.question(question).kind.choices().is_some_and(|choices| choices.filter.is_some());
        if filtered {
            let offered = self.offered(question);
            if !chosen.iter().all(|id| offered.iter().any(|choice| choice.id == *id)) {
                return Some(Misfit::NotOffered);
            }
        }
        let constraint = self.question(question).constraint.as_ref()?;
        let holds = expr::holds(constraint, &Reading::of(self).at(value));
        (!holds).then_some(Misfit::Constraint)
    }

    /// Takes back the last change.
    pub fn undo(&self) -> Option<Change> {
        self.step_in_history(self.history.undo()?)
    }

    /// Makes the change again that was taken back last.
    pub fn redo(&self) -> Option<Change> {
        self.step_in_history(self.history.redo()?)
    }

    fn step_in_history(&self, action: EventAction) -> Option<Change> {
        let question = self.find(action.change()?)?;
        (!self.closed).then(|| self.change(question, action))
    }

    fn change(&self, question: QuestionIx, action: EventAction) -> Change {
        let delta = action.change().map(|change| self.follow(question, &change.new)).unwrap_or_default();
        Change { question, action, delta, revision: self.revision }
    }

    /// Keeps a change in the journal and, once it is kept, in memory. Returns the event.
    ///
    /// # Errors
    /// The journal's error; nothing has changed.
    pub fn commit(
        &mut self,
        change: Change,
        circumstances: Circumstances,
        journal: &mut dyn Journal,
    ) -> Result<Event, JournalError> {
        let Change { question, action, delta, revision } = change;
        let delta = match action.change() {
            Some(changed) if revision != self.revision => self.follow(question, &changed.new),
            _ => delta,
        };
        let position = self.position_after(question, &delta, circumstances.advance);
        let event = journal.append(&NewEvent {
            action,
            lang: circumstances.lang,
            shown_ms: circumstances.shown_ms,
            position: self.position_id(position),
        })?;
        if let Some(changed) = event.action.change() {
            self.answers[question] = changed.new.clone();
        }
        self.apply(delta);
        self.history.record(event.sequence, &event.action);
        self.revision += 1;
        self.position = position;
        Ok(event)
    }

    fn position_after(&self, question: QuestionIx, delta: &Delta, advance: Advance) -> Position {
        let asked = |ix: &QuestionIx| delta.route(*ix).unwrap_or(self.routes[*ix]) == Route::Asked;
        let mut later = self.questionnaire.questions.indices().filter(|ix| *ix >= question).filter(asked);
        let here = later.next();
        let target = match (here, advance) {
            (Some(ix), Advance::Next) if ix == question => later.next(),
            (found, _) => found,
        };
        target.map_or(Position::End, Position::At)
    }

    /// The name of the question at a position; `None` is the end.
    pub fn position_id(&self, position: Position) -> Option<super::id::QuestionId> {
        match position {
            Position::At(ix) => Some(self.question(ix).id.clone()),
            Position::End => None,
        }
    }

    /// Closes the assessment, or opens it again.
    ///
    /// # Errors
    /// The journal's error; nothing has changed.
    pub fn set_closed(&mut self, closed: bool, lang: Lang, journal: &mut dyn Journal) -> Result<Event, JournalError> {
        let action = if closed { EventAction::Close } else { EventAction::Reopen };
        let position = self.position_id(self.position);
        let event = journal.append(&NewEvent { action, lang, shown_ms: 0, position })?;
        self.closed = closed;
        self.history.record(event.sequence, &event.action);
        self.revision += 1;
        Ok(event)
    }
}

/// Why a value of the right kind is not acceptable.
enum Misfit {
    NotOffered,
    Constraint,
}

#[cfg(test)]
mod tests;
