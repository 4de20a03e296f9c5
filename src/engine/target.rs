//! Where an enterprise wants to be: a level for each area, who set it, and how far it still is.
//!
//! Knows nothing of where a target is kept and of how it is chosen.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{AreaId, AreaIx, Arena};
use super::questionnaire::{Area, Model};
use super::score::{AreaScore, LEVELS, Scores, TOLERANCE};

/// The highest level that can be aimed at.
pub const TOP: u8 = LEVELS as u8;

/// A target that was chosen for an assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenTarget {
    /// What it was made after.
    pub pattern: Pattern,
    /// Who set it.
    pub origin: Origin,
    /// The level aimed at, by area. An area without one is no part of the target.
    pub levels: BTreeMap<AreaId, u8>,
    /// The scores when it was chosen, by area; the ones that were known.
    pub base: BTreeMap<AreaId, f64>,
    /// When it was chosen.
    pub chosen: Timestamp,
}

/// What a target was made after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pattern {
    /// One level more than it had, in every area.
    Next,
    /// Levels of its own.
    Own,
    /// A target profile of the questionnaire.
    Listed(String),
}

/// Who set a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The enterprise itself.
    #[default]
    Enterprise,
    /// An advisor.
    Advisor,
    /// A programme that it takes part in.
    Programme,
}

impl Origin {
    /// Every origin, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Enterprise, Self::Advisor, Self::Programme];

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Enterprise => "target-by-enterprise",
            Self::Advisor => "target-by-advisor",
            Self::Programme => "target-by-programme",
        }
    }

    /// The word that texts choose by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Advisor => "advisor",
            Self::Programme => "programme",
        }
    }
}

/// The levels of a target by area; absent where an area is no part of it.
pub type Levels = Arena<AreaIx, Option<u8>>;

impl ChosenTarget {
    /// Chooses a target now: what was reached so far is kept with it, so that progress can be told.
    pub fn new(
        model: &Model,
        scores: &Scores,
        pattern: Pattern,
        origin: Origin,
        levels: &Levels,
        now: Timestamp,
    ) -> Self {
        let areas = || model.areas.enumerate();
        let level = |(ix, area): (AreaIx, &Area)| Some((area.id.clone(), levels[ix]?.min(TOP)));
        let base = |(ix, area): (AreaIx, &Area)| Some((area.id.clone(), scores.areas[ix].shown()?));
        Self {
            pattern,
            origin,
            levels: areas().filter_map(level).collect(),
            base: areas().filter_map(base).collect(),
            chosen: now,
        }
    }

    /// The levels for the areas of a questionnaire.
    pub fn levels(&self, model: &Model) -> Levels {
        model.areas.map(|area| self.levels.get(&area.id).copied())
    }
}

/// One level more in every area that has one.
pub fn next_levels(scores: &Scores) -> Levels {
    scores.areas.map(|area| area.staged.map(|level| (level + 1).min(TOP)))
}

/// How far an area is from a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The area.
    pub area: AreaIx,
    /// The level aimed at.
    pub level: u8,
    /// The least score of that level's band.
    pub goal: f64,
    /// The staged level now.
    pub staged: Option<u8>,
    /// The score now.
    pub score: Option<f64>,
    /// The points that are missing to `goal`; 0 when it is reached.
    pub points: Option<f64>,
    /// The levels that are missing; 0 when the staged level is reached.
    pub levels: Option<u8>,
    /// The part of the way from the score at the choice to `goal`, 0..1.
    pub progress: Option<f64>,
}

impl Gap {
    /// Whether both readings, score and staged level, are where they should be.
    pub fn is_closed(&self) -> bool {
        self.points == Some(0.0) && self.levels == Some(0)
    }

    /// The key of the sentence that tells it, of `now`, `level`, `score`, `goal` and `points`.
    pub fn key(&self) -> &'static str {
        match self.points {
            None => "target-gap-unknown",
            Some(_) if self.is_closed() => "target-gap-closed",
            Some(points) if points > 0.0 => "target-gap-points",
            Some(_) => "target-gap-basics",
        }
    }

    /// The part of the way since the choice, if there is still some to go.
    pub fn under_way(&self) -> Option<f64> {
        self.progress.filter(|_| self.points != Some(0.0))
    }
}

/// The gaps to a target, one for each of its areas, in the order of the questionnaire.
pub fn gaps(model: &Model, scores: &Scores, target: &ChosenTarget) -> Vec<Gap> {
    let gap = |(ix, area): (AreaIx, &Area)| {
        let level = *target.levels.get(&area.id)?;
        let goal = least_score(model, level);
        Some(of_area(ix, level, goal, &scores.areas[ix], target.base.get(&area.id).copied()))
    };
    model.areas.enumerate().filter_map(gap).collect()
}

fn of_area(area: AreaIx, level: u8, goal: f64, now: &AreaScore, base: Option<f64>) -> Gap {
    let score = now.shown();
    let missing = |score: f64| if score + TOLERANCE >= goal { 0.0 } else { goal - score };
    Gap {
        area,
        level,
        goal,
        staged: now.staged,
        score,
        points: score.map(missing),
        levels: now.staged.map(|staged| level.saturating_sub(staged)),
        progress: score.zip(base).and_then(|(score, base)| progress(base, score, goal)),
    }
}

/// The part of the way that has been gone; none, if there was no way to go and the goal is lost again.
fn progress(base: f64, now: f64, goal: f64) -> Option<f64> {
    if now + TOLERANCE >= goal {
        Some(1.0)
    } else if goal - base > TOLERANCE {
        Some(((now - base) / (goal - base)).clamp(0.0, 1.0))
    } else {
        None
    }
}

/// The least score of a level: where its band begins, if there is a band for each level, else an even split.
pub fn least_score(model: &Model, level: u8) -> f64 {
    let bands = &model.bands;
    let even = 100.0 * f64::from(level) / (LEVELS as f64 + 1.0);
    let own = bands.get(usize::from(level)).filter(|_| bands.len() == LEVELS + 1);
    own.map_or(even, |band| band.from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::advice::tests::{instrument, interview, levels as answers};
    use crate::engine::interview::Interview;
    use crate::engine::profile::profile;

    fn scored(a: [&str; 4], b: [&str; 4]) -> (Interview, Scores) {
        let interview = interview(&instrument(""), &answers(a, b));
        let scores = profile(&interview).scores;
        (interview, scores)
    }

    fn chosen(interview: &Interview, scores: &Scores, levels: [Option<u8>; 2]) -> ChosenTarget {
        let levels: Levels = levels.into_iter().collect();
        ChosenTarget::new(
            interview.questionnaire(),
            scores,
            Pattern::Own,
            Origin::Advisor,
            &levels,
            Timestamp::UNIX_EPOCH,
        )
    }

    #[test]
    fn the_gap_is_told_in_points_and_in_levels() {
        // A: all at level 1, score 25, staged 1. B: all at level 3, score 75, staged 3.
        let (interview, scores) = scored(["1"; 4], ["3"; 4]);
        let target = chosen(&interview, &scores, [Some(3), Some(3)]);
        let [a, b] = gaps(interview.questionnaire(), &scores, &target)[..] else { panic!() };
        assert_eq!((a.level, a.goal, a.staged, a.score), (3, 60.0, Some(1), Some(25.0)));
        assert_eq!((a.points, a.levels, a.progress, a.is_closed()), (Some(35.0), Some(2), Some(0.0), false));
        assert_eq!((b.points, b.levels, b.progress, b.is_closed()), (Some(0.0), Some(0), Some(1.0), true));
    }

    #[test]
    fn a_score_in_the_band_without_the_basics_is_not_there_yet() {
        // Levels 4, 4, 4, 0: score 75, but a quarter misses level 1, so the staged level is 1.
        let (interview, scores) = scored(["4", "4", "4", "0"], ["3"; 4]);
        let target = chosen(&interview, &scores, [Some(3), None]);
        let [a] = gaps(interview.questionnaire(), &scores, &target)[..] else { panic!() };
        assert_eq!((a.points, a.staged, a.levels, a.is_closed()), (Some(0.0), Some(1), Some(2), false));
    }

    #[test]
    fn progress_is_the_part_of_the_way_since_the_choice() {
        let (before, then) = scored(["1"; 4], ["3"; 4]);
        let target = chosen(&before, &then, [Some(3), Some(2)]);
        // 25 → 42.5 would be half of the way to 60; 43.75 is (43.75 − 25)/35.
        for (a, expected) in [(["2", "2", "2", "1"], Some(18.75 / 35.0)), (["0"; 4], Some(0.0)), (["4"; 4], Some(1.0))]
        {
            let (now, scores) = scored(a, ["3"; 4]);
            let gaps = gaps(now.questionnaire(), &scores, &target);
            assert_eq!(gaps[0].progress, expected, "{a:?}");
        }
        // B stood above its goal when it was chosen, so there is no way to measure once it is lost.
        let (now, scores) = scored(["1"; 4], ["1"; 4]);
        assert_eq!(gaps(now.questionnaire(), &scores, &target)[1].progress, None);
    }

    #[test]
    fn an_area_without_a_score_has_an_unknown_gap() {
        let (interview, scores) = scored(["1", "", "", ""], ["3"; 4]);
        let target = chosen(&interview, &scores, [Some(2), Some(4)]);
        let gaps = gaps(interview.questionnaire(), &scores, &target);
        assert_eq!((gaps[0].points, gaps[0].levels, gaps[0].progress), (None, None, None));
        assert!(!gaps[0].is_closed());
        assert_eq!(target.base.len(), 1);
    }

    #[test]
    fn the_next_step_is_one_level_up_to_the_top() {
        let (_, scores) = scored(["1"; 4], ["4"; 4]);
        assert_eq!(next_levels(&scores).iter().copied().collect::<Vec<_>>(), [Some(2), Some(4)]);
        let (_, scores) = scored(["1", "", "", ""], ["0"; 4]);
        assert_eq!(next_levels(&scores).iter().copied().collect::<Vec<_>>(), [None, Some(1)]);
    }

    #[test]
    fn a_target_survives_being_written_down() {
        let (interview, scores) = scored(["1"; 4], ["3", "2", "3", "3"]);
        let mut target = chosen(&interview, &scores, [Some(9), Some(2)]);
        assert_eq!(target.levels(interview.questionnaire()).iter().copied().collect::<Vec<_>>(), [Some(4), Some(2)]);
        for pattern in [Pattern::Next, Pattern::Own, Pattern::Listed("x".to_owned())] {
            target.pattern = pattern;
            let text = serde_json::to_string(&target).unwrap();
            assert_eq!(serde_json::from_str::<ChosenTarget>(&text).unwrap(), target, "{text}");
        }
    }
}
