//! A new assessment: for which enterprise, by which questionnaire, in which form.

use std::sync::Arc;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, question};
use crate::engine::interview::Form;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{NewAssessment, Summary};
use crate::engine::questionnaire::{Lines, Questionnaire};
use crate::engine::text::{Message, Needle};
use crate::session::fresh::{self, unfit};
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;

/// The form of a new assessment.
#[derive(Debug)]
pub struct New {
    name: Field,
    questionnaire: usize,
    form: Form,
    row: Row,
    known: Vec<String>,
    problem: Option<Message>,
    /// The assessment that is made again.
    before: Option<Summary>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Name,
    Questionnaire,
    Form,
    Begin,
}

const ROWS: [Row; 4] = [Row::Name, Row::Questionnaire, Row::Form, Row::Begin];

/// The effects that show the form, with a questionnaire and form chosen beforehand.
pub fn open(ctx: &mut Ctx, questionnaire: usize, form: Form) -> Vec<Effect> {
    let known = ctx.library.enterprises().unwrap_or_default();
    let name = Field::new("", Lines::One);
    let mut screen = New { name, questionnaire, form, row: Row::Name, known, problem: None, before: None };
    screen.keep_to_forms(ctx);
    vec![Effect::Push(Box::new(screen))]
}

/// The effects that show the form for an enterprise that was assessed before, by the newest version of the same
/// questionnaire; one Enter begins.
pub fn again(ctx: &mut Ctx, of: &Summary) -> Vec<Effect> {
    let questionnaire = match ctx.shelve_again(of) {
        Ok(questionnaire) => questionnaire,
        Err(error) => return trouble::open(ctx, error, Retry::No),
    };
    let name = Field::new(&of.enterprise, Lines::One);
    let (row, known, before) = (Row::Begin, Vec::new(), Some(of.clone()));
    let mut screen = New { name, questionnaire, form: of.form, row, known, problem: None, before };
    screen.keep_to_forms(ctx);
    vec![Effect::Push(Box::new(screen))]
}

/// The effects that show the first question of a new assessment.
///
/// # Errors
/// The store's error; there is no new assessment then.
pub fn begin(ctx: &mut Ctx, new: &NewAssessment) -> Result<Vec<Effect>, JournalError> {
    ctx.begin(new)?;
    Ok(question::open(ctx))
}

impl New {
    fn step(&mut self, by: isize) {
        let here = ROWS.iter().position(|row| *row == self.row).unwrap_or(0);
        let next = here.saturating_add_signed(by).min(ROWS.len() - 1);
        self.row = ROWS.get(next).copied().unwrap_or(Row::Begin);
    }

    fn turn(&mut self, ctx: &Ctx, forward: bool) {
        match self.row {
            Row::Questionnaire => {
                let count = ctx.shelf.len().max(1);
                self.questionnaire = (self.questionnaire + if forward { 1 } else { count - 1 }) % count;
            }
            Row::Form => self.form = if self.form == Form::Full { Form::Quick } else { Form::Full },
            Row::Name | Row::Begin => {}
        }
        self.keep_to_forms(ctx);
    }

    /// A questionnaire without a quick form is asked in full.
    fn keep_to_forms(&mut self, ctx: &Ctx) {
        if self.chosen(ctx).is_some_and(|questionnaire| !questionnaire.offers(self.form)) {
            self.form = Form::Full;
        }
    }

    fn begin(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        let name = self.name.text().trim().to_owned();
        self.problem = unfit(&name);
        if self.problem.is_some() {
            self.row = Row::Name;
            return Vec::new();
        }
        let Some(questionnaire) = self.chosen(ctx) else { return vec![Effect::Pop] };
        // Another name or questionnaire makes it another enterprise's, or nothing that can be continued.
        let same = |it: &&Summary| it.enterprise == name && it.questionnaire == questionnaire.id;
        let previous = self.before.as_ref().filter(same).map(|it| it.id);
        let new = NewAssessment { enterprise: name, questionnaire, form: self.form, lang: ctx.lang(), previous };
        begin(ctx, &new).unwrap_or_else(|error| trouble::open(ctx, error, Retry::No))
    }

    fn chosen(&self, ctx: &Ctx) -> Option<Arc<Questionnaire>> {
        ctx.shelf.get(self.questionnaire).cloned()
    }

    /// Enterprises already interviewed whose names contain what is typed.
    fn similar(&self) -> Vec<&str> {
        let needle = Needle::new(&self.name.text());
        if needle.is_empty() {
            return Vec::new();
        }
        needle.choose(self.known.iter().map(String::as_str), |name| name).into_iter().take(3).collect()
    }
}

impl Screen for New {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match (key.code, self.row) {
            (KeyCode::Esc, _) => return vec![Effect::Pop],
            (KeyCode::Enter, Row::Begin) => return self.begin(ctx),
            (KeyCode::Enter | KeyCode::Tab | KeyCode::Down | KeyCode::PageDown, _) => self.step(1),
            (KeyCode::BackTab | KeyCode::Up | KeyCode::PageUp, _) => self.step(-1),
            (_, Row::Name) => {
                self.problem = None;
                self.name.key(key);
            }
            (KeyCode::Left, _) => self.turn(ctx, false),
            (KeyCode::Right | KeyCode::Char(' '), _) => self.turn(ctx, true),
            _ => {}
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        if self.row == Row::Name {
            ctx.paste(&mut self.name, text);
        }
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "← →", label: "hint-change" },
            Hint { keys: "Enter", label: "hint-next" },
            Hint { keys: "F5", label: "short-language" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let title = if self.before.is_some() { "last-dialog" } else { "dialog-new" };
        let inside = surround::dialog(ctx, &ctx.texts.get(title), &hints, 14, frame, area);
        let [label, field, rest] =
            inside.layout(&Layout::vertical([Constraint::Length(2), Constraint::Length(1), Constraint::Fill(1)]));
        let mut top = Body::new();
        top.blank();
        top.line(self.label(ctx, Row::Name, &ctx.texts.get("new-name")));
        top.draw(ctx, 0, frame, label);
        self.rest(ctx, rest.width).draw(ctx, 0, frame, rest);
        let [_, input] = field.layout(&Layout::horizontal([Constraint::Length(2), Constraint::Fill(1)]));
        let style = ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED);
        if self.row == Row::Name {
            self.name.draw(style, frame, input);
        } else {
            frame.render_widget(Span::styled(self.name.text(), style), input);
        }
    }
}

impl New {
    fn label(&self, ctx: &Ctx, row: Row, text: &str) -> Line<'static> {
        let here = row == self.row;
        let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
        let role = if here { Role::Title } else { Role::Text };
        Line::styled(format!("{cursor} {text}"), ctx.theme.style(role))
    }

    fn rest(&self, ctx: &Ctx, width: u16) -> Body {
        let mut body = Body::new();
        if let Some(problem) = &self.problem {
            let mark = format!("  {} ", ctx.glyph(Glyph::Problem));
            body.text(&mark, &ctx.texts.say(problem), ctx.theme.style(Role::Problem), width);
        }
        let similar = self.similar();
        if !similar.is_empty() {
            let names = similar.join("; ");
            let text = ctx.texts.with("new-known", &[("names", names.into())]);
            body.text("  ", &text, ctx.theme.style(Role::Quiet), width);
        }
        body.blank();
        let questionnaire = self.chosen(ctx);
        let title = questionnaire.as_ref().map(|it| format!("‹ {} {} ›", it.title.get(ctx.lang()), it.version));
        self.choice(&mut body, ctx, Row::Questionnaire, "new-questionnaire", &title.unwrap_or_default(), width);
        let form = questionnaire.map_or_else(String::new, |it| fresh::form(&ctx.texts, &it, self.form));
        self.choice(&mut body, ctx, Row::Form, "new-form", &format!("‹ {form} ›"), width);
        let begin = self.label(ctx, Row::Begin, &ctx.texts.get("new-begin"));
        if self.row == Row::Begin {
            body.focused(|body| body.line(begin));
        } else {
            body.line(begin);
        }
        body
    }

    fn choice(&self, body: &mut Body, ctx: &Ctx, row: Row, label: &str, value: &str, width: u16) {
        let from = body.height();
        body.line(self.label(ctx, row, &ctx.texts.get(label)));
        let role = if row == self.row { Role::Selected } else { Role::Text };
        body.text("  ", value, ctx.theme.style(role), width);
        if row == self.row {
            body.focus_from(from);
        }
        body.blank();
    }
}
