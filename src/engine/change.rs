//! What changed between two assessments of an enterprise, and whether it is more than noise.
//!
//! Only items that both assessments answered, scored in the same way, are compared, with the weights of the later
//! questionnaire. Doubts about the method are the same draws on both sides and cancel out; the errors of answers
//! are drawn anew, since every interview errs in its own way.

use super::id::{AreaIx, Arena, QuestionId, QuestionIx};
use super::interview::Interview;
use super::questionnaire::{Choices, Question, Questionnaire, Scoring};
use super::score::{ItemState, TOLERANCE, sum};
use super::statistics::Spread;
use super::uncertainty::{Assessed, Draws, Evidence, Factor, Options, draws};

#[cfg(test)]
mod tests;

/// The difference between an earlier and a later assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The index; `None` when it cannot be formed from what both answered.
    pub index: Option<Difference>,
    /// One per area of the later questionnaire.
    pub areas: Arena<AreaIx, AreaChange>,
    /// Items that both answered and that differ, by what they do to their area, largest first.
    pub moved: Vec<ItemMove>,
    /// The number of items that are compared.
    pub compared: usize,
    /// Items of the later questionnaire's form that are not, in file order, and why.
    pub left_out: Vec<(QuestionIx, LeftOut)>,
    /// Items of the earlier questionnaire's form that the later one does not have.
    pub dropped: Vec<QuestionId>,
}

/// A number then and now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Then, from what is compared.
    pub base: f64,
    /// Now, from what is compared.
    pub now: f64,
    /// The simulated difference.
    pub spread: Spread,
}

impl Difference {
    /// Now minus then.
    pub fn change(&self) -> f64 {
        self.now - self.base
    }

    /// Whether the 90 % interval of the difference leaves out 0; otherwise it is within the noise.
    pub fn is_real(&self) -> bool {
        self.spread.low > TOLERANCE || self.spread.high < -TOLERANCE
    }

    /// The key of the word for it: a real gain, a real loss, or nothing that can be told from noise.
    pub fn verdict(&self) -> &'static str {
        match (self.is_real(), self.spread.high > 0.0) {
            (false, _) => "compare-noise",
            (true, true) => "compare-better",
            (true, false) => "compare-worse",
        }
    }
}

/// What changed in an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaChange {
    /// The share of the weight in the later form that is compared, 0..1.
    pub share: f64,
    /// The score; `None` when too little of what the questionnaires have in common was answered both times.
    pub difference: Option<Difference>,
}

/// An item that both answered, and differently.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemMove {
    /// The item in the later questionnaire.
    pub question: QuestionIx,
    /// Its score then.
    pub from: f64,
    /// Its score now.
    pub to: f64,
    /// The points of its area's change that come from it.
    pub points: f64,
}

/// Why an item is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeftOut {
    /// The earlier questionnaire, or its form, does not have it.
    New,
    /// It was scored in another way.
    ScoredOtherwise,
    /// It did not apply at one of the two times.
    NotApplicable,
    /// It was not answered at one of the two times.
    Unanswered,
}

impl LeftOut {
    /// The key of the reason.
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "compare-new",
            Self::ScoredOtherwise => "compare-scored-otherwise",
            Self::NotApplicable => "compare-not-applicable",
            Self::Unanswered => "compare-unanswered",
        }
    }
}

/// Compares two interviews.
pub fn change(base: &Interview, now: &Interview, options: &Options) -> Change {
    let (earlier, later) = (base.questionnaire(), now.questionnaire());
    between((earlier, &Assessed::of(base)), (later, &Assessed::of(now)), options)
}

/// Compares what is known of two assessments.
pub fn between(
    (earlier, base): (&Questionnaire, &Assessed),
    (later, now): (&Questionnaire, &Assessed),
    options: &Options,
) -> Change {
    let pairs = pair((earlier, base), (later, now));
    let side = |of: fn(&(Evidence, Evidence)) -> Evidence| {
        Assessed::new(later, pairs.map(|pair| Some(of(pair.as_ref().ok()?))))
    };
    let (then, now_common) = (side(|pair| pair.0), side(|pair| pair.1));
    // What is missing on either side says nothing about the change.
    let options = Options { factors: options.factors.without(Factor::Missing), ..*options };
    let (first, second) = (draws(later, &then, &options, 0), draws(later, &now_common, &options, 1));
    let reason = |pair: &Result<(Evidence, Evidence), LeftOut>| match pair {
        Ok((Evidence::Missing, _)) => Some(LeftOut::Unanswered),
        Ok(_) => None,
        Err(reason) => Some(*reason),
    };
    let left_out = pairs.enumerate().filter(|(ix, _)| now.evidence[*ix].is_some());
    let left_out = left_out.filter_map(|(ix, pair)| Some((ix, reason(pair)?)));
    Change {
        index: index_difference(&then, &now_common, &first, &second),
        areas: area_changes(later, now, &then, &now_common, (&first, &second)),
        moved: moved(later, &then, &now_common),
        compared: then.scores.items.iter().flatten().filter(|state| state.score().is_some()).count(),
        left_out: left_out.collect(),
        dropped: dropped(earlier, base, later),
    }
}

/// For each question of the later questionnaire the evidence of both times: known twice, or missing twice, so
/// that both sides have the same coverage. `Err` says why an item is not part of what they have in common.
fn pair(
    (earlier, base): (&Questionnaire, &Assessed),
    (later, now): (&Questionnaire, &Assessed),
) -> Arena<QuestionIx, Result<(Evidence, Evidence), LeftOut>> {
    let one = |(ix, question): (QuestionIx, &Question)| {
        let old_ix = earlier.find(question.id.as_str());
        let old = old_ix.and_then(|old| Some((&earlier.questions[old], base.evidence[old]?)));
        let (Some((old_question, old)), Some(new)) = (old, now.evidence[ix]) else { return Err(LeftOut::New) };
        if !scored_alike(old_question, question) {
            return Err(LeftOut::ScoredOtherwise);
        }
        match (old.state(), new.state()) {
            (ItemState::Excluded, _) | (_, ItemState::Excluded) => Err(LeftOut::NotApplicable),
            (ItemState::Missing, _) | (_, ItemState::Missing) => Ok((Evidence::Missing, Evidence::Missing)),
            _ => Ok((old, new)),
        }
    };
    later.questions.enumerate().map(one).collect()
}

/// Whether the same answer scores the same in both questionnaires.
pub(super) fn scored_alike(one: &Question, other: &Question) -> bool {
    let (Some(first), Some(second)) = (&one.item, &other.item) else { return false };
    let written = |choices: &Choices| -> Vec<(String, Option<u64>)> {
        let mut scores: Vec<_> =
            choices.list.iter().map(|choice| (choice.id.to_string(), choice.score.map(f64::to_bits))).collect();
        scores.sort();
        scores
    };
    first.scoring == second.scoring
        && match first.scoring {
            Scoring::Choice => one.kind.choices().map(written) == other.kind.choices().map(written),
            _ => true,
        }
}

fn index_difference(then: &Assessed, now: &Assessed, first: &Draws, second: &Draws) -> Option<Difference> {
    let headline = |assessed: &Assessed| assessed.scores.index.as_ref().map(|index| index.headline);
    difference(headline(then)?, headline(now)?, first.headline.as_deref()?, second.headline.as_deref()?)
}

fn difference(base: f64, now: f64, first: &[f64], second: &[f64]) -> Option<Difference> {
    let differences: Vec<f64> = second.iter().zip(first).map(|(now, base)| now - base).collect();
    Some(Difference { base, now, spread: Spread::of(&differences)? })
}

fn area_changes(
    later: &Questionnaire,
    now: &Assessed,
    then: &Assessed,
    now_common: &Assessed,
    (first, second): (&Draws, &Draws),
) -> Arena<AreaIx, AreaChange> {
    let change = |area: AreaIx| {
        let shown = |assessed: &Assessed| assessed.scores.areas[area].shown();
        let rows = first.areas[area].as_deref().zip(second.areas[area].as_deref());
        let difference = shown(then).zip(shown(now_common)).zip(rows);
        AreaChange {
            share: share(later, area, now, then),
            difference: difference
                .and_then(|((base, now), (first, second))| self::difference(base, now, first, second)),
        }
    };
    later.areas.indices().map(change).collect()
}

/// The weight that is compared, as a share of what applies now.
fn share(later: &Questionnaire, area: AreaIx, now: &Assessed, then: &Assessed) -> f64 {
    let weight = |counts: &dyn Fn(QuestionIx) -> bool| {
        let items = later.questions.enumerate().filter(|(ix, _)| counts(*ix));
        sum(items.filter_map(|(_, question)| Some(question.item.as_ref().filter(|item| item.area == area)?.weight)))
    };
    let applies = |ix: QuestionIx| now.scores.items[ix].is_some_and(|state| state != ItemState::Excluded);
    let compared = |ix: QuestionIx| then.scores.items[ix].and_then(ItemState::score).is_some();
    let whole = weight(&applies);
    if whole > 0.0 { (weight(&compared) / whole).min(1.0) } else { 0.0 }
}

fn moved(later: &Questionnaire, then: &Assessed, now: &Assessed) -> Vec<ItemMove> {
    let score = |assessed: &Assessed, ix: QuestionIx| assessed.scores.items[ix].and_then(ItemState::score);
    let total = |area: AreaIx| {
        let items = later.questions.enumerate().filter(|(ix, _)| score(then, *ix).is_some());
        sum(items.filter_map(|(_, question)| Some(question.item.as_ref().filter(|item| item.area == area)?.weight)))
    };
    let totals: Arena<AreaIx, f64> = later.areas.indices().map(total).collect();
    let mut moved: Vec<ItemMove> = later
        .questions
        .enumerate()
        .filter_map(|(question, asked)| {
            let (item, from, to) = (asked.item.as_ref()?, score(then, question)?, score(now, question)?);
            Some(ItemMove { question, from, to, points: item.weight * (to - from) / totals[item.area] })
        })
        .filter(|moved| (moved.to - moved.from).abs() > TOLERANCE)
        .collect();
    moved.sort_by(|one, other| other.points.abs().total_cmp(&one.points.abs()));
    moved
}

fn dropped(earlier: &Questionnaire, base: &Assessed, later: &Questionnaire) -> Vec<QuestionId> {
    let items = earlier.questions.enumerate().filter(|(ix, _)| base.evidence[*ix].is_some());
    let is_item = |id: &QuestionId| later.find(id.as_str()).is_some_and(|ix| later.questions[ix].item.is_some());
    items.map(|(_, question)| &question.id).filter(|id| !is_item(id)).cloned().collect()
}

/// How much of the way from the first score to the target has been gone: `(now − base)/(target − base)`, 1 at the
/// target, negative after a step back; `None` when the target was reached from the start.
pub fn progress(base: f64, now: f64, target: f64) -> Option<f64> {
    let whole = target - base;
    (whole > TOLERANCE).then(|| (now - base) / whole)
}

/// The score that a target level stands for: that from which an item reaches the level.
pub fn target_score(questionnaire: &Questionnaire, level: u8) -> f64 {
    let position = usize::from(level).checked_sub(1);
    position.and_then(|position| questionnaire.method.levels.get(position).copied()).unwrap_or_default()
}
