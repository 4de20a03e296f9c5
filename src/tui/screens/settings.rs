//! The settings: every change counts at once and is remembered.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::{Effect, Hint, Screen, first};
use crate::engine::questionnaire::Lines;
use crate::session::preferences::{LOCKS, Mode};
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Charset, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::rows::{self, Value};

/// The settings.
#[derive(Debug)]
pub struct Settings {
    name: Field,
    row: Row,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Language,
    Mode,
    Name,
    DigitGoesOn,
    Tables,
    Pane,
    Records,
    Lock,
    Theme,
    Charset,
}

/// Every row with the key of its label.
const ROWS: [(Row, &str); 10] = [
    (Row::Language, "first-language"),
    (Row::Mode, "first-role"),
    (Row::Name, "first-name"),
    (Row::DigitGoesOn, "settings-digit"),
    (Row::Tables, "settings-tables"),
    (Row::Pane, "settings-pane"),
    (Row::Records, "settings-records"),
    (Row::Lock, "settings-lock"),
    (Row::Theme, "settings-theme"),
    (Row::Charset, "settings-charset"),
];

/// The effects that show the settings.
pub fn open(ctx: &Ctx) -> Vec<Effect> {
    let name = Field::new(&ctx.preferences.interviewer, Lines::One);
    vec![Effect::Push(Box::new(Settings { name, row: Row::Language }))]
}

impl Settings {
    fn step(&mut self, by: isize) {
        let here = ROWS.iter().position(|(row, _)| *row == self.row).unwrap_or(0);
        let next = here.saturating_add_signed(by).min(ROWS.len() - 1);
        self.row = ROWS.get(next).map_or(Row::Language, |(row, _)| *row);
    }

    fn turn(&self, ctx: &mut Ctx, forward: bool) {
        match self.row {
            Row::Language => {
                let lang = first::turned(ctx.lang(), forward);
                ctx.set_lang(lang);
            }
            Row::Mode => {
                let mode = ctx.preferences.mode.map_or(Mode::Interview, Mode::other);
                ctx.set_mode(mode);
            }
            Row::DigitGoesOn => {
                let on = !ctx.preferences.digit_goes_on();
                ctx.set_digit_goes_on(on);
            }
            Row::Tables => {
                let on = !ctx.preferences.tables();
                ctx.set_tables(on);
            }
            Row::Pane => {
                let on = !ctx.preferences.pane();
                ctx.set_pane(on);
            }
            Row::Records => {
                let on = !ctx.preferences.records();
                ctx.set_records(on);
            }
            Row::Lock => {
                let minutes = turned(&LOCKS, ctx.preferences.lock, forward);
                ctx.set_lock(minutes);
            }
            Row::Theme => ctx.set_theme(turned(&ctx.wardrobe.themes(), ctx.theme.theme, forward)),
            Row::Charset => ctx.set_charset(turned(&Charset::ALL.map(|(charset, _)| charset), ctx.charset, forward)),
            Row::Name => {}
        }
    }

    /// The name counts when it has been typed to its end.
    fn keep_name(&self, ctx: &mut Ctx) {
        let typed = self.name.text();
        if typed.trim() != ctx.preferences.interviewer {
            ctx.set_interviewer(&typed);
        }
    }
}

/// The one after this one, or before it, around the end.
fn turned<T: Copy + PartialEq>(all: &[T], here: T, forward: bool) -> T {
    let at = all.iter().position(|it| *it == here).unwrap_or(0);
    let step = if forward { 1 } else { all.len().saturating_sub(1) };
    all.get((at + step) % all.len().max(1)).copied().unwrap_or(here)
}

impl Screen for Settings {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match (key.code, self.row) {
            (KeyCode::Esc | KeyCode::F(12), _) => {
                self.keep_name(ctx);
                return vec![Effect::Pop];
            }
            (KeyCode::Tab | KeyCode::Down | KeyCode::PageDown, _) | (KeyCode::Enter, Row::Name) => self.step(1),
            (KeyCode::BackTab | KeyCode::Up | KeyCode::PageUp, _) => self.step(-1),
            (_, Row::Name) => {
                self.name.key(key);
            }
            (KeyCode::Left, _) => self.turn(ctx, false),
            (KeyCode::Right | KeyCode::Enter | KeyCode::Char(' '), _) => self.turn(ctx, true),
            _ => {}
        }
        if self.row != Row::Name {
            self.keep_name(ctx);
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        if self.row == Row::Name {
            ctx.paste(&mut self.name, text);
        }
        Vec::new()
    }

    fn settle(&mut self, ctx: &mut Ctx) {
        self.keep_name(ctx);
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "← →", label: "hint-change" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let width = area.width.saturating_sub(12).min(80);
        let mut body = Body::new();
        for (row, label) in ROWS {
            let chosen = chosen(ctx, row);
            let value = if row == Row::Name { Value::Typed(&self.name) } else { Value::Choice(&chosen) };
            rows::row(&mut body, ctx, row == self.row, &ctx.texts.get(label), &value, width);
        }
        body.blank();
        let place = ctx.place.path.display().to_string();
        let key = if ctx.library.is_encrypted() { "settings-place-encrypted" } else { "settings-place" };
        let kept = ctx.texts.with(key, &[("path", place.into())]);
        body.text("  ", &kept, ctx.theme.style(Role::Quiet), width);
        let height = u16::try_from(body.height()).unwrap_or(u16::MAX);
        let inside = surround::dialog(ctx, &ctx.texts.get("dialog-settings"), &hints, height, frame, area);
        body.draw(ctx, 0, frame, inside);
    }
}

/// What is chosen at a row, in words.
fn chosen(ctx: &Ctx, row: Row) -> String {
    let on_or_off = |on| ctx.texts.get(if on { "settings-on" } else { "settings-off" });
    match row {
        Row::Language => ctx.lang().name().to_owned(),
        Row::Mode => ctx.texts.get(ctx.preferences.mode.map_or("role-none", |mode| mode.label())),
        Row::Name => String::new(),
        Row::DigitGoesOn => on_or_off(ctx.preferences.digit_goes_on()),
        Row::Tables => on_or_off(ctx.preferences.tables()),
        Row::Pane => on_or_off(ctx.preferences.pane()),
        Row::Records => on_or_off(ctx.preferences.records()),
        Row::Lock if ctx.preferences.lock == 0 => ctx.texts.get("settings-lock-never"),
        Row::Lock => ctx.texts.with("settings-lock-after", &[("minutes", usize::from(ctx.preferences.lock).into())]),
        Row::Theme => ctx.texts.get(ctx.theme.theme.label()),
        Row::Charset => ctx.texts.get(ctx.charset.label()),
    }
}
