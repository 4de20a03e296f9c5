//! Made-up but valid interviews, the same ones every time, and the contradictions in the advice that they get.
//!
//! Knows nothing of particular recommendations: which exclude each other is in the questionnaire.

use std::sync::Arc;

use jiff::Zoned;
use rand::Rng;

use super::advice::{Advice, advise};
use super::answer::{Answer, Response, Value};
use super::expr::limits;
use super::id::{QuestionIx, RecommendationIx};
use super::interview::memory::MemoryJournal;
use super::interview::{Advance, Circumstances, Form, Interview};
use super::profile::steps;
use super::questionnaire::{Kind, Question, Questionnaire, Scoring};
use super::random::{Purpose, below, stream, unit};
use super::score::score;
use super::text::Lang;

/// Two pieces of advice for one enterprise that exclude each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// The one that stands first in the file.
    pub one: RecommendationIx,
    /// The other.
    pub other: RecommendationIx,
    /// The answers that made them fire, as typed.
    pub answers: Vec<(QuestionIx, String)>,
}

/// The share of questions that are answered by "I don't know".
const UNKNOWN: f64 = 0.05;

/// How often a value is drawn anew when the questionnaire refuses it.
const TRIES: usize = 12;

/// Numbers at which questionnaires tend to draw lines.
const NUMBERS: [f64; 14] = [0.0, 1.0, 5.0, 9.0, 10.0, 25.0, 49.0, 50.0, 75.0, 99.0, 100.0, 250.0, 2020.0, 5000.0];

/// Gives made-up answers to all questions of a form, in order. Each subject answers in another way: some
/// low, some high, some anyhow.
pub fn rehearse(questionnaire: &Arc<Questionnaire>, form: Form, now: Zoned, subject: u32) -> Interview {
    let mut interview = Interview::new(Arc::clone(questionnaire), form, now);
    let mut generator = stream(0, Purpose::Rehearsal, subject, u32::from(form == Form::Quick));
    let lean = unit(&mut generator) * 2.0;
    for (ix, question) in questionnaire.questions.enumerate() {
        if !question.kind.is_answerable() || !interview.is_asked(ix) {
            continue;
        }
        if unit(&mut generator) < UNKNOWN {
            give(&mut interview, ix, Response::DontKnow);
            continue;
        }
        for _ in 0..TRIES {
            let value = drawn(&interview, ix, question, lean, &mut generator);
            if value.is_some_and(|value| give(&mut interview, ix, Response::Value(value))) {
                break;
            }
        }
    }
    interview
}

/// So many made-up interviews in which something counts; fewer, if hardly any way leads to a score.
pub fn rehearsals(
    questionnaire: &Arc<Questionnaire>,
    form: Form,
    now: &Zoned,
    interviews: u32,
) -> impl Iterator<Item = Interview> {
    let subjects = 0..interviews.saturating_mul(TRIES as u32);
    let made = subjects.map(move |subject| rehearse(questionnaire, form, now.clone(), subject));
    let counts = |interview: &Interview| {
        let answered = |ix| interview.is_asked(ix) && interview.effective_value(ix).is_some();
        interview.questionnaire().questions.enumerate().any(|(ix, question)| question.item.is_some() && answered(ix))
    };
    made.filter(counts).take(interviews as usize)
}

/// Whether the answer was taken.
fn give(interview: &mut Interview, question: QuestionIx, response: Response) -> bool {
    let Ok(change) = interview.propose(question, Answer { response: Some(response), ..Answer::default() }) else {
        return false;
    };
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    // A journal in memory that was not told to fail keeps everything.
    interview.commit(change, circumstances, &mut MemoryJournal::default()).is_ok()
}

/// A value for a question. `lean` below 1 leans to the first levels, above 1 to the last.
fn drawn(
    interview: &Interview,
    ix: QuestionIx,
    question: &Question,
    lean: f64,
    generator: &mut impl Rng,
) -> Option<Value> {
    match &question.kind {
        Kind::Level { anchors } => {
            let part = unit(generator).powf(if lean < 1.0 { 3.0 - 2.0 * lean } else { 1.0 / (2.0 * lean - 1.0) });
            let level = (part * anchors.len() as f64) as usize;
            u8::try_from(level.min(anchors.len().saturating_sub(1))).ok().map(Value::Level)
        }
        Kind::SelectOne(_) => {
            let offered = interview.offered(ix);
            offered.get(below(generator, offered.len().max(1))).map(|choice| Value::Choice(choice.id.clone()))
        }
        Kind::SelectMultiple(_) => {
            let offered = interview.offered(ix);
            let alone: Vec<_> = offered.iter().filter(|choice| choice.exclusive).collect();
            if !alone.is_empty() && unit(generator) < 0.2 {
                let choice = alone.get(below(generator, alone.len()))?;
                return Some(Value::Choices(vec![choice.id.clone()]));
            }
            let picked = offered.iter().filter(|choice| !choice.exclusive && unit(generator) < 0.4);
            let picked: Vec<_> = picked.map(|choice| choice.id.clone()).collect();
            (!picked.is_empty()).then_some(Value::Choices(picked))
        }
        Kind::Integer { .. } => Some(Value::Integer(number(question, generator).round() as i64)),
        Kind::Decimal { .. } => Some(Value::Decimal(number(question, generator))),
        Kind::Text { .. } => Some(Value::Text("…".to_owned())),
        Kind::Date => Some(Value::Date(jiff::civil::date(2020, 1, 1))),
        Kind::Note | Kind::Calculate(_) => None,
    }
}

/// A number at one of the usual lines, at a limit, at a goalpost, or between any two of these.
fn number(question: &Question, generator: &mut impl Rng) -> f64 {
    let mut lines = NUMBERS.to_vec();
    let limits = question.constraint.as_ref().and_then(limits);
    let bounds = limits.map(|limits| [limits.min, limits.max]).into_iter().flatten().flatten();
    lines.extend(bounds.map(|bound| bound.value));
    if let Some(Scoring::Goalposts { worst, best, .. }) = question.item.as_ref().map(|item| &item.scoring) {
        lines.extend([*worst, *best]);
    }
    let mut line = || lines.get(below(generator, lines.len())).copied().unwrap_or_default();
    let (one, other) = (line(), line());
    if unit(generator) < 0.5 { one } else { f64::midpoint(one, other) }
}

/// The contradictions among the advice that an interview gets.
pub fn contradictions(interview: &Interview) -> Vec<Contradiction> {
    let questionnaire = interview.questionnaire();
    let scores = score(questionnaire, interview.item_states());
    let advice = advise(interview, &scores, &steps(interview));
    conflicting(questionnaire, &advice)
        .into_iter()
        .map(|(one, other)| {
            let mut read: Vec<QuestionIx> = one.because.iter().chain(&other.because).copied().collect();
            for fired in [one, other] {
                let when = questionnaire.recommendations[fired.recommendation].trigger.condition();
                read.extend(when.into_iter().flat_map(|when| when.questions().iter().copied()));
            }
            read.sort_unstable();
            read.dedup();
            let typed = |ix: QuestionIx| Some((ix, interview.effective_value(ix)?.to_string()));
            let answers = read.into_iter().filter_map(typed).collect();
            let (one, other) = (one.recommendation, other.recommendation);
            Contradiction { one: one.min(other), other: one.max(other), answers }
        })
        .collect()
}

/// The pairs of which one excludes the other.
fn conflicting<'a>(questionnaire: &Questionnaire, advice: &'a [Advice]) -> Vec<(&'a Advice, &'a Advice)> {
    let excludes = |one: &Advice, other: &Advice| {
        questionnaire.recommendations[one.recommendation].excludes.contains(&other.recommendation)
    };
    let pairs =
        advice.iter().enumerate().flat_map(|(at, one)| advice.iter().skip(at + 1).map(move |other| (one, other)));
    pairs.filter(|(one, other)| excludes(one, other) || excludes(other, one)).collect()
}

/// The first contradiction of each pair in so many made-up interviews of every form.
pub fn search(questionnaire: &Arc<Questionnaire>, now: &Zoned, interviews: u32) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    if questionnaire.recommendations.iter().all(|recommendation| recommendation.excludes.is_empty()) {
        return found;
    }
    for form in [Form::Full, Form::Quick].into_iter().filter(|form| questionnaire.offers(*form)) {
        for interview in rehearsals(questionnaire, form, now, interviews) {
            for fresh in contradictions(&interview) {
                if !found.iter().any(|old| (old.one, old.other) == (fresh.one, fresh.other)) {
                    found.push(fresh);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
