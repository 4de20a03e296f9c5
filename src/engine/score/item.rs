//! From one answer to a score of 0..100, and what one step up would score.

use super::TOLERANCE;
use crate::engine::answer::Value;
use crate::engine::id::ChoiceId;
use crate::engine::questionnaire::{Choices, Item, Question, Scale, Scoring};

/// The scores to which a number moves in one step.
const QUARTERS: [f64; 4] = [25.0, 50.0, 75.0, 100.0];

/// The score of a value, 0..100; `None` for a value that cannot be scored.
pub fn item_score(question: &Question, item: &Item, value: &Value) -> Option<f64> {
    let choices = question.kind.choices();
    let score = match (&item.scoring, value) {
        (Scoring::Level { top, reverse }, Value::Level(level)) => level_score(*top, *reverse, *level),
        (Scoring::Goalposts { worst, best, scale }, number) => goalposts(*worst, *best, *scale, as_number(number)?),
        (Scoring::Count { cap }, Value::Choices(ticked)) => count_score(*cap, useful(choices?, ticked)),
        (Scoring::Choice, Value::Choice(choice)) => choices?.find(choice)?.score?,
        _ => return None,
    };
    score.is_finite().then(|| score.clamp(0.0, 100.0))
}

/// The score one step up: the next level, one choice more, the next quarter mark of a number, the
/// choice with the next higher score. `None` at the top.
pub fn one_step_up(question: &Question, item: &Item, value: &Value) -> Option<f64> {
    let now = item_score(question, item, value)?;
    let choices = question.kind.choices();
    let next = match (&item.scoring, value) {
        (Scoring::Level { top, reverse: false }, Value::Level(level)) => {
            level_score(*top, false, level.saturating_add(1))
        }
        (Scoring::Level { top, reverse: true }, Value::Level(level)) => {
            level_score(*top, true, level.saturating_sub(1))
        }
        (Scoring::Goalposts { .. }, _) => QUARTERS.into_iter().find(|mark| *mark > now + TOLERANCE)?,
        (Scoring::Count { cap }, Value::Choices(ticked)) => {
            let offered = choices?.list.iter().filter(|choice| !choice.exclusive).count();
            count_score(*cap, (useful(choices?, ticked) + 1).min(offered))
        }
        (Scoring::Choice, _) => {
            choice_scores(choices?).filter(|score| *score > now + TOLERANCE).min_by(f64::total_cmp)?
        }
        _ => return None,
    };
    let next = next.clamp(0.0, 100.0);
    (next > now + TOLERANCE).then_some(next)
}

/// The score one step down: the level below, one choice less, the choice with the next lower score. `None` at
/// the bottom, and for numbers, which err by a share and not by a step.
pub fn one_step_down(question: &Question, item: &Item, value: &Value) -> Option<f64> {
    let now = item_score(question, item, value)?;
    let choices = question.kind.choices();
    let next = match (&item.scoring, value) {
        (Scoring::Level { top, reverse: false }, Value::Level(level)) => {
            level_score(*top, false, level.checked_sub(1)?)
        }
        (Scoring::Level { top, reverse: true }, Value::Level(level)) => {
            level_score(*top, true, level.saturating_add(1))
        }
        (Scoring::Count { cap }, Value::Choices(ticked)) => count_score(*cap, useful(choices?, ticked).checked_sub(1)?),
        (Scoring::Choice, _) => {
            choice_scores(choices?).filter(|score| *score < now - TOLERANCE).max_by(f64::total_cmp)?
        }
        _ => return None,
    };
    let next = next.clamp(0.0, 100.0);
    (next < now - TOLERANCE).then_some(next)
}

fn level_score(top: u8, reverse: bool, level: u8) -> f64 {
    let share = f64::from(level.min(top)) / f64::from(top);
    100.0 * if reverse { 1.0 - share } else { share }
}

/// The score of a number between the values that score 0 and 100.
pub fn goalposts(worst: f64, best: f64, scale: Scale, number: f64) -> f64 {
    let g = |x: f64| match scale {
        Scale::Linear => x,
        Scale::Log1p => x.max(0.0).ln_1p(),
        // The logarithm of 0 is −∞: below any goalpost, as it should be.
        Scale::Log => x.max(0.0).ln(),
    };
    100.0 * ((g(number) - g(worst)) / (g(best) - g(worst))).clamp(0.0, 1.0)
}

/// The value as a number, of a number.
pub fn as_number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Decimal(number) => Some(*number),
        _ => None,
    }
}

fn count_score(cap: u8, count: usize) -> f64 {
    100.0 * (count as f64 / f64::from(cap)).min(1.0)
}

/// The number of ticked choices that count: "none of these" never does.
pub fn useful(choices: &Choices, ticked: &[ChoiceId]) -> usize {
    let counts = |id: &&ChoiceId| choices.find(id).is_some_and(|choice| !choice.exclusive);
    ticked.iter().filter(counts).count()
}

fn choice_scores(choices: &Choices) -> impl Iterator<Item = f64> {
    choices.list.iter().filter_map(|choice| choice.score)
}
