//! From what is known of items to simulated scores of areas. The draws of a batch lie side by side, so each
//! step is one pass over a row of numbers.

use rand::rngs::ChaCha12Rng;

use super::{AreaRows, Assessed, BATCH, Evidence, Factor, Factors, MethodBatch, Options};
use crate::engine::id::{AreaIx, Arena, ArenaIndex, QuestionIx};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::random::{self, Purpose};
use crate::engine::score::goalposts;

/// `Σ w·s` and `Σ w` of an area, draw by draw.
struct Totals {
    points: Vec<f64>,
    weights: Vec<f64>,
}

/// The score of each area in every draw; `None` when nothing in it counts.
pub(super) fn area_scores(
    questionnaire: &Questionnaire,
    assessed: &Assessed,
    options: &Options,
    subject: u32,
    method: &MethodBatch,
) -> AreaRows {
    let totals = totals(questionnaire, assessed, Simulated::new(options, subject, method), method, |_| true);
    totals.enumerate().map(|(area, totals)| scores_of(totals.as_ref(), assessed, area)).collect()
}

/// As [`area_scores`], of one area alone.
pub(crate) fn area_rows(
    questionnaire: &Questionnaire,
    assessed: &Assessed,
    options: &Options,
    method: &MethodBatch,
    area: AreaIx,
) -> Option<Vec<f64>> {
    let totals = totals(questionnaire, assessed, Simulated::new(options, 0, method), method, |other| other == area);
    scores_of(totals[area].as_ref(), assessed, area)
}

fn totals(
    questionnaire: &Questionnaire,
    assessed: &Assessed,
    mut simulated: Simulated,
    method: &MethodBatch,
    wanted: impl Fn(AreaIx) -> bool,
) -> Arena<AreaIx, Option<Totals>> {
    let mut totals: Arena<AreaIx, Option<Totals>> = questionnaire.areas.map(|_| None);
    for (ix, question) in questionnaire.questions.enumerate() {
        let Some(item) = question.item.as_ref().filter(|item| wanted(item.area)) else { continue };
        let Some(scores) = assessed.evidence[ix].and_then(|evidence| simulated.scores(ix, evidence)) else { continue };
        let empty = || Totals { points: vec![0.0; method.draws], weights: vec![0.0; method.draws] };
        let Totals { points, weights } = totals[item.area].get_or_insert_with(empty);
        let sums = points.iter_mut().zip(weights);
        for (((points, weights), factor), score) in sums.zip(&method.items[ix]).zip(scores) {
            let weight = item.weight * factor;
            *points += weight * score;
            *weights += weight;
        }
    }
    totals
}

fn scores_of(totals: Option<&Totals>, assessed: &Assessed, area: AreaIx) -> Option<Vec<f64>> {
    // Where the only item of an area is left out, the area stays where it stands.
    let otherwise = assessed.scores.areas[area].score.unwrap_or(50.0);
    let score = |(points, weights): (&f64, &f64)| if *weights > 0.0 { points / weights } else { otherwise };
    totals.map(|totals| totals.points.iter().zip(&totals.weights).map(|sums| score(sums).clamp(0.0, 100.0)).collect())
}

/// The simulated scores of items, in a row that is used again for each.
struct Simulated {
    factors: Factors,
    missing: ChaCha12Rng,
    answers: ChaCha12Rng,
    row: Vec<f64>,
}

impl Simulated {
    fn new(options: &Options, subject: u32, method: &MethodBatch) -> Self {
        let stream = |factor, purpose| random::stream(options.seeds.of(factor), purpose, subject, method.batch);
        Self {
            factors: options.factors,
            missing: stream(Factor::Missing, Purpose::Missing),
            answers: stream(Factor::Answers, Purpose::Answers),
            row: vec![0.0; method.draws],
        }
    }

    /// The scores of an item in every draw; `None` if it does not count.
    fn scores(&mut self, ix: QuestionIx, evidence: Evidence) -> Option<&[f64]> {
        let place = ix.to_usize();
        let errs = self.factors.has(Factor::Answers);
        match evidence {
            Evidence::Excluded => return None,
            Evidence::Missing if !self.factors.has(Factor::Missing) => return None,
            Evidence::Missing => {
                random::row(&mut self.missing, place, BATCH, &mut self.row);
                self.replace(|number| 100.0 * number);
            }
            Evidence::Steps { down, score, up, chance } if errs => {
                random::row(&mut self.answers, place, BATCH, &mut self.row);
                let half = chance / 2.0;
                let off = |number: f64| {
                    if number < half {
                        down
                    } else if number < chance {
                        up
                    } else {
                        score
                    }
                };
                self.replace(off);
            }
            Evidence::Number { value, worst, best, scale, share } if errs => {
                random::row(&mut self.answers, place, BATCH, &mut self.row);
                let off = |number: f64| value * (1.0 + share * (2.0 * number - 1.0));
                self.replace(|number| goalposts(worst, best, scale, off(number)));
            }
            known => self.row.fill(known.state().score()?),
        }
        Some(&self.row)
    }

    /// Turns each number of the row into a score.
    fn replace(&mut self, score: impl Fn(f64) -> f64) {
        for number in &mut self.row {
            *number = score(*number);
        }
    }
}
