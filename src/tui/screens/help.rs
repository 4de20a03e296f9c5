//! Help and the Esc menu: one list of everything that can be done here, to read, search and run.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Effect, Hint, Screen, choose};
use crate::engine::text::{Message, Needle};
use crate::tui::actions::{self, Action, Group, Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::keymap;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::pad;

/// The list of actions.
#[derive(Debug)]
pub struct Help {
    opened_by: Action,
    scope: Scope,
    rows: Vec<Entry>,
    filter: String,
    cursor: Option<usize>,
}

#[derive(Clone, Debug)]
struct Entry {
    row: &'static actions::Row,
    disabled: Option<Message>,
}

impl Help {
    /// The actions of a scope, with the reason of each that cannot be done now.
    pub fn new(ctx: &Ctx, scope: Scope, opened_by: Action, disabled: &dyn Fn(Action) -> Option<Message>) -> Self {
        let mut rows: Vec<Entry> = actions::rows_in(scope)
            .filter(|row| row.listed && row.action != opened_by)
            .map(|row| Entry { row, disabled: disabled(row.action) })
            .collect();
        rows.sort_by_key(|entry| entry.row.group);
        let has_guidance = scope == Scope::Question && opened_by == Action::Help && guidance(ctx).is_some();
        let cursor = if has_guidance { None } else { Some(0) };
        Self { opened_by, scope, rows, filter: String::new(), cursor }
    }

    fn visible(&self, ctx: &Ctx) -> Vec<&Entry> {
        let needle = Needle::new(&self.filter);
        self.rows.iter().filter(|entry| needle.find_in(&ctx.texts.get(entry.row.label)).is_some()).collect()
    }

    fn run(&self, ctx: &mut Ctx) -> Vec<Effect> {
        let chosen = self.cursor.and_then(|at| self.visible(ctx).get(at).map(|entry| (*entry).clone()));
        match chosen {
            Some(Entry { disabled: Some(reason), .. }) => {
                ctx.warn(reason);
                Vec::new()
            }
            Some(Entry { row, .. }) => vec![Effect::Pop, Effect::Act(row.action)],
            None => vec![Effect::Pop],
        }
    }

    fn step(&mut self, ctx: &Ctx, down: bool) {
        let last = self.visible(ctx).len().saturating_sub(1);
        self.cursor = Some(match (self.cursor, down) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1),
        });
    }
}

/// The question's hint and guidance.
fn guidance(ctx: &Ctx) -> Option<Vec<String>> {
    let at = choose::place(ctx)?;
    let question = &ctx.session.as_ref()?.interview.questionnaire().questions[at];
    let texts: Vec<String> = [&question.hint, &question.guidance]
        .into_iter()
        .flatten()
        .map(|text| text.get(ctx.lang()).to_owned())
        .collect();
    (!texts.is_empty()).then_some(texts)
}

impl Screen for Help {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc | KeyCode::F(1) => return vec![Effect::Pop],
            KeyCode::Char('?') if self.opened_by == Action::Help => return vec![Effect::Pop],
            KeyCode::Enter => return self.run(ctx),
            KeyCode::Up => self.step(ctx, false),
            KeyCode::Down => self.step(ctx, true),
            KeyCode::Backspace => {
                self.filter.pop();
                self.cursor = Some(0);
            }
            KeyCode::Char(c) if !key.ctrl && !key.alt => {
                self.filter.push(c);
                self.cursor = Some(0);
            }
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "Enter", label: "hint-run" },
            Hint { keys: "A-Z", label: "hint-search" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let title = ctx.texts.get(if self.opened_by == Action::Help { "dialog-help" } else { "dialog-menu" });
        let mut body = Body::new();
        let width = area.width.saturating_sub(12).min(80);
        self.draw_guidance(&mut body, ctx, width);
        if !self.filter.is_empty() {
            let text = ctx.texts.with("tui-searching", &[("text", self.filter.clone().into())]);
            body.text("", &text, ctx.theme.style(Role::Attention), width);
        }
        self.draw_rows(&mut body, ctx, width);
        let height = u16::try_from(body.height()).unwrap_or(u16::MAX);
        let inside = surround::dialog(ctx, &title, &hints, height, frame, area);
        body.draw(ctx, 0, frame, inside);
    }
}

impl Help {
    fn draw_guidance(&self, body: &mut Body, ctx: &Ctx, width: u16) {
        if self.scope != Scope::Question || self.opened_by != Action::Help || !self.filter.is_empty() {
            return;
        }
        for text in guidance(ctx).into_iter().flatten() {
            body.text("", &text, ctx.theme.style(Role::Text), width);
            body.blank();
        }
    }

    fn draw_rows(&self, body: &mut Body, ctx: &Ctx, width: u16) {
        let mut group: Option<Group> = None;
        for (at, entry) in self.visible(ctx).into_iter().enumerate() {
            if group != Some(entry.row.group) {
                group = Some(entry.row.group);
                let key = Group::ALL.iter().find(|(known, _)| *known == entry.row.group).map_or("", |(_, key)| key);
                body.text("", &ctx.texts.get(key), ctx.theme.style(Role::Title), width);
            }
            let keys = entry.row.keys.first().map(|key| keymap::name(*key)).unwrap_or_default();
            let here = self.cursor == Some(at);
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let label = ctx.texts.get(entry.row.label);
            let text = match &entry.disabled {
                Some(reason) => format!("{label} – {}", ctx.texts.say(reason)),
                None => label,
            };
            let role = match (here, &entry.disabled) {
                (true, _) => Role::Selected,
                (false, Some(_)) => Role::Quiet,
                (false, None) => Role::Text,
            };
            let prefix = format!(" {cursor} {} ", pad(&keys, 9));
            if here {
                body.focused(|body| body.text(&prefix, &text, ctx.theme.style(role), width));
            } else {
                let wrapped = crate::tui::widgets::wrap::fit(&text, usize::from(width).saturating_sub(14));
                let line = vec![
                    Span::styled(prefix, ctx.theme.style(Role::Key)),
                    Span::styled(wrapped, ctx.theme.style(role)),
                ];
                body.line(Line::from(line));
            }
        }
    }
}
