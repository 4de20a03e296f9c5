//! How an answer becomes evidence.

use super::*;
use crate::engine::answer::{Answer, Confidence};
use crate::engine::interview::Interview;

fn sample(answers: &[(&str, &str)]) -> Interview {
    fixture::interview(&fixture::questionnaire(SAMPLE), answers)
}

fn of(interview: &Interview, id: &str) -> Option<Evidence> {
    Assessed::of(interview).evidence[interview.questionnaire().find(id).unwrap()]
}

fn sure(interview: &mut Interview, id: &str, confidence: Confidence) {
    let ix = interview.questionnaire().find(id).unwrap();
    let answer = Answer { confidence: Some(confidence), ..interview.answer(ix).clone() };
    fixture::keep(interview, id, answer);
}

#[test]
fn the_less_sure_an_answer_the_more_often_it_is_off() {
    let mut interview = sample(&[("INF1", "2")]);
    // Without a word about it: a good estimate.
    assert_eq!(of(&interview, "INF1"), Some(steps(25.0, 50.0, 75.0, 0.15)));
    for (confidence, chance) in [(Confidence::High, 0.05), (Confidence::Medium, 0.15), (Confidence::Low, 0.30)] {
        sure(&mut interview, "INF1", confidence);
        assert_eq!(of(&interview, "INF1"), Some(steps(25.0, 50.0, 75.0, chance)));
    }
}

#[test]
fn at_the_ends_there_is_only_one_way() {
    assert_eq!(of(&sample(&[("INF1", "0")]), "INF1"), Some(steps(0.0, 0.0, 25.0, 0.15)));
    assert_eq!(of(&sample(&[("INF1", "4")]), "INF1"), Some(steps(75.0, 100.0, 100.0, 0.15)));
}

#[test]
fn choices_count_one_more_or_less() {
    // A cap of 3: one ticked is 33.3, none is 0, two are 66.7.
    let Some(Evidence::Steps { down, score, up, .. }) = of(&sample(&[("INF2", "university")]), "INF2") else {
        panic!()
    };
    near(down, 0.0);
    near(score, 100.0 / 3.0);
    near(up, 200.0 / 3.0);
}

#[test]
fn numbers_are_off_by_a_share() {
    let mut interview = sample(&[("SKL1", "50")]);
    sure(&mut interview, "SKL1", Confidence::Low);
    let Some(Evidence::Number { value, worst, best, share, .. }) = of(&interview, "SKL1") else { panic!() };
    assert_eq!((value, worst, best, share), (50.0, 80.0, 20.0, 0.20));
}

#[test]
fn gaps_and_what_does_not_apply_are_told_apart() {
    let interview = sample(&[("SKL1", "dont_know!"), ("REG1", "not_applicable!")]);
    assert_eq!(of(&interview, "SKL1"), Some(Evidence::Missing));
    assert_eq!(of(&interview, "REG1"), Some(Evidence::Excluded));
    assert_eq!(of(&interview, "INF1"), Some(Evidence::Missing));
    assert_eq!(of(&interview, "F1"), None);
}

#[test]
fn an_answer_by_rule_is_sure() {
    // Not an exporter: INT1 is 0 by rule.
    let interview = sample(&[("F3", "45"), ("F8", "no")]);
    assert_eq!(of(&interview, "INT1"), Some(Evidence::Sure(0.0)));
}
