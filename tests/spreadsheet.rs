//! A questionnaire goes out as a spreadsheet, is filled in, and comes back: through the built program.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use regex::Regex;
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::read::read;

#[path = "support/machine.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod machine;

use machine::{Machine, json};

/// The first built-in questionnaire.
const ID: &str = "innovation-ecosystem";

/// The columns in which something is written: the answer, and why there is none.
const ANSWER: usize = 4;
const REASON: usize = 5;

/// What is written into which column of a question's row.
type Cells = BTreeMap<String, (usize, String)>;

fn cells(list: &[(&str, &str)]) -> Cells {
    list.iter().map(|(question, text)| ((*question).to_owned(), (ANSWER, (*text).to_owned()))).collect()
}

/// The answers of the first reference enterprise, as somebody writes them into a spreadsheet.
fn reference() -> Cells {
    let questionnaire = read(BUILTIN[0].text).unwrap().0;
    let reference = &questionnaire.references[0];
    let written = |typed: &String| match typed.strip_suffix('!') {
        Some(reason) => (REASON, reason.to_owned()),
        None => (ANSWER, typed.clone()),
    };
    let answers = reference.answers.iter();
    answers.map(|(ix, typed)| (questionnaire.questions[*ix].id.to_string(), written(typed))).collect()
}

/// Makes a template and fills it in.
fn filled(machine: &Machine, name: &str, questionnaire: &str, cells: &Cells) -> String {
    let made = ["template", questionnaire, "--name", "Buxoro Non", "--lang", "en", "-o", name];
    machine.call(&made).with(0).says("Written");
    let path = machine.path(name);
    if name.to_lowercase().ends_with("csv") {
        fill_csv(&path, cells);
    } else {
        fill_workbook(&path, cells);
    }
    path.to_str().unwrap().to_owned()
}

fn fill_csv(path: &Path, cells: &Cells) {
    let text = fs::read_to_string(path).unwrap();
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in reader.records() {
        let mut record: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
        if let Some((column, text)) = cells.get(&record[0]) {
            record[*column].clone_from(text);
        }
        writer.write_record(record).unwrap();
    }
    fs::write(path, writer.into_inner().unwrap()).unwrap();
}

fn fill_workbook(path: &Path, cells: &Cells) {
    let bytes = fs::read(path).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    let answers = book.worksheet_range_at(1).unwrap().unwrap();
    let row = |question: &str| answers.rows().position(|row| row[0] == Data::String(question.to_owned())).unwrap() + 1;
    let mut from = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        if name == "xl/worksheets/sheet2.xml" {
            for (question, (column, typed)) in cells {
                let cell = format!("{}{}", ["A", "B", "C", "D", "E", "F", "G"][*column], row(question));
                let blank = Regex::new(&format!("<c r=\"{cell}\"( s=\"\\d+\")/>")).unwrap();
                assert!(blank.is_match(&text), "{cell} is no open cell");
                let with = format!("<c r=\"{cell}\"$1 t=\"inlineStr\"><is><t>{typed}</t></is></c>");
                text = blank.replace(&text, with).into_owned();
            }
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    fs::write(path, to.finish().unwrap().into_inner()).unwrap();
}

fn assessments(machine: &Machine) -> usize {
    json(&machine.call(&["list", "--json"]).with(0).out)["assessments"].as_array().unwrap().len()
}

#[test]
fn from_a_template_to_another_database_nothing_is_lost() {
    for name in ["answers.csv", "answers.xlsx"] {
        let (here, there) = (Machine::new(), Machine::new());
        let answers = reference();
        let file = filled(&here, name, ID, &answers);
        here.call(&["import", &file]).with(0).says("new assessment").says("Buxoro Non");
        here.call(&["export", "--all", "-o", "all.json"]).with(0);
        let out = fs::read_to_string(here.path("all.json")).unwrap();
        let events = json(&out)["assessments"][0]["events"].as_array().unwrap().len();
        assert_eq!(events, answers.len(), "{name}: every cell is an event");
        there.call(&["import", here.path("all.json").to_str().unwrap()]).with(0).says("new 1");
        assert_eq!(there.call(&["export", "--all"]).with(0).out, out, "{name}");
        there.call(&["verify"]).with(0);
    }
}

#[test]
fn a_spreadsheet_that_comes_back_encrypted_is_opened_with_its_keys() {
    let machine = Machine::new();
    let keys = age::x25519::Identity::generate();
    fs::write(machine.path("keys"), age::secrecy::ExposeSecret::expose_secret(&keys.to_string())).unwrap();
    let file = filled(&machine, "answers.xlsx", ID, &reference());
    let closed = age::encrypt(&keys.to_public(), &fs::read(&file).unwrap()).unwrap();
    let file = machine.path("answers.xlsx.AGE").to_str().unwrap().to_owned();
    fs::write(&file, &closed).unwrap();
    machine.call(&["import", &file]).with(2).complains("--identity FILE");
    machine.call(&["import", &file, "--identity", "keys"]).with(0).says("new assessment").says("Buxoro Non");
    // What is in it is held to what its name says.
    let other = machine.path("answers.ods.age").to_str().unwrap().to_owned();
    fs::write(&other, &closed).unwrap();
    machine.call(&["import", &other, "--identity", "keys"]).with(1).complains("XLSX");
}

#[test]
fn the_same_spreadsheet_twice_changes_nothing() {
    for name in ["answers.csv", "answers.xlsx"] {
        let machine = Machine::new();
        let file = filled(&machine, name, ID, &reference());
        machine.call(&["import", &file]).with(0).says("new assessment");
        let before = machine.call(&["export", "--all"]).with(0).out;
        machine.call(&["import", &file]).with(0).says("imported already").says("Nothing was changed");
        assert_eq!(machine.call(&["export", "--all"]).with(0).out, before, "{name}");
    }
    // The same template with another answer is not the same, and does not replace what is here.
    let machine = Machine::new();
    let mut answers = reference();
    let file = filled(&machine, "answers.csv", ID, &answers);
    machine.call(&["import", &file]).with(0).says("new assessment");
    let before = machine.call(&["export", "--all"]).with(0).out;
    answers.insert("F1".to_owned(), (ANSWER, "1961".to_owned()));
    fill_csv(Path::new(&file), &answers);
    machine.call(&["import", &file]).with(1).complains("its answers now differ");
    assert_eq!(machine.call(&["export", "--all"]).with(0).out, before);
}

#[test]
fn a_spreadsheet_of_a_questionnaire_that_is_not_here_is_refused_whole() {
    let (here, there) = (Machine::new(), Machine::new());
    let own = BUILTIN[0].text.replacen(ID, "own-survey", 1);
    fs::write(here.path("own.toml"), own).unwrap();
    for name in ["answers.csv", "answers.xlsx"] {
        let file = filled(&here, name, "own.toml", &cells(&[("consent", "Yes"), ("F1", "1998")]));
        let refused = there.call(&["import", &file]).with(1);
        refused.complains("“own-survey”, which is not on this machine").complains("nothing was imported");
        assert_eq!(assessments(&there), 0);
    }
    // The same questionnaire with another text is another questionnaire.
    let own = BUILTIN[0].text.replacen("version = \"", "version = \"9", 1);
    fs::write(here.path("newer.toml"), own).unwrap();
    let file = filled(&here, "newer.csv", "newer.toml", &cells(&[("consent", "Yes")]));
    there.call(&["import", &file]).with(1).complains("whose text is not on this machine; here is version");
    assert_eq!(assessments(&there), 0);
}

#[test]
fn every_bad_cell_is_listed_by_its_place_and_nothing_is_stored() {
    let bad = [("consent", "Yes"), ("F1", "1700"), ("F3", "so many"), ("F6a", "12 %"), ("F6b", "maybe")];
    let cell = Regex::new("[:,] E\\d+: ").unwrap();
    for name in ["answers.csv", "answers.xlsx"] {
        let machine = Machine::new();
        let file = filled(&machine, name, ID, &cells(&bad));
        let refused = machine.call(&["import", &file]).with(1).complains("nothing was imported. Problems: 3");
        let places: Vec<&str> = refused.err.lines().filter(|line| !line.contains(": nothing was")).collect();
        assert_eq!(places.len(), 3, "{}", refused.err);
        assert!(places.iter().all(|line| line.contains(name) && cell.is_match(line)), "{}", refused.err);
        for quoted in ["so many", "maybe"] {
            assert_eq!(places.iter().filter(|line| line.contains(quoted)).count(), 1, "{quoted}: {}", refused.err);
        }
        assert_eq!(assessments(&machine), 0);
        let right = [("consent", "Yes"), ("F1", "1998"), ("F3", "40"), ("F6a", "12 %"), ("F6b", "88")];
        let file = filled(&machine, &format!("right-{name}"), ID, &cells(&right));
        machine.call(&["import", &file]).with(0).says("new assessment");
        assert_eq!(assessments(&machine), 1);
    }
}
