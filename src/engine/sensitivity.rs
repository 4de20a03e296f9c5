//! How much of the variance of a result each doubt makes: first-order and total indices after Sobol.
//!
//! Two independent samples A and B of all inputs, and for each factor one that is A with that factor from B.
//! First order `S_i = E[y_B·(y_ABi − y_A)]/V` (Saltelli et al. 2010), total `S_Ti = E[(y_A − y_ABi)²]/2V` (Jansen
//! 1999), intervals by drawing rows again. Costs `n·(k + 2)` runs of the model. Inputs must be independent of each
//! other. Knows of the index only how to run it (`index`).

use std::num::NonZeroUsize;

use rand::rngs::ChaCha12Rng;

use super::parallel;
use super::random::{self, Purpose};
use super::score::{mean, sum};
use super::statistics::{Spread, variance};

mod index;
#[cfg(test)]
mod tests;

pub use index::{FactorShare, IndexSensitivity, index};

/// How often the rows are drawn again.
pub const RESAMPLES: usize = 1_000;

/// A variance below this is none: the model is constant.
const CONSTANT: f64 = 1e-12;

/// How many runs, and from which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The rows of each sample.
    pub rows: usize,
    /// How often the rows are drawn again for the intervals, usually [`RESAMPLES`].
    pub resamples: usize,
    /// The seed.
    pub seed: u64,
    /// The most threads. The result does not depend on it.
    pub threads: NonZeroUsize,
}

/// The results of all runs: the same position is the same row in all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Runs {
    /// Under the first sample.
    pub a: Vec<f64>,
    /// Under the second.
    pub b: Vec<f64>,
    /// For each factor: under the first with the factor from the second.
    pub mixed: Vec<Vec<f64>>,
}

/// The shares of variance.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// The rows of each sample.
    pub rows: usize,
    /// The mean of the result.
    pub mean: f64,
    /// Its variance, of a sample.
    pub variance: f64,
    /// One per factor, in their order.
    pub factors: Vec<Indices>,
}

/// The shares of one factor. Estimates: they may leave 0..1 by as much as their interval is wide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indices {
    /// The share that goes when the factor alone is settled, `Var(E[y|x_i])/Var(y)`.
    pub first: Estimate,
    /// The share that stays when all but the factor is settled, `E[Var(y|x_~i)]/Var(y)`.
    pub total: Estimate,
}

/// An estimate with the interval of its bootstrap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// The quantiles of the estimates from rows drawn again.
    pub spread: Spread,
}

/// Runs a model of so many independent inputs, each uniform on [0, 1), and splits its variance. `None` for
/// fewer than two rows, for no factor, for a constant, or when a result is not a number.
pub fn sensitivity(factors: usize, plan: Plan, model: impl Fn(&[f64]) -> f64 + Sync) -> Option<Sensitivity> {
    let sample = |which: u32| {
        let mut generator = random::stream(plan.seed, Purpose::Inputs, which, 0);
        (0..plan.rows).map(|_| (0..factors).map(|_| random::unit(&mut generator)).collect()).collect()
    };
    let (a, b): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (sample(0), sample(1));
    let rows: Vec<(Vec<f64>, Vec<f64>)> = a.into_iter().zip(b).collect();
    let results = parallel::map(rows.len(), plan.threads, |at| {
        let Some((a, b)) = rows.get(at) else { return Vec::new() };
        let mut results = vec![model(a), model(b)];
        let mut mixed = a.clone();
        for ((place, own), other) in mixed.clone().into_iter().enumerate().zip(b) {
            mixed.splice(place..=place, [*other]);
            results.push(model(&mixed));
            mixed.splice(place..=place, [own]);
        }
        results
    });
    let column = |which: usize| results.iter().filter_map(|row| row.get(which).copied()).collect();
    let runs = Runs { a: column(0), b: column(1), mixed: (2..factors + 2).map(column).collect() };
    split(&runs, plan.resamples, plan.seed)
}

/// Splits the variance of results that were computed elsewhere.
pub fn split(runs: &Runs, resamples: usize, seed: u64) -> Option<Sensitivity> {
    let rows = runs.a.len();
    let every = || [&runs.a, &runs.b].into_iter().chain(&runs.mixed);
    let sound = every().all(|row| row.len() == rows && row.iter().all(|result| result.is_finite()));
    let both: Vec<f64> = runs.a.iter().chain(&runs.b).copied().collect();
    let (centre, spread) = (mean(both.iter().copied())?, variance(&both)?);
    if !sound || rows < 2 || runs.mixed.is_empty() || spread < CONSTANT {
        return None;
    }
    let terms: Vec<Vec<Term>> = runs.mixed.iter().map(|mixed| terms(runs, mixed, centre)).collect();
    let resampled = resampled(&terms, &deviations(runs, centre), resamples, seed);
    let factors = terms.iter().zip(resampled).map(|(terms, (first, total))| {
        let share = |of: fn(&Term) -> f64| sum(terms.iter().map(of)) / rows as f64 / spread;
        Some(Indices {
            first: Estimate { value: share(|term| term.first), spread: Spread::of(&first)? },
            total: Estimate { value: share(|term| term.total), spread: Spread::of(&total)? },
        })
    });
    Some(Sensitivity { rows, mean: centre, variance: spread, factors: factors.collect::<Option<_>>()? })
}

/// What a row adds to the estimates of a factor, before the division by the variance.
#[derive(Clone, Copy, Debug)]
struct Term {
    first: f64,
    total: f64,
}

/// Taking the mean from `y_B` leaves the expectation as it is and makes the estimate steadier.
fn terms(runs: &Runs, mixed: &[f64], centre: f64) -> Vec<Term> {
    let rows = runs.a.iter().zip(&runs.b).zip(mixed);
    rows.map(|((a, b), mixed)| Term { first: (b - centre) * (mixed - a), total: (a - mixed).powi(2) / 2.0 }).collect()
}

/// The sum and the sum of squares of what a row adds to the variance, about the mean of all.
fn deviations(runs: &Runs, centre: f64) -> Vec<(f64, f64)> {
    let rows = runs.a.iter().zip(&runs.b).map(|(a, b)| (a - centre, b - centre));
    rows.map(|(a, b)| (a + b, a * a + b * b)).collect()
}

/// The estimates of every factor, first and total, from rows drawn again.
fn resampled(terms: &[Vec<Term>], deviations: &[(f64, f64)], resamples: usize, seed: u64) -> Vec<(Vec<f64>, Vec<f64>)> {
    let mut estimates = vec![(Vec::with_capacity(resamples), Vec::with_capacity(resamples)); terms.len()];
    let mut generator = random::stream(seed, Purpose::Bootstrap, u32::MAX, 0);
    for _ in 0..resamples {
        let chosen = chosen(&mut generator, deviations.len());
        let rows = || chosen.iter().copied();
        let values = || rows().filter_map(|row| deviations.get(row));
        let twice = 2.0 * deviations.len() as f64;
        let total: f64 = values().map(|(total, _)| total).sum();
        let squares: f64 = values().map(|(_, squares)| squares).sum();
        let variance = (squares - total * total / twice) / (twice - 1.0);
        if variance < CONSTANT {
            continue;
        }
        for ((first, total), terms) in estimates.iter_mut().zip(terms) {
            let (mut firsts, mut totals) = (0.0, 0.0);
            for term in rows().filter_map(|row| terms.get(row)) {
                firsts += term.first;
                totals += term.total;
            }
            first.push(firsts / deviations.len() as f64 / variance);
            total.push(totals / deviations.len() as f64 / variance);
        }
    }
    estimates
}

fn chosen(generator: &mut ChaCha12Rng, rows: usize) -> Vec<usize> {
    (0..rows).map(|_| random::below(generator, rows)).collect()
}
