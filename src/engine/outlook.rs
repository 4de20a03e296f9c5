//! What stands around a profile: how sure it is, the cheapest way to the next band, the question worth asking.
//!
//! Takes milliseconds where the profile takes none, so it is computed only where it is shown or written. Always
//! from the same seed: the same answers give the same figures everywhere.

use super::interview::Interview;
use super::lever::{Goal, NextQuestion, Outcome, Reach, cheapest_path, next_band, next_of_the_heaviest};
use super::profile::Profile;
use super::score::{TOLERANCE, band};
use super::uncertainty::{Assessed, Omission, Options, Uncertainty, assessed, omissions};

/// The draws with which open questions are compared: they share them, so a few are enough.
const TRIAL_DRAWS: usize = 256;

/// The most open questions that are compared.
const JUDGED: usize = 24;

/// The share of the draws that a band needs to be named beside others.
const NAMED: f64 = 0.05;

/// What stands around the profile of one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// Intervals and probabilities.
    pub uncertainty: Uncertainty,
    /// The way to the next band; `None` without an index, or in the highest band.
    pub ascent: Option<Ascent>,
    /// The open question that would narrow the interval of the index most; `None` if none would.
    pub next: Option<NextQuestion>,
    /// The item whose absence would change the index most; `None` without an index.
    pub omission: Option<Omission>,
}

/// The cheapest way to the next band.
#[derive(Clone, Debug, PartialEq)]
pub struct Ascent {
    /// The position of that band.
    pub band: usize,
    /// Where it begins.
    pub from: f64,
    /// What was found, among the items the enterprise can change itself.
    pub outcome: Outcome,
}

/// Computes what stands around the profile of an interview, with the usual draws.
pub fn outlook(interview: &Interview, profile: &Profile) -> Outlook {
    outlook_with(interview, profile, &Options::default())
}

/// The same with draws of one's own. Open questions are always compared with the usual ones.
pub fn outlook_with(interview: &Interview, profile: &Profile, options: &Options) -> Outlook {
    let questionnaire = interview.questionnaire();
    let (known, trial) = (Assessed::of(interview), Options::default().drawing(TRIAL_DRAWS));
    let next = next_of_the_heaviest(questionnaire, &known, &trial, JUDGED).into_iter().next();
    Outlook {
        uncertainty: assessed(questionnaire, &known, options),
        ascent: ascent(interview, profile),
        next: next.filter(|next| next.narrowing() > TOLERANCE),
        omission: omissions(questionnaire, &profile.scores).into_iter().find(|left_out| left_out.change.is_some()),
    }
}

/// The way from the index of an interview to the next band.
pub fn ascent(interview: &Interview, profile: &Profile) -> Option<Ascent> {
    let questionnaire = interview.questionnaire();
    let now = profile.scores.index.as_ref()?.headline;
    let from = next_band(questionnaire, now)?;
    let outcome = cheapest_path(interview, &profile.scores, Goal::Index(from), Reach::Own);
    Some(Ascent { band: band(&questionnaire.bands, from), from, outcome })
}

/// The bands worth naming when the draws fall into more than one, the likeliest first; none otherwise.
pub fn bands_in_doubt(bands: &[f64]) -> Vec<(usize, f64)> {
    let mut named: Vec<(usize, f64)> = bands.iter().copied().enumerate().filter(|(_, share)| *share >= NAMED).collect();
    named.sort_by(|one, other| other.1.total_cmp(&one.1));
    if named.len() < 2 { Vec::new() } else { named }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::fixture;
    use crate::engine::lever::next_questions;
    use crate::engine::profile::profile;
    use crate::engine::questionnaire::sample::SAMPLE;

    #[test]
    fn an_outlook_puts_the_engines_figures_together() {
        let questionnaire = fixture::questionnaire(SAMPLE);
        let interview = fixture::interview(
            &questionnaire,
            &[("F3", "45"), ("F8", "no"), ("INF1", "1"), ("INF2", "university supplier"), ("INT2", "1")],
        );
        let profile = profile(&interview);
        let outlook = outlook(&interview, &profile);
        assert_eq!(outlook.uncertainty, crate::engine::uncertainty::uncertainty(&interview, &Options::default()));
        let few = Options::default().drawing(TRIAL_DRAWS);
        let all = next_questions(&questionnaire, &Assessed::of(&interview), &few);
        assert_eq!(outlook.next.as_ref(), all.first());
        assert_eq!(outlook.ascent.is_some(), profile.scores.index.is_some());
    }

    #[test]
    fn bands_are_in_doubt_when_two_are_likely() {
        assert_eq!(bands_in_doubt(&[0.0, 0.35, 0.61, 0.04]), [(2, 0.61), (1, 0.35)]);
        assert!(bands_in_doubt(&[0.02, 0.98]).is_empty());
        assert!(bands_in_doubt(&[]).is_empty());
    }
}
