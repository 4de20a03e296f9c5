//! The exact arithmetic behind the index, an area or a facet, one after the other: the same figures as
//! `tashxis explain` gives, each row of its tables on lines of its own.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::Shown;
use crate::engine::id::AreaIx;
use crate::engine::outlook::Outlook;
use crate::engine::profile::Profile;
use crate::engine::questionnaire::Questionnaire;
use crate::report::explain::{Subject, explain};
use crate::report::sheet::{Cell, Table};
use crate::tui::actions::Scope;
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::screens::{Effect, Hint, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

/// The lines around the body of this screen.
const SURROUNDINGS: u16 = 6;

/// The numbers that can be explained, and the one on screen.
#[derive(Debug)]
pub(super) struct Arithmetic {
    profile: Profile,
    outlook: Outlook,
    subjects: Vec<Subject>,
    at: usize,
    scroll: usize,
}

/// The effects that explain the index, or an area.
pub(super) fn open(session: &Session, shown: Shown, area: Option<AreaIx>) -> Vec<Effect> {
    let subjects = subjects(session.interview.questionnaire());
    let wanted = area.map_or(Subject::Index, Subject::Area);
    let at = subjects.iter().position(|subject| *subject == wanted).unwrap_or_default();
    let (profile, outlook) = (shown.profile.clone(), shown.outlook.clone());
    vec![Effect::Push(Box::new(Arithmetic { profile, outlook, subjects, at, scroll: 0 }))]
}

/// The index, every area, every facet.
fn subjects(questionnaire: &Questionnaire) -> Vec<Subject> {
    let areas = questionnaire.areas.indices().map(Subject::Area);
    let facets = questionnaire.facets.indices().map(Subject::Facet);
    std::iter::once(Subject::Index).chain(areas).chain(facets).collect()
}

impl Arithmetic {
    fn body(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        let mut body = Body::new();
        let Some(subject) = self.subjects.get(self.at) else { return body };
        let sheet = explain(&self.profile, &session.interview, &self.outlook, &ctx.texts, *subject);
        body.text(" ", &ctx.texts.say(&sheet.title), ctx.theme.style(Role::Title), width);
        for (key, cell) in &sheet.facts {
            let fact = named(ctx, key, cell);
            body.text("   ", &fact, ctx.theme.style(Role::Text), width);
        }
        for table in &sheet.tables {
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
        if let Some(at) = to.filter(|at| *at < self.subjects.len()) {
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
        let names = names.iter().map(|cell| cell.text(&ctx.texts)).collect::<Vec<_>>().join(" · ");
        let figures = table.columns.iter().skip(row.len() - figures.len()).zip(figures);
        let figures = figures.map(|(key, cell)| named(ctx, key, cell)).collect::<Vec<_>>().join(" · ");
        for (indent, text, role) in [("   ", names, Role::Text), ("     ", figures, Role::Quiet)] {
            if !text.is_empty() {
                body.text(indent, &text, ctx.theme.style(role), width);
            }
        }
    }
}

impl Screen for Arithmetic {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let Some(session) = &ctx.session else { return vec![Effect::Home] };
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Right => self.turn(Some(self.at + 1)),
            KeyCode::Left => self.turn(self.at.checked_sub(1)),
            code => {
                let seen = ctx.size.height.saturating_sub(SURROUNDINGS);
                let most = self.body(ctx, session, ctx.size.width).last_scroll(seen) + 1;
                self.scroll = super::moved(code, self.scroll, most);
            }
        }
        Vec::new()
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        vec![
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "←→", label: "profile-hint-number" },
            Hint { keys: "Esc", label: "hint-back" },
        ]
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let left = format!("{} › {}", ctx.texts.get("profile-title"), ctx.texts.get("profile-arithmetic"));
        let right = format!("{}/{} · {}", self.at + 1, self.subjects.len(), super::corner(ctx));
        let space = surround::draw(ctx, self, &left, &right, frame, area);
        self.body(ctx, session, space.width).draw(ctx, self.scroll, frame, space);
    }
}
