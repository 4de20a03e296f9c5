//! Whether a condition can hold at all: every combination of answers is tried, where the questions
//! that it reads have few answers. A condition that reads an open question is taken to hold.

use std::collections::BTreeSet;

use jiff::Zoned;

use crate::engine::answer;
use crate::engine::expr::{self, Context, Expr};
use crate::engine::id::{AreaIx, Arena, QuestionIx};
use crate::engine::questionnaire::{Choice, Kind, Question};

/// The most combinations of answers that are tried.
const MOST_COMBINATIONS: usize = 2_000;
/// The functions that make an expression depend on more than the answers.
const MORE_THAN_ANSWERS: [&str; 7] = ["now", "today", "once", "score", "coverage", "level", "status"];

/// Whether all conditions can hold at once.
pub fn can_hold(questions: &Arena<QuestionIx, Question>, conditions: &[&Expr]) -> bool {
    if conditions.iter().any(|condition| expr::constant(condition) == Some(false)) {
        return false;
    }
    let all_hold = |trial: &Trial<'_>| conditions.iter().all(|condition| expr::holds(condition, trial));
    some_combination(questions, conditions, all_hold).unwrap_or(true)
}

/// Whether the filter lets some choice through.
pub fn some_choice_passes(questions: &Arena<QuestionIx, Question>, filter: &Expr, choices: &[Choice]) -> bool {
    let passes = |trial: &Trial<'_>| {
        choices.iter().any(|choice| expr::holds(filter, &Trial { choice: Some(choice), ..trial.clone() }))
    };
    some_combination(questions, &[filter], passes).unwrap_or(true)
}

/// Whether a value breaks a constraint that reads nothing but the value.
pub fn breaks(constraint: &Expr, value: &answer::Value) -> bool {
    let trial = Trial { current: reading_value(value), ..Trial::default() };
    constraint.questions().is_empty() && reads_only_answers(constraint) && !expr::holds(constraint, &trial)
}

/// Whether no answer to a question with few answers meets its constraint.
pub fn no_answer_meets(question: &Question, constraint: &Expr) -> bool {
    let decidable = constraint.questions().is_empty() && reads_only_answers(constraint);
    let answers = few_answers(question).filter(|_| decidable).unwrap_or_default();
    !answers.is_empty()
        && answers.into_iter().all(|current| !expr::holds(constraint, &Trial { current, ..Trial::default() }))
}

/// An answer's value as expressions read it.
fn reading_value(value: &answer::Value) -> expr::Value {
    match value {
        answer::Value::Level(level) => expr::Value::Number(f64::from(*level)),
        answer::Value::Integer(number) => expr::Value::Number(*number as f64),
        answer::Value::Decimal(number) => expr::Value::Number(*number),
        other => expr::Value::Text(other.to_string().into()),
    }
}

fn reads_only_answers(expr: &Expr) -> bool {
    !MORE_THAN_ANSWERS.iter().any(|name| expr.source().contains(name))
}

/// Every answer to a question, if they are few. None at all means that the file is broken there.
fn few_answers(question: &Question) -> Option<Vec<expr::Value>> {
    let answers: Option<Vec<expr::Value>> = match &question.kind {
        Kind::SelectOne(choices) if choices.list.len() < MOST_COMBINATIONS => {
            Some(choices.list.iter().map(|choice| expr::Value::Text(choice.id.as_str().into())).collect())
        }
        Kind::Level { anchors } => Some((0..anchors.len()).map(|level| expr::Value::Number(level as f64)).collect()),
        _ => None,
    };
    answers.filter(|answers| !answers.is_empty())
}

/// Whether the test succeeds for some combination of answers; `None` if that cannot be told by trying.
fn some_combination(
    questions: &Arena<QuestionIx, Question>,
    conditions: &[&Expr],
    test: impl Fn(&Trial<'_>) -> bool,
) -> Option<bool> {
    if !conditions.iter().all(|condition| reads_only_answers(condition)) {
        return None;
    }
    let read: BTreeSet<QuestionIx> =
        conditions.iter().flat_map(|condition| condition.questions().iter().copied()).collect();
    let mut trials = vec![Trial::default()];
    for ix in read {
        let answers = few_answers(&questions[ix])?;
        if trials.len() * (answers.len() + 1) > MOST_COMBINATIONS {
            return None;
        }
        let missing = expr::Value::Text("".into());
        trials = std::iter::once(missing)
            .chain(answers)
            .flat_map(|answer| trials.iter().map(move |trial| trial.with(ix, answer.clone())))
            .collect();
    }
    Some(trials.iter().any(test))
}

/// One combination of answers.
#[derive(Clone, Debug)]
struct Trial<'a> {
    answers: Vec<(QuestionIx, expr::Value)>,
    current: expr::Value,
    choice: Option<&'a Choice>,
    now: Zoned,
}

impl Default for Trial<'_> {
    fn default() -> Self {
        Self { answers: Vec::new(), current: expr::Value::Text("".into()), choice: None, now: Zoned::default() }
    }
}

impl Trial<'_> {
    fn with(&self, question: QuestionIx, answer: expr::Value) -> Self {
        let mut more = self.clone();
        more.answers.push((question, answer));
        more
    }
}

impl Context for Trial<'_> {
    fn question(&self, question: QuestionIx) -> expr::Value {
        let found = self.answers.iter().find(|(ix, _)| *ix == question);
        found.map_or_else(|| expr::Value::Text("".into()), |(_, answer)| answer.clone())
    }

    fn current(&self) -> expr::Value {
        self.current.clone()
    }

    fn attribute(&self, name: &str) -> expr::Value {
        let attributes = self.choice.map(|choice| choice.attributes.as_slice()).unwrap_or_default();
        let found = attributes.iter().find(|(key, _)| key == name);
        expr::Value::Text(found.map(|(_, value)| value.as_str()).unwrap_or_default().into())
    }

    fn choice_name(&self, _: QuestionIx, choice: &str) -> String {
        choice.to_owned()
    }

    fn now(&self) -> &Zoned {
        &self.now
    }

    fn score(&self, _: AreaIx) -> Option<f64> {
        None
    }

    fn coverage(&self, _: AreaIx) -> Option<f64> {
        None
    }

    fn level(&self, _: AreaIx) -> Option<u8> {
        None
    }

    fn status(&self, _: QuestionIx) -> &'static str {
        "open"
    }
}
