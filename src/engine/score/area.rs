//! The score of one area: mean, coverage, bounds, publication, levels and the split by locus.

use super::level::{LEVELS, band, reaches, staged};
use super::sum::{Mean, Sum};
use super::{AreaScore, ItemState, Member, Publication, TOLERANCE, weighted_mean};
use crate::engine::questionnaire::{Item, Locus, Method, Questionnaire};

/// What the items of an area add up to, in one pass.
#[derive(Clone, Default)]
pub(super) struct Tally {
    /// The answered ones.
    scored: Mean,
    /// Of these, what the enterprise can change, and what surrounds it.
    loci: [Mean; 2],
    /// The answered weight that reaches each level.
    reached: [Sum; LEVELS],
    missing: Sum,
    excluded: Sum,
    answered: usize,
    applicable: usize,
}

impl Tally {
    /// Adds an item.
    pub(super) fn add(&mut self, method: &Method, item: &Item, state: ItemState) {
        match state {
            ItemState::Scored(score) => self.add_scored(method, item, score),
            ItemState::Missing => self.missing.add(item.weight),
            ItemState::Excluded => self.excluded.add(item.weight),
        }
        self.applicable += usize::from(state != ItemState::Excluded);
    }

    fn add_scored(&mut self, method: &Method, item: &Item, score: f64) {
        let [enterprise, environment] = &mut self.loci;
        let locus = if item.locus == Locus::Enterprise { enterprise } else { environment };
        locus.add(item.weight, score);
        self.scored.add(item.weight, score);
        for (reached, from) in self.reached.iter_mut().zip(method.levels) {
            if reaches(score, from) {
                reached.add(item.weight);
            }
        }
        self.answered += 1;
    }

    fn weight(&self) -> f64 {
        self.scored.weight() + self.missing.get()
    }

    fn coverage(&self) -> f64 {
        ratio(self.scored.weight(), self.weight())
    }

    fn different_scope(&self, method: &Method) -> bool {
        let excluded = self.excluded.get();
        ratio(excluded, self.weight() + excluded) > method.different_scope + TOLERANCE
    }

    /// The score if every missing item scored 0, and if it scored 100.
    fn bounds(&self) -> (f64, f64) {
        let weight = self.weight();
        if weight <= 0.0 {
            return (0.0, 100.0);
        }
        let bound = |missing: f64| ((self.scored.product() + missing * self.missing.get()) / weight).clamp(0.0, 100.0);
        (bound(0.0), bound(100.0))
    }
}

/// The score of an area of which every item has been added.
pub(super) fn score(questionnaire: &Questionnaire, tally: &Tally) -> AreaScore {
    let method = &questionnaire.method;
    let coverage = tally.coverage();
    let publication = Publication::of_coverage(method, coverage);
    let score = tally.scored.get().map(within);
    let shown = score.filter(|_| publication != Publication::Suppressed);
    let (low, high) = tally.bounds();
    let reached = tally.reached.map(|weight| ratio(weight.get(), tally.scored.weight()));
    let [enterprise, environment] = tally.loci.map(|mean| mean.get().map(within));
    AreaScore {
        score,
        coverage,
        low,
        high,
        publication,
        different_scope: tally.different_scope(method),
        band: shown.map(|score| band(&questionnaire.bands, score)),
        staged: shown.map(|_| staged(method, &reached)),
        reached,
        enterprise,
        environment,
        answered: tally.answered,
        applicable: tally.applicable,
    }
}

/// The weighted mean of the answered items.
pub(super) fn mean_of(members: &[Member]) -> Option<f64> {
    let answered = members.iter().filter_map(|(item, state)| Some((item.weight, state.score()?)));
    weighted_mean(answered).map(within)
}

fn within(mean: f64) -> f64 {
    mean.clamp(0.0, 100.0)
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 }
}
