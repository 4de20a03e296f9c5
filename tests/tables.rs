//! Exports as tables, by the built program; read back by other people's programs where they are at hand.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, LazyLock};

use jiff::Zoned;
use tashxis::engine::answer::{Answer, Confidence, Response};
use tashxis::engine::id::QuestionIx;
use tashxis::engine::interview::{Advance, Circumstances, Interview};
use tashxis::engine::library::{Library, NewAssessment};
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::reference::play;
use tashxis::engine::text::Lang;
use tashxis::store::{Identity, Store};

/// A folder with a database of the reference enterprises of the first built-in questionnaire.
struct Machine {
    home: tempfile::TempDir,
}

/// The database, made once for all tests.
static DATABASE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("tashxis.db");
    fill(&path);
    std::fs::read(path).unwrap()
});

fn fill(path: &Path) {
    let identity = Identity { device: "laptop".to_owned(), interviewer: "D. Karimova".to_owned() };
    let mut store = Store::open(path, identity).unwrap();
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    for (nth, reference) in questionnaire.references.iter().enumerate() {
        let played = play(&questionnaire, reference, Zoned::now()).interview;
        let new = NewAssessment {
            enterprise: if nth == 0 { "=HYPERLINK(\"x\"); Оқтош".to_owned() } else { format!("Zarafshon {nth}") },
            questionnaire: Arc::clone(&questionnaire),
            form: reference.form,
            lang: Lang::Uz,
            previous: None,
        };
        let id = store.create(&new).unwrap();
        let mut interview = Interview::new(Arc::clone(&questionnaire), reference.form, Zoned::now());
        for ix in questionnaire.questions.indices() {
            let Some(given) = said(&played, ix, nth) else { continue };
            let change = interview.propose(ix, given).unwrap();
            let circumstances = Circumstances { lang: Lang::Uz, shown_ms: 1500, advance: Advance::Next };
            interview.commit(change, circumstances, store.journal(id).as_mut()).unwrap();
        }
    }
}

impl Machine {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("tashxis")).unwrap();
        std::fs::write(home.path().join("tashxis/tashxis.db"), &*DATABASE).unwrap();
        Self { home }
    }

    fn export(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tashxis"));
        command.env_clear().current_dir(self.home.path()).env("HOME", self.home.path());
        command.env("XDG_DATA_HOME", self.home.path()).env("LANG", "C.UTF-8").env("TZ", "UTC");
        command.args(["export", "--all", "--lang", "en"]).args(arguments).output().unwrap()
    }

    /// The rows of an export, without the mark at its start.
    fn table(&self, arguments: &[&str]) -> Vec<Vec<String>> {
        let output = self.export(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }
}

/// What was said to a question, with all that can be noted beside it, and one of each reason for no answer.
fn said(interview: &Interview, ix: QuestionIx, nth: usize) -> Option<Answer> {
    let mut answer = interview.answer(ix).clone();
    if !interview.is_asked(ix) || answer.response.is_none() {
        return None;
    }
    let question = &interview.questionnaire().questions[ix];
    answer.confidence = Some([Confidence::High, Confidence::Medium, Confidence::Low][nth % 3]);
    if nth == 1 {
        answer.comment = format!("comment on {}", question.id);
        answer.evidence = format!("evidence for {}", question.id);
    }
    if nth == 2 && question.id.as_str() == "INF1" {
        answer.response = Some(Response::DontKnow);
    }
    if nth == 2 && question.id.as_str() == "INF5" {
        answer.response = Some(Response::NotApplicable { reason: "only a workshop".to_owned() });
    }
    if nth == 2 && question.id.as_str() == "SKL1" {
        answer.response = Some(Response::Refused);
    }
    Some(answer)
}

#[test]
fn names_of_columns_are_plain_and_each_its_own() {
    let table = Machine::new().table(&["--format", "csv"]);
    let names: BTreeSet<String> = table[0].iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(names.len(), table[0].len());
    for name in &table[0] {
        assert!(name.len() <= 32 && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '_'), "{name}");
    }
    let questionnaire = read(BUILTIN[0].text).unwrap().0;
    assert_eq!(table.len(), questionnaire.references.len() + 1);
}

#[test]
fn every_answer_with_all_that_was_noted_stands_in_the_long_table() {
    let machine = Machine::new();
    let table = machine.table(&["--format", "csv-long"]);
    let column = |name: &str| table[0].iter().position(|it| it == name).unwrap();
    let row = |firm: &str, question: &str| {
        let wanted = |row: &&Vec<String>| row[column("enterprise")] == firm && row[column("question")] == question;
        table.iter().find(wanted).unwrap()
    };
    let cells = |firm: &str, question: &str, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| row(firm, question)[column(name)].clone()).collect()
    };
    assert_eq!(cells("Zarafshon 2", "INF1", &["status", "code", "value"]), ["dont_know", "-9", ""]);
    assert_eq!(
        cells("Zarafshon 2", "INF5", &["status", "code", "reason"]),
        ["not_applicable", "-7", "only a workshop"]
    );
    assert_eq!(cells("Zarafshon 2", "SKL1", &["status", "code"]), ["refused", "-8"]);
    let noted =
        cells("Zarafshon 1", "INF1", &["comment", "evidence", "confidence", "changes", "seconds_shown", "language"]);
    assert_eq!(noted, ["comment on INF1", "evidence for INF1", "medium", "1", "1.5", "uz"]);
    assert!(table.iter().any(|row| row[column("enterprise")].starts_with("'=HYPERLINK")));
}

#[test]
fn an_anonymised_table_names_nobody_and_says_what_is_gone() {
    let machine = Machine::new();
    for format in ["csv", "csv-long"] {
        let output = machine.export(&["--format", format, "--anonymous"]);
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        for name in ["Zarafshon", "HYPERLINK", "Karimova", "comment on", "evidence for", "workshop"] {
            assert!(!out.contains(name), "{format}: {name}");
        }
        assert!(err.contains("Anonymised") && err.contains("pseudonym"), "{err}");
        // The same database gives the same pseudonyms.
        assert_eq!(out.as_bytes(), machine.export(&["--format", format, "--anonymous"]).stdout);
        let key = machine.home.path().join("key");
        std::fs::write(&key, b"another key of a project").unwrap();
        let other = machine.export(&["--format", format, "--anonymous", "--key", key.to_str().unwrap()]);
        assert_ne!(out.as_bytes(), other.stdout);
    }
    let refused = machine.export(&["--anonymous"]);
    assert_eq!(refused.status.code(), Some(2));
    let kept = machine.table(&["--format", "csv-long", "--anonymous", "--keep-texts"]);
    assert!(kept.iter().flatten().any(|cell| cell.starts_with("comment on")));
}

#[test]
fn a_file_appears_whole_and_replaces_nothing_unasked() {
    let machine = Machine::new();
    for format in ["csv", "csv-long", "codebook", "xlsx", "dta", "sav"] {
        let path = machine.home.path().join(format);
        let name = path.to_str().unwrap();
        assert!(machine.export(&["--format", format, "-o", name]).status.success());
        let written = std::fs::read(&path).unwrap();
        assert_eq!(machine.export(&["--format", format, "-o", name]).status.code(), Some(2));
        assert!(machine.export(&["--format", format]).stdout == written, "{format}: the same data give the same file");
    }
}

/// The interpreter that has pyreadstat, pandas and openpyxl: `TABLES_PYTHON`, else `python3`; none where they are not at hand.
fn python() -> Option<String> {
    let name = std::env::var("TABLES_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let found = Command::new(&name).args(["-c", "import pyreadstat, pandas, openpyxl"]).output();
    found.is_ok_and(|output| output.status.success()).then_some(name)
}

#[test]
fn other_programs_read_the_same_from_every_format() {
    let Some(python) = python() else {
        println!("left out: python3 with pyreadstat, pandas and openpyxl is not at hand");
        return;
    };
    let machine = Machine::new();
    let folder = machine.home.path();
    for (format, file) in [
        ("csv", "wide.csv"),
        ("codebook", "codebook.csv"),
        ("dta", "table.dta"),
        ("sav", "table.sav"),
        ("xlsx", "table.xlsx"),
    ] {
        let output = machine.export(&["--format", format, "-o", folder.join(file).to_str().unwrap()]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readback/check.py");
    let output = Command::new(python).arg(script).arg(folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(said.trim(), "same", "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_workbook_of_a_profile_holds_its_figures_as_numbers_and_all_that_was_noted() {
    let Some(python) = python() else {
        println!("left out: python3 with pyreadstat, pandas and openpyxl is not at hand");
        return;
    };
    let machine = Machine::new();
    let folder = machine.home.path();
    let store = Store::open(&folder.join("tashxis/tashxis.db"), Identity::default()).unwrap();
    // The first three carry everything that can be noted.
    let mut all = store.all().unwrap();
    all.sort_by_key(|summary| summary.created);
    drop(store);
    for (nth, summary) in all.iter().take(3).enumerate() {
        let mut files = Vec::new();
        for format in ["xlsx", "json"] {
            let file = folder.join(format!("{nth}.{format}"));
            let mut command = Command::new(env!("CARGO_BIN_EXE_tashxis"));
            command.env_clear().current_dir(folder).env("HOME", folder).env("XDG_DATA_HOME", folder);
            command.env("LANG", "C.UTF-8").env("TZ", "UTC").args(["profile", &summary.id.to_string(), "--lang", "en"]);
            let output = command.arg("-o").arg(&file).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            files.push(file);
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readback/profile.py");
        let output = Command::new(&python).arg(script).args(&files).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(said.trim(), "same", "{nth}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// The interpreter that has openxml-audit; none where it is not at hand.
fn auditor() -> Option<String> {
    let name = std::env::var("TABLES_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let found = Command::new(&name).args(["-c", "import openxml_audit"]).output();
    found.is_ok_and(|output| output.status.success()).then_some(name)
}

#[test]
fn a_validator_of_open_xml_finds_nothing_wrong_with_any_workbook() {
    let Some(python) = auditor() else {
        println!("left out: python3 with openxml-audit is not at hand, so workbooks are not validated");
        return;
    };
    let machine = Machine::new();
    let folder = machine.home.path();
    let store = Store::open(&folder.join("tashxis/tashxis.db"), Identity::default()).unwrap();
    let id = store.all().unwrap()[1].id.to_string();
    drop(store);
    let made = [
        ("profile.xlsx", vec!["profile", &id]),
        ("data.xlsx", vec!["export", "--all", "--format", "xlsx"]),
        ("template.xlsx", vec!["template", "innovation-ecosystem"]),
    ];
    let audit = |file: &Path| Command::new(&python).args(["-m", "openxml_audit", "-q"]).arg(file).output().unwrap();
    for (file, arguments) in made {
        for lang in ["uz", "ru"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_tashxis"));
            command.env_clear().current_dir(folder).env("HOME", folder).env("XDG_DATA_HOME", folder);
            command.env("LANG", "C.UTF-8").env("TZ", "UTC").args(&arguments).args(["--lang", lang]);
            let path = folder.join(format!("{lang}-{file}"));
            let output = command.arg("-o").arg(&path).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let audited = audit(&path);
            let said = String::from_utf8_lossy(&audited.stdout);
            assert!(audited.status.success(), "{lang} {file}: {said}{}", String::from_utf8_lossy(&audited.stderr));
        }
    }
    // It would tell: a sheet with an element that no workbook has.
    let path = folder.join("uz-profile.xlsx");
    let mut from = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        let text = text.replacen("<sheetData>", "<nonsense/><sheetData>", 1);
        std::io::Write::write_all(&mut to, text.as_bytes()).unwrap();
    }
    std::fs::write(&path, to.finish().unwrap().into_inner()).unwrap();
    assert!(!audit(&path).status.success(), "a broken workbook is refused");
}
