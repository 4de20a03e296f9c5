//! The means between areas, and the settings of a questionnaire.

use proptest::prelude::*;

use super::*;
use crate::engine::questionnaire::Aggregation;

fn with(aggregation: Aggregation, floor: f64) -> Method {
    Method { aggregation, floor, ..Method::default() }
}

fn mean_of(aggregation: Aggregation, floor: f64, pairs: &[(f64, f64)]) -> f64 {
    aggregate(&with(aggregation, floor), pairs.iter().copied()).unwrap()
}

#[test]
fn every_mean_by_hand() {
    // Weights 1/2, 1/4, 1/4 of 64, 16, 4.
    let pairs = [(0.5, 64.0), (0.25, 16.0), (0.25, 4.0)];
    let by = |aggregation| mean_of(aggregation, 1.0, &pairs);
    near(by(Aggregation::Arithmetic), 37.0);
    near(by(Aggregation::Geometric), 22.627_416_997_969_52);
    // 1 / (0.5/64 + 0.25/16 + 0.25/4) = 1 / 0.0859375.
    near(by(Aggregation::Harmonic), 11.636_363_636_363_637);
    near(by(Aggregation::Minimum), 4.0);
    // (0.5·8 + 0.25·4 + 0.25·2)² = 5.5².
    near(by(Aggregation::Power(0.5)), 30.25);
    // √(0.5·4096 + 0.25·256 + 0.25·16) = √2116.
    near(by(Aggregation::Power(2.0)), 46.0);
    near(by(Aggregation::Power(-1.0)), by(Aggregation::Harmonic));
    near(by(Aggregation::Power(1.0)), by(Aggregation::Arithmetic));
}

#[test]
fn a_zero_erases_unless_there_is_a_floor() {
    let pairs = [(0.5, 0.0), (0.5, 100.0)];
    for aggregation in [Aggregation::Geometric, Aggregation::Harmonic, Aggregation::Power(-2.0)] {
        near(mean_of(aggregation, 0.0, &pairs), 0.0);
        assert!(mean_of(aggregation, 1.0, &pairs) > 1.0, "{aggregation:?}");
    }
    // Harmonic with the floor: 2 / (1 + 1/100).
    near(mean_of(Aggregation::Harmonic, 1.0, &pairs), 200.0 / 101.0);
    // The means that do not vanish are not lifted.
    near(mean_of(Aggregation::Arithmetic, 1.0, &pairs), 50.0);
    near(mean_of(Aggregation::Minimum, 1.0, &pairs), 0.0);
    near(mean_of(Aggregation::Power(2.0), 1.0, &pairs), 5000_f64.sqrt());
    assert_eq!(aggregate(&with(Aggregation::Geometric, 0.0), [(0.0, 5.0)].into_iter()), None);
    // An area without weight has no say, not even with 0.
    near(mean_of(Aggregation::Geometric, 0.0, &[(0.0, 0.0), (1.0, 30.0)]), 30.0);
}

#[test]
fn thresholds_of_the_questionnaire_decide() {
    let mut model = model([1.0].into_iter(), (0..4).map(|_| level_item(AreaIx::from_usize(0), 1.0)));
    model.method = Method {
        published: 0.8,
        provisional: 0.7,
        different_scope: 0.2,
        levels: [10.0, 20.0, 30.0, 40.0],
        ..model.method
    };
    let questionnaire = Questionnaire::unchecked(model);
    let first = |states: [ItemState; 4]| of(&questionnaire, &states).areas.iter().next().unwrap().clone();
    assert_eq!(first([Scored(50.0), Scored(50.0), Scored(50.0), Missing]).publication, Publication::Provisional);
    assert_eq!(first([Scored(50.0), Scored(50.0), Missing, Missing]).publication, Publication::Suppressed);
    let narrow = first([Scored(50.0), Scored(25.0), Scored(25.0), Excluded]);
    assert!(narrow.different_scope);
    narrow.reached.into_iter().zip([1.0, 1.0, 1.0 / 3.0, 1.0 / 3.0]).for_each(|(found, by_hand)| near(found, by_hand));
    assert_eq!(narrow.staged, Some(2));
}

#[test]
fn so_many_areas_may_be_missing_as_the_questionnaire_says() {
    let index = |missing_areas| {
        let mut model = model([0.5, 0.25, 0.25].into_iter(), (0..3).map(|n| level_item(AreaIx::from_usize(n), 1.0)));
        model.method.missing_areas = missing_areas;
        of(&Questionnaire::unchecked(model), &[Scored(64.0), Missing, Missing]).index
    };
    assert_eq!(index(1), None);
    near(index(2).unwrap().headline, 64.0);
}

prop_compose! {
    fn means()(power in -6.0..6.0_f64, named in 0..5_u8) -> Aggregation {
        match named {
            0 => Aggregation::Arithmetic,
            1 => Aggregation::Geometric,
            2 => Aggregation::Harmonic,
            3 => Aggregation::Minimum,
            _ => Aggregation::Power(if power.abs() < 0.05 { 0.05 } else { power }),
        }
    }
}

proptest! {
    #[test]
    fn a_mean_lies_between_and_never_falls_when_an_area_rises(
        aggregation in means(),
        floor in prop_oneof![Just(0.0), Just(1.0), 0.0..30.0_f64],
        mut pairs in prop::collection::vec((0.01..1.0_f64, prop_oneof![Just(0.0), 0.0..=100.0_f64]), 1..6),
        by in 0.0..50.0_f64,
    ) {
        let method = with(aggregation, floor);
        let before = aggregate(&method, pairs.iter().copied()).unwrap();
        let counted = |pick: fn(f64, f64) -> f64, from: f64| {
            pairs.iter().map(|(_, score)| floored(&method, *score)).fold(from, pick)
        };
        prop_assert!(before >= counted(f64::min, 100.0) - 1e-6 && before <= counted(f64::max, 0.0) + 1e-6);
        pairs[0].1 = (pairs[0].1 + by).min(100.0);
        prop_assert!(aggregate(&method, pairs.iter().copied()).unwrap() >= before - 1e-9);
    }

    #[test]
    fn a_power_mean_rises_with_its_exponent(
        pairs in prop::collection::vec((0.1..1.0_f64, 1.0..100.0_f64), 2..5),
        low in -5.0..5.0_f64,
        more in 0.1..5.0_f64,
    ) {
        prop_assume!(low.abs() > 0.05 && (low + more).abs() > 0.05);
        let by = |p| mean_of(Aggregation::Power(p), 0.0, &pairs);
        prop_assert!(by(low) <= by(low + more) + 1e-9);
        prop_assert!(mean_of(Aggregation::Minimum, 0.0, &pairs) <= by(low) + 1e-9);
    }

    #[test]
    fn value_takes_back_utility(aggregation in means(), score in 1.0..100.0_f64) {
        let method = with(aggregation, 1.0);
        prop_assert!((value(&method, utility(&method, score)) - score).abs() < 1e-6);
    }
}
