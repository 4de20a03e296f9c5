//! Exports that come back the same, and imports that are refused with every reason.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::tz::TimeZone;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use super::*;
use crate::engine::answer::{Answer, Response, Value};
use crate::engine::interview::Form;
use crate::engine::interview::journal::{AnswerChange, EventAction, NewEvent};
use crate::engine::library::{Library, NewAssessment};
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::roadmap::RoadmapAction;
use crate::engine::target::{ChosenTarget, Origin, Pattern};
use crate::engine::text::Lang;
use crate::engine::visit::{Ending, Outcome, Stay, Way};
use crate::i18n::Texts;
use crate::store::Identity;

mod formats;

/// A store that is gone after the test.
struct Place {
    store: Store,
    _folder: TempDir,
}

fn place() -> Place {
    let folder = TempDir::new().unwrap();
    let identity = Identity { device: "laptop-1".to_owned(), interviewer: "Dilnoza".to_owned() };
    let store = Store::open(&folder.path().join("tashxis.db"), identity).unwrap();
    Place { store, _folder: folder }
}

fn begin(store: &mut Store, enterprise: &str) -> AssessmentId {
    let questionnaire = Arc::new(read(SAMPLE).unwrap().0);
    let enterprise = enterprise.to_owned();
    store
        .create(&NewAssessment { enterprise, questionnaire, form: Form::Quick, lang: Lang::Uz, previous: None })
        .unwrap()
}

fn answered(store: &mut Store, id: AssessmentId, question: &str, old: impl Into<Answer>, new: impl Into<Answer>) {
    let change = AnswerChange { question: question.into(), old: old.into(), new: new.into() };
    kept(store, id, EventAction::Answer(change));
}

fn kept(store: &mut Store, id: AssessmentId, action: EventAction) {
    let event = NewEvent { action, lang: Lang::Ru, shown_ms: 4_200, position: Some("F3".into()) };
    store.journal(id).append(&event).unwrap();
}

/// An assessment with something in every table.
fn lively(store: &mut Store) -> AssessmentId {
    let id = begin(store, "Fargʻona «Yogʻ-Moy»");
    let name = Answer::from(Value::Text("Yogʻ \"Moy\"".to_owned()));
    answered(store, id, "F1", Answer::default(), name.clone());
    answered(store, id, "INT1", Answer::default(), Value::Decimal(0.1 + 0.2));
    let change = AnswerChange { question: "F1".into(), old: name, new: Answer::default() };
    kept(store, id, EventAction::Undo { of: 1, change });
    let refused = Answer { response: Some(Response::Refused), comment: "keyin".to_owned(), ..Answer::default() };
    answered(store, id, "F3", Answer::default(), refused);
    kept(store, id, EventAction::Close);
    store.journal(id).keep_draft(&"F2".into(), Some("23.11.")).unwrap();
    store.keep_result(id, r#"{"index": 41.7, "areas": [{"id": "INF", "score": null}]}"#).unwrap();
    let action = RoadmapAction { owner: "Aziz".to_owned(), ..RoadmapAction::new("technology-scout", made()) };
    store.keep_action(id, &action).unwrap();
    store.keep_visit(id, &postponed()).unwrap();
    store.keep_stay(id, &stay()).unwrap();
    store.archive(id, true).unwrap();
    id
}

fn postponed() -> Ending {
    let until = Some(jiff::civil::date(2026, 12, 3));
    Ending { outcome: Outcome::Postponed, until, reason: "direktor safarda".to_owned() }
}

fn stay() -> Stay {
    Stay { since: made(), question: "F1".into(), ms: 4_200, lang: Lang::Ru, way: Way::Back }
}

fn made() -> jiff::Timestamp {
    "2026-11-24T09:00:00.5Z".parse().unwrap()
}

fn import(store: &mut Store, json: &str) -> Imported {
    store.import(json.as_bytes()).unwrap_or_else(|error| panic!("{:#?}", findings(error)))
}

fn findings(error: ImportError) -> Vec<Finding> {
    let ImportError::Findings(findings) = error else { panic!("{error}") };
    findings
}

/// Every table, row by row, as text.
fn dump(store: &Store) -> Vec<String> {
    let tables =
        ["questionnaire", "enterprise", "assessment", "event", "answer", "draft", "result", "action", "visit", "stay"];
    let mut rows = Vec::new();
    for table in tables {
        let mut query = store.connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = query.column_count();
        let mut found = query.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let cells: Vec<_> =
                (0..columns).map(|n| format!("{:?}", row.get::<_, rusqlite::types::Value>(n).unwrap())).collect();
            rows.push(format!("{table} {}", cells.join("|")));
        }
    }
    rows.sort();
    rows
}

#[test]
fn what_goes_out_comes_in_to_an_identical_database() {
    let (mut here, mut there) = (place(), place());
    lively(&mut here.store);
    begin(&mut here.store, "Anorzor");
    let json = here.store.export_all().unwrap();
    assert_eq!(import(&mut there.store, &json), Imported { added: 2, ..Imported::default() });
    assert_eq!(dump(&there.store), dump(&here.store));
    assert_eq!(there.store.export_all().unwrap(), json);
    assert_eq!(there.store.verify().unwrap(), []);

    assert_eq!(import(&mut there.store, &json), Imported { unchanged: 2, ..Imported::default() });
    assert_eq!(there.store.export_all().unwrap(), json);
}

/// A stored value as the export writes it: JSON without spaces, moments in their shortest form.
fn exported(column: &str, value: rusqlite::types::Value) -> Option<String> {
    use rusqlite::types::Value::{Integer, Null, Text};
    match (column, value) {
        (_, Null) => None,
        ("archived", Integer(archived)) => Some((archived != 0).to_string()),
        (_, Integer(number)) => Some(number.to_string()),
        ("text" | "reason", Text(text)) => Some(json!(text).to_string()),
        (_, Text(text)) => match (text.parse::<jiff::Timestamp>(), serde_json::from_str::<Json>(&text)) {
            (Ok(moment), _) => Some(json!(moment).to_string()),
            (_, Ok(whole)) if !whole.is_number() => Some(whole.to_string()),
            _ => Some(json!(text).to_string()),
        },
        (_, other) => panic!("{column}: {other:?}"),
    }
}

#[test]
fn every_stored_value_is_in_the_export() {
    let mut here = place();
    lively(&mut here.store);
    let json = serde_json::from_str::<Json>(&here.store.export_all().unwrap()).unwrap().to_string();
    // The answers follow from the events, and a setting belongs to the machine.
    let sql = "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
        WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT IN ('answer', 'setting')";
    let mut query = here.store.connection.prepare(sql).unwrap();
    let columns = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    let mut found = BTreeSet::new();
    for (table, column) in columns.map(Result::unwrap) {
        // The records of an assessment stand within it.
        let named = column == "assessment" || json.contains(&format!("\"{column}\":"));
        assert!(named, "{table}.{column}");
        let mut query = here.store.connection.prepare(&format!("SELECT {column} FROM {table}")).unwrap();
        let values: Vec<rusqlite::types::Value> =
            query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        for value in values.into_iter().filter_map(|value| exported(&column, value)) {
            assert!(json.contains(&value), "{table}.{column}: {value}");
            found.insert(format!("{table}.{column}"));
        }
    }
    // Every table has rows, so that the walk is none over nothing.
    let tables: BTreeSet<&str> = found.iter().filter_map(|column| column.split('.').next()).collect();
    let all = ["action", "assessment", "draft", "enterprise", "event", "questionnaire", "result", "stay", "visit"];
    assert!(all.iter().all(|table| tables.contains(table)), "{tables:?}");
}

#[test]
fn a_part_is_exported_in_a_stable_order() {
    let mut here = place();
    let ids = ["B", "A", "C"].map(|name| begin(&mut here.store, name));
    let json = here.store.export(&[ids[2], ids[0], ids[2]]).unwrap();
    assert_eq!(json, here.store.export(&[ids[0], ids[2]]).unwrap());
    let file: Json = serde_json::from_str(&json).unwrap();
    assert_eq!(file["assessments"].as_array().unwrap().len(), 2);
    assert_eq!(file["enterprises"].as_array().unwrap().len(), 2);
    assert_eq!(file["questionnaires"].as_array().unwrap().len(), 1);
    let error = here.store.export(&[AssessmentId(uuid::Uuid::nil())]).unwrap_err();
    assert_eq!(error.message().key, "store-no-assessment");
}

#[test]
fn a_longer_history_extends_and_a_shorter_one_changes_nothing() {
    let (mut here, mut there) = (place(), place());
    let id = begin(&mut here.store, "Zavod");
    let begun = here.store.export_all().unwrap();
    answered(&mut here.store, id, "F3", Answer::default(), Value::Integer(120));
    let short = here.store.export_all().unwrap();
    answered(&mut here.store, id, "F3", Value::Integer(120), Value::Integer(130));
    here.store.journal(id).keep_draft(&"F2".into(), Some("23.")).unwrap();
    let long = here.store.export_all().unwrap();

    import(&mut there.store, &begun);
    there.store.archive(id, true).unwrap();
    there.store.archive(id, false).unwrap();
    for json in [&short, &long] {
        assert_eq!(import(&mut there.store, json), Imported { extended: 1, ..Imported::default() });
        assert_eq!(there.store.export_all().unwrap(), *json);
    }
    for json in [&begun, &short, &long] {
        assert_eq!(import(&mut there.store, json), Imported { unchanged: 1, ..Imported::default() });
    }
    assert_eq!(there.store.export_all().unwrap(), long);
    assert_eq!(there.store.verify().unwrap(), []);
}

#[test]
fn copies_that_were_changed_apart_are_reported_and_kept() {
    let (mut here, mut there) = (place(), place());
    let id = begin(&mut here.store, "Zavod");
    import(&mut there.store, &here.store.export_all().unwrap());
    answered(&mut here.store, id, "F3", Answer::default(), Value::Integer(1));
    answered(&mut there.store, id, "F3", Answer::default(), Value::Integer(2));
    begin(&mut here.store, "New");
    let before = dump(&there.store);
    let error = there.store.import(here.store.export_all().unwrap().as_bytes()).unwrap_err();
    assert_eq!(said(&findings(error)), ["assessment no. 1, events[1] import-conflict"]);
    assert_eq!(dump(&there.store), before, "all or nothing");
}

#[test]
fn nothing_is_imported_beside_another_writer() {
    let mut here = place();
    lively(&mut here.store);
    let json = here.store.export_all().unwrap();
    let mut second = Store::open(here.store.path(), Identity::default()).unwrap();
    let ImportError::Store(error) = second.import(json.as_bytes()).unwrap_err() else { panic!() };
    assert_eq!(error.message().key, "store-in-use");
}

/// Findings as `place key`; each must have its text in every language.
fn said(findings: &[Finding]) -> Vec<String> {
    for lang in Lang::ALL {
        let texts = Texts::new(lang, TimeZone::UTC);
        for finding in findings {
            for message in [&finding.place, &finding.message] {
                let text = texts.say(message);
                // Texts that begin with `input-` belong to the engine and are tested there.
                assert!(message.key.starts_with("input-") || text != message.key && !text.contains("{$"), "{text}");
            }
        }
    }
    let english = Texts::new(Lang::En, TimeZone::UTC);
    findings.iter().map(|finding| format!("{} {}", english.say(&finding.place), finding.message.key)).collect()
}

/// The findings after one value of a good export was changed; nothing may have been stored.
fn found_after(pointer: &str, value: Json) -> Vec<String> {
    found_in(|file| {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = file.pointer_mut(parent).unwrap();
        match parent {
            Json::Object(fields) => drop(fields.insert(key.to_owned(), value)),
            Json::Array(items) => items[key.parse::<usize>().unwrap()] = value,
            other => panic!("{pointer}: {other}"),
        }
    })
}

fn found_in(spoil: impl FnOnce(&mut Json)) -> Vec<String> {
    let (mut here, mut there) = (place(), place());
    lively(&mut here.store);
    let mut file: Json = serde_json::from_str(&here.store.export_all().unwrap()).unwrap();
    spoil(&mut file);
    let error = there.store.import(file.to_string().as_bytes()).unwrap_err();
    assert_eq!(dump(&there.store), [""; 0]);
    said(&findings(error))
}

/// A place in a good export, what is put there, and what is found.
type Case<'a> = (&'a str, Json, &'a [&'a str]);

fn check_cases(cases: &[Case]) {
    for (pointer, value, expected) in cases {
        assert_eq!(found_after(pointer, value.clone()), *expected, "{pointer} = {value}");
    }
}

#[test]
fn every_problem_of_a_record_is_found_at_its_place() {
    let a = "/assessments/0";
    check_cases(&[
        ("/format", json!("odk"), &["file, format import-other-format"]),
        ("/version", json!(5), &["file, format import-other-version"]),
        ("/version", json!("one"), &["file, version import-bad-field"]),
        ("/extra", json!(1), &["file, extra import-unknown-field"]),
        ("/enterprises", json!({}), &["file, enterprises import-bad-field"]),
        ("/enterprises/0", json!(7), &["enterprise no. 1,  import-no-object"]),
        ("/enterprises/0/name", json!(7), &["enterprise no. 1, name import-bad-field"]),
        (
            "/enterprises/0/id",
            json!("0190f5fe-7c00-7a00-8000-000000000009"),
            &["assessment no. 1, enterprise import-no-enterprise"],
        ),
        (
            "/questionnaires/0/text",
            json!("format = 1"),
            &[
                "questionnaire no. 1, hash import-questionnaire-hash",
                "questionnaire no. 1, text import-questionnaire-invalid",
            ],
        ),
        ("/questionnaires/0/version", json!("9.9.9"), &["questionnaire no. 1, version import-questionnaire-differs"]),
        (
            "/questionnaires/0/hash",
            json!("00"),
            &[
                "questionnaire no. 1, hash import-questionnaire-hash",
                "assessment no. 1, questionnaire import-no-questionnaire",
            ],
        ),
        (&format!("{a}/form"), json!("half"), &["assessment no. 1, form import-bad-field"]),
        (&format!("{a}/form"), json!("full"), &["assessment no. 1, events[1].hash import-wrong-hash"]),
        (&format!("{a}/colour"), json!("red"), &["assessment no. 1, colour import-unknown-field"]),
        (&format!("{a}/closed"), json!(null), &["assessment no. 1, closed import-wrong-state"]),
        (&format!("{a}/changed"), json!("2020-01-01T00:00:00Z"), &["assessment no. 1, changed import-wrong-state"]),
        (&format!("{a}/position"), json!("F99"), &["assessment no. 1, position import-no-question"]),
        (&format!("{a}/progress/speed"), json!(3), &["assessment no. 1, progress.speed import-unknown-field"]),
        (&format!("{a}/drafts/0/question"), json!("F99"), &["assessment no. 1, drafts[1].question import-no-question"]),
        (&format!("{a}/drafts/0/colour"), json!("red"), &["assessment no. 1, drafts[1] import-bad-field"]),
        (&format!("{a}/visits/0/outcome"), json!("gone"), &["assessment no. 1, visits[1] import-bad-field"]),
        (
            &format!("{a}/visits/0/ended"),
            json!("2026-11-24T09:00:00.1234567Z"),
            &["assessment no. 1, visits[1].ended import-fine-time"],
        ),
        (&format!("{a}/stays/0/question"), json!("F99"), &["assessment no. 1, stays[1].question import-no-question"]),
        (&format!("{a}/actions/0/id"), json!("x"), &["assessment no. 1, actions[1] import-bad-field"]),
    ]);
}

#[test]
fn every_problem_of_an_event_is_found_at_its_place() {
    let a = "/assessments/0";
    check_cases(&[
        (
            &format!("{a}/events/0/hash"),
            json!("00"),
            &[
                "assessment no. 1, events[1].hash import-wrong-hash",
                "assessment no. 1, events[2].hash import-wrong-hash",
            ],
        ),
        (&format!("{a}/events/0/colour"), json!("red"), &["assessment no. 1, events[1].colour import-unknown-field"]),
        (
            &format!("{a}/events/0/new/colour"),
            json!("red"),
            &["assessment no. 1, events[1].new.colour import-unknown-field"],
        ),
        (&format!("{a}/events/0/action"), json!("guess"), &["assessment no. 1, events[1] import-bad-field"]),
        (&format!("{a}/events/0/lang"), json!("uz"), &["assessment no. 1, events[1].hash import-wrong-hash"]),
        (
            &format!("{a}/events/2/of"),
            json!(2),
            &["assessment no. 1, events[3].hash import-wrong-hash", "assessment no. 1, events[3].of import-wrong-of"],
        ),
        (
            &format!("{a}/events/2/of"),
            json!(3),
            &["assessment no. 1, events[3].hash import-wrong-hash", "assessment no. 1, events[3].of import-wrong-of"],
        ),
        (
            &format!("{a}/events/4/sequence"),
            json!(6),
            &[
                "assessment no. 1, events[5].sequence import-wrong-sequence",
                "assessment no. 1, events[5].hash import-wrong-hash",
            ],
        ),
        (
            &format!("{a}/events/3/time"),
            json!("2026-11-23T10:00:00.000000001Z"),
            &[
                "assessment no. 1, events[4].hash import-wrong-hash",
                "assessment no. 1, events[4].time import-fine-time",
            ],
        ),
        (
            &format!("{a}/events/1/shown_ms"),
            json!(u64::MAX),
            &[
                "assessment no. 1, events[2].hash import-wrong-hash",
                "assessment no. 1, events[2].shown_ms import-too-long",
            ],
        ),
        (
            &format!("{a}/events/1/new"),
            json!({ "response": { "value": { "integer": 3 } } }),
            &["assessment no. 1, events[2].hash import-wrong-hash", "assessment no. 1, events[2].new input-wrong-kind"],
        ),
        (
            &format!("{a}/events/1/question"),
            json!("N1"),
            &[
                "assessment no. 1, events[2].hash import-wrong-hash",
                "assessment no. 1, events[2].question input-not-answerable",
            ],
        ),
        (
            &format!("{a}/events/1/question"),
            json!("F99"),
            &[
                "assessment no. 1, events[2].hash import-wrong-hash",
                "assessment no. 1, events[2].question import-no-question",
            ],
        ),
        (
            &format!("{a}/events/3/old"),
            json!({ "flagged": true }),
            &["assessment no. 1, events[4].hash import-wrong-hash", "assessment no. 1, events[4].old import-wrong-old"],
        ),
    ]);
}

#[test]
fn all_problems_are_listed_at_once() {
    let found = found_in(|file| {
        let first = file["assessments"][0].clone();
        file["assessments"].as_array_mut().unwrap().push(first);
        file["assessments"][0].as_object_mut().unwrap().remove("lang");
        file["assessments"][0]["created"] = json!("yesterday");
        file["assessments"][0]["events"][2]["of"] = json!(-1);
        file["assessments"][1]["events"] = json!(null);
        file["enterprises"][0]["name"] = json!(null);
    });
    assert_eq!(
        found,
        [
            "enterprise no. 1, name import-bad-field",
            "assessment no. 1, lang import-missing-field",
            "assessment no. 1, created import-bad-field",
            "assessment no. 1, events[3] import-bad-field",
            "assessment no. 2, events import-bad-field",
        ]
    );
    let twice = found_in(|file| {
        for list in ["questionnaires", "enterprises", "assessments"] {
            let first = file[list][0].clone();
            file[list].as_array_mut().unwrap().push(first);
        }
    });
    let places: BTreeSet<_> = twice.iter().map(|finding| finding.split(',').next().unwrap()).collect();
    assert_eq!(places, BTreeSet::from(["questionnaire no. 2", "enterprise no. 2", "assessment no. 2"]));
    assert!(twice.iter().all(|finding| finding.ends_with("import-twice")), "{twice:?}");
}

#[test]
fn what_is_here_already_is_never_overwritten() {
    let mut here = place();
    let id = lively(&mut here.store);
    let good: Json = serde_json::from_str(&here.store.export_all().unwrap()).unwrap();
    let mut found = |spoil: &dyn Fn(&mut Json)| {
        let mut file = good.clone();
        spoil(&mut file);
        let before = dump(&here.store);
        let error = here.store.import(file.to_string().as_bytes()).unwrap_err();
        assert_eq!(dump(&here.store), before);
        said(&findings(error))
    };
    assert_eq!(
        found(&|file| file["enterprises"][0]["name"] = json!("Other")),
        ["enterprise no. 1, name import-enterprise-differs"]
    );
    let other = |file: &mut Json| {
        file["assessments"][0]["events"] = json!([]);
        file["assessments"][0]["created"] = json!("2020-01-01T00:00:00Z");
        file["assessments"][0]["changed"] = json!("2020-01-01T00:00:00Z");
        file["assessments"][0]["closed"] = json!(null);
    };
    assert_eq!(found(&other), ["assessment no. 1, id import-other-assessment"]);
    let taken = |file: &mut Json| {
        other(file);
        file["assessments"][0]["id"] = json!("0190f5fe-7c00-7a00-8000-000000000003");
    };
    assert_eq!(
        found(&taken),
        ["assessment no. 1, actions[1].id import-taken", "assessment no. 1, visits[1].id import-taken"]
    );
    assert_eq!(here.store.all().unwrap()[0].id, id);
}

#[test]
fn what_is_no_json_is_refused_with_its_place() {
    let mut here = place();
    let deep = "[".repeat(100_000);
    for (text, expected) in [
        ("", "file,  import-not-json"),
        ("{\"format\": \"tashxis-assessments\",\n \"version\" 1}", "file,  import-not-json"),
        ("[]", "file,  import-no-object"),
        (&deep, "file,  import-not-json"),
        ("\u{feff}{}", "file,  import-not-json"),
    ] {
        assert_eq!(said(&findings(here.store.import(text.as_bytes()).unwrap_err())), [expected], "{text:.40}");
    }
    let huge = vec![b' '; MOST_BYTES + 1];
    assert_eq!(said(&findings(here.store.import(&huge).unwrap_err())), ["file,  import-too-large"]);
    assert_eq!(said(&findings(here.store.import(b"\xff{}").unwrap_err())), ["file,  import-not-json"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_input_panics(position in 0..6_000_usize, with in "\\PC{0,3}") {
        thread_local! {
            static GOOD: String = {
                let mut here = place();
                lively(&mut here.store);
                here.store.export_all().unwrap()
            };
        }
        let spoiled = GOOD.with(|good| {
            let text = good.find("\"assessments\"").unwrap();
            let mut at = (text + position).min(good.len() - 1);
            while !good.is_char_boundary(at) {
                at -= 1;
            }
            let end = at + good[at..].chars().next().unwrap().len_utf8();
            format!("{}{with}{}", &good[..at], &good[end..])
        });
        if let Err(findings) = check::file(spoiled.as_bytes(), &Steps::default()).unwrap() {
            prop_assert!(!findings.is_empty());
        }
    }
}

#[test]
fn every_problem_of_an_action_is_found_at_its_place() {
    let action = "/assessments/0/actions/0";
    check_cases(&[
        (&format!("{action}/status"), json!("perhaps"), &["assessment no. 1, actions[1] import-bad-field"]),
        (&format!("{action}/due"), json!("2027-02-30"), &["assessment no. 1, actions[1] import-bad-field"]),
        (&format!("{action}/phase"), json!("never"), &["assessment no. 1, actions[1] import-bad-field"]),
        (&format!("{action}/colour"), json!("red"), &["assessment no. 1, actions[1].colour import-unknown-field"]),
        (
            &format!("{action}/changed"),
            json!("2026-11-23T10:00:00.000000001Z"),
            &["assessment no. 1, actions[1].changed import-fine-time"],
        ),
    ]);
    let twice = found_in(|file| {
        let actions = file["assessments"][0]["actions"].as_array_mut().unwrap();
        let mut again = actions[0].clone();
        again["id"] = json!("0190f5fe-7c00-7a00-8000-000000000009");
        actions.push(again);
    });
    assert_eq!(twice, ["assessment no. 1, actions[2].recommendation import-twice"]);
}

#[test]
fn an_action_that_is_here_is_kept_when_the_history_is_extended() {
    let (mut here, mut there) = (place(), place());
    let id = begin(&mut here.store, "Zavod");
    import(&mut there.store, &here.store.export_all().unwrap());
    let owned = |what: &str, owner: &str| RoadmapAction { owner: owner.to_owned(), ..RoadmapAction::new(what, made()) };
    for what in ["library", "laboratory"] {
        here.store.keep_action(id, &owned(what, "here")).unwrap();
    }
    there.store.keep_action(id, &owned("library", "there")).unwrap();
    answered(&mut here.store, id, "F3", Answer::default(), Value::Integer(120));
    import(&mut there.store, &here.store.export_all().unwrap());
    let kept = there.store.open(id).unwrap().actions;
    let kept: BTreeSet<_> = kept.iter().map(|it| (it.recommendation.as_str(), it.owner.as_str())).collect();
    assert_eq!(kept, BTreeSet::from([("library", "there"), ("laboratory", "here")]));
}

#[test]
fn a_target_that_is_here_is_kept_when_the_history_is_extended() {
    let (mut here, mut there) = (place(), place());
    let id = begin(&mut here.store, "Zavod");
    let target = |origin| {
        let (levels, base) = (BTreeMap::from([("INF".into(), 3)]), BTreeMap::from([("INF".into(), 41.25)]));
        ChosenTarget { pattern: Pattern::Own, origin, levels, base, chosen: jiff::Timestamp::UNIX_EPOCH }
    };
    import(&mut there.store, &here.store.export_all().unwrap());
    here.store.keep_target(id, Some(&target(Origin::Advisor))).unwrap();
    answered(&mut here.store, id, "F3", Answer::default(), Value::Integer(120));
    import(&mut there.store, &here.store.export_all().unwrap());
    assert_eq!(there.store.open(id).unwrap().target, Some(target(Origin::Advisor)), "there was none");
    there.store.keep_target(id, Some(&target(Origin::Programme))).unwrap();
    answered(&mut here.store, id, "F3", Value::Integer(120), Value::Integer(130));
    import(&mut there.store, &here.store.export_all().unwrap());
    assert_eq!(there.store.open(id).unwrap().target, Some(target(Origin::Programme)));
    there.store.keep_target(id, None).unwrap();
    assert_eq!(there.store.open(id).unwrap().target, None);
}
