//! The weight an area has on paper against the influence it has on the index.

use super::FEWEST_COMPLETE;
use crate::engine::score::sum;
use crate::engine::statistics::correlation;

/// The weight and the influence of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// The weight, as a share of all weights.
    pub nominal: f64,
    /// `r²` of area and index, 0..1: the share of the index's variance that goes with the area; `None` where
    /// one of them does not vary.
    pub squared: Option<f64>,
    /// The same as a share of the sum over all areas, to be held against the weight.
    pub share: Option<f64>,
    /// The number of assessments with both.
    pub n: usize,
}

/// Holds weights against `r²(D_k, I)` (Paruolo, Saisana and Saltelli 2013, linear). A row is an assessment: the
/// scores of its areas, `None` where there is none, and its index. Below 30 nothing is said of an area.
pub fn influence(weights: &[f64], rows: &[(Vec<Option<f64>>, f64)]) -> Vec<Influence> {
    let whole = sum(weights.iter().copied());
    let area = |(place, weight): (usize, &f64)| {
        let pairs = rows.iter().filter_map(|(areas, index)| Some(((*areas.get(place)?)?, *index)));
        let pairs: Vec<(f64, f64)> = pairs.collect();
        let squared = correlation(&pairs).filter(|_| pairs.len() >= FEWEST_COMPLETE).map(|r| r * r);
        Influence { nominal: weight / whole, squared, share: None, n: pairs.len() }
    };
    let areas: Vec<Influence> = weights.iter().enumerate().map(area).collect();
    let total = sum(areas.iter().filter_map(|area| area.squared));
    let share = |area: &Influence| area.squared.filter(|_| total > 0.0).map(|squared| squared / total);
    areas.iter().map(|area| Influence { share: share(area), ..*area }).collect()
}
