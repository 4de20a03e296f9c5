//! Estimates against closed forms.

use std::f64::consts::PI;

use super::*;
use crate::engine::uncertainty::tests::{known, mixed};
use crate::engine::uncertainty::{Evidence, Factor, Factors, Options};

fn plan(rows: usize) -> Plan {
    Plan { rows, resamples: 40, seed: 2026, threads: NonZeroUsize::MIN }
}

/// First-order and total indices, each within the tolerance.
#[track_caller]
fn check(found: &Sensitivity, expected: &[(f64, f64)], tolerance: f64) {
    assert_eq!(found.factors.len(), expected.len());
    for (found, (first, total)) in found.factors.iter().zip(expected) {
        assert!((found.first.value - first).abs() < tolerance, "first {first}: {found:?}");
        assert!((found.total.value - total).abs() < tolerance, "total {total}: {found:?}");
        assert!(found.first.spread.contains(found.first.value) && found.total.spread.contains(found.total.value));
    }
}

#[test]
fn the_function_of_ishigami() {
    // Ishigami and Homma 1990, y = sin x1 + 7·sin² x2 + 0.1·x3⁴·sin x1 on [−π, π]³. With a = 7 and b = 0.1:
    // V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V13 = 8b²π⁸/225; S1 = .3139, S2 = .4424, S3 = 0, ST3 = .2437.
    let model = |x: &[f64]| {
        let [x1, x2, x3] = [0, 1, 2].map(|at| PI * (2.0 * x[at] - 1.0));
        x1.sin() + 7.0 * x2.sin().powi(2) + 0.1 * x3.powi(4) * x1.sin()
    };
    let (a, b) = (7.0_f64, 0.1_f64);
    let v1 = (1.0 + b * PI.powi(4) / 5.0).powi(2) / 2.0;
    let v2 = a * a / 8.0;
    let v13 = 8.0 * b * b * PI.powi(8) / 225.0;
    let whole = v1 + v2 + v13;
    assert!((v1 / whole - 0.3139).abs() < 5e-5 && (v2 / whole - 0.4424).abs() < 5e-5);
    let found = sensitivity(3, plan(60_000), model).unwrap();
    check(&found, &[(v1 / whole, (v1 + v13) / whole), (v2 / whole, v2 / whole), (0.0, v13 / whole)], 0.02);
    assert!((found.variance / whole - 1.0).abs() < 0.02 && (found.mean - a / 2.0).abs() < 0.05);
}

#[test]
fn a_sum_has_no_interactions() {
    // y = x1 + 2·x2 + 4·x3: shares c²/Σc² = 1, 4 and 16 of 21, first and total alike.
    let found = sensitivity(3, plan(40_000), |x| x[0] + 2.0 * x[1] + 4.0 * x[2]).unwrap();
    let shares = [1.0, 4.0, 16.0].map(|square| (square / 21.0, square / 21.0));
    check(&found, &shares, 0.02);
    assert!((found.variance - 21.0 / 12.0).abs() < 0.02);
}

#[test]
fn the_g_function_of_sobol() {
    // y = Π (|4x − 2| + a)/(1 + a): V_i = 1/(3(1 + a_i)²), V = Π(1 + V_i) − 1, S_Ti = V_i·Π_{j≠i}(1 + V_j)/V
    // (Saltelli et al. 2008, Global Sensitivity Analysis, the primer, ch. 3).
    let shape = [0.0, 1.0, 4.5, 9.0];
    let model = |x: &[f64]| x.iter().zip(shape).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product();
    let parts = shape.map(|a: f64| 1.0 / (3.0 * (1.0 + a).powi(2)));
    let product: f64 = parts.iter().map(|part| 1.0 + part).product();
    let whole = product - 1.0;
    let expected = parts.map(|part| (part / whole, part * product / (1.0 + part) / whole));
    check(&sensitivity(4, plan(60_000), model).unwrap(), &expected, 0.02);
}

#[test]
fn intervals_hold_the_truth_about_as_often_as_they_should() {
    // 90 % intervals of three factors, two estimates, 20 seeds: 108 of 120 expected.
    let truth = [1.0, 4.0, 16.0].map(|square| square / 21.0);
    let mut held = 0;
    for seed in 0..20 {
        let plan = Plan { seed, resamples: 300, ..plan(400) };
        let found = sensitivity(3, plan, |x| x[0] + 2.0 * x[1] + 4.0 * x[2]).unwrap();
        for (found, truth) in found.factors.iter().zip(truth) {
            held += [found.first, found.total].iter().filter(|estimate| estimate.spread.contains(truth)).count();
        }
    }
    assert!((90..=120).contains(&held), "{held} of 120");
}

#[test]
fn what_cannot_be_split_is_not() {
    assert_eq!(sensitivity(2, plan(100), |_| 7.0), None);
    assert_eq!(sensitivity(2, plan(100), |x| if x[0] < 0.5 { f64::NAN } else { 1.0 }), None);
    assert_eq!(sensitivity(0, plan(100), |_| 7.0), None);
    assert_eq!(sensitivity(1, plan(1), |x| x[0]), None);
    let short = Runs { a: vec![1.0, 2.0], b: vec![1.0, 2.0], mixed: vec![vec![1.0]] };
    assert_eq!(split(&short, 10, 1), None);
}

#[test]
fn threads_do_not_show() {
    let model = |x: &[f64]| x[0] * x[1] + x[0];
    let two = Plan { threads: NonZeroUsize::new(2).unwrap(), ..plan(500) };
    assert_eq!(sensitivity(2, plan(500), model), sensitivity(2, two, model));
}

#[test]
fn the_index_of_one_doubt_owes_everything_to_it() {
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, Evidence::Sure(60.0)), (1.0, Evidence::Missing)])]);
    let found = index(&questionnaire, &assessed, &Options::default()).unwrap();
    let share = |factor| found.factors.iter().find(|share| share.factor == factor).unwrap().indices;
    assert!((share(Factor::Missing).first.value - 1.0).abs() < 0.1);
    assert!(share(Factor::Missing).total.value > 0.95);
    // One area only: neither its weight nor the mean between areas matters at all.
    for idle in [Factor::AreaWeights, Factor::Aggregation, Factor::Answers] {
        assert!(share(idle).total.value < 1e-20, "{idle:?}");
    }
    // (60·w + U·v)/(w + v): deviation of U/2 is 14.4, the variance 833/4 = 208 and a little more.
    assert!((200.0..230.0).contains(&found.variance), "{}", found.variance);
    let none = Options { factors: Factors::NONE, ..Options::default() };
    assert_eq!(index(&questionnaire, &assessed, &none), None);
}

#[test]
fn gaps_and_answers_add_up_in_an_arithmetic_mean_of_one_area() {
    // ½·U(0,100) and ½·(50 ± 25 with 0.15 each): variances 208.33 and 46.875.
    let steps = Evidence::Steps { down: 25.0, score: 50.0, up: 75.0, chance: 0.3 };
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, steps), (1.0, Evidence::Missing)])]);
    let factors = Factors::NONE.with(Factor::Missing).with(Factor::Answers);
    let options = Options { factors, ..Options::default().drawing(8_000) };
    let found = index(&questionnaire, &assessed, &options).unwrap();
    let whole = 10_000.0 / 48.0 + 46.875;
    for share in &found.factors {
        let expected = if share.factor == Factor::Missing { 10_000.0 / 48.0 } else { 46.875 } / whole;
        assert!((share.indices.first.value - expected).abs() < 0.05, "{share:?}");
        assert!((share.indices.total.value - expected).abs() < 0.05, "{share:?}");
    }
    assert_eq!(found.factors.len(), 2);
}

#[test]
fn first_orders_never_exceed_totals_by_more_than_their_error() {
    let (questionnaire, assessed) = mixed();
    let found = index(&questionnaire, &assessed, &Options::default().drawing(1_000)).unwrap();
    for share in &found.factors {
        let Indices { first, total } = share.indices;
        assert!(first.spread.low <= total.spread.high, "{share:?}");
        assert!(total.value >= 0.0);
    }
    let firsts: f64 = found.factors.iter().map(|share| share.indices.first.value).sum();
    assert!((0.6..=1.2).contains(&firsts), "{firsts}");
}
