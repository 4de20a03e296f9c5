//! From answers and scores to ordered recommendations: rules, programmes, gain, priority.

use super::id::{QuestionIx, RecommendationIx};

/// A recommendation that fired.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Which.
    pub recommendation: RecommendationIx,
    /// What one step more on its items adds to the index; `None` without an index.
    pub gain: Option<f64>,
    /// `gain × confidence factor / effort`: the order of the list.
    pub priority: f64,
    /// The answered items that made it fire, lowest first.
    pub because: Vec<QuestionIx>,
    /// Recommendations that a programme takes the place of.
    pub replaces: Vec<RecommendationIx>,
}
