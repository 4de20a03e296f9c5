//! Every command as scripts and people call it: what is printed where, and the exit code.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use assert_cmd::Command;
use jiff::Zoned;
use tashxis::engine::answer::Answer;
use tashxis::engine::id::AssessmentId;
use tashxis::engine::interview::{Advance, Circumstances, Form, Interview};
use tashxis::engine::library::{Library, NewAssessment};
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::questionnaire::sample::SAMPLE;
use tashxis::engine::text::Lang;
use tashxis::store::{Identity, Store};
use tempfile::TempDir;

/// What a call printed, and its exit code.
struct Called {
    code: i32,
    out: String,
    err: String,
}

impl Called {
    /// The exit code is this one, and nothing that is printed steers a terminal.
    #[track_caller]
    fn with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out:\n{}\nerr:\n{}", self.out, self.err);
        let printed = [&self.out, &self.err];
        assert!(
            printed.iter().all(|text| !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')),
            "{printed:?}"
        );
        self
    }

    #[track_caller]
    fn says(self, text: &str) -> Self {
        assert!(self.out.contains(text), "`{text}` is not in:\n{}\nerr:\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    fn complains(self, text: &str) -> Self {
        assert!(self.err.contains(text), "`{text}` is not in:\n{}\nout:\n{}", self.err, self.out);
        self
    }
}

/// A user's machine.
struct Machine {
    home: TempDir,
}

impl Machine {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tashxis"));
        command.env_clear().current_dir(self.home.path());
        command
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path())
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC");
        command.args(arguments);
        command
    }

    fn call(&self, arguments: &[&str]) -> Called {
        called(&mut self.command(arguments))
    }

    /// An assessment by the sample with three answers.
    fn assessment(&self, enterprise: &str) -> String {
        let folder = self.path("tashxis");
        let identity = Identity { device: "laptop".to_owned(), interviewer: "D. Karimova".to_owned() };
        let mut store = Store::open(&folder.join("tashxis.db"), identity).unwrap();
        let questionnaire = Arc::new(read(SAMPLE).unwrap().0);
        let new = NewAssessment {
            enterprise: enterprise.to_owned(),
            questionnaire: Arc::clone(&questionnaire),
            form: Form::Full,
            lang: Lang::En,
            previous: None,
        };
        let id = store.create(&new).unwrap();
        let mut interview = Interview::new(Arc::clone(&questionnaire), Form::Full, Zoned::now());
        for (question, typed) in [("F1", enterprise), ("F3", "40"), ("INF1", "1")] {
            answer(&mut store, &mut interview, id, question, typed);
        }
        store.keep_progress(id, interview.progress()).unwrap();
        id.to_string()
    }
}

fn answer(store: &mut Store, interview: &mut Interview, id: AssessmentId, question: &str, typed: &str) {
    let ix = interview.questionnaire().find(question).unwrap();
    let value = interview.questionnaire().questions[ix].parse(typed).unwrap().unwrap();
    let change = interview.propose(ix, Answer::from(value)).unwrap();
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 900, advance: Advance::Next };
    interview.commit(change, circumstances, store.journal(id).as_mut()).unwrap();
}

fn called(command: &mut Command) -> Called {
    let output = command.output().unwrap();
    Called {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn help_and_version_are_answers_and_speak_the_readers_language() {
    let machine = Machine::new();
    machine.call(&["--help"]).with(0).says("Usage: tashxis").says("completions");
    machine.call(&["--lang", "ru", "--help"]).with(0).says("Использование: tashxis").says("Начать новую оценку");
    machine.call(&["list", "--lang=uz", "-h"]).with(0).says("Foydalanish: tashxis list");
    machine.call(&["list", "--lang=uz-cyrl", "-h"]).with(0).says("Фойдаланиш: tashxis list");
    machine.call(&["list", "--lang=uz-2026", "-h"]).with(0).says("Baholaş");
    machine.call(&["--version"]).with(0).says(env!("CARGO_PKG_VERSION"));
}

#[test]
fn the_language_is_asked_for_then_chosen_then_the_systems() {
    let machine = Machine::new();
    let list = |lang: &str, variables: &[(&str, &str)]| {
        let arguments = ["--lang", lang, "list"];
        let mut command = machine.command(if lang.is_empty() { &arguments[2..] } else { &arguments });
        command.envs(variables.iter().copied());
        called(&mut command).with(0).out
    };
    let (uz, ru, en) = ("Hozircha baholash yoʻq", "Оценок пока нет", "There are no assessments");
    assert!(list("", &[]).contains(en));
    assert!(list("", &[("LANG", "ru_RU.UTF-8")]).contains(ru));
    assert!(list("", &[("LANG", "ru_RU.UTF-8"), ("LC_MESSAGES", "uz_UZ.UTF-8")]).contains(uz));
    assert!(list("", &[("LANG", "uz_UZ@cyrillic")]).contains("Ҳозирча баҳолаш йўқ"));
    assert!(list("uz-Latn-x-2026", &[]).contains("Hozirça baholaş yöq"));
    assert!(list("", &[("LC_ALL", "en_US.UTF-8"), ("LC_MESSAGES", "uz_UZ.UTF-8")]).contains(en));
    assert!(list("", &[("LANG", "ru_RU.UTF-8"), ("TASHXIS_LANG", "uz")]).contains(uz));
    let mut store = Store::open(&machine.path("tashxis/tashxis.db"), Identity::default()).unwrap();
    store.keep_setting("lang", "ru").unwrap();
    assert!(list("", &[("TASHXIS_LANG", "uz")]).contains(ru), "while the setting is still in the log");
    drop(store);
    assert!(list("", &[("TASHXIS_LANG", "uz")]).contains(ru));
    assert!(list("uz", &[]).contains(uz));
}

#[test]
fn wrong_usage_is_told_from_other_failures() {
    let machine = Machine::new();
    let wrong: [&[&str]; 9] = [
        &["nope"],
        &["open"],
        &["export"],
        &["export", "--all", "abcd"],
        &["profile", "abcd", "--format", "pdf"],
        &["profile", "abcd", "--force"],
        &["--lang", "fr", "list"],
        &["--theme", "pink", "list"],
        &["import"],
    ];
    for arguments in wrong {
        machine.call(arguments).with(2).complains("hint: tashxis --help lists the commands");
    }
    machine.call(&["--lang", "ru", "nope"]).with(2).complains("подсказка: команды перечисляет tashxis --help");
}

#[test]
fn without_a_terminal_the_program_works_line_by_line_and_says_so() {
    let machine = Machine::new();
    for arguments in [&[][..], &["new"], &["new", "--name", "Firm"]] {
        machine.call(arguments).with(0).says("Plain mode, line by line").says("Everything is saved");
    }
    machine.call(&["open", "abcd"]).with(2).complains("No assessment");
}

#[test]
fn the_list_shows_ids_that_can_be_used() {
    let machine = Machine::new();
    machine.call(&["list"]).with(0).says("There are no assessments. Begin one with: tashxis new");
    let ids = ["Buxoro Non", "Оқтош\u{1b}[31m Сут"].map(|name| machine.assessment(name));
    let list = machine.call(&["list"]).with(0).says("Buxoro Non").says("sample 1.2.0").out;
    assert_eq!(list.lines().count(), 3);
    for (line, id) in list.lines().skip(1).zip(ids.iter().rev()) {
        let short = line.split_whitespace().next().unwrap();
        assert!(id.ends_with(short), "{short} {id}");
        machine.call(&["profile", short]).with(0);
        machine.call(&["profile", &id[..id.len() - 2]]).with(0);
        machine.call(&["profile", &id.to_uppercase()]).with(0);
    }
    let listed = json(&machine.call(&["list", "--json"]).with(0).out);
    assert_eq!(listed["format"], "tashxis-list/1");
    assert_eq!(listed["assessments"][1]["id"], ids[0]);
}

#[test]
fn the_archive_is_listed_when_asked() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let mut store = Store::open(&machine.path("tashxis/tashxis.db"), Identity::default()).unwrap();
    store.archive(AssessmentId(id.parse().unwrap()), true).unwrap();
    drop(store);
    machine.call(&["list"]).with(0).says("There are no assessments");
    machine.call(&["list", "--archived"]).with(0).says("Buxoro Non").says("archived");
    machine.call(&["profile", &id]).with(0);
}

#[test]
fn ids_that_fit_none_or_several_are_explained() {
    let machine = Machine::new();
    let ids = ["One", "Two"].map(|name| machine.assessment(name));
    let hint = "hint: tashxis list shows the ids";
    machine.call(&["profile", "ab"]).with(2).complains("“ab” is too short").complains(hint);
    machine.call(&["profile", "zzzz"]).with(2).complains("begins or ends with “zzzz”").complains(hint);
    let common: String = ids[0].chars().zip(ids[1].chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
    assert!(common.len() >= 4, "made in the same moment");
    let several = machine.call(&["history", &common]).with(2).complains("fits several assessments");
    several.complains("(One)").complains("(Two)").complains("hint: write more of the id");
}

#[test]
fn a_database_that_is_not_there_is_not_made_by_reading() {
    let machine = Machine::new();
    for arguments in [&["list"][..], &["profile", "abcd"], &["export", "--all"], &["verify"], &["backup", "copy.db"]] {
        let mut all = vec!["--db", "typo.db"];
        all.extend(arguments);
        machine
            .call(&all)
            .with(2)
            .complains("There is no database typo.db")
            .complains("hint: check the name after --db");
    }
    assert!(!machine.path("typo.db").exists());
    fs::write(machine.path("text.db"), "no database at all, but some text that is long enough").unwrap();
    machine.call(&["--db", "text.db", "list"]).with(3).complains("is not a database");
    machine.call(&["--db", "/proc/nowhere/x.db", "import", "x.json"]).with(3).complains("/proc/nowhere");
}

#[test]
fn a_profile_is_text_or_json_and_replaces_nothing_unasked() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let text = machine.call(&["profile", &id]).with(0).says("Buxoro Non").out;
    assert!(text.lines().all(|line| line.chars().count() <= 80));
    machine.call(&["profile", &id, "--lang", "ru"]).with(0).says("Связанность");
    let profile = json(&machine.call(&["profile", &id, "--format", "json"]).with(0).out);
    assert_eq!(
        (profile["format"].as_str(), profile["assessment"]["id"].as_str()),
        (Some("tashxis-profile/1"), Some(&*id))
    );
    machine.call(&["profile", &id, "-o", "out.txt"]).with(0).says("Written: out.txt");
    fs::write(machine.path("out.txt"), "mine").unwrap();
    let refused = machine.call(&["profile", &id, "-o", "out.txt"]).with(2);
    refused.complains("out.txt exists already").complains("--force");
    assert_eq!(fs::read_to_string(machine.path("out.txt")).unwrap(), "mine");
    machine.call(&["profile", &id, "-o", "out.txt", "--force"]).with(0);
    assert!(fs::read_to_string(machine.path("out.txt")).unwrap().contains("Buxoro Non"));
    machine.call(&["profile", &id, "-o", "no/folder/out.txt"]).with(3).complains("no/folder/out.txt cannot be written");
    assert_eq!(machine.call(&["profile", &id, "-o", "-"]).with(0).out.lines().count(), text.lines().count());
}

/// Closes an assessment of the sample with enough answers for an overall score.
fn close(machine: &Machine, enterprise: &str, level: &str) -> String {
    let id = machine.assessment(enterprise);
    let path = machine.path("tashxis").join("tashxis.db");
    let mut store = Store::open(&path, Identity { device: "laptop".to_owned(), interviewer: String::new() }).unwrap();
    let record = store.open(id.parse().map(AssessmentId).unwrap()).unwrap();
    let questionnaire = Arc::new(read(&record.questionnaire_text).unwrap().0);
    let mut interview = Interview::replay(questionnaire, Form::Full, Zoned::now(), &record.events).unwrap();
    let answers = [("F8", "yes"), ("INF1", level), ("INF2", "none"), ("INT1", "30"), ("INT2", "1")];
    for (question, typed) in answers.into_iter().chain([("CLU1", "talks"), ("REG1", "2"), ("SKL1", "50")]) {
        answer(&mut store, &mut interview, record.summary.id, question, typed);
    }
    interview.set_closed(true, Lang::En, store.journal(record.summary.id).as_mut()).unwrap();
    id
}

#[test]
fn statistics_count_closed_assessments_in_three_formats() {
    let machine = Machine::new();
    machine.assessment("Open");
    machine.call(&["stats"]).with(1).complains("There is no finished assessment");
    close(&machine, "Buxoro Non", "1");
    close(&machine, "Oqtosh Sut", "4");
    let text = machine.call(&["stats"]).with(0).says("Finished assessments: 2").says("still missing: 28");
    let text = text.says("Oqtosh Sut").out;
    assert!(text.find("Oqtosh Sut").unwrap() < text.find("Buxoro Non").unwrap(), "{text}");
    machine.call(&["stats", "--lang", "ru"]).with(0).says("Завершённых оценок: 2");
    let parsed = json(&machine.call(&["stats", "--json"]).with(0).out);
    assert_eq!((&parsed["format"], &parsed["assessments"]), (&"tashxis-stats/1".into(), &2.into()));
    let (first, second) = (&parsed["ranking"][0]["index"], &parsed["ranking"][1]["index"]);
    let mean = parsed["distribution"][0]["mean"].as_f64().unwrap();
    let by_hand = f64::midpoint(first.as_f64().unwrap(), second.as_f64().unwrap());
    assert!((mean - by_hand).abs() < 1e-9, "{parsed}");
    let inf1 = parsed["items"].as_array().unwrap().iter().find(|item| item["item"] == "INF1").unwrap();
    assert_eq!((&inf1["n"], &inf1["seconds"]), (&2.into(), &1.8.into()));
    let csv = machine.call(&["stats", "--format", "csv"]).with(0).says("ranking,1,firm,Oqtosh Sut\n").out;
    assert!(csv.starts_with("table,row,column,value\nfacts,1,assessments,2\n"), "{csv}");
    machine.call(&["stats", "-q", "other"]).with(1).complains("other").complains("sample");
}

#[test]
fn every_number_is_explained_by_what_it_is_made_of() {
    let machine = Machine::new();
    let id = close(&machine, "Buxoro Non", "3");
    machine.call(&["explain", &id]).with(0).says("How it comes about: Overall score").says("geometric");
    machine.call(&["explain", &id, "inf", "--lang", "ru"]).with(0).says("Пересчитано").says("INF1");
    machine.call(&["explain", &id, "INF1"]).with(0).says("100·level/top").says("Score: 75.00");
    machine.call(&["explain", &id, "KEX"]).with(0).says("plain mean");
    machine.call(&["explain", &id, "nothing"]).with(1).complains("nothing").complains("INF");
    // The index from its terms alone, and an area from its items alone.
    let parsed = json(&machine.call(&["explain", &id, "--json"]).with(0).out);
    let terms = parsed["areas"].as_array().unwrap().iter();
    let sum: f64 = terms.filter_map(|area| area["term"].as_f64()).sum();
    assert!((sum.exp() - parsed["score"].as_f64().unwrap()).abs() < 1e-9, "{parsed}");
    let parsed = json(&machine.call(&["explain", &id, "INF", "--json"]).with(0).out);
    let items = parsed["items"].as_array().unwrap().iter();
    let sum: f64 = items.filter_map(|item| item["points"].as_f64()).sum();
    assert!((sum - parsed["score"].as_f64().unwrap()).abs() < 1e-9, "{parsed}");
}

#[test]
fn draws_and_seed_are_chosen_and_the_same_seed_gives_the_same() {
    let machine = Machine::new();
    let id = close(&machine, "Buxoro Non", "3");
    let simulated = |more: &[&str]| {
        let parsed = json(&machine.call(&[&["profile", &id, "--format", "json"], more].concat()).with(0).out);
        (parsed["simulation"].clone(), parsed["index"]["uncertainty"].clone(), parsed["omission"].clone())
    };
    let (usual, first, omission) = simulated(&[]);
    assert_eq!((&usual["draws"], &usual["seed"]), (&2000.into(), &2026.into()));
    assert!(omission["change"].as_f64().unwrap().abs() > 0.0, "{omission}");
    let (many, of_many, _) = simulated(&["--draws", "20000", "--seed", "7"]);
    assert_eq!((&many["draws"], &many["seed"]), (&20_000.into(), &7.into()));
    assert_ne!(of_many, first);
    assert_eq!(simulated(&["--draws", "20000", "--seed", "7"]).1, of_many);
    machine.call(&["profile", &id, "--draws", "20000"]).with(0).says("20,000 simulations").says("Without one item");
    machine.call(&["profile", &id, "--draws", "0"]).with(2);
}

#[test]
fn the_doubts_about_one_assessment_are_split() {
    let machine = Machine::new();
    let open = machine.assessment("Open");
    machine.call(&["stats", "sensitivity", &open]).with(1).complains("no overall score");
    let id = close(&machine, "Buxoro Non", "1");
    machine.call(&["stats", "sensitivity", &id]).with(0).says("unsure answers").says("Draws: 2000");
    let parsed = json(&machine.call(&["stats", "sensitivity", &id, "--json"]).with(0).out);
    let total = |name: &str| {
        let factors = parsed["factors"].as_array().unwrap();
        factors.iter().find(|it| it["factor"] == name).unwrap()["total"].as_f64().unwrap()
    };
    assert!(total("answers") > total("item_weights"), "{parsed}");
    machine.call(&["stats", "sensitivity", &id, "--format", "csv"]).with(0).says("factors,1,factor,area_weights");
    machine.call(&["stats", "sensitivity", "zzzz"]).with(2).complains("zzzz");
}

#[test]
fn an_export_comes_back_byte_for_byte() {
    let (here, there) = (Machine::new(), Machine::new());
    let ids = ["Buxoro Non", "Оқтош Сут"].map(|name| here.assessment(name));
    let out = here.call(&["export", "--all"]).with(0).out;
    here.call(&["export", "--all", "-o", "all.json"]).with(0);
    assert_eq!(fs::read_to_string(here.path("all.json")).unwrap(), out);
    let file = here.path("all.json");
    let file = file.to_str().unwrap();
    there.call(&["import", file]).with(0).says("new 2, continued 0, here already 0");
    there.call(&["import", file]).with(0).says("new 0, continued 0, here already 2");
    assert_eq!(there.call(&["export", "--all"]).with(0).out, out);
    let one = there.call(&["export", &ids[1]]).with(0).out;
    assert!(one.contains("Оқтош Сут") && !one.contains("Buxoro Non"));
    there.call(&["verify"]).with(0).says("is in order. Assessments: 2.");
}

#[test]
fn an_import_lists_every_problem_and_takes_in_nothing() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    let good = machine.call(&["export", "--all"]).with(0).out;
    let other = Machine::new();
    fs::write(other.path("noise.json"), "\u{1b}]0;noise\u{7} {{{").unwrap();
    other
        .call(&["import", "noise.json"])
        .with(1)
        .complains("error: noise.json: file")
        .complains("nothing was imported");
    let bad = good.replace("\"level\": 1", "\"level\": 77").replace("Buxoro Non", "Another");
    fs::write(other.path("bad.json"), bad).unwrap();
    let listed = other.call(&["import", "bad.json"]).with(1).complains("assessment no. 1").err;
    assert!(listed.lines().count() >= 3, "{listed}");
    other.call(&["list"]).with(0).says("There are no assessments");
    other.call(&["import", "nowhere.json"]).with(2).complains("nowhere.json cannot be read");
    fs::write(other.path("good.json"), good).unwrap();
    other.call(&["import", "noise.json", "good.json"]).with(1).says("new 1");
}

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
fn a_history_tells_every_change() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let history = machine.call(&["history", &id]).with(0).says("begun: Buxoro Non").says("open → Buxoro Non");
    let history = history.says("D. Karimova").says("INF1").says("open → 1").out;
    assert_eq!(history.lines().count(), 4);
}

#[test]
fn backups_are_whole_and_replace_nothing() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    machine.call(&["backup", "copy.db"]).with(0).says("copy.db");
    machine.call(&["--db", "copy.db", "profile", &id]).with(0).says("Buxoro Non");
    machine.call(&["--db", "copy.db", "verify"]).with(0);
    machine.call(&["backup", "copy.db"]).with(2).complains("exists already");
    machine.call(&["backup", "no/folder/copy.db"]).with(3);
}

#[test]
fn a_changed_database_does_not_pass_verification() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    let path = machine.path("tashxis/tashxis.db");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("UPDATE answer SET answer = '{}'").unwrap();
    drop(connection);
    machine.call(&["verify"]).with(1).complains("is not the one in the history").complains("hint: do not delete it");
}

#[test]
fn every_shell_gets_completions() {
    let machine = Machine::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        machine.call(&["completions", shell]).with(0).says("tashxis");
    }
    machine.call(&["completions", "cmd"]).with(2);
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tashxis"));
    command.args(["profile", &id]).env("XDG_DATA_HOME", machine.home.path()).env("HOME", machine.home.path());
    let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
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
