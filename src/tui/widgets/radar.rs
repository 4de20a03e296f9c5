//! A radar of scores: one axis an area, the outer line 100, an inner ring 50, numbers at the corners.
//!
//! An area without a score has no point: its neighbours are not joined past it, and its number is
//! marked. The points are marks of their own, so that the line is told from the grid without colours.

use std::f64::consts::TAU;

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};
use unicode_width::UnicodeWidthStr;

use crate::tui::theme::{Charset, Glyph, Looks, Role};

mod raster;

use raster::{Ink, Point, Raster};

/// A radar drawn into cells.
#[derive(Clone, Copy, Debug)]
pub struct Radar<'a> {
    /// The score of each area, clockwise from the top; absent where there is none.
    pub scores: &'a [Option<f64>],
    /// The area whose number is lit.
    pub focus: Option<usize>,
    /// The characters to draw with.
    pub charset: Charset,
    /// The looks.
    pub theme: Looks,
}

/// The fewest cells that a shape can be told in.
const SMALLEST: (u16, u16) = (9, 4);

/// The space at each side for numbers.
const LABELS: Margin = Margin { horizontal: 4, vertical: 1 };

/// Of the inner grid's dots every how many-th is drawn.
struct Steps {
    ring: usize,
    axis: usize,
}

impl Radar<'_> {
    /// Draws into `area`. Fewer than three areas make no shape, and a small window holds none: nothing
    /// is drawn then.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect) {
        let plot = area.intersection(buffer.area).inner(LABELS);
        if self.scores.len() < 3 || plot.width < SMALLEST.0 || plot.height < SMALLEST.1 {
            return;
        }
        let mut raster = Raster::new(self.charset, plot.width, plot.height);
        let web = Web::fitting(self.scores.len(), raster.extent());
        self.grid(&web, &mut raster);
        self.profile(&web, &mut raster);
        self.copy(&raster, buffer, plot);
        for (at, score) in self.scores.iter().enumerate() {
            self.mark(&web, &raster, at, *score, buffer, plot);
        }
        for (at, score) in self.scores.iter().enumerate() {
            self.label(&web, &raster, at, score.is_none(), buffer, plot);
        }
    }

    fn grid(&self, web: &Web, raster: &mut Raster) {
        let steps = match self.charset {
            Charset::Braille => Steps { ring: 2, axis: 4 },
            Charset::Blocks | Charset::Ascii => Steps { ring: 2, axis: 2 },
        };
        for at in 0..web.count {
            raster.line(web.point(at, 0.0), web.point(at, 100.0), Ink::Grid, steps.axis);
            raster.line(web.point(at, 50.0), web.point(at + 1, 50.0), Ink::Grid, steps.ring);
            raster.line(web.point(at, 100.0), web.point(at + 1, 100.0), Ink::Grid, 1);
        }
    }

    fn profile(&self, web: &Web, raster: &mut Raster) {
        let next = self.scores.iter().cycle().skip(1);
        for (at, pair) in self.scores.iter().zip(next).enumerate() {
            if let (Some(from), Some(to)) = pair {
                raster.line(web.point(at, *from), web.point(at + 1, *to), Ink::Line, 1);
            }
        }
    }

    fn copy(&self, raster: &Raster, buffer: &mut Buffer, plot: Rect) {
        for at in plot.positions() {
            let Some((character, ink)) = raster.character(at.x - plot.x, at.y - plot.y) else { continue };
            let role = if ink == Ink::Line { Role::Bar } else { Role::Grid };
            if let Some(cell) = buffer.cell_mut(at) {
                cell.set_char(character).set_style(self.theme.style(role));
            }
        }
    }

    /// Marks the point of an area that has a score.
    fn mark(&self, web: &Web, raster: &Raster, at: usize, score: Option<f64>, buffer: &mut Buffer, plot: Rect) {
        let Some((x, y)) = score.and_then(|score| raster.cell_of(web.point(at, score))) else { return };
        if let Some(cell) = buffer.cell_mut(Position::new(plot.x + x, plot.y + y)) {
            cell.set_symbol(self.charset.glyph(Glyph::Picked)).set_style(self.theme.style(Role::Bar));
        }
    }

    /// Writes the number of an area outside its corner.
    fn label(&self, web: &Web, raster: &Raster, at: usize, unknown: bool, buffer: &mut Buffer, plot: Rect) {
        let corner = web.point(at, 100.0);
        let Some((x, y)) = raster.cell_of(corner) else { return };
        let mark = if unknown { self.charset.glyph(Glyph::NoAnswer) } else { "" };
        let text = format!("{}{mark}", at + 1);
        let width = text.width() as u16;
        let (x, y) = (plot.x.saturating_add(x), plot.y.saturating_add(y));
        let (x, y) = match corner {
            (across, _) if across > 0.5 => (x.saturating_add(2), y),
            (across, _) if across < -0.5 => (x.saturating_sub(width + 1), y),
            (_, down) if down < web.centre => (x.saturating_sub((width - 1) / 2), y.saturating_sub(1)),
            _ => (x.saturating_sub((width - 1) / 2), y.saturating_add(1)),
        };
        let role = match (self.focus == Some(at), unknown) {
            (true, _) => Role::Selected,
            (false, true) => Role::Attention,
            (false, false) => Role::Title,
        };
        buffer.set_stringn(x, y, text, usize::from(width), self.theme.style(role));
    }
}

/// Where the axes run.
struct Web {
    count: usize,
    radius: f64,
    centre: f64,
}

impl Web {
    /// The largest web of that many axes within a width and a height.
    fn fitting(count: usize, (width, height): (f64, f64)) -> Self {
        let corners: Vec<Point> = (0..count).map(|at| direction(at, count)).collect();
        let reach = |pick: fn(&Point) -> f64| corners.iter().map(pick).fold(0.0_f64, f64::max);
        let (side, up, down) = (reach(|corner| corner.0), reach(|corner| -corner.1), reach(|corner| corner.1));
        let radius = (width / (2.0 * side)).min(height / (up + down));
        let centre = radius * up + (height - radius * (up + down)) / 2.0;
        Self { count, radius, centre }
    }

    /// The point of a score on an axis.
    fn point(&self, at: usize, score: f64) -> Point {
        let (x, y) = direction(at, self.count);
        let length = self.radius * score.clamp(0.0, 100.0) / 100.0;
        (x * length, self.centre + y * length)
    }
}

/// The direction of an axis, clockwise from the top.
fn direction(at: usize, count: usize) -> Point {
    let angle = TAU * at as f64 / count as f64;
    (angle.sin(), -angle.cos())
}

#[cfg(test)]
mod tests;
