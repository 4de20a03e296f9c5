//! Small dialogs that pick one of a few lines: a reason for no answer, a theme.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::note;
use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen};
use crate::engine::answer::Response;
use crate::engine::id::QuestionIx;
use crate::engine::interview::{Advance, Position};
use crate::engine::text::Message;
use crate::tui::actions::{Action, Scope};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role, Theme};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

/// A dialog that picks one of a few lines.
#[derive(Debug)]
pub struct Choose {
    title: &'static str,
    lines: Vec<(&'static str, Pick)>,
    cursor: usize,
}

/// What a line does.
#[derive(Clone, Debug, PartialEq)]
enum Pick {
    Response(Option<Response>),
    Reason,
    Theme(Theme),
}

/// Why there is no answer to the question at the interview's place.
pub fn no_answer(_: &mut Ctx) -> Vec<Effect> {
    let lines = vec![
        ("answer-dont-know", Pick::Response(Some(Response::DontKnow))),
        ("answer-refused", Pick::Response(Some(Response::Refused))),
        ("answer-not-applicable-reason", Pick::Reason),
        ("answer-clear", Pick::Response(None)),
    ];
    vec![Effect::Push(Box::new(Choose { title: "dialog-no-answer", lines, cursor: 0 }))]
}

/// The looks to choose from, the present one under the cursor.
pub fn themes(ctx: &Ctx) -> Choose {
    let lines: Vec<_> = ctx.wardrobe.themes().into_iter().map(|theme| (theme.label(), Pick::Theme(theme))).collect();
    let cursor = lines.iter().position(|(_, pick)| *pick == Pick::Theme(ctx.theme.theme)).unwrap_or(0);
    Choose { title: "dialog-theme", lines, cursor }
}

impl Choose {
    fn pick(&self, ctx: &mut Ctx) -> Vec<Effect> {
        match self.lines.get(self.cursor).map(|(_, pick)| pick.clone()) {
            Some(Pick::Response(response)) => respond(ctx, response),
            Some(Pick::Reason) => note::reason(ctx),
            Some(Pick::Theme(theme)) => {
                ctx.set_theme(theme);
                vec![Effect::Pop]
            }
            None => vec![Effect::Pop],
        }
    }
}

/// Keeps a response at the interview's place. Closes the dialog and, with a reason, moves on.
pub fn respond(ctx: &mut Ctx, response: Option<Response>) -> Vec<Effect> {
    let Some((at, session)) = place(ctx).zip(ctx.session.as_ref()) else { return vec![Effect::Pop] };
    let moves_on = response.is_some();
    let answer = session.interview.answer(at).responding(response);
    let Ok(change) = session.interview.propose(at, answer) else {
        ctx.warn(Message::new("tui-closed"));
        return vec![Effect::Pop];
    };
    if let Err(error) = ctx.commit(change, Advance::Stay) {
        let mut effects = vec![Effect::Pop];
        effects.extend(trouble::open(ctx, error, Retry::No));
        return effects;
    }
    // What was typed is parked with the answer: undo brings the answer back.
    let _ = ctx.keep_draft(at, None);
    if moves_on {
        vec![Effect::Pop, Effect::Reload, Effect::Act(Action::Next)]
    } else {
        vec![Effect::Pop, Effect::Reload]
    }
}

/// The question at the interview's place.
pub fn place(ctx: &Ctx) -> Option<QuestionIx> {
    match ctx.session.as_ref()?.interview.position() {
        Position::At(ix) => Some(ix),
        Position::End => ctx.session.as_ref()?.interview.previous(),
    }
}

impl Screen for Choose {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let last = self.lines.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter | KeyCode::Char(' ') => return self.pick(ctx),
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(last),
            KeyCode::Char(digit) => {
                let number = digit.to_digit(10).and_then(|number| (number as usize).checked_sub(1));
                if let Some(at) = number.filter(|at| *at <= last) {
                    self.cursor = at;
                    return self.pick(ctx);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓ 1-9", label: "hint-pick" },
            Hint { keys: "Enter", label: "hint-choose" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let height = u16::try_from(self.lines.len()).unwrap_or(4) + 2;
        let inside = surround::dialog(ctx, &ctx.texts.get(self.title), &hints, height, frame, area);
        let mut body = Body::new();
        body.blank();
        for (at, (key, _)) in self.lines.iter().enumerate() {
            let here = at == self.cursor;
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let prefix = format!("{cursor} {}  ", at + 1);
            let style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
            let text = ctx.texts.get(key);
            if here {
                body.focused(|body| body.text(&prefix, &text, style, inside.width));
            } else {
                body.text(&prefix, &text, style, inside.width);
            }
        }
        body.draw(ctx, 0, frame, inside);
    }
}
