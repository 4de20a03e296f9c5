//! Journals: one event, one transaction; what is derived; what a failing disk leaves.

use proptest::prelude::*;

use super::*;

#[test]
fn an_event_comes_back_as_it_was_kept() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    let values = [
        Value::Choice(ChoiceId::new("yes")),
        Value::Choices(vec![ChoiceId::new("a"), ChoiceId::new("b")]),
        Value::Level(3),
        Value::Integer(i64::MIN),
        Value::Decimal(0.1 + 0.2),
        Value::Decimal(1.797_693_134_862_315_7e308),
        Value::Text("bir\nikki\t«уч» 🦀".to_owned()),
        Value::Date(jiff::civil::date(2026, 11, 23)),
    ];
    let mut kept = Vec::new();
    for (n, value) in values.into_iter().enumerate() {
        let full = Answer {
            response: Some(Response::Value(value)),
            confidence: Some(crate::engine::answer::Confidence::Low),
            comment: "izoh".to_owned(),
            evidence: "https://example.uz".to_owned(),
            flagged: true,
        };
        kept.push(store.journal(id).append(&change(&format!("Q{n}"), open(), full)).unwrap());
    }
    for response in [Response::DontKnow, Response::Refused, Response::NotApplicable { reason: "yoʻq".to_owned() }] {
        let question = format!("R{}", kept.len());
        kept.push(store.journal(id).append(&change(&question, open(), open().responding(Some(response)))).unwrap());
    }
    assert!(kept.iter().all(|event| event.device == "laptop-1" && event.interviewer == "Dilnoza"));
    assert_eq!(Library::open(&store, id).unwrap().events, kept);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn an_event_moves_everything_that_follows_it() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    let begun = Library::open(&store, id).unwrap();
    assert_eq!((begun.position, begun.summary.closed), (None, None));

    let mut journal = store.journal(id);
    journal.keep_draft(&"F1".into(), Some("12,")).unwrap();
    journal.keep_draft(&"F4".into(), Some("keyin")).unwrap();
    let event = journal.append(&change("F1", open(), number(12.0))).unwrap();
    drop(journal);
    let record = Library::open(&store, id).unwrap();
    assert_eq!(record.position, Some("F2".into()));
    assert_eq!(record.summary.changed, event.time);
    assert_eq!(record.drafts, [("F4".into(), "keyin".to_owned())]);

    let closing = store.journal(id).append(&new_event(EventAction::Close)).unwrap();
    assert_eq!(Library::open(&store, id).unwrap().summary.closed, Some(closing.time));
    store.journal(id).append(&new_event(EventAction::Reopen)).unwrap();
    assert_eq!(Library::open(&store, id).unwrap().summary.closed, None);

    store.journal(id).keep_draft(&"F4".into(), None).unwrap();
    store.journal(id).keep_position(None).unwrap();
    let record = Library::open(&store, id).unwrap();
    assert_eq!((record.drafts, record.position), (vec![], None));
}

#[test]
fn a_commit_is_seen_by_another_connection() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    let other = place.raw();
    for n in 1..=3 {
        store.journal(id).append(&change(&format!("F{n}"), open(), number(1.0))).unwrap();
        let count: i64 = other.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap();
        assert_eq!(count, n);
    }
}

#[test]
fn a_change_from_another_answer_is_refused() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    store.journal(id).append(&change("F1", open(), number(1.0))).unwrap();
    let refused = store.journal(id).append(&change("F1", open(), number(2.0))).unwrap_err();
    assert_eq!(refused.message.key, "store-stale");
    assert_eq!(Library::open(&store, id).unwrap().events.len(), 1);
}

#[test]
fn a_number_that_json_cannot_hold_is_refused_before_it_is_lost() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    let refused = store.journal(id).append(&change("F1", open(), number(f64::INFINITY))).unwrap_err();
    assert_eq!(refused.message.key, "store-unreadable");
    assert_eq!(Library::open(&store, id).unwrap().events, []);
}

type Call = fn(&mut Store, AssessmentId) -> Result<(), JournalError>;

#[test]
fn nothing_is_kept_for_an_assessment_that_does_not_exist() {
    let place = Place::new();
    let mut store = place.store();
    let id = AssessmentId(Uuid::now_v7());
    let calls: [Call; 6] = [
        |store, id| store.journal(id).append(&change("F1", open(), number(1.0))).map(drop),
        |store, id| store.journal(id).keep_position(None),
        |store, id| store.keep_progress(id, Progress::default()),
        |store, id| store.archive(id, true),
        |store, id| Library::open(store, id).map(drop),
        |store, id| Ok(store.rebuild(id)?),
    ];
    for call in calls {
        assert_eq!(call(&mut store, id).unwrap_err().message.key, "store-no-assessment");
    }
    assert!(store.journal(id).keep_draft(&"F1".into(), Some("x")).is_err());
    assert!(store.keep_result(id, "{}").is_err());
}

#[test]
fn the_journal_is_only_appended_to() {
    let place = Place::new();
    let id = lively(&mut place.store());
    let raw = place.raw();
    let event =
        "INSERT OR REPLACE INTO event SELECT assessment, 3, id, time, device, interviewer, action, question, old,
        new, of, lang, shown_ms, hash FROM event WHERE sequence = 3";
    let next = event.replacen("assessment, 3", "assessment, 7", 1);
    let gap = event.replacen("assessment, 3, id", "assessment, 9, 'x'", 1);
    for sql in [
        "UPDATE event SET new = '{}'",
        "DELETE FROM event WHERE sequence = 6",
        event,
        &next,
        &gap,
        "UPDATE questionnaire SET text = 'other'",
        "DELETE FROM assessment",
    ] {
        assert!(raw.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(Library::open(&place.store(), id).unwrap().events.len(), 6);
}

#[test]
fn a_full_disk_changes_nothing_and_is_overcome() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    store.journal(id).append(&change("F1", open(), number(1.0))).unwrap();
    let before = Library::open(&store, id).unwrap();

    store.connection.pragma_update(None, "max_page_count", 1).unwrap();
    let long = Answer::from(Value::Text("x".repeat(200_000)));
    let refused = store.journal(id).append(&change("F2", open(), long.clone())).unwrap_err();
    assert_eq!(refused.message.key, "store-disk-full");
    let after = Library::open(&store, id).unwrap();
    assert_eq!((&after.events, &after.summary), (&before.events, &before.summary));

    store.connection.pragma_update(None, "max_page_count", 1_000_000).unwrap();
    store.journal(id).append(&change("F2", open(), long)).unwrap();
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
#[cfg(unix)]
fn a_file_that_was_taken_away_is_noticed() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    std::fs::rename(place.path(), place.folder.path().join("elsewhere.db")).unwrap();
    let refused = store.journal(id).append(&change("F1", open(), number(1.0))).unwrap_err();
    assert_eq!(refused.message.key, "store-moved");
}

#[test]
fn a_database_held_by_another_program_is_locked() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    store.connection.busy_timeout(std::time::Duration::ZERO).unwrap();
    let raw = place.raw();
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = store.journal(id).append(&change("F1", open(), number(1.0))).unwrap_err();
    assert_eq!(refused.message.key, "store-locked");
    raw.execute_batch("ROLLBACK").unwrap();
    store.journal(id).append(&change("F1", open(), number(1.0))).unwrap();
}

#[test]
fn the_list_shows_what_was_changed_last_and_not_what_was_archived() {
    let place = Place::new();
    let mut store = place.store();
    let first = begin(&mut store, "Zavod");
    let second = begin(&mut store, "  Anorzor ");
    let third = begin(&mut store, "Zavod");
    store.journal(first).append(&change("F1", open(), number(1.0))).unwrap();
    store.archive(second, true).unwrap();
    let progress = Progress { asked: 40, done: 12, no_answer: 2, flagged: 1, comments: 3 };
    store.keep_progress(third, progress).unwrap();

    let listed = store.summaries().unwrap();
    assert_eq!(listed.iter().map(|summary| summary.id).collect::<Vec<_>>(), [first, third]);
    assert_eq!(listed[1].progress, progress);
    assert_eq!((listed[0].version.as_str(), listed[0].questionnaire.as_str()), ("1.2.0", "sample"));
    assert_eq!(store.all().unwrap().len(), 3);
    assert_eq!(store.enterprises().unwrap(), ["Anorzor", "Zavod"]);
    store.archive(second, false).unwrap();
    assert_eq!(store.summaries().unwrap().len(), 3);
}

#[test]
fn settings_and_results_are_kept() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Zavod");
    assert_eq!(store.setting("lang").unwrap(), None);
    store.keep_setting("lang", "ru").unwrap();
    store.keep_setting("lang", "uz").unwrap();
    assert_eq!(store.setting("lang").unwrap().as_deref(), Some("uz"));
    store.keep_result(id, "{\"index\": 41.7}").unwrap();
    assert!(store.keep_result(id, "{index").is_err());
    let kept: String = store.connection.query_row("SELECT json FROM result", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, "{\"index\":41.7}");
}

/// A step of a random history: a question and what is said to it, or the closing of the assessment.
fn steps() -> impl Strategy<Value = Vec<Option<(usize, Answer)>>> {
    let response = prop_oneof![
        Just(None),
        Just(Some(Response::DontKnow)),
        (-1e9..1e9_f64).prop_map(|number| Some(Response::Value(Value::Decimal(number)))),
        "\\PC{0,12}".prop_map(|reason| Some(Response::NotApplicable { reason })),
    ];
    let answer = (response, "\\PC{0,8}", any::<bool>()).prop_map(|(response, comment, flagged)| Answer {
        response,
        comment,
        flagged,
        ..Answer::default()
    });
    prop::collection::vec(prop::option::weighted(0.9, (0..4_usize, answer)), 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn derived_answers_are_those_of_the_replay(steps in steps()) {
        let place = Place::new();
        let mut store = place.store();
        let id = begin(&mut store, "Zavod");
        let mut model = [const { None::<Answer> }; 4].map(Option::unwrap_or_default);
        for step in steps {
            let event = match step {
                Some((at, new)) => {
                    let old = std::mem::replace(&mut model[at], new.clone());
                    change(&format!("F{at}"), old, new)
                }
                None => new_event(EventAction::Close),
            };
            store.journal(id).append(&event).unwrap();
        }
        prop_assert_eq!(store.verify().unwrap(), vec![]);
        for (at, answer) in model.iter().enumerate() {
            let stored = read::answer(&store.connection, id, &QuestionId::new(format!("F{at}"))).unwrap();
            prop_assert_eq!(&stored, answer);
        }
        let derived = read::answers(&store.connection, id).unwrap();
        store.connection.execute_batch("DELETE FROM answer").unwrap();
        store.rebuild(id).unwrap();
        prop_assert_eq!(read::answers(&store.connection, id).unwrap(), derived);
    }
}
