//! Two assessments against each other on the command line, as people and scripts call it.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::sync::Arc;

use assert_cmd::Command;
use jiff::Zoned;
use tashxis::engine::answer::Answer;
use tashxis::engine::interview::{Advance, Circumstances, Form, Interview};
use tashxis::engine::library::{Library, NewAssessment};
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::questionnaire::sample::SAMPLE;
use tashxis::engine::text::Lang;
use tashxis::store::Identity;
use tempfile::TempDir;

#[path = "support/writer.rs"]
mod writer;

use writer::writer;

/// Enough answers for an overall score; the levels of INF1 and SKL2 are said by each test.
const ANSWERS: [(&str, &str); 9] = [
    ("F3", "40"),
    ("F8", "yes"),
    ("INF2", "university"),
    ("INF3", "2"),
    ("INT1", "30"),
    ("INT2", "1"),
    ("CLU1", "talks"),
    ("REG1", "2"),
    ("SKL1", "50"),
];

/// Closes an assessment by a questionnaire.
fn close(home: &TempDir, text: &str, enterprise: &str, level: &str, lang: Lang) -> String {
    let identity = Identity { device: "laptop".to_owned(), interviewer: "D. Karimova".to_owned() };
    let mut store = writer(&home.path().join("t.db"), identity);
    let questionnaire = Arc::new(read(text).unwrap().0);
    let new = NewAssessment {
        enterprise: enterprise.to_owned(),
        questionnaire: Arc::clone(&questionnaire),
        form: Form::Full,
        lang,
        previous: None,
    };
    let id = store.create(&new).unwrap();
    let mut interview = Interview::new(Arc::clone(&questionnaire), Form::Full, Zoned::now());
    for (question, typed) in [("INF1", level)].into_iter().chain(ANSWERS) {
        let ix = questionnaire.find(question).unwrap();
        let value = questionnaire.questions[ix].parse(typed).unwrap().unwrap();
        let change = interview.propose(ix, Answer::from(value)).unwrap();
        let circumstances = Circumstances { lang, shown_ms: 900, advance: Advance::Next };
        interview.commit(change, circumstances, store.journal(id).as_mut()).unwrap();
    }
    interview.set_closed(true, lang, store.journal(id).as_mut()).unwrap();
    id.to_string()
}

/// Calls the program; what it prints on either stream.
fn call(home: &TempDir, arguments: &[&str], code: i32) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tashxis"));
    command.env_clear().current_dir(home.path()).env("HOME", home.path()).env("LANG", "C.UTF-8").env("TZ", "UTC");
    let output = command.args(["--db", "t.db"]).args(arguments).output().unwrap();
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
    text
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn two_assessments_are_compared_whichever_is_named_first() {
    let home = tempfile::tempdir().unwrap();
    let then = close(&home, SAMPLE, "Buxoro Non", "1", Lang::En);
    let now = close(&home, SAMPLE, "Buxoro Non", "4", Lang::En);
    let text = call(&home, &["compare", &now, &then], 0);
    assert!(text.contains("Items compared: 8"), "{text}");
    let parsed = json(&call(&home, &["compare", &now, &then, "--json"], 0));
    assert_eq!((&parsed["moved"][0]["item"], &parsed["moved"][0]["question"].is_string()), (&"INF1".into(), &true));
    assert!(parsed["scores"][0]["change"].as_f64().unwrap() > 0.0, "{parsed}");
    let written = call(&home, &["compare", &then, &now, "--format", "csv", "-o", "c.csv"], 0);
    assert!(written.contains("Written: c.csv"), "{written}");
    assert!(std::fs::read_to_string(home.path().join("c.csv")).unwrap().contains("moved,1,item,INF1\n"));
    assert!(call(&home, &["compare", &then, &then], 2).contains("the same assessment"));
    assert!(call(&home, &["compare", &then, "zzzz"], 2).contains("zzzz"));
    assert!(call(&home, &["new", "--from", &then, "--name", "Other"], 2).contains("--from"));
}

#[test]
fn a_report_tells_what_changed_since_last_time() {
    let home = tempfile::tempdir().unwrap();
    let then = close(&home, SAMPLE, "Buxoro Non", "1", Lang::En);
    close(&home, SAMPLE, "Oqtosh Sut", "2", Lang::En);
    let now = close(&home, SAMPLE, "Buxoro Non", "4", Lang::En);
    assert!(call(&home, &["profile", &now], 0).to_lowercase().contains("change since last time"));
    assert!(!call(&home, &["profile", &then], 0).to_lowercase().contains("change since last time"));
    let since = &json(&call(&home, &["profile", &now, "--format", "json"], 0))["since"];
    assert_eq!((&since["assessment"], &since["moved"][0]["question"]), (&then.into(), &"INF1".into()));
}

#[test]
fn other_questionnaires_are_not_compared_and_other_versions_by_what_they_share() {
    let home = tempfile::tempdir().unwrap();
    let then = close(&home, SAMPLE, "Buxoro Non", "1", Lang::En);
    let later =
        close(&home, &SAMPLE.replace("version = \"1.2.0\"", "version = \"2.0.0\""), "Buxoro Non", "4", Lang::En);
    let other = close(&home, &SAMPLE.replace("id = \"sample\"", "id = \"another\""), "Buxoro Non", "4", Lang::En);
    assert!(call(&home, &["compare", &then, &later], 0).contains("2.0.0"));
    assert!(call(&home, &["stats", "agreement", &then, &later], 1).contains("1.2.0 and 2.0.0"));
    let refused = call(&home, &["compare", &then, &other], 1);
    assert!(refused.contains("“sample” and “another”"), "{refused}");
}

#[test]
fn two_respondents_are_held_against_each_other() {
    let home = tempfile::tempdir().unwrap();
    let one = close(&home, SAMPLE, "Buxoro Non", "1", Lang::En);
    let other = close(&home, SAMPLE, "Buxoro Non", "4", Lang::En);
    assert!(call(&home, &["stats", "agreement", &one, &other, "--lang", "ru"], 0).contains("Взвешенная каппа"));
    let parsed = json(&call(&home, &["stats", "agreement", &one, &other, "--json"], 0));
    assert_eq!((&parsed["far_apart"][0]["item"], &parsed["far_apart"][0]["levels"]), (&"INF1".into(), &3.0.into()));
    let csv = call(&home, &["stats", "agreement", &one, &other, "--format", "csv"], 0);
    assert!(csv.contains("areas,1,area,all\n"), "{csv}");
}
