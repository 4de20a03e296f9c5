//! What a chart is drawn with: lines, shapes and texts at places in points, their looks by role.
//!
//! Colours are those of Okabe and Ito, which people who are colour-blind tell apart; beside them every
//! role has its own dashes, hatching or mark, so that a print in black and white says the same.

/// A place: points from the left, points from the top.
pub type Point = (f64, f64);

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// What is drawn, the first undermost.
    pub shapes: Vec<Shape>,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line from one place to another.
    Line {
        /// Where it begins.
        from: Point,
        /// Where it ends.
        to: Point,
        /// How it is drawn.
        pen: Pen,
    },
    /// Lines from place to place.
    Polyline {
        /// The places.
        points: Vec<Point>,
        /// How they are drawn.
        pen: Pen,
    },
    /// A closed shape.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// How it is filled.
        fill: Option<Fill>,
        /// How its outline is drawn.
        pen: Option<Pen>,
    },
    /// A rectangle.
    Rect {
        /// Its upper left corner.
        at: Point,
        /// Its width and height.
        size: Point,
        /// How it is filled.
        fill: Option<Fill>,
        /// How its outline is drawn.
        pen: Option<Pen>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        at: Point,
        /// Its radius.
        radius: f64,
        /// How it is filled.
        fill: Option<Fill>,
        /// How its outline is drawn.
        pen: Option<Pen>,
    },
    /// One line of text.
    Text(Label),
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The end of its baseline that the anchor names.
    pub at: Point,
    /// What it says.
    pub text: String,
    /// The size of its letters.
    pub size: f64,
    /// Which end of the baseline `at` is.
    pub anchor: Anchor,
    /// How heavy it is.
    pub weight: Weight,
    /// Its colour.
    pub ink: Ink,
}

/// Which part of a baseline a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// As in a text.
    Regular,
    /// Bold.
    Bold,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Its colour.
    pub ink: Ink,
    /// Its width in points.
    pub width: f64,
    /// Its dashes.
    pub dash: Dash,
}

impl Pen {
    /// A line without dashes.
    pub const fn solid(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: Dash::Solid }
    }

    /// The same line with dashes.
    #[must_use]
    pub const fn dashed(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

/// The dashes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// None.
    Solid,
    /// Long ones.
    Long,
    /// Dots.
    Dots,
}

impl Dash {
    /// The lengths of ink and gap, in points.
    pub const fn lengths(self) -> Option<(f64, f64)> {
        match self {
            Self::Solid => None,
            Self::Long => Some((6.0, 3.0)),
            Self::Dots => Some((1.5, 2.5)),
        }
    }
}

/// How a shape is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// Its colour.
    pub ink: Ink,
    /// How much it covers, 0..1.
    pub opacity: f64,
    /// Its pattern.
    pub pattern: Pattern,
}

impl Fill {
    /// A colour that covers.
    pub const fn solid(ink: Ink) -> Self {
        Self { ink, opacity: 1.0, pattern: Pattern::Plain }
    }
}

/// The pattern of a filled shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// One colour.
    Plain,
    /// Lines that rise to the right; of rectangles only, see [`hatching`].
    Hatch,
}

/// The points between two lines of a hatching.
const HATCH: f64 = 4.0;

/// The width of the lines of a hatching.
pub const HATCH_PEN: f64 = 1.0;

/// The lines of a hatching, cut to their rectangle.
pub fn hatching((left, top): Point, (width, height): Point) -> Vec<(Point, Point)> {
    // Along a line x + y is the same; the multiples of the distance make neighbours fit together.
    let (from, to) = (left + top, left + top + width + height);
    let first = (from / HATCH).floor() as i64 + 1;
    let sums = (first..).map(|at| at as f64 * HATCH).take_while(|sum| *sum < to);
    sums.map(|sum| {
        let start = (sum - (top + height)).max(left);
        let end = (sum - top).min(left + width);
        ((start, sum - start), (end, sum - end))
    })
    .collect()
}

/// The roles that colours stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What is read.
    Text,
    /// What is read beside it.
    Quiet,
    /// Scales and frames.
    Grid,
    /// What lies beneath all.
    Paper,
    /// The score now.
    Now,
    /// The score aimed at.
    Target,
    /// The score before.
    Before,
    /// The median of others.
    Peers,
}

/// A colour: red, green, blue.
pub type Rgb = (u8, u8, u8);

impl Ink {
    /// Every role.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Quiet, Self::Grid, Self::Paper, Self::Now, Self::Target, Self::Before, Self::Peers];

    /// Its name in style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Quiet => "quiet",
            Self::Grid => "grid",
            Self::Paper => "paper",
            Self::Now => "now",
            Self::Target => "target",
            Self::Before => "before",
            Self::Peers => "peers",
        }
    }

    /// Its colour on white paper.
    pub const fn on_paper(self) -> Rgb {
        match self {
            Self::Text => (0x1a, 0x1d, 0x21),
            Self::Quiet => (0x55, 0x5c, 0x64),
            Self::Grid => (0xc4, 0xc9, 0xce),
            Self::Paper => (0xff, 0xff, 0xff),
            Self::Now => (0x00, 0x72, 0xb2),
            Self::Target => (0x00, 0x7d, 0x5a),
            Self::Before => (0xb8, 0x4a, 0x00),
            Self::Peers => (0x9c, 0x4f, 0x80),
        }
    }

    /// Its colour on a dark screen.
    pub const fn in_the_dark(self) -> Rgb {
        match self {
            Self::Text => (0xe8, 0xea, 0xed),
            Self::Quiet => (0xa9, 0xb1, 0xba),
            Self::Grid => (0x45, 0x4c, 0x54),
            Self::Paper => (0x15, 0x18, 0x1c),
            Self::Now => (0x56, 0xb4, 0xe9),
            Self::Target => (0x2f, 0xc2, 0x9a),
            Self::Before => (0xe6, 0x9f, 0x00),
            Self::Peers => (0xd9, 0x8f, 0xbc),
        }
    }
}

impl Scene {
    /// An empty drawing of a width.
    pub const fn new(width: f64) -> Self {
        Self { width, height: 0.0, shapes: Vec::new() }
    }

    pub(super) fn line(&mut self, from: Point, to: Point, pen: Pen) {
        self.shapes.push(Shape::Line { from, to, pen });
    }

    pub(super) fn polygon(&mut self, points: Vec<Point>, fill: Option<Fill>, pen: Option<Pen>) {
        self.shapes.push(Shape::Polygon { points, fill, pen });
    }

    pub(super) fn rect(&mut self, at: Point, size: Point, fill: Option<Fill>, pen: Option<Pen>) {
        let size = (size.0.max(0.0), size.1.max(0.0));
        self.shapes.push(Shape::Rect { at, size, fill, pen });
    }

    pub(super) fn circle(&mut self, at: Point, radius: f64, fill: Fill, pen: Option<Pen>) {
        self.shapes.push(Shape::Circle { at, radius, fill: Some(fill), pen });
    }

    pub(super) fn text(&mut self, label: Label) {
        self.shapes.push(Shape::Text(label));
    }

    /// Moves everything down.
    pub(super) fn lower(&mut self, by: f64) {
        let down = |at: &mut Point| at.1 += by;
        for shape in &mut self.shapes {
            match shape {
                Shape::Line { from, to, .. } => [from, to].into_iter().for_each(down),
                Shape::Polyline { points, .. } | Shape::Polygon { points, .. } => points.iter_mut().for_each(down),
                Shape::Rect { at, .. } | Shape::Circle { at, .. } => down(at),
                Shape::Text(label) => down(&mut label.at),
            }
        }
        self.height += by;
    }
}

impl Label {
    /// A text that begins at a place.
    pub(super) fn new(at: Point, text: impl Into<String>, size: f64) -> Self {
        let (anchor, weight, ink) = (Anchor::Start, Weight::Regular, Ink::Text);
        Self { at, text: text.into(), size, anchor, weight, ink }
    }

    pub(super) fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(super) fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    pub(super) fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}
