//! Omega of one factor: what a common factor makes of the variance of the sum of standardised items.

use super::correlations;
use crate::engine::score::sum;

/// The most rounds of communalities, and of the power iteration within each.
const ROUNDS: usize = 2_000;

/// A round that changes less ends the search.
const STILL: f64 = 1e-10;

/// `(Σλ)² / ((Σλ)² + Σ(1−λ²))` with the loadings of one factor (McDonald 1999), found by iterated principal
/// axes of the correlations; 0..1. `None` where an item does not vary, the search does not settle, or a
/// communality reaches 1 (Heywood case), where no proper factor exists.
pub fn omega(scores: &[Vec<f64>]) -> Option<f64> {
    let loadings = loadings(&correlations(scores)?)?;
    let common = sum(loadings.iter().copied()).powi(2);
    let own = sum(loadings.iter().map(|loading| 1.0 - loading * loading));
    Some(common / (common + own))
}

/// The loadings on one factor, their sum at least 0.
pub(super) fn loadings(table: &[Vec<f64>]) -> Option<Vec<f64>> {
    let apart = |place: usize, row: &[f64]| {
        let others = row.iter().enumerate().filter(|(column, _)| *column != place);
        others.map(|(_, r)| r.abs()).fold(0.0, f64::max)
    };
    // The largest correlation of an item is the usual first guess of its communality.
    let mut communalities: Vec<f64> = table.iter().enumerate().map(|(place, row)| apart(place, row)).collect();
    let mut vector = vec![1.0; table.len()];
    for _ in 0..ROUNDS {
        let found = axis(table, &communalities, &mut vector)?;
        let next: Vec<f64> = found.iter().map(|loading| loading * loading).collect();
        let change = next.iter().zip(&communalities).map(|(new, old)| (new - old).abs()).fold(0.0, f64::max);
        communalities = next;
        if communalities.iter().any(|communality| *communality >= 1.0) {
            return None;
        }
        if change < STILL {
            let sign = if sum(found.iter().copied()) < 0.0 { -1.0 } else { 1.0 };
            return Some(found.into_iter().map(|loading| sign * loading).collect());
        }
    }
    None
}

/// The first principal axis of the correlations with communalities on the diagonal, times the root of its
/// eigenvalue. The vector is the start of the search and afterwards its end.
fn axis(table: &[Vec<f64>], communalities: &[f64], vector: &mut Vec<f64>) -> Option<Vec<f64>> {
    // The shift makes all eigenvalues positive, so that the largest one wins and not the largest in size.
    let shift = table.len() as f64;
    for _ in 0..ROUNDS {
        let product = table.iter().zip(communalities).enumerate().map(|(place, (row, communality))| {
            let terms = row.iter().zip(&*vector).enumerate();
            sum(terms.map(|(column, (r, x))| if column == place { (communality + shift) * x } else { r * x }))
        });
        let product: Vec<f64> = product.collect();
        let length = sum(product.iter().map(|x| x * x)).sqrt();
        if length.is_nan() || length <= 0.0 {
            return None;
        }
        let next: Vec<f64> = product.iter().map(|x| x / length).collect();
        let change = next.iter().zip(&*vector).map(|(new, old)| (new - old).abs()).fold(0.0, f64::max);
        *vector = next;
        if change < STILL {
            let eigenvalue = length - shift;
            return (eigenvalue > 0.0).then(|| vector.iter().map(|x| x * eigenvalue.sqrt()).collect());
        }
    }
    None
}
