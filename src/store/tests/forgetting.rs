//! Forgetting: nothing of an erased assessment is left in any file, everything else stands, guards included.

use std::fs;

use super::*;
use crate::engine::roadmap::RoadmapAction;

/// What was said and typed, in words that stand nowhere else.
const SAID: [&str; 5] = ["Yashirin Zavod", "zzanswerzz", "zzcommentzz", "zzdraftzz", "zzownerzz"];

fn telling(store: &mut Store) -> AssessmentId {
    let id = begin(store, SAID[0]);
    let answer = Answer { comment: SAID[2].to_owned(), ..Value::Text(SAID[1].to_owned()).into() };
    store.journal(id).append(&change("F1", open(), answer.clone())).unwrap();
    store.journal(id).append(&change("F1", answer, open())).unwrap();
    store.journal(id).keep_draft(&"F3".into(), Some(SAID[3])).unwrap();
    let made = "2026-11-29T10:00:00Z".parse().unwrap();
    let action = RoadmapAction { owner: SAID[4].to_owned(), ..RoadmapAction::new("laboratory", made) };
    store.keep_action(id, &action).unwrap();
    store.keep_result(id, &format!("{{\"firm\": \"{}\"}}", SAID[0])).unwrap();
    id
}

/// Which of the words stand in any file of a folder.
fn left(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        let content = fs::read(file.path()).unwrap();
        let words = SAID.iter().filter(|word| holds(&content, word));
        found.extend(words.map(|word| format!("{word} in {}", file.file_name().display())));
    }
    found
}

fn now() -> Timestamp {
    "2026-11-29T12:00:00Z".parse().unwrap()
}

#[test]
fn nothing_is_left_in_the_file_or_its_log_and_everything_else_stands() {
    let place = Place::new();
    let mut store = place.store();
    let other = lively(&mut store);
    let id = telling(&mut store);
    let before = store.export(&[other]).unwrap();
    assert!(left(place.folder.path()).len() >= SAID.len(), "the search finds what is there");
    store.forget(&[id], now()).unwrap();
    assert_eq!(left(place.folder.path()), [""; 0]);
    assert_eq!(store.verify().unwrap(), []);
    assert_eq!(store.export(&[other]).unwrap(), before);
    assert!(!store.enterprises().unwrap().contains(&SAID[0].to_owned()));
    drop(store);
    assert_eq!(left(place.folder.path()), [""; 0]);
    let schema: i64 = place
        .raw()
        .query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'", [], |row| row.get(0))
        .unwrap();
    let usual = Place::new();
    drop(usual.store());
    let expected: i64 = usual
        .raw()
        .query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(schema, expected);
    let refused = place.raw().execute("DELETE FROM event", []).unwrap_err();
    assert!(refused.to_string().contains("only appended to"), "{refused}");
}

#[test]
fn a_tombstone_says_what_was_there_and_the_erased_is_not_taken_in_again() {
    let place = Place::new();
    let mut store = place.store();
    let id = telling(&mut store);
    let last = Library::open(&store, id).unwrap().events.last().unwrap().hash.clone();
    let export = store.export(&[id]).unwrap();
    store.forget(&[id], now()).unwrap();
    let tombstone = store.read(|connection| forget::tombstone(connection, id)).unwrap().unwrap();
    assert_eq!((tombstone.events, tombstone.hash, tombstone.time), (2, Some(last), now()));
    let refused = store.import(export.as_bytes()).unwrap_err();
    let exchange::ImportError::Findings(findings) = refused else { panic!("{refused}") };
    assert_eq!(findings[0].message.key, "import-forgotten");
    assert!(store.all().unwrap().is_empty());
}

#[test]
fn an_enterprise_with_another_assessment_keeps_its_name_and_what_continues_stands_alone() {
    let place = Place::new();
    let mut store = place.store();
    let first = begin(&mut store, "Zavod");
    let new = NewAssessment {
        enterprise: "Zavod".to_owned(),
        questionnaire: Arc::new(read(SAMPLE).unwrap().0),
        form: Form::Full,
        lang: Lang::Uz,
        previous: Some(first),
    };
    let second = store.create(&new).unwrap();
    store.forget(&[first], now()).unwrap();
    let record = Library::open(&store, second).unwrap();
    assert_eq!((record.summary.enterprise.as_str(), record.summary.previous), ("Zavod", None));
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn while_another_window_reads_an_old_state_nothing_is_erased() {
    let place = Place::new();
    let mut store = place.store();
    let id = telling(&mut store);
    let reader = place.store();
    let reading = reader.reading().unwrap();
    store.connection.busy_timeout(std::time::Duration::from_millis(50)).unwrap();
    store.keep_setting("lang", "uz").unwrap();
    assert_eq!(key(&store.forget(&[id], now()).unwrap_err()), "store-in-use");
    assert_eq!(store.all().unwrap().len(), 1);
    drop(reading);
    store.forget(&[id], now()).unwrap();
    assert!(store.all().unwrap().is_empty());
}
