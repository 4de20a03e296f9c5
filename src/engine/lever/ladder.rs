//! The steps that lie above an answer, and what each costs.

use crate::engine::answer::Value;
use crate::engine::id::QuestionIx;
use crate::engine::interview::Interview;
use crate::engine::questionnaire::{Item, Kind, Question, Questionnaire, Scale, Scoring, Trigger};
use crate::engine::score::{self, TOLERANCE};

/// The marks at which the scale of a number has its steps.
const QUARTERS: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];

/// One step of a ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// The score on it, 0..100.
    pub score: f64,
    /// The answer that gives it, where there is exactly one to name.
    pub value: Option<Value>,
}

/// The steps above the answer of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// The item.
    pub question: QuestionIx,
    /// Its score now.
    pub from: f64,
    /// The steps above, ascending.
    pub rungs: Vec<Rung>,
    /// What one step costs: the smallest effort of the recommendations that lift the item, 1 if there is none.
    pub effort: usize,
}

/// The ladder of an answered item; `None` without an answer.
pub fn ladder(interview: &Interview, question: QuestionIx) -> Option<Ladder> {
    let asked = &interview.questionnaire().questions[question];
    let item = asked.item.as_ref()?;
    let value = interview.effective_value(question)?;
    let from = score::item_score(asked, item, value)?;
    let mut rungs = rungs(interview, question, item);
    rungs.retain(|rung| rung.score > from + TOLERANCE);
    Some(Ladder { question, from, rungs, effort: effort(interview.questionnaire(), question) })
}

/// The effort of one step on an item, 1 to 3.
pub fn effort(questionnaire: &Questionnaire, question: QuestionIx) -> usize {
    let lifting = questionnaire
        .recommendations
        .iter()
        .filter(|advice| !matches!(advice.trigger, Trigger::LowGroup { .. }) && advice.items.contains(&question));
    lifting.map(|advice| usize::from(advice.effort.max(1))).min().unwrap_or(1)
}

/// Every step of the scale, ascending in score, each once.
pub(super) fn rungs(interview: &Interview, question: QuestionIx, item: &Item) -> Vec<Rung> {
    let asked = &interview.questionnaire().questions[question];
    let mut rungs: Vec<Rung> = match &item.scoring {
        Scoring::Level { top, .. } => (0..=*top).filter_map(|level| rung(asked, item, Value::Level(level))).collect(),
        Scoring::Goalposts { worst, best, scale } => QUARTERS
            .into_iter()
            .map(|score| Rung { score, value: number(&asked.kind, (*worst, *best), *scale, score) })
            .collect(),
        Scoring::Count { cap } => {
            let choices = asked.kind.choices().map(|choices| choices.list.iter());
            let countable = choices.into_iter().flatten().filter(|choice| !choice.exclusive).count();
            let counts = 1..=countable.min(usize::from(*cap));
            counts.map(|count| Rung { score: 100.0 * count as f64 / f64::from(*cap), value: None }).collect()
        }
        Scoring::Choice => {
            let offered = interview.offered(question).into_iter();
            offered.filter_map(|choice| rung(asked, item, Value::Choice(choice.id.clone()))).collect()
        }
    };
    rungs.sort_by(|one, other| one.score.total_cmp(&other.score));
    rungs.dedup_by(|next, kept| next.score <= kept.score + TOLERANCE);
    rungs
}

fn rung(question: &Question, item: &Item, value: Value) -> Option<Rung> {
    Some(Rung { score: score::item_score(question, item, &value)?, value: Some(value) })
}

/// The number that scores so much: the goalposts' formula, solved for the number. A whole number is rounded
/// towards the better side.
fn number(kind: &Kind, (worst, best): (f64, f64), scale: Scale, score: f64) -> Option<Value> {
    type Transformation = fn(f64) -> f64;
    let (there, back): (Transformation, Transformation) = match scale {
        Scale::Linear => (|x| x, |x| x),
        Scale::Log1p => (f64::ln_1p, f64::exp_m1),
        Scale::Log => (f64::ln, f64::exp),
    };
    let number = back(there(worst) + score / 100.0 * (there(best) - there(worst)));
    match kind {
        // A hair above a whole number is the rounding of the logarithm, not a reason for one more.
        Kind::Integer { .. } if best > worst => Some(Value::Integer((number - 1e-6).ceil() as i64)),
        Kind::Integer { .. } => Some(Value::Integer((number + 1e-6).floor() as i64)),
        _ => number.is_finite().then(|| Value::Decimal((number * 1e9).round() / 1e9)),
    }
}
