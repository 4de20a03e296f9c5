//! The draws that concern the method and not an enterprise: weights, the mean, the item left out.
//!
//! Assessments that are compared are computed under the same ones.

use rand::distr::Distribution;
use rand_distr::Gamma;

use super::{BATCH, Factor, Options};
use crate::engine::id::{AreaIx, Arena, ArenaIndex, QuestionIx};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::random::{self, Purpose};

/// How far the weight of an item varies to both sides.
const ITEM_WEIGHT_SHARE: f64 = 0.25;

/// The draws of one batch.
#[derive(Clone, Debug)]
pub(crate) struct MethodBatch {
    /// The position of the batch.
    pub batch: u32,
    /// The number of draws.
    pub draws: usize,
    /// The weight of each area, draw by draw; only their ratios count.
    pub areas: Arena<AreaIx, Vec<f64>>,
    /// What the weight of each item is multiplied by; empty for questions that are no items.
    pub items: Arena<QuestionIx, Vec<f64>>,
    /// Whether the alternative mean is taken.
    pub alternative: Vec<bool>,
}

impl MethodBatch {
    /// Draws a batch.
    pub fn draw(questionnaire: &Questionnaire, options: &Options, batch: usize) -> Self {
        let draws = options.draws_of(batch);
        let batch = batch as u32;
        let mut items = item_factors(questionnaire, options, batch, draws);
        if options.factors.has(Factor::Exclusion) {
            exclude(questionnaire, options, batch, &mut items, draws);
        }
        let alternative = alternative(options, batch, draws);
        Self { batch, draws, areas: area_weights(questionnaire, options, batch, draws), items, alternative }
    }
}

/// A Dirichlet vector is one of independent gamma variates divided by their sum; the index divides by it.
fn area_weights(questionnaire: &Questionnaire, options: &Options, batch: u32, draws: usize) -> Arena<AreaIx, Vec<f64>> {
    let areas = questionnaire.areas.len();
    let seed = options.seeds.of(Factor::AreaWeights);
    let weights = questionnaire.areas.enumerate().map(|(ix, area)| {
        let mut generator = random::stream(seed, Purpose::AreaWeights, ix.to_usize() as u32, batch);
        let varies = options.factors.has(Factor::AreaWeights);
        let concentration = options.area_weights.concentration(area.weight, areas);
        match Gamma::new(concentration, 1.0) {
            Ok(gamma) if varies => (0..draws).map(|_| gamma.sample(&mut generator)).collect(),
            _ => vec![area.weight; draws],
        }
    });
    weights.collect()
}

fn item_factors(
    questionnaire: &Questionnaire,
    options: &Options,
    batch: u32,
    draws: usize,
) -> Arena<QuestionIx, Vec<f64>> {
    let mut generator = random::stream(options.seeds.of(Factor::ItemWeights), Purpose::ItemWeights, 0, batch);
    let varies = options.factors.has(Factor::ItemWeights);
    let factors = questionnaire.questions.iter().enumerate().map(|(place, question)| {
        if question.item.is_none() {
            return Vec::new();
        }
        let mut row = vec![1.0; draws];
        if varies {
            random::row(&mut generator, place, BATCH, &mut row);
            for number in &mut row {
                *number = 1.0 + ITEM_WEIGHT_SHARE * (2.0 * *number - 1.0);
            }
        }
        row
    });
    factors.collect()
}

/// Takes the weight from one item in every draw.
fn exclude(
    questionnaire: &Questionnaire,
    options: &Options,
    batch: u32,
    items: &mut Arena<QuestionIx, Vec<f64>>,
    draws: usize,
) {
    let mut generator = random::stream(options.seeds.of(Factor::Exclusion), Purpose::Exclusion, 0, batch);
    let all: Vec<QuestionIx> = questionnaire.items().collect();
    for draw in 0..draws {
        let chosen = all.get(random::below(&mut generator, all.len())).copied();
        if let Some(factor) = chosen.and_then(|item| items[item].get_mut(draw)) {
            *factor = 0.0;
        }
    }
}

fn alternative(options: &Options, batch: u32, draws: usize) -> Vec<bool> {
    if !options.factors.has(Factor::Aggregation) {
        return vec![false; draws];
    }
    let mut generator = random::stream(options.seeds.of(Factor::Aggregation), Purpose::Aggregation, 0, batch);
    (0..draws).map(|_| random::unit(&mut generator) < 0.5).collect()
}
