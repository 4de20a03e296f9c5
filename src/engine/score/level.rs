//! The two readings of maturity: the band of a score, and the staged level of ISO/IEC 33020.
//!
//! A staged level holds only if all lower ones hold; a band is a mere name for a range of scores.

use super::TOLERANCE;
use crate::engine::questionnaire::{Band, Method};

/// The number of levels above 0.
pub const LEVELS: usize = 4;

/// Whether an item of this score reaches the level that begins at `from`.
pub(super) fn reaches(score: f64, from: f64) -> bool {
    score + TOLERANCE >= from
}

/// How far an attribute is achieved, by ISO/IEC 33020; the shares are the default ones.
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
    pub fn of(method: &Method, share: f64) -> Self {
        let ratings = [Self::Partly, Self::Largely, Self::Fully];
        let limits = method.ratings.into_iter().zip(ratings).rev();
        limits.into_iter().find(|(limit, _)| share > limit + TOLERANCE).map_or(Self::Not, |(_, rating)| rating)
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
pub(super) fn staged(method: &Method, reached: &[f64; LEVELS]) -> u8 {
    let mut level = 0;
    for share in reached {
        let rating = Rating::of(method, *share);
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
