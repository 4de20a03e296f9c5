//! A questionnaire's own tests: its reference answers are given as a person would give them, and what
//! comes out is compared with what the file expects.
//!
//! Knows nothing of how differences are said.

use std::sync::Arc;

use jiff::Zoned;

use super::answer::{Answer, InputError, Response};
use super::id::{AreaIx, QuestionIx};
use super::interview::memory::MemoryJournal;
use super::interview::{Advance, Circumstances, Interview, Refusal};
use super::profile::{Profile, profile};
use super::questionnaire::{Expectation, Question, Questionnaire, Reference};
use super::rehearsal::{Contradiction, contradictions};
use super::text::Lang;

/// Files write expected scores with one decimal.
const ROUNDING: f64 = 0.05 + 1e-9;

/// One way in which a reference does not come out as expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// An answer could not be given.
    Refused {
        /// The question.
        question: QuestionIx,
        /// The answer, as typed in the file.
        typed: String,
        /// Why not.
        reason: Refusal,
    },
    /// A number is another.
    Number {
        /// Which number.
        figure: Figure,
        /// What the file expects.
        expected: f64,
        /// What came out; nothing, if there are too few answers.
        got: Option<f64>,
    },
    /// A recommendation was expected and does not fire.
    Lacking(String),
    /// A recommendation fires and was not expected.
    Unexpected(String),
    /// Two recommendations fire that exclude each other.
    Contradiction(Contradiction),
}

/// A number that a reference may expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The headline index.
    Index,
    /// The staged level of the enterprise.
    Level,
    /// The score of an area.
    Area(AreaIx),
    /// The number of questions asked.
    Path,
}

/// Gives the reference's answers and compares. Nothing, if all is as expected.
pub fn differences(questionnaire: &Arc<Questionnaire>, reference: &Reference, now: Zoned) -> Vec<Difference> {
    let Played { interview, mut refused } = play(questionnaire, reference, now);
    let profile = profile(&interview);
    refused.extend(numbers(&profile, &reference.expect));
    refused.extend(recommendations(questionnaire, &profile, &reference.expect));
    refused.extend(contradictions(&interview).into_iter().map(Difference::Contradiction));
    refused
}

/// The interview that a reference describes.
#[derive(Clone, Debug)]
pub struct Played {
    /// The interview with every answer that could be given.
    pub interview: Interview,
    /// The answers that could not.
    pub refused: Vec<Difference>,
}

/// Gives the reference's answers, in the order of the questions.
pub fn play(questionnaire: &Arc<Questionnaire>, reference: &Reference, now: Zoned) -> Played {
    let mut interview = Interview::new(Arc::clone(questionnaire), reference.form, now);
    let mut answers: Vec<_> = reference.answers.iter().collect();
    answers.sort_by_key(|(question, _)| *question);
    let mut refused = Vec::new();
    for (question, typed) in answers {
        if let Err(reason) = give(&mut interview, *question, typed) {
            refused.push(Difference::Refused { question: *question, typed: typed.clone(), reason });
        }
    }
    Played { interview, refused }
}

fn give(interview: &mut Interview, question: QuestionIx, typed: &str) -> Result<(), Refusal> {
    let asked = &interview.questionnaire().questions[question];
    let response = response(asked, typed).map_err(Refusal::Input)?;
    let change = interview.propose(question, Answer { response, ..Answer::default() })?;
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    // A journal in memory that was not told to fail keeps everything.
    let _ = interview.commit(change, circumstances, &mut MemoryJournal::default());
    Ok(())
}

fn response(question: &Question, typed: &str) -> Result<Option<Response>, InputError> {
    match typed {
        "dont_know!" => Ok(Some(Response::DontKnow)),
        "refused!" => Ok(Some(Response::Refused)),
        typed => Ok(question.parse(typed)?.map(Response::Value)),
    }
}

fn numbers(profile: &Profile, expect: &Expectation) -> Vec<Difference> {
    let index = profile.scores.index.as_ref();
    let mut figures = vec![
        (Figure::Index, expect.index, index.map(|index| index.headline)),
        (Figure::Level, expect.level.map(f64::from), index.map(|index| f64::from(index.staged))),
        (Figure::Path, expect.path.map(|path| path as f64), Some(profile.progress.asked as f64)),
    ];
    let areas = expect.areas.iter();
    figures.extend(areas.map(|(area, score)| (Figure::Area(*area), Some(*score), profile.scores.areas[*area].shown())));
    let differs = |(figure, expected, got): (Figure, Option<f64>, Option<f64>)| {
        let expected = expected?;
        let same = got.is_some_and(|got| (got - expected).abs() <= ROUNDING);
        (!same).then_some(Difference::Number { figure, expected, got })
    };
    figures.into_iter().filter_map(differs).collect()
}

fn recommendations(questionnaire: &Questionnaire, profile: &Profile, expect: &Expectation) -> Vec<Difference> {
    let Some(expected) = &expect.recommendations else { return Vec::new() };
    let id = |advice: &super::advice::Advice| questionnaire.recommendations[advice.recommendation].id.clone();
    let fired: Vec<String> = profile.advice.iter().map(id).collect();
    let lacking = expected.iter().filter(|id| !fired.contains(id)).cloned().map(Difference::Lacking);
    let unexpected = fired.iter().filter(|id| !expected.contains(id)).cloned().map(Difference::Unexpected);
    lacking.chain(unexpected).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::questionnaire::read::read;
    use crate::engine::questionnaire::sample::SAMPLE;

    /// The differences of the sample's first reference after a change of the file.
    fn after(from: &str, to: &str) -> Vec<Difference> {
        assert!(SAMPLE.contains(from), "{from}");
        let (questionnaire, _) = read(&SAMPLE.replace(from, to)).expect("a good questionnaire");
        let questionnaire = Arc::new(questionnaire);
        differences(&questionnaire, &questionnaire.references[0], Zoned::default())
    }

    #[test]
    fn the_sample_gives_what_it_expects() {
        let (questionnaire, _) = read(SAMPLE).expect("a good questionnaire");
        let questionnaire = Arc::new(questionnaire);
        for reference in &questionnaire.references {
            let found = differences(&questionnaire, reference, "2026-01-01[UTC]".parse().expect("a moment"));
            assert_eq!(found, [], "{}", reference.id);
        }
    }

    #[test]
    fn every_part_of_an_expectation_is_compared() {
        let found = after("index = 100, level = 4, areas = { INF = 100", "index = 90, level = 3, areas = { INF = 99.9");
        let figures: Vec<_> = found
            .iter()
            .filter_map(|difference| match difference {
                Difference::Number { figure, expected, .. } => Some((*figure, *expected)),
                _ => None,
            })
            .collect();
        assert!(figures.contains(&(Figure::Index, 90.0)) && figures.contains(&(Figure::Level, 3.0)), "{found:?}");
        assert!(
            figures
                .iter()
                .any(|(figure, expected)| matches!(figure, Figure::Area(_)) && (*expected - 99.9).abs() < 1e-9)
        );
        assert!(matches!(after("path = 16", "path = 3")[..], [.., Difference::Number { figure: Figure::Path, .. }]));
    }

    #[test]
    fn recommendations_that_lack_or_are_too_many_are_named() {
        let lacking = after("recommendations = [] }", "recommendations = [\"join-cluster\"] }");
        assert!(lacking.contains(&Difference::Lacking("join-cluster".to_owned())), "{lacking:?}");
        let unexpected = after("CLU1 = \"member\", REG1", "CLU1 = \"no\", REG1");
        assert!(unexpected.contains(&Difference::Unexpected("join-cluster".to_owned())), "{unexpected:?}");
    }

    #[test]
    fn an_answer_that_cannot_be_given_is_a_difference() {
        let found = after("F5 = \"UZ-FA\", F8 = \"yes\", INF1", "F5 = \"KZ-ALA\", F8 = \"yes\", INF1");
        let refused = |difference: &Difference| matches!(difference, Difference::Refused { typed, reason: Refusal::NotOffered, .. } if typed == "KZ-ALA");
        assert!(found.iter().any(refused), "{found:?}");
    }
}
