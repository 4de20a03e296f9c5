//! Two assessments of one enterprise.

use proptest::prelude::*;

use super::*;
use crate::engine::fixture;
use crate::engine::id::ArenaIndex;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::score::tests::near;
use crate::engine::uncertainty::Factors;
use crate::engine::uncertainty::tests::known;

const FIRST: &[(&str, &str)] = &[
    ("F3", "45"),
    ("F8", "yes"),
    ("INF1", "1"),
    ("INF2", "university"),
    ("INF3", "2"),
    ("INT1", "15"),
    ("INT2", "1"),
    ("CLU1", "talks"),
    ("REG1", "3"),
    ("SKL1", "65"),
    ("SKL2", "1"),
];

fn sample(text: &str, more: &[(&str, &str)]) -> Interview {
    fixture::interview(&fixture::questionnaire(text), &[FIRST, more].concat())
}

fn of(base: &Interview, now: &Interview) -> Change {
    change(base, now, &Options::default())
}

fn area<'a>(change: &'a Change, interview: &Interview, id: &str) -> &'a AreaChange {
    &change.areas[interview.questionnaire().areas.position(|area| area.id.as_str() == id).unwrap()]
}

#[test]
fn the_same_answers_are_no_change() {
    let interview = sample(SAMPLE, &[]);
    let change = of(&interview, &interview);
    let index = change.index.unwrap();
    near(index.change(), 0.0);
    assert!(!index.is_real() && index.spread.contains(0.0));
    assert!(change.moved.is_empty() && change.left_out.is_empty() && change.dropped.is_empty());
    assert_eq!(change.compared, 9);
    assert!(change.areas.iter().all(|area| (area.share - 1.0).abs() < 1e-9));
}

#[test]
fn a_large_step_is_real_and_a_small_one_is_noise() {
    let base = sample(SAMPLE, &[]);
    let now = sample(SAMPLE, &[("SKL2", "2"), ("SKL1", "20"), ("INT2", "2")]);
    let change = of(&base, &now);
    let skills = area(&change, &now, "SKL").difference.unwrap();
    assert_eq!((skills.base, skills.now), (37.5, 100.0));
    assert!(skills.is_real() && skills.spread.low > 30.0);
    // One item of two rose by one level of two, 25 points: an answer may be off by as much.
    let abroad = area(&change, &now, "INT").difference.unwrap();
    near(abroad.change(), 25.0);
    assert!(!abroad.is_real(), "{abroad:?}");
    assert!(!area(&change, &now, "CLU").difference.unwrap().is_real());
    // In so short a questionnaire that is not enough to lift the index beyond doubt.
    assert!(!change.index.unwrap().is_real());
    let moved: Vec<(&str, f64)> = change
        .moved
        .iter()
        .map(|moved| (now.questionnaire().questions[moved.question].id.as_str(), moved.points))
        .collect();
    assert_eq!(moved, [("SKL1", 37.5), ("INT2", 25.0), ("SKL2", 25.0)]);
    let much =
        sample(SAMPLE, &[("SKL2", "2"), ("SKL1", "20"), ("INT1", "60"), ("INF1", "4"), ("INF3", "20"), ("REG1", "0")]);
    assert!(of(&base, &much).index.unwrap().is_real());
    // Taken the other way round, it is a loss.
    assert!(of(&much, &base).index.unwrap().spread.high < 0.0);
}

#[test]
fn only_what_both_answered_is_compared() {
    let base = sample(SAMPLE, &[("SKL2", "dont_know!"), ("REG1", "not_applicable!")]);
    let now = sample(SAMPLE, &[("SKL1", "20")]);
    let change = of(&base, &now);
    let id = |ix: QuestionIx| now.questionnaire().questions[ix].id.as_str();
    // One of two was answered twice: half of the weight, provisional.
    let skills = area(&change, &now, "SKL");
    near(skills.share, 0.5);
    assert_eq!((skills.difference.unwrap().base, skills.difference.unwrap().now), (25.0, 100.0));
    assert_eq!(area(&change, &now, "REG").difference, None);
    let reasons: Vec<_> = change.left_out.iter().map(|(ix, why)| (id(*ix), *why)).collect();
    assert_eq!(reasons, [("REG1", LeftOut::NotApplicable), ("SKL2", LeftOut::Unanswered)]);
    assert_eq!(change.compared, 7);
    // One of five areas is missing: the index is formed from the other four.
    assert!(change.index.is_some());
}

#[test]
fn versions_are_compared_by_their_common_items() {
    let base = sample(SAMPLE, &[]);
    let text = SAMPLE
        .replace("score = { worst = 80, best = 20 }", "score = { worst = 90, best = 20 }")
        .replace("SKL2", "SKL9");
    let later = fixture::questionnaire(&text);
    let answers: Vec<(&str, &str)> =
        FIRST.iter().map(|(id, typed)| (if *id == "SKL2" { "SKL9" } else { id }, *typed)).collect();
    let now = fixture::interview(&later, &answers);
    let change = of(&base, &now);
    let reasons: Vec<_> = change.left_out.iter().map(|(ix, why)| (later.questions[*ix].id.as_str(), *why)).collect();
    assert_eq!(reasons, [("SKL1", LeftOut::ScoredOtherwise), ("SKL9", LeftOut::New)]);
    assert_eq!(change.dropped, [QuestionId::new("SKL2")]);
    assert_eq!((area(&change, &now, "SKL").difference, area(&change, &now, "SKL").share), (None, 0.0));
    near(change.index.unwrap().change(), 0.0);
}

#[test]
fn a_choice_with_another_score_is_another_item() {
    let base = sample(SAMPLE, &[]);
    let now = sample(&SAMPLE.replace("score = 40", "score = 50"), &[]);
    let change = of(&base, &now);
    assert_eq!(change.left_out.len(), 1);
    assert_eq!(change.left_out[0].1, LeftOut::ScoredOtherwise);
}

#[test]
fn doubts_about_the_method_cancel_out() {
    // Every item sure and risen by the same: whatever the weights, an area rises by 10.
    let items = |score: f64| [(2.0, Evidence::Sure(score)), (1.0, Evidence::Sure(score))];
    let (questionnaire, then) = known(&[(0.5, &items(30.0)), (0.5, &items(30.0))]);
    let (_, now) = known(&[(0.5, &items(40.0)), (0.5, &items(40.0))]);
    let questionnaire = named(&questionnaire);
    let change = between((&questionnaire, &then), (&questionnaire, &now), &Options::default());
    for area in &change.areas {
        let spread = area.difference.unwrap().spread;
        near(spread.low, 10.0);
        near(spread.high, 10.0);
    }
    assert!(change.index.unwrap().is_real());
}

/// The same questionnaire with a name for every question, so that items of two assessments can be paired.
fn named(questionnaire: &Questionnaire) -> Questionnaire {
    let mut model = (**questionnaire).clone();
    for (at, question) in model.questions.iter_mut().enumerate() {
        question.id = QuestionId::new(format!("Q{at}"));
    }
    model.names = model.questions.enumerate().map(|(ix, question)| (question.id.to_string(), ix)).collect();
    Questionnaire::unchecked(model)
}

#[test]
fn errors_of_answers_do_not_cancel_out() {
    let items = [(1.0, Evidence::Steps { down: 25.0, score: 50.0, up: 75.0, chance: 0.3 })];
    let (questionnaire, assessed) = known(&[(1.0, &items)]);
    let questionnaire = named(&questionnaire);
    let options = Options { factors: Factors::NONE.with(Factor::Answers), ..Options::default().drawing(20_000) };
    let change = between((&questionnaire, &assessed), (&questionnaire, &assessed), &options);
    // The difference of two independent errors is ±25 with probability 2·0.3·0.7 and ±50 with 0.045: q95 is 25.
    let spread = change.index.unwrap().spread;
    near(spread.low, -25.0);
    near(spread.median, 0.0);
    near(spread.high, 25.0);
}

#[test]
fn progress_is_the_share_of_the_way() {
    near(progress(20.0, 35.0, 50.0).unwrap(), 0.5);
    near(progress(20.0, 10.0, 40.0).unwrap(), -0.5);
    near(progress(20.0, 60.0, 40.0).unwrap(), 2.0);
    assert_eq!(progress(50.0, 60.0, 50.0), None);
    let questionnaire = fixture::questionnaire(SAMPLE);
    let scores: Vec<f64> = (0..=4).map(|level| target_score(&questionnaire, level)).collect();
    assert_eq!(scores, [0.0, 25.0, 50.0, 75.0, 100.0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_change_and_its_reverse_mirror_each_other(
        pairs in prop::collection::vec((0_u8..=4, 0_u8..=4), 2..8),
        seed in any::<u64>(),
    ) {
        let items = |pick: fn(&(u8, u8)) -> u8| -> Vec<(f64, Evidence)> {
            pairs.iter().map(|pair| (1.0, Evidence::Sure(25.0 * f64::from(pick(pair))))).collect()
        };
        let (questionnaire, then) = known(&[(1.0, &items(|pair| pair.0))]);
        let (_, now) = known(&[(1.0, &items(|pair| pair.1))]);
        let questionnaire = named(&questionnaire);
        let options = Options::default().drawing(400).seeded(seed);
        let there = between((&questionnaire, &then), (&questionnaire, &now), &options).index.unwrap();
        let back = between((&questionnaire, &now), (&questionnaire, &then), &options).index.unwrap();
        prop_assert!((there.change() + back.change()).abs() < 1e-9);
        prop_assert!((there.spread.low + back.spread.high).abs() < 1e-9);
        prop_assert_eq!(there.is_real(), back.is_real());
        let change = between((&questionnaire, &then), (&questionnaire, &now), &options);
        let points: f64 = change.moved.iter().map(|moved| moved.points).sum();
        let first = AreaIx::from_usize(0);
        prop_assert!((points - change.areas[first].difference.unwrap().change()).abs() < 1e-9);
    }
}
