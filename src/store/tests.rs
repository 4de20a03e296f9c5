//! A database in a folder of its own, for the tests of the store.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite_migration::{M, Migrations};
use tempfile::TempDir;

use super::*;
use crate::engine::answer::{Answer, Response, Value};
use crate::engine::id::{ChoiceId, QuestionId};
use crate::engine::interview::Form;
use crate::engine::interview::journal::{AnswerChange, EventAction, NewEvent};
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::text::Lang;
use crate::i18n::Texts;

#[cfg(feature = "encryption")]
mod encrypting;
mod forgetting;
mod journals;
mod opening;
mod parting;
mod restoring;
mod roadmaps;
mod rotating;
mod salvaging;
mod stopping;
mod verifying;
mod visits;

/// A folder that is gone after the test, with a database in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("tashxis.db")
    }

    fn store(&self) -> Store {
        Store::open(&self.path(), identity()).unwrap()
    }

    fn raw(&self) -> Connection {
        Connection::open(self.path()).unwrap()
    }
}

fn identity() -> Identity {
    Identity { device: "laptop-1".to_owned(), interviewer: "Dilnoza".to_owned() }
}

fn begin(store: &mut Store, enterprise: &str) -> AssessmentId {
    let new = NewAssessment {
        enterprise: enterprise.to_owned(),
        questionnaire: Arc::new(read(SAMPLE).unwrap().0),
        form: Form::Full,
        lang: Lang::Uz,
        previous: None,
    };
    store.create(&new).unwrap()
}

fn change(question: &str, old: impl Into<Answer>, new: impl Into<Answer>) -> NewEvent {
    let change = AnswerChange { question: question.into(), old: old.into(), new: new.into() };
    new_event(EventAction::Answer(change))
}

fn new_event(action: EventAction) -> NewEvent {
    NewEvent { action, lang: Lang::Ru, shown_ms: 1_500, position: Some("F2".into()) }
}

/// Whether a word stands in bytes as it is.
fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

fn open() -> Answer {
    Answer::default()
}

fn number(number: f64) -> Answer {
    Value::Decimal(number).into()
}

/// A history with one of each kind of event.
fn lively(store: &mut Store) -> AssessmentId {
    let id = begin(store, "Fargʻona Yogʻ-Moy");
    let mut journal = store.journal(id);
    let of_first = |old, new| AnswerChange { question: "F1".into(), old, new };
    for event in [
        change("F1", open(), number(12.5)),
        new_event(EventAction::Undo { of: 1, change: of_first(number(12.5), open()) }),
        new_event(EventAction::Redo { of: 1, change: of_first(open(), number(12.5)) }),
        change("F2", open(), Answer { comment: "soʻrab bilamiz".to_owned(), flagged: true, ..open() }),
        new_event(EventAction::Close),
        new_event(EventAction::Reopen),
    ] {
        journal.append(&event).unwrap();
    }
    journal.keep_draft(&"F3".into(), Some("yarim")).unwrap();
    drop(journal);
    id
}

/// The text of an error in every language; each must be there and name the file.
fn said(error: &StoreError) -> Vec<String> {
    let message = error.message();
    let texts = Lang::ALL.map(|lang| Texts::new(lang, TimeZone::UTC).say(&message));
    for text in &texts {
        assert!(!text.contains("{$") && *text != message.key, "{text}");
        assert!(text.contains(&error.path.display().to_string()), "{text}");
    }
    texts.to_vec()
}

fn key(error: &StoreError) -> &'static str {
    said(error);
    error.message().key
}
