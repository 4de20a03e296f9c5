//! How far a result depends on weights, gaps, guesses and the choice of the mean: a seeded Monte Carlo.
//!
//! All doubts vary at once (Saisana, Saltelli and Tarantola 2005). Two intervals are kept apart: that of the
//! headline, and that of robustness, where the mean between areas varies as well. Works on what is known of the
//! items; knows nothing of interviews but how to read them (`evidence`).

use std::num::NonZeroUsize;

use super::id::{AreaIx, Arena};
use super::interview::Interview;
use super::parallel;
use super::questionnaire::Questionnaire;
use super::random::GENERATOR;
use super::statistics::Spread;

mod answers;
mod evidence;
mod factor;
mod index;
mod method;
mod omission;
mod summary;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use answers::area_rows;
pub use evidence::{Assessed, Evidence};
pub use factor::{AreaWeights, Factor, Factors, Seeds};
pub(crate) use index::means;
pub(crate) use method::MethodBatch;
pub use omission::{Omission, omissions};

/// The draws of one batch. A batch has streams of its own, so it may run on any thread.
pub(crate) const BATCH: usize = 256;

/// The draws while a person waits.
pub const DRAWS: usize = 2_000;

/// The draws of a batch run.
pub const MANY_DRAWS: usize = 20_000;

/// The seed unless another is asked for.
pub const SEED: u64 = 2026;

/// What is varied, how often, and from which seed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The seed of each factor.
    pub seeds: Seeds,
    /// The number of draws.
    pub draws: usize,
    /// The doubts that vary; `Aggregation` varies in the interval of robustness only.
    pub factors: Factors,
    /// How far weights of areas vary.
    pub area_weights: AreaWeights,
    /// The most threads. The result does not depend on it.
    pub threads: NonZeroUsize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seeds: Seeds::all(SEED),
            draws: DRAWS,
            factors: Factors::USUAL,
            area_weights: AreaWeights::Moderate,
            threads: NonZeroUsize::MIN,
        }
    }
}

impl Options {
    /// The same with another seed.
    #[must_use]
    pub const fn seeded(self, seed: u64) -> Self {
        Self { seeds: Seeds::all(seed), ..self }
    }

    /// The same on as many threads as this machine runs at once.
    #[must_use]
    pub fn on_every_core(self) -> Self {
        Self { threads: parallel::threads(), ..self }
    }

    /// The seed, where it is the same for every factor.
    pub fn seed(&self) -> Option<u64> {
        let seed = self.seeds.of(Factor::AreaWeights);
        (self.seeds == Seeds::all(seed)).then_some(seed)
    }

    /// The same with so many draws, at least one.
    #[must_use]
    pub fn drawing(self, draws: usize) -> Self {
        Self { draws: draws.max(1), ..self }
    }

    /// The number of batches.
    pub(crate) const fn batches(&self) -> usize {
        self.draws.div_ceil(BATCH)
    }

    /// The draws of the batch at a position: all but the last are full.
    pub(crate) fn draws_of(&self, batch: usize) -> usize {
        self.draws.saturating_sub(batch * BATCH).min(BATCH)
    }
}

/// The simulated scores of areas, draw by draw; `None` where nothing in the area counts.
pub type AreaRows = Arena<AreaIx, Option<Vec<f64>>>;

/// The simulated scores, draw by draw. The same position is the same draw in all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draws {
    /// The score of each area; `None` when nothing in it is applicable.
    pub areas: AreaRows,
    /// The index by the questionnaire's mean; `None` without an index.
    pub headline: Option<Vec<f64>>,
    /// The index by the questionnaire's mean or its alternative, as drawn.
    pub robust: Option<Vec<f64>>,
}

/// What a simulation says of an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertainty {
    /// What was varied.
    pub options: Options,
    /// The random generator, by name.
    pub generator: &'static str,
    /// One per area; `None` when nothing in it is applicable.
    pub areas: Arena<AreaIx, Option<AreaUncertainty>>,
    /// The index; `None` without one.
    pub index: Option<IndexUncertainty>,
}

/// The doubt about an area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaUncertainty {
    /// Its score.
    pub spread: Spread,
    /// The probability of each band.
    pub bands: Vec<f64>,
    /// The probability of being the lowest area; `None` if it has no score to show.
    pub bottleneck: Option<f64>,
}

/// The doubt about the index.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexUncertainty {
    /// By the questionnaire's mean: the interval printed beside the index.
    pub headline: Spread,
    /// With the mean between areas in doubt as well.
    pub robust: Spread,
    /// The probability of each band, by the questionnaire's mean.
    pub bands: Vec<f64>,
}

/// Simulates an interview as it stands.
pub fn uncertainty(interview: &Interview, options: &Options) -> Uncertainty {
    assessed(interview.questionnaire(), &Assessed::of(interview), options)
}

/// Simulates what is known of an assessment.
pub fn assessed(questionnaire: &Questionnaire, assessed: &Assessed, options: &Options) -> Uncertainty {
    let draws = draws(questionnaire, assessed, options, 0);
    Uncertainty {
        options: *options,
        generator: GENERATOR,
        areas: summary::areas(questionnaire, assessed, &draws),
        index: summary::index(questionnaire, &draws),
    }
}

/// The draws behind the summary. Assessments that are compared share the doubts about the method and, under
/// different subjects, have doubts of their own about their answers.
pub fn draws(questionnaire: &Questionnaire, assessed: &Assessed, options: &Options, subject: u32) -> Draws {
    let batches = parallel::map(options.batches(), options.threads, |batch| {
        let method = MethodBatch::draw(questionnaire, options, batch);
        batch_draws(questionnaire, assessed, options, subject, &method)
    });
    together(questionnaire, batches)
}

/// One batch of an assessment under given draws of the method.
pub(crate) fn batch_draws(
    questionnaire: &Questionnaire,
    assessed: &Assessed,
    options: &Options,
    subject: u32,
    method: &MethodBatch,
) -> Draws {
    let areas = answers::area_scores(questionnaire, assessed, options, subject, method);
    let (headline, robust) = index::indices(questionnaire, assessed, &areas, method).unzip();
    Draws { areas, headline, robust }
}

/// Puts batches together in their order.
fn together(questionnaire: &Questionnaire, batches: Vec<Draws>) -> Draws {
    let mut whole = Draws { areas: questionnaire.areas.map(|_| None), headline: None, robust: None };
    for batch in batches {
        for (whole, part) in whole.areas.iter_mut().zip(batch.areas.iter()) {
            append(whole, part.as_deref());
        }
        append(&mut whole.headline, batch.headline.as_deref());
        append(&mut whole.robust, batch.robust.as_deref());
    }
    whole
}

fn append(whole: &mut Option<Vec<f64>>, part: Option<&[f64]>) {
    if let Some(part) = part {
        whole.get_or_insert_default().extend_from_slice(part);
    }
}
