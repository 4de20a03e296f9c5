//! Cronbach's alpha and Feldt's interval of it.

use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use super::{correlations, totals, varies};
use crate::engine::score::{mean, sum};
use crate::engine::statistics::variance;

/// The level of the interval.
pub const CONFIDENCE: f64 = 0.95;

/// Alpha with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// The estimate: at most 1, and below 0 where items run against each other.
    pub value: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// `k/(k−1)·(1 − Σ var_i / var_total)` of rows of items over the same assessments (Cronbach 1951); variances
/// of samples. `None` below two items, or when the totals do not vary.
pub fn alpha(scores: &[Vec<f64>]) -> Option<f64> {
    let whole = varies(&totals(scores))?;
    let parts: Vec<f64> = scores.iter().map(|item| variance(item)).collect::<Option<_>>()?;
    let k = scores.len() as f64;
    (scores.len() >= 2).then(|| k / (k - 1.0) * (1.0 - sum(parts) / whole))
}

/// The same of standardised scores, `k·r/(1 + (k−1)·r)` with the mean correlation r; `None` where an item does
/// not vary.
pub fn standardised(scores: &[Vec<f64>]) -> Option<f64> {
    let table = correlations(scores)?;
    let above = table.iter().enumerate().flat_map(|(place, row)| row.iter().skip(place + 1).copied());
    let r = mean(above)?;
    let k = scores.len() as f64;
    let alpha = k * r / (1.0 + (k - 1.0) * r);
    alpha.is_finite().then_some(alpha)
}

/// Feldt's interval `1 − (1−α)·F` with the quantiles of F of `n−1` and `(n−1)(k−1)` degrees of freedom (Feldt
/// 1965); `None` below two assessments or items, or for a level outside (0, 1).
pub fn feldt(alpha: f64, n: usize, k: usize, level: f64) -> Option<Alpha> {
    if !alpha.is_finite() || n < 2 || k < 2 || !(0.0 < level && level < 1.0) {
        return None;
    }
    let people = (n - 1) as f64;
    let law = FisherSnedecor::new(people, people * (k - 1) as f64).ok()?;
    let end = |p: f64| 1.0 - (1.0 - alpha) * law.inverse_cdf(p);
    Some(Alpha { value: alpha, low: end(0.5 + level / 2.0), high: end(0.5 - level / 2.0) })
}
