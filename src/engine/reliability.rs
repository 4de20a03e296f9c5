//! Whether the items of an instrument hang together, seen over many assessments. Consistency, not validity.
//!
//! Alpha says nothing of lists whose items need not go together (`formative`): they stay out of it. Incomplete
//! assessments are left out of it as a whole (listwise). Knows nothing of where the assessments are stored.

use super::answer::Response;
use super::id::QuestionIx;
use super::interview::Interview;
use super::questionnaire::Questionnaire;
use super::score::{ItemState, TOLERANCE, mean, sum};
use super::statistics::{correlation, variance};

mod agreement;
mod alpha;
mod influence;
mod omega;
#[cfg(test)]
mod tests;

pub use agreement::{Agreement, Difference, FAR_APART, Pair, agreement, kappa, pairs};
pub use alpha::{Alpha, CONFIDENCE, alpha, feldt, standardised};
pub use influence::{Influence, influence};
pub use omega::omega;

/// The fewest complete assessments.
pub const FEWEST_COMPLETE: usize = 30;

/// The fewest items.
pub const FEWEST_ITEMS: usize = 3;

/// The fewest complete assessments for a factor.
pub const FEWEST_FOR_OMEGA: usize = 100;

/// An item goes weakly with the rest below this correlation.
pub const WEAK: f64 = 0.2;

/// What one assessment says of one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A score, 0..100.
    Score(f64),
    /// Nothing.
    Open,
    /// "I do not know."
    DontKnow,
    /// "I prefer not to answer."
    Refused,
    /// "This does not apply to us."
    NotApplicable,
    /// Not asked, by routing.
    NotAsked,
}

/// One item over all assessments.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The item.
    pub question: QuestionIx,
    /// One of a list whose items need not go together.
    pub formative: bool,
    /// One per assessment, in the same order in all columns.
    pub cells: Vec<Cell>,
    /// How long it was on the screen, in milliseconds, where noted.
    pub shown_ms: Vec<f64>,
}

/// What an interview says of each item, in file order.
pub fn cells(interview: &Interview) -> Vec<Cell> {
    let states = interview.item_states();
    interview.questionnaire().items().map(|question| Cell::of(interview, question, states[question])).collect()
}

/// The items of a questionnaire over assessments with it, in file order, from the cells of each; times are left for
/// the caller to add.
pub fn columns<C: AsRef<[Cell]>>(questionnaire: &Questionnaire, assessments: &[C]) -> Vec<Column> {
    let column = |(at, question): (usize, QuestionIx)| {
        let item = questionnaire.questions[question].item.as_ref()?;
        let cells = assessments.iter().map(|cells| cells.as_ref().get(at).copied().unwrap_or(Cell::NotAsked)).collect();
        Some(Column { question, formative: item.formative, cells, shown_ms: Vec::new() })
    };
    questionnaire.items().enumerate().filter_map(column).collect()
}

impl Cell {
    /// What an interview says of an item in this state. An answer by rule is a score like any other.
    fn of(interview: &Interview, question: QuestionIx, state: Option<ItemState>) -> Self {
        let said = &interview.answer(question).response;
        match (state, said) {
            (Some(ItemState::Scored(score)), _) => Self::Score(score),
            (Some(ItemState::Missing), Some(Response::DontKnow)) => Self::DontKnow,
            (Some(ItemState::Missing), Some(Response::Refused)) => Self::Refused,
            (Some(ItemState::Missing), _) => Self::Open,
            (Some(ItemState::Excluded), Some(Response::NotApplicable { .. })) if interview.is_asked(question) => {
                Self::NotApplicable
            }
            (Some(ItemState::Excluded) | None, _) => Self::NotAsked,
        }
    }
}

/// How incomplete assessments are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// An assessment counts if every item that belongs to the scale has a score.
    Listwise,
}

/// What is said of a set of items, usually those of an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// How incomplete assessments were treated.
    pub policy: Policy,
    /// The number of assessments.
    pub assessments: usize,
    /// Those of them that are complete.
    pub complete: usize,
    /// The number of items of the scale: all but the formative ones.
    pub scale: usize,
    /// Alpha and what belongs to it, or why there is none.
    pub consistency: Result<Consistency, NoConsistency>,
    /// One per item, in their order.
    pub items: Vec<ItemReport>,
}

/// Why nothing is said of consistency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoConsistency {
    /// Fewer than 3 items that are not formative.
    FewItems,
    /// Fewer than 30 complete assessments.
    FewAssessments,
    /// The answers do not vary.
    NoVariance,
}

/// How the items go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Consistency {
    /// Cronbach's alpha of the scores, with its interval.
    pub raw: Alpha,
    /// The same of standardised scores; `None` where an item does not vary.
    pub standardised: Option<f64>,
    /// One-factor omega; `None` below 100 complete assessments, or when no proper factor is found.
    pub omega: Option<f64>,
    /// What the interval of alpha says against the habit of 0.7, which is no test.
    pub verdict: Verdict,
}

/// Alpha against 0.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval is at least 0.7.
    Consistent,
    /// The interval lies on both sides.
    Unclear,
    /// The whole interval is below.
    Inconsistent,
}

impl Verdict {
    /// The habit.
    pub const HABIT: f64 = 0.7;

    fn of(alpha: Alpha) -> Self {
        match (alpha.low >= Self::HABIT, alpha.high < Self::HABIT) {
            (true, _) => Self::Consistent,
            (_, true) => Self::Inconsistent,
            _ => Self::Unclear,
        }
    }
}

/// What is said of one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemReport {
    /// The item.
    pub question: QuestionIx,
    /// One of a list whose items need not go together: no flag is set.
    pub formative: bool,
    /// Its correlation with the sum of the other items of the scale, over the complete assessments.
    pub item_rest: Option<f64>,
    /// What is odd about that.
    pub flag: Option<Flag>,
    /// Alpha of the scale without it; `None` for one that is not of the scale, or leaves too few.
    pub alpha_without: Option<f64>,
    /// The number of scores.
    pub scored: usize,
    /// The share of scores that are 0.
    pub floor: Option<f64>,
    /// The share of scores that are 100.
    pub ceiling: Option<f64>,
    /// "I do not know" among those to whom it applies.
    pub dont_know: Option<f64>,
    /// "Does not apply" among those who were asked.
    pub not_applicable: Option<f64>,
    /// The median time on the screen, in milliseconds.
    pub median_ms: Option<f64>,
}

/// What is odd about an item's correlation with the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Below 0.2.
    Weak,
    /// Below 0: it runs against the others.
    Negative,
}

/// Reports on items over assessments. A cell that is absent is open.
pub fn reliability(columns: &[Column]) -> Reliability {
    let assessments = columns.iter().map(|column| column.cells.len()).max().unwrap_or_default();
    let scale: Vec<&Column> = columns.iter().filter(|column| !column.formative).collect();
    let complete: Vec<usize> =
        (0..assessments).filter(|row| scale.iter().all(|column| score(column, *row).is_some())).collect();
    let complete = if scale.is_empty() { Vec::new() } else { complete };
    let scores: Vec<Vec<f64>> =
        scale.iter().map(|column| complete.iter().filter_map(|row| score(column, *row)).collect()).collect();
    let enough = scale.len() >= FEWEST_ITEMS && complete.len() >= FEWEST_COMPLETE;
    let mut place = 0;
    let items = columns.iter().map(|column| {
        let own = (!column.formative).then_some(place);
        place += usize::from(!column.formative);
        let report = counted(column);
        if enough { related(report, column, own, &scores, &complete) } else { report }
    });
    let items = items.collect();
    Reliability {
        policy: Policy::Listwise,
        assessments,
        complete: complete.len(),
        scale: scale.len(),
        consistency: consistency(&scores, complete.len()),
        items,
    }
}

fn score(column: &Column, row: usize) -> Option<f64> {
    match column.cells.get(row) {
        Some(Cell::Score(score)) if score.is_finite() => Some(*score),
        _ => None,
    }
}

fn consistency(scores: &[Vec<f64>], complete: usize) -> Result<Consistency, NoConsistency> {
    if scores.len() < FEWEST_ITEMS {
        return Err(NoConsistency::FewItems);
    }
    if complete < FEWEST_COMPLETE {
        return Err(NoConsistency::FewAssessments);
    }
    let raw = alpha(scores).and_then(|value| feldt(value, complete, scores.len(), CONFIDENCE));
    let raw = raw.ok_or(NoConsistency::NoVariance)?;
    let factor = (complete >= FEWEST_FOR_OMEGA).then(|| omega(scores)).flatten();
    Ok(Consistency { raw, standardised: standardised(scores), omega: factor, verdict: Verdict::of(raw) })
}

/// What needs the item alone.
fn counted(column: &Column) -> ItemReport {
    let count = |test: fn(&Cell) -> bool| column.cells.iter().filter(|cell| test(cell)).count();
    let share = |part: usize, whole: usize| (whole > 0).then(|| part as f64 / whole as f64);
    let scored = count(|cell| matches!(cell, Cell::Score(_)));
    let not_applicable = count(|cell| matches!(cell, Cell::NotApplicable));
    let asked = count(|cell| !matches!(cell, Cell::NotAsked));
    let mut times = column.shown_ms.clone();
    times.sort_unstable_by(f64::total_cmp);
    ItemReport {
        question: column.question,
        formative: column.formative,
        item_rest: None,
        flag: None,
        alpha_without: None,
        scored,
        floor: share(count(|cell| matches!(cell, Cell::Score(score) if *score <= TOLERANCE)), scored),
        ceiling: share(count(|cell| matches!(cell, Cell::Score(score) if *score >= 100.0 - TOLERANCE)), scored),
        dont_know: share(count(|cell| matches!(cell, Cell::DontKnow)), asked - not_applicable),
        not_applicable: share(not_applicable, asked),
        median_ms: super::statistics::quantile(&times, 0.5),
    }
}

/// What needs the other items of the scale.
fn related(
    report: ItemReport,
    column: &Column,
    own: Option<usize>,
    scores: &[Vec<f64>],
    complete: &[usize],
) -> ItemReport {
    let others: Vec<Vec<f64>> =
        scores.iter().enumerate().filter(|(place, _)| Some(*place) != own).map(|(_, row)| row.clone()).collect();
    let rest = totals(&others);
    let pairs: Vec<(f64, f64)> =
        complete.iter().zip(rest).filter_map(|(row, rest)| Some((score(column, *row)?, rest))).collect();
    // A formative item may be open in an assessment whose scale is complete.
    let item_rest = correlation(&pairs).filter(|_| pairs.len() >= FEWEST_COMPLETE);
    let flag = item_rest.filter(|_| own.is_some()).and_then(|r| match r {
        ..0.0 => Some(Flag::Negative),
        ..WEAK => Some(Flag::Weak),
        _ => None,
    });
    let alpha_without = own.and_then(|_| alpha(&others));
    ItemReport { item_rest, flag, alpha_without, ..report }
}

/// The sum of the items of each assessment.
fn totals(scores: &[Vec<f64>]) -> Vec<f64> {
    let rows = scores.iter().map(Vec::len).min().unwrap_or_default();
    (0..rows).map(|row| sum(scores.iter().filter_map(|item| item.get(row).copied()))).collect()
}

/// The matrix of correlations; `None` where an item does not vary.
fn correlations(scores: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let pair =
        |one: &[f64], other: &[f64]| correlation(&one.iter().copied().zip(other.iter().copied()).collect::<Vec<_>>());
    scores.iter().map(|one| scores.iter().map(|other| pair(one, other)).collect()).collect()
}

/// Sums of squares need more than rounding behind them.
fn varies(scores: &[f64]) -> Option<f64> {
    let scale = mean(scores.iter().map(|score| score.abs()))?.max(1.0);
    variance(scores).filter(|variance| *variance > TOLERANCE * TOLERANCE * scale * scale)
}
