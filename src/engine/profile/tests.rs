//! What a profile says beside scores and advice.

use super::*;
use crate::engine::advice::tests::{action, instrument, interview, levels};
use crate::engine::interview::Form;
use crate::engine::interview::Interview;

fn asked(a: [&str; 4], b: [&str; 4]) -> Interview {
    interview(&instrument(""), &levels(a, b))
}

fn ids(interview: &Interview, questions: &[QuestionIx]) -> Vec<String> {
    questions.iter().map(|ix| interview.questionnaire().questions[*ix].id.to_string()).collect()
}

#[test]
fn strengths_are_the_three_best_from_level_three_on() {
    let interview = asked(["3", "4", "2", "3"], ["4", "1", "1", "1"]);
    assert_eq!(ids(&interview, &profile(&interview).strengths), ["A2", "B1", "A1"]);
}

#[test]
fn a_strength_needs_an_area_with_a_score() {
    let interview = asked(["4", "", "", ""], ["2", "2", "2", "2"]);
    assert!(profile(&interview).strengths.is_empty());
}

#[test]
fn own_strengths_stand_before_a_kind_environment_and_heavy_before_light() {
    let text = instrument("")
        .replace("label = { en = \"Item A1\" }", "label = { en = \"Item A1\" }\nlocus = \"environment\"")
        .replace("label = { en = \"Item B1\" }", "label = { en = \"Item B1\" }\nweight = 2");
    let interview = interview(&text, &levels(["4", "4", "4", "1"], ["4", "1", "1", "1"]));
    assert_eq!(ids(&interview, &profile(&interview).strengths), ["B1", "A2", "A3"]);
}

#[test]
fn what_is_strong_allows_more() {
    let strength = |id: &str, of: &str| {
        format!("[[strength]]\nid = \"{id}\"\ntitle = {{ en = \"T\" }}\ntext = {{ en = \"X\" }}\n{of}\n")
    };
    let text = instrument(
        &[
            strength("area", "area = \"A\""),
            strength("high", "area = \"A\"\nfrom = 70"),
            strength("other", "area = \"B\""),
            strength("large", "area = \"A\"\nwhen = \"${F3} >= 50\""),
            strength("items", "items = [\"A1\", \"A2\"]"),
        ]
        .concat(),
    );
    let allowed = |answers: &[(&str, &str)]| {
        let interview = interview(&text, answers);
        let strengths = &interview.questionnaire().strengths;
        let prospects = profile(&interview).prospects;
        prospects.iter().map(|ix| strengths[*ix].id.clone()).collect::<Vec<_>>()
    };
    // A: (75 + 75 + 50 + 50)/4 = 62.5.
    let a = levels(["3", "3", "2", "2"], ["2"; 4]);
    assert_eq!(allowed(&a), ["area", "items"]);
    assert_eq!(allowed(&[vec![("F3", "60")], a].concat()), ["area", "large", "items"]);
    assert_eq!(allowed(&levels(["3", "2", "2", "3"], ["2"; 4])), ["area"]);
    assert_eq!(allowed(&levels(["3", "3", "", ""], ["2"; 4])), ["area", "high", "items"]);
    assert_eq!(allowed(&levels(["3", "", "", ""], ["2"; 4])), Vec::<String>::new(), "too little is known");
}

#[test]
fn bottlenecks_are_the_five_largest_levers() {
    // Area B is the weaker one, so each of its steps gains more than any of area A.
    let interview = asked(["2", "2", "2", "2"], ["1", "1", "0", "4"]);
    let profile = profile(&interview);
    let bottlenecks: Vec<_> = profile.bottlenecks.iter().map(|lever| lever.question).collect();
    assert_eq!(ids(&interview, &bottlenecks), ["B1", "B2", "B3", "A1", "A2"]);
    assert_eq!(profile.levers.len(), 7, "the item at the top has no step left");
    assert!(profile.levers.windows(2).all(|pair| pair[0].gain >= pair[1].gain));
}

#[test]
fn a_step_that_gains_nothing_is_no_bottleneck() {
    // Weights make area A so heavy at 0 that one step of a light item leaves it under the floor of 1.
    let text = instrument("").replace("label = { en = \"Item A1\" }", "label = { en = \"Item A1\" }\nweight = 200");
    let interview = interview(&text, &levels(["0", "0", "0", "0"], ["4", "4", "4", "4"]));
    let profile = profile(&interview);
    assert_eq!(ids(&interview, &profile.bottlenecks.iter().map(|lever| lever.question).collect::<Vec<_>>()), ["A1"]);
}

#[test]
fn an_uneven_area_says_why() {
    // Levels 4, 4, 0, 0: score 50 is band 2; half of the weight reaches level 1, rated P: staged 0.
    let interview = asked(["4", "4", "0", "0"], ["2", "2", "2", "2"]);
    let profile = profile(&interview);
    let area = interview.questionnaire().areas.indices().next().unwrap();
    let uneven = Uneven { area, band: 2, staged: 0, answered: 4, at_top: 2, at_zero: 2, stopped_by: 1, reached: 0.5 };
    assert_eq!(profile.uneven, [uneven]);
}

#[test]
fn an_explanation_adds_up_to_the_score() {
    let text = instrument("").replace("label = { en = \"Item A1\" }", "label = { en = \"Item A1\" }\nweight = 2");
    let interview = interview(&text, &levels(["3", "1", "dont_know!", "not_applicable!"], ["2"; 4]));
    let profile = profile(&interview);
    let area = interview.questionnaire().areas.indices().next().unwrap();
    let explained = explain(interview.questionnaire(), &profile, area);
    // (2·75 + 25)/3: the first item brings 50 of at most 66.7 points, the second 8.3 of 33.3.
    let points: Vec<_> =
        explained.iter().map(|item| item.points.map(|points| (points * 10.0).round() / 10.0)).collect();
    assert_eq!(points, [Some(50.0), Some(8.3), None, None]);
    let states: Vec<_> = explained.iter().map(|item| item.state).collect();
    assert_eq!(states, [ItemState::Scored(75.0), ItemState::Scored(25.0), ItemState::Missing, ItemState::Excluded]);
    let total: f64 = explained.iter().filter_map(|item| item.points).sum();
    assert!((total - profile.scores.areas[area].score.unwrap()).abs() < 1e-9);
    assert!((explained[0].possible.unwrap() - 200.0 / 3.0).abs() < 1e-9);
    assert_eq!(
        explained[0].gain,
        profile.levers.iter().find(|lever| lever.question == explained[0].question).map(|lever| lever.gain)
    );
}

#[test]
fn the_quick_form_scores_only_its_own_items() {
    let text = instrument("")
        .replace("label = { en = \"Item A1\" }", "label = { en = \"Item A1\" }\nquick = true")
        .replace("label = { en = \"Item B1\" }", "label = { en = \"Item B1\" }\nquick = true");
    let full = interview(&text, &[]);
    let mut quick = Interview::new(full.questionnaire().clone(), Form::Quick, full.now().clone());
    for id in ["A1", "B1"] {
        crate::engine::advice::tests::say(&mut quick, id, crate::engine::answer::Value::Level(2).into());
    }
    let profile = profile(&quick);
    for area in &profile.scores.areas {
        assert_eq!((area.score, area.coverage, area.applicable, area.different_scope), (Some(50.0), 1.0, 1, false));
    }
    assert!((profile.scores.index.unwrap().headline - 50.0).abs() < 1e-9);
}

#[test]
fn texts_are_filled_with_the_answers_as_shown() {
    let unit = instrument("").replace("kind = \"integer\"\n", "kind = \"integer\"\nunit = { en = \"people\" }\n");
    let interview = interview(&unit, &[("F3", "1200"), ("A1", "2"), ("A2", "dont_know!")]);
    let filled = |text: &str| fill(text, &interview, Lang::En, |number| format!("<{number}>"));
    assert_eq!(filled("{A1} with {F3}."), "some with <1200> people.");
    assert_eq!(filled("{A2}, {A3}"), "—, —");
    assert_eq!(filled("no {one}, { A1 }, {A1"), "no {one}, { A1 }, {A1");
    assert_eq!(filled("{{A1}} {}"), "{some} {}");
    assert_eq!(filled(""), "");
}

#[test]
fn an_empty_interview_has_an_empty_profile() {
    let advice = action("recommendation", "low", "items = [\"A1\"]\neffort = 1");
    let interview = interview(&instrument(&advice), &[]);
    let profile = profile(&interview);
    assert!(profile.scores.index.is_none() && profile.advice.is_empty() && profile.levers.is_empty());
    assert!(profile.strengths.is_empty() && profile.bottlenecks.is_empty() && profile.uneven.is_empty());
    assert_eq!((profile.progress.asked, profile.progress.done), (9, 0));
}
