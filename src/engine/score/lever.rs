//! What a step up adds to the index: recomputed exactly, not by a derivative.

use super::index::geometric;
use super::{ItemState, Scores, area, members};
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
            let gain = gain_of(questionnaire, scores, &[(question, to)])?;
            Some(Lever { question, from, to, gain })
        })
        .collect();
    levers.sort_by(|one, other| other.gain.total_cmp(&one.gain));
    levers
}

/// What the index gains when answered items take other scores; `None` without an index. Items whose
/// area is not in the index, and items that are not answered, change nothing.
pub fn gain_of(questionnaire: &Questionnaire, scores: &Scores, changes: &[(QuestionIx, f64)]) -> Option<f64> {
    let index = scores.index.as_ref()?;
    let touched: Vec<AreaIx> = changes
        .iter()
        .filter_map(|(question, _)| Some(questionnaire.questions[*question].item.as_ref()?.area))
        .collect();
    let mut items = scores.items.clone();
    for (question, score) in changes {
        if let Some(ItemState::Scored(now)) = &mut items[*question] {
            *now = score.clamp(0.0, 100.0);
        }
    }
    let mut pairs = Vec::with_capacity(scores.areas.len());
    for (ix, area) in scores.areas.enumerate() {
        let Some(now) = area.shown() else { continue };
        let then = if touched.contains(&ix) { area::mean_of(&members(questionnaire, &items, ix))? } else { now };
        pairs.push((questionnaire.areas[ix].weight, then));
    }
    Some(geometric(pairs.iter().copied())? - index.headline)
}
