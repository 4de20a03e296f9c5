//! From areas to one index: headline, arithmetic mean, bottleneck, bounds.

use super::aggregate::floored;
use super::{AreaScore, Index, Publication, aggregate, band, weighted_mean};
use crate::engine::id::{AreaIx, Arena};
use crate::engine::questionnaire::Questionnaire;

/// The index, if all areas but at most one (or as many as the settings allow) have a score to show. The weights of those that have one
/// are renormalised.
pub(super) fn index(questionnaire: &Questionnaire, areas: &Arena<AreaIx, AreaScore>) -> Option<Index> {
    let scored: Vec<(AreaIx, f64)> = areas.enumerate().filter_map(|(ix, area)| Some((ix, area.shown()?))).collect();
    if scored.is_empty() || scored.len() + questionnaire.method.missing_areas < areas.len() {
        return None;
    }
    let weighted = |value: f64, ix: AreaIx| (questionnaire.areas[ix].weight, value);
    let pairs = scored.iter().map(|(ix, value)| weighted(*value, *ix));
    let headline = aggregate(&questionnaire.method, pairs.clone())?;
    let arithmetic = weighted_mean(pairs.clone())?;
    // Both means of the same numbers: none that low scores pull down lies above the arithmetic one.
    let even = weighted_mean(pairs.map(|(weight, score)| (weight, floored(&questionnaire.method, score))))?;
    let (low, high) = bounds(questionnaire, areas)?;
    let (bottleneck, minimum) =
        scored.iter().copied().reduce(|least, next| if next.1 < least.1 { next } else { least })?;
    Some(Index {
        headline,
        low: low.min(headline),
        high: high.max(headline),
        arithmetic,
        imbalance: (even - headline).max(0.0),
        bottleneck,
        minimum,
        band: band(&questionnaire.bands, headline),
        staged: areas.iter().filter_map(|area| area.staged).min().unwrap_or_default(),
        publication: publication(areas),
    })
}

/// The index with every area at its worst and at its best. An area that has no score is missing from
/// the headline, so it may be anything.
fn bounds(questionnaire: &Questionnaire, areas: &Arena<AreaIx, AreaScore>) -> Option<(f64, f64)> {
    let at = |bound: fn(&AreaScore) -> f64, unknown: f64| {
        let pairs = questionnaire.areas.iter().zip(areas.iter());
        let bounded = pairs.map(move |(area, score)| (area.weight, score.shown().map_or(unknown, |_| bound(score))));
        aggregate(&questionnaire.method, bounded)
    };
    Some((at(|area| area.low, 0.0)?, at(|area| area.high, 100.0)?))
}

fn publication(areas: &Arena<AreaIx, AreaScore>) -> Publication {
    // With one area suppressed there is still an index, but never one without reserve.
    let least = areas.iter().map(|area| area.publication).min().unwrap_or(Publication::Suppressed);
    least.max(Publication::Provisional)
}
