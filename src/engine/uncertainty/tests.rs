//! Simulations against closed forms, and against themselves.

use proptest::prelude::*;

use super::*;
use crate::engine::fixture;
use crate::engine::id::ArenaIndex;
use crate::engine::questionnaire::Aggregation;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::score::tests::properties::{assessments, compute};
use crate::engine::score::tests::{instrument, near};
use crate::engine::score::{mean, weighted_mean};
use crate::engine::statistics::variance;

mod evidence;

/// Areas with their weight and the weight and evidence of their items.
pub(crate) fn known(areas: &[(f64, &[(f64, Evidence)])]) -> (Questionnaire, Assessed) {
    let weights: Vec<(f64, Vec<f64>)> =
        areas.iter().map(|(weight, items)| (*weight, items.iter().map(|item| item.0).collect())).collect();
    let weights: Vec<(f64, &[f64])> = weights.iter().map(|(weight, items)| (*weight, items.as_slice())).collect();
    let questionnaire = instrument(&weights);
    let evidence = areas.iter().flat_map(|(_, items)| items.iter().map(|item| Some(item.1))).collect();
    let assessed = Assessed::new(&questionnaire, evidence);
    (questionnaire, assessed)
}

fn only(factors: &[Factor]) -> Options {
    let factors = factors.iter().fold(Factors::NONE, |set, factor| set.with(*factor));
    Options { factors, ..Options::default().drawing(40_000) }
}

/// Two moments against their closed forms, within five standard errors of a sample of this size.
#[track_caller]
fn moments(draws: &[f64], expected: f64, deviation: f64) {
    let error = deviation / (draws.len() as f64).sqrt();
    let centre = mean(draws.iter().copied()).unwrap();
    assert!((centre - expected).abs() < 5.0 * error, "mean {centre}, not {expected}");
    let spread = variance(draws).unwrap().sqrt();
    assert!((spread / deviation - 1.0).abs() < 0.03, "deviation {spread}, not {deviation}");
}

fn steps(down: f64, score: f64, up: f64, chance: f64) -> Evidence {
    Evidence::Steps { down, score, up, chance }
}

#[test]
fn a_mean_under_dirichlet_weights_has_its_known_moments() {
    // w ~ Dirichlet(α), α₀ = Σα: E = Σ w·D, Var = (Σ w·D² − E²)/(α₀ + 1). Here K = 3, so α₀ = 40·3 = 120.
    let shares = [(0.5, 20.0), (0.3, 50.0), (0.2, 90.0)];
    let items: Vec<[(f64, Evidence); 1]> = shares.iter().map(|(_, score)| [(1.0, Evidence::Sure(*score))]).collect();
    let areas: Vec<(f64, &[(f64, Evidence)])> =
        shares.iter().zip(&items).map(|((weight, _), item)| (*weight, item.as_slice())).collect();
    let (questionnaire, assessed) = known(&areas);
    let mut model = (*questionnaire).clone();
    model.method.aggregation = Aggregation::Arithmetic;
    let questionnaire = Questionnaire::unchecked(model);
    let expected = |shares: &[(f64, f64)], total: f64| {
        let first = weighted_mean(shares.iter().copied()).unwrap();
        let second = weighted_mean(shares.iter().map(|(weight, score)| (*weight, score * score))).unwrap();
        (first, ((second - first * first) / (total + 1.0)).sqrt())
    };
    let options = only(&[Factor::AreaWeights]);
    let (centre, deviation) = expected(&shares, 120.0);
    moments(&draws(&questionnaire, &assessed, &options, 0).headline.unwrap(), centre, deviation);
    // Flat: α = (1, 1, 1) around equal weights.
    let harsh = Options { area_weights: AreaWeights::Harsh, ..options };
    let (centre, deviation) = expected(&shares.map(|(_, score)| (1.0 / 3.0, score)), 3.0);
    moments(&draws(&questionnaire, &assessed, &harsh, 0).headline.unwrap(), centre, deviation);
}

#[test]
fn a_gap_may_be_anything() {
    // (60 + U)/2 with U uniform on 0..100: mean 55, deviation 100/√12/2.
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, Evidence::Sure(60.0)), (1.0, Evidence::Missing)])]);
    let draws = draws(&questionnaire, &assessed, &only(&[Factor::Missing]), 0);
    let area = draws.areas.iter().next().unwrap().as_ref().unwrap();
    moments(area, 55.0, 50.0 / 12_f64.sqrt());
    assert!(area.iter().all(|score| (30.0..80.0).contains(score)));
}

#[test]
fn an_answer_is_off_as_often_as_it_should_be() {
    // One step down with probability 0.15, one up with 0.15: mean 50, deviation 25·√0.3.
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, steps(25.0, 50.0, 75.0, 0.3))])]);
    let row = draws(&questionnaire, &assessed, &only(&[Factor::Answers]), 0).headline.unwrap();
    moments(&row, 50.0, 25.0 * 0.3_f64.sqrt());
    // At the bottom there is only the way up.
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, steps(0.0, 0.0, 25.0, 0.3))])]);
    let row = draws(&questionnaire, &assessed, &only(&[Factor::Answers]), 0).areas;
    let row = row.iter().next().unwrap().clone().unwrap();
    moments(&row, 25.0 * 0.15, 25.0 * (0.15_f64 * 0.85).sqrt());
}

#[test]
fn a_number_is_off_by_a_share() {
    // 30 of 60 off by up to 10 %: uniform on 45..55.
    let scale = crate::engine::questionnaire::Scale::Linear;
    let number = Evidence::Number { value: 30.0, worst: 0.0, best: 60.0, scale, share: 0.1 };
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, number)])]);
    near(assessed.scores.index.as_ref().unwrap().headline, 50.0);
    let row = draws(&questionnaire, &assessed, &only(&[Factor::Answers]), 0).headline.unwrap();
    moments(&row, 50.0, 10.0 / 12_f64.sqrt());
    assert!(row.iter().all(|score| (44.999..=55.001).contains(score)));
}

#[test]
fn weights_of_items_vary_by_a_quarter() {
    // w/(w + v)·100 with w and v of 0.75..1.25: between 37.5 and 62.5, symmetric about 50.
    let items = [(2.0, Evidence::Sure(0.0)), (2.0, Evidence::Sure(100.0))];
    let (questionnaire, assessed) = known(&[(1.0, &items)]);
    let row = draws(&questionnaire, &assessed, &only(&[Factor::ItemWeights]), 0).headline.unwrap();
    assert!(row.iter().all(|score| (37.5..=62.5).contains(score)));
    assert!((mean(row.iter().copied()).unwrap() - 50.0).abs() < 0.15);
    assert!(row.iter().copied().fold(0.0, f64::max) > 62.0);
}

#[test]
fn the_mean_between_areas_is_drawn_for_robustness_only() {
    let areas: &[(f64, &[(f64, Evidence)])] =
        &[(0.5, &[(1.0, Evidence::Sure(16.0))]), (0.5, &[(1.0, Evidence::Sure(64.0))])];
    let (questionnaire, assessed) = known(areas);
    let draws = draws(&questionnaire, &assessed, &only(&[Factor::Aggregation]), 0);
    let (headline, robust) = (draws.headline.unwrap(), draws.robust.unwrap());
    assert!(headline.iter().all(|index| (index - 32.0).abs() < 1e-9));
    let arithmetic = robust.iter().filter(|index| (**index - 40.0).abs() < 1e-9).count();
    let geometric = robust.iter().filter(|index| (**index - 32.0).abs() < 1e-9).count();
    assert_eq!(arithmetic + geometric, robust.len());
    // A fair coin, 40,000 times: within five deviations of 100.
    assert!(arithmetic.abs_diff(20_000) < 500, "{arithmetic}");
}

#[test]
fn one_item_in_three_is_left_out_in_turn() {
    // Without one of 0, 30, 90 the mean is 60, 45 or 15, each a third of the time.
    let items = [0.0, 30.0, 90.0].map(|score| (1.0, Evidence::Sure(score)));
    let (questionnaire, assessed) = known(&[(1.0, &items)]);
    let row = draws(&questionnaire, &assessed, &only(&[Factor::Exclusion]), 0).headline.unwrap();
    for kept in [60.0, 45.0, 15.0] {
        let times = row.iter().filter(|score| (**score - kept).abs() < 1e-9).count();
        assert!(times.abs_diff(row.len() / 3) < 500, "{kept}: {times}");
    }
    // The only item of an area is not missed: the area stays where it stands.
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, Evidence::Sure(70.0))])]);
    let row = draws(&questionnaire, &assessed, &only(&[Factor::Exclusion]), 0).headline.unwrap();
    assert!(row.iter().all(|score| (score - 70.0).abs() < 1e-9));
}

/// Two areas with every kind of evidence.
pub(crate) fn mixed() -> (Questionnaire, Assessed) {
    let scale = crate::engine::questionnaire::Scale::Log1p;
    let number = Evidence::Number { value: 12.0, worst: 0.0, best: 60.0, scale, share: 0.1 };
    let first = [
        (2.0, steps(25.0, 50.0, 75.0, 0.15)),
        (1.0, steps(0.0, 0.0, 25.0, 0.3)),
        (1.0, Evidence::Missing),
        (1.0, Evidence::Excluded),
    ];
    let second = [(1.0, number), (2.0, Evidence::Sure(75.0)), (1.0, steps(50.0, 75.0, 100.0, 0.05))];
    known(&[(0.6, &first), (0.4, &second)])
}

#[test]
fn the_result_depends_on_the_seed_and_on_nothing_else() {
    let (questionnaire, assessed) = mixed();
    let options = Options::default().drawing(2_300);
    let alone = draws(&questionnaire, &assessed, &options, 0);
    for threads in [2, 3, 8, 64] {
        let threads = NonZeroUsize::new(threads).unwrap();
        let split = draws(&questionnaire, &assessed, &Options { threads, ..options }, 0);
        assert!(split == alone, "{threads} threads");
    }
    assert!(draws(&questionnaire, &assessed, &options.seeded(7), 0) != alone);
    assert!(draws(&questionnaire, &assessed, &options, 1) != alone, "another enterprise errs in its own way");
    // More draws begin with the same ones.
    let few = draws(&questionnaire, &assessed, &options.drawing(700), 0).headline.unwrap();
    assert!(few == alone.headline.unwrap()[..700]);
}

#[test]
fn a_result_once_printed_stays_the_same() {
    let (questionnaire, assessed) = mixed();
    let index = super::assessed(&questionnaire, &assessed, &Options::default()).index.unwrap();
    let printed = [index.headline, index.robust].map(|spread| [spread.low, spread.median, spread.high]);
    let rounded = printed.map(|spread| spread.map(|figure| (figure * 1e6).round() / 1e6));
    assert_eq!(rounded, PRINTED);
}

/// Low, median and high of the headline and of robustness.
const PRINTED: [[f64; 3]; 2] = [[36.930_864, 49.310_018, 60.685_33], [38.827_75, 50.787_763, 61.113_368]];

#[test]
fn other_doubts_keep_their_draws_when_one_is_switched_off() {
    let (questionnaire, assessed) = mixed();
    let usual = Options::default();
    let without = Options { factors: usual.factors.without(Factor::Aggregation), ..usual };
    let (with, without) = (draws(&questionnaire, &assessed, &usual, 0), draws(&questionnaire, &assessed, &without, 0));
    assert!(with.headline == without.headline);
    assert!(with.areas == without.areas);
    assert!(without.robust == without.headline);
}

#[test]
fn answering_narrows_the_interval() {
    let answered = |count: usize| {
        let item = |n: usize| (1.0, if n < count { steps(25.0, 50.0, 75.0, 0.15) } else { Evidence::Missing });
        let items: Vec<_> = (0..12).map(item).collect();
        let (questionnaire, assessed) = known(&[(0.5, &items), (0.5, &[(1.0, Evidence::Sure(50.0))])]);
        let whole = super::assessed(&questionnaire, &assessed, &Options::default());
        whole.areas.iter().next().unwrap().as_ref().unwrap().spread.width()
    };
    let widths: Vec<f64> = (0..=12).map(answered).collect();
    assert!(widths.windows(2).all(|pair| pair[1] < pair[0]), "{widths:?}");
}

#[test]
fn what_is_not_scored_has_no_index_but_its_areas_are_still_bounded() {
    let none: &[(f64, Evidence)] = &[(1.0, Evidence::Excluded)];
    let gap: &[(f64, Evidence)] = &[(1.0, Evidence::Missing)];
    let (questionnaire, assessed) = known(&[(0.3, none), (0.3, gap), (0.4, &[(1.0, Evidence::Sure(40.0))])]);
    let whole = super::assessed(&questionnaire, &assessed, &Options::default());
    assert_eq!(whole.index, None);
    let areas: Vec<_> = whole.areas.iter().collect();
    assert_eq!(areas[0], &None);
    assert!(areas[1].as_ref().unwrap().spread.width() > 85.0);
    assert_eq!(areas[1].as_ref().unwrap().bottleneck, None);
    assert_eq!(areas[2].as_ref().unwrap().bottleneck, Some(1.0));
}

#[test]
fn an_omission_is_the_index_without_the_item() {
    // √(50·64) with items 20 and 80; without the first √(80·64), without the second √(20·64).
    let first = [(1.0, Evidence::Sure(20.0)), (1.0, Evidence::Sure(80.0)), (1.0, Evidence::Excluded)];
    let (questionnaire, assessed) = known(&[(0.5, &first), (0.5, &[(1.0, Evidence::Sure(64.0))])]);
    let found = omissions(&questionnaire, &assessed.scores);
    let named: Vec<usize> = found.iter().map(|omission| omission.question.to_usize()).collect();
    assert_eq!(named, [3, 1, 0]);
    assert_eq!((found[0].index, found[0].change), (None, None));
    near(found[1].index.unwrap(), 1280_f64.sqrt());
    near(found[2].change.unwrap(), 5120_f64.sqrt() - 3200_f64.sqrt());
}

#[test]
fn the_sample_interview_is_simulated_as_a_whole() {
    let answers = [("F3", "45"), ("F8", "yes"), ("INF1", "2"), ("INF2", "university"), ("INF3", "4"), ("INT1", "20")];
    let more = [("INT2", "1"), ("CLU1", "talks"), ("REG1", "1"), ("SKL1", "50"), ("SKL2", "dont_know!")];
    let interview = fixture::interview(&fixture::questionnaire(SAMPLE), &[answers.as_slice(), &more].concat());
    let whole = uncertainty(&interview, &Options::default());
    let index = whole.index.unwrap();
    assert!(index.headline.low < index.headline.median && index.headline.median < index.headline.high);
    near(index.bands.iter().sum(), 1.0);
    near(whole.areas.iter().filter_map(|area| area.as_ref()?.bottleneck).sum(), 1.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn without_doubt_every_draw_is_the_score(areas in assessments()) {
        let (questionnaire, scores) = compute(&areas);
        let assessed = Assessed::sure(scores);
        let options = Options { factors: Factors::NONE, ..Options::default().drawing(3) };
        let draws = draws(&questionnaire, &assessed, &options, 0);
        for (row, area) in draws.areas.iter().zip(assessed.scores.areas.iter()) {
            prop_assert_eq!(row.is_some(), area.score.is_some());
            for draw in row.iter().flatten() {
                prop_assert!((draw - area.score.unwrap()).abs() < 1e-9);
            }
        }
        for draw in draws.headline.iter().flatten() {
            prop_assert!((draw - assessed.scores.index.as_ref().unwrap().headline).abs() < 1e-9);
        }
    }

    #[test]
    fn gaps_alone_stay_within_the_bounds(areas in assessments(), seed in any::<u64>()) {
        let (questionnaire, scores) = compute(&areas);
        let assessed = Assessed::sure(scores);
        let options = Options { factors: Factors::NONE.with(Factor::Missing), ..Options::default().drawing(50).seeded(seed) };
        let draws = draws(&questionnaire, &assessed, &options, 0);
        for (row, area) in draws.areas.iter().zip(assessed.scores.areas.iter()) {
            for draw in row.iter().flatten() {
                prop_assert!((area.low - 1e-9..=area.high + 1e-9).contains(draw), "{} {:?}", draw, area);
            }
        }
    }

    #[test]
    fn probabilities_sum_to_one_and_figures_are_in_range(areas in assessments(), seed in any::<u64>()) {
        let (questionnaire, scores) = compute(&areas);
        let any_index = scores.index.is_some();
        let whole = super::assessed(&questionnaire, &Assessed::sure(scores), &Options::default().drawing(300).seeded(seed));
        prop_assert_eq!(whole.index.is_some(), any_index);
        let mut lowest = Vec::new();
        for area in whole.areas.iter().flatten() {
            prop_assert!((area.bands.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(0.0 <= area.spread.low && area.spread.low <= area.spread.median);
            prop_assert!(area.spread.median <= area.spread.high && area.spread.high <= 100.0);
            lowest.extend(area.bottleneck);
        }
        prop_assert!(lowest.is_empty() || (lowest.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}
