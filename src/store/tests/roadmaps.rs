//! The actions of a roadmap are kept, changed and taken out, and the open ones go on in the next assessment.

use super::*;
use crate::engine::library::Library;
use crate::engine::questionnaire::Horizon;
use crate::engine::roadmap::{ActionStatus, RoadmapAction};

fn made() -> jiff::Timestamp {
    "2026-11-24T09:00:00.123456Z".parse().unwrap()
}

/// The ids of the first recommendations of the sample.
fn known(count: usize) -> Vec<String> {
    read(SAMPLE).unwrap().0.recommendations.iter().take(count).map(|it| it.id.clone()).collect()
}

#[test]
fn an_action_comes_back_as_it_was_kept_and_stands_once() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    let mut action = RoadmapAction::new("scout", made());
    store.keep_action(id, &action).unwrap();
    assert_eq!(store.open(id).unwrap().actions, [action.clone()]);
    action = RoadmapAction {
        owner: "Dilnoza Karimova".to_owned(),
        due: Some(jiff::civil::date(2027, 2, 28)),
        status: ActionStatus::UnderWay,
        phase: Some(Horizon::Later),
        measure: "uchta taklif".to_owned(),
        note: "ikki\nqator".to_owned(),
        changed: made() + jiff::SignedDuration::from_secs(60),
        ..action
    };
    store.keep_action(id, &action).unwrap();
    assert_eq!(store.open(id).unwrap().actions, [action]);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn an_action_is_taken_out_of_its_own_assessment_only() {
    let place = Place::new();
    let mut store = place.store();
    let ids = ["A", "B"].map(|name| begin(&mut store, name));
    for id in ids {
        store.keep_action(id, &RoadmapAction::new("scout", made())).unwrap();
    }
    store.remove_action(ids[0], "scout").unwrap();
    store.remove_action(ids[0], "no such").unwrap();
    assert_eq!(ids.map(|id| store.open(id).unwrap().actions.len()), [0, 1]);
    let nobody = AssessmentId(uuid::Uuid::nil());
    assert_eq!(
        store.keep_action(nobody, &RoadmapAction::new("scout", made())).unwrap_err().message.key,
        "store-no-assessment"
    );
    assert_eq!(store.remove_action(nobody, "scout").unwrap_err().message.key, "store-no-assessment");
}

#[test]
fn what_is_still_open_goes_on_in_the_assessment_that_continues() {
    let place = Place::new();
    let mut store = place.store();
    let first = begin(&mut store, "Zavod");
    let known = known(4);
    let statuses = ActionStatus::ALL.map(|(status, _)| status);
    for (recommendation, status) in known.iter().zip(statuses) {
        store.keep_action(first, &RoadmapAction { status, ..RoadmapAction::new(recommendation, made()) }).unwrap();
    }
    store.keep_action(first, &RoadmapAction::new("of-another-questionnaire", made())).unwrap();
    let new = NewAssessment {
        enterprise: "Zavod".to_owned(),
        questionnaire: Arc::new(read(SAMPLE).unwrap().0),
        form: Form::Full,
        lang: Lang::Uz,
        previous: Some(first),
    };
    let second = store.create(&new).unwrap();
    let record = store.open(second).unwrap();
    assert_eq!(record.summary.previous, Some(first));
    let carried: Vec<_> = record.actions.iter().map(|it| (it.recommendation.clone(), it.status)).collect();
    assert_eq!(
        carried,
        [(known[0].clone(), ActionStatus::Planned), (known[1].clone(), ActionStatus::UnderWay)],
        "the others are finished, given up or unknown to the questionnaire"
    );
    assert_eq!(store.open(first).unwrap().actions.len(), 5, "the plan that was made stays");
}
