//! The history of an assessment: who changed what and when; from there, how everything stood after any change.

use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, profile};
use crate::engine::answer::{Answer, shown};
use crate::engine::id::{AssessmentId, QuestionId, QuestionIx};
use crate::engine::interview::journal::{AnswerChange, Event, EventAction};
use crate::engine::library::Summary;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::{Message, Needle};
use crate::engine::visit::Visit;
use crate::session::Read;
use crate::session::fieldwork::{effort_of, told_visit};
use crate::session::said::no_answer;
use crate::tui::actions::{Action, Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::fit;

mod past;

/// The journal of one assessment.
#[derive(Debug)]
pub struct History {
    subject: Rc<Subject>,
    /// The place among the visible changes.
    cursor: usize,
    /// What questions are searched for; `None` while nothing is typed.
    filter: Option<String>,
    /// The only question whose changes are listed.
    only: Option<QuestionId>,
}

/// What the history is of.
#[derive(Debug)]
struct Subject {
    summary: Summary,
    questionnaire: Arc<Questionnaire>,
    events: Vec<Event>,
    visits: Vec<Visit>,
    /// What is said of the time it took.
    effort: Vec<Message>,
}

/// The effects that show the history of an assessment, the last change under the cursor.
pub fn open(ctx: &mut Ctx, id: AssessmentId) -> Vec<Effect> {
    let Read { record, interview } = match ctx.read(id) {
        Ok(read) => read,
        Err(error) => return trouble::open(ctx, error, Retry::No),
    };
    let questionnaire = Arc::clone(interview.questionnaire());
    // What surrounds the answers is no reason to keep them from being read.
    let visits = ctx.library.visits(id).unwrap_or_default();
    let stays = ctx.library.stays(id).unwrap_or_default();
    let effort = effort_of(ctx, &stays, &questionnaire, record.events.len());
    let subject = Subject { summary: record.summary, questionnaire, events: record.events, visits, effort };
    let cursor = subject.events.len();
    vec![Effect::Push(Box::new(History { subject: Rc::new(subject), cursor, filter: None, only: None }))]
}

/// The history of the assessment that is open.
pub fn open_session(ctx: &mut Ctx) -> Vec<Effect> {
    let id = ctx.session.as_ref().map(|session| session.summary.id);
    id.map(|id| open(ctx, id)).unwrap_or_default()
}

impl Subject {
    /// The event after which so many have happened; `None` is the beginning.
    fn event(&self, count: usize) -> Option<&Event> {
        self.events.get(count.checked_sub(1)?)
    }

    /// "2.3 How do you search…", or the id of a question that the questionnaire does not have.
    fn heading(&self, ctx: &Ctx, change: &AnswerChange) -> String {
        let Some(ix) = self.questionnaire.find(change.question.as_str()) else { return change.question.to_string() };
        let number = self.questionnaire.number(ix).map_or_else(String::new, |number| format!("{number} "));
        format!("{number}{}", self.questionnaire.questions[ix].label.get(ctx.lang()))
    }

    /// What a response was, as a person reads it.
    fn said(&self, ctx: &Ctx, ix: Option<QuestionIx>, answer: &Answer) -> String {
        match (answer.value(), ix) {
            (Some(value), Some(ix)) => {
                let question = &self.questionnaire.questions[ix];
                shown(question, value, ctx.lang(), |number| ctx.texts.exact(number))
            }
            (Some(value), None) => value.to_string(),
            (None, _) => {
                no_answer(&ctx.texts, answer.response.as_ref()).unwrap_or_else(|| ctx.texts.get("legend-open"))
            }
        }
    }

    /// What became of an answer, and of what surrounds it.
    fn became(&self, ctx: &Ctx, change: &AnswerChange) -> String {
        let AnswerChange { question, old, new } = change;
        let ix = self.questionnaire.find(question.as_str());
        let mut parts = Vec::new();
        if old.response != new.response {
            let (from, to) = (self.said(ctx, ix, old), self.said(ctx, ix, new));
            parts.push(format!("{from} {} {to}", ctx.glyph(Glyph::Becomes)));
        }
        for (key, before, after) in
            [("tui-comment", &old.comment, &new.comment), ("tui-evidence", &old.evidence, &new.evidence)]
        {
            if before != after {
                parts.push(ctx.texts.with(key, &[("text", after.replace('\n', " ").into())]));
            }
        }
        if old.confidence != new.confidence {
            parts.push(ctx.texts.get("cli-event-confidence"));
        }
        if old.flagged != new.flagged {
            parts.push(ctx.texts.get(if new.flagged { "cli-event-flagged" } else { "cli-event-unflagged" }));
        }
        parts.join("; ")
    }

    /// What happened, in one line.
    fn happened(&self, ctx: &Ctx, event: &Event) -> String {
        let told = |key, change| ctx.texts.with(key, &[("text", self.became(ctx, change).into())]);
        match &event.action {
            EventAction::Answer(change) => self.became(ctx, change),
            EventAction::Undo { change, .. } => told("cli-event-undo", change),
            EventAction::Redo { change, .. } => told("cli-event-redo", change),
            EventAction::Close => ctx.texts.get("cli-event-close"),
            EventAction::Reopen => ctx.texts.get("cli-event-reopen"),
        }
    }
}

/// Day and time.
fn moment(ctx: &Ctx, time: Timestamp) -> String {
    format!("{} {}", ctx.texts.short_day(time), ctx.texts.clock(time))
}

/// Who made a change: the interviewer, or the machine in a self-assessment; empty if neither is known.
fn who(event: &Event) -> &str {
    if event.interviewer.is_empty() { &event.device } else { &event.interviewer }
}

impl History {
    /// The numbers of changes that are listed; 0 is the beginning.
    fn visible(&self, ctx: &Ctx) -> Vec<usize> {
        let needle = Needle::new(self.filter.as_deref().unwrap_or_default());
        let subject = &self.subject;
        let fits = |count: &usize| {
            let change = subject.event(*count).and_then(|event| event.action.change());
            match (&self.only, change) {
                (Some(only), change) => change.is_some_and(|change| change.question == *only),
                (None, _) if needle.is_empty() => true,
                (None, Some(change)) => {
                    let found = |text: &str| needle.find_in(text).is_some();
                    found(change.question.as_str()) || found(&subject.heading(ctx, change))
                }
                (None, None) => false,
            }
        };
        (0..=subject.events.len()).filter(fits).collect()
    }

    fn selected(&self, ctx: &Ctx) -> Option<usize> {
        self.visible(ctx).get(self.cursor).copied()
    }

    /// Lists only the changes of the question under the cursor, or all again; the cursor stays at its change.
    fn toggle_only(&mut self, ctx: &mut Ctx) {
        let Some(selected) = self.selected(ctx) else { return };
        let change = self.subject.event(selected).and_then(|event| event.action.change());
        self.only = match (&self.only, change) {
            (None, Some(change)) => Some(change.question.clone()),
            (None, None) => {
                ctx.say(Message::new("history-no-question"));
                None
            }
            (Some(_), _) => None,
        };
        self.filter = None;
        self.cursor = self.visible(ctx).iter().position(|count| *count == selected).unwrap_or_default();
    }

    /// Types into the search. False if the key is none of it.
    fn type_filter(&mut self, key: Key) -> bool {
        let Some(filter) = &mut self.filter else { return false };
        match key.code {
            KeyCode::Backspace if filter.is_empty() => self.filter = None,
            KeyCode::Backspace => drop(filter.pop()),
            KeyCode::Char(c) if !key.ctrl && !key.alt => filter.push(c),
            _ => return false,
        }
        self.cursor = 0;
        true
    }

    fn body(&self, ctx: &Ctx, width: u16) -> Body {
        let mut body = Body::new();
        if let Some(filter) = &self.filter {
            let text = ctx.texts.with("tui-searching", &[("text", filter.clone().into())]);
            body.text("   ", &text, ctx.theme.style(Role::Attention), width);
        }
        for said in self.subject.effort.iter().filter(|_| self.filter.is_none() && self.only.is_none()) {
            body.text("   ", &ctx.texts.say(said), ctx.theme.style(Role::Quiet), width);
        }
        for visit in self.subject.visits.iter().filter(|_| self.filter.is_none() && self.only.is_none()) {
            body.text("   ", &told_visit(&ctx.texts, visit), ctx.theme.style(Role::Text), width);
        }
        let visible = self.visible(ctx);
        if visible.is_empty() {
            body.text("   ", &ctx.texts.get("tui-nothing-found"), ctx.theme.style(Role::Quiet), width);
        }
        for (at, count) in visible.into_iter().enumerate() {
            let here = at == self.cursor;
            let add = |body: &mut Body| self.lines(ctx, count, here, width, body);
            if here { body.focused(add) } else { add(&mut body) }
        }
        body
    }

    /// When, of which question and by whom; beneath it what became of the answer.
    fn lines(&self, ctx: &Ctx, count: usize, here: bool, width: u16, body: &mut Body) {
        let (subject, event) = (&self.subject, self.subject.event(count));
        let time = event.map_or(subject.summary.created, |event| event.time);
        let change = event.and_then(|event| event.action.change());
        let about = change.map(|change| subject.heading(ctx, change)).unwrap_or_default();
        let what = event.map_or_else(
            || ctx.texts.with("cli-event-begun", &[("enterprise", subject.summary.enterprise.clone().into())]),
            |event| subject.happened(ctx, event),
        );
        let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
        let head = format!("{count:>4}  {}  ", moment(ctx, time));
        let (room, taken) = (usize::from(width).saturating_sub(4), head.chars().count());
        let look = ctx.theme.style(if here { Role::Selected } else { Role::Text });
        let text = if about.is_empty() { what.clone() } else { about.clone() };
        let title = fit(&text, room.saturating_sub(taken));
        let quiet = ctx.theme.style(Role::Quiet);
        body.line(Line::from(vec![
            Span::raw(format!(" {cursor} ")),
            Span::styled(head, quiet),
            Span::styled(title, look),
        ]));
        let by = event.map(who).unwrap_or_default();
        let parts = [if about.is_empty() { String::new() } else { what }, by.to_owned()];
        let second = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        if !second.is_empty() {
            body.text("         ", &second, quiet, width);
        }
    }
}

impl Screen for History {
    fn scope(&self) -> Scope {
        Scope::History
    }

    fn typing(&self, _: &Ctx) -> Typing {
        if self.filter.is_some() { Typing::Text } else { Typing::Commands }
    }

    fn act(&mut self, _: &mut Ctx, action: Action) -> Vec<Effect> {
        if action == Action::Find {
            (self.filter, self.only, self.cursor) = (Some(String::new()), None, 0);
        }
        Vec::new()
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        if self.type_filter(key) {
            return Vec::new();
        }
        match key.code {
            KeyCode::Esc if self.filter.is_some() || self.only.is_some() => {
                let selected = self.selected(ctx).unwrap_or_default();
                (self.filter, self.only, self.cursor) = (None, None, selected);
            }
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter => {
                let selected = self.selected(ctx);
                return selected.map(|count| past::open(ctx, &self.subject, count)).unwrap_or_default();
            }
            KeyCode::Char(' ') => self.toggle_only(ctx),
            code => self.cursor = profile::moved(code, self.cursor, self.visible(ctx).len()),
        }
        Vec::new()
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        let only = if self.only.is_some() { "history-hint-all" } else { "history-hint-only" };
        vec![
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "Enter", label: "history-hint-then" },
            Hint { keys: "Space", label: only },
            Hint { keys: "Esc", label: "hint-back" },
        ]
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let left = format!("{} › {}", self.subject.summary.enterprise, ctx.texts.get("history-title"));
        let count = ctx.texts.with("history-count", &[("count", self.subject.events.len().into())]);
        let right = format!("{count} · {}", profile::corner(ctx));
        let space = surround::draw(ctx, self, &left, &right, frame, area);
        self.body(ctx, space.width).draw(ctx, 0, frame, space);
    }
}

#[cfg(test)]
mod tests;
