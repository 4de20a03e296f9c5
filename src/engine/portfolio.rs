//! Many assessments of one questionnaire: how the scores are spread, and who stands where.
//!
//! Knows nothing of who the enterprises are or where their assessments are stored.

use super::questionnaire::Questionnaire;
use super::ranks::{By, Contestant, Place, ranks};
use super::score::mean;
use super::statistics::{quantile, variance};
use super::steps::{Steps, Stopped};
use super::uncertainty::Options;

/// How a score is spread over enterprises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    /// The number of enterprises that have the score.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// The standard deviation of a sample (divided by n − 1); `None` of one.
    pub deviation: Option<f64>,
    /// The lowest, the quartiles of type 7, the highest.
    pub quantiles: [f64; 5],
}

impl Distribution {
    /// The distribution of values in any order; `None` of none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let at = |p| quantile(&sorted, p);
        Some(Self {
            n: sorted.len(),
            mean: mean(sorted.iter().copied())?,
            deviation: variance(&sorted).map(f64::sqrt),
            quantiles: [at(0.0)?, at(0.25)?, at(0.5)?, at(0.75)?, at(1.0)?],
        })
    }
}

/// The shades of a heat map, from lowest to highest.
pub const SHADES: usize = 5;

/// The shade of a band, whatever the number of bands: the lowest has the first, the highest the last.
pub fn shade(questionnaire: &Questionnaire, band: usize) -> usize {
    let steps = questionnaire.bands.len().saturating_sub(1).max(1);
    (band * (SHADES - 1) + steps / 2) / steps
}

/// An enterprise at its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Its position among those that were passed.
    pub firm: usize,
    /// Its index.
    pub index: f64,
    /// Its rank in the draws.
    pub place: Place,
    /// The probability that it stands above the next one; `None` for the last.
    pub above_next: Option<f64>,
}

/// Ranks the enterprises that have an index by it, the highest first; `None` for too many.
///
/// # Errors
/// It was stopped.
pub fn placed(
    questionnaire: &Questionnaire,
    firms: &[Contestant<'_>],
    options: &Options,
    steps: &Steps,
) -> Result<Option<Vec<Placed>>, Stopped> {
    let Some(ranking) = ranks(questionnaire, firms, options, By::Headline, steps)? else { return Ok(None) };
    let index = |firm: &Contestant<'_>| firm.assessed.scores.index.as_ref().map(|index| index.headline);
    let mut order: Vec<(usize, f64)> =
        firms.iter().enumerate().filter_map(|(at, firm)| Some((at, index(firm)?))).collect();
    order.sort_by(|one, other| other.1.total_cmp(&one.1));
    let next = order.iter().skip(1).map(|(firm, _)| Some(*firm)).chain([None]);
    let placed = order.iter().zip(next).filter_map(|((firm, index), next)| {
        let above_next = next.and_then(|next| ranking.duel(*firm, next)).map(|duel| duel.above);
        Some(Placed { firm: *firm, index: *index, place: ranking.place(*firm)?, above_next })
    });
    Ok(Some(placed.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::fixture;
    use crate::engine::questionnaire::sample::SAMPLE;
    use crate::engine::uncertainty::Assessed;

    #[test]
    fn a_distribution_by_hand() {
        // 10, 20, 40, 90: mean 40; deviations −30, −20, 0, 50, squares 3800/3; quartiles at 0.75, 1.5, 2.25.
        let spread = Distribution::of(&[40.0, 10.0, 90.0, 20.0]).unwrap();
        assert_eq!((spread.n, spread.mean), (4, 40.0));
        assert!((spread.deviation.unwrap() - (3800.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        let by_hand = [10.0, 17.5, 30.0, 52.5, 90.0];
        assert!(spread.quantiles.iter().zip(by_hand).all(|(found, by_hand)| (found - by_hand).abs() < 1e-12));
        assert_eq!(Distribution::of(&[7.0]).unwrap().deviation, None);
        assert_eq!(Distribution::of(&[]), None);
    }

    #[test]
    fn the_lowest_band_is_lightest_and_the_highest_darkest() {
        let questionnaire = fixture::questionnaire(SAMPLE);
        let bands = questionnaire.bands.len();
        let shades: Vec<usize> = (0..bands).map(|band| shade(&questionnaire, band)).collect();
        assert_eq!((shades[0], shades[bands - 1]), (0, SHADES - 1));
        assert!(shades.is_sorted_by(|one, next| one < next), "{shades:?}");
    }

    #[test]
    fn who_answers_better_everywhere_stands_above() {
        let questionnaire = fixture::questionnaire(SAMPLE);
        let firm = |level: &str, talks: &str, wear: &str| {
            let answers = [("F3", "45"), ("F8", "yes"), ("INF1", level), ("INT1", "30"), ("INT2", "1")];
            let more = [("CLU1", talks), ("REG1", "2"), ("SKL1", wear), ("SKL2", "1")];
            Assessed::of(&fixture::interview(&questionnaire, &[&answers[..], &more[..]].concat()))
        };
        let (low, high) = (firm("0", "talks", "80"), firm("4", "member", "20"));
        let firms = [Contestant { subject: 1, assessed: &low }, Contestant { subject: 2, assessed: &high }];
        let placed = placed(&questionnaire, &firms, &Options::default(), &Steps::default()).unwrap().unwrap();
        assert_eq!(placed.iter().map(|one| one.firm).collect::<Vec<_>>(), [1, 0]);
        assert!(placed[0].index > placed[1].index && placed[0].above_next.unwrap() > 0.9);
        assert_eq!((placed[0].place.rank.median, placed[1].above_next), (1.0, None));
    }
}
