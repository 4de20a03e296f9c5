//! The smallest total effort that reaches a goal: exact, not greedy.
//!
//! Every item is a ladder whose steps cost effort. Within an area the best score for each effort is a knapsack
//! with one choice per item; between areas the best index for each effort adds up utilities (see
//! `score::utility`), since every mean is an increasing function of their weighted sum. Efforts are small whole
//! numbers, so both are tables; they are widened until the goal is within or nothing more can be bought.

use super::ladder::{Ladder, ladder};
use crate::engine::answer::Value;
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::questionnaire::{Locus, Questionnaire};
use crate::engine::score::{self, Scores, TOLERANCE};

mod table;

use table::{AreaTable, Combined};

/// The effort up to which the tables are filled at first.
const FIRST_LIMIT: usize = 16;

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// An index of so much.
    Index(f64),
    /// A score of so much in one area.
    Area(AreaIx, f64),
}

/// Which items may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Those the enterprise can change itself.
    #[default]
    Own,
    /// Those that describe its environment as well.
    All,
}

/// What the search found.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// There is no score to begin from.
    NoScore,
    /// The goal is reached as it is.
    Reached,
    /// The cheapest way.
    Path(Path),
    /// Not even every possible step reaches it: so far one would come.
    OutOfReach(f64),
}

/// A cheapest way to a goal. Of several with the same effort it is one with the highest score.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The total effort.
    pub effort: usize,
    /// What to change, the most rewarding first.
    pub steps: Vec<PathStep>,
    /// The index, or the area's score, at the end.
    pub score: f64,
}

/// What to change at one item.
#[derive(Clone, Debug, PartialEq)]
pub struct PathStep {
    /// The item.
    pub question: QuestionIx,
    /// Its score now.
    pub from: f64,
    /// Its score at the end.
    pub to: f64,
    /// The answer at the end, where there is exactly one to name.
    pub value: Option<Value>,
    /// The number of single steps.
    pub rungs: usize,
    /// Their effort together.
    pub effort: usize,
    /// The index, or the area's score, once this and all before it are done.
    pub score: f64,
}

/// The score at which the next band begins; `None` in the highest.
pub fn next_band(questionnaire: &Questionnaire, score: f64) -> Option<f64> {
    questionnaire.bands.get(score::band(&questionnaire.bands, score) + 1).map(|band| band.from)
}

/// Finds the cheapest way to a goal from an interview as it stands. Questions that new answers would open are
/// not part of it.
pub fn cheapest_path(interview: &Interview, scores: &Scores, goal: Goal, reach: Reach) -> Outcome {
    let questionnaire = interview.questionnaire();
    let may_move = |question: &QuestionIx| {
        let own = questionnaire.questions[*question].item.as_ref().is_some_and(|item| item.locus == Locus::Enterprise);
        reach == Reach::All || own
    };
    let answered = questionnaire.items().filter(may_move).filter(|question| scores.items[*question].is_some());
    let ladders: Vec<Ladder> = answered.filter_map(|question| ladder(interview, question)).collect();
    among(questionnaire, scores, goal, &ladders)
}

/// Finds the cheapest way among given ladders.
pub(super) fn among(questionnaire: &Questionnaire, scores: &Scores, goal: Goal, ladders: &[Ladder]) -> Outcome {
    let (target, now) = match goal {
        Goal::Index(target) => (target, scores.index.as_ref().map(|index| index.headline)),
        Goal::Area(area, target) => (target, scores.areas[area].shown()),
    };
    let Some(now) = now else { return Outcome::NoScore };
    if now >= target - TOLERANCE {
        return Outcome::Reached;
    }
    let top = |ladder: &Ladder| Some((ladder.question, ladder.rungs.last()?.score));
    let highest = score_after(questionnaire, scores, goal, &ladders.iter().filter_map(top).collect::<Vec<_>>());
    if highest < target - TOLERANCE {
        return Outcome::OutOfReach(highest);
    }
    let mut most = FIRST_LIMIT;
    loop {
        let tables = tables(questionnaire, scores, goal, ladders, most);
        let combined = Combined::of(questionnaire, goal, &tables, most);
        if let Some(effort) = combined.cheapest(target - TOLERANCE) {
            let chosen = combined.choices(&tables, effort);
            return Outcome::Path(path(questionnaire, scores, goal, effort, ladders, &chosen));
        }
        if combined.is_whole() {
            return Outcome::OutOfReach(combined.best());
        }
        most *= 2;
    }
}

/// A table for every area that counts towards the goal.
fn tables<'a>(
    questionnaire: &Questionnaire,
    scores: &Scores,
    goal: Goal,
    ladders: &'a [Ladder],
    most: usize,
) -> Vec<AreaTable<'a>> {
    let counts = |area: AreaIx| match goal {
        Goal::Index(_) => true,
        Goal::Area(wanted, _) => wanted == area,
    };
    let areas = scores.areas.enumerate().filter(|(area, score)| counts(*area) && score.shown().is_some());
    areas.filter_map(|(area, _)| AreaTable::of(questionnaire, scores, area, ladders, most)).collect()
}

/// Orders the chosen changes by what each does on its own for its effort, and says how far they lead.
fn path(
    questionnaire: &Questionnaire,
    scores: &Scores,
    goal: Goal,
    effort: usize,
    ladders: &[Ladder],
    chosen: &[(QuestionIx, usize)],
) -> Path {
    let after = |changes: &[(QuestionIx, f64)]| score_after(questionnaire, scores, goal, changes);
    let now = after(&[]);
    let mut steps: Vec<PathStep> = chosen
        .iter()
        .filter_map(|(question, rungs)| {
            let ladder = ladders.iter().find(|ladder| ladder.question == *question)?;
            let rung = ladder.rungs.get(rungs.checked_sub(1)?)?;
            Some(PathStep {
                question: *question,
                from: ladder.from,
                to: rung.score,
                value: rung.value.clone(),
                rungs: *rungs,
                effort: rungs * ladder.effort,
                score: after(&[(*question, rung.score)]),
            })
        })
        .collect();
    let reward = |step: &PathStep| (step.score - now) / step.effort as f64;
    steps.sort_by(|one, other| reward(other).total_cmp(&reward(one)));
    let mut done = Vec::with_capacity(steps.len());
    for step in &mut steps {
        done.push((step.question, step.to));
        step.score = after(&done);
    }
    Path { effort, score: after(&done), steps }
}

/// The index, or the area's score, once items have other scores.
fn score_after(questionnaire: &Questionnaire, scores: &Scores, goal: Goal, changes: &[(QuestionIx, f64)]) -> f64 {
    let effect = score::effect(questionnaire, scores, changes);
    match goal {
        Goal::Index(_) => {
            let now = scores.index.as_ref().map_or(0.0, |index| index.headline);
            now + effect.gain.unwrap_or_default()
        }
        Goal::Area(area, _) => {
            let moved = effect.areas.iter().find(|moved| moved.area == area).map(|moved| moved.to);
            moved.or(scores.areas[area].score).unwrap_or_default()
        }
    }
}
