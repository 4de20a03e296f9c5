//! A bar of cells on the fixed scale 0–100: a value, the range it can still end in, a tick.
//!
//! Shades tell the parts apart, colours only repeat them. Knows nothing of assessments.

use ratatui::text::Span;

use crate::tui::theme::{Charset, Looks, Role};

/// What a bar shows, each from 0 to 100.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    /// The value; without one only the range is drawn.
    pub value: Option<f64>,
    /// The least that the value can end at.
    pub low: f64,
    /// The most that the value can end at.
    pub high: f64,
    /// The ends of an interval around the value.
    pub interval: Option<(f64, f64)>,
    /// A mark across the bar: another value to compare with.
    pub tick: Option<f64>,
}

/// What a cell of a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Certain, up to the low bound.
    Sure,
    /// Between the low bound and the value.
    Below,
    /// Between the value and the high bound.
    Above,
    /// Out of reach.
    Empty,
    /// The lower end of the interval.
    From,
    /// The upper end of the interval.
    To,
    /// Both ends in one cell.
    Both,
    /// The mark.
    Tick,
}

impl Part {
    const fn glyph(self, charset: Charset) -> &'static str {
        let (full, ascii) = match self {
            Self::Sure => ("█", "#"),
            Self::Below => ("▓", "="),
            Self::Above => ("▒", "-"),
            Self::Empty => ("░", "."),
            Self::From => ("├", "["),
            Self::To => ("┤", "]"),
            Self::Both => ("┼", "+"),
            Self::Tick => ("│", "|"),
        };
        match charset {
            Charset::Ascii => ascii,
            Charset::Braille | Charset::Blocks => full,
        }
    }

    const fn role(self) -> Role {
        match self {
            Self::Sure | Self::Below => Role::Bar,
            Self::Above => Role::Quiet,
            Self::Empty => Role::Grid,
            Self::From | Self::To | Self::Both | Self::Tick => Role::Key,
        }
    }
}

impl Bar {
    /// A bar of a value that is certain.
    pub const fn of(value: f64) -> Self {
        Self { value: Some(value), low: value, high: value, interval: None, tick: None }
    }

    /// The same bar with a mark across it.
    #[must_use]
    pub const fn with_tick(self, tick: f64) -> Self {
        Self { tick: Some(tick), ..self }
    }

    /// The marks of the range on both sides of the value, for a legend.
    pub const fn range_marks(charset: Charset) -> [&'static str; 2] {
        [Part::Below.glyph(charset), Part::Above.glyph(charset)]
    }

    /// The marks at the ends of the interval, for a legend.
    pub const fn interval_marks(charset: Charset) -> [&'static str; 2] {
        [Part::From.glyph(charset), Part::To.glyph(charset)]
    }

    /// The mark across the bar, for a legend.
    pub const fn tick_mark(charset: Charset) -> &'static str {
        Part::Tick.glyph(charset)
    }

    /// The bar in exactly `width` cells.
    pub fn text(&self, width: usize, charset: Charset) -> String {
        self.parts(width).map(|part| part.glyph(charset)).collect()
    }

    /// The bar in exactly `width` cells, in the theme's looks.
    pub fn spans(&self, width: usize, charset: Charset, theme: Looks) -> Vec<Span<'static>> {
        let parts: Vec<Part> = self.parts(width).collect();
        let run = |cells: &[Part]| {
            let part = cells.first().copied().unwrap_or(Part::Empty);
            Span::styled(part.glyph(charset).repeat(cells.len()), theme.style(part.role()))
        };
        parts.chunk_by(|one, next| one == next).map(run).collect()
    }

    fn parts(&self, width: usize) -> impl Iterator<Item = Part> {
        let (low, high) = (cells(self.low, width), cells(self.high, width));
        let value = self.value.map(|value| cells(value, width));
        // Without a value nothing between the bounds is likelier than the rest.
        let from = value.unwrap_or(low);
        let (low, high) = (low.min(from), high.max(from));
        let tick = self.tick.map(|tick| cells(tick, width).min(width.saturating_sub(1)));
        let ends = self.interval.map(|(from, to)| (cell_of(from, width), cell_of(to, width)));
        (0..width).map(move |at| match at {
            at if tick == Some(at) => Part::Tick,
            at if ends == Some((at, at)) => Part::Both,
            at if ends.is_some_and(|(from, _)| from == at) => Part::From,
            at if ends.is_some_and(|(_, to)| to == at) => Part::To,
            at if at < low => Part::Sure,
            at if at < from => Part::Below,
            at if at < high => Part::Above,
            _ => Part::Empty,
        })
    }
}

/// The number of cells that a value fills.
fn cells(value: f64, width: usize) -> usize {
    // A value that is no number converts to 0, one beyond the scale is cut to it.
    ((value.clamp(0.0, 100.0) / 100.0 * width as f64).round() as usize).min(width)
}

/// The cell in which a value lies; the last one for the end of the scale.
fn cell_of(value: f64, width: usize) -> usize {
    ((value.clamp(0.0, 100.0) / 100.0 * width as f64) as usize).min(width.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn a_bar_fills_in_proportion() {
        for (value, blocks, ascii) in
            [(0.0, "░░░░░░░░░░", ".........."), (50.0, "█████░░░░░", "#####....."), (100.0, "██████████", "##########")]
        {
            assert_eq!(Bar::of(value).text(10, Charset::Braille), blocks);
            assert_eq!(Bar::of(value).text(10, Charset::Blocks), blocks);
            assert_eq!(Bar::of(value).text(10, Charset::Ascii), ascii);
        }
    }

    #[test]
    fn the_range_is_seen_without_colour() {
        let bar = Bar { value: Some(50.0), low: 30.0, high: 70.0, interval: None, tick: None };
        assert_eq!(bar.text(10, Charset::Ascii), "###==--...");
        assert_eq!(bar.text(10, Charset::Blocks), "███▓▓▒▒░░░");
        let unknown = Bar { value: None, ..bar };
        assert_eq!(unknown.text(10, Charset::Ascii), "###----...");
    }

    #[test]
    fn the_interval_shows_its_ends() {
        let bar = Bar { interval: Some((25.0, 75.0)), ..Bar::of(50.0) };
        assert_eq!(bar.text(10, Charset::Blocks), "██├██░░┤░░");
        assert_eq!(bar.text(10, Charset::Ascii), "##[##..]..");
        let sure = Bar { interval: Some((100.0, 100.0)), ..Bar::of(100.0) };
        assert_eq!(sure.text(10, Charset::Blocks), "█████████┼");
    }

    #[test]
    fn a_tick_stands_at_its_value_and_inside_the_bar() {
        assert_eq!(Bar::of(20.0).with_tick(60.0).text(10, Charset::Ascii), "##....|...");
        assert_eq!(Bar::of(20.0).with_tick(100.0).text(10, Charset::Ascii), "##.......|");
        assert_eq!(Bar::of(20.0).with_tick(0.0).text(10, Charset::Ascii), "|#........");
    }

    proptest! {
        #[test]
        fn a_bar_is_as_wide_as_asked(value in -50.0..150.0, low in prop::num::f64::ANY, high in prop::num::f64::ANY, width in 0_usize..120) {
            for value in [None, Some(value), Some(f64::NAN)] {
                let bar = Bar { value, low, high, interval: Some((low, high)), tick: Some(high) };
                for (charset, _) in Charset::ALL {
                    prop_assert_eq!(bar.text(width, charset).width(), width);
                    let spans: String = bar.spans(width, charset, Looks::default()).iter().map(|span| &*span.content).collect();
                    prop_assert_eq!(spans, bar.text(width, charset));
                }
            }
        }
    }
}
