//! The two readings of maturity: the band of a score, and the staged level of ISO/IEC 33020.
//!
//! A staged level holds only if all lower ones hold; a band is a mere name for a range of scores.

use super::TOLERANCE;
use crate::engine::questionnaire::Band;

/// The number of levels above 0.
pub const LEVELS: usize = 4;

/// The score of an item from which level k, 1..=4, counts as reached.
pub(super) fn threshold(level: usize) -> f64 {
    100.0 * level as f64 / LEVELS as f64
}

/// Whether an item of this score reaches level k.
pub(super) fn reaches(score: f64, level: usize) -> bool {
    score + TOLERANCE >= threshold(level)
}

/// How far an attribute is achieved, by ISO/IEC 33020.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rating {
    /// Up to 15 %.
    Not,
    /// Above 15 % up to 50 %.
    Partly,
    /// Above 50 % up to 85 %.
    Largely,
    /// Above 85 %.
    Fully,
}

impl Rating {
    /// Rates a share of 0..1.
    pub fn of(share: f64) -> Self {
        const LIMITS: [(f64, Rating); 3] = [(0.85, Rating::Fully), (0.5, Rating::Largely), (0.15, Rating::Partly)];
        LIMITS.into_iter().find(|(limit, _)| share > limit + TOLERANCE).map_or(Self::Not, |(_, rating)| rating)
    }

    /// The letter of the standard.
    pub const fn letter(self) -> char {
        match self {
            Self::Not => 'N',
            Self::Partly => 'P',
            Self::Largely => 'L',
            Self::Fully => 'F',
        }
    }
}

/// The largest level that is largely or fully reached while all lower ones are fully reached.
pub(super) fn staged(reached: &[f64; LEVELS]) -> u8 {
    let mut level = 0;
    for share in reached {
        let rating = Rating::of(*share);
        if rating < Rating::Largely {
            break;
        }
        level += 1;
        if rating < Rating::Fully {
            break;
        }
    }
    level
}

/// The position of the band that a score falls in.
pub fn band(bands: &[Band], score: f64) -> usize {
    bands.iter().rposition(|band| band.from <= score + TOLERANCE).unwrap_or_default()
}
