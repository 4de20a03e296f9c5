//! The columns: what each reads of an assessment, how its values are coded, and how it is labelled.

use std::sync::Arc;

use super::name::Names;
use super::{Cell, Missing, Subject};
use crate::engine::answer::{Response, Value};
use crate::engine::id::{AreaId, ChoiceId, QuestionId, QuestionIx};
use crate::engine::interview::{Form, Interview, Status};
use crate::engine::questionnaire::{Choices, Kind, Question, Questionnaire};
use crate::engine::score::{AreaScore, Scores};
use crate::engine::text::Localized;
use crate::engine::visit::Outcome;
use crate::i18n::Texts;

/// One column.
#[derive(Clone, Debug)]
pub struct Variable {
    /// Its name: ASCII, at most 32 letters.
    pub name: String,
    /// What it holds, for people.
    pub label: Label,
    /// What its values are.
    pub values: Values,
    /// The unit of its numbers.
    pub unit: Option<Localized>,
    /// What it reads.
    pub of: Of,
}

/// A label in every language.
#[derive(Clone, Debug)]
pub enum Label {
    /// A text of the interface.
    Key(&'static str),
    /// A text of the questionnaire.
    Written(Localized),
    /// A question with one of its choices.
    Ticked(Localized, Localized),
    /// A text of the interface about something in the questionnaire.
    About(&'static str, Localized),
}

impl Label {
    /// The label in a language.
    pub fn said(&self, texts: &Texts) -> String {
        let written = |text: &Localized| text.get(texts.lang()).to_owned();
        match self {
            Self::Key(key) => texts.get(key),
            Self::Written(text) => written(text),
            Self::Ticked(question, choice) => {
                let parts = [("question", written(question).into()), ("choice", written(choice).into())];
                texts.with("dataset-ticked", &parts)
            }
            Self::About(key, what) => texts.with(key, &[("what", written(what).into())]),
        }
    }
}

/// What the values of a column are.
#[derive(Clone, Debug)]
pub enum Values {
    /// Texts.
    Text,
    /// Numbers; also the missing codes.
    Number,
    /// Codes with labels; also the missing codes.
    Coded(Vec<Code>),
    /// Days.
    Day,
    /// Moments, in UTC.
    Moment,
}

/// A code with its meaning.
#[derive(Clone, Debug)]
pub struct Code {
    /// The code.
    pub code: i32,
    /// The permanent name in the questionnaire.
    pub id: String,
    /// What it means.
    pub label: Label,
}

/// What a column reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Its id.
    Assessment,
    /// The enterprise's name.
    Enterprise,
    /// The questionnaire's id.
    Questionnaire,
    /// The questionnaire's version.
    Version,
    /// All questions, or the quick form.
    Form,
    /// When it was begun.
    Created,
    /// When it was last changed.
    Changed,
    /// When it was closed.
    Closed,
    /// Whether it was taken out of the list.
    Archived,
    /// Who interviewed.
    Interviewers,
    /// How many questions are asked.
    Asked,
    /// How many of them are done.
    Done,
    /// How the last visit ended.
    Visit,
    /// When it ended.
    VisitEnded,
    /// The day to which it was postponed.
    VisitUntil,
    /// Why, in words.
    VisitReason,
    /// Seconds with questions on the screen.
    Seconds,
    /// How often a question was come back to.
    JumpsBack,
    /// The answer to a question.
    Answer(QuestionId),
    /// Whether a choice of a question was ticked.
    Ticked(QuestionId, ChoiceId),
    /// The headline index.
    Index,
    /// Its low bound.
    IndexLow,
    /// Its high bound.
    IndexHigh,
    /// The staged level of the enterprise.
    IndexLevel,
    /// The score of an area.
    Score(AreaId),
    /// The share of an area's weight that was answered.
    Coverage(AreaId),
    /// The staged level of an area.
    Level(AreaId),
}

/// A column that every questionnaire has: name, what it reads, key of its label, values.
type Fixed = (&'static str, Of, &'static str, fn() -> Values);

/// The columns that every questionnaire has before its own.
const HEAD: [Fixed; 18] = [
    ("assessment", Of::Assessment, "dataset-assessment", || Values::Text),
    ("enterprise", Of::Enterprise, "dataset-enterprise", || Values::Text),
    ("questionnaire", Of::Questionnaire, "dataset-questionnaire", || Values::Text),
    ("version", Of::Version, "dataset-version", || Values::Text),
    ("form", Of::Form, "dataset-form", forms),
    ("created", Of::Created, "dataset-created", || Values::Moment),
    ("changed", Of::Changed, "dataset-changed", || Values::Moment),
    ("closed", Of::Closed, "dataset-closed", || Values::Moment),
    ("archived", Of::Archived, "dataset-archived", yes_no),
    ("interviewers", Of::Interviewers, "dataset-interviewers", || Values::Text),
    ("questions_asked", Of::Asked, "dataset-asked", || Values::Number),
    ("questions_done", Of::Done, "dataset-done", || Values::Number),
    ("visit_result", Of::Visit, "dataset-visit", outcomes),
    ("visit_ended", Of::VisitEnded, "dataset-visit-ended", || Values::Moment),
    ("visit_until", Of::VisitUntil, "dataset-visit-until", || Values::Day),
    ("visit_reason", Of::VisitReason, "dataset-visit-reason", || Values::Text),
    ("seconds_shown", Of::Seconds, "dataset-seconds", || Values::Number),
    ("jumps_back", Of::JumpsBack, "dataset-jumps-back", || Values::Number),
];

fn codes(list: &[(i32, &str, &'static str)]) -> Values {
    let code = |(code, id, key): &(i32, &str, &'static str)| Code {
        code: *code,
        id: (*id).to_owned(),
        label: Label::Key(key),
    };
    Values::Coded(list.iter().map(code).collect())
}

fn forms() -> Values {
    codes(&[(1, "full", "dataset-form-full"), (2, "quick", "dataset-form-quick")])
}

/// The results of a visit with their codes, ids and labels.
const OUTCOMES: [(Outcome, i32, &str, &str); 5] = [
    (Outcome::Completed, 1, "completed", "dataset-visit-completed"),
    (Outcome::Partly, 2, "partly", "dataset-visit-partly"),
    (Outcome::Postponed, 3, "postponed", "dataset-visit-postponed"),
    (Outcome::Refused, 4, "refused", "dataset-visit-refused"),
    (Outcome::NotFound, 5, "not_found", "dataset-visit-not-found"),
];

fn outcomes() -> Values {
    codes(&OUTCOMES.map(|(_, code, id, key)| (code, id, key)))
}

fn yes_no() -> Values {
    codes(&[(0, "no", "dataset-no"), (1, "yes", "dataset-yes")])
}

/// All columns of a table that holds these versions of a questionnaire, newest first. A question, a choice or an area
/// that only an older version has comes behind those of the newer ones, so names do not depend on what is exported.
pub(super) fn all(versions: &[Arc<Questionnaire>]) -> Vec<Variable> {
    let mut names = Names::default();
    let mut variables: Vec<Variable> = Vec::new();
    let mut push = |wanted: &str, of: Of, label: Label, values: Values, unit: Option<Localized>| {
        variables.push(Variable { name: names.make(wanted), label, values, unit, of });
    };
    for (name, of, key, values) in HEAD {
        push(name, of, Label::Key(key), values(), None);
    }
    for (question, choices) in questions(versions) {
        let (id, label) = (&question.id, Label::Written(question.label.clone()));
        if let Kind::SelectMultiple(_) = question.kind {
            for (choice, written) in choices {
                let label = Label::Ticked(question.label.clone(), written);
                push(&format!("{id}_{choice}"), Of::Ticked(id.clone(), choice), label, yes_no(), None);
            }
        } else {
            let values = values(question, &choices);
            push(id.as_str(), Of::Answer(id.clone()), label, values, question.kind.unit().cloned());
        }
    }
    push("index", Of::Index, Label::Key("dataset-index"), Values::Number, None);
    push("index_low", Of::IndexLow, Label::Key("dataset-index-low"), Values::Number, None);
    push("index_high", Of::IndexHigh, Label::Key("dataset-index-high"), Values::Number, None);
    push("index_level", Of::IndexLevel, Label::Key("dataset-index-level"), Values::Number, None);
    for (id, title) in areas(versions) {
        let about = |key| Label::About(key, title.clone());
        push(&format!("score_{id}"), Of::Score(id.clone()), about("dataset-score"), Values::Number, None);
        push(&format!("coverage_{id}"), Of::Coverage(id.clone()), about("dataset-coverage"), Values::Number, None);
        push(&format!("level_{id}"), Of::Level(id.clone()), about("dataset-level"), Values::Number, None);
    }
    variables
}

type Named = Vec<(ChoiceId, Localized)>;

/// Every question that a person answers, in the newest version that has it, with the choices of all versions.
fn questions(versions: &[Arc<Questionnaire>]) -> Vec<(&Question, Named)> {
    let mut found: Vec<(&Question, Named)> = Vec::new();
    for question in versions.iter().flat_map(|version| version.questions.iter()) {
        if !question.kind.is_answerable() {
            continue;
        }
        let at = found.iter().position(|(known, _)| known.id == question.id);
        let choices = question.kind.choices().map(named).unwrap_or_default();
        match at.and_then(|at| found.get_mut(at)) {
            None => found.push((question, choices)),
            Some((_, known)) => {
                let new: Named =
                    choices.into_iter().filter(|(id, _)| !known.iter().any(|(other, _)| other == id)).collect();
                known.extend(new);
            }
        }
    }
    found
}

fn named(choices: &Choices) -> Named {
    choices.list.iter().map(|choice| (choice.id.clone(), choice.label.clone())).collect()
}

fn areas(versions: &[Arc<Questionnaire>]) -> Vec<(AreaId, Localized)> {
    let mut found: Vec<(AreaId, Localized)> = Vec::new();
    for area in versions.iter().flat_map(|version| version.areas.iter()) {
        if !found.iter().any(|(id, _)| *id == area.id) {
            found.push((area.id.clone(), area.title.clone()));
        }
    }
    found
}

fn values(question: &Question, choices: &Named) -> Values {
    match &question.kind {
        Kind::SelectOne(_) => {
            let code = |(code, (id, label)): (i32, &(ChoiceId, Localized))| Code {
                code,
                id: id.to_string(),
                label: Label::Written(label.clone()),
            };
            Values::Coded((1..).zip(choices).map(code).collect())
        }
        Kind::Level { anchors } => {
            let code = |(code, anchor): (i32, &Localized)| Code {
                code,
                id: code.to_string(),
                label: Label::Written(anchor.clone()),
            };
            Values::Coded((0..).zip(anchors).map(code).collect())
        }
        Kind::Integer { .. } | Kind::Decimal { .. } => Values::Number,
        Kind::Date => Values::Day,
        _ => Values::Text,
    }
}

impl Variable {
    /// The question it belongs to, if it does.
    pub const fn question(&self) -> Option<&QuestionId> {
        match &self.of {
            Of::Answer(id) | Of::Ticked(id, _) => Some(id),
            _ => None,
        }
    }

    /// What it holds of an assessment.
    pub(super) fn cell(&self, subject: &Subject, scores: &Scores) -> Cell {
        let (summary, interview) = (&subject.summary, &subject.interview);
        let index = scores.index.as_ref();
        let ending = summary.visit.as_ref().map(|visit| &visit.ending);
        let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
        let area = |id: &AreaId| {
            let ix = interview.questionnaire().areas.position(|area| area.id == *id)?;
            Some(&scores.areas[ix])
        };
        match &self.of {
            Of::Assessment => Cell::Text(summary.id.to_string()),
            Of::Enterprise => Cell::Text(summary.enterprise.clone()),
            Of::Questionnaire => Cell::Text(summary.questionnaire.to_string()),
            Of::Version => Cell::Text(summary.version.clone()),
            Of::Form => Cell::Code(if summary.form == Form::Full { 1 } else { 2 }),
            Of::Created => Cell::Moment(summary.created),
            Of::Changed => Cell::Moment(summary.changed),
            Of::Closed => summary.closed.map_or(Cell::Empty, Cell::Moment),
            Of::Archived => Cell::Code(i32::from(summary.archived)),
            Of::Interviewers => Cell::Text(subject.interviewers.join("; ")),
            Of::Asked => Cell::Number(interview.progress().asked as f64),
            Of::Done => Cell::Number(interview.progress().done as f64),
            Of::Visit => ending.map_or(Cell::Empty, |ending| {
                let code = OUTCOMES.iter().find(|(outcome, ..)| *outcome == ending.outcome);
                code.map_or(Cell::Empty, |(_, code, ..)| Cell::Code(*code))
            }),
            Of::VisitEnded => summary.visit.as_ref().map_or(Cell::Empty, |visit| Cell::Moment(visit.ended)),
            Of::VisitUntil => ending.and_then(|ending| ending.until).map_or(Cell::Empty, Cell::Day),
            Of::VisitReason => ending.map_or(Cell::Empty, |ending| Cell::Text(ending.reason.clone())),
            Of::Seconds => number(subject.effort.map(|effort| effort.ms as f64 / 1_000.0)),
            Of::JumpsBack => number(subject.effort.map(|effort| effort.back as f64)),
            Of::Answer(id) => self.answered(interview, id, None),
            Of::Ticked(id, choice) => self.answered(interview, id, Some(choice)),
            Of::Index => number(index.map(|index| index.headline)),
            Of::IndexLow => number(index.map(|index| index.low)),
            Of::IndexHigh => number(index.map(|index| index.high)),
            Of::IndexLevel => number(index.map(|index| f64::from(index.staged))),
            Of::Score(id) => number(area(id).and_then(AreaScore::shown)),
            Of::Coverage(id) => number(area(id).map(|area| area.coverage)),
            Of::Level(id) => number(area(id).and_then(|area| area.staged).map(f64::from)),
        }
    }

    fn answered(&self, interview: &Interview, id: &QuestionId, choice: Option<&ChoiceId>) -> Cell {
        let Some(ix) = interview.questionnaire().find(id.as_str()) else { return Cell::Missing(Missing::NotAsked) };
        match said(interview, ix) {
            Ok(Some(value)) => self.coded(value, choice),
            Ok(None) => Cell::Empty,
            Err(missing) => Cell::Missing(missing),
        }
    }

    /// The cell of a value: its code, or the value itself.
    fn coded(&self, value: &Value, ticked: Option<&ChoiceId>) -> Cell {
        if let (Value::Choices(choices), Some(choice)) = (value, ticked) {
            return Cell::Code(i32::from(choices.contains(choice)));
        }
        match (&self.values, value) {
            (Values::Coded(codes), value) => {
                let found = match value {
                    Value::Choice(id) => codes.iter().find(|code| code.id == id.as_str()),
                    Value::Level(level) => codes.iter().find(|code| code.code == i32::from(*level)),
                    _ => None,
                };
                found.map_or_else(|| Cell::Text(value.to_string()), |code| Cell::Code(code.code))
            }
            (_, Value::Integer(number)) => Cell::Number(*number as f64),
            (_, Value::Decimal(number)) => Cell::Number(*number),
            (_, Value::Date(day)) => Cell::Day(*day),
            (_, other) => Cell::Text(other.to_string()),
        }
    }
}

/// What was said to a question: a value, nothing yet, or a reason for none. A value given by rule counts.
pub(super) fn said(interview: &Interview, ix: QuestionIx) -> Result<Option<&Value>, Missing> {
    if let Some(value) = interview.effective_value(ix) {
        return Ok(Some(value));
    }
    match (interview.status(ix), &interview.answer(ix).response) {
        (Status::NotAsked, _) => Err(Missing::NotAsked),
        (_, Some(Response::DontKnow)) => Err(Missing::DontKnow),
        (_, Some(Response::Refused)) => Err(Missing::Refused),
        (_, Some(Response::NotApplicable { .. })) => Err(Missing::NotApplicable),
        _ => Ok(None),
    }
}
