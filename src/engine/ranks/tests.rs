//! Ranks against closed forms and by hand.

use std::num::NonZeroUsize;

use proptest::prelude::*;

use super::*;
use crate::engine::uncertainty::tests::known;
use crate::engine::uncertainty::{Evidence, Factor, Factors};

/// Firms of one area with one item each; the area is the index.
fn pool(evidence: &[Evidence]) -> (Questionnaire, Vec<Assessed>) {
    let (questionnaire, _) = known(&[(1.0, &[(1.0, Evidence::Sure(0.0))])]);
    let firms = evidence.iter().map(|known| Assessed::new(&questionnaire, [Some(*known)].into_iter().collect()));
    let firms = firms.collect();
    (questionnaire, firms)
}

fn contest(firms: &[Assessed]) -> Vec<Contestant<'_>> {
    (0..).zip(firms).map(|(subject, assessed)| Contestant { subject, assessed }).collect()
}

fn doubting(factors: &[Factor], draws: usize) -> Options {
    let factors = factors.iter().fold(Factors::NONE, |set, factor| set.with(*factor));
    Options { factors, ..Options::default().drawing(draws) }
}

fn steps(score: f64, chance: f64) -> Evidence {
    Evidence::Steps { down: score - 25.0, score, up: score + 25.0, chance }
}

#[test]
fn without_doubt_ranks_are_those_of_the_scores() {
    let scores = [50.0, 80.0, 50.0, 20.0].map(Evidence::Sure);
    let (questionnaire, mut firms) = pool(&scores);
    firms.insert(1, Assessed::new(&questionnaire, [Some(Evidence::Missing)].into_iter().collect()));
    let ranking =
        ranks(&questionnaire, &contest(&firms), &doubting(&[], 300), By::Headline, &Steps::default()).unwrap().unwrap();
    assert_eq!(ranking.ranked(), 4);
    let medians: Vec<_> = (0..5).map(|firm| ranking.place(firm).map(|place| place.rank.median)).collect();
    assert_eq!(medians, [Some(2.0), None, Some(1.0), Some(2.0), Some(4.0)]);
    assert_eq!(ranking.duel(0, 3), Some(Duel { above: 0.0, tied: 1.0, below: 0.0 }));
    assert_eq!(ranking.duel(2, 4), Some(Duel { above: 1.0, tied: 0.0, below: 0.0 }));
    assert_eq!((ranking.duel(0, 1), ranking.duel(0, 9)), (None, None));
    assert_eq!(ranking.among_best(3, 2), Some(1.0));
}

#[test]
fn a_pair_has_the_probabilities_of_its_answers() {
    // Each is 25 with 0.2, 50 with 0.6, 75 with 0.2, by itself: tied 0.04 + 0.36 + 0.04 = 0.44, above 0.28.
    let (questionnaire, firms) = pool(&[steps(50.0, 0.4), steps(50.0, 0.4)]);
    let options = doubting(&[Factor::Answers], 40_000);
    let duel = ranks(&questionnaire, &contest(&firms), &options, By::Headline, &Steps::default())
        .unwrap()
        .unwrap()
        .duel(0, 1)
        .unwrap();
    // Five standard errors: 5·√(0.44·0.56/40000) = 0.0124.
    assert!((duel.tied - 0.44).abs() < 0.0124 && (duel.above - 0.28).abs() < 0.0124, "{duel:?}");
    assert!((duel.above + duel.tied + duel.below - 1.0).abs() < 1e-12);
}

#[test]
fn common_draws_tell_apart_what_overlapping_intervals_do_not() {
    // The second is one point better in every area: better under any weights, though both vary widely with them.
    let areas: &[(f64, &[(f64, Evidence)])] =
        &[(0.5, &[(1.0, Evidence::Sure(10.0))]), (0.5, &[(1.0, Evidence::Sure(80.0))])];
    let (questionnaire, worse) = known(areas);
    let better = [11.0, 81.0].map(|score| Some(Evidence::Sure(score)));
    let better = Assessed::new(&questionnaire, better.into_iter().collect());
    let firms = [worse, better];
    let options = doubting(&[Factor::AreaWeights, Factor::Aggregation], 2_000);
    let ranking = ranks(&questionnaire, &contest(&firms), &options, By::Robust, &Steps::default()).unwrap().unwrap();
    assert!((ranking.duel(1, 0).unwrap().above - 1.0).abs() < 1e-12);
    assert!((ranking.place(1).unwrap().rank.high - 1.0).abs() < 1e-12);
}

#[test]
fn a_pool_may_be_empty() {
    let (questionnaire, _) = pool(&[]);
    let ranking = ranks(&questionnaire, &[], &Options::default(), By::Headline, &Steps::default()).unwrap().unwrap();
    assert_eq!((ranking.ranked(), ranking.place(0)), (0, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn neither_order_nor_threads_show(scores in prop::collection::vec(0..=4_u8, 1..9), turn in 0..9_usize, threads in 1..5_usize) {
        let evidence: Vec<_> = scores.iter().map(|level| steps(25.0 * f64::from(*level), 0.3)).collect();
        let (questionnaire, firms) = pool(&evidence);
        let options = doubting(&[Factor::Answers, Factor::ItemWeights], 600);
        let threads = NonZeroUsize::new(threads).unwrap();
        let mut contestants = contest(&firms);
        let one = ranks(&questionnaire, &contestants, &options, By::Headline, &Steps::default()).unwrap().unwrap();
        let turn = turn % firms.len();
        contestants.rotate_left(turn);
        let other = ranks(&questionnaire, &contestants, &Options { threads, ..options }, By::Headline, &Steps::default()).unwrap().unwrap();
        let mut total = 0.0;
        for firm in 0..firms.len() {
            let place = one.place(firm).unwrap();
            prop_assert_eq!(Some(place), other.place((firm + firms.len() - turn) % firms.len()));
            prop_assert!(1.0 <= place.rank.low && place.rank.high <= firms.len() as f64);
            total += place.mean;
        }
        // Equal firms share the best rank, so the ranks never sum to more than 1 + 2 + … + n.
        prop_assert!(total <= (firms.len() * (firms.len() + 1)) as f64 / 2.0 + 1e-9);
    }
}

#[test]
fn every_enterprise_in_every_batch_is_a_step_before_which_it_can_be_stopped() {
    let (questionnaire, firms) = pool(&[Evidence::Sure(40.0), Evidence::Sure(60.0)]);
    let (steps, options) = (Steps::default(), doubting(&[], 600));
    ranks(&questionnaire, &contest(&firms), &options, By::Headline, &steps).unwrap().unwrap();
    assert_eq!(steps.percent(), Some(100));
    steps.stop();
    assert_eq!(ranks(&questionnaire, &contest(&firms), &options, By::Headline, &steps), Err(Stopped));
}
