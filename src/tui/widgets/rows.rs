//! Rows of a form: a label with what is chosen or typed, and buttons. The row in hand is marked and in focus.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
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
            let (text, column) = window(&field.text(), field.caret(), room);
            let rest = " ".repeat(room.saturating_sub(text.width()).min(40));
            let style = ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED);
            body.line(Line::from(vec![Span::raw("    "), Span::styled(text + &rest, style)]));
            if here {
                body.cursor(u16::try_from(4 + column).unwrap_or(u16::MAX));
            }
        }
    }
}

/// The part of a line of text that fits into `room` cells and holds the caret, and the caret's column in it.
fn window(text: &str, caret: usize, room: usize) -> (String, usize) {
    let before: String = text.chars().take(caret).collect();
    let width = before.width();
    let mut hidden = 0;
    for grapheme in before.graphemes(true) {
        if width.saturating_sub(hidden) < room.max(1) {
            break;
        }
        hidden += grapheme.width();
    }
    let mut skipped = 0;
    let mut shown = String::new();
    for grapheme in text.graphemes(true) {
        if skipped < hidden {
            skipped += grapheme.width();
        } else if shown.width() + grapheme.width() <= room {
            shown.push_str(grapheme);
        } else {
            break;
        }
    }
    (shown, width.saturating_sub(hidden))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shown_around_its_caret() {
        for (text, caret, room, shown, column) in [
            ("Buxoro", 6, 10, "Buxoro", 6),
            ("Buxoro", 0, 3, "Bux", 0),
            ("Buxoro Non", 10, 5, " Non", 4),
            ("Buxoro Non", 3, 5, "Buxor", 3),
            ("日本語", 3, 4, "語", 2),
            ("", 0, 0, "", 0),
        ] {
            assert_eq!(window(text, caret, room), (shown.to_owned(), column), "{text} {caret} {room}");
        }
    }
}
