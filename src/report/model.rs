//! The report as a document: sections of blocks, every text already in its language.
//!
//! Knows nothing of scores and of formats: `build` fills it, and each format writes it down.

use jiff::Timestamp;

use super::chart::Chart;
use super::letterhead::Letterhead;
use crate::engine::text::Lang;

/// A whole report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The language of its texts.
    pub lang: Lang,
    /// What stands on every page: who vouches for the answers.
    pub running: String,
    /// What it is.
    pub title: String,
    /// Whom it is about.
    pub subject: String,
    /// When it is made.
    pub made: Timestamp,
    /// What its list of sections is called.
    pub contents: String,
    /// Who prints it, by a template.
    pub letterhead: Option<Letterhead>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// One section.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading; the first section has none.
    pub heading: Option<String>,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// Where it begins on paper.
    pub page: Page,
}

/// Where a section begins on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Below the one before.
    #[default]
    Same,
    /// On a page of its own.
    New,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// Short statements, one beneath the other.
    List(Vec<String>),
    /// A heading within the section.
    Heading(String),
    /// Names with values.
    Facts(Vec<Fact>),
    /// Figures in rows and columns.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// A list, each entry with details.
    Entries(Vec<Entry>),
}

/// A name with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

impl Fact {
    /// A name with its value.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}

/// A score of 0..100 with its bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What is scored.
    pub title: String,
    /// The score; `None` if only the bounds are known.
    pub score: Option<f64>,
    /// The low bound.
    pub low: f64,
    /// The high bound.
    pub high: f64,
    /// The ends of the interval; `None` without a score.
    pub interval: Option<(f64, f64)>,
    /// The score aimed at.
    pub target: Option<f64>,
    /// The median of others.
    pub peers: Option<f64>,
    /// The score as the language writes it; a dash if it is not known.
    pub figure: String,
    /// The bounds as the language writes them.
    pub bounds: String,
    /// What is said beneath it.
    pub notes: Vec<String>,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number or the id of its question.
    pub mark: String,
    /// What it is about.
    pub title: String,
    /// Its figure: a score or a gain. May be empty.
    pub figure: String,
    /// What is said beneath it. A name may be empty.
    pub details: Vec<Fact>,
}

impl Entry {
    /// What tells it from others: its mark and its title.
    pub fn name(&self) -> String {
        format!("{} {}", self.mark, self.title).trim().to_owned()
    }
}

/// Figures in rows and columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns; the first one names the rows.
    pub columns: Vec<Column>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// At which side its cells stand.
    pub side: Side,
}

/// At which side a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Where lines begin: texts.
    Start,
    /// Where lines end: figures.
    End,
}

impl Column {
    /// A column of texts.
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), side: Side::Start }
    }

    /// A column of figures.
    pub fn figure(title: impl Into<String>) -> Self {
        Self { title: title.into(), side: Side::End }
    }
}
