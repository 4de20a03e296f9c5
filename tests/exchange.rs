//! Exports and imports through the built program: what is whole, what is cut off, and what comes back.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::fs;

use tashxis::engine::answer::{Answer, Value};
use tashxis::engine::id::AssessmentId;
use tashxis::engine::interview::journal::{AnswerChange, EventAction, NewEvent};
use tashxis::engine::library::Library;
use tashxis::engine::text::Lang;
use tashxis::store::Identity;

#[path = "support/machine.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod machine;

use machine::{Machine, json, writer};

/// Changes one answer so often that the assessment's JSON is larger than what goes out at once.
fn long_history(machine: &Machine, id: &str) {
    let mut store = writer(&machine.path("tashxis/tashxis.db"), Identity::default());
    let id = AssessmentId(id.parse().unwrap());
    let value = |n: i64| Answer::from(Value::Integer(n));
    for n in 40..240 {
        let change = AnswerChange { question: "F3".into(), old: value(n), new: value(n + 1) };
        let event = NewEvent { action: EventAction::Answer(change), lang: Lang::En, shown_ms: 900, position: None };
        store.journal(id).append(&event).unwrap();
    }
}

/// Puts rows into an assessment that cannot be read: one among what surrounds it, one among its answers.
fn damage(machine: &Machine, id: &str) {
    let connection = rusqlite::Connection::open(machine.path("tashxis/tashxis.db")).unwrap();
    connection.execute("INSERT INTO stay VALUES (?1, 'yesterday', 'F1', 1, 'en', 'next')", [id]).unwrap();
    connection.execute("UPDATE answer SET answer = '{\"response\": 7}' WHERE assessment = ?1", [id]).unwrap();
}

#[test]
fn an_export_that_breaks_off_is_a_failure_and_says_that_it_is_incomplete() {
    let machine = Machine::new();
    let ids: Vec<String> = (0..9).map(|n| machine.assessment(&format!("Korxona {n}"))).collect();
    long_history(&machine, &ids[0]);
    let whole = machine.call(&["export", "--all"]).with(0).out;
    damage(&machine, &ids[8]);
    let cut = machine.call(&["export", "--all"]).with(3).complains("incomplete: do not use it");
    assert!(!cut.out.is_empty() && whole.starts_with(&cut.out), "what was printed before stands");
    // What had not gone out yet does not go out.
    let little = machine.call(&["export", "--all", "--format", "csv"]).with(3);
    assert_eq!((little.out.as_str(), little.err.contains("incomplete")), ("", false));
    // A file is there when it is complete, and only then.
    machine.call(&["export", "--all", "-o", "all.json"]).with(3);
    assert_eq!(fs::read_dir(machine.home.path()).unwrap().count(), 1, "nothing beside the database's folder");
}

#[test]
fn what_is_read_on_every_core_is_what_one_reader_reads() {
    let machine = Machine::new();
    let ids: Vec<String> = (0..150).map(|n| machine.assessment(&format!("Korxona {n}"))).collect();
    let formats = ["json", "csv", "csv-long"];
    let export = |format: &str| machine.call(&["export", "--all", "--format", format]).with(0).out;
    let fast = formats.map(export);
    // Beside a program that writes, only one connection sees one state.
    let store = writer(&machine.path("tashxis/tashxis.db"), Identity::default());
    assert_eq!(formats.map(export), fast);
    drop(store);
    let enterprises: Vec<&str> =
        fast[1].lines().skip(1).map(|line| line.split(',').nth(1).unwrap_or_default()).collect();
    assert_eq!(enterprises, (0..150).map(|n| format!("Korxona {n}")).collect::<Vec<_>>());
    assert_eq!(json(&fast[0])["assessments"].as_array().unwrap().len(), 150);
    // What cannot be read ends it, wherever it is; what is before it stands.
    damage(&machine, &ids[70]);
    for (format, whole) in formats.into_iter().zip(&fast) {
        let cut = machine.call(&["export", "--all", "--format", format]).with(3).out;
        assert!(whole.starts_with(&cut) && cut.len() < whole.len(), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_a_failure() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    for format in ["json", "csv", "csv-long", "codebook", "xlsx", "dta", "sav"] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tashxis"));
        command.env("XDG_DATA_HOME", machine.home.path()).env("HOME", machine.home.path());
        let output = command.args(["export", "--all", "--format", format]).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{format}: {}", String::from_utf8_lossy(&output.stderr));
        // The same by name.
        machine.call(&["export", "--all", "--format", format, "-o", "/dev/full"]).with(3).complains("/dev/full");
    }
}

#[test]
fn a_device_takes_every_format_in_order() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    for format in ["json", "csv", "dta", "sav"] {
        machine.call(&["export", "--all", "--format", format, "-o", "/dev/null"]).with(0);
    }
}
