//! Where an enterprise stands among others, and what may be said of a group without giving away a member.
//!
//! Statements about a pool of assessments, never about the enterprises outside it: nobody was sampled. Knows
//! nothing of where the pool is stored; the caller passes one assessment per enterprise.

use super::random::{self, Purpose};
use super::score::{TOLERANCE, mean, sum};
use super::statistics::quantile;

mod comparison;
mod disclosure;
mod others;
mod peers;
mod reference;
mod share;
#[cfg(test)]
mod tests;

pub use comparison::{Comparison, Figure, comparable, compare};
pub use disclosure::{Relation, TwoWay, hidden, one_way, two_way};
pub use others::{Others, Whose};
pub use peers::{Class, Peers, Traits, WANTED, peers};
pub use reference::{INDEX, Reference, ReferenceProblem, ReferenceRow, WhatIsWrong};
pub use share::{Share, wilson};

/// The fewest enterprises of which anything is said.
pub const FEWEST: usize = 5;

/// The fewest peers among which a quartile is named.
pub const FOR_QUARTILES: usize = 10;

/// The fewest peers among which a percentile is named.
pub const FOR_PERCENTILES: usize = 30;

/// How often a group is drawn again for the interval of its mean.
pub const RESAMPLES: usize = 2_000;

/// What may be said of a score among its peers. The more peers, the more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// Fewer than 5: nothing.
    Nothing,
    /// 5 to 9: the middle and the ends.
    Range {
        /// The median of the peers.
        median: f64,
        /// The lowest of them.
        low: f64,
        /// The highest of them.
        high: f64,
    },
    /// 10 to 29: the quarter in which the score lies.
    Quartile {
        /// The quartiles of the peers.
        quartiles: Quartiles,
        /// 1 for the lowest quarter to 4 for the highest.
        quarter: u8,
    },
    /// 30 and more: the percentile as well.
    Percentile {
        /// The quartiles of the peers.
        quartiles: Quartiles,
        /// 1 for the lowest quarter to 4 for the highest.
        quarter: u8,
        /// The mid-rank, 0..100.
        percentile: f64,
    },
}

/// Three quartiles, type 7.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles {
    /// A quarter lies below.
    pub q25: f64,
    /// Half lies below.
    pub median: f64,
    /// Three quarters lie below.
    pub q75: f64,
}

impl Quartiles {
    /// The quartiles of sorted values; `None` of none.
    pub fn of_sorted(sorted: &[f64]) -> Option<Self> {
        let at = |p| quantile(sorted, p);
        Some(Self { q25: at(0.25)?, median: at(0.5)?, q75: at(0.75)? })
    }
}

impl Standing {
    /// The median of the peers, where it may be told.
    pub const fn median(&self) -> Option<f64> {
        match self {
            Self::Nothing => None,
            Self::Range { median, .. } => Some(*median),
            Self::Quartile { quartiles, .. } | Self::Percentile { quartiles, .. } => Some(quartiles.median),
        }
    }
}

/// What may be said of a score among those of its peers, itself not one of them.
pub fn standing(score: f64, peers: &[f64]) -> Standing {
    let sorted = sorted(peers);
    let found = (sorted.len() >= FEWEST).then(|| Quartiles::of_sorted(&sorted).zip(mid_rank(score, &sorted)));
    let Some((quartiles, percentile)) = found.flatten() else { return Standing::Nothing };
    let quarter = 1 + (percentile / 25.0).clamp(0.0, 3.0) as u8;
    match (sorted.as_slice(), sorted.len()) {
        ([low, .., high], ..FOR_QUARTILES) => Standing::Range { median: quartiles.median, low: *low, high: *high },
        (_, ..FOR_PERCENTILES) => Standing::Quartile { quartiles, quarter },
        _ => Standing::Percentile { quartiles, quarter, percentile },
    }
}

/// The mid-rank of a score, `100·(n_< + ½·n_=)/n`, 0..100; `None` among none. Those within 1e-9 are equal.
pub fn mid_rank(score: f64, peers: &[f64]) -> Option<f64> {
    let below = peers.iter().filter(|peer| **peer < score - TOLERANCE).count();
    let equal = peers.iter().filter(|peer| (**peer - score).abs() <= TOLERANCE).count();
    (!peers.is_empty()).then(|| 100.0 * (below as f64 + 0.5 * equal as f64) / peers.len() as f64)
}

/// The mean of a group, with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupMean {
    /// The number of enterprises.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// The 2.5 % quantile of the means of resamples.
    pub low: f64,
    /// The 97.5 % quantile of them.
    pub high: f64,
}

/// The mean of a group with the percentile interval of its bootstrap, 95 % (Efron and Tibshirani 1993, ch. 13);
/// `None` below 5. The order of the members does not matter. Groups that stand side by side take different
/// numbers.
pub fn group_mean(scores: &[f64], seed: u64, group: u32) -> Option<GroupMean> {
    let sorted = sorted(scores);
    let n = sorted.len();
    let whole = mean(sorted.iter().copied()).filter(|_| n >= FEWEST)?;
    let mut generator = random::stream(seed, Purpose::Bootstrap, group, 0);
    let mut again = || {
        let drawn = (0..n).filter_map(|_| sorted.get(random::below(&mut generator, n)).copied());
        sum(drawn) / n as f64
    };
    let mut means: Vec<f64> = (0..RESAMPLES).map(|_| again()).collect();
    means.sort_unstable_by(f64::total_cmp);
    Some(GroupMean { n, mean: whole, low: quantile(&means, 0.025)?, high: quantile(&means, 0.975)? })
}

/// The numbers among the values, sorted.
fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}
