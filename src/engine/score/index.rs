//! From areas to one index: geometric headline, arithmetic mean, bottleneck, bounds.

use super::{AreaScore, Index, Publication, band, weighted_mean};
use crate::engine::id::{AreaIx, Arena};
use crate::engine::questionnaire::Questionnaire;

/// An area counts as at least this, so that one zero does not erase the others.
const FLOOR: f64 = 1.0;

/// The index, if all areas but at most one have a score to show. The weights of those that have one
/// are renormalised.
pub(super) fn index(questionnaire: &Questionnaire, areas: &Arena<AreaIx, AreaScore>) -> Option<Index> {
    let scored: Vec<(AreaIx, f64)> = areas.enumerate().filter_map(|(ix, area)| Some((ix, area.shown()?))).collect();
    if scored.is_empty() || scored.len() + 1 < areas.len() {
        return None;
    }
    let weighted = |value: f64, ix: AreaIx| (questionnaire.areas[ix].weight, value);
    let pairs = scored.iter().map(|(ix, value)| weighted(*value, *ix));
    let headline = geometric(pairs.clone())?;
    let arithmetic = weighted_mean(pairs)?;
    let (low, high) = bounds(questionnaire, areas)?;
    let (bottleneck, minimum) =
        scored.iter().copied().reduce(|least, next| if next.1 < least.1 { next } else { least })?;
    Some(Index {
        headline,
        low: low.min(headline),
        high: high.max(headline),
        arithmetic,
        imbalance: arithmetic - headline,
        bottleneck,
        minimum,
        band: band(&questionnaire.bands, headline),
        staged: areas.iter().filter_map(|area| area.staged).min().unwrap_or_default(),
        publication: publication(areas),
    })
}

/// The weighted geometric mean of `(weight, score)` pairs, each score at least 1.
pub(super) fn geometric(pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Option<f64> {
    let logarithm = weighted_mean(pairs.map(|(weight, score)| (weight, score.max(FLOOR).ln())))?;
    Some(logarithm.exp().clamp(FLOOR, 100.0))
}

/// The index with every area at its worst and at its best. An area that has no score is missing from
/// the headline, so it may be anything.
fn bounds(questionnaire: &Questionnaire, areas: &Arena<AreaIx, AreaScore>) -> Option<(f64, f64)> {
    let at = |bound: fn(&AreaScore) -> f64, unknown: f64| {
        let pairs = questionnaire.areas.iter().zip(areas.iter());
        geometric(pairs.map(move |(area, score)| (area.weight, score.shown().map_or(unknown, |_| bound(score)))))
    };
    Some((at(|area| area.low, 0.0)?, at(|area| area.high, 100.0)?))
}

fn publication(areas: &Arena<AreaIx, AreaScore>) -> Publication {
    // With one area suppressed there is still an index, but never one without reserve.
    let least = areas.iter().map(|area| area.publication).min().unwrap_or(Publication::Suppressed);
    least.max(Publication::Provisional)
}
