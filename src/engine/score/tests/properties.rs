//! What must hold of scores for any answers.

use proptest::prelude::*;

use super::*;

prop_compose! {
    /// Up to six areas of up to eight items: area weights, item weights and states.
    pub(crate) fn assessments()(areas in prop::collection::vec((1_u32..9, prop::collection::vec((1_u32..6, states()), 1..9)), 1..7))
        -> Vec<(f64, Vec<(f64, ItemState)>)> {
        let total: u32 = areas.iter().map(|(weight, _)| weight).sum();
        let share = |weight: u32| f64::from(weight) / f64::from(total);
        areas.into_iter().map(|(weight, items)| {
            (share(weight), items.into_iter().map(|(weight, state)| (f64::from(weight) / 2.0, state)).collect())
        }).collect()
    }
}

fn states() -> impl Strategy<Value = ItemState> {
    prop_oneof![
        4 => (0.0..=100.0_f64).prop_map(Scored),
        4 => (0_u8..=4).prop_map(|level| Scored(25.0 * f64::from(level))),
        2 => Just(Missing),
        1 => Just(Excluded),
    ]
}

pub(crate) fn compute(areas: &[(f64, Vec<(f64, ItemState)>)]) -> (Questionnaire, Scores) {
    let weights: Vec<(f64, Vec<f64>)> =
        areas.iter().map(|(weight, items)| (*weight, items.iter().map(|(weight, _)| *weight).collect())).collect();
    let questionnaire =
        instrument(&weights.iter().map(|(weight, items)| (*weight, items.as_slice())).collect::<Vec<_>>());
    let states: Vec<_> = areas.iter().flat_map(|(_, items)| items.iter().map(|(_, state)| *state)).collect();
    let scores = of(&questionnaire, &states);
    (questionnaire, scores)
}

proptest! {
    #[test]
    fn every_figure_is_within_its_range(areas in assessments()) {
        let (_, scores) = compute(&areas);
        for area in &scores.areas {
            prop_assert!((0.0..=1.0).contains(&area.coverage));
            prop_assert!(0.0 <= area.low && area.low <= area.high && area.high <= 100.0);
            prop_assert!(area.reached.windows(2).all(|pair| pair[0] >= pair[1]));
            if let Some(score) = area.score {
                prop_assert!((area.low - 1e-9..=area.high + 1e-9).contains(&score), "{area:?}");
            }
        }
        if let Some(index) = scores.index {
            prop_assert!(1.0 <= index.headline && index.headline <= 100.0);
            prop_assert!(index.low <= index.headline && index.headline <= index.high);
            prop_assert!((0.0..=100.0).contains(&index.arithmetic) && (0.0..=100.0).contains(&index.imbalance));
            prop_assert!(index.minimum <= index.arithmetic + 1e-9);
        }
    }

    #[test]
    fn one_step_up_never_lowers_the_index(areas in assessments(), by in 0.0..100.0_f64) {
        let (questionnaire, scores) = compute(&areas);
        let steps = scores.items.map(|state| Some((state.as_ref()?.score()? + by).min(100.0)));
        for lever in levers(&questionnaire, &scores, &steps) {
            prop_assert!(lever.gain >= -1e-9, "{lever:?}");
            // The quick way gives what computing everything again gives.
            let mut items = scores.items.clone();
            items[lever.question] = Some(Scored(lever.to));
            let again = score(&questionnaire, items).index.unwrap().headline - scores.index.as_ref().unwrap().headline;
            prop_assert!((lever.gain - again).abs() < 1e-9);
        }
    }

    #[test]
    fn leaving_out_equals_imputing_the_mean(areas in assessments()) {
        let (_, scores) = compute(&areas);
        for ((_, items), area) in areas.iter().zip(scores.areas.iter()) {
            let Some(mean) = area.score else { continue };
            let filled: Vec<_> =
                items.iter().map(|(weight, state)| (*weight, if *state == Missing { Scored(mean) } else { *state })).collect();
            let (_, imputed) = compute(&[(1.0, filled)]);
            prop_assert!((imputed.areas.iter().next().unwrap().score.unwrap() - mean).abs() < 1e-9);
        }
    }

    #[test]
    fn the_order_of_areas_does_not_matter(areas in assessments()) {
        let (_, scores) = compute(&areas);
        let (_, turned) = compute(&areas.iter().rev().cloned().collect::<Vec<_>>());
        match (scores.index, turned.index) {
            (None, None) => {}
            (Some(one), Some(other)) => {
                prop_assert!((one.headline - other.headline).abs() < 1e-9);
                prop_assert!((one.arithmetic - other.arithmetic).abs() < 1e-9);
                prop_assert_eq!((one.minimum, one.staged, one.publication), (other.minimum, other.staged, other.publication));
            }
            (one, other) => prop_assert!(false, "{one:?} {other:?}"),
        }
    }
}
