//! Finding one's way: the sections with their questions, and the review before closing.

use super::command::{self, Command, Place, Typed, Typing};
use super::voice::{Heard, Leave};
use super::{Plain, Turn};
use crate::engine::id::{ArenaIndex, QuestionIx, SectionIx};
use crate::engine::interview::{Failing, Position, Review, Status};
use crate::engine::text::Message;
use crate::session::{Session, said};

impl Plain<'_> {
    /// Shows the sections, or the questions of the one that is named, and goes where it is asked to.
    pub(super) fn sections(&mut self, named: &str) -> Heard<()> {
        let mut asked = named.to_owned();
        loop {
            if asked.is_empty() {
                self.list_sections()?;
                self.voice.ask()?.trim().clone_into(&mut asked);
                if asked.is_empty() {
                    return Ok(());
                }
            }
            let section = asked.parse::<usize>().ok().and_then(|number| self.section(number.checked_sub(1)?));
            if section.is_none() {
                let went = self.jump(&asked)?;
                asked.clear();
                if went {
                    return Ok(());
                }
                continue;
            }
            if let Some(section) = section {
                self.list_questions(section)?;
            }
            self.voice.ask()?.trim().clone_into(&mut asked);
            if asked.is_empty() {
                return Ok(());
            }
        }
    }

    fn section(&self, at: usize) -> Option<SectionIx> {
        let session = self.desk.session.as_ref()?;
        session.interview.questionnaire().sections.indices().nth(at)
    }

    fn list_sections(&mut self) -> Heard<()> {
        let (lang, Some(session)) = (self.lang(), &self.desk.session) else { return Ok(()) };
        let line = |(ix, section): (SectionIx, &crate::engine::questionnaire::Section)| {
            let progress = session.interview.section_progress(ix);
            let key = if progress.asked == 0 { "plain-section-not-asked" } else { "plain-section" };
            let message = Message { key, args: Vec::new() }
                .with("title", section.title.get(lang))
                .with("done", progress.done)
                .with("asked", progress.asked);
            self.said(&message)
        };
        let lines: Vec<String> = session.interview.questionnaire().sections.enumerate().map(line).collect();
        self.tell(&Message::new("tui-sections-title"))?;
        self.number(1, &lines)?;
        self.tell(&Message::new("plain-sections-how"))
    }

    fn list_questions(&mut self, section: SectionIx) -> Heard<()> {
        let (lang, Some(session)) = (self.lang(), &self.desk.session) else { return Ok(()) };
        let questionnaire = session.interview.questionnaire();
        let title = format!("{}. {}", section.to_usize() + 1, questionnaire.sections[section].title.get(lang));
        let lines: Vec<(String, String)> =
            questionnaire.section_questions(section).filter_map(|ix| self.question_line(session, ix)).collect();
        self.voice.text("", &title)?;
        for (number, line) in lines {
            self.voice.text(&format!("{number:>4}  "), &line)?;
        }
        self.tell(&Message::new("plain-questions-how"))
    }

    /// The number of a question, and how it stands.
    fn question_line(&self, session: &Session, ix: QuestionIx) -> Option<(String, String)> {
        let questionnaire = session.interview.questionnaire();
        let (texts, answer) = (&self.desk.texts, session.interview.answer(ix));
        let state = match session.interview.status(ix) {
            Status::Answered => answer.value().map(|value| self.desk.shown(ix, value)).unwrap_or_default(),
            Status::Open => texts.get("legend-open"),
            Status::NotAsked => texts.get("legend-not-asked"),
            Status::DontKnow | Status::Refused | Status::NotApplicable => {
                said::no_answer(texts, answer.response.as_ref()).unwrap_or_default()
            }
        };
        let key = if answer.flagged { "plain-question-line-flagged" } else { "plain-question-line" };
        let label = questionnaire.questions[ix].label.get(self.desk.lang());
        let message = Message { key, args: vec![("question", label.into()), ("state", state.into())] };
        Some((questionnaire.number(ix)?, texts.say(&message)))
    }

    /// Goes to the question of a number such as 2.3, or of a code. Whether it went.
    fn jump(&mut self, typed: &str) -> Heard<bool> {
        let found = self.desk.session.as_ref().and_then(|session| {
            let questionnaire = session.interview.questionnaire();
            let numbered = |ix: &QuestionIx| questionnaire.number(*ix).as_deref() == Some(typed.trim_end_matches('.'));
            questionnaire.questions.indices().find(numbered).or_else(|| questionnaire.find(typed))
        });
        match found {
            Some(ix) if self.desk.go_to(Position::At(ix)) => return Ok(true),
            Some(_) => self.tell(&Message::new("tui-not-asked"))?,
            None => self.tell(&Message::new("plain-no-such-question").with("value", typed))?,
        }
        Ok(false)
    }

    /// The review: what waits, what does not fit, and the way to finish.
    pub(super) fn review(&mut self) -> Heard<Turn> {
        let may_close = self.show_review()?;
        loop {
            let line = self.voice.ask()?;
            match command::read(Place::Review, Typing::Answers, &line) {
                Typed::Command(Command::Finish, _) => {
                    if !may_close {
                        self.tell(&Message::new("plain-cannot-close"))?;
                    } else if self.insist(|desk| desk.set_closed(true))?.is_some() {
                        self.tell(&Message::new("tui-finished"))?;
                        return Ok(Turn::Interview);
                    }
                }
                Typed::Command(command @ (Command::Undo | Command::Redo), _) => {
                    if self.take_back(command)? {
                        return Ok(Turn::Interview);
                    }
                }
                Typed::Command(Command::Sections, named) => {
                    self.sections(named)?;
                    return Ok(Turn::Interview);
                }
                Typed::Command(Command::Profile, _) => return self.results(),
                Typed::Command(Command::Language, named) => {
                    self.language(named)?;
                    self.show_review()?;
                }
                Typed::Command(Command::List, _) => return Ok(Turn::List),
                Typed::Command(Command::Leave, _) => return Err(Leave::Asked),
                Typed::Command(..) => self.help(Place::Review)?,
                Typed::Unknown(letter) => self.unknown(letter)?,
                Typed::Text("") => {
                    self.leave_end();
                    return Ok(Turn::Interview);
                }
                Typed::Text(number) => {
                    if self.jump(number)? {
                        return Ok(Turn::Interview);
                    }
                }
            }
        }
    }

    /// Behind the last question there is only the review: goes back to the last question.
    fn leave_end(&mut self) {
        let last = self.desk.session.as_ref().and_then(|session| match session.interview.position() {
            Position::End => session.interview.previous(),
            Position::At(_) => None,
        });
        if let Some(last) = last {
            self.desk.go_to(Position::At(last));
        }
    }

    /// Shows the review. Whether the assessment may be closed.
    fn show_review(&mut self) -> Heard<bool> {
        let Some(session) = &self.desk.session else { return Ok(false) };
        let review = session.interview.review();
        let groups = self.groups(session, &review);
        let verdict = match (review.may_close(), groups.is_empty()) {
            (true, true) => "plain-review-all-done",
            (true, false) => "review-may-close",
            (false, _) => "review-before-close",
        };
        let how = if review.may_close() { "plain-review-how-close" } else { "plain-review-how" };
        self.voice.blank()?;
        self.tell(&Message::new("tui-review-title"))?;
        self.voice.text("", &self.desk.texts.get(verdict))?;
        for (heading, lines) in groups {
            self.voice.text("", &heading)?;
            lines.iter().try_for_each(|line| self.voice.text("  ", line))?;
        }
        self.voice.text("", &self.desk.texts.get(how))?;
        Ok(review.may_close())
    }

    /// The groups of the review that are not empty, each with its lines.
    fn groups(&self, session: &Session, review: &Review) -> Vec<(String, Vec<String>)> {
        let label = |ix: &QuestionIx| self.label(session, *ix);
        let with_reason = |ix: &QuestionIx| {
            let said = said::no_answer(&self.desk.texts, session.interview.answer(*ix).response.as_ref());
            format!("{} – {}", self.label(session, *ix), said.unwrap_or_default())
        };
        let groups = [
            ("review-required", review.required.iter().map(label).collect::<Vec<_>>()),
            ("review-failing", review.failing.iter().map(|failing| self.failing(session, *failing)).collect()),
            ("review-flagged", review.flagged.iter().map(label).collect()),
            ("review-open", review.open.iter().map(label).collect()),
            ("review-no-answer", review.no_answer.iter().map(with_reason).collect()),
        ];
        let heading =
            |(key, lines): (&str, Vec<String>)| (self.desk.texts.with(key, &[("count", lines.len().into())]), lines);
        groups.into_iter().filter(|(_, lines)| !lines.is_empty()).map(heading).collect()
    }

    fn label(&self, session: &Session, ix: QuestionIx) -> String {
        let questionnaire = session.interview.questionnaire();
        let number = questionnaire.number(ix).unwrap_or_default();
        format!("{number}  {}", questionnaire.questions[ix].label.get(self.desk.lang()))
    }

    fn failing(&self, session: &Session, failing: Failing) -> String {
        let (questionnaire, lang) = (session.interview.questionnaire(), self.desk.lang());
        match failing {
            Failing::Check(check) => {
                let check = &questionnaire.checks[check];
                let read = check.when.questions().iter().filter(|ix| session.interview.is_asked(**ix));
                let numbers: Vec<String> = read.filter_map(|ix| questionnaire.number(*ix)).collect();
                format!("{}  {}", numbers.join(", "), check.message.get(lang))
            }
            Failing::Constraint(ix) => {
                let own = questionnaire.questions[ix].constraint_message.as_ref();
                let why = own.map_or_else(|| self.desk.texts.get("tui-constraint"), |text| text.get(lang).to_owned());
                format!("{} – {why}", self.label(session, ix))
            }
            Failing::NotOffered(ix) => {
                format!("{} – {}", self.label(session, ix), self.desk.texts.get("tui-not-offered"))
            }
        }
    }
}
