//! Values of the file with their places. Getters return what has the right type and are silent about
//! the rest: the shape of the file is checked once, in `shape`.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::engine::text::{Lang, Localized};

/// A value with its place.
pub(crate) type Node<'a> = &'a Spanned<DeValue<'a>>;

/// A table of the file.
#[derive(Clone, Debug)]
pub(crate) struct Tab<'a> {
    table: &'a DeTable<'a>,
    /// The header, or the whole inline table.
    pub span: Range<usize>,
}

impl<'a> Tab<'a> {
    /// The file as a whole.
    pub fn root(table: &'a DeTable<'a>) -> Self {
        Self { table, span: 0..0 }
    }

    /// The value as a table.
    pub fn of(node: Node<'a>) -> Option<Self> {
        Some(Self { table: node.get_ref().as_table()?, span: node.span() })
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        self.table.get(key)
    }

    /// The place of a value, or of the table if the key is absent.
    pub fn place(&self, key: &str) -> Range<usize> {
        self.get(key).map_or_else(|| self.span.clone(), Spanned::span)
    }

    /// Every key and value with their places, in the order of the file.
    pub fn entries(&self) -> Vec<(&'a str, Range<usize>, Node<'a>)> {
        let mut entries: Vec<_> =
            self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
        entries.sort_by_key(|(_, span, _)| span.start);
        entries
    }

    /// A string.
    pub fn word(&self, key: &str) -> Option<&'a str> {
        self.get(key)?.get_ref().as_str()
    }

    /// A string with its place.
    pub fn name(&self, key: &str) -> Option<(&'a str, Range<usize>)> {
        let node = self.get(key)?;
        Some((node.get_ref().as_str()?, node.span()))
    }

    /// Whether a flag is set.
    pub fn flag(&self, key: &str) -> bool {
        self.get(key).and_then(|node| node.get_ref().as_bool()).unwrap_or(false)
    }

    /// A number, whole or not.
    pub fn number(&self, key: &str) -> Option<f64> {
        number(self.get(key)?)
    }

    /// A whole number.
    pub fn whole(&self, key: &str) -> Option<i64> {
        whole(self.get(key)?)
    }

    /// A day.
    pub fn day(&self, key: &str) -> Option<Date> {
        day(self.get(key)?)
    }

    /// A table.
    pub fn table(&self, key: &str) -> Option<Self> {
        Self::of(self.get(key)?)
    }

    /// A list of tables; empty if the key is absent.
    pub fn tables(&self, key: &str) -> Vec<Self> {
        self.nodes(key).filter_map(Self::of).collect()
    }

    /// A list of strings with their places; empty if the key is absent.
    pub fn names(&self, key: &str) -> Vec<(&'a str, Range<usize>)> {
        self.nodes(key).filter_map(|node| Some((node.get_ref().as_str()?, node.span()))).collect()
    }

    /// A list of texts; empty if the key is absent.
    pub fn texts(&self, key: &str) -> Vec<Localized> {
        self.nodes(key).filter_map(Self::of).map(|tab| tab.localized()).collect()
    }

    /// The values of a list; none if the key is absent.
    pub fn nodes(&self, key: &str) -> impl Iterator<Item = Node<'a>> + use<'a> {
        self.get(key).and_then(|node| node.get_ref().as_array()).into_iter().flatten()
    }

    /// A text; empty if the key is absent.
    pub fn text(&self, key: &str) -> Localized {
        self.text_if_any(key).unwrap_or_default()
    }

    /// A text that may be absent.
    pub fn text_if_any(&self, key: &str) -> Option<Localized> {
        self.table(key).map(|tab| tab.localized())
    }

    fn localized(&self) -> Localized {
        Localized::new(Lang::ALL.into_iter().filter_map(|lang| Some((lang, self.word(lang.tag())?.to_owned()))))
    }
}

/// The value as a number, whole or not.
pub(crate) fn number(node: Node<'_>) -> Option<f64> {
    match node.get_ref() {
        DeValue::Float(float) => float.as_str().parse().ok(),
        _ => whole(node).map(|whole| whole as f64),
    }
}

/// The value as a whole number.
pub(crate) fn whole(node: Node<'_>) -> Option<i64> {
    let integer = node.get_ref().as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// The value as a day.
pub(crate) fn day(node: Node<'_>) -> Option<Date> {
    let text = typed(node).filter(|text| text.len() == "2026-11-23".len())?;
    text.parse().ok()
}

/// The value as a person would type it as an answer.
pub(crate) fn typed(node: Node<'_>) -> Option<String> {
    match node.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(_) => whole(node).map(|whole| whole.to_string()),
        DeValue::Float(float) => Some(float.as_str().to_owned()),
        DeValue::Datetime(date) => Some(date.to_string()),
        _ => None,
    }
}
