//! How far two respondents of one enterprise agree.

use crate::engine::id::QuestionIx;
use crate::engine::interview::Interview;
use crate::engine::score::{TOLERANCE, mean, sum};

/// Levels from which two answers are listed as far apart.
pub const FAR_APART: f64 = 2.0;

/// What an item score of one level is.
const LEVEL: f64 = 25.0;

/// Two answers to one item, in levels of 0..4.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The item.
    pub question: QuestionIx,
    /// What the first said.
    pub one: f64,
    /// What the second said.
    pub other: f64,
}

/// An item on which two respondents are far apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The item with both answers.
    pub pair: Pair,
    /// The second minus the first, in levels.
    pub levels: f64,
}

/// How far two respondents agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// The number of items that both answered.
    pub items: usize,
    /// Weighted kappa; `None` when all answers of both are the same one.
    pub kappa: Option<f64>,
    /// The share of items with the same answer.
    pub same: Option<f64>,
    /// The mean of the second minus the first, in levels: who of them sees it brighter.
    pub lean: Option<f64>,
    /// Items that differ by two levels or more, the furthest apart first, then in file order.
    pub far_apart: Vec<Difference>,
}

/// Compares two respondents over the items that both answered.
pub fn agreement(pairs: &[Pair]) -> Agreement {
    let levels = |pair: &Pair| pair.other - pair.one;
    let mut far_apart: Vec<Difference> = pairs
        .iter()
        .filter(|pair| levels(pair).abs() >= FAR_APART - TOLERANCE)
        .map(|pair| Difference { pair: *pair, levels: levels(pair) })
        .collect();
    far_apart.sort_by(|one, other| {
        other.levels.abs().total_cmp(&one.levels.abs()).then(one.pair.question.cmp(&other.pair.question))
    });
    Agreement {
        items: pairs.len(),
        kappa: kappa(&pairs.iter().map(|pair| (pair.one, pair.other)).collect::<Vec<_>>()),
        same: mean(pairs.iter().map(|pair| f64::from(u8::from(levels(pair).abs() <= TOLERANCE)))),
        lean: mean(pairs.iter().map(levels)),
        far_apart,
    }
}

/// The items that two interviews with the same questionnaire both answered. A level is a quarter of the scale,
/// whatever the kind of the item.
pub fn pairs(one: &Interview, other: &Interview) -> Vec<Pair> {
    let questions = one.questionnaire().questions.indices();
    let states = one.item_states();
    let others = other.item_states();
    let scores = states.iter().zip(others.iter()).map(|(one, other)| Some(((*one)?.score()?, (*other)?.score()?)));
    let pairs = questions.zip(scores).filter_map(|(question, scores)| Some((question, scores?)));
    pairs.map(|(question, (one, other))| Pair { question, one: one / LEVEL, other: other / LEVEL }).collect()
}

/// Kappa with quadratic weights (Cohen 1968), `1 − Σ(x−y)²/n / (ΣΣ(x_i−y_j)²/n²)`: 1 for the same answers, 0 for
/// what chance would give. The expected disagreement of all pairs is `var_x + var_y + (x̄−ȳ)²`, variances of
/// populations. `None` of nothing, or when no disagreement is possible.
pub fn kappa(pairs: &[(f64, f64)]) -> Option<f64> {
    let (x, y) = (mean(pairs.iter().map(|pair| pair.0))?, mean(pairs.iter().map(|pair| pair.1))?);
    let n = pairs.len() as f64;
    let observed = sum(pairs.iter().map(|(one, other)| (one - other).powi(2))) / n;
    let spread = sum(pairs.iter().map(|(one, other)| (one - x).powi(2) + (other - y).powi(2))) / n;
    let expected = spread + (x - y).powi(2);
    (expected > TOLERANCE).then(|| 1.0 - observed / expected)
}
