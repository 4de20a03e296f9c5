//! With which other assessment one is compared.

use std::cmp::Reverse;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::open;
use crate::engine::library::Summary;
use crate::engine::text::Message;
use crate::tui::actions::Scope;
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::screens::trouble::{self, Retry};
use crate::tui::screens::{Effect, Hint, Screen, profile};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::fit;

/// The assessments by the same questionnaire.
#[derive(Debug)]
struct Pick {
    of: Summary,
    others: Vec<Summary>,
    cursor: usize,
}

/// The effects that ask with which assessment one is compared.
pub fn pick(ctx: &mut Ctx, of: &Summary) -> Vec<Effect> {
    let others = match ctx.library.summaries() {
        Ok(all) => others(all, of),
        Err(error) => return trouble::open(ctx, error, Retry::No),
    };
    if others.is_empty() {
        ctx.warn(Message::new("compare-nothing"));
        return Vec::new();
    }
    vec![Effect::Push(Box::new(Pick { of: of.clone(), others, cursor: 0 }))]
}

/// The other assessments by the same questionnaire: of the same enterprise first, the earlier ones before the later,
/// the nearest before the furthest.
fn others(mut all: Vec<Summary>, of: &Summary) -> Vec<Summary> {
    all.retain(|it| it.id != of.id && it.questionnaire == of.questionnaire);
    all.sort_by_key(|it| {
        let (other_firm, later) = (it.enterprise != of.enterprise, it.created > of.created);
        (other_firm, later, if later { Ok(it.created) } else { Err(Reverse(it.created)) })
    });
    all
}

fn line(ctx: &Ctx, summary: &Summary) -> String {
    let state = match summary.closed {
        Some(_) => ctx.texts.get("compare-closed"),
        None => ctx.texts.percent(summary.progress.percent() as f64, 0),
    };
    let day = ctx.texts.short_day(summary.created);
    format!("{day}  {} · {} · {state}", summary.enterprise, summary.version)
}

impl Screen for Pick {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter => {
                let Some(other) = self.others.get(self.cursor) else { return vec![Effect::Pop] };
                let mut effects = vec![Effect::Pop];
                effects.extend(open(ctx, other, &self.of));
                return effects;
            }
            code => self.cursor = profile::moved(code, self.cursor, self.others.len()),
        }
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-pick" },
            Hint { keys: "Enter", label: "hint-choose" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let height = u16::try_from(self.others.len()).unwrap_or(u16::MAX).min(12) + 1;
        let inside = surround::dialog(ctx, &ctx.texts.get("compare-pick"), &hints, height, frame, area);
        let mut body = Body::new();
        for (at, other) in self.others.iter().enumerate() {
            let here = at == self.cursor;
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
            let text = fit(&line(ctx, other), usize::from(inside.width).saturating_sub(3));
            let add = |body: &mut Body| body.text(&format!("{cursor} "), &text, style, inside.width);
            if here { body.focused(add) } else { add(&mut body) }
        }
        body.draw(ctx, 0, frame, inside);
    }
}
