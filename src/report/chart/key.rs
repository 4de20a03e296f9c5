//! The signs of a chart with what they stand for, in lines beneath it.

use super::measure::width;
use super::scene::{Dash, Fill, Ink, Label, Pattern, Pen, Point, Scene, Weight};
use super::{Key, Sign};

/// The size of the words.
const SIZE: f64 = 9.5;
/// The height of a line.
const LINE: f64 = 15.0;
/// The room of a sign.
const SAMPLE: f64 = 24.0;
/// The room between two entries.
const GAP: f64 = 14.0;

/// The line of the score now.
pub(super) const NOW: Pen = Pen::solid(Ink::Now, 2.0);
/// The line of the target.
pub(super) const TARGET: Pen = Pen::solid(Ink::Target, 1.6).dashed(Dash::Long);
/// The line of the assessment before.
pub(super) const BEFORE: Pen = Pen::solid(Ink::Before, 1.6).dashed(Dash::Dots);
/// The interval.
pub(super) const INTERVAL: Fill = Fill { ink: Ink::Now, opacity: 0.22, pattern: Pattern::Plain };
/// What could still be.
pub(super) const BOUNDS: Fill = Fill { ink: Ink::Quiet, opacity: 0.7, pattern: Pattern::Hatch };

/// Adds the signs beneath what is drawn.
pub(super) fn add(scene: &mut Scene, key: &[Key]) {
    if key.is_empty() {
        return;
    }
    let (mut x, mut y) = (0.0, scene.height + LINE);
    for entry in key {
        let whole = SAMPLE + width(&entry.text, SIZE, Weight::Regular);
        if x > 0.0 && x + whole > scene.width {
            (x, y) = (0.0, y + LINE);
        }
        sample(scene, entry.sign, (x, y - SIZE * 0.35));
        let label = Label::new((x + SAMPLE, y), entry.text.as_str(), SIZE).ink(Ink::Quiet);
        scene.text(label);
        x += whole + GAP;
    }
    scene.height = y + LINE / 3.0;
}

fn sample(scene: &mut Scene, sign: Sign, (x, y): Point) {
    let end = x + SAMPLE - 6.0;
    let middle = f64::midpoint(x, end);
    match sign {
        Sign::Now => {
            scene.line((x, y), (end, y), NOW);
            scene.circle((middle, y), 3.0, Fill::solid(Ink::Now), None);
        }
        Sign::Interval => {
            scene.rect((x, y - 4.0), (end - x, 8.0), Some(INTERVAL), None);
            whisker(scene, (x, end), y, 8.0);
        }
        Sign::Bounds => scene.rect((x, y - 4.0), (end - x, 8.0), Some(BOUNDS), None),
        Sign::Target => {
            scene.line((x, y), (end, y), TARGET);
            diamond(scene, (middle, y), Ink::Target);
        }
        Sign::Before => {
            scene.line((x, y), (end, y), BEFORE);
            square(scene, (middle, y));
        }
        Sign::Peers => triangle(scene, (middle, y - 3.0)),
    }
}

/// The interval of a score along a bar.
pub(super) fn whisker(scene: &mut Scene, (from, to): (f64, f64), y: f64, height: f64) {
    let pen = Pen::solid(Ink::Text, 1.2);
    scene.line((from, y), (to, y), pen);
    for x in [from, to] {
        scene.line((x, y - height / 2.0), (x, y + height / 2.0), pen);
    }
}

/// The mark of a target.
pub(super) fn diamond(scene: &mut Scene, (x, y): Point, ink: Ink) {
    let points = vec![(x, y - 4.2), (x + 4.2, y), (x, y + 4.2), (x - 4.2, y)];
    scene.polygon(points, Some(Fill::solid(Ink::Paper)), Some(Pen::solid(ink, 1.6)));
}

/// The mark of the score before.
pub(super) fn square(scene: &mut Scene, (x, y): Point) {
    let pen = Some(Pen::solid(Ink::Before, 1.5));
    scene.rect((x - 2.8, y - 2.8), (5.6, 5.6), Some(Fill::solid(Ink::Paper)), pen);
}

/// The mark of the median of others; it points down to its place.
pub(super) fn triangle(scene: &mut Scene, (x, y): Point) {
    let points = vec![(x - 4.5, y - 1.0), (x + 4.5, y - 1.0), (x, y + 6.5)];
    scene.polygon(points, Some(Fill::solid(Ink::Peers)), Some(Pen::solid(Ink::Paper, 0.8)));
}
