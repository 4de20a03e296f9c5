//! The same for the index: which doubts about an assessment make its interval wide.
//!
//! A factor is exchanged by exchanging its seed, so a whole group of numbers (all weights, all answers) is one.

use super::{Indices, RESAMPLES, Runs, Sensitivity, split};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::uncertainty::{Assessed, Factor, Options, Seeds, draws};

/// How much each doubt makes of the variance of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexSensitivity {
    /// The rows of each sample.
    pub rows: usize,
    /// The mean of the index, with the mean between areas in doubt as well.
    pub mean: f64,
    /// Its variance, of a sample.
    pub variance: f64,
    /// One per factor that varies, in the order of [`Factor::ALL`].
    pub factors: Vec<FactorShare>,
}

/// The share of one factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FactorShare {
    /// The factor.
    pub factor: Factor,
    /// Its shares of the variance.
    pub indices: Indices,
}

/// Splits the variance of the index over the factors that vary. The seed of the weights of areas makes the
/// first sample, one derived from it the second. `None` without an index, or when nothing moves it.
pub fn index(questionnaire: &Questionnaire, assessed: &Assessed, options: &Options) -> Option<IndexSensitivity> {
    let factors: Vec<Factor> = Factor::ALL.into_iter().filter(|factor| options.factors.has(*factor)).collect();
    let first = options.seeds.of(Factor::AreaWeights);
    let second = first ^ OTHER;
    let run = |seeds: Seeds| draws(questionnaire, assessed, &Options { seeds, ..*options }, 0).robust;
    let (a, b) = (Seeds::all(first), Seeds::all(second));
    let mixed = factors.iter().map(|factor| run(a.with(*factor, second)));
    let runs = Runs { a: run(a)?, b: run(b)?, mixed: mixed.collect::<Option<_>>()? };
    let Sensitivity { rows, mean, variance, factors: shares } = split(&runs, RESAMPLES, first)?;
    let factors = factors.into_iter().zip(shares).map(|(factor, indices)| FactorShare { factor, indices });
    Some(IndexSensitivity { rows, mean, variance, factors: factors.collect() })
}

/// What the seed of the second sample differs by: the golden ratio in 64 bits, so that neighbouring seeds do
/// not meet.
const OTHER: u64 = 0x9E37_79B9_7F4A_7C15;
