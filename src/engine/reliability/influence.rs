//! The weight a part has on paper against the influence it has on the whole: areas on the index, items on their area.

use super::FEWEST_COMPLETE;
use crate::engine::score::sum;
use crate::engine::statistics::correlation;

/// The weight and the influence of a part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// The weight, as a share of all weights.
    pub nominal: f64,
    /// `r²` of part and whole, 0..1: the share of the variance of the whole that goes with the part; `None` where
    /// one of them does not vary.
    pub squared: Option<f64>,
    /// The same as a share of the sum over all parts, to be held against the weight.
    pub share: Option<f64>,
    /// The number of assessments with both.
    pub n: usize,
}

/// Holds weights against `r²(D_k, I)` (Paruolo, Saisana and Saltelli 2013, linear). A row is an assessment: the
/// scores of the parts, `None` where there is none, and that of the whole. Below 30 nothing is said of a part.
pub fn influence(weights: &[f64], rows: &[(Vec<Option<f64>>, f64)]) -> Vec<Influence> {
    let whole = sum(weights.iter().copied());
    let part = |(place, weight): (usize, &f64)| {
        let pairs = rows.iter().filter_map(|(parts, whole)| Some(((*parts.get(place)?)?, *whole)));
        let pairs: Vec<(f64, f64)> = pairs.collect();
        let squared = correlation(&pairs).filter(|_| pairs.len() >= FEWEST_COMPLETE).map(|r| r * r);
        Influence { nominal: weight / whole, squared, share: None, n: pairs.len() }
    };
    let parts: Vec<Influence> = weights.iter().enumerate().map(part).collect();
    let total = sum(parts.iter().filter_map(|part| part.squared));
    let share = |part: &Influence| part.squared.filter(|_| total > 0.0).map(|squared| squared / total);
    parts.iter().map(|part| Influence { share: share(part), ..*part }).collect()
}
