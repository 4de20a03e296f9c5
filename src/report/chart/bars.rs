//! Scores as bars on the scale 0–100, each under its name, with bounds, interval, target and median.

use super::key::{BOUNDS, diamond, triangle, whisker};
use super::measure::{lines, width};
use super::scene::{Anchor, Fill, Ink, Label, Pen, Scene, Weight};
use crate::report::model::Bar;

/// The size of the names.
const SIZE: f64 = 11.0;
/// The height of a line of a name.
const LINE: f64 = 14.0;
/// The height of a bar.
const BAR: f64 = 12.0;
/// The room between two bars.
const GAP: f64 = 12.0;
/// The room above a bar for the median's mark.
const ABOVE: f64 = 4.0;
/// The size of the numbers of the scale.
const SCALE: f64 = 8.5;
/// Half of the widest mark, kept free at both ends.
const EDGE: f64 = 8.0;

/// Lays bars out.
pub(super) fn scene(bars: &[Bar], room: f64) -> Scene {
    let mut scene = Scene::new(room);
    let figures = bars.iter().map(|bar| width(&bar.figure, SIZE, Weight::Bold)).fold(0.0, f64::max);
    let track = Track { left: EDGE, length: room - 2.0 * EDGE };
    let mut y = 0.0;
    for bar in bars {
        let names = lines(&bar.title, room - figures - 16.0, SIZE, Weight::Regular);
        for (at, name) in names.iter().enumerate() {
            scene.text(Label::new((EDGE, y + LINE * (at as f64 + 0.75)), name.as_str(), SIZE));
        }
        let first = (room - EDGE, y + LINE * 0.75);
        scene.text(Label::new(first, bar.figure.as_str(), SIZE).bold().anchored(Anchor::End));
        y += LINE * names.len() as f64 + ABOVE;
        track.draw(&mut scene, bar, y);
        y += BAR + GAP;
    }
    if !bars.is_empty() {
        track.scale(&mut scene, y - GAP + 2.0);
    }
    scene.height = y - GAP + 2.0 + SCALE + 6.0;
    scene
}

/// Where 0 and 100 are.
struct Track {
    left: f64,
    length: f64,
}

impl Track {
    fn at(&self, score: f64) -> f64 {
        self.left + self.length * score.clamp(0.0, 100.0) / 100.0
    }

    fn draw(&self, scene: &mut Scene, bar: &Bar, y: f64) {
        let frame = Some(Pen::solid(Ink::Grid, 0.8));
        scene.rect((self.left, y), (self.length, BAR), None, frame);
        let (low, high) = (self.at(bar.low), self.at(bar.high));
        scene.rect((low, y), (high - low, BAR), Some(BOUNDS), None);
        if let Some(score) = bar.score {
            scene.rect((self.left, y), (self.at(score) - self.left, BAR), Some(Fill::solid(Ink::Now)), None);
        }
        if let Some((from, to)) = bar.interval {
            let middle = y + BAR / 2.0;
            let (from, to) = (self.at(from), self.at(to));
            // The interval lies partly on the bar: paper around it keeps it visible there.
            scene.rect((from - 1.0, middle - 2.2), (to - from + 2.0, 4.4), Some(Fill::solid(Ink::Paper)), None);
            whisker(scene, (from, to), middle, BAR - 2.0);
        }
        if let Some(target) = bar.target {
            diamond(scene, (self.at(target), y + BAR / 2.0), Ink::Target);
        }
        if let Some(peers) = bar.peers {
            triangle(scene, (self.at(peers), y - 4.0));
        }
    }

    fn scale(&self, scene: &mut Scene, y: f64) {
        for mark in [0.0, 25.0, 50.0, 75.0, 100.0] {
            let x = self.at(mark);
            scene.line((x, y - 2.0), (x, y + 2.0), Pen::solid(Ink::Grid, 0.8));
            let label = Label::new((x, y + SCALE + 3.0), format!("{mark:.0}"), SCALE);
            scene.text(label.anchored(Anchor::Middle).ink(Ink::Quiet));
        }
    }
}
