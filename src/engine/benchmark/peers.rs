//! Who counts as a peer: the narrowest class that is large enough, and which one it is.

use crate::engine::id::QuestionIx;
use crate::engine::interview::Interview;
use crate::engine::score;

/// What enterprises are compared by. A trait that nobody knows matches nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// The branch of industry.
    pub sector: Option<String>,
    /// The class of size.
    pub size: Option<String>,
    /// The region.
    pub region: Option<String>,
}

impl Traits {
    /// What an interview tells of its enterprise, by the questions that its questionnaire names.
    pub fn of(interview: &Interview) -> Self {
        let by = &interview.questionnaire().peers;
        let value = |question: Option<QuestionIx>| question.and_then(|ix| interview.effective_value(ix));
        let size = value(by.size).map(|size| {
            let number = score::as_number(size).filter(|_| !by.size_from.is_empty());
            number.map_or_else(
                || size.to_string(),
                |number| by.size_from.partition_point(|from| *from <= number).to_string(),
            )
        });
        Self {
            sector: value(by.sector).map(ToString::to_string),
            size,
            region: value(by.region).map(ToString::to_string),
        }
    }
}

/// A class of peers, from the narrowest. Each step gives up one trait: the region, the sector, the size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The same sector, size and region.
    SectorSizeRegion,
    /// The same sector and size.
    SectorSize,
    /// The same size.
    Size,
    /// All enterprises.
    All,
}

impl Class {
    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SectorSizeRegion => "stats-class-sector-size-region",
            Self::SectorSize => "stats-class-sector-size",
            Self::Size => "stats-class-size",
            Self::All => "stats-class-all",
        }
    }
}

impl Class {
    /// All classes, from the narrowest.
    pub const ALL: [Self; 4] = [Self::SectorSizeRegion, Self::SectorSize, Self::Size, Self::All];

    /// The traits that must agree: sector, size, region.
    const fn demands(self) -> [bool; 3] {
        match self {
            Self::SectorSizeRegion => [true, true, true],
            Self::SectorSize => [true, true, false],
            Self::Size => [false, true, false],
            Self::All => [false, false, false],
        }
    }

    /// Whether two enterprises are peers in this class.
    pub fn holds(self, one: &Traits, other: &Traits) -> bool {
        let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
        let agree = [same(&one.sector, &other.sector), same(&one.size, &other.size), same(&one.region, &other.region)];
        self.demands().into_iter().zip(agree).all(|(demanded, agrees)| agrees || !demanded)
    }
}

/// The peers of an enterprise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peers {
    /// Their class, to be printed with every comparison.
    pub class: Class,
    /// Their positions in the pool, ascending.
    pub members: Vec<usize>,
}

/// The size of a class at which widening stops, unless told otherwise: a quartile can be named.
pub const WANTED: usize = super::FOR_QUARTILES;

/// The narrowest class of the pool with so many members. Where not even the whole pool has as many, it is
/// taken whole, under the name of the narrowest class that holds it. The pool is without the enterprise itself.
pub fn peers(own: &Traits, pool: &[Traits], wanted: usize) -> Peers {
    let of = |class: Class| {
        let members = pool.iter().enumerate().filter(|(_, peer)| class.holds(own, peer)).map(|(place, _)| place);
        Peers { class, members: members.collect() }
    };
    let enough = |found: &Peers| found.members.len() >= wanted.min(pool.len());
    Class::ALL.into_iter().map(of).find(enough).unwrap_or_else(|| of(Class::All))
}
