//! From answers and scores to ordered recommendations: rules, programmes, gain, priority.
//!
//! Knows nothing of particular recommendations: what fires, and what it lifts, is in the questionnaire.

use super::answer::Confidence;
use super::expr::{self, Expr};
use super::id::{Arena, QuestionIx, RecommendationIx};
use super::interview::Interview;
use super::questionnaire::{Questionnaire, Recommendation, Trigger};
use super::score::{self, AreaMove, Scores, TOLERANCE, mean};

mod order;
mod reading;
#[cfg(test)]
pub(crate) mod tests;

use reading::Reading;

/// A recommendation that fired.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Which.
    pub recommendation: RecommendationIx,
    /// What one step more on its items adds to the index; `None` without an index.
    pub gain: Option<f64>,
    /// What that step does to the areas it touches.
    pub areas: Vec<AreaMove>,
    /// How sure the answers behind it are: the mean over `because` of 1, 0.9 or 0.75.
    pub confidence: f64,
    /// `gain × confidence / effort`: the order of the list.
    pub priority: f64,
    /// The answered items that made it fire, lowest first; of an expression the answers it reads.
    pub because: Vec<QuestionIx>,
    /// Recommendations that fired and that this programme takes the place of.
    pub replaces: Vec<RecommendationIx>,
}

impl Trigger {
    /// The condition, if there is one.
    pub const fn condition(&self) -> Option<&Expr> {
        match self {
            Self::When(when) => Some(when),
            Self::LowItem { and, .. } | Self::LowGroup { and, .. } => and.as_ref(),
        }
    }
}

/// Finds what to do, highest priority first, then in file order; a prerequisite that fired as well
/// stands before what needs it. `steps` holds the score of each item one step up.
pub fn advise(interview: &Interview, scores: &Scores, steps: &Arena<QuestionIx, Option<f64>>) -> Vec<Advice> {
    let advisor = Advisor { interview, questionnaire: interview.questionnaire(), scores, steps };
    let fired: Vec<Advice> =
        advisor.questionnaire.recommendations.indices().filter_map(|ix| advisor.advice(ix)).collect();
    order::ordered(advisor.questionnaire, replaced(advisor.questionnaire, fired))
}

/// Whether a condition of advice holds: it reads answers, their status, and scores that may be shown.
pub fn condition_holds(interview: &Interview, scores: &Scores, when: &Expr) -> bool {
    expr::holds(when, &Reading::new(interview, scores))
}

struct Advisor<'a> {
    interview: &'a Interview,
    questionnaire: &'a Questionnaire,
    scores: &'a Scores,
    steps: &'a Arena<QuestionIx, Option<f64>>,
}

impl Advisor<'_> {
    /// The advice of one recommendation, if it fires.
    fn advice(&self, ix: RecommendationIx) -> Option<Advice> {
        let recommendation = &self.questionnaire.recommendations[ix];
        let because = self.because(recommendation)?;
        let changes: Vec<(QuestionIx, f64)> =
            recommendation.items.iter().filter_map(|item| Some((*item, self.steps[*item]?))).collect();
        let effect = score::effect(self.questionnaire, self.scores, &changes);
        let confidence = self.confidence(&because);
        let effort = f64::from(recommendation.effort.max(1));
        Some(Advice {
            recommendation: ix,
            priority: effect.gain.unwrap_or_default() * confidence / effort,
            gain: effect.gain,
            areas: effect.areas,
            confidence,
            because,
            replaces: Vec::new(),
        })
    }

    /// The answers that make a recommendation fire, lowest first; `None` if it does not.
    fn because(&self, recommendation: &Recommendation) -> Option<Vec<QuestionIx>> {
        let answered = self.answered(&recommendation.items);
        let below = |limit: f64| answered.iter().filter(|(_, score)| *score <= limit).map(|(ix, _)| *ix).collect();
        match &recommendation.trigger {
            Trigger::When(when) => self.holds(when).then(|| self.read(when, &answered)),
            Trigger::LowItem { threshold, and } => {
                let low: Vec<QuestionIx> = below(threshold + TOLERANCE);
                (!low.is_empty() && self.all_hold(and.as_ref())).then_some(low)
            }
            Trigger::LowGroup { threshold, min_answered, and } => {
                let mean = mean(answered.iter().map(|(_, score)| *score))?;
                let enough = answered.len() >= usize::from(*min_answered);
                let low = mean < threshold - TOLERANCE;
                (enough && low && self.all_hold(and.as_ref())).then(|| below(*threshold))
            }
        }
    }

    /// The answered items among `items` with their scores, lowest first, then in the given order.
    fn answered(&self, items: &[QuestionIx]) -> Vec<(QuestionIx, f64)> {
        let score = |ix: &QuestionIx| Some((*ix, self.scores.items[*ix]?.score()?));
        let mut answered: Vec<_> = items.iter().filter_map(score).collect();
        answered.sort_by(|one, other| one.1.total_cmp(&other.1));
        answered
    }

    /// The answers that an expression reads; if it reads scores only, the items themselves.
    fn read(&self, when: &Expr, answered: &[(QuestionIx, f64)]) -> Vec<QuestionIx> {
        let has_value = |ix: &QuestionIx| self.interview.effective_value(*ix).is_some();
        let read: Vec<QuestionIx> = when.questions().iter().copied().filter(has_value).collect();
        if read.is_empty() { answered.iter().map(|(ix, _)| *ix).collect() } else { read }
    }

    fn holds(&self, when: &Expr) -> bool {
        condition_holds(self.interview, self.scores, when)
    }

    fn all_hold(&self, and: Option<&Expr>) -> bool {
        and.is_none_or(|when| self.holds(when))
    }

    /// The mean confidence of answers; where none was noted, and where the answer was given by rule, it
    /// is taken as sure.
    fn confidence(&self, because: &[QuestionIx]) -> f64 {
        let noted = |ix: QuestionIx| self.interview.answer(ix).confidence.filter(|_| self.interview.is_asked(ix));
        let factor = |ix: &QuestionIx| match noted(*ix) {
            Some(Confidence::High) | None => 1.0,
            Some(Confidence::Medium) => 0.9,
            Some(Confidence::Low) => 0.75,
        };
        mean(because.iter().map(factor)).unwrap_or(1.0)
    }
}

/// Takes out the recommendations whose items all belong to a programme that fired, and notes them there.
fn replaced(questionnaire: &Questionnaire, fired: Vec<Advice>) -> Vec<Advice> {
    let covered = |programme: &Recommendation, other: &Recommendation| {
        is_programme(programme)
            && !is_programme(other)
            && !other.items.is_empty()
            && other.items.iter().all(|item| programme.items.contains(item))
    };
    let of = |advice: &Advice| &questionnaire.recommendations[advice.recommendation];
    let taken_by = |programme: &Advice| -> Vec<RecommendationIx> {
        fired.iter().filter(|other| covered(of(programme), of(other))).map(|other| other.recommendation).collect()
    };
    let taken: Vec<Vec<RecommendationIx>> = fired.iter().map(taken_by).collect();
    let gone: Vec<RecommendationIx> = taken.iter().flatten().copied().collect();
    let noted = fired.into_iter().zip(taken).map(|(advice, replaces)| Advice { replaces, ..advice });
    noted.filter(|advice| !gone.contains(&advice.recommendation)).collect()
}

const fn is_programme(recommendation: &Recommendation) -> bool {
    matches!(recommendation.trigger, Trigger::LowGroup { .. })
}
