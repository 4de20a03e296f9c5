//! From item states to scores: normalisation, missing data, aggregation, bands and staged levels.
//!
//! Implements the method page (`docs/method.md`). Knows nothing of routing: it is given the state
//! of each item.

use super::answer::Value;
use super::id::{AreaIx, Arena, FacetIx, QuestionIx};
use super::questionnaire::{Item, Question, Questionnaire};

/// What an item contributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ItemState {
    /// Answered; the score, 0..100.
    Scored(f64),
    /// Applicable but open, don't know or refused.
    Missing,
    /// Not applicable, or not asked by routing: out of numerator and denominator.
    Excluded,
}

/// All scores of one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The state of each question that is an item; `None` for the others.
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
    /// Weighted mean of the answered items, 0..100; `None` when none is answered.
    pub score: Option<f64>,
    /// Answered weight / applicable weight, 0..1; 0 when nothing is applicable.
    pub coverage: f64,
    /// The score if every missing item scored 0.
    pub low: f64,
    /// The score if every missing item scored 100.
    pub high: f64,
    /// Whether the score may be shown.
    pub publication: Publication,
    /// More than 40 % of the area's weight is not applicable: do not compare with others.
    pub different_scope: bool,
    /// Position in the questionnaire's bands; `None` without a score that may be shown.
    pub band: Option<usize>,
    /// The staged level 0..4; `None` without a score that may be shown.
    pub staged: Option<u8>,
    /// Weighted share of answered items that reach level 1, 2, 3, 4: `p_k`.
    pub reached: [f64; 4],
    /// The mean of the items the enterprise can change.
    pub enterprise: Option<f64>,
    /// The mean of the items that describe its environment.
    pub environment: Option<f64>,
    /// The number of answered items.
    pub answered: usize,
    /// The number of applicable items.
    pub applicable: usize,
}

/// Whether a score may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Publication {
    /// Coverage of at least two thirds; of the index: every area.
    Published,
    /// Coverage of at least one half; of the index: all areas but one.
    Provisional,
    /// Too little is known: bounds only.
    Suppressed,
}

/// The scores of the enterprise as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// The headline: weighted geometric mean of the areas, each at least 1.
    pub headline: f64,
    /// The weighted arithmetic mean.
    pub arithmetic: f64,
    /// `arithmetic − headline`.
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

/// The score of an answer, 0..100; `None` for a value that cannot be scored.
pub fn item_score(question: &Question, item: &Item, value: &Value) -> Option<f64> {
    let _ = (question, item, value);
    None
}

/// Computes all scores.
pub fn score(questionnaire: &Questionnaire, items: Arena<QuestionIx, Option<ItemState>>) -> Scores {
    let _ = questionnaire;
    Scores { items, areas: Arena::default(), facets: Arena::default(), index: None }
}
