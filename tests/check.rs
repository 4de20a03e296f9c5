//! Questionnaires and catalogues on the command line: checked, shown as forms, found in the user's folder.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::fs;

#[path = "support/machine.rs"]
mod machine;

use machine::{Machine, json};
use tashxis::engine::questionnaire::sample::SAMPLE;

#[test]
fn questionnaires_are_checked_with_every_problem_and_their_own_tests() {
    let machine = Machine::new();
    machine.call(&["check"]).with(0).says("innovation-ecosystem.toml: in order");
    fs::write(machine.path("good.toml"), SAMPLE).unwrap();
    fs::write(machine.path("bad.toml"), SAMPLE.replace("kind = \"date\"", "kind = \"dat\"").replace("${F3}", "${F33}"))
        .unwrap();
    machine.call(&["check", "good.toml"]).with(0).says("good.toml: in order. Questions: 18, reference answer sets: 2.");
    let bad = machine.call(&["check", "good.toml", "bad.toml"]).with(1).says("bad.toml:").says("F33").says("^^^").out;
    assert!(bad.matches("error: ").count() > 2, "{bad}");
    assert!(bad.ends_with("warnings: 0.\n") && bad.contains("Files: 2, errors: "), "{bad}");
    machine.call(&["check", "bad.toml", "--lang", "ru"]).with(1).says("ошибка: ").says("ошибок: ");
    let checked = json(&machine.call(&["check", "--json", "bad.toml"]).with(1).out);
    assert_eq!(checked["files"][0]["file"], "bad.toml");
    assert!(checked["files"][0]["problems"][0]["line"].as_u64() > Some(1), "{checked}");
    machine.call(&["check", "nowhere.toml"]).with(2).complains("nowhere.toml cannot be read");
    fs::write(machine.path("latin1.toml"), b"# first\ntitle = \"caf\xe9\"").unwrap();
    machine.call(&["check", "latin1.toml"]).with(1).complains("latin1.toml is not text in UTF-8: see line 2");
}

#[test]
fn reference_answers_that_give_something_else_are_errors() {
    let machine = Machine::new();
    let wrong =
        SAMPLE.replace("index = 100, level = 4, areas = { INF = 100", "index = 90.5, level = 4, areas = { INF = 99");
    let wrong = wrong.replace("path = 16, recommendations = []", "path = 15, recommendations = [\"join-cluster\"]");
    fs::write(machine.path("wrong.toml"), wrong).unwrap();
    let checked = machine.call(&["check", "wrong.toml"]).with(1);
    let checked = checked.says("reference answers “all-best”: the overall score is 100, expected was 90.5");
    let checked =
        checked.says("the score of INF is 100, expected was 99").says("questions asked: 16, expected were 15");
    checked
        .says("the recommendation join-cluster is expected and does not appear")
        .says("wrong.toml: errors: 4, warnings: ");
    let found = json(&machine.call(&["check", "--json", "wrong.toml"]).with(1).out);
    let reference = &found["files"][0]["references"][0];
    assert_eq!((reference["what"].as_str(), reference["expected"].as_f64()), (Some("index"), Some(90.5)), "{found}");
}

/// A catalogue with one record that meets a need of the sample, due for review after 2026.
const CATALOGUE: &str = r#"
format = 1
id = "own"
version = "1.0.0"
languages = ["uz", "ru", "en"]
title = { uz = "Bizniki", ru = "Наш", en = "Ours" }
verified_on = 2026-11-23

[[generic]]
id = "technopark"
text = { uz = "Texnoparkdan soʻrang.", ru = "Спросите в технопарке.", en = "Ask a technopark of ours." }

[[record]]
id = "park"
kind = "body"
names = { uz = "Bizning park", ru = "Наш парк", en = "Our Park" }
status = "active"
verified_on = 2026-11-23
review_by = 2026-12-31
confidence = "high"
generic = "technopark"
what = { uz = "yordam beradi.", ru = "помогает.", en = "helps." }
sources = [{ title = "Page", address = "https://example.org", date = "2026" }]
"#;

#[test]
fn a_catalogue_is_checked_and_what_is_stale_on_a_day_is_listed() {
    let machine = Machine::new();
    machine.call(&["check"]).with(0).says("questionnaires/catalogue-uz.toml: in order. Records: ");
    machine.call(&["check", "--as-of", "2026-11-23"]).with(0).says("No record is stale on 23 November 2026.");
    fs::write(machine.path("own.toml"), CATALOGUE).unwrap();
    let fresh = machine.call(&["check", "own.toml", "--as-of", "2026-12-31"]).with(0);
    fresh.says("own.toml: in order. Records: 1.").says("No record is stale");
    let stale = machine.call(&["check", "own.toml", "--as-of", "2027-01-01"]).with(1);
    stale.says("1 record is stale on 1 January 2027:").says("park: review was due by 2026-12-31");
    let output = json(&machine.call(&["check", "own.toml", "--as-of", "2027-01-01", "--json"]).with(1).out);
    let listed = &output["files"][0]["stale"][0];
    assert_eq!((listed["record"].as_str(), listed["reason"].as_str()), (Some("park"), Some("review-due")));
    machine.call(&["check", "own.toml", "--as-of", "soon"]).with(2).complains("--as-of");
    fs::write(machine.path("own.toml"), CATALOGUE.replace("generic = \"technopark\"", "generic = \"tecnopark\""))
        .unwrap();
    machine.call(&["check", "own.toml"]).with(1).says("did you mean “technopark”?");
    let foreign = CATALOGUE.replace("status =", "applies_when = \"${F98} = 1\"\nstatus =");
    fs::write(machine.path("own.toml"), foreign).unwrap();
    machine.call(&["check", "own.toml"]).with(0).says("F98").says("warnings: 1");
}

#[test]
fn advice_names_from_the_users_own_catalogue_or_from_none() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let profile = || machine.call(&["profile", &id, "--format", "json"]).with(0);
    profile().says("Number of technoparks (National Statistics Committee)");
    let own = machine.path("tashxis/catalogue.toml");
    fs::write(&own, CATALOGUE).unwrap();
    assert!(!profile().says("Our Park").out.contains("Statistics"));
    machine.call(&["check"]).with(0).says("catalogue.toml: in order. Records: 1.");
    let head = CATALOGUE.split("[[record]]").next().unwrap();
    fs::write(&own, head).unwrap();
    profile().says("Ask a technopark of ours.");
    fs::write(&own, head.split("[[generic]]").next().unwrap()).unwrap();
    profile().says("Ask the nearest technopark.");
    fs::write(&own, "record = 1").unwrap();
    let broken = profile().complains("catalogue.toml").complains("tashxis check");
    assert!(broken.out.contains("Ask the nearest technopark.") && !broken.out.contains("Statistics"));
}

#[test]
fn questionnaires_of_the_users_folder_are_found() {
    let machine = Machine::new();
    fs::create_dir_all(machine.path("tashxis/questionnaires")).unwrap();
    fs::write(machine.path("tashxis/questionnaires/own.toml"), SAMPLE).unwrap();
    machine.call(&["check"]).with(0).says("own.toml: in order").says("Files: 4");
    fs::write(machine.path("tashxis/questionnaires/broken.toml"), "format = 1").unwrap();
    machine.call(&["check"]).with(1).says("broken.toml").says("Files: 5");
}

#[test]
fn a_check_says_what_a_questionnaire_holds() {
    let machine = Machine::new();
    fs::write(machine.path("good.toml"), SAMPLE).unwrap();
    let checked = machine.call(&["check", "good.toml"]).with(0).says("Sample questionnaire, version 1.2.0");
    let checked = checked.says("answered by a person: 16; of these scored: 9").says("16 questions; minutes: uz 3");
    checked.says("Fired by no reference  first-partner, simpler-taxes, train-people");
    fs::write(machine.path("bad.toml"), SAMPLE.replace("${F3}", "${F33}")).unwrap();
    let bad = machine.call(&["check", "bad.toml"]).with(1).out;
    assert!(!bad.contains("Shortest way"), "what is broken cannot be counted: {bad}");
}

#[test]
fn a_questionnaire_is_shown_as_a_form() {
    let machine = Machine::new();
    machine
        .call(&["show", "energy-management"])
        .with(0)
        .says("# Energy management in the enterprise")
        .says("→ Only if");
    let russian = machine.call(&["show", "energy-management", "--lang", "ru", "--format", "html"]).with(0);
    russian.says("<!DOCTYPE html>").says("<html lang=\"ru\">").says("Только если");
    fs::write(machine.path("own.toml"), SAMPLE).unwrap();
    machine.call(&["show", "own.toml", "--format", "html", "-o", "form.html"]).with(0).says("Written: form.html");
    assert!(fs::read_to_string(machine.path("form.html")).unwrap().ends_with("</html>\n"));
    machine.call(&["show", "own.toml", "-o", "form.html"]).with(2).complains("form.html exists already");
    machine.call(&["show", "energy-managment"]).with(2).complains("did you mean “energy-management”?");
    machine.call(&["show"]).with(2);
}

#[test]
fn a_form_is_in_one_language() {
    let machine = Machine::new();
    let english = "format = 1\nid = \"a\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ntitle = { en = \"A\" }\n\
                   [[section]]\nid = \"s\"\ntitle = { en = \"S\" }\n[[section.question]]\nid = \"q\"\n\
                   kind = \"text\"\nlabel = { en = \"Q\" }\n";
    fs::write(machine.path("a.toml"), english).unwrap();
    machine.call(&["show", "a.toml", "--lang", "uz"]).with(0).says("Enterprise: ");
}
