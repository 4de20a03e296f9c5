//! What tells who a row is, and how it is taken away.
//!
//! Names and ids become pseudonyms made with a key, so that the same enterprise has the same pseudonym in every
//! export of a database and nobody without the key can find it by trying names. Interviewers and hours go; free texts
//! go unless they are to be kept; a description of the enterprise that fewer than five share goes; amounts that are no
//! items keep two digits.

use std::collections::{HashMap, HashSet};

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;
use uuid::Uuid;

use super::variable::Of;
use super::{Cell, Dataset, Error, Missing, Subject, Values, Variable};
use crate::engine::answer::Value;
use crate::engine::id::{AssessmentId, QuestionId};
use crate::engine::questionnaire::{Kind, Question};

/// The fewest enterprises that may share a description.
pub const FEWEST: usize = 5;

/// The digits that an amount keeps.
const DIGITS: i32 = 2;

/// Whether free texts stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextPolicy {
    /// They go: a text may name anybody.
    #[default]
    Drop,
    /// They stay as typed.
    Keep,
}

/// What was taken away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Masked {
    /// Enterprises that have a pseudonym.
    pub enterprises: usize,
    /// Columns of free text.
    pub texts: usize,
    /// Answers that too few enterprises share.
    pub cells: usize,
    /// Columns of amounts that are rounded.
    pub rounded: usize,
}

/// What tells who a row is, found by reading the rows once.
#[derive(Clone, Debug)]
pub struct Privacy {
    key: Vec<u8>,
    texts: TextPolicy,
    /// Questions that describe the enterprise: not scored, so known to others.
    describing: HashMap<QuestionId, Describes>,
    rare: HashSet<(QuestionId, String)>,
    removed: Masked,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Describes {
    Choice,
    Amount,
    Text,
    Day,
}

fn describes(question: &Question) -> Option<Describes> {
    match &question.kind {
        // A free text is free whether it is scored or not.
        Kind::Text { .. } => Some(Describes::Text),
        _ if question.item.is_some() => None,
        Kind::SelectOne(_) | Kind::SelectMultiple(_) | Kind::Level { .. } => Some(Describes::Choice),
        Kind::Integer { .. } | Kind::Decimal { .. } => Some(Describes::Amount),
        Kind::Date => Some(Describes::Day),
        Kind::Note | Kind::Calculate(_) => None,
    }
}

/// The parts of a value that can be counted: a choice, or each choice that was ticked.
fn parts(value: &Value) -> Vec<String> {
    match value {
        Value::Choices(choices) => choices.iter().map(ToString::to_string).collect(),
        other => vec![other.to_string()],
    }
}

impl Privacy {
    /// Reads all rows and finds what is rare.
    pub(super) fn find(dataset: &Dataset, key: &[u8], texts: TextPolicy) -> Result<Self, Error> {
        let mut sharing: HashMap<(QuestionId, String), HashSet<String>> = HashMap::new();
        let mut answered: HashMap<(QuestionId, String), usize> = HashMap::new();
        let mut describing = HashMap::new();
        let mut enterprises = HashSet::new();
        dataset.source.each(&mut |subject| {
            enterprises.insert(subject.summary.enterprise.clone());
            for (ix, question) in subject.interview.questionnaire().questions.enumerate() {
                let Some(what) = describes(question) else { continue };
                describing.insert(question.id.clone(), what);
                let Some(value) = subject.interview.effective_value(ix).filter(|_| what == Describes::Choice) else {
                    continue;
                };
                for part in parts(value) {
                    let cell = (question.id.clone(), part);
                    *answered.entry(cell.clone()).or_default() += 1;
                    sharing.entry(cell).or_default().insert(subject.summary.enterprise.clone());
                }
            }
            Ok(())
        })?;
        let is_rare = |firms: &HashSet<String>| firms.len() < FEWEST;
        let rare: HashSet<_> = sharing.into_iter().filter(|(_, firms)| is_rare(firms)).map(|(cell, _)| cell).collect();
        let count = |what| {
            let belongs = |variable: &&Variable| variable.question().and_then(|id| describing.get(id)) == Some(&what);
            dataset.variables.iter().filter(belongs).count()
        };
        let removed = Masked {
            enterprises: enterprises.len(),
            texts: if texts == TextPolicy::Drop { count(Describes::Text) } else { 0 },
            cells: answered.iter().filter(|(cell, _)| rare.contains(cell)).map(|(_, count)| count).sum(),
            rounded: count(Describes::Amount),
        };
        Ok(Self { key: key.to_vec(), texts, describing, rare, removed })
    }

    /// What was taken away.
    pub const fn removed(&self) -> Masked {
        self.removed
    }

    /// Whether free texts go.
    pub fn drops_texts(&self) -> bool {
        self.texts == TextPolicy::Drop
    }

    /// Whether a column stays.
    pub(super) fn keeps(&self, variable: &Variable) -> bool {
        let describes = variable.question().and_then(|id| self.describing.get(id));
        let is_text = describes == Some(&Describes::Text) || variable.of == Of::VisitReason;
        variable.of != Of::Interviewers && !(is_text && self.drops_texts())
    }

    /// The assessment with pseudonyms in place of its names, and without hours.
    pub(super) fn hidden(&self, mut subject: Subject) -> Subject {
        let summary = &mut subject.summary;
        summary.enterprise = format!("E-{}", self.pseudonym("enterprise", &summary.enterprise));
        // Version 8 is what RFC 9562 keeps for ids of one's own making.
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(self.digest("assessment", &summary.id.to_string())).for_each(|(to, from)| *to = from);
        summary.id = AssessmentId(Uuid::new_v8(bytes));
        (summary.created, summary.changed) = (day(summary.created), day(summary.changed));
        summary.closed = summary.closed.map(day);
        if let Some(visit) = &mut summary.visit {
            visit.ended = day(visit.ended);
        }
        subject.passages.iter_mut().for_each(|passage| passage.changed = day(passage.changed));
        subject.interviewers.clear();
        subject
    }

    /// A cell without what is rare.
    pub(super) fn masked(&self, variable: &Variable, cell: Cell) -> Cell {
        let Some(question) = variable.question() else { return cell };
        let is_rare = |part: &str| self.rare.contains(&(question.clone(), part.to_owned()));
        match (self.describing.get(question), &cell, &variable.of) {
            (Some(Describes::Amount), Cell::Number(number), _) => Cell::Number(rounded(*number)),
            (Some(Describes::Day), Cell::Day(_), _) => Cell::Missing(Missing::Suppressed),
            // Whether a rare choice was ticked is told of nobody: also a no says something.
            (Some(Describes::Choice), Cell::Code(_), Of::Ticked(_, choice)) if is_rare(choice.as_str()) => {
                Cell::Missing(Missing::Suppressed)
            }
            (Some(Describes::Choice), Cell::Code(code), Of::Answer(_)) => {
                let id = match &variable.values {
                    Values::Coded(codes) => codes.iter().find(|it| it.code == *code).map(|it| it.id.as_str()),
                    _ => None,
                };
                if id.is_some_and(is_rare) { Cell::Missing(Missing::Suppressed) } else { cell }
            }
            _ => cell,
        }
    }

    /// Whether a value at a question may not be told.
    pub(super) fn hides(&self, question: &QuestionId, value: &Value) -> Option<Missing> {
        let hidden = match self.describing.get(question)? {
            Describes::Choice => parts(value).into_iter().any(|part| self.rare.contains(&(question.clone(), part))),
            Describes::Text => self.drops_texts(),
            Describes::Amount | Describes::Day => true,
        };
        hidden.then_some(Missing::Suppressed)
    }

    /// Twelve hexadecimal digits.
    fn pseudonym(&self, what: &str, name: &str) -> String {
        self.digest(what, name).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    fn digest(&self, what: &str, name: &str) -> Vec<u8> {
        // A key of any length is one that HMAC takes.
        let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(&self.key) else { return Vec::new() };
        hmac.update(what.as_bytes());
        hmac.update(&[0]);
        hmac.update(name.as_bytes());
        hmac.finalize().into_bytes().to_vec()
    }
}

/// The beginning of the day of a moment, in UTC.
fn day(time: Timestamp) -> Timestamp {
    let seconds = time.as_second();
    Timestamp::from_second(seconds - seconds.rem_euclid(86_400)).unwrap_or(time)
}

fn rounded(number: f64) -> f64 {
    if number == 0.0 || !number.is_finite() {
        return number;
    }
    let places = DIGITS - 1 - number.abs().log10().floor() as i32;
    let scale = 10f64.powi(places);
    if scale.is_finite() && scale > 0.0 { (number * scale).round() / scale } else { number }
}
