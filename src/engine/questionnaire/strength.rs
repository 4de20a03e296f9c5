//! What high scores allow next, and what they look like elsewhere.

use crate::engine::expr::Expr;
use crate::engine::id::{AreaIx, FacetIx, QuestionIx};
use crate::engine::text::Localized;

/// What a high score allows next.
#[derive(Clone, Debug)]
pub struct Strength {
    /// The permanent name.
    pub id: String,
    /// What has to be strong.
    pub of: StrengthOf,
    /// The least score that counts as strong, 0..100.
    pub from: f64,
    /// A further condition.
    pub when: Option<Expr>,
    /// What to make of it.
    pub title: Localized,
    /// How.
    pub text: Localized,
}

/// What a strength rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StrengthOf {
    /// The score of an area.
    Area(AreaIx),
    /// The score of each of these items.
    Items(Vec<QuestionIx>),
}

/// A short case, with its source, of what a high level looks like. Never a score to compare with.
#[derive(Clone, Debug)]
pub struct Vignette {
    /// The permanent name.
    pub id: String,
    /// The areas it illustrates.
    pub areas: Vec<AreaIx>,
    /// The facets it illustrates.
    pub facets: Vec<FacetIx>,
    /// Where it happened.
    pub title: Localized,
    /// What happened there.
    pub text: Localized,
    /// Where it is said.
    pub source: String,
}
