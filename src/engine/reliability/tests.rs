//! Consistency against published figures, closed forms and tables by hand.

use proptest::prelude::*;

use super::*;
use crate::engine::id::ArenaIndex;

/// Chatterjee and Price (1977), Regression Analysis by Example: favourable answers to seven questions in 30
/// departments, per cent; `attitude` in R. Rating, complaints, privileges, learning, raises, critical, advance.
const ATTITUDE: [[f64; 30]; 7] = [
    [
        43.0, 63.0, 71.0, 61.0, 81.0, 43.0, 58.0, 71.0, 72.0, 67.0, 64.0, 67.0, 69.0, 68.0, 77.0, 81.0, 74.0, 65.0,
        65.0, 50.0, 50.0, 64.0, 53.0, 40.0, 63.0, 66.0, 78.0, 48.0, 85.0, 82.0,
    ],
    [
        51.0, 64.0, 70.0, 63.0, 78.0, 55.0, 67.0, 75.0, 82.0, 61.0, 53.0, 60.0, 62.0, 83.0, 77.0, 90.0, 85.0, 60.0,
        70.0, 58.0, 40.0, 61.0, 66.0, 37.0, 54.0, 77.0, 75.0, 57.0, 85.0, 82.0,
    ],
    [
        30.0, 51.0, 68.0, 45.0, 56.0, 49.0, 42.0, 50.0, 72.0, 45.0, 53.0, 47.0, 57.0, 83.0, 54.0, 50.0, 64.0, 65.0,
        46.0, 68.0, 33.0, 52.0, 52.0, 42.0, 42.0, 66.0, 58.0, 44.0, 71.0, 39.0,
    ],
    [
        39.0, 54.0, 69.0, 47.0, 66.0, 44.0, 56.0, 55.0, 67.0, 47.0, 58.0, 39.0, 42.0, 45.0, 72.0, 72.0, 69.0, 75.0,
        57.0, 54.0, 34.0, 62.0, 50.0, 58.0, 48.0, 63.0, 74.0, 45.0, 71.0, 59.0,
    ],
    [
        61.0, 63.0, 76.0, 54.0, 71.0, 54.0, 66.0, 70.0, 71.0, 62.0, 58.0, 59.0, 55.0, 59.0, 79.0, 60.0, 79.0, 55.0,
        75.0, 64.0, 43.0, 66.0, 63.0, 50.0, 66.0, 88.0, 80.0, 51.0, 77.0, 64.0,
    ],
    [
        92.0, 73.0, 86.0, 84.0, 83.0, 49.0, 68.0, 66.0, 83.0, 80.0, 67.0, 74.0, 63.0, 77.0, 77.0, 54.0, 79.0, 80.0,
        85.0, 78.0, 64.0, 80.0, 80.0, 57.0, 75.0, 76.0, 78.0, 83.0, 74.0, 78.0,
    ],
    [
        45.0, 47.0, 48.0, 35.0, 47.0, 34.0, 35.0, 41.0, 31.0, 41.0, 34.0, 41.0, 25.0, 35.0, 46.0, 36.0, 63.0, 60.0,
        46.0, 52.0, 33.0, 41.0, 37.0, 49.0, 33.0, 72.0, 49.0, 38.0, 55.0, 39.0,
    ],
];

fn attitude() -> Vec<Vec<f64>> {
    ATTITUDE.iter().map(|row| row.to_vec()).collect()
}

fn scored(scores: &[Vec<f64>]) -> Vec<Column> {
    let column = |(place, row): (usize, &Vec<f64>)| Column {
        question: QuestionIx::from_usize(place),
        formative: false,
        cells: row.iter().map(|score| Cell::Score(*score)).collect(),
        shown_ms: Vec::new(),
    };
    scores.iter().enumerate().map(column).collect()
}

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found}, not {expected}");
}

#[test]
fn the_attitude_data_have_their_published_alpha() {
    // alpha(attitude) of the R package psych (Revelle), as its manual prints it with two digits: raw 0.84,
    // standardised 0.84; without each item and item-rest (r.drop) as below.
    let report = reliability(&scored(&attitude()));
    let consistency = report.consistency.unwrap();
    near(consistency.raw.value, 0.84, 0.005);
    near(consistency.standardised.unwrap(), 0.84, 0.005);
    let published = [(0.81, 0.67), (0.80, 0.74), (0.83, 0.56), (0.80, 0.71), (0.80, 0.79), (0.86, 0.27), (0.84, 0.46)];
    for (item, (without, rest)) in report.items.iter().zip(published) {
        near(item.alpha_without.unwrap(), without, 0.005);
        near(item.item_rest.unwrap(), rest, 0.005);
        assert_eq!(item.flag, None);
    }
    assert_eq!((report.complete, report.scale, consistency.omega), (30, 7, None));
    assert_eq!(consistency.verdict, Verdict::Consistent);
}

#[test]
fn alpha_by_hand() {
    // Items 1 2 3, 2 2 5 and 1 3 2: variances 1, 3, 1; totals 4 7 10: variance 9. 3/2·(1 − 5/9) = 2/3.
    let scores = [vec![1.0, 2.0, 3.0], vec![2.0, 2.0, 5.0], vec![1.0, 3.0, 2.0]];
    near(alpha(&scores).unwrap(), 2.0 / 3.0, 1e-12);
    assert_eq!(alpha(&[vec![1.0, 2.0], vec![2.0, 1.0]]), None, "the totals are all 3");
    assert_eq!((alpha(&[vec![1.0, 2.0]]), alpha(&[])), (None, None));
    // Correlations 3/√12, 1/2 and 0: r = (0.866025 + 0.5 + 0)/3 = 0.455342; 3r/(1 + 2r).
    let r = (0.75_f64.sqrt() + 0.5) / 3.0;
    near(standardised(&scores).unwrap(), 3.0 * r / (1.0 + 2.0 * r), 1e-12);
}

#[test]
fn the_interval_of_alpha_comes_from_quantiles_of_f() {
    // From printed tables of F: F(0.975; 30, 60) = 1.82 and F(0.975; 60, 30) = 1.94, whose inverse is
    // F(0.025; 30, 60). Thus 31 assessments of three items, alpha 0.8: 1 − 0.2·1.82 and 1 − 0.2/1.94.
    let found = feldt(0.8, 31, 3, 0.95).unwrap();
    near(found.low, 1.0 - 0.2 * 1.82, 0.001);
    near(found.high, 1.0 - 0.2 / 1.94, 0.001);
    // F of 2 and 2m degrees has the closed upper quantile m·(p^(−1/m) − 1): here n = 3, k = 4, m = 3.
    let upper = |p: f64| 3.0 * (p.powf(-1.0 / 3.0) - 1.0);
    let found = feldt(0.5, 3, 4, 0.9).unwrap();
    near(found.low, 1.0 - 0.5 * upper(0.05), 1e-9);
    near(found.high, 1.0 - 0.5 * upper(0.95), 1e-9);
    assert_eq!((feldt(0.8, 1, 3, 0.95), feldt(0.8, 30, 1, 0.95), feldt(0.8, 30, 3, 1.0)), (None, None, None));
}

#[test]
fn a_factor_is_found_again_in_the_correlations_it_makes() {
    // r_ij = λ_i·λ_j has this factor and no other, one item against the others.
    let made = [0.8, 0.7, 0.5, 0.9, -0.3];
    let cell = |row: usize, column: usize| if row == column { 1.0 } else { made[row] * made[column] };
    let table: Vec<Vec<f64>> = (0..5).map(|row| (0..5).map(|column| cell(row, column)).collect()).collect();
    for (found, made) in omega::loadings(&table).unwrap().iter().zip(made) {
        near(*found, made, 1e-6);
    }
}

#[test]
fn omega_of_equal_items_is_alpha() {
    // Items that share one part and have a part each, all orthogonal over a full factorial of ±1: correlations
    // are all 1/2, so both are 3·½/(1 + 2·½) = 3/4.
    let sign = |row: u32, bit: u32| if row >> bit & 1 == 0 { 1.0 } else { -1.0 };
    let scores: Vec<Vec<f64>> =
        (1..4).map(|own| (0..128).map(|row| 50.0 + 10.0 * (sign(row, 0) + sign(row, own))).collect()).collect();
    near(omega(&scores).unwrap(), 0.75, 1e-8);
    let report = reliability(&scored(&scores)).consistency.unwrap();
    near(report.omega.unwrap(), report.standardised.unwrap(), 1e-8);
    near(report.raw.value, 0.75, 1e-9);
}

#[test]
fn too_little_says_nothing() {
    let few = |items: usize, rows: usize| {
        let scores: Vec<Vec<f64>> = attitude().iter().take(items).map(|row| row[..rows].to_vec()).collect();
        reliability(&scored(&scores)).consistency.err()
    };
    assert_eq!(few(2, 30), Some(NoConsistency::FewItems));
    assert_eq!(few(0, 0), Some(NoConsistency::FewItems));
    assert_eq!(few(3, 29), Some(NoConsistency::FewAssessments));
    assert_eq!(few(3, 30), None);
    let same = vec![vec![50.0; 40]; 3];
    assert_eq!(reliability(&scored(&same)).consistency.err(), Some(NoConsistency::NoVariance));
}

#[test]
fn incomplete_assessments_and_formative_items_stay_out() {
    let mut table = scored(&attitude());
    for (column, cell) in table.iter_mut().zip([Cell::DontKnow, Cell::Open, Cell::NotApplicable].iter().cycle()) {
        column.cells.push(*cell);
    }
    let whole = reliability(&scored(&attitude()));
    let report = reliability(&table);
    assert_eq!((report.assessments, report.complete), (31, 30));
    assert_eq!(report.consistency, whole.consistency);
    near(report.items[0].dont_know.unwrap(), 1.0 / 31.0, 1e-12);
    near(report.items[2].not_applicable.unwrap(), 1.0 / 31.0, 1e-12);
    // A list that need not go together: alpha is that of the other six, and nothing is flagged.
    table[5].formative = true;
    table[5]
        .cells
        .iter_mut()
        .for_each(|cell| *cell = if let Cell::Score(score) = cell { Cell::Score(-*score) } else { *cell });
    let report = reliability(&table);
    near(report.consistency.unwrap().raw.value, whole.items[5].alpha_without.unwrap(), 1e-12);
    near(report.items[5].item_rest.unwrap(), -whole.items[5].item_rest.unwrap(), 1e-12);
    assert_eq!((report.items[5].flag, report.items[5].alpha_without), (None, None));
    table[5].formative = false;
    assert_eq!(reliability(&table).items[5].flag, Some(Flag::Negative));
}

#[test]
fn rates_are_of_those_who_were_asked() {
    let cells = [Cell::Score(0.0), Cell::Score(100.0), Cell::Score(0.0), Cell::Score(50.0), Cell::DontKnow, Cell::Open];
    let cells = [cells.as_slice(), &[Cell::NotApplicable, Cell::NotApplicable, Cell::NotAsked, Cell::Refused]].concat();
    let column = Column { question: QuestionIx::from_usize(0), formative: false, cells, shown_ms: vec![9.0, 1.0, 5.0] };
    let item = reliability(&[column]).items[0];
    assert_eq!((item.scored, item.floor, item.ceiling), (4, Some(0.5), Some(0.25)));
    // Nine were asked, two of them said that it does not apply; one of the seven others does not know.
    assert_eq!((item.not_applicable, item.dont_know), (Some(2.0 / 9.0), Some(1.0 / 7.0)));
    assert_eq!((item.median_ms, item.item_rest), (Some(5.0), None));
}

#[test]
fn kappa_by_a_table() {
    // Rows first, columns second, levels 0..2: 4 1 0 / 1 2 1 / 0 0 1, n = 10. Observed Σ d² = 3. Margins 5 4 1 and
    // 5 3 2; expected Σ d²·r·c/n = (5·3 + 4·5·1 + 5·2·4 + 4·2·1 + 1·5·4 + 1·3·1)/10
    // = (15 + 20 + 40 + 8 + 20 + 3)/10 = 10.6. 1 − 3/10.6.
    let table = [((0.0, 0.0), 4), ((0.0, 1.0), 1), ((1.0, 0.0), 1), ((1.0, 1.0), 2), ((1.0, 2.0), 1), ((2.0, 2.0), 1)];
    let pairs: Vec<(f64, f64)> = table.iter().flat_map(|(pair, times)| vec![*pair; *times]).collect();
    near(kappa(&pairs).unwrap(), 1.0 - 3.0 / 10.6, 1e-12);
    assert_eq!((kappa(&[]), kappa(&[(2.0, 2.0); 5])), (None, None));
    assert_eq!(kappa(&[(0.0, 4.0), (4.0, 0.0)]), Some(-1.0));
}

#[test]
fn what_two_respondents_see_differently_is_listed() {
    let said = [(0.0, 3.0), (2.0, 2.0), (4.0, 0.0), (1.0, 2.0), (3.0, 1.0)];
    let pairs =
        (0..).zip(said).map(|(place, (one, other))| Pair { question: QuestionIx::from_usize(place), one, other });
    let found = agreement(&pairs.collect::<Vec<_>>());
    let listed: Vec<(usize, f64)> = found.far_apart.iter().map(|d| (d.pair.question.to_usize(), d.levels)).collect();
    assert_eq!(listed, [(2, -4.0), (0, 3.0), (4, -2.0)]);
    assert_eq!((found.items, found.same), (5, Some(0.2)));
    near(found.lean.unwrap(), -0.4, 1e-12);
}

#[test]
fn two_interviews_are_compared_item_by_item() {
    use crate::engine::fixture;
    use crate::engine::questionnaire::sample::SAMPLE;
    let questionnaire = fixture::questionnaire(SAMPLE);
    let answers = |level, last| [("F3", "45"), ("F8", "yes"), ("INF1", level), ("INF2", "university"), last];
    let one = fixture::interview(&questionnaire, &answers("4", ("REG1", "1")));
    let other = fixture::interview(&questionnaire, &answers("1", ("REG1", "dont_know!")));
    let found = agreement(&pairs(&one, &other));
    let named = |name| questionnaire.find(name).unwrap();
    assert_eq!(found.far_apart.iter().map(|far| far.pair.question).collect::<Vec<_>>(), [named("INF1")]);
    assert_eq!((found.items, found.same), (2, Some(0.5)));
    // The same two as cells of the statistics.
    let table = super::columns(&questionnaire, &[super::cells(&one), super::cells(&other)]);
    let cells = |name| &table.iter().find(|column| column.question == named(name)).unwrap().cells;
    assert_eq!(cells("INF1"), &[Cell::Score(100.0), Cell::Score(25.0)]);
    assert_eq!(cells("REG1")[1], Cell::DontKnow);
    assert_eq!(cells("CLU1"), &[Cell::Open, Cell::Open]);
}

#[test]
fn influence_is_not_weight() {
    // The first area varies four times as much as the second and is independent of it: of I = (D1 + D2)/2 it has
    // 16/17 of the variance, though both weigh the same.
    let rows: Vec<(Vec<Option<f64>>, f64)> = (0..64)
        .map(|row| {
            let (one, other) = (40.0 * f64::from(row / 8 % 2), 10.0 * f64::from(row % 2));
            (vec![Some(one), Some(other)], f64::midpoint(one, other))
        })
        .collect();
    let found = influence(&[1.0, 1.0], &rows);
    near(found[0].squared.unwrap(), 16.0 / 17.0, 1e-9);
    near(found[1].share.unwrap(), 1.0 / 17.0, 1e-9);
    assert_eq!((found[0].nominal, found[0].n), (0.5, 64));
    assert_eq!(influence(&[1.0, 1.0], &rows[..29])[0].squared, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn neither_the_order_of_items_nor_of_assessments_shows(
        scores in prop::collection::vec(prop::collection::vec(0..=4_u8, 40), 3..6), rows in 0..40_usize, items in 0..6_usize,
    ) {
        let mut scores: Vec<Vec<f64>> =
            scores.into_iter().map(|row| row.into_iter().map(|level| 25.0 * f64::from(level)).collect()).collect();
        let before = (alpha(&scores), standardised(&scores), omega(&scores));
        for row in &mut scores {
            row.rotate_left(rows);
        }
        let turn = items % scores.len();
        scores.rotate_left(turn);
        let after = (alpha(&scores), standardised(&scores), omega(&scores));
        for (before, after) in [(before.0, after.0), (before.1, after.1)] {
            prop_assert_eq!(before.is_some(), after.is_some());
            prop_assert!((before.unwrap_or(0.0) - after.unwrap_or(0.0)).abs() < 1e-9);
            prop_assert!(before.unwrap_or(0.0) <= 1.0 + 1e-9);
        }
        prop_assert!(before.2.is_none_or(|omega| (0.0..=1.0).contains(&omega)));
        if let Ok(found) = reliability(&scored(&scores)).consistency {
            prop_assert!(found.raw.low <= found.raw.value && found.raw.value <= found.raw.high && found.raw.high <= 1.0);
        }
    }

    #[test]
    fn kappa_is_symmetric_and_in_range(said in prop::collection::vec((0..=4_u8, 0..=4_u8), 1..40)) {
        let pairs: Vec<(f64, f64)> = said.iter().map(|(one, other)| (f64::from(*one), f64::from(*other))).collect();
        let turned: Vec<(f64, f64)> = pairs.iter().map(|(one, other)| (*other, *one)).collect();
        let (found, turned) = (kappa(&pairs), kappa(&turned));
        prop_assert_eq!(found.is_some(), turned.is_some());
        if let (Some(found), Some(turned)) = (found, turned) {
            prop_assert!((found - turned).abs() < 1e-12 && (-1.0 - 1e-9..=1.0).contains(&found));
        }
    }
}
