//! Every number computed again from its explanation.

use proptest::prelude::*;

use super::*;
use crate::engine::fixture;
use crate::engine::id::ArenaIndex;
use crate::engine::interview::Status;
use crate::engine::profile::profile;
use crate::engine::questionnaire::Scale;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::score::ItemState::{Missing, Scored};
use crate::engine::score::tests::properties::{assessments, compute};
use crate::engine::score::tests::{instrument, near};

#[test]
fn an_index_is_told_term_by_term() {
    // Weights 0.4 and 0.4 of three areas, the third without a score: shares of one half. 16 and 64 by the
    // geometric mean: (ln 16 + ln 64)/2 = ln 32. The slopes are 0.5·32/16 and 0.5·32/64.
    let questionnaire = instrument(&[(0.4, &[1.0]), (0.4, &[1.0]), (0.2, &[1.0])]);
    let items = [Scored(16.0), Scored(64.0), Missing].into_iter().map(Some).collect();
    let explained = index(&questionnaire, &score::score(&questionnaire, items)).unwrap();
    near(explained.recompute().unwrap(), 32.0);
    let parts: Vec<AreaPart> = explained.terms.iter().filter_map(|term| term.part).collect();
    assert_eq!(parts.len(), 2);
    near(parts[0].share, 0.5);
    near(parts[0].term, 16_f64.ln() / 2.0);
    near(parts[0].slope, 1.0);
    near(parts[1].slope, 0.25);
    assert_eq!((explained.terms[2].score, explained.terms[2].bounds), (None, (0.0, 100.0)));
}

#[test]
fn a_slope_is_what_a_small_step_does() {
    for aggregation in [
        Aggregation::Arithmetic,
        Aggregation::Geometric,
        Aggregation::Harmonic,
        Aggregation::Power(2.0),
        Aggregation::Minimum,
    ] {
        let mut model = (*instrument(&[(0.7, &[1.0]), (0.3, &[1.0])])).clone();
        model.method.aggregation = aggregation;
        let questionnaire = Questionnaire::unchecked(model);
        let of = |first: f64| {
            let items = [Scored(first), Scored(60.0)].into_iter().map(Some).collect();
            index(&questionnaire, &score::score(&questionnaire, items)).unwrap()
        };
        let slope = of(20.0).terms[0].part.unwrap().slope;
        let step = (of(20.000_1).headline - of(19.999_9).headline) / 0.000_2;
        assert!((slope - step).abs() < 1e-6, "{aggregation:?}: {slope}, {step}");
    }
    // Below the floor a small step does nothing.
    let questionnaire = instrument(&[(0.5, &[1.0]), (0.5, &[1.0])]);
    let items = [Scored(0.0), Scored(60.0)].into_iter().map(Some).collect();
    let explained = index(&questionnaire, &score::score(&questionnaire, items)).unwrap();
    near(explained.terms[0].part.unwrap().slope, 0.0);
}

#[test]
fn an_answer_is_told_with_its_numbers() {
    let answers = [("F3", "45"), ("F8", "no"), ("INF1", "3"), ("INF2", "university supplier"), ("INF3", "4")];
    let more = [("REG1", "1"), ("SKL1", "35"), ("CLU1", "talks"), ("SKL2", "dont_know!")];
    let interview = fixture::interview(&fixture::questionnaire(SAMPLE), &[answers.as_slice(), &more].concat());
    let of = |id: &str| item(&interview, interview.questionnaire().find(id).unwrap());
    let arithmetic = |id: &str| of(id).unwrap().arithmetic;
    assert_eq!(arithmetic("INF1"), Some(Arithmetic::Level { level: 3, top: 4, reverse: false }));
    assert_eq!(arithmetic("INF2"), Some(Arithmetic::Count { counted: 2, cap: 3 }));
    let number = Arithmetic::Goalposts { number: 4.0, worst: 0.0, best: 20.0, scale: Scale::Log1p };
    assert_eq!(arithmetic("INF3"), Some(number));
    near(number.recompute(), 100.0 * 5_f64.ln() / 21_f64.ln());
    let age = Arithmetic::Goalposts { number: 35.0, worst: 80.0, best: 20.0, scale: Scale::Linear };
    assert_eq!(arithmetic("SKL1"), Some(age));
    near(age.recompute(), 75.0);
    assert!(matches!(arithmetic("REG1"), Some(Arithmetic::Level { level: 1, reverse: true, .. })));
    assert!(matches!(arithmetic("CLU1"), Some(Arithmetic::Written(_))));
    let by_rule = of("INT1").unwrap();
    assert_eq!((by_rule.by_rule, by_rule.status), (true, Status::NotAsked));
    let unknown = of("SKL2").unwrap();
    assert_eq!((unknown.status, unknown.value, unknown.arithmetic), (Status::DontKnow, None, None));
    assert_eq!(of("F1"), None);
}

#[test]
fn every_number_of_an_interview_comes_out_again() {
    let answers = [("F3", "45"), ("F8", "yes"), ("INF1", "3"), ("INF2", "university supplier"), ("INF3", "4")];
    let more = [("INT1", "12"), ("INT2", "1"), ("REG1", "1"), ("SKL1", "35"), ("CLU1", "talks"), ("SKL2", "2")];
    let interview = fixture::interview(&fixture::questionnaire(SAMPLE), &[answers.as_slice(), &more].concat());
    let questionnaire = interview.questionnaire();
    let profile = profile(&interview);
    for question in questionnaire.items() {
        let again = item(&interview, question).unwrap().arithmetic.map(Arithmetic::recompute);
        let score = profile.scores.items[question].and_then(score::ItemState::score);
        assert_eq!(again.is_some(), score.is_some());
        if let (Some(again), Some(score)) = (again, score) {
            near(again, score);
        }
    }
    for ix in questionnaire.facets.indices() {
        assert_eq!(facet(questionnaire, &profile.scores, ix).recompute(), profile.scores.facets[ix]);
    }
    for ix in questionnaire.areas.indices() {
        let explained = area(questionnaire, &profile, ix);
        near(explained.recompute().unwrap(), profile.scores.areas[ix].score.unwrap());
        near(explained.totals().0, profile.scores.areas[ix].score.unwrap());
        near(explained.totals().1, 100.0);
    }
}

prop_compose! {
    fn any_mean()(which in 0..5_u8, power in -4.0..4.0_f64) -> Aggregation {
        match which {
            0 => Aggregation::Arithmetic,
            1 => Aggregation::Geometric,
            2 => Aggregation::Harmonic,
            3 => Aggregation::Minimum,
            _ => Aggregation::Power(if power.abs() < 0.1 { 0.1 } else { power }),
        }
    }
}

proptest! {
    #[test]
    fn the_explanation_alone_gives_the_number(areas in assessments(), aggregation in any_mean(), floor in 0.0..5.0_f64) {
        let mut model = (*compute(&areas).0).clone();
        model.method = Method { aggregation, floor, ..model.method };
        let questionnaire = Questionnaire::unchecked(model);
        let states = areas.iter().flat_map(|(_, items)| items.iter().map(|(_, state)| Some(*state))).collect();
        let scores = score::score(&questionnaire, states);
        if let Some(explained) = index(&questionnaire, &scores) {
            let of = scores.index.as_ref().unwrap();
            prop_assert!((explained.recompute().unwrap() - of.headline).abs() < 1e-6);
            let (low, high) = explained.recompute_bounds().unwrap();
            prop_assert!((low - of.low).abs() < 1e-6 && (high - of.high).abs() < 1e-6);
            prop_assert!((explained.terms.iter().filter_map(|term| Some(term.part?.share)).sum::<f64>() - 1.0).abs() < 1e-9);
        }
        let profile = Profile { scores: scores.clone(), ..empty_profile() };
        for ix in (0..areas.len()).map(AreaIx::from_usize) {
            let (explained, of) = (area(&questionnaire, &profile, ix), &scores.areas[ix]);
            prop_assert_eq!(explained.recompute().is_some(), of.score.is_some());
            if let (Some(again), Some(score)) = (explained.recompute(), of.score) {
                prop_assert!((again - score).abs() < 1e-9);
                prop_assert!((explained.totals().0 - score).abs() < 1e-9);
            }
            prop_assert!((explained.recompute_coverage() - of.coverage).abs() < 1e-9);
            let (low, high) = explained.recompute_bounds();
            prop_assert!((low - of.low).abs() < 1e-9 && (high - of.high).abs() < 1e-9);
        }
    }
}

/// A profile with nothing in it but what the test puts there.
fn empty_profile() -> Profile {
    profile(&fixture::interview(&fixture::questionnaire(SAMPLE), &[]))
}
