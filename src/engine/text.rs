//! Languages, texts that exist in several of them, and messages that can be said in any.
//!
//! Knows nothing of where texts are shown. Interface texts live in `i18n`; the engine names them by
//! key in a [`Message`].

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

mod fold;
mod nearest;
mod order;
pub use fold::{canonical, folded, matches_folded};
pub use nearest::nearest;
pub use order::alphabetical;

/// A language of interface, questionnaire and report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lang {
    /// Uzbek in the Latin alphabet of 1995, with ʻ U+02BB and ʼ U+02BC.
    #[serde(rename = "uz")]
    Uz,
    /// Russian.
    #[serde(rename = "ru")]
    Ru,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// Every language, in the order F5 walks through them.
    pub const ALL: [Self; 3] = [Self::Uz, Self::Ru, Self::En];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Uz => "uz",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Uz => "Oʻzbekcha",
            Self::Ru => "Русский",
            Self::En => "English",
        }
    }

    /// The language of a system locale (`ru_RU.UTF-8`): any `uz*` is Uzbek, any `ru*` Russian,
    /// else English.
    pub fn from_locale(locale: &str) -> Self {
        let locale = locale.to_ascii_lowercase();
        if locale.starts_with("uz") {
            Self::Uz
        } else if locale.starts_with("ru") {
            Self::Ru
        } else {
            Self::En
        }
    }

    /// The language F5 turns to next.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Uz => Self::Ru,
            Self::Ru => Self::En,
            Self::En => Self::Uz,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(tag: &str) -> Result<Self, UnknownLang> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(tag))
            .ok_or_else(|| UnknownLang(tag.to_owned()))
    }
}

/// A tag that names no language of this program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language `{0}` (known: uz, ru, en)")]
pub struct UnknownLang(pub String);

/// A text in the languages of its questionnaire. Looking it up cannot fail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized {
    texts: [Option<Box<str>>; Lang::ALL.len()],
}

impl Localized {
    /// Makes a text of what was written in each language.
    pub fn new(texts: impl IntoIterator<Item = (Lang, String)>) -> Self {
        let mut made = Self::default();
        for (lang, text) in texts {
            if let Some(slot) = made.texts.get_mut(lang as usize) {
                *slot = Some(text.into_boxed_str());
            }
        }
        made
    }

    /// The text in `lang`, or in the first language that has one.
    pub fn get(&self, lang: Lang) -> &str {
        let wanted = self.texts.get(lang as usize).and_then(Option::as_deref);
        wanted.or_else(|| self.texts.iter().flatten().next().map(AsRef::as_ref)).unwrap_or_default()
    }

    /// Every text with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().zip(&self.texts).filter_map(|(lang, text)| Some((lang, text.as_deref()?)))
    }
}

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
