//! From draws to medians, intervals and probabilities.

use super::{AreaUncertainty, Assessed, Draws, IndexUncertainty};
use crate::engine::id::{AreaIx, Arena};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::score::{TOLERANCE, band};
use crate::engine::statistics::Spread;

/// What the draws say of each area.
pub(super) fn areas(
    questionnaire: &Questionnaire,
    assessed: &Assessed,
    draws: &Draws,
) -> Arena<AreaIx, Option<AreaUncertainty>> {
    let lowest = bottlenecks(assessed, draws);
    let summary = draws.areas.enumerate().map(|(area, scores)| {
        let scores = scores.as_deref()?;
        Some(AreaUncertainty {
            spread: Spread::of(scores)?,
            bands: bands(questionnaire, scores),
            bottleneck: lowest[area].map(|times| times as f64 / scores.len() as f64),
        })
    });
    summary.collect()
}

/// What the draws say of the index.
pub(super) fn index(questionnaire: &Questionnaire, draws: &Draws) -> Option<IndexUncertainty> {
    let (headline, robust) = (draws.headline.as_deref()?, draws.robust.as_deref()?);
    Some(IndexUncertainty {
        headline: Spread::of(headline)?,
        robust: Spread::of(robust)?,
        bands: bands(questionnaire, headline),
    })
}

/// The share of the scores in each band.
fn bands(questionnaire: &Questionnaire, scores: &[f64]) -> Vec<f64> {
    let mut counts = vec![0_usize; questionnaire.bands.len()];
    for score in scores {
        if let Some(count) = counts.get_mut(band(&questionnaire.bands, *score)) {
            *count += 1;
        }
    }
    counts.into_iter().map(|count| count as f64 / scores.len() as f64).collect()
}

/// How often each area with a score to show is the lowest of them; ties go to the first.
fn bottlenecks(assessed: &Assessed, draws: &Draws) -> Arena<AreaIx, Option<usize>> {
    let shown = assessed.scores.areas.enumerate().filter(|(_, score)| score.shown().is_some());
    let rows: Vec<(AreaIx, &[f64])> =
        shown.filter_map(|(area, _)| Some((area, draws.areas[area].as_deref()?))).collect();
    let mut least: Vec<(f64, Option<AreaIx>)> = Vec::new();
    for (area, scores) in &rows {
        least.resize(scores.len(), (f64::INFINITY, None));
        for ((lowest, holder), score) in least.iter_mut().zip(*scores) {
            if *score < *lowest - TOLERANCE {
                (*lowest, *holder) = (*score, Some(*area));
            }
        }
    }
    let mut counts = assessed.scores.areas.map(|_| None);
    for (area, _) in rows {
        counts[area] = Some(0);
    }
    for holder in least.iter().filter_map(|(_, holder)| *holder) {
        if let Some(count) = &mut counts[holder] {
            *count += 1;
        }
    }
    counts
}
