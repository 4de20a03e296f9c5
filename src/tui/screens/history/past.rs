//! How an assessment stood after one of its changes: scores and answers, to be read only.

use std::rc::Rc;
use std::sync::Arc;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Subject, moment, who};
use crate::engine::interview::{Interview, Status};
use crate::engine::profile;
use crate::engine::score::Scores;
use crate::engine::text::Message;
use crate::tui::actions::Scope;
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::screens::{Effect, Hint, Screen, profile as profile_screen};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::{fit, pad};

/// The lines around the body of this screen.
const SURROUNDINGS: u16 = 6;

/// The widest title of an area.
const TITLE: usize = 32;

/// The assessment after its first changes.
#[derive(Debug)]
pub(super) struct Past {
    subject: Rc<Subject>,
    /// How many changes had happened.
    count: usize,
    interview: Interview,
    scores: Scores,
    scroll: usize,
}

/// The effects that show how it stood after so many changes.
pub(super) fn open(ctx: &mut Ctx, subject: &Rc<Subject>, count: usize) -> Vec<Effect> {
    match Past::after(ctx, subject, count) {
        Some(past) => vec![Effect::Push(Box::new(past))],
        None => {
            ctx.warn(Message::new("tui-damaged-assessment"));
            Vec::new()
        }
    }
}

impl Past {
    fn after(ctx: &Ctx, subject: &Rc<Subject>, count: usize) -> Option<Self> {
        let (now, events) = ((ctx.clock)(), subject.events.get(..count)?);
        let interview =
            Interview::replay(Arc::clone(&subject.questionnaire), subject.summary.form, now, events).ok()?;
        let scores = profile::profile(&interview).scores;
        Some(Self { subject: Rc::clone(subject), count, interview, scores, scroll: 0 })
    }

    /// Goes to the change before or after this one; what is read stays where it is.
    fn step(&mut self, ctx: &mut Ctx, forward: bool) {
        let to = if forward { self.count + 1 } else { self.count.saturating_sub(1) };
        if to > self.subject.events.len() || to == self.count {
            ctx.say(Message::new(if forward { "history-is-last" } else { "history-is-first" }));
        } else if let Some(past) = Self::after(ctx, &self.subject, to) {
            *self = Self { scroll: self.scroll, ..past };
        }
    }

    fn body(&self, ctx: &Ctx, width: u16) -> Body {
        let mut body = Body::new();
        self.change(ctx, width, &mut body);
        body.blank();
        self.scored(ctx, width, &mut body);
        body.blank();
        self.answers(ctx, width, &mut body);
        body
    }

    /// The change after which it stood so.
    fn change(&self, ctx: &Ctx, width: u16, body: &mut Body) {
        let (title, quiet) = (ctx.theme.style(Role::Title), ctx.theme.style(Role::Quiet));
        let Some(event) = self.subject.event(self.count) else {
            let begun = [("time", moment(ctx, self.subject.summary.created).into())];
            body.text(" ", &ctx.texts.with("history-at-first", &begun), title, width);
            return;
        };
        let by = if who(event).is_empty() { ctx.glyph(Glyph::NotAsked) } else { who(event) };
        let args = [
            ("number", self.count.into()),
            ("all", self.subject.events.len().into()),
            ("time", moment(ctx, event.time).into()),
            ("who", by.into()),
        ];
        body.text(" ", &ctx.texts.with("history-after", &args), title, width);
        if let Some(change) = event.action.change() {
            body.text("   ", &self.subject.heading(ctx, change), ctx.theme.style(Role::Text), width);
        }
        body.text("   ", &self.subject.happened(ctx, event), quiet, width);
    }

    fn scored(&self, ctx: &Ctx, width: u16, body: &mut Body) {
        let questionnaire = self.interview.questionnaire();
        let text = match &self.scores.index {
            Some(index) => {
                let band = questionnaire.bands.get(index.band).map_or("", |band| band.title.get(ctx.lang()));
                let args = [("score", ctx.texts.number(index.headline, 0).into()), ("band", band.into())];
                ctx.texts.with("history-score", &args)
            }
            None => ctx.texts.get("history-no-score"),
        };
        body.text(" ", &text, ctx.theme.style(Role::Title), width);
        let title = TITLE.min(usize::from(width) / 2);
        for (ix, area) in questionnaire.areas.enumerate() {
            let score = &self.scores.areas[ix];
            let bar = Bar { value: score.shown(), low: score.low, high: score.high, interval: None, tick: None };
            let cells = usize::from(width).saturating_sub(title + 12).min(40);
            let figure = profile_screen::score(ctx, score.shown());
            let name = pad(&fit(area.title.get(ctx.lang()), title), title);
            let mut line = Line::from(vec![Span::raw(format!("   {name} {figure:>3} "))]);
            line.extend(bar.spans(cells, ctx.charset, ctx.theme));
            body.line(line);
        }
    }

    fn answers(&self, ctx: &Ctx, width: u16, body: &mut Body) {
        let progress = self.interview.progress();
        let args = [("done", progress.done.into()), ("asked", progress.asked.into())];
        body.text(" ", &ctx.texts.with("history-answers", &args), ctx.theme.style(Role::Title), width);
        let questionnaire = self.interview.questionnaire();
        for (ix, question) in questionnaire.questions.enumerate() {
            if matches!(self.interview.status(ix), Status::Open | Status::NotAsked) {
                continue;
            }
            let number = questionnaire.number(ix).map_or_else(String::new, |number| format!("{number} "));
            let label = format!("{number}{}", question.label.get(ctx.lang()));
            let said = self.subject.said(ctx, Some(ix), self.interview.answer(ix));
            body.text("   ", &label, ctx.theme.style(Role::Text), width);
            body.text("       ", &said, ctx.theme.style(Role::Quiet), width);
        }
    }
}

impl Screen for Past {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Left => self.step(ctx, false),
            KeyCode::Right => self.step(ctx, true),
            code => {
                let seen = ctx.size.height.saturating_sub(SURROUNDINGS);
                let most = self.body(ctx, ctx.size.width).last_scroll(seen) + 1;
                self.scroll = profile_screen::moved(code, self.scroll, most);
            }
        }
        Vec::new()
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        vec![
            Hint { keys: "← →", label: "history-hint-step" },
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "Esc", label: "hint-back" },
        ]
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let enterprise = &self.subject.summary.enterprise;
        let left = format!("{enterprise} › {}", ctx.texts.get("history-then-title"));
        let right = format!("{} · {}", ctx.texts.get("tui-read-only-short"), profile_screen::corner(ctx));
        let space = surround::draw(ctx, self, &left, &right, frame, area);
        self.body(ctx, space.width).draw(ctx, self.scroll, frame, space);
    }
}
