//! What follows from an answer: which questions are asked, which values expressions read.
//!
//! Questions refer only to earlier ones, so the order of the file is an order of evaluation: a
//! worklist in that order visits each affected question once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Zoned;

use super::{Interview, Route};
use crate::engine::answer::{Answer, Value};
use crate::engine::expr::{self, Context};
use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::{Choice, Kind};
use crate::engine::text::Lang;

/// The difference that an answer makes.
#[derive(Clone, Debug, Default)]
pub(super) struct Delta {
    values: BTreeMap<QuestionIx, expr::Value>,
    routes: BTreeMap<QuestionIx, Route>,
    pub(super) opened: Vec<QuestionIx>,
    pub(super) closed: Vec<QuestionIx>,
}

impl Delta {
    /// The new route of a question, if it changes.
    pub(super) fn route(&self, ix: QuestionIx) -> Option<Route> {
        self.routes.get(&ix).copied()
    }
}

impl Interview {
    /// Computes what follows if `answer` is kept at `question`.
    pub(super) fn follow(&self, question: QuestionIx, answer: &Answer) -> Delta {
        let mut delta = Delta::default();
        let value = self.reading_value(question, self.routes[question], answer, &delta);
        if value != self.values[question] {
            delta.values.insert(question, value);
            self.spread(question, &mut delta);
        }
        delta
    }

    fn spread(&self, from: QuestionIx, delta: &mut Delta) {
        let mut waiting: BTreeSet<QuestionIx> = self.questionnaire.dependents[from].iter().copied().collect();
        while let Some(ix) = waiting.pop_first() {
            let (old_route, route) = (self.routes[ix], self.routed(ix, delta));
            if route != old_route {
                delta.routes.insert(ix, route);
                match (old_route, route) {
                    (_, Route::Asked) => delta.opened.push(ix),
                    (Route::Asked, _) => delta.closed.push(ix),
                    _ => {}
                }
            }
            let value = self.reading_value(ix, route, &self.answers[ix], delta);
            if value != self.values[ix] {
                delta.values.insert(ix, value);
                waiting.extend(self.questionnaire.dependents[ix].iter().copied());
            }
        }
    }

    /// Makes a computed difference the present state.
    pub(super) fn apply(&mut self, delta: Delta) {
        for (ix, route) in delta.routes {
            self.routes[ix] = route;
        }
        for (ix, value) in delta.values {
            self.values[ix] = value;
        }
    }

    /// Evaluates every question in order.
    pub(super) fn recompute_all(&mut self) {
        let none = Delta::default();
        for ix in self.questionnaire.clone().questions.indices() {
            self.routes[ix] = self.routed(ix, &none);
            self.values[ix] = self.reading_value(ix, self.routes[ix], &self.answers[ix], &none);
        }
    }

    fn routed(&self, ix: QuestionIx, delta: &Delta) -> Route {
        let question = self.question(ix);
        let reading = Reading::of(self).after(delta);
        let holds = |when: &Option<expr::Expr>| when.as_ref().is_none_or(|when| expr::holds(when, &reading));
        if self.form == super::Form::Quick && !question.quick && question.kind.is_shown() {
            Route::OutsideForm
        } else if !holds(&self.questionnaire.sections[question.section].relevant) {
            Route::SectionNotRelevant
        } else if !holds(&question.relevant) {
            Route::NotRelevant
        } else if question.kind.is_shown() {
            Route::Asked
        } else {
            Route::Calculated
        }
    }

    /// The value that expressions read: the answer of an asked question, the one given by rule, the
    /// one calculated, or the empty string.
    fn reading_value(&self, ix: QuestionIx, route: Route, answer: &Answer, delta: &Delta) -> expr::Value {
        let question = self.question(ix);
        match (&question.kind, route) {
            (Kind::Calculate(calculation), Route::Calculated) => {
                let reading = Reading::of(self).after(delta);
                expr::eval(calculation, &reading)
            }
            (_, Route::Asked) => answer.value().map_or_else(expr::Value::missing, value_of),
            (_, Route::NotRelevant | Route::SectionNotRelevant) => {
                question.otherwise.as_ref().map_or_else(expr::Value::missing, value_of)
            }
            _ => expr::Value::missing(),
        }
    }
}

/// An answer's value as expressions read it.
fn value_of(value: &Value) -> expr::Value {
    match value {
        Value::Level(level) => expr::Value::Number(f64::from(*level)),
        Value::Integer(number) => expr::Value::Number(*number as f64),
        Value::Decimal(number) => expr::Value::Number(*number),
        Value::Choice(choice) => expr::Value::Text(choice.as_str().into()),
        Value::Text(text) => expr::Value::Text(text.as_str().into()),
        other => expr::Value::Text(other.to_string().into()),
    }
}

/// What expressions read of an interview.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    interview: &'a Interview,
    delta: Option<&'a Delta>,
    proposed: Option<&'a Value>,
    choice: Option<&'a Choice>,
}

impl<'a> Reading<'a> {
    /// Reads the present state.
    pub(super) const fn of(interview: &'a Interview) -> Self {
        Self { interview, delta: None, proposed: None, choice: None }
    }

    /// Reads what the difference makes of it.
    const fn after(self, delta: &'a Delta) -> Self {
        Self { delta: Some(delta), ..self }
    }

    /// Reads `.` as the value.
    pub(super) const fn at(self, value: &'a Value) -> Self {
        Self { proposed: Some(value), ..self }
    }

    /// Reads bare names as attributes of the choice.
    pub(super) const fn filtering(self, choice: &'a Choice) -> Self {
        Self { choice: Some(choice), ..self }
    }
}

impl Context for Reading<'_> {
    fn question(&self, question: QuestionIx) -> expr::Value {
        let changed = self.delta.and_then(|delta| delta.values.get(&question));
        changed.unwrap_or(&self.interview.values[question]).clone()
    }

    fn current(&self) -> expr::Value {
        self.proposed.map_or_else(expr::Value::missing, value_of)
    }

    fn attribute(&self, name: &str) -> expr::Value {
        let attributes = self.choice.map(|choice| choice.attributes.as_slice()).unwrap_or_default();
        let found = attributes.iter().find(|(key, _)| key == name);
        found.map_or_else(expr::Value::missing, |(_, value)| expr::Value::Text(value.as_str().into()))
    }

    fn choice_name(&self, question: QuestionIx, choice: &str) -> String {
        let choices = self.interview.question(question).kind.choices();
        let found = choices.and_then(|choices| choices.find(&choice.into()));
        let lang = self.interview.questionnaire.languages.first().copied().unwrap_or(Lang::En);
        found.map(|choice| choice.label.get(lang).to_owned()).unwrap_or_default()
    }

    fn now(&self) -> &Zoned {
        &self.interview.now
    }
}
