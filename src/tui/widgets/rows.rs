//! Rows of a form: a label with what is chosen or typed, and buttons. The row in hand is marked and in focus.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::body::Body;
use super::field::Field;
use crate::tui::context::Ctx;
use crate::tui::theme::{Glyph, Role};

/// What stands behind a label.
#[derive(Debug)]
pub enum Value<'a> {
    /// One of a few, turned with ← →.
    Choice(&'a str),
    /// What is typed.
    Typed(&'a Field),
    /// Nothing: Enter does what the label says.
    Button,
}

/// Adds a row.
pub fn row(body: &mut Body, ctx: &Ctx, here: bool, label: &str, value: &Value, width: u16) {
    if here {
        body.focused(|body| draw(body, ctx, here, label, value, width));
    } else {
        draw(body, ctx, here, label, value, width);
    }
}

fn draw(body: &mut Body, ctx: &Ctx, here: bool, label: &str, value: &Value, width: u16) {
    let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
    let role = if here { Role::Selected } else { Role::Text };
    let title = ctx.theme.style(if here { Role::Title } else { Role::Text });
    match value {
        Value::Button => body.text(&format!("{cursor} "), label, ctx.theme.style(role), width),
        Value::Choice(chosen) => {
            body.text(&format!("{cursor} "), label, title, width);
            body.text("    ", &format!("‹ {chosen} ›"), ctx.theme.style(role), width);
        }
        Value::Typed(field) => {
            body.text(&format!("{cursor} "), label, title, width);
            let room = usize::from(width).saturating_sub(6);
            let (text, column) = field.window(room);
            let rest = " ".repeat(room.saturating_sub(text.width()).min(40));
            let style = ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED);
            body.line(Line::from(vec![Span::raw("    "), Span::styled(text + &rest, style)]));
            if here {
                body.cursor(u16::try_from(4 + column).unwrap_or(u16::MAX));
            }
        }
    }
}
