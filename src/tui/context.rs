//! What every screen is given: what an interview is held with, and how it looks.

use std::ops::{Deref, DerefMut};

use ratatui::layout::Size;

use super::theme::{Charset, Glyph, Looks, Role, Theme, Wardrobe};
use super::widgets::field::Field;
use crate::engine::interview::journal::JournalError;
use crate::engine::interview::{Advance, Change};
use crate::engine::text::Message;
use crate::session::Desk;
pub use crate::session::Session;

/// What every screen is given: the desk, of which it is an extension, and the looks.
#[derive(Debug)]
pub struct Ctx {
    /// What the interview is held with.
    pub desk: Desk,
    /// The looks.
    pub theme: Looks,
    /// The looks there are to choose from.
    pub wardrobe: Wardrobe,
    /// The characters the terminal can show.
    pub charset: Charset,
    /// The window.
    pub size: Size,
    /// One line that tells what just happened.
    pub notice: Option<Notice>,
    /// Whether the screen below is to try again what the disk refused.
    pub retry: bool,
}

impl Deref for Ctx {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl DerefMut for Ctx {
    fn deref_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }
}

/// One line that tells what just happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What is said.
    pub message: Message,
    /// How it looks.
    pub role: Role,
}

impl Ctx {
    /// A mark in the terminal's characters.
    pub const fn glyph(&self, glyph: Glyph) -> &'static str {
        self.charset.glyph(glyph)
    }

    /// Shows a line until the next key.
    pub fn say(&mut self, message: Message) {
        self.notice = Some(Notice { message, role: Role::Quiet });
    }

    /// Shows a line that needs attention.
    pub fn warn(&mut self, message: Message) {
        self.notice = Some(Notice { message, role: Role::Problem });
    }

    /// Puts pasted text into a field, and says so if not all of it was taken.
    pub fn paste(&mut self, field: &mut Field, text: &str) {
        let pasted = field.paste(text);
        self.tell_paste(pasted);
    }

    /// Says that a paste was too long, if it was.
    pub fn tell_paste(&mut self, pasted: Result<(), usize>) {
        if let Err(most) = pasted {
            self.warn(Message::new("input-paste-cut").with("most", most));
        }
    }

    /// Turns to another theme, and remembers it.
    pub fn set_theme(&mut self, theme: Theme) {
        self.theme = self.wardrobe.looks(theme);
        self.keep_setting("theme", theme.name());
    }

    /// Draws with other characters, and remembers it.
    pub fn set_charset(&mut self, charset: Charset) {
        self.charset = charset;
        self.keep_setting("charset", charset.name());
    }

    /// Keeps a change, moves on, and shows which questions it opened or closed.
    ///
    /// # Errors
    /// The store's error; nothing has changed.
    pub fn commit(&mut self, change: Change, advance: Advance) -> Result<(), JournalError> {
        if let Some(message) = self.desk.commit(change, advance)? {
            self.say(message);
        }
        Ok(())
    }
}
