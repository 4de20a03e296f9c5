//! Whether a condition can hold at all: every combination of answers is tried, where the questions
//! that it reads have few answers. A condition that reads an open question is taken to hold.

use std::cell::Cell;
use std::collections::BTreeSet;

use jiff::Zoned;

use crate::engine::answer;
use crate::engine::expr::{self, Context, Expr};
use crate::engine::id::{Arena, QuestionIx};
use crate::engine::questionnaire::{Choice, Kind, Question};

/// The most combinations of answers that are tried.
const MOST_COMBINATIONS: usize = 2_000;
/// How much may be tried in one file: the lengths of all conditions, each as often as it is evaluated. What would go
/// beyond is taken to hold, as if it had too many combinations.
const MOST_TRIED: usize = 100_000_000;
/// The functions that make an expression depend on more than the answers.
const MORE_THAN_ANSWERS: [&str; 6] = ["now", "today", "score", "coverage", "level", "status"];

/// Tries answers to the questions of one file, as long as the effort is bearable.
pub struct Trials<'m> {
    questions: &'m Arena<QuestionIx, Question>,
    left: Cell<usize>,
}

impl<'m> Trials<'m> {
    /// Begins with the whole effort.
    pub const fn of(questions: &'m Arena<QuestionIx, Question>) -> Self {
        Self { questions, left: Cell::new(MOST_TRIED) }
    }

    /// Takes from the effort that is left; nothing more is tried once it is not enough.
    fn pay(&self, effort: usize) -> Option<()> {
        let left = self.left.get().checked_sub(effort);
        self.left.set(left.unwrap_or(0));
        left.map(|_| ())
    }

    /// Whether all conditions can hold at once.
    pub fn can_hold(&self, conditions: &[&Expr]) -> bool {
        if conditions.iter().any(|condition| expr::constant(condition) == Some(false)) {
            return false;
        }
        let read = read_by(conditions);
        let holds_in = |trials: &[Trial<'_>]| {
            trials.iter().any(|trial| conditions.iter().all(|condition| expr::holds(condition, trial)))
        };
        let decidable = conditions.iter().all(|condition| reads_only_answers(condition));
        let possible = |read: &BTreeSet<QuestionIx>| {
            let trials = self.combinations(read);
            trials.filter(|trials| self.pay(effort(conditions, trials.len())).is_some()).is_none_or(|it| holds_in(&it))
        };
        !decidable || (possible(&read) && self.with_routing(&read).is_none_or(|read| possible(&read)))
    }

    /// Whether the filter lets some choice through.
    pub fn some_choice_passes(&self, filter: &Expr, choices: &[Choice]) -> bool {
        if !reads_only_answers(filter) {
            return true;
        }
        let trials = self.combinations(&read_by(&[filter]));
        let trials = trials.filter(|trials| self.pay(effort(&[filter], trials.len() * choices.len())).is_some());
        trials.is_none_or(|trials| trials.iter().any(|trial| trial.passes_some(filter, choices)))
    }

    /// Answers after which a question is asked, but its filter leaves no choice; each with its question.
    pub fn dead_end(
        &self,
        conditions: &[&Expr],
        filter: &Expr,
        choices: &[Choice],
    ) -> Option<Vec<(QuestionIx, String)>> {
        let all: Vec<&Expr> = conditions.iter().copied().chain([filter]).collect();
        if !all.iter().all(|one| reads_only_answers(one)) {
            return None;
        }
        let trials = self.combinations(&read_by(&all))?;
        self.pay(effort(&all, trials.len() * choices.len()))?;
        let stuck = trials.iter().find(|trial| {
            let answered =
                |ix: &QuestionIx| trial.answers.iter().any(|(read, value)| read == ix && !value.is_missing());
            filter.questions().iter().all(answered)
                && conditions.iter().all(|condition| expr::holds(condition, *trial))
                && !trial.passes_some(filter, choices)
        })?;
        let of_filter = stuck.answers.iter().filter(|(ix, _)| filter.questions().contains(ix));
        Some(of_filter.map(|(ix, value)| (*ix, value.to_text().to_string())).collect())
    }

    /// The questions with those that decide whether they are asked, as far as these have few answers.
    fn with_routing(&self, read: &BTreeSet<QuestionIx>) -> Option<BTreeSet<QuestionIx>> {
        let mut found = read.clone();
        let mut waiting: Vec<QuestionIx> = read.iter().copied().collect();
        while let Some(ix) = waiting.pop() {
            let routing = self.questions[ix].relevant.as_ref().map(Expr::questions).unwrap_or_default();
            self.pay(routing.len())?;
            if routing.iter().all(|read| few(&self.questions[*read])) {
                waiting.extend(routing.iter().copied().filter(|read| found.insert(*read)));
            }
        }
        Some(found)
    }

    /// Every combination of answers that the routing among these questions allows, if they are few.
    fn combinations<'a>(&self, read: &BTreeSet<QuestionIx>) -> Option<Vec<Trial<'a>>> {
        let mut trials = vec![Trial::default()];
        for (count, ix) in read.iter().enumerate() {
            let question = &self.questions[*ix];
            let answers = few_answers(question)?;
            if trials.len() * (answers.len() + 1) > MOST_COMBINATIONS {
                return None;
            }
            let condition = question.relevant.as_ref().filter(|when| {
                reads_only_answers(when) && when.questions().iter().all(|read_by_it| read.contains(read_by_it))
            });
            let when = condition.map_or(0, |when| when.source().len());
            // Each combination is copied for each answer.
            self.pay(trials.len() * (when + (answers.len() + 2) * (count + 1)))?;
            trials = trials.iter().flat_map(|trial| trial.asking(*ix, question, condition, &answers)).collect();
        }
        Some(trials)
    }
}

/// What it costs to evaluate conditions so often.
fn effort(conditions: &[&Expr], times: usize) -> usize {
    times.saturating_mul(conditions.iter().map(|condition| condition.source().len()).sum())
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
pub fn reading_value(value: &answer::Value) -> expr::Value {
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

/// Whether a question has answers, and few of them.
fn few(question: &Question) -> bool {
    match &question.kind {
        Kind::SelectOne(choices) => (1..MOST_COMBINATIONS).contains(&choices.list.len()),
        Kind::Level { anchors } => !anchors.is_empty(),
        _ => false,
    }
}

/// Every answer to a question, if they are few. None at all means that the file is broken there.
fn few_answers(question: &Question) -> Option<Vec<expr::Value>> {
    match &question.kind {
        _ if !few(question) => None,
        Kind::SelectOne(choices) => {
            Some(choices.list.iter().map(|choice| expr::Value::Text(choice.id.as_str().into())).collect())
        }
        Kind::Level { anchors } => Some((0..anchors.len()).map(|level| expr::Value::Number(level as f64)).collect()),
        _ => None,
    }
}

fn read_by(conditions: &[&Expr]) -> BTreeSet<QuestionIx> {
    conditions.iter().flat_map(|condition| condition.questions().iter().copied()).collect()
}

/// One combination of answers, as expressions read it.
#[derive(Clone, Debug)]
pub struct Trial<'a> {
    /// The value of each question that has one.
    pub answers: Vec<(QuestionIx, expr::Value)>,
    /// The value of `.`.
    pub current: expr::Value,
    /// The choice that is being filtered.
    pub choice: Option<&'a Choice>,
    /// The clock.
    pub now: Zoned,
}

impl Default for Trial<'_> {
    fn default() -> Self {
        Self { answers: Vec::new(), current: expr::Value::missing(), choice: None, now: Zoned::default() }
    }
}

impl Trial<'_> {
    /// The same answers with each answer that one more question may have: none or any, or what the
    /// file gives by rule when it is not asked.
    fn asking(
        &self,
        ix: QuestionIx,
        question: &Question,
        condition: Option<&Expr>,
        answers: &[expr::Value],
    ) -> Vec<Self> {
        // Not asked, for reasons that may lie outside these questions, it is missing or answered by rule.
        let not_asked = [expr::Value::missing()].into_iter().chain(question.otherwise.as_ref().map(reading_value));
        let may_be_asked = condition.is_none_or(|when| expr::holds(when, self));
        let possible = not_asked.chain(answers.iter().filter(|_| may_be_asked).cloned());
        possible.map(|answer| self.with(ix, answer)).collect()
    }

    fn with(&self, question: QuestionIx, answer: expr::Value) -> Self {
        let mut more = self.clone();
        more.answers.push((question, answer));
        more
    }

    fn passes_some(&self, filter: &Expr, choices: &[Choice]) -> bool {
        let mut filtering: Trial<'_> = self.clone();
        choices.iter().any(|choice| {
            filtering.choice = Some(choice);
            expr::holds(filter, &filtering)
        })
    }
}

impl Context for Trial<'_> {
    fn question(&self, question: QuestionIx) -> expr::Value {
        let found = self.answers.iter().find(|(ix, _)| *ix == question);
        found.map_or_else(expr::Value::missing, |(_, answer)| answer.clone())
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
}
