//! The review before closing: what waits, what does not fit, what may stay as it is.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, history, profile, question, sections};
use crate::engine::id::QuestionIx;
use crate::engine::interview::{Failing, Review};
use crate::engine::text::Message;
use crate::session::said;
use crate::tui::actions::{Action, Scope};
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::fit;

/// The review.
#[derive(Debug)]
pub struct ReviewScreen {
    review: Review,
    rows: Vec<Row>,
    cursor: usize,
}

/// A line that leads somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Question(Group, QuestionIx),
    Failing(Failing),
}

/// The groups of the review, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Required,
    Flagged,
    Open,
    NoAnswer,
}

/// The effects that show the review.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    ReviewScreen::new(ctx).map(|screen| vec![Effect::Push(Box::new(screen))]).unwrap_or_default()
}

/// Opens a closed assessment again.
pub fn reopen(ctx: &mut Ctx) -> Vec<Effect> {
    match ctx.set_closed(false) {
        Ok(()) => {
            ctx.say(Message::new("tui-reopened"));
            question::open(ctx)
        }
        Err(error) => trouble::open(ctx, error, Retry::No),
    }
}

/// Why an action of an open assessment cannot be done now.
pub fn disabled(ctx: &Ctx, action: Action) -> Option<Message> {
    let closed = ctx.session.as_ref().is_some_and(|session| session.interview.is_closed());
    match action {
        Action::Undo | Action::Redo if closed => Some(Message::new("tui-closed")),
        Action::Finish if closed => Some(Message::new("tui-closed-already")),
        Action::Reopen if !closed => Some(Message::new("tui-not-closed")),
        _ => None,
    }
}

impl ReviewScreen {
    fn new(ctx: &Ctx) -> Option<Self> {
        let review = ctx.session.as_ref()?.interview.review();
        let group =
            |group, list: &[QuestionIx]| list.iter().map(move |ix| Row::Question(group, *ix)).collect::<Vec<_>>();
        let mut rows = group(Group::Required, &review.required);
        rows.extend(review.failing.iter().copied().map(Row::Failing));
        rows.extend(group(Group::Flagged, &review.flagged));
        rows.extend(group(Group::Open, &review.open));
        rows.extend(group(Group::NoAnswer, &review.no_answer));
        Some(Self { review, rows, cursor: 0 })
    }

    fn fix(&self, ctx: &mut Ctx) -> Vec<Effect> {
        let target = match self.rows.get(self.cursor) {
            Some(Row::Question(_, ix) | Row::Failing(Failing::Constraint(ix) | Failing::NotOffered(ix))) => Some(*ix),
            Some(Row::Failing(Failing::Check(check))) => ctx.session.as_ref().and_then(|session| {
                let read = session.interview.questionnaire().checks[*check].when.questions();
                read.iter().rev().copied().find(|ix| session.interview.is_asked(*ix))
            }),
            None => None,
        };
        target.map(|ix| question::jump(ctx, ix)).unwrap_or_default()
    }

    fn finish(&self, ctx: &mut Ctx) -> Vec<Effect> {
        if !self.review.may_close() {
            ctx.warn(Message::new("tui-cannot-close"));
            return Vec::new();
        }
        match ctx.set_closed(true) {
            Ok(()) => {
                ctx.say(Message::new("tui-finished"));
                let mut effects = vec![Effect::Pop];
                effects.extend(profile::open(ctx));
                effects
            }
            Err(error) => trouble::open(ctx, error, Retry::No),
        }
    }
}

impl Screen for ReviewScreen {
    fn scope(&self) -> Scope {
        Scope::Review
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Finish => self.finish(ctx),
            Action::Sections => sections::open(ctx),
            Action::Profile => profile::open(ctx),
            Action::History => history::open_session(ctx),
            Action::Assessments => vec![Effect::Home],
            Action::Undo | Action::Redo => question::take_back(ctx, action),
            Action::Reopen => reopen(ctx),
            _ => Vec::new(),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let last = self.rows.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter | KeyCode::Char(' ') => return self.fix(ctx),
            KeyCode::Up | KeyCode::Char('k') => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down | KeyCode::Char('j') => self.cursor = (self.cursor + 1).min(last),
            KeyCode::PageUp | KeyCode::Home => self.cursor = 0,
            KeyCode::PageDown | KeyCode::End => self.cursor = last,
            _ => {}
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        disabled(ctx, action)
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        vec![
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "Enter", label: "hint-fix" },
            Hint { keys: "Esc", label: "hint-back" },
        ]
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        if let Some(fresh) = Self::new(ctx) {
            *self = Self { cursor: self.cursor.min(fresh.rows.len().saturating_sub(1)), ..fresh };
        }
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let left = format!("{} › {}", session.summary.enterprise, ctx.texts.get("tui-review-title"));
        let right = question::view_progress(ctx, session, area.width);
        let space = surround::draw(ctx, self, &left, &right, frame, area);
        let mut body = Body::new();
        body.blank();
        self.verdict(&mut body, ctx, session, area.width);
        for (at, row) in self.rows.iter().enumerate() {
            self.heading(&mut body, ctx, at, area.width);
            self.row(&mut body, ctx, session, at, *row, area.width);
        }
        body.draw(ctx, 0, frame, space);
    }
}

impl ReviewScreen {
    fn verdict(&self, body: &mut Body, ctx: &Ctx, session: &Session, width: u16) {
        let key = match (session.interview.is_closed(), self.review.may_close(), self.rows.is_empty()) {
            (true, _, _) => "review-closed",
            (_, true, true) => "review-all-done",
            (_, true, false) => "review-may-close",
            (_, false, _) => "review-before-close",
        };
        body.text("  ", &ctx.texts.get(key), ctx.theme.style(Role::Title), width);
    }

    fn heading(&self, body: &mut Body, ctx: &Ctx, at: usize, width: u16) {
        let kind = |row: &Row| match row {
            Row::Question(Group::Required, _) => (0, Glyph::Problem, Role::Problem, "review-required"),
            Row::Failing(_) => (1, Glyph::Warning, Role::Attention, "review-failing"),
            Row::Question(Group::Flagged, _) => (2, Glyph::Flag, Role::Attention, "review-flagged"),
            Row::Question(Group::Open, _) => (3, Glyph::Open, Role::Text, "review-open"),
            Row::Question(Group::NoAnswer, _) => (4, Glyph::NoAnswer, Role::Text, "review-no-answer"),
        };
        let Some(row) = self.rows.get(at) else { return };
        let before = at.checked_sub(1).and_then(|before| self.rows.get(before)).map(|row| kind(row).0);
        let (order, glyph, role, key) = kind(row);
        if before != Some(order) {
            let count = self.rows.iter().filter(|row| kind(row).0 == order).count();
            let text = ctx.texts.with(key, &[("count", count.into())]);
            body.blank();
            body.text(&format!("  {} ", ctx.glyph(glyph)), &text, ctx.theme.style(role), width);
        }
    }

    fn row(&self, body: &mut Body, ctx: &Ctx, session: &Session, at: usize, row: Row, width: u16) {
        let questionnaire = session.interview.questionnaire();
        let label = |ix: QuestionIx| {
            let number = questionnaire.number(ix).unwrap_or_default();
            format!("{number}  {}", questionnaire.questions[ix].label.get(ctx.lang()))
        };
        let text = match row {
            Row::Question(Group::NoAnswer, ix) => {
                let said =
                    said::no_answer(&ctx.texts, session.interview.answer(ix).response.as_ref()).unwrap_or_default();
                format!("{} – {said}", label(ix))
            }
            Row::Question(_, ix) => label(ix),
            Row::Failing(Failing::Check(check)) => questionnaire.checks[check].message.get(ctx.lang()).to_owned(),
            Row::Failing(Failing::Constraint(ix)) => {
                let message = questionnaire.questions[ix].constraint_message.as_ref();
                let why =
                    message.map_or_else(|| ctx.texts.get("tui-constraint"), |text| text.get(ctx.lang()).to_owned());
                format!("{} – {why}", label(ix))
            }
            Row::Failing(Failing::NotOffered(ix)) => format!("{} – {}", label(ix), ctx.texts.get("tui-not-offered")),
        };
        let here = at == self.cursor;
        let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
        if here {
            let style = ctx.theme.style(Role::Selected);
            body.focused(|body| body.text(&format!("  {cursor}   "), &text, style, width));
        } else {
            let room = usize::from(width).saturating_sub(8);
            body.line(Line::from(vec![Span::raw("      "), Span::raw(fit(&text, room))]));
        }
    }
}
