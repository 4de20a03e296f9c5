//! Everything a screen or a report shows of one assessment, computed once from an interview.

use super::advice::Advice;
use super::id::{AreaIx, QuestionIx};
use super::interview::{Interview, Progress};
use super::score::Scores;

/// The diagnostic profile of one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// All scores.
    pub scores: Scores,
    /// How far the interview is.
    pub progress: Progress,
    /// What each feasible step adds to the index, largest first.
    pub levers: Vec<Lever>,
    /// Items at level 3 or more (score of at least 75), best first, at most three; with coverage.
    pub strengths: Vec<QuestionIx>,
    /// The items with the largest levers, at most five.
    pub bottlenecks: Vec<Lever>,
    /// What to do, most rewarding first. A first page shows no more than [`FIRST_PAGE`].
    pub advice: Vec<Advice>,
    /// Areas whose band and staged level differ by two or more.
    pub uneven: Vec<AreaIx>,
}

/// The most actions that a first page shows.
pub const FIRST_PAGE: usize = 7;

/// One item, one step up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// The item.
    pub question: QuestionIx,
    /// Its score now, 0..100.
    pub from: f64,
    /// Its score one step up, 0..100.
    pub to: f64,
    /// What the step adds to the index (ΔI, exact).
    pub gain: f64,
}

/// Computes the profile of an interview as it stands.
pub fn profile(interview: &Interview) -> Profile {
    let _ = interview;
    Profile {
        scores: Scores {
            items: Default::default(),
            areas: Default::default(),
            facets: Default::default(),
            index: None,
        },
        progress: Progress::default(),
        levers: Vec::new(),
        strengths: Vec::new(),
        bottlenecks: Vec::new(),
        advice: Vec::new(),
        uneven: Vec::new(),
    }
}
