//! From item states to scores: normalisation, missing data, aggregation, bands and staged levels.
//!
//! Implements the method page (`docs/method.md`). Knows nothing of routing: it is given the state
//! of each item. A score that cannot be computed is absent, never 0 and never NaN.

use super::id::{AreaIx, Arena, FacetIx, QuestionIx};
use super::questionnaire::{Item, Method, Questionnaire};

use area::Tally;
use sum::Sum;

mod aggregate;
mod area;
mod index;
mod item;
mod level;
mod lever;
mod sum;
#[cfg(test)]
pub(crate) mod tests;

pub use aggregate::{aggregate, floored, utility, value};
pub use item::{as_number, goalposts, item_score, one_step_down, one_step_up, useful};
pub use level::{LEVELS, Rating, band};
pub use lever::{AreaMove, Effect, Lever, effect, levers};
pub use sum::{mean, sum, weighted_mean};

/// Differences up to this do not decide over a threshold: they come from rounding, not from answers.
pub const TOLERANCE: f64 = 1e-9;

/// The fewest answered items of a facet that make a score.
pub const FACET_MINIMUM: usize = 2;

/// What an item contributes. A question that is no item, or stands outside the form that was chosen,
/// has no state at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ItemState {
    /// Answered, also by rule; the score, 0..100.
    Scored(f64),
    /// Applicable but open, don't know or refused.
    Missing,
    /// Not applicable, or not asked by routing: out of numerator and denominator.
    Excluded,
}

impl ItemState {
    /// The score of an answered item.
    pub const fn score(self) -> Option<f64> {
        match self {
            Self::Scored(score) => Some(score),
            Self::Missing | Self::Excluded => None,
        }
    }
}

/// An item with its state.
type Member<'a> = (&'a Item, ItemState);

/// All scores of one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The state of each question that is an item; `None` for the others, and outside the quick form.
    pub items: Arena<QuestionIx, Option<ItemState>>,
    /// One per area.
    pub areas: Arena<AreaIx, AreaScore>,
    /// The mean of the answered items of each facet; `None` with fewer than two.
    pub facets: Arena<FacetIx, Option<f64>>,
    /// The index; `None` when too few areas can be scored.
    pub index: Option<Index>,
}

/// The scores of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaScore {
    /// Weighted mean of the answered items, 0..100; `None` when none is answered. Shown only as far as
    /// `publication` allows: see [`AreaScore::shown`].
    pub score: Option<f64>,
    /// Answered weight / applicable weight, 0..1; 0 when nothing is applicable.
    pub coverage: f64,
    /// The score if every missing item scored 0.
    pub low: f64,
    /// The score if every missing item scored 100.
    pub high: f64,
    /// Whether the score may be shown.
    pub publication: Publication,
    /// Too much of the area's weight is not applicable (by default 40 %): do not compare with others.
    pub different_scope: bool,
    /// Position in the questionnaire's bands; `None` without a score that may be shown.
    pub band: Option<usize>,
    /// The staged level 0..4; `None` without a score that may be shown.
    pub staged: Option<u8>,
    /// Weighted share of answered items that reach level 1, 2, 3, 4: `p_k`.
    pub reached: [f64; LEVELS],
    /// The mean of the items the enterprise can change.
    pub enterprise: Option<f64>,
    /// The mean of the items that describe its environment.
    pub environment: Option<f64>,
    /// The number of answered items.
    pub answered: usize,
    /// The number of applicable items.
    pub applicable: usize,
}

impl AreaScore {
    /// The score, if enough is known to show it.
    pub fn shown(&self) -> Option<f64> {
        self.score.filter(|_| self.publication != Publication::Suppressed)
    }
}

/// Whether a score may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Publication {
    /// Too little is known: bounds only.
    Suppressed,
    /// Coverage of at least one half, by default; of the index: one area is missing, or some are provisional.
    Provisional,
    /// Coverage of at least two thirds, by default; of the index: in every area.
    Published,
}

impl Publication {
    /// The verdict on an area of which this share of the weight is answered.
    pub fn of_coverage(method: &Method, coverage: f64) -> Self {
        if coverage >= method.published - TOLERANCE {
            Self::Published
        } else if coverage >= method.provisional - TOLERANCE {
            Self::Provisional
        } else {
            Self::Suppressed
        }
    }
}

/// The scores of the enterprise as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// The headline: the areas' weighted mean, by default geometric, each area at least 1.
    pub headline: f64,
    /// The headline if every area stood at its low bound; an area without a score counts as 0.
    pub low: f64,
    /// The headline if every area stood at its high bound; an area without a score counts as 100.
    pub high: f64,
    /// The weighted arithmetic mean.
    pub arithmetic: f64,
    /// What unevenness between areas costs: the arithmetic mean of the scores as the headline counts them,
    /// none below its floor, less the headline. Never negative.
    pub imbalance: f64,
    /// The area with the lowest score; ties go to the first.
    pub bottleneck: AreaIx,
    /// The lowest area score.
    pub minimum: f64,
    /// Position in the questionnaire's bands.
    pub band: usize,
    /// The lowest staged level of the areas.
    pub staged: u8,
    /// Whether it may be shown without reserve.
    pub publication: Publication,
}

/// Computes all scores.
pub fn score(questionnaire: &Questionnaire, items: Arena<QuestionIx, Option<ItemState>>) -> Scores {
    let mut areas: Arena<AreaIx, Tally> = questionnaire.areas.indices().map(|_| Tally::default()).collect();
    let mut facets: Arena<FacetIx, Facet> = questionnaire.facets.indices().map(|_| Facet::default()).collect();
    for (_, item, state) in states(questionnaire, &items) {
        areas[item.area].add(&questionnaire.method, item, state);
        for facet in &item.facets {
            facets[*facet].add(state);
        }
    }
    let areas = areas.map(|tally| area::score(questionnaire, tally));
    let facets = facets.map(Facet::score);
    let index = index::index(questionnaire, &areas);
    Scores { items, areas, facets, index }
}

/// The items of one area that belong to the form, with their states.
fn members<'a>(
    questionnaire: &'a Questionnaire,
    items: &Arena<QuestionIx, Option<ItemState>>,
    area: AreaIx,
) -> Vec<Member<'a>> {
    states(questionnaire, items)
        .filter(|(_, item, _)| item.area == area)
        .map(|(_, item, state)| (item, state))
        .collect()
}

/// Every item that belongs to the form, with its question and state, in file order.
pub fn states<'a>(
    questionnaire: &'a Questionnaire,
    items: &Arena<QuestionIx, Option<ItemState>>,
) -> impl Iterator<Item = (QuestionIx, &'a Item, ItemState)> {
    let questions = questionnaire.questions.enumerate().zip(items.iter().copied());
    questions.filter_map(|((ix, question), state)| Some((ix, question.item.as_ref()?, state?)))
}

/// What the answered items of a facet add up to.
#[derive(Clone, Copy, Default)]
struct Facet {
    total: Sum,
    answered: usize,
}

impl Facet {
    fn add(&mut self, state: ItemState) {
        if let Some(score) = state.score() {
            self.total.add(score);
            self.answered += 1;
        }
    }

    fn score(&self) -> Option<f64> {
        (self.answered >= FACET_MINIMUM).then(|| (self.total.get() / self.answered as f64).clamp(0.0, 100.0))
    }
}
