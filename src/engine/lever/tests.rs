//! Ladders, paths against every combination, sandboxes, and the next question.

use proptest::prelude::*;

use super::path::among;
use super::*;
use crate::engine::answer::{Answer, Value};
use crate::engine::fixture;
use crate::engine::id::{AreaIx, Arena, ArenaIndex, QuestionIx};
use crate::engine::interview::{Interview, Refusal};
use crate::engine::profile::profile;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::questionnaire::{Aggregation, Questionnaire};
use crate::engine::score::ItemState::{Missing, Scored};
use crate::engine::score::tests::{instrument, near};
use crate::engine::score::{self, ItemState, Scores};
use crate::engine::uncertainty::tests::known;
use crate::engine::uncertainty::{Evidence, Factor, Factors, Options};

fn sample(more: &[(&str, &str)]) -> Interview {
    let answers = [("F3", "45"), ("F8", "yes"), ("INF1", "1"), ("INF2", "university"), ("INF3", "2"), ("INT1", "15")];
    let rest = [("INT2", "1"), ("CLU1", "talks"), ("REG1", "3"), ("SKL1", "65"), ("SKL2", "1")];
    fixture::interview(&fixture::questionnaire(SAMPLE), &[answers.as_slice(), &rest, more].concat())
}

fn ix(interview: &Interview, id: &str) -> QuestionIx {
    interview.questionnaire().find(id).unwrap()
}

fn rungs(interview: &Interview, id: &str) -> Vec<(f64, Option<String>)> {
    let ladder = ladder(interview, ix(interview, id)).unwrap();
    let shown = |rung: &Rung| ((rung.score * 10.0).round() / 10.0, rung.value.as_ref().map(ToString::to_string));
    ladder.rungs.iter().map(shown).collect()
}

fn named(score: f64, value: &str) -> (f64, Option<String>) {
    (score, Some(value.to_owned()))
}

#[test]
fn a_ladder_names_the_answers_above() {
    let interview = sample(&[]);
    assert_eq!(rungs(&interview, "INF1"), [named(50.0, "2"), named(75.0, "3"), named(100.0, "4")]);
    // An obstacle: the lower level is the better one.
    assert_eq!(rungs(&interview, "REG1"), [named(50.0, "2"), named(75.0, "1"), named(100.0, "0")]);
    // One of three is ticked: which others is left open.
    assert_eq!(rungs(&interview, "INF2"), [(66.7, None), (100.0, None)]);
    // 15 of 60 is a quarter; the next quarters are 30, 45 and 60.
    assert_eq!(rungs(&interview, "INT1"), [named(50.0, "30"), named(75.0, "45"), named(100.0, "60")]);
    // Less is better: from 80 down to 20 in quarters of 15; 65 is the first.
    assert_eq!(rungs(&interview, "SKL1"), [named(50.0, "50"), named(75.0, "35"), named(100.0, "20")]);
    // Whole numbers on the scale ln(1 + x) to 20: 21^0.5 − 1 = 3.6 becomes 4, 21^0.75 − 1 = 8.8 becomes 9.
    assert_eq!(rungs(&interview, "INF3"), [named(50.0, "4"), named(75.0, "9"), named(100.0, "20")]);
    assert_eq!(ladder(&interview, ix(&interview, "F1")), None);
    assert_eq!(ladder(&sample(&[("SKL2", "dont_know!")]), ix(&interview, "SKL2")), None);
}

#[test]
fn the_answer_of_a_rung_scores_what_the_rung_says() {
    let interview = sample(&[]);
    let questionnaire = interview.questionnaire();
    for question in questionnaire.items() {
        let asked = &questionnaire.questions[question];
        for rung in ladder(&interview, question).unwrap().rungs {
            let Some(value) = rung.value else { continue };
            let scored = score::item_score(asked, asked.item.as_ref().unwrap(), &value).unwrap();
            // A whole number may overshoot; it never falls short.
            assert!(scored >= rung.score - 1e-6, "{}: {scored} for {}", asked.id, rung.score);
        }
    }
}

#[test]
fn a_step_costs_what_its_cheapest_recommendation_does() {
    let interview = sample(&[]);
    let cost = |id: &str| effort(interview.questionnaire(), ix(&interview, id));
    // technology-scout has 1, first-partner 2; a programme is no step.
    assert_eq!((cost("INF1"), cost("INF2"), cost("INF3")), (1, 2, 2));
}

/// Ladders by hand: item, score now, scores above, effort of a step.
fn ladders(of: &[(usize, f64, &[f64], usize)]) -> Vec<Ladder> {
    let rung = |score: &f64| Rung { score: *score, value: None };
    of.iter()
        .map(|(at, from, above, effort)| Ladder {
            question: QuestionIx::from_usize(*at),
            from: *from,
            rungs: above.iter().map(rung).collect(),
            effort: *effort,
        })
        .collect()
}

fn scored(questionnaire: &Questionnaire, states: &[ItemState]) -> Scores {
    score::score(questionnaire, states.iter().copied().map(Some).collect())
}

#[test]
fn the_cheapest_path_is_not_the_greedy_one() {
    // One area, two items of weight 1 at 0. The first gains 30 points for an effort of 1, but only once; the
    // second 100 in one step of 3. From 0 to 45 the greedy way takes 1 and then 3; the second alone is enough.
    let questionnaire = instrument(&[(1.0, &[1.0, 1.0])]);
    let scores = scored(&questionnaire, &[Scored(0.0), Scored(0.0)]);
    let ladders = ladders(&[(0, 0.0, &[60.0], 1), (1, 0.0, &[100.0], 3)]);
    let area = AreaIx::from_usize(0);
    let Outcome::Path(path) = among(&questionnaire, &scores, Goal::Area(area, 45.0), &ladders) else { panic!() };
    assert_eq!((path.effort, path.steps.len()), (3, 1));
    assert_eq!((path.steps[0].question.to_usize(), path.steps[0].rungs, path.steps[0].effort), (1, 1, 3));
    near(path.score, 50.0);
    assert_eq!(among(&questionnaire, &scores, Goal::Area(area, 81.0), &ladders), Outcome::OutOfReach(80.0));
    assert_eq!(among(&questionnaire, &scores, Goal::Area(area, 0.0), &ladders), Outcome::Reached);
}

#[test]
fn between_areas_the_weakest_is_lifted_first() {
    // √(16·64) = 32. Four points in the first area are worth √(20/16), in the second √(68/64).
    let questionnaire = instrument(&[(0.5, &[1.0]), (0.5, &[1.0])]);
    let scores = scored(&questionnaire, &[Scored(16.0), Scored(64.0)]);
    let ladders = ladders(&[(0, 16.0, &[20.0, 36.0], 1), (1, 64.0, &[68.0, 100.0], 1)]);
    let to = |target: f64| among(&questionnaire, &scores, Goal::Index(target), &ladders);
    let Outcome::Path(path) = to(40.0) else { panic!() };
    // √(36·64) = 48 for an effort of 2; one step in each gives √(20·68) = 36.9.
    assert_eq!((path.effort, path.steps.len(), path.steps[0].rungs), (2, 1, 2));
    near(path.score, 48.0);
    let Outcome::Path(path) = to(60.0) else { panic!() };
    assert_eq!(path.effort, 4);
    assert_eq!(path.steps.iter().map(|step| step.question.to_usize()).collect::<Vec<_>>(), [0, 1]);
    near(path.steps[0].score, 48.0);
    near(path.steps[1].score, 60.0);
    let Outcome::OutOfReach(highest) = to(61.0) else { panic!() };
    near(highest, 60.0);
}

#[test]
fn an_assessment_without_index_has_no_path() {
    let questionnaire = instrument(&[(0.5, &[1.0]), (0.3, &[1.0]), (0.2, &[1.0])]);
    let scores = scored(&questionnaire, &[Scored(10.0), Missing, Missing]);
    let ladders = ladders(&[(0, 10.0, &[100.0], 1)]);
    assert_eq!(among(&questionnaire, &scores, Goal::Index(20.0), &ladders), Outcome::NoScore);
    assert_eq!(among(&questionnaire, &scores, Goal::Area(AreaIx::from_usize(1), 20.0), &ladders), Outcome::NoScore);
    let area = Goal::Area(AreaIx::from_usize(0), 20.0);
    assert!(matches!(among(&questionnaire, &scores, area, &ladders), Outcome::Path(_)));
}

#[test]
fn the_environment_moves_only_when_asked_for() {
    let interview = sample(&[]);
    let scores = profile(&interview).scores;
    let area = interview.questionnaire().areas.position(|area| area.id.as_str() == "REG").unwrap();
    // The only item of the area describes the environment.
    let goal = Goal::Area(area, 50.0);
    let cost = effort(interview.questionnaire(), ix(&interview, "REG1"));
    assert_eq!(cheapest_path(&interview, &scores, goal, Reach::Own), Outcome::OutOfReach(25.0));
    let Outcome::Path(path) = cheapest_path(&interview, &scores, goal, Reach::All) else { panic!() };
    assert_eq!((path.effort, path.steps[0].value.clone()), (cost, Some(Value::Level(2))));
}

#[test]
fn a_path_to_the_next_band_leads_there_when_its_answers_are_given() {
    let interview = sample(&[]);
    let questionnaire = interview.questionnaire();
    let scores = profile(&interview).scores;
    let now = scores.index.as_ref().unwrap().headline;
    let target = next_band(questionnaire, now).unwrap();
    let Outcome::Path(path) = cheapest_path(&interview, &scores, Goal::Index(target), Reach::All) else { panic!() };
    assert!(path.score >= target && path.effort > 0);
    let mut states = scores.items.clone();
    for step in &path.steps {
        states[step.question] = Some(Scored(step.to));
    }
    near(score::score(questionnaire, states).index.unwrap().headline, path.score);
    assert_eq!(next_band(questionnaire, 85.0), None);
    assert_eq!(next_band(questionnaire, 40.0), Some(60.0));
}

/// Up to three areas of up to three items, each with its ladder.
type Case = Vec<(u32, Vec<(u32, f64, Vec<f64>, usize)>)>;

fn cases() -> impl Strategy<Value = Case> {
    let ladder = (1_u32..4, 0_u8..4, prop::collection::vec(1.0..40.0_f64, 0..3), 1_usize..4);
    let item = ladder.prop_map(|(weight, level, steps, effort)| {
        let from = 25.0 * f64::from(level);
        let mut score = from;
        let above = steps.iter().map(|step| {
            score = (score + step).min(100.0);
            score
        });
        (weight, from, above.collect::<Vec<f64>>(), effort)
    });
    prop::collection::vec((1_u32..4, prop::collection::vec(item, 1..4)), 1..4)
}

/// The smallest effort that reaches a target, and the highest score for it, by trying every combination.
fn by_trying(questionnaire: &Questionnaire, scores: &Scores, target: f64, ladders: &[Ladder]) -> Option<(usize, f64)> {
    let mut ways: Vec<(usize, Vec<(QuestionIx, f64)>)> = vec![(0, Vec::new())];
    for ladder in ladders {
        let more: Vec<_> = ways
            .iter()
            .flat_map(|(effort, changes)| {
                (1..).zip(&ladder.rungs).map(move |(count, rung): (usize, &Rung)| {
                    let change = vec![(ladder.question, rung.score)];
                    (effort + count * ladder.effort, [changes.clone(), change].concat())
                })
            })
            .collect();
        ways.extend(more);
    }
    let now = scores.index.as_ref().unwrap().headline;
    let scored = ways
        .iter()
        .map(|(effort, changes)| (*effort, now + score::effect(questionnaire, scores, changes).gain.unwrap()));
    let enough: Vec<(usize, f64)> = scored.filter(|(_, score)| *score >= target - 1e-9).collect();
    let least = enough.iter().map(|(effort, _)| *effort).min()?;
    let best = enough.iter().filter(|(effort, _)| *effort == least).map(|(_, score)| *score).fold(0.0, f64::max);
    Some((least, best))
}

proptest! {
    #[test]
    fn no_combination_is_cheaper(case in cases(), which in 0_u8..6, rise in 0.0..60.0_f64) {
        let total: u32 = case.iter().map(|(weight, _)| weight).sum();
        let weights: Vec<(f64, Vec<f64>)> = case
            .iter()
            .map(|(weight, items)| (f64::from(*weight) / f64::from(total), items.iter().map(|item| f64::from(item.0)).collect()))
            .collect();
        let mut model = (*instrument(&weights.iter().map(|(w, items)| (*w, items.as_slice())).collect::<Vec<_>>())).clone();
        model.method.aggregation = [
            Aggregation::Geometric, Aggregation::Arithmetic, Aggregation::Harmonic, Aggregation::Minimum,
            Aggregation::Power(-3.0), Aggregation::Power(0.5),
        ][usize::from(which)];
        let questionnaire = Questionnaire::unchecked(model);
        let items: Vec<_> = case.iter().flat_map(|(_, items)| items).collect();
        let scores = scored(&questionnaire, &items.iter().map(|item| Scored(item.1)).collect::<Vec<_>>());
        let rows: Vec<_> =
            items.iter().enumerate().map(|(at, item)| (at, item.1, item.2.as_slice(), item.3)).collect();
        let ladders = ladders(&rows);
        let target = (scores.index.as_ref().unwrap().headline + rise).min(100.0);
        match (among(&questionnaire, &scores, Goal::Index(target), &ladders), by_trying(&questionnaire, &scores, target, &ladders)) {
            (Outcome::Reached, Some((0, _))) => {}
            (Outcome::Path(path), Some((effort, best))) => {
                prop_assert_eq!(path.effort, effort);
                prop_assert!((path.score - best).abs() < 1e-6, "{} {}", path.score, best);
                prop_assert_eq!(path.steps.iter().map(|step| step.effort).sum::<usize>(), effort);
            }
            (Outcome::OutOfReach(highest), None) => prop_assert!(highest < target),
            (found, tried) => prop_assert!(false, "{found:?} {tried:?}"),
        }
    }
}

#[test]
fn a_sandbox_shows_what_would_follow_and_keeps_nothing() {
    let interview = sample(&[]);
    let mut sandbox = Sandbox::new(&interview);
    let answer = |value: Value| Answer::from(value);
    sandbox.change(ix(&interview, "INF1"), answer(Value::Level(4))).unwrap();
    let moves = sandbox.moves();
    let names = |of: &[crate::engine::id::RecommendationIx]| -> Vec<String> {
        of.iter().map(|ix| interview.questionnaire().recommendations[*ix].id.clone()).collect()
    };
    // The programme that had taken its place goes with it.
    assert_eq!(names(&moves.settled), ["technology-scout", "open-innovation"]);
    assert!(moves.raised.is_empty() && moves.index.unwrap() > 0.0);
    assert_eq!(moves.areas.len(), 1);
    assert_eq!(sandbox.changed().collect::<Vec<_>>(), [ix(&interview, "INF1")]);
    // The same as if it had been said, and nothing was said.
    let said = sample(&[("INF1", "4")]);
    assert_eq!(moves.after.scores, profile(&said).scores);
    assert_eq!(*sandbox.before(), profile(&interview));
    sandbox.take_back(ix(&interview, "INF1"));
    assert_eq!((sandbox.moves().index, sandbox.changed().count()), (Some(0.0), 0));
}

#[test]
fn a_sandbox_follows_the_routing() {
    let interview = fixture::interview(&fixture::questionnaire(SAMPLE), &[("F3", "45"), ("F8", "no"), ("INT2", "1")]);
    let mut sandbox = Sandbox::new(&interview);
    assert_eq!(sandbox.change(ix(&interview, "INT1"), Answer::from(Value::Decimal(30.0))), Err(Refusal::NotAsked));
    sandbox.change(ix(&interview, "F8"), Answer::from(Value::Choice("yes".into()))).unwrap();
    assert_eq!(sandbox.moves().opened, [ix(&interview, "INT1")]);
    sandbox.change(ix(&interview, "INT1"), Answer::from(Value::Decimal(30.0))).unwrap();
    assert!(matches!(
        sandbox.change(ix(&interview, "INT1"), Answer::from(Value::Decimal(130.0))),
        Err(Refusal::Constraint(_))
    ));
    assert_eq!(sandbox.interview().effective_value(ix(&interview, "INT1")), Some(&Value::Decimal(30.0)));
    // With the way there taken back, what lies behind it has no effect, but it comes back with the way.
    sandbox.take_back(ix(&interview, "F8"));
    assert_eq!(sandbox.interview().effective_value(ix(&interview, "INT1")), Some(&Value::Decimal(0.0)));
    sandbox.change(ix(&interview, "F8"), Answer::from(Value::Choice("yes".into()))).unwrap();
    assert_eq!(sandbox.interview().effective_value(ix(&interview, "INT1")), Some(&Value::Decimal(30.0)));
    sandbox.reset();
    assert_eq!(sandbox.changed().count(), 0);
}

/// The answers that steps lead to, from the one that stands until the scale ends.
fn walk(sandbox: &mut Sandbox, id: &str, direction: Direction) -> Vec<String> {
    let question = ix(sandbox.original(), id);
    let mut seen = Vec::new();
    while sandbox.step(question, direction).unwrap() {
        seen.push(sandbox.interview().effective_value(question).unwrap().to_string());
    }
    seen
}

#[test]
fn steps_walk_the_whole_scale_of_every_kind_and_come_home() {
    let interview = sample(&[]);
    let walks = |id: &str| {
        let mut sandbox = Sandbox::new(&interview);
        let (up, down) = (walk(&mut sandbox, id, Direction::Up), walk(&mut sandbox, id, Direction::Down));
        let again = walk(&mut sandbox, id, Direction::Up);
        (up.join(" · "), down.join(" · "), again.join(" · "))
    };
    let said = |up: &str, down: &str, again: &str| (up.to_owned(), down.to_owned(), again.to_owned());
    assert_eq!(walks("INF1"), said("2 · 3 · 4", "3 · 2 · 1 · 0", "1 · 2 · 3 · 4"));
    // An obstacle: up is towards none.
    assert_eq!(walks("REG1"), said("2 · 1 · 0", "1 · 2 · 3 · 4", "3 · 2 · 1 · 0"));
    // Quarters of a number, and 2, the answer that stands, between them.
    assert_eq!(walks("INF3"), said("4 · 9 · 20", "9 · 4 · 2 · 0", "2 · 4 · 9 · 20"));
    // Two free choices are ticked and taken back, the last first; with none left "none" is the answer.
    let (up, down, again) = walks("INF2");
    assert_eq!(up.split(" · ").count(), down.split(" · ").count() - 1);
    assert!(down.contains(" · university · "), "{down}");
    assert_eq!(again.split(" · ").next(), Some("university"));
    // At the answer that stands nothing is tried any more.
    let mut sandbox = Sandbox::new(&interview);
    let question = ix(&interview, "INF3");
    sandbox.step(question, Direction::Up).unwrap();
    sandbox.step(question, Direction::Down).unwrap();
    assert_eq!((sandbox.changed().count(), sandbox.moves().index), (0, Some(0.0)));
}

#[test]
fn an_open_item_steps_up_to_the_lowest_answer_and_not_down() {
    let interview = sample(&[("SKL2", "dont_know!")]);
    let mut sandbox = Sandbox::new(&interview);
    let question = ix(&interview, "SKL2");
    assert_eq!(sandbox.step(question, Direction::Down), Ok(false));
    assert_eq!(sandbox.step(question, Direction::Up), Ok(true));
    assert_eq!(sandbox.interview().effective_value(question), Some(&Value::Level(0)));
    // What cannot be answered is not offered, what is open comes after what has a gain.
    let not_asked = sample(&[("F8", "no"), ("INF1", "not_applicable!")]);
    let items = Sandbox::new(&not_asked).items();
    assert!(!items.contains(&ix(&interview, "INT1")), "it is not asked");
    assert!(!items.contains(&ix(&interview, "INF1")), "it does not apply");
    let items = Sandbox::new(&interview).items();
    assert_eq!(items.last(), Some(&question));
    let gain =
        |ix: &QuestionIx| profile(&interview).levers.iter().find(|lever| lever.question == *ix).map(|it| it.gain);
    assert_eq!(gain(&items[0]), profile(&interview).levers.first().map(|lever| lever.gain));
}

#[test]
fn following_a_path_reaches_what_it_promises() {
    let interview = sample(&[]);
    let mut sandbox = Sandbox::new(&interview);
    let scores = sandbox.before().scores.clone();
    let target = next_band(interview.questionnaire(), scores.index.as_ref().unwrap().headline).unwrap();
    let Outcome::Path(path) = cheapest_path(&interview, &scores, Goal::Index(target), Reach::All) else { panic!() };
    sandbox.follow(&path).unwrap();
    let reached = sandbox.moves().after.scores.index.unwrap().headline;
    // Whole numbers are rounded towards the better side.
    assert!(reached >= path.score - 1e-6 && reached >= target, "{reached}, promised {}", path.score);
    assert_eq!(sandbox.changed().count(), path.steps.len());
    // What was tried can be taken up another time; an answer that has been given since is no trial.
    let again = Sandbox::resume(&interview, sandbox.changes().clone());
    assert_eq!(again.moves(), sandbox.moves());
    let (question, answer) = sandbox.changes().iter().next().unwrap();
    let id = interview.questionnaire().questions[*question].id.to_string();
    let said = sample(&[(id.as_str(), &answer.value().unwrap().to_string())]);
    assert!(Sandbox::resume(&said, sandbox.changes().clone()).changed().all(|ix| ix != *question));
}

#[test]
fn a_closed_assessment_can_be_played_with() {
    let mut interview = sample(&[]);
    let mut journal = crate::engine::interview::memory::MemoryJournal::default();
    interview.set_closed(true, crate::engine::text::Lang::En, &mut journal).unwrap();
    let mut sandbox = Sandbox::new(&interview);
    sandbox.change(ix(&interview, "INF1"), Answer::from(Value::Level(2))).unwrap();
    assert!(sandbox.moves().index.unwrap() > 0.0 && interview.is_closed());
}

#[test]
fn the_next_question_is_the_one_that_weighs_most() {
    // Two gaps of weights 3 and 1 in one area, one of weight 1 in a small area.
    let first = [(3.0, Evidence::Missing), (1.0, Evidence::Missing), (2.0, Evidence::Sure(50.0))];
    let second = [(1.0, Evidence::Missing), (3.0, Evidence::Sure(50.0))];
    let (questionnaire, assessed) = known(&[(0.8, &first), (0.2, &second)]);
    let judged = next_questions(&questionnaire, &assessed, &Options::default().drawing(512));
    assert_eq!(judged.iter().map(|next| next.question.to_usize()).collect::<Vec<_>>(), [0, 1, 3]);
    assert!(judged[0].narrowing() > 3.0 * judged[1].narrowing());
    assert!(judged[1].narrowing() > 0.0 && judged[0].expected > 0.0);
}

#[test]
fn the_last_gap_closes_the_interval() {
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, Evidence::Missing), (1.0, Evidence::Sure(50.0))])]);
    let options = Options { factors: Factors::NONE.with(Factor::Missing), ..Options::default() };
    let judged = next_questions(&questionnaire, &assessed, &options);
    near(judged[0].expected, 0.0);
    // Uniform on 25..75: its middle 90 % is 45 wide.
    assert!((judged[0].width - 45.0).abs() < 1.5, "{}", judged[0].width);
    // Without gaps there is nothing to ask.
    let (questionnaire, assessed) = known(&[(1.0, &[(1.0, Evidence::Sure(50.0)), (1.0, Evidence::Excluded)])]);
    assert_eq!(next_questions(&questionnaire, &assessed, &options), []);
    let nothing: Arena<QuestionIx, Option<Evidence>> = assessed.evidence.map(|_| None);
    let empty = crate::engine::uncertainty::Assessed::new(&questionnaire, nothing);
    assert_eq!(next_questions(&questionnaire, &empty, &options), []);
}
