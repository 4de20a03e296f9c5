//! Shares in rows and columns, darker where there is more; every cell also says its figure.

use super::measure::{at_most, lines, width};
use super::scene::{Anchor, Fill, Ink, Label, Pattern, Pen, Scene, Weight};
use super::{Heat, HeatCell};

/// The size of the names.
const SIZE: f64 = 10.5;
/// The height of a line.
const LINE: f64 = 13.0;
/// The least height of a row.
const ROW: f64 = 24.0;
/// The part of the width that the names take.
const NAMES: f64 = 0.44;
/// From this share on the figure stands in the colour of the paper.
const DARK: f64 = 0.62;
/// The most lines of a heading.
const HEADING: usize = 3;

/// Lays a heat map out.
pub(super) fn scene(heat: &Heat, room: f64) -> Scene {
    let mut scene = Scene::new(room);
    let names = room * NAMES;
    let column = (room - names) / heat.columns.len().max(1) as f64;
    let middle = |at: usize| names + column * (at as f64 + 0.5);
    let headings: Vec<Vec<String>> = heat
        .columns
        .iter()
        .map(|text| at_most(lines(text, column - 6.0, SIZE - 1.0, Weight::Regular), HEADING))
        .collect();
    let tallest = headings.iter().map(Vec::len).max().unwrap_or_default();
    for (at, heading) in headings.iter().enumerate() {
        for (line, text) in heading.iter().enumerate() {
            let y = LINE * ((tallest - heading.len() + line) as f64 + 0.75);
            let label = Label::new((middle(at), y), text.as_str(), SIZE - 1.0);
            scene.text(label.anchored(Anchor::Middle).ink(Ink::Quiet));
        }
    }
    let mut y = LINE * tallest as f64 + 3.0;
    for row in &heat.rows {
        let title = lines(&row.title, names - 8.0, SIZE, Weight::Regular);
        let height = ROW.max(LINE * title.len() as f64 + 4.0);
        let first = y + (height - LINE * title.len() as f64) / 2.0;
        for (line, text) in title.iter().enumerate() {
            scene.text(Label::new((0.0, first + LINE * (line as f64 + 0.75)), text.as_str(), SIZE));
        }
        for (at, cell) in row.cells.iter().enumerate() {
            let corner = (names + column * at as f64, y);
            draw(&mut scene, cell, corner, (column - 2.0, height - 2.0));
        }
        y += height;
    }
    scene.height = y;
    scene
}

fn draw(scene: &mut Scene, cell: &HeatCell, (x, y): (f64, f64), size: (f64, f64)) {
    let share = cell.share.map(|share| share.clamp(0.0, 1.0));
    let fill = match share {
        Some(share) => Fill { ink: Ink::Now, opacity: 0.06 + 0.94 * share, pattern: Pattern::Plain },
        None => Fill { ink: Ink::Quiet, opacity: 0.5, pattern: Pattern::Hatch },
    };
    scene.rect((x, y), size, Some(fill), Some(Pen::solid(Ink::Grid, 0.6)));
    let at = (x + size.0 / 2.0, y + size.1 / 2.0 + SIZE * 0.35);
    let ink = if share.is_some_and(|share| share >= DARK) { Ink::Paper } else { Ink::Text };
    if share.is_none() {
        let wide = width(&cell.figure, SIZE, Weight::Regular) + 6.0;
        let patch = (at.0 - wide / 2.0, y + size.1 / 2.0 - LINE / 2.0);
        scene.rect(patch, (wide, LINE), Some(Fill::solid(Ink::Paper)), None);
    }
    scene.text(Label::new(at, cell.figure.as_str(), SIZE).anchored(Anchor::Middle).ink(ink));
}
