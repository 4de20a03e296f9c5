//! A column of lines that scrolls so that its focus is seen, and says when there is more.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::wrap::{COMFORT, wrap};
use crate::tui::context::Ctx;
use crate::tui::theme::{Glyph, Role};

/// Lines to draw, one of them perhaps in focus.
#[derive(Debug, Default)]
pub struct Body {
    lines: Vec<Line<'static>>,
    focus: Option<Range<usize>>,
    cursor: Option<(usize, u16)>,
}

impl Body {
    /// No lines.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of lines.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// Adds a line.
    pub fn line(&mut self, line: impl Into<Line<'static>>) {
        self.lines.push(line.into());
    }

    /// Adds an empty line.
    pub fn blank(&mut self) {
        self.line("");
    }

    /// Adds text wrapped to a comfortable width within `width`, the first line behind `prefix` and
    /// the others indented as far.
    pub fn text(&mut self, prefix: &str, text: &str, style: Style, width: u16) {
        use unicode_width::UnicodeWidthStr;
        let indent = prefix.width();
        let room = usize::from(width).saturating_sub(indent + 1).min(COMFORT);
        for (at, line) in wrap(text, room).into_iter().enumerate() {
            let before = if at == 0 { prefix.to_owned() } else { " ".repeat(indent) };
            self.line(Line::from(vec![Span::raw(before), Span::styled(line, style)]));
        }
    }

    /// Marks the lines added by `add` as the focus.
    pub fn focused(&mut self, add: impl FnOnce(&mut Self)) {
        let from = self.lines.len();
        add(self);
        self.focus_from(from);
    }

    /// Marks the lines from `line` on as the focus.
    pub fn focus_from(&mut self, line: usize) {
        self.focus = Some(line..self.lines.len());
    }

    /// Puts the terminal's cursor on the line added last, at a column.
    pub fn cursor(&mut self, column: u16) {
        self.cursor = self.lines.len().checked_sub(1).map(|line| (line, column));
    }

    /// Draws the lines around the focus; `scroll` moves the view when nothing has the focus. Where lines
    /// are hidden a line says how many; it covers none.
    pub fn draw(&self, ctx: &Ctx, scroll: usize, frame: &mut Frame, area: Rect) {
        let window = self.window(usize::from(area.height), scroll);
        let hidden_below = self.lines.len() - window.end;
        let [above, text, below] = area.layout(&Layout::vertical([
            Constraint::Length(u16::from(window.start > 0)),
            Constraint::Fill(1),
            Constraint::Length(u16::from(hidden_below > 0)),
        ]));
        let visible: Vec<Line> = self.lines.get(window.clone()).unwrap_or_default().to_vec();
        frame.render_widget(Paragraph::new(visible), text);
        announce(ctx, Glyph::Less, window.start, frame, above);
        announce(ctx, Glyph::More, hidden_below, frame, below);
        self.place_cursor(window.start, frame, text);
    }

    /// The furthest that the lines can be scrolled in a space of that height.
    pub fn last_scroll(&self, height: u16) -> usize {
        let height = usize::from(height);
        if self.lines.len() <= height { 0 } else { self.lines.len() - height.saturating_sub(1).min(self.lines.len()) }
    }

    /// The row on which a line stands in a space of that height, when nothing but the focus moves the view.
    pub fn shown_at(&self, line: usize, height: u16) -> u16 {
        let window = self.window(usize::from(height), 0);
        let row = line.saturating_sub(window.start) + usize::from(window.start > 0);
        u16::try_from(row).unwrap_or(u16::MAX)
    }

    /// The lines that are seen in `height` rows, of which the first or last may be needed to say that
    /// there are more.
    fn window(&self, height: usize, scroll: usize) -> Range<usize> {
        let count = self.lines.len();
        if count <= height {
            return 0..count;
        }
        let middle = height.saturating_sub(2);
        let last = count - height.saturating_sub(1).min(count);
        match self.first_wanted(height, scroll) {
            0 => 0..height.saturating_sub(1),
            first if first >= last => last..count,
            first => first..(first + middle).min(count),
        }
    }

    /// The first line shown: the focus, if there is one, in the middle of what is seen.
    fn first_wanted(&self, height: usize, scroll: usize) -> usize {
        match &self.focus {
            Some(focus) if focus.end < height => 0,
            Some(focus) => {
                usize::midpoint(focus.start, focus.end).saturating_sub(height.saturating_sub(2) / 2).min(focus.start)
            }
            None => scroll,
        }
    }

    fn place_cursor(&self, offset: usize, frame: &mut Frame, area: Rect) {
        let focus = self.focus.as_ref().map(|focus| (focus.start, 1));
        let Some((line, column)) = self.cursor.or(focus) else { return };
        let Some(row) = line.checked_sub(offset).filter(|row| *row < usize::from(area.height)) else { return };
        let at = Position::new(area.x.saturating_add(column), area.y.saturating_add(row as u16));
        if area.contains(at) {
            frame.set_cursor_position(at);
        }
    }
}

/// Says in the right corner that lines are hidden.
fn announce(ctx: &Ctx, glyph: Glyph, hidden: usize, frame: &mut Frame, area: Rect) {
    if hidden == 0 || area.is_empty() {
        return;
    }
    let text = ctx.texts.with("tui-more", &[("mark", ctx.glyph(glyph).into()), ("count", hidden.into())]);
    let line = Line::styled(format!(" {text} "), ctx.theme.style(Role::Key)).right_aligned();
    let width = u16::try_from(line.width()).unwrap_or(area.width).min(area.width);
    let corner = Rect { x: area.right().saturating_sub(width), width, ..area };
    frame.render_widget(line, corner);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn body(lines: usize, focus: Option<Range<usize>>) -> Body {
        Body { lines: (0..lines).map(|at| Line::from(at.to_string())).collect(), focus, cursor: None }
    }

    /// The rows that a window needs, with those that say what is hidden.
    fn rows(window: &Range<usize>, lines: usize) -> usize {
        window.len() + usize::from(window.start > 0) + usize::from(window.end < lines)
    }

    #[test]
    fn what_fits_is_shown_whole() {
        assert_eq!(body(5, None).window(5, 3), 0..5);
        assert_eq!(body(5, None).last_scroll(5), 0);
    }

    #[test]
    fn a_line_is_given_up_to_say_that_more_is_hidden() {
        assert_eq!(body(10, None).window(5, 0), 0..4);
        assert_eq!(body(10, None).window(5, 2), 2..5);
        assert_eq!(body(10, None).window(5, 6), 6..10);
        assert_eq!(body(10, None).last_scroll(5), 6);
        assert_eq!(body(10, Some(9..10)).window(5, 0), 6..10);
    }

    proptest! {
        #[test]
        fn the_window_fits_and_the_end_can_be_reached(lines in 0_usize..60, height in 3_u16..40, scroll in 0_usize..80) {
            let body = body(lines, None);
            let window = body.window(usize::from(height), scroll);
            prop_assert!(rows(&window, lines) <= usize::from(height));
            prop_assert_eq!(body.window(usize::from(height), body.last_scroll(height)).end, lines);
        }

        #[test]
        fn the_focus_is_always_seen(lines in 1_usize..60, height in 3_usize..40, at in 0_usize..60, long in 1_usize..4) {
            let start = at.min(lines - 1);
            let focus = start..(start + long.min(height - 2)).min(lines);
            let window = body(lines, Some(focus.clone())).window(height, 0);
            prop_assert!(window.start <= focus.start && focus.end <= window.end, "{focus:?} in {window:?}");
        }

        #[test]
        fn no_height_is_too_small(lines in 0_usize..9, height in 0_usize..4, scroll in 0_usize..9) {
            let window = body(lines, None).window(height, scroll);
            prop_assert!(window.start <= window.end && window.end <= lines);
        }
    }
}
