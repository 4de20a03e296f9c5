//! A line that is typed and not shown: a passphrase.

use std::fmt;

use ratatui::crossterm::event::KeyCode;
use unicode_segmentation::UnicodeSegmentation;
use zeroize::{Zeroize, Zeroizing};

use super::input::Key;
use crate::engine::text::steers;

/// The longest line that is taken, in bytes; the memory for it is never moved, so nothing of it is left behind.
const LONGEST: usize = 1024;

/// What is typed so far. Wiped from memory when it goes.
pub struct Hidden(Zeroizing<String>);

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hidden(…)")
    }
}

impl Default for Hidden {
    /// Nothing yet.
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl Hidden {
    /// Takes an editing key. Others change nothing.
    pub fn key(&mut self, key: Key) {
        match key.code {
            KeyCode::Backspace if !key.ctrl && !key.alt => {
                let last = self.0.graphemes(true).next_back().map_or(0, str::len);
                let rest = self.0.len() - last;
                self.0.truncate(rest);
            }
            KeyCode::Backspace | KeyCode::Esc | KeyCode::Delete => self.clear(),
            KeyCode::Char('u') if key.ctrl => self.clear(),
            _ => key.typed().into_iter().for_each(|c| self.add(c.encode_utf8(&mut [0; 4]))),
        }
    }

    /// Adds what is text in it, as far as there is room.
    pub fn add(&mut self, text: &str) {
        for c in text.chars().filter(|c| !steers(*c)) {
            if self.0.len() + c.len_utf8() <= LONGEST {
                self.0.push(c);
            }
        }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.zeroize();
    }

    /// The line.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The line, which is wiped when that goes.
    pub fn into_text(self) -> Zeroizing<String> {
        self.0
    }
}
