//! The assessments of this machine and the one that is open: opened, answered, closed, left.
//!
//! What every way to hold an interview needs, on a screen or line by line. Knows no terminal and no
//! database: the library is a port.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

use crate::engine::answer::{Answer, Value};
use crate::engine::around::Around;
use crate::engine::benchmark::Reference;
use crate::engine::catalogue::Catalogue;
use crate::engine::id::{AssessmentId, QuestionIx, QuestionnaireId};
use crate::engine::interview::journal::JournalError;
use crate::engine::interview::{Advance, Change, Circumstances, Interview, Position};
use crate::engine::library::{Access, Library, Record, Summary};
use crate::engine::outlook::{Outlook, outlook_with};
use crate::engine::profile::{Profile, profile};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::read as format;
use crate::engine::target::ChosenTarget;
use crate::engine::text::{Lang, Message};
use crate::engine::uncertainty::Options;
use crate::i18n::Texts;
use fieldwork::Sitting;
use live::Live;
use others::Pools;
use place::Place;
use preferences::Preferences;

pub mod everything;
pub mod fieldwork;
pub mod fresh;
mod last;
pub mod live;
pub mod options;
pub mod others;
pub mod place;
pub mod practice;
pub mod preferences;
pub mod said;
pub mod work;

/// What an interview is held with.
pub struct Desk {
    /// The texts of the language shown.
    pub texts: Texts,
    /// All assessments; in a practice interview only that one.
    pub library: Box<dyn Library>,
    /// All assessments, while a practice interview is in their place.
    pub set_aside: Option<Box<dyn Library>>,
    /// Where they are kept.
    pub place: Place,
    /// How this machine is used.
    pub preferences: Preferences,
    /// The questionnaires a new assessment can use; the first is the default.
    pub shelf: Vec<Arc<Questionnaire>>,
    /// Whom advice may name; nobody, if empty.
    pub catalogue: Arc<Catalogue>,
    /// Published tables that results are held against, by questionnaire.
    pub references: Vec<(QuestionnaireId, Arc<Reference>)>,
    /// The finished assessments, as far as they were read.
    pub pools: Pools,
    /// The assessment that is open.
    pub session: Option<Session>,
    /// The clock.
    pub clock: Box<dyn Fn() -> Zoned>,
    /// Assessments closed in this sitting, for the summary printed on leaving.
    pub finished: Vec<AssessmentId>,
    /// Writes the computed profile of an assessment that is closed, as it is kept with it.
    pub result: ResultOf,
}

/// From an interview, what is stored of it and what stands around it to its computed profile, made at that moment.
pub type ResultOf = fn(&Interview, &Record, Timestamp, Around) -> String;

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("texts", &self.texts).field("session", &self.session).finish_non_exhaustive()
    }
}

/// The assessment that is open.
#[derive(Debug)]
pub struct Session {
    /// What the list shows of it.
    pub summary: Summary,
    /// The interview.
    pub interview: Interview,
    /// The assessment that it continues, if it does and that one can be read.
    pub before: Option<Box<Read>>,
    /// The target that was chosen, if any.
    pub target: Option<ChosenTarget>,
    /// What was typed but is not an answer yet.
    pub drafts: BTreeMap<QuestionIx, String>,
    /// Answers tried in the sandbox in this sitting; never stored.
    pub tried: BTreeMap<QuestionIx, Answer>,
    /// The profile as it stands, if somebody follows it.
    pub live: Option<Live>,
    /// When the last change was kept.
    pub saved: Timestamp,
    /// When the question on screen appeared.
    shown_since: Timestamp,
    /// What is known of this sitting.
    sitting: Sitting,
}

/// An assessment as it was stored, and as an interview.
#[derive(Debug)]
pub struct Read {
    /// As it was stored.
    pub record: Record,
    /// As an interview at its first question.
    pub interview: Interview,
}

impl Desk {
    /// The language shown.
    pub const fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// The moment.
    pub fn time(&self) -> Timestamp {
        (self.clock)().timestamp()
    }

    /// The day.
    pub fn today(&self) -> Date {
        (self.clock)().date()
    }

    /// Turns to another language without losing the place, and remembers it.
    pub fn set_lang(&mut self, lang: Lang) {
        self.texts = Texts::new(lang, (self.clock)().time_zone().clone());
        self.keep_setting("lang", lang.tag());
    }

    /// A setting that cannot be kept is not worth a message: it only has to be chosen again.
    pub fn keep_setting(&mut self, name: &str, value: &str) {
        let library = self.real_library();
        if library.access() == Access::Write {
            let _ = library.keep_setting(name, value);
        }
    }

    /// Opens an assessment at the place where it was left.
    ///
    /// # Errors
    /// The store's error, or what does not fit in the stored assessment.
    pub fn open(&mut self, id: AssessmentId) -> Result<(), JournalError> {
        let Read { record, mut interview } = self.read(id)?;
        if let Some(ix) = record.position.as_ref().and_then(|id| interview.questionnaire().find(id.as_str())) {
            interview.go_to(ix);
        } else if !record.events.is_empty() {
            interview.go_to_end();
        }
        let find = |id: &crate::engine::id::QuestionId| interview.questionnaire().find(id.as_str());
        let drafts = record.drafts.iter().filter_map(|(id, text)| Some((find(id)?, text.clone()))).collect();
        let time = self.time();
        // What was said last time is a help; without it the interview goes on.
        let before = record.summary.previous.and_then(|id| self.read(id).ok()).map(Box::new);
        self.session = Some(Session {
            before,
            saved: record.summary.changed,
            summary: record.summary,
            target: record.target,
            interview,
            drafts,
            tried: BTreeMap::new(),
            live: None,
            shown_since: time,
            sitting: Sitting::begun(time),
        });
        Ok(())
    }

    /// Reads an assessment without opening it.
    ///
    /// # Errors
    /// The store's error, or what does not fit in the stored assessment.
    pub fn read(&self, id: AssessmentId) -> Result<Read, JournalError> {
        let record = self.library.open(id)?;
        let damaged = |cause: String| JournalError { message: Message::new("tui-damaged-assessment"), cause };
        let questionnaire =
            self.questionnaire(&record.questionnaire_text).ok_or_else(|| damaged("questionnaire".into()))?;
        let now = (self.clock)();
        let interview = Interview::replay(questionnaire, record.summary.form, now, &record.events)
            .map_err(|error| damaged(error.to_string()))?;
        Ok(Read { record, interview })
    }

    /// The questionnaire of that text: from the shelf, or read anew.
    fn questionnaire(&self, text: &str) -> Option<Arc<Questionnaire>> {
        let known = self.shelf.iter().find(|questionnaire| &*questionnaire.text == text);
        known.cloned().or_else(|| format::read(text).ok().map(|(questionnaire, _)| Arc::new(questionnaire)))
    }

    /// Leaves the open assessment; everything is kept, but for a practice interview, of which nothing is. True
    /// if it was one.
    pub fn close_session(&mut self) -> bool {
        self.keep_progress();
        if let Some((at, _)) = self.whereabouts() {
            self.keep_stay(at);
        }
        self.session = None;
        self.end_practice()
    }

    /// Keeps a change and moves on. Returns what is to be said of the questions that it opened or closed.
    ///
    /// # Errors
    /// The store's error; nothing has changed.
    pub fn commit(&mut self, change: Change, advance: Advance) -> Result<Option<Message>, JournalError> {
        let (time, lang, records) = (self.time(), self.lang(), self.preferences.records());
        let before = self.whereabouts();
        let Some(session) = &mut self.session else { return Ok(None) };
        let question = change.question();
        let (opens, closes) = (change.opens().len(), change.closes().len());
        let shown = time.duration_since(session.shown_since).as_millis();
        let shown_ms = if records { u64::try_from(shown).unwrap_or(0) } else { 0 };
        let circumstances = Circumstances { lang, shown_ms, advance };
        let mut journal = self.library.journal(session.summary.id);
        let event = session.interview.commit(change, circumstances, journal.as_mut())?;
        drop(journal);
        session.saved = event.time;
        session.shown_since = time;
        session.sitting.changed = true;
        session.drafts.remove(&question);
        self.moved(before);
        Ok(routing_notice(opens, closes))
    }

    /// Keeps what was typed, without making it an answer. Nothing happens if it is kept already.
    ///
    /// # Errors
    /// The store's error.
    pub fn keep_draft(&mut self, question: QuestionIx, draft: Option<&str>) -> Result<(), JournalError> {
        let Some(session) = &mut self.session else { return Ok(()) };
        if session.drafts.get(&question).map(String::as_str) == draft {
            return Ok(());
        }
        let id = session.interview.questionnaire().questions[question].id.clone();
        self.library.journal(session.summary.id).keep_draft(&id, draft)?;
        match draft {
            Some(text) => session.drafts.insert(question, text.to_owned()),
            None => session.drafts.remove(&question),
        };
        Ok(())
    }

    /// Goes to a place of the interview and remembers it. False if it is not asked.
    pub fn go_to(&mut self, position: Position) -> bool {
        let time = self.time();
        let before = self.whereabouts();
        let Some(session) = &mut self.session else { return false };
        let moved = match position {
            Position::At(ix) => session.interview.go_to(ix),
            Position::End => {
                session.interview.go_to_end();
                true
            }
        };
        session.shown_since = time;
        if moved && self.library.access() == Access::Write {
            let id = session.interview.position_id(position);
            // The place is a convenience: if it cannot be kept, the next answer says so.
            let _ = self.library.journal(session.summary.id).keep_position(id.as_ref());
        }
        self.moved(before);
        moved
    }

    /// Closes the open assessment, or opens it again.
    ///
    /// # Errors
    /// The store's error; nothing has changed.
    pub fn set_closed(&mut self, closed: bool) -> Result<(), JournalError> {
        let lang = self.lang();
        let Some(session) = &mut self.session else { return Ok(()) };
        let mut journal = self.library.journal(session.summary.id);
        let event = session.interview.set_closed(closed, lang, journal.as_mut())?;
        drop(journal);
        session.saved = event.time;
        session.summary.closed = closed.then_some(event.time);
        if closed && self.set_aside.is_none() {
            self.finished.push(session.summary.id);
            self.keep_result();
            self.complete_visit();
        }
        self.keep_progress();
        Ok(())
    }

    /// Keeps the target of the open assessment, or with `None` forgets it.
    ///
    /// # Errors
    /// The store's error; nothing has changed.
    pub fn set_target(&mut self, target: Option<ChosenTarget>) -> Result<(), JournalError> {
        let Some(session) = &mut self.session else { return Ok(()) };
        self.library.keep_target(session.summary.id, target.as_ref())?;
        session.target = target;
        if session.interview.is_closed() {
            self.keep_result();
        }
        Ok(())
    }

    /// Keeps the progress that the list shows; it is derived, so a failure loses nothing.
    fn keep_progress(&mut self) {
        if let (Some(session), Access::Write) = (&self.session, self.library.access()) {
            let _ = self.library.keep_progress(session.summary.id, session.interview.progress());
        }
    }

    /// Keeps the computed profile; it is derived as well, and can be computed again.
    fn keep_result(&mut self) {
        let (time, around) = (self.time(), self.around());
        let Some(session) = &self.session else { return };
        if let Ok(record) = self.library.open(session.summary.id) {
            let result = (self.result)(&session.interview, &record, time, around);
            let _ = self.library.keep_result(session.summary.id, &result);
        }
    }

    /// The profile of the open assessment as it stands.
    pub fn profile(&self) -> Option<Profile> {
        self.session.as_ref().map(|session| profile(&session.interview))
    }

    /// How sure the profile of the open assessment is by so many draws, and the way up from it.
    pub fn outlook(&self, profile: &Profile, draws: usize) -> Option<Outlook> {
        let options = Options::default().drawing(draws).on_every_core();
        self.session.as_ref().map(|session| outlook_with(&session.interview, profile, &options))
    }

    /// A value as a person reads it.
    pub fn shown(&self, question: QuestionIx, value: &Value) -> String {
        let Some(session) = &self.session else { return value.to_string() };
        let question = &session.interview.questionnaire().questions[question];
        crate::engine::answer::shown(question, value, self.lang(), |number| self.texts.exact(number))
    }
}

fn routing_notice(opens: usize, closes: usize) -> Option<Message> {
    match (opens, closes) {
        (0, 0) => None,
        (opens, 0) => Some(Message::new("tui-questions-opened").with("count", opens)),
        (0, closes) => Some(Message::new("tui-questions-closed").with("count", closes)),
        (opens, closes) => Some(Message::new("tui-questions-changed").with("opened", opens).with("closed", closes)),
    }
}
