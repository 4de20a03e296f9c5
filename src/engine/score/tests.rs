//! Scores computed by hand.

use std::sync::Arc;

use super::*;
use crate::engine::answer::Value;
use crate::engine::id::{ArenaIndex, ChoiceId, SectionIx};
use crate::engine::questionnaire::{
    Area, Band, Choice, Choices, Facet, Kind, Locus, Model, Question, Required, Scale, Scoring, Section,
};
use crate::engine::text::Localized;
use ItemState::{Excluded, Missing, Scored};

mod aggregates;
pub(crate) mod properties;
mod published;

/// Areas with their weight and the weights of their items, all of them level items of the enterprise.
pub(crate) fn instrument(areas: &[(f64, &[f64])]) -> Questionnaire {
    let questions = areas
        .iter()
        .enumerate()
        .flat_map(|(area, (_, items))| items.iter().map(move |weight| level_item(AreaIx::from_usize(area), *weight)));
    Questionnaire::unchecked(model(areas.iter().map(|(weight, _)| *weight), questions))
}

pub(crate) fn model(areas: impl Iterator<Item = f64>, questions: impl Iterator<Item = Question>) -> Model {
    let text = Localized::default;
    let questions: Arena<QuestionIx, Question> = questions.collect();
    Model {
        id: "by-hand".into(),
        version: "1.0.0".to_owned(),
        languages: Vec::new(),
        title: text(),
        description: None,
        method: Method::default(),
        areas: areas.map(|weight| Area { id: "A".into(), weight, title: text(), problem: None }).collect(),
        facet_groups: Vec::new(),
        facets: Arena::default(),
        bands: [0.0, 20.0, 40.0, 60.0, 80.0].map(|from| Band { from, title: text() }).into(),
        sections: [Section { id: "s".to_owned(), title: text(), relevant: None }].into_iter().collect(),
        dependents: questions.map(|_| Vec::new()),
        questions,
        checks: Arena::default(),
        recommendations: Arena::default(),
        strengths: Arena::default(),
        vignettes: Vec::new(),
        generics: Vec::new(),
        terms: Vec::new(),
        peers: crate::engine::questionnaire::PeerQuestions::default(),
        targets: Vec::new(),
        references: Vec::new(),
        names: std::collections::HashMap::new(),
        text: "".into(),
        hash: String::new(),
    }
}

pub(crate) fn level_item(area: AreaIx, weight: f64) -> Question {
    let anchors = vec![Localized::default(); 5];
    question(Kind::Level { anchors }, area, weight, Scoring::Level { top: 4, reverse: false })
}

fn question(kind: Kind, area: AreaIx, weight: f64, scoring: Scoring) -> Question {
    Question {
        id: "Q".into(),
        section: SectionIx::from_usize(0),
        kind,
        label: Localized::default(),
        hint: None,
        guidance: None,
        relevant: None,
        otherwise: None,
        constraint: None,
        constraint_message: None,
        required: Required::No,
        quick: false,
        item: Some(Item { area, weight, locus: Locus::Enterprise, facets: Vec::new(), scoring, formative: false }),
        source: None,
    }
}

fn of(questionnaire: &Questionnaire, states: &[ItemState]) -> Scores {
    assert_eq!(questionnaire.questions.len(), states.len());
    score(questionnaire, states.iter().copied().map(Some).collect())
}

/// The scores of a single area.
fn area(weights: &[f64], states: &[ItemState]) -> AreaScore {
    of(&instrument(&[(1.0, weights)]), states).areas.iter().next().unwrap().clone()
}

/// The index of areas that each have one item, which scores what the area scores.
fn index_of(areas: &[(f64, f64)]) -> Index {
    let weights: Vec<(f64, &[f64])> = areas.iter().map(|(weight, _)| (*weight, [1.0].as_slice())).collect();
    let states: Vec<ItemState> = areas.iter().map(|(_, score)| Scored(*score)).collect();
    of(&instrument(&weights), &states).index.unwrap()
}

#[track_caller]
pub(crate) fn near(computed: f64, by_hand: f64) {
    assert!((computed - by_hand).abs() < 1e-9, "{computed} is not {by_hand}");
}

/// What one of the functions of items makes of a value, asked of a question alone.
fn asked(
    function: fn(&Question, &Item, &Value) -> Option<f64>,
    kind: Kind,
    scoring: Scoring,
    value: &Value,
) -> Option<f64> {
    let question = question(kind, AreaIx::from_usize(0), 1.0, scoring);
    function(&question, question.item.as_ref().unwrap(), value)
}

fn scored(kind: Kind, scoring: Scoring, value: &Value) -> Option<f64> {
    asked(item_score, kind, scoring, value)
}

fn step(kind: Kind, scoring: Scoring, value: &Value) -> Option<f64> {
    asked(one_step_up, kind, scoring, value)
}

fn step_down(kind: Kind, scoring: Scoring, value: &Value) -> Option<f64> {
    asked(one_step_down, kind, scoring, value)
}

fn levels() -> Kind {
    Kind::Level { anchors: vec![Localized::default(); 5] }
}

fn number() -> Kind {
    Kind::Decimal { unit: None }
}

/// A list of choices: name, score, and whether it stands alone.
fn list(choices: &[(&str, Option<f64>, bool)]) -> Choices {
    let choice = |(id, score, exclusive): &(&str, Option<f64>, bool)| Choice {
        id: (*id).into(),
        label: Localized::default(),
        attributes: Vec::new(),
        exclusive: *exclusive,
        last: false,
        score: *score,
    };
    Choices { list: Arc::new(choices.iter().map(choice).collect()), sorted: false, filter: None }
}

fn ticked(ids: &[&str]) -> Value {
    Value::Choices(ids.iter().map(|id| ChoiceId::new(*id)).collect())
}

#[test]
fn level_is_a_share_of_the_top() {
    let plain = Scoring::Level { top: 4, reverse: false };
    assert_eq!(scored(levels(), plain.clone(), &Value::Level(0)), Some(0.0));
    assert_eq!(scored(levels(), plain.clone(), &Value::Level(3)), Some(75.0));
    assert_eq!(step(levels(), plain.clone(), &Value::Level(3)), Some(100.0));
    assert_eq!(step(levels(), plain, &Value::Level(4)), None);
}

#[test]
fn an_obstacle_counts_backwards() {
    // 100·(1 − 1/4) = 75; one step up is one obstacle less.
    let obstacle = Scoring::Level { top: 4, reverse: true };
    assert_eq!(scored(levels(), obstacle.clone(), &Value::Level(1)), Some(75.0));
    assert_eq!(step(levels(), obstacle.clone(), &Value::Level(1)), Some(100.0));
    assert_eq!(step(levels(), obstacle, &Value::Level(0)), None);
}

#[test]
fn goalposts_scale_and_clip_in_both_directions() {
    let exports = || Scoring::Goalposts { worst: 0.0, best: 60.0, scale: Scale::Linear };
    // 15 of 60 is a quarter; above the post is 100, below it 0.
    for (value, score) in [(15.0, 25.0), (60.0, 100.0), (90.0, 100.0), (-5.0, 0.0)] {
        assert_eq!(scored(number(), exports(), &Value::Decimal(value)), Some(score));
    }
    // Age of equipment: 20 years score 0, 3 years 100; 11.5 is the middle.
    let age = || Scoring::Goalposts { worst: 20.0, best: 3.0, scale: Scale::Linear };
    for (value, score) in [(20.0, 0.0), (11.5, 50.0), (3.0, 100.0), (1.0, 100.0), (30.0, 0.0)] {
        near(scored(number(), age(), &Value::Decimal(value)).unwrap(), score);
    }
    assert_eq!(scored(number(), exports(), &Value::Integer(30)), Some(50.0));
}

#[test]
fn a_log_scale_rewards_the_first_steps() {
    // 0..6 projects: ln(1+x)/ln 7. One project is ln 2/ln 7 = 0.356207, where a linear scale gives 0.1667.
    let projects = || Scoring::Goalposts { worst: 0.0, best: 6.0, scale: Scale::Log1p };
    near(scored(number(), projects(), &Value::Integer(1)).unwrap(), 35.620_718_710_802_22);
    assert_eq!(scored(number(), projects(), &Value::Integer(6)), Some(100.0));
    assert_eq!(scored(number(), projects(), &Value::Integer(-3)), Some(0.0));
}

#[test]
fn a_number_steps_to_the_next_quarter() {
    let exports = || Scoring::Goalposts { worst: 0.0, best: 60.0, scale: Scale::Linear };
    for (value, next) in [(0.0, Some(25.0)), (10.0, Some(25.0)), (15.0, Some(50.0)), (59.0, Some(100.0)), (60.0, None)]
    {
        assert_eq!(step(number(), exports(), &Value::Decimal(value)), next, "from {value}");
    }
}

#[test]
fn ticked_choices_count_up_to_the_cap_and_none_counts_nothing() {
    let partners = || {
        Kind::SelectMultiple(list(&[("a", None, false), ("b", None, false), ("c", None, false), ("none", None, true)]))
    };
    let cap = |cap| Scoring::Count { cap };
    assert_eq!(scored(partners(), cap(2), &ticked(&["a"])), Some(50.0));
    assert_eq!(scored(partners(), cap(2), &ticked(&["a", "b", "c"])), Some(100.0));
    assert_eq!(scored(partners(), cap(2), &ticked(&["none"])), Some(0.0));
    assert_eq!(step(partners(), cap(2), &ticked(&["none"])), Some(50.0));
    assert_eq!(step(partners(), cap(2), &ticked(&["a", "b"])), None);
    // A cap beyond what is offered: with all three ticked there is no step left.
    assert_eq!(scored(partners(), cap(5), &ticked(&["a", "b", "c"])), Some(60.0));
    assert_eq!(step(partners(), cap(5), &ticked(&["a", "b", "c"])), None);
}

#[test]
fn a_choice_scores_what_is_written_at_it() {
    let kind = || {
        Kind::SelectOne(list(&[
            ("no", Some(0.0), false),
            ("far", Some(100.0), false),
            ("near", Some(40.0), false),
            ("other", None, false),
        ]))
    };
    let choice = |id: &str| Value::Choice(id.into());
    assert_eq!(scored(kind(), Scoring::Choice, &choice("near")), Some(40.0));
    assert_eq!(step(kind(), Scoring::Choice, &choice("no")), Some(40.0));
    assert_eq!(step(kind(), Scoring::Choice, &choice("near")), Some(100.0));
    assert_eq!(step(kind(), Scoring::Choice, &choice("far")), None);
    assert_eq!(step_down(kind(), Scoring::Choice, &choice("far")), Some(40.0));
    assert_eq!(step_down(kind(), Scoring::Choice, &choice("near")), Some(0.0));
    assert_eq!(step_down(kind(), Scoring::Choice, &choice("no")), None);
    assert_eq!(scored(kind(), Scoring::Choice, &choice("other")), None);
    assert_eq!(scored(kind(), Scoring::Choice, &choice("unknown")), None);
}

#[test]
fn a_step_down_is_one_level_or_one_choice_less_and_a_number_has_none() {
    let level = |reverse, level| step_down(levels(), Scoring::Level { top: 4, reverse }, &Value::Level(level));
    assert_eq!([level(false, 4), level(false, 1), level(false, 0)], [Some(75.0), Some(0.0), None]);
    assert_eq!([level(true, 0), level(true, 3), level(true, 4)], [Some(75.0), Some(0.0), None]);
    let partners = || Kind::SelectMultiple(list(&[("a", None, false), ("b", None, false), ("none", None, true)]));
    let count = |cap, ids: &[&str]| step_down(partners(), Scoring::Count { cap }, &ticked(ids));
    assert_eq!([count(2, &["a", "b"]), count(2, &["a"]), count(2, &["none"])], [Some(50.0), Some(0.0), None]);
    assert_eq!(count(1, &["a", "b"]), None, "one less is still at the cap");
    let exports = Scoring::Goalposts { worst: 0.0, best: 60.0, scale: Scale::Linear };
    assert_eq!(step_down(number(), exports, &Value::Decimal(30.0)), None);
}

#[test]
fn a_value_that_does_not_fit_has_no_score() {
    let plain = Scoring::Level { top: 4, reverse: false };
    assert_eq!(scored(levels(), plain, &Value::Text("high".to_owned())), None);
    // Goalposts that coincide would divide 0 by 0; a top of 0 as well.
    let flat = Scoring::Goalposts { worst: 5.0, best: 5.0, scale: Scale::Linear };
    assert_eq!(scored(number(), flat.clone(), &Value::Decimal(5.0)), None);
    assert_eq!(step(number(), flat, &Value::Decimal(5.0)), None);
    assert_eq!(scored(levels(), Scoring::Level { top: 0, reverse: false }, &Value::Level(0)), None);
}

#[test]
fn an_area_is_the_weighted_mean_of_its_answers() {
    // (2·75 + 1·25 + 1·0)/4 = 43.75: band 2, from 40.
    let area = area(&[2.0, 1.0, 1.0], &[Scored(75.0), Scored(25.0), Scored(0.0)]);
    assert_eq!(area.score, Some(43.75));
    assert_eq!((area.low, area.high), (43.75, 43.75));
    assert_eq!((area.coverage, area.publication), (1.0, Publication::Published));
    assert_eq!((area.band, area.answered, area.applicable), (Some(2), 3, 3));
}

#[test]
fn not_applicable_leaves_numerator_and_denominator() {
    // (2·75 + 1·0)/3 = 50. Of the weight of 4, 1 is not applicable: 25 %, the same scope.
    let with_one = area(&[2.0, 1.0, 1.0], &[Scored(75.0), Scored(0.0), Excluded]);
    assert_eq!((with_one.score, with_one.coverage), (Some(50.0), 1.0));
    assert_eq!((with_one.answered, with_one.applicable, with_one.different_scope), (2, 2, false));
    // 2 of 5 is 40 %, not more; 2 of 4 is.
    assert!(!area(&[1.0; 5], &[Scored(1.0), Scored(1.0), Scored(1.0), Excluded, Excluded]).different_scope);
    assert!(area(&[2.0, 1.0, 1.0], &[Excluded, Scored(1.0), Scored(1.0)]).different_scope);
    // One third, whatever it is that is left.
    assert!(!area(&[2.0, 1.0], &[Scored(1.0), Excluded]).different_scope);
}

#[test]
fn items_outside_the_form_are_no_part_of_the_instrument() {
    let questionnaire = instrument(&[(1.0, &[1.0, 1.0, 1.0])]);
    let states = [Some(Scored(50.0)), None, None];
    let scores = score(&questionnaire, states.into_iter().collect());
    let area = scores.areas.iter().next().unwrap();
    assert_eq!((area.score, area.coverage, area.applicable), (Some(50.0), 1.0, 1));
    assert!(!area.different_scope);
}

#[test]
fn gaps_lower_coverage_and_widen_the_bounds() {
    // Answered 2·75 + 1·25 = 175 of a weight of 3; one of weight 1 is missing. Score 175/3,
    // bounds 175/4 = 43.75 and (175 + 100)/4 = 68.75, coverage 3/4.
    let area = area(&[2.0, 1.0, 1.0], &[Scored(75.0), Scored(25.0), Missing]);
    near(area.score.unwrap(), 175.0 / 3.0);
    assert_eq!((area.low, area.high, area.coverage), (43.75, 68.75, 0.75));
    assert_eq!((area.answered, area.applicable), (2, 3));
}

#[test]
fn publication_begins_at_one_half_and_two_thirds() {
    let with_gaps = |answered: usize, of: usize| {
        let states: Vec<_> = (0..of).map(|n| if n < answered { Scored(50.0) } else { Missing }).collect();
        area(&vec![1.0; of], &states)
    };
    assert_eq!(with_gaps(2, 3).publication, Publication::Published);
    assert_eq!(with_gaps(13, 20).publication, Publication::Provisional);
    assert_eq!(with_gaps(1, 2).publication, Publication::Provisional);
    let suppressed = with_gaps(4, 9);
    assert_eq!(suppressed.publication, Publication::Suppressed);
    assert_eq!((suppressed.score, suppressed.shown()), (Some(50.0), None));
    assert_eq!((suppressed.band, suppressed.staged), (None, None));
    // Weights that are not exact in binary: 0.1 + 0.2 answered of 0.45 is two thirds.
    assert_eq!(area(&[0.1, 0.2, 0.15], &[Scored(1.0), Scored(1.0), Missing]).publication, Publication::Published);
}

#[test]
fn an_area_without_answers_has_no_score() {
    for states in [[Missing, Missing], [Excluded, Excluded]] {
        let area = area(&[1.0, 1.0], &states);
        assert_eq!((area.score, area.band, area.staged, area.coverage), (None, None, None, 0.0));
        assert_eq!((area.low, area.high, area.publication), (0.0, 100.0, Publication::Suppressed));
    }
}

#[test]
fn enterprise_and_environment_are_told_apart() {
    let mut model = model([1.0].into_iter(), (0..3).map(|_| level_item(AreaIx::from_usize(0), 1.0)));
    let last = model.questions.indices().last().unwrap();
    model.questions[last].item.as_mut().unwrap().locus = Locus::Environment;
    let scores = of(&Questionnaire::unchecked(model), &[Scored(50.0), Scored(100.0), Scored(0.0)]);
    let area = scores.areas.iter().next().unwrap();
    assert_eq!((area.score, area.enterprise, area.environment), (Some(50.0), Some(75.0), Some(0.0)));
}

#[test]
fn a_facet_needs_two_answers_and_ignores_weights() {
    let facet = |_: usize| Facet { id: "KEX".to_owned(), title: Localized::default() };
    let mut model =
        model([1.0].into_iter(), [3.0, 1.0, 1.0].into_iter().map(|weight| level_item(AreaIx::from_usize(0), weight)));
    model.facets = (0..1).map(facet).collect();
    let tag = model.facets.indices().next().unwrap();
    for question in &mut model.questions {
        question.item.as_mut().unwrap().facets.push(tag);
    }
    let questionnaire = Questionnaire::unchecked(model);
    assert_eq!(of(&questionnaire, &[Scored(100.0), Scored(50.0), Missing]).facets[tag], Some(75.0));
    assert_eq!(of(&questionnaire, &[Scored(100.0), Missing, Excluded]).facets[tag], None);
}

#[test]
fn ratings_change_above_the_limits() {
    let rated: String = [0.0, 0.15, 0.151, 0.5, 0.501, 0.85, 0.851, 1.0]
        .map(|share| Rating::of(&Method::default(), share).letter())
        .iter()
        .collect();
    assert_eq!(rated, "NNPPLLFF");
    // 17 of 20 by sums of tenths is 0.85 and a bit; the bit must not lift it.
    assert_eq!(Rating::of(&Method::default(), (0..17).map(|_| 0.05).sum::<f64>()), Rating::Largely);
}

#[test]
fn a_staged_level_needs_all_lower_ones_fully() {
    // Twenty items of weight 1; how many of them reach levels 1, 2, 3 and 4 decides.
    let staged = |reach: [usize; 4]| {
        let score = |n: usize| Scored(25.0 * reach.iter().filter(|count| n < **count).count() as f64);
        let states: Vec<_> = (0..20).map(score).collect();
        area(&[1.0; 20], &states)
    };
    // 10 of 20 is 50 %: P. 11 is 55 %: L, the level holds but nothing above it counts.
    assert_eq!(staged([10, 0, 0, 0]).staged, Some(0));
    assert_eq!(staged([11, 11, 11, 11]).staged, Some(1));
    // 17 of 20 is 85 %: L. 18 is 90 %: F, and level 2 is looked at.
    assert_eq!(staged([17, 17, 17, 17]).staged, Some(1));
    assert_eq!(staged([18, 11, 0, 0]).staged, Some(2));
    assert_eq!(staged([18, 3, 3, 3]).staged, Some(1));
    assert_eq!(staged([20, 20, 20, 11]).staged, Some(4));
    for (reached, by_hand) in staged([18, 18, 10, 10]).reached.into_iter().zip([0.9, 0.9, 0.5, 0.5]) {
        near(reached, by_hand);
    }
    // Half of the basics missing, half excellent: the score of 50 is band 2, the staged level 0.
    let uneven = staged([10, 10, 10, 10]);
    assert_eq!((uneven.band, uneven.staged), (Some(2), Some(0)));
}

#[test]
fn a_score_a_hair_below_a_threshold_reaches_it() {
    // Three items at 3/4 weigh 0.1 each; their mean is 75 but for rounding.
    let area = area(&[0.1, 0.1, 0.1], &[Scored(75.0 - 1e-12), Scored(75.0), Scored(75.0)]);
    assert_eq!((area.staged, area.band), (Some(3), Some(3)));
    assert_eq!(band(&instrument(&[]).bands, 80.0 - 1e-12), 4);
    assert_eq!(band(&instrument(&[]).bands, 79.999), 3);
}

#[test]
fn a_flat_profile_returns_itself() {
    for score in [1.0, 37.5, 100.0] {
        let index = index_of(&[(0.2, score); 5]);
        near(index.headline, score);
        near(index.arithmetic, score);
        near(index.imbalance, 0.0);
    }
}

#[test]
fn one_area_at_zero_does_not_erase_the_others() {
    // exp(0.8·ln 100 + 0.2·ln 1) = 100^0.8 = 39.810717...; the arithmetic mean would hide it: 80.
    let index = index_of(&[(0.2, 100.0), (0.2, 100.0), (0.2, 0.0), (0.2, 100.0), (0.2, 100.0)]);
    near(index.headline, 39.810_717_055_349_73);
    near(index.arithmetic, 80.0);
    // The headline counts the zero as 1, so it is compared with 80.2.
    near(index.imbalance, 40.389_282_944_650_27);
    assert_eq!((index.minimum, index.bottleneck), (0.0, AreaIx::from_usize(2)));
    assert_eq!((index.band, index.staged), (1, 0));
}

#[test]
fn the_geometric_mean_tells_apart_what_the_arithmetic_cannot() {
    // The handbook's profiles: 21,1,1,1 and 6,6,6,6 both have mean 6; 21^(1/4) = 2.1407.
    let uneven = [21.0, 1.0, 1.0, 1.0].map(|score| (0.25, score));
    near(index_of(&uneven).arithmetic, 6.0);
    near(index_of(&uneven).headline, 2.140_695_142_928_072_5);
    // One point more on a weak one: 2^(1/4) = +19 % there, (7/6)^(1/4) = +4 % in the flat profile.
    let lifted = [21.0, 2.0, 1.0, 1.0].map(|score| (0.25, score));
    near(index_of(&lifted).headline / index_of(&uneven).headline, 1.189_207_115_002_721);
    let flat = [7.0, 6.0, 6.0, 6.0].map(|score| (0.25, score));
    near(index_of(&flat).headline / 6.0, 1.039_289_877_625_411_8);
}

#[test]
fn unequal_weights_of_areas_count() {
    // exp((0.5·ln 64 + 0.25·ln 16 + 0.25·ln 4)) = 2^(3 + 1 + 0.5) = 22.627417; 32 + 4 + 1 = 37.
    let index = index_of(&[(0.5, 64.0), (0.25, 16.0), (0.25, 4.0)]);
    near(index.headline, 22.627_416_997_969_52);
    near(index.arithmetic, 37.0);
}

#[test]
fn ties_of_the_bottleneck_go_to_the_first() {
    let index = index_of(&[(0.25, 50.0), (0.25, 20.0), (0.25, 20.0), (0.25, 80.0)]);
    assert_eq!((index.bottleneck, index.minimum), (AreaIx::from_usize(1), 20.0));
}

#[test]
fn one_missing_area_makes_the_index_provisional_two_make_it_absent() {
    let areas: &[(f64, &[f64])] = &[(0.4, &[1.0]), (0.4, &[1.0]), (0.2, &[1.0])];
    let questionnaire = instrument(areas);
    // Weights 0.4 and 0.2 become 2/3 and 1/3: 64^(2/3) · 8^(1/3) = 16 · 2 = 32.
    let index = of(&questionnaire, &[Scored(64.0), Missing, Scored(8.0)]).index.unwrap();
    near(index.headline, 32.0);
    near(index.arithmetic, 64.0 * 2.0 / 3.0 + 8.0 / 3.0);
    assert_eq!(index.publication, Publication::Provisional);
    // The missing area may be anything: 32^0.6 · 1^0.4 = 8, and 32^0.6 · 100^0.4 = 8 · 6.3095734 = 50.4765876.
    near(index.low, 8.0);
    near(index.high, 50.476_587_558_415_45);
    assert_eq!(of(&questionnaire, &[Scored(64.0), Missing, Missing]).index, None);
    assert_eq!(of(&questionnaire, &[Missing, Missing, Missing]).index, None);
    assert_eq!(
        of(&questionnaire, &[Scored(64.0), Scored(1.0), Scored(8.0)]).index.unwrap().publication,
        Publication::Published
    );
}

#[test]
fn a_provisional_area_makes_the_index_provisional() {
    let questionnaire = instrument(&[(0.5, &[1.0, 1.0]), (0.5, &[1.0])]);
    let index = of(&questionnaire, &[Scored(50.0), Missing, Scored(50.0)]).index.unwrap();
    assert_eq!(index.publication, Publication::Provisional);
    // Bounds of the first area 25 and 75: sqrt(25·50) and sqrt(75·50).
    near(index.low, 1250_f64.sqrt());
    near(index.high, 3750_f64.sqrt());
}

#[test]
fn the_enterprise_stands_at_its_lowest_staged_level() {
    let questionnaire = instrument(&[(0.5, &[1.0]), (0.5, &[1.0])]);
    assert_eq!(of(&questionnaire, &[Scored(100.0), Scored(50.0)]).index.unwrap().staged, 2);
}

#[test]
fn a_lever_is_the_exact_difference_of_two_indices() {
    // Areas (0, 50 | 25) and (100): sqrt(25·100) = 50. The item at 0 rises to 25: area 37.5,
    // index sqrt(3750) = 61.237..., gain 11.237... The item at 100 cannot rise.
    let questionnaire = instrument(&[(0.5, &[1.0, 1.0]), (0.5, &[1.0])]);
    let scores = of(&questionnaire, &[Scored(0.0), Scored(50.0), Scored(100.0)]);
    let steps = [Some(25.0), Some(75.0), None].into_iter().collect();
    let levers = levers(&questionnaire, &scores, &steps);
    assert_eq!(levers.len(), 2);
    near(levers[0].gain, 3750_f64.sqrt() - 50.0);
    // Equal steps of equal weights gain the same: the first of the file stands first.
    assert_eq!((levers[0].question.to_usize(), levers[1].question.to_usize()), (0, 1));
    assert_eq!((levers[0].from, levers[0].to), (0.0, 25.0));
}

#[test]
fn an_effect_names_the_areas_that_move() {
    let questionnaire = instrument(&[(0.5, &[1.0, 1.0]), (0.5, &[1.0, 1.0])]);
    let scores = of(&questionnaire, &[Scored(0.0), Scored(50.0), Scored(100.0), Missing]);
    let ix = QuestionIx::from_usize;
    let effect = effect(&questionnaire, &scores, &[(ix(0), 25.0), (ix(1), 75.0), (ix(3), 100.0)]);
    assert_eq!(effect.areas, [AreaMove { area: AreaIx::from_usize(0), from: 25.0, to: 50.0 }]);
    near(effect.gain.unwrap(), 5000_f64.sqrt() - 50.0);
}

#[test]
fn what_is_not_in_the_index_moves_nothing() {
    let questionnaire = instrument(&[(0.5, &[1.0]), (0.5, &[1.0, 1.0, 1.0])]);
    let scores = of(&questionnaire, &[Scored(50.0), Scored(50.0), Missing, Missing]);
    let step = (QuestionIx::from_usize(1), 75.0);
    assert_eq!(effect(&questionnaire, &scores, &[step]), Effect { gain: Some(0.0), areas: Vec::new() });
    let steps = [None, Some(75.0), None, None].into_iter().collect();
    assert!(levers(&questionnaire, &scores, &steps).is_empty());
}

#[test]
fn sums_do_not_lose_small_terms() {
    near(sum([1e16, 1.0, -1e16]), 1.0);
    near(sum([0.1; 10]), 1.0);
    assert_eq!(mean([]), None);
}
