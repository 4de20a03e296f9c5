//! One enterprise held against its peers, area by area, saying no more than may be told.

use super::{FEWEST, GroupMean, Peers, Share, Standing, Traits, WANTED, group_mean, peers, standing, wilson};
use crate::engine::id::AreaIx;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::score::{AreaScore, LEVELS, Scores};

/// The level of the intervals of shares.
const CONFIDENCE: f64 = 0.95;

/// An enterprise among its peers.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Who they are.
    pub peers: Peers,
    /// The index, and then the areas in their order.
    pub figures: Vec<Figure>,
}

/// One score among those of the peers.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The area; `None` for the index.
    pub area: Option<AreaIx>,
    /// The enterprise's own score, if it may be shown and compared.
    pub own: Option<f64>,
    /// How many peers have a score that may be.
    pub n: usize,
    /// What may be said of the own one.
    pub standing: Standing,
    /// The mean of the peers.
    pub mean: Option<GroupMean>,
    /// The shares of peers that reach levels 1 to 4, as far as they may be told.
    pub levels: [Option<Share>; LEVELS],
}

impl Comparison {
    /// The median of an area, or of the index if `None`, where it may be told.
    pub fn median(&self, area: Option<AreaIx>) -> Option<f64> {
        self.figures.iter().find(|figure| figure.area == area)?.standing.median()
    }

    /// Whether any median may be told.
    pub fn tells(&self) -> bool {
        self.figures.iter().any(|figure| figure.standing.median().is_some())
    }
}

/// Holds an enterprise against its peers in a pool without itself.
pub fn compare(
    questionnaire: &Questionnaire,
    own: (&Traits, &Scores),
    pool: &[(&Traits, &Scores)],
    seed: u64,
) -> Comparison {
    let traits: Vec<Traits> = pool.iter().map(|(traits, _)| (*traits).clone()).collect();
    let found = peers(own.0, &traits, WANTED);
    let others: Vec<&Scores> = found.members.iter().filter_map(|at| pool.get(*at)).map(|(_, scores)| *scores).collect();
    let all = std::iter::once(None).chain(questionnaire.areas.indices().map(Some));
    let figure = |(group, area): (u32, Option<AreaIx>)| {
        let scores: Vec<f64> = others.iter().filter_map(|one| comparable(one, area)).collect();
        let levels: Vec<u8> = others.iter().filter_map(|one| level(one, area)).collect();
        let own = comparable(own.1, area);
        Figure {
            area,
            own,
            n: scores.len(),
            standing: own.map_or(Standing::Nothing, |own| standing(own, &scores)),
            mean: group_mean(&scores, seed, group),
            levels: shares(&levels),
        }
    };
    Comparison { figures: (0..).zip(all).map(figure).collect(), peers: found }
}

/// The score that may be held against others: shown, and of the usual scope. Of the index, if `None`.
pub fn comparable(scores: &Scores, area: Option<AreaIx>) -> Option<f64> {
    match area {
        None => scores.index.as_ref().map(|index| index.headline),
        Some(area) => usual(&scores.areas[area]).and_then(AreaScore::shown),
    }
}

fn level(scores: &Scores, area: Option<AreaIx>) -> Option<u8> {
    match area {
        None => scores.index.as_ref().map(|index| index.staged),
        Some(area) => usual(&scores.areas[area]).and_then(|area| area.staged),
    }
}

fn usual(area: &AreaScore) -> Option<&AreaScore> {
    (!area.different_scope).then_some(area)
}

/// The shares at each level or above. Two that are told differ by 5 at least, and so do the first and the whole
/// and the last and nobody: then no sum or difference of them speaks of fewer.
pub(super) fn shares(levels: &[u8]) -> [Option<Share>; LEVELS] {
    let mut above = levels.len();
    let mut told = [None; LEVELS];
    for (share, level) in told.iter_mut().zip(1_u8..) {
        let count = levels.iter().filter(|reached| **reached >= level).count();
        if count >= FEWEST && above - count >= FEWEST {
            *share = wilson(count, levels.len(), CONFIDENCE);
            above = count;
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::benchmark::Class;
    use crate::engine::fixture;
    use crate::engine::questionnaire::sample::SAMPLE;
    use crate::engine::uncertainty::Assessed;

    /// The levels with so many enterprises at each.
    fn levels(counts: [usize; 5]) -> Vec<u8> {
        counts.into_iter().zip(0_u8..).flat_map(|(count, level)| vec![level; count]).collect()
    }

    #[test]
    fn a_share_that_gives_away_a_handful_is_not_told() {
        let told = |counts| shares(&levels(counts)).map(|share| share.map(|share| share.count));
        assert_eq!(told([10, 10, 10, 10, 10]), [Some(40), Some(30), Some(20), Some(10)]);
        // Three stand at level 1: level 2 and above would be told apart from level 1 and above by them.
        assert_eq!(told([10, 3, 10, 7, 0]), [Some(20), None, Some(7), None]);
        // All but two reach level 1.
        assert_eq!(told([2, 10, 0, 0, 4]), [None, None, None, None]);
        assert_eq!(told([2, 10, 0, 5, 0]), [None, Some(5), None, None]);
        assert_eq!(told([0; 5]), [None; 4]);
    }

    #[test]
    fn the_narrowest_class_that_is_large_enough_is_compared() {
        let questionnaire = fixture::questionnaire(SAMPLE);
        let scores = |level: &str| {
            let answers = [("F3", "45"), ("F8", "yes"), ("INF1", level), ("INF2", "none"), ("INT1", "30")];
            let more = [("INT2", "1"), ("CLU1", "talks"), ("REG1", "2"), ("SKL1", "50"), ("SKL2", "1")];
            let interview = fixture::interview(&questionnaire, &[&answers[..], &more[..]].concat());
            Assessed::of(&interview).scores
        };
        let (low, high) = (scores("0"), scores("4"));
        let firm = |size: &str| Traits { size: Some(size.to_owned()), ..Traits::default() };
        let (small, large) = (firm("0"), firm("3"));
        let mut pool = vec![(&small, &low); 10];
        pool.extend(vec![(&large, &high); 20]);
        let found = compare(&questionnaire, (&small, &high), &pool, 1);
        assert_eq!((found.peers.class, found.peers.members.len()), (Class::Size, 10));
        let index = &found.figures[0];
        let own = low.index.as_ref().unwrap().headline;
        assert_eq!((index.n, index.mean.map(|mean| mean.mean)), (10, Some(own)));
        // All ten stand below.
        assert!(matches!(index.standing, Standing::Quartile { quarter: 4, .. }), "{index:?}");
        assert_eq!(found.figures.len(), 1 + questionnaire.areas.len());
        let few = compare(&questionnaire, (&small, &high), &pool[..4], 1);
        assert!(few.figures.iter().all(|figure| figure.standing == Standing::Nothing && figure.mean.is_none()));
    }
}
