//! Charts: data with their words, drawn as a [`Scene`] of a few primitives that every format can draw.
//!
//! The scale is always 0–100 from left to right or from the middle outwards, and the order that of the
//! questionnaire, clockwise from the top, as on the screen. Knows nothing of scores and of formats.

use super::model::{Bar, Table};

mod bars;
mod heat;
mod key;
mod measure;
mod radar;
pub mod scene;
mod slope;
mod svg;
mod timeline;

#[cfg(test)]
mod tests;

pub use scene::Scene;
pub use svg::svg;

/// The width of a chart across a page of A4 or a desktop window, in points.
pub const WIDE: f64 = 480.0;

/// The width of a chart on a telephone, in points.
pub const NARROW: f64 = 300.0;

/// A chart, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// What is to be seen in it, for who cannot see it.
    pub alt: String,
    /// The data.
    pub data: Data,
    /// What its signs stand for.
    pub key: Vec<Key>,
    /// The same figures for formats without pictures.
    pub table: Table,
    /// What the characters stand for where bars are drawn in cells of a terminal.
    pub cells: Vec<String>,
}

/// The data of a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// Scores around a middle. Fewer than three make no shape and are drawn as bars.
    Radar(Vec<Spoke>),
    /// Scores with their bounds, one beneath the other.
    Bars(Vec<Bar>),
    /// Shares in rows and columns.
    Heat(Heat),
    /// Actions along the months.
    Timeline(Timeline),
    /// Scores at two times.
    Slope(Slope),
}

/// A sign of a chart and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The sign.
    pub sign: Sign,
    /// What it stands for.
    pub text: String,
}

/// The signs of charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The score now.
    Now,
    /// Its interval.
    Interval,
    /// What the score could still end at.
    Bounds,
    /// The score aimed at.
    Target,
    /// The score of the assessment before.
    Before,
    /// The median of others.
    Peers,
}

/// One axis of a radar.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoke {
    /// What is scored.
    pub title: String,
    /// The score as the language writes it.
    pub figure: String,
    /// The score.
    pub score: Option<f64>,
    /// The ends of the interval.
    pub interval: Option<(f64, f64)>,
    /// The score aimed at.
    pub target: Option<f64>,
    /// The score of the assessment before.
    pub before: Option<f64>,
}

/// Shares of 0..1 in rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// The headings of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<HeatRow>,
}

/// One row of a heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// What it is about.
    pub title: String,
    /// Its cells, one a column.
    pub cells: Vec<HeatCell>,
}

/// One cell of a heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    /// The share; `None` is not known.
    pub share: Option<f64>,
    /// The share as the language writes it.
    pub figure: String,
}

/// Actions along the months, in phases.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The phases, in order.
    pub phases: Vec<Phase>,
    /// The marks of the scale: months from the beginning, and what is written there.
    pub ticks: Vec<(f64, String)>,
    /// The months that are shown.
    pub months: f64,
}

/// A phase of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its name.
    pub title: String,
    /// When it begins, in months.
    pub from: f64,
    /// When it ends, in months.
    pub to: f64,
    /// What is done in it.
    pub steps: Vec<Step>,
}

/// An action on a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is done.
    pub title: String,
    /// When it begins, in months.
    pub from: f64,
    /// When it is due, in months.
    pub to: f64,
    /// When it is due, as the language writes it.
    pub due: String,
}

/// Scores at two times.
#[derive(Clone, Debug, PartialEq)]
pub struct Slope {
    /// The time before, as the language writes it.
    pub before: String,
    /// The time after.
    pub after: String,
    /// What is scored.
    pub rows: Vec<SlopeRow>,
}

/// A score at two times.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeRow {
    /// What is scored.
    pub title: String,
    /// The score before.
    pub before: f64,
    /// The score after.
    pub after: f64,
    /// Both as the language writes them.
    pub figures: (String, String),
    /// Whether the difference is more than doubt.
    pub is_sure: bool,
}

impl Chart {
    /// Lays the chart out in a width of points.
    pub fn scene(&self, width: f64) -> Scene {
        let mut scene = match &self.data {
            Data::Radar(spokes) => radar::scene(spokes, width),
            Data::Bars(list) => bars::scene(list, width),
            Data::Heat(heat) => heat::scene(heat, width),
            Data::Timeline(timeline) => timeline::scene(timeline, width),
            Data::Slope(slope) => slope::scene(slope, width),
        };
        key::add(&mut scene, &self.key);
        scene
    }
}
