//! How a visit ended: asked of an interviewer who leaves an unfinished assessment.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::{Effect, Hint, Screen};
use crate::engine::answer::date;
use crate::engine::questionnaire::Lines;
use crate::engine::text::Message;
use crate::engine::visit::{Ending, Outcome};
use crate::session::fieldwork::{ENDINGS, unfit};
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::rows::{self, Value};

/// Where to go when it has been said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Back to the list.
    Home,
    /// Out of the program.
    Quit,
}

/// The question how the visit ended.
#[derive(Debug)]
pub struct EndingScreen {
    then: Then,
    row: usize,
    /// The day and the reason of a visit that needs them.
    details: Option<Details>,
    problem: Option<Message>,
}

#[derive(Debug)]
struct Details {
    outcome: Outcome,
    day: Field,
    reason: Field,
    /// Whether the reason is being typed.
    at_reason: bool,
}

/// The effects that ask, and then go where the user wanted to go.
pub fn open(ctx: &mut Ctx, then: Then) -> Vec<Effect> {
    ctx.outcome_asked();
    vec![Effect::Push(Box::new(EndingScreen { then, row: 0, details: None, problem: None }))]
}

impl Then {
    const fn effect(self) -> Effect {
        match self {
            Self::Home => Effect::Home,
            Self::Quit => Effect::Quit,
        }
    }
}

impl EndingScreen {
    /// Picks a row; the last one says nothing.
    fn pick(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        match ENDINGS.get(self.row) {
            None => vec![self.then.effect()],
            Some((outcome @ (Outcome::Postponed | Outcome::Refused), _)) => {
                let field = || Field::new("", Lines::One);
                let at_reason = *outcome == Outcome::Refused;
                self.details = Some(Details { outcome: *outcome, day: field(), reason: field(), at_reason });
                Vec::new()
            }
            Some((outcome, _)) => self.keep(ctx, &Ending { outcome: *outcome, until: None, reason: String::new() }),
        }
    }

    fn keep(&mut self, ctx: &mut Ctx, ending: &Ending) -> Vec<Effect> {
        let today = ctx.today();
        self.problem = unfit(ending, today).or_else(|| ctx.end_visit(ending).err().map(|error| error.message));
        if self.problem.is_some() { Vec::new() } else { vec![self.then.effect()] }
    }

    fn keep_details(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(details) = &mut self.details else { return Vec::new() };
        let typed = details.day.text();
        let until = match typed.trim() {
            "" => None,
            text => match date(text) {
                Ok(day) => Some(day),
                Err(error) => {
                    details.at_reason = false;
                    self.problem = Some(error.0);
                    return Vec::new();
                }
            },
        };
        let ending = Ending { outcome: details.outcome, until, reason: details.reason.text().trim().to_owned() };
        let day_fits = details.outcome != Outcome::Postponed || until.is_some_and(|day| day >= ctx.today());
        if day_fits && !details.at_reason {
            details.at_reason = true;
            return Vec::new();
        }
        details.at_reason = day_fits;
        self.keep(ctx, &ending)
    }

    fn list_key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => return vec![self.then.effect()],
            KeyCode::Enter | KeyCode::Char(' ') => return self.pick(ctx),
            KeyCode::Up => self.row = self.row.saturating_sub(1),
            KeyCode::Down => self.row = (self.row + 1).min(ENDINGS.len()),
            KeyCode::Char(digit) => {
                let number = digit.to_digit(10).and_then(|number| (number as usize).checked_sub(1));
                if let Some(row) = number.filter(|row| *row <= ENDINGS.len()) {
                    self.row = row;
                    return self.pick(ctx);
                }
            }
            _ => {}
        }
        Vec::new()
    }
}

impl Screen for EndingScreen {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        self.problem = None;
        let Some(details) = &mut self.details else { return self.list_key(ctx, key) };
        match key.code {
            KeyCode::Esc => self.details = None,
            KeyCode::Enter => return self.keep_details(ctx),
            KeyCode::Tab | KeyCode::Down | KeyCode::Up | KeyCode::BackTab => {
                details.at_reason = details.outcome == Outcome::Refused || !details.at_reason;
            }
            _ if details.at_reason => {
                details.reason.key(key);
            }
            _ => {
                details.day.key(key);
            }
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        if let Some(details) = &mut self.details {
            let field = if details.at_reason { &mut details.reason } else { &mut details.day };
            ctx.paste(field, text);
        }
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let listed =
            [Hint { keys: "1-5 Enter", label: "hint-choose" }, Hint { keys: "Esc", label: "outcome-hint-leave" }];
        let typed = [
            Hint { keys: "Tab", label: "hint-next-field" },
            Hint { keys: "Enter", label: "hint-keep" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let width = area.width.saturating_sub(12).min(80);
        let mut body = Body::new();
        body.blank();
        match &self.details {
            None => self.draw_list(&mut body, ctx, width),
            Some(details) => draw_details(&mut body, ctx, details, width),
        }
        if let Some(problem) = &self.problem {
            let mark = format!("  {} ", ctx.glyph(Glyph::Problem));
            body.text(&mark, &ctx.texts.say(problem), ctx.theme.style(Role::Problem), width);
        }
        let hints: &[Hint] = if self.details.is_some() { &typed } else { &listed };
        let height = u16::try_from(body.height()).unwrap_or(u16::MAX);
        let inside = surround::dialog(ctx, &ctx.texts.get("dialog-outcome"), hints, height, frame, area);
        body.draw(ctx, 0, frame, inside);
    }
}

impl EndingScreen {
    fn draw_list(&self, body: &mut Body, ctx: &Ctx, width: u16) {
        let keys = ENDINGS.iter().map(|(_, key)| *key).chain(["outcome-none"]);
        for (at, key) in keys.enumerate() {
            let label = format!("{}  {}", at + 1, ctx.texts.get(key));
            rows::row(body, ctx, at == self.row, &label, &Value::Button, width);
        }
    }
}

fn draw_details(body: &mut Body, ctx: &Ctx, details: &Details, width: u16) {
    if details.outcome == Outcome::Postponed {
        let label = ctx.texts.with("outcome-day", &[("format", ctx.texts.get("tui-date-format").into())]);
        rows::row(body, ctx, !details.at_reason, &label, &Value::Typed(&details.day), width);
    }
    let key = if details.outcome == Outcome::Postponed { "outcome-why" } else { "outcome-why-if-known" };
    rows::row(body, ctx, details.at_reason, &ctx.texts.get(key), &Value::Typed(&details.reason), width);
}
