//! The work around the open assessment: what is said when it is left, and who is due to be visited again.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Desk;
use crate::engine::interview::Position;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{Access, Summary};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::Message;
use crate::engine::visit::{Ending, Outcome, Stay, Visit, Way, effort};
use crate::i18n::Texts;

/// What is known of the sitting at the open assessment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sitting {
    /// When the question on screen appeared, whatever was changed at it since.
    entered: Timestamp,
    /// How it was reached.
    way: Way,
    /// Whether an answer was changed.
    pub(super) changed: bool,
    /// Whether it was said, or is being asked, how the visit ended.
    asked: bool,
}

impl Sitting {
    /// A sitting that begins.
    pub(super) const fn begun(time: Timestamp) -> Self {
        Self { entered: time, way: Way::Next, changed: false, asked: false }
    }
}

/// Every way to leave an unfinished assessment, with the key of what is said of it.
pub const ENDINGS: [(Outcome, &str); 4] = [
    (Outcome::Partly, "outcome-partly"),
    (Outcome::Postponed, "outcome-postponed"),
    (Outcome::Refused, "outcome-refused"),
    (Outcome::NotFound, "outcome-not-found"),
];

/// The key of the sentence that tells of an outcome.
pub const fn told(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Completed => "outcome-completed",
        Outcome::Partly => "outcome-partly",
        Outcome::Postponed => "outcome-postponed",
        Outcome::Refused => "outcome-refused",
        Outcome::NotFound => "outcome-not-found",
    }
}

/// The day to which the visit to an unfinished assessment was postponed.
pub fn appointment(summary: &Summary) -> Option<Date> {
    let ending = summary.visit.as_ref().map(|visit| &visit.ending).filter(|_| summary.closed.is_none())?;
    ending.until.filter(|_| ending.outcome == Outcome::Postponed)
}

/// Whether the day of a postponed visit has come.
pub fn is_due(summary: &Summary, today: Date) -> bool {
    appointment(summary).is_some_and(|day| day <= today)
}

/// Puts those whose day has come first, the longest due before the others; the rest stays in its order.
pub fn due_first(summaries: &mut [Summary], today: Date) {
    summaries.sort_by_key(|summary| match appointment(summary) {
        Some(day) if day <= today => (false, Some(day)),
        _ => (true, None),
    });
}

/// How an unfinished assessment stands, in a word or two; empty if nothing was said.
pub fn state(texts: &Texts, summary: &Summary, today: Date) -> String {
    let Some(visit) = summary.visit.as_ref().filter(|_| summary.closed.is_none()) else { return String::new() };
    let key = match visit.ending.outcome {
        // Reopened: the visit was completed, the assessment is not.
        Outcome::Completed => return String::new(),
        Outcome::Partly => "outcome-short-partly",
        Outcome::Refused => "outcome-short-refused",
        Outcome::NotFound => "outcome-short-not-found",
        Outcome::Postponed if is_due(summary, today) => "outcome-short-due",
        Outcome::Postponed => "outcome-short-postponed",
    };
    let day = visit.ending.until.map(|day| texts.dated(&day.strftime("%m-%d").to_string())).unwrap_or_default();
    texts.with(key, &[("day", day.into())])
}

/// How a visit ended, with its day and the reason, as it was said.
pub fn ended(texts: &Texts, ending: &Ending) -> String {
    let mut parts = vec![texts.get(told(ending.outcome))];
    parts.extend(ending.until.map(|day| texts.with("outcome-until", &[("day", texts.date(day).into())])));
    parts.extend(
        (!ending.reason.is_empty()).then(|| texts.with("outcome-reason", &[("text", ending.reason.clone().into())])),
    );
    parts.join(" · ")
}

/// One visit in a line: when, how it ended, and who was there.
pub fn told_visit(texts: &Texts, visit: &Visit) -> String {
    let who = if visit.interviewer.is_empty() { &visit.device } else { &visit.interviewer };
    let args = [
        ("date", texts.short_day(visit.ended).into()),
        ("time", texts.clock(visit.ended).into()),
        ("result", ended(texts, &visit.ending).into()),
        ("who", who.clone().into()),
    ];
    texts.with("visit-line", &args)
}

/// The time an assessment took, in all and by section, with changes and jumps back; empty if nothing was recorded.
pub fn effort_of(desk: &Desk, stays: &[Stay], questionnaire: &Questionnaire, changes: usize) -> Vec<Message> {
    let Some(total) = effort(stays) else { return Vec::new() };
    let (texts, lang) = (&desk.texts, desk.lang());
    let time = |ms: u64| {
        let seconds = usize::try_from(ms.saturating_add(500) / 1_000).unwrap_or(usize::MAX);
        texts.with("effort-time", &[("minutes", (seconds / 60).into()), ("seconds", (seconds % 60).into())])
    };
    let all = Message::new("effort-total").with("time", time(total.ms)).with("changes", changes);
    let mut said = vec![all.with("back", total.back)];
    let section_of =
        |stay: &&Stay| questionnaire.find(stay.question.as_str()).map(|ix| questionnaire.questions[ix].section);
    for (ix, section) in questionnaire.sections.enumerate() {
        let here = stays.iter().filter(|stay| section_of(stay) == Some(ix));
        let ms = here.fold(0_u64, |sum, stay| sum.saturating_add(stay.ms));
        if ms > 0 {
            let title = section.title.get(lang).to_owned();
            said.push(Message::new("effort-section").with("title", title).with("time", time(ms)));
        }
    }
    said
}

/// What is missing in what was said of the end of a visit, which ends today.
pub fn unfit(ending: &Ending, today: Date) -> Option<Message> {
    match (ending.outcome, ending.until) {
        (Outcome::Postponed, None) => Some(Message::new("outcome-day-missing")),
        (Outcome::Postponed, Some(day)) if day < today => Some(Message::new("outcome-day-past")),
        (Outcome::Postponed, _) if ending.reason.trim().is_empty() => Some(Message::new("outcome-reason-missing")),
        _ => None,
    }
}

impl Desk {
    /// Whether the interviewer is to say how the visit ended: an unfinished assessment is left that was worked on,
    /// or of which nothing is known yet.
    pub fn outcome_wanted(&self) -> bool {
        let may_say = self.preferences.interviews() && !self.practises() && self.library.access() == Access::Write;
        self.session.as_ref().is_some_and(|session| {
            let worth = session.sitting.changed || session.summary.visit.is_none();
            may_say && worth && !session.sitting.asked && !session.interview.is_closed()
        })
    }

    /// Remembers that it was asked how the visit ended: nobody is asked twice.
    pub fn outcome_asked(&mut self) {
        if let Some(session) = &mut self.session {
            session.sitting.asked = true;
        }
    }

    /// Keeps how the visit ended.
    ///
    /// # Errors
    /// The store's error; nothing is kept.
    pub fn end_visit(&mut self, ending: &Ending) -> Result<(), JournalError> {
        let Some(session) = &mut self.session else { return Ok(()) };
        session.summary.visit = Some(self.library.keep_visit(session.summary.id, ending)?);
        session.sitting.asked = true;
        Ok(())
    }

    /// An interviewer's visit that ends with a closed assessment has been completed.
    pub(super) fn complete_visit(&mut self) {
        if self.preferences.interviews() && !self.practises() {
            // It follows from the assessment's being closed, so a failure loses nothing.
            let _ = self.end_visit(&Ending { outcome: Outcome::Completed, until: None, reason: String::new() });
        }
    }

    /// The place on the screen, to be told to [`Desk::moved`] when another one may be there.
    pub(super) fn whereabouts(&self) -> Option<(Position, Position)> {
        self.session.as_ref().map(|session| (session.interview.position(), session.interview.next()))
    }

    /// Keeps how long the question was on the screen that was there before, if another place is there now.
    pub(super) fn moved(&mut self, before: Option<(Position, Position)>) {
        let (Some((from, next)), Some(session)) = (before, &self.session) else { return };
        let to = session.interview.position();
        if from == to {
            return;
        }
        let way = match (from, to) {
            (_, to) if to == next => Way::Next,
            (Position::At(from), Position::At(to)) if to < from => Way::Back,
            (Position::End, _) => Way::Back,
            _ => Way::Jump,
        };
        self.keep_stay(from);
        let time = self.time();
        if let Some(session) = &mut self.session {
            (session.sitting.entered, session.sitting.way) = (time, way);
        }
    }

    /// Keeps how long the question at a place was on the screen, unless that is not to be recorded.
    pub(super) fn keep_stay(&mut self, at: Position) {
        let (time, lang) = (self.time(), self.lang());
        let keeps = self.preferences.records() && !self.practises() && self.library.access() == Access::Write;
        let Some(session) = self.session.as_ref().filter(|_| keeps) else { return };
        let Position::At(ix) = at else { return };
        let Sitting { entered: since, way, .. } = session.sitting;
        let ms = u64::try_from(time.duration_since(since).as_millis()).unwrap_or(0);
        let question = session.interview.questionnaire().questions[ix].id.clone();
        // Nobody waits for it: what cannot be kept is not worth a message.
        let _ = self.library.keep_stay(session.summary.id, &Stay { since, question, ms, lang, way });
    }
}
