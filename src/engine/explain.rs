//! The exact arithmetic behind every number: index, area, facet, item. Each explanation holds all that its
//! number is made of and computes it again, so that no figure has to be believed.
//!
//! Knows nothing of words: screens and reports say it.

use super::id::{AreaIx, FacetIx, QuestionIx};
use super::profile::{Contribution, Profile, explain};
use super::questionnaire::{Aggregation, Method, Questionnaire};
use super::score::{self, Scores, aggregate, floored, mean, sum, utility, value, weighted_mean};

mod item;
#[cfg(test)]
mod tests;

pub use item::{Arithmetic, ItemExplanation, item};

/// How the index comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexExplanation {
    /// The settings: which mean, and the floor.
    pub method: Method,
    /// Every area, in file order.
    pub terms: Vec<AreaTerm>,
    /// The index.
    pub headline: f64,
}

/// What one area does in the index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaTerm {
    /// The area.
    pub area: AreaIx,
    /// Its weight in the file.
    pub weight: f64,
    /// Its score; `None` if it has none to show.
    pub score: Option<f64>,
    /// The score if every missing item scored 0, and if it scored 100; of an area without a score 0 and 100.
    pub bounds: (f64, f64),
    /// What it counts with; `None` without a score.
    pub part: Option<AreaPart>,
}

/// What an area with a score counts with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaPart {
    /// Its weight, scaled so that the areas with a score sum to 1.
    pub share: f64,
    /// Its score, at least the floor.
    pub counted: f64,
    /// What the mean adds up: the score, its logarithm (geometric), −1/score (harmonic), its power.
    pub utility: f64,
    /// `share × utility`. The index is the mean's inverse of their sum; of the minimum it is the least score.
    pub term: f64,
    /// What one point more in the area adds to the index, for small changes: `∂I/∂D`.
    pub slope: f64,
}

impl IndexExplanation {
    /// Computes the index again, from the terms alone.
    pub fn recompute(&self) -> Option<f64> {
        let parts = self.terms.iter().filter_map(|term| term.part);
        match self.method.aggregation {
            Aggregation::Minimum => parts.map(|part| part.counted).min_by(f64::total_cmp),
            _ => Some(value(&self.method, parts.map(|part| part.term).sum())),
        }
    }

    /// Computes the bounds of the index again: every area at its bounds.
    pub fn recompute_bounds(&self) -> Option<(f64, f64)> {
        let at = |bound: fn((f64, f64)) -> f64| {
            aggregate(&self.method, self.terms.iter().map(move |term| (term.weight, bound(term.bounds))))
        };
        Some((at(|bounds| bounds.0)?.min(self.headline), at(|bounds| bounds.1)?.max(self.headline)))
    }
}

/// Explains the index; `None` without one.
pub fn index(questionnaire: &Questionnaire, scores: &Scores) -> Option<IndexExplanation> {
    let headline = scores.index.as_ref()?.headline;
    let method = questionnaire.method;
    let shown = scores.areas.enumerate().filter(|(_, score)| score.shown().is_some());
    let total = sum(shown.map(|(area, _)| questionnaire.areas[area].weight));
    let terms = scores.areas.enumerate().map(|(area, score)| {
        let weight = questionnaire.areas[area].weight;
        let part = score.shown().map(|score| part(&method, weight / total, score, headline));
        let bounds = if part.is_some() { (score.low, score.high) } else { (0.0, 100.0) };
        AreaTerm { area, weight, score: score.shown(), bounds, part }
    });
    Some(IndexExplanation { method, terms: terms.collect(), headline })
}

fn part(method: &Method, share: f64, score: f64, headline: f64) -> AreaPart {
    let counted = floored(method, score);
    let utility = utility(method, score);
    // An area of no weight has no say, even where its logarithm is infinite.
    let term = if share > 0.0 { share * utility } else { 0.0 };
    AreaPart { share, counted, utility, term, slope: slope(method, share, score, headline) }
}

/// The derivative of a power mean, `w·(I/D)^(1−p)`; below the floor nothing moves, and of the minimum only the
/// lowest area moves it.
fn slope(method: &Method, share: f64, score: f64, headline: f64) -> f64 {
    let slope = match method.aggregation {
        _ if score < floored(method, score) => 0.0,
        Aggregation::Minimum => f64::from(u8::from(score <= headline + score::TOLERANCE)),
        mean => share * (headline / score).powf(1.0 - mean.power()),
    };
    if slope.is_finite() { slope } else { 0.0 }
}

/// How the score of an area comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaExplanation {
    /// The area.
    pub area: AreaIx,
    /// Every item, in file order: weight, state, score, contribution, gain.
    pub terms: Vec<Contribution>,
    /// `Σ w·s` over answered items.
    pub earned: f64,
    /// `Σ w` over answered items.
    pub answered: f64,
    /// `Σ w` over missing items.
    pub missing: f64,
    /// `Σ w` over items that do not apply.
    pub excluded: f64,
}

impl AreaExplanation {
    /// Computes the score again, from the items alone: `Σ w·s / Σ w`.
    pub fn recompute(&self) -> Option<f64> {
        weighted_mean(self.terms.iter().filter_map(|term| Some((term.weight, term.state.score()?))))
    }

    /// Computes coverage again: answered weight / applicable weight.
    pub fn recompute_coverage(&self) -> f64 {
        let applicable = self.answered + self.missing;
        if applicable > 0.0 { self.answered / applicable } else { 0.0 }
    }

    /// Computes the bounds again: every missing item at 0, and at 100.
    pub fn recompute_bounds(&self) -> (f64, f64) {
        let applicable = self.answered + self.missing;
        if applicable <= 0.0 {
            return (0.0, 100.0);
        }
        (self.earned / applicable, (self.earned + 100.0 * self.missing) / applicable)
    }

    /// The points of the score that come from the items, and what each would bring at most, add up to these.
    pub fn totals(&self) -> (f64, f64) {
        (sum(self.terms.iter().filter_map(|term| term.points)), sum(self.terms.iter().filter_map(|term| term.possible)))
    }
}

/// Explains the score of an area.
pub fn area(questionnaire: &Questionnaire, profile: &Profile, area: AreaIx) -> AreaExplanation {
    let terms = explain(questionnaire, profile, area);
    let weight = |wanted: fn(score::ItemState) -> bool| {
        sum(terms.iter().filter(|term| wanted(term.state)).map(|term| term.weight))
    };
    AreaExplanation {
        area,
        earned: sum(terms.iter().filter_map(|term| Some(term.weight * term.state.score()?))),
        answered: weight(|state| state.score().is_some()),
        missing: weight(|state| state == score::ItemState::Missing),
        excluded: weight(|state| state == score::ItemState::Excluded),
        terms,
    }
}

/// How the score of a facet comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetExplanation {
    /// The facet.
    pub facet: FacetIx,
    /// The items that carry its tag, in file order, with their scores; `None` where there is none.
    pub items: Vec<(QuestionIx, Option<f64>)>,
}

impl FacetExplanation {
    /// Computes the score again: the plain mean of the answered items, from two on.
    pub fn recompute(&self) -> Option<f64> {
        let answered: Vec<f64> = self.items.iter().filter_map(|(_, score)| *score).collect();
        mean(answered.iter().copied()).filter(|_| answered.len() >= score::FACET_MINIMUM)
    }
}

/// Explains the score of a facet.
pub fn facet(questionnaire: &Questionnaire, scores: &Scores, facet: FacetIx) -> FacetExplanation {
    let tagged = score::states(questionnaire, &scores.items).filter(|(_, item, _)| item.facets.contains(&facet));
    FacetExplanation { facet, items: tagged.map(|(question, _, state)| (question, state.score())).collect() }
}
