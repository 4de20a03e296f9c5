//! From simulated areas to simulated indices.

use super::{AreaRows, Assessed, MethodBatch};
use crate::engine::questionnaire::{Aggregation, Method, Questionnaire};
use crate::engine::score::{utility, value};

/// The index by the questionnaire's mean and, where drawn, by its alternative; `None` without an index. The
/// areas that make the index are those of the point score.
pub(super) fn indices(
    questionnaire: &Questionnaire,
    assessed: &Assessed,
    areas: &AreaRows,
    method: &MethodBatch,
) -> Option<(Vec<f64>, Vec<f64>)> {
    assessed.scores.index.as_ref()?;
    let shown = assessed.scores.areas.enumerate().filter(|(_, score)| score.shown().is_some());
    let rows: Vec<(&[f64], &[f64])> =
        shown.filter_map(|(area, _)| Some((method.areas[area].as_slice(), areas[area].as_deref()?))).collect();
    let headline = means(&questionnaire.method, &rows, method.draws);
    let robust = if method.alternative.contains(&true) {
        let others = means(&alternative(&questionnaire.method), &rows, method.draws);
        let drawn = headline.iter().zip(others).zip(&method.alternative);
        drawn.map(|((own, other), alternative)| if *alternative { other } else { *own }).collect()
    } else {
        headline.clone()
    };
    Some((headline, robust))
}

/// The mean that a critic would propose instead.
fn alternative(method: &Method) -> Method {
    let aggregation = match method.aggregation {
        Aggregation::Arithmetic => Aggregation::Geometric,
        _ => Aggregation::Arithmetic,
    };
    Method { aggregation, ..*method }
}

/// The weighted mean of rows of `(weights, scores)`, draw by draw.
pub(crate) fn means(method: &Method, rows: &[(&[f64], &[f64])], draws: usize) -> Vec<f64> {
    if method.aggregation == Aggregation::Minimum {
        let mut least = vec![100.0_f64; draws];
        for (_, scores) in rows {
            for (least, score) in least.iter_mut().zip(*scores) {
                *least = least.min(*score);
            }
        }
        return least;
    }
    let mut utilities = vec![0.0; draws];
    let mut totals = vec![0.0; draws];
    for (weights, scores) in rows {
        let sums = utilities.iter_mut().zip(&mut totals);
        for (((utilities, totals), weight), score) in sums.zip(*weights).zip(*scores) {
            *utilities += weight * utility(method, *score);
            *totals += weight;
        }
    }
    utilities.iter().zip(totals).map(|(sum, total)| value(method, sum / total).clamp(0.0, 100.0)).collect()
}
