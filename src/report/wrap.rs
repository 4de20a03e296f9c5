//! Text in columns of a terminal: width by cells, breaking between words, no control characters.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::engine::text::steers;

/// The number of cells a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text as it may go to a terminal: what people typed must not become escape sequences.
pub fn plain(text: &str) -> String {
    text.chars().map(|c| if steers(c) { ' ' } else { c }).collect()
}

/// Breaks a text into lines of at most `columns` cells, the first one cell-wise shorter by `used`. A
/// line break in the text stays one; a word longer than a line is broken.
pub fn wrap(text: &str, columns: usize, used: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Lines { columns, done: Vec::new(), line: String::new(), free: columns.saturating_sub(used) };
    for (at, paragraph) in text.lines().enumerate() {
        if at > 0 {
            lines.end();
        }
        // A no-break space is no place to break, so only the plain ones divide words.
        plain(paragraph).split(' ').filter(|word| !word.is_empty()).for_each(|word| lines.add(word));
    }
    lines.end();
    lines.done
}

struct Lines {
    columns: usize,
    done: Vec<String>,
    line: String,
    free: usize,
}

impl Lines {
    fn end(&mut self) {
        self.done.push(std::mem::take(&mut self.line));
        self.free = self.columns;
    }

    fn add(&mut self, word: &str) {
        let gap = usize::from(!self.line.is_empty());
        if width(word) + gap <= self.free {
            self.push(&" ".repeat(gap));
            self.push(word);
        } else if width(word) <= self.columns {
            self.end();
            self.push(word);
        } else {
            self.push(&" ".repeat(gap.min(self.free)));
            self.broken(word);
        }
    }

    fn push(&mut self, piece: &str) {
        self.line.push_str(piece);
        self.free = self.free.saturating_sub(width(piece));
    }

    /// Puts down a word that is longer than a line, as much as fits at a time.
    fn broken(&mut self, word: &str) {
        for piece in word.graphemes(true) {
            if width(piece) > self.free {
                self.end();
            }
            self.push(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrap("one two three", 7, 0), ["one two", "three"]);
        assert_eq!(wrap("one two three", 7, 5), ["", "one two", "three"]);
        assert_eq!(wrap("", 7, 0), [""]);
        assert_eq!(wrap("a\nb", 7, 0), ["a", "b"]);
    }

    #[test]
    fn keeps_what_a_no_break_space_joins() {
        assert_eq!(wrap("до 12\u{a0}345 раз", 8, 0), ["до", "12\u{a0}345", "раз"]);
    }

    #[test]
    fn breaks_a_word_that_is_too_long() {
        assert_eq!(wrap("ab abcdefgh", 4, 0), ["ab a", "bcde", "fgh"]);
    }

    #[test]
    fn lets_no_escape_through() {
        assert_eq!(wrap("\u{1b}[31mred\u{7}", 40, 0), [" [31mred "].map(str::trim));
    }

    proptest! {
        #[test]
        fn loses_no_character_and_keeps_to_the_width(text in "[a-zʻʼқ漢 ]{0,80}", columns in 2_usize..30, used in 0_usize..10) {
            let lines = wrap(&text, columns, used);
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for (at, line) in lines.iter().enumerate() {
                let free = if at == 0 { columns.saturating_sub(used) } else { columns };
                prop_assert!(width(line) <= free, "{lines:?}");
            }
        }
    }
}
