//! Plain mode as people and scripts use it: whole interviews line by line, in every language, and how
//! they end.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use regex::Regex;
use tashxis::engine::answer::{Answer, Confidence, Response};
use tashxis::engine::interview::journal::EventAction;
use tashxis::engine::interview::{Advance, Circumstances, Form, Interview};
use tashxis::engine::library::{Library, NewAssessment, Record};
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::questionnaire::sample::SAMPLE;
use tashxis::engine::text::Lang;
use tashxis::store::{Identity, Store};
use tempfile::TempDir;

/// What a sitting printed, and how it ended.
struct Held {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Held {
    #[track_caller]
    fn says(&self, text: &str) -> &Self {
        assert!(self.out.contains(text), "`{text}` is not in:\n{}\nerr:\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    fn never_says(&self, text: &str) -> &Self {
        assert!(!self.out.contains(text), "`{text}` is in:\n{}", self.out);
        self
    }

    #[track_caller]
    fn ends_with(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{}\nerr:\n{}", self.out, self.err);
        self
    }
}

struct Machine {
    home: TempDir,
}

impl Machine {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("sample.toml"), SAMPLE).unwrap();
        Self { home }
    }

    fn database(&self) -> PathBuf {
        self.home.path().join("data.db")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tashxis"));
        command.env_clear().current_dir(self.home.path());
        command
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path())
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .args(["--db", "data.db"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Types these bytes, then ends the input.
    fn type_bytes(&self, arguments: &[&str], typed: &[u8]) -> Held {
        let mut child = self.command(arguments).spawn().unwrap();
        // The program may have left before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(typed);
        let output = child.wait_with_output().unwrap();
        Held {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Types these lines, then ends the input. What is printed steers no terminal and keeps to its width.
    fn types(&self, arguments: &[&str], lines: &[&str]) -> Held {
        let held = self.type_bytes(arguments, (lines.join("\n") + "\n").as_bytes());
        assert!(!held.out.chars().any(|c| c.is_control() && c != '\n'), "{:?}", held.out);
        held
    }

    /// A sitting with an assessment by the sample questionnaire.
    fn sample(&self, lines: &[&str]) -> Held {
        self.types(&["new", "--plain", "-q", "sample.toml", "--name", "Buxoro Non"], lines)
    }

    fn record(&self) -> Record {
        record(&self.database())
    }

    fn id(&self) -> String {
        self.record().summary.id.to_string()
    }
}

fn record(database: &Path) -> Record {
    let store = Store::open(database, Identity::default()).unwrap();
    let id = store.all().unwrap()[0].id;
    store.open(id).unwrap()
}

/// What was answered, in order, as it is typed and exported.
fn answers(record: &Record) -> Vec<(String, String)> {
    let changes = record.events.iter().filter_map(|event| event.action.change());
    changes.filter_map(|it| Some((it.question.to_string(), it.new.value()?.to_string()))).collect()
}

/// A whole interview: every kind of question, help, a note, evidence, a flag, a reason for no answer,
/// a mistake, undo, the review, the report.
const WHOLE: &[&str] = &[
    "",            // the text to read
    "Buxoro Non",  // 1.1
    "/n by phone", // belongs to 1.2
    "31.12.2999",  // lies in the future
    "23.11.2001",  // 1.2
    "?",           // what counts
    "forty",       // no number
    "40",          // 1.3
    "1",           // 1.4 Uzbekistan: opens 1.5
    "2",           // 1.5
    "1",           // 1.6 yes
    "f",           // flag 2.1
    "3",           // 2.1
    "1 3",         // 2.2
    "50",          // 2.3: a slip
    "b",           // back to it
    "5",           // 2.3
    "e",           // evidence of 3.1
    "annual report",
    "1",
    "12,5", // 3.1
    "x",    // 3.2
    "1",
    "u", // takes that back
    "2", // 3.2
    "",  // 4.1 stays open
    "/s 4.2",
    "1",  // 4.2
    "35", // 4.3
    "x",  // 4.4 does not apply
    "3",
    "no employees to train",
    "first line", // 4.5
    "second line",
    ".",
    "c", // not yet: 4.1 is open
    "4.1",
    "3", // 4.1
    "v",
    "c",
    "1", // the whole report
    "",  // to the list
    "q",
];

/// The transcript without what is of today.
fn timeless(text: &str) -> String {
    let mut text = text.to_owned();
    let today = Zoned::now();
    for (pattern, instead) in [
        (r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "ID".to_owned()),
        (&format!(r"\b{}\.\d\d\.{}\b", today.strftime("%d"), today.year()), "TODAY".to_owned()),
    ] {
        text = Regex::new(pattern).unwrap().replace_all(&text, instead.as_str()).into_owned();
    }
    text
}

/// The transcript up to the report, which has tests of its own.
fn interview_of(held: &Held) -> String {
    let lines: Vec<&str> = held.out.lines().collect();
    let finished = lines.iter().rposition(|line| *line == "> c").unwrap();
    timeless(&(lines[..finished + 2].join("\n") + "\n"))
}

#[test]
fn a_whole_interview_reads_well_in_every_language() {
    for lang in [Lang::Uz, Lang::UzCyrl, Lang::Ru, Lang::En] {
        let machine = Machine::new();
        let mut arguments = vec!["--lang", lang.tag(), "new", "--plain", "-q", "sample.toml"];
        arguments.extend(["--name", "Buxoro Non"]);
        let held = machine.types(&arguments, WHOLE);
        held.ends_with(0);
        assert_eq!(held.err, "");
        assert!(machine.record().summary.closed.is_some(), "{}", held.out);
        let long = held.out.lines().find(|line| line.chars().count() > 79);
        assert_eq!(long, None, "{lang}");
        assert!(!held.out.contains("plain-"), "{lang}: a text is missing:\n{}", held.out);
        insta::assert_snapshot!(format!("interview_{}", lang.tag()), interview_of(&held));
    }
}

/// Answers as they are given by a program: through the interview and the store, not through a screen.
fn given_directly(database: &Path) {
    let mut store = Store::open(database, Identity::default()).unwrap();
    let questionnaire = Arc::new(read(SAMPLE).unwrap().0);
    let new = NewAssessment {
        enterprise: "Buxoro Non".to_owned(),
        questionnaire: Arc::clone(&questionnaire),
        form: Form::Full,
        lang: Lang::En,
        previous: None,
    };
    let id = store.create(&new).unwrap();
    let mut interview = Interview::new(Arc::clone(&questionnaire), Form::Full, Zoned::now());
    let around = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Next };
    let keep = |interview: &mut Interview, store: &mut Store, name: &str, change: &dyn Fn(Answer) -> Answer| {
        let ix = questionnaire.find(name).unwrap();
        let new = change(interview.answer(ix).clone());
        let change = interview.propose(ix, new).unwrap();
        interview.commit(change, around, store.journal(id).as_mut()).unwrap();
    };
    let value = |name: &str, typed: &str| {
        let ix = questionnaire.find(name).unwrap();
        Response::Value(questionnaire.questions[ix].parse(typed).unwrap().unwrap())
    };
    let typed = |name: &'static str, typed: &'static str| {
        let value = value(name, typed);
        move |answer: Answer| answer.responding(Some(value.clone()))
    };
    keep(&mut interview, &mut store, "F1", &typed("F1", "Buxoro Non"));
    keep(&mut interview, &mut store, "F2", &|answer| Answer { comment: "by phone".to_owned(), ..answer });
    for (name, text) in [("F2", "2001-11-23"), ("F3", "40"), ("F4", "UZ"), ("F5", "UZ-TK"), ("F8", "yes")] {
        keep(&mut interview, &mut store, name, &typed(name, text));
    }
    keep(&mut interview, &mut store, "INF1", &|answer| Answer { flagged: true, ..answer });
    for (name, text) in [("INF1", "3"), ("INF2", "university supplier"), ("INF3", "50"), ("INF3", "5")] {
        keep(&mut interview, &mut store, name, &typed(name, text));
    }
    let evidence = "annual report".to_owned();
    keep(&mut interview, &mut store, "INT1", &|answer| Answer {
        evidence: evidence.clone(),
        confidence: Some(Confidence::High),
        ..answer
    });
    keep(&mut interview, &mut store, "INT1", &typed("INT1", "12.5"));
    keep(&mut interview, &mut store, "INT2", &|answer| answer.responding(Some(Response::DontKnow)));
    let undo = interview.undo().unwrap();
    interview.commit(undo, around, store.journal(id).as_mut()).unwrap();
    for (name, text) in [("INT2", "2"), ("REG1", "1"), ("SKL1", "35")] {
        keep(&mut interview, &mut store, name, &typed(name, text));
    }
    let reason = || Response::NotApplicable { reason: "no employees to train".to_owned() };
    keep(&mut interview, &mut store, "SKL2", &|answer| answer.responding(Some(reason())));
    keep(&mut interview, &mut store, "T1", &typed("T1", "first line\nsecond line"));
    keep(&mut interview, &mut store, "CLU1", &typed("CLU1", "member"));
    interview.set_closed(true, Lang::En, store.journal(id).as_mut()).unwrap();
    store.keep_progress(id, interview.progress()).unwrap();
}

/// The events of the export, without ids, times and what hangs on them.
fn exported(machine: &Machine) -> serde_json::Value {
    let output = machine.command(&["export", "--all"]).output().unwrap();
    let mut export: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    forget(&mut export);
    export
}

fn forget(value: &mut serde_json::Value) {
    const OF_THE_MOMENT: [&str; 12] = [
        "id",
        "time",
        "created",
        "changed",
        "closed",
        "hash",
        "device",
        "shown_ms",
        "exported",
        "enterprise",
        "results",
        "stays",
    ];
    match value {
        serde_json::Value::Object(map) => {
            map.retain(|key, _| !OF_THE_MOMENT.contains(&key.as_str()));
            map.values_mut().for_each(forget);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(forget),
        _ => {}
    }
}

#[test]
fn what_is_kept_is_the_same_as_by_any_other_way() {
    let (plain, direct) = (Machine::new(), Machine::new());
    plain.sample(WHOLE).ends_with(0);
    given_directly(&direct.database());
    let actions = |machine: &Machine| -> Vec<EventAction> {
        machine.record().events.into_iter().map(|event| event.action).collect()
    };
    assert_eq!(actions(&plain), actions(&direct));
    assert_eq!(exported(&plain), exported(&direct));
}

#[test]
fn letters_of_other_layouts_and_numbers_do() {
    let machine = Machine::new();
    // и = b, г = u, щ = o, й = q; in free text .и is typed with the keys of /b.
    let held = machine.sample(&["", "Nom", "", ".и", "и", "Boshqa nom", "", "г", "/й"]);
    held.says("Saved.").says("The last change was undone").says("Everything is saved").ends_with(0);
    assert_eq!(answers(&machine.record()).last().unwrap().1, "Nom");
}

#[test]
fn free_text_is_never_taken_for_a_command() {
    let machine = Machine::new();
    machine.sample(&["", "q", "/q"]).ends_with(0);
    assert_eq!(answers(&machine.record()), [("F1".to_owned(), "q".to_owned())]);
}

#[test]
fn the_rest_of_a_line_that_is_too_long_for_any_answer_is_not_the_next_one() {
    for bytes in [1 << 20, (1 << 20) + 1, 3 << 20] {
        let machine = Machine::new();
        let held = machine.sample(&["", &"x".repeat(bytes), "Nom"]);
        held.says("at most 1000 characters").ends_with(0);
        assert_eq!(answers(&machine.record()), [("F1".to_owned(), "Nom".to_owned())], "{bytes}");
    }
}

#[test]
fn the_end_of_the_input_leaves_everything_in_place() {
    let machine = Machine::new();
    machine.sample(&["", "Buxoro Non", "23.11.2001", "about forty"]).says("not a whole number").ends_with(0);
    let record = machine.record();
    assert_eq!(record.drafts, [("F3".into(), "about forty".to_owned())]);
    assert_eq!(record.position, Some("F3".into()));
    let held = machine.types(&["open", &machine.id(), "--plain"], &["40"]);
    held.says("Typed, but not an answer yet: about forty").says("Saved: 40 people");
    assert_eq!(machine.record().drafts, []);
}

#[test]
fn half_a_text_of_many_lines_is_kept_as_a_draft() {
    let machine = Machine::new();
    machine.sample(&["", "/s 4.5", "one", "two"]).ends_with(0);
    assert_eq!(machine.record().drafts, [("T1".into(), "one\ntwo".to_owned())]);
}

#[test]
fn a_first_run_without_a_terminal_goes_from_nothing_to_a_report() {
    let machine = Machine::new();
    let lines = [
        "",           // begin
        "Oqtosh Sut", // name
        "",           // questionnaire
        "2",          // quick
        "",           // language
        "m",          // to the list
        "p 1",        // profile
        "2",          // into a file
        "report.txt",
        "2", // never over a file
        "report.txt",
        "",
        "m",
        "a 1",
        "q",
    ];
    let held = machine.types(&[], &lines);
    held.says("Plain mode, line by line: keyboard or screen are a pipe or a file.");
    held.says("Welcome!").says("Written: report.txt").says("exists already").says("“Oqtosh Sut” was archived");
    held.ends_with(0);
    let report = fs::read_to_string(machine.home.path().join("report.txt")).unwrap();
    assert!(report.contains("Oqtosh Sut"), "{report}");
    assert!(machine.record().summary.archived);
    assert_eq!(machine.record().summary.form, Form::Quick);
}

#[test]
fn a_long_list_is_searched_by_words_in_any_alphabet() {
    let machine = Machine::new();
    let many: String = (1..=60)
        .map(|n| {
            format!("{{ id = \"n{n}\", label = {{ en = \"Town {n}\", ru = \"Город {n}\", uz = \"Shahar {n}\" }} }},")
        })
        .collect();
    let list = format!("\n[[list]]\nid = \"towns\"\nchoices = [{many}]\n");
    let text = SAMPLE.replacen("[[section]]", &format!("{list}\n[[section]]"), 1).replacen(
        "kind = \"select_one\"\nrequired = true\nquick = true",
        "kind = \"select_one\"\nquick = true",
        1,
    );
    let first = "label = { uz = \"Mamlakat\"";
    let question = "[[section.question]]\nid = \"TOWN\"\nkind = \"select_one\"\nlist = \"towns\"\nlabel = { uz = \"Shahar\", ru = \"Город\", en = \"Town\" }\n\n";
    let at = text.find("[[section.question]]\nid = \"F4\"").unwrap();
    assert!(text.contains(first));
    let text = format!("{}{question}{}", &text[..at], &text[at..]);
    fs::write(machine.home.path().join("sample.toml"), text).unwrap();
    let held = machine.sample(&["", "Nom", "", "40", "town 17", "17", "/q"]);
    held.says("Options: 60.").never_says("Town 59").says("17. Town 17").says("Saved: Town 17").ends_with(0);
}

#[test]
fn a_finished_assessment_shows_its_result_and_can_be_reopened() {
    let machine = Machine::new();
    machine.sample(WHOLE);
    let held = machine.types(&["open", &machine.id(), "--plain"], &["4", "/s 1.3", "41", "/q"]);
    held.says("The assessment is open again").says("Saved: 41 people").ends_with(0);
    assert!(machine.record().summary.closed.is_none());
}

#[test]
fn nonsense_steers_no_terminal_and_changes_nothing() {
    let machine = Machine::new();
    let mut typed = b"\n\x1b[2J\x00\xff\xfe name\r\n".to_vec();
    typed.extend(vec![b'7'; 3 << 20]);
    typed.extend(b"\n/q\n");
    let arguments = ["new", "--plain", "-q", "sample.toml", "--name", "Firm"];
    let held = machine.type_bytes(&arguments, &typed);
    assert!(!held.out.chars().any(|c| c.is_control() && c != '\n'));
    held.ends_with(0);
    assert_eq!(answers(&machine.record()), [("F1".to_owned(), "[2J\u{fffd}\u{fffd} name".to_owned())]);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_cleanly() {
    for signal in ["TERM", "HUP", "INT"] {
        let machine = Machine::new();
        let arguments = ["new", "--plain", "-q", "sample.toml", "--name", "Firm"];
        let mut child = machine.command(&arguments).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(b"\nFirm\n\nabout forty\n").unwrap();
        let kept = || {
            machine.database().exists()
                && Store::open(&machine.database(), Identity::default())
                    .is_ok_and(|store| store.all().is_ok_and(|all| !all.is_empty()))
                && !machine.record().drafts.is_empty()
        };
        let waited = (0..200).any(|_| {
            kept() || {
                std::thread::sleep(Duration::from_millis(50));
                false
            }
        });
        assert!(waited, "the draft is kept while the program runs");
        Command::new("kill").args([format!("-{signal}"), child.id().to_string()]).status().unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{signal}");
        assert_eq!(machine.record().drafts, [("F3".into(), "about forty".to_owned())]);
        drop(input);
    }
}
