//! What a step up adds to the index: recomputed exactly, not by a derivative.

use super::{ItemState, Scores, aggregate, area, members};
use crate::engine::id::{AreaIx, Arena, QuestionIx};
use crate::engine::questionnaire::Questionnaire;

/// One item, one step up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// The item.
    pub question: QuestionIx,
    /// Its score now, 0..100.
    pub from: f64,
    /// Its score one step up, 0..100.
    pub to: f64,
    /// What the step adds to the index (ΔI, exact).
    pub gain: f64,
}

/// Every answered item that can go one step up and counts in the index, largest gain first, then in
/// file order. `steps` holds the score of each item one step up.
pub fn levers(questionnaire: &Questionnaire, scores: &Scores, steps: &Arena<QuestionIx, Option<f64>>) -> Vec<Lever> {
    let in_index = |question: QuestionIx| {
        let item = questionnaire.questions[question].item.as_ref()?;
        scores.areas[item.area].shown()
    };
    let mut levers: Vec<Lever> = steps
        .enumerate()
        .filter_map(|(question, step)| {
            in_index(question)?;
            let from = scores.items[question]?.score()?;
            let to = (*step)?;
            let gain = effect(questionnaire, scores, &[(question, to)]).gain?;
            Some(Lever { question, from, to, gain })
        })
        .collect();
    levers.sort_by(|one, other| other.gain.total_cmp(&one.gain));
    levers
}

/// What follows when answered items take other scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effect {
    /// What the index gains; `None` without an index.
    pub gain: Option<f64>,
    /// The areas that move, in file order.
    pub areas: Vec<AreaMove>,
}

/// One area's score, before and after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaMove {
    /// The area.
    pub area: AreaIx,
    /// Its score now, 0..100.
    pub from: f64,
    /// Its score then, 0..100.
    pub to: f64,
}

/// Computes what follows when answered items take other scores. Items that are not answered, and areas
/// without a score to show, do not move.
pub fn effect(questionnaire: &Questionnaire, scores: &Scores, changes: &[(QuestionIx, f64)]) -> Effect {
    let mut items = scores.items.clone();
    let mut touched = Vec::new();
    for (question, score) in changes {
        if let (Some(ItemState::Scored(now)), Some(item)) =
            (&mut items[*question], &questionnaire.questions[*question].item)
        {
            *now = score.clamp(0.0, 100.0);
            touched.push(item.area);
        }
    }
    let mut areas = Vec::new();
    let mut pairs = Vec::with_capacity(scores.areas.len());
    for (area, score) in scores.areas.enumerate() {
        let Some(from) = score.shown() else { continue };
        let moved = touched.contains(&area).then(|| area::mean_of(&members(questionnaire, &items, area))).flatten();
        areas.extend(moved.map(|to| AreaMove { area, from, to }));
        pairs.push((questionnaire.areas[area].weight, moved.unwrap_or(from)));
    }
    let gain = scores
        .index
        .as_ref()
        .and_then(|index| Some(aggregate(&questionnaire.method, pairs.iter().copied())? - index.headline));
    Effect { gain, areas }
}
