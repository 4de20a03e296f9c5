//! The score of one area: mean, coverage, bounds, publication, levels and the split by locus.

use super::level::{LEVELS, band, reaches, staged};
use super::{AreaScore, ItemState, Member, Publication, TOLERANCE, sum, weighted_mean};
use crate::engine::questionnaire::{Locus, Method, Questionnaire};

/// The weights of an area's items by their state.
struct Weights {
    answered: f64,
    missing: f64,
    excluded: f64,
}

impl Weights {
    fn of(members: &[Member]) -> Self {
        let total = |belongs: fn(ItemState) -> bool| {
            sum(members.iter().filter(|(_, state)| belongs(*state)).map(|(item, _)| item.weight))
        };
        Self {
            answered: total(|state| matches!(state, ItemState::Scored(_))),
            missing: total(|state| state == ItemState::Missing),
            excluded: total(|state| state == ItemState::Excluded),
        }
    }

    fn applicable(&self) -> f64 {
        self.answered + self.missing
    }

    fn coverage(&self) -> f64 {
        ratio(self.answered, self.applicable())
    }

    fn different_scope(&self, method: &Method) -> bool {
        ratio(self.excluded, self.applicable() + self.excluded) > method.different_scope + TOLERANCE
    }
}

/// The score of an area from its items.
pub(super) fn score(questionnaire: &Questionnaire, members: &[Member]) -> AreaScore {
    let method = &questionnaire.method;
    let weights = Weights::of(members);
    let score = mean_of(members);
    let coverage = weights.coverage();
    let publication = Publication::of_coverage(method, coverage);
    let shown = score.filter(|_| publication != Publication::Suppressed);
    let (low, high) = bounds(members, &weights);
    let reached = reached(method, members);
    AreaScore {
        score,
        coverage,
        low,
        high,
        publication,
        different_scope: weights.different_scope(method),
        band: shown.map(|score| band(&questionnaire.bands, score)),
        staged: shown.map(|_| staged(method, &reached)),
        reached,
        enterprise: mean_of_locus(members, Locus::Enterprise),
        environment: mean_of_locus(members, Locus::Environment),
        answered: members.iter().filter(|(_, state)| matches!(state, ItemState::Scored(_))).count(),
        applicable: members.iter().filter(|(_, state)| *state != ItemState::Excluded).count(),
    }
}

/// The weighted mean of the answered items.
pub(super) fn mean_of(members: &[Member]) -> Option<f64> {
    let answered = members.iter().filter_map(|(item, state)| Some((item.weight, state.score()?)));
    weighted_mean(answered).map(|mean| mean.clamp(0.0, 100.0))
}

fn mean_of_locus(members: &[Member], locus: Locus) -> Option<f64> {
    let chosen: Vec<Member> = members.iter().copied().filter(|(item, _)| item.locus == locus).collect();
    mean_of(&chosen)
}

/// The score if all missing items scored 0, and if they scored 100. With nothing applicable nothing is
/// known.
fn bounds(members: &[Member], weights: &Weights) -> (f64, f64) {
    let applicable = weights.applicable();
    if applicable <= 0.0 {
        return (0.0, 100.0);
    }
    let earned = sum(members.iter().filter_map(|(item, state)| Some(item.weight * state.score()?)));
    let bound = |missing: f64| ((earned + missing * weights.missing) / applicable).clamp(0.0, 100.0);
    (bound(0.0), bound(100.0))
}

/// The weighted share of answered items that reach each level.
fn reached(method: &Method, members: &[Member]) -> [f64; LEVELS] {
    method.levels.map(|from| {
        let hits = members
            .iter()
            .filter_map(|(item, state)| Some((item.weight, if reaches(state.score()?, from) { 1.0 } else { 0.0 })));
        weighted_mean(hits).unwrap_or_default()
    })
}

/// A share of 0..1; 0 of nothing.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 }
}
