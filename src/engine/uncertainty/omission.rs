//! What each item does to the index by being there at all: the index without it.

use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::score::{self, Scores};

/// One answered item, left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Omission {
    /// The item.
    pub question: QuestionIx,
    /// The index without it; `None` if it is the only answer of an area and the index goes with it.
    pub index: Option<f64>,
    /// The index without it minus the index.
    pub change: Option<f64>,
}

/// Leaves out every answered item in turn, largest change first, then in file order. Those that would take
/// the index with them stand first. Empty without an index. Which areas count stays as it is: the question is
/// what the item does to the score, not to the coverage.
pub fn omissions(questionnaire: &Questionnaire, scores: &Scores) -> Vec<Omission> {
    let Some(headline) = scores.index.as_ref().map(|index| index.headline) else { return Vec::new() };
    let answered = score::states(questionnaire, &scores.items)
        .filter(|(_, item, state)| state.score().is_some() && scores.areas[item.area].shown().is_some());
    let mut omissions: Vec<Omission> = answered
        .map(|(question, ..)| {
            let index = index_without(questionnaire, scores, question);
            Omission { question, index, change: index.map(|index| index - headline) }
        })
        .collect();
    let size = |omission: &Omission| omission.change.map_or(f64::INFINITY, f64::abs);
    omissions.sort_by(|one, other| size(other).total_cmp(&size(one)));
    omissions
}

fn index_without(questionnaire: &Questionnaire, scores: &Scores, left_out: QuestionIx) -> Option<f64> {
    let area_of_item = questionnaire.questions[left_out].item.as_ref()?.area;
    let mut pairs = Vec::with_capacity(scores.areas.len());
    for (area, score) in scores.areas.enumerate() {
        let Some(mut counted) = score.shown() else { continue };
        if area == area_of_item {
            let others = score::states(questionnaire, &scores.items)
                .filter(|(question, item, _)| item.area == area && *question != left_out);
            let answered: Vec<(f64, f64)> =
                others.filter_map(|(_, item, state)| Some((item.weight, state.score()?))).collect();
            counted = score::weighted_mean(answered)?;
        }
        pairs.push((questionnaire.areas[area].weight, counted));
    }
    score::aggregate(&questionnaire.method, pairs.into_iter())
}
