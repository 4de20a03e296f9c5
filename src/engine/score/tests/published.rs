//! Published indices, written as questionnaires and computed again.

use super::*;
use crate::engine::fixture;

/// Human Development Report 2021/22, statistical annex, table 1 (values of 2021): life expectancy, expected
/// and mean years of schooling, income, index, and the place among the four groups. The method and the
/// goalposts are those of its technical note 1.
const HDI: [(&str, [&str; 4], f64, usize); 5] = [
    ("Switzerland", ["84.0", "16.5", "13.9", "66933"], 0.962, 3),
    // 18.2 expected years count as 18: indicators are capped at their goalposts.
    ("Norway", ["83.2", "18.2", "13.0", "64660"], 0.961, 3),
    ("Uzbekistan", ["70.9", "12.5", "11.9", "7917"], 0.727, 2),
    ("Niger", ["61.6", "7.0", "2.1", "1240"], 0.400, 0),
    ("South Sudan", ["55.0", "5.5", "5.7", "768"], 0.385, 0),
];

#[test]
fn the_human_development_index_comes_out_as_published() {
    let questionnaire = fixture::questionnaire(include_str!("hdi.toml"));
    for (country, indicators, published, group) in HDI {
        let answers: Vec<_> = ["life", "expected", "mean", "gni"].into_iter().zip(indicators).collect();
        let index = score(&questionnaire, fixture::interview(&questionnaire, &answers).item_states()).index.unwrap();
        // The published indicators are rounded, so the third decimal may differ by one.
        let computed = (index.headline * 10.0).round() / 1000.0;
        assert!((computed - published).abs() < 0.001_5, "{country}: {computed}, published {published}");
        assert_eq!(index.band, group, "{country}");
    }
}

#[test]
fn the_index_of_before_2010_comes_out_as_in_its_worked_example() {
    // Human Development Report 2007/2008, technical note 1, the example of Turkey: an arithmetic mean, literacy
    // with twice the weight of enrolment. Life expectancy 71.4, literacy 87.4 %, enrolment 68.7 %, GDP 8,407:
    // indices 0.773, 0.812 and 0.740, HDI 0.775.
    let text = include_str!("hdi.toml")
        .replace("\"geometric\"", "\"arithmetic\"")
        .replace("worst = 20, best = 85", "worst = 25, best = 85")
        .replace("worst = 0, best = 18 }", "worst = 0, best = 100 }\nweight = 2")
        .replace("worst = 0, best = 15 }", "worst = 0, best = 100 }")
        .replace("best = 75000", "best = 40000");
    let questionnaire = fixture::questionnaire(&text);
    let answers = [("life", "71.4"), ("expected", "87.4"), ("mean", "68.7"), ("gni", "8407")];
    let scores = score(&questionnaire, fixture::interview(&questionnaire, &answers).item_states());
    let rounded = |score: f64| (score * 10.0).round() / 1000.0;
    let areas: Vec<f64> = scores.areas.iter().map(|area| rounded(area.score.unwrap())).collect();
    assert_eq!(areas, [0.773, 0.812, 0.740]);
    near(rounded(scores.index.unwrap().headline), 0.775);
}
