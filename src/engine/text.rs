//! Languages, texts that exist in several of them, and messages that can be said in any.
//!
//! Knows nothing of where texts are shown. Interface texts live in `i18n`; the engine names them by
//! key in a [`Message`].

mod alphabet;
mod fold;
mod lang;
mod layout;
mod localized;
mod nearest;
mod sort;
pub use alphabet::{cyrillic, reformed};
pub use fold::{Found, Hay, Needle, canonical, folded, steers};
pub use lang::{Lang, UnknownLang};
pub use layout::latin;
pub use localized::Localized;
pub use nearest::nearest;
pub use sort::sort_key;

/// One argument of a [`Message`].
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Shown as it is.
    Text(String),
    /// Formatted and pluralised by the language.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

/// A text of the interface, named by its key, to be said in any language.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The key of the text in the catalogues of `i18n`.
    pub key: &'static str,
    /// What stands in its placeholders.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// One problem of something that was handed in, such as a file to import.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where: a record and its field, a cell, or the whole file.
    pub place: Message,
    /// What is wrong there, and what to do.
    pub message: Message,
}
