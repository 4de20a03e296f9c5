//! The limits of `docs/limits.md`, each at its edge: what is just within is taken, what is just beyond is refused with
//! its reason, and nothing takes its time or its memory for it.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::tz::TimeZone;
use rusqlite::Connection;
use tashxis::engine::answer::{Answer, Response};
use tashxis::engine::expr::{MAX_LENGTH, MAX_VALUE, MOST_PATTERNS};
use tashxis::engine::interview::memory::MemoryJournal;
use tashxis::engine::interview::{Advance, Circumstances, Form, Interview};
use tashxis::engine::questionnaire::Questionnaire;
use tashxis::engine::questionnaire::keys::{self, MOST_CHOICES};
use tashxis::engine::questionnaire::read::{MOST_BYTES, read};
use tashxis::engine::text::Lang;
use tashxis::store::exchange::{ImportError, MOST_OF_A_TEXT, MOST_VALUES};
use tashxis::store::{Identity, Problem, Store, peek};

/// A questionnaire with these sections.
fn file(sections: &str) -> String {
    format!(
        "format = 1\nid = \"l\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ntitle = {{ en = \"L\" }}\n\
         [[section]]\nid = \"s\"\ntitle = {{ en = \"S\" }}\n{sections}"
    )
}

fn question(id: &str, kind: &str, more: &str) -> String {
    let label = if kind == "calculate" { "" } else { "label = { en = \"?\" }\n" };
    format!("[[section.question]]\nid = \"{id}\"\nkind = \"{kind}\"\n{label}{more}\n")
}

/// The keys of the problems of a file; none, if it is a questionnaire.
#[track_caller]
fn problems(text: &str) -> Vec<&'static str> {
    let mut keys: Vec<_> =
        read(text).err().unwrap_or_default().into_iter().map(|problem| problem.message.key).collect();
    keys.dedup();
    keys
}

#[track_caller]
fn questionnaire(text: &str) -> Arc<Questionnaire> {
    Arc::new(read(text).unwrap_or_else(|problems| panic!("{problems:#?}")).0)
}

#[test]
fn nesting_of_toml_is_refused_and_not_followed() {
    for deep in [1_000, 100_000] {
        let cases = [
            format!("a = {}", "[".repeat(deep)),
            format!("a = {}{}", "[".repeat(deep), "]".repeat(deep)),
            format!("a = {}1{}", "{b=".repeat(deep / 2), "}".repeat(deep / 2)),
            format!("{}a = 1", "a.".repeat(deep)),
            format!("[{}a]", "a.".repeat(deep)),
            format!("[[{}a]]", "a.".repeat(deep)),
        ];
        for case in cases {
            assert!(case.len() < MOST_BYTES);
            assert!(!problems(&case).is_empty(), "{}", &case[..20]);
        }
    }
}

#[test]
fn a_file_of_nothing_but_mistakes_tells_a_thousand_of_them() {
    let known: String = (0..2_000).map(|n| question(&format!("name_of_question_{n}"), "text", "")).collect();
    let unknown: String = (0..20_000).map(|n| format!("${{name_of_questoin_{n}}} = 1 or ")).collect();
    let broken = |n: usize| {
        let when: String = unknown.chars().take(MAX_LENGTH - 300).collect::<String>();
        let when = when.rsplit_once(" or ").unwrap().0.to_owned();
        question(&format!("broken_{n}"), "text", &format!("relevant = \"{when}\""))
    };
    let text = file(&(known + &(0..60).map(broken).collect::<String>()));
    assert!(text.len() < MOST_BYTES);
    let found = read(&text).unwrap_err();
    assert_eq!(found.len(), 1_000);
    let hinted = found.iter().filter(|problem| problem.hint.is_some()).count();
    assert!((1..=200).contains(&hinted), "{hinted} names were searched for");
}

#[test]
fn an_expression_has_an_end_a_depth_and_a_number_of_patterns() {
    let when = |expression: &str| {
        file(&question("a", "text", &format!("constraint = \"{expression}\"\nconstraint_message = {{ en = \"!\" }}")))
    };
    let long = |length: usize| when(&format!(". != 'b'{}", " ".repeat(length - 8)));
    assert_eq!(problems(&long(MAX_LENGTH)), [""; 0]);
    assert_eq!(problems(&long(MAX_LENGTH + 1)), ["expr-too-long"]);
    let deep = |depth: usize| when(&format!("{}. = 'a'{}", "(".repeat(depth), ")".repeat(depth)));
    assert_eq!(problems(&deep(100)), [""; 0]);
    assert_eq!(problems(&deep(300)), ["expr-too-deep"]);
    let patterns = |count: usize| when(&vec!["regex(., 'a')"; count].join(" or "));
    assert_eq!(problems(&patterns(MOST_PATTERNS)), [""; 0]);
    assert_eq!(problems(&patterns(MOST_PATTERNS + 1)), ["expr-too-many-patterns"]);
}

#[test]
fn a_questionnaire_has_no_more_patterns_and_choices_than_memory_has_room_for() {
    let one = |n: usize| {
        question(&format!("q{n}"), "text", "constraint = \"regex(., 'a')\"\nconstraint_message = { en = \"!\" }")
    };
    let patterns = |count: usize| file(&(0..count).map(one).collect::<String>());
    assert_eq!(problems(&patterns(keys::MOST_PATTERNS)), [""; 0]);
    assert_eq!(problems(&patterns(keys::MOST_PATTERNS + 1)), ["check-too-many-patterns"]);
    let choices = |count: usize| {
        let list: String = (0..count).map(|n| format!("{{ id = \"c{n}\", label = {{ en = \"{n}\" }} }},")).collect();
        file(&question("a", "select_one", &format!("choices = [{list}]")))
    };
    assert_eq!(problems(&choices(MOST_CHOICES)), [""; 0]);
    assert!(!problems(&choices(MOST_CHOICES + 1)).is_empty());
}

/// Each calculation says a thousand times what the one before says.
#[test]
fn texts_that_are_made_of_texts_stay_as_long_as_an_answer() {
    let more = |n: usize| {
        let before = format!("${{c{}}}", n - 1);
        let calculation = format!("concat({})", vec![before; 1_000].join(", "));
        question(&format!("c{n}"), "calculate", &format!("calculation = \"{calculation}\""))
    };
    let first = question("c0", "text", "");
    let asked = question("z", "text", "relevant = \"string-length(${c9}) > 5\"");
    let text = file(&(first + &(1..10).map(more).collect::<String>() + &asked));
    let questionnaire = questionnaire(&text);
    let mut interview =
        Interview::new(Arc::clone(&questionnaire), Form::Full, jiff::Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC));
    let at = |id: &str| questionnaire.find(id).unwrap();
    let value = questionnaire.questions[at("c0")].parse("oʻ").unwrap();
    let answer = Answer { response: value.map(Response::Value), ..Answer::default() };
    let change = interview.propose(at("c0"), answer).unwrap();
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    interview.commit(change, circumstances, &mut MemoryJournal::default()).unwrap();
    for id in ["c1", "c2", "c3", "c9"] {
        let length = interview.value(at(id)).to_text().len();
        assert!(length <= MAX_VALUE, "{id} has {length} bytes");
    }
    assert_eq!(interview.value(at("c1")).to_text().len(), "oʻ".len() * 1_000);
    assert!(interview.value(at("c2")).to_text().len() > MAX_VALUE - 4, "cut off at a letter");
    assert!(interview.is_asked(at("z")));
}

/// Whether conditions can hold is tried out, but not for ever: what is left then is taken to hold.
#[test]
fn conditions_are_tried_as_long_as_the_effort_is_bearable() {
    let level = |n: usize| {
        question(
            &format!("l{n}"),
            "level",
            "levels = [{ en = \"a\" }, { en = \"b\" }, { en = \"c\" }, { en = \"d\" }, { en = \"e\" }]",
        )
    };
    let levels: String = (0..4).map(level).collect();
    let wide = "(${l0} = 1 or ${l1} = 1 or ${l2} = 1 or ${l3} = 1)";
    let never = |id: &str| question(id, "text", &format!("relevant = \"{wide} and ${{l0}} = 1 and ${{l0}} = 2\""));
    let costly = |n: usize| question(&format!("t{n}"), "text", &format!("relevant = \"{wide}{}\"", " ".repeat(32_000)));
    let costly: String = (0..4).map(costly).collect();
    let alone = problems(&file(&(levels.clone() + &never("n"))));
    assert_eq!(alone, ["check-unreachable"], "within the effort it is found");
    assert_eq!(problems(&file(&(levels + &costly + &never("n")))), [""; 0], "beyond it nothing is tried");
}

#[test]
fn an_import_has_no_more_values_texts_and_depth_than_it_can_mean() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("a.db"), Identity::default()).unwrap();
    let mut refused = |json: &str| match store.import(json.as_bytes()) {
        Err(ImportError::Findings(findings)) => findings.iter().map(|finding| finding.message.key).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let values = "0,".repeat(MOST_VALUES);
    assert_eq!(refused(&format!("[{values}0]")), ["import-too-many-values"]);
    assert_eq!(refused(&format!("\"{values}\"")), ["import-no-object"], "commas of a text are no values");
    assert_eq!(refused(&("[".repeat(100_000) + &"]".repeat(100_000))), ["import-not-json"]);
    let named = |length: usize| {
        let (name, id) = ("a".repeat(length), uuid::Uuid::nil());
        format!(
            "{{\"format\":\"tashxis-assessments\",\"version\":4,\"questionnaires\":[],\"assessments\":[],\
             \"enterprises\":[{{\"id\":\"{id}\",\"name\":\"{name}\"}}]}}"
        )
    };
    assert_eq!(refused(&named(MOST_OF_A_TEXT + 1)), ["import-text-too-long"]);
    assert!(store.import(named(MOST_OF_A_TEXT).as_bytes()).is_ok());
}

/// A database of ours that somebody has changed.
fn changed(sql: &str) -> (tempfile::TempDir, Result<Store, tashxis::store::StoreError>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    drop(Store::open(&path, Identity::default()).unwrap());
    let theirs = Connection::open(&path).unwrap();
    theirs.execute_batch(sql).unwrap();
    drop(theirs);
    let before = fs::read(&path).unwrap();
    assert_eq!(peek::setting(&path, None, "lang"), None);
    assert!(peek::assessments(&path).is_empty());
    let opened = Store::open(&path, Identity::default());
    if opened.is_err() {
        assert!(fs::read(&path).unwrap() == before, "a file that is refused is left as it is");
    }
    (folder, opened)
}

/// What counts without an end, if anybody asks.
const ENDLESS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT";

#[test]
fn a_database_whose_tables_are_not_ours_is_neither_asked_nor_opened() {
    let view = |table: &str, columns: &str| {
        format!("PRAGMA foreign_keys = OFF; DROP TABLE {table}; CREATE VIEW {table} AS {ENDLESS} {columns} FROM n")
    };
    let cases = [
        view("setting", "'lang' AS name, i AS value"),
        view("stay", "i AS assessment, i AS since, i AS question, i AS ms, i AS lang, i AS way"),
        format!(
            "CREATE TRIGGER mine AFTER INSERT ON setting BEGIN DELETE FROM setting WHERE value IN ({ENDLESS} i FROM n); END"
        ),
        "CREATE INDEX slow ON setting (length(hex(value)))".to_owned(),
        "DROP TRIGGER event_is_not_deleted; CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event BEGIN SELECT 1; END"
            .to_owned(),
        "ALTER TABLE setting ADD COLUMN more TEXT".to_owned(),
    ];
    for sql in cases {
        let (_folder, opened) = changed(&sql);
        match opened {
            Err(error) => assert!(matches!(error.problem, Problem::Altered(_)), "{sql}: {error}"),
            Ok(_) => panic!("{sql}: opened"),
        }
    }
    let (_folder, opened) =
        changed("CREATE TABLE notes_of_mine (text); CREATE VIEW theirs AS SELECT * FROM notes_of_mine");
    assert!(opened.is_ok(), "tables of one's own are nobody's concern");
}

#[test]
fn a_database_whose_tables_are_not_ours_is_repaired_without_asking_them() {
    let (folder, _) = changed(&format!("DROP TABLE stay; CREATE VIEW stay AS {ENDLESS} i AS assessment FROM n"));
    let (from, to) = (folder.path().join("a.db"), folder.path().join("b.db"));
    let repaired = Store::repair(&from, &to, &[], None).unwrap();
    assert_eq!(repaired.saved, 0, "there was no assessment in it");
    assert!(Store::restore(&from, &to, None, false).is_err(), "and it is no backup");
}

#[test]
fn a_value_of_a_database_is_read_only_as_long_as_it_could_have_been_written() {
    for (bytes, read) in [(1_000, true), (40 << 20, false)] {
        let sql = format!("INSERT INTO setting (name, value) VALUES ('lang', printf('%.*c', {bytes}, 'a'))");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        drop(Store::open(&path, Identity::default()).unwrap());
        Connection::open(&path).unwrap().execute_batch(&sql).unwrap();
        assert_eq!(peek::setting(&path, None, "lang").is_some(), read, "{bytes}");
    }
}

#[test]
fn a_file_that_is_too_large_to_be_repaired_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let (damaged, new) = (folder.path().join("a.db"), folder.path().join("new.db"));
    fs::write(&damaged, "SQLite format 3\0").unwrap();
    // Most of it is a hole that takes no room.
    fs::OpenOptions::new().write(true).open(&damaged).unwrap().set_len((1 << 30) + 1).unwrap();
    let refused = Store::repair(&damaged, &new, &[], None).unwrap_err();
    assert!(matches!(refused.problem, Problem::TooLarge(most) if most == 1 << 30), "{refused}");
    assert!(!new.exists());
}

#[test]
fn the_page_of_limits_names_each_as_it_is() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/limits.md")).unwrap();
    let mut missing = String::new();
    let spaced = |number: usize| {
        let digits = number.to_string();
        let mut spaced = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                spaced.push(',');
            }
            spaced.push(digit);
        }
        spaced
    };
    let limits = [
        ("questions", spaced(keys::MOST_QUESTIONS)),
        ("choices", spaced(MOST_CHOICES)),
        ("regular expressions of a file", spaced(keys::MOST_PATTERNS)),
        ("regular expressions of an expression", spaced(MOST_PATTERNS)),
        ("bytes of an expression", spaced(MAX_LENGTH)),
        ("bytes of a value", spaced(MAX_VALUE)),
        ("values of an import", spaced(MOST_VALUES)),
        ("a long text", spaced(tashxis::engine::answer::MAX_TEXT)),
    ];
    for (what, number) in limits {
        if !page.contains(&number) {
            writeln!(missing, "{what}: {number}").unwrap();
        }
    }
    let sizes = [
        ("questionnaire", MOST_BYTES),
        ("import", tashxis::store::exchange::MOST_BYTES),
        ("text of an import", MOST_OF_A_TEXT),
        ("spreadsheet", tashxis::spreadsheet::MOST_BYTES),
        ("text handled by an expression", tashxis::engine::expr::MOST_HANDLED),
    ];
    for (what, bytes) in sizes {
        if !page.contains(&format!("{} MiB", bytes >> 20)) {
            writeln!(missing, "{what}: {} MiB", bytes >> 20).unwrap();
        }
    }
    assert_eq!(missing, "", "docs/limits.md does not say");
}
