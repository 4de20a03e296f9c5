//! The disk refused: what failed, and the ways out. Nothing was changed, nothing typed is gone.

use std::path::Path;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;

use super::{Effect, Hint, Screen};
use crate::engine::interview::journal::JournalError;
use crate::engine::library::Access;
use crate::engine::questionnaire::Lines;
use crate::engine::text::Message;
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;

/// Whether the screen below can try again what failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// It can.
    Yes,
    /// The user repeats it by hand.
    No,
}

/// What failed, and the ways out.
#[derive(Debug)]
pub struct Trouble {
    error: JournalError,
    ways: Vec<(&'static str, Way)>,
    cursor: usize,
    /// The file a copy goes to, while it is typed.
    copy_to: Option<Field>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Retry,
    Back,
    Copy,
    Quit,
}

/// The effects that show what failed. Where nothing can be written at all, one line is enough.
pub fn open(ctx: &mut Ctx, error: JournalError, retry: Retry) -> Vec<Effect> {
    if ctx.library.access() != Access::Write {
        ctx.warn(error.message);
        return Vec::new();
    }
    let first = match retry {
        Retry::Yes => ("trouble-retry", Way::Retry),
        Retry::No => ("trouble-back", Way::Back),
    };
    let ways = vec![first, ("trouble-copy", Way::Copy), ("trouble-quit", Way::Quit)];
    vec![Effect::Push(Box::new(Trouble { error, ways, cursor: 0, copy_to: None }))]
}

impl Trouble {
    fn go(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        match self.ways.get(self.cursor).map(|(_, way)| *way) {
            Some(Way::Retry) => {
                ctx.retry = true;
                vec![Effect::Pop]
            }
            Some(Way::Copy) => {
                self.copy_to = Some(Field::new("", Lines::One));
                Vec::new()
            }
            Some(Way::Quit) => vec![Effect::Quit],
            Some(Way::Back) | None => vec![Effect::Pop],
        }
    }

    fn copy(&mut self, ctx: &mut Ctx, path: &str) -> Vec<Effect> {
        match ctx.library.copy_to(Path::new(path)) {
            Ok(()) => {
                self.copy_to = None;
                ctx.say(Message::new("trouble-copied").with("file", path));
            }
            Err(error) => ctx.warn(error.message),
        }
        Vec::new()
    }
}

impl Screen for Trouble {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        if self.copy_to.is_some() { Typing::Text } else { Typing::Commands }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        if let Some(field) = &mut self.copy_to {
            match key.code {
                KeyCode::Esc => self.copy_to = None,
                KeyCode::Enter => {
                    let path = field.text().trim().to_owned();
                    return if path.is_empty() { Vec::new() } else { self.copy(ctx, &path) };
                }
                _ => {
                    field.key(key);
                }
            }
            return Vec::new();
        }
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter => return self.go(ctx),
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(self.ways.len().saturating_sub(1)),
            KeyCode::Char(digit) => {
                let at = digit.to_digit(10).and_then(|number| (number as usize).checked_sub(1));
                if let Some(at) = at.filter(|at| *at < self.ways.len()) {
                    self.cursor = at;
                    return self.go(ctx);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        if let Some(field) = &mut self.copy_to {
            ctx.paste(field, text);
        }
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [Hint { keys: "↑↓ 1-3", label: "hint-pick" }, Hint { keys: "Enter", label: "hint-choose" }];
        let inside = surround::dialog(ctx, &ctx.texts.get("dialog-trouble"), &hints, 13, frame, area);
        let mut body = Body::new();
        body.blank();
        let mark = format!("{} ", ctx.glyph(Glyph::Problem));
        body.text(&mark, &ctx.texts.say(&self.error.message), ctx.theme.style(Role::Problem), inside.width);
        body.text("  ", &self.error.cause, ctx.theme.style(Role::Quiet), inside.width);
        body.blank();
        body.text("  ", &ctx.texts.get("trouble-nothing-lost"), ctx.theme.style(Role::Text), inside.width);
        body.blank();
        for (at, (key, _)) in self.ways.iter().enumerate() {
            let here = at == self.cursor && self.copy_to.is_none();
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
            let prefix = format!("{cursor} {}  ", at + 1);
            if here {
                body.focused(|body| body.text(&prefix, &ctx.texts.get(key), style, inside.width));
            } else {
                body.text(&prefix, &ctx.texts.get(key), style, inside.width);
            }
        }
        let [text, label, field] =
            inside.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(1), Constraint::Length(1)]));
        body.draw(ctx, 0, frame, text);
        if let Some(input) = &self.copy_to {
            frame.render_widget(ctx.texts.get("trouble-copy-to"), label);
            input.draw(ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED), frame, field);
        }
    }
}
