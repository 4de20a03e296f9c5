//! A field of dots on the cells of a terminal: lines are drawn in dots, cells are read as characters.
//!
//! Knows nothing of charts. Points outside the field are left out.

use crate::tui::theme::Charset;

/// What a dot belongs to; the later covers the earlier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ink {
    #[default]
    None,
    /// Axes and rings.
    Grid,
    /// What is measured.
    Line,
}

/// A point in units of one cell's width; the origin is the middle of the field's width, at its top.
pub(super) type Point = (f64, f64);

/// The height of a cell in units of its width.
pub(super) const CELL_HEIGHT: f64 = 2.0;

/// The dots of one cell: how many across and down.
#[derive(Clone, Copy, Debug)]
struct Grain {
    across: usize,
    down: usize,
}

impl Grain {
    const fn of(charset: Charset) -> Self {
        match charset {
            Charset::Braille => Self { across: 2, down: 4 },
            Charset::Blocks => Self { across: 1, down: 2 },
            Charset::Ascii => Self { across: 1, down: 1 },
        }
    }
}

/// A field of dots.
#[derive(Debug)]
pub(super) struct Raster {
    charset: Charset,
    grain: Grain,
    columns: usize,
    rows: usize,
    dots: Vec<Ink>,
}

impl Raster {
    /// An empty field over that many cells.
    pub(super) fn new(charset: Charset, width: u16, height: u16) -> Self {
        let grain = Grain::of(charset);
        let (columns, rows) = (usize::from(width) * grain.across, usize::from(height) * grain.down);
        Self { charset, grain, columns, rows, dots: vec![Ink::None; columns * rows] }
    }

    /// The width and height that lines can use, in units. The middle column has as many dots on its
    /// left as on its right, so that what is symmetric looks so.
    pub(super) fn extent(&self) -> (f64, f64) {
        let across = self.middle() * 2;
        let down = self.rows.saturating_sub(1);
        (across as f64 / self.grain.across as f64, down as f64 * CELL_HEIGHT / self.grain.down as f64)
    }

    fn middle(&self) -> usize {
        self.columns.saturating_sub(1) / 2
    }

    /// Draws a line; of its dots every `step`-th counted from both ends.
    pub(super) fn line(&mut self, from: Point, to: Point, ink: Ink, step: usize) {
        let (from, to) = (self.dot(from), self.dot(to));
        let length = snapped((to.0 - from.0).abs().max((to.1 - from.1).abs())).ceil();
        if !length.is_finite() {
            return;
        }
        let count = length as usize;
        for at in (0..=count).filter(|at| at.min(&(count - at)).is_multiple_of(step.max(1))) {
            let share = if count == 0 { 0.0 } else { at as f64 / length };
            self.put((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share), ink);
        }
    }

    /// The cell that a point lies in.
    pub(super) fn cell_of(&self, point: Point) -> Option<(u16, u16)> {
        let (column, row) = self.index(self.dot(point))?;
        Some(((column / self.grain.across) as u16, (row / self.grain.down) as u16))
    }

    /// A point in dots, from the middle column and the top row.
    fn dot(&self, (x, y): Point) -> Point {
        (x * self.grain.across as f64, y * self.grain.down as f64 / CELL_HEIGHT)
    }

    fn index(&self, (x, y): Point) -> Option<(usize, usize)> {
        let (column, row) = (self.middle() as f64 + snapped(x).round(), snapped(y).round());
        let inside = (0.0..self.columns as f64).contains(&column) && (0.0..self.rows as f64).contains(&row);
        inside.then_some((column as usize, row as usize))
    }

    fn put(&mut self, dot: Point, ink: Ink) {
        let Some((column, row)) = self.index(dot) else { return };
        if let Some(there) = self.dots.get_mut(row * self.columns + column) {
            *there = ink.max(*there);
        }
    }

    fn ink(&self, column: usize, row: usize) -> Ink {
        self.dots.get(row * self.columns + column).copied().unwrap_or_default()
    }

    /// The character of a cell, and what covers it; nothing of an empty one.
    pub(super) fn character(&self, x: u16, y: u16) -> Option<(char, Ink)> {
        let (left, top) = (usize::from(x) * self.grain.across, usize::from(y) * self.grain.down);
        let dots = (0..self.grain.across).flat_map(|dx| (0..self.grain.down).map(move |dy| (dx, dy)));
        let dots: Vec<Ink> = dots.map(|(dx, dy)| self.ink(left + dx, top + dy)).collect();
        let ink = dots.iter().copied().max().filter(|ink| *ink != Ink::None)?;
        Some((self.drawn(&dots, ink), ink))
    }

    /// Dots of one cell, column by column, as a character.
    fn drawn(&self, dots: &[Ink], ink: Ink) -> char {
        match (self.charset, ink) {
            (Charset::Braille, _) => braille(dots),
            (Charset::Blocks, Ink::Line) => match dots {
                [Ink::Line, Ink::Line] => '█',
                [Ink::Line, _] => '▀',
                _ => '▄',
            },
            (Charset::Blocks, _) => '·',
            (Charset::Ascii, Ink::Line) => '#',
            (Charset::Ascii, _) => '.',
        }
    }

    /// Whether the dots at both sides of the middle mirror each other.
    #[cfg(test)]
    pub(super) fn is_symmetric(&self) -> bool {
        let middle = self.middle();
        (0..self.rows).all(|row| (0..=middle).all(|off| self.ink(middle - off, row) == self.ink(middle + off, row)))
    }

    /// The number of dots in that ink.
    #[cfg(test)]
    pub(super) fn count(&self, ink: Ink) -> usize {
        self.dots.iter().filter(|dot| **dot == ink).count()
    }
}

/// Sines of mirrored angles differ in the last places; without them mirrored lines get mirrored dots.
fn snapped(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// The bits of a braille character, left column from top to bottom, then the right one.
const BRAILLE: [u32; 8] = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80];

fn braille(dots: &[Ink]) -> char {
    let set = dots.iter().zip(BRAILLE).filter(|(ink, _)| **ink != Ink::None);
    let bits: u32 = set.map(|(_, bit)| bit).sum();
    char::from_u32(0x2800 + bits).unwrap_or(' ')
}
