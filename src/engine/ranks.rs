//! The places of enterprises in a pool, with what the doubts leave of them: intervals of ranks and the
//! probability that one stands above another.
//!
//! All are computed in the same draws of weights and of the mean: bars that overlap overstate ties. A ranking
//! is a statement about the pool and the method, made when asked for; nothing prints one by itself. The seed of
//! an enterprise's own doubts goes with its subject, so the order in which enterprises are passed does not matter.

use super::parallel;
use super::questionnaire::Questionnaire;
use super::score::{TOLERANCE, mean};
use super::statistics::Spread;
use super::steps::{Steps, Stopped};
use super::uncertainty::{Assessed, MethodBatch, Options, batch_draws};

/// An enterprise in the pool.
#[derive(Clone, Copy, Debug)]
pub struct Contestant<'a> {
    /// The number of its own doubts, different for each and the same in every run.
    pub subject: u32,
    /// What is known of it.
    pub assessed: &'a Assessed,
}

/// By which index enterprises are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The index by the questionnaire's mean.
    Headline,
    /// The index with the mean between areas in doubt as well.
    Robust,
}

/// The most enterprises of one ranking.
pub const MOST: usize = u16::MAX as usize;

/// The rank of every enterprise in every draw, 1 for the highest index; two bytes each, whatever the pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    draws: usize,
    places: Vec<Option<usize>>,
    ranks: Vec<u16>,
}

/// What the draws say of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The median rank and the 5 % and 95 % quantiles.
    pub rank: Spread,
    /// The mean rank.
    pub mean: f64,
}

/// The probabilities of a pair, which sum to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duel {
    /// That the first stands above the second.
    pub above: f64,
    /// That they are equal to within 1e-9.
    pub tied: f64,
    /// That the first stands below the second.
    pub below: f64,
}

/// Ranks the enterprises that have an index. `None` for more than [`MOST`].
///
/// # Errors
/// It was stopped.
pub fn ranks(
    questionnaire: &Questionnaire,
    contestants: &[Contestant<'_>],
    options: &Options,
    by: By,
    steps: &Steps,
) -> Result<Option<Ranking>, Stopped> {
    let mut places = Vec::with_capacity(contestants.len());
    let mut ranked: Vec<Contestant<'_>> = Vec::new();
    for contestant in contestants {
        let has_index = contestant.assessed.scores.index.is_some();
        places.push(has_index.then_some(ranked.len()));
        ranked.extend(has_index.then_some(*contestant));
    }
    if ranked.len() > MOST {
        return Ok(None);
    }
    // Every enterprise in every batch is a step.
    steps.expect(options.batches() * ranked.len());
    let batches = parallel::map(options.batches(), options.threads, |batch| {
        steps.wanted()?;
        let method = MethodBatch::draw(questionnaire, options, batch);
        let index = |one: &Contestant<'_>| {
            steps.step()?;
            let draws = batch_draws(questionnaire, one.assessed, options, one.subject, &method);
            let index = match by {
                By::Headline => draws.headline,
                By::Robust => draws.robust,
            };
            Ok(index.unwrap_or_default())
        };
        let indices = ranked.iter().map(index).collect::<Result<Vec<Vec<f64>>, Stopped>>()?;
        Ok(batch_ranks(&indices, method.draws))
    });
    let batches = batches.into_iter().collect::<Result<Vec<_>, Stopped>>()?;
    // Of each batch the rows of all enterprises; here the batches of each enterprise side by side.
    let rows = ranked.len();
    let mut ranks = Vec::with_capacity(rows * options.draws);
    for row in 0..rows {
        for batch in &batches {
            let width = batch.len() / rows;
            ranks.extend(batch.iter().skip(row * width).take(width));
        }
    }
    Ok(Some(Ranking { draws: options.draws, places, ranks }))
}

/// From indices, a row per enterprise, to ranks in the same layout. Equal ones share the best rank of them.
fn batch_ranks(indices: &[Vec<f64>], draws: usize) -> Vec<u16> {
    let mut ranks = vec![0; indices.len() * draws];
    let mut order: Vec<(f64, usize)> = Vec::with_capacity(indices.len());
    for draw in 0..draws {
        order.clear();
        order.extend(indices.iter().enumerate().filter_map(|(row, draws)| Some((*draws.get(draw)?, row))));
        order.sort_unstable_by(|one, other| other.0.total_cmp(&one.0));
        let (mut rank, mut last) = (1, f64::INFINITY);
        for (position, (index, row)) in order.iter().enumerate() {
            if *index < last - TOLERANCE {
                (rank, last) = (position + 1, *index);
            }
            if let Some(slot) = ranks.get_mut(row * draws + draw) {
                *slot = rank as u16;
            }
        }
    }
    ranks
}

impl Ranking {
    /// The number of enterprises that are ranked.
    pub fn ranked(&self) -> usize {
        self.places.iter().flatten().count()
    }

    /// The ranks of an enterprise, draw by draw; `None` for one without an index.
    pub fn draws(&self, firm: usize) -> Option<&[u16]> {
        let row = (*self.places.get(firm)?)?;
        self.ranks.get(row * self.draws..(row + 1) * self.draws)
    }

    /// The place of an enterprise; `None` for one without an index.
    pub fn place(&self, firm: usize) -> Option<Place> {
        let ranks: Vec<f64> = self.draws(firm)?.iter().copied().map(f64::from).collect();
        Some(Place { rank: Spread::of(&ranks)?, mean: mean(ranks)? })
    }

    /// The probability that an enterprise is among so many best.
    pub fn among_best(&self, firm: usize, best: usize) -> Option<f64> {
        let ranks = self.draws(firm)?;
        let times = ranks.iter().filter(|rank| usize::from(**rank) <= best).count();
        Some(times as f64 / ranks.len() as f64)
    }

    /// How one enterprise stands to another, in the same draws; `None` where one has no index.
    pub fn duel(&self, one: usize, other: usize) -> Option<Duel> {
        let (one, other) = (self.draws(one)?, self.draws(other)?);
        let share = |times: usize| times as f64 / one.len() as f64;
        let (mut above, mut below) = (0_u32, 0_u32);
        for (one, other) in one.iter().zip(other) {
            above += u32::from(one < other);
            below += u32::from(one > other);
        }
        let (above, below) = (above as usize, below as usize);
        Some(Duel { above: share(above), tied: share(one.len() - above - below), below: share(below) })
    }
}

#[cfg(test)]
mod tests;
