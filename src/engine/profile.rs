//! Everything a screen or a report shows of one assessment, computed once from an interview.
//!
//! Knows nothing of languages but to fill answers into texts, and nothing of screens.

use super::advice::{self, Advice, advise};
use super::answer::shown;
use super::id::{AreaIx, Arena, QuestionIx, StrengthIx};
use super::interview::{Interview, Progress};
use super::questionnaire::{Item, Locus, Question, Questionnaire, Strength, StrengthOf};
use super::score::{self, ItemState, LEVELS, Publication, Rating, Scores, TOLERANCE};
use super::text::Lang;

pub use super::score::Lever;

#[cfg(test)]
mod tests;

/// The diagnostic profile of one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// All scores.
    pub scores: Scores,
    /// How far the interview is.
    pub progress: Progress,
    /// What each feasible step adds to the index, largest first. Empty without an index.
    pub levers: Vec<Lever>,
    /// Items at level 3 or more (score of at least 75), best first, at most three; with coverage.
    pub strengths: Vec<QuestionIx>,
    /// What high areas and items allow next, in the order of the file.
    pub prospects: Vec<StrengthIx>,
    /// The items with the largest levers, at most five.
    pub bottlenecks: Vec<Lever>,
    /// What to do, most rewarding first. A first page shows no more than [`FIRST_PAGE`].
    pub advice: Vec<Advice>,
    /// Areas whose band and staged level differ by two or more.
    pub uneven: Vec<Uneven>,
}

/// The most actions that a first page shows.
pub const FIRST_PAGE: usize = 7;

/// The most strengths that are named.
const STRENGTHS: usize = 3;

/// The score from which an item is a strength: level 3 of 4.
const STRONG: f64 = 75.0;

/// The most bottlenecks that are named.
const BOTTLENECKS: usize = 5;

/// The difference between band and staged level that calls for an explanation.
const UNEVEN: usize = 2;

/// An area with good and missing practices side by side, and what makes it so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uneven {
    /// The area.
    pub area: AreaIx,
    /// The position of its band.
    pub band: usize,
    /// Its staged level.
    pub staged: u8,
    /// The number of answered items.
    pub answered: usize,
    /// The number of answered items at level 4 (score of 100).
    pub at_top: usize,
    /// The number of answered items below level 1 (score under 25).
    pub at_zero: usize,
    /// The level that is not fully reached and so stops the staged level, 1..=4.
    pub stopped_by: u8,
    /// The weighted share of answered items that reach that level; more than 0.85 would be needed.
    pub reached: f64,
}

/// What one item does to its area's score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The item.
    pub question: QuestionIx,
    /// Its weight within the area.
    pub weight: f64,
    /// What it contributes with.
    pub state: ItemState,
    /// The points of the area's score that come from it: `w·s / Σ w` over answered items.
    pub points: Option<f64>,
    /// The points it would bring at most: `100·w / Σ w` over answered items.
    pub possible: Option<f64>,
    /// What one step more adds to the index.
    pub gain: Option<f64>,
}

/// Computes the profile of an interview as it stands.
pub fn profile(interview: &Interview) -> Profile {
    let questionnaire = interview.questionnaire();
    let scores = score::score(questionnaire, interview.item_states());
    let steps = steps(interview);
    let levers = score::levers(questionnaire, &scores, &steps);
    Profile {
        progress: interview.progress(),
        strengths: strengths(questionnaire, &scores),
        prospects: prospects(interview, &scores),
        bottlenecks: levers.iter().filter(|lever| lever.gain > TOLERANCE).take(BOTTLENECKS).copied().collect(),
        advice: advise(interview, &scores, &steps),
        uneven: uneven(questionnaire, &scores),
        levers,
        scores,
    }
}

/// The score of each item one step above its answer; `None` at the top or without an answer.
pub(super) fn steps(interview: &Interview) -> Arena<QuestionIx, Option<f64>> {
    let questionnaire = interview.questionnaire();
    let step = |(ix, question): (QuestionIx, &Question)| {
        score::one_step_up(question, question.item.as_ref()?, interview.effective_value(ix)?)
    };
    questionnaire.questions.enumerate().map(step).collect()
}

/// Strong items of areas that have a score: highest first, what the enterprise itself does before what
/// surrounds it, heavier before lighter.
fn strengths(questionnaire: &Questionnaire, scores: &Scores) -> Vec<QuestionIx> {
    let covered = |area: AreaIx| scores.areas[area].publication != Publication::Suppressed;
    let mut strong: Vec<_> = score::states(questionnaire, &scores.items)
        .filter_map(|(ix, item, state)| Some((ix, item, state.score()?)))
        .filter(|(_, item, score)| *score + TOLERANCE >= STRONG && covered(item.area))
        .collect();
    strong.sort_by(|(_, one, high), (_, other, low)| {
        let own = |locus| locus == Locus::Environment;
        low.total_cmp(high).then(own(one.locus).cmp(&own(other.locus))).then(other.weight.total_cmp(&one.weight))
    });
    strong.into_iter().take(STRENGTHS).map(|(ix, ..)| ix).collect()
}

/// The strengths whose area, or each of whose items, scores enough, and whose condition holds.
fn prospects(interview: &Interview, scores: &Scores) -> Vec<StrengthIx> {
    let item = |ix: &QuestionIx| scores.items[*ix].and_then(ItemState::score);
    let is_strong = |strength: &Strength| {
        let enough = |score: Option<f64>| score.is_some_and(|score| score + TOLERANCE >= strength.from);
        match &strength.of {
            StrengthOf::Area(area) => enough(scores.areas[*area].shown()),
            StrengthOf::Items(items) => !items.is_empty() && items.iter().all(|ix| enough(item(ix))),
        }
    };
    let holds = |strength: &Strength| {
        strength.when.as_ref().is_none_or(|when| advice::condition_holds(interview, scores, when))
    };
    let strengths = interview.questionnaire().strengths.enumerate();
    strengths.filter(|(_, strength)| is_strong(strength) && holds(strength)).map(|(ix, _)| ix).collect()
}

/// The areas whose two readings differ. They can be compared only where there is a band for each level.
fn uneven(questionnaire: &Questionnaire, scores: &Scores) -> Vec<Uneven> {
    if questionnaire.bands.len() != LEVELS + 1 {
        return Vec::new();
    }
    let uneven = |(area, score): (AreaIx, &score::AreaScore)| {
        let (band, staged) = (score.band?, score.staged?);
        if band.abs_diff(usize::from(staged)) < UNEVEN {
            return None;
        }
        let of_area = score::states(questionnaire, &scores.items).filter(|(_, item, _)| item.area == area);
        let answered: Vec<f64> = of_area.filter_map(|(_, _, state)| state.score()).collect();
        let stop = score.reached.iter().position(|share| Rating::of(&questionnaire.method, *share) != Rating::Fully);
        let (stopped_by, reached) = stop.and_then(|at| Some((at as u8 + 1, *score.reached.get(at)?)))?;
        Some(Uneven {
            area,
            band,
            staged,
            answered: answered.len(),
            at_top: answered.iter().filter(|score| **score + TOLERANCE >= 100.0).count(),
            at_zero: answered.iter().filter(|score| **score + TOLERANCE < 25.0).count(),
            stopped_by,
            reached,
        })
    };
    scores.areas.enumerate().filter_map(uneven).collect()
}

/// Explains an area's score item by item, in file order. The points add up to the score.
pub fn explain(questionnaire: &Questionnaire, profile: &Profile, area: AreaIx) -> Vec<Contribution> {
    let items: Vec<_> =
        score::states(questionnaire, &profile.scores.items).filter(|(_, item, _)| item.area == area).collect();
    let answered =
        score::sum(items.iter().filter(|(.., state)| state.score().is_some()).map(|(_, item, _)| item.weight));
    let share = |weight: f64| if answered > 0.0 { weight / answered } else { 0.0 };
    let gain = |ix| profile.levers.iter().find(|lever| lever.question == ix).map(|lever| lever.gain);
    let contribution = |(question, item, state): (QuestionIx, &Item, ItemState)| Contribution {
        question,
        weight: item.weight,
        state,
        points: state.score().map(|score| share(item.weight) * score),
        possible: state.score().map(|_| share(item.weight) * 100.0),
        gain: gain(question),
    };
    items.into_iter().map(contribution).collect()
}

/// What stands for an answer that was not given.
const NO_ANSWER: &str = "—";

/// Fills the answers into a text of a recommendation: `{INF5}` becomes the answer as a person reads it,
/// or a dash if there is none. Braces around anything but a question stay as they are.
pub fn fill(text: &str, interview: &Interview, lang: Lang, number: impl Fn(f64) -> String) -> String {
    let questionnaire = interview.questionnaire();
    let answer =
        |name: &str| {
            let ix = questionnaire.find(name)?;
            let said = interview.effective_value(ix);
            Some(said.map_or_else(
                || NO_ANSWER.to_owned(),
                |value| shown(&questionnaire.questions[ix], value, lang, &number),
            ))
        };
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(name, behind)| Some((answer(name)?, behind)));
        if let Some((said, behind)) = found {
            filled.push_str(&said);
            rest = behind;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled + rest
}
