//! What was seen on the screen, held against what the database says after a crash.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use tashxis::engine::interview::journal::EventAction;
use tashxis::engine::library::{Access, Depth, Library, Record};
use tashxis::store::{Identity, Store};

use crate::terminal::database;
use crate::writer::writer;

/// How many questions there are.
pub const QUESTIONS: usize = 40;

/// What a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Lines,
    Number,
    Choice,
    Text,
}

/// What the question of that number, from 1, takes.
pub const fn takes(number: usize) -> Takes {
    match number % 4 {
        1 => Takes::Lines,
        2 => Takes::Number,
        3 => Takes::Choice,
        _ => Takes::Text,
    }
}

/// A change that was asked for, of which the screen has not said that it is kept.
#[derive(Clone, Debug)]
pub enum Pending {
    /// Keys typed at the question of that number: any beginning of them may have arrived.
    Typed(usize, String),
    /// The last change taken back.
    Undo,
}

/// What must be in the database.
pub struct Ledger {
    pub home: PathBuf,
    /// The end of the assessment's id, once the database has it.
    pub id: Option<String>,
    /// The answers that the screen has shown as saved, by question.
    pub kept: BTreeMap<usize, String>,
    /// The changes that can be taken back, oldest first: the question, and its answer before.
    pub undoable: Vec<(usize, Option<String>)>,
    pub pending: Option<Pending>,
    /// What was typed and is not an answer yet; it stands in the field when its question is shown.
    pub drafts: BTreeMap<usize, String>,
    /// What of a long text must be there at least.
    pub draft: Option<String>,
}

impl Ledger {
    /// An empty database whose owner answers alone, and a questionnaire.
    pub fn new(home: &Path) -> Self {
        std::fs::write(home.join("crash.toml"), questionnaire()).expect("a file");
        let mut store = Store::open(&database(home), Identity::default()).expect("a database");
        store.keep_setting("role", "self-assessment").expect("room on the disk");
        let (kept, drafts, undoable) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        Self { home: home.to_owned(), id: None, kept, undoable, pending: None, drafts, draft: None }
    }

    /// What the answer to a question will be when keys are added to what stands there.
    pub fn after_typing(&self, number: usize, keys: &str) -> String {
        match takes(number) {
            Takes::Choice => format!("c{keys}"),
            _ => {
                let standing = self.drafts.get(&number).or_else(|| self.kept.get(&number));
                format!("{}{keys}", standing.map_or("", String::as_str))
            }
        }
    }

    /// The screen has shown that the pending change is kept.
    pub fn acknowledge(&mut self) {
        match self.pending.take() {
            Some(Pending::Typed(number, keys)) => {
                let answer = self.after_typing(number, &keys);
                self.keep(number, &answer);
            }
            Some(Pending::Undo) => {
                let Some((number, before)) = self.undoable.pop() else { return };
                self.drafts.remove(&number);
                match before {
                    Some(answer) => self.kept.insert(number, answer),
                    None => self.kept.remove(&number),
                };
            }
            None => {}
        }
    }

    /// A question was left for another one: what stood in its field became an answer.
    pub fn leave(&mut self, number: usize) {
        if let Some(draft) = self.drafts.get(&number).cloned() {
            self.keep(number, &draft);
        }
    }

    fn keep(&mut self, number: usize, answer: &str) {
        self.drafts.remove(&number);
        let before = self.kept.insert(number, answer.to_owned());
        if before.as_deref() != Some(answer) {
            self.undoable.push((number, before));
        }
    }

    /// Opens the database as the next sitting would, and looks at everything in it.
    pub fn audit(&mut self) {
        let path = database(&self.home);
        let store = writer(&path, Identity::default());
        assert_eq!(store.access(), Access::Write, "the lock of a dead process holds");
        assert_eq!(store.verify().expect("a check"), []);
        sound(&path);
        let Some(summary) = store.all().expect("a list").into_iter().next() else {
            assert!(self.id.is_none() && self.kept.is_empty(), "the assessment is gone");
            return;
        };
        let id = summary.id.to_string();
        self.id = Some(id[id.len() - 8..].to_owned());
        let record = Library::open(&store, summary.id).expect("an assessment");
        let stored = replayed(&record);
        let standing = store.reading().and_then(|reading| reading.standing(summary.id, Depth::Answers));
        let derived = standing.expect("the derived answers").answers.into_iter();
        let derived: BTreeMap<_, _> =
            derived.filter_map(|(id, answer)| Some((number(id.as_str()), answer.value()?.to_string()))).collect();
        assert_eq!(derived, stored, "the derived answers are not those of the journal");
        self.compare(&stored);
        if let Some(least) = self.draft.take() {
            let draft = record.drafts.iter().find(|(question, _)| question.as_str() == "q01");
            let held = draft.map(|(_, text)| text.clone()).or_else(|| stored.get(&1).cloned()).unwrap_or_default();
            assert!(held.starts_with(&least), "of a long text there is `{held}`, and there must be `{least}`");
        }
        self.kept = stored;
        let drafts = record.drafts.iter().map(|(question, text)| (number(question.as_str()), text.clone()));
        self.drafts = drafts.collect();
        self.undoable = undoable(&record);
    }

    /// Everything acknowledged is there, nothing else is, and a change in flight is there whole or not at all.
    fn compare(&mut self, stored: &BTreeMap<usize, String>) {
        let may_differ = match self.pending.take() {
            Some(Pending::Typed(number, keys)) => {
                let ends = keys.char_indices().map(|(at, c)| at + c.len_utf8());
                let may_be: Vec<_> = ends.map(|end| self.after_typing(number, &keys[..end])).collect();
                Some((number, may_be.into_iter().map(Some).collect()))
            }
            Some(Pending::Undo) => self.undoable.last().cloned().map(|(number, before)| (number, vec![before])),
            None => None,
        };
        for number in 1..=QUESTIONS {
            let (kept, stored) = (self.kept.get(&number), stored.get(&number));
            let in_flight = may_differ
                .as_ref()
                .is_some_and(|(at, may_be): &(usize, Vec<_>)| *at == number && may_be.contains(&stored.cloned()));
            // A program that is told to stop makes an answer of what stands in the field.
            let settled = stored.is_some() && stored == self.drafts.get(&number);
            assert!(
                kept == stored || in_flight || settled,
                "q{number:02}: the screen showed {kept:?} as saved, the database has {stored:?}; {may_differ:?} was asked"
            );
        }
    }
}

/// SQLite's own checks, without this program's store between.
fn sound(path: &Path) {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("a database");
    let verdict: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("a verdict");
    assert_eq!(verdict, "ok");
    let mut query = connection.prepare("PRAGMA foreign_key_check").expect("a check");
    assert!(!query.exists([]).expect("a verdict"), "a record refers to nothing");
}

fn number(id: &str) -> usize {
    id.trim_start_matches('q').parse().expect("an id of this questionnaire")
}

/// The answers at the end of a journal, folded by other code than the store's.
fn replayed(record: &Record) -> BTreeMap<usize, String> {
    let mut answers = BTreeMap::new();
    for change in record.events.iter().filter_map(|event| event.action.change()) {
        match change.new.value() {
            Some(value) => answers.insert(number(change.question.as_str()), value.to_string()),
            None => answers.remove(&number(change.question.as_str())),
        };
    }
    answers
}

/// What can be taken back at the end of a journal.
fn undoable(record: &Record) -> Vec<(usize, Option<String>)> {
    let mut changes = Vec::new();
    for event in &record.events {
        match &event.action {
            EventAction::Answer(change) => {
                let before = change.old.value().map(ToString::to_string);
                changes.push((number(change.question.as_str()), before));
            }
            EventAction::Undo { .. } => drop(changes.pop()),
            EventAction::Redo { .. } | EventAction::Close | EventAction::Reopen => {}
        }
    }
    changes
}

/// Forty questions of four kinds, each named by its number.
fn questionnaire() -> String {
    let mut text = String::from(
        "format = 1\nid = \"crash\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ntitle = { en = \"Crash\" }\n",
    );
    for at in 1..=QUESTIONS {
        if at % 8 == 1 {
            let _ = writeln!(text, "[[section]]\nid = \"s{at}\"\ntitle = {{ en = \"Part {at}\" }}");
        }
        let kind = match takes(at) {
            Takes::Lines => "kind = \"text\"\nmultiline = true".to_owned(),
            Takes::Number => "kind = \"integer\"".to_owned(),
            Takes::Text => "kind = \"text\"".to_owned(),
            Takes::Choice => {
                let choice = |n| format!("{{ id = \"c{n}\", label = {{ en = \"Choice {n}\" }} }}");
                format!("kind = \"select_one\"\nchoices = [ {} ]", [1, 2, 3, 4, 5].map(choice).join(", "))
            }
        };
        let _ = writeln!(text, "[[section.question]]\nid = \"q{at:02}\"\nlabel = {{ en = \"Ask{at:02}\" }}\n{kind}");
    }
    text
}
