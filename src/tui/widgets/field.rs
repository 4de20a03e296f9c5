//! A field for text of one line or many, edited by our own keys.
//!
//! The editing itself is `ratatui-textarea`'s, wrapped so that it can be exchanged.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui_textarea::{CursorMove, Input, Key as AreaKey, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::engine::questionnaire::Lines;
use crate::engine::text::{canonical, steers};
use crate::tui::input::Key;

/// The longest text that a field takes from a paste, in characters.
const LONGEST_LINE: usize = 1_000;
const LONGEST_TEXT: usize = 100_000;

/// A field for text.
#[derive(Debug)]
pub struct Field {
    area: TextArea<'static>,
    lines: Lines,
}

impl Field {
    /// A field that holds `text`, with the cursor behind it.
    pub fn new(text: &str, lines: Lines) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_cursor_line_style(Style::new());
        area.set_wrap_mode(if lines == Lines::Many { WrapMode::WordOrGlyph } else { WrapMode::None });
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, lines }
    }

    /// What stands in the field.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The part of its line that fits into `room` cells and holds the caret, and the caret's column in it.
    pub fn window(&self, room: usize) -> (String, usize) {
        let at = self.area.cursor();
        window(self.area.lines().get(at.0).map_or("", String::as_str), at.1, room)
    }

    /// Whether nothing stands in the field.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Takes an editing key. False if the key does not edit.
    pub fn key(&mut self, key: Key) -> bool {
        let many = self.lines == Lines::Many;
        match key.code {
            KeyCode::Char(c) if key.ctrl || key.alt || steers(c) => return false,
            KeyCode::Char(c) => {
                self.area.input_without_shortcuts(Input {
                    key: AreaKey::Char(c),
                    ctrl: false,
                    alt: false,
                    shift: false,
                });
            }
            KeyCode::Backspace if key.ctrl || key.alt => {
                self.area.delete_word();
            }
            KeyCode::Backspace => {
                self.area.delete_char();
            }
            KeyCode::Delete => {
                self.area.delete_next_char();
            }
            KeyCode::Enter if many => self.area.insert_newline(),
            code => return self.move_cursor(code, key.ctrl, many),
        }
        true
    }

    fn move_cursor(&mut self, code: KeyCode, ctrl: bool, many: bool) -> bool {
        let to = match code {
            KeyCode::Left if ctrl => CursorMove::WordBack,
            KeyCode::Right if ctrl => CursorMove::WordForward,
            KeyCode::Left => CursorMove::Back,
            KeyCode::Right => CursorMove::Forward,
            KeyCode::Home => CursorMove::Head,
            KeyCode::End => CursorMove::End,
            KeyCode::Up if many => CursorMove::Up,
            KeyCode::Down if many => CursorMove::Down,
            _ => return false,
        };
        self.area.move_cursor(to);
        true
    }

    /// Inserts pasted text, cleaned of everything that is not text.
    ///
    /// # Errors
    /// The most characters that are taken, if there were more; those were inserted.
    pub fn paste(&mut self, text: &str) -> Result<(), usize> {
        let (text, left_out) = cleaned(text, self.lines);
        self.area.insert_str(text);
        left_out
    }

    /// Takes back the last edit. False if there is none.
    pub fn undo(&mut self) -> bool {
        self.area.undo()
    }

    /// Makes the edit again that was taken back. False if there is none.
    pub fn redo(&mut self) -> bool {
        self.area.redo()
    }

    /// Draws the field; the terminal's cursor stands where the next character goes.
    pub fn draw(&self, style: Style, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        frame.buffer_mut().set_style(area, style);
        if self.lines == Lines::One {
            // The editor would go on hiding what once was too long, until the caret is moved there.
            let (text, column) = self.window(area.width.into());
            frame.render_widget(text, area);
            let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
            return frame.set_cursor_position(Position::new(area.x.saturating_add(column), area.y));
        }
        frame.render_widget(&self.area, area);
        let (top, left) = self.area.scroll_offset();
        let cursor = self.area.screen_cursor();
        let offset = |at: usize, scroll: u16| u16::try_from(at).unwrap_or(u16::MAX).saturating_sub(scroll);
        let x = area.x.saturating_add(offset(cursor.col, left)).min(area.right().saturating_sub(1));
        let y = area.y.saturating_add(offset(cursor.row, top)).min(area.bottom().saturating_sub(1));
        frame.set_cursor_position(Position::new(x, y));
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

/// Pasted text as a field of so many lines takes it, and whether that is all of it.
pub fn cleaned(text: &str, lines: Lines) -> (String, Result<(), usize>) {
    let most = if lines == Lines::One { LONGEST_LINE } else { LONGEST_TEXT };
    // What is left out need not be cleaned first: a megabyte takes long.
    let start: String = text.chars().take(most.saturating_mul(2)).collect();
    let clean = canonical(&start);
    let clean = if lines == Lines::One { clean.trim_end_matches('\n').replace(['\n', '\t'], " ") } else { clean };
    let taken: String = clean.chars().take(most).collect();
    let is_whole = taken.len() == clean.len() && start.len() == text.len();
    (taken, if is_whole { Ok(()) } else { Err(most) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_text_is_cleaned_and_one_line_stays_one() {
        let mut one = Field::new("", Lines::One);
        assert_eq!(one.paste("Buxoro\r\nNon\u{1b}[31m\n"), Ok(()));
        assert_eq!(one.text(), "Buxoro Non[31m");
        let mut many = Field::new("", Lines::Many);
        assert_eq!(many.paste("и\u{306}\r\nb"), Ok(()));
        assert_eq!(one.paste(&"ab ".repeat(1_000)), Err(LONGEST_LINE));
        assert_eq!(many.text(), "й\nb");
    }

    #[test]
    fn enter_begins_a_line_only_in_long_text() {
        let enter = Key::plain(KeyCode::Enter);
        assert!(!Field::new("a", Lines::One).key(enter));
        let mut many = Field::new("a", Lines::Many);
        assert!(many.key(enter));
        assert_eq!(many.text(), "a\n");
    }

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

    #[test]
    fn what_is_left_of_a_long_text_is_shown_from_its_beginning() {
        let mut field = Field::new(&"1".repeat(40), Lines::One);
        for _ in 0..38 {
            assert!(field.key(Key::plain(KeyCode::Backspace)));
        }
        assert_eq!(field.window(20), ("11".to_owned(), 2));
    }
}
