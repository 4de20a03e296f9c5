//! Pages of statistics, one after the other: the same sheets as the command line writes, each row of their tables
//! on lines of its own, so that they fit every window.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::{Effect, Hint, Screen, profile};
use crate::engine::text::Lang;
use crate::i18n::Texts;
use crate::report::sheet::{Cell, Sheet, Table};
use crate::tui::actions::Scope;
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::Role;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

/// The lines around the body of this screen.
const SURROUNDINGS: u16 = 6;

/// Lays a page out in a language: once, when it is first looked at.
pub(super) type Page = Box<dyn Fn(&Texts) -> Sheet>;

/// The pages, and the one on screen.
pub(super) struct Pages {
    /// The key of what they are together.
    name: &'static str,
    list: Vec<Page>,
    at: usize,
    scroll: usize,
    /// The page on screen in the language it was laid out in.
    laid_out: RefCell<Option<(usize, Lang, Rc<Sheet>)>>,
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("name", &self.name).field("at", &self.at).finish_non_exhaustive()
    }
}

/// The effects that show pages, beginning with one of them.
pub(super) fn open(name: &'static str, list: Vec<Page>, at: usize) -> Vec<Effect> {
    vec![Effect::Push(Box::new(Pages { name, list, at, scroll: 0, laid_out: RefCell::default() }))]
}

impl Pages {
    fn sheet(&self, texts: &Texts) -> Option<Rc<Sheet>> {
        let mut laid_out = self.laid_out.borrow_mut();
        let wanted = (self.at, texts.lang());
        if let Some((at, lang, sheet)) = &*laid_out
            && (*at, *lang) == wanted
        {
            return Some(Rc::clone(sheet));
        }
        let sheet = Rc::new(self.list.get(self.at)?(texts));
        *laid_out = Some((self.at, texts.lang(), Rc::clone(&sheet)));
        Some(sheet)
    }

    fn body(&self, ctx: &Ctx, width: u16) -> Body {
        let mut body = Body::new();
        let Some(sheet) = self.sheet(&ctx.texts) else { return body };
        body.text(" ", &ctx.texts.say(&sheet.title), ctx.theme.style(Role::Title), width);
        for (key, cell) in &sheet.facts {
            body.text("   ", &named(ctx, key, cell), ctx.theme.style(Role::Text), width);
        }
        for table in sheet.tables.iter().filter(|table| !(table.rows.is_empty() && table.notes.is_empty())) {
            body.blank();
            body.text(" ", &ctx.texts.get(table.name), ctx.theme.style(Role::Title), width);
            rows(ctx, table, width, &mut body);
            for note in &table.notes {
                body.text("   ", &ctx.texts.say(note), ctx.theme.style(Role::Quiet), width);
            }
        }
        body
    }

    fn turn(&mut self, to: Option<usize>) {
        if let Some(at) = to.filter(|at| *at < self.list.len()) {
            (self.at, self.scroll) = (at, 0);
        }
    }
}

/// `score: 52.3`
fn named(ctx: &Ctx, key: &str, cell: &Cell) -> String {
    format!("{}: {}", ctx.texts.get(key), cell.text(&ctx.texts))
}

/// Every row: its names on one line, its figures beneath.
fn rows(ctx: &Ctx, table: &Table, width: u16, body: &mut Body) {
    let is_name = |cell: &Cell| matches!(cell, Cell::Text(_) | Cell::Word(_));
    for row in &table.rows {
        let names = row.iter().take_while(|cell| is_name(cell)).count();
        let (names, figures) = row.split_at(names);
        let names = names.iter().map(|cell| cell.text(&ctx.texts)).filter(|name| !name.is_empty());
        let names = names.collect::<Vec<_>>().join(" · ");
        let figures = table.columns.iter().skip(row.len() - figures.len()).zip(figures);
        let figures = figures.map(|(key, cell)| named(ctx, key, cell)).collect::<Vec<_>>().join(" · ");
        for (indent, text, role) in [("   ", names, Role::Text), ("     ", figures, Role::Quiet)] {
            if !text.is_empty() {
                body.text(indent, &text, ctx.theme.style(role), width);
            }
        }
    }
}

impl Screen for Pages {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Right => self.turn(Some(self.at + 1)),
            KeyCode::Left => self.turn(self.at.checked_sub(1)),
            code => {
                let seen = ctx.size.height.saturating_sub(SURROUNDINGS);
                let most = self.body(ctx, ctx.size.width).last_scroll(seen) + 1;
                self.scroll = profile::moved(code, self.scroll, most);
            }
        }
        Vec::new()
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        let (up, back) = (Hint { keys: "↑↓", label: "hint-move" }, Hint { keys: "Esc", label: "hint-back" });
        let turn = (self.list.len() > 1).then_some(Hint { keys: "←→", label: "pages-hint-turn" });
        std::iter::once(up).chain(turn).chain([back]).collect()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let corner = profile::corner(ctx);
        let right = match self.list.len() {
            1 => corner,
            all => format!("{}/{all} · {corner}", self.at + 1),
        };
        let space = surround::draw(ctx, self, &ctx.texts.get(self.name), &right, frame, area);
        self.body(ctx, space.width).draw(ctx, self.scroll, frame, space);
    }
}
