//! What was filled in → the events of a new journal, or every problem at once.
//!
//! Answers are given in the order of the questionnaire, each proposed to an interview as if it had been typed. What
//! hangs on an answer that was refused is not judged: its problems would be those of that answer.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::Zoned;

use super::filled::{Entry, Filled};
use super::grid::Cell;
use super::typed::typed;
use super::{Column, Reason, alike, languages};
use crate::engine::answer::{Answer, Response};
use crate::engine::id::QuestionIx;
use crate::engine::interview::journal::NewEvent;
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Advance, Circumstances, Interview, Refusal, Status};
use crate::engine::questionnaire::{Question, Questionnaire};
use crate::engine::text::{Finding, Lang, Message, canonical, nearest};

/// The most letters of a comment or of a reason, as of a long text.
const MOST_LETTERS: usize = 100_000;

/// What a sound file gives.
#[derive(Clone, Debug)]
pub struct Sound {
    /// What is to be appended to a new journal, in order.
    pub events: Vec<NewEvent>,
    /// The interview as it stands then.
    pub interview: Interview,
}

/// Judges every cell.
///
/// # Errors
/// Every problem, by cell.
pub fn judged(
    filled: &Filled,
    questionnaire: &Arc<Questionnaire>,
    now: Zoned,
    lang: Lang,
) -> Result<Sound, Vec<Finding>> {
    let mut judge = Judge {
        interview: Interview::new(Arc::clone(questionnaire), filled.stamp.form, now),
        journal: MemoryJournal::default(),
        questionnaire,
        filled,
        lang,
        reasons: reasons(),
        doubtful: HashSet::new(),
        findings: Vec::new(),
    };
    let rows = judge.rows();
    for (at, entry) in &rows {
        judge.row(*at, entry);
    }
    if judge.journal.events.is_empty() && judge.findings.is_empty() {
        let place = Message::new("spreadsheet-at-file");
        judge.findings.push(Finding { place, message: Message::new("spreadsheet-nothing-filled") });
    }
    let Judge { interview, journal, mut findings, .. } = judge;
    if !findings.is_empty() {
        // As they stand in the file, not in the order in which they were found.
        findings.dedup();
        return Err(findings);
    }
    let last = journal.events.len();
    // The place to go on from is the first question that is open.
    let open = interview.asked().find(|ix| interview.status(*ix) == Status::Open);
    let open = open.map(|ix| questionnaire.questions[ix].id.clone());
    let position = |at: usize| if at == last { open.clone() } else { None };
    let events = (1..).zip(&journal.events).map(|(at, event)| NewEvent {
        action: event.action.clone(),
        lang: event.lang,
        shown_ms: event.shown_ms,
        position: position(at),
    });
    Ok(Sound { events: events.collect(), interview })
}

struct Judge<'f> {
    interview: Interview,
    journal: MemoryJournal,
    questionnaire: &'f Arc<Questionnaire>,
    filled: &'f Filled,
    lang: Lang,
    reasons: BTreeMap<String, Reason>,
    /// Questions whose routing or conditions hang on an answer that was refused.
    doubtful: HashSet<QuestionIx>,
    findings: Vec<Finding>,
}

impl<'f> Judge<'f> {
    /// The rows in which something was filled in, in the order of the questionnaire.
    fn rows(&mut self) -> Vec<(QuestionIx, &'f Entry)> {
        let mut rows: BTreeMap<QuestionIx, &Entry> = BTreeMap::new();
        let filled = self.filled;
        for entry in &filled.entries {
            if !Column::OPEN.iter().any(|column| entry.cells.contains_key(column)) {
                continue;
            }
            let found = self.questionnaire.find(&entry.question);
            let answerable = found.filter(|at| self.questionnaire.questions[*at].kind.is_answerable());
            match answerable {
                None => {
                    let message = self.unknown(&entry.question);
                    self.find(entry, Column::Question, message);
                }
                Some(at) if rows.contains_key(&at) => {
                    let message = Message::new("spreadsheet-twice").with("question", entry.question.as_str());
                    self.find(entry, Column::Question, message);
                }
                Some(at) => drop(rows.insert(at, entry)),
            }
        }
        rows.into_iter().collect()
    }

    fn unknown(&self, name: &str) -> Message {
        if name.is_empty() {
            return Message::new("spreadsheet-no-name");
        }
        let shown: String = name.chars().take(60).collect();
        let names = self.questionnaire.questions.iter().filter(|it| it.kind.is_answerable()).map(|it| it.id.as_str());
        match nearest(&shown, names) {
            Some(near) => Message::new("spreadsheet-unknown-near").with("question", shown).with("name", near),
            None => Message::new("spreadsheet-unknown").with("question", shown),
        }
    }

    fn find(&mut self, entry: &Entry, column: Column, message: Message) {
        self.findings.push(Finding { place: self.filled.places.at(entry, column), message });
    }

    /// A problem at a question: what hangs on it is not judged any more.
    fn refuse(&mut self, at: QuestionIx, entry: &Entry, column: Column, message: Message) {
        self.find(entry, column, message);
        let mut open = vec![at];
        while let Some(next) = open.pop() {
            for dependent in &self.questionnaire.dependents[next] {
                if self.doubtful.insert(*dependent) {
                    open.push(*dependent);
                }
            }
        }
    }

    fn row(&mut self, at: QuestionIx, entry: &Entry) {
        let question = &self.questionnaire.questions[at];
        let told = |column| entry.cells.get(&column);
        let broken =
            entry.cells.iter().find(|(column, cell)| matches!(cell, Cell::Error(_)) && Column::OPEN.contains(column));
        if let Some((column, Cell::Error(error))) = broken {
            let message = Message::new("spreadsheet-formula").with("value", error.as_str());
            return self.refuse(at, entry, *column, message);
        }
        let comment = told(Column::Comment).map(|cell| canonical(&cell.shown()).trim().to_owned()).unwrap_or_default();
        if comment.chars().count() > MOST_LETTERS {
            return self.refuse(
                at,
                entry,
                Column::Comment,
                Message::new("input-text-too-long").with("most", MOST_LETTERS),
            );
        }
        let answer = match (told(Column::Answer), told(Column::Reason)) {
            (Some(_), Some(_)) => return self.refuse(at, entry, Column::Reason, Message::new("spreadsheet-both")),
            (Some(cell), None) => match question.parse(&typed(question, cell)) {
                Ok(Some(value)) => Answer { comment, ..Answer::from(value) },
                // Nothing but signs that divide.
                Ok(None) => Answer { comment, ..Answer::default() },
                Err(error) => return self.refuse(at, entry, Column::Answer, shortened(error.0)),
            },
            (None, Some(cell)) => match self.reason(cell, &comment) {
                Ok((response, comment)) => Answer { response: Some(response), comment, ..Answer::default() },
                Err((column, message)) => return self.refuse(at, entry, column, message),
            },
            (None, None) => Answer { comment, ..Answer::default() },
        };
        if answer != Answer::default() {
            self.give(at, entry, question, answer);
        }
    }

    fn reason(&self, cell: &Cell, comment: &str) -> Result<(Response, String), (Column, Message)> {
        let text = cell.shown();
        // The explanation of a CSV file has the name and the words; whoever copies takes both.
        let name = text.split_once('–').map_or(text.as_str(), |(name, _)| name);
        match self.reasons.get(&alike(&text)).or_else(|| self.reasons.get(&alike(name))) {
            Some(Reason::DontKnow) => Ok((Response::DontKnow, comment.to_owned())),
            Some(Reason::Refused) => Ok((Response::Refused, comment.to_owned())),
            Some(Reason::NotApplicable) if comment.is_empty() => {
                Err((Column::Comment, Message::new("spreadsheet-why-missing")))
            }
            Some(Reason::NotApplicable) => Ok((Response::NotApplicable { reason: comment.to_owned() }, String::new())),
            None => {
                let value: String = text.chars().take(60).collect();
                Err((Column::Reason, Message::new("spreadsheet-no-such-reason").with("value", value)))
            }
        }
    }

    fn give(&mut self, at: QuestionIx, entry: &Entry, question: &Question, answer: Answer) {
        let column = if answer.value().is_some() {
            Column::Answer
        } else if answer.response.is_some() {
            Column::Reason
        } else {
            Column::Comment
        };
        match self.interview.propose(at, answer) {
            Ok(change) => {
                let circumstances = Circumstances { lang: self.lang, shown_ms: 0, advance: Advance::Next };
                // The journal in memory keeps everything.
                let _ = self.interview.commit(change, circumstances, &mut self.journal);
            }
            Err(_) if self.doubtful.contains(&at) => {}
            Err(refusal) => {
                let message = match refusal {
                    Refusal::Closed | Refusal::NotAsked => Message::new("spreadsheet-not-asked"),
                    Refusal::NotOffered => Message::new("spreadsheet-not-offered"),
                    Refusal::Input(error) => shortened(error.0),
                    Refusal::Constraint(_) => match &question.constraint_message {
                        Some(text) => Message::new("spreadsheet-condition").with("text", text.get(self.lang)),
                        None => Message::new("spreadsheet-out-of-range"),
                    },
                };
                self.refuse(at, entry, column, message);
            }
        }
    }
}

/// A message that quotes no more of a cell than a person reads.
fn shortened(mut message: Message) -> Message {
    for (_, arg) in &mut message.args {
        if let crate::engine::text::Arg::Text(text) = arg
            && text.chars().count() > 60
        {
            *text = text.chars().take(59).chain(['…']).collect();
        }
    }
    message
}

/// The reasons by their words in all languages and by their names.
fn reasons() -> BTreeMap<String, Reason> {
    let texts = languages();
    let named = Reason::ALL.into_iter().flat_map(|(reason, name, key)| {
        let words = texts.iter().map(move |texts| (alike(&texts.get(key)), reason));
        words.chain([(alike(name), reason)])
    });
    named.collect()
}
