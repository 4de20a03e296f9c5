//! Phases, projections and verdicts on a small instrument: two areas of four level items each.

use jiff::Timestamp;
use jiff::civil::date;

use super::Verdict::{CannotBeTold, DidNotMove, Moved};
use super::*;
use crate::engine::advice::tests::{action as table, instrument, interview, levels};
use crate::engine::interview::Interview;
use crate::engine::profile::profile;
use crate::engine::questionnaire::Horizon;

fn recommendation(id: &str, horizon: &str, keys: &str) -> String {
    table("recommendation", id, keys).replace("\"0-3\"", &format!("\"{horizon}\""))
}

fn taken(id: &str) -> RoadmapAction {
    RoadmapAction::new(id, Timestamp::UNIX_EPOCH)
}

fn at(id: &str, phase: Horizon) -> RoadmapAction {
    RoadmapAction { phase: Some(phase), ..taken(id) }
}

fn of(interview: &Interview, actions: &[RoadmapAction]) -> Plan {
    plan(interview, &profile(interview), actions)
}

/// The entries as `id phase`.
fn phases(interview: &Interview, plan: &Plan) -> Vec<String> {
    let all = &interview.questionnaire().recommendations;
    plan.entries.iter().map(|it| format!("{} {:?}", all[it.recommendation].id, it.phase)).collect()
}

/// Three in a row, each needing the one before, of which the last belongs to be done first.
fn chain() -> Interview {
    let all = [
        recommendation("roots", "12+", "items = [\"A1\"]\neffort = 1"),
        recommendation("trunk", "3-12", "items = [\"A2\"]\neffort = 2\nprerequisite = \"roots\""),
        recommendation("crown", "0-3", "items = [\"A3\"]\neffort = 3\nprerequisite = \"trunk\""),
    ];
    interview(&instrument(&all.concat()), &levels(["0", "0", "0", "4"], ["4"; 4]))
}

#[test]
fn what_is_needed_before_is_pulled_into_the_phase_that_needs_it() {
    let interview = chain();
    let plan = of(&interview, &[]);
    assert_eq!(phases(&interview, &plan), ["roots Now", "trunk Now", "crown Now"]);
    // The crown alone is put off: what it needs keeps its own phase, as far as it can.
    let plan = of(&interview, &[at("crown", Horizon::Later)]);
    assert_eq!(phases(&interview, &plan), ["roots Year", "trunk Year", "crown Later"]);
}

#[test]
fn a_phase_that_was_chosen_pushes_back_what_needs_it() {
    let interview = chain();
    let plan = of(&interview, &[at("roots", Horizon::Year)]);
    assert_eq!(phases(&interview, &plan), ["roots Year", "trunk Year", "crown Year"]);
    let plan = of(&interview, &[at("roots", Horizon::Later), at("crown", Horizon::Now)]);
    assert_eq!(phases(&interview, &plan), ["roots Later", "trunk Later", "crown Later"], "both cannot be had");
}

#[test]
fn a_plan_says_what_it_lacks() {
    let interview = chain();
    let lacking = |actions: &[RoadmapAction]| {
        let all = &interview.questionnaire().recommendations;
        let plan = of(&interview, actions);
        let lacks: Vec<String> = plan.entries.iter().filter_map(|it| it.lacks).map(|ix| all[ix].id.clone()).collect();
        lacks
    };
    assert_eq!(lacking(&[]), [""; 0]);
    assert_eq!(lacking(&[taken("crown")]), ["trunk"]);
    assert_eq!(lacking(&[taken("crown"), taken("trunk"), taken("roots")]), [""; 0]);
}

#[test]
fn each_phase_adds_its_steps_to_those_before() {
    let all = [
        recommendation("one", "0-3", "items = [\"A1\", \"A2\"]\neffort = 1"),
        recommendation("two", "3-12", "items = [\"A2\", \"B1\"]\neffort = 3"),
        recommendation("three", "12+", "items = [\"A3\"]\neffort = 2"),
    ];
    // A: (0 + 0 + 0 + 100)/4 = 25, B: (0 + 3·100)/4 = 75.
    let interview = interview(&instrument(&all.concat()), &levels(["0", "0", "0", "4"], ["0", "4", "4", "4"]));
    let plan = of(&interview, &["one", "two", "three"].map(taken));
    let areas: Vec<Vec<Option<f64>>> = plan.planned.iter().map(|it| it.areas.iter().copied().collect()).collect();
    // A2 is lifted by two recommendations and goes up one step; B1 goes from 0 to 25.
    assert_eq!(
        areas,
        [[Some(37.5), Some(75.0)], [Some(37.5), Some(81.25)], [Some(43.75), Some(81.25)]].map(|row| row.to_vec())
    );
    for (milestone, (a, b)) in plan.planned.iter().zip([(37.5, 75.0), (37.5, 81.25), (43.75_f64, 81.25_f64)]) {
        assert!((milestone.index.unwrap() - f64::sqrt(a * b)).abs() < 1e-9, "{milestone:?}");
    }
    assert_eq!(plan.planned.each_ref().map(|it| it.efforts), [[1, 0, 0], [0, 0, 1], [0, 1, 0]]);
    assert_eq!(plan.planned, plan.proposed, "everything fits on the first page");
    // What is given up does not count, what is finished does.
    let dropped = RoadmapAction { status: ActionStatus::Dropped, ..taken("two") };
    let done = RoadmapAction { status: ActionStatus::Done, ..taken("one") };
    let plan = of(&interview, &[done, dropped]);
    assert_eq!(plan.planned.each_ref().map(|it| it.actions), [1, 0, 0]);
    let last: Vec<_> = plan.planned[2].areas.iter().copied().collect();
    assert_eq!(last, [Some(37.5), Some(75.0)]);
}

#[test]
fn an_item_at_the_top_stays_there_and_an_area_without_a_score_has_none() {
    let all = recommendation("one", "0-3", "items = [\"A1\", \"A2\", \"B1\"]\neffort = 1");
    let interview = interview(&instrument(&all), &levels(["0", "4", "4", "4"], ["0", "", "", ""]));
    let plan = of(&interview, &[taken("one")]);
    let last: Vec<_> = plan.planned[2].areas.iter().copied().collect();
    assert_eq!(last, [Some(81.25), None]);
    assert_eq!(plan.planned[2].index.is_some(), profile(&interview).scores.index.is_some());
}

#[test]
fn what_is_not_recommended_any_more_stays_in_the_plan() {
    let all = [
        recommendation("one", "0-3", "items = [\"A1\"]\neffort = 1"),
        recommendation("two", "0-3", "items = [\"A2\"]\neffort = 1"),
    ];
    let interview = interview(&instrument(&all.concat()), &levels(["4", "0", "4", "4"], ["4"; 4]));
    let plan = of(&interview, &[taken("one"), taken("of another questionnaire")]);
    assert_eq!(phases(&interview, &plan), ["two Now", "one Now"]);
    assert_eq!(plan.entries[1].advice, None);
    assert_eq!(plan.unknown, [taken("of another questionnaire")]);
    assert!(!plan.is_empty() && of(&interview, &[]).is_empty());
}

#[test]
fn a_plan_is_held_against_what_changed() {
    let all = [
        recommendation("rose", "0-3", "items = [\"A1\", \"A2\"]\neffort = 1"),
        recommendation("stayed", "0-3", "items = [\"A3\"]\neffort = 1"),
        recommendation("fell", "0-3", "items = [\"A4\", \"B1\"]\neffort = 1"),
        recommendation("open", "0-3", "items = [\"B2\"]\neffort = 1"),
    ];
    let text = instrument(&all.concat());
    let then = interview(&text, &levels(["0", "1", "2", "2"], ["3", "1", "4", "4"]));
    let now = interview(&text, &levels(["1", "1", "2", "3"], ["1", "", "4", "4"]));
    let names = ["rose", "stayed", "fell", "open", "unknown"];
    let found = held(&then, &names.map(taken), &now);
    let verdicts: Vec<Verdict> = found.iter().map(|it| it.verdict).collect();
    assert_eq!(verdicts, [Moved, DidNotMove, DidNotMove, CannotBeTold, CannotBeTold]);
    let items: Vec<_> = found[0].items.iter().map(|it| (it.from, it.to)).collect();
    assert_eq!(items, [(0.0, 25.0), (25.0, 25.0)]);
    assert!(found[4].title.is_none() && found[3].title.is_some());
}

#[test]
fn only_what_is_open_can_be_late() {
    let today = date(2027, 3, 1);
    let due = |due, status| RoadmapAction { due, status, ..taken("x") }.is_late(today);
    for (status, _) in ActionStatus::ALL {
        assert_eq!(due(Some(date(2027, 2, 28)), status), status.is_open());
        assert!(!due(Some(today), status) && !due(None, status));
    }
}
