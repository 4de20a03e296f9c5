//! Texts broken into lines by the width of their letters.

use unicode_segmentation::UnicodeSegmentation;

use super::fonts::Fonts;
use super::strip::Style;

/// A part of a text in one style.
#[derive(Clone, Debug)]
pub struct Span {
    /// What it says, as [`Fonts::shown`] gives it.
    pub text: String,
    /// How it looks.
    pub style: Style,
}

impl Span {
    /// A text in a style.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

/// A part of a line in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// How far from the beginning of the line.
    pub x: f32,
    /// What it says.
    pub text: String,
    /// How it looks.
    pub style: Style,
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its parts, from left to right.
    pub pieces: Vec<Piece>,
    /// How wide it is, without the space at its end.
    pub width: f32,
}

/// Breaks a text into lines of at most so many points. A line end in the text stays one; a word that is longer than a
/// line is broken. Every line but the last ends with the space that was there, so that words stay apart for readers.
pub fn broken(fonts: &Fonts, spans: &[Span], room: f32) -> Vec<Line> {
    let mut lines = Lines { fonts, room, done: Vec::new(), line: Line::default() };
    for (at, span) in spans.iter().enumerate() {
        for (row, text) in span.text.split('\n').enumerate() {
            if row > 0 {
                lines.end();
            }
            let glued = at == 0 || row > 0;
            lines.words(text, span.style, glued);
        }
    }
    lines.end();
    lines.done
}

struct Lines<'a> {
    fonts: &'a Fonts,
    room: f32,
    done: Vec<Line>,
    line: Line,
}

impl Lines<'_> {
    fn words(&mut self, text: &str, style: Style, at_beginning: bool) {
        let space = self.fonts.width(" ", style);
        let mut first = at_beginning;
        // A no-break space is no place to break, so only the plain ones divide words.
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let width = self.fonts.width(word, style);
            let gap = if first || self.line.pieces.is_empty() { 0.0 } else { space };
            first = false;
            if self.line.width + gap + width <= self.room {
                self.space(gap);
                self.push(word, width, style);
            } else if width <= self.room {
                self.space(space);
                self.end();
                self.push(word, width, style);
            } else {
                self.space(gap);
                self.long(word, style);
            }
        }
    }

    /// The space behind what stands, which belongs to it.
    fn space(&mut self, width: f32) {
        if width > 0.0
            && let Some(last) = self.line.pieces.last_mut()
        {
            last.text.push(' ');
            self.line.width += width;
        }
    }

    /// A word that is longer than a line: broken where an address may be, else wherever the line ends.
    fn long(&mut self, word: &str, style: Style) {
        for part in word.split_inclusive(['/', '-', '_', '&', '?', '.']) {
            if self.fonts.width(part, style) <= self.room {
                self.fitting(part, style);
            } else {
                part.graphemes(true).for_each(|letter| self.fitting(letter, style));
            }
        }
    }

    /// A part of a word, on the next line if it does not fit on this one.
    fn fitting(&mut self, part: &str, style: Style) {
        let width = self.fonts.width(part, style);
        if self.line.width + width > self.room && !self.line.pieces.is_empty() {
            self.end();
        }
        self.push(part, width, style);
    }

    fn push(&mut self, text: &str, width: f32, style: Style) {
        match self.line.pieces.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.line.pieces.push(Piece { x: self.line.width, text: text.to_owned(), style }),
        }
        self.line.width += width;
    }

    fn end(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        if let Some(last) = line.pieces.last().filter(|last| last.text.ends_with(' ')) {
            line.width -= self.fonts.width(" ", last.style);
        }
        self.done.push(line);
    }
}

/// A text on one line of so many points; where it is longer, it ends with an ellipsis.
pub fn cut(fonts: &Fonts, text: &str, style: Style, room: f32) -> String {
    if fonts.width(text, style) <= room {
        return text.to_owned();
    }
    let room = room - fonts.width("…", style);
    let mut kept = String::new();
    let mut width = 0.0;
    for piece in text.graphemes(true) {
        width += fonts.width(piece, style);
        if width > room {
            break;
        }
        kept.push_str(piece);
    }
    kept.trim_end().to_owned() + "…"
}
