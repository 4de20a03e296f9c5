//! A user's machine: a home folder of its own, and the program called in it as scripts call it.

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

#[path = "writer.rs"]
mod writer;

pub use writer::writer;

/// What a call printed, and its exit code.
pub struct Called {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Called {
    /// The exit code is this one, and nothing that is printed steers a terminal.
    #[track_caller]
    pub fn with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out:\n{}\nerr:\n{}", self.out, self.err);
        let printed = [&self.out, &self.err];
        assert!(
            printed.iter().all(|text| !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')),
            "{printed:?}"
        );
        self
    }

    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.out.contains(text), "`{text}` is not in:\n{}\nerr:\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn complains(self, text: &str) -> Self {
        assert!(self.err.contains(text), "`{text}` is not in:\n{}\nout:\n{}", self.err, self.out);
        self
    }
}

/// A user's machine.
pub struct Machine {
    pub home: TempDir,
}

impl Machine {
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
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

    pub fn call(&self, arguments: &[&str]) -> Called {
        called(&mut self.command(arguments))
    }

    /// An assessment by the sample with three answers.
    pub fn assessment(&self, enterprise: &str) -> String {
        let folder = self.path("tashxis");
        let identity = Identity { device: "laptop".to_owned(), interviewer: "D. Karimova".to_owned() };
        let mut store = writer(&folder.join("tashxis.db"), identity);
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

pub fn answer(store: &mut Store, interview: &mut Interview, id: AssessmentId, question: &str, typed: &str) {
    let ix = interview.questionnaire().find(question).unwrap();
    let value = interview.questionnaire().questions[ix].parse(typed).unwrap().unwrap();
    let change = interview.propose(ix, Answer::from(value)).unwrap();
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 900, advance: Advance::Next };
    interview.commit(change, circumstances, store.journal(id).as_mut()).unwrap();
}

pub fn called(command: &mut Command) -> Called {
    let output = command.output().unwrap();
    Called {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}
