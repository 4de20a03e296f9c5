//! Which open item would narrow the interval of the index most, on the average over its possible answers.
//!
//! Here every area counts as far as anything in it applies, whatever is published: the aim is to know more. The
//! new answer is taken without doubt. All items are compared under the same draws.

use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::questionnaire::{Item, Question, Questionnaire, Scoring};
use crate::engine::statistics::Spread;
use crate::engine::uncertainty::{AreaRows, Assessed, Evidence, MethodBatch, Options, area_rows, means};

/// What answering one open item would do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextQuestion {
    /// The item.
    pub question: QuestionIx,
    /// The width of the 90 % interval of the index now.
    pub width: f64,
    /// The width to be expected once it is answered.
    pub expected: f64,
}

impl NextQuestion {
    /// By how much the interval is expected to narrow.
    pub fn narrowing(&self) -> f64 {
        self.width - self.expected
    }
}

/// Judges every missing item, the most telling first, then in file order. A few hundred draws are enough: all
/// items share them.
pub fn next_questions(questionnaire: &Questionnaire, assessed: &Assessed, options: &Options) -> Vec<NextQuestion> {
    let missing = questionnaire.items().filter(|ix| assessed.evidence[*ix] == Some(Evidence::Missing));
    judged(questionnaire, assessed, options, &missing.collect::<Vec<_>>())
}

/// Judges the missing items that weigh most in the index, `most` of them: all of them take too long in a long
/// questionnaire, since each is judged against every other of its area.
pub fn next_of_the_heaviest(
    questionnaire: &Questionnaire,
    assessed: &Assessed,
    options: &Options,
    most: usize,
) -> Vec<NextQuestion> {
    let mut totals = questionnaire.areas.map(|_| 0.0);
    let mut missing = Vec::new();
    for ix in questionnaire.items() {
        let Some(item) = &questionnaire.questions[ix].item else { continue };
        match assessed.evidence[ix] {
            None | Some(Evidence::Excluded) => continue,
            Some(Evidence::Missing) => missing.push((ix, item)),
            Some(_) => {}
        }
        totals[item.area] += item.weight;
    }
    let pull = |item: &Item| questionnaire.areas[item.area].weight * item.weight / totals[item.area];
    missing.sort_by(|(_, one), (_, other)| pull(other).total_cmp(&pull(one)));
    let mut heaviest: Vec<QuestionIx> = missing.into_iter().take(most).map(|(ix, _)| ix).collect();
    heaviest.sort_unstable();
    judged(questionnaire, assessed, options, &heaviest)
}

fn judged(
    questionnaire: &Questionnaire,
    assessed: &Assessed,
    options: &Options,
    among: &[QuestionIx],
) -> Vec<NextQuestion> {
    if among.is_empty() {
        return Vec::new();
    }
    let trial = Trial::new(questionnaire, assessed, options);
    let Some(width) = trial.width(None) else { return Vec::new() };
    let mut judged: Vec<NextQuestion> = among
        .iter()
        .filter_map(|ix| {
            let (ix, question) = (*ix, &questionnaire.questions[*ix]);
            let item = question.item.as_ref()?;
            let outcomes = outcomes(question, item);
            let widths = outcomes.iter().filter_map(|score| trial.width(Some((ix, item.area, *score))));
            let expected = widths.sum::<f64>() / outcomes.len() as f64;
            expected.is_finite().then_some(NextQuestion { question: ix, width, expected })
        })
        .collect();
    judged.sort_by(|one, other| other.narrowing().total_cmp(&one.narrowing()));
    judged
}

/// The scores an item may have, each equally likely.
fn outcomes(question: &Question, item: &Item) -> Vec<f64> {
    let steps = |top: usize| (0..=top).map(|step| 100.0 * step as f64 / top as f64).collect();
    match &item.scoring {
        Scoring::Level { top, .. } => steps(usize::from(*top)),
        Scoring::Count { cap } => steps(usize::from(*cap)),
        Scoring::Goalposts { .. } => steps(4),
        Scoring::Choice => {
            let choices = question.kind.choices().map(|choices| choices.list.iter());
            choices.into_iter().flatten().filter_map(|choice| choice.score).collect()
        }
    }
}

/// The draws as they stand, in which one area at a time is drawn again.
struct Trial<'a> {
    questionnaire: &'a Questionnaire,
    assessed: &'a Assessed,
    options: &'a Options,
    batches: Vec<(MethodBatch, AreaRows)>,
}

impl<'a> Trial<'a> {
    fn new(questionnaire: &'a Questionnaire, assessed: &'a Assessed, options: &'a Options) -> Self {
        let batches = (0..options.batches()).map(|batch| {
            let method = MethodBatch::draw(questionnaire, options, batch);
            let areas = questionnaire.areas.indices();
            let rows = areas.map(|area| area_rows(questionnaire, assessed, options, &method, area)).collect();
            (method, rows)
        });
        Self { questionnaire, assessed, options, batches: batches.collect() }
    }

    /// The width of the interval if one item had a score; `None` when nothing applies.
    fn width(&self, answer: Option<(QuestionIx, AreaIx, f64)>) -> Option<f64> {
        let answered = answer.map(|(ix, area, score)| {
            let mut evidence = self.assessed.evidence.clone();
            evidence[ix] = Some(Evidence::Sure(score));
            (area, Assessed { evidence, scores: self.assessed.scores.clone() })
        });
        let mut index = Vec::with_capacity(self.options.draws);
        for (method, rows) in &self.batches {
            let changed = answered
                .as_ref()
                .map(|(area, assessed)| (*area, area_rows(self.questionnaire, assessed, self.options, method, *area)));
            let row = |area: AreaIx| match &changed {
                Some((moved, row)) if *moved == area => row.as_deref(),
                _ => rows[area].as_deref(),
            };
            let areas = self.questionnaire.areas.indices();
            let pairs: Vec<(&[f64], &[f64])> =
                areas.filter_map(|area| Some((method.areas[area].as_slice(), row(area)?))).collect();
            if pairs.is_empty() {
                return None;
            }
            index.extend(means(&self.questionnaire.method, &pairs, method.draws));
        }
        Spread::of(&index).map(Spread::width)
    }
}
