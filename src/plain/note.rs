//! What surrounds an answer: comment, evidence, confidence, flag; the reason for none; what was taken back.

use super::Plain;
use super::command::Command;
use super::voice::Heard;
use crate::engine::answer::{Answer, Confidence, Response};
use crate::engine::id::QuestionIx;
use crate::engine::interview::{Advance, Position};
use crate::engine::text::Message;
use crate::session::said::confidence_key;

/// What is typed to take a comment or evidence away.
const NOTHING: &str = "-";

const LEVELS: [Option<Confidence>; 4] = [Some(Confidence::High), Some(Confidence::Medium), Some(Confidence::Low), None];

impl Plain<'_> {
    fn at(&self, at: QuestionIx) -> Answer {
        self.desk.session.as_ref().map(|session| session.interview.answer(at).clone()).unwrap_or_default()
    }

    /// A comment: typed behind the command, or asked for.
    pub(super) fn note(&mut self, at: QuestionIx, typed: &str) -> Heard<()> {
        let answer = self.at(at);
        let comment =
            if typed.is_empty() { self.asked("plain-ask-comment", &answer.comment)? } else { Some(typed.to_owned()) };
        let Some(comment) = comment else { return Ok(()) };
        self.keep(at, &Answer { comment, ..answer }, Advance::Stay, &Message::new("plain-saved")).map(drop)
    }

    /// Asks for a text in place of the one that is kept; `None` leaves it.
    fn asked(&mut self, key: &'static str, kept: &str) -> Heard<Option<String>> {
        if !kept.is_empty() {
            self.tell(&Message::new("plain-kept-so-far").with("text", kept))?;
        }
        self.tell(&Message { key, args: Vec::new() })?;
        let typed = self.voice.ask()?;
        Ok(match typed.trim() {
            "" => None,
            NOTHING => Some(String::new()),
            text => Some(text.to_owned()),
        })
    }

    /// Evidence and confidence, kept as one change.
    pub(super) fn evidence(&mut self, at: QuestionIx) -> Heard<()> {
        let answer = self.at(at);
        let evidence = self.asked("plain-ask-evidence", &answer.evidence)?;
        self.tell(&Message::new("note-confidence"))?;
        let levels = LEVELS.map(|level| self.desk.texts.get(level.map_or("confidence-none", confidence_key)));
        self.number(1, &levels)?;
        self.tell(&Message::new("plain-pick-or-stay"))?;
        let picked = self.pick(levels.len())?.and_then(|number| LEVELS.get(number - 1)).copied();
        let new = Answer {
            evidence: evidence.unwrap_or_else(|| answer.evidence.clone()),
            confidence: picked.unwrap_or(answer.confidence),
            ..answer
        };
        self.keep(at, &new, Advance::Stay, &Message::new("plain-saved")).map(drop)
    }

    pub(super) fn flag(&mut self, at: QuestionIx) -> Heard<()> {
        let answer = self.at(at);
        let flagged = !answer.flagged;
        let message = Message::new(if flagged { "plain-flagged" } else { "plain-unflagged" });
        self.keep(at, &Answer { flagged, ..answer }, Advance::Stay, &message).map(drop)
    }

    /// A reason for no answer. Whether the interview went on.
    pub(super) fn no_answer(&mut self, at: QuestionIx, typed: &str) -> Heard<bool> {
        let reasons = ["answer-dont-know", "answer-refused", "answer-not-applicable-reason", "answer-clear"];
        let lines = reasons.map(|key| self.desk.texts.get(key));
        let number = if let Some(number) = typed.parse().ok().filter(|number| (1..=lines.len()).contains(number)) {
            Some(number)
        } else {
            self.tell(&Message::new("dialog-no-answer"))?;
            self.number(1, &lines)?;
            self.pick(lines.len())?
        };
        let response = match number {
            Some(1) => Some(Response::DontKnow),
            Some(2) => Some(Response::Refused),
            Some(3) => match self.reason()? {
                Some(reason) => Some(Response::NotApplicable { reason }),
                None => return Ok(false),
            },
            Some(_) => None,
            None => return Ok(false),
        };
        let advance = if response.is_some() { Advance::Next } else { Advance::Stay };
        let shown = crate::session::said::no_answer(&self.desk.texts, response.as_ref());
        let message = match shown {
            Some(text) => Message::new("plain-saved-value").with("value", text),
            None => Message::new("plain-answer-cleared"),
        };
        let answer = self.at(at).responding(response);
        Ok(self.keep(at, &answer, advance, &message)? && advance == Advance::Next)
    }

    fn reason(&mut self) -> Heard<Option<String>> {
        self.tell(&Message::new("dialog-reason"))?;
        let reason = self.voice.ask()?.trim().to_owned();
        if reason.is_empty() {
            self.tell(&Message::new("tui-reason-missing"))?;
            return Ok(None);
        }
        Ok(Some(reason))
    }

    /// Takes back the last change, or makes it again, and goes to its question. Whether it went.
    pub(super) fn take_back(&mut self, command: Command) -> Heard<bool> {
        let undo = command == Command::Undo;
        loop {
            let Some(session) = &self.desk.session else { return Ok(false) };
            let change = if undo { session.interview.undo() } else { session.interview.redo() };
            let Some(change) = change else {
                self.tell(&Message::new(if undo { "tui-nothing-to-undo" } else { "tui-nothing-to-redo" }))?;
                return Ok(false);
            };
            let question = change.question();
            match self.desk.commit(change, Advance::Stay) {
                Ok(notice) => {
                    self.desk.go_to(Position::At(question));
                    self.tell(&Message::new(if undo { "tui-undone" } else { "tui-redone" }))?;
                    notice.map_or(Ok(()), |message| self.tell(&message))?;
                    return Ok(true);
                }
                Err(error) if self.trouble(&error)? => {}
                Err(_) => return Ok(false),
            }
        }
    }
}
