//! The order of advice: priority, then file order, but never an action before its prerequisite.

use super::Advice;
use crate::engine::id::RecommendationIx;
use crate::engine::questionnaire::Questionnaire;

/// Sorts advice that stands in file order.
pub(super) fn ordered(questionnaire: &Questionnaire, mut advice: Vec<Advice>) -> Vec<Advice> {
    advice.sort_by(|one, other| other.priority.total_cmp(&one.priority));
    let mut placed: Vec<Advice> = Vec::with_capacity(advice.len());
    while !advice.is_empty() {
        let mut chain = vec![0];
        // The prerequisite of the prerequisite comes first; a circle ends where it began.
        while let Some(before) = chain.last().and_then(|at| prerequisite(questionnaire, &advice, *at)) {
            if chain.contains(&before) {
                break;
            }
            chain.push(before);
        }
        placed.push(advice.remove(chain.pop().unwrap_or_default()));
    }
    placed
}

/// Where the prerequisite of a piece of advice stands, or the programme that took its place.
fn prerequisite(questionnaire: &Questionnaire, advice: &[Advice], at: usize) -> Option<usize> {
    let wanted: RecommendationIx = questionnaire.recommendations[advice.get(at)?.recommendation].prerequisite?;
    advice.iter().position(|other| other.recommendation == wanted || other.replaces.contains(&wanted))
}
