//! Scores at two times: one line each from before to after, named at its end.
//!
//! A difference that may be mere doubt is a dotted line. Names that would overlap are moved apart and
//! joined to their points.

use super::measure::{lines, width};
use super::scene::{Anchor, Dash, Fill, Ink, Label, Pen, Scene, Weight};
use super::{Slope, SlopeRow};

/// The size of the names.
const SIZE: f64 = 10.5;
/// The height of a line.
const LINE: f64 = 13.0;
/// The height of the scale from 0 to 100.
const HEIGHT: f64 = 200.0;
/// The room between a point and its words.
const GAP: f64 = 12.0;

/// What stands beside one point.
struct Beside {
    /// Where its point is.
    point: f64,
    /// Its lines; the first one is bold.
    lines: Vec<String>,
    /// Where its lines begin.
    top: f64,
}

/// Lays a slope out.
pub(super) fn scene(slope: &Slope, room: f64) -> Scene {
    let mut scene = Scene::new(room);
    let figures = slope.rows.iter().map(|row| width(&row.figures.0, SIZE, Weight::Bold)).fold(0.0, f64::max);
    let (left, right) = (figures + GAP + 4.0, room * 0.5);
    let heading = LINE + 8.0;
    let y = |score: f64| heading + HEIGHT * (1.0 - score.clamp(0.0, 100.0) / 100.0);
    for score in [0.0, 25.0, 50.0, 75.0, 100.0] {
        scene.line((left, y(score)), (right, y(score)), Pen::solid(Ink::Grid, 0.5));
    }
    for x in [left, right] {
        scene.line((x, y(100.0)), (x, y(0.0)), Pen::solid(Ink::Grid, 1.0));
    }
    let before = width(&slope.before, SIZE - 0.5, Weight::Regular);
    let start = (left - before / 2.0).max(0.0);
    scene.text(Label::new((start, LINE * 0.75), slope.before.as_str(), SIZE - 0.5).ink(Ink::Quiet));
    scene.text(Label::new((right, LINE * 0.75), slope.after.as_str(), SIZE - 0.5).ink(Ink::Quiet));
    for row in &slope.rows {
        let pen = Pen::solid(if row.is_sure { Ink::Now } else { Ink::Quiet }, 2.0);
        let pen = if row.is_sure { pen } else { pen.dashed(Dash::Dots) };
        scene.line((left, y(row.before)), (right, y(row.after)), pen);
        scene.circle((left, y(row.before)), 3.2, Fill::solid(Ink::Paper), Some(Pen::solid(pen.ink, 1.6)));
        scene.circle((right, y(row.after)), 3.4, Fill::solid(pen.ink), None);
    }
    let one = |row: &SlopeRow| Beside { point: y(row.before), lines: vec![row.figures.0.clone()], top: 0.0 };
    let ends = slope.rows.iter().map(one).collect();
    let from_the_left = write(&mut scene, ends, (left, left - GAP), Anchor::End, heading);
    let space = room - right - GAP;
    let other = |row: &SlopeRow| {
        let mut words = vec![row.figures.1.clone()];
        words.extend(lines(&row.title, space, SIZE, Weight::Regular));
        Beside { point: y(row.after), lines: words, top: 0.0 }
    };
    let ends = slope.rows.iter().map(other).collect();
    let from_the_right = write(&mut scene, ends, (right, right + GAP), Anchor::Start, heading);
    scene.height = (heading + HEIGHT + 6.0).max(from_the_left).max(from_the_right);
    scene
}

/// Writes what stands beside the points, moved apart downwards and then back up into the scale. The
/// result is how far down it reaches.
fn write(scene: &mut Scene, mut ends: Vec<Beside>, (point, x): (f64, f64), anchor: Anchor, top: f64) -> f64 {
    ends.sort_by(|one, other| one.point.total_cmp(&other.point));
    let mut free = top - LINE / 2.0;
    for end in &mut ends {
        end.top = (end.point - LINE / 2.0).max(free);
        free = end.top + LINE * end.lines.len() as f64 + 2.0;
    }
    // What is pushed below the scale pushes those above it up, as far as there is room.
    let mut floor = free.max(top + HEIGHT).min((top + HEIGHT).max(total(&ends) + top));
    for end in ends.iter_mut().rev() {
        let height = LINE * end.lines.len() as f64 + 2.0;
        end.top = end.top.min(floor - height);
        floor = end.top;
    }
    let mut reach = top;
    for end in &ends {
        let moved = (end.top + LINE / 2.0 - end.point).abs() > 2.0;
        if moved {
            let sign = if anchor == Anchor::Start { 1.0 } else { -1.0 };
            let from = (point + 4.0 * sign, end.point);
            scene.line(from, (x - 2.0 * sign, end.top + LINE / 2.0), Pen::solid(Ink::Grid, 0.8));
        }
        for (at, line) in end.lines.iter().enumerate() {
            let label = Label::new((x, end.top + LINE * (at as f64 + 0.75)), line.as_str(), SIZE).anchored(anchor);
            scene.text(if at == 0 { label.bold() } else { label });
        }
        reach = reach.max(end.top + LINE * end.lines.len() as f64);
    }
    reach
}

fn total(ends: &[Beside]) -> f64 {
    ends.iter().map(|end| LINE * end.lines.len() as f64 + 2.0).sum()
}
