//! The first start on a machine: language, role, name and where assessments are kept, in one screen.

use std::path::Path;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, question};
use crate::engine::questionnaire::Lines;
use crate::engine::text::{Lang, Message};
use crate::session::preferences::Mode;
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::rows::{self, Value};

/// What is asked at the first start.
#[derive(Debug)]
pub struct First {
    mode: Mode,
    name: Field,
    place: Field,
    row: Row,
    problem: Option<Message>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Language,
    Mode,
    Name,
    Place,
    Begin,
    Practice,
}

/// The effects that ask, if nobody has chosen a role on this machine and there is nothing to lose sight of.
pub fn open_if_fresh(ctx: &mut Ctx) -> Vec<Effect> {
    let writes = ctx.library.access() == crate::engine::library::Access::Write;
    let fresh = ctx.preferences.mode.is_none() && ctx.library.summaries().is_ok_and(|list| list.is_empty());
    if writes && fresh { vec![Effect::Push(Box::new(First::new(ctx)))] } else { Vec::new() }
}

/// Begins a practice interview, or says why there is none.
pub fn practise(ctx: &mut Ctx) -> Vec<Effect> {
    let Some(questionnaire) = ctx.shelf.first().cloned() else {
        ctx.warn(Message::new("practice-nothing"));
        return Vec::new();
    };
    match ctx.begin_practice(questionnaire) {
        Ok(()) => {
            let effects = question::open(ctx);
            ctx.say(Message::new("practice-begun"));
            effects
        }
        Err(error) => trouble::open(ctx, error, Retry::No),
    }
}

impl First {
    fn new(ctx: &Ctx) -> Self {
        Self {
            mode: Mode::Interview,
            name: Field::new(&ctx.preferences.interviewer, Lines::One),
            place: Field::new(&ctx.place.path.display().to_string(), Lines::One),
            row: Row::Language,
            problem: None,
        }
    }

    /// A name is asked only of an interviewer, a place only where it can be chosen.
    fn rows(&self, ctx: &Ctx) -> Vec<Row> {
        let mut rows = vec![Row::Language, Row::Mode];
        if self.mode == Mode::Interview {
            rows.push(Row::Name);
        }
        if ctx.place.elsewhere.is_some() {
            rows.push(Row::Place);
        }
        rows.extend([Row::Begin, Row::Practice]);
        rows
    }

    fn step(&mut self, ctx: &Ctx, by: isize) {
        let rows = self.rows(ctx);
        let here = rows.iter().position(|row| *row == self.row).unwrap_or(0);
        let next = here.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        self.row = rows.get(next).copied().unwrap_or(Row::Begin);
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.row {
            Row::Name => Some(&mut self.name),
            Row::Place => Some(&mut self.place),
            _ => None,
        }
    }

    fn turn(&mut self, ctx: &mut Ctx, forward: bool) {
        match self.row {
            Row::Language => {
                let lang = turned(ctx.lang(), forward);
                ctx.set_lang(lang);
            }
            Row::Mode => self.mode = self.mode.other(),
            _ => {}
        }
    }

    /// Keeps what was chosen; `Some` says what stands against it.
    fn keep(&mut self, ctx: &mut Ctx) -> Option<Message> {
        if self.mode == Mode::Interview && self.name.text().trim().is_empty() {
            self.row = Row::Name;
            return Some(Message::new("first-name-missing"));
        }
        let place = self.place.text();
        if place.trim().is_empty() && ctx.place.elsewhere.is_some() {
            self.row = Row::Place;
            return Some(Message::new("first-place-missing"));
        }
        if let Err(error) = ctx.keep_elsewhere(Path::new(place.trim())) {
            self.row = Row::Place;
            return Some(error.message);
        }
        if self.mode == Mode::Interview {
            ctx.set_interviewer(&self.name.text());
        }
        ctx.set_mode(self.mode);
        // The language on the screen is an answer too, also where nobody turned it.
        let lang = ctx.lang();
        ctx.set_lang(lang);
        None
    }

    fn go(&mut self, ctx: &mut Ctx, then: impl FnOnce(&mut Ctx) -> Vec<Effect>) -> Vec<Effect> {
        self.problem = self.keep(ctx);
        if self.problem.is_some() { Vec::new() } else { then(ctx) }
    }
}

/// The language after this one, or before it.
pub(super) fn turned(lang: Lang, forward: bool) -> Lang {
    if forward { lang.next() } else { (1..Lang::ALL.len()).fold(lang, |lang, _| lang.next()) }
}

impl Screen for First {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        self.problem = None;
        match (key.code, self.row) {
            (KeyCode::Enter, Row::Begin) => return self.go(ctx, |_| vec![Effect::Pop]),
            (KeyCode::Enter, Row::Practice) => return self.go(ctx, practise),
            (KeyCode::Enter | KeyCode::Tab | KeyCode::Down | KeyCode::PageDown, _) => self.step(ctx, 1),
            (KeyCode::BackTab | KeyCode::Up | KeyCode::PageUp, _) => self.step(ctx, -1),
            (_, Row::Name | Row::Place) => {
                self.field().map(|field| field.key(key));
            }
            (KeyCode::Left, _) => self.turn(ctx, false),
            (KeyCode::Right | KeyCode::Char(' '), _) => self.turn(ctx, true),
            _ => {}
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        if let Some(field) = self.field() {
            ctx.paste(field, text);
        }
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "← →", label: "hint-change" },
            Hint { keys: "Enter", label: "hint-next" },
            Hint { keys: "F5", label: "short-language" },
            Hint { keys: "Ctrl+Q", label: "short-leave" },
        ];
        let width = area.width.saturating_sub(12).min(80);
        let mut body = Body::new();
        body.text("", &ctx.texts.get("first-welcome"), ctx.theme.style(Role::Quiet), width);
        body.blank();
        for row in self.rows(ctx) {
            self.draw_row(&mut body, ctx, row, width);
        }
        let height = u16::try_from(body.height()).unwrap_or(u16::MAX);
        let inside = surround::dialog(ctx, &ctx.texts.get("dialog-first"), &hints, height, frame, area);
        body.draw(ctx, 0, frame, inside);
    }
}

impl First {
    fn draw_row(&self, body: &mut Body, ctx: &Ctx, row: Row, width: u16) {
        let here = row == self.row;
        let chosen = match row {
            Row::Language => ctx.lang().name().to_owned(),
            Row::Mode => ctx.texts.get(self.mode.label()),
            _ => String::new(),
        };
        let (label, value) = match row {
            Row::Language => ("first-language", Value::Choice(&chosen)),
            Row::Mode => ("first-role", Value::Choice(&chosen)),
            Row::Name => ("first-name", Value::Typed(&self.name)),
            Row::Place => ("first-place", Value::Typed(&self.place)),
            Row::Begin => ("first-begin", Value::Button),
            Row::Practice => ("first-practice", Value::Button),
        };
        rows::row(body, ctx, here, &ctx.texts.get(label), &value, width);
        if let Some(problem) = self.problem.as_ref().filter(|_| here) {
            let mark = format!("    {} ", ctx.glyph(Glyph::Problem));
            body.text(&mark, &ctx.texts.say(problem), ctx.theme.style(Role::Problem), width);
        }
    }
}
