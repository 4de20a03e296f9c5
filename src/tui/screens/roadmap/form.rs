//! The form of one action: owner, day, phase, status, measure, note.

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::list::phase_word;
use super::{filled, keep, status_word, turned};
use crate::engine::answer::date;
use crate::engine::id::RecommendationIx;
use crate::engine::questionnaire::{Horizon, Lines};
use crate::engine::roadmap::{ActionStatus, Entry, PHASES, RoadmapAction};
use crate::engine::text::Message;
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::screens::{Effect, Hint, Screen};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::fit;

/// The longest text of a field, in characters.
const LONGEST: usize = 500;

/// The form.
#[derive(Debug)]
pub(super) struct Form {
    recommendation: RecommendationIx,
    before: RoadmapAction,
    is_new: bool,
    owner: Field,
    due: Field,
    measure: Field,
    note: Field,
    phase: Option<Horizon>,
    status: ActionStatus,
    row: Row,
    problem: Option<Message>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Owner,
    Due,
    Phase,
    Status,
    Measure,
    Note,
    Keep,
}

/// The rows with the keys of their labels.
const ROWS: [(Row, &str); 7] = [
    (Row::Owner, "roadmap-owner"),
    (Row::Due, "roadmap-due"),
    (Row::Phase, "roadmap-phase"),
    (Row::Status, "roadmap-status"),
    (Row::Measure, "roadmap-measure"),
    (Row::Note, "roadmap-note"),
    (Row::Keep, "roadmap-keep"),
];

/// The form for an action of the plan, or for one that is taken into it by keeping the form.
pub(super) fn open(entry: &Entry, action: RoadmapAction) -> Vec<Effect> {
    let field = |text: &str| Field::new(text, Lines::One);
    let due = action.due.map_or_else(String::new, |due| due.strftime("%d.%m.%Y").to_string());
    vec![Effect::Push(Box::new(Form {
        recommendation: entry.recommendation,
        is_new: entry.action.is_none(),
        owner: field(&action.owner),
        due: field(&due),
        measure: field(&action.measure),
        note: field(&action.note),
        phase: action.phase,
        status: action.status,
        before: action,
        row: Row::Owner,
        problem: None,
    }))]
}

impl Form {
    fn step(&mut self, by: isize) {
        let here = ROWS.iter().position(|(row, _)| *row == self.row).unwrap_or(0);
        let next = here.saturating_add_signed(by).min(ROWS.len() - 1);
        self.row = ROWS.get(next).map_or(Row::Keep, |(row, _)| *row);
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.row {
            Row::Owner => Some(&mut self.owner),
            Row::Due => Some(&mut self.due),
            Row::Measure => Some(&mut self.measure),
            Row::Note => Some(&mut self.note),
            Row::Phase | Row::Status | Row::Keep => None,
        }
    }

    fn turn(&mut self, forward: bool) {
        match self.row {
            Row::Status => self.status = turned(self.status, forward),
            Row::Phase => {
                let order: Vec<Option<Horizon>> = std::iter::once(None).chain(PHASES.map(Some)).collect();
                let here = order.iter().position(|phase| *phase == self.phase).unwrap_or(0);
                let next = (here + if forward { 1 } else { order.len() - 1 }) % order.len();
                self.phase = order.get(next).copied().flatten();
            }
            _ => {}
        }
    }

    /// The day that was typed.
    fn day(&self) -> Result<Option<Date>, Message> {
        match self.due.text().trim() {
            "" => Ok(None),
            text => date(text).map(Some).map_err(|error| error.0),
        }
    }

    /// What stands in the form, with a day.
    fn action(&self, ctx: &Ctx, due: Option<Date>) -> RoadmapAction {
        let text = |field: &Field| field.text().trim().chars().take(LONGEST).collect::<String>();
        RoadmapAction {
            owner: text(&self.owner),
            due,
            phase: self.phase,
            status: self.status,
            measure: text(&self.measure),
            note: text(&self.note),
            changed: ctx.time(),
            ..self.before.clone()
        }
    }

    /// Keeps what has changed and leaves; a day that is none is said first, and left out the second time.
    fn done(&mut self, ctx: &mut Ctx, asked_to_keep: bool) -> Vec<Effect> {
        let due = match self.day() {
            Ok(due) => due,
            Err(problem) if self.problem.is_none() || asked_to_keep => {
                self.problem = Some(problem);
                self.row = Row::Due;
                return Vec::new();
            }
            Err(_) => self.before.due,
        };
        let action = self.action(ctx, due);
        let same = action == RoadmapAction { changed: action.changed, ..self.before.clone() };
        if same && !(self.is_new && asked_to_keep) {
            return vec![Effect::Pop];
        }
        let mut effects = keep(ctx, &action);
        if effects.is_empty() {
            effects.push(Effect::Pop);
        }
        effects
    }

    /// What stands in a row that is turned or typed.
    fn value(&self, ctx: &Ctx, row: Row) -> String {
        let texts = &ctx.texts;
        match row {
            Row::Owner => self.owner.text(),
            Row::Due => self.due.text(),
            Row::Measure => self.measure.text(),
            Row::Note => self.note.text(),
            Row::Phase => format!("‹ {} ›", texts.get(self.phase.map_or("roadmap-phase-own", phase_word))),
            Row::Status => format!("‹ {} ›", texts.get(status_word(self.status))),
            Row::Keep => String::new(),
        }
    }

    /// What is said under a row.
    fn said(&self, ctx: &Ctx, row: Row) -> Option<(String, Role)> {
        match (row, &self.problem) {
            (Row::Due, Some(problem)) => {
                Some((format!("{} {}", ctx.glyph(Glyph::Problem), ctx.texts.say(problem)), Role::Problem))
            }
            (Row::Due, None) if self.row == Row::Due => Some((ctx.texts.get("roadmap-due-hint"), Role::Quiet)),
            (Row::Measure, _) if self.row == Row::Measure && self.measure.is_empty() => {
                let session = ctx.session.as_ref()?;
                let all = &session.interview.questionnaire().recommendations;
                let own = filled(ctx, session, &all[self.recommendation].measure);
                Some((ctx.texts.with("roadmap-default", &[("text", own.into())]), Role::Quiet))
            }
            _ => None,
        }
    }

    /// The rows, and the line on which the field in focus stands, with its column.
    fn body(&self, ctx: &Ctx, width: u16) -> (Body, Option<(usize, usize)>) {
        use unicode_width::UnicodeWidthStr;
        let mut body = Body::new();
        let mut place = None;
        if let Some(session) = &ctx.session {
            let all = &session.interview.questionnaire().recommendations;
            let title = filled(ctx, session, &all[self.recommendation].title);
            body.line(Line::styled(fit(&title, usize::from(width)), ctx.theme.style(Role::Title)));
        }
        for (row, label) in ROWS {
            let here = row == self.row;
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let colon = if row == Row::Keep { "" } else { ": " };
            let label = format!("{cursor} {}{colon}", ctx.texts.get(label));
            let column = label.width();
            let is_typed = !matches!(row, Row::Phase | Row::Status | Row::Keep);
            if here && is_typed {
                place = Some((body.height(), column));
            }
            let from = body.height();
            let room = usize::from(width).saturating_sub(column);
            let style = ctx.theme.style(if here { Role::Title } else { Role::Text });
            let value = ctx.theme.style(if here && !is_typed { Role::Selected } else { Role::Text });
            body.line(Line::from(vec![
                Span::styled(label, style),
                Span::styled(fit(&self.value(ctx, row), room), value),
            ]));
            if let Some((text, role)) = self.said(ctx, row) {
                body.text("  ", &text, ctx.theme.style(role), width);
            }
            if here {
                body.focus_from(from);
            }
        }
        (body, place)
    }
}

impl Screen for Form {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => return self.done(ctx, false),
            KeyCode::Enter if self.row == Row::Keep => return self.done(ctx, true),
            KeyCode::Enter | KeyCode::Tab | KeyCode::Down | KeyCode::PageDown => self.step(1),
            KeyCode::BackTab | KeyCode::Up | KeyCode::PageUp => self.step(-1),
            code => {
                if let Some(field) = self.field() {
                    if field.key(key) {
                        self.problem = None;
                    }
                } else if matches!(code, KeyCode::Left | KeyCode::Right | KeyCode::Char(' ')) {
                    self.turn(code != KeyCode::Left);
                }
            }
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        if let Some(field) = self.field() {
            ctx.paste(field, text);
            self.problem = None;
        }
        Vec::new()
    }

    fn settle(&mut self, ctx: &mut Ctx) {
        if let Ok(due) = self.day() {
            let action = self.action(ctx, due);
            if action != (RoadmapAction { changed: action.changed, ..self.before.clone() }) {
                let _ = keep(ctx, &action);
            }
        }
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "← →", label: "hint-change" },
            Hint { keys: "F5", label: "short-language" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let inside = surround::dialog(ctx, &ctx.texts.get("roadmap-edit"), &hints, 12, frame, area);
        let (body, place) = self.body(ctx, inside.width);
        body.draw(ctx, 0, frame, inside);
        let field = match self.row {
            Row::Owner => &self.owner,
            Row::Due => &self.due,
            Row::Measure => &self.measure,
            Row::Note => &self.note,
            Row::Phase | Row::Status | Row::Keep => return,
        };
        if let Some((line, column)) = place {
            let (row, column) = (body.shown_at(line, inside.height), u16::try_from(column).unwrap_or(u16::MAX));
            let input = Rect {
                x: inside.x.saturating_add(column),
                y: inside.y.saturating_add(row),
                width: inside.width.saturating_sub(column),
                height: 1,
            };
            field.draw(
                ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED),
                frame,
                input.intersection(inside),
            );
        }
    }
}
