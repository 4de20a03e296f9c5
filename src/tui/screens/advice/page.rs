//! One recommendation on a page of its own, with the questions behind it to go to.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};

use super::{Plan, body_area, detail, recommendation};
use crate::engine::advice::Advice;
use crate::engine::id::QuestionIx;
use crate::engine::text::Message;
use crate::tui::actions::{Action, Scope};
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::screens::{Effect, Hint, Screen, profile, question, review};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

/// The lines that a key scrolls.
pub(super) const STEP: usize = 4;

/// One recommendation.
#[derive(Debug)]
struct Page {
    plan: Plan,
    advice: Advice,
    focus: usize,
    scroll: usize,
}

/// The effects that show one recommendation in full.
pub(super) fn open(plan: &Plan, advice: &Advice) -> Vec<Effect> {
    vec![Effect::Push(Box::new(Page { plan: plan.clone(), advice: advice.clone(), focus: 0, scroll: 0 }))]
}

impl Page {
    /// The answers behind it, then the other questions that it would lift.
    fn questions(&self, session: &Session) -> Vec<QuestionIx> {
        let lifted = recommendation(session, &self.advice).items.iter();
        let others = lifted.filter(|ix| !self.advice.because.contains(ix));
        self.advice.because.iter().chain(others).copied().collect()
    }

    fn text(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        detail::body(ctx, session, &self.plan, &self.advice, width, detail::Items::Apart)
    }

    fn list(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        let mut body = Body::new();
        for (at, ix) in self.questions(session).into_iter().enumerate() {
            if at == 0 || at == self.advice.because.len() {
                let key = if at < self.advice.because.len() { "advice-questions" } else { "advice-lifts" };
                body.text(" ", &ctx.texts.get(key), ctx.theme.style(Role::Title), width);
            }
            let focused = at == self.focus;
            let cursor = if focused { ctx.glyph(Glyph::Cursor) } else { " " };
            let look = ctx.theme.style(if focused { Role::Selected } else { Role::Text });
            let label = session.interview.questionnaire().questions[ix].label.get(ctx.lang());
            let add = |body: &mut Body| {
                body.text(&format!(" {cursor} "), label, look, width);
                body.text("     ", &profile::answered(ctx, session, ix), ctx.theme.style(Role::Quiet), width);
            };
            if focused { body.focused(add) } else { add(&mut body) }
        }
        body
    }

    /// The text on top, a rule, the questions below; the questions get at most half if space is short.
    fn panes(&self, ctx: &Ctx, session: &Session, body: Rect) -> [Rect; 3] {
        let lines = |body: Body| u16::try_from(body.height()).unwrap_or(u16::MAX);
        let list = lines(self.list(ctx, session, body.width));
        let text = lines(self.text(ctx, session, body.width));
        let most = body.height.saturating_sub(1 + list.min(body.height / 2));
        body.layout(&Layout::vertical([Constraint::Length(text.min(most)), Constraint::Length(1), Constraint::Fill(1)]))
    }

    fn last_scroll(&self, ctx: &Ctx) -> usize {
        let Some(session) = &ctx.session else { return 0 };
        let [text, ..] = self.panes(ctx, session, body_area(ctx));
        self.text(ctx, session, text.width).last_scroll(text.height)
    }
}

impl Screen for Page {
    fn scope(&self) -> Scope {
        Scope::Advice
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Profile => vec![Effect::Pop, Effect::Pop],
            other => profile::act(ctx, other),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let last = self.last_scroll(ctx);
        let Some(session) = &ctx.session else { return vec![Effect::Home] };
        let questions = self.questions(session);
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter | KeyCode::Char(' ') => {
                return questions.get(self.focus).map_or_else(Vec::new, |ix| question::jump(ctx, *ix));
            }
            KeyCode::PageDown => self.scroll = (self.scroll + STEP).min(last),
            KeyCode::PageUp => self.scroll = self.scroll.saturating_sub(STEP),
            code => self.focus = profile::moved(code, self.focus, questions.len()),
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        review::disabled(ctx, action)
    }

    fn hints(&self, ctx: &Ctx) -> Vec<Hint> {
        let mut hints = vec![Hint { keys: "↑↓", label: "hint-move" }, Hint { keys: "Enter", label: "hint-go" }];
        if self.last_scroll(ctx) > 0 {
            hints.push(Hint { keys: "PgDn", label: "advice-hint-read" });
        }
        hints.push(Hint { keys: "Esc", label: "hint-back" });
        hints
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let number = self.plan.number(self.advice.recommendation).unwrap_or_default();
        let left = format!("{} › {number}", ctx.texts.get("advice-title"));
        let body = surround::draw(ctx, self, &left, &profile::corner(ctx), frame, area);
        let [text, rule, list] = self.panes(ctx, session, body);
        self.text(ctx, session, text.width).draw(ctx, self.scroll, frame, text);
        surround::draw_rule(ctx, frame, rule);
        self.list(ctx, session, list.width).draw(ctx, 0, frame, list);
    }
}
