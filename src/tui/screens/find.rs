//! Finding a question by its number, code, words, answer or comment.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::{Effect, Hint, Screen, question};
use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::Lines;
use crate::engine::text::{Found, Needle, folded};
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::fit;

/// The most hits that are listed.
const MOST: usize = 200;

/// The search over one assessment.
#[derive(Debug)]
pub struct Find {
    needle: Field,
    hits: Vec<Hit>,
    cursor: usize,
}

#[derive(Debug)]
struct Hit {
    question: QuestionIx,
    /// Where the words were found, if not in the question itself.
    found: Option<String>,
}

impl Default for Find {
    fn default() -> Self {
        Self::new()
    }
}

impl Find {
    /// An empty search.
    pub fn new() -> Self {
        Self { needle: Field::new("", Lines::One), hits: Vec::new(), cursor: 0 }
    }

    fn search(&mut self, ctx: &Ctx) {
        self.cursor = 0;
        self.hits = hits(ctx, self.needle.text().trim());
    }
}

fn hits(ctx: &Ctx, typed: &str) -> Vec<Hit> {
    let Some(session) = &ctx.session else { return Vec::new() };
    let needle = Needle::new(typed);
    if needle.is_empty() {
        return Vec::new();
    }
    let code = folded(typed);
    let questionnaire = session.interview.questionnaire();
    let shown = questionnaire.questions.enumerate().filter(|(_, question)| question.kind.is_shown());
    let hit = |ix: QuestionIx| {
        let question = &questionnaire.questions[ix];
        let answer = session.interview.answer(ix);
        let number = questionnaire.number(ix).unwrap_or_default();
        if number.starts_with(typed) || folded(question.id.as_str()).starts_with(&code) {
            return Some((Found::Exact, Hit { question: ix, found: None }));
        }
        // A derived spelling is also found by the one it is derived from.
        let labels = [ctx.lang(), ctx.lang().written()].map(|lang| question.label.get(lang));
        if let Some(found) = labels.into_iter().filter_map(|label| needle.find_in(label)).min() {
            return Some((found, Hit { question: ix, found: None }));
        }
        let value = answer.value().map(|value| ctx.shown(ix, value));
        let texts = value.into_iter().chain([answer.comment.clone(), answer.evidence.clone()]);
        let found = texts.filter_map(|text| Some((needle.find_in(&text)?, text))).min_by_key(|(found, _)| *found);
        found.map(|(found, text)| (found, Hit { question: ix, found: Some(text) }))
    };
    let mut hits: Vec<(Found, Hit)> = shown.filter_map(|(ix, _)| hit(ix)).collect();
    hits.sort_by_key(|(found, _)| *found);
    hits.into_iter().map(|(_, hit)| hit).take(MOST).collect()
}

impl Screen for Find {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc | KeyCode::F(3) => return vec![Effect::Pop],
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(self.hits.len().saturating_sub(1)),
            KeyCode::Enter => {
                let target = self.hits.get(self.cursor).map(|hit| hit.question);
                return target.map(|ix| question::jump(ctx, ix)).unwrap_or_default();
            }
            _ => {
                if self.needle.key(key) {
                    self.search(ctx);
                }
            }
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        ctx.paste(&mut self.needle, text);
        self.search(ctx);
        Vec::new()
    }

    fn retell(&mut self, ctx: &mut Ctx) {
        self.hits = hits(ctx, self.needle.text().trim());
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "Enter", label: "hint-go" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let inside = surround::dialog(ctx, &ctx.texts.get("dialog-find"), &hints, 16, frame, area);
        let [field, _, list] =
            inside.layout(&Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]));
        let mut body = Body::new();
        if self.hits.is_empty() {
            let key = if self.needle.is_empty() { "find-help" } else { "tui-nothing-found" };
            body.text("  ", &ctx.texts.get(key), ctx.theme.style(Role::Quiet), list.width);
        }
        for (at, hit) in self.hits.iter().enumerate() {
            draw_hit(&mut body, ctx, hit, at == self.cursor, list.width);
        }
        body.draw(ctx, 0, frame, list);
        self.needle.draw(ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED), frame, field);
    }
}

fn draw_hit(body: &mut Body, ctx: &Ctx, hit: &Hit, here: bool, width: u16) {
    let Some(session) = &ctx.session else { return };
    let questionnaire = session.interview.questionnaire();
    let number = questionnaire.number(hit.question).map_or_else(String::new, |number| format!("{number} "));
    let room = usize::from(width).saturating_sub(6);
    let label = fit(&format!("{number}{}", questionnaire.questions[hit.question].label.get(ctx.lang())), room);
    let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
    let mark = question::view_marks(ctx, session, hit.question);
    let style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
    let line = Line::from(vec![Span::raw(format!("{cursor} ")), mark, Span::raw(" "), Span::styled(label, style)]);
    let found = hit.found.as_ref().map(|text| fit(&text.replace('\n', " "), room));
    let lines = |body: &mut Body| {
        body.line(line);
        if let Some(found) = found {
            body.line(Line::styled(format!("      {found}"), ctx.theme.style(Role::Quiet)));
        }
    };
    if here { body.focused(lines) } else { lines(body) }
}
