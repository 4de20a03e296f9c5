//! The weighted means that make one number of several areas. Knows numbers and the setting, no areas.
//!
//! Every mean but the minimum is `value(Σ w·utility(score) / Σ w)` for an increasing function `utility`
//! and its inverse `value`; searches over many combinations add up utilities instead of taking means.

use super::weighted_mean;
use crate::engine::questionnaire::{Aggregation, Method};

/// The weighted mean of `(weight, score)` pairs; `None` when no weight is above 0.
pub fn aggregate(method: &Method, pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Option<f64> {
    let pairs = pairs.filter(|(weight, _)| *weight > 0.0);
    let mean = match method.aggregation {
        Aggregation::Minimum => pairs.map(|(_, score)| score).min_by(f64::total_cmp)?,
        // A logarithm or a reciprocal of 0 is infinite, and so is any sum with it.
        _ if vanishes(method) && pairs.clone().any(|(_, score)| floored(method, score) <= 0.0) => 0.0,
        _ => value(method, weighted_mean(pairs.map(|(weight, score)| (weight, utility(method, score))))?),
    };
    Some(mean.clamp(0.0, 100.0))
}

/// The increasing function of a score that the mean adds up; of the minimum the score itself.
pub fn utility(method: &Method, score: f64) -> f64 {
    let score = floored(method, score);
    match method.aggregation {
        Aggregation::Arithmetic | Aggregation::Minimum => score,
        Aggregation::Geometric => score.ln(),
        Aggregation::Harmonic => -1.0 / score,
        Aggregation::Power(p) => p.signum() * score.powf(p),
    }
}

/// The score at which the utility stands: the inverse of [`utility`].
pub fn value(method: &Method, utility: f64) -> f64 {
    match method.aggregation {
        Aggregation::Arithmetic | Aggregation::Minimum => utility,
        Aggregation::Geometric => utility.exp(),
        Aggregation::Harmonic => -1.0 / utility,
        Aggregation::Power(p) => (p.signum() * utility).max(0.0).powf(1.0 / p),
    }
}

/// The score with the floor of the means that low scores pull down more than in proportion.
pub fn floored(method: &Method, score: f64) -> f64 {
    let pulls_down = method.aggregation != Aggregation::Minimum && method.aggregation.power() < 1.0;
    if pulls_down { score.max(method.floor) } else { score }
}

/// Whether a single 0 makes the mean 0.
fn vanishes(method: &Method) -> bool {
    method.aggregation.power() <= 0.0
}
